"""Zip archives: their files, within limits, so that no small archive fills the memory or keeps a run busy for ever."""

from __future__ import annotations

import contextlib
import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Any

from eventx.errors import SourceError
from eventx.readers.saved_pages import belongs_to_a_page
from eventx.readers.unpacking import ALWAYS_ALLOWED, MOST_RATIO

MOST_OF_ONE, MOST_OF_ALL = 2_000_000_000, 20_000_000_000

# zipfile unpacks all that it has read of a file compressed with bzip2 or LZMA at once.
_AT_ONCE = 8192

_BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error, lzma.LZMAError)


def open_archive(stream: IO[bytes], name: str) -> zipfile.ZipFile:
    """Open a zip archive.

    Raises:
        SourceError: If it is none, or says that it unpacks to more than any archive of articles does.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except (*_BROKEN, ValueError) as error:
        raise SourceError(f"not a zip archive that can be read: {error}", source=name) from error
    packed = stream.seek(0, io.SEEK_END)
    total = sum(member.file_size for member in archive.infolist())
    # Of the archive's own size: what its files say of theirs may count the same bytes many times.
    if total > MOST_OF_ALL or total > max(ALWAYS_ALLOWED, MOST_RATIO * packed):
        raise SourceError(
            f"the archive holds {packed:,} bytes that unpack to {total:,}, as archives do that are to fill the memory; "
            "unpack it yourself if you trust it",
            source=name,
        )
    return archive


def members(archive: zipfile.ZipFile) -> Iterator[tuple[zipfile.ZipInfo, str]]:
    """The files of an archive, in order of their names, each with its path below the archive.

    Hidden ones are left out, and the parts of saved pages.
    """
    found = []
    for member in archive.infolist():
        parts = [part for part in member.filename.replace("\\", "/").split("/") if part not in ("", ".", "..")]
        hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
        if parts and not member.is_dir() and not hidden:
            found.append((parts, member))
    paths = {"/".join(parts) for parts, _ in found}
    for parts, member in sorted(found, key=lambda pair: pair[0]):
        folders = ("/".join(parts[:depth]) for depth in range(1, len(parts)))
        if not any(belongs_to_a_page(folder, paths) for folder in folders):
            yield member, "/".join(parts)


@contextlib.contextmanager
def open_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Iterator[IO[bytes]]:
    """Open a file of an archive.

    Args:
        archive: The archive.
        member: Which of its files.
        name: The file, for messages. Reading raises a `SourceError` if it is damaged.

    Raises:
        SourceError: If it is encrypted, compressed in a way that is not known, or too large.
    """
    if member.file_size > MOST_OF_ONE:
        raise SourceError(f"the file unpacks to more than {MOST_OF_ONE:,} bytes; unpack it yourself", source=name)
    if member.flag_bits & 1:
        raise SourceError("the file is encrypted; unpack the archive with its password", source=name)
    try:
        inner = archive.open(member)
    except (*_BROKEN, ValueError) as error:
        raise _damaged(error, name) from error
    with inner:
        yield io.BufferedReader(_Member(inner, name))


def _damaged(error: Exception, name: str) -> SourceError:
    return SourceError(f"cannot be taken out of the archive: {error}", source=name)


class _Member(io.RawIOBase):
    """A file of an archive. It gives no more bytes than it said it has: `zipfile` sees to that."""

    def __init__(self, inner: IO[bytes], name: str) -> None:
        self._inner, self._name = inner, name

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._inner.read(min(len(buffer), _AT_ONCE))
        except _BROKEN as error:
            raise _damaged(error, self._name) from error
        buffer[: len(data)] = data
        return len(data)
