"""Who did what to whom: the arguments of mentions and of events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, Protocol, TypeVar, overload

from attrs import field, frozen

from eventx.model._convert import as_tuple
from eventx.model.span import Span


class HasRole(Protocol):
    """Anything that fills a role."""

    @property
    def role(self) -> str:
        """The role's name."""


A = TypeVar("A", bound=HasRole)


class Arguments(Sequence[A], Generic[A]):
    """An immutable sequence of arguments that can also be asked by role.

    ``arguments["visitor"]`` is the first argument of that role (a `KeyError` where nothing fills it),
    ``arguments.get("visitor")`` the same or None, ``arguments.all("visitor")`` every one, ``arguments[0]`` the first of
    all; ``"visitor" in arguments`` says whether anything fills it.
    """

    __slots__ = ("_items",)

    def __init__(self, items: Iterable[A] = ()) -> None:
        self._items = tuple(items)

    @overload
    def __getitem__(self, key: int | str) -> A: ...
    @overload
    def __getitem__(self, key: slice) -> Arguments[A]: ...
    def __getitem__(self, key: int | str | slice) -> A | Arguments[A]:
        if isinstance(key, slice):
            return Arguments(self._items[key])
        if isinstance(key, int):
            return self._items[key]
        for item in self._items:
            if item.role == key:
                return item
        filled = ", ".join(self.roles) or "none"
        raise KeyError(f"no argument fills the role {key!r}; filled here: {filled}")

    def get(self, role: str) -> A | None:
        """The first argument of ``role``, or None."""
        return next((item for item in self._items if item.role == role), None)

    def all(self, role: str) -> tuple[A, ...]:
        """Every argument of ``role``, in text order; empty where the role is not filled."""
        return tuple(item for item in self._items if item.role == role)

    @property
    def roles(self) -> tuple[str, ...]:
        """The filled roles, each once, in order of appearance."""
        return tuple(dict.fromkeys(item.role for item in self._items))

    def __contains__(self, key: object) -> bool:
        return any(item.role == key for item in self._items) if isinstance(key, str) else key in self._items

    def __iter__(self) -> Iterator[A]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        return self._items == other._items if isinstance(other, Arguments) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._items)

    def __repr__(self) -> str:
        return f"Arguments({list(self._items)!r})"


def as_arguments(value: Any) -> Arguments[Any]:
    """Convert any iterable of arguments; a string is refused because it would fall apart into letters."""
    if isinstance(value, str):
        raise TypeError("arguments must be a sequence of arguments, not a string")
    return value if isinstance(value, Arguments) else Arguments(value)


@frozen(kw_only=True)
class Argument:
    """A stretch of text that fills a role of an event mention.

    Attributes:
        role: A role of the mention's event type.
        span: The filler; coordinated names are one filler.
        members: The conjuncts of a coordinated filler, empty otherwise.
        entity_id: The entity it refers to; written by the resolver.
        name: Canonical name of that entity (of a pronoun: of its referent); written by the resolver.
        extractor: Which extractors say so, where several found the mention; None for those of the mention itself.
    """

    role: str
    span: Span
    members: tuple[Span, ...] = field(default=(), converter=as_tuple)
    entity_id: str | None = None
    name: str | None = None
    extractor: str | None = None

    @property
    def text(self) -> str:
        """The filler's surface text."""
        return self.span.text

    def __str__(self) -> str:
        return self.name or self.span.text


@frozen(kw_only=True)
class EventArgument:
    """What fills a role of an event, merged over its mentions.

    Attributes:
        role: A role of the event's type.
        name: How the timeline calls it: the entity's name, else the fullest surface text.
        entity_id: The run-wide entity, None where the filler is no entity (an allegation, a number).
        mentions: Ids of the mentions that say so, sorted.
    """

    role: str
    name: str
    entity_id: str | None = None
    mentions: tuple[str, ...] = field(default=(), converter=as_tuple)

    def __str__(self) -> str:
        return self.name
