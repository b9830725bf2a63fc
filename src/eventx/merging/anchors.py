"""What ties two articles' accounts to one event: names that few share, a day, a death toll, and not just any gunmen."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import Literal, TypeAlias

from eventx.merging.fillers import Filler
from eventx.merging.lexicon import english
from eventx.merging.profiles import Profile
from eventx.merging.stories import Alike

Anchored: TypeAlias = Literal["firm", "some", "weak", "none"]

# What is told by no more articles than this, or by a smaller share of the run's, is rare.
RARE_ARTICLES = 20
RARE_SHARE = 0.03
RARE_WORD_ARTICLES = 8
RARE_WORD_SHARE = 0.01

# What each thing that two accounts share is worth; so much in all holds them together firmly, or weakly.
FIRM, SOME, WEAK = 2.0, 1.0, 0.25
RARE_NAME, COMMON_NAME, BROAD_NAME = 2.0, 1.0, 0.5
RARE_WORD, COMMON_WORD = 1.0, 0.25
TOLL = 1.0
STORY = {"most": 2.0, "some": 1.0, "few": 0.0, "none": 0.0}
BARE_STORY = 1.0

_SAME_STORY = frozenset(("most", "some"))

# Days after an event within which an article that gives no date may be expected to tell of it, and days between
# two articles that give none.
FRESH = 7
LATE = 32
TOGETHER = 2


class Anchors:
    """Weighs what accounts share by how many articles of the run tell it.

    Args:
        told: Article id and what the article says of an event, for each event of each article.
    """

    def __init__(self, told: Iterable[tuple[str, Profile]]) -> None:
        found: dict[str, set[str]] = {}
        words: dict[str, set[str]] = {}
        articles: set[str] = set()
        for article_id, profile in told:
            articles.add(article_id)
            for filler in profile.fillers.values():
                for name in filler.keys | filler.exact:
                    found.setdefault(name, set()).add(article_id)
                for word in filler.heads:
                    words.setdefault(word, set()).add(article_id)
        self._names = Counter({name: len(ids) for name, ids in found.items()})
        self._words = Counter({word: len(ids) for word, ids in words.items()})
        self._rare_name = max(RARE_ARTICLES, RARE_SHARE * len(articles))
        self._rare_word = max(RARE_WORD_ARTICLES, RARE_WORD_SHARE * len(articles))

    def between(self, a: Profile, b: Profile, days: float, story: Alike, *, toll: bool) -> Anchored:
        """How firmly what two accounts share holds them together.

        Args:
            a: What one article says of an event.
            b: What the other says.
            days: See `days_together`.
            story: How much of all that the two articles name is the same.
            toll: Whether they give the same high number of dead.
        """
        bare = not a.fillers or not b.fillers
        shared = 0.0 if bare else self._shared(a, b)
        if days < 0 and not toll and shared < RARE_NAME:
            # That two articles tell one story, of a country and its army, makes no one event of what they tell.
            return "none"
        if not toll and not shared and story not in _SAME_STORY:
            # Much happens on any one day.
            return "none"
        worth = days + shared + min(STORY[story], BARE_STORY if bare else FIRM) + TOLL * toll
        return "firm" if worth >= FIRM else "some" if worth >= SOME else "weak" if worth >= WEAK else "none"

    def _shared(self, a: Profile, b: Profile) -> float:
        exact = _all(a.fillers.values(), "exact") & _all(b.fillers.values(), "exact")
        names = (_all(a.fillers.values(), "keys") & _all(b.fillers.values(), "keys")) | exact
        worth = BROAD_NAME if names - exact else 0.0  # however many countries and armies
        worth += sum(RARE_NAME if self._names[name] <= self._rare_name else COMMON_NAME for name in exact)
        heads = {
            head
            for role, one in a.fillers.items()
            if role in b.fillers and not one.vague
            for head in one.heads & b.fillers[role].heads
        }
        if heads and not names:
            worth += max(RARE_WORD if self._words[head] <= self._rare_word else COMMON_WORD for head in heads)
        return worth


def _all(fillers: Iterable[Filler], what: Literal["keys", "exact"]) -> frozenset[str]:
    return frozenset().union(*(filler.keys if what == "keys" else filler.exact for filler in fillers))


def days_together(a: Profile, b: Profile, published: tuple[dt.date | None, dt.date | None]) -> float:
    """What the dates of two accounts are worth: those of the text much, that of publication little."""
    if a.days is not None and b.days is not None:
        gap = max((a.days[0] - b.days[1]).days, (b.days[0] - a.days[1]).days)
        length = max((one[1] - one[0]).days for one in (a.days, b.days))
        if gap > 1:
            return -1.0
        return 1.0 if gap <= 0 and length < 2 else 0.5 if length < FRESH else 0.0
    if published[0] is None or published[1] is None:
        return 0.0
    apart = abs((published[0] - published[1]).days)
    if a.days is None and b.days is None:
        return 0.5 if apart <= TOGETHER else 0.0 if apart <= FRESH else -1.0
    day, reported = (a.days, published[1]) if a.days is not None else (b.days, published[0])
    assert day is not None
    after = (reported - day[1]).days
    # Papers of one day tell of one thing long past, though but one of them says when it was.
    return 0.5 if after <= FRESH else 0.0 if after < LATE or apart <= TOGETHER else -0.5


def lands_apart(a: Profile, b: Profile) -> bool:
    """Whether all that the two say of where, and of who was hit, lies in different countries."""
    one, two = _lands(a), _lands(b)
    return bool(one) and bool(two) and one.isdisjoint(two)


def _lands(one: Profile) -> frozenset[str]:
    roles = english().place_roles | english().victim_roles
    return frozenset().union(*(filler.countries for role, filler in one.fillers.items() if role in roles))


def too_early(a: Profile, b: Profile, published: tuple[dt.date | None, dt.date | None]) -> bool:
    """Whether one article that tells what happened came out before the day that the other gives."""
    return _before(a, published[0], b, published[1]) or _before(b, published[1], a, published[0])


def _before(one: Profile, when: dt.date | None, dated: Profile, reported: dt.date | None) -> bool:
    if when is None or dated.days is None or one.modality != "asserted" or dated.modality != "asserted":
        return False
    # A day that lay ahead when it was told as past was read wrongly.
    if reported is not None and dated.days[0] - reported > dt.timedelta(1):
        return False
    return dated.days[0] - when > dt.timedelta(1)
