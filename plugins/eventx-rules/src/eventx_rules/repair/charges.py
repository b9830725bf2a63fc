"""Mending what the parser makes of charges: what follows the "of" in "accused X of Y" is the verb's, not X's."""

from __future__ import annotations

from eventx_rules.lexicon.inflect import verb_forms
from eventx_rules.tree import Tree

_LAYING = frozenset(form for lemma in ("accuse", "suspect", "convict", "acquit", "clear") for form in verb_forms(lemma))
TRYING = _LAYING | frozenset(
    form for lemma in ("charge", "blame", "prosecute", "try", "arrest") for form in verb_forms(lemma)
)
CHARGES = frozenset(
    form for noun in ("charge", "allegation", "accusation", "claim", "complaint") for form in (noun, f"{noun}s")
)
_MADE = frozenset(("made", "levelled", "leveled", "brought", "filed", "raised", "lodged", "laid"))
_DENYING = frozenset(form for lemma in ("deny", "reject", "dispute") for form in verb_forms(lemma))
_BLAMING = frozenset(verb_forms("blame"))
_PUTTING = frozenset(form for lemma in ("lay", "put", "pin", "place", "cast") for form in verb_forms(lemma))
_BLAME = frozenset(("blame", "responsibility"))
# What consists of those who are named behind it: "accused by members of parliament".
_PARTS = frozenset(
    (
        "member", "members", "group", "groups", "number", "dozens", "hundreds", "thousands", "scores", "majority",
        "house", "chamber", "board", "council", "head", "heads", "leader", "leaders", "family", "families",
        "chief", "chiefs", "office", "department", "ministry", "relatives", "coalition", "alliance", "team",
    )
)  # fmt: skip
_BARE = frozenset(("det", "poss", "nummod"))
_HOLDING = frozenset(form for lemma in ("hold", "deem", "consider", "find") for form in verb_forms(lemma))
_ANSWERABLE = frozenset(("responsible", "accountable", "liable", "culpable"))
SPANS = frozenset(("day", "days", "week", "weeks", "month", "months", "year", "years", "decades", "past"))


def hang_charge(tree: Tree, preposition: int) -> None:
    """Hang what somebody is accused of on the accusing, with all that is coordinated behind it.

    Args:
        tree: The sentence; changed in place.
        preposition: A preposition.
    """
    _hang_from_afar(tree, preposition)
    _hang_with_what(tree, preposition)
    _hang_the_first(tree, preposition)
    _hang_the_blame(tree, preposition)
    if tree.lower[preposition] != "of":
        return
    told = tree.child(preposition, "pobj", "pcomp")
    _hang_on_the_claim(tree, preposition, told)
    verb = next((a for a in tree.ancestors(preposition) if not (tree.is_noun(a) or _joins(tree, a))), preposition)
    if told is None or tree.lower[verb] not in _LAYING or verb > preposition:
        return
    if tree.heads[preposition] == verb or any(tree.lower[c] == "of" for c in tree.children[verb]):
        return
    noun = tree.heads[preposition]
    if tree.tags[told] == "VBG" and tree.deps[told] == "pcomp":
        # "accused by some in the party of hiding it"
        tree.hang(preposition, verb, "prep")
    elif tree.deps[tree.heads[noun]] == "agent" and _is_bare(tree, told) and tree.lower[noun] not in _PARTS:
        # "accused by two women of assault", "convicted by a jury on Monday of theft"
        tree.hang(preposition, verb, "prep")
    elif tree.lower[noun] in SPANS:
        # "accused in recent months of theft"
        tree.hang(preposition, verb, "prep")
    elif _is_beside(tree, noun, verb) and _is_bare(tree, told) and tree.lower[noun] not in _PARTS:
        # "accused two managers at the firm of theft"
        tree.hang(preposition, verb, "prep")
    elif tree.deps[noun] == "dobj" and _is_bare(tree, told):
        # "accused all three of murder, theft and fraud": the theft is hung beside the three.
        beside = [c for c in tree.children[noun] if c > told and tree.deps[c] in ("conj", "cc")]
        named = tree.tags[noun] in ("NNP", "PRP")
        if named or any(tree.deps[c] == "conj" and _is_bare(tree, c) for c in beside):
            tree.hang(preposition, verb, "prep")
            for c in beside:
                tree.hang(c, told, tree.deps[c])


