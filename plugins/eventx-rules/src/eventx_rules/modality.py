"""Whether an event is presented as having happened: read off the constructions that its trigger stands in."""

from __future__ import annotations

from attrs import frozen

from eventx.analysis import ParsedSentence
from eventx.model import Modality
from eventx_rules.modality_words import Governors, modality_words
from eventx_rules.tree import Tree

_CLAUSES = frozenset(("xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp", "csubj", "csubjpass", "parataxis"))
_NOMINAL = frozenset(("dobj", "pobj", "nsubj", "nsubjpass", "compound", "attr", "appos", "nmod"))
_INDEFINITE = frozenset(("a", "an", "any", "some", "another", "further", "more", "such"))
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_QUOTES = frozenset(('"', "“", "``", "''", "”"))
_ALL: frozenset[str] = frozenset(("planned", "hypothetical", "negated", "asserted", "generic"))
# All that a clause can say of an event that it only mentions: "may provoke an attack".
_TOUCHED = frozenset(("hypothetical",))
# What it can say of an event that it only takes place beside: "would like to speak during his visit".
_MEANWHILE = frozenset(("planned",))
_CONTINUING = frozenset(("xcomp", "ccomp", "conj", "pobj", "prep", "pcomp"))
# More steps up than any construction takes: bounds the cost of a parse gone wrong.
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


def find_modality(sentence: ParsedSentence, trigger: tuple[int, int], tree: Tree | None = None) -> ModalityFinding:
    """How the event of a trigger is presented.

    Args:
        sentence: The parsed sentence.
        trigger: The trigger's tokens, half-open.
        tree: The sentence's tree, where the caller has it already.
    """
    return _Climb(tree or Tree.of(sentence.doc), trigger).find()


