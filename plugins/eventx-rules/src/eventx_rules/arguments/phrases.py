"""From the head of an argument to the words that a reader would quote."""

from __future__ import annotations

from eventx_rules.arguments.clauses import clause
from eventx_rules.arguments.edges import EDGES, strip, unbroken
from eventx_rules.day_words import is_date
from eventx_rules.tree import Tree

# What follows a name or noun without being part of the shortest full phrase.
_TRAILING = frozenset(("relcl", "appos", "parataxis", "advcl", "acl", "dep", "npadvmod", "advmod"))


def phrase(
    tree: Tree, head: int, *, without: frozenset[int] = frozenset(), whole: bool = False, placed: bool = False
) -> tuple[int, int]:
    """The first token of the phrase of a head, and the token after its last.

    Args:
        tree: The sentence.
        head: Head of the phrase: a noun, a pronoun, a number, or a verb for a clause.
        without: Tokens that other arguments begin at; what hangs on a preposition before one is cut.
        whole: Whether a participle behind the noun belongs to it, as it does where the phrase says what was done: "the
            deaths of people held there".
        placed: Whether the place is told elsewhere, so that what follows "in" is no part of the phrase: "the guards in
            Lima were shot".
    """
    if tree.is_verb(head) and tree.deps[head] not in ("amod", "compound"):
        return clause(tree, head)
    tokens = _kept(tree, head, head, without, participles=whole)
    if placed:
        last = (c for c in tree.conjuncts(head)[-1:] if tree.is_noun(c))
        below = (c for noun in (head, *last) for c in tree.children[noun] if c > noun)
        where = [c for c in below if tree.deps[c] == "prep" and tree.lower[c] in _INSIDE]
        tokens = [t for t in tokens if not where or t < where[0]]
    return _trim(tree, tokens, head)


_INSIDE = frozenset(("in", "at", "inside", "outside", "near"))


def members(tree: Tree, head: int) -> tuple[tuple[int, int], ...]:
    """The phrases of the conjuncts of a coordinated head, none where it is not coordinated."""
    conjuncts = [c for c in tree.conjuncts(head) if not tree.is_verb(c)]
    if not conjuncts:
        return ()
    return tuple(_trim(tree, _kept(tree, c, c, frozenset(), conjuncts=False), c) for c in (head, *conjuncts))


def is_close(tree: Tree, apposition: int) -> bool:
    """Whether nothing parts an apposition from its noun: "the former president Kuria"."""
    return all(tree.words[t] not in EDGES for t in range(tree.heads[apposition], apposition))


def _kept(
    tree: Tree, head: int, top: int, without: frozenset[int], *, conjuncts: bool = True, participles: bool = False
) -> list[int]:
    out = [head]
    for c in tree.children[head]:
        label = tree.deps[c]
        if c in without and (c > head or label == "poss"):
            continue
        if label == "punct":
            if tree.words[c] in "-–'’\"“”()" or tree.words[c] in ("``", "''"):
                out.append(c)
            continue
        if label in ("conj", "cc", "preconj") and not conjuncts:
            continue
        kind = tree.deps[head] in ("nmod", "amod", "compound")
        if label == "conj" and tree.is_verb(c) and not kind and not (participles and _is_gerund(tree, c)):
            # But "theft and drug-related crimes" are of both kinds.
            continue
        amid = conjuncts and label in ("appos", "relcl") and _is_amid(tree, c)
        if c > head and label in _TRAILING and not amid and not _belongs(tree, c, without, participles):
            continue
        if label == "prep" and c > head and not _keeps(tree, head, c, without, participles):
            continue
        out.extend(_kept(tree, c, top, without, participles=participles))
    return out


def _belongs(tree: Tree, trailing: int, without: frozenset[int], participles: bool) -> bool:
    """Whether what is mostly left out is part of the phrase after all."""
    head = tree.heads[trailing]
    if tree.deps[trailing] == "acl":
        if any(c in without for p in tree.all(trailing, "prep", "agent") for c in tree.all(p, "pobj")):
            # "the rifle used in the attack" is a rifle.
            return False
        if tree.lower[trailing] in _DEFINING and tree.words[min(tree.subtree(trailing)) - 1] != ",":
            return True
        return (participles and tree.words[min(tree.subtree(trailing)) - 1] != ",") or tree.deps[head] == "pcomp"
    if tree.deps[trailing] != "appos" or tree.tags[trailing] != "NNP":
        return False
    # "his wife, Ada Holm"
    related = tree.tags[head] == "NN" and tree.child(head, "poss") is not None and tree.child(trailing, "conj") is None
    return related or is_close(tree, trailing)


# Without what follows these, one does not know who or what is meant: "a man named Holm", "a car laden with fuel".
_DEFINING = frozenset(
    (
        "named", "called", "known", "nicknamed", "dubbed", "belonging", "affiliated", "composed", "laden", "packed",
        "filled", "stuffed", "loaded", "concerned", "housing", "separating", "containing", "linking",
    )
)  # fmt: skip


