"""Which pairs are worth comparing, so that cost grows with the number of mentions and not with its square."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from eventx.merging.profiles import Profile

# In a crowded block each is compared with its neighbours in date order only.
NEIGHBOURS = 24

_REAL = frozenset(("asserted", "planned"))


def candidate_pairs(units: Sequence[tuple[Profile, dt.date | None]]) -> Iterator[tuple[int, int]]:
    """Pairs of units that share a key, each once.

    What happened, what is planned and what did or may not happen are never paired. A key is a type, a month and a word
    that names who or where. The month is that of the event where it is known to be one, and that of publication, so
    that an article which dates an event meets one which does not.

    Args:
        units: What an article says of an event, and when the article was published; in an order that does not depend
            on the order of input.
    """
    blocks: dict[tuple[str, str, str, int], list[int]] = {}
    for number, (profile, published) in enumerate(units):
        reality = profile.modality if profile.modality in _REAL else "unreal"
        for word, month in keys(profile, published):
            blocks.setdefault((profile.type, reality, word, month), []).append(number)
    seen: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        block = blocks[key]
        if len(block) > NEIGHBOURS:
            block.sort(key=lambda number: (_day(units[number]), number))
        for at, i in enumerate(block):
            for j in block[at + 1 : at + 1 + NEIGHBOURS]:
                pair = (i, j) if i < j else (j, i)
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def keys(profile: Profile, published: dt.date | None) -> list[tuple[str, int]]:
    """The words that say who and where, each with the months it may be asked for by."""
    months = _months(profile, published)
    return [(word, month) for word in _words(profile) for month in months]


def _words(profile: Profile) -> list[str]:
    words = set(profile.said)
    if not profile.fillers and profile.days is not None and profile.days[0] == profile.days[1]:
        words.add(profile.days[0].isoformat())  # "the 5 March attack"
    for filler in profile.fillers.values():
        words |= filler.keys
        if not filler.vague:
            words |= filler.heads
    return sorted(words)


def _months(profile: Profile, published: dt.date | None) -> list[int]:
    months: set[int] = set()
    if profile.days is not None and (profile.days[1] - profile.days[0]).days < 62:
        months |= {_month(day) for day in profile.days}
    if published is not None:
        months |= {_month(published), _month(published) + 1}
    return sorted(months) or [0]


def _month(day: dt.date) -> int:
    return day.year * 12 + day.month


def _day(unit: tuple[Profile, dt.date | None]) -> dt.date:
    profile, published = unit
    return profile.days[0] if profile.days else published or dt.date.min
