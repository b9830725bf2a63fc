"""CAMEO and PLOVER codes of events."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeAlias

from attrs import frozen

from eventx.errors import SchemaError, did_you_mean
from eventx.model import Event
from eventx.schema import EventType, Place, check_keys, read_toml, toml_text

# What a file of codes has for a type: codes with an example, and lists of roles.
_CODES = {"cameo": "141", "plover": "PROTEST", "plover_mode": "demo"}
_SIDES = ("source", "target")


@frozen(kw_only=True)
class EventCode:
    """The code of an act.

    Attributes:
        cameo: The CAMEO code, as exact as the text allows.
        plover: The PLOVER event type.
        plover_mode: Its mode, empty where none fits.
    """

    cameo: str
    plover: str
    plover_mode: str = ""

    @property
    def root(self) -> str:
        """The first two digits: the kind of act."""
        return self.cameo[:2]

    @property
    def base(self) -> str:
        """The first three digits."""
        return self.cameo[:3]

    @property
    def quad_class(self) -> int:
        """Verbal cooperation 1, material cooperation 2, verbal conflict 3, material conflict 4."""
        root = int(self.root)
        return 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4


@frozen(kw_only=True)
class CodedAct:
    """How rows are made of an event: its code, and the roles of who acts on whom."""

    code: EventCode
    source: tuple[str, ...]
    target: tuple[str, ...]


Tables: TypeAlias = Mapping[str, Mapping[str, Any]]


def coded_acts(event: Event, category: str | None, tables: Tables) -> tuple[CodedAct, ...]:
    """The acts that an event is coded as, none for types without codes; a visit is also its host's act.

    Args:
        event: The event.
        category: Category of who acts, such as ``MIL``; it decides where words do not.
        tables: Codes by event type.
    """
    table = tables.get(event.type)
    if table is None:
        return ()
    source, target = tuple(table["source"]), tuple(table["target"])
    acts = [CodedAct(code=_code(event, table, category), source=source, target=target)]
    mirror = table.get("mirror")
    if mirror and any(role in event.arguments for role in mirror["target"]):
        code = EventCode(cameo=mirror["cameo"], plover=table["plover"], plover_mode=mirror["plover_mode"])
        acts.append(CodedAct(code=code, source=tuple(mirror["target"]), target=source))
    return tuple(acts)


def _code(event: Event, table: Mapping[str, Any], category: str | None) -> EventCode:
    words = [mention.trigger.text for mention in event.mentions]
    words += [argument.name for argument in event.arguments.all("instrument")]
    said = " ; ".join(words).lower()
    for case in table.get("case", ()):
        if case["pattern"].search(said):
            return EventCode(cameo=case["cameo"], plover=table["plover"], plover_mode=case["plover_mode"])
    cameo = table.get("by_category", {}).get(category, table["cameo"])
    return EventCode(cameo=cameo, plover=table["plover"], plover_mode=table.get("plover_mode", ""))


@cache
def standard_codes() -> Tables:
    """The codes of the standard event types."""
    text = resources.files("eventx.exporters").joinpath("data", "event_codes.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    for table in tables.values():
        for case in table.get("case", ()):
            words = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in case["words"])
            case["pattern"] = re.compile(rf"\b(?:{words})\b")
    return tables


def codes_of_file(path: str | Path, types: Mapping[str, EventType]) -> Tables:
    """Codes of further event types, from a TOML file with a table for each: cameo, plover, source and target.

    Args:
        path: The file.
        types: The event types of the run.

    Raises:
        SchemaError: If something in it is wrong; names file, line and key.
    """
    content, top = read_toml(toml_text(path), source=str(path))
    check_keys(content, tuple(types), top)
    return {name: _table(entry, top / name, types[name]) for name, entry in content.items()}


def _table(entry: Any, place: Place, event_type: EventType) -> Mapping[str, Any]:
    check_keys(entry, (*_CODES, *_SIDES), place)
    for key in _CODES:
        if not isinstance(entry.get(key, ""), str):
            raise SchemaError(f"{place / key}: expected a code in quotes, such as {_CODES[key]!r}")
    if not re.fullmatch(r"(?:0[1-9]|1\d|20)\d{0,2}", entry.get("cameo", "")):
        raise SchemaError(f"{place / 'cameo'}: expected a code of CAMEO in quotes, such as {_CODES['cameo']!r}")
    roles = [role.name for role in event_type.roles]
    for key in _SIDES:
        sides = entry.get(key, [])
        if not isinstance(sides, list):
            raise SchemaError(f"{place / key}: expected a list of roles")
        for role in sides:
            if role not in roles:
                raise SchemaError(
                    f"{place / key}: {event_type.name} has no role {role!r}; its roles: {', '.join(roles)}."
                    + did_you_mean(str(role), roles)
                )
    return {"plover": "", "source": [], "target": [], **entry}
