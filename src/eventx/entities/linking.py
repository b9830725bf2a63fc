"""Entities of all articles grouped into the run's: by name, role and country, in any order of input."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from eventx.entities.lexicon import spellings, words
from eventx.model import Entity

_PUNCTUATION = re.compile(r"[^\w\s]|_")
_PREFIX = re.compile(r"\b(?:al|el|ul|as|ad)[-\s](?=\w)")
_ARTICLE = re.compile(r"(?:al|el|ul|an|as|ad|d|l)[-'’][^\W\d_]", re.IGNORECASE)
_LINKS = words("personal_links") | words("title_links") | {"in"}
_NOT_OF_PERSONS = words("organisations") | words("landmarks") | {"of", "for", "and"}
# So many times as many articles name the better known of two persons of one name.
BETTER_KNOWN = 4
# Bodies that a country has one of, so that "Israeli army" is the same in every article.
_INSTITUTIONAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})


def run_id(members: Iterable[str]) -> str:
    """The run-wide id of a group: from the least of its article-wide ids.

    >>> run_id(["b:n1", "a:n3"]) == run_id(["a:n3"])
    True
    """
    return "n" + hashlib.sha256(min(members).encode("utf-8", "surrogatepass")).hexdigest()[:10]


def normal(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: folded case, no punctuation, one spelling.

    >>> normal("Mohammed al-Bashir")
    ('muhammad', 'bashir')
    """
    folded = _PREFIX.sub("", name.replace("’", "'").replace("'s ", " ").casefold())
    return tuple(spellings().get(word, word) for word in _PUNCTUATION.sub(" ", folded).split()) or (name,)


def is_description(name: str, is_known: Callable[[str], bool]) -> bool:
    """Whether a name is a description ("four policemen", "officials from Dorvik"), and so belongs to its article alone.

    >>> is_description("Bank of Dorvik", lambda name: False), is_description("two Norwegians", lambda name: False)
    (False, True)
    """
    parts = name.split()
    if is_known(name):
        return False
    if not parts or parts[0][0].isdigit() or parts[0].lower() in words("plural_quantities"):
        return True
    return any(part[0].islower() and part not in _LINKS and not _ARTICLE.match(part) for part in parts)


def link_entities(
    entities: Iterable[Entity], is_known: Callable[[str], bool]
) -> tuple[dict[str, str], tuple[Entity, ...]]:
    """Group the entities of all articles; the order they come in does not matter.

    Args:
        entities: With article-wide ids. One that comes twice counts once.
        is_known: Whether a name stands in the gazetteer.

    Returns:
        The run-wide id for each article-wide one, and the run's entities sorted by id.
    """
    by_id = {entity.entity_id: entity for entity in entities}
    named: dict[tuple[str, ...], list[Entity]] = defaultdict(list)
    groups: list[list[Entity]] = []
    coordinations: list[Entity] = []
    institutions: dict[tuple[object, ...], list[Entity]] = defaultdict(list)
    for entity_id in sorted(by_id):
        entity = by_id[entity_id]
        if entity.members:
            coordinations.append(entity)
        elif not is_description(entity.name, is_known):
            named[normal(entity.name)].append(entity)
        elif entity.country is not None and entity.category in _INSTITUTIONAL:
            institutions[(normal(entity.name), entity.country)].append(entity)
        else:
            groups.append([entity])
    groups.extend(_named_groups(named, is_known))
    groups.extend(institutions.values())
    ids: dict[str, str] = {}
    for group in groups:
        new = run_id(entity.entity_id for entity in group)
        ids.update((entity.entity_id, new) for entity in group)
    together: dict[tuple[str, ...], list[Entity]] = defaultdict(list)
    for entity in coordinations:
        # The same members make the same group, wherever they are named together.
        together[tuple(sorted({ids.get(member, member) for member in entity.members}))].append(entity)
    for group in together.values():
        groups.append(group)
        new = run_id(entity.entity_id for entity in group)
        ids.update((entity.entity_id, new) for entity in group)
    run = sorted((_merged(group, ids) for group in groups), key=lambda entity: entity.entity_id)
    return ids, tuple(run)


