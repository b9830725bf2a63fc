"""Whether confidence means what it says: of the mentions given 0.8, eight in ten should be right."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from eventx.evaluation.matching import MatchedArticle


@frozen(kw_only=True)
class Bin:
    """Mentions of like confidence.

    Attributes:
        low, high: Bounds of the confidence; ``high`` belongs to the last bin only.
        mentions: How many there are.
        predicted: Their mean confidence.
        observed: The share of them that answers a mention of gold.
    """

    low: float
    high: float
    mentions: int
    predicted: float
    observed: float


@frozen(kw_only=True)
class Calibration:
    """A reliability table.

    Attributes:
        bins: Those that hold a mention, from low to high confidence.
        error: Expected calibration error: how far predicted and observed lie apart, on average over mentions.
    """

    bins: tuple[Bin, ...]
    error: float


def calibrate(articles: Sequence[MatchedArticle], *, bins: int = 10) -> Calibration:
    """Compare the confidence of predicted mentions with how often they are right.

    A mention is right if it answers one of gold: same type, overlapping trigger.

    Args:
        articles: Gold and predictions side by side.
        bins: In how many parts of equal width to cut the range from 0 to 1.
    """
    contents: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for article in articles:
        right = [(pair.predicted.confidence, True) for pair in article.matched]
        wrong = [(mention.confidence, False) for mention in article.spurious]
        for confidence, is_right in right + wrong:
            contents[min(int(confidence * bins), bins - 1)].append((confidence, is_right))
    table = tuple(_bin(number, bins, content) for number, content in enumerate(contents) if content)
    mentions = sum(one.mentions for one in table)
    apart = sum(one.mentions * abs(one.predicted - one.observed) for one in table)
    return Calibration(bins=table, error=apart / mentions if mentions else 0.0)


def _bin(number: int, bins: int, content: list[tuple[float, bool]]) -> Bin:
    return Bin(
        low=number / bins,
        high=(number + 1) / bins,
        mentions=len(content),
        predicted=sum(confidence for confidence, _ in content) / len(content),
        observed=sum(is_right for _, is_right in content) / len(content),
    )
