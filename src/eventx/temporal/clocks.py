"""Readers of times of day: this morning, the night before, half past three, 1430 GMT, noon."""

from __future__ import annotations

from eventx.temporal.calendar import Period
from eventx.temporal.choice import mod_of, step_of, time_of
from eventx.temporal.context import Context, Reading, Unresolvable, dated
from eventx.temporal.grammar import Hit

_JUST_TOLD = 60  # tokens
_LATELY = 7  # days


def daypart(hit: Hit, context: Context) -> Reading | None:
    """``this morning``, ``11:30 last night``, ``that evening``, ``the next morning``, ``in the afternoon``."""
    rel, mod = hit.words("rel"), mod_of(hit, context)
    time = time_of(hit, context)
    if rel == ["last"] or rel[-1:] == ["this"]:
        day = Period("day", context.day).shift(step_of(rel, context))
        return dated(day, time=time, mod=mod, anchor=context.day)
    if rel in (["before"], ["after"]) and context.after(hit)[:1].isalnum():
        return None  # "the night before the vote"
    if not rel and context.after(hit) in ("he", "she", "they", "it", "that", "when") and not context.is_opening(hit):
        return None  # "the car he was in the night he was shot"
    if hit.tokens.words[hit.last - 1] == "hours" and context.after(hit) in ("of", "on"):
        return None  # "in the early morning hours of May 3" begins with "the"
    if not rel and context.after(hit) in ("from", "between"):
        return None  # "in the night from Monday to Tuesday": likewise
    base = context.base
    if base.unit != "day" and not rel:
        base = Period("day", context.day)  # "in the afternoon" of a report is today's
    if base.unit != "day":
        raise Unresolvable(f"the last date before it, {base.value}, is no day")
    step = {"before": -1, "after": 1}.get(rel[0], 0) if rel else 0
    return dated(
        base.shift(step or step_of(rel, context)), time=time, mod=mod, anchor=base.start, note=context.base_note()
    )


def clock(hit: Hit, context: Context) -> Reading | None:
    """``9 a.m.``, ``17:30 GMT``, ``1430 GMT``, ``at 1430 hours``, ``noon``."""
    words, before = hit.words("time"), context.before(hit)
    if hit.words("military") and not hit.words("zone") and before not in context.lexicon.words["before_clock"]:
        return None  # "did 1200 hours of service"
    time = time_of(hit, context)
    if time is None:
        return None
    if len(words) == 1 and words[0].isalpha():
        surface = hit.tokens.surface(hit.last - 1)
        if (surface.istitle() and not context.is_opening(hit)) or before in context.lexicon.words["determiners"]:
            return None  # "the newspaper Dawn", "an overnight raid"
    elif (
        len(words) == 1
        and not hit.words("zone")
        and (before not in context.lexicon.words["before_clock"] or context.is_of_a_game)
    ):
        return None  # 10:30 may be a score or a verse
    zone = f"zone {hit.word('zone')}; " if hit.words("zone") else ""
    near = context.reference if context.near else None
    if near is not None and near.unit == "day" and words[-1:] == ["overnight"] and near.start > context.day:
        near = None  # "extended the truce until Monday but shelled the port overnight"
    if near is not None and near.unit == "day":
        day, source = near, "the day named in its sentence"
    elif not words[:1] or not words[0].isalpha():
        day, source = _day_just_told(hit, context)
    else:
        day, source = Period("day", context.day), "the day of publication assumed"
    return dated(day, time=time, mod=mod_of(hit, context), anchor=day.start, note=zone + source)


def _day_just_told(hit: Hit, context: Context) -> tuple[Period, str]:
    """The day that a sentence just before told of, for a report goes on: "It began at 9:30 p.m."."""
    told = context.reference
    if (
        told is not None
        and told.unit == "day"
        and hit.first - context.previous_last <= _JUST_TOLD
        and (context.published is None or 0 <= (context.published - told.start).days <= _LATELY)
        and context.direction(hit)[0] <= 0
    ):
        return told, "the day named just before it"
    return Period("day", context.day), "the day of publication assumed"
