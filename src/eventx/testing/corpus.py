"""The kit's own articles."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

from eventx.model import Article


@functools.cache
def corpus() -> tuple[Article, ...]:
    """A few articles of ordinary English news, one of them without a date."""
    text = resources.files("eventx.testing").joinpath("data/corpus.toml").read_text(encoding="utf-8")
    return tuple(
        Article.of(row["text"].strip(), id=row["id"], published=row.get("published"), language="en")
        for row in tomllib.loads(text)["articles"]
    )
