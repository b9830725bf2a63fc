"""What fills the roles of a match."""

from __future__ import annotations

from attrs import define, field


@define
class Filling:
    """The heads that fill roles, in the order of finding, each with where it was found."""

    roles: dict[str, list[int]] = field(factory=dict)
    reasons: dict[tuple[str, int], str] = field(factory=dict)

    def add(self, role: str, token: int, reason: str) -> None:
        """Fill a role once more, unless this head fills it already."""
        if token not in self.roles.setdefault(role, []):
            self.roles[role].append(token)
            self.reasons[role, token] = reason
