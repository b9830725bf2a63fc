"""The event types of a run, and the check that mentions keep to them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from typing import Any

from eventx.errors import SchemaError, did_you_mean
from eventx.model import Article, EventMention
from eventx.schema.types import FILLERS, EventType, Role


class Catalogue(Mapping[str, EventType]):
    """Event types by name, in the order in which they were given.

    Raises:
        SchemaError: If two different types have one name.
    """

    def __init__(self, types: Iterable[EventType]) -> None:
        self._types: dict[str, EventType] = {}
        for event_type in types:
            known = self._types.setdefault(event_type.name, event_type)
            if known != event_type:
                raise SchemaError(f"event type {event_type.name} is defined twice, and differently")

    def __getitem__(self, name: str) -> EventType:
        return self._types[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._types)

    def __len__(self) -> int:
        return len(self._types)

    def check(self, mention: EventMention, article: Article) -> None:
        """Check a mention against its type and its article.

        Raises:
            SchemaError: If the type or a role is unknown.
            SpanError: If a span does not show what stands in the article.
        """
        event_type = self._types.get(mention.type)
        if event_type is None:
            raise SchemaError(
                f"event type {mention.type!r} is not known; known: {', '.join(self._types)}."
                + did_you_mean(mention.type, self._types)
            )
        roles = [role.name for role in event_type.roles]
        for argument in mention.arguments:
            if argument.role not in roles:
                raise SchemaError(
                    f"{mention.type} has no role {argument.role!r}; its roles: {', '.join(roles)}."
                    + did_you_mean(argument.role, roles)
                )
        for span in mention.spans():
            article.check_span(span)


def types_from_toml(text: str, *, source: str) -> tuple[EventType, ...]:
    """Read the ``[types.NAME]`` tables of a TOML text.

    Args:
        text: The TOML.
        source: What to call it in messages.

    Raises:
        SchemaError: If it is not TOML, or a type is not what it should be; says which key and what is allowed.
    """
    try:
        tables = tomllib.loads(text).get("types", {})
    except tomllib.TOMLDecodeError as error:
        raise SchemaError(f"{source}: not valid TOML: {error}") from error
    if not isinstance(tables, dict):
        raise SchemaError(f"{source}: types: expected a table for each type, such as [types.VISIT]")
    return tuple(_event_type(name, table, f"{source}: types.{name}") for name, table in tables.items())


def _event_type(name: str, table: Any, where: str) -> EventType:
    if not isinstance(table, dict):
        raise SchemaError(f"{where}: expected a table")
    _known_keys(table, ("description", "summary", "about", "roles"), where)
    entries = table.get("roles", {})
    if not isinstance(entries, dict):
        raise SchemaError(f"{where}.roles: expected a table for each role")
    roles = []
    for role, entry in entries.items():
        _known_keys(entry, ("filler", "description"), f"{where}.roles.{role}")
        filler = entry.get("filler", "phrase")
        if filler not in FILLERS:
            raise SchemaError(
                f"{where}.roles.{role}.filler: {filler!r} is not one of {', '.join(FILLERS)}."
                + did_you_mean(str(filler), FILLERS)
            )
        roles.append((role, filler, entry.get("description", "")))
    try:
        return EventType(
            name=name,
            description=table.get("description", ""),
            summary=table.get("summary", ""),
            about=table.get("about", ()),
            roles=tuple(Role(name=role, filler=filler, description=text) for role, filler, text in roles),
        )
    except (TypeError, ValueError) as error:
        raise SchemaError(f"{where}: {error}") from error


def _known_keys(table: Any, allowed: tuple[str, ...], where: str) -> None:
    if not isinstance(table, dict):
        raise SchemaError(f"{where}: expected a table with {', '.join(allowed)}")
    for key in table:
        if key not in allowed:
            raise SchemaError(
                f"{where}.{key}: unknown key; allowed: {', '.join(allowed)}." + did_you_mean(key, allowed)
            )


def standard_types() -> tuple[EventType, ...]:
    """The four standard types: VISIT, ACCUSATION, DENIAL and ATTACK."""
    text = resources.files("eventx.schema").joinpath("standard.toml").read_text(encoding="utf-8")
    return types_from_toml(text, source="standard.toml")
