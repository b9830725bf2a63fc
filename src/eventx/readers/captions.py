"""How a picture's caption gives itself away."""

from __future__ import annotations

import re

_PLACE = r"(?:(?:far|front|back|top|bottom|second|third) ?)?(?:left|right|cent(?:er|re)|middle|foreground|background)"
_SIGNS = re.compile(
    rf"(?:, (?:in )?(?:the )?{_PLACE}(?: to right)?,|\((?:[LCR]|{_PLACE})\)|\bfrom left\b"
    r"|\bpictured\b|\bseen here\b|\b(?:is|are) seen\b|\bin this (?:photo|picture|image|file|frame|undated|handout)"
    r"|\b(?:file|handout|undated) (?:photo|picture|image)|\bAP Photo\b|\bREUTERS/|\bGetty Images\b"
    rf"|\bPhoto(?:graph)?s?(?: by|:)|^(?:{_PLACE}|above|below|pictured|caption|photo)\s?:)",
    re.IGNORECASE,
)
_ENDS_IN_DAY = re.compile(
    r", (?:on )?(?:(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?"
    r"|\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?:,? \d{4})?)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\.?\Z"
)
# Fewer are a date, a place or a name.
_FEWEST_WORDS = 6
_OLD = re.compile(r"\b(?:FILE|file (?:photo|picture|image|footage)|archive|undated)\b")


def looks_like_caption(line: str) -> bool:
    """Whether a line is probably a picture's caption: says who stands where, credits somebody, or ends in a day."""
    return len(line.split()) >= _FEWEST_WORDS and bool(_SIGNS.search(line) or _ENDS_IN_DAY.search(line))


def is_of_the_day(line: str) -> bool:
    """Whether a caption is not said to show an old picture."""
    return _OLD.search(line) is None
