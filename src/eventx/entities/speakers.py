"""Who says what stands in quotation marks."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Sequence

from eventx.entities.drafts import Draft
from eventx.entities.lexicon import either
from eventx.entities.references import Reference

_SPEECH = either("speech")
_QUOTE = re.compile(r"“[^”]{0,2000}”|\"[^\"\n]*(?:\"|\n)|``.{0,2000}?''", re.DOTALL)
_LIGHT = r"(?:(?:also|later|then|has|had)\s+)*"
_SAID_NEXT = re.compile(rf"(?:,[^,.;]{{2,80}},|\s\([^)]*\))?\s+{_LIGHT}{_SPEECH}\b")
_SAID_BEFORE = re.compile(rf"\b{_SPEECH}\s+(?:[\w'’-]+\s+){{0,6}}?\Z")
_PRONOUN_SAYS = re.compile(rf"[\"”',\s]*(he|she|they|it)\s{_LIGHT}{_SPEECH}\b", re.IGNORECASE)
_PRONOUN_SAYS_LATER = re.compile(rf"[^.\n]{{0,90}}?,[\"”' ]+(he|she|they|it)\s{_SPEECH}\b")
# How far from a quotation its speaker may stand, in characters.
BEFORE, AFTER, NEAR = 300, 160, 60
_CAN_SPEAK = frozenset({"person", "people", "group", "country", None})


class Speakers:
    """Finds the speakers of an article's quotations.

    Args:
        text: The article's text.
        references: Every reference known, in text order.
        pronoun: Finds the referent of the pronoun at ``[start, end)``, for "…, she said".
    """

    def __init__(self, text: str, references: Sequence[Reference], pronoun: Callable[[int, int], Draft | None]) -> None:
        self._text, self._references, self._pronoun = text, references, pronoun
        self._offsets = [reference.start for reference in references]
        self._quotes = [(match.start(), match.end()) for match in _QUOTE.finditer(text)]
        self._starts = [low for low, _ in self._quotes]

    def quote_at(self, offset: int) -> tuple[int, int] | None:
        """The quotation that covers an offset, or None."""
        index = bisect.bisect_right(self._starts, offset) - 1
        return self._quotes[index] if index >= 0 and offset < self._quotes[index][1] else None

    def of(self, low: int, high: int) -> Draft | None:
        """Who says ``[low, high)``: whoever a verb of speech follows or precedes close by; else None.

        An empty stretch stands for direct speech without quotation marks.
        """
        says = (_PRONOUN_SAYS if low < high else _PRONOUN_SAYS_LATER).match(self._text, high, high + 120)
        if says is not None:
            return self._pronoun(says.start(1), says.end(1))
        best: tuple[float, Draft] | None = None
        for index in range(bisect.bisect_left(self._offsets, low - BEFORE), len(self._references)):
            reference = self._references[index]
            if reference.start > high + AFTER:
                break
            if low <= reference.start < high or reference.draft.kind not in _CAN_SPEAK:
                continue
            score = self._score(reference, low, high)
            if score > 0 and (best is None or score > best[0]):
                best = (score, reference.draft)
        return best[1] if best else None

    def _score(self, reference: Reference, low: int, high: int) -> float:
        text = self._text
        says_next = _SAID_NEXT.match(text, reference.end, reference.end + 130) is not None
        says_before = _SAID_BEFORE.search(text, max(0, reference.start - 60), reference.start) is not None
        if reference.start >= high:
            gap = text[high : reference.start]
            return 4.0 if (says_next or says_before) and len(gap) < NEAR and "\n\n" not in gap else 0.0
        gap = text[reference.end : low]
        return (3.0 if says_next else 1.5 if says_before else 0.5) - len(gap) / 200 - 0.8 * gap.count("\n\n")
