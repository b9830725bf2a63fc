"""Whether an event is presented as having happened: read off the constructions that its trigger stands in."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any, cast

from attrs import field, frozen

from eventx.analysis import ParsedSentence
from eventx.model import Modality
from eventx_rules.inflect import noun_forms, verb_forms
from eventx_rules.tree import Tree

_CLAUSES = frozenset(("xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp", "csubj", "csubjpass", "parataxis"))
_INDEFINITE = frozenset(("a", "an", "any", "some", "another"))
# More steps up than any construction takes; a guard against parses gone wrong, and a bound on the cost.
_LONGEST_CLIMB = 12


@frozen(kw_only=True)
class ModalityFinding:
    """How a trigger's event is presented, and what in the sentence says so.

    Attributes:
        modality: One of eventx's five modalities.
        reason: The construction, readably: ``"future auxiliary 'will'"``.
    """

    modality: Modality
    reason: str


_ASSERTED = ModalityFinding(modality="asserted", reason="nothing says otherwise")

Table = Mapping[str, Modality]


@frozen(kw_only=True)
class _Words:
    """The word lists, one dictionary look-up away."""

    auxiliaries: Table
    would: frozenset[str]
    negation: Mapping[str, frozenset[str]]
    conditions: Mapping[str, frozenset[str]]
    clause_verbs: Table
    clause_nouns: Table
    clause_adjectives: Table
    event_verbs: Table
    event_nouns: Table
    event_adjectives: Table
    modifiers: Table
    prepositions: Table
    carrier_subjects: frozenset[str]
    carrier_objects: frozenset[str]
    carrier_nouns: frozenset[str]
    generic_governors: frozenset[str]
    generic_nouns: frozenset[str]
    be: frozenset[str] = field(factory=lambda: frozenset(verb_forms("be")))


def _verb_keys(entry: str) -> list[str]:
    verb, _, particle = entry.partition(" ")
    return [f"{form} {particle}" if particle else form for form in verb_forms(verb)]


def _flat(entries: Iterable[str]) -> list[str]:
    return list(entries)


def _table(lists: Mapping[str, list[str]], forms: Any) -> Table:
    # Forms of two lists may coincide; the earlier list wins, negated last, as in the file.
    table: dict[str, Modality] = {}
    for label in ("planned", "hypothetical", "negated"):
        for entry in lists[label]:
            for key in forms(entry):
                table.setdefault(key, cast(Modality, label))
    return table


def _verbs(lemmas: Iterable[str]) -> frozenset[str]:
    return frozenset(form for lemma in lemmas for form in verb_forms(lemma))


def _nouns(lemmas: Iterable[str]) -> frozenset[str]:
    return frozenset(form for lemma in lemmas for form in noun_forms(lemma))


@cache
def _words() -> _Words:
    data = tomllib.loads(resources.files("eventx_rules.data").joinpath("modality.toml").read_text(encoding="utf-8"))

    def same(entry: str) -> list[str]:
        return [entry]

    return _Words(
        auxiliaries={
            word: cast(Modality, label) for label in ("planned", "hypothetical") for word in data["auxiliaries"][label]
        },
        would=frozenset(data["auxiliaries"]["reported_future"]),
        negation={name: frozenset(words) for name, words in data["negation"].items()},
        conditions={name: frozenset(words) for name, words in data["conditions"].items()},
        clause_verbs=_table(data["clause"]["verbs"], _verb_keys),
        clause_nouns=_table(data["clause"]["nouns"], noun_forms),
        clause_adjectives=_table(data["clause"]["adjectives"], same),
        event_verbs=_table(data["event"]["verbs"], _verb_keys),
        event_nouns=_table(data["event"]["nouns"], noun_forms),
        event_adjectives=_table(data["event"]["adjectives"], same),
        modifiers=_table(data["event"]["modifiers"], same),
        prepositions=_table(data["event"]["prepositions"], same),
        carrier_subjects=_verbs(data["carriers"]["subjects"]),
        carrier_objects=_verbs(data["carriers"]["objects"]),
        carrier_nouns=_nouns(data["carriers"]["nouns"]),
        generic_governors=_verbs(data["genericity"]["governors"]),
        generic_nouns=_nouns(data["genericity"]["nouns"]),
    )


def find_modality(sentence: ParsedSentence, trigger: tuple[int, int], tree: Tree | None = None) -> ModalityFinding:
    """How the event of a trigger is presented.

    Args:
        sentence: The parsed sentence.
        trigger: The trigger's tokens, half-open.
        tree: The sentence's tree, where the caller has it already.
    """
    return _Climb(tree or Tree.of(sentence.doc), trigger).find()


class _Climb:
    """The way up from a trigger to its root, as far as what stands there has a say in the event."""

    def __init__(self, tree: Tree, trigger: tuple[int, int]) -> None:
        self.tree, self.words = tree, _words()
        self.inside = range(*trigger)
        self.pending: ModalityFinding | None = None
        # A noun's event is only touched, not told, by the clause it stands in: conditions still hold of it.
        self.touched = False

    def find(self) -> ModalityFinding:
        tree, node = self.tree, self._top()
        self.nominal = not tree.is_verb(node) or (
            tree.deps[node] in ("dobj", "pobj", "nsubj", "nsubjpass", "compound", "attr")
        )
        inherits = True
        finding = self._of_noun(node) if self.nominal else self._of_clause(node)
        for _ in range(_LONGEST_CLIMB):
            if finding is not None:
                if finding.modality != "planned":
                    return finding
                self.pending = self.pending or finding
            head = tree.heads[node]
            if head == node:
                break
            finding, go_on = self._cross(node, head)
            if finding is not None and finding.modality != "planned":
                return finding
            self.pending = self.pending or finding
            if not go_on:
                break
            inherits = self._inherits(node, head)
            node = head
            if tree.tags[node][:2] in ("VB", "MD"):
                finding = self._of_clause(node) if inherits else None
            elif tree.is_noun(node) and self.nominal:
                finding = self._of_noun(node)
            else:
                finding = None
        return self.pending or _ASSERTED

    def _top(self) -> int:
        heads = self.tree.heads
        for token in self.inside:
            if heads[token] not in self.inside or heads[token] == token:
                return token
        return self.inside.start

    def _inherits(self, node: int, head: int) -> bool:
        """Whether auxiliaries of a head hold of what is joined to it: not where a conjunct has its own tense."""
        tree = self.tree
        if tree.deps[node] != "conj" or not tree.is_verb(node):
            return True
        if tree.has_subject(node) or any(tree.deps[c] == "aux" for c in tree.children[node]):
            return False
        return tree.tags[node] == tree.tags[head] or tree.tags[node] in ("VB", "VBN")

    # What a clause says of its own verb

    def _of_clause(self, verb: int) -> ModalityFinding | None:
        tree, words = self.tree, self.words
        found: ModalityFinding | None = None
        auxiliaries = [c for c in tree.children[verb] if tree.deps[c] in ("aux", "auxpass")]
        for child in tree.children[verb]:
            if child in self.inside:
                continue
            dep, word = tree.deps[child], tree.lower[child]
            if dep == "neg" or (dep in ("advmod", "preconj", "cc") and word in words.negation["adverbs"]):
                if tree.lower[child + 1 : child + 2] and tree.lower[child + 1] in words.negation["focus"]:
                    continue
                if self.touched:
                    continue
                return _finding("negated", f"negation '{tree.words[child]}'")
            if dep in ("nsubj", "nsubjpass", "dobj") and self._is_none(child) and not self.touched:
                return _finding("negated", f"negated {'object' if dep == 'dobj' else 'subject'} '{tree.words[child]}'")
            if dep == "mark" and word in words.conditions["marks"]:
                return _finding("hypothetical", f"condition '{tree.words[child]}'")
            if dep == "advmod" and word in words.conditions["adverbs"]:
                found = found or _finding("hypothetical", f"adverb '{tree.words[child]}'")
            if dep == "aux" and found is None:
                found = self._of_auxiliary(child, verb, auxiliaries)
            if dep in ("mark", "advmod") and word in words.conditions["future_marks"] and self._is_present(verb):
                if self._future_above(verb) and not self.touched:
                    found = found or _finding(
                        "planned", f"'{tree.words[child]}' with a present tense before a future one"
                    )
        return found

    def _of_auxiliary(self, aux: int, verb: int, auxiliaries: list[int]) -> ModalityFinding | None:
        tree, words = self.tree, self.words
        word = tree.lower[aux]
        if tree.tags[aux] != "MD":
            return None
        if word in words.would:
            past = any(tree.lower[c] in ("have", "'ve", "’ve") for c in auxiliaries)
            if (
                past
                or self.touched
                or any(tree.deps[c] == "advcl" and self._has_condition(c) for c in tree.children[verb])
            ):
                return _finding("hypothetical", f"conditional '{tree.words[aux]}'")
            return _finding("planned", f"reported future '{tree.words[aux]}'")
        label = words.auxiliaries.get(word)
        if label is None or (self.touched and label == "planned"):
            return None
        return _finding(label, f"{'future' if label == 'planned' else 'modal'} auxiliary '{tree.words[aux]}'")

    def _has_condition(self, verb: int) -> bool:
        tree = self.tree
        return any(
            tree.deps[c] == "mark" and tree.lower[c] in self.words.conditions["marks"] for c in tree.children[verb]
        )

    def _is_present(self, verb: int) -> bool:
        tree = self.tree
        finite = [c for c in tree.children[verb] if tree.deps[c] in ("aux", "auxpass")] or [verb]
        return tree.tags[finite[0]] in ("VBZ", "VBP")

    def _future_above(self, verb: int) -> bool:
        tree = self.tree
        head = tree.heads[verb]
        return any(
            tree.deps[c] == "aux"
            and (
                tree.lower[c] in ("to",)
                or self.words.auxiliaries.get(tree.lower[c]) == "planned"
                or tree.lower[c] in self.words.would
            )
            for c in tree.children[head]
        )

    def _is_none(self, noun: int) -> bool:
        tree, negation = self.tree, self.words.negation
        if tree.lower[noun] in negation["pronouns"]:
            return True
        for child in tree.children[noun]:
            if tree.deps[child] in ("det", "neg", "preconj", "nummod") and tree.lower[child] in negation["determiners"]:
                return tree.lower[noun] != "doubt"
        return False

    # What a noun's modifiers say of its event

    def _of_noun(self, noun: int) -> ModalityFinding | None:
        tree, words = self.tree, self.words
        for child in tree.children[noun]:
            if child in self.inside:
                continue
            dep, word = tree.deps[child], tree.lower[child]
            if dep in ("det", "neg", "preconj", "cc") and word in words.negation["determiners"]:
                return _finding("negated", f"determiner '{tree.words[child]}'")
            if dep in ("amod", "det", "compound", "nmod", "advmod"):
                label = words.modifiers.get(word)
                if label is not None:
                    return _finding(label, f"modifier '{tree.words[child]}'")
        return None

    def _is_indefinite(self, noun: int) -> bool:
        tree = self.tree
        for child in tree.children[noun]:
            if tree.deps[child] == "poss":
                return False
            if tree.deps[child] == "det" and tree.lower[child] not in _INDEFINITE:
                return False
        return tree.tags[noun] not in ("NNP", "NNPS", "PRP")

    # What a head says of what hangs on it

    def _cross(self, node: int, head: int) -> tuple[ModalityFinding | None, bool]:
        dep = self.tree.deps[node]
        if dep == "conj":
            return None, True
        if dep in _CLAUSES:
            return self._cross_clause(node, head)
        return self._cross_noun(node, head)

    def _governor(
        self, head: int, prep: str | None, verbs: Table, nouns: Table, adjectives: Table
    ) -> ModalityFinding | None:
        tree = self.tree
        word = tree.lower[head]
        keys = [word] if prep is None else [f"{word} {prep}", word]
        keys[:0] = [f"{word} {tree.lower[c]}" for c in tree.children[head] if tree.deps[c] in ("prt", "advmod", "prep")]
        tag = tree.tags[head][:2]
        for table, kind, fits in (
            (verbs, "verb", tag == "VB"),
            (nouns, "noun", tag == "NN"),
            (adjectives, "adjective", tag in ("JJ", "RB", "VB", "IN")),
        ):
            if not fits:
                continue
            for key in keys:
                label = table.get(key)
                if label is not None:
                    if self._negated(head):
                        if label == "planned":
                            label = "negated"
                        elif label == "negated":
                            return _finding("asserted", f"negated {kind} '{key}'")
                    return _finding(label, f"governed by the {kind} '{tree.words[head] if ' ' not in key else key}'")
        return None

    def _negated(self, head: int) -> bool:
        tree = self.tree
        return any(tree.deps[c] == "neg" for c in tree.children[head])

    def _cross_clause(self, node: int, head: int) -> tuple[ModalityFinding | None, bool]:
        tree, words = self.tree, self.words
        dep = tree.deps[node]
        if self.touched and dep != "advcl":
            return None, False
        infinitive = any(tree.deps[c] == "aux" and tree.lower[c] == "to" for c in tree.children[node])
        prep = None
        if dep == "pcomp":
            prep = tree.lower[head]
            label = words.prepositions.get(prep)
            if label == "negated":
                return _finding(label, f"preposition '{prep}'"), False
            if tree.heads[head] == head:
                return None, False
            head = tree.heads[head]
        if dep in ("relcl",) and not infinitive:
            return None, False
        if dep != "advcl" or infinitive or prep:
            finding = self._governor(head, prep, words.clause_verbs, words.clause_nouns, words.clause_adjectives)
            if finding is not None:
                return finding, finding.modality == "planned"
        if infinitive:
            if dep == "xcomp" and tree.lower[head] in words.be:
                return _finding("planned", f"'{tree.words[head]} to'"), True
            if tree.is_noun(head):
                if tree.heads[head] == head:
                    return _finding("planned", "infinitive of a headline"), False
                return None, head in self.words.carrier_nouns
            return None, True
        if tree.tags[node] == "VBG" and dep in ("xcomp", "advcl"):
            return None, True
        if prep == "by":
            return None, True
        if tree.tags[node] == "VBN" and dep in ("xcomp",):
            return None, True
        return None, False

    def _cross_noun(self, node: int, head: int) -> tuple[ModalityFinding | None, bool]:
        tree, words = self.tree, self.words
        dep, prep = tree.deps[node], None
        if self.touched:
            return None, dep in ("pobj", "prep", "dobj")
        if dep == "pobj":
            prep = tree.lower[head]
            label = words.prepositions.get(prep)
            if label is not None:
                return _finding(label, f"preposition '{prep}'"), False
            if tree.heads[head] == head:
                return None, False
            head = tree.heads[head]
        finding = (
            self._governor(head, prep, words.event_verbs, words.event_nouns, words.event_adjectives)
            if dep in ("pobj", "dobj", "nsubjpass", "compound", "nmod")
            else None
        )
        if finding is not None:
            return finding, finding.modality == "planned"
        word = tree.lower[head]
        if dep == "pobj" and tree.is_noun(head):
            return None, word in words.carrier_nouns
        if dep in ("attr", "acomp", "oprd"):
            return None, True
        if dep in ("nsubj", "nsubjpass") and tree.is_verb(head):
            if word in words.carrier_subjects:
                return None, True
        elif dep in ("dobj", "pobj") and tree.is_verb(head):
            if word in words.carrier_objects:
                return None, True
        else:
            return None, False
        if self._is_indefinite(node):
            self.touched = True
            return None, True
        return None, False


def _finding(modality: Modality, reason: str) -> ModalityFinding:
    return ModalityFinding(modality=modality, reason=reason)
