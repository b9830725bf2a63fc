"""Who says so: the source that a sentence gives for what its trigger tells."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from attrs import frozen

from eventx.analysis import ParsedSentence
from eventx.model import Span
from eventx_rules.arguments.antecedents import antecedent
from eventx_rules.lexicon.inflect import noun_forms, verb_forms
from eventx_rules.tree import Tree

_SAID = frozenset(("ccomp", "parataxis", "dep"))
_SUBJECTS = ("nsubj", "nsubjpass")
# What hangs behind a source's own phrase and tells more of it than its name.
_TRAILING = frozenset(("relcl", "appos", "advcl", "parataxis"))
_QUOTES = frozenset((",", '"', "”", "''", "’’"))
# ", the chief of the harbour police in the northern district said": longer ones are clauses.
_LONGEST_PARENTHESIS = 12


@frozen(kw_only=True)
class _Words:
    verbs: frozenset[str]
    parenthetical: frozenset[str]
    calling: frozenset[str]
    accusing: frozenset[str]
    nouns: frozenset[str]
    anonymous: frozenset[str]
    silent: frozenset[str]


@cache
def _words() -> _Words:
    data = tomllib.loads(resources.files("eventx_rules.data").joinpath("attribution.toml").read_text(encoding="utf-8"))

    def verbs(name: str) -> frozenset[str]:
        return frozenset(form for lemma in data[name] for form in verb_forms(lemma))

    def nouns(name: str) -> frozenset[str]:
        return frozenset(form for lemma in data[name] for form in noun_forms(lemma))

    return _Words(
        verbs=verbs("verbs"),
        parenthetical=verbs("parenthetical"),
        calling=verbs("calling"),
        accusing=verbs("accusing"),
        nouns=nouns("nouns"),
        anonymous=nouns("anonymous"),
        silent=nouns("silent"),
    )


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
    tree = tree or Tree(sentence.tree)
    inside = range(*trigger)
    top = next((t for t in inside if tree.heads[t] not in inside or tree.heads[t] == t), inside.start)
    sources = _sources(tree, top, inside)
    if event_type_speaks and _lacks_speaker(tree, top):
        # "Officials said the claim was false": it is they who deny it.
        next(sources, None)
    source = next(sources, None)
    if source is None:
        return None
    source = antecedent(tree, source)
    if tree.tags[source] in ("WP", "WDT"):
        return None
    first, last = _phrase(tree, source)
    if first < inside.stop and inside.start <= last:
        return None
    return sentence.cut(first, last + 1)


def _sources(tree: Tree, node: int, inside: range) -> Iterator[int]:
    """The heads of the sources' phrases, innermost first."""
    words = _words()
    while True:
        yield from _beside(tree, node, inside)
        head = tree.heads[node]
        if head == node:
            break
        dep, word = tree.deps[node], tree.lower[head]
        first = min(tree.subtree(node)) if dep in ("relcl", "acl") else 0
        if first and tree.lower[first - 1] == ",":
            # What is added in passing about somebody ("Berg, who left in May, …") is the writer's own.
            return
        if dep in _SAID and word in words.verbs and head not in inside:
            speaker = _speaker(tree, head)
            if speaker is not None and tree.lower[speaker] not in words.silent:
                yield speaker
        elif dep in ("acl", "ccomp") and word in words.nouns and tree.is_noun(head) and tree.has_subject(node):
            author = _author(tree, head)
            if author is not None:
                yield author
        elif dep == "prep" and tree.lower[node] == "as" and word in words.calling:
            speaker = tree.child(head, "nsubj")
            if speaker is not None:
                yield speaker
        elif dep == "pcomp" and tree.lower[tree.heads[head]] in words.accusing:
            accuser = tree.child(tree.heads[head], "nsubj")
            if accuser is not None and tree.heads[head] not in inside:
                yield accuser
        node = head
    yield from _parenthesis(tree, inside)


