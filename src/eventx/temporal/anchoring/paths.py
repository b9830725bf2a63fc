"""How far a date stands from an event in the parse: the cost of the path between them.

The path from the trigger climbs to the word that both hang on, then goes down to the date.
"""

from __future__ import annotations

from attrs import evolve

from eventx.temporal.anchoring.steps import CLOSED, Steps
from eventx.temporal.anchoring.tree import ARGUMENTS, PRENOMINAL, SUBJECTS, DatePlace, SentenceTree
from eventx.temporal.anchoring.words import AnchoringWords

_NEAR = len(("raid", "in", "killed"))  # steps down to a date: "killed in Monday's raid"

_OTHER_TIME = frozenset({"after", "before", "until", "till", "than", "by"})


class Paths:
    """The paths of one sentence.

    Args:
        tree: Its parse.
        words: The word lists.
        events: Heads of all its triggers.
    """

    __slots__ = ("_events", "_steps", "_tree", "_words")

    def __init__(self, tree: SentenceTree, words: AnchoringWords, events: frozenset[int] = frozenset()) -> None:
        self._tree, self._words, self._events = tree, words, events
        self._steps = Steps(tree, words)

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
        if date.loose and self._steps.speaks(head):
            date = evolve(date, loose=False)  # charges following a death in May are not of May
        governor, preposition = tree.governor(date.head)
        named = self._noun_above(date.head, governor, head)
        is_in_name = named != governor
        governor = (
            self._said(date)
            or self._charged(date, named)
            or self._meanwhile(date.head, named)
            or self._issued(named)
            or self._fled(date, named)
            or named
        )
        if preposition is not None and tree.lower[preposition] in _OTHER_TIME:
            is_point = tree.lower[preposition] in ("after", "before") and tree.lower[date.first] in self._words.points
            if not is_point:  # "before dawn on Monday" is Monday
                return CLOSED, False
        if self._is_beside(trigger, head, date, preposition):
            return 0, False
        if tree.deps[head] == "acl" and tree.tags[head] == "VBN" and self._steps.speaks(head) and governor == head:
            return CLOSED, False  # "a man accused of taking part in the raid on Monday": the raid's
        climb, down = tree.climb(head), [governor]
        if self._is_heard_of(head, governor):
            return CLOSED, False
        if date.head in climb and self._steps.speaks(governor):
            return CLOSED, False  # "was convicted in 2012 of stabbing a man", of which the parse makes a year of it
        if date.head in climb[1:2] and tree.deps[head] in ("acl", "relcl", "advcl"):
            return 1, False  # "a raid last May that killed two"
        if date.head in climb[2:] and tree.deps[climb[climb.index(date.head) - 1]] == "relcl":
            return self._steps.climb(climb[: climb.index(date.head) - 1], date), False  # "in 2005, when they set off …"
        while down[-1] not in climb:
            if tree.heads[down[-1]] == down[-1]:
                return CLOSED, False  # two trees: the parser split the sentence
            down.append(tree.heads[down[-1]])
        if len(down) > 1 and down[-1] == head and self._is_what_is_said(head, down[-2]):
            return CLOSED, False
        since = any(self._steps.is_since(child) for child in down[:-1])
        steps = climb[: climb.index(down[-1])]
        if self._is_of_the_speech(governor, climb, speakers):
            return 1, False
        if self._is_background(steps, governor, date):
            return CLOSED, False
        cost = 2 if tree.deps[date.head] in ARGUMENTS else 1 if is_in_name else 0
        prenominal = date.head < governor and not tree.is_verb(governor)
        if prenominal and governor in self._events and len(down) > _NEAR and tree.deps[down[-2]] in ARGUMENTS:
            return CLOSED, False  # "the kin of those hurt in last year's raid were shot"
        eventive = governor == head or governor in self._events or tree.lower[governor] in self._words.events
        if prenominal and governor != head and steps and not (eventive and self._is_of_the_noun(steps)):
            return CLOSED, False  # "the siege and last year's assault were compared"
        if prenominal and not eventive and not since:
            cost += 3  # "under the 1925 Geneva Protocol": the date of a thing, not of what is done with it
        if len(down) > 1 and steps and tree.deps[steps[-1]] in SUBJECTS and tree.lower[down[-1]] in self._words.copulas:
            cost += 3  # "the visit was a reply to that of 2003"
        cost += self._steps.climb(steps, date)
        for place, child in enumerate(down[:-1]):
            if self._steps.is_listed(child, down[place + 1]):
                continue  # "was robbed, beaten and dumped in 1991": one step, however long the list
            cost += self._steps.down(child, head, prenominal)
        return cost, since

    def _noun_above(self, date: int, governor: int, trigger: int) -> int:
        """What a date modifies through a name before it: "the 2012 Oldport, Ohio, factory shooting"."""
        tree = self._tree
        if tree.deps[date] in PRENOMINAL and tree.deps[trigger] == "appos" and tree.heads[trigger] == governor:
            return trigger
        while tree.deps[date] in PRENOMINAL and date < governor and tree.deps[governor] in ("compound", "nmod"):
            governor = tree.heads[governor]
        return governor

    def _meanwhile(self, date: int, noun: int) -> int | None:
        """What happened during, or stands in, what a date names: "went" of "went there during the 2016 campaign",
        "alleged" of "alleged in Monday's edition"."""
        tree = self._tree
        if tree.deps[date] not in PRENOMINAL or tree.deps[noun] != "pobj" or noun in self._events:
            return None
        preposition = tree.heads[noun]
        is_in = tree.lower[preposition] == "in" and tree.lower[noun] in self._words.media
        return tree.heads[preposition] if is_in or tree.lower[preposition] == "during" else None

    def _issued(self, verb: int) -> int | None:
        """What was made known on a day, which speaks on that day: "report" of "in a report released on Monday"."""
        tree = self._tree
        is_issued = tree.deps[verb] == "acl" and tree.tags[verb] == "VBN" and tree.lower[verb] in self._words.issuing
        return tree.heads[verb] if is_issued else None

    def _fled(self, date: DatePlace, verb: int) -> int | None:
        """The verb of a relative clause that ends with a date: "fled" of "a man who fled last year was arrested"."""
        tree = self._tree
        subject = tree.child(verb, *SUBJECTS) if tree.is_verb(verb) and date.head < verb else None
        clause = None if subject is None else tree.child(subject, "relcl")
        if clause is None or not clause < date.first or max(tree.subtree(clause)) != date.first - 1:
            return None
        return next((token for token in range(date.first - 1, clause, -1) if tree.is_verb(token)), clause)

    def _said(self, date: DatePlace) -> int | None:
        """The verb that speaks right before a date, which is its own whatever the parse: "said Monday the port …"."""
        tree = self._tree
        before = date.first - 1
        while before > 0 and tree.lower[before] in ("on", "late", "early"):
            before -= 1
        speaks = before >= 0 and tree.tags[before] == "VBD" and self._steps.speaks(before)
        speaks = speaks and tree.deps[date.head] not in PRENOMINAL
        return before if speaks else None

    def _charged(self, date: DatePlace, noun: int) -> int | None:
        """The verb that a date belongs to, and not to a bare noun before it: "was charged with murder on Thursday"."""
        return self._steps.charging(noun) if noun < date.first else None

    def _is_background(self, steps: list[int], governor: int, date: DatePlace) -> bool:
        """Whether an event only tells who did what has the date: "the rebels, who killed ten, withdrew on Friday"."""
        tree = self._tree
        if len(steps) < 2 or tree.deps[steps[0]] not in ("acl", "relcl") or tree.tags[steps[0]] not in ("VBD", "VBN"):
            return False
        is_event = governor in self._events or tree.lower[governor] in self._words.happening | self._words.dying
        return not is_event and date.head > governor and any(tree.deps[step] in SUBJECTS for step in steps)

    def _is_heard_of(self, head: int, governor: int) -> bool:
        """Whether the verb that has the date is no laying of a charge: "a court threw out the charges on Friday",
        "allegations that they met in 2016"."""
        tree, words = self._tree, self._words
        if tree.lower[head] not in words.charges or not tree.tags[head].startswith("NN") or not tree.is_verb(governor):
            return False
        above = next((token for token in tree.climb(head)[1:] if tree.is_verb(token)), None)
        is_said = tree.heads[governor] == head and tree.deps[governor] in ("acl", "relcl", "ccomp")
        return (governor == above or is_said) and tree.lower[governor] not in words.charging

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
        return self._steps.climb(climb[: climb.index(clause)], DatePlace(first=clause, head=clause, last=clause))

    def _is_beside(self, trigger: range, head: int, date: DatePlace, preposition: int | None) -> bool:
        """Whether a trigger and a date touch, whatever the parse makes of them: "Monday denied", "arrived Monday"."""
        if self._is_right_before(trigger, date):
            return True
        tree = self._tree
        if not tree.is_verb(head) or tree.deps[date.head] in PRENOMINAL:
            return False
        first = date.first if preposition is None else min(date.first, preposition)
        finite = tree.tags[head] in ("VBD", "VBZ", "VBP")  # not "was arrested Monday accused of …"
        return trigger.stop == first or (finite and date.last + 1 == trigger.start)

    def _is_right_before(self, trigger: range, date: DatePlace) -> bool:
        """Whether a noun has its date before it: "the 2003 raid", in American style "the Sept. 11, 2001, attacks"."""
        tree = self._tree
        if date.first == 0 or tree.lower[date.first - 1] not in ("the", "a", "an", "that", "this"):
            return False
        if trigger.start == date.last + 2:
            return tree.lower[date.last + 1] == ","
        return trigger.start == date.last + 1 and tree.tags[trigger.start].startswith("NN")

    def _is_what_is_said(self, trigger: int, child: int) -> bool:
        """Whether a date below a speaking trigger is of what is spoken of: "denied a role in last month's raid"."""
        speaks = self._steps.speaks(trigger) or self._tree.lower[trigger] in self._words.charges
        if not speaks or self._tree.deps[child] in ("conj", "advcl", "agent"):
            return False
        if self._tree.lower[trigger] == "told" and self._tree.deps[child] == "dobj":
            return False  # "told the lunchtime news on Monday": whoever was told has no date
        if self._tree.deps[child] in ("prep", "nsubj") and (child < trigger or self._is_medium(child)):
            return False  # "at a hearing on Thursday she denied it", "a report last week accused him"
        if self._tree.child(child, "mark") is not None and self._tree.child(child, *SUBJECTS) is not None:
            return True  # "charges that troops were there on Monday"
        is_filed = self._tree.deps[child] in ("acl", "relcl") and self._tree.lower[child] in self._words.charging
        return not is_filed  # "charges filed on Monday" are Monday's

    def _is_medium(self, preposition: int) -> bool:
        """Whether what hangs on "in" was made known on a day: "accused her in a letter sent on Monday"."""
        tree = self._tree
        noun = tree.object_of(preposition)
        return tree.lower[preposition] == "in" and any(
            self._issued(child) is not None for child in tree.all(noun, "acl")
        )

    def _is_of_the_speech(self, governor: int, climb: list[int], speakers: frozenset[int]) -> bool:
        """Whether the date is that of a verb above the trigger by which one who speaks in the event speaks."""
        tree = self._tree
        way = climb[: climb.index(governor)] if governor in climb else []
        return (
            len(way) > 0
            and not any(tree.deps[step] in ("acl", "relcl") for step in way)  # "said they held a man suspected of it"
            and self._steps.speaks(governor)
            and any(self._is_speaker(token, governor) for token in speakers)
        )

    def speech(self, head: int, speakers: frozenset[int]) -> int | None:
        """The verb by which one of those says what a trigger is part of: "called" in "Lee called the claim false".

        None where the trigger speaks itself, or nobody of them speaks right above it.

        Args:
            head: Head of the trigger.
            speakers: Heads of the mention's arguments that speak.
        """
        tree = self._tree
        if self._steps.speaks(head):
            return None
        for step in tree.climb(head)[:4]:
            verb = tree.heads[step]
            if tree.deps[step] in ("acl", "relcl", "advcl", "conj") or verb == step:
                return None
            if self._steps.speaks(verb):
                actor = verb
                while tree.deps[actor] in ("conj", "advcl", "xcomp") and tree.child(actor, *SUBJECTS) is None:
                    actor = tree.heads[actor]
                return verb if any(self._is_speaker(token, actor) for token in speakers) else None
        return None

    def _is_speaker(self, token: int, verb: int) -> bool:
        """Whether one speaks by a verb: "Ann Lee said", "Ann Lee, who said"."""
        tree = self._tree
        if tree.heads[token] == verb:
            return tree.deps[token] in SUBJECTS
        subject = tree.child(verb, "nsubj")
        return (
            tree.deps[verb] == "relcl"
            and tree.heads[verb] == token
            and subject is not None
            and tree.lower[subject] in ("who", "which", "that")
        )
