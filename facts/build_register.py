"""Builds the register that ships in the package from the facts beside this file: ``python -m facts.build_register``.

Reads countries.csv, offices.csv, holders.csv, added.csv, organisations.csv, cities.csv and mended.toml; writes
legation/register/data/register.json, one entry a line, and CHANGES.tsv: what was changed on the way, and why. The
facts keep their source column here; where they come from is told in docs/sources.md.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from anyascii import anyascii
from rapidfuzz import fuzz

from facts.merging import Change, Merged, OfficeFacts, Term, merge
from legation.register.own import as_lines

HERE = Path(__file__).parent
CHANGES = HERE / "CHANGES.tsv"
TARGET = HERE.parent / "legation" / "register" / "data" / "register.json"

# A spelling of countries.csv is kept if it is as near as this to a usual name (rapidfuzz ratio): the lists hold
# nicknames, peoples and other languages besides.
NEAR = 74
# Flags of a tenure that the package must know; the others stay in the facts.
CARRIED = ("unsourced",)
UNSOURCED = "general knowledge"
_PLAIN = re.compile(r"[^\W\d_][^\W\d_'’. -]*(?:[ '’.-]+[^\W\d_]+)*\.?")

Row = dict[str, str]


def rows(name: str) -> list[Row]:
    """The rows of a CSV file of facts."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def listed(field: str) -> list[str]:
    """The values of a list field."""
    return [value.strip() for value in field.split(";") if value.strip()]


def once(values: Iterable[str]) -> list[str]:
    """The values, each once, in order."""
    return list(dict.fromkeys(values))


# ---------------------------------------------------------------- countries


