"""What fills the roles of an event, merged over its mentions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eventx.merging.fillers import Filler, compare, filler
from eventx.merging.lexicon import english
from eventx.model import Argument, Entity, EventArgument, EventMention
from eventx.schema import EventType


def gather(
    mentions: Sequence[EventMention], event_type: EventType | None, entities: Mapping[str, Entity]
) -> tuple[EventArgument, ...]:
    """Merge the arguments of an event's mentions by role.

    One entity is one argument, whatever it is called in each mention; numbers are one argument if they are the same
    number. The best supported filler of a role comes first. Pronouns whose referent is not known are left out where the
    role has anything better.

    Args:
        mentions: The mentions, in an order that does not depend on the order of input.
        event_type: The type, for the order of its roles and what fills them.
        entities: The run's entities by id.
    """
    by_role: dict[str, list[tuple[str, Argument]]] = {}
    for mention in mentions:
        for argument in mention.arguments:
            by_role.setdefault(argument.role, []).append((mention.mention_id, argument))
    order = [role.name for role in event_type.roles] if event_type else []
    numbers = {role.name for role in event_type.roles if role.filler == "number"} if event_type else set()
    out: list[EventArgument] = []
    for role in sorted(by_role, key=lambda name: (order.index(name) if name in order else len(order), name)):
        out += _gather_role(role, by_role[role], entities, counted=role in numbers)
    return tuple(out)


def _gather_role(
    role: str, given: Sequence[tuple[str, Argument]], entities: Mapping[str, Entity], *, counted: bool
) -> list[EventArgument]:
    groups: list[tuple[list[Filler], list[tuple[str, Argument]]]] = []
    # Names first, so that a vague phrase finds the name it goes with.
    ranked = sorted(
        given, key=lambda pair: (pair[1].entity_id is None, -len(pair[1].text), pair[0], pair[1].span.start)
    )
    for mention_id, argument in ranked:
        one = filler(argument)
        for fillers, members in groups:
            if _same(one, fillers, counted=counted):
                fillers.append(one)
                members.append((mention_id, argument))
                break
        else:
            groups.append(([one], [(mention_id, argument)]))
    telling = [group for group in groups if not all(_is_pronoun(argument) for _, argument in group[1])]
    best = sorted(
        telling or groups, key=lambda group: (_is_vague(group[0]), -len({m for m, _ in group[1]}), group[1][0][0])
    )
    return [
        EventArgument(
            role=role,
            name=_name([argument for _, argument in members], entities),
            entity_id=next((argument.entity_id for _, argument in members if argument.entity_id), None),
            mentions=sorted({mention_id for mention_id, _ in members}),
        )
        for _, members in best
    ]


def _same(one: Filler, fillers: Sequence[Filler], *, counted: bool) -> bool:
    first = fillers[0]
    if counted and one.count and first.count:
        return one.count.stated == first.count.stated
    if one.keys & first.keys:
        return True
    if one.keys and first.keys and one.named and first.named:
        return False
    if one.count and first.count and one.count.stated != first.count.stated:
        return False
    return compare(one, first) == "same" or (bool(one.heads) and one.heads == first.heads)


def _is_pronoun(argument: Argument) -> bool:
    return not argument.name and argument.text.lower() in english().pronouns


def _is_vague(fillers: Sequence[Filler]) -> bool:
    return all(one.vague and not one.count for one in fillers)


def _name(arguments: Sequence[Argument], entities: Mapping[str, Entity]) -> str:
    """A proper name if there is one, else the fullest text: a description with its article."""
    known = [
        entities[argument.entity_id].name
        for argument in arguments
        if argument.entity_id and argument.entity_id in entities
    ]
    names = [name for name in (*known, *(argument.name for argument in arguments if argument.name)) if _is_proper(name)]
    if names:
        return names[0]
    texts = [argument.text for argument in arguments if not _is_pronoun(argument)]
    return " ".join(
        max(texts or known or [arguments[0].text], key=lambda text: (text.count(" "), len(text), text)).split()
    )


def _is_proper(name: str) -> bool:
    last = name.split()[-1:]
    return bool(last) and last[0][0].isupper() and last[0].lower() not in english().vague
