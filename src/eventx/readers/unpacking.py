"""Compressed files as streams, with a limit on what a small file may unpack to."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from pathlib import PurePosixPath
from typing import IO, Any, cast

from eventx.errors import SourceError

# News shrinks to a third or a tenth, and logs of the same lines over and over to a fiftieth.
MOST_RATIO = 200
# A file may always unpack to so much, however small it is.
ALWAYS_ALLOWED = 50_000_000

_OPENERS: dict[str, Any] = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open}
_MAGIC = ((b"\x1f\x8b", ".gz"), (b"BZh", ".bz2"), (b"\xfd7zXZ\0", ".xz"))
_BROKEN = (EOFError, OSError, zlib.error, lzma.LZMAError)


def without_compression(name: str) -> tuple[str, str]:
    """A file's name without the suffix of its compression, and that suffix.

    >>> without_compression("wire.jsonl.GZ"), without_compression("wire.jsonl")
    (('wire.jsonl', '.gz'), ('wire.jsonl', ''))
    """
    suffix = PurePosixPath(name).suffix
    return (name[: -len(suffix)], suffix.lower()) if suffix.lower() in _OPENERS else (name, "")


def compression_of(head: bytes) -> str:
    """The compression of what begins so, as its suffix; an empty string for none."""
    return next((suffix for magic, suffix in _MAGIC if head.startswith(magic)), "")


def unpacked(stream: IO[bytes], compression: str, name: str) -> IO[bytes]:
    """The stream, uncompressed while it is read.

    Args:
        stream: The compressed one.
        compression: ``.gz``, ``.bz2`` or ``.xz``.
        name: The file, for messages. Reading raises a `SourceError` if it is damaged, or unpacks to more than any
            file of articles does.
    """
    return io.BufferedReader(_Unpacked(stream, compression, name))


class _Counted:
    """Counts the bytes that a decompressor takes."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.taken = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.taken += len(data)
        return data


class _Unpacked(io.RawIOBase):
    def __init__(self, stream: IO[bytes], compression: str, name: str) -> None:
        self._packed, self._name, self._compression = _Counted(stream), name, compression
        self._inner: IO[bytes] = _OPENERS[compression](cast(Any, self._packed), "rb")
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._inner.read(len(buffer))
        except _BROKEN as error:
            what = {".gz": "gzip", ".bz2": "bzip2", ".xz": "xz"}[self._compression]
            raise SourceError(f"not a whole {what} file: {error}", source=self._name) from error
        self._given += len(data)
        if self._given > max(ALWAYS_ALLOWED, MOST_RATIO * self._packed.taken):
            raise SourceError(
                f"the file unpacks to more than {MOST_RATIO} times its size, as files do that are to fill the memory; "
                "unpack it yourself if you trust it",
                source=self._name,
            )
        buffer[: len(data)] = data
        return len(data)
