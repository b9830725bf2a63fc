"""What the page knows of a timeline: the JSON that its script draws from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from eventx.exporters.dates import readable_date
from eventx.exporters.headlines import headline, type_label
from eventx.exporters.links import web_link
from eventx.model import ArticleInfo, DateClaim, Event, EventArgument, EventMention, Span, Timeline, When
from eventx.model.marks import Marked, Piece, mark_text, marks_of
from eventx.printable import printable, printable_piece, shortened
from eventx.schema import EventType

# Days of the page count from here, as JavaScript's do.
_EPOCH = 719_163

# A fuller sentence than this is shown around its trigger; a longer name or summary is cut.
_LONGEST_QUOTE, _LONGEST_NAME, _LONGEST_TITLE = 1_500, 200, 500

# Colours and signs of the standard types; others get the free colours in turn, and the sign of none.
_TONES = {"ATTACK": 0, "ACCUSATION": 1, "DENIAL": 2, "VISIT": 3}
_FREE_TONES = (4, 5, 6, 7)


def page_data(timeline: Timeline, catalogue: Mapping[str, EventType]) -> dict[str, Any]:
    """Everything that the page shows, as JSON values; all text in it is printable."""
    types = _types(timeline, catalogue)
    article_at = {info.id: number for number, info in enumerate(timeline.articles)}
    actors = _Actors(timeline, catalogue)
    kinds = {entry["name"]: number for number, entry in enumerate(types)}
    return {
        "types": types,
        "articles": [_article(info, article_at) for info in timeline.articles],
        "events": [_event(event, kinds[event.type], article_at, actors) for event in timeline],
        "actors": actors.shown,
        "made_by": _made_by(timeline),
    }


def _types(timeline: Timeline, catalogue: Mapping[str, EventType]) -> list[dict[str, Any]]:
    names = sorted({event.type for event in timeline}, key=lambda name: (_TONES.get(name, len(_TONES)), name))
    others = [name for name in names if name not in _TONES]
    rows = []
    for name in names:
        roles = catalogue[name].roles if name in catalogue else ()
        rows.append(
            {
                "name": name,
                "label": type_label(name),
                "tone": _TONES[name] if name in _TONES else _FREE_TONES[others.index(name) % len(_FREE_TONES)],
                "sign": name.lower() if name in _TONES else "other",
                "numbers": [role.name for role in roles if role.filler == "number"],
            }
        )
    return rows


def _article(info: ArticleInfo, article_at: Mapping[str, int]) -> dict[str, Any]:
    day = info.published.strftime("%Y-%m-%d") if info.published else None
    row: dict[str, Any] = {
        "title": shortened(info.title or info.id, _LONGEST_TITLE) or "untitled",
        "source": shortened(info.source, _LONGEST_NAME) if info.source else None,
        "date": day,
        "url": web_link(info.url),
    }
    original = article_at.get(info.copy_of or "")
    return row if original is None else {**row, "copy_of": original}


class _Actors:
    """Who acts in events, each once, numbered in order of appearance."""

    def __init__(self, timeline: Timeline, catalogue: Mapping[str, EventType]) -> None:
        self.shown: list[str] = []
        self._number: dict[str, int] = {}
        self._entities = {entity.entity_id: entity for entity in timeline.entities}
        # A number of killed or a place is nobody's lane; of types that nobody describes, any entity may act.
        self._roles = {
            name: {role.name for role in event_type.roles if role.filler == "entity"}
            for name, event_type in catalogue.items()
        }

    def of(self, event: Event) -> list[int]:
        roles = self._roles.get(event.type)
        found: dict[int, None] = {}
        for argument in event.arguments:
            if argument.entity_id is None or (roles is not None and argument.role not in roles):
                continue
            entity = self._entities.get(argument.entity_id)
            for member in entity.members if entity and entity.members else (argument.entity_id,):
                found[self._numbered(member, argument.name)] = None
        return list(found)

    def _numbered(self, entity_id: str, otherwise: str) -> int:
        if entity_id not in self._number:
            entity = self._entities.get(entity_id)
            self._number[entity_id] = len(self.shown)
            self.shown.append(shortened(entity.name if entity else otherwise, _LONGEST_NAME))
        return self._number[entity_id]


def _event(event: Event, kind: int, article_at: Mapping[str, int], actors: _Actors) -> dict[str, Any]:
    mention_at = {mention.mention_id: number for number, mention in enumerate(event.mentions)}
    row: dict[str, Any] = {
        "id": printable(event.event_id),
        "type": kind,
        "modality": event.modality,
        "headline": headline(event),
        "date": readable_date(event.when),
        "roles": [_argument(argument, mention_at) for argument in event.arguments],
        "actors": actors.of(event),
        "mentions": _mentions(event.mentions, article_at),
    }
    if event.when is not None:
        row["days"] = _days(event.when)
        row["how"] = _how(event.when)
    if len(event.dates) > 1:
        row["dates"] = [[readable_date(claim.when), _numbers(claim.mentions, mention_at)] for claim in event.dates]
        row["dates_conflict"] = _conflict(event.dates)
    for name in ("about", "realises"):
        if getattr(event, name):
            row[name] = printable(getattr(event, name))
    told = {article_at[name] for name in event.articles if name in article_at}
    if told != {mention["article"] for mention in row["mentions"]}:
        row["articles"] = sorted(told)
    return row


def _argument(argument: EventArgument, mention_at: Mapping[str, int]) -> list[Any]:
    return [argument.role, shortened(argument.name, _LONGEST_NAME), _numbers(argument.mentions, mention_at)]


def _mentions(mentions: Sequence[EventMention], article_at: Mapping[str, int]) -> list[dict[str, Any]]:
    """A row for each mention; of those in one sentence the first has the quotation, with what all of them mark."""
    together: dict[tuple[str, Span], list[EventMention]] = {}
    for mention in mentions:
        together.setdefault((mention.article_id, mention.sentence or mention.trigger), []).append(mention)
    quotes = {group[0].mention_id: quote(group) for group in together.values()}
    return [_mention(mention, article_at, quotes.get(mention.mention_id)) for mention in mentions]


def _mention(mention: EventMention, article_at: Mapping[str, int], quoted: list[Any] | None) -> dict[str, Any]:
    row: dict[str, Any] = {"article": article_at.get(mention.article_id, -1)}
    if quoted:
        row["quote"] = quoted
    if mention.attribution:
        row["says"] = shortened(mention.attribution.text, _LONGEST_NAME)
    if mention.modality != "asserted":
        row["modality"] = mention.modality
    if mention.when and mention.when.source != "publication":
        row["date"] = readable_date(mention.when)
    if mention.rule or mention.extractor:
        row["by"] = printable(" ".join(filter(None, (mention.extractor, mention.rule))))
    if mention.confidence < 1:
        row["confidence"] = round(mention.confidence, 2)
    return row


def quote(mentions: Sequence[EventMention]) -> list[Any]:
    """The sentence of these mentions, as text and ``[kind, label, piece, …]`` for what is marked in it."""
    first = mentions[0]
    sentence = first.sentence or first.trigger
    start, end = sentence.start, sentence.end
    if end - start > _LONGEST_QUOTE:
        start = max(start, first.trigger.start - _LONGEST_QUOTE // 2)
        end = min(end, start + _LONGEST_QUOTE)
    text = sentence.text[start - sentence.start : end - sentence.start]
    marks = [mark for mention in mentions for mark in marks_of(mention)]
    pieces = _pieces(mark_text(text, marks, offset=start))
    return ["…"] * (start > sentence.start) + pieces + ["…"] * (end < sentence.end)


def _pieces(pieces: Iterable[Piece]) -> list[Any]:
    return [
        [piece.kind, printable(piece.label), *_pieces(piece.pieces)]
        if isinstance(piece, Marked)
        else printable_piece(piece)
        for piece in pieces
    ]


def _numbers(mentions: Iterable[str], mention_at: Mapping[str, int]) -> list[int]:
    return [mention_at[mention] for mention in mentions if mention in mention_at]


def _days(when: When) -> list[int]:
    return [when.start.toordinal() - _EPOCH, when.end.toordinal() - _EPOCH]


def _how(when: When) -> list[str]:
    return [when.source, *([shortened(when.expression.text, _LONGEST_NAME)] if when.expression else [])]


def _conflict(claims: Sequence[DateClaim]) -> bool:
    """Whether two dates exclude each other; else they only differ in how exact they are."""
    stated = [claim.when for claim in claims if claim.when.source != "publication"]
    return any(not one.overlaps(other) for one in stated for other in stated)


def _made_by(timeline: Timeline) -> str:
    parts = [f"eventx {timeline.eventx}".strip()] + [
        f"{name} {version}" for name, version in sorted(timeline.plugins.items())
    ]
    if timeline.model:
        parts.append(f"{timeline.model.name} {timeline.model.version}")
    return shortened(", ".join(parts), _LONGEST_TITLE)
