"""Checks of mergers."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import attrs
from attrs import frozen

from eventx.guard import CAUGHT, what_happened
from eventx.model import ArticleInfo, Event, EventMention
from eventx.serialize import article_info
from eventx.testing.checks import Problem, Skip, check
from eventx.testing.samples import samples
from eventx.testing.subject import Subject, analyse


@frozen(kw_only=True)
class _Merged:
    given: dict[str, tuple[EventMention, ...]]
    corefering: dict[str, tuple[EventMention, ...]]
    infos: dict[str, ArticleInfo]
    events: tuple[Event, ...]

    @property
    def mentions(self) -> list[EventMention]:
        return list(itertools.chain.from_iterable(self.corefering.values()))


@check("merger.runs")
def runs(subject: Subject) -> Iterator[Problem]:
    """It gets through ordinary mentions, and through none, without raising."""
    merged = _raw(subject)
    if isinstance(merged, str):
        yield Problem(what=merged, remedy="corefer() returns mentions, merge() events")
        return
    try:
        tuple(subject.build().merge((), (), {}))
    except CAUGHT as error:
        yield Problem(
            what=f"merge() of nothing raised {what_happened(error)}", remedy="return no events for no mentions"
        )


@check("merger.keeps_mentions")
def keeps_mentions(subject: Subject) -> Iterator[Problem]:
    """Coreference returns every mention of the article, with only `event_id` and `about` changed."""
    merged = _merged(subject)
    for article_id, given in merged.given.items():
        got = {mention.mention_id: mention for mention in merged.corefering[article_id]}
        for mention in given:
            after = got.pop(mention.mention_id, None)
            if after is None or attrs.evolve(after, event_id=None, about=None) != mention:
                yield Problem(
                    what=f"corefer(): {mention!r} became {after!r}",
                    remedy="return attrs.evolve(mention, event_id=…, about=…) for every mention",
                    article_id=article_id,
                )


@check("merger.one_event_each")
def each_mention_is_in_one_event(subject: Subject) -> Iterator[Problem]:
    """Every mention is in exactly one event, of its own type."""
    merged = _merged(subject)
    told = Counter(mention.mention_id for event in merged.events for mention in event.mentions)
    for mention in merged.mentions:
        if told[mention.mention_id] != 1:
            yield Problem(
                what=f"mention {mention.mention_id} is in {told[mention.mention_id]} events; it should be in one",
                remedy="partition the mentions: every one into one event",
                article_id=mention.article_id,
            )
    for event in merged.events:
        for mention in event.mentions:
            if mention.type != event.type:
                yield Problem(
                    what=f"event {event.event_id} of type {event.type} holds the {mention.type} {mention.mention_id}",
                    remedy="merge mentions of one type only; a denial points to what it denies with about",
                    article_id=mention.article_id,
                )


@check("merger.order_irrelevant")
def order_is_irrelevant(subject: Subject) -> Iterator[Problem]:
    """The order in which mentions come makes no difference."""
    merged = _merged(subject)
    first = _groups(merged.events)
    mentions = merged.mentions
    for order in (mentions[::-1], mentions[1:] + mentions[:1]):
        again = _groups(_merge(subject, order, merged))
        if again != first:
            yield Problem(
                what=f"in another order, it makes the events {again - first} instead of {first - again}",
                remedy="sort mentions by mention_id before merging",
            )
            return


@check("merger.conflicts_kept")
def conflicts_are_kept(subject: Subject) -> Iterator[Problem]:
    """Where mentions of an event fill a role differently, all fillers are kept."""
    for event in _merged(subject).events:
        for role in {argument.role for mention in event.mentions for argument in mention.arguments}:
            told = {a.text.lower() for m in event.mentions for a in m.arguments.all(role)}
            kept = [argument for argument in event.arguments if argument.role == role]
            sources = {mention for argument in kept for mention in argument.mentions}
            wanted = {m.mention_id for m in event.mentions if m.arguments.all(role)}
            if not kept or (sources and not wanted <= sources):
                yield Problem(
                    what=f"event {event.event_id}: {role} is told as {', '.join(sorted(told))}, and the event has "
                    f"{', '.join(argument.name for argument in kept) or 'nothing'}",
                    remedy="keep every filler as an EventArgument with the mentions that say so",
                )


def _raw(subject: Subject) -> _Merged | str:
    answer: _Merged | str = subject.once("merged", lambda: _run(subject))
    return answer


def _merged(subject: Subject) -> _Merged:
    merged = _raw(subject)
    if isinstance(merged, str):
        raise Skip("it does not run")
    return merged


def _run(subject: Subject) -> _Merged | str:
    instance = subject.build()
    given, corefering, infos = {}, {}, {}
    doing = "corefer()"
    try:
        for sample in samples():
            article_id = sample.article.id
            (analysis,) = analyse([sample.article])
            given[article_id] = sample.mentions
            corefering[article_id] = tuple(instance.corefer(analysis, sample.mentions, ()))
            infos[article_id] = article_info(sample.article)
        doing = "merge()"
        mentions = [mention for some in corefering.values() for mention in some]
        events: Any = tuple(instance.merge(_with_ids(mentions), (), infos))
        for event in events:
            if not isinstance(event, Event):
                return f"merge() gave an object of type {type(event).__name__}, and mergers give Event"
    except CAUGHT as error:
        return f"{doing} raised {what_happened(error)}"
    return _Merged(given=given, corefering=corefering, infos=infos, events=events)


def _merge(subject: Subject, mentions: Sequence[EventMention], merged: _Merged) -> tuple[Event, ...]:
    return tuple(subject.build().merge(_with_ids(mentions), (), merged.infos))


def _with_ids(mentions: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """Mentions that corefer with none get an event of their own from the host."""
    return tuple(m if m.event_id else attrs.evolve(m, event_id=f"{m.mention_id}:u") for m in mentions)


def _groups(events: Sequence[Event]) -> set[frozenset[str]]:
    return {frozenset(mention.mention_id for mention in event.mentions) for event in events}