def _named_groups(
    named: Mapping[tuple[str, ...], list[Entity]], is_known: Callable[[str], bool]
) -> Iterable[list[Entity]]:
    """Groups of entities with names: first those with full names, then short forms that can mean only one of them."""
    full: dict[tuple[str, ...], list[Entity]] = defaultdict(list)
    short: dict[tuple[str], list[Entity]] = {}
    for name, members in named.items():
        if len(name) == 1 and not is_known(members[0].name):
            short[(name[0],)] = members
        else:
            # Middle names and initials come and go: a person is known by the first and the last name.
            full[_person_key(name) if _may_be_person(members, is_known) else name].extend(members)
    groups = [group for members in full.values() for group in _by_country(members)]
    ending: dict[str, list[list[Entity]]] = defaultdict(list)
    for group in groups:
        if _may_be_person(group, is_known):
            longest = normal(max((entity.name for entity in group), key=lambda name: (len(name), name)))
            for word in {longest[0], longest[-1]}:
                ending[word].append(group)
    added: list[tuple[list[Entity], list[Entity]]] = []
    for (word,), members in short.items():
        for part in _by_country(members):
            wanted = [group for group in ending.get(word, ()) if _compatible(part, group)]
            last = [group for group in wanted if normal(group[0].name)[-1] == word]
            wanted = last or wanted
            meant = _meant(wanted)
            if meant is not None:
                added.append((meant, part))
            else:
                groups.append(part)
    for group, part in added:
        group.extend(part)
    return groups


def _meant(groups: Sequence[list[Entity]]) -> list[Entity] | None:
    """Whom a short form means: the only one of that name, or one so much better known that news needs say no more."""
    if len(groups) < 2:
        return groups[0] if groups else None
    ranked = sorted(groups, key=len, reverse=True)
    return ranked[0] if len(ranked[0]) >= BETTER_KNOWN * len(ranked[1]) else None


def _person_key(name: tuple[str, ...]) -> tuple[str, ...]:
    return (name[0], name[-1]) if len(name) > 2 else name


def _may_be_person(members: Sequence[Entity], is_known: Callable[[str], bool]) -> bool:
    name = members[0].name
    parts = name.lower().split()
    return 2 <= len(parts) <= 5 and not is_known(name) and not any(part in _NOT_OF_PERSONS for part in parts)


def _by_country(members: Sequence[Entity]) -> list[list[Entity]]:
    """Members of one name, apart where both country and category say they are different.

    Those of which nothing is known go with the most frequent.
    """
    counts = Counter(entity.country for entity in members if entity.country is not None)
    if len(counts) < 2:
        return [list(members)]
    categories = {
        country: {entity.category for entity in members if entity.country == country and entity.category}
        for country in counts
    }
    order = sorted(counts, key=lambda country: (-counts[country], country))
    home: dict[str, str] = {}
    heads: list[str] = []
    for country in order:
        same = next(
            (
                head
                for head in heads
                if not categories[head] or not categories[country] or categories[head] & categories[country]
            ),
            None,
        )
        home[country] = same or country
        if same is None:
            heads.append(country)
    parts: dict[str, list[Entity]] = {head: [] for head in heads}
    for entity in members:
        parts[home[entity.country] if entity.country is not None else heads[0]].append(entity)
    return list(parts.values())


def _compatible(one: Sequence[Entity], other: Sequence[Entity]) -> bool:
    mine = {entity.country for entity in one if entity.country}
    theirs = {entity.country for entity in other if entity.country}
    return not mine or not theirs or bool(mine & theirs)


def _merged(group: Sequence[Entity], ids: Mapping[str, str]) -> Entity:
    names = Counter(entity.name for entity in group)
    name = max(names, key=lambda name: (len(name.split()), names[name], len(name), name))
    aliases = {alias for entity in group for alias in (entity.name, *entity.aliases)} - {name}
    members = {ids.get(member, member) for entity in group for member in entity.members}
    return Entity(
        entity_id=ids[group[0].entity_id],
        name=name,
        aliases=tuple(sorted(aliases)),
        category=_most_frequent(entity.category for entity in group),
        country=_most_frequent(entity.country for entity in group),
        members=tuple(sorted(members)),
    )


def _most_frequent(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None
