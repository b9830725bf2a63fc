"""Filling the roles of a trigger from its own slots, from the verbs around it, and from the clause above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import define, field

from eventx.schema import EventType
from eventx_rules.filters import Choice, Test
from eventx_rules.lexicon import Frame, Link
from eventx_rules.phrases import named
from eventx_rules.slots import Slots, slots_of
from eventx_rules.tree import Tree
from eventx_rules.triggers import Match, after
from eventx_rules.understood import object_of, surface_subject

# Nouns that a chain of nouns passes through: "a series of attacks", "responsibility for the attack".
_THROUGH = frozenset(("of",))


@define
class Filling:
    """The heads that fill roles, in the order of finding, each with where it was found."""

    roles: dict[str, list[int]] = field(factory=dict)
    reasons: dict[tuple[str, int], str] = field(factory=dict)

    def add(self, role: str, token: int, reason: str) -> None:
        """Fill a role once more, unless this head fills it already."""
        if token not in self.roles.setdefault(role, []):
            self.roles[role].append(token)
            self.reasons[role, token] = reason


class Filler:
    """Fills roles.

    Args:
        types: The event types, for what may fill which role.
        tests: The tests of the lexicon, for what is a time.
        shared: The types whose words lend each other roles: a word for such an event is no filler of another.
    """

    def __init__(self, types: Mapping[str, EventType], tests: Mapping[str, Test], shared: Mapping[str, object]) -> None:
        self._shared = shared
        self._kinds = {(t.name, role.name): role.filler for t in types.values() for role in t.roles}
        self._is_time, self._is_clause = tests["time"], tests["clause"]
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
            banned.update(events)
            # "a series of raids killed two": the series did nothing that the raids did not.
            banned.update(tree.heads[tree.heads[e]] for e in events if _is_of(tree, e))
            # "the raid in Bonn, which killed two": Bonn killed nobody.
            for token in match.slots.get("subject", ()):
                preposition = tree.heads[token]
                if tree.deps[token] == "pobj" and tree.lower[preposition] != "by" and tree.heads[preposition] in events:
                    banned.add(token)
        self._apply(tree, match, match.trigger.frame, match.slots, filling, banned, "")
        for link, verb, tokens in self._links(tree, match):
            slots = _slots_together(tree, verb, tokens)
            if link.support:
                own = {name: choices for name, choices in match.trigger.frame.items() if name not in _OWN}
                self._apply(tree, match, own, slots, filling, banned | tokens, f"{link.name}:")
                self._own_pronoun(tree, match, link, slots, filling)
            self._apply(tree, match, link.frame, slots, filling, banned | tokens, f"{link.name}:", fill_empty_only=True)
        self._from_below(tree, match, filling, banned)
        self._from_within(tree, match, filling, banned)
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
                if source and self._taken(filling, token):
                    continue
                choice = self._choose(tree, choices, token, match.trigger.type)
                if token in banned and (token in match.tokens or not self._is_means(match, choice)):
                    continue
                for role in choice.roles if choice else ():
                    if role not in closed:
                        filling.add(role, named(tree, token), source + slot)
                        for further in tree.conjuncts(token) if choice and choice.apart else ():
                            filling.add(role, further, source + slot)

    def _is_means(self, match: Match, choice: Choice | None) -> bool:
        """Whether a choice makes a means of its filler, which may be an event word: "killed by gunfire"."""
        kinds = [self._kinds[match.trigger.type, role] for role in choice.roles] if choice else []
        return bool(kinds) and all(kind == "phrase" for kind in kinds)

    def _own_pronoun(self, tree: Tree, match: Match, link: Link, slots: Slots, filling: Filling) -> None:
        """Make room for the subject where the possessor is only a pronoun for it: "the emir began his visit"."""
        for choice in link.frame.get("subject", ()):
            for role in choice.roles:
                held = filling.roles.get(role, ())
                nouns = [t for t in slots.get("subject", ()) if tree.is_noun(t) and choice.admits(tree, t)]
                if held and nouns and all(tree.tags[t] == "PRP$" for t in held):
                    del filling.roles[role]

    def _taken(self, filling: Filling, token: int) -> bool:
        return any(token in heads for heads in filling.roles.values())

    def _choose(self, tree: Tree, choices: tuple[Choice, ...], token: int, type_name: str) -> Choice | None:
        for choice in choices:
            if choice.admits(tree, token) and all(self._may(tree, token, type_name, role) for role in choice.roles):
                return choice
        return None

    def _may(self, tree: Tree, token: int, type_name: str, role: str) -> bool:
        kind = self._kinds[type_name, role]
        if tree.tags[token] in _UNRESOLVED or tree.lower[token] in _NOBODY:
            return False
        if self._is_time(tree, token) or (kind == "place" and tree.tags[token] == "CD"):
            return False
        return kind in ("clause", "phrase") or not self._is_clause(tree, token)

    def _links(self, tree: Tree, match: Match) -> Iterator[tuple[Link, int, set[int]]]:
        if not match.trigger.links:
            return
        for verb, position in _around(tree, match):
            for link in (*match.trigger.links.get(tree.lower[verb], ()), *match.trigger.links.get("*", ())):
                if position in link.position:
                    tokens = after(tree, verb, link.words)
                    if tokens is not None:
                        yield link, verb, set(tokens)

    def _from_below(self, tree: Tree, match: Match, filling: Filling, banned: set[int]) -> None:
        """Prepositional phrases that the parser hung on another filler: "accused by Oslo of theft"."""
        frame = match.trigger.frame
        for slot in _LADEN:
            for token in match.slots.get(slot, ()):
                if token < match.head or tree.tags[token][:2] not in ("NN", "CD", "PR"):
                    continue
                near = slots_of(tree, token) if slot == "object" else {}
                slots = {name: near[name] for name in frame if name in near and name not in _OWN and name != "of"}
                for name, fillers in _phrases_below(tree, token):
                    if name in frame and name in _STRONG and name not in match.slots:
                        fit = [f for f in fillers if self._fits_below(tree, match, name, f)]
                        if fit:
                            slots[name] = fit
                self._apply(tree, match, frame, slots, filling, banned, "below:", fill_empty_only=True)

    def _fits_below(self, tree: Tree, match: Match, name: str, token: int) -> bool:
        if name == "by":
            return match.trigger.kind != "verb" or match.construction in ("passive", "participle")
        if name == "against" and tree.lower[tree.heads[tree.heads[token]]] in _DONE_AGAINST:
            return False
        if name == "of" and match.construction == "participle" and tree.deps[match.head] == "amod":
            return False
        if name == "of":
            # "accused the rebels of attacking" or "of theft", but not "killed the leader of the party".
            roles = [role for choice in match.trigger.frame["of"] for role in choice.roles]
            claims = any(self._kinds[match.trigger.type, role] == "clause" for role in roles)
            return claims and (
                self._is_clause(tree, token) or (tree.tags[token] in ("NN", "NNS") and match.trigger.kind == "verb")
            )
        return True

    def _from_within(self, tree: Tree, match: Match, filling: Filling, banned: set[int]) -> None:
        """A place inside another argument ("embassies in Kenya") or inside none ("in a crackdown in X")."""
        places = self._places(match)
        if not places or self._has_place(match, filling):
            return
        inside = [token for role, tokens in filling.roles.items() for token in tokens]
        inside += [token for slot in _WHERE for token in match.slots.get(slot, ()) if token not in banned]
        for token in dict.fromkeys(inside):
            for noun in (token, *tree.conjuncts(token)):
                for lower in (noun, *(n for name in _LOWER for n in self._slots(tree, noun).get(name, ()))):
                    slots = self._slots(tree, lower)
                    kept = {slot: slots[slot] for slot in places if slot in slots}
                    self._apply(tree, match, places, kept, filling, banned, "within:", fill_empty_only=True)
                    if self._has_place(match, filling):
                        return

    def _slots(self, tree: Tree, noun: int) -> Slots:
        return slots_of(tree, noun) if tree.is_noun(noun) or tree.tags[noun] in ("CD", "PRP") else {}

    def fill_from_above(self, tree: Tree, match: Match, filling: Filling) -> None:
        """Place of the clause that the trigger stands in: "in Kabul, gunmen opened fire, wounding two"."""
        places = self._places(match)
        if not places or self._has_place(match, filling):
            return
        for verb in _clauses_above(tree, match):
            slots = slots_of(tree, verb)
            kept = {slot: [t for t in slots.get(slot, ()) if t not in match.tokens] for slot in places}
            self._apply(tree, match, places, kept, filling, set(), "above:", fill_empty_only=True)
            if self._has_place(match, filling):
                return

    def fill_from_sentence(self, tree: Tree, match: Match, filling: Filling, events: frozenset[int]) -> None:
        """A named place of the sentence that nothing else claims: "in Oran, crowds mourned the dead of the blast"."""
        places = self._places(match)
        if match.trigger.type not in self._shared or not places or self._has_place(match, filling):
            return
        for preposition in _named_places(tree, match):
            token = tree.all(preposition, "pobj")[0]
            host = tree.heads[preposition]
            taken = self._taken(filling, token) or host in events
            opening = preposition < _OPENING and host > preposition and tree.is_verb(host)
            apart = any(test(tree, host) for test in self._with_own_place)
            if not taken and (opening or not apart):
                slots = {slot: [token] for slot in places if slot == tree.lower[preposition]}
                self._apply(tree, match, places, slots, filling, set(), "sentence:", fill_empty_only=True)
                if self._has_place(match, filling):
                    return

    def _places(self, match: Match) -> Frame:
        """The part of a frame that fills a place from a locative phrase."""
        return {
            slot: choices
            for slot, choices in match.trigger.frame.items()
            if slot in _LOCATIVE and any(self._is_place(match, role) for choice in choices for role in choice.roles)
        }

    def _is_place(self, match: Match, role: str) -> bool:
        return self._kinds[match.trigger.type, role] == "place"

    def _has_place(self, match: Match, filling: Filling) -> bool:
        return any(self._is_place(match, role) for role, tokens in filling.roles.items() if tokens)


_OWN = frozenset(
    (
        "subject",
        "object",
        "possessive",
        "modifier",
        "clause",
        "infinitive",
        "gerund",
        "complement",
        "recipient",
        "purpose",
        "clause subject",
        "reporter",
    )
)
_LOCATIVE = frozenset(
    ("in", "at", "near", "outside", "where", "inside", "on", "across", "around", "off", "along", "throughout", "over")
)
# Slots whose filler, where it is no place itself, may name one: "during the parade in Bonn".
_WHERE = ("in", "at", "during", "on", "from", "after", "near")
_LOWER = ("of", "on", "against", "between", "from")
# Prepositions that put a noun for an event under the verb that tells of it.
_OCCASION = frozenset(("in", "during", "by", "from", "with", "through", "of", "under"))


# Slots whose fillers may carry what belongs to the trigger, and prepositions that it claims wherever they hang.
_LADEN = ("object", "by", "of", "subject", "against", "on", "from", "with")
_DONE_AGAINST = frozenset(
    ("crime", "crimes", "genocide", "violence", "attack", "attacks", "offences", "offenses", "war")
)
_STRONG = frozenset(("of", "by", "for", "on", "against", "to", "into", "with", "over"))


def _phrases_below(tree: Tree, noun: int) -> Iterator[tuple[str, list[int]]]:
    """The prepositional phrases below a noun, as far as nouns and not clauses lead to them; the last ones first."""
    stack = [noun]
    found = []
    while stack:
        for c in tree.children[stack.pop()]:
            if tree.deps[c] in ("pobj", "conj", "appos") and tree.is_noun(c):
                stack.append(c)
            elif tree.deps[c] == "prep":
                stack.append(c)
                found.append(c)
    for preposition in sorted(found, reverse=True):
        yield tree.lower[preposition], tree.all(preposition, "pobj", "pcomp")


# Relative pronouns that stand for nothing found, and those who are not there or are who acts.
_UNRESOLVED = frozenset(("WDT",))
_NOBODY = frozenset(("nobody", "nothing", "himself", "herself", "itself", "themselves"))


def _is_of(tree: Tree, noun: int) -> bool:
    return tree.deps[noun] == "pobj" and tree.lower[tree.heads[noun]] == "of"


def _slots_together(tree: Tree, verb: int, tokens: set[int]) -> Slots:
    """The slots of a verb and of the further words of its phrase: "held talks with X"."""
    slots = slots_of(tree, verb)
    for token in tokens - {verb}:
        more = {name: found for name, found in slots_of(tree, token).items() if name not in slots and name not in _OWN}
        slots = {**slots, **more}
    return slots


def support_verbs(tree: Tree, match: Match) -> Iterator[int]:
    """Verbs that do no more than say that a noun's event happens: "staged an attack", "an attack that killed"."""
    for verb, position in _around(tree, match):
        if position == "subject" or any(
            link.support and position in link.position and after(tree, verb, link.words) is not None
            for link in match.trigger.links.get(tree.lower[verb], ())
        ):
            yield verb


