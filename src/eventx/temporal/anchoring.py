"""Which date of its own sentence dates a mention."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from eventx.analysis import Analysis
from eventx.model import EventMention, Timex, When
from eventx.temporal.anchoring_expressions import DateExpression, expressions_in
from eventx.temporal.anchoring_paths import SentenceTree
from eventx.temporal.anchoring_stays import Stay, stay_of

# Above this a date has proved to be another event's more often than not.
FARTHEST = 4

# "since" opens a long stretch; only what it modifies filled that.
FARTHEST_SINCE = 1


@frozen(kw_only=True)
class Claim:
    """A date that a mention's own sentence gives it.

    Attributes:
        when: The date.
        cost: How far the date stands from the trigger in the parse; 0 is beside it.
    """

    when: When
    cost: int


@frozen(kw_only=True)
class Claims:
    """What the sentences of mentions say, by ``mention_id``.

    Attributes:
        dates: The date in reach of the trigger.
        stays: What is said of the course of the event.
    """

    dates: dict[str, Claim]
    stays: dict[str, Stay]


def anchor_mentions(analysis: Analysis, mentions: Sequence[EventMention], timexes: Sequence[Timex]) -> Claims:
    """Date mentions by the dates of their own sentences.

    Generic mentions are left out: a kind of event has no date.

    Args:
        analysis: The article; sentences that hold both a mention and a date are parsed if they are not yet.
        mentions: The mentions.
        timexes: The article's temporal expressions in text order.
    """
    by_sentence: dict[int, list[EventMention]] = {}
    for mention in mentions:
        index = analysis.sentence_at(mention.trigger.start)
        if index is not None and mention.modality != "generic":
            by_sentence.setdefault(index, []).append(mention)
    claims = Claims(dates={}, stays={})
    for index in sorted(by_sentence):
        sentence = analysis.sentences[index]
        inside = [timex for timex in timexes if sentence.start <= timex.span.start < sentence.end]
        for mention in by_sentence[index]:
            stay = stay_of(analysis.article, mention, inside)
            if stay is not None:
                claims.stays[mention.mention_id] = stay
        expressions = expressions_in(analysis.article, sentence, inside)
        parsed = analysis.parse(index) if expressions else None
        if parsed is not None:
            claims.dates.update(_attach(SentenceTree(parsed), by_sentence[index], expressions))
    return claims


def _attach(
    tree: SentenceTree, mentions: Sequence[EventMention], expressions: Sequence[DateExpression]
) -> dict[str, Claim]:
    """Give each mention of a sentence the date that stands nearest in the parse."""
    heads = [tree.head_of(mention.trigger.start, mention.trigger.end) for mention in mentions]
    events = frozenset(head for head in heads if head is not None)
    found = {}
    for mention, head in zip(mentions, heads, strict=True):
        claim = None if head is None else _nearest(tree, mention, head, expressions, events)
        if claim is not None:
            found[mention.mention_id] = claim
    return found


def _nearest(
    tree: SentenceTree,
    mention: EventMention,
    trigger: int,
    expressions: Iterable[DateExpression],
    events: frozenset[int],
) -> Claim | None:
    speakers = frozenset(
        token
        for argument in mention.arguments
        if argument.role in tree.words.speakers
        and (token := tree.head_of(argument.span.start, argument.span.end)) is not None
    )
    best: tuple[int, int, int] | None = None
    chosen: DateExpression | None = None
    for expression in expressions:
        date = tree.head_of(expression.core.start, expression.core.end)
        if date is None or expression.span.overlaps(mention.trigger):
            continue
        if expression.since and _compares(tree, trigger):
            continue
        cost = tree.cost(trigger, date, speakers=speakers, events=events)
        rank = (cost, abs(date - trigger), expression.span.start)
        if cost <= (FARTHEST_SINCE if expression.since else FARTHEST) and (best is None or rank < best):
            best, chosen = rank, expression
    if best is None or chosen is None:
        return None
    when = When(start=chosen.start, end=chosen.end, granularity=chosen.granularity, expression=chosen.span)
    return Claim(when=when, cost=best[0])


def _compares(tree: SentenceTree, trigger: int) -> bool:
    """Whether "since" compares: "her first visit since 1998" was not going on since then."""
    return any(
        tree.heads[token] == trigger and tree.lower[token] in tree.words.ranking
        for token in range(max(0, trigger - 8), trigger)
    )
