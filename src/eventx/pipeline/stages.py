"""The stages after extraction, each run so that a component that breaks costs only its own contribution."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs

from eventx.analysis import Analysis
from eventx.components import DaterRecord, MergerRecord, ResolverRecord
from eventx.errors import PluginError
from eventx.model import Arguments, ArticleInfo, Entity, Event, EventMention, When
from eventx.plugins import Built

Mentions = tuple[EventMention, ...]


class Stages:
    """Resolver, merger and dater of a run.

    Args:
        resolver: Finds entities.
        merger: Finds events.
        dater: Finds dates.
        on_error: Called with every failure; the run goes on.
    """

    def __init__(
        self,
        resolver: Built[ResolverRecord],
        merger: Built[MergerRecord],
        dater: Built[DaterRecord],
        on_error: Callable[[PluginError], None],
    ) -> None:
        self.resolver, self.merger, self.dater, self._on_error = resolver, merger, dater, on_error

    def within(
        self, analysis: Analysis, mentions: Mentions, *, dated: bool = False
    ) -> tuple[Mentions, tuple[Entity, ...]]:
        """Resolve, corefer and date the mentions of one article.

        They are dated twice: by their own sentences, which tells coreference that two attacks are of different days,
        and then by the other mentions of their events as well.

        Args:
            analysis: The article.
            mentions: Its mentions.
            dated: Whether the mentions bring their dates along.
        """
        article_id = analysis.article.id
        entities: tuple[Entity, ...] = ()
        if not mentions:
            return (), ()
        try:
            with self.resolver.guarded("cannot resolve entities", article_id=article_id):
                resolved, found = self.resolver.instance.resolve(analysis, mentions)
                mentions, entities = _same(mentions, resolved, self.resolver, article_id), tuple(found)
        except PluginError as error:
            self._on_error(error)
        if not dated and len({mention.type for mention in mentions}) < len(mentions):  # else nothing can corefer
            mentions = self._dated_by_sentences(analysis, mentions)
        try:
            with self.merger.guarded("cannot find coreference", article_id=article_id):
                corefering = self.merger.instance.corefer(analysis, mentions, entities)
                mentions = _same(mentions, corefering, self.merger, article_id)
        except PluginError as error:
            self._on_error(error)
        mentions = _with_event_ids(mentions)
        if not dated:
            try:
                mentions = self._date(analysis, mentions)
            except PluginError as error:
                self._on_error(error)
        return mentions, entities

    def _date(self, analysis: Analysis, mentions: Mentions) -> Mentions:
        with self.dater.guarded("cannot date mentions", article_id=analysis.article.id):
            return _same(mentions, self.dater.instance.date(analysis, mentions), self.dater, analysis.article.id)

    def _dated_by_sentences(self, analysis: Analysis, mentions: Mentions) -> Mentions:
        """Date mentions as if each told an event of its own; what is no more than a guess is marked as one."""
        try:
            dated = self._date(analysis, _with_event_ids(mentions))
        except PluginError:
            return mentions  # told when they are dated for good
        whens = {mention.mention_id: mention.when for mention in dated}
        return tuple(attrs.evolve(mention, when=_guessed(whens[mention.mention_id])) for mention in mentions)

    def across(
        self, mentions: Mentions, entities: tuple[Entity, ...], infos: Mapping[str, ArticleInfo]
    ) -> tuple[tuple[Event, ...], tuple[Entity, ...]]:
        """Link the entities of all articles, and merge their mentions into events.

        Raises:
            PluginError: If the merger breaks: there is no timeline without it.
        """
        try:
            with self.resolver.guarded("cannot link entities across articles"):
                run_wide, linked = self.resolver.instance.link(entities)
                names = {entity.entity_id: entity.name for entity in linked}
                mentions = tuple(_relabel(mention, run_wide, names) for mention in mentions)
                entities = tuple(sorted(linked, key=lambda entity: entity.entity_id))
        except PluginError as error:
            self._on_error(error)
        with self.merger.guarded("cannot merge mentions into events"):
            events = tuple(self.merger.instance.merge(mentions, entities, infos))
        return events, entities


def _same(
    before: Mentions,
    after: Sequence[EventMention],
    built: Built[Any],
    article_id: str,
) -> Mentions:
    """Check that a stage lost and invented no mention; return them in text order."""
    ordered = tuple(sorted(after, key=lambda mention: (mention.trigger.start, mention.type)))
    if sorted(mention.mention_id for mention in before) != sorted(mention.mention_id for mention in ordered):
        raise PluginError(
            f"it was given {len(before)} mentions and returned {len(ordered)} that are not the same; "
            "a stage returns every mention it was given, with its own fields filled",
            plugin=built.component.plugin,
            component=built.component.record.name,
            article_id=article_id,
        )
    return ordered


def _guessed(when: When | None) -> When | None:
    return when if when is None or when.source == "text" else attrs.evolve(when, source="publication")


def _with_event_ids(mentions: Mentions) -> Mentions:
    """Give mentions without an event one of their own."""
    return tuple(
        mention if mention.event_id else attrs.evolve(mention, event_id=f"{mention.article_id}:u{number}")
        for number, mention in enumerate(mentions, 1)
    )


def _relabel(mention: EventMention, run_wide: Mapping[str, str], names: Mapping[str, str]) -> EventMention:
    """Point a mention's arguments at the run's entities."""
    if not any(argument.entity_id in run_wide for argument in mention.arguments):
        return mention
    arguments = []
    for argument in mention.arguments:
        entity_id = run_wide.get(argument.entity_id or "", argument.entity_id)
        name = names.get(entity_id or "", argument.name)
        arguments.append(attrs.evolve(argument, entity_id=entity_id, name=name))
    return attrs.evolve(mention, arguments=Arguments(arguments))
