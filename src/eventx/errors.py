"""Every exception that eventx raises on purpose.

::

    EventxError
    ├── SourceError            an input cannot be read (also ValueError); carries source and line
    ├── SpanError              offsets or surface text do not fit the article (also ValueError)
    ├── SchemaError            an event type, role or types file is wrong (also ValueError)
    ├── SerializationError     JSON that is not what the format says (also ValueError)
    ├── ModelError             the spaCy pipeline or weights are missing, or not what they claim to be
    ├── ComponentNotFoundError no such extractor, reader, exporter, … (also LookupError)
    └── PluginError            a plugin broke; carries plugin, component, article and cause
        └── ComponentClashError  two plugins offer the same thing under the same name

A message says what happened, where, what was expected and what to try.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any


class EventxError(Exception):
    """Base of everything that eventx raises on purpose."""


class SourceError(EventxError, ValueError):
    """An input cannot be read as articles.

    Attributes:
        source: The file (or ``-``) as the user named it.
        line: Line or record number, counted from 1, where it is known.
        reason: What is wrong and what to try, without the place.
    """

    def __init__(self, reason: str, *, source: str, line: int | None = None) -> None:
        self.reason, self.source, self.line = reason, source, line
        place = source if line is None else f"{source}:{line}"
        super().__init__(f"{place}: {reason}")

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (type(self), (self.reason,), {"source": self.source, "line": self.line})


class SpanError(EventxError, ValueError):
    """Offsets lie outside the article, or the surface text is not what stands there."""


class SchemaError(EventxError, ValueError):
    """An event type, a role or a types file contradicts the schema."""


class SerializationError(EventxError, ValueError):
    """Serialised data does not have the documented form; the message lists every problem with its path."""


class ModelError(EventxError):
    """The spaCy pipeline or an extractor's weights are missing, or their files are not those that were asked for."""


class ComponentNotFoundError(EventxError, LookupError):
    """Nothing of that name is registered; the message names what is, and what failed to load."""


class PluginError(EventxError):
    """A plugin failed.

    Attributes:
        plugin: Name of the plugin (its entry point in the group ``eventx``).
        component: Name of the component inside it, or None.
        article_id: The article at hand, or None.
        reason: What went wrong and what to try, without the place. What was raised is its ``__cause__``.
    """

    def __init__(
        self, reason: str, *, plugin: str, component: str | None = None, article_id: str | None = None
    ) -> None:
        self.reason, self.plugin, self.component, self.article_id = reason, plugin, component, article_id
        who = f"plugin {plugin!r}" if component is None else f"plugin {plugin!r}, component {component!r}"
        where = "" if article_id is None else f", article {article_id!r}"
        super().__init__(f"{who}{where}: {reason}")

    def __reduce__(self) -> tuple[Any, ...]:
        named = {"plugin": self.plugin, "component": self.component, "article_id": self.article_id}
        return _again, (type(self), (self.reason,), named)


class ComponentClashError(PluginError):
    """Two plugins offer the same thing under the same name."""


def _again(kind: type[EventxError], reason: tuple[str], named: dict[str, Any]) -> EventxError:
    """Make an error anew: exceptions with keyword-only arguments do not travel between processes by themselves."""
    return kind(*reason, **named)


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """Return ``" Did you mean 'x'?"`` where a known name is close to the wrong one, else an empty string."""
    close = difflib.get_close_matches(wrong, sorted(known), n=1)
    return f" Did you mean {close[0]!r}?" if close else ""
