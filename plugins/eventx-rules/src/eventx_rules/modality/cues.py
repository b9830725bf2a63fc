"""What the words beside a verb or a noun say of its event: auxiliaries, negation, conditions, modifiers, times."""

from __future__ import annotations

from collections.abc import Collection

from attrs import frozen

from eventx.model import Modality
from eventx_rules.modality.words import modality_words
from eventx_rules.tree import Tree

_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_QUOTES = frozenset(('"', "“", "``", "''", "”"))
_INDEFINITE = frozenset(("a", "an", "any", "some", "another", "further", "more", "such"))


@frozen(kw_only=True)
class ModalityFinding:
    """How a trigger's event is presented, and what in the sentence says so.

    Attributes:
        modality: One of eventx's five modalities.
        reason: The construction, readably: ``"future auxiliary 'will'"``.
        is_open: Whether the rest of the article may know better.
    """

    modality: Modality
    reason: str
    is_open: bool = False


def finding(modality: Modality, reason: str) -> ModalityFinding:
    """Shorthand for a `ModalityFinding`."""
    return ModalityFinding(modality=modality, reason=reason)


class Cues:
    """Reads the dependents of verbs and nouns; tokens of the trigger itself say nothing of it."""

    def __init__(self, tree: Tree, inside: Collection[int]) -> None:
        self.tree, self.inside, self.words = tree, inside, modality_words()

    def of_clause(self, verb: int) -> ModalityFinding | None:
        """What a clause says of its verb. Negation and conditions outweigh auxiliaries."""
        tree, words = self.tree, self.words
        found = self._of_order(verb)
        for child in tree.children[verb]:
            if child in self.inside:
                continue
            dep, word, shown = tree.deps[child], tree.lower[child], tree.words[child]
            if dep == "neg" or word in words.negative_adverbs:
                if child + 1 < len(tree) and tree.lower[child + 1] in words.focus:
                    continue
                return finding("hypothetical" if self._is_advice(verb) else "negated", f"negation '{shown}'")
            if dep in ("nsubj", "nsubjpass", "dobj") and self.is_none(child):
                return finding("negated", f"negated {'object' if dep == 'dobj' else 'subject'} '{shown}'")
            if dep == "mark" and word in words.condition_marks and not self._asks_for_truth(verb, word):
                return finding("hypothetical", f"condition '{shown}'")
            if dep == "advmod":
                # "never again", "no longer"
                inner = next((c for c in tree.children[child] if tree.lower[c] in ("never", "not", "no")), None)
                if inner is not None:
                    return finding("negated", f"negation '{tree.words[inner]} {shown}'")
            found = found or self._of_dependent(child, verb)
        return found

    def _of_dependent(self, child: int, verb: int) -> ModalityFinding | None:
        tree, words = self.tree, self.words
        dep, word, shown = tree.deps[child], tree.lower[child], tree.words[child]
        if dep == "aux":
            return self._of_auxiliary(child, verb)
        if dep == "advmod" and word in words.doubt_adverbs:
            return finding("hypothetical", f"adverb '{shown}'")
        if not self.is_present(verb):
            return None
        # "arrives soon", "arrives later in the day"
        soon = [child] if dep in ("advmod", "npadvmod") else tree.all(child, "advmod") if dep == "prep" else []
        if child > verb and any(tree.lower[c] in words.soon for c in soon):
            return finding("planned", f"present tense with '{shown}'")
        to_come = word in words.future_marks and self._is_future(tree.heads[verb])
        if (dep in ("mark", "advmod") and to_come) or (dep == "mark" and word == "before"):
            return finding("planned", f"present tense after '{shown}' beside a future")
        time = tree.child(child, "pobj") if dep == "prep" and word == "on" else child
        if time is not None and (self.is_next(time) or (dep in ("prep", "npadvmod") and self._is_weekday(time))):
            return finding("planned", f"present tense with a time to come, '{tree.words[time]}'")
        return None

    def _asks_for_truth(self, verb: int, mark: str) -> bool:
        """Whether a clause asks if what it is about is true: "if the claims are true" they were made all the same.

        So it was where one asks "whether he was shot by a guard or a thief".
        """
        tree, words = self.tree, self.words
        for joint in tree.subtree(verb) if mark == "whether" else ():
            after = tree.lower[joint + 1 : joint + 2]  # nothing where the sentence breaks off
            if tree.lower[joint] == "or" and tree.heads[joint] != verb and after != ("not",):
                return True
        return tree.lower[verb] in words.be and any(tree.lower[c] in words.truth for c in tree.all(verb, "acomp"))

    def _is_advice(self, verb: int) -> bool:
        """Whether somebody is asked for what an infinitive tells: "urged her not to go" leaves open what she does."""
        tree = self.tree
        head = tree.heads[verb]
        return tree.is_infinitive(verb) and tree.deps[verb] != "conj" and tree.lower[head] in self.words.advising

    def _of_auxiliary(self, aux: int, verb: int) -> ModalityFinding | None:
        tree, words = self.tree, self.words
        word, shown = tree.lower[aux], tree.words[aux]
        if word == "to":
            if aux and tree.lower[aux - 1] == "yet":
                return finding("negated", "'yet to'")
            if tree.heads[verb] == verb and tree.has_subject(verb):
                return finding("planned", "infinitive of a headline")
        if tree.tags[aux] != "MD":
            return None
        conditional = any(
            tree.deps[c] == "advcl" and any(tree.lower[m] in words.condition_marks for m in tree.children[c])
            for c in tree.children[verb]
        )
        if word in words.would:
            perfect = any(tree.lower[c] in ("have", "'ve", "’ve") for c in tree.children[verb])
            if perfect or conditional or not self._is_reported(verb):
                return finding("hypothetical", f"conditional '{shown}'")
            return finding("planned", f"reported future '{shown}'")
        if word in ("could", "can") and tree.lower[verb] in words.perceived:
            return None
        label = words.auxiliaries.get(word)
        if label == "planned" and conditional:
            return finding("hypothetical", f"'{shown}' under a condition")
        return label and finding(label, f"{'future' if label == 'planned' else 'modal'} auxiliary '{shown}'")

    def of_supposition(self, verb: int) -> ModalityFinding | None:
        """Whether a modal verb supposes what is this clause's subject: "would be a mistake"."""
        tree, words = self.tree, self.words
        for child in tree.children[verb]:
            word = tree.lower[child]
            if tree.tags[child] == "MD" and (word in words.would or words.auxiliaries.get(word) == "hypothetical"):
                return finding("hypothetical", f"conditional '{tree.words[child]}'")
        return None

    def _of_order(self, verb: int) -> ModalityFinding | None:
        """A question ("Did they attack?") or a condition ("Had they attacked, …"): the auxiliary before the subject."""
        tree = self.tree
        first = next((c for c in tree.children[verb] if tree.deps[c] in ("aux", "auxpass", *_SUBJECTS)), None)
        opening = verb == 0 or (verb == 1 and tree.words[0] in _QUOTES)
        if first is None and opening and tree.tags[verb] == "VB" and tree.deps[verb] in ("ROOT", "ccomp"):
            return finding("hypothetical", "imperative")
        if first is None or tree.deps[first] in _SUBJECTS or tree.lower[first] == "to" or not tree.has_subject(verb):
            return None
        if tree.deps[verb] == "advcl" and tree.lower[first] in ("had", "should", "were"):
            return finding("hypothetical", f"condition with '{tree.words[first]}' first")
        if tree.heads[verb] == verb and tree.words[-1] == "?" and tree.tags[first] != "MD":
            # "Who did they attack?" takes the attack for granted.
            if any(tree.tags[t][0] == "W" for t in range(min(tree.subtree(verb)), first)):
                return None
            return finding("hypothetical", f"question with '{tree.words[first]}'")
        return None

    def of_noun(self, noun: int) -> ModalityFinding | None:
        """What a noun's determiners and modifiers say of its event."""
        tree, words = self.tree, self.words
        found: ModalityFinding | None = None
        for child in tree.children[noun]:
            if child in self.inside:
                continue
            dep, word, shown = tree.deps[child], tree.lower[child], tree.words[child]
            if dep in ("det", "neg", "preconj", "cc") and word in words.negative_determiners:
                return finding("negated", f"determiner '{shown}'")
            label = words.modifiers.get(word) if dep in ("amod", "det", "compound", "nmod", "advmod") else None
            if dep == "det" and self._is_turned_down(noun):
                continue  # "denied any allegations": there were some
            if label is not None and (
                any(tree.lower[c] in words.praise or tree.deps[c] == "xcomp" for c in tree.children[child])
                or (tree.words[child - 1] == "-" and tree.lower[child - 2] in words.praise)
            ):
                continue  # a "well-planned" event took place, and so may one "likely to go on"
            if label == "planned":
                return finding(label, f"modifier '{shown}'")
            if label is not None:
                found = found or finding(label, f"modifier '{shown}'")
            if dep in ("poss", "npadvmod", "nmod", "amod", "compound") and self.is_next(child):
                found = found or finding("planned", f"time to come, '{shown}'")
            if dep == "amod" and word in words.past and tree.deps[noun] not in _SUBJECTS:
                found = found or finding("asserted", f"modifier '{shown}'")
        return found

    def _is_turned_down(self, noun: int) -> bool:
        tree, words = self.tree, self.words
        first = tree.first_conjunct(noun)
        denied = tree.deps[first] == "dobj" and tree.lower[tree.heads[first]] in words.turning_down
        return denied and tree.lower[noun] in words.turned_down

    def beside_future(self, token: int) -> ModalityFinding | None:
        """Whether a clause around a word that is not its subject lies ahead: "after the tour she will rest"."""
        tree, words = self.tree, self.words
        noun = token
        while tree.heads[token] != token:
            above = tree.heads[token]
            if tree.deps[token] in _SUBJECTS and noun < above:
                # But of "he will meet her, his first visit" it is no subject.
                return None
            if tree.lower[token] in ("about", "on") and tree.lower[above] in words.telling:
                # "will speak about the trip"
                return None
            if tree.lower[token] == "before" and tree.deps[token] == "prep" and self.is_indefinite(noun):
                # "weeks before a visit by the premier"
                return finding("planned", f"'{tree.words[token]} … {tree.words[noun]}'")
            token = above
            if self._is_announced(token):
                return finding("planned", f"beside the future '{tree.words[token]}'")
        return None

    def _is_announced(self, token: int) -> bool:
        tree, words = self.tree, self.words
        head, word, label = tree.heads[token], tree.lower[token], tree.deps[token]
        if label == "acomp" and tree.lower[head] in words.be and word in words.announced:
            # "is due in Oslo"
            return True
        if label == "xcomp" and tree.lower[head] in words.be and tree.is_infinitive(token):
            # "is to meet him in Oslo"
            return True
        if tree.tags[token] == "VBN" and words.event.verbs.get(word) == "planned":
            return True
        if word in words.be and any(self._is_announced(c) for c in tree.all(token, "acomp", "xcomp")):
            return True
        return any(words.auxiliaries.get(tree.lower[c]) == "planned" for c in tree.all(token, "aux"))

    def is_present(self, verb: int) -> bool:
        """Whether a clause is in the present tense, the perfect and progressive included."""
        tree = self.tree
        finite = next((c for c in tree.children[verb] if tree.deps[c] in ("aux", "auxpass")), verb)
        return tree.tags[finite] in ("VBZ", "VBP")

    def is_none(self, noun: int) -> bool:
        """Whether a noun stands for nobody or nothing: "no group", "none"."""
        tree, words = self.tree, self.words
        return tree.lower[noun] in words.negative_pronouns or any(
            tree.deps[c] in ("det", "neg", "preconj") and tree.lower[c] in words.negative_determiners
            for c in tree.children[noun]
        )

    def is_indefinite(self, noun: int) -> bool:
        """Whether a noun introduces its event instead of taking it for known."""
        tree = self.tree
        if tree.tags[noun] in ("NNP", "NNPS", "PRP", "DT"):
            return False
        return not any(
            tree.deps[c] == "poss" or (tree.deps[c] == "det" and tree.lower[c] not in _INDEFINITE)
            for c in tree.children[noun]
        )

    def is_bare(self, noun: int) -> bool:
        """Whether a common noun has neither determiner nor possessor nor number."""
        tree = self.tree
        return tree.tags[noun] in ("NNS", "NN", "VBG") and not any(
            tree.deps[c] in ("det", "poss", "nummod") for c in tree.children[noun]
        )

    def is_negated(self, token: int) -> bool:
        """Whether a word has a negation of its own."""
        return any(self.tree.deps[c] == "neg" for c in self.tree.children[token])

    def _is_reported(self, verb: int) -> bool:
        """Whether a past tense reports this clause, or nothing does, so that its "would" is a "will"."""
        tree = self.tree
        for above in tree.ancestors(verb):
            if tree.tags[above] in ("VBD", "VBN", "VBG") and tree.deps[verb] == "ccomp":
                return True
            if tree.is_verb(above):
                verb = above
        return not any(word in _QUOTES for word in tree.words)

    def _is_future(self, verb: int) -> bool:
        tree, words = self.tree, self.words
        future = {tree.lower[c] for c in tree.children[verb] if tree.deps[c] == "aux"}
        if tree.lower[tree.heads[verb]] in words.supposing:
            # "seems to hold" is no future.
            future.discard("to")
        return any(word == "to" or word in words.would or words.auxiliaries.get(word) == "planned" for word in future)

    def is_next(self, token: int) -> bool:
        """Whether it is a time that is certainly to come: "tomorrow", "next week", but not "the next week"."""
        tree = self.tree
        if tree.lower[token] == "tomorrow":
            return True
        if token == 0 or tree.lower[token] not in self.words.future_times or tree.lower[token - 1] != "next":
            return False
        return token == 1 or tree.lower[token - 2] != "the"

    def _is_weekday(self, token: int) -> bool:
        return self.tree.lower[token] in self.words.weekdays and not self.tree.children[token]
