"""Spans: where something stands in an article, and what stands there."""

from __future__ import annotations

from attrs import field, frozen

from eventx.errors import SpanError


@frozen(kw_only=True, order=True)
class Span:
    """A stretch of an article's text.

    Attributes:
        start: Offset of the first character, counted in characters from 0.
        end: Offset after the last character (half-open, so ``text[start:end]``).
        text: Exactly the characters that stand there.

    Raises:
        SpanError: If the span is empty or backwards, or ``text`` is not ``end - start`` characters long.
    """

    start: int
    end: int
    text: str = field()

    @text.validator
    def _check(self, _attribute: object, text: str) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"span [{self.start}, {self.end}) is empty or backwards; start must be ≥ 0 and below end")
        if len(text) != self.end - self.start:
            raise SpanError(
                f"span [{self.start}, {self.end}) holds {self.end - self.start} characters, "
                f"but its text {text[:60]!r} has {len(text)}"
            )

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut the span ``[start, end)`` out of ``text``, an article's whole text.

        >>> Span.of("Rebels shelled the port.", 7, 14)
        Span(start=7, end=14, text='shelled')

        Raises:
            SpanError: If the offsets do not lie inside the text.
        """
        if end > len(text):
            raise SpanError(f"span [{start}, {end}) ends after the text, which has {len(text)} characters")
        return cls(start=start, end=end, text=text[start:end])

    def __len__(self) -> int:
        return self.end - self.start

    def __str__(self) -> str:
        return self.text

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether every character of ``other`` lies in this span."""
        return self.start <= other.start and other.end <= self.end
