"""Where two extractors differ on an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from eventx.extraction.combine import pair
from eventx.model import Argument, EventMention


@frozen(kw_only=True)
class Comparison:
    """What two extractors say of one mention.

    Attributes:
        first: The first extractor's, None where it has none.
        second: The second's, None where it has none.
        arguments: Pairs of arguments that differ; None for what only the other has.
    """

    first: EventMention | None
    second: EventMention | None
    arguments: tuple[tuple[Argument | None, Argument | None], ...] = ()

    @property
    def mention(self) -> EventMention:
        """The first extractor's mention, else the second's."""
        found = self.first or self.second
        assert found is not None
        return found

    @property
    def agree(self) -> bool:
        """Whether both say the same."""
        return bool(self.first and self.second and not self.arguments and self.first.modality == self.second.modality)


def compare(first: Sequence[EventMention], second: Sequence[EventMention]) -> list[Comparison]:
    """Compare what two extractors found in an article.

    Args:
        first: One extractor's mentions, in text order.
        second: The other's.

    Returns:
        In text order, one for every mention of either.
    """
    found = [
        Comparison(first=one, second=other, arguments=tuple(_differing(one, other)) if one and other else ())
        for one, other in pair(first, second)
    ]
    return sorted(found, key=lambda one: (one.mention.trigger.start, one.mention.type))


def _differing(one: EventMention, other: EventMention) -> Iterator[tuple[Argument | None, Argument | None]]:
    left = [argument for argument in other.arguments if not _has(one, argument)]
    for argument in one.arguments:
        if _has(other, argument):
            continue
        rival = next((candidate for candidate in left if candidate.role == argument.role), None)
        if rival is not None:
            left.remove(rival)
        yield argument, rival
    yield from ((None, argument) for argument in left)


def _has(mention: EventMention, argument: Argument) -> bool:
    return any(own.span == argument.span for own in mention.arguments.all(argument.role))
