"""What of a saved page is no part of the article: marked, never cut, so that offsets stay as they are.

Only whole lines are marked, and only such as no article is written in: what is left in costs a parse, what is taken
out by mistake costs an event.
"""

from __future__ import annotations

import functools
import itertools
import re
import tomllib
from importlib import resources

from attrs import frozen

from eventx.readers.captions import looks_like_caption

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
# Navigation is made of short lines; a line is looked at by patterns only below this length.
_LONGEST_MARKED = 240
_NAVIGATION_LINES = 4
_NAVIGATION_WORDS = 3
_SENTENCE_END = re.compile(r"[.!?…:;,][\"'”’)\]]*\Z")
_DASHES = ("-", "–", "—", "_")  # a dateline ends so: the text begins
_SEPARATOR = re.compile(r"\s+[|•·»›]\s+")


@frozen
class _English:
    lines: frozenset[str]
    patterns: re.Pattern[str]
    credit: re.Pattern[str]


@frozen
class _Line:
    start: int
    end: int
    text: str


def find_boilerplate(text: str) -> tuple[tuple[int, int], ...]:
    """Find navigation, share buttons, picture credits and repeated captions.

    Args:
        text: An article's text.

    Returns:
        Half-open ranges in order, none touching another.

    >>> find_boilerplate("Skip to content\\n\\nThe envoy left Lima.")
    ((0, 15),)
    """
    lines = _lines(text)
    marked = _navigation(lines)
    for index, line in enumerate(lines):
        # A summary that stands there twice stays: it may be the article's own first sentence.
        if index and line.text == lines[index - 1].text and looks_like_caption(line.text):
            marked.add(index)
        if index not in marked and _is_boilerplate(line.text):
            marked.add(index)
    ranges: list[tuple[int, int]] = []
    last = -2
    for index in sorted(marked):
        start = lines[index].start
        if index == last + 1:
            start = ranges.pop()[0]
        ranges.append((start, lines[index].end))
        last = index
    return tuple(ranges)


def find_title(text: str) -> str | None:
    """Find the headline that a plain text begins with, or None where no line is clearly one.

    It is a line of its own, of several words, without a full stop, before the first sentence.
    """
    head = text[:4000]
    lines = [line for line in _lines(head) if not _is_boilerplate(line.text)]
    for line, following in itertools.pairwise(lines):
        if _SENTENCE_END.search(line.text) or line.text.endswith(_DASHES):
            return None
        words = line.text.split()
        alone = len(re.findall(r"\r\n|[\n\r]", head[line.end : following.start])) > 1
        if 4 <= len(words) <= 18 and alone and words[0][0].isupper() and not _says_who_or_when(line.text):
            return line.text
    return None


def _lines(text: str) -> list[_Line]:
    found = []
    for match in _LINE.finditer(text):
        line = match[0]
        stripped = line.strip()
        if stripped:
            start = match.start() + len(line) - len(line.lstrip())
            found.append(_Line(start, start + len(stripped), stripped))
    return found


def _is_boilerplate(line: str) -> bool:
    english = _english()
    if len(line) > _LONGEST_MARKED:
        return False
    folded = line.casefold().replace("’", "'")
    if folded.rstrip(" :.»›>") in english.lines:
        return True
    if english.patterns.fullmatch(folded) or english.credit.fullmatch(line):
        return True
    items = _SEPARATOR.split(line)
    return len(items) >= 3 and all(len(item.split()) <= 4 and not _SENTENCE_END.search(item) for item in items)


def _navigation(lines: list[_Line]) -> set[int]:
    """Runs of short lines before the first sentence and after the last."""
    sentences = [index for index, line in enumerate(lines) if _is_sentence(line.text)]
    if not sentences:
        return set()
    marked: set[int] = set()
    for first, last in ((0, sentences[0]), (sentences[-1] + 1, len(lines))):
        run: list[int] = []
        for index in range(first, last + 1):
            if index < last and _is_short(lines[index].text):
                run.append(index)
                continue
            if len(run) >= _NAVIGATION_LINES:
                marked.update(run)
            run = []
    return marked


def _is_short(line: str) -> bool:
    return (
        len(line.split()) <= _NAVIGATION_WORDS
        and not _SENTENCE_END.search(line)
        and not any(character.isdigit() for character in line)
    )


def _is_sentence(line: str) -> bool:
    return len(line) >= 60 and _SENTENCE_END.search(line) is not None


def _says_who_or_when(line: str) -> bool:
    return line.lower().startswith(("by ", "published", "updated", "posted", "last ")) or bool(
        re.search(r"\d{4}", line)
    )


@functools.cache
def _english() -> _English:
    file = resources.files("eventx.readers").joinpath("boilerplate_en.toml")
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    agencies = "|".join(map(re.escape, data["picture_agencies"]))
    labels = "|".join(map(re.escape, data["credit_labels"]))
    name = r"[A-Z][\w.'’-]*(?: [\w.'’-]+){0,4}"
    # After a label names only: "Photo: rebels shell a port" is a caption.
    names = r"(?:(?:[A-Z][\w.'’&-]*|by|of|the|and|for|via|courtesy|de|[/,|–-])(?:[ /,]+|(?=[)\]]?\Z))){1,9}+"
    return _English(
        frozenset(data["lines"]),
        re.compile("|".join(f"(?:{pattern})" for pattern in data["patterns"])),
        re.compile(
            rf"[(\[]?(?:(?:(?i:{labels})\s?[:/|–-]\s*)?"
            rf"(?:{name} ?/ ?(?:{agencies})(?: ?/ ?{name})?|(?:{agencies}) ?/ ?{name})"
            rf"|(?i:{labels})(?:\s?[:/|–-]\s?| (?=by |courtesy ))\s*{names}|(?:{agencies}))[)\]]?"
        ),
    )