def _clauses_above(tree: Tree, match: Match) -> Iterator[int]:
    """The verbs above a trigger as far as they tell of the same occasion."""
    token = match.head
    for _ in range(6):
        label, head = tree.deps[token], tree.heads[token]
        if head == token or label in ("ccomp", "relcl", "acl", "appos", "csubj"):
            return
        if label == "advcl" and any(tree.lower[c] in _OTHER_TIME for c in tree.children[token]):
            return
        if label == "pobj" and tree.lower[head] not in _OCCASION:
            return
        if label == "pcomp":
            return
        token = head
        if tree.is_verb(token):
            yield token


# A place named within the first words is that of the whole sentence.
_OPENING = 3


def _named_places(tree: Tree, match: Match) -> Iterator[int]:
    """The prepositions before names, first those that open the sentence, then those in the trigger's own clause."""
    clause = match.head
    while tree.heads[clause] != clause and tree.deps[clause] not in _CLAUSES:
        clause = tree.heads[clause]
    own = set()
    stack = [clause]
    while stack:
        for c in tree.children[stack.pop()]:
            if tree.deps[c] not in _CLAUSES:
                own.add(c)
                stack.append(c)
    found = [
        i
        for i, label in enumerate(tree.deps)
        if label == "prep" and tree.lower[i] in ("in", "at", "near", "outside", "across") and (i < _OPENING or i in own)
    ]
    found = [i for i in found if any(tree.tags[c] in ("NNP", "NNPS") for c in tree.all(i, "pobj"))]
    return iter(sorted(found, key=lambda i: (i >= _OPENING, abs(i - match.head))))


