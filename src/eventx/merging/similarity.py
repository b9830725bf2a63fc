"""How alike two mentions are, and why: named reasons, each with its weight."""

from __future__ import annotations

from collections.abc import Mapping

from eventx.merging.fillers import Verdict, abroad, compare
from eventx.merging.lexicon import english
from eventx.merging.profiles import Profile, Trigger

# Days so many days apart are not those of one event, with one of them read wrongly.
FAR = 62

# So many dead are rarely the same by chance.
TELLING = 8


def reasons_within(a: Profile, b: Profile) -> list[str]:
    """Why two mentions of one article, ``a`` before ``b``, may or may not tell one event."""
    out = [f"type:{a.type}"]
    _trigger(a, b, out)
    _arguments(a, b, out)
    _dates(a, b, out)
    _modality(a, b, out)
    _alike(a, b, out)
    gap = b.sentence - a.sentence if a.sentence >= 0 and b.sentence >= 0 else 9
    out.append("gap:0" if gap == 0 else "gap:1" if gap == 1 else "gap:2-4" if gap < 5 else "gap:5+")
    out.append(f"second:{b.determiner}")
    if a.spans & b.spans:
        out.append("shared-span:same-sentence" if gap == 0 else "shared-span")
    if gap == 0:
        out.append(f"opener:{b.opener}")
        away = b.start - a.start
        out.append("away:40" if away < 40 else "away:80" if away < 80 else "away:160" if away < 160 else "away:far")
    return out


def reasons_between(a: Profile, b: Profile) -> list[str]:
    """Why what two sentences of one article, ``a``'s before ``b``'s, tell may or may not be one event."""
    out = reasons_within(a, b)
    # What an article opens with is what it keeps coming back to.
    out.append("lead:" + ("0" if a.sentence <= 0 else "1" if a.sentence == 1 else "2-3" if a.sentence < 4 else "4+"))
    if a.sentence == b.sentence and a.sentence >= 0:
        out.append("kept-apart")
    return out


def reasons_across(a: Profile, b: Profile, days_apart: int | None) -> list[str]:
    """Why what two articles tell may or may not be one event.

    Args:
        a: All that one article says of an event.
        b: All that another article says of an event of the same type.
        days_apart: Between the publication of the two, None where unknown.
    """
    out = [f"type:{a.type}"]
    out.append("trigger:" + _best_trigger_verdict(a, b))
    _arguments(a, b, out)
    if a.days is None or b.days is None:
        out.append("date:one" if a.days or b.days else "date:none")
    else:
        gap = max((a.days[0] - b.days[1]).days, (b.days[0] - a.days[1]).days)
        length = max((a.days[1] - a.days[0]).days, (b.days[1] - b.days[0]).days)
        if a.days == b.days:
            out.append("date:same-day" if length == 0 else "date:same")
        elif gap <= 0:
            out.append("date:overlap" if length < 32 else "date:overlap-long")
        else:
            out.append("date:next" if gap == 1 else "date:clash")
            if gap > FAR:
                out.append("date:far")
    _modality(a, b, out)
    _alike(a, b, out)
    apart = 0 if days_apart is None else abs(days_apart)
    out.append(
        "published:0-2"
        if apart < 3
        else "published:3-14"
        if apart < 15
        else "published:15-90"
        if apart < 91
        else "published:91+"
    )
    shared = sum(
        1
        for role, one in a.fillers.items()
        if one.named and role in b.fillers and b.fillers[role].named and compare(one, b.fillers[role]) == "same"
    )
    out.append(f"names:{min(shared, 3)}")
    return out


def _trigger(a: Profile, b: Profile, out: list[str]) -> None:
    one, two = a.triggers[0], b.triggers[0]
    out.append("trigger:" + _best_trigger_verdict(a, b))
    out.append("-".join(("form:" + one.noun, two.noun)))
    if two.anaphoric and b.determiner == "definite":
        out.append("anaphor")
        if len(b.fillers) == 0:
            out.append("anaphor:empty")


_TRIGGER_VERDICTS = ("same", "family", "join", "anaphoric", "open", "differ")


def _best_trigger_verdict(a: Profile, b: Profile) -> str:
    return min((_trigger_verdict(x, y) for x in a.triggers for y in b.triggers), key=_TRIGGER_VERDICTS.index)


def _trigger_verdict(one: Trigger, two: Trigger) -> str:
    if one.stem == two.stem:
        return "same"
    if one.family is not None and one.family == two.family:
        return "family"
    if one.anaphoric or two.anaphoric:
        return "anaphoric"
    if one.family is None or two.family is None:
        return "open"
    return "join" if frozenset((one.family, two.family)) in english().joins else "differ"