def _hang_on_the_claim(tree: Tree, preposition: int, told: int | None) -> None:
    """ "Allegations by two women of theft": no woman is of theft."""
    noun = tree.heads[preposition]
    by = tree.heads[noun]
    claim = tree.heads[by]
    if told is None or tree.lower[by] not in _MADE_BY or tree.lower[claim] not in CHARGES or by < claim:
        return
    if (
        not _is_bare(tree, told)
        or tree.lower[noun] in _PARTS
        or any(tree.lower[c] == "of" for c in tree.children[claim])
    ):
        return
    for c in tree.all(noun, "prep"):
        if c > preposition and tree.lower[c] == "against":
            tree.hang(c, claim, "prep")
    tree.hang(preposition, claim, "prep")


_MADE_BY = frozenset(("by", "from"))


def _is_beside(tree: Tree, noun: int, verb: int) -> bool:
    """Whether a noun tells where those are whom a verb accuses."""
    held, preposition = tree.child(verb, "dobj"), tree.heads[noun]
    if held is None or tree.deps[noun] != "pobj" or not held < preposition < noun:
        return False
    return tree.heads[preposition] in (held, verb) and tree.lower[preposition] in ("at", "in", "from", "with", "on")


def answerable(tree: Tree, adjective: int) -> None:
    """ "Holds the government of that state responsible": the adjective is said of whom is held so.

    Args:
        tree: The sentence; changed in place.
        adjective: An adjective of a noun.
    """
    noun = tree.heads[adjective]
    if tree.lower[adjective] not in _ANSWERABLE or adjective < noun:
        return
    held = next((a for a in (noun, *tree.ancestors(noun)) if tree.deps[a] == "dobj"), None)
    if held is not None and tree.lower[tree.heads[held]] in _HOLDING:
        tree.hang(adjective, tree.heads[held], "oprd")


def charge_that_is_denied(tree: Tree, word: int) -> None:
    """ "A charge Oslo denies": the charge is no part of the name.

    Args:
        tree: The sentence; changed in place.
        word: A noun before a noun.
    """
    name = tree.heads[word]
    verb = tree.heads[name]
    if tree.lower[word] not in CHARGES or tree.deps[name] != "nsubj" or tree.lower[verb] not in _DENYING:
        return
    determiner = tree.child(name, "det")
    if name != word + 1 or tree.tags[name] != "NNP" or determiner is None or tree.child(verb, "dobj") is not None:
        return
    above = tree.heads[verb]
    tree.hang(word, above if above != verb else verb, "dep")
    tree.hang(determiner, word, "det")
    if above != verb:
        tree.hang(verb, word, "relcl")


def charge_taken_for_object(tree: Tree, word: int) -> None:
    """ "Oslo accused Lima of theft, a charge Lima denies": the denying hangs on the charge, and nothing on the denying.

    Args:
        tree: The sentence; changed in place.
        word: The object of a verb.
    """
    verb = tree.heads[word]
    if tree.lower[word] not in CHARGES or tree.lower[verb] not in _DENYING or word > verb:
        return
    start = min(tree.subtree(word))
    subject = tree.child(verb, "nsubj")
    told = tree.child(verb, "ccomp")
    if told is None or subject is None or not told < start or start == 0 or tree.words[start - 1] != ",":
        return
    if not word < subject < verb or not tree.has_subject(told):
        return
    tree.swap(told, verb, "relcl")
    tree.hang(verb, word, "relcl")
    tree.hang(word, told, "dep")


def who_made_the_charge(tree: Tree, participle: int) -> None:
    """ "Allegations of fraud made by a rival": the rival made no fraud.

    Args:
        tree: The sentence; changed in place.
        participle: A participle behind a noun.
    """
    noun = tree.heads[participle]
    preposition = tree.heads[noun]
    if tree.lower[participle] in _MADE and tree.deps[noun] == "pobj" and tree.lower[preposition] in ("of", "against"):
        charge = tree.heads[preposition]
        if tree.lower[charge] in CHARGES and tree.child(participle, "agent") is not None:
            tree.hang(participle, charge, "acl")