def _is_gerund(tree: Tree, verb: int) -> bool:
    """Whether a verb stands for a deed: "accused of theft and failing to pay"."""
    return tree.tags[verb] == "VBG" and not tree.has_subject(verb)


def _is_amid(tree: Tree, aside: int) -> bool:
    """Whether an aside stands between two that are named together: "Ada Holm, a former aide, and Jan Lind"."""
    later = [c for c in tree.all(tree.heads[aside], "conj") if c > aside and tree.is_noun(c)]
    below = list(tree.subtree(aside))
    return bool(later) and tree.words[min(below) - 1] == "," == tree.words[min(max(below) + 1, len(tree) - 1)]


def _keeps(tree: Tree, head: int, preposition: int, without: frozenset[int], whole: bool) -> bool:
    """Whether a prepositional phrase belongs to the phrase: not where it fills a role of its own."""
    if tree.words[preposition - 1] == "," or tree.lower[preposition] in ("including", "like", "according", "such"):
        return False
    named = any(tree.tags[c][:3] == "NNP" for c in tree.all(preposition, "pobj"))
    if tree.lower[preposition] in _WHERE_OR_HOW and not whole and not named and _is_person(tree, head):
        # "Holm in a statement"
        return False
    dated = tree.lower[preposition] in ("on", "in", "since", "between", "until", "during", "after") and not whole
    if dated and any(is_date(tree, c) for c in tree.all(preposition, "pobj")):
        # "the capital on Sunday": the day belongs to what happens there.
        return False
    if (
        whole
        and tree.lower[preposition] == "in"
        and any(tree.lower[c] in SAID_IN for c in tree.all(preposition, "pobj"))
    ):
        # "repeated his denial of the claims in an interview"
        return False
    if whole and tree.lower[preposition] == "by" and tree.lower[head] in _CLAIMS:
        # Whose claim it is that somebody denies is told apart.
        return False
    if tree.lower[preposition] == "for" and any(tree.lower[c] in _MEASURES for c in tree.all(preposition, "pobj")):
        # "chased the driver for a mile"
        return False
    if any(tree.lower[c] == "order" and tree.lower[preposition] == "in" for c in tree.children[preposition]):
        # "denied the report in order to win": why is no part of what.
        return False
    if any(tree.is_verb(c) and tree.has_subject(c) for c in tree.all(preposition, "pcomp")):
        # "killed two people in what police called an ambush"
        return False
    if not whole and tree.lower[preposition] in ("in", "at") and _is_where(tree, head, preposition):
        return False
    below = tree.children[preposition]
    # "blamed two groups for a series of killings": the killings are the event, and the series is theirs.
    below = [
        *below,
        *(n for c in below for p in tree.all(c, "prep") if tree.lower[p] == "of" for n in tree.children[p]),
    ]
    return not any(c in without for c in below)


# Where somebody says what he says.
SAID_IN = frozenset(
    (
        "statement", "interview", "interviews", "letter", "speech", "conference", "tweet", "tweets", "filing", "email",
        "e-mail", "message", "testimony", "broadcast", "address", "briefing", "press", "remarks", "post", "hearing",
    )
)  # fmt: skip
_CLAIMS = frozenset(
    f"{noun}{ending}"
    for noun in ("allegation", "accusation", "charge", "claim", "report", "indictment", "assertion", "suggestion")
    for ending in ("", "s")
)
_MEASURES = frozenset(
    f"{unit}{ending}"
    for unit in ("mile", "kilometre", "kilometer", "second", "minute", "hour", "day", "week", "month", "year", "decade")
    for ending in ("", "s")
)
_WHERE_OR_HOW = frozenset(("in", "on", "at", "during", "via", "through", "after", "before"))


def _is_person(tree: Tree, head: int) -> bool:
    """Whether a phrase is a bare name that does something: "Holm in a statement denied it"."""
    return tree.tags[head] == "NNP" and tree.deps[head] == "nsubj" and tree.child(head, "det") is None


def _is_where(tree: Tree, head: int, preposition: int) -> bool:
    """Whether what hangs on an object tells where it was done: "sued Bello in Lagos", "wounded sixty in Kano"."""
    if tree.deps[head] != "dobj" or not any(tree.tags[c] == "NNP" for c in tree.all(preposition, "pobj")):
        return False
    counted = tree.tags[head] == "CD" or tree.child(head, "nummod") is not None
    return counted or (tree.tags[head] == "NNP" and tree.child(head, "det") is None)


def _trim(tree: Tree, tokens: list[int], head: int) -> tuple[int, int]:
    """The unbroken stretch around the head that its kept tokens make, without edge punctuation."""
    kept = set(tokens)
    first = last = head
    while first - 1 in kept or (first - 2 in kept and tree.deps[first - 1] == "punct"):
        first -= 1
    while last + 1 in kept or (last + 2 in kept and tree.deps[last + 1] in ("punct", "cc", "case")):
        last += 1
    return unbroken(tree, *strip(tree, first, last + 1, head))
