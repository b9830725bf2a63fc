"""Where predictions and gold disagree, one by one, for reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from attrs import frozen

from eventx.evaluation.gold import GoldArticle
from eventx.evaluation.matching import MatchedArticle, MatchedMention
from eventx.evaluation.tallies import claimed_date, same_date
from eventx.model import Span

Kind = Literal["missed", "spurious", "argument", "date", "modality"]
KINDS: tuple[str, ...] = get_args(Kind)

CONTEXT = 60


@frozen(kw_only=True)
class Disagreement:
    """One thing that predictions and gold see differently.

    Attributes:
        kind: ``missed`` or ``spurious`` for a mention; ``argument``, ``date`` or ``modality`` for what is wrong with
            one that was found.
        article_id: Where.
        type: Event type of the mention.
        start, end: Offsets of its trigger.
        trigger: The trigger as it stands.
        before, after: What stands around it.
        role: Role of a wrong argument.
        gold: What gold has; None for what it does not have.
        predicted: What was predicted; None for what was missed.
        rule: What in the extractor fired.
    """

    kind: Kind
    article_id: str
    type: str
    start: int
    end: int
    trigger: str
    before: str
    after: str
    role: str | None = None
    gold: str | None = None
    predicted: str | None = None
    rule: str | None = None


def disagreements(articles: Iterable[MatchedArticle]) -> Iterator[Disagreement]:
    """Every disagreement, article by article in text order."""
    for article in articles:
        yield from sorted(_of_article(article), key=lambda one: (one.start, one.end, KINDS.index(one.kind)))


def _of_article(article: MatchedArticle) -> Iterator[Disagreement]:
    for missed in article.missed:
        yield _at(article.gold, "missed", missed.type, missed.trigger)
    for spurious in article.spurious:
        yield _at(article.gold, "spurious", spurious.type, spurious.trigger, rule=spurious.rule)
    for pair in article.matched:
        yield from _of_mention(article.gold, pair)


def _of_mention(article: GoldArticle, pair: MatchedMention) -> Iterator[Disagreement]:
    gold, predicted = pair.gold, pair.predicted

    def wrong(kind: Kind, wanted: str | None, got: str | None, role: str | None = None) -> Disagreement:
        return _at(article, kind, gold.type, gold.trigger, role=role, gold=wanted, predicted=got, rule=predicted.rule)

    # A missed and a spurious argument of one role are most often the same one, cut or chosen wrongly.
    spurious = list(pair.arguments.spurious)
    for missed in pair.arguments.missed:
        instead = next((argument for argument in spurious if argument.role == missed.role), None)
        if instead is not None:
            spurious.remove(instead)
        yield wrong("argument", missed.span.text, instead.text if instead else None, missed.role)
    for argument in spurious:
        yield wrong("argument", None, argument.text, argument.role)
    when = claimed_date(predicted)
    if when != gold.when and not same_date(gold.when, when):
        yield wrong("date", str(gold.when) if gold.when else None, str(when) if when else None)
    if gold.modality != predicted.modality:
        yield wrong("modality", gold.modality, predicted.modality)


def _at(
    article: GoldArticle,
    kind: Kind,
    type_: str,
    trigger: Span,
    *,
    role: str | None = None,
    gold: str | None = None,
    predicted: str | None = None,
    rule: str | None = None,
) -> Disagreement:
    return Disagreement(
        kind=kind,
        article_id=article.id,
        type=type_,
        start=trigger.start,
        end=trigger.end,
        trigger=article.text[trigger.start : trigger.end],
        before=article.text[max(0, trigger.start - CONTEXT) : trigger.start],
        after=article.text[trigger.end : trigger.end + CONTEXT],
        role=role,
        gold=gold,
        predicted=predicted,
        rule=rule,
    )
