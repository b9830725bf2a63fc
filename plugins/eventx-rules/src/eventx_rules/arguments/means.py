"""What an act is done with, where the sentence tells it beside the act: "armed with machetes", "drew a pistol and"."""

from __future__ import annotations

from collections.abc import Iterator

from eventx_rules.arguments.understood import object_of, surface_subject
from eventx_rules.arguments.voice import is_passive
from eventx_rules.lexicon.inflect import verb_forms
from eventx_rules.tree import Tree

_USING = frozenset(("use", "uses", "used", "using"))
_WIELDING = frozenset(("using", "wielding", "brandishing", "firing", "hurling", "throwing", "carrying"))
_EQUIPPED = frozenset(("armed", "equipped"))
_DRAWING = frozenset(
    form
    for lemma in ("draw", "pull", "take", "produce", "grab", "raise", "brandish", "retrieve", "wield", "get", "pick")
    for form in verb_forms(lemma)
)


def means(tree: Tree, verb: int) -> Iterator[int]:
    """What somebody does it with: "using rockets, rebels attacked", "the mob, armed with machetes, attacked"."""
    above = tree.heads[verb]
    if tree.deps[verb] in ("xcomp", "advcl") and tree.lower[above] in _USING and tree.is_infinitive(verb):
        # "the pistol used to kill him", "the pistol that he used to kill him"
        stands_for = [tree.heads[above]] if tree.deps[above] == "relcl" and tree.child(above, "dobj") is None else []
        yield from object_of(tree, above) or stands_for
    above_all = [above, tree.heads[tree.heads[above]]] if tree.deps[verb] == "advcl" else []
    beside = tree.all(verb, "advcl") + [v for v in above_all if tree.lower[v] in _EQUIPPED]
    for subject in () if is_passive(tree, verb) else surface_subject(tree, verb):
        beside += tree.all(subject, "acl", "relcl")
    for participle in beside:
        if tree.lower[participle] in _WIELDING:
            yield from tree.all(participle, "dobj")
        elif tree.lower[participle] in _EQUIPPED:
            for preposition in tree.all(participle, "prep"):
                if tree.lower[preposition] == "with":
                    yield from tree.all(preposition, "pobj")


def borne(tree: Tree, verb: int) -> Iterator[int]:
    """What somebody has on him who does it: "a man with a rifle opened fire"."""
    for subject in () if is_passive(tree, verb) else tree.all(verb, "nsubj"):
        for preposition in tree.all(subject, "prep"):
            if tree.lower[preposition] == "with":
                yield from tree.all(preposition, "pobj")


def drawn(tree: Tree, verb: int) -> Iterator[int]:
    """What somebody took out before: "pulled out a gun and shot"."""
    while tree.deps[verb] == "conj":
        verb = tree.heads[verb]
        if tree.lower[verb] in _DRAWING:
            yield from tree.all(verb, "dobj")