def countries(mended: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Countries with names, adjectives, nouns, spellings of the capital (the usual first) and seats of government."""
    for row in rows("countries.csv"):
        yield country(row, mended)
    known = {row["iso3"] for row in rows("countries.csv")}
    for iso3, (iso2, name) in mended["territories"].items():
        if iso3 not in known:
            yield country(empty_country(iso3, iso2, name), mended)


def empty_country(iso3: str, iso2: str, name: str) -> Row:
    """A row for a territory that countries.csv lacks."""
    fields = ("official_name", "demonym_adj", "demonym_noun", "capital", "metonyms", "aliases")
    return {"iso3": iso3, "iso2": iso2, "common_name": name, **dict.fromkeys(fields, "")}


def country(row: Row, mended: dict[str, Any]) -> dict[str, Any]:
    """One entry of the register."""
    iso3 = row["iso3"]
    dropped = {name.lower() for name in mended["drop_names"].get(iso3, ())}

    def kept(values: Iterable[str], part: str) -> list[str]:
        return once([v for v in values if v.lower() not in dropped] + mended[part].get(iso3, []))

    usual = [row["common_name"], row["official_name"].rstrip(" *"), row["common_name"].replace(" & ", " and ")]
    adjectives = kept(listed(row["demonym_adj"]), "adjectives")
    people = {*adjectives, *listed(row["demonym_noun"]), *mended["nouns"].get(iso3, [])}
    known = [*usual, *mended["names"].get(iso3, [])]
    spellings = [a for a in listed(row["aliases"]) if a not in people and is_spelling(a, known)]
    capital = re.sub(r" in \w+$", "", row["capital"])
    seats = kept(listed(row["metonyms"]), "metonyms")
    capitals = kept([capital, *(s for s in seats if near(s, [capital]))], "capitals")
    return {
        "iso3": iso3,
        "iso2": row["iso2"],
        "name": row["common_name"],
        "names": kept([u for u in usual if u] + spellings, "names"),
        "adjectives": adjectives,
        "nouns": [n for n in kept(listed(row["demonym_noun"]), "nouns") if not n.endswith("manmen")],
        "capitals": [c for c in capitals if c],
        "seats": [
            s
            for s in once(re.sub(r"^the ", "", s) for s in seats)
            if s not in capitals and not s.endswith(")") and len(s) > 3
        ],
        **({"un": True} if row.get("un_member") == "1" else {}),
    }


def is_spelling(alias: str, usual: list[str]) -> bool:
    """True for another spelling of a usual name; False for nicknames and slips of the source."""
    return bool(_PLAIN.fullmatch(alias)) and len(alias) > 3 and near(alias, usual)


def near(name: str, usual: Iterable[str]) -> bool:
    """True if the name is spelled nearly like one of the usual ones."""
    return any(fuzz.ratio(anyascii(name).lower(), anyascii(u).lower()) >= NEAR for u in usual)


# ---------------------------------------------------------------- bodies, offices, people


def organisations(mended: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Organisations with all names; ``country`` is set for bodies of one state."""
    dropped = set(mended["drop_organisations"]["names"])
    for row in rows("organisations.csv"):
        names = [row["name"], row["abbreviation"], *listed(row["aliases"])]
        plain = once(re.sub(r"\s*\([^)]*\)$", "", name) for name in names)
        members = listed(row["members"])
        one_state = bool(re.match(r"[A-Z]{3}-", row["org_id"]))
        yield {
            "id": row["org_id"],
            "name": plain[0],
            "names": [n for n in plain if n and n not in dropped and (len(n) > 2 or n in ("EU", "UN", "AU"))],
            "kind": row["kind"],
            "country": row["org_id"][:3] if one_state else None,
            "members": [] if one_state else members,
        }


def offices(mended: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Offices with their titles."""
    for row in rows("offices.csv"):
        yield {
            "id": row["office_id"],
            "jurisdiction": row["jurisdiction"],
            "kind": row["kind"],
            "single_seat": row["single_seat"] == "1",
            "also": row["also_kind"] or mended["also"].get(row["office_id"], ""),
            "titles": once(re.sub(r"\s*\([^)]*\)", "", t) for t in titles(row, mended)),
        }


def titles(row: Row, mended: dict[str, Any]) -> list[str]:
    """Titles of an office, as the facts have them and as added by hand."""
    return [*listed(row["title_variants"]), *mended["titles"].get(row["office_id"], ())]


def people(merged: Merged, mended: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """People with their Latin spellings and tenures: [office, start, end, as_of, title], and flags if there are any.

    unsourced: the names that rest on general knowledge alone.
    """
    found: dict[str, dict[str, Any]] = {}
    added = {person["id"]: person for person in mended["people"]}
    for term in merged.terms:
        person = found.setdefault(term.person, {"id": term.person, "names": spellings_of(term), "tenures": []})
        flags = [flag for flag in term.flags if flag in CARRIED]
        person["tenures"].append([term.office, term.start, term.end, term.as_of, term.title, *flags])
    for id_, person in found.items():
        own = added.pop(id_, {})
        dropped = set(own.get("drop", ()))
        names = [*own.get("first", ()), *person["names"], *own.get("unsourced", ())]
        person["names"] = once(name for name in names if name not in dropped)
        if own.get("unsourced"):
            person["unsourced"] = own["unsourced"]
    if added:
        raise ValueError(f"mended.toml names people that are not in holders.csv: {', '.join(added)}")
    yield from found.values()


def terms(mended: dict[str, Any]) -> Iterator[Term]:
    """All rows of holders.csv and added.csv, mended; the latter and those of general knowledge alone are unsourced."""
    address = re.compile(rf"(?:[\s,]*\b(?:{'|'.join(map(re.escape, mended['address']['forms']))}))+$")
    ended = {(e["id"], e["office"], e["start"]): e["end"] for e in mended["ended"]}
    dropped = {(d["id"], d["office"], d["start"]) for d in mended["drop_tenures"]}
    for row in rows("holders.csv"):
        row = {**row, "title": address.sub("", row["title"])}
        id_, names = whose(row, mended)
        key = (id_, row["office_id"], row["start"])
        if key in dropped:
            dropped.discard(key)
        elif key in ended:
            yield term(id_, names, {**row, "end": ended.pop(key), "source": UNSOURCED})
        else:
            yield term(id_, names, row)
    if dropped:
        raise ValueError(f"mended.toml leaves out terms that are not in holders.csv: {dropped}")
    if ended:
        raise ValueError(f"mended.toml ends terms that are not in holders.csv: {ended}")
    yield from (term(row["person_id"], [row["name"], *listed(row["name_variants"])], row) for row in rows("added.csv"))


def term(id_: str, names: Iterable[str], row: Row) -> Term:
    """One row as a term of the person of that id."""
    flags = [*listed(row["flags"]), *(["unsourced"] if row["source"] == UNSOURCED else [])]
    return Term(id_, tuple(names), row["office_id"], row["start"], row["end"], row["as_of"], row["title"], tuple(flags))


def office_facts() -> dict[str, OfficeFacts]:
    """What merging must know of each office."""
    states = {row["iso3"] for row in rows("countries.csv")}
    return {
        row["office_id"]: OfficeFacts(
            row["kind"],
            row["jurisdiction"],
            row["jurisdiction"] if row["jurisdiction"] in states else None,
            row["single_seat"] == "1",
        )
        for row in rows("offices.csv")
    }


def spellings_of(term: Term) -> list[str]:
    """The names in Latin letters, of two words and more and, of a monarch, the one behind which the realm stands."""
    latin = [n for n in term.names if " " in n and is_latin(n)]
    plain = [re.sub(r" of [A-Z].*$", "", n) for n in latin if re.search(r"^\S+(?: [IVX]+)? of [A-Z]", n)]
    return once([*latin, *plain]) or [term.names[0]]


def changes(merged: Merged, mended: dict[str, Any]) -> Iterator[Change]:
    """All changes: those of merging and those made by hand."""
    yield from merged.changes
    for split in mended["split_people"]:
        when = f"from {split['since']}" if "since" in split else f"until {split['until']}"
        after = f"{split['other']} {when}"
        yield Change("person", "", split["id"], split["names"][0], after, "two people under one id")
    for same in mended["same_people"]:
        yield Change("person", "", same["id"], "", same["as"], same["reason"])
    for person in mended["people"]:
        for part in ("first", "unsourced", "drop"):
            for name in person.get(part, ()):
                yield Change("name", "", person["id"], "", f"{part}: {name}", person["reason"])
    for tenure in mended["ended"]:
        yield Change("tenure", tenure["office"], tenure["id"], tenure["start"], tenure["end"], tenure["reason"])
    for tenure in mended["drop_tenures"]:
        yield Change("tenure", tenure["office"], tenure["id"], tenure["start"], "left out", tenure["reason"])
    for office, kind in mended["also"].items():
        yield Change("office", office, "", "", f"also {kind}", "its holder leads the government too")
    for office, added in mended["titles"].items():
        yield Change("office", office, "", "", f"titles: {'; '.join(added)}", "as reports word them")
    for row in rows("added.csv"):
        after = f"{row['start']}..{row['end'] or '(seen ' + row['as_of'] + ')'}"
        yield Change("tenure", row["office_id"], row["person_id"], "", after, f"added, {row['source']}: {row['name']}")


def as_table(found: Iterable[Change]) -> str:
    """The changes as tab-separated lines, sorted, so that a change of the facts shows as few changed lines."""
    head = "what\toffice\tperson\tbefore\tafter\treason\n"
    lines = {"\t".join((c.what, c.office, c.person, c.before, c.after, c.reason)) for c in found}
    return head + "".join(f"{line}\n" for line in sorted(lines))


def whose(row: Row, mended: dict[str, Any]) -> tuple[str, list[str]]:
    """Id and names of the holder of a row, people under one id told apart."""
    for split in mended["split_people"]:
        if split["id"] == row["person_id"]:
            other = split.get("since", "9999") <= row["start"] or row["start"] <= split.get("until", "")
            return (split["other"], split["other_names"]) if other else (split["id"], split["names"])
    return row["person_id"], [row["name"], *listed(row["name_variants"])]


def is_latin(name: str) -> bool:
    """True if the name is written in Latin letters, with or without marks."""
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or not c.isalpha() for c in name)


# ---------------------------------------------------------------- cities


def cities(
    mended: dict[str, Any], alpha3: dict[str, str], taken: set[str], name_words: set[str]
) -> Iterator[list[Any]]:
    """[name, ISO alpha-3, other spellings ...]; of cities of one name the largest. What is mostly something else in
    news (a person, a word) is left out."""
    left_out = set(mended["not_cities"]["names"])
    for row in rows("cities.csv"):
        iso3 = alpha3.get(row["iso2"])
        further = mended["city_spellings"].get(row["name"], [])
        names = [row["name"], row["ascii"], *further, *listed(row["spellings"])]
        good = [n for n in once(names) if len(n) > 2 and n.lower() not in taken and n not in left_out]
        if iso3 is None or not good or good[0] not in (row["name"], row["ascii"]) or row["ascii"] in left_out:
            continue
        if row["ascii"].lower() in name_words and int(row["population"]) < 1_000_000:
            continue
        taken.update(n.lower() for n in good)
        yield [good[0], iso3, *good[1:]]


def main() -> None:
    """Writes the register."""
    mended = tomllib.loads((HERE / "mended.toml").read_text(encoding="utf-8"))
    states = list(countries(mended))
    taken = {
        n.lower() for s in states for part in ("names", "adjectives", "nouns", "capitals", "seats") for n in s[part]
    }
    known = {same["id"]: same["as"] for same in mended["same_people"]}
    merged = merge(terms(mended), office_facts(), known, frozenset(map(frozenset, mended["two_people"]["ids"])))
    everybody = list(people(merged, mended))
    name_words = {w.lower() for p in everybody for n in p["names"] for w in n.split()}
    parts: dict[str, list[Any]] = {
        "countries": states,
        "organisations": list(organisations(mended)),
        "offices": list(offices(mended)),
        "people": everybody,
        "cities": list(cities(mended, {s["iso2"]: s["iso3"] for s in states}, taken, name_words)),
    }
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(as_lines(parts), encoding="utf-8")
    CHANGES.write_text(as_table(changes(merged, mended)), encoding="utf-8")
    print(", ".join(f"{len(entries)} {name}" for name, entries in parts.items()))


if __name__ == "__main__":
    main()
