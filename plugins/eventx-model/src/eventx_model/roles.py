"""The roles that are looked for, and what roles of different types have in common."""

from __future__ import annotations

from collections.abc import Mapping

# By type, its roles, each with the kind of participant that it is. Roles of one kind are learned together.
# The accuser of a denial is left out: five in the training articles are too few to learn from.
ROLES: Mapping[str, Mapping[str, str]] = {
    "VISIT": {"visitor": "agent", "destination": "place", "host": "patient", "purpose": "content"},
    "ACCUSATION": {"accuser": "agent", "accused": "patient", "allegation": "content"},
    "DENIAL": {"denier": "agent", "allegation": "content"},
    "ATTACK": {
        "attacker": "agent",
        "target": "patient",
        "instrument": "instrument",
        "place": "place",
        "killed": "killed",
        "wounded": "wounded",
    },
}
TYPES = tuple(ROLES)

# "killed twelve soldiers": what is counted may be the same word as who was hit.
COUNTS = frozenset(("killed", "wounded"))

LABELS = tuple(f"{type_name}.{role}" for type_name, roles in ROLES.items() for role in roles)
KINDS = tuple(kind for roles in ROLES.values() for kind in roles.values())


def columns_of(type_name: str) -> slice:
    """Where the roles of a type stand among `LABELS`."""
    first = next(i for i, label in enumerate(LABELS) if label.startswith(f"{type_name}."))
    return slice(first, first + len(ROLES[type_name]))
