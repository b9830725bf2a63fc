"""Who says so: the source that a sentence gives for what its trigger tells."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from eventx.analysis import ParsedSentence
from eventx.model import Span
from eventx_rules.inflect import verb_forms
from eventx_rules.tree import Tree

_SAID = frozenset(("ccomp", "parataxis", "dep"))
# What hangs behind a source's own phrase and tells more of it than its name.
_TRAILING = frozenset(("relcl", "appos", "advcl", "parataxis"))


@cache
def _verbs() -> frozenset[str]:
    data = tomllib.loads(resources.files("eventx_rules.data").joinpath("attribution.toml").read_text(encoding="utf-8"))
    return frozenset(form for lemma in data["verbs"] for form in verb_forms(lemma))


def find_attribution(
    sentence: ParsedSentence, trigger: tuple[int, int], event_type_speaks: bool, tree: Tree | None = None
) -> Span | None:
    """The shortest phrase for the source that reports a trigger's event; None where the writer says it outright.

    Args:
        sentence: The parsed sentence.
        trigger: The trigger's tokens, half-open.
        event_type_speaks: True for events that are sayings themselves: their own speaker is no further source.
        tree: The sentence's tree, where the caller has it already.
    """
    tree = tree or Tree.of(sentence.doc)
    source = _source(tree, range(*trigger))
    if source is None:
        return None
    first, last = _phrase(tree, source)
    return sentence.cut(first, last + 1)


def _source(tree: Tree, inside: range) -> int | None:
    verbs = _verbs()
    node = inside.start
    for token in inside:
        if tree.heads[token] not in inside or tree.heads[token] == token:
            node = token
            break
    while True:
        found = _beside(tree, node, inside)
        if found is not None:
            return found
        head = tree.heads[node]
        if head == node:
            return None
        if tree.deps[node] in _SAID and tree.lower[head] in verbs and head not in inside:
            speaker = _speaker(tree, head)
            if speaker is not None:
                return speaker
        node = head


def _beside(tree: Tree, node: int, inside: range) -> int | None:
    """The source of an "according to X" or a parenthetical ", X said," that hangs on this token."""
    for child in tree.children[node]:
        if tree.lower[child] == "according" and tree.deps[child] == "prep":
            for prep in tree.children[child]:
                for noun in tree.children[prep]:
                    if tree.deps[noun] == "pobj":
                        return noun
        if tree.deps[child] == "parataxis" and tree.lower[child] in _verbs() and child not in inside:
            return _speaker(tree, child)
    return None


def _speaker(tree: Tree, verb: int) -> int | None:
    """The subject of a speech verb, its own or that of the verb it is joined to."""
    for _ in range(4):
        for child in tree.children[verb]:
            if tree.deps[child] in ("nsubj", "nsubjpass"):
                return None if tree.lower[child] in ("it", "there") and tree.deps[child] == "nsubjpass" else child
        if tree.deps[verb] not in ("conj", "xcomp", "advcl", "pcomp", "prep"):
            return None
        verb = tree.heads[verb]
    return None


def _phrase(tree: Tree, noun: int) -> tuple[int, int]:
    """First and last token of a noun's phrase without what trails behind it."""
    first = last = noun
    for child in tree.children[noun]:
        if child < noun:
            first = min(first, *tree.subtree(child))
        elif tree.deps[child] in _TRAILING or tree.lower[child] in ("(", "-", "--", "—"):
            break
        elif tree.deps[child] != "punct":
            if tree.lower[child - 1] == "," and tree.deps[child] != "conj":
                break
            last = max(last, *tree.subtree(child))
    return first, last
