"""Whether an event is presented as having happened: read off the constructions that its trigger stands in.

From the trigger up towards the root, each step asks what the words beside the verb or noun say (`cues`), then
what the head says of its dependent, and whether the head's clause still tells this event: "pay" in "will pay a visit"
does, "investigate" in "will investigate the attack" does not.
"""

from __future__ import annotations

from collections.abc import Collection

from attrs import evolve

from eventx.analysis import ParsedSentence
from eventx_rules.modality.cues import Cues, ModalityFinding, finding
from eventx_rules.modality.foreseen import is_open
from eventx_rules.modality.governors import Governing
from eventx_rules.modality.kinds import generic
from eventx_rules.tree import Tree

__all__ = ["ModalityFinding", "find_modality"]

_CLAUSES = frozenset(("xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp", "csubj", "csubjpass", "parataxis"))
_NOMINAL = frozenset(("dobj", "pobj", "nsubj", "nsubjpass", "compound", "attr", "appos", "nmod"))
# What may be found while climbing. An event that its clause only mentions ("may provoke an attack") can be supposed by
# it; one that it only stands beside ("would like to speak during his visit") can be announced.
_ANYTHING = frozenset(("planned", "hypothetical", "negated", "asserted"))
_MENTIONED = frozenset(("hypothetical",))
_SUPPOSED = frozenset(("hypothetical", "planned"))
_BESIDE = frozenset(("planned",))
_ANNOUNCED = frozenset(("planned",))
_THROUGH_MENTION = frozenset(("xcomp", "ccomp", "conj", "pobj", "prep", "pcomp"))
# More steps up than any construction takes: bounds the cost of a parse gone wrong.
_LONGEST_CLIMB = 12

_NOTHING = "nothing says otherwise"
_SUFFERERS = frozenset(("victim", "victims"))

# What was found, and the token to go on from; None for "no further".
_Step = tuple[ModalityFinding | None, int | None]


def find_modality(
    sentence: ParsedSentence,
    trigger: tuple[int, int],
    tree: Tree | None = None,
    *,
    own: Collection[int] = (),
    foreseen: bool = False,
) -> ModalityFinding:
    """How the event of a trigger is presented.

    Args:
        sentence: The parsed sentence.
        trigger: The trigger's tokens, half-open.
        tree: The sentence's tree, where the caller has it already.
        own: Further tokens of the trigger, which say nothing of it: "had “nothing” to do with".
        foreseen: Whether such an event is itself to come where it is named beside a future: a visit is, an attack was.
    """
    return _Climb(tree or Tree(sentence.tree), trigger, own, foreseen=foreseen).find()


