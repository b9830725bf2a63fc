"""Filling the roles of a trigger from its own slots, from the verbs around it, and from the clause above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from eventx_rules.arguments import places
from eventx_rules.arguments.barred import barred
from eventx_rules.arguments.choosing import Chooser
from eventx_rules.arguments.filling import Filling
from eventx_rules.arguments.misplaced import misplaced
from eventx_rules.arguments.naming import named, who_speaks
from eventx_rules.arguments.nobody import SELVES
from eventx_rules.arguments.slots import OWN, Slots, slots_of
from eventx_rules.arguments.uttered import utterer
from eventx_rules.around import linked
from eventx_rules.lexicon.entries import Frame, Lexicon, Link, Trigger
from eventx_rules.lexicon.filters import Choice
from eventx_rules.tree import Tree
from eventx_rules.triggers import Match


class Filler:
    """Fills roles.

    Args:
        lexicon: What says which role holds what, and which words are people, places or courts.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        tests = lexicon.tests
        # Words for an event of these types are no fillers of another.
        self._shared = lexicon.shared
        self._chooser = Chooser(lexicon.types.values(), tests)
        self._is_location = tests["location"]
        self._announcing = [tests[name] for name in ("claims",) if name in tests]
        self._peoples = [tests[name] for name in ("nationality", "groups", "forces") if name in tests]
        self._courts = [tests[name] for name in ("held_in",) if name in tests]
        self._elsewhere_done = [tests[name] for name in ("custody",) if name in tests]
        # By the trigger's identity, the trigger beside it so that nothing else can come to have that.
        self._locative: dict[int, tuple[Trigger, Frame]] = {}
        self._with_own_place = [tests[name] for name in ("people", "groups", "elsewhere") if name in tests]

    def fill(self, tree: Tree, match: Match, matches: Sequence[Match] = ()) -> Filling:
        """The roles that a match fills by itself.

        Args:
            tree: The sentence.
            match: The match.
            matches: All matches of the sentence: a word for an event is no filler of an event of the same type.
        """
        filling = Filling()
        banned = set(match.tokens)
        if match.trigger.type in self._shared:
            events = [other.head for other in matches if other.trigger.type == match.trigger.type]
            banned.update(barred(tree, match, events, self._is_location))
        self._apply(tree, match, match.trigger.frame, match.slots, filling, banned, "")
        self._count_one(tree, match, matches, filling)
        for link, verb, tokens in linked(tree, match):
            slots = _slots_together(tree, verb, tokens)
            if link.support:
                own = {name: choices for name, choices in match.trigger.frame.items() if name not in OWN}
                self._apply(tree, match, own, slots, filling, banned | tokens, f"{link.name}:")
            self._own_pronoun(tree, match, link, slots, filling)
            self._apply(tree, match, link.frame, slots, filling, banned | tokens, f"{link.name}:", fill_empty_only=True)
        self._from_below(tree, match, filling, banned)
        self._place_rather(tree, match, filling)
        inside = [token for tokens in filling.roles.values() for token in tokens]
        self._fill_place(tree, match, filling, banned, places.within(tree, match, inside, banned), "within:")
        return filling

    def _apply(
        self,
        tree: Tree,
        match: Match,
        frame: Frame,
        slots: Slots,
        filling: Filling,
        banned: set[int],
        source: str,
        *,
        fill_empty_only: bool = False,
    ) -> None:
        closed = set(filling.roles) if fill_empty_only else set()
        for slot, choices in frame.items():
            for token in slots.get(slot, ()):
                if tree.lower[token] in SELVES:
                    # "killed himself and two guards"
                    token = next(iter(tree.conjuncts(token)), token)
                if match.trigger.speech and slot == "subject":
                    token = who_speaks(tree, token) if source else utterer(tree, token)
                if source and self._taken(filling, token):
                    continue
                choice = self._chooser.choose(tree, match, choices, token)
                is_barred = token in banned and (token in match.tokens or not self._chooser.is_means(match, choice))
                if choice is None or (is_barred and slot != "itself"):
                    continue
                for role in choice.roles:
                    # "visited the naval base in Hawaii": the goal is named once.
                    named_once = self._chooser.is_place(match, role) and _elsewhere(filling, role, source + slot)
                    if role not in closed and not named_once:
                        self._give(tree, match, slot, choice, token, role, filling, source)
                        if slot in ("subject", "modifier") and self._chooser.is_means(match, choice):
                            self._add_owner(tree, match, choices, token, filling, source)

    def _give(
        self,
        tree: Tree,
        match: Match,
        slot: str,
        choice: Choice,
        token: int,
        role: str,
        filling: Filling,
        source: str,
    ) -> None:
        """Fill a role that was chosen with what a filler stands for."""
        kind = self._chooser.kind(match, role)
        speaks = slot == "subject" and (match.trigger.speech or kind == "entity")
        name = named(tree, utterer(tree, token) if speaks else token)
        if kind == "clause" and (tree.tags[name] == "NNP" or tree.deps[token] == "appos"):
            # "the alleged forger, Ines Cale,": she is no allegation; nor is the raid in "accused X of the raid, a
            # charge X denied" what X denies.
            name = token
        if kind == "clause" and any(test(tree, name) for test in self._announcing):
            name = _announced(tree, name)
        if name != token and kind == "number":
            # "another guard, Ali Sen,": one who is named is not counted.
            return
        filling.add(role, name, source + slot)
        if choice.apart or (slot == "modifier" and kind == "clause"):
            # "murder and disorder charges": both
            for further in tree.conjuncts(token):
                filling.add(role, further, source + slot)

    def _add_owner(
        self, tree: Tree, match: Match, choices: tuple[Choice, ...], means: int, filling: Filling, source: str
    ) -> None:
        """Whose weapon it was: "killed by the guards' gunfire", "by Danish shells"."""
        for c in tree.children[means]:
            owner = tree.deps[c] == "poss" and tree.is_noun(c)
            if owner or (tree.deps[c] in ("amod", "compound", "nmod") and any(test(tree, c) for test in self._peoples)):
                choice = self._chooser.choose(tree, match, choices, c)
                for role in choice.roles if choice and not self._chooser.is_means(match, choice) else ():
                    if role not in filling.roles:
                        filling.add(role, c, f"{source}subject's")
        # "A bomb planted by rebels killed two."
        for planter in (p for c in tree.all(means, "acl") for by in tree.all(c, "agent") for p in tree.all(by, "pobj")):
            choice = self._chooser.choose(tree, match, choices, planter)
            for role in choice.roles if choice and not self._chooser.is_means(match, choice) else ():
                if role not in filling.roles:
                    filling.add(role, planter, f"{source}subject by")

    def _count_one(self, tree: Tree, match: Match, matches: Sequence[Match], filling: Filling) -> None:
        """One of whom a sentence goes on counting: "a monk was killed and six others were wounded"."""
        part = match.trigger.part
        if not part or part in filling.roles or all(other.trigger.part in ("", part) for other in matches):
            return
        for token in match.slots.get("object", ()):
            if any(tree.lower[c] in ("a", "an") for c in tree.children[token]):
                filling.add(part, token, "object")

    def _place_rather(self, tree: Tree, match: Match, filling: Filling) -> None:
        """Take what a locative phrase adds to a filled role for the place: "the murder of two nurses at a school"."""
        frame = match.trigger.frame.get("in", ())
        place = next((r for choice in frame for r in choice.roles if self._chooser.is_place(match, r)), "")
        if not place or filling.roles.get(place):
            return
        for role, tokens in filling.roles.items():
            where = [t for t in tokens if filling.reasons[role, t] in ("at", "near", "outside", "on", "inside")]
            if where and len(where) < len(tokens) and self._chooser.choose(tree, match, frame, where[0]):
                filling.roles[role] = [t for t in tokens if t not in where]
                for token in where:
                    filling.add(place, token, filling.reasons[role, token])
                return

    def _own_pronoun(self, tree: Tree, match: Match, link: Link, slots: Slots, filling: Filling) -> None:
        """Make room for a verb's subject where only a pronoun or a kind for it is there: "the emir began his visit"."""
        for choice in link.frame.get("subject", ()):
            for role in choice.roles:
                held = filling.roles.get(role, ())
                nouns = [t for t in slots.get("subject", ()) if tree.is_noun(t) and choice.admits(tree, t)]
                if held and nouns and all(_stands_for_subject(tree, t, filling.reasons[role, t], link) for t in held):
                    del filling.roles[role]

    def _taken(self, filling: Filling, token: int) -> bool:
        return any(token in heads for heads in filling.roles.values())

    def _from_below(self, tree: Tree, match: Match, filling: Filling, banned: set[int]) -> None:
        """Prepositional phrases that the parser hung on another filler: "accused by Oslo of theft"."""
        frame = match.trigger.frame
        roles = [role for choice in frame.get("of", ()) for role in choice.roles]
        claims = any(self._chooser.kind(match, role) == "clause" for role in roles)
        for slots in misplaced(tree, match, claims=claims):
            self._apply(tree, match, frame, slots, filling, banned, "below:", fill_empty_only=True)

    def fill_from_above(self, tree: Tree, match: Match, filling: Filling) -> None:
        """The place of the clause that the trigger stands in."""
        above = places.above(tree, match, self._elsewhere_done)
        for source, found in (("above:", above), ("meanwhile:", places.meanwhile(tree, match))):
            known = ({slot: self._located(tree, tokens) for slot, tokens in slots.items()} for slots in found)
            self._fill_place(tree, match, filling, set(), known, source)

    def _located(self, tree: Tree, tokens: list[int]) -> list[int]:
        """Of phrases that belong to another word, those that are certainly where something is."""
        return [token for token in tokens if self._is_location(tree, token) and not self._is_court(tree, token)]

    def _is_court(self, tree: Tree, token: int) -> bool:
        return any(test(tree, token) for test in self._courts)

    def fill_from_sentence(self, tree: Tree, match: Match, filling: Filling, events: frozenset[int]) -> None:
        """The place that a sentence names, where all of it is about one act and the place is no other word's."""
        if match.trigger.type in self._shared:
            kept = (
                slots
                for slots in places.elsewhere(tree, match, self._with_own_place)
                if not any(
                    self._taken(filling, t)
                    or self._is_court(tree, t)
                    or tree.heads[tree.heads[t]] in events
                    or self._in_custody(tree, t)
                    for tokens in slots.values()
                    for t in tokens
                )
            )
            self._fill_place(tree, match, filling, set(), kept, "sentence:")

    def _in_custody(self, tree: Tree, token: int) -> bool:
        """Whether the verb above tells of an arrest or a trial."""
        verb = next((above for above in tree.ancestors(token) if tree.is_verb(above)), token)
        return any(test(tree, verb) for test in self._elsewhere_done)

    def _fill_place(
        self, tree: Tree, match: Match, filling: Filling, banned: set[int], found: Iterator[Slots], source: str
    ) -> None:
        """Take a missing place from the first slots that have one."""
        frame = self._places(match)
        if not frame:
            return
        while not self._has_place(match, filling):
            slots = next(found, None)
            if slots is None:
                return
            self._apply(tree, match, frame, slots, filling, banned, source, fill_empty_only=True)

    def _places(self, match: Match) -> Frame:
        """The part of a frame that fills a place from a locative phrase."""
        trigger = match.trigger
        if id(trigger) not in self._locative:
            frame = {
                slot: tuple(c if self._chooser.gives_place(match, c) else evolve(c, roles=()) for c in choices)
                for slot, choices in trigger.frame.items()
                if slot in places.LOCATIVE and any(self._chooser.gives_place(match, choice) for choice in choices)
            }
            self._locative[id(trigger)] = trigger, frame
        return self._locative[id(trigger)][1]

    def _has_place(self, match: Match, filling: Filling) -> bool:
        return any(self._chooser.is_place(match, role) for role, tokens in filling.roles.items() if tokens)