def _arguments(a: Profile, b: Profile, out: list[str]) -> None:
    verdicts: list[Verdict] = []
    for role, left in a.fillers.items():
        right = b.fillers.get(role)
        if right is None:
            continue
        verdict = compare(left, right)
        verdicts.append(verdict)
        out.append(f"{role}:{verdict}")
        if abroad(left, right):
            out.append(f"{role}:abroad")
        if verdict == "clash" and left.person and right.person and role not in english().shared_roles:
            out.append("persons:apart")
        if left.many is not None and right.many is not None and left.many != right.many:
            out.append(f"{role}:one-many")
        if left.count and right.count:
            out.append(
                "count:same"
                if left.count.stated == right.count.stated
                else "count:allowed"
                if left.count.allows(right.count)
                else "count:differ"
            )
    if not a.fillers or not b.fillers:
        out.append("bare:both" if not a.fillers and not b.fillers else "bare:one")
        return
    against = verdicts.count("clash") + verdicts.count("differ")
    agreeing = verdicts.count("same") + verdicts.count("near")
    if against > 1 and not agreeing:
        out.append("contradicted")
    if "clash" in verdicts:
        out.append("roles:clash" if verdicts.count("clash") == 1 else "roles:clashes")
    if agreeing > 1 and not against:
        out.append("roles:agree")
    if against and against >= agreeing:
        out.append("roles:at-odds")
    if _swapped(a, b):
        out.append("swapped")
    if not (set(a.fillers) & set(b.fillers)):
        out.append("roles:none-shared")
    common = len(a.words & b.words)
    if common:
        share = common / min(len(a.words), len(b.words))
        out.append("words:most" if share > 0.6 else "words:some" if share > 0.25 else "words:few")
    else:
        out.append("words:none")


def _swapped(a: Profile, b: Profile) -> bool:
    """Whether the same filler does in one what is done to it in the other: the gunman shot, the gunman was shot."""
    for role, opposite in english().opposites:
        one, two = a.fillers.get(role), b.fillers.get(opposite)
        if one and two and compare(one, two) == "same" and (one.keys & two.keys or not (one.vague or two.vague)):
            # Both sides of a fight attack; who does so in both accounts has not changed sides.
            again = b.fillers.get(role)
            return again is None or compare(one, again) != "same"
    return False


def _alike(a: Profile, b: Profile, out: list[str]) -> None:
    """What makes it hard to believe that it is chance: the same sentence, the same victim, the same high number."""
    if a.said & b.said:
        out.append("said:same")
    one, two = a.fillers.get("target"), b.fillers.get("target")
    if one and two and one.keys & two.keys and one.person and two.person and _deadly(a) and _deadly(b):
        out.append("victim:same")
    if _answers(a) != _answers(b):
        out.append("answer")
    if _only_victims(b) and not _only_victims(a):
        out.append("victims:only")
    if _where_crossed(a, b) or _where_crossed(b, a):
        out.append("where:crossed")
    one, two = a.fillers.get("killed"), b.fillers.get("killed")
    if one and two and one.count and two.count and one.count.stated == two.count.stated >= TELLING:
        out.append("killed:telling")


def _answers(one: Profile) -> bool:
    """Whether it hits who attacked: the police shot the gunman, who had shot others before."""
    return any(
        one.fillers[role].heads and one.fillers[role].heads <= english().assailants
        for role in english().victim_roles
        if role in one.fillers
    )


def _only_victims(one: Profile) -> bool:
    """Whether it says no more than how many were hurt: "At least 82 were killed"."""
    return bool(one.fillers) and all(
        filler.count is not None and not filler.named and role in english().victim_roles
        for role, filler in one.fillers.items()
    )


def _where_crossed(a: Profile, b: Profile) -> bool:
    """Whether one says where, and the other what was hit there: "in Corvo", "Corvo's port"."""
    place, target = a.fillers.get("place"), b.fillers.get("target")
    return bool(place and place.named and target and "place" not in b.fillers and place.words & target.words)


def _deadly(one: Profile) -> bool:
    return any(trigger.family in english().deadly for trigger in one.triggers)


def _dates(a: Profile, b: Profile, out: list[str]) -> None:
    if a.days is None or b.days is None:
        if a.days or b.days:
            # A date that nobody sought says less than one that was sought and not found.
            out.append("date:one" if (b if a.days else a).undated else "date:unsaid")
        return
    if a.days == b.days:
        out.append("date:same")
    elif a.days[0] <= b.days[1] and b.days[0] <= a.days[1]:
        out.append("date:overlap")
    else:
        gap = max((a.days[0] - b.days[1]).days, (b.days[0] - a.days[1]).days)
        out.append("date:next" if gap == 1 else "date:clash")


def _modality(a: Profile, b: Profile, out: list[str]) -> None:
    if a.modality == b.modality:
        out.append("modality:same" if a.modality == "asserted" else f"modality:both-{a.modality}")
    else:
        out.append("modality:" + "-".join(sorted((a.modality, b.modality))))


def total(reasons: list[str], weights: Mapping[str, float]) -> float:
    """What the reasons add up to: above 0 speaks for one event."""
    return weights.get("bias", 0.0) + sum(weights.get(reason, 0.0) for reason in reasons)
