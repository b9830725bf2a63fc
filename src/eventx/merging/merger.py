"""The merger for English: coreference within articles, merging across them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from eventx.merging.across import Unit, merge_units, units_of
from eventx.merging.build import build_event, event_id_of
from eventx.merging.links import link_within
from eventx.merging.order import timeline_order
from eventx.merging.within import clusters, number_events, profiles_of
from eventx.model import ArticleInfo, Entity, Event, EventMention
from eventx.schema import Catalogue, EventType, standard_types

if TYPE_CHECKING:
    from eventx.analysis import Analysis
    from eventx.components import Options


class EnglishMerger:
    """Decides which mentions tell one event, by named reasons with fitted weights.

    Args:
        options: ``types``: the run's event types (a `Catalogue` or any iterable of `EventType`), for what can be about
            what, the order of roles and the templates of summaries; the standard types where it is missing.
    """

    def __init__(self, options: Options | None = None) -> None:
        given: Iterable[EventType] | Mapping[str, EventType] = (options or {}).get("types") or standard_types()
        self._types: Mapping[str, EventType] = given if isinstance(given, Mapping) else Catalogue(given)

    def corefer(
        self, analysis: Analysis, mentions: Sequence[EventMention], entities: Sequence[Entity]
    ) -> Sequence[EventMention]:
        """Return the mentions of one article, in text order, with ``event_id`` and ``about`` filled."""
        ordered = sorted(mentions, key=lambda mention: (mention.trigger.start, mention.type, mention.trigger.end))
        profiles = profiles_of(analysis, ordered, entities)
        groups = clusters(profiles)
        return link_within(number_events(ordered, groups), profiles, groups, self._types)

    def merge(
        self, mentions: Sequence[EventMention], entities: Sequence[Entity], articles: Mapping[str, ArticleInfo]
    ) -> Sequence[Event]:
        """Merge the mentions of all articles into events, in the order of the timeline; input order does not matter."""
        known = {entity.entity_id: entity for entity in entities}
        units = units_of(mentions, articles, known)
        groups = [[units[i] for i in group] for group in merge_units(units)]
        told = [[mention for unit in group for mention in unit.mentions] for group in groups]
        ids = [event_id_of(group) for group in told]
        about = _links(groups, ids)
        return timeline_order(
            build_event(
                group,
                event_id=event_id,
                about=about.get(event_id),
                realises=None,
                event_type=self._types.get(group[0].type),
                entities=known,
                articles=articles,
            )
            for group, event_id in zip(told, ids, strict=True)
        )


def _links(groups: Sequence[Sequence[Unit]], ids: Sequence[str]) -> dict[str, str]:
    """``about`` of each event: what most of its mentions are about, by the events of their own articles."""
    run_wide: dict[tuple[str, str], str] = {}
    for group, event_id in zip(groups, ids, strict=True):
        for unit in group:
            for mention in unit.mentions:
                if mention.event_id is not None:
                    run_wide[mention.article_id, mention.event_id] = event_id
    out = {}
    for group, event_id in zip(groups, ids, strict=True):
        votes = Counter(
            target
            for unit in group
            for mention in unit.mentions
            if mention.about is not None and (target := run_wide.get((mention.article_id, mention.about)))
        )
        if votes:
            out[event_id] = min(votes, key=lambda target: (-votes[target], target))
    return out
