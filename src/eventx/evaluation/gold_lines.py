"""Lines of gold files: JSON objects with checked fields, so that a slip of the annotator is told by its place."""

from __future__ import annotations

import codecs
import datetime as dt
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from eventx.errors import SourceError, did_you_mean
from eventx.model import Span, parse_published

T = TypeVar("T")

OnError = Callable[[SourceError], None]


class Fields:
    """Checked access to the fields of a JSON object.

    Args:
        row: The object.
        path: Where it stands on its line, such as ``mentions[2]``; empty for the whole line.

    Every method raises `ValueError` with the field's path for what is not as it should be.
    """

    def __init__(self, row: Any, path: str = "") -> None:
        if not isinstance(row, dict):
            raise ValueError(f"{path or 'line'}: expected an object, got {_shown(row)}")
        self._row, self._path = row, path

    def path(self, name: str) -> str:
        """The field's path for messages."""
        return f"{self._path}.{name}" if self._path else name

    def optional(self, name: str) -> str | None:
        """A string, or None where the field is missing, null or empty."""
        value = self._row.get(name)
        if value is not None and not isinstance(value, str):
            raise ValueError(f"{self.path(name)}: expected a string or null, got {_shown(value)}")
        return value or None

    def string(self, name: str) -> str:
        """A string that must be there."""
        if name not in self._row:
            raise ValueError(f"{self.path(name)}: missing")
        value = self._row[name]
        if not isinstance(value, str) or not value:
            raise ValueError(f"{self.path(name)}: expected a string, got {_shown(value)}")
        return value

    def label(self, name: str) -> str | None:
        """A letter or number that names something, or None."""
        value = self._row.get(name)
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else self.optional(name)

    def choice(self, name: str, allowed: Sequence[str], default: str) -> str:
        """One of some words."""
        value = self.optional(name) or default
        if value not in allowed:
            raise ValueError(
                f"{self.path(name)}: expected one of {', '.join(allowed)}, got {value!r}."
                + did_you_mean(value, allowed)
            )
        return value

    def published(self, name: str) -> dt.date | None:
        """A date in ISO 8601, or None."""
        value = self.optional(name)
        try:
            return parse_published(value) if value else None
        except ValueError:
            raise ValueError(f"{self.path(name)}: expected YYYY-MM-DD or ISO 8601, got {value!r}") from None

    def objects(self, name: str, *, required: bool = False) -> Iterator[Fields]:
        """The objects of a list."""
        if required and name not in self._row:
            raise ValueError(f"{self.path(name)}: missing; expected a list, empty where there is nothing")
        value = self._row.get(name, [])
        if not isinstance(value, list):
            raise ValueError(f"{self.path(name)}: expected a list, got {_shown(value)}")
        for number, item in enumerate(value):
            yield Fields(item, f"{self.path(name)}[{number}]")

    def pair(self, name: str, text: str) -> Span:
        """The span of a field that is ``[start, end]``."""
        value = self._row.get(name)
        if not isinstance(value, list) or len(value) != 2:
            raise ValueError(f"{self.path(name)}: expected [start, end], got {_shown(value)}")
        return _span(value[0], value[1], text, self.path(name))

    def span(self, text: str) -> Span:
        """The span that the object's own ``start`` and ``end`` give; ``text``, where written beside, must fit."""
        span = _span(self._row.get("start"), self._row.get("end"), text, self._path)
        given = self.optional("text")
        if given is not None and given != span.text:
            raise ValueError(f"{self._path}: says {given[:60]!r}, but the article has {span.text[:60]!r} there")
        return span


def read_lines(path: str | Path, make: Callable[[Fields], T], on_error: OnError | None) -> tuple[T, ...]:
    """Make a value of each line that is not blank.

    Args:
        path: The file.
        make: Makes the value; its `ValueError` becomes the line's error.
        on_error: Called with every line that is wrong. Left out, the first is raised.

    Raises:
        SourceError: If the file cannot be read or holds no line, or a line is wrong and there is no ``on_error``.
    """
    name = str(path)
    values, lines = [], 0
    try:
        with Path(path).open("rb") as stream:
            for number, line in enumerate(stream, 1):
                data = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
                if not data.strip():
                    continue
                lines += 1
                try:
                    values.append(make(Fields(_json(data))))
                except ValueError as error:
                    problem = SourceError(str(error), source=name, line=number)
                    if on_error is None:
                        raise problem from error
                    on_error(problem)
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror}", source=name) from error
    if not lines:
        raise SourceError("the gold file holds no article; expected one JSON object a line", source=name)
    return tuple(values)


def _json(data: bytes) -> Any:
    try:
        return json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 at byte {error.start + 1} of the line") from None
    except json.JSONDecodeError as error:
        raise ValueError(
            f"not valid JSON ({error.msg} at character {error.colno}); expected one article a line"
        ) from None
    except RecursionError:
        raise ValueError("JSON nested too deeply for an article") from None


def _span(start: Any, end: Any, text: str, path: str) -> Span:
    if not all(isinstance(offset, int) and not isinstance(offset, bool) for offset in (start, end)):
        raise ValueError(f"{path}: expected two whole numbers, start and end, got {_shown(start)} and {_shown(end)}")
    try:
        return Span.of(text, start, end)
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from None


def _shown(value: Any) -> str:
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= 60 else shown[:59] + "…"
