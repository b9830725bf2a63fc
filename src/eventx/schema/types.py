"""Event types and their roles."""

from __future__ import annotations

import re
from typing import Literal, get_args

from attrs import field, frozen
from attrs.validators import in_, matches_re

from eventx.errors import did_you_mean
from eventx.model._convert import as_tuple

Filler = Literal["entity", "place", "clause", "phrase", "number"]
FILLERS: tuple[str, ...] = get_args(Filler)


@frozen(kw_only=True)
class Role:
    """A role of an event type.

    Attributes:
        name: Lower case, as in ``"visitor"``.
        filler: What may fill it: an ``entity`` (an actor), a ``place``, a ``clause`` (a proposition), a ``phrase``
            (anything else) or a ``number`` (a count, or a phrase that holds one).
        description: What it means, in a sentence.

    Raises:
        ValueError: If the name is not in lower case, or there is no such filler.
    """

    name: str = field(validator=matches_re(r"[a-z][a-z0-9_]*"))
    filler: Filler = field(default="phrase", validator=in_(FILLERS))
    description: str = ""


@frozen(kw_only=True)
class EventType:
    """A kind of event: its name, its meaning and its roles.

    Attributes:
        name: Upper case, as in ``"VISIT"``.
        description: What counts, in a sentence or two.
        roles: In the order in which tables and summaries show them.
        summary: Template of the sentence that a timeline shows, with roles in braces: ``"{visitor} visits
            {destination}"``. Parts in square brackets are left out where a role inside them is not filled, or says what
            the sentence has said already. ``|`` sets alternatives apart: the first counts whose roles outside brackets
            are all filled, else the last: ``"{attacker} attacks {target}[ in {place}]|Attack[ in {place}]"``. A verb in
            "s" right after the first role agrees with it. ``{allegation:ing}`` is filled only by a phrase that begins
            with an "-ing" form: "accuses {accused} of {allegation:ing}".
        about: Names of the event types that an event of this type can be about.

    Raises:
        ValueError: If the name is not in upper case, a role is named twice, or ``summary`` names a role that is none.
    """

    name: str = field(validator=matches_re(r"[A-Z][A-Z0-9_]*"))
    description: str = ""
    roles: tuple[Role, ...] = field(default=(), converter=as_tuple)
    summary: str = field(default="")
    about: tuple[str, ...] = field(default=(), converter=as_tuple)

    @roles.validator
    def _check_roles(self, _attribute: object, roles: tuple[Role, ...]) -> None:
        names = [role.name for role in roles]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"event type {self.name}: role named twice: {', '.join(twice)}")

    @summary.validator
    def _check_summary(self, _attribute: object, summary: str) -> None:
        names = [role.name for role in self.roles]
        for text in re.findall(r"\{(.*?)\}", summary):
            name = text.removesuffix(":ing")
            if name not in names:
                raise ValueError(
                    f"summary: no role {name!r}; roles: {', '.join(names) or 'none'}." + did_you_mean(name, names)
                )

    def role(self, name: str) -> Role | None:
        """The role of that name, or None."""
        return next((role for role in self.roles if role.name == name), None)
