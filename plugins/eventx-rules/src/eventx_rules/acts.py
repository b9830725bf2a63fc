"""Which event words of a sentence tell of one act, and what they therefore lend each other.

"Gunmen attacked a convoy in Mali, killing five", "the blast killed five", "five were killed when a bomb exploded": the
place of one word is the place of the other. Only constructions that say so count; two attacks that merely stand in one
sentence share nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from eventx_rules.arguments.filling import Filling
from eventx_rules.arguments.slots import slots_of
from eventx_rules.around import support_verbs
from eventx_rules.lexicon.entries import Trigger
from eventx_rules.lexicon.inflect import verb_forms
from eventx_rules.tree import Tree
from eventx_rules.triggers import Match

# The slots of a verb in which the noun for its own act may stand: "killed in the raid", "the raid killed".
_OCCASION = ("subject", "in", "during", "by", "from", "with", "through", "under", "of")
# As far apart, in tokens, as the dead and the wounded of one act stand.
_NEAR = 20
# What is named like a weapon in front of an act and is none by itself.
_MANNERS = frozenset(("suicide", "air", "arson", "roadside"))
_APART = frozenset(("day", "days", "week", "weeks", "month", "months", "year", "years"))
_ANSWERING = frozenset(
    form for lemma in ("avenge", "protest", "condemn", "mark", "deter", "prevent", "investigate", "mourn", "answer")
    for form in verb_forms(lemma)
)  # fmt: skip
# What introduces a clause that tells of the same act; "before", "if" or "although" do not.
_SAME_TIME = frozenset(("when", "as", "after", "while", "where"))


def share(
    tree: Tree,
    found: Sequence[tuple[Match, Filling]],
    shared: Mapping[str, Sequence[str]],
    is_land: Callable[[int], bool],
    parts: Mapping[str, frozenset[str]],
) -> None:
    """Let the event words of one act fill each other's empty roles.

    Args:
        tree: The sentence.
        found: Its matches, each with the roles it has by itself; these are added to.
        shared: Roles that may be lent, by event type.
        is_land: Whether a token is a town, a country or a kind of place.
        parts: By event type, the roles that are all some word for an act tells of it: its dead, its wounded.
    """
    near = _neighbours(tree, [match for match, _ in found], shared)
    if not near:
        return
    own = [dict(filling.roles) for _, filling in found]
    for i, (match, filling) in enumerate(found):
        for j in _by_distance(i, near):
            other = found[j][0]
            for role in shared[match.trigger.type]:
                if not _may_lend(match.trigger, other.trigger, role, parts[match.trigger.type]):
                    continue
                if match.trigger.kind == "verb" and _is_its_own(match.trigger, other.trigger, role):
                    continue
                # A "suicide" bombing does not kill by suicide.
                lent = [
                    token
                    for token in own[j].get(role, ())
                    if token not in match.tokens
                    and not (role == "instrument" and tree.lower[token] in _MANNERS)
                    and not _otherwise(filling.roles, own[j], token)
                ]
                held = filling.roles.get(role, ())
                if held and all(tree.tags[t] == "PRP$" for t in held) and any(tree.is_noun(t) for t in lent):
                    # "the army resumed its siege, killing ten": the other word knows whose.
                    held = filling.roles.pop(role) and ()
                if not held:
                    for token in lent:
                        filling.add(role, token, f"shared:{tree.lower[other.head]}")
            if match.trigger.part and "place" in shared[match.trigger.type] and not filling.roles.get("place"):
                # "air strikes on the city killed nine": who died, died in the city.
                for token in own[j].get("target", ()):
                    if is_land(token) and not any(token in tokens for tokens in filling.roles.values()):
                        filling.add("place", token, f"shared:{tree.lower[other.head]}")


def _otherwise(roles: Mapping[str, list[int]], lender: Mapping[str, list[int]], token: int) -> bool:
    """Whether a token has a role here that it has not for the lender: "bombings hit the city" names no place twice."""
    return any(token in tokens and token not in lender.get(role, ()) for role, tokens in roles.items())


def _may_lend(taker: Trigger, lender: Trigger, role: str, parts: frozenset[str]) -> bool:
    """Whether a trigger may take a role of another."""
    if role in taker.unshared or role in lender.unshared:
        return False
    # A word that tells of one part of an act (its dead) knows nothing of another part (its wounded).
    if taker.part and role in parts:
        return False
    return not (role == "target" and taker.part and lender.part)


def _is_its_own(taker: Trigger, lender: Trigger, role: str) -> bool:
    """Whether two acts have each its own: "bombed two towns and fired mortars at a third"."""
    return not taker.part and (role == "instrument" or (role == "target" and not lender.part))


def _neighbours(tree: Tree, matches: list[Match], shared: Mapping[str, Sequence[str]]) -> dict[int, list[int]]:
    by_head: dict[tuple[str, int], int] = {}
    for i, match in enumerate(matches):
        if match.trigger.type in shared:
            by_head.setdefault((match.trigger.type, match.head), i)
    if len(by_head) < 2:
        return {}
    near: dict[int, list[int]] = {}
    for (type_name, _), i in by_head.items():
        for head in _same_act(tree, matches[i]):
            j = by_head.get((type_name, head))
            if j is not None and j != i:
                near.setdefault(i, []).append(j)
                near.setdefault(j, []).append(i)
    # "five were killed and nine others hurt in the blast": whatever the parser made of it, one act has both.
    parts = sorted((head, i) for (_, head), i in by_head.items() if matches[i].trigger.part)
    for (first, i), (second, j) in pairwise(parts):
        apart = any(word in (";", ":", "but", "while") for word in tree.lower[first:second])
        if matches[i].trigger.part != matches[j].trigger.part and second - first <= _NEAR and not apart:
            near.setdefault(i, []).append(j)
            near.setdefault(j, []).append(i)
    return near


def _by_distance(start: int, near: Mapping[int, list[int]]) -> Iterator[int]:
    seen, layer = {start}, [start]
    while layer:
        layer = list(dict.fromkeys(j for i in layer for j in near.get(i, ()) if j not in seen))
        seen.update(layer)
        yield from layer


def _same_act(tree: Tree, match: Match) -> Iterator[int]:
    """Heads that tell of the same act as a match if they are event words at all."""
    verbs = [match.head] if match.trigger.kind == "verb" else list(support_verbs(tree, match))
    occasion = (*_OCCASION, "after") if match.trigger.part else _OCCASION
    for verb in verbs:
        slots = match.slots if verb == match.head else slots_of(tree, verb)
        for slot in occasion:
            for filler in slots.get(slot, ()):
                yield from nouns_meant(tree, filler)
        if match.trigger.kind == "verb":
            for filler in slots.get("object", ()):
                # "killed five people in a raid": the parser may hang the raid on the people.
                for name in ("in", "during"):
                    for lower in slots_of(tree, filler).get(name, ()) if tree.is_noun(filler) else ():
                        yield from nouns_meant(tree, lower)
        if match.trigger.part:
            # "killed by a gunman who opened fire"
            for filler in slots.get("subject", ()):
                yield from tree.all(filler, "relcl")
        yield verb
        yield from _clauses_below(tree, verb)


def nouns_meant(tree: Tree, filler: int) -> Iterator[int]:
    """A filler and the nouns that may be meant with it: a series "of raids", a "bombing" campaign."""
    for noun in (filler, *tree.conjuncts(filler)):
        yield noun
        yield from tree.all(noun, "compound")
    for inner in slots_of(tree, filler).get("of", ()) if tree.is_noun(filler) else ():
        yield inner
        yield from tree.conjuncts(inner)
    preposition = tree.heads[filler]
    if tree.deps[filler] == "pobj" and tree.deps[preposition] == "prep":
        # "the bombing in Bonn, which killed two": the clause was hung on the town.
        yield tree.heads[preposition]


def _clauses_below(tree: Tree, verb: int, depth: int = 0) -> Iterator[int]:
    """Verbs below one that go on telling of its act: participles, coordinated verbs, clauses with "when"."""
    for c in tree.children[verb]:
        label = tree.deps[c]
        marks = [m for m in tree.children[c] if tree.deps[m] in ("mark", "advmod") and m < c]
        if any(tree.lower[m] not in _SAME_TIME for m in marks if tree.lower[m] in _MARKS):
            continue
        if any(tree.lower[m] == "after" and tree.lower[m - 1] in _APART for m in marks if m):
            # "weeks after gunmen killed two"
            continue
        if label not in ("advcl", "conj") and not (label == "dep" and c > verb):
            continue
        if tree.lower[c] in _ANSWERING:
            # "shelled the port to avenge a raid": the raid was another's.
            continue
        if not tree.is_verb(c):
            continue
        yield c
        # The noun that such a clause is about: "killed when a raid went wrong", "leaving ten killed".
        slots = slots_of(tree, c)
        if label == "advcl":
            for filler in slots.get("object", ()):
                yield from nouns_meant(tree, filler)
                yield from tree.all(filler, "acl", "amod")
            yield from (filler for filler in slots.get("subject", ()) if filler > verb)
        elif not tree.has_subject(c):
            for name in ("in", "during"):
                for filler in slots.get(name, ()):
                    yield from nouns_meant(tree, filler)
        if depth < 2:
            yield from _clauses_below(tree, c, depth + 1)


_MARKS = frozenset(
    (
        "when", "as", "after", "while", "where", "before", "if", "although", "though", "because", "since", "until",
        "unless", "whether", "whereas", "once", "so", "that",
    )
)  # fmt: skip
