"""Whether two articles tell of the same story, by who and where they name."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from typing import Literal, TypeAlias

from eventx.merging.profiles import Profile

Alike: TypeAlias = Literal["most", "some", "few", "none"]


class Stories:
    """Compares articles by the entities of their events, of which the rarer ones count for more.

    Args:
        told: Article id and what the article says of an event, for each event of each article.
    """

    def __init__(self, told: Iterable[tuple[str, Profile]]) -> None:
        self._named: dict[str, set[str]] = {}
        for article_id, profile in told:
            names = self._named.setdefault(article_id, set())
            for filler in profile.fillers.values():
                if filler.named:
                    names |= filler.keys
        found = Counter(name for names in self._named.values() for name in names)
        self._weight = {name: 1 + math.log(len(self._named) / count) for name, count in found.items()}
        self._alike: dict[tuple[str, str], Alike] = {}

    def alike(self, one: str, other: str) -> Alike:
        """How much of what two articles name is the same."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._alike:
            self._alike[pair] = self._compared(*pair)
        return self._alike[pair]

    def _compared(self, one: str, other: str) -> Alike:
        mine, theirs = self._named[one], self._named[other]
        shared = self._sum(mine & theirs)
        if not shared:
            return "none"
        share = shared / math.sqrt(self._sum(mine) * self._sum(theirs))
        return "most" if share > 0.4 else "some" if share > 0.15 else "few"

    def _sum(self, names: Iterable[str]) -> float:
        # In an order of its own, so that rounding does not depend on that of the input.
        return math.fsum(self._weight[name] for name in names)