def _lacks_speaker(tree: Tree, top: int) -> bool:
    """Whether a saying stands in the very clause that is reported, with nobody named who says it."""
    if tree.is_verb(top):
        if tree.child(top, "nsubj", "agent") is not None or tree.tags[top] not in ("VBN", "VBD"):
            return False
        return tree.deps[top] in _SAID
    if tree.child(top, "poss") is not None:
        return False
    node = top
    for above in tree.ancestors(top):
        if tree.is_verb(above):
            return tree.deps[above] in _SAID
        if tree.is_noun(above):
            return False
        node = above
    return tree.heads[node] != node


def _beside(tree: Tree, node: int, inside: range) -> Iterator[int]:
    """The source of an "according to X" or a parenthetical ", X said," that hangs on this token."""
    words = _words()
    for child in tree.children[node]:
        if tree.lower[child] == "according" and tree.deps[child] == "prep":
            to = tree.child(child, "prep")
            noun = None if to is None else tree.child(to, "pobj")
            if noun is not None:
                yield noun
        elif tree.deps[child] == "parataxis" and tree.lower[child] in words.verbs and child not in inside:
            speaker = _speaker(tree, child)
            if speaker is not None:
                yield speaker


def _speaker(tree: Tree, verb: int) -> int | None:
    """The subject of a speech verb, its own or that of the verb it is joined to."""
    for _ in range(4):
        subject = tree.child(verb, *_SUBJECTS)
        if subject is not None:
            # Who "was told" or "was warned" is spoken to; only who "was quoted" speaks.
            speaks = tree.deps[subject] == "nsubj" or tree.lower[verb] in ("quoted", "cited")
            return subject if speaks else None
        if tree.deps[verb] not in ("conj", "xcomp", "advcl", "pcomp", "prep"):
            return None
        verb = tree.heads[verb]
    return None


def _author(tree: Tree, noun: int) -> int | None:
    """Whose words a noun stands for: "the envoy's claim", "allegations from residents", "reports"."""
    owner = tree.child(noun, "poss")
    if owner is not None:
        return owner
    for prep in tree.all(noun, "prep"):
        if tree.lower[prep] in ("from", "by"):
            return tree.child(prep, "pobj")
    return noun if tree.lower[noun] in _words().anonymous else None


def _parenthesis(tree: Tree, inside: range) -> Iterator[int]:
    """The source of a closing ", X said." that the parser has hung somewhere else, told by its shape alone."""
    words, end = _words(), len(tree)
    for verb in range(end - 1, max(inside.stop, end - _LONGEST_PARENTHESIS), -1):
        if tree.lower[verb] not in words.parenthetical or tree.tags[verb] not in ("VBD", "VBZ", "VBP"):
            continue
        for first in range(verb - 1, max(inside.stop - 1, verb - _LONGEST_PARENTHESIS), -1):
            if tree.is_verb(first) or tree.tags[first] in ("MD", "TO"):
                return
            if tree.lower[first] in _QUOTES:
                if first + 1 < verb and (tree.is_noun(verb - 1) or tree.tags[verb - 1] == "PRP"):
                    noun = verb - 1
                    while first < tree.heads[noun] < verb and tree.heads[noun] != noun:
                        noun = tree.heads[noun]
                    yield tree.heads[noun] if tree.deps[noun] == "pobj" and first < tree.heads[noun] < verb else noun
                return
        return


def _phrase(tree: Tree, noun: int) -> tuple[int, int]:
    """First and last token of a noun's phrase without what trails behind it."""
    name = tree.child(noun, "appos")
    if name is not None and tree.tags[name] == "NNP" and tree.tags[noun] in ("NN", "NNS"):
        noun = name
    first = last = noun
    for child in tree.children[noun]:
        if child < noun:
            first = min(first, *tree.subtree(child))
        elif tree.deps[child] in _TRAILING or tree.lower[child] in ("(", "-", "--", "—"):
            break
        elif tree.deps[child] not in ("punct", "case"):
            label = tree.deps[child]
            if (tree.lower[child - 1] == "," and label != "conj") or label in ("advmod", "npadvmod", "ccomp"):
                break
            if label == "acl":
                break
            last = max(last, *tree.subtree(child))
    for comma in range(noun, last):
        # A relative clause may hang on the last word of a name.
        if tree.words[comma] == "," and tree.tags[comma + 1] in ("WDT", "WP"):
            return first, comma - 1
    return first, last
