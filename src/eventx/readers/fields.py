"""Other people's names for an article's fields: ``{"text": "body", "published": "pub_date"}``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from eventx.errors import SourceError, did_you_mean

FIELDS = ("id", "text", "published", "published_source", "title", "url", "source", "language", "boilerplate")

FieldNames = Mapping[str, str]
OWN_NAMES: FieldNames = MappingProxyType({})


def check_field_names(names: Mapping[str, Any]) -> FieldNames:
    """Return the names if they are those of fields that an article has.

    Args:
        names: What the file calls a field, by what eventx calls it.

    Raises:
        ValueError: Otherwise.

    >>> dict(check_field_names({"text": "body"}))
    {'text': 'body'}
    """
    if not isinstance(names, Mapping):
        raise ValueError(f"fields is {names!r}; expected names by field, such as {{'text': 'body'}}")
    for field, name in names.items():
        if field not in FIELDS:
            raise ValueError(
                f"an article has no field {field!r}; its fields: {', '.join(FIELDS)}."
                + did_you_mean(str(field), FIELDS)
            )
        if not isinstance(name, str) or not name:
            raise ValueError(f"field {field!r} is to be read from {name!r}; expected the name of a field in the file")
    return MappingProxyType(dict(names))


class FieldLookup:
    """Finds an article's fields in the records of one file, and remembers which of the names were there.

    Args:
        names: What the file calls a field, where that is not what eventx calls it. A name with dots leads into
            objects within the record, unless the record has a field with just that name.
    """

    def __init__(self, names: FieldNames = OWN_NAMES) -> None:
        self._names = names
        self._never_seen = set(names.values())
        self._near: set[str] = set()

    def name(self, field: str) -> str:
        """What the file calls this field."""
        return self._names.get(field, field)

    def given(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """The record's values by the article's names for them, those that are there."""
        values: dict[str, Any] = {}
        for field in FIELDS:
            name = self.name(field)
            value = _value(record, name)
            if value is not None:
                values[field] = value
                self._never_seen.discard(name)
        if self._never_seen and len(self._near) < 100:
            self._near.update(str(key) for key in record)
        return values

    def others(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """What the record holds besides."""
        used = {self.name(field) for field in FIELDS}
        return {key: value for key, value in record.items() if key not in used}

    def check_columns(self, columns: Iterable[str], source: str) -> None:
        """Check that a table has the columns that are to be read.

        Raises:
            SourceError: If one is missing.
        """
        known = list(columns)
        for name in (self.name("text"), *self._names.values()):
            if name not in known:
                shown = ", ".join(map(repr, known[:12])) or "nothing"
                hint = did_you_mean(name, known)
                if not hint and name == "text":
                    hint = " If one of them holds the text, say which: --text-field NAME"
                raise SourceError(f"the header has no field {name!r}, but {shown}.{hint}", source=source, line=1)

    def never_seen(self, source: str) -> SourceError | None:
        """The error for a name that no record of the file had: it would be lost in silence."""
        for field, name in self._names.items():
            if field != "text" and name in self._never_seen and self._near:
                return SourceError(
                    f"no record has a field {name!r} to read {field!r} from.{did_you_mean(name, self._near)}",
                    source=source,
                )
        return None


def _value(record: Mapping[str, Any], name: str) -> Any:
    if name in record or "." not in name:
        return record.get(name)
    value: Any = record
    for step in name.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value
