"""What the steps of a path through the parse cost that leads from an event to a date.

Every step costs something, by its label and by the words at its ends; steps into or out of a clause that speaks of
another time are closed. The figures are coarse on purpose: 0 for what the date modifies, 1 for what happens at once,
more where it may not.
"""

from __future__ import annotations

from eventx.temporal.anchoring.tree import ARGUMENTS, SUBJECTS, DatePlace, SentenceTree
from eventx.temporal.anchoring.words import AnchoringWords

CLOSED = 100


class Steps:
    """The steps of one sentence.

    Args:
        tree: Its parse.
        words: The word lists.
    """

    __slots__ = ("_tree", "_words")

    def __init__(self, tree: SentenceTree, words: AnchoringWords) -> None:
        self._tree, self._words = tree, words

    def climb(self, steps: list[int], date: DatePlace) -> int:
        """The cost of a way up, given as the tokens it leaves, to a word that a date stands under."""
        tree = self._tree
        cost = place = 0
        if steps and (under_way := self._under_way(steps)):
            # What happens on a visit happens during it, wherever the parse hangs the visit.
            cost, place = 1, under_way
            while place < len(steps) and not self._is_finite(tree.heads[steps[place - 1]]):
                place += 1
        if steps and self._is_attempted(steps[0]):
            place = 1
        first = steps[place] if place < len(steps) else None
        for child in steps[place:]:
            cost += self._up(child, child == first, date)
        return cost

    def _is_attempted(self, child: int) -> bool:
        """Whether what is done is only tried: "tried on Monday to storm the station"."""
        tree = self._tree
        return tree.deps[child] == "xcomp" and tree.lower[tree.heads[child]] in self._words.attempting

    def _under_way(self, steps: list[int]) -> int:
        """How many steps of a climb belong to a stay under way ("on a visit", "at the end of a visit"); 0 for none."""
        tree = self._tree
        if tree.deps[steps[0]] == "amod" and tree.lower[steps[0]] == "visiting":
            return 1
        if tree.lower[steps[0]] not in self._words.stays:
            return 0
        deps = [tree.deps[step] for step in steps[:4]]
        if deps[:2] == ["pobj", "prep"] and tree.lower[steps[1]] in ("during", "on", "upon"):
            return 2
        part = deps == ["pobj", "prep", "pobj", "prep"] and tree.lower[steps[2]] in self._words.quantities
        return 4 if part and tree.lower[steps[3]] in ("at", "on", "in") else 0

    def _is_finite(self, token: int) -> bool:
        """Whether the token is a verb and no noun in -ing ("paid tribute to bombing victims")."""
        return self._tree.is_verb(token) and self._tree.deps[token] not in ("pcomp", "amod", "compound")

    def _up(self, child: int, first: bool, date: DatePlace) -> int:
        tree = self._tree
        head, dep = tree.heads[child], tree.deps[child]
        if dep in ("pobj", "pcomp"):
            return 0  # the preposition's own step is what counts
        if dep == "prep":
            return self._up_preposition(child, head, date)
        if dep == "agent":
            return 1
        if dep in SUBJECTS and tree.lower[head] in self._words.following:
            return CLOSED  # "the raid follows a siege in May"
        is_cause = dep in SUBJECTS and tree.lower[head] in self._words.causing and tree.child(head, "dobj") is not None
        if is_cause and date.head > head:
            return CLOSED  # "the raid sparked protests on Monday"
        if dep in ARGUMENTS:
            if self.speaks(head) and tree.lower[child] == "responsibility":
                return 0 if date.loose else CLOSED  # "claimed responsibility for the raid": of the preposition's cost
            if self.speaks(head):
                return self._if_loose(child, date)
            return 0 if tree.lower[head] in self._words.happening else 2
        if dep in ("compound", "nmod"):
            return 1 if tree.lower[head] in self._words.events else CLOSED
        if dep == "amod":
            return 1 if first and tree.tags[child] == "VBG" else CLOSED
        if dep == "poss":
            return CLOSED
        if dep == "conj":
            return self._up_conjunct(child, head, date)
        if dep == "advcl":
            # "was jailed Monday, accused of spying": the accusation is older
            if self._is_after_speech(child) or (first and self.speaks(child) and tree.tags[child] == "VBN"):
                return CLOSED
            return self._clause(child)
        if dep == "xcomp":
            return self._if_loose(child, date) if self.speaks(head) else 1
        if dep in ("ccomp", "parataxis"):
            return 1 if self._says_it_now(child, head, first) else CLOSED if self.speaks(head) else 3
        if dep in ("acl", "relcl"):
            if self._is_meanwhile(child):
                return 1  # "spoke at a rally on Monday at which she accused …"
            if (
                first
                and dep == "acl"
                and tree.tags[child] == "VBG"
                and tree.lower[tree.heads[head]] in self._words.charging
            ):
                return 0  # "filed a lawsuit in March accusing …"
            # "warnings on Monday that troops may attack", "a man accused of it was found Monday"
            speaks = self.speaks(child) or (self.speaks(head) and tree.lower[head] not in self._words.persons)
            return CLOSED if speaks else 1 if first else 3
        return 3

    def _up_preposition(self, child: int, head: int, date: DatePlace) -> int:
        tree, words = self._tree, self._words
        preposition = tree.lower[child]
        inside = tree.object_of(child)
        if self.speaks(inside) and preposition != "in":
            return CLOSED  # "was jailed Monday on charges of …"
        if preposition in ("during", "on", "upon") and tree.is_verb(head):
            if preposition == "on" and date.head < child and tree.lower[inside] not in words.stays | words.arrivals:
                return CLOSED  # "gave details on Monday on the raid"
            return 1  # "told reporters during a visit on Monday": simultaneous whatever the verb
        if preposition == "of":
            if tree.lower[head] == "one":
                return CLOSED  # "was seized on Monday, one of scores of abductions"
            if tree.lower[head] in words.quantities or tree.tags[head] == "CD":
                return 0
            return CLOSED if self.speaks(head) else 4
        if preposition == "for" and tree.lower[inside] in words.stays and not self.speaks(head):
            return 1  # "arrived on Monday for a visit"
        if preposition == "after" and tree.lower[head] in words.dying and tree.deps[inside] == "pcomp":
            return 1  # "died on Monday after being shot"
        if preposition == "before" and tree.deps[inside] == "pcomp" and not self.speaks(head):
            return 1  # "stormed the bar on Monday before killing two"
        if preposition in words.elsewhere or self.speaks(head):
            return CLOSED if self.charging(inside) is not None else self._if_loose(inside, date)
        return 1 if tree.is_verb(head) else 2

    def charging(self, crime: int) -> int | None:
        """The verb that lays a crime to somebody, named by a bare noun: "charged" of "was charged with murder"."""
        tree = self._tree
        preposition = tree.heads[crime]
        verb = tree.heads[preposition]
        is_bare = not any(tree.deps[child] in ("det", "poss", "nummod") for child in tree.children[crime])
        hangs = tree.deps[crime] == "pobj" and tree.lower[preposition] in ("of", "to", "with")
        return verb if hangs and is_bare and tree.is_verb(verb) and self.speaks(verb) else None

    def _if_loose(self, child: int, date: DatePlace) -> int:
        """The cost of a date that the parse hangs on the verb that speaks, though it stands after what is spoken of."""
        return 3 if date.loose and date.head > child else CLOSED

    def _up_conjunct(self, child: int, head: int, date: DatePlace) -> int:
        """The cost of taking the date of an earlier conjunct."""
        tree = self._tree
        if tree.deps[head] == "acl" and tree.tags[child] == "VBN" and self.speaks(child):
            return CLOSED  # "a man convicted last year and suspected of …"
        if date.head < child and tree.child(head, "neg") is not None:
            return CLOSED  # "could not be reached on Thursday but denied it in March"
        if date.head < child and tree.is_present_passive(child):
            return CLOSED  # "was fined last month and is charged with theft"
        if date.head < child and self.speaks(head) and any(tree.lower[c] == "had" for c in tree.all(child, "aux")):
            return CLOSED  # "confirmed on Tuesday that a man held by rebels had been killed", cut in two by the parse
        if not tree.is_verb(child) or date.head < head:
            return 1
        own_subject = any(tree.deps[token] in SUBJECTS for token in tree.children_between(child, head, child))
        return 3 if own_subject else 2

    def _says_it_now(self, clause: int, speaking: int, first: bool) -> bool:
        """Whether what is said is itself a speech made by saying it: "X said on Monday it denies …"."""
        return first and self.speaks(speaking) and self.speaks(clause) and self._tree.tags[clause] in ("VBZ", "VBP")

    def down(self, child: int, trigger: int, prenominal: bool) -> int:
        """The cost of the step from what a token hangs on down to it.

        Args:
            child: The token.
            trigger: Head of the event's trigger.
            prenominal: Whether the date at the end of the way stands before its noun.
        """
        tree = self._tree
        head, dep = tree.heads[child], tree.deps[child]
        if tree.lower[child] in self._words.pronouns or tree.lower[child] in self._words.answers:
            return CLOSED  # "the raid was like the one in May", "came in response to talks in May"
        if dep in ("pobj", "pcomp", "xcomp"):
            return 1
        if self.is_since(child):
            return 0
        if dep == "prep" and head == trigger and tree.lower[child] == "after" and self._is_fight(tree.object_of(child)):
            return 0  # "was shot dead after a chase on Monday"
        if dep == "prep":
            lasts = tree.lower[child] == "over" and tree.lower[tree.object_of(child)] in self._words.quantities
            as_part = tree.lower[child] == "as" and tree.lower[tree.object_of(child)] == "part"
            return CLOSED if tree.lower[child] in self._words.apart and not (lasts or as_part) else 0
        if dep == "agent":
            return 0
        if dep in ARGUMENTS:
            return CLOSED if self.speaks(head) and head != trigger else 1
        if dep == "conj":
            # "the siege of X and last year's assault", "denied it and said last month"
            return CLOSED if prenominal or self.speaks(child) else 2
        if dep == "advcl":
            # "the premier described it on Monday as vile, saying it was an attack", where the parse turns the two about
            is_speech = self.speaks(child) and tree.tags[child] == "VBD" and tree.child(child, *SUBJECTS) is not None
            return CLOSED if is_speech else self._clause(child)
        if dep in ("ccomp", "parataxis"):
            return CLOSED if self.speaks(head) else 3
        if dep in ("acl", "relcl"):
            if head == trigger and any(tree.lower[token] == "who" for token in tree.children[child]):
                return CLOSED  # "a suspect in the raid, who was arrested last week"
            if any(tree.lower[token] in ("where", "when") for token in tree.children_between(child, head, child)):
                return 2  # "riots broke out in Lima, where youths torched cars on Monday"
            if tree.lower[child] in self._words.lasting:
                return 1  # "a visit to Lima, which began on Monday", hung on the place by the parse
            # What somebody is just doing is done at the time: "hit a crowd leaving a concert on Thursday".
            timeless = tree.lower[child] in self._words.timeless or (
                dep == "acl" and tree.tags[child] == "VBG" and not self.speaks(child)
            )
            return 1 if timeless or head == trigger or tree.lower[head] in self._words.events else 4
        if dep == "advmod" and tree.lower[child] in self._words.apart:
            return CLOSED  # "ahead of the summit on Monday"
        if dep in ("compound", "nmod", "amod", "npadvmod", "advmod", "nummod", "appos"):
            return 1
        return 3

    def _is_fight(self, noun: int) -> bool:
        """Whether a noun is for what leads up to a killing at once: "a standoff", "a chase"."""
        return self._tree.lower[noun] in self._words.fights

    def is_since(self, child: int) -> bool:
        """Whether a step down says that the date is only the beginning: "since the truce broke", "since the coup"."""
        tree = self._tree
        if tree.deps[child] == "prep":
            return tree.lower[child] == "since"
        return tree.deps[child] == "advcl" and self._conjunction(child) == "since"

    def is_listed(self, child: int, above: int) -> bool:
        """Whether a verb goes on with a list of what one subject does or suffers, of which more stands above it."""
        tree = self._tree
        lists = tree.deps[child] == tree.deps[above] == "conj" and tree.is_verb(child) and tree.is_verb(above)
        return lists and not self.speaks(child) and tree.child(child, *SUBJECTS) is None

    def _is_meanwhile(self, clause: int) -> bool:
        """Whether a relative clause tells what happened at what it modifies: "at which", "during which", "where"."""
        tree = self._tree
        first = next((token for token in tree.children[clause] if token < clause), None)
        if first is None:
            return False
        if tree.deps[first] == "prep" and tree.lower[first] in ("at", "in", "during"):
            return tree.lower[tree.object_of(first)] == "which"
        return tree.deps[first] == "advmod" and tree.lower[first] in ("where", "when")

    def _is_after_speech(self, child: int) -> bool:
        """Whether a participle follows "…, X said on Monday": it goes on with what is said."""
        tree, head = self._tree, self._tree.heads[child]
        return (
            tree.tags[child] == "VBG"
            and child > head
            and self.speaks(head)
            and any(tree.deps[token] in ("ccomp", "parataxis") for token in tree.children_between(head, 0, head))
        )

    def _clause(self, child: int) -> int:
        """The cost of the step between an adverbial clause and what it modifies."""
        conjunction = self._conjunction(child)
        if conjunction in self._words.successive:
            return CLOSED
        return 1 if conjunction in self._words.simultaneous or self._tree.tags[child] == "VBG" else 2

    def _conjunction(self, clause: int) -> str:
        """The word that opens a clause, empty where none does."""
        tree, words = self._tree, self._words
        for token in tree.children_between(clause, clause - 25, clause):
            word = tree.lower[token]
            if tree.deps[token] in ("mark", "advmod") and (word in words.successive or word in words.simultaneous):
                return word
        return ""

    def speaks(self, token: int) -> bool:
        """Whether a word speaks of an event, at a time of its own ("denied", "found guilty")."""
        tree, words = self._tree, self._words
        if tree.lower[token] in words.attempting and tree.child(token, "xcomp") is not None:
            return False  # no trial
        return tree.lower[token] in words.speaking or (
            tree.lower[token] == "found" and any(tree.lower[child] in words.verdicts for child in tree.children[token])
        )
