"""Sentence splitting for news, on raw text: no model, so that unscreened sentences cost next to nothing.

Every step looks at a bounded stretch around one mark, so the time grows with the length of the text and not faster.
"""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

from attrs import field, frozen

from eventx.analysis.lines import after_bullet, blocks
from eventx.model import Article, Span

_CLOSING = "\"'”’»)\\]"
_OPENING = "\"'“‘«(\\[`"
# What may stand between two sentences and is part of neither: emoji, marks of direction, characters of no width, NUL.
_SILENT = "\\0\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufe0f\\ufeff\\u2600-\\u27bf\\U0001f000-\\U0001faff"

# A run of marks with the quotes and brackets it closes. The look-behind makes the scan of a long run linear; the last
# alternative is a missing blank ("… the network.Pakistan said"), frequent where a page was saved as text.
_MARK = re.compile(
    rf"(?<![.!?…])[.!?…]++[{_CLOSING}]*+(?:\[\d{{1,3}}\])*+"
    rf"(?=[\s{_SILENT}]|\Z|(?<=[a-z][a-z][a-z][.!?])[A-Z][a-z]+[\s,]|(?<=[.!?]”)[A-Z][a-z]+[\s,])"
    r"|[ \t\xa0][•▪■●|][ \t\xa0]"
)
_NEXT = re.compile(
    rf"[\s{_SILENT}]*+(?:[-–—•*]+\s+)?+(?P<open>[{_OPENING}]*+)\s*+(?P<word>[^\s{_CLOSING}{_OPENING},;:]*+)"
)
_CAMEL = re.compile(r"[a-z]{1,3}['’-]?[A-Z]")
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’«(\[{/,;—–]+\Z")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})\.")
_LONGEST_WORD = 24


@frozen
class _English:
    """Word lists of the data file, made for looking up."""

    before_name: frozenset[str] = field(converter=frozenset)
    before_number: frozenset[str] = field(converter=frozenset)
    maybe: frozenset[str] = field(converter=frozenset)
    states: frozenset[str] = field(converter=frozenset)
    after_state: frozenset[str] = field(converter=frozenset)
    openers: frozenset[str] = field(converter=frozenset)
    after_clock: frozenset[str] = field(converter=frozenset)
    marked_names: tuple[str, ...] = field(converter=tuple)
    unfinished: frozenset[str] = field(converter=frozenset)
    seldom_last: frozenset[str] = field(converter=frozenset)
    dateline: re.Pattern[str]
    reporting: re.Pattern[str]


def split_sentences(article: Article) -> tuple[Span, ...]:
    """Split an article into sentences, leaving its boilerplate out.

    A headline, a caption, an item of a list and a wire dateline ("LIMA, May 3 (AP) --") are pieces of their own.

    Returns:
        Spans in text order, none overlapping another, none beginning or ending in white space.
    """
    text, english = article.text, _english()
    spans: list[Span] = []
    for start, end in blocks(text, _running_text(article), english.unfinished, english.seldom_last):
        for first, last in _split_block(text, start, end, english):
            spans.append(Span(start=first, end=last, text=text[first:last]))
    return tuple(spans)


def _running_text(article: Article) -> list[tuple[int, int]]:
    parts, at = [], 0
    for start, end in sorted(article.boilerplate):
        if start > at:
            parts.append((at, start))
        at = max(at, end)
    if at < len(article.text):
        parts.append((at, len(article.text)))
    return parts


def _split_block(text: str, start: int, end: int, english: _English) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    cut = after_bullet(text, start, end)
    dateline = english.dateline.match(text, cut, min(end, cut + 160))
    if dateline:
        _add(pieces, text, cut, dateline.end())
        cut = dateline.end()
    for mark in _MARK.finditer(text, cut, end):
        if mark[0][-1:].isspace():  # a separator between two items on one line
            _add(pieces, text, cut, mark.start())
            cut = mark.end()
        elif _ends_sentence(text, cut, mark, end, english):
            _add(pieces, text, cut, mark.end())
            cut = mark.end()
    _add(pieces, text, cut, end)
    return pieces


def _add(pieces: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        pieces.append((start, end))


def _ends_sentence(text: str, cut: int, mark: re.Match[str], end: int, english: _English) -> bool:
    at, after = mark.span()
    found = _NEXT.match(text, after, end)
    if after == end or found is None:
        return True
    word = found["word"] if len(found["word"]) == 2 else found["word"].rstrip(".!?…")  # "A." is an initial, "A" is not
    if not _may_open(word, bool(found["open"])):
        return False
    run = mark[0].rstrip("\"'”’»)]0123456789[")
    closed = len(run) < len(mark[0])
    if closed and english.reporting.match(text, found.start("word"), min(end, after + 120)):
        return word in english.openers
    if run == ".":
        return _full_stop_ends(text, cut, at, word, closed, english)
    if "…" in run or run.startswith(".."):
        spaced = at == cut or text[at - 1].isspace()
        return not spaced or word in english.openers
    if run == "!" and found["word"].endswith("!"):  # "Freedom! Freedom!" is one cry
        return False
    return not text[max(cut, at - 12) : at + 1].endswith(english.marked_names)


def _may_open(word: str, quoted: bool) -> bool:
    if not word:
        return quoted
    first = word[0]
    return (not first.islower() and (first.isalnum() or first in "$£€¥#@")) or _CAMEL.match(word) is not None


def _full_stop_ends(text: str, cut: int, at: int, following: str, closed: bool, english: _English) -> bool:
    found = _WORD_BEFORE.search(text, max(cut, at - _LONGEST_WORD), at)
    if found is None:
        return True
    word = found[0].rpartition("-")[2]
    if _ENUMERATOR.fullmatch(text[cut : min(at + 1, cut + 6)].strip() if at < cut + 6 else ""):
        return False
    opens = following in english.openers
    if word in english.before_name:
        return False
    if word in english.before_number:
        return not any(character.isdigit() for character in following)
    if word in english.states:
        after_comma = text.endswith(", ", cut, found.start()) and found[0] == word
        return opens or (after_comma and following not in english.after_state and not following[:1].isdigit())
    if word in english.maybe:
        return opens
    if len(word) == 1 and word.isalpha():
        return opens or (word.islower() and not closed) or (closed and word == "I")
    if word.isdigit() and len(word) < 3 and following[:1].isdigit():  # "about 2. 4 million"
        return False
    if _DOTTED.fullmatch(word):
        if word.lower() in ("a.m", "p.m"):
            zone = following.isupper() and len(following) in (2, 3, 4)
            return not (zone or following in english.after_clock or text.startswith("(", at + 2))
        return opens or (closed and not following[:1].isdigit())
    return True


@functools.cache
def _english() -> _English:
    data = tomllib.loads(resources.files("eventx.analysis").joinpath("sentences_en.toml").read_text(encoding="utf-8"))
    agencies, verbs, bureaus = (
        "|".join(map(re.escape, sorted(data.pop(key), key=len, reverse=True)))
        for key in ("agencies", "speech_verbs", "bureaus")
    )
    openers = "|".join(map(re.escape, data["openers"]))
    return _English(**data, dateline=_dateline(agencies, bureaus, openers), reporting=_reporting(verbs))


def _dateline(agencies: str, bureaus: str, openers: str) -> re.Pattern[str]:
    """Places in capitals, or with an agency, or before a dash, with what else a wire puts between them and the dash.

    A page may have lost agency and dash: then the capitals must be two places, known, with their region, or followed by
    a word that opens sentences.
    """
    capitals = r"[A-Z][A-Z'’.-]+(?:[ ][A-Z][A-Z'’.-]*|[ ]D\.C\.){0,4}+"
    mixed = r"[A-Z][a-z'’.-]+(?:[ ](?:[A-Z][a-z'’.-]+|de|del|es|al)){0,3}+"
    region = r",[ ][A-Z][\w'’.-]*(?:[ ][A-Z][\w'’.-]*){0,2}+(?:[ ]\d{1,2}\b)?+"  # or month and day
    more = rf"(?:{region}|,[ ](?:1[89]|20)\d\d\b|,?[ ]\d{{1,2}}[ ][A-Z][a-z]+){{0,3}}+"
    agency = rf"[ ]*\((?:{agencies})[ ]?(?:[^()\n]{{0,30}})\)"
    dash = r"[ \t\xa0]*(?:--+|—|–|_+|-(?=\s))"
    opening = rf"(?=\s+[{_OPENING}]*[A-Z])"
    state = (
        r",[ ](?:(?:North|South|West|East|New|Saudi|Northern|Puerto|Sri|Costa)[ ])?(?:[A-Z][a-z]+\.?|(?:[A-Z]\.){2})"
    )
    soft = r"(?=\s+[A-Z][\w.]{0,3}[a-z .])"  # a headline goes on in capitals
    loud = r"(?=[A-Z]{4}|[A-Z]{2,3}[ -][A-Z]{2})[A-Z]{2,}(?:[ -][A-Z]{2,}){0,2}+"
    shared = rf"(?:(?:{state})?[ ]?/[ ]?{loud}){{1,2}}(?:{state})?"
    return re.compile(
        rf"(?:{capitals}|{mixed}){more}(?:{agency})(?:{dash}|[ ]*:(?=\s)|(?=\s))"
        rf"|\((?:{agencies})[ ]?[^()\n]{{0,30}}\)(?:{dash})?"
        rf"|{capitals}{more}[ ]*\([A-Z][^()\n]{{1,30}}\){dash}"  # an agency of which we never heard
        rf"|{capitals}{more}(?:[ ]?/[\w .-]{{2,30}}/)?(?:{dash}|:){opening}"
        rf"|{mixed}{more}[ ]*(?:--+|—|_+){opening}"
        rf"|(?:{loud}(?:{shared}|{state})|{bureaus}){soft}|{loud}(?=\s+(?:{openers})\s)"
    )


def _reporting(verbs: str) -> re.Pattern[str]:
    """A name, or he or she, and the verb that reports the quotation just closed."""
    return re.compile(rf"(?:[A-Z][\w'’.-]*\s+){{1,5}}(?:{verbs})\b(?=\s*[.,])")
