"""The sentence that an output quotes where there is room for one."""

from __future__ import annotations

from eventx.model import Event
from eventx.printable import shortened

_LONGEST = 300


def best_quote(event: Event) -> str | None:
    """The sentence of the surest mention, shortened and printable; None where no sentence is kept."""
    best = max(event.mentions, key=lambda mention: mention.confidence, default=None)
    return shortened(best.sentence.text, _LONGEST) if best and best.sentence else None
