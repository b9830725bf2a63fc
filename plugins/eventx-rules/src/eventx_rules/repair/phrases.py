"""Mending where the parser hung a prepositional phrase."""

from __future__ import annotations

from eventx_rules.lexicon.inflect import verb_forms
from eventx_rules.tree import Tree

_TOWNS = frozenset(("city", "town", "village", "province", "region", "district", "state", "port", "suburb", "capital"))
_TIMES = frozenset(
    (
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "may", "june", "july", "august", "september", "october", "november", "december", "year", "month",
        "week", "weekend", "day", "night", "evening", "morning", "afternoon", "hours", "days", "weeks", "months", "ago",
    )
)  # fmt: skip


def repair_phrase(tree: Tree, preposition: int) -> None:
    """Rehang a preposition that hangs on a time, or on the first of two nouns, in place."""
    _phrase_on_a_time(tree, preposition)
    _phrase_of_the_last(tree, preposition)
    _phrase_by_whom(tree, preposition)


def _phrase_on_a_time(tree: Tree, preposition: int) -> None:
    """ "Arrived last week in Oslo", "met on Monday in Oslo": no week or Monday is in Oslo."""
    time = tree.heads[preposition]
    if tree.lower[time] not in _TIMES or preposition < time:
        return
    if tree.lower[preposition] == "of" and not _is_of_the_act(tree, preposition, time):
        return
    above = tree.heads[time]
    if tree.deps[time] == "pobj":
        before = above - 1
        # "Of" belongs to a noun, also where the time hangs on the verb.
        of_noun = tree.lower[preposition] == "of" and before >= 0 and tree.is_noun(before)
        above = before if of_noun else tree.heads[above]
    elif tree.deps[time] != "npadvmod":
        return
    if above != time and above < time and (tree.is_verb(above) or tree.is_noun(above)):
        tree.hang(preposition, above, "prep")


def _is_of_the_act(tree: Tree, preposition: int, time: int) -> bool:
    """ "The shooting on Monday night of a nurse": a night of that name is nobody's; but "the night of May 3" is."""
    named = any(tree.tags[t] == "NNP" for t in (time, *tree.all(time, "compound")))
    return named and all(tree.tags[c] in ("NN", "NNS") for c in tree.all(preposition, "pobj"))


def others_beside_an_apposition(tree: Tree, apposition: int) -> None:
    """ "Met by Okoro, the mayor of Abuja and other officials": where others follow, the mayor is one more."""
    for other in tree.subtree(apposition):
        if tree.deps[other] != "conj" or tree.tags[other] != "NNS" or tree.tags[tree.heads[other]] == "NNS":
            continue
        if any(tree.lower[c] == "other" for c in tree.all(other, "amod")):
            joint = max((c for c in tree.all(tree.heads[other], "cc") if c < other), default=None)
            if joint is not None:
                tree.hang(joint, apposition, "cc")
            tree.hang(other, apposition, "conj")
            tree.relabel(apposition, "conj")
            return


def town_beside_a_deed(tree: Tree, town: int) -> None:
    """ "Bombings in Lagos and the northern city of Kano": a town stands beside a town, and not beside bombings."""
    deed = tree.heads[town]
    if tree.lower[town] not in _TOWNS or not tree.is_noun(deed) or tree.tags[deed] == "NNP":
        return
    first = next((n for p in tree.all(deed, "prep") for n in tree.all(p, "pobj") if p < n < town), None)
    if first is None or tree.tags[first] != "NNP" or tree.deps[first + 1] != "cc":
        return
    if tree.heads[first + 1] in (deed, first):
        tree.hang(first + 1, first, "cc")
        tree.hang(town, first, "conj")


