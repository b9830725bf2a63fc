"""The small language of the trigger files: choices (``"place if place"``) and conditions (``"object is claims"``)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping

from attrs import evolve, frozen

from eventx.errors import SchemaError, did_you_mean
from eventx.schema import Place
from eventx_rules.arguments.filler_tests import Test
from eventx_rules.arguments.slots import Slots
from eventx_rules.tree import Tree


@frozen
class Choice:
    """What a filler of a slot becomes: roles, where its head passes the tests.

    Attributes:
        roles: The roles; none where it is to fill nothing.
        tests: Of which one must hold, or none of them where not ``wanted``.
        wanted: Whether the tests are for or against it.
        apart: Whether coordinated fillers are an argument each: the sides of a battle.
    """

    roles: tuple[str, ...]
    tests: tuple[Test, ...] = ()
    wanted: bool = True
    apart: bool = False

    def admits(self, tree: Tree, token: int) -> bool:
        """Whether a filler with this head may have the roles."""
        # "Denied by Ada Holm, his lawyer": what somebody is besides keeps him from a role, but gives him none.
        meant = (token,) if self.wanted else (token, *tree.all(token, "appos"))
        return not self.tests or any(test(tree, t) for t in meant for test in self.tests) is self.wanted


@frozen
class Condition:
    """Something that must hold (or must not) for a trigger word to have the sense in question.

    Attributes:
        slots: The slots whose fillers are tested.
        tests: Of which one must hold of a filler.
        where: ``slot``, ``inside`` (anywhere in a filler), ``sentence``, ``article``, ``under``, ``before`` or
            ``after``.
        words: For all but slots, the words looked for.
        text: As it is written in the trigger file.
        fewer: For ``article``, the words that it must use less often.
        demands: Sets of words of each of which the sentence must hold one for this to hold at all; for the screen.
    """

    slots: tuple[str, ...]
    tests: tuple[Test, ...] = ()
    where: str = "slot"
    words: frozenset[str] = frozenset()
    demands: tuple[frozenset[str], ...] = ()
    text: str = ""
    fewer: frozenset[str] = frozenset()

    def holds(self, tree: Tree, tokens: tuple[int, ...], slots: Slots) -> bool:
        """Whether it holds of a trigger (its head first) with these slots."""
        if self.where == "slot":
            return any(
                not self.tests or any(test(tree, filler) for test in self.tests)
                for slot in self.slots
                for filler in slots.get(slot, ())
            )
        if self.where == "inside":
            return not tree.vocabulary.isdisjoint(self.words) and any(
                tree.lower[token] in self.words
                for slot in self.slots
                for filler in slots.get(slot, ())
                for token in tree.subtree(filler)
            )
        if self.where == "sentence":
            return not tree.vocabulary.isdisjoint(self.words)
        if self.where == "article":
            return tree.article.count(self.words) > tree.article.count(self.fewer)
        if self.where == "under":
            head = tree.heads[tokens[0]]
            while tree.deps[head] == "prep" or tree.lower[head] in ("be", "is", "was", "were"):
                if tree.heads[head] == head or tree.lower[head] in self.words:
                    break
                head = tree.heads[head]
            return head != tokens[0] and tree.lower[head] in self.words
        neighbour = min(tokens) - 1 if self.where == "before" else max(tokens) + 1
        return 0 <= neighbour < len(tree) and tree.lower[neighbour] in self.words


def parse_choices(value: object, tests: Mapping[str, Test], roles: tuple[str, ...], where: Place) -> tuple[Choice, ...]:
    """Read ``"attacker"``, ``"target and killed if count"`` or a list of such, tried in order.

    Raises:
        SchemaError: If a role or a test is unknown.
    """
    entries = [value] if isinstance(value, str) else value
    if not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
        raise SchemaError(f'{where}: expected a role, like "attacker" or "place if place", or a list of such')
    out = []
    for entry in entries:
        found = re.fullmatch(
            r"(?P<roles>.+?)(?P<apart>\s+apart)?(?:\s+(?P<how>if|unless)\s+(?P<tests>.+))?", entry.strip()
        )
        assert found is not None, "the pattern matches every non-empty string"
        names = tuple(found["roles"].split(" and "))
        for name in names:
            if name not in roles and name != "nothing":
                raise SchemaError(f"{where}: no role {name!r}; roles: {', '.join(roles)}." + did_you_mean(name, roles))
        wanted = [_test(name, tests, where) for name in (found["tests"] or "").split(" or ") if name]
        out.append(
            Choice(
                tuple(name for name in names if name != "nothing"),
                tuple(wanted),
                found["how"] != "unless",
                bool(found["apart"]),
            )
        )
    return tuple(out)


def parse_condition(
    text: str, tests: Mapping[str, Test], lists: Mapping[str, frozenset[str]], where: Place
) -> tuple[Condition, ...]:
    """Read ``"of or for"``, ``"object is claims"``, ``"clause has crimes"``, ``"sentence has crimes | with"``.

    Returns:
        The alternatives, of which one must hold.

    Raises:
        SchemaError: If a test or list is unknown.
    """
    return tuple(evolve(_condition(part.strip(), tests, lists, where), text=part.strip()) for part in text.split("|"))


def _condition(text: str, tests: Mapping[str, Test], lists: Mapping[str, frozenset[str]], where: Place) -> Condition:
    subject, verb, rest = text.partition(" is ")
    if verb and subject not in ("before", "after"):
        names = tuple(name.strip() for name in rest.split(" or "))
        slots = tuple(check_slot(slot.strip(), where) for slot in subject.split(" or "))
        return Condition(
            slots, tuple(_test(name, tests, where) for name in names), demands=_demands(slots, names, lists)
        )
    compared = re.fullmatch(r"article has more (.+) than (.+)", text)
    if compared:
        more, fewer = (_lists(names, lists, where) for names in compared.groups())
        return Condition((), (), "article", more, fewer=fewer)
    for place, start in (
        ("sentence", "sentence has "),
        ("under", "under "),
        ("before", "before is "),
        ("after", "after is "),
    ):
        if text.startswith(start):
            words = _lists(text.removeprefix(start), lists, where)
            return Condition((), (), place, words, (words,))
    subject, verb, rest = text.partition(" has ")
    slots = tuple(check_slot(slot.strip(), where) for slot in subject.split(" or "))
    if verb:
        words = _lists(rest, lists, where)
        return Condition(slots, (), "inside", words, (words,))
    return Condition(slots, demands=_demands(slots, (), lists))


def _demands(
    slots: tuple[str, ...], names: tuple[str, ...], lists: Mapping[str, frozenset[str]]
) -> tuple[frozenset[str], ...]:
    out = []
    if names and all(name in lists for name in names):
        # The screen looks for single words.
        out.append(frozenset(word.rpartition(" ")[2] for name in names for word in lists[name]))
    if all(slot.split()[0] in _PREPOSITIONS for slot in slots):
        words = {slot.split()[0] for slot in slots}
        # "Next to" and "close to" fill "near".
        out.append(frozenset(words | {"next", "close", "adjacent"} if "near" in words else words))
    return tuple(out)


SLOTS = (
    "subject", "object", "recipient", "complement", "clause", "clause subject", "clause infinitive",
    "bearer", "whose", "reporter", "speaker", "who", "aside", "infinitive", "gerund", "purpose", "where", "possessive",
    "modifier", "count", "object by", "object from", "object on", "object between", "object possessive",
    "object modifier", "told of", "bearing", "itself",
)  # fmt: skip


def check_slot(name: str, where: Place) -> str:
    """Refuse what looks like a slot misspelt; any other word is taken for a preposition.

    Raises:
        SchemaError: With the slot that was probably meant.
    """
    if name not in SLOTS and name.split()[0] not in _PREPOSITIONS:
        meant = difflib.get_close_matches(name, (*SLOTS, *_PREPOSITIONS), n=1, cutoff=0.75)
        if meant:
            raise SchemaError(
                f"{where}: no slot {name!r}; slots: {', '.join(SLOTS)}, and prepositions. Did you mean {meant[0]!r}?"
            )
    return name


# Slots that are filled only where their word stands in the sentence.
_PREPOSITIONS = frozenset(
    (
        "aboard", "about", "above", "across",
        "after", "against", "along", "alongside", "among", "around", "as", "at", "before",
        "behind", "between", "by", "during", "for", "from", "in", "inside", "into", "near", "of", "off", "on", "onto",
        "out", "outside", "over", "through", "throughout", "to", "toward", "towards", "under", "up", "upon", "using",
        "with", "within", "without",
    )
)  # fmt: skip


def _lists(names: str, lists: Mapping[str, frozenset[str]], where: Place) -> frozenset[str]:
    out: set[str] = set()
    for name in names.split(" or "):
        if name.strip() not in lists:
            raise SchemaError(
                f"{where}: no word list {name.strip()!r}; lists: {', '.join(sorted(lists))}."
                + did_you_mean(name.strip(), lists)
            )
        out |= lists[name.strip()]
    return frozenset(out)


def _test(name: str, tests: Mapping[str, Test], where: Place) -> Test:
    if name not in tests:
        raise SchemaError(
            f"{where}: no word list or test {name!r}; known: {', '.join(sorted(tests))}." + did_you_mean(name, tests)
        )
    return tests[name]
