"""Mending what is coordinated with what, and a "that" that introduces a clause."""

from __future__ import annotations

from eventx_rules.lexicon.inflect import verb_forms
from eventx_rules.repair.claims import HANDLING
from eventx_rules.tree import Tree

_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_SAYING = frozenset(
    form for lemma in ("say", "report", "tell", "announce", "add", "write") for form in verb_forms(lemma)
)
# What somebody does who has just said something else.
_GOING_ON_TO_SAY = frozenset(
    form
    for lemma in (
        "blame", "accuse", "deny", "condemn", "denounce", "reject", "dismiss", "urge", "warn", "vow", "call",
        "criticize", "criticise", "demand", "promise", "pledge", "insist", "say", "tell",
    )
    for form in verb_forms(lemma)
)  # fmt: skip


def finite_conjunct(tree: Tree, verb: int) -> None:
    """ "Denied that it had fired and accused …": a finite verb is coordinated with a finite one.

    Args:
        tree: The sentence; changed in place.
        verb: A verb that is coordinated with another.
    """
    first = tree.heads[verb]
    if tree.tags[verb] == "VBN" and tree.lower[verb] in _GOING_ON_TO_SAY and tree.child(verb, "dobj") is not None:
        # "had been killed and accused the army": with an object it is no passive.
        tree.tags[verb] = "VBD"
    if tree.tags[verb] != "VBD" or tree.has_subject(verb) or not tree.is_verb(first):
        return
    if any(tree.deps[c] in ("aux", "auxpass") for c in tree.children[verb]):
        return
    if tree.tags[first] not in ("VBN", "VB", "VBG"):
        _went_on_to_say(tree, verb, first)
        return
    if not any(tree.deps[c] in ("aux", "auxpass") for c in tree.children[first]) and tree.tags[first] != "VBG":
        # "was seized and killed": a participle taken for a past.
        return
    if tree.lower[verb] not in _GOING_ON_TO_SAY and (tree.tags[first] != "VB" or not _is_past(tree.lower[verb])):
        # "said that soldiers had shot and killed two", "that a bomb had killed ten and wounded two"
        return
    if tree.deps[first] not in ("ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp"):
        return
    for above in tree.ancestors(first):
        if tree.is_verb(above) and _is_finite(tree, above):
            if tree.tags[above] in ("VBD", "VBN"):
                tree.hang(verb, above, "conj")
            return


def _is_past(word: str) -> bool:
    """Whether a word is certainly no infinitive, so that "was there to sing and got lost" tells what she did."""
    return word.endswith("ed") or word in _STRONG


_STRONG = frozenset(
    (
        "got", "went", "was", "were", "had", "said", "told", "took", "made", "gave", "left", "met", "found", "came",
        "began", "held", "saw", "fell", "ran", "brought", "kept", "knew", "lost", "paid", "sent", "stood", "won",
    )
)  # fmt: skip


def _went_on_to_say(tree: Tree, verb: int, first: int) -> None:
    """ "Said that many had starved since convoys came and blamed the army": no convoy blames."""
    if tree.deps[first] not in ("advcl", "ccomp") or tree.tags[first] != "VBD":
        return
    if tree.lower[verb] not in _GOING_ON_TO_SAY or tree.lower[first] in _GOING_ON_TO_SAY:
        return
    saying = next((a for a in tree.ancestors(first) if tree.lower[a] in _SAYING), None)
    if saying is not None and saying < first and tree.tags[saying] == "VBD":
        tree.hang(verb, saying, "conj")


def subject_taken_for_a_conjunct(tree: Tree, verb: int) -> None:
    """ "Oslo denies meddling in the vote and Holm has denied fraud": there was no vote on Holm.

    Args:
        tree: The sentence; changed in place.
        verb: A verb that is coordinated with another.
    """
    first = tree.heads[verb]
    if not tree.is_verb(first) or tree.has_subject(verb) or not _is_finite(tree, verb):
        return
    end = min(tree.subtree(verb))
    noun = end - 1
    while first < noun < end and max(tree.subtree(noun)) < end:
        joint = min(tree.subtree(noun)) - 1
        if tree.deps[noun] == "conj" and tree.is_noun(noun) and tree.deps[joint] == "cc" and joint > first:
            passive = tree.child(verb, "auxpass") is not None
            tree.hang(joint, first, "cc")
            tree.hang(noun, verb, "nsubjpass" if passive else "nsubj")
            tree.relabel(verb, "conj")
            return
        noun = tree.heads[noun]


def _is_finite(tree: Tree, verb: int) -> bool:
    auxiliaries = tree.all(verb, "aux", "auxpass")
    return any(tree.tags[t] in _FINITE or tree.tags[t] == "MD" for t in auxiliaries or [verb])


