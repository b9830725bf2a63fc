"""Lines put together into blocks: which line breaks end something, and which only wrap it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from attrs import frozen

# Every line break of Unicode, so that no file's own kind glues two lines into one.
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_FINISHED = re.compile(r"[.!?…:;][\"'”’»)\]]*\Z")
_OPENING = "\"'“‘«([`"
_BULLET = re.compile(r"[•▪■●◦‣▶►∙·*][ \t\xa0]*|[-–—][ \t\xa0]+(?=\S)")

# Nobody wraps narrower or wider; longer lines are paragraphs that end in a line break.
NARROWEST_WRAP, WIDEST_WRAP = 20, 140
# Of the breaks after long lines, how many have to be in the middle of a sentence before a text counts as wrapped. In
# wrapped news three quarters are; a text of one paragraph a line has hardly any.
_WRAPPED_SHARE = 0.3


@frozen
class _Line:
    start: int
    end: int
    blank_before: bool


def blocks(
    text: str, parts: Iterable[tuple[int, int]], unfinished: frozenset[str], seldom_last: frozenset[str]
) -> list[tuple[int, int]]:
    """Put the lines of ``text`` together into stretches that no sentence reaches beyond.

    Whether single line breaks are wraps is decided for the article as a whole, by how often they stand in the middle
    of a sentence. A line of a wrapped text so short that the next word had room in it ends a block all the same.

    Args:
        text: The article's text.
        parts: The parts of it to look at, in order; nothing is put together across two.
        unfinished: Words, lower case, after which a line always goes on in the next.
        seldom_last: Words, lower case, that seldom end a headline; at the end of a line they speak for wrapping.

    Returns:
        Half-open offsets, in order, without white space at either end.
    """
    groups = [_lines(text, start, end) for start, end in parts]
    pairs = [pair for group in groups for pair in itertools.pairwise(group) if not pair[1].blank_before]
    width = _wrap_width(text, pairs, unfinished | seldom_last)
    found: list[tuple[int, int]] = []
    for group in groups:
        start = group[0].start if group else 0
        for line, following in itertools.pairwise(group):
            if not _goes_on(text, line, following, width, unfinished):
                found.append((start, line.end))
                start = following.start
        if group:
            found.append((start, group[-1].end))
    return found


def after_bullet(text: str, start: int, end: int) -> int:
    """Offset after the bullet, and the blanks, that a line begins with; ``start`` where there is none."""
    match = _BULLET.match(text, start, end)
    return match.end() if match and match.end() < end else start


def _lines(text: str, start: int, end: int) -> list[_Line]:
    found: list[_Line] = []
    last = start
    for match in _LINE.finditer(text, start, end):
        line = match[0]
        stripped = line.strip()
        if not stripped:
            continue
        first = match.start() + len(line) - len(line.lstrip())
        breaks = sum(1 for _ in _BREAK.finditer(text, last, first)) if found else 0
        found.append(_Line(first, first + len(stripped), breaks > 1))
        last = first + len(stripped)
    return found


def _wrap_width(text: str, pairs: list[tuple[_Line, _Line]], seldom_last: frozenset[str]) -> int | None:
    """The width to which the text was wrapped, or None for one that was not."""
    inside = [line.end - line.start for line, following in pairs if _mid_sentence(text, line, following, seldom_last)]
    if not inside:
        return None
    width = sorted(inside)[int(0.9 * (len(inside) - 1))]
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return None
    long = sum(1 for line, _ in pairs if line.end - line.start > width / 2)
    return width if len(inside) >= _WRAPPED_SHARE * long else None


def _mid_sentence(text: str, line: _Line, following: _Line, unfinished: frozenset[str]) -> bool:
    tail = text[max(line.start, line.end - 40) : line.end]
    if _FINISHED.search(tail):
        return False
    head = text[following.start : min(following.end, following.start + 8)].lstrip(_OPENING)
    if head[:1].islower():
        return True
    if _BULLET.match(text, following.start, following.end):
        return False
    return tail.endswith(",") or _last_word(text, line) in unfinished


def _last_word(text: str, line: _Line) -> str:
    return text[max(line.start, line.end - 20) : line.end].rpartition(" ")[2].lower()


def _goes_on(text: str, line: _Line, following: _Line, width: int | None, unfinished: frozenset[str]) -> bool:
    if following.blank_before:
        return text[following.start].islower() and _last_word(text, line) in unfinished
    if _mid_sentence(text, line, following, unfinished):
        return True
    if width is None or _BULLET.match(text, following.start, following.end):
        return False
    # Wrapping fills a line as far as the next word allows; a tenth is left to those who wrap by hand.
    space = text.find(" ", following.start, min(following.end, following.start + width))
    word = (space if space >= 0 else following.end) - following.start
    return 0.9 * width < line.end - line.start + 1 + word and line.end - line.start <= 1.2 * width
