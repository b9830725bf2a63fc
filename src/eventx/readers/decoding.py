"""Bytes into text, or a message that says which byte is wrong and what to try."""

from __future__ import annotations

import codecs
from typing import IO

from eventx.errors import SourceError

# Bytes or characters that one article may have, unless a reader's option says otherwise: a hundred times a long read.
MAX_BYTES = 20_000_000

_OTHER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def decode(data: bytes, source: str, *, line: int | None = None, offset: int = 0) -> str:
    """Decode UTF-8, dropping a byte order mark and changing nothing else.

    Args:
        data: A file's bytes, or one line of them.
        source: The file, for the message.
        line: Number of the line that ``data`` is; left out, ``data`` is the whole file and lines are counted.
        offset: Where ``data`` begins in the file, in bytes.

    Raises:
        SourceError: If the bytes are another encoding's or no text at all.
    """
    for mark, encoding in _OTHER_MARKS:
        if not offset and data.startswith(mark):
            raise SourceError(
                f"the file is {encoding}, and UTF-8 is expected; convert it: iconv -f {encoding} -t UTF-8",
                source=source,
            )
    nul = data.find(b"\0")
    if nul >= 0:
        raise SourceError(f"a binary file, not text (NUL at byte {offset + nul})", source=source, line=line)
    if not offset:
        data, skipped = data.removeprefix(codecs.BOM_UTF8), len(data) - len(data.removeprefix(codecs.BOM_UTF8))
    else:
        skipped = 0
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(
            f"not UTF-8: byte 0x{data[error.start]:02X} at offset {offset + skipped + error.start}. If the file is "
            "Windows-1252 or Latin-1, convert it: iconv -f WINDOWS-1252 -t UTF-8",
            source=source,
            line=data.count(b"\n", 0, error.start) + 1 if line is None else line,
        ) from error


def read_whole(stream: IO[bytes], limit: int, source: str) -> bytes:
    """Read all of a file, if it is not above the limit.

    Raises:
        SourceError: If it is.
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise too_large(limit, source)
    return data


def too_large(limit: int, source: str, *, line: int | None = None) -> SourceError:
    """The error for an article above the limit."""
    return SourceError(
        f"the article has more than {limit:,} bytes; split it, or raise the reader's option max_bytes",
        source=source,
        line=line,
    )
