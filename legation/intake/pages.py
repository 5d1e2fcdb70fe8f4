"""HTML pages: the article's text by trafilatura, what the page states about it by its own meta tags and JSON-LD.

trafilatura crashes when used from several threads at once; use processes.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from legation.errors import EmptyInput, InputError, NotAReport
from legation.intake import days
from legation.intake.decoding import decode
from legation.intake.item import Item
from legation.intake.limits import MAX_PAGE_DEPTH, MAX_PAGE_TAGS
from legation.intake.records import field_names, plain
from legation.model import Known

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# Have no end tag, or close themselves when the next one opens.
_FLAT = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
    | {"p", "li", "dt", "dd", "option", "tr", "td", "th", "tbody", "thead", "tfoot"}
)
# Hold text that is no mark-up.
_RAW_END = {tag: re.compile(f"</{tag}", re.IGNORECASE) for tag in ("script", "style", "textarea", "title")}
_ARTICLE = re.compile(r"article|posting|report|blog", re.IGNORECASE)


def is_page(text: str) -> bool:
    """True if the text begins as an HTML document."""
    return _PAGE.match(text[:5000].removeprefix("\ufeff")) is not None


def item_of_page(data: bytes, source: str, file_name: str) -> Item:
    """The article on a page. Raises NotAReport (binary, nested too deep, too many tags) or EmptyInput (no article)."""
    charset = _CHARSET.search(data[:4096])
    html = decode(data, source, charset[1].decode("ascii", "replace") if charset else None)
    if not html.strip():
        raise EmptyInput(source, "empty: there is no text in it")
    check_size(html, source)
    page, text = _read(html, source)
    return Item(
        text,
        source,
        file_name,
        title=page.known("title"),
        outlet=page.known("outlet"),
        address=page.known("address"),
        language=page.known("language"),
        published=Known(page.published, "metadata") if page.published else Known(),
    )


def check_size(html: str, source: str) -> None:
    """Raises NotAReport if a parser would recurse too deep, or the extraction take minutes."""
    depth = count = position = 0
    while found := _TAG.search(html, position):
        position = found.end()
        closing, tag = bool(found[1]), found[2].lower()
        count += not closing
        if tag in _RAW_END and not closing:
            end = _RAW_END[tag].search(html, position)
            position = end.start() if end else len(html)
        if tag not in _FLAT:
            depth = max(0, depth - 1) if closing else depth + 1
        if depth > MAX_PAGE_DEPTH:
            raise NotAReport(source, f"its HTML is nested more than {MAX_PAGE_DEPTH} tags deep; no news page is")
        if count > MAX_PAGE_TAGS:
            raise NotAReport(source, f"its HTML has more than {MAX_PAGE_TAGS:,} tags; no news page has")


def _read(html: str, source: str) -> tuple[_Particulars, str]:
    """What the page states about itself, and the article's text."""
    # Takes half a second to import; plain text does not need it.
    import trafilatura

    try:
        tree = trafilatura.load_html(html)
        if tree is None:
            raise EmptyInput(source, "no article text found in the HTML")
        page = _Particulars(tree)
        # deduplicate stays off: it remembers earlier pages and empties later ones.
        text = trafilatura.extract(tree, include_comments=False, include_tables=False, deduplicate=False)
    except InputError:
        raise
    except Exception as problem:
        # Whatever a broken page does to the parser, the other inputs are still to be read.
        raise NotAReport(source, f"its HTML cannot be parsed ({type(problem).__name__})") from problem
    if not text or not text.strip():
        raise EmptyInput(source, "no article text found in the HTML")
    return page, str(text)


class _Particulars:
    """What a parsed page states about itself: meta tags, JSON-LD, title, <time>, canonical link, language."""

    def __init__(self, tree: Any) -> None:
        self.meta: dict[str, str] = {}
        for element in tree.iter("meta"):
            name = next(
                (element.get(key) for key in ("property", "name", "itemprop", "http-equiv") if element.get(key)), ""
            )
            if name and element.get("content"):
                self.meta.setdefault(name.lower(), element.get("content"))
        self.times = {element.get("datetime") for element in tree.iter("time") if element.get("datetime")}
        self.canonical = [link.get("href") for link in tree.iter("link") if "canonical" in link.get("rel", "").lower()]
        self.language = tree.get("lang")
        self.titles = ["".join(heading.itertext()) for tag in ("h1", "title") for heading in tree.iter(tag)]
        self._scripts = [
            script.text or ""
            for script in tree.iter("script")
            if script.get("type", "").lower().startswith("application/ld+json")
        ]

    @property
    def linked(self) -> dict[str, Any]:
        """The JSON-LD object that describes the article; empty if there is none."""
        for script in self._scripts:
            try:
                found = [one for one in _objects(json.loads(script)) if _ARTICLE.search(str(one.get("@type", "")))]
            except (ValueError, RecursionError):
                continue
            if found:
                return dict(found[0])
        return {}

    @property
    def published(self) -> dt.date | None:
        """What JSON-LD, then the meta tags, then a single <time> say."""
        stated: list[object] = [self.linked.get("datePublished"), *self._of_meta("published")]
        if len(self.times) == 1:
            stated += self.times
        return next((day for day in map(days.in_metadata, stated) if day), None)

    def known(self, name: str) -> Known[str]:
        """Title, outlet, address or language, from the most to the least trusted place."""
        linked = {"title": "headline", "outlet": "publisher", "address": "url", "language": "inLanguage"}[name]
        last = {"title": self.titles, "address": self.canonical, "language": [self.language]}.get(name, [])
        for value in (self.linked.get(linked), *self._of_meta(name), *last):
            words = plain(value)
            if words:
                return Known(" ".join(words.split()), "metadata")
        return Known()

    def _of_meta(self, name: str) -> Iterator[str]:
        for key in field_names()["meta"][name]:
            if key in self.meta:
                yield self.meta[key]


def _objects(value: Any) -> Iterator[Mapping[str, Any]]:
    """All objects at the top of a JSON-LD value: alone, in a list, in an @graph."""
    if isinstance(value, list):
        for one in value:
            yield from _objects(one)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"))
