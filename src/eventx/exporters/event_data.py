"""Event data for political science: who did what to whom, one dyad a row, with CAMEO, PLOVER and ISO codes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO

from eventx.exporters.csv_cells import cell
from eventx.exporters.event_codes import CodedAct, EventCode, Tables, coded_acts, codes_of_file, standard_codes
from eventx.model import ArticleInfo, Entity, Event, EventArgument, Timeline, copy_count
from eventx.schema import Catalogue, EventType, standard_types

COLUMNS = (
    "event_id", "first_day", "last_day", "granularity", "date_source",
    "source", "source_id", "source_country", "source_category",
    "cameo", "cameo_root", "cameo_base", "quad_class", "plover", "plover_mode",
    "target", "target_id", "target_country", "target_category",
    "place", "place_country", "modality", "denied", "about",
    "article_count", "copy_count", "publishers", "articles", "summary",
)  # fmt: skip

_DETERMINERS = frozenset({"a", "an", "the", "no", "its", "his", "her", "their", "our", "my", "this", "some", "any"})


class EventDataExporter:
    """Writes a row for each pair of who acts and who is acted on; ``modality`` says what was only announced.

    Events of types without codes are left out. Cells that a spreadsheet would take for a formula begin with an
    apostrophe.

    Args:
        codes: A TOML file with the codes of further event types.
        types: The event types of the run; the standard ones where left out.
    """

    def __init__(self, codes: str | None = None, types: Mapping[str, EventType] | None = None) -> None:
        self.types = Catalogue(standard_types()) if types is None else types
        own = codes_of_file(codes, self.types) if codes else {}
        self.codes = {**standard_codes(), **own}

    def write(self, timeline: Timeline, stream: IO[bytes]) -> None:
        """Write the rows to a binary stream, as CSV in UTF-8."""
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(COLUMNS)
        writer.writerows([cell(value) for value in row] for row in self._rows(timeline))
        stream.write(text.getvalue().encode("utf-8", "backslashreplace"))

    def _rows(self, timeline: Timeline) -> Iterator[tuple[object, ...]]:
        entities = {entity.entity_id: entity for entity in timeline.entities}
        events = {event.event_id: event for event in timeline}
        infos = {info.id: info for info in timeline.articles}
        denied = {event.about for event in timeline if event.type == "DENIAL" and event.modality == "asserted"}
        for event in timeline:
            when = event.when
            days = (when.start, when.end, when.granularity, when.source) if when else ("", "", "", "")
            where = _place(event, self.types.get(event.type), entities)
            status = (*where, event.modality, int(event.event_id in denied), event.about or "")
            counts = (len(event.articles), copy_count(event, infos))
            told = (*counts, _publishers(event, infos), "; ".join(event.articles), event.summary)
            for act, source, target in _dyads(event, events, entities, self.codes):
                sides = (_actor(source, entities), _actor(target, entities))
                yield (event.event_id, *days, *sides[0], *_codes(act.code), *sides[1], *status, *told)


def _codes(code: EventCode) -> tuple[object, ...]:
    return (code.cameo, code.root, code.base, code.quad_class, code.plover, code.plover_mode)


def _dyads(
    event: Event, events: Mapping[str, Event], entities: Mapping[str, Entity], codes: Tables
) -> Iterator[tuple[CodedAct, EventArgument | None, EventArgument | None]]:
    """Every pair of who acts on whom; an unknown side is None."""
    attackers = (entities.get(argument.entity_id or "") for argument in event.arguments.all("attacker"))
    category = next((attacker.category for attacker in attackers if attacker and attacker.category), None)
    for act in coded_acts(event, category, codes):
        sources = _fillers(event, act.source, events) or (None,)
        targets = _fillers(event, act.target, events) or (None,)
        for source in sources:
            for target in targets:
                if source is None or target is None or source.name != target.name:
                    yield act, source, target


def _fillers(event: Event, roles: Sequence[str], events: Mapping[str, Event]) -> tuple[EventArgument, ...]:
    """Who fills the first of the roles that is filled: all proper names, or else the first description."""
    for role in roles:
        where: Event | None = event
        if role.startswith("about."):
            where, role = events.get(event.about or ""), role.removeprefix("about.")
        found = where.arguments.all(role) if where else ()
        if found:
            return tuple(argument for argument in found if _is_name(argument.name)) or found[:1]
    return ()


def _is_name(text: str) -> bool:
    """Whether it names somebody: "the Northern Front" does, "A spokesman" and "its army" do not."""
    words = text.split()
    if len(words) > 1 and words[0].lower() in _DETERMINERS:
        words = words[1:]
    return words[0][:1].isupper() if words else False


def _actor(argument: EventArgument | None, entities: Mapping[str, Entity]) -> tuple[str, str, str, str]:
    if argument is None:
        return ("", "", "", "")
    entity = entities.get(argument.entity_id or "")
    country, category = (entity.country or "", entity.category or "") if entity else ("", "")
    return (argument.name, argument.entity_id or "", country, category)


def _place(event: Event, event_type: EventType | None, entities: Mapping[str, Entity]) -> tuple[str, str]:
    """The first place that is named, and the country of the first whose country is known."""
    roles = [role.name for role in event_type.roles if role.filler == "place"] if event_type else []
    places = [argument for role in roles for argument in event.arguments.all(role)]
    known = (entities.get(argument.entity_id or "") for argument in places)
    country = next((entity.country for entity in known if entity and entity.country), "")
    return (places[0].name if places else "", country)


def _publishers(event: Event, infos: Mapping[str, ArticleInfo]) -> str:
    named: Iterable[str] = (infos[name].source or "" for name in event.articles if name in infos)
    return "; ".join(sorted({name for name in named if name}))
