"""Articles that are worked on together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventx.model import Article

# Sentences of so much text are parsed together: enough to fill spaCy's batches, little enough to hold in memory.
BATCH_CHARACTERS = 200_000
BATCH_ARTICLES = 64


def batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Cut a stream of articles into batches, in order."""
    batch: list[Article] = []
    size = 0
    for article in articles:
        batch.append(article)
        size += len(article.text)
        if size >= BATCH_CHARACTERS or len(batch) >= BATCH_ARTICLES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
