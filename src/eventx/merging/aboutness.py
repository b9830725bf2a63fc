"""Why one event may be about another: a denial about an accusation, an accusation about an attack."""

from __future__ import annotations

from eventx.merging.fillers import compare
from eventx.merging.lexicon import english
from eventx.merging.profiles import Profile


def reasons_about(a: Profile, b: Profile) -> list[str]:
    """Why ``a`` (a denial, an accusation) may or may not be about the event that ``b`` tells, in one article."""
    out = [f"about:{a.type}-{b.type}"]
    inside = [role for (start, end), role in a.roles.items() if start <= b.start < end]
    out += [f"inside:{role}" for role in inside[:1]]
    if any(start <= a.start < end for start, end in b.spans):
        out.append("inside:other-way")
    gap = b.sentence - a.sentence if a.sentence >= 0 and b.sentence >= 0 else 9
    out.append(
        "gap:0"
        if gap == 0
        else f"gap:{'+' if gap > 0 else '-'}{'1' if abs(gap) == 1 else '2-4' if abs(gap) < 5 else '5'}"
    )
    if a.spans & b.spans:
        out.append("shared-span")
    return out + _in_common(a, b)


def reasons_about_across(a: Profile, b: Profile, days_apart: int | None) -> list[str]:
    """Why what one article tells may or may not be about what another tells.

    Args:
        a: All that is said of the denial, the accusation.
        b: All that is said of an event that it may be about.
        days_apart: From the first report of ``b`` to that of ``a``, None where unknown.
    """
    out = [f"about:{a.type}-{b.type}", *_in_common(a, b)]
    # Nothing is answered before it is said; an answer comes within days, a trial may come after years.
    if days_apart is not None:
        out.append("reported:before" if days_apart < -1 else "reported:soon" if days_apart < 8 else "reported:later")
    return out


def _in_common(a: Profile, b: Profile) -> list[str]:
    out = []
    for left, one in a.fillers.items():
        for right, two in b.fillers.items():
            verdict = compare(one, two)
            if verdict != "open":
                out.append(f"{left}~{right}:{verdict}")
    stems = {trigger.stem for trigger in b.triggers}
    if stems & a.words:
        out.append("names-trigger")
    for left, one in a.fillers.items():
        # "Denied the charge" says that there is one; else what is said has to do with the event, whoever is accused.
        if one.heads and one.heads <= english().claims:
            out.append(f"{left}>claim")
        elif one.words.isdisjoint(b.words | stems):
            out.append(f"{left}>none")
    common = len(a.words & b.words)
    out.append("words:none" if not common else "words:some" if common < 3 else "words:many")
    out.append(f"target:{b.modality}")
    out.append(f"source:{a.modality}")
    return out
