"""CAMEO and PLOVER codes of events."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from attrs import frozen

from eventx.model import Event


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


def coded_acts(event: Event, category: str | None) -> tuple[CodedAct, ...]:
    """The acts that an event is coded as, none for types without codes; a visit is also its host's act.

    Args:
        event: The event.
        category: Category of who acts, such as ``MIL``; it decides where words do not.
    """
    table = _tables().get(event.type)
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
def _tables() -> dict[str, dict[str, Any]]:
    text = resources.files("eventx.exporters").joinpath("data", "event_codes.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    for table in tables.values():
        for case in table.get("case", ()):
            words = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in case["words"])
            case["pattern"] = re.compile(rf"\b(?:{words})\b")
    return tables