def _announced(tree: Tree, noun: int) -> int:
    """The clause that a noun only announces: "denied reports that the deal was close" denies the deal was close."""
    clauses = [c for c in slots_of(tree, noun).get("clause", ()) if tree.is_verb(c) and tree.has_subject(c)]
    return clauses[0] if clauses else noun


def _elsewhere(filling: Filling, role: str, reason: str) -> bool:
    """Whether a role is filled already, and from another slot."""
    return any(filling.reasons[role, token] != reason for token in filling.roles.get(role, ()))


def _stands_for_subject(tree: Tree, token: int, reason: str, link: Link) -> bool:
    if reason == "clause subject":
        # "the clerk faces charges that he stole": he is the clerk.
        return tree.lower[token] in ("he", "she", "they")
    if reason == "modifier":
        # "the sect stepped up militant attacks": the kind of attacker, where the sentence names him.
        return tree.words[token].islower()
    return link.support and tree.tags[token] == "PRP$"


def _slots_together(tree: Tree, verb: int, tokens: set[int]) -> Slots:
    """The slots of a verb and of the further words of its phrase: "held talks with X"."""
    slots = slots_of(tree, verb)
    for token in tokens - {verb}:
        more = {name: found for name, found in slots_of(tree, token).items() if name not in slots and name not in OWN}
        slots = {**slots, **more}
    return slots
