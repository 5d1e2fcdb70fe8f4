"""Bytes to text: the byte order mark, then UTF-8, then a guess; never an exception for an odd byte."""

from __future__ import annotations

import codecs
import re

from legation.errors import NotAReport

# The longer mark first: UTF-32 little endian begins with the mark of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"BZh", "a bzip2 file; only gzip is opened"),
    (b"\xfd7zXZ\x00", "an xz file; only gzip is opened"),
    (b"\x28\xb5\x2f\xfd", "a zstd file; only gzip is opened"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF document"),
)
# How much of the input is looked at to tell text from other data, and to guess an encoding.
_SAMPLE = 65_536
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Western text has a few bytes in a hundred above 127; another alphabet has most of them there.
_FEW_HIGH_BYTES = 0.1


def decode(data: bytes, source: str, declared: str | None = None) -> str:
    """The text of ``data`` with nothing changed but the byte order mark dropped.

    declared: an encoding that the document names (HTML). Broken UTF-8 comes out with U+FFFD in the broken places.
    Raises NotAReport if it is no text.
    """
    for start, kind in _KINDS:
        if data.startswith(start):
            raise NotAReport(source, f"not text ({kind})")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    wide = _unmarked_utf16(data)
    if wide:
        return data.decode(wide, errors="replace")
    if _is_binary(data):
        raise NotAReport(source, "not text (binary data)")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(data, declared) or _guessed(data)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of mostly Latin text is zero."""
    sample = data[: _SAMPLE & ~1]
    pairs = len(sample) // 2
    if pairs < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * pairs and even < 0.02 * pairs:
        return "utf-16-le"
    if even > 0.4 * pairs and odd < 0.02 * pairs:
        return "utf-16-be"
    return None


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return b"\x00" in sample or len(_CONTROL.findall(sample)) > 0.02 * len(sample)


def _declared(data: bytes, encoding: str | None) -> str | None:
    if not encoding:
        return None
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None


def _guessed(data: bytes) -> str:
    broken = data.decode("utf-8", errors="replace")
    sound = sum(1 for char in broken[:_SAMPLE] if char > "\x7f" and char != "\ufffd")
    if sound >= broken[:_SAMPLE].count("\ufffd") or _only_the_end_is_cut(data):
        return broken
    sample = data[:_SAMPLE]
    if sum(byte > 127 for byte in sample) < _FEW_HIGH_BYTES * len(sample):
        return data.decode("cp1252", errors="replace")
    # Costs a quarter of a second to import, and is rarely needed.
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")


def _only_the_end_is_cut(data: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(data)
    except UnicodeDecodeError:
        return False
    return True