def _hang_the_blame(tree: Tree, preposition: int) -> None:
    """ "Blamed the raid on rebels", "laid the blame for the raid on rebels": nobody raided them."""
    if tree.lower[preposition] != "on":
        return
    verb = next((a for a in tree.ancestors(preposition) if not (tree.is_noun(a) or _joins(tree, a))), preposition)
    held = tree.child(verb, "dobj")
    if held is None or not verb < held < preposition or tree.heads[preposition] == verb:
        return
    put = tree.lower[verb] in _PUTTING and tree.lower[held] in _BLAME
    if not put and tree.lower[verb] not in _BLAMING:
        return
    # "Blamed the raid on the embassy for the delay" blames a raid.
    others = ("on",) if put else ("on", "for")
    later = (t for t in (*tree.children[verb], *tree.subtree(preposition)) if t != preposition)
    if not any(tree.lower[t] in others for t in later):
        tree.hang(preposition, verb, "prep")


def _joins(tree: Tree, token: int) -> bool:
    return tree.deps[token] in ("prep", "agent", "conj", "dobj", "pobj") and not tree.is_verb(token)


def _is_bare(tree: Tree, noun: int) -> bool:
    return tree.tags[noun] in ("NN", "NNS") and not any(tree.deps[c] in _BARE for c in tree.children[noun])


def _hang_from_afar(tree: Tree, preposition: int) -> None:
    """ "Accused a man who was stranded in the storm of shooting two": no storm shoots."""
    noun = tree.heads[preposition]
    if tree.lower[preposition] != "of" or tree.child(preposition, "pcomp") is None or not tree.is_noun(noun):
        return
    for verb in tree.ancestors(preposition):
        if tree.lower[verb] not in _LAYING:
            continue
        held = tree.child(verb, "dobj")
        if held is None or not verb < held < noun:
            return
        own = [c for c in tree.children[verb] if tree.lower[c] == "of"]
        if own == [tree.heads[noun]]:
            # "accused the government of President Bello of hiding it": the first "of" is the government's.
            tree.hang(own[0], held, "prep")
            own = []
        if not own:
            tree.hang(preposition, verb, "prep")
        return


def _hang_with_what(tree: Tree, preposition: int) -> None:
    """ "Charged two agents and a clerk with theft": the clerk is charged with it as the agents are."""
    noun = tree.heads[preposition]
    first = tree.first_conjunct(noun)
    verb = tree.heads[first]
    if tree.lower[preposition] != "with" or tree.deps[first] != "dobj" or tree.lower[verb] not in _CHARGING:
        return
    if not any(tree.lower[c] == "with" for c in tree.children[verb]):
        tree.hang(preposition, verb, "prep")


_CHARGING = frozenset(verb_forms("charge"))


def _hang_the_first(tree: Tree, second: int) -> None:
    """ "Charged a man with theft and possession of a gun with intent to …": the verb's is the first."""
    verb = tree.heads[second]
    target = tree.child(verb, "dobj")
    told = next((c for c in tree.subtree(second) if tree.tags[c] == "VBG" and tree.deps[c] in ("pcomp", "acl")), second)
    absolute = tree.has_subject(told) or tree.deps[told] == "acl"
    if tree.lower[second] == "with" and absolute and tree.words[second - 1] == ",":
        # "charged him with theft, with the charges coming late": that is what else came.
        tree.relabel(second, "dep")
        for p in tree.all(target, "prep") if target is not None and tree.lower[verb] in _CHARGING else ():
            if tree.lower[p] == "with":
                tree.hang(p, verb, "prep")
    if tree.lower[second] != "with" or tree.lower[verb] not in TRYING or target is None or not verb < target < second:
        return
    first = next((p for p in tree.all(target, "prep") if p == target + 1), None)
    if first is not None and tree.lower[first] == tree.lower[second] and tree.is_noun(second - 1):
        tree.hang(first, verb, "prep")
        tree.hang(second, second - 1, "prep")
