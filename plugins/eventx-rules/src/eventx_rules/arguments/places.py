"""Where the place of an act may stand besides at the word for it: in its arguments, above it, in the sentence.

What is found here is only where to look: whether a phrase is a place, the frame says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from eventx_rules.arguments.filler_tests import Test
from eventx_rules.arguments.slots import Slots, slots_of
from eventx_rules.tree import Tree
from eventx_rules.triggers import Match

# Slots from which a frame may take a place.
LOCATIVE = frozenset(
    ("in", "at", "near", "outside", "where", "inside", "on", "across", "around", "off", "along", "throughout", "over")
)
# Slots whose filler, where it is no place itself, may name one: "during the parade in Bonn".
_WHERE = ("in", "at", "during", "on", "from", "after", "near")
_LOWER = ("of", "on", "against", "between", "from")
# Prepositions that put a noun for an event under the verb that tells of it.
_OCCASION = frozenset(("in", "during", "by", "from", "with", "through", "of", "under"))
_CLAUSES = frozenset(("relcl", "ccomp", "advcl", "appos", "parataxis", "csubj"))
_OTHER_TIME = frozenset(("before", "if", "although", "though", "because", "since", "until", "unless", "to", "whereas"))
# "Killed in retaliation for a raid in Mali": Mali is elsewhere.
_REASONS = frozenset(("retaliation", "response", "revenge", "reprisal", "protest", "support", "favour", "favor"))
_OTHER_TIMES = frozenset(("after", "before", "since"))
_BESIDE = frozenset(("near", "outside"))
# A place named within the first words is that of the whole sentence.
_OPENING = 3


def within(tree: Tree, match: Match, fillers: Iterable[int], banned: set[int]) -> Iterator[Slots]:
    """Inside another argument ("embassies in Kenya") or inside none ("in a crackdown in X")."""
    besides = (
        token
        for slot in _WHERE
        for token in match.slots.get(slot, ())
        if token not in banned and tree.lower[token] not in _REASONS
    )
    for token in dict.fromkeys((*fillers, *besides)):
        for noun in (token, *tree.conjuncts(token)):
            yield from (_slots(tree, lower) for lower in (noun, *_lower(tree, noun)))


def _lower(tree: Tree, noun: int) -> Iterator[int]:
    slots = _slots(tree, noun)
    return (lower for name in _LOWER for lower in slots.get(name, ()))


def _slots(tree: Tree, noun: int) -> Slots:
    return slots_of(tree, noun) if tree.is_noun(noun) or tree.tags[noun] in ("CD", "PRP") else {}


def above(tree: Tree, match: Match, apart: Sequence[Test]) -> Iterator[Slots]:
    """Of the clause that the trigger stands in: "in Kabul, gunmen opened fire, wounding two".

    Args:
        tree: The sentence.
        match: The trigger.
        apart: Tests for words whose places are their own: "arrested at his home over the murder".
    """
    for verb in _clauses_above(tree, match, apart):
        # A blast "heard near the port" was not there, nor one that sent people "outside the town".
        slots = {slot: found for slot, found in slots_of(tree, verb).items() if slot not in _BESIDE}
        yield {slot: [t for t in found if t not in match.tokens] for slot, found in slots.items()}


def meanwhile(tree: Tree, match: Match) -> Iterator[Slots]:
    """Where somebody was when it happened: "was shot as he slept in a hotel", "was hit while swimming off Oran"."""
    if match.trigger.kind != "verb":
        return
    verbs = [match.head, *(c for c in tree.conjuncts(match.head) if tree.is_verb(c) and not tree.has_subject(c))]
    for clause in (c for verb in verbs for c in tree.all(verb, "advcl")):
        marked = any(tree.lower[c] in _SAME_TIME for c in tree.all(clause, "mark", "advmod"))
        # Where others were is another matter.
        others = any(tree.is_noun(c) for c in tree.all(clause, "nsubj", "nsubjpass"))
        if marked and not others and tree.is_verb(clause):
            yield slots_of(tree, clause)
            # "as he stood chatting in his kitchen"
            yield from (slots_of(tree, lower) for lower in tree.all(clause, "xcomp", "advcl"))


_SAME_TIME = frozenset(("as", "while", "when", "after"))


def elsewhere(tree: Tree, match: Match, apart: Sequence[Test]) -> Iterator[Slots]:
    """Named in the sentence and claimed by nothing else: "in Oran, crowds mourned the dead of the blast".

    Args:
        tree: The sentence.
        match: The trigger.
        apart: Tests for words whose places are their own: "officials in Oran".
    """
    for preposition in _named_places(tree, match):
        host = tree.heads[preposition]
        if tree.tags[host][:2] == "JJ":
            # "unprecedented in Peru"
            continue
        opening = preposition < _OPENING and host > preposition and tree.is_verb(host)
        if opening or not any(test(tree, host) for test in apart):
            yield {tree.lower[preposition]: tree.all(preposition, "pobj")}


def _clauses_above(tree: Tree, match: Match, apart: Sequence[Test]) -> Iterator[int]:
    """The verbs above a trigger as far as they tell of the same occasion."""
    token = match.head
    for _ in range(6):
        label, head = tree.deps[token], tree.heads[token]
        if head == token or label in ("ccomp", "relcl", "acl", "appos", "csubj"):
            return
        if label == "advcl" and any(tree.lower[c] in _OTHER_TIME for c in tree.children[token]):
            return
        if label == "pobj" and tree.lower[head] not in _OCCASION:
            return
        if label == "pcomp":
            return
        if label == "prep" and tree.lower[token] in ("from", "with") and tree.is_noun(head):
            # "The pistol from the murder is shown in Bonn."
            return
        token = head
        if any(test(tree, token) for test in apart):
            return
        if tree.is_verb(token):
            yield token


def _named_places(tree: Tree, match: Match) -> Iterator[int]:
    """The prepositions before names, first those that open the sentence, then those in the trigger's own clause."""
    clause = match.head
    while tree.heads[clause] != clause and tree.deps[clause] not in _CLAUSES:
        clause = tree.heads[clause]
    own = set()
    stack = [clause]
    while stack:
        for c in tree.children[stack.pop()]:
            at_another_time = tree.deps[c] == "pcomp" and tree.lower[tree.heads[c]] in _OTHER_TIMES
            if tree.deps[c] not in _CLAUSES and not at_another_time:
                own.add(c)
                stack.append(c)
    found = [
        i
        for i, label in enumerate(tree.deps)
        if label == "prep" and tree.lower[i] in ("in", "at", "near", "outside", "across") and (i < _OPENING or i in own)
    ]
    found = [i for i in found if any(tree.tags[c] in ("NNP", "NNPS") for c in tree.all(i, "pobj"))]
    return iter(sorted(found, key=lambda i: (i >= _OPENING, abs(i - match.head))))
