"""The merger for English: coreference within articles, merging across them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from eventx.errors import did_you_mean
from eventx.merging.across import merge_units, units_of
from eventx.merging.build import build_event, event_id_of, with_summaries
from eventx.merging.links import link_within
from eventx.merging.order import timeline_order
from eventx.merging.run_links import about_links, realised, whole
from eventx.merging.within import clusters, number_events, profiles_of
from eventx.model import ArticleInfo, Entity, Event, EventMention
from eventx.schema import Catalogue, EventType, standard_types

if TYPE_CHECKING:
    from eventx.analysis import Analysis
    from eventx.components import Options

OPTIONS = ("types",)


class EnglishMerger:
    """Decides which mentions tell one event, by named reasons with fitted weights.

    Args:
        options: ``types``: the run's event types (a `Catalogue` or any iterable of `EventType`), for what can be about
            what, the order of roles and the templates of summaries; the standard types where it is missing.

    Raises:
        ValueError: For an option it does not know.
    """

    def __init__(self, options: Options | None = None) -> None:
        for name in options or {}:
            if name not in OPTIONS:
                raise ValueError(
                    f"the English merger has no option {name!r}; it has: {', '.join(OPTIONS)}."
                    f"{did_you_mean(name, OPTIONS)}"
                )
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
        wholes = [
            whole(event_id_of([mention for i in group for mention in units[i].mentions]), [units[i] for i in group])
            for group in merge_units(units)
        ]
        about, realises = about_links(wholes, self._types), realised(wholes)
        events = [
            build_event(
                [mention for unit in one.units for mention in unit.mentions],
                event_id=one.event_id,
                about=about.get(one.event_id),
                realises=realises.get(one.event_id),
                event_type=self._types.get(one.profile.type),
                entities=known,
                articles=articles,
            )
            for one in wholes
        ]
        return timeline_order(with_summaries(events, self._types, articles))
