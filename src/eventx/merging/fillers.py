"""What an argument refers to, as far as two arguments can be compared by it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal, TypeAlias

from attrs import frozen

from eventx.merging.lexicon import english
from eventx.merging.numbers import Count, count_in
from eventx.merging.stems import stem
from eventx.model import Argument, Entity

# From agreement to contradiction; the order matters, the best over several fillers counts.
Verdict: TypeAlias = Literal["same", "near", "open", "differ", "clash"]

_WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*")
_TAIL = re.compile(
    r",|;|\s(?:in|on|at|from|near|outside|for|with|who|which|that|to|by|after|during|whose)\s|\s\(|\s[-–—]+\s"
)
_CONJUNCTION = re.compile(r"\s*(?:,|;|\band\b|\bor\b|&)\s*")
_SINGLE_OPENERS = frozenset(("a", "an", "the", "another", "his", "her", "their", "one", "this", "that"))
_AGED = re.compile(r"\b\d+-year-old\b")
# "A 31-year-old Norwegian": no name, in spite of its capital.
_SOME_NATIVE = re.compile(r"[Aa](?:n|nother)?\s+(?:[\w-]+\s+){0,2}[A-Z]\w+(?:an|ish|ese|i)$")
_OF = re.compile(r"\s+of\s+")


@frozen
class Filler:
    """What an argument says of its referent.

    Attributes:
        keys: Ids of the entities it refers to.
        heads: Stems of its head words: of a name the last word.
        words: Stems of its words that carry meaning.
        named: Whether it is a name, or its entity has one.
        vague: Whether it could be anybody ("they", "the victims").
        count: The number it states.
        many: Whether it is one or many; None where its form does not tell.
        countries: Codes of the countries it acts for, or lies in.
        metonym: Whether it may stand for its country as a whole ("Beijing", "a spokesman"), unlike a named person.
        landmark: Whether it is a name with an article ("the Promenade"), as landmarks have it and cities do not.
        place: Whether it fills a role that only places fill.
        wide: Whether it is a country, a state or a province, which holds other places.
        person: Whether it is named like a person, in two words or more.
        stranger: Whether it tells of who did it only what is told of anybody who is not named ("an armed driver",
            "a 31-year-old Norwegian"): it may be anybody of whom others say more.
        exact: Those of ``keys`` that name one person, town or building, not a country or all of an armed group; marked
            words of a name that has no entity.
    """

    keys: frozenset[str]
    heads: frozenset[str]
    words: frozenset[str]
    named: bool
    vague: bool
    count: Count | None
    many: bool | None
    countries: frozenset[str]
    metonym: bool
    landmark: bool
    place: bool = False
    wide: bool = False
    person: bool = False
    stranger: bool = False
    exact: frozenset[str] = frozenset()


@lru_cache(maxsize=65536)
def _read(text: str) -> tuple[frozenset[str], frozenset[str], bool, bool]:
    """Heads, words, named, vague of a phrase."""
    lexicon = english()
    words = _WORD.findall(text)
    content = frozenset(
        stem(word.lower()) for word in words if word.lower() not in lexicon.empty and not word[0].isdigit()
    )
    heads: set[str] = set()
    named, vague = False, True
    for part in _CONJUNCTION.split(_TAIL.split(text.strip(), maxsplit=1)[0] or text) or [text]:
        head = _head(part)
        if not head:
            continue
        low = head.lower()
        if low in lexicon.pronouns or low in lexicon.numbers or head[0].isdigit():
            continue
        heads.add(stem(low))
        vague = vague and low in lexicon.vague
        named = named or (head[0].isupper() and low not in lexicon.vague)
    return frozenset(heads), content, named, vague and not named


def _head(part: str) -> str:
    """The head word of a noun phrase without conjunctions: the last word before "of", or after it ("dozens of …")."""
    measure = english().measure
    pieces = _OF.split(part)
    words: list[str] = []
    for piece in pieces:
        words = [word for word in _WORD.findall(piece) if not word[0].isdigit()] or words
        if words and words[-1].lower() not in measure:
            break
    if not words:
        return ""
    head = words[-1]
    for ending in ("'s", "’s"):
        head = head.removesuffix(ending)
    return head


@lru_cache(maxsize=65536)
def _many(text: str) -> bool | None:
    """Whether a phrase is plural, by its first conjunct's head."""
    lexicon = english()
    parts = _CONJUNCTION.split(_TAIL.split(text.strip(), maxsplit=1)[0])
    if " and " in text and len(parts) > 1:
        return True
    count = count_in(text)
    if count is not None:
        return count.high > 1
    head = _head(parts[0]) if parts else ""
    low = head.lower()
    if low in lexicon.collectives or not low:
        return None
    if low in lexicon.plurals:
        return True
    if low in lexicon.singles:
        return False
    if head[0].isupper():
        return None
    if low.endswith("s") and not low.endswith(("ss", "us", "is", "'s")):
        return True
    return False if text.split()[0].lower() in _SINGLE_OPENERS else None