def subject_taken_for_an_aside(tree: Tree, name: int) -> None:
    """ "In a letter seen by Oslo, Ada Holm denied it": a name behind a comma is the subject that the verb lacks.

    Args:
        tree: The sentence; changed in place.
        name: What is taken for another of a list, or for what the word before the comma is.
    """
    first = tree.heads[name]
    if tree.tags[name][:3] != "NNP" or tree.deps[first] not in ("pobj", "dobj") or first > name:
        return
    below = list(tree.subtree(name))
    start, verb = min(below), max(below) + 1
    if start < 2 or tree.words[start - 1] != "," or any(tree.deps[c] == "cc" for c in tree.children[first]):
        return
    verb += verb < len(tree) and tree.words[verb] == ","
    if verb < len(tree) and tree.deps[verb] in ("aux", "auxpass"):
        verb = tree.heads[verb]
    if verb >= len(tree) or tree.deps[verb] not in ("ROOT", "ccomp", "advcl") or not tree.is_verb(verb):
        return
    if tree.has_subject(verb) or not _is_finite(tree, verb):
        return
    tree.hang(name, verb, "nsubjpass" if tree.child(verb, "auxpass") is not None else "nsubj")


def sentence_taken_for_a_list(tree: Tree, verb: int) -> None:
    """ "Denies reports of theft and Holm denies …": one "denies", and more than one "deny".

    Args:
        tree: The sentence; changed in place.
        verb: The clausal object of a verb.
    """
    subject, above, name = tree.child(verb, "nsubj"), tree.heads[verb], verb - 1
    if tree.tags[verb] != "VBZ" or subject is None or name < 2:
        return
    if tree.tags[name][:3] != "NNP" or tree.deps[name] != "conj" or tree.heads[name] not in tree.subtree(subject):
        return
    joint = min(tree.subtree(name)) - 1
    if tree.lower[joint] != "and" or not above < min(tree.subtree(subject)) or tree.child(above, "dobj") is not None:
        return
    tree.hang(name, verb, "nsubj")
    tree.hang(subject, above, "dobj")
    tree.relabel(verb, "conj")


def verb_of_a_sentence_without_one(tree: Tree, verb: int) -> None:
    """ "Troops backed by jets clashed with rebels", "an attack on a bus near the mill wounded two": somebody did it.

    Args:
        tree: The sentence; changed in place.
        verb: What is taken for a participle.
    """
    if tree.tags[verb] != "VBN":
        return
    subject = verb
    while tree.heads[subject] != subject:
        subject = tree.heads[subject]
    if not tree.is_noun(subject) or subject > verb or tree.has_subject(verb) or tree.child(verb, "agent") is not None:
        return
    participle = tree.heads[tree.heads[tree.heads[verb]]]
    behind_another = tree.deps[participle] == "acl" and tree.heads[participle] == subject
    if behind_another or (tree.child(verb, "dobj") is not None and tree.heads[verb] != subject):
        tree.tags[verb] = "VBD"
        tree.hang(verb, subject, "acl")
        tree.swap(verb, subject, "nsubj")


def that_of_a_clause(tree: Tree, word: int) -> None:
    """ "Allegations that Oslo meddled": the word only introduces the clause, and nobody meddled it.

    Args:
        tree: The sentence; changed in place.
        word: The object of a verb.
    """
    verb = tree.heads[word]
    if tree.lower[verb] in HANDLING:
        # "allegations that Oslo denies"
        return
    if tree.lower[word] == "that" and tree.tags[word] == "IN" and word < verb and tree.has_subject(verb):
        tree.relabel(word, "mark")


def noun_beside_a_verb(tree: Tree, noun: int) -> None:
    """ "Killed the imam and three of his sons": a noun is coordinated with the object before the "and"."""
    verb = tree.heads[noun]
    if not tree.is_verb(verb) or tree.tags[noun][:2] not in ("NN", "CD", "PR"):
        return
    joints = [c for c in tree.children[verb] if tree.deps[c] == "cc" and verb < c < noun]
    nouns = [c for c in tree.all(verb, "dobj") if joints and c < joints[-1]]
    if nouns and tree.words[joints[-1] - 1] != ",":
        first = max(nouns)
        tree.hang(joints[-1], first, "cc")
        tree.hang(noun, first, "conj")


def sentence_beside(tree: Tree, verb: int) -> None:
    """ "The firm sued; the town denied it": nobody denies the suing."""
    subject = tree.child(tree.heads[verb], "nsubj", "nsubjpass")
    if subject is not None and verb < subject and tree.words[min(tree.subtree(subject)) - 1] == ";":
        tree.relabel(verb, "parataxis")


def conjunct_of_its_subject(tree: Tree, verb: int) -> None:
    """ "Sand, then a guard, shot and killed …": a verb coordinated with the noun that it lacks for a subject."""
    noun = tree.heads[verb]
    while tree.deps[noun] == "appos":
        noun = tree.heads[noun]
    if tree.heads[noun] != noun or not tree.is_noun(noun) or tree.tags[verb] not in _FINITE | {"VB"}:
        return
    if not tree.has_subject(verb) and noun < verb and tree.words[verb - 1] == ",":
        tree.uproot(verb)
        tree.hang(noun, verb, "nsubj")
