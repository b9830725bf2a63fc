"""Event types as TOML: the form in which the standard ones are written, and everybody's own.

Of a types file only the ``[types.NAME]`` tables are read here; triggers, frames and word lists are for the extractor
that reads types files.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from importlib import resources
from typing import Any

from eventx.errors import SchemaError, did_you_mean
from eventx.schema.toml_places import Place, check_keys, read_toml
from eventx.schema.types import FILLERS, EventType, Role


def types_from_toml(text: str, *, source: str, known: Mapping[str, EventType] | None = None) -> tuple[EventType, ...]:
    """Read the ``[types.NAME]`` tables of a TOML text.

    Args:
        text: The TOML.
        source: What to call it in messages.
        known: Event types that there are already. If given, types may not redefine them, and ``about`` may name
            only these and the file's own.

    Raises:
        SchemaError: If it is not TOML, or a type is not what it should be; says which line and key, what is allowed,
            and what comes closest.

    >>> types_from_toml('[types.STRIKE]\\nroles.striker = { filler = "entity" }', source="strikes.toml")[0].name
    'STRIKE'
    """
    content, top = read_toml(text, source=source)
    tables, place = content.get("types", {}), top / "types"
    if not isinstance(tables, dict):
        raise SchemaError(f"{place}: expected a table for each type, such as [types.PROTEST]")
    types = tuple(_event_type(name, table, place / name) for name, table in tables.items())
    if known is not None:
        for event_type in types:
            _check_against(event_type, known, [*known, *tables], place / event_type.name)
    return types


def standard_types() -> tuple[EventType, ...]:
    """The four standard types: VISIT, ACCUSATION, DENIAL and ATTACK."""
    text = resources.files("eventx.schema").joinpath("standard.toml").read_text(encoding="utf-8")
    return types_from_toml(text, source="standard.toml")


def _event_type(name: str, table: Any, place: Place) -> EventType:
    check_keys(table, ("description", "summary", "about", "roles"), place)
    entries = table.get("roles", {})
    if not isinstance(entries, dict):
        raise SchemaError(f"{place / 'roles'}: expected a table for each role, such as roles.protester = {{}}")
    roles = tuple(_role(role, entry, place / "roles" / role) for role, entry in entries.items())
    try:
        return EventType(
            name=name,
            description=_text(table, "description", place),
            summary=_text(table, "summary", place),
            about=table.get("about", ()),
            roles=roles,
        )
    except (TypeError, ValueError) as error:
        key, _, reason = str(error).partition(": ")
        if key == "summary":
            raise SchemaError(f"{place / key}: {reason}") from error
        raise SchemaError(f"{place}: {_reason(error, name)}") from error


def _role(name: str, entry: Any, place: Place) -> Role:
    check_keys(entry, ("filler", "description"), place)
    filler = entry.get("filler", "phrase")
    if filler not in FILLERS:
        raise SchemaError(
            f"{place / 'filler'}: {filler!r} is not one of {', '.join(FILLERS)}." + did_you_mean(str(filler), FILLERS)
        )
    try:
        return Role(name=name, filler=filler, description=_text(entry, "description", place))
    except ValueError as error:
        raise SchemaError(f"{place}: {_reason(error, name)}") from error


def _text(table: dict[str, Any], key: str, place: Place) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise SchemaError(f"{place / key}: expected a text in quotes, not {value!r}")
    return value


def _reason(error: Exception, name: str) -> str:
    """What a value's own check says; of a name that does not fit its pattern, in words."""
    if "must match regex" not in str(error):
        return str(error)
    if name.upper() != name:
        return f"{name!r}: a type's name is in upper case, a role's in lower case: letters, digits and _ only"
    return f"{name!r} is no name: letters, digits and _ only, a letter first; types upper case, roles lower case"


def _check_against(event_type: EventType, known: Mapping[str, EventType], names: Collection[str], place: Place) -> None:
    if known.get(event_type.name, event_type) != event_type:
        raise SchemaError(
            f"{place}: there is an event type {event_type.name} already, and it is defined differently; give yours "
            f'another name, or leave [types.{event_type.name}] out and write type = "{event_type.name}" to add '
            "triggers to the one that there is"
        )
    for name in event_type.about:
        if name not in names:
            raise SchemaError(
                f"{place / 'about'}: event type {name!r} is not known; known: {', '.join(names)}."
                + did_you_mean(name, names)
            )
