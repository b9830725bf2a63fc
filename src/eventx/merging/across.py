"""Which events of different articles are one."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from attrs import frozen

from eventx.merging.anchors import Anchors, days_together, lands_apart, too_early
from eventx.merging.blocking import candidate_pairs
from eventx.merging.cluster import FIRMEST, average_link
from eventx.merging.profiles import Profile, merged, profile
from eventx.merging.similarity import reasons_across, total
from eventx.merging.stories import Stories
from eventx.merging.weights import weights
from eventx.model import ArticleInfo, Entity, EventMention

# Two events that coreference kept apart within their article are one only if others speak strongly for it.
SAME_ARTICLE = -1.0

# So many mentions make an event the main one of its type in an article.
FEWEST_OF_MAIN = 3

# After so long an attack that is called by its day alone is known by it: "the 5 March attacks".
LONG = dt.timedelta(30)

# A pair that shares no key speaks against, but softly: an event that a thousand articles tell is never
# compared in full.
NO_KEY = -2.0
NO_KEY_WEIGHT = 0.1

# What needs no other tie between two articles.
_TIED = frozenset(("said:same", "victim:same", "bare:long-past"))


@frozen
class Unit:
    """What one article says of one event.

    Attributes:
        article_id: The article.
        mentions: Its mentions of the event, in text order.
        profile: All they say.
        published: When the article was published.
        main: Whether it is the event of its type that the article tells most of.
    """

    article_id: str
    mentions: tuple[EventMention, ...]
    profile: Profile
    published: dt.date | None
    main: bool = False


def units_of(
    mentions: Sequence[EventMention],
    articles: Mapping[str, ArticleInfo],
    entities: Mapping[str, Entity] | None = None,
) -> list[Unit]:
    """Gather the mentions by article and article-wide event id; a mention without one stands alone.

    A mention that comes twice (an article given twice) counts once.
    """
    groups: dict[tuple[str, str], list[EventMention]] = {}
    for mention in sorted(
        {mention.mention_id: mention for mention in mentions}.values(),
        key=lambda mention: (mention.article_id, mention.trigger.start, mention.type),
    ):
        groups.setdefault((mention.article_id, mention.event_id or mention.mention_id), []).append(mention)
    most: dict[tuple[str, str], int] = {}
    for (article_id, _), group in groups.items():
        told = (article_id, group[0].type)
        most[told] = max(most.get(told, FEWEST_OF_MAIN), len(group))
    units = []
    for (article_id, _), group in groups.items():
        info = articles.get(article_id)
        published = info.published if info is not None else None
        day = published.date() if isinstance(published, dt.datetime) else published
        whole = merged([profile(mention, entities=entities) for mention in group])
        main = len(group) == most[article_id, group[0].type]
        units.append(Unit(article_id, tuple(group), whole, day, main))
    return units


def merge_units(units: Sequence[Unit]) -> list[list[int]]:
    """Group the units, given in an order of their own, by the event they tell."""
    copies = _copies(units)
    groups = _merged([units[same[0]] for same in copies])
    return sorted(sorted(number for i in group for number in copies[i]) for group in groups)


def _copies(units: Sequence[Unit]) -> list[list[int]]:
    """Take those as one that articles of one day say alike in the same sentences: copies of one report."""
    same: dict[object, list[int]] = {}
    times: Counter[object] = Counter()
    for number, unit in enumerate(units):
        one = unit.profile
        if not one.said:
            same[number] = [number]
            continue
        told = (one.type, one.modality, one.days, one.said, unit.published)
        # What an article itself keeps apart stays so.
        times[told, unit.article_id] += 1
        same.setdefault((told, times[told, unit.article_id]), []).append(number)
    return list(same.values())


def _merged(units: Sequence[Unit]) -> list[list[int]]:
    """Group what different reports tell."""
    table = weights("across")
    scores: dict[tuple[int, int], float] = {}
    told = [(unit.article_id, unit.profile) for unit in units]
    stories, anchors = Stories(told), Anchors(told)
    for i, j in candidate_pairs([(unit.profile, unit.published) for unit in units]):
        if units[i].article_id == units[j].article_id:
            scores[i, j] = SAME_ARTICLE
        else:
            scores[i, j] = total(reasons(units[i], units[j], stories, anchors), table)
    return average_link(len(units), scores, missing=NO_KEY, missing_weight=NO_KEY_WEIGHT, best_weight=FIRMEST)


def reasons(a: Unit, b: Unit, stories: Stories, anchors: Anchors) -> list[str]:
    """Why what two articles tell may or may not be one event: by what they say of it, and by what else they tell."""
    apart = (a.published - b.published).days if a.published and b.published else None
    out = reasons_across(a.profile, b.profile, apart)
    if a.main and b.main:
        out.append("main:both")
    if "bare:both" in out and "date:same-day" in out and _long_past(a) and _long_past(b):
        out.append("bare:long-past")
    alike, published = stories.alike(a.article_id, b.article_id), (a.published, b.published)
    out.append(f"story:{alike}")
    if too_early(a.profile, b.profile, published):
        out.append("told:too-early")
    if lands_apart(a.profile, b.profile):
        out.append("lands:apart")
    if _TIED.isdisjoint(out):
        days = days_together(a.profile, b.profile, published)
        held = anchors.between(a.profile, b.profile, days, alike, toll="killed:telling" in out)
        out.append(f"anchor:{held}")
    return out


def _long_past(unit: Unit) -> bool:
    """Whether the day was long past when the article came out: a day by whose date the event is known."""
    days = unit.profile.days
    return days is not None and unit.published is not None and unit.published - days[1] > LONG
