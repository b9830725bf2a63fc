"""Names known beforehand: countries with their demonyms and capitals, organisations, and what the user adds."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from attrs import frozen

from eventx.entities.lexicon import read_data, words
from eventx.errors import SourceError, did_you_mean

_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)", re.IGNORECASE)

KnownKind = Literal["country", "place", "capital", "metonym", "organisation", "people", "person"]


@frozen(kw_only=True)
class Known:
    """What is known of a name.

    Attributes:
        name: Canonical name.
        kind: ``capital`` and ``metonym`` stand for their country where they act; ``people`` are demonyms.
        country: ISO 3166-1 alpha-3 code, or None.
        category: PLOVER category, or None.
    """

    name: str
    kind: KnownKind
    country: str | None = None
    category: str | None = None


class Gazetteer:
    """Looks names up. Words of a name are separated by single blanks.

    Attributes:
        countries: Name of the country by code.
        demonyms: Code of the country by demonym; peoples without a country of their own are not in it.
    """

    def __init__(self) -> None:
        self.countries: dict[str, str] = {}
        self.demonyms: dict[str, str] = {}
        self._names: dict[str, Known] = {}
        self._longest: dict[str, int] = {}

    def add(self, name: str, known: Known, *, override: bool = False) -> None:
        """Make a name known; the first that comes keeps it unless ``override``."""
        if name in self._names and not override:
            return
        self._names[name] = known
        words = name.replace("'s", " 's").split(" ")
        self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))

    def get(self, name: str) -> Known | None:
        """What is known of this name, exactly as written."""
        return self._names.get(name)

    def longest(self, first_word: str) -> int:
        """How many words the longest name that begins with this word has; 0 if none does."""
        return self._longest.get(first_word, 0)


def load_gazetteer(aliases: str | Path | None = None) -> Gazetteer:
    """The built-in gazetteer, with the user's aliases added.

    Args:
        aliases: A TOML file with a table a canonical name: ``aliases``, ``country``, ``category``, all optional. Its
            entries go before the built-in ones.

    Raises:
        eventx.errors.SourceError: If the file cannot be read or has another form.
    """
    return _built_in() if aliases is None else _with_aliases(Path(aliases))


@lru_cache(maxsize=1)
def _built_in() -> Gazetteer:
    return _fill(Gazetteer())


def _with_aliases(path: Path) -> Gazetteer:
    gazetteer = Gazetteer()
    for name, entry in _read_aliases(path).items():
        known = Known(
            name=name,
            kind="organisation" if entry.get("category") else "person",
            country=entry.get("country"),
            category=entry.get("category"),
        )
        for alias in (name, *entry.get("aliases", ())):
            # An article before it is no part of a name.
            gazetteer.add(_ARTICLE.sub("", " ".join(alias.split())), known)
    return _fill(gazetteer)


def _fill(gazetteer: Gazetteer) -> Gazetteer:
    for region in words("regions"):
        name = region.replace("_", " ")
        gazetteer.add(name, Known(name=name, kind="place"))
    countries = read_data("countries.toml")
    for code, row in countries.items():
        gazetteer.countries[code] = row["name"]
        country = Known(name=row["name"], kind="country", country=code)
        for name in (row["name"], *row.get("names", ())):
            gazetteer.add(name, country)
    for name, row in read_data("groups.toml").items():
        known = Known(name=name, kind="organisation", country=row.get("country"), category=row["category"])
        for alias in (name, *row.get("aliases", ())):
            gazetteer.add(alias, known)
    for code, row in countries.items():
        for demonym in row.get("people", ()):
            known = Known(name=demonym, kind="people", country=code)
            gazetteer.demonyms[demonym] = code
            for form in _forms(demonym):
                gazetteer.add(form, known)
        for metonym in row.get("metonyms", ()):
            gazetteer.add(metonym, Known(name=metonym, kind="metonym", country=code, category="GOV"))
        for capital in row.get("capital", ()):
            gazetteer.add(capital, Known(name=capital, kind="capital", country=code))
        for place in row.get("places", ()):
            gazetteer.add(place, Known(name=place, kind="place", country=code))
    for code, demonyms in read_data("peoples.toml").items():
        for people in demonyms.split():
            for form in _forms(people):
                gazetteer.add(form, Known(name=people, kind="people", country=code if len(code) == 3 else None))
    return gazetteer


def _forms(demonym: str) -> Iterable[str]:
    yield demonym
    if not demonym.endswith(("ese", "ish", "ch", "ss", "men")):
        yield demonym + "s"


def _read_aliases(path: Path) -> Mapping[str, Mapping[str, Any]]:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SourceError(f"cannot read the alias file: {error}", source=str(path)) from error
    for name, entry in tables.items():
        _check_entry(name, entry, str(path))
    return tables


def _check_entry(name: str, entry: Any, source: str) -> None:
    if not isinstance(entry, dict):
        raise SourceError(f"{name!r}: expected a table with aliases, country, category", source=source)
    allowed = ("aliases", "country", "category")
    for key, value in entry.items():
        if key not in allowed:
            raise SourceError(
                f"{name!r}: unknown key {key!r}; allowed: {', '.join(allowed)}." + did_you_mean(key, allowed),
                source=source,
            )
        strings = value if key == "aliases" else [value]
        if not isinstance(strings, list) or not all(isinstance(string, str) and string.strip() for string in strings):
            raise SourceError(
                f"{name!r}: {key} must be {'a list of names' if key == 'aliases' else 'a string'}", source=source
            )
