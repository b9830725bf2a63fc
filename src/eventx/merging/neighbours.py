"""Which mentions of one article are compared: all with all, unless there are very many."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from eventx.merging.profiles import Profile

# So many of one type, more than a news article has, are all compared with each other.
ALL = 240

# Beyond that about so many pairs are compared, which are shared out evenly: the more there are, the fewer each meets.
PAIRS = 320_000

# But never with fewer than these.
FEWEST = 4
MOST = 120


def neighbours(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs ``i < j`` of what is worth comparing, given in text order.

    In a crowd each is compared with those nearest before it, and with the latest that share a name or a head word.
    """
    if len(profiles) <= ALL:
        yield from ((i, j) for j in range(len(profiles)) for i in range(j))
        return
    each = reach(len(profiles), PAIRS)
    near, alike = each - each // 2, each // 2
    by_word: dict[str, deque[int]] = {}
    for j, one in enumerate(profiles):
        met = range(max(0, j - near), j)
        yield from ((i, j) for i in met)
        words = naming(one)
        latest = {i for word in words for i in by_word.get(word, ()) if i not in met}
        yield from ((i, j) for i in sorted(latest, reverse=True)[:alike])
        # What is near now leaves the queue only once as many have come as are looked for beyond the nearest.
        for word in words:
            by_word.setdefault(word, deque(maxlen=near + alike)).append(j)


def reach(count: int, pairs: int) -> int:
    """How many others each of ``count`` is compared with, so that about ``pairs`` are compared in all."""
    return max(FEWEST, min(MOST, pairs // count))


def naming(one: Profile) -> frozenset[str]:
    """What names who and where: entity ids, and head words that are not vague."""
    return frozenset().union(
        *(filler.keys if filler.vague else filler.keys | filler.heads for filler in one.fillers.values())
    )
