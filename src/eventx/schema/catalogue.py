"""The event types of a run, and the check that mentions keep to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from eventx.errors import SchemaError, SpanError, did_you_mean
from eventx.model import Article, EventMention
from eventx.schema.types import EventType


class Catalogue(Mapping[str, EventType]):
    """Event types by name, in the order in which they were given.

    Raises:
        SchemaError: If two different types have one name.
    """

    def __init__(self, types: Iterable[EventType]) -> None:
        self._types: dict[str, EventType] = {}
        for event_type in types:
            known = self._types.setdefault(event_type.name, event_type)
            if known != event_type:
                raise SchemaError(f"event type {event_type.name} is defined twice, and differently")

    def __getitem__(self, name: str) -> EventType:
        return self._types[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._types)

    def __len__(self) -> int:
        return len(self._types)

    def check(self, mention: EventMention, article: Article) -> None:
        """Check a mention against its type and its article.

        Raises:
            SchemaError: If the type or a role is unknown.
            SpanError: If a span is blank, or does not show what stands in the article.
        """
        event_type = self._types.get(mention.type)
        if event_type is None:
            raise SchemaError(
                f"event type {mention.type!r} is not known; known: {', '.join(self._types)}."
                + did_you_mean(mention.type, self._types)
            )
        roles = [role.name for role in event_type.roles]
        for argument in mention.arguments:
            if argument.role not in roles:
                raise SchemaError(
                    f"{mention.type} has no role {argument.role!r}; its roles: {', '.join(roles)}."
                    + did_you_mean(argument.role, roles)
                )
        for span in mention.spans():
            if not span.text.strip():
                raise SpanError(f"article {article.id!r}: span [{span.start}, {span.end}) is blank; expected words")
            article.check_span(span)
