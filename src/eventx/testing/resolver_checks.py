"""Checks of resolvers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import attrs
from attrs import frozen

from eventx.analysis import Analysis
from eventx.guard import CAUGHT, what_happened
from eventx.model import Arguments, Entity, EventMention
from eventx.testing.checks import Problem, Skip, check
from eventx.testing.edge_articles import edge_articles
from eventx.testing.samples import Sample, samples
from eventx.testing.subject import Subject, analyse, crash


@frozen(kw_only=True)
class _Resolved:
    analysis: Analysis
    given: tuple[EventMention, ...]
    mentions: tuple[EventMention, ...]
    entities: tuple[Entity, ...]


@check("resolver.runs")
def runs(subject: Subject) -> Iterator[Problem]:
    """It gets through ordinary and edge articles without raising, and returns mentions and entities."""
    for article_id, raised in _raw(subject)[1].items():
        yield Problem(what=f"resolve() raised {raised}", remedy="return (mentions, entities)", article_id=article_id)
    instance = subject.build()
    for article in edge_articles():
        error = crash(instance.resolve, analyse([article])[0], ())
        if error:
            yield Problem(what=f"resolve() raised {error}", remedy="allow for any text", article_id=article.id)


@check("resolver.keeps_mentions")
def keeps_mentions(subject: Subject) -> Iterator[Problem]:
    """It returns every mention that it was given, and no other."""
    for done in _resolved(subject):
        given, got = (sorted(m.mention_id for m in some) for some in (done.given, done.mentions))
        if given != got:
            yield Problem(
                what=f"given {', '.join(given)}, it returned {', '.join(got) or 'nothing'}",
                remedy="return each mention, with attrs.evolve where entities were found",
                article_id=done.analysis.article.id,
            )


@check("resolver.own_fields_only")
def changes_entities_only(subject: Subject) -> Iterator[Problem]:
    """Of the mentions it changes `entity_id` and `name` of arguments only."""
    for done in _resolved(subject):
        given = {mention.mention_id: mention for mention in done.given}
        for mention in done.mentions:
            before = given.get(mention.mention_id)
            if before is not None and _bare(mention) != _bare(before):
                yield Problem(
                    what=f"{before!r} became {mention!r}",
                    remedy="change only entity_id and name of arguments",
                    article_id=mention.article_id,
                )


@check("resolver.entities_returned")
def entities_are_returned(subject: Subject) -> Iterator[Problem]:
    """Every entity that an argument refers to is among the entities returned, each id once."""
    for done in _resolved(subject):
        ids = [entity.entity_id for entity in done.entities]
        twice = sorted({one for one in ids if ids.count(one) > 1})
        used = {a.entity_id for m in done.mentions for a in m.arguments if a.entity_id is not None}
        missing = sorted(used - set(ids))
        if twice or missing:
            yield Problem(
                what=f"returned twice: {', '.join(twice) or 'none'}; referred to and not returned: "
                f"{', '.join(missing) or 'none'}",
                remedy="return one Entity for each id in use",
                article_id=done.analysis.article.id,
            )


@check("resolver.idempotent")
def resolving_again_changes_nothing(subject: Subject) -> Iterator[Problem]:
    """Resolving what is resolved gives the same."""
    for done in _resolved(subject):
        if len(done.given) != len(done.mentions):
            raise Skip("it does not keep its mentions")
        again, _ = subject.build().resolve(done.analysis, done.mentions)
        if _by_id(again) != _by_id(done.mentions):
            yield Problem(
                what="resolving the resolved mentions gives others",
                remedy="derive ids from the text, never from a counter that goes on",
                article_id=done.analysis.article.id,
            )


@check("resolver.links_all")
def links_every_entity(subject: Subject) -> Iterator[Problem]:
    """Linking gives every entity of every article one run-wide entity, in whatever order they come."""
    entities = [entity for done in _resolved(subject) for entity in done.entities]
    if not entities:
        raise Skip("it finds no entity in the kit's articles")
    groups, linked = subject.build().link(entities)
    lost = sorted({entity.entity_id for entity in entities} - set(groups))
    if lost:
        yield Problem(what=f"link() gives no run-wide id for {', '.join(lost)}", remedy="map every article-wide id")
    known = {entity.entity_id for entity in linked}
    unknown = sorted(set(groups.values()) - known)
    if unknown:
        yield Problem(
            what=f"link() maps to {', '.join(unknown)}, which it does not return", remedy="return one Entity for each"
        )
    other, _ = subject.build().link(entities[::-1])
    if {frozenset(group) for group in _groups(groups)} != {frozenset(group) for group in _groups(other)}:
        yield Problem(what="in another order, link() makes other groups", remedy="sort entities by id first")


def _groups(mapping: Any) -> list[list[str]]:
    groups: dict[str, list[str]] = {}
    for own, run_wide in mapping.items():
        groups.setdefault(run_wide, []).append(own)
    return list(groups.values())


def _raw(subject: Subject) -> tuple[list[_Resolved], dict[str, str]]:
    def resolve_all() -> tuple[list[_Resolved], dict[str, str]]:
        done, crashes = [], {}
        instance = subject.build()
        for sample in samples():
            try:
                done.append(_resolve(instance, sample))
            except CAUGHT as error:
                crashes[sample.article.id] = what_happened(error)
        return done, crashes

    answer: tuple[list[_Resolved], dict[str, str]] = subject.once("resolved", resolve_all)
    return answer


def _resolved(subject: Subject) -> list[_Resolved]:
    done, crashes = _raw(subject)
    if crashes:
        raise Skip("it does not run")
    return done


def _resolve(instance: Any, sample: Sample) -> _Resolved:
    (analysis,) = analyse([sample.article])
    mentions, entities = instance.resolve(analysis, sample.mentions)
    return _Resolved(analysis=analysis, given=sample.mentions, mentions=tuple(mentions), entities=tuple(entities))


def _bare(mention: EventMention) -> EventMention:
    arguments = [attrs.evolve(argument, entity_id=None, name=None) for argument in mention.arguments]
    return attrs.evolve(mention, arguments=Arguments(arguments))


def _by_id(mentions: Sequence[EventMention]) -> list[EventMention]:
    return sorted(mentions, key=lambda mention: mention.mention_id)