def filler(argument: Argument, entities: Mapping[str, Entity] | None = None) -> Filler:
    """Read an argument.

    Args:
        argument: The argument.
        entities: Entities by id, for the members of those named together.
    """
    heads, words, named, vague = _read(argument.text)
    if argument.name and argument.name != argument.text:
        name_heads, name_words, name_named, _ = _read(argument.name)
        heads, words = (heads | name_heads) if not vague else (name_heads or heads), words | name_words
        named, vague = named or name_named, vague and not name_named
    keys = frozenset((argument.entity_id,)) if argument.entity_id else frozenset()
    entity = entities.get(argument.entity_id) if entities and argument.entity_id else None
    countries, metonym, place = frozenset[str](), False, argument.role in english().place_roles
    if entity is not None:
        keys |= frozenset(entity.members)
        if entity.country:
            countries, metonym = frozenset((entity.country,)), not place and (entity.category is None or not named)
    wide = place and (argument.name or argument.text).lower() in english().wide
    name = (argument.name or argument.text).split()
    person = not wide and len(name) > 1 and all(word[0].isupper() for word in name) and "'s" not in argument.text
    landmark = named and argument.text.startswith("the ") and argument.text[4:].lower() not in english().the_places
    stranger = argument.role not in english().victim_roles and _is_stranger(argument, heads, named)
    count, many = count_in(argument.text), _many(argument.text)
    exact = frozenset(key for key in keys if entities and key in entities and _is_exact(entities[key]))
    if named and not keys and (argument.name or argument.text).lower() not in english().wide:
        exact = frozenset(f"~{head}" for head in heads)  # nobody looked for entities
    return Filler(
        keys,
        heads,
        words,
        named,
        vague,
        count,
        many,
        countries,
        metonym,
        landmark,
        place,
        wide,
        person,
        stranger,
        exact,
    )


def _is_stranger(argument: Argument, heads: frozenset[str], named: bool) -> bool:
    if not named:
        return bool(heads) and (heads <= english().strangers or _AGED.search(argument.text) is not None)
    # What looks like a name is none, unless the resolver found another one.
    return (argument.name or argument.text) in argument.text and _SOME_NATIVE.match(argument.text) is not None


def _is_exact(entity: Entity) -> bool:
    lexicon = english()
    return (
        entity.name[:1].isupper() and entity.category not in lexicon.bodies and entity.name.lower() not in lexicon.wide
    )


def union(fillers: Iterable[Filler]) -> Filler:
    """All fillers of one role as one."""
    given = list(fillers)
    if len(given) == 1:
        return given[0]
    return Filler(
        frozenset().union(*(one.keys for one in given)),
        frozenset().union(*(one.heads for one in given)),
        frozenset().union(*(one.words for one in given)),
        any(one.named for one in given),
        all(one.vague for one in given),
        next((one.count for one in given if one.count), None),
        next((True for one in given if one.many), next((one.many for one in given if one.many is False), None)),
        frozenset().union(*(one.countries for one in given)),
        any(one.metonym for one in given),
        all(one.landmark for one in given),
        all(one.place for one in given),
        any(one.wide for one in given),
        any(one.person for one in given),
        any(one.stranger for one in given),
        frozenset().union(*(one.exact for one in given)),
    )


def compare(a: Filler, b: Filler) -> Verdict:
    """How two fillers of one role stand to each other."""
    if a.keys & b.keys:
        return "same"
    if a.heads & b.heads and not (a.vague and b.vague):
        return "same"
    if a.place and b.place:
        return _compare_places(a, b)
    if a.words & b.words:
        return "near"
    if a.countries & b.countries and (a.metonym or b.metonym):
        return "near"
    if a.vague or b.vague or a.stranger or b.stranger or not a.heads or not b.heads:
        return "open"
    return "clash" if a.named and b.named else "differ"


def _compare_places(a: Filler, b: Filler) -> Verdict:
    """How two places stand to each other whose heads differ: one may lie in the other."""
    if abroad(a, b):
        return "clash"
    shared = a.words & b.words
    # Two towns do not become one by what goes before their names: "the northern city of".
    if shared and not (a.named and b.named and shared.isdisjoint(a.heads | b.heads)):
        return "near"
    if a.countries & b.countries and a.named != b.named:
        return "near"
    if a.vague or b.vague or not a.heads or not b.heads or a.named != b.named:
        return "open"
    if not a.named:
        return "differ"
    # A landmark may lie in the city, and the city in the country.
    return "clash" if a.landmark == b.landmark and a.wide == b.wide else "open"


def abroad(a: Filler, b: Filler) -> bool:
    """Whether two places lie in different countries."""
    return a.place and b.place and bool(a.countries) and bool(b.countries) and a.countries.isdisjoint(b.countries)
