"""Mending what the parser gets wrong again and again, before anything is read off a tree.

Each mending looks for one shape that is wrong wherever it appears ("denied that it had fired and accused …", where the
accusing is hung below the firing), and rehangs a word or two. What needs the meaning of words is left to the frames.
"""

from __future__ import annotations

from eventx_rules.inflect import verb_forms
from eventx_rules.tree import Tree

_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_BECOMING = frozenset(
    form for lemma in ("hold", "find", "call", "deem", "consider", "leave") for form in verb_forms(lemma)
)
_LEAVING = frozenset(form for lemma in ("leave", "depart", "head", "embark") for form in verb_forms(lemma))
_HURT = frozenset(("dead", "wounded", "injured", "hurt", "missing", "homeless"))

_TIMES = frozenset(
    (
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "may", "june", "july", "august", "september", "october", "november", "december", "year", "month",
        "week", "weekend", "day", "night", "evening", "morning", "afternoon", "hours", "days", "weeks", "months", "ago",
    )
)  # fmt: skip


def repair(tree: Tree) -> Tree:
    """Rehang what is wrongly hung, in place.

    Returns:
        The tree itself.
    """
    for token, label in enumerate(tree.deps):
        if label == "conj" and tree.is_verb(token):
            _finite_conjunct(tree, token)
        elif label == "conj":
            _noun_beside_a_verb(tree, token)
        elif label == "ccomp":
            _small_clause(tree, token)
        elif label == "oprd":
            _counted_dead(tree, token)
        elif label == "csubj":
            _visiting_subject(tree, token)
        elif label == "prep":
            _phrase_on_a_time(tree, token)
        elif label == "mark" and tree.lower[token] == "for":
            _goal_taken_for_subject(tree, token)
    return tree


def _finite_conjunct(tree: Tree, verb: int) -> None:
    """ "Denied that it had fired and accused …": a finite verb is coordinated with a finite one."""
    first = tree.heads[verb]
    if tree.tags[verb] != "VBD" or tree.tags[first] not in ("VBN", "VB", "VBG") or not tree.is_verb(first):
        return
    if tree.has_subject(verb) or any(tree.deps[c] in ("aux", "auxpass") for c in tree.children[verb]):
        return
    if not any(tree.deps[c] in ("aux", "auxpass") for c in tree.children[first]) and tree.tags[first] != "VBG":
        # "was seized and killed": a participle taken for a past.
        return
    if tree.deps[first] not in ("ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp"):
        return
    for above in tree.ancestors(first):
        if tree.tags[above] in _FINITE and tree.is_verb(above):
            if tree.tags[above] == "VBD":
                tree.hang(verb, above, "conj")
            return


def _noun_beside_a_verb(tree: Tree, noun: int) -> None:
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


def _small_clause(tree: Tree, word: int) -> None:
    """ "Holds the army responsible": who is responsible is the object of the holding."""
    head = tree.heads[word]
    if (
        tree.tags[word] != "JJ"
        or tree.lower[head] not in _BECOMING
        or tree.child(word, "aux", "cop", "mark") is not None
    ):
        return
    for subject in tree.all(word, "nsubj"):
        tree.hang(subject, head, "dobj")
        tree.relabel(word, "oprd")


def _counted_dead(tree: Tree, word: int) -> None:
    """ "Left nine dead": a number is who is dead."""
    head = tree.heads[word]
    number = tree.child(word, "nummod")
    if tree.lower[word] in _HURT and number is not None and tree.child(head, "dobj") is None:
        tree.hang(number, head, "dobj")
        for c in tree.all(word, "advmod", "quantmod", "amod"):
            if c < number:
                tree.hang(c, number, "quantmod")


def _visiting_subject(tree: Tree, word: int) -> None:
    """ "Visiting Danish premier Holm met …": the participle belongs to the subject."""
    head = tree.heads[word]
    subject = tree.child(head, "nsubj", "nsubjpass")
    if tree.tags[word] == "VBG" and not tree.children[word] and subject is not None and subject > word:
        tree.hang(word, subject, "amod")


def _phrase_on_a_time(tree: Tree, preposition: int) -> None:
    """ "Arrived last week in Oslo", "met on Monday in Oslo": no week or Monday is in Oslo."""
    time = tree.heads[preposition]
    if tree.lower[time] not in _TIMES or tree.lower[preposition] == "of" or preposition < time:
        return
    above = tree.heads[time]
    if tree.deps[time] == "pobj":
        above = tree.heads[above]
    elif tree.deps[time] != "npadvmod":
        return
    if above != time and above < time and (tree.is_verb(above) or tree.is_noun(above)):
        tree.hang(preposition, above, "prep")


def _goal_taken_for_subject(tree: Tree, word: int) -> None:
    """ "Left for Oman to attend a summit": nobody called Oman attends it."""
    verb = tree.heads[word]
    goal = tree.child(verb, "nsubj")
    head = tree.heads[verb]
    if goal is not None and goal > word and tree.tags[goal] == "NNP" and tree.lower[head] in _LEAVING:
        tree.hang(word, head, "prep")
        tree.hang(goal, word, "pobj")
