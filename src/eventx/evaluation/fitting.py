"""Predictions made of another text than gold's score nothing, and nobody sees why; this says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from eventx.errors import SpanError
from eventx.evaluation.gold import GoldArticle
from eventx.model import EventMention


def fitting(
    gold: Iterable[GoldArticle], predicted: Iterable[EventMention], on_error: Callable[[SpanError], None]
) -> Iterator[EventMention]:
    """Leave out predictions whose trigger is not what stands in gold's text.

    Args:
        gold: The annotated articles.
        predicted: Mentions; those of other articles pass.
        on_error: Called once for each article with such mentions.
    """
    texts = {article.id: article.text for article in gold}
    first: dict[str, str] = {}
    misfits: Counter[str] = Counter()
    for mention in predicted:
        text, trigger = texts.get(mention.article_id), mention.trigger
        if text is None or text[trigger.start : trigger.end] == trigger.text:
            yield mention
            continue
        misfits[mention.article_id] += 1
        first.setdefault(
            mention.article_id,
            f"the trigger of {mention.mention_id} says {trigger.text[:60]!r}, but gold has "
            f"{text[trigger.start : trigger.end][:60]!r} there",
        )
    for article_id, number in misfits.items():
        on_error(
            SpanError(
                f"article {article_id!r}: {number} of its mentions left out, because they were made of another text: "
                f"{first[article_id]}"
            )
        )
