"""How far a date stands from an event in the parse: the cost of the path between them.

The path from the trigger climbs to the word that both hang on, then goes down to the date. Every step costs something,
by its label and by the words at its ends; steps into or out of a clause that speaks of another time are closed. The
figures are coarse on purpose: 0 for what the date modifies, 1 for what happens at once, more where it may not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventx.temporal.anchoring_words import AnchoringWords, anchoring_words

if TYPE_CHECKING:
    from eventx.analysis import ParsedSentence

CLOSED = 100

_VERB_SUBJECT_OR_OBJECT = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "oprd", "csubj", "csubjpass", "dative"})
_DATE_EDGES = frozenset(
    {"npadvmod", "advmod", "nummod", "nmod", "compound", "amod", "poss", "appos", "dep", "tmod", "quantmod", "prep"}
)


class SentenceTree:
    """The parse of a sentence as plain lists, which are far cheaper to walk than spaCy's tokens."""

    __slots__ = ("deps", "heads", "lower", "parsed", "tags", "words")

    def __init__(self, parsed: ParsedSentence, words: AnchoringWords | None = None) -> None:
        self.parsed = parsed
        self.words = words or anchoring_words()
        self.heads = [token.head.i for token in parsed.doc]
        self.deps = [token.dep_ for token in parsed.doc]
        self.tags = [token.tag_ for token in parsed.doc]
        self.lower = [token.lower_ for token in parsed.doc]

    def head_of(self, start: int, end: int) -> int | None:
        """The token of ``[start, end)``, offsets of the article, whose own head lies outside; None where none does."""
        first = self.parsed.token_at(start)
        if first is None:
            return None
        last = first
        while last + 1 < len(self.heads) and self.parsed.start(last + 1) < end:
            last += 1
        for token in range(first, last + 1):
            if self.heads[token] == token or not first <= self.heads[token] <= last:
                return token
        return first

    def is_verb(self, token: int) -> bool:
        """Whether the token is a verb, by its tag."""
        return self.tags[token].startswith(("VB", "MD"))

    def is_speaking(self, token: int) -> bool:
        """Whether a verb tells of events rather than being one, so that its date is its own."""
        return self.lower[token] in self.words.speaking

    def _object(self, preposition: int) -> int:
        """What stands under a preposition; the preposition itself where nothing does."""
        for token in range(preposition + 1, len(self.heads)):
            if self.heads[token] == preposition and self.deps[token] in ("pobj", "pcomp"):
                return token
        return preposition

    def governor(self, date: int) -> tuple[int, int | None]:
        """What a date modifies, and the preposition between, if there is one."""
        preposition = None
        token = date
        for _ in range(6):
            head = self.heads[token]
            if head == token:
                return token, preposition
            if self.deps[token] in ("pobj", "pcomp") and self.deps[head] == "prep":
                preposition = head if preposition is None else preposition
                token = head
                continue
            if self.deps[token] == "prep" and self.deps[head] in ("prep", "advmod") and not self.is_verb(head):
                token = head  # "early on Monday", "as of Monday"
                continue
            return head, preposition
        return token, preposition

    def cost(
        self,
        trigger: int,
        date: int,
        *,
        speakers: frozenset[int] = frozenset(),
        events: frozenset[int] = frozenset(),
    ) -> int:
        """The cost of the path from a trigger to a date; `CLOSED` or more where the date is another's.

        Args:
            trigger: The trigger's head.
            date: The date's head.
            speakers: Heads of the mention's arguments that speak: where one is subject of a speaking verb, its date
                is the event's.
            events: Heads of all triggers of the sentence.
        """
        governor, preposition = self.governor(date)
        cost = 0
        if preposition is not None and self.lower[preposition] in ("after", "before", "until", "till", "than", "by"):
            return CLOSED
        if self.deps[date] in _VERB_SUBJECT_OR_OBJECT:
            cost += 2
        up = [trigger]
        while self.heads[up[-1]] != up[-1]:
            up.append(self.heads[up[-1]])
        down = [governor]
        while down[-1] not in up:
            if self.heads[down[-1]] == down[-1]:
                return CLOSED  # two trees: the sentence was split by the parser
            down.append(self.heads[down[-1]])
        meeting = up.index(down[-1])
        for step in range(meeting):
            cost += self._up(up[step], step == 0, date, speakers)
        prenominal = date < governor and not self.is_verb(governor)
        if (
            prenominal
            and governor != trigger
            and governor not in events
            and self.lower[governor] not in self.words.events
        ):
            cost += 3  # "under the 1925 Geneva Protocol": the date of a thing, not of what is done with it
        if len(down) > 1 and down[-1] == trigger and self.is_speaking(trigger):
            if self.deps[down[-2]] not in ("conj", "advcl", "agent"):
                return CLOSED  # "denied a role in last month's raid": the date of what is spoken of
        for step in range(len(down) - 1):
            cost += self._down(down[step], trigger, prenominal)
        return cost

    def _up(self, child: int, first: bool, date: int, speakers: frozenset[int]) -> int:
        head, dep = self.heads[child], self.deps[child]
        word, words = self.lower[head], self.words
        if dep in ("pobj", "pcomp"):
            return 0  # the preposition's own step is what counts
        if dep == "prep":
            preposition = self.lower[child]
            if self.is_speaking(self._object(child)) and preposition != "in":
                return CLOSED  # "was jailed Monday on charges of …"
            if preposition in ("during", "on", "upon") and self.is_verb(head):
                return 1  # "told reporters during a visit on Monday": simultaneous whatever the verb
            if preposition in words.elsewhere:
                return CLOSED
            if preposition == "of":
                return 0 if word in words.quantities else CLOSED if self.is_speaking(head) else 4
            if self.is_speaking(head):
                return CLOSED
            return 1 if self.is_verb(head) else 2
        if dep == "agent":
            return 1
        if dep in _VERB_SUBJECT_OR_OBJECT:
            if self.is_speaking(head):
                return CLOSED
            return 0 if word in words.happening else 2
        if dep in ("compound", "nmod"):
            return 1 if word in words.events else CLOSED
        if dep == "amod":
            return 1 if first and self.tags[child] == "VBG" else CLOSED
        if dep == "poss":
            return CLOSED
        if dep == "conj":
            return self._conjunct(child, head, date)
        if dep == "appos":
            return 3
        if dep == "advcl":
            if first and self.is_speaking(child) and self.tags[child] == "VBN":
                return CLOSED  # "was jailed Monday, accused of spying": the accusation is older
            return self._clause(child)
        if dep == "xcomp":
            return CLOSED if self.is_speaking(head) else 1
        if dep in ("ccomp", "parataxis"):
            if not self.is_speaking(head):
                return 3
            return 1 if self._speaks_itself(child, head, first, speakers) else CLOSED
        if dep in ("acl", "relcl"):
            if self.is_speaking(head) or self.is_speaking(child):
                return CLOSED  # "warnings on Monday that troops may attack", "a man accused of it was found Monday"
            return 1 if first else 3
        return 3

    def _conjunct(self, child: int, head: int, date: int) -> int:
        """The cost of taking the date of an earlier conjunct."""
        if not self.is_verb(child) or date < head:
            return 1
        own_subject = any(
            self.heads[token] == child and self.deps[token] in ("nsubj", "nsubjpass") for token in range(head, child)
        )
        return 3 if own_subject else 2

    def _speaks_itself(self, clause: int, speaking: int, first: bool, speakers: frozenset[int]) -> bool:
        """Whether the speech is the event: "X said on Monday it denies …", or the one who speaks fills a role."""
        if first and self.is_speaking(clause) and self.tags[clause] in ("VBZ", "VBP"):
            return True
        return any(self.heads[token] == speaking and self.deps[token] in ("nsubj", "nsubjpass") for token in speakers)

    def _down(self, child: int, trigger: int, prenominal: bool) -> int:
        head, dep = self.heads[child], self.deps[child]
        words = self.words
        if dep in ("pobj", "pcomp"):
            return 1
        if dep == "prep":
            return CLOSED if self.lower[child] in words.elsewhere else 0
        if dep == "agent":
            return 0
        if dep in _VERB_SUBJECT_OR_OBJECT:
            return CLOSED if self.is_speaking(head) and head != trigger else 1
        if dep == "conj":
            # "the siege of X and last year's assault", "denied it and said last month"
            return CLOSED if prenominal or self.is_speaking(child) else 2
        if dep == "advcl":
            return self._clause(child)
        if dep == "xcomp":
            return 1
        if dep in ("ccomp", "parataxis"):
            return CLOSED if self.is_speaking(head) else 3
        if dep in ("acl", "relcl"):
            return 1 if head == trigger else 4
        if dep in ("compound", "nmod", "amod", "npadvmod", "advmod", "nummod", "appos"):
            return 1
        return 3

    def _clause(self, child: int) -> int:
        """The cost of the step between an adverbial clause and what it modifies."""
        for token in range(max(0, child - 25), child):
            if self.heads[token] == child and self.deps[token] in ("mark", "advmod"):
                word = self.lower[token]
                if word in self.words.successive:
                    return CLOSED
                if word in self.words.simultaneous:
                    return 1
        if self.tags[child] == "VBG":
            return 1
        return 2