_CLAUSES = frozenset(("relcl", "ccomp", "advcl", "appos", "parataxis", "csubj"))
_OTHER_TIME = frozenset(("before", "if", "although", "though", "because", "since", "until", "unless", "to", "whereas"))


def _around(tree: Tree, match: Match) -> Iterator[tuple[int, str]]:
    """The verbs around a trigger, each with the trigger's slot under it."""
    word = match.head
    if match.trigger.kind == "verb":
        for c in tree.children[word]:
            if tree.deps[c] in ("advcl", "conj") and tree.is_verb(c):
                yield c, "main"
        if tree.deps[word] == "advcl":
            yield tree.heads[word], "beside"
        return
    if match.trigger.kind == "adjective":
        yield from _around_predicate(tree, word)
        return
    seen = 0
    while seen < 4:
        seen += 1
        first = tree.first_conjunct(word)
        for noun in dict.fromkeys((word, first)):
            for c in tree.children[noun]:
                if tree.deps[c] in ("acl", "relcl") and tree.is_verb(c):
                    yield from ((c, slot) for slot in _slot_under(tree, noun, c))
        word = first
        label, head = tree.deps[word], tree.heads[word]
        if label in ("nsubj", "nsubjpass", "dobj", "attr", "oprd"):
            yield from ((head, slot) for slot in _slot_under(tree, word, head))
            if label == "nsubj" or label == "nsubjpass":
                for c in tree.children[head]:
                    if tree.deps[c] in ("advcl", "conj") and tree.is_verb(c):
                        yield from ((c, slot) for slot in _slot_under(tree, word, c))
            return
        if label == "pobj":
            above = tree.heads[head]
            if tree.is_verb(above):
                yield above, tree.lower[head]
                return
            if tree.is_noun(above) and (tree.lower[head] in _THROUGH or tree.lower[above] == "toll"):
                word = above
                continue
            for noun in _upwards(tree, above):
                yield noun, tree.lower[head]
            upper = tree.heads[above]
            if tree.is_verb(upper) and tree.deps[above] in ("dobj", "acomp", "oprd", "attr", "nsubjpass", "prep"):
                yield upper, tree.lower[head]
            return
        if label == "compound" and tree.is_noun(head):
            word = head
            continue
        return


