"""Plain text: one file, one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from attrs import frozen

from eventx.errors import SourceError
from eventx.model import Article
from eventx.readers.boilerplate import find_title
from eventx.readers.decoding import MAX_BYTES, decode, read_whole
from eventx.readers.making import default_id, make_article


@frozen(kw_only=True)
class PlainTextReader:
    """Reads a text file as one article, exactly as it stands.

    Attributes:
        max_bytes: Files with more are refused.
    """

    max_bytes: int = MAX_BYTES

    def read(self, stream: IO[bytes], name: str) -> Iterator[Article]:
        """Read the one article of the file; see `eventx.components.Reader`."""
        data = read_whole(stream, self.max_bytes, name)
        text = decode(data, name)
        if not text.strip():
            raise SourceError("the file is empty; expected the text of an article", source=name)
        yield make_article(id=default_id(name), text=text, title=find_title(text))
