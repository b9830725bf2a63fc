"""How far a date stands from an event in the parse: the cost of the path between them.

The path from the trigger climbs to the word that both hang on, then goes down to the date. Every step costs something,
by its label and by the words at its ends; steps into or out of a clause that speaks of another time are closed. The
figures are coarse on purpose: 0 for what the date modifies, 1 for what happens at once, more where it may not.
"""

from __future__ import annotations

from attrs import evolve

from eventx.temporal.anchoring_tree import ARGUMENTS, PRENOMINAL, SUBJECTS, DatePlace, SentenceTree
from eventx.temporal.anchoring_words import AnchoringWords

CLOSED = 100

_NEAR = len(("raid", "in", "killed"))  # steps down to a date: "killed in Monday's raid"

_OTHER_TIME = frozenset({"after", "before", "until", "till", "than", "by"})


class Paths:
    """The paths of one sentence.

    Args:
        tree: Its parse.
        words: The word lists.
        events: Heads of all its triggers.
    """

    __slots__ = ("_events", "_tree", "_words")

    def __init__(self, tree: SentenceTree, words: AnchoringWords, events: frozenset[int] = frozenset()) -> None:
        self._tree, self._words, self._events = tree, words, events

    def cost(self, trigger: range, date: DatePlace, speakers: frozenset[int] = frozenset()) -> tuple[int, bool]:
        """The cost of the path from a trigger to a date; `CLOSED` or more where the date is another's.

        The second value says whether the date is only the beginning: "have killed 40 since the truce broke in May".

        Args:
            trigger: The trigger's tokens.
            date: The date.
            speakers: Heads of the mention's arguments that speak: where one is subject of a speaking verb, its date
                is the event's.
        """
        tree = self._tree
        head = tree.head_of(trigger)
        if head is None:
            return CLOSED, False
        if date.loose and self._speaks(head):
            date = evolve(date, loose=False)  # charges following a death in May are not of May
        governor, preposition = tree.governor(date.head)
        governor = self._said(date) or governor
        if preposition is not None and tree.lower[preposition] in _OTHER_TIME:
            return CLOSED, False
        if self._is_beside(trigger, head, date, preposition):
            return 0, False
        if tree.deps[head] == "acl" and tree.tags[head] == "VBN" and self._speaks(head) and governor == head:
            return CLOSED, False  # "a man accused of taking part in the raid on Monday": the raid's
        climb, down = tree.climb(head), [governor]
        if date.head in climb[1:2] and tree.deps[head] in ("acl", "relcl", "advcl"):
            return 1, False  # "a raid last May that killed two"
        while down[-1] not in climb:
            if tree.heads[down[-1]] == down[-1]:
                return CLOSED, False  # two trees: the parser split the sentence
            down.append(tree.heads[down[-1]])
        if len(down) > 1 and down[-1] == head and self._is_what_is_said(head, down[-2]):
            return CLOSED, False
        since = any(tree.deps[child] == "advcl" and self._conjunction(child) == "since" for child in down[:-1])
        steps = climb[: climb.index(down[-1])]
        if self._is_of_the_speech(governor, climb, speakers):
            return 1, False
        cost = 2 if tree.deps[date.head] in ARGUMENTS else 0
        prenominal = date.head < governor and not tree.is_verb(governor)
        if prenominal and governor in self._events and len(down) > _NEAR and tree.deps[down[-2]] in ARGUMENTS:
            return CLOSED, False  # "the kin of those hurt in last year's raid were shot"
        eventive = governor == head or governor in self._events or tree.lower[governor] in self._words.events
        if prenominal and governor != head and steps and not (eventive and self._is_of_the_noun(steps)):
            return CLOSED, False  # "the siege and last year's assault were compared"
        if prenominal and not eventive:
            cost += 3  # "under the 1925 Geneva Protocol": the date of a thing, not of what is done with it
        if len(down) > 1 and steps and tree.deps[steps[-1]] in SUBJECTS and tree.lower[down[-1]] in self._words.copulas:
            cost += 3  # "the visit was a reply to that of 2003"
        cost += self._climb_cost(steps, date)
        for place, child in enumerate(down[:-1]):
            if self._is_listed(child, down[place + 1]):
                continue  # "was robbed, beaten and left for dead in 1988": one step, however long the list
            cost += self._down(child, head, prenominal)
        return cost, since

    def _is_listed(self, child: int, above: int) -> bool:
        """Whether a verb goes on with a list of what one subject does or suffers, of which more stands above it."""
        tree = self._tree
        lists = tree.deps[child] == tree.deps[above] == "conj" and tree.is_verb(child) and tree.is_verb(above)
        return lists and not self._speaks(child) and tree.child(child, *SUBJECTS) is None

    def _said(self, date: DatePlace) -> int | None:
        """The verb that speaks right before a date, which is its own whatever the parse: "said Monday the port …"."""
        tree = self._tree
        before = date.first - 1
        while before > 0 and tree.lower[before] in ("on", "late", "early"):
            before -= 1
        speaks = before >= 0 and tree.tags[before] == "VBD" and self._speaks(before)
        speaks = speaks and tree.deps[date.head] not in PRENOMINAL
        return before if speaks else None

    def _is_of_the_noun(self, steps: list[int]) -> bool:
        """Whether a way up keeps to one noun: "the 2003 shooting spree", "the 2003 raid in Lima that killed two"."""
        deps = [self._tree.deps[step] for step in steps]
        if deps[0] in ("acl", "relcl"):
            return all(dep in ("pobj", "prep", "appos") for dep in deps[1:])
        return all(dep == "compound" for dep in deps)

    def cost_up(self, trigger: range, clause: int) -> int:
        """The cost of the way up from a trigger to the head of a clause that it stands in; `CLOSED` if in another."""
        head = self._tree.head_of(trigger)
        climb = self._tree.climb(head) if head is not None else []
        if clause not in climb:
            return CLOSED
        return self._climb_cost(climb[: climb.index(clause)], DatePlace(first=clause, head=clause, last=clause))

    def _climb_cost(self, steps: list[int], date: DatePlace) -> int:
        tree = self._tree
        cost = place = 0
        if steps and (under_way := self._under_way(steps)):
            # What happens on a visit happens during it, wherever the parse hangs the visit.
            cost, place = 1, under_way
            while place < len(steps) and not self._is_finite(tree.heads[steps[place - 1]]):
                place += 1
        for child in steps[place:]:
            cost += self._up(child, child == steps[0], date)
        return cost

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

    def _is_beside(self, trigger: range, head: int, date: DatePlace, preposition: int | None) -> bool:
        """Whether a verb and a date touch ("Monday denied", "arrived Monday"), whatever the parse makes of them."""
        if not self._tree.is_verb(head) or self._tree.deps[date.head] in PRENOMINAL:
            return False
        first = date.first if preposition is None else min(date.first, preposition)
        finite = self._tree.tags[head] in ("VBD", "VBZ", "VBP")  # not "was arrested Monday accused of …"
        return trigger.stop == first or (finite and date.last + 1 == trigger.start)

    def _is_what_is_said(self, trigger: int, child: int) -> bool:
        """Whether a date below a speaking trigger is of what is spoken of: "denied a role in last month's raid"."""
        return self._speaks(trigger) and self._tree.deps[child] not in ("conj", "advcl", "agent")

    def _speaks(self, token: int) -> bool:
        return self._tree.lower[token] in self._words.speaking

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
        if dep in ARGUMENTS:
            if self._speaks(head) and tree.lower[child] == "responsibility":
                return 0 if date.loose else CLOSED  # "claimed responsibility for the raid": of the preposition's cost
            if self._speaks(head):
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
            if self._is_after_speech(child) or (first and self._speaks(child) and tree.tags[child] == "VBN"):
                return CLOSED
            return self._clause(child)
        if dep == "xcomp":
            return self._if_loose(child, date) if self._speaks(head) else 1
        if dep in ("ccomp", "parataxis"):
            return 1 if self._says_it_now(child, head, first) else CLOSED if self._speaks(head) else 3
        if dep in ("acl", "relcl"):
            if self._is_meanwhile(child):
                return 1  # "spoke at a rally on Monday at which she accused …"
            # "warnings on Monday that troops may attack", "a man accused of it was found Monday"
            speaks = self._speaks(child) or (self._speaks(head) and tree.lower[head] not in self._words.persons)
            return CLOSED if speaks else 1 if first else 3
        return 3

    def _up_preposition(self, child: int, head: int, date: DatePlace) -> int:
        tree, words = self._tree, self._words
        preposition = tree.lower[child]
        inside = tree.object_of(child)
        if self._speaks(inside) and preposition != "in":
            return CLOSED  # "was jailed Monday on charges of …"
        if preposition in ("during", "on", "upon") and tree.is_verb(head):
            return 1  # "told reporters during a visit on Monday": simultaneous whatever the verb
        if preposition == "of":
            if tree.lower[head] in words.quantities or tree.tags[head] == "CD":
                return 0
            return CLOSED if self._speaks(head) else 4
        if preposition == "for" and tree.lower[inside] in words.stays and not self._speaks(head):
            return 1  # "arrived on Monday for a visit"
        if preposition in words.elsewhere or self._speaks(head):
            return self._if_loose(inside, date)
        return 1 if tree.is_verb(head) else 2

    def _if_loose(self, child: int, date: DatePlace) -> int:
        """The cost of a date that the parse hangs on the verb that speaks, though it stands after what is spoken of."""
        return 3 if date.loose and date.head > child else CLOSED

    def _up_conjunct(self, child: int, head: int, date: DatePlace) -> int:
        """The cost of taking the date of an earlier conjunct."""
        tree = self._tree
        if tree.deps[head] == "acl" and tree.tags[child] == "VBN" and self._speaks(child):
            return CLOSED  # "a man convicted last year and suspected of …"
        if date.head < child and tree.is_present_passive(child):
            return CLOSED  # "was fined last month and is charged with theft"
        if not tree.is_verb(child) or date.head < head:
            return 1
        own_subject = any(tree.deps[token] in SUBJECTS for token in tree.children_between(child, head, child))
        return 3 if own_subject else 2

    def _says_it_now(self, clause: int, speaking: int, first: bool) -> bool:
        """Whether what is said is itself a speech made by saying it: "X said on Monday it denies …"."""
        return first and self._speaks(speaking) and self._speaks(clause) and self._tree.tags[clause] in ("VBZ", "VBP")

    def _is_of_the_speech(self, governor: int, climb: list[int], speakers: frozenset[int]) -> bool:
        """Whether the date is that of a verb above the trigger by which one who speaks in the event speaks."""
        tree = self._tree
        return (
            governor in climb[1:]
            and self._speaks(governor)
            and any(tree.heads[token] == governor and tree.deps[token] in SUBJECTS for token in speakers)
        )

    def _down(self, child: int, trigger: int, prenominal: bool) -> int:
        tree = self._tree
        head, dep = tree.heads[child], tree.deps[child]
        if tree.lower[child] in self._words.pronouns:
            return CLOSED  # "the raid was like the one in May"
        if dep in ("pobj", "pcomp", "xcomp"):
            return 1
        if dep == "prep":
            lasts = tree.lower[child] == "over" and tree.lower[tree.object_of(child)] in self._words.quantities
            return CLOSED if tree.lower[child] in self._words.apart and not lasts else 0
        if dep == "agent":
            return 0
        if dep in ARGUMENTS:
            return CLOSED if self._speaks(head) and head != trigger else 1
        if dep == "conj":
            # "the siege of X and last year's assault", "denied it and said last month"
            return CLOSED if prenominal or self._speaks(child) else 2
        if dep == "advcl":
            return 0 if self._conjunction(child) == "since" else self._clause(child)
        if dep in ("ccomp", "parataxis"):
            return CLOSED if self._speaks(head) else 3
        if dep in ("acl", "relcl"):
            if any(tree.lower[token] in ("where", "when") for token in tree.children_between(child, head, child)):
                return 2  # "riots broke out in Lima, where youths torched cars on Monday"
            timeless = tree.lower[child] in self._words.timeless
            return 1 if timeless or head == trigger or tree.lower[head] in self._words.events else 4
        if dep in ("compound", "nmod", "amod", "npadvmod", "advmod", "nummod", "appos"):
            return 1
        return 3

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
            and self._speaks(head)
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