def _phrase_by_whom(tree: Tree, preposition: int) -> None:
    """ "Reported a visit to Oman by the emir", "examines alleged theft by the bank": nobody reports by an emir."""
    verb = tree.heads[preposition]
    if tree.lower[preposition] != "by" or not tree.is_verb(verb) or tree.tags[verb] == "VBN":
        return
    told, by = tree.child(verb, "dobj"), tree.child(preposition, "pobj")
    if told is None or by is None or not verb < told < preposition or tree.tags[told] not in ("NN", "NNS"):
        return
    definite = tree.tags[by] in ("NNP", "NNPS") or tree.tags[by] == "NNS" or tree.child(by, "det", "poss") is not None
    if definite and tree.child(by, "nummod") is None and tree.lower[by] not in _TIMES and preposition == told + 1:
        tree.hang(preposition, told, "prep")


def deed_before_a_verb(tree: Tree, deed: int) -> None:
    """ "Rebel shelling killed five": the shelling did, and not the rebel.

    Args:
        tree: The sentence; changed in place.
        deed: A word that is taken for an adverb or for a clause about the subject.
    """
    noun, verb = deed - 1, deed + 1
    if tree.tags[deed] != "VBG" or tree.children[deed] or noun < 0 or verb >= len(tree):
        return
    if tree.tags[verb] not in ("VBD", "VBZ", "VBP") or tree.tags[noun] not in ("NN", "NNP"):
        return
    if tree.deps[noun] != "nsubj" or tree.heads[noun] != verb or tree.child(noun, "det") is not None:
        return
    tree.tags[deed] = "NN"
    tree.hang(deed, verb, "nsubj")
    tree.hang(noun, deed, "compound")


def owner_of_both(tree: Tree, noun: int) -> None:
    """ "The duke and duchess' visit": whoever stands before the apostrophe is an owner, and who is named with him.

    Args:
        tree: The sentence; changed in place.
        noun: A noun that is coordinated with another.
    """
    first = tree.heads[noun]
    if tree.child(noun, "case") is not None and tree.deps[first] in ("nmod", "compound") and tree.is_noun(first):
        tree.relabel(first, "poss")


def counted_with(tree: Tree, participle: int) -> None:
    """ "Put the toll at 14 with 29 wounded": the 29 are wounded, and not who put it."""
    counted = participle - 1
    preposition = tree.heads[counted]
    if tree.tags[participle] == "VBN" and tree.deps[counted] == "pobj" and tree.lower[preposition] == "with":
        tree.hang(participle, counted, "acl")


def _phrase_of_the_last(tree: Tree, preposition: int) -> None:
    """ "The shooting and the families of the dead": "of" belongs to the noun before it."""
    head = tree.heads[preposition]
    last = preposition - 1
    if tree.lower[preposition] == "of" and tree.is_noun(last) and head < last and last in tree.conjuncts(head):
        tree.hang(preposition, last, "prep")


def owner_taken_for_a_kind(tree: Tree, ending: int) -> None:
    """ "A former clerk's charges": whoever stands before the apostrophe is an owner, with all that stands before him.

    Args:
        tree: The sentence; changed in place.
        ending: A possessive ending.
    """
    owner = tree.heads[ending]
    owned = tree.heads[owner]
    if tree.deps[owner] not in ("nmod", "compound") or not owner < ending < owned:
        return
    for c in tree.children[owned].copy():
        if c < owner and tree.deps[c] in ("det", "amod", "compound", "nummod"):
            tree.hang(c, owner, tree.deps[c])
    tree.relabel(owner, "poss")


def deed_taken_for_a_kind(tree: Tree, deed: int) -> None:
    """ "Accused the army of bombing farms": the farms are bombed, and no bombing farms."""
    thing = tree.heads[deed]
    preposition = tree.heads[thing]
    if thing != deed + 1 or preposition != deed - 1 or tree.lower[preposition] != "of":
        return
    above = (tree.heads[preposition], tree.heads[tree.heads[preposition]])
    if (
        tree.lower[deed].endswith("ing")
        and tree.tags[thing] == "NNS"
        and any(tree.lower[a] in _ACCUSING for a in above)
    ):
        tree.tags[deed] = "VBG"
        tree.hang(deed, preposition, "pcomp")
        tree.hang(thing, deed, "dobj")


_ACCUSING = frozenset(form for lemma in ("accuse", "suspect", "convict", "acquit") for form in verb_forms(lemma))
