"""Trigger files: read once, checked, and turned into what the engine looks words up in.

See data/common.toml for how such a file is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any

from eventx.errors import SchemaError, did_you_mean
from eventx.schema import EventType, Place, check_keys, read_toml, standard_types, types_from_toml
from eventx_rules.arguments.filler_tests import BUILT_IN, Test, counting, in_list, located, personal, temporal
from eventx_rules.lexicon.entries import Frame, Lexicon, Link, Told, Trigger
from eventx_rules.lexicon.filters import check_slot, parse_choices, parse_condition
from eventx_rules.lexicon.inflect import noun_forms, verb_forms

COMMON_FILE = "common.toml"
STANDARD_FILES = (COMMON_FILE, "visit.toml", "accusation.toml", "denial.toml", "attack.toml")
_KINDS = ("verb", "noun", "adjective")
_FILE_KEYS = (
    "type", "speech", "foreseen", "shared", "told", "recalled", "types", "words", "frames", "links", "triggers",
)  # fmt: skip
_TRIGGER_KEYS = (*_KINDS, "type", "rule", "frame", "require", "forbid", "confidence", "transitive", "part", "unshared")
# Tests made of the common word lists.
_MADE = ("count", "time", "location", "person")
_TOLD_KEYS = ("act", "roles")
_LINK_KEYS = ("verb", "trigger_is", "support", "roles")

# Lists whose words are places, and lists whose words are none although they may be names.
_PLACES = ("regions", "buildings", "cities", "nations", "sites")
_NO_PLACES = ("groups", "people", "times", "wrongs", "weapons", "nationality", "languages")


def standard_lexicon() -> Lexicon:
    """The lexicon of the four standard event types."""
    return read_lexicon(standard_files())


def standard_files() -> list[tuple[str, str]]:
    """The trigger files of the four standard event types, as name and text."""
    folder = resources.files("eventx_rules.data")
    return [(name, folder.joinpath(name).read_text(encoding="utf-8")) for name in STANDARD_FILES]


def read_lexicon(files: Iterable[tuple[str, str]], own: Iterable[tuple[str, str]] = ()) -> Lexicon:
    """Read trigger files, given as name and TOML text.

    Args:
        files: Files whose word lists all may name.
        own: Types files, whose word lists hold in the file itself and go before others of the name, so that no list
            that is added here one day can take the meaning of one there.

    Raises:
        SchemaError: If something in one is not as it should be; names file, line and key, and what is allowed.
    """
    tables = [_table(name, text) for name, text in files]
    own_tables = [_table(name, text) for name, text in own]
    types = {event_type.name: event_type for event_type in standard_types()}
    for _, place in (*tables, *own_tables):
        found = types_from_toml(place.text, source=place.source)
        types.update((event_type.name, event_type) for event_type in found)
    lists = _word_lists(tables)
    tests = _tests(lists)
    read = [_File(place, table, types, lists, tests) for table, place in tables]
    for table, place in own_tables:
        words = _word_lists([(table, place)])
        own_tests = {**tests, **{name: in_list(found) for name, found in words.items()}}
        read.append(_File(place, table, types, {**lists, **words}, own_tests))
    triggers: dict[str, list[Trigger]] = {}
    shared: dict[str, tuple[str, ...]] = {}
    told: dict[str, tuple[Told, ...]] = {}
    recalled: dict[str, Mapping[str, tuple[tuple[str, str], ...]]] = {}
    for file in read:
        file.add_to(triggers)
        shared.update(file.shared())
        told.update(file.told())
        recalled.update(file.recalled())
    used = {trigger.type for found in triggers.values() for trigger in found}
    return Lexicon(
        types={name: event_type for name, event_type in types.items() if name in used},
        triggers={form: tuple(found) for form, found in triggers.items()},
        lists=lists,
        tests=tests,
        shared=shared,
        told=told,
        recalled=recalled,
    )


def _tests(lists: Mapping[str, frozenset[str]]) -> dict[str, Test]:
    return {
        **{name: in_list(words) for name, words in lists.items()},
        **BUILT_IN,
        "count": counting(lists.get("quantities", frozenset())),
        "person": personal(lists.get("people", frozenset()) | lists.get("honorifics", frozenset())),
        "time": temporal(lists.get("times", frozenset())),
        "location": located(
            frozenset[str]().union(*(lists.get(name, ()) for name in _PLACES)),
            frozenset[str]().union(*(lists.get(name, ()) for name in _NO_PLACES)),
        ),
    }


def _table(name: str, text: str) -> tuple[dict[str, Any], Place]:
    table, place = read_toml(text, source=name)
    check_keys(table, _FILE_KEYS, place)
    for key, kind in (("words", dict), ("frames", dict), ("links", dict), ("triggers", list)):
        if not isinstance(table.get(key, kind()), kind):
            raise SchemaError(
                f"{place / key}: expected {'[[triggers]] tables' if kind is list else f'a [{key}] table'}"
            )
    return table, place


def _strings(value: Any, where: Place) -> list[str]:
    entries = [value] if isinstance(value, str) else value
    if not isinstance(entries, list) or not all(isinstance(entry, str) and entry.strip() for entry in entries):
        raise SchemaError(f"{where}: expected a word or a list of words")
    return entries


def _word_lists(tables: list[tuple[dict[str, Any], Place]]) -> dict[str, frozenset[str]]:
    lists: dict[str, frozenset[str]] = {}
    for table, place in tables:
        for key, words in table.get("words", {}).items():
            where = place / "words" / key
            if key in lists or key in BUILT_IN or key in _MADE:
                raise SchemaError(f"{where}: there is a list or test of that name already")
            found: set[str] = set()
            for word in _strings(words, where):
                lemma = word.lower()
                if lemma.startswith("to "):
                    found.update(verb_forms(lemma.removeprefix("to ")))
                else:
                    found.update(noun_forms(lemma))
            lists[key] = frozenset(found)
    return lists


class _File:
    """One trigger file on its way into the lexicon."""

    def __init__(
        self,
        place: Place,
        table: dict[str, Any],
        types: Mapping[str, EventType],
        lists: Mapping[str, frozenset[str]],
        tests: Mapping[str, Test],
    ) -> None:
        self.place, self.table, self.types, self.lists, self.tests = place, table, types, lists, tests
        self._links: dict[tuple[str, tuple[str, ...]], tuple[tuple[str, Link], ...]] = {}

    def add_to(self, triggers: dict[str, list[Trigger]]) -> None:
        for number, entry in enumerate(self.table.get("triggers", ())):
            where = self.place / "triggers" / number
            check_keys(entry, _TRIGGER_KEYS, where)
            kinds = [kind for kind in _KINDS if kind in entry]
            if len(kinds) != 1:
                raise SchemaError(f"{where}: expected exactly one of {', '.join(_KINDS)}")
            lemmas = _strings(entry[kinds[0]], where / kinds[0])
            for form, trigger in self._triggers(entry, kinds[0], lemmas, where):
                triggers.setdefault(form, []).append(trigger)

    def shared(self) -> Mapping[str, tuple[str, ...]]:
        """The roles that this file lets event words of one act lend each other, by the type that they belong to."""
        if "shared" not in self.table:
            return {}
        where = self.place / "shared"
        event_type = self._type({}, where)
        return {
            event_type.name: tuple(
                self._role(event_type, role, where) for role in _strings(self.table["shared"], where)
            )
        }

    def told(self) -> Mapping[str, tuple[Told, ...]]:
        """What this file lets events of other types say of those of its own."""
        if "told" not in self.table:
            return {}
        where = self.place / "told"
        event_type = self._type({}, where)
        ways = []
        for name, table in self.table["told"].items():
            check_keys(table, _TOLD_KEYS, where / name)
            other = self._type({"type": name}, where / name)
            roles = {
                self._role(other, theirs, where / name): self._role(event_type, own, where / name)
                for theirs, own in table.get("roles", {}).items()
            }
            ways.append(Told(type=other.name, act=self._role(other, table.get("act", ""), where / name), roles=roles))
        return {event_type.name: tuple(ways)}

    def recalled(self) -> Mapping[str, Mapping[str, tuple[tuple[str, str], ...]]]:
        """By which roles of which types an article makes known who has a role of this file's type."""
        if "recalled" not in self.table:
            return {}
        where = self.place / "recalled"
        event_type = self._type({}, where)
        found = {}
        for role, ways in self.table["recalled"].items():
            pairs = [way.partition(" ") for way in _strings(ways, where / role)]
            others = [(self._type({"type": name}, where / role), theirs) for name, _, theirs in pairs]
            found[self._role(event_type, role, where)] = tuple(
                (other.name, self._role(other, theirs, where / role)) for other, theirs in others
            )
        return {event_type.name: found}

    def _role(self, event_type: EventType, name: str, where: Place) -> str:
        roles = tuple(role.name for role in event_type.roles)
        if name not in roles:
            raise SchemaError(f"{where}: no role {name!r}; roles: {', '.join(roles)}." + did_you_mean(name, roles))
        return name

    def _triggers(
        self, entry: dict[str, Any], kind: str, lemmas: list[str], where: Place
    ) -> Iterable[tuple[str, Trigger]]:
        event_type = self._type(entry, where)
        roles = tuple(role.name for role in event_type.roles)
        frame, links = self._frame(entry.get("frame"), roles, where)
        confidence = entry.get("confidence", 0.8)
        if not isinstance(confidence, int | float) or not 0 <= confidence <= 1:
            raise SchemaError(f"{where / 'confidence'}: expected a number from 0 to 1, not {confidence!r}")
        conditions = {
            key: tuple(
                parse_condition(text, self.tests, self.lists, where / key)
                for text in _strings(entry.get(key, []), where / key)
            )
            for key in ("require", "forbid")
        }
        for lemma in lemmas:
            first, further = _split(lemma, kind)
            trigger = Trigger(
                type=event_type.name,
                rule=entry.get("rule") or lemmas[0].split("|")[0].replace(" ", "-"),
                kind=kind,
                words=further,
                frame=frame,
                links=links,
                require=conditions["require"],
                forbid=conditions["forbid"],
                confidence=float(confidence),
                transitive=bool(entry.get("transitive", False)),
                speech=bool(self.table.get("speech", False)),
                foreseen=bool(self.table.get("foreseen", False)),
                part=self._role(event_type, entry["part"], where / "part") if entry.get("part") else "",
                unshared=frozenset(
                    self._role(event_type, name, where / "unshared")
                    for name in _strings(entry.get("unshared", []), where / "unshared")
                ),
            )
            forms = {"verb": verb_forms, "noun": noun_forms}.get(kind, lambda word: (word,))(first)
            for form in forms:
                yield form, trigger

    def _type(self, entry: dict[str, Any], where: Place) -> EventType:
        own = self.table.get("types", {})
        name = entry.get("type", self.table.get("type", next(iter(own)) if len(own) == 1 else ""))
        if name not in self.types:
            raise SchemaError(
                f"{where}: "
                + (f"event type {name!r} is not known; " if name else 'no event type; write type = "NAME"; ')
                + f"known: {', '.join(self.types)}."
                + did_you_mean(str(name), self.types)
            )
        return self.types[name]

    def _frame(self, value: Any, roles: tuple[str, ...], where: Place) -> tuple[Frame, dict[str, tuple[Link, ...]]]:
        """A frame given by name, by names that add up, or on the spot; with the links that it names."""
        frame: Frame = {}
        links: dict[str, tuple[Link, ...]] = {}
        for part in value if isinstance(value, list) else [value]:
            table, place = part, where / "frame"
            if isinstance(part, str):
                known = self.table.get("frames", {})
                if part not in known:
                    raise SchemaError(
                        f"{place}: no frame {part!r} in this file; there is: {', '.join(known)}."
                        + did_you_mean(part, known)
                    )
                table, place = known[part], self.place / "frames" / part
            if not isinstance(table, dict):
                raise SchemaError(f"{place}: expected the name of a frame, or a table of slots and roles")
            for slot, choices in table.items():
                if slot == "links":
                    for name in _strings(choices, place / "links"):
                        if (name, roles) not in self._links:
                            self._links[name, roles] = tuple(self._link(name, roles, place / "links"))
                        for form, link in self._links[name, roles]:
                            links[form] = (*links.get(form, ()), link)
                else:
                    check_slot(slot, place / slot)
                    frame[slot] = parse_choices(choices, self.tests, roles, place / slot)
        return frame, links

    def _link(self, name: str, roles: tuple[str, ...], where: Place) -> Iterable[tuple[str, Link]]:
        known = self.table.get("links", {})
        if name not in known:
            raise SchemaError(
                f"{where}: no link {name!r} in this file; there is: {', '.join(known)}." + did_you_mean(name, known)
            )
        table, place = known[name], self.place / "links" / name
        check_keys(table, _LINK_KEYS, place)
        frame = {
            check_slot(slot, place / "roles" / slot): parse_choices(choices, self.tests, roles, place / "roles" / slot)
            for slot, choices in table.get("roles", {}).items()
        }
        for lemma in _strings(table.get("verb", []), place / "verb"):
            first, further = _split(lemma, "verb")
            link = Link(
                name=name,
                words=further,
                position=frozenset(_strings(table.get("trigger_is", "object"), place / "trigger_is")),
                support=bool(table.get("support", False)),
                frame=frame,
            )
            for form in verb_forms(first) if first != "*" else ("*",):
                yield form, link


def _split(lemma: str, kind: str) -> tuple[str, tuple[frozenset[str], ...]]:
    """The inflected word of a phrase, and the others: a verb phrase inflects its first word, others their last."""
    words = lemma.lower().split()
    if kind == "verb":
        return words[0], tuple(frozenset(word.split("|")) for word in words[1:])
    return words[-1], tuple(frozenset(word.split("|")) for word in words[:-1])