class _Climb:
    """The way up from a trigger towards the root, as far as what stands there has a say in the event."""

    def __init__(self, tree: Tree, trigger: tuple[int, int]) -> None:
        self.tree, self.words = tree, modality_words()
        self.inside = range(*trigger)
        self.top = next(
            (t for t in self.inside if tree.heads[t] not in self.inside or tree.heads[t] == t), self.inside.start
        )
        # What may still be found: a clause that an event only stands in says less of it than its own clause.
        self.accepted = _ALL

    def find(self) -> ModalityFinding:
        """The finding for the trigger."""
        tree, node = self.tree, self.top
        pending: ModalityFinding | None = None
        nominal = not tree.is_verb(node) or (
            tree.tags[node] == "VBG" and tree.deps[tree.first_conjunct(node)] in _NOMINAL
        )
        finding = self._of_noun(node) if nominal else self._of_clause(node)
        for _ in range(_LONGEST_CLIMB):
            if finding is not None and self.accepted is _MEANWHILE and finding.modality == "hypothetical":
                finding = _finding("planned", finding.reason)
            if finding is not None:
                if finding.modality not in self.accepted:
                    break
                # An announcement may itself be supposed or denied further up: "may plan to", "did not agree to".
                if finding.modality != "planned":
                    return finding
                pending = pending or finding
            if tree.heads[node] == node or (self.accepted is _TOUCHED and tree.deps[node] not in _CONTINUING):
                break
            finding, above = self._cross(node)
            if finding is not None and self.accepted is _MEANWHILE and finding.modality == "hypothetical":
                finding = _finding("planned", finding.reason)
            if finding is not None and finding.modality in self.accepted:
                if finding.modality != "planned":
                    return finding
                pending = pending or finding
            if above is None:
                break
            inherits, node = self._inherits(node, above), above
            finding = None
            if tree.tags[node][:2] in ("VB", "MD"):
                finding = self._of_clause(node) if inherits else None
            elif nominal and tree.is_noun(node):
                finding = self._of_noun(node)
        return pending or self._generic(nominal) or _ASSERTED

    def _inherits(self, node: int, head: int) -> bool:
        """Whether auxiliaries of a head hold of what is joined to it: not where a conjunct has its own tense."""
        tree = self.tree
        if tree.deps[node] != "conj" or not tree.is_verb(node):
            return True
        if tree.has_subject(node) or any(tree.deps[c] == "aux" for c in tree.children[node]):
            return False
        if any(tree.lower[c] in ("or", "nor") for c in tree.children[head] if tree.deps[c] == "cc"):
            return True
        return tree.tags[node] == tree.tags[head] or tree.tags[node] in ("VB", "VBN")

    # What a clause says of its own verb

    def _of_clause(self, verb: int) -> ModalityFinding | None:
        tree, words = self.tree, self.words
        found = self._inverted(verb)
        for child in tree.children[verb]:
            if child in self.inside:
                continue
            dep, word, shown = tree.deps[child], tree.lower[child], tree.words[child]
            if dep == "neg" or word in words.negative_adverbs:
                if child + 1 < len(tree) and tree.lower[child + 1] in words.focus:
                    continue
                return _finding("negated", f"negation '{shown}'")
            if dep in ("nsubj", "nsubjpass", "dobj") and self._is_none(child):
                return _finding("negated", f"negated {'object' if dep == 'dobj' else 'subject'} '{shown}'")
            if dep == "mark" and word in words.condition_marks:
                return _finding("hypothetical", f"condition '{shown}'")
            if dep == "advmod":
                # "never again", "no longer"
                inner = next((c for c in tree.children[child] if tree.lower[c] in ("never", "not", "no")), None)
                if inner is not None:
                    return _finding("negated", f"negation '{tree.words[inner]} {shown}'")
                if word in words.doubt_adverbs:
                    found = found or _finding("hypothetical", f"adverb '{shown}'")
            if dep == "aux" and word == "to":
                if child and tree.lower[child - 1] == "yet":
                    return _finding("negated", "'yet to'")
                if tree.heads[verb] == verb and tree.has_subject(verb):
                    found = found or _finding("planned", "infinitive of a headline")
            if dep == "aux" and tree.tags[child] == "MD":
                found = found or self._of_auxiliary(child, verb)
            if (
                dep in ("mark", "advmod")
                and word in words.future_marks
                and self._is_present(verb)
                and self._is_future(tree.heads[verb])
            ):
                found = found or _finding("planned", f"present tense after '{shown}' beside a future")
            if self._is_future_time(child) and self._is_present(verb):
                found = found or _finding("planned", f"present tense with a time to come, 'next {tree.words[child]}'")
        return found

    def _inverted(self, verb: int) -> ModalityFinding | None:
        """A question ("Did they attack?") or a condition ("Had they attacked, …"): the auxiliary before the subject."""
        tree = self.tree
        first = next((c for c in tree.children[verb] if tree.deps[c] in ("aux", "auxpass", *_SUBJECTS)), None)
        if first is None or tree.deps[first] in _SUBJECTS or tree.lower[first] == "to" or not tree.has_subject(verb):
            return None
        asked = tree.heads[verb] == verb and tree.words[-1] == "?"
        before = range(min(tree.subtree(verb)), first)
        if any(tree.tags[t] in ("WRB", "WP", "WDT") for t in before):
            return None
        if asked and tree.tags[first] != "MD":
            return _finding("hypothetical", f"question with '{tree.words[first]}'")
        if tree.deps[verb] == "advcl" and tree.lower[first] in ("had", "should", "were"):
            return _finding("hypothetical", f"condition with '{tree.words[first]}' first")
        return None

    def _of_auxiliary(self, aux: int, verb: int) -> ModalityFinding | None:
        tree, words = self.tree, self.words
        word, shown = tree.lower[aux], tree.words[aux]
        conditional = any(
            tree.deps[c] == "advcl" and any(tree.lower[m] in words.condition_marks for m in tree.children[c])
            for c in tree.children[verb]
        )
        if word in words.would:
            perfect = any(tree.lower[c] in ("have", "'ve", "’ve") for c in tree.children[verb])
            if perfect or conditional or not self._is_reported(verb):
                return _finding("hypothetical", f"conditional '{shown}'")
            return _finding("planned", f"reported future '{shown}'")
        label = words.auxiliaries.get(word)
        if label is None:
            return None
        if label == "planned" and conditional:
            return _finding("hypothetical", f"'{shown}' under a condition")
        return _finding(label, f"{'future' if label == 'planned' else 'modal'} auxiliary '{shown}'")

    def _is_reported(self, verb: int) -> bool:
        """Whether a past tense reports this clause, so that its "would" is a "will"."""
        tree = self.tree
        for above in tree.ancestors(verb):
            if tree.tags[above] in ("VBD", "VBN", "VBG") and tree.deps[verb] == "ccomp":
                return True
            if tree.is_verb(above):
                verb = above
        return not any(word in _QUOTES for word in tree.words)

    def _is_present(self, verb: int) -> bool:
        tree = self.tree
        finite = next((c for c in tree.children[verb] if tree.deps[c] in ("aux", "auxpass")), verb)
        return tree.tags[finite] in ("VBZ", "VBP")

    def _is_future(self, verb: int) -> bool:
        tree, words = self.tree, self.words
        return any(
            tree.deps[c] == "aux"
            and (
                tree.lower[c] in words.would
                or words.auxiliaries.get(tree.lower[c]) == "planned"
                or tree.lower[c] == "to"
            )
            for c in tree.children[verb]
        )

    def _is_future_time(self, token: int) -> bool:
        tree = self.tree
        if tree.lower[token] == "tomorrow":
            return True
        if tree.lower[token] not in self.words.future_times:
            return False
        before = token - 1
        return before >= 0 and tree.lower[before] == "next" and (before == 0 or tree.lower[before - 1] != "the")

    def _is_none(self, noun: int) -> bool:
        tree, words = self.tree, self.words
        return tree.lower[noun] in words.negative_pronouns or any(
            tree.deps[c] in ("det", "neg", "preconj") and tree.lower[c] in words.negative_determiners
            for c in tree.children[noun]
        )

    # What a noun's modifiers say of its event

    def _of_noun(self, noun: int) -> ModalityFinding | None:
        tree, words = self.tree, self.words
        found: ModalityFinding | None = None
        for child in tree.children[noun]:
            if child in self.inside:
                continue
            dep, word, shown = tree.deps[child], tree.lower[child], tree.words[child]
            if dep in ("det", "neg", "preconj", "cc") and word in words.negative_determiners:
                return _finding("negated", f"determiner '{shown}'")
            if dep in ("amod", "det", "compound", "nmod", "advmod"):
                label = words.modifiers.get(word)
                # "well-planned" and "carefully planned" praise an event that took place.
                if label is not None and not (
                    label == "planned"
                    and any(
                        tree.deps[c] == "advmod" and tree.lower[c] in ("well", "carefully", "meticulously")
                        for c in tree.children[child]
                    )
                ):
                    if label == "planned":
                        return _finding(label, f"modifier '{shown}'")
                    found = found or _finding(label, f"modifier '{shown}'")
            if dep in ("poss", "npadvmod", "nmod", "amod", "compound") and self._is_future_time(child):
                found = found or _finding("planned", f"time to come, 'next {shown}'")
        return found

    def _is_indefinite(self, noun: int) -> bool:
        tree = self.tree
        if tree.tags[noun] in ("NNP", "NNPS", "PRP", "DT"):
            return False
        return not any(
            tree.deps[c] == "poss" or (tree.deps[c] == "det" and tree.lower[c] not in _INDEFINITE)
            for c in tree.children[noun]
        )

    def _is_bare(self, noun: int) -> bool:
        tree = self.tree
        return tree.tags[noun] in ("NNS", "NN", "VBG") and not any(
            tree.deps[c] in ("det", "poss", "nummod") for c in tree.children[noun]
        )

    # What a head says of what hangs on it

    def _cross(self, node: int) -> tuple[ModalityFinding | None, int | None]:
        """What the head of a token says of it, and where to go on; None for "no further"."""
        tree = self.tree
        dep, head = tree.deps[node], tree.heads[node]
        if dep == "conj":
            return None, head
        prep: str | None = None
        if dep in ("pobj", "pcomp"):
            prep = tree.lower[head]
            if prep in self.words.without:
                return _finding("negated", f"preposition '{prep}'"), None
            if tree.heads[head] == head:
                return None, None
            head = tree.heads[head]
        return self._cross_clause(node, head, prep) if dep in _CLAUSES else self._cross_noun(node, head, prep)

    def _governor(
        self, head: int, prep: str | None, governors: Governors, below: tuple[str, ...] = ("prt", "advmod")
    ) -> ModalityFinding | None:
        tree = self.tree
        word, tag = tree.lower[head], tree.tags[head][:2]
        particle = next(
            (
                tree.lower[c]
                for c in tree.children[head]
                if tree.deps[c] in below and f"{word} {tree.lower[c]}" in governors.verbs
            ),
            prep,
        )
        if tag == "VB":
            key = f"{word} {particle}" if particle else word
            label = governors.verbs.get(key) or (
                governors.adjectives.get(word) if tag != "VB" or tree.tags[head] == "VBN" else None
            )
            kind = "verb"
        elif tag == "NN":
            key, label, kind = word, governors.nouns.get(word), "noun"
        else:
            key, label, kind = word, governors.adjectives.get(word), "adjective"
        if label is None:
            return None
        if any(tree.deps[c] == "neg" for c in tree.children[head]):
            if label == "negated":
                excluded = governors is self.words.event or key.endswith(" out")
                return _finding("hypothetical" if excluded else "asserted", f"negated {kind} '{key}'")
            if label == "planned":
                return _finding("negated", f"negated {kind} '{key}'")
        if kind == "noun" and label == "hypothetical" and (refused := self._turned_down(head)):
            return refused
        return _finding(label, f"governed by the {kind} '{key}'")

    def _turned_down(self, noun: int) -> ModalityFinding | None:
        """Whether what this noun says or asks is denied or refused."""
        tree = self.tree
        head = tree.heads[noun]
        if tree.deps[noun] in ("dobj", "nsubjpass") and tree.lower[head] in self.words.turning_down:
            if not any(tree.deps[c] == "neg" for c in tree.children[head]):
                return _finding("negated", f"'{tree.words[head]} … {tree.words[noun]}'")
        return None

    def _cross_clause(self, node: int, head: int, prep: str | None) -> tuple[ModalityFinding | None, int | None]:
        tree, words = self.tree, self.words
        dep, tag = tree.deps[node], tree.tags[node]
        to = any(tree.deps[c] == "aux" and tree.lower[c] == "to" for c in tree.children[node])
        subject = tree.has_subject(node)
        if to:
            return self._cross_infinitive(node, head)
        if prep is not None or (tag == "VBG" and not subject and dep in ("xcomp", "acl", "advcl", "csubj")):
            if tree.lower[head] in words.factive:
                return None, None
            if prep in words.meanwhile or prep in ("after", "while", "when"):
                self.accepted = _MEANWHILE
                return None, head
            if dep != "advcl":
                finding = self._governor(head, prep, words.gerund)
                if finding is not None:
                    return finding, head if finding.modality == "planned" else None
            if prep == "by" or (prep is None and dep in ("xcomp", "advcl")):
                return None, head
            return None, None
        if dep == "acl" and subject and tree.lower[head] in words.turned_down:
            return self._turned_down(head), None
        if dep in ("ccomp", "acl", "xcomp"):
            subjunctive = tag == "VB" and not any(tree.deps[c] == "aux" for c in tree.children[node])
            finding = self._governor(head, None, words.infinitive if subjunctive or not subject else words.that)
            if finding is not None:
                return finding, head if finding.modality == "planned" else None
            # "it did not appear that anyone was hurt"
            if (
                dep == "ccomp"
                and tree.lower[head] in ("appear", "seem", "think", "believe")
                and any(tree.deps[c] == "neg" for c in tree.children[head])
            ):
                return _finding("negated", f"negated '{tree.words[head]}'"), None
        if dep == "xcomp" or (dep == "ccomp" and not subject and tag in ("VB", "VBN", "VBG")):
            return None, head
        return None, None

    def _cross_infinitive(self, node: int, head: int) -> tuple[ModalityFinding | None, int | None]:
        tree, words = self.tree, self.words
        dep = tree.deps[node]
        if dep == "relcl" and not tree.is_noun(head):
            return None, None
        finding = self._governor(head, None, words.infinitive, ("prt", "advmod", "prep"))
        if finding is not None:
            return finding, head if finding.modality == "planned" else None
        if dep == "xcomp" and tree.lower[head] in words.be:
            subject = tree.child(head, "nsubj")
            if subject is not None and words.infinitive.nouns.get(tree.lower[subject]) == "hypothetical":
                return _finding("hypothetical", f"'{tree.words[subject]} {tree.words[head]} to'"), None
            return _finding("planned", f"'{tree.words[head]} to'"), head
        if tree.is_noun(head):
            carrier = tree.lower[head] in words.carrier_nouns
            if tree.heads[head] == head and not carrier:
                return _finding("planned", "infinitive of a headline"), None
            if not carrier:
                return None, None
            # An attempt that was foiled was made.
            self.accepted = self.accepted - {"negated"}
        return None, head

    def _cross_noun(self, node: int, head: int, prep: str | None) -> tuple[ModalityFinding | None, int | None]:
        tree, words = self.tree, self.words
        dep, word = tree.deps[node], tree.lower[head]
        verb = tree.is_verb(head)
        if dep in ("pobj", "dobj", "nsubjpass", "compound", "nmod"):
            if verb and prep is None and word in words.averting:
                averted = tree.tags[head] in ("VBD", "VBN")
                return _finding("negated" if averted else "hypothetical", f"governed by the verb '{word}'"), None
            finding = self._governor(head, prep, words.event)
            if finding is None and prep is not None and tree.tags[node] == "VBG":
                finding = self._governor(head, prep, words.gerund)
            if finding is not None:
                return finding, head if finding.modality == "planned" else None
        if dep in ("attr", "acomp", "oprd"):
            return None, head
        if prep is not None:
            if f"{word} {prep}" in words.carrier_prepositions or (tree.is_noun(head) and word in words.carrier_nouns):
                return None, head
            if prep in words.meanwhile and verb:
                self.accepted = _MEANWHILE
                return None, head
            return None, None
        if dep in ("nsubj", "nsubjpass") and verb:
            if word in words.carrier_subjects:
                return None, head
            if word in words.be:
                for said in tree.children[head]:
                    label = words.modifiers.get(tree.lower[said])
                    if label is not None and tree.deps[said] == "acomp":
                        return _finding(label, f"'{tree.words[head]} {tree.words[said]}'"), None
                self.accepted = frozenset(("planned", "hypothetical"))
                return None, head
        elif dep == "dobj" and verb:
            if word in words.carrier_objects:
                return None, head
        else:
            return None, None
        if self._is_indefinite(self.top) and word not in words.ending:
            self.accepted = _TOUCHED
            return None, head
        return None, None

    # Kinds of events

    def _generic(self, nominal: bool) -> ModalityFinding | None:
        tree, words = self.tree, self.words
        node = self.top
        if not nominal:
            return self._generic_clause(node)
        if not self._is_bare(node):
            return None
        node = tree.first_conjunct(node)
        dep, head = tree.deps[node], tree.heads[node]
        governor = tree.lower[head]
        if dep == "pobj":
            head = tree.heads[head]
            if tree.lower[head] in words.generic_nouns:
                return _finding("generic", f"bare noun governed by '{tree.words[head]}'")
            governor = f"{tree.lower[head]} {governor}"
            # "planning and executing attacks": parsers often hang the noun on the preposition before the gerunds
            gerund = tree.child(tree.heads[node], "pcomp")
            if gerund is not None and tree.lower[gerund] in words.generic_acts:
                return _finding("generic", f"bare plural governed by '{tree.words[gerund]}'")
        if dep in ("dobj", "pobj") and governor in words.generic_verbs:
            return _finding("generic", f"bare noun governed by '{governor}'")
        plural = tree.tags[self.top] == "NNS"
        if dep == "dobj" and plural and governor in words.generic_acts and self._is_tenseless(head):
            return _finding("generic", f"bare plural governed by the tenseless '{governor}'")
        if dep == "nsubj" and plural and tree.tags[head] in ("VBZ", "VBP"):
            return _finding("generic", f"bare plural, subject of the present '{tree.words[head]}'")
        return None

    def _is_tenseless(self, verb: int) -> bool:
        tree = self.tree
        if tree.tags[verb] == "VBG":
            return tree.deps[tree.first_conjunct(verb)] in ("pcomp", "xcomp", "csubj")
        return tree.tags[verb] == "VB" and not any(tree.tags[c] == "MD" for c in tree.children[verb])

    def _generic_clause(self, verb: int) -> ModalityFinding | None:
        tree, words = self.tree, self.words
        conjunct, verb = verb, tree.first_conjunct(verb)
        head = tree.heads[verb]
        if tree.deps[verb] == "relcl" and self._is_bare(head):
            kind = tree.lower[head] in words.generic_heads and self._is_present(verb)
            if kind or (tree.tags[conjunct] == "VBP" and tree.tags[head] == "NNS"):
                return _finding("generic", f"says which '{tree.words[head]}' are meant")
        if (
            tree.tags[verb] == "VBG"
            and tree.deps[verb] in ("advcl", "xcomp")
            and tree.tags[head] in ("VB", "VBP", "VBZ")
        ):
            if any(tree.lower[c] == "when" for c in tree.children[verb]):
                return _finding("generic", "'when' with a gerund beside a present tense")
        subject = tree.child(verb, "nsubj")
        if subject is not None and tree.lower[subject] in ("you", "one") and self._is_present(verb):
            if any(tree.lower[c] in ("when", "whenever", "if") for c in tree.children[verb]):
                return _finding("generic", f"anybody's '{tree.words[subject]}'")
        return None


def _finding(modality: Modality, reason: str) -> ModalityFinding:
    return ModalityFinding(modality=modality, reason=reason)
