"""Why one event may be about another: a denial about an accusation, an accusation about an attack."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from eventx.merging.fillers import compare
from eventx.merging.lexicon import english
from eventx.merging.profiles import Profile

# The role that says what was done wrong, or is not true.
SAID = "allegation"


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
    return out + _act(a, b) + _in_common(a, b)


def reasons_placed(at: int, targets: Sequence[int], kind: str) -> dict[int, list[str]]:
    """Why a mention may be about one of several rather than another, by their order in the text alone.

    Args:
        at: Where the mention stands among all of its article.
        targets: Where those stand that it may be about, in text order.
        kind: Its type.

    Returns:
        The reasons of those for which there are any.
    """
    if not targets:
        return {}
    before = bisect.bisect_left(targets, at)
    out = {targets[before - 1]: [f"nearest:{kind}"]} if before else {targets[0]: [f"nearest-after:{kind}"]}
    if len(targets) == 1:
        out[targets[0]].append(f"only:{kind}")
    return out


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


def _act(a: Profile, b: Profile) -> list[str]:
    """Whether what somebody is said to have done, or not, is the kind of act that ``b`` tells."""
    said = a.fillers.get(SAID)
    if said is None:
        return []
    lexicon = english()
    acts = frozenset().union(*(lexicon.acts.get(word, ()) for word in said.words))
    families = {trigger.family for trigger in b.triggers if trigger.family}
    if acts & families:
        verdict = "same"
    elif said.words & lexicon.anaphoric_stems or (acts and any(trigger.anaphoric for trigger in b.triggers)):
        verdict = "any"
    elif any(frozenset((one, other)) in lexicon.joins for one in acts for other in families):
        verdict = "join"
    else:
        verdict = "differ" if acts else "none"
    return [f"act:{b.type}:{verdict}"]


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
