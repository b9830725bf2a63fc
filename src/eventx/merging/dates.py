"""The dates that mentions claim for an event, and what they add up to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from eventx.model import DateClaim, EventMention, When


def claims(mentions: Sequence[EventMention]) -> tuple[DateClaim, ...]:
    """Every different date that the text gives, with the mentions that give it, earliest first.

    Fallbacks to the date of publication claim nothing and are left out.
    """
    found: dict[tuple[object, ...], list[EventMention]] = {}
    for mention in mentions:
        if mention.when is not None and mention.when.source != "publication":
            found.setdefault((mention.when.start, mention.when.end, mention.when.granularity), []).append(mention)
    out = []
    for group in found.values():
        # Of those who say the same, one that has it from its own sentence speaks for all.
        speaker = min(
            group, key=lambda mention: (mention.when is None or mention.when.source != "text", mention.mention_id)
        )
        assert speaker.when is not None
        out.append(DateClaim(when=speaker.when, mentions=sorted(mention.mention_id for mention in group)))
    return tuple(sorted(out, key=lambda claim: (claim.when.start, claim.when.end, claim.when.granularity)))


def agreed(
    dates: Sequence[DateClaim],
    mentions: Iterable[EventMention],
    published: Mapping[str, dt.date] | None = None,
) -> When | None:
    """The date of an event: of its most precise claims the one that most articles are consistent with.

    "Most precise" are claims that contain no other. Without any claim it is the earliest publication date that a
    mention falls back on, and None without that.

    Args:
        dates: The claims.
        mentions: The mentions of the event.
        published: Of what has happened: when each article was published. A day that lay ahead of it then was not the
            day, and counts only where there is no other.
    """
    if not dates:
        fallbacks = [mention.when for mention in mentions if mention.when is not None]
        return min(fallbacks, key=lambda when: (when.start, when.end), default=None)
    finest = [
        claim for claim in dates if not any(_holds(claim.when, other.when) for other in dates if other is not claim)
    ]

    days = published or {}

    def standing(claim: DateClaim) -> tuple[object, ...]:
        when = claim.when
        agreeing = [mention_id for other in dates if when.overlaps(other.when) for mention_id in other.mentions]
        articles = {mention_id.rpartition("#")[0] for mention_id in agreeing}
        ahead = all(when.start > days[one] if one in days else False for one in _articles(claim))
        length = (when.end - when.start).days
        return ahead, -len(articles), -len(agreeing), -len(claim.mentions), length, when.start, when.granularity

    return min(finest or dates, key=standing).when


def _articles(claim: DateClaim) -> set[str]:
    return {mention_id.rpartition("#")[0] for mention_id in claim.mentions}


def _holds(outer: When, inner: When) -> bool:
    """Whether ``inner`` lies in ``outer`` and is shorter."""
    return (
        outer.start <= inner.start and inner.end <= outer.end and (outer.start, outer.end) != (inner.start, inner.end)
    )
