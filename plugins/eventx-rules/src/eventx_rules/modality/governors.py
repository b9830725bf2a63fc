"""What the word that governs an event says of it by its own meaning: "plan", "fear", "refuse", "prevent"."""

from __future__ import annotations

from eventx_rules.modality.cues import Cues, ModalityFinding, finding
from eventx_rules.modality.words import Governors

_ENABLED = frozenset(("allowed", "enabled", "permitted", "let"))


class Governing:
    """Asks the heads of a sentence what they say of what depends on them.

    Args:
        cues: The sentence's cues.
    """

    def __init__(self, cues: Cues) -> None:
        self.cues, self.tree, self.words = cues, cues.tree, cues.words

    def of(
        self, head: int, prep: str | None, governors: Governors, below: tuple[str, ...] = ("prt", "advmod")
    ) -> ModalityFinding | None:
        """What a head says by its own meaning. Verbs count with their particle, or the preposition in between."""
        tree = self.tree
        word, tag = tree.lower[head], tree.tags[head][:2]
        if tag == "VB":
            longer = (f"{word} {tree.lower[c]}" for c in tree.children[head] if tree.deps[c] in below)
            key = next((k for k in longer if k in governors.verbs), f"{word} {prep}" if prep else word)
            kind, label = "verb", governors.verbs.get(key)
            if label is None and tree.tags[head] == "VBN":
                label = governors.adjectives.get(word)
        elif tag == "NN":
            key, kind, label = word, "noun", governors.nouns.get(word)
        else:
            key, kind, label = word, "adjective", governors.adjectives.get(word)
        if label is None or (word in _ENABLED and tree.tags[head] == "VBD" and not self.cues.is_negated(head)):
            # "a device that allowed him to fire faster": he did.
            return None
        negated = self.cues.is_negated(head)
        undone = key in self.words.left_undone and governors is self.words.infinitive
        if negated and (undone or label != "hypothetical"):
            if undone or label == "planned":
                return finding("negated", f"negated {kind} '{key}'")
            left_open = governors is self.words.event or key.endswith(" out")
            return finding("hypothetical" if left_open else "asserted", f"negated {kind} '{key}'")
        if kind == "noun" and label != "negated" and (refused := self.turned_down(head)):
            return refused
        return finding(label, f"governed by the {kind} '{key}'")

    def turned_down(self, noun: int) -> ModalityFinding | None:
        """Whether what this noun says or asks is denied or refused."""
        tree, head = self.tree, self.tree.heads[self.tree.first_conjunct(noun)]
        refusal = tree.deps[noun] in ("dobj", "nsubjpass") and tree.lower[head] in self.words.turning_down
        if refusal and not self.cues.is_negated(head):
            return finding("negated", f"'{tree.words[head]} … {tree.words[noun]}'")
        return None

    def averted(self, head: int) -> ModalityFinding:
        """What a verb of preventing says of what it prevents."""
        done = self.tree.tags[head] in ("VBD", "VBN")
        return finding("negated" if done else "hypothetical", f"governed by the verb '{self.tree.lower[head]}'")
