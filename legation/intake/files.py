"""Files, folders and streams: which there are, in order, and their bytes, gzip undone and sizes capped."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from legation.errors import EmptyInput, InputError, NotAReport, UnreadableInput
from legation.intake.limits import GZIP_RATIO_FROM_BYTES, MAX_GZIP_RATIO, megabytes

STANDARD_INPUT = "-"
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read. name: as the user named it, a folder's files with its name. path None: standard input."""

    name: str
    path: Path | None

    @property
    def file_name(self) -> str:
        """The last part of the path; empty for standard input."""
        return self.path.name if self.path else ""

    @property
    def extension(self) -> str:
        """In lower case with its dot, ".gz" left out: ".jsonl" for "wire.jsonl.gz"; empty if there is none."""
        if not self.path:
            return ""
        name = self.path.name.lower().removesuffix(".gz")
        return Path(name).suffix


def sources(inputs: Iterable[str | Path]) -> Iterator[Source | InputError]:
    """The files meant, in the order given; folders walked sorted by name, hidden entries left out.

    What cannot be had comes as an error in its place.
    """
    for given in inputs:
        if str(given) == STANDARD_INPUT:
            yield Source("<stdin>", None)
            continue
        path = Path(given)
        try:
            if path.is_dir():
                yield from _folder(path)
            elif path.exists():
                yield Source(str(given), path)
            else:
                yield UnreadableInput(str(given), "no such file or folder")
        except (OSError, ValueError) as problem:
            yield UnreadableInput(str(given), _why(problem))


def _folder(folder: Path) -> Iterator[Source | InputError]:
    found = False
    for one in _walk(folder):
        found = True
        yield one
    if not found:
        yield EmptyInput(str(folder), "no files in this folder")


def _walk(folder: Path) -> Iterator[Source | InputError]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as problem:
        yield UnreadableInput(str(folder), _why(problem))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        # A link to a folder could lead back up, without end.
        if entry.is_dir() and not entry.is_symlink():
            yield from _walk(entry)
        elif entry.is_file() or entry.is_symlink():
            yield Source(str(entry), entry)
        else:
            yield NotAReport(str(entry), "not a regular file")


@contextmanager
def opened(source: Source) -> Iterator[Capped]:
    """The bytes of a source, gzip undone (told by its first bytes, whatever the name).

    Raises UnreadableInput, also from inside the block while the bytes are being read.
    """
    try:
        if source.path is None:
            yield _unzipped(source.name, sys.stdin.buffer)
            return
        with source.path.open("rb") as stream:
            yield _unzipped(source.name, stream)
    except EOFError:
        raise UnreadableInput(source.name, "the gzip file is cut short") from None
    except (gzip.BadGzipFile, zlib.error):
        raise UnreadableInput(source.name, "the gzip file is damaged") from None
    except OSError as problem:
        raise UnreadableInput(source.name, _why(problem)) from None


def _unzipped(name: str, stream: BinaryIO) -> Capped:
    counted = _Counted(stream)
    if counted.peek(2) == b"\x1f\x8b":
        return Capped(name, gzip.GzipFile(fileobj=counted, mode="rb"), counted)
    return Capped(name, counted, None)


class _Counted(io.RawIOBase):
    """A stream that knows how many bytes were taken from it, and can show its first ones."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self._ahead = b""
        self.taken = 0

    def peek(self, size: int) -> bytes:
        """The next bytes, which the next ``read`` gives again; at least ``size`` unless the stream ends before."""
        while len(self._ahead) < size:
            more = self._stream.read(size - len(self._ahead))
            if not more:
                break
            self._ahead += more
        return self._ahead

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most ``size``; all that are left if it is negative."""
        if self._ahead:
            size = len(self._ahead) if size < 0 else size
            data, self._ahead = self._ahead[:size], self._ahead[size:]
        else:
            data = self._stream.read(size)
        self.taken += len(data)
        return data


class Capped:
    """Bytes of one source, read in pieces, so that no input can fill the memory."""

    def __init__(self, name: str, stream: gzip.GzipFile | _Counted, packed: _Counted | None) -> None:
        self._name, self._stream, self._packed = name, stream, packed
        self._given = 0
        self._rest = b""

    def _chunk(self) -> bytes:
        data = self._stream.read(_CHUNK)
        self._given += len(data)
        if self._packed and self._given > max(GZIP_RATIO_FROM_BYTES, MAX_GZIP_RATIO * self._packed.taken):
            raise NotAReport(self._name, f"unpacks to more than {MAX_GZIP_RATIO} times its size; no news report does")
        return data

    def start(self, size: int) -> bytes:
        """Up to ``size`` first bytes, which stay to be read."""
        while len(self._rest) < size:
            data = self._chunk()
            if not data:
                break
            self._rest += data
        return self._rest[:size]

    def everything(self, at_most: int) -> bytes:
        """All bytes. Raises NotAReport if there are more than ``at_most``."""
        parts, size = [self._rest], len(self._rest)
        self._rest = b""
        while size <= at_most:
            data = self._chunk()
            if not data:
                return b"".join(parts)
            parts.append(data)
            size += len(data)
        raise NotAReport(self._name, f"too large for a news report: more than {megabytes(at_most)}")

    def lines(self, at_most: int) -> Iterator[bytes | None]:
        """Line by line, line ends dropped; None in place of a line of more than ``at_most`` bytes."""
        parts, size = [self._rest], len(self._rest)
        self._rest = b""
        too_long, data = False, b""
        while True:
            buffered = b"".join(parts)
            *whole, tail = buffered.split(b"\n")
            for line in whole:
                yield None if too_long or len(line) > at_most else line.removesuffix(b"\r")
                too_long = False
            parts, size = [tail], len(tail)
            # Collect until a line end comes; joining after every piece would take quadratic time.
            while True:
                data = self._chunk()
                if size > at_most:
                    too_long, parts, size = True, [], 0
                parts.append(data)
                size += len(data)
                if not data or b"\n" in data:
                    break
            if not data:
                last = b"".join(parts)
                if last or too_long:
                    yield None if too_long or len(last) > at_most else last
                return


def _why(problem: Exception) -> str:
    """The system's reason as one line, without the path (the error names it already)."""
    reason = getattr(problem, "strerror", None) or str(problem) or type(problem).__name__
    return reason[:1].lower() + reason[1:]