def _upwards(tree: Tree, noun: int) -> Iterator[int]:
    """A noun and those that it is coordinated with or hangs on with "of": "the trial of X and Y on charges"."""
    for _ in range(4):
        yield noun
        noun = tree.first_conjunct(noun)
        if not _is_of(tree, noun):
            return
        noun = tree.heads[tree.heads[noun]]


def _slot_under(tree: Tree, noun: int, verb: int) -> Iterator[str]:
    if noun in object_of(tree, verb):
        yield "object"
    elif noun in surface_subject(tree, verb):
        yield "subject"
    elif tree.deps[noun] in ("attr", "oprd"):
        yield "complement"


def _around_predicate(tree: Tree, word: int) -> Iterator[tuple[int, str]]:
    head, label = tree.heads[word], tree.deps[word]
    if label == "oprd" and tree.is_verb(head):
        yield head, "complement"
    elif label == "ccomp" and tree.is_verb(head):
        yield head, "clause"
    elif label == "amod" and tree.lower[head] == "as":
        yield tree.heads[head], "as"
    elif label in ("acomp", "attr") and tree.is_verb(head):
        if tree.deps[head] in ("ccomp", "pcomp"):
            yield tree.heads[head], "clause"
        else:
            # "the report was false, he said": the reporting verb stands beside or below.
            for c in tree.children[head]:
                if tree.deps[c] in ("parataxis", "ccomp"):
                    yield c, "clause"
    elif label == "amod" and tree.is_noun(head):
        yield tree.heads[head], "object"
