"""What is counted in each article, and what the counts of many articles add up to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import attrs
from attrs import define

from eventx.evaluation.gold import GoldMention
from eventx.evaluation.matching import MatchedArticle, MatchedMention
from eventx.model import EventMention, When

By = Literal["type", "source"]
ASSERTED = "asserted"


@define(kw_only=True)
class Tally:
    """Counts over mentions; those of dates, modality, clusters and `about` over matched ones, unless said otherwise.

    Attributes:
        gold, predicted, matched: Mentions.
        gold_arguments, predicted_arguments, right_arguments: Arguments of all mentions.
        gold_dates, predicted_dates, right_dates: Dated mentions.
        right_modality: Mentions of gold's modality.
        right_assertedness: Mentions that are asserted where gold's are and not where not.
        gold_nonasserted, predicted_nonasserted, right_nonasserted: Mentions of another modality than asserted.
        cluster_precision, cluster_recall: Sums of B-cubed precision and recall.
        gold_about, predicted_about, right_about: Mentions with an `about`; of gold the unmatched ones too.
    """

    gold: float = 0
    predicted: float = 0
    matched: float = 0
    gold_arguments: float = 0
    predicted_arguments: float = 0
    right_arguments: float = 0
    gold_dates: float = 0
    predicted_dates: float = 0
    right_dates: float = 0
    right_modality: float = 0
    right_assertedness: float = 0
    gold_nonasserted: float = 0
    predicted_nonasserted: float = 0
    right_nonasserted: float = 0
    cluster_precision: float = 0
    cluster_recall: float = 0
    gold_about: float = 0
    predicted_about: float = 0
    right_about: float = 0


COUNTS = tuple(name.name for name in attrs.fields(Tally))


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of some tallies."""
    columns = zip(*map(attrs.astuple, tallies), strict=True)
    return Tally(**dict(zip(COUNTS, map(sum, columns), strict=False)))  # no tally has no columns


def count_mentions(article: MatchedArticle, by: By | None = None) -> dict[str, Tally]:
    """Count an article's mentions, by their type or the article's source where asked; the key is empty where not."""
    tallies: dict[str, Tally] = {}

    def tally_of(mention: GoldMention | EventMention) -> Tally:
        key = mention.type if by == "type" else (article.gold.source or "") if by == "source" else ""
        return tallies.setdefault(key, Tally())

    for pair in article.matched:
        _count_gold(pair.gold, tally_of(pair.gold))
        _count_predicted(pair.predicted, tally_of(pair.predicted))
        _count_matched(pair, tally_of(pair.gold))
    for missed in article.missed:
        _count_gold(missed, tally_of(missed))
    for spurious in article.spurious:
        _count_predicted(spurious, tally_of(spurious))
    return tallies


def _count_gold(mention: GoldMention, tally: Tally) -> None:
    tally.gold += 1
    tally.gold_arguments += len(mention.arguments)


def _count_predicted(mention: EventMention, tally: Tally) -> None:
    tally.predicted += 1
    tally.predicted_arguments += len(mention.arguments)


def _count_matched(pair: MatchedMention, tally: Tally) -> None:
    gold, predicted = pair.gold, pair.predicted
    when = claimed_date(predicted)
    tally.matched += 1
    tally.right_arguments += len(pair.arguments.right)
    tally.gold_dates += gold.when is not None
    tally.predicted_dates += when is not None
    tally.right_dates += same_date(gold.when, when)
    tally.right_modality += gold.modality == predicted.modality
    tally.right_assertedness += (gold.modality == ASSERTED) == (predicted.modality == ASSERTED)
    tally.gold_nonasserted += gold.modality != ASSERTED
    tally.predicted_nonasserted += predicted.modality != ASSERTED
    tally.right_nonasserted += gold.modality == predicted.modality != ASSERTED


def claimed_date(mention: EventMention) -> When | None:
    """The mention's date, if the text gives it: a day of publication put in for want of any is no claim."""
    return mention.when if mention.when and mention.when.source != "publication" else None


def same_date(gold: When | None, claimed: When | None) -> bool:
    """Whether a claimed date is gold's interval to the day."""
    return gold is not None and claimed is not None and (gold.start, gold.end) == (claimed.start, claimed.end)