class _Climb:
    def __init__(self, tree: Tree, trigger: tuple[int, int], own: Collection[int], *, foreseen: bool) -> None:
        inside = range(*trigger)
        self.cues = Cues(tree, {*inside, *own})
        self.tree, self.words, self.governing = tree, self.cues.words, Governing(self.cues)
        self.top = next((t for t in inside if tree.heads[t] not in inside or tree.heads[t] == t), inside.start)
        self.accepted = _ANYTHING
        self.foreseen = foreseen

    def find(self) -> ModalityFinding:
        """The finding for the trigger."""
        tree, node = self.tree, self.top
        nominal = not tree.is_verb(node) or (
            tree.tags[node] == "VBG" and tree.deps[tree.first_conjunct(node)] in _NOMINAL
        )
        found = self.cues.of_noun(node) if nominal else self.cues.of_clause(node)
        pending: ModalityFinding | None = None
        for _ in range(_LONGEST_CLIMB):
            found = self._accept(found)
            # An announcement may itself be supposed or denied further up: "may plan to", "did not agree to".
            if found is not None and found.modality != "planned":
                return found
            pending = pending or found
            if tree.heads[node] == node or (self.accepted is _MENTIONED and tree.deps[node] not in _THROUGH_MENTION):
                break
            found, above = self._cross(node)
            found = self._accept(found)
            if found is not None and found.modality != "planned":
                return found
            pending = pending or found
            if above is None:
                break
            inherits, node = self._inherits(node, above), above
            found = None
            if tree.tags[node][:2] in ("VB", "MD"):
                found = self.cues.of_clause(node) if inherits else None
                if found is not None and found.modality not in self.accepted and self.accepted is not _BESIDE:
                    break
            elif nominal and tree.is_noun(node):
                found = self.cues.of_noun(node)
        pending = pending or generic(self.cues, self.top, nominal=nominal)
        if self.foreseen and nominal and (pending is None or self.accepted is _BESIDE):
            pending = pending or self.cues.beside_future(self.top) or finding("asserted", _NOTHING)
            return evolve(pending, is_open=is_open(tree, self.top))
        return pending or finding("asserted", _NOTHING)

    def _accept(self, found: ModalityFinding | None) -> ModalityFinding | None:
        if found is None:
            return None
        if self.accepted is _BESIDE and found.modality == "hypothetical":
            return finding("planned", found.reason)
        return found if found.modality in self.accepted else None

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

    def _cross(self, node: int) -> _Step:
        """What the head of a token says of it, and where to go on."""
        tree = self.tree
        dep, head = tree.deps[node], tree.heads[node]
        if self.accepted is _BESIDE and dep in ("acl", "relcl"):
            # "a plan that was announced during his visit"
            return None, None
        if dep == "conj":
            return None, head
        prep: str | None = None
        if dep in ("pobj", "pcomp"):
            prep = tree.lower[head]
            if prep in self.words.without:
                return finding("negated", f"preposition '{prep}'"), None
            if tree.heads[head] == head:
                return None, None
            if head and tree.lower[head - 1] in self.words.instead and (dep == "pcomp" or prep != "from"):
                return finding("negated", f"'{tree.words[head - 1]} {prep}'"), None
            head = tree.heads[head]
            if tree.lower[head] == "out" and tree.deps[head] == "prep":
                # "pulled out of a visit"
                prep, head = f"out {prep}", tree.heads[head]
        if dep not in _CLAUSES:
            return self._cross_noun(node, head, prep)
        if any(tree.deps[c] == "aux" and tree.lower[c] == "to" for c in tree.children[node]):
            return self._cross_infinitive(node, head)
        participle = tree.tags[node] == "VBG" and not tree.has_subject(node)
        if prep is not None or (participle and dep in ("xcomp", "acl", "advcl", "csubj")):
            return self._cross_gerund(node, head, prep)
        return self._cross_clause(node, head)

    def _governed(self, found: ModalityFinding, head: int) -> _Step:
        return found, head if found.modality == "planned" else None

    def _cross_gerund(self, node: int, head: int, prep: str | None) -> _Step:
        tree, words = self.tree, self.words
        dep, word = tree.deps[node], tree.lower[head]
        if word in words.factive and prep is None:
            return None, None
        if prep == "from" and word in words.averting:
            return self.governing.averted(head), None
        if dep == "csubj":
            return self.cues.of_supposition(head), None
        if prep in words.meanwhile:
            self.accepted = _BESIDE
            return None, head
        if any(tree.lower[c] in ("when", "while") for c in tree.children[node]):
            self.accepted = _ANNOUNCED
            return None, head
        if dep != "advcl" and not (prep == "for" and word in words.of_only):
            found = self.governing.of(head, prep, words.gerund)
            if found is not None:
                return self._governed(found, head)
        if dep == "advcl" and self._is_set_off(node, head) and "negated" in self.accepted:
            # "will not run, denying the charges": that is denied all the same.
            self.accepted = self.accepted - {"negated"}
        return None, head if prep == "by" or (prep is None and dep in ("xcomp", "advcl")) else None

    def _is_set_off(self, node: int, head: int) -> bool:
        """Whether a comma stands between a clause and the verb it hangs on."""
        tree = self.tree
        if head < node:
            return tree.words[min(tree.subtree(node)) - 1] == ","
        return "," in tree.words[max(tree.subtree(node)) : head]

    def _cross_infinitive(self, node: int, head: int) -> _Step:
        tree, words = self.tree, self.words
        if tree.deps[node] == "relcl" and not tree.is_noun(head):
            return None, None
        found = self.governing.of(head, None, words.infinitive, ("prt", "advmod", "prep"))
        if found is not None:
            passive = tree.child(node, "auxpass") is not None
            if passive and tree.lower[head] in words.expecting and tree.child(head, "auxpass") is None:
                # Who "expects to be attacked" fears it.
                return finding("hypothetical", f"'{tree.words[head]} to be {tree.words[node]}'"), None
            return self._governed(found, head)
        if any(tree.lower[c] == "too" for c in tree.children[head]) and not tree.is_verb(head):
            return finding("negated", f"'too {tree.words[head]} to'"), None
        if tree.deps[node] == "xcomp" and tree.lower[head] in words.be:
            subject = tree.child(head, "nsubj")
            if subject is not None and words.infinitive.nouns.get(tree.lower[subject]) == "hypothetical":
                return finding("hypothetical", f"'{tree.words[subject]} {tree.words[head]} to'"), None
            if tree.tags[head] == "VBD" and any(tree.lower[c] == "have" for c in tree.all(node, "aux")):
                return finding("negated", f"'{tree.words[head]} to have'"), None
            return finding("planned", f"'{tree.words[head]} to'"), head
        if tree.deps[node] == "csubj":
            return self.cues.of_supposition(head), None
        if tree.is_noun(head):
            if tree.heads[head] == head:
                return finding("planned", "infinitive of a headline"), None
            if tree.lower[head] not in words.carrier_nouns:
                # "It would be a mistake to attack"
                return self.cues.of_supposition(tree.heads[head]) if tree.deps[head] == "attr" else None, None
            if self.cues.is_none(head):
                return finding("negated", f"no '{tree.words[head]}'"), None
            if not self.foreseen:
                # An attempt at an attack that was foiled was made; a visit was not.
                self.accepted = self.accepted - {"negated"}
        return None, head

    def _cross_clause(self, node: int, head: int) -> _Step:
        tree, words = self.tree, self.words
        dep, tag, word = tree.deps[node], tree.tags[node], tree.lower[head]
        if dep not in ("ccomp", "acl", "xcomp"):
            return None, None
        subject = tree.has_subject(node)
        if subject and tree.is_noun(head):
            if word in words.turned_down and (refused := self.governing.turned_down(head)):
                return refused, None
            if word in words.proofs and self.cues.is_none(head):
                return finding("negated", f"no '{tree.words[head]}'"), None
        # "recommended that he be charged", "wanted him charged": no tense of its own
        tenseless = tag in ("VB", "VBN") and not any(tree.deps[c] in ("aux", "auxpass") for c in tree.children[node])
        verbal = tree.is_verb(node)
        if tag == "VB" and any(tree.lower[c] == "be" for c in tree.children[node]):
            tenseless = True
        found = self.governing.of(head, None, words.infinitive if tenseless or (verbal and not subject) else words.that)
        if found is not None:
            return self._governed(found, head)
        if dep == "ccomp" and word in words.supposing and self.cues.is_negated(head):
            # "it did not appear that anyone was hurt"
            return finding("negated", f"negated '{tree.words[head]}'"), None
        return None, head if dep == "xcomp" or (
            dep == "ccomp" and not subject and tag in ("VB", "VBN", "VBG")
        ) else None

    def _cross_noun(self, node: int, head: int, prep: str | None) -> _Step:
        tree, words = self.tree, self.words
        dep, word, verb = tree.deps[node], tree.lower[head], tree.is_verb(head)
        if dep in ("pobj", "dobj", "nsubjpass", "compound", "nmod"):
            if verb and word in words.averting and (prep is None or (prep == "from" and tree.tags[node] == "VBG")):
                return self.governing.averted(head), None
            # "calls after the attack", "a call about a shooting": they call for none.
            beside = prep in words.beside or (prep == "about" and word in words.calls)
            found = None if beside and tree.is_noun(head) else self.governing.of(head, prep, words.event)
            if found is None and prep is not None and tree.tags[node] == "VBG":
                found = self.governing.of(head, prep, words.gerund)
            if found is not None:
                known = not self.cues.is_indefinite(node) and tree.tags[head] == "VBG" and tree.deps[head] == "pcomp"
                if known and found.modality == "planned":
                    # "accused of planning the attack": it took place
                    return None, None
                return self._governed(found, head)
        if dep == "dobj" and tree.tags[head] == "VBD":
            time = next((c for c in tree.all(head, "npadvmod") if c > node and self.cues.is_next(c)), None)
            if time is not None:
                # "announced a visit to Oslo next week"
                return finding("planned", f"time to come, '{tree.words[time]}'"), None
        if dep in ("attr", "acomp", "oprd"):
            return None, head
        if prep is not None:
            carried = f"{word} {prep}" in words.carrier_prepositions
            if carried or (tree.is_noun(head) and word in words.carrier_nouns):
                return None, head
            if prep in words.meanwhile and verb:
                self.accepted = _BESIDE
                return None, head
            return None, None
        if not verb or dep not in ("nsubj", "nsubjpass", "dobj"):
            return None, None
        return self._cross_argument(node, head)

    def _cross_argument(self, node: int, head: int) -> _Step:
        """From a noun to the verb whose subject or object it is."""
        tree, words = self.tree, self.words
        word, indefinite = tree.lower[head], self.cues.is_indefinite(self.top)
        if tree.lower[node] in _SUFFERERS and tree.deps[node] == "nsubj":
            # Who "will be a victim of an attack" has it to come; "victims of the attack will sue" after one that was.
            return None, None
        if word in (words.carrier_objects if tree.deps[node] == "dobj" else words.carrier_subjects):
            return None, head
        if indefinite and tree.deps[node] == "nsubj" and (found := self.cues.of_supposition(head)):
            # "An attack would be a mistake", "a visit to Oslo could crown the year"
            return found, None
        if tree.deps[node] != "dobj" and word in words.be:
            if not any(tree.deps[c] in ("aux", "neg") for c in tree.children[head]):
                for said in tree.all(head, "acomp"):
                    label = words.modifiers.get(tree.lower[said])
                    if label is not None:
                        return finding(label, f"'{tree.words[head]} {tree.words[said]}'"), None
            self.accepted = _ANYTHING - {"negated"} if indefinite else _ANNOUNCED
            return None, head
        if indefinite and word not in words.ending:
            # What is introduced as the subject of a future is itself to come: "a visit will crown the year".
            self.accepted = _SUPPOSED if tree.deps[node] == "nsubj" else _MENTIONED
            return None, head
        return None, None
