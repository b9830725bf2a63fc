"""Dates that stand by themselves and date what follows: a line "3 May 2016", or "Geneva, 1998." as a sentence."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from attrs import evolve, frozen

from eventx.analysis import Analysis
from eventx.model import Span, Timex, When
from eventx.temporal.dating import Dating

# More letters than this around the date of a line, and it is a sentence.
_LETTERS = 3

# A date on a line of its own near the top is when the article was put up, if it is the day of publication or the next.
_TOP = 400

# Words, and characters, that a fragment with a date may have beside it, and the sentences that it is good for.
_FRAGMENT_WORDS = 2
_FRAGMENT_LENGTH = 80
_FRAGMENT_REACH = 2


@frozen(kw_only=True)
class Heading:
    """A date that stands by itself.

    Attributes:
        start: Where it stands in the article.
        end: Offset up to which it dates what is told.
        when: The date.
    """

    start: int
    end: int
    when: When


def date_by_headings(dating: Dating) -> None:
    """Date undated mentions by the heading they stand under, if their own sentence names no other time."""
    found = headings(dating.analysis, dating.timexes) if any(map(dating.lacks, dating.mentions)) else ()
    starts = [heading.start for heading in found]
    for mention in dating.mentions if found else ():
        place = bisect.bisect_right(starts, mention.trigger.start) - 1
        if place < 0 or mention.trigger.start >= found[place].end or not dating.lacks(mention):
            continue
        if not dating.names_a_time(mention.sentence or mention.trigger):
            dating.give(mention, found[place].when)


def headings(analysis: Analysis, timexes: Sequence[Timex]) -> tuple[Heading, ...]:
    """The dates of an article that stand by themselves, in text order, none reaching beyond the next."""
    article = analysis.article
    found: list[Heading] = []
    for timex in timexes:
        if timex.start is None or timex.end is None or timex.granularity is None or timex.type != "DATE":
            continue
        end = _reach(analysis, timex.span)
        if end is None or _is_publication(analysis, timex):
            continue
        when = When(
            start=timex.start, end=timex.end, granularity=timex.granularity, source="inherited", expression=timex.span
        )
        if found and found[-1].end > timex.span.start:
            found[-1] = evolve(found[-1], end=timex.span.start)
        found.append(Heading(start=timex.span.start, end=min(end, len(article.text)), when=when))
    return tuple(found)


def _reach(analysis: Analysis, span: Span) -> int | None:
    """Up to where a date standing by itself dates what follows; None for a date inside a sentence."""
    if _is_line(analysis.article.text, span):
        return len(analysis.article.text)
    index = analysis.sentence_at(span.start)
    if index is None:
        return None
    sentence = analysis.sentences[index]
    if len(sentence) - len(span) > _FRAGMENT_LENGTH:
        return None
    beside = sentence.text[: span.start - sentence.start] + " " + sentence.text[span.end - sentence.start :]
    words = re.findall(r"\w+", beside)
    # "Geneva, 1998." is a heading, "(Reuters) Tuesday" at the end of a paragraph is not: it opens with a name.
    if len(words) > _FRAGMENT_WORDS or not sentence.text.endswith(".") or not all(word[0].isupper() for word in words):
        return None
    return analysis.sentences[min(index + _FRAGMENT_REACH, len(analysis.sentences) - 1)].end


def _is_line(text: str, span: Span) -> bool:
    """Whether hardly a letter stands beside a date on its line; looks no further than the first few."""
    letters = 0
    for beside in (range(span.end, len(text)), range(span.start - 1, -1, -1)):
        for at in beside:
            if text[at] == "\n":
                break
            letters += text[at].isalnum()
            if letters > _LETTERS:
                return False
    return True


def _is_publication(analysis: Analysis, timex: Timex) -> bool:
    published = analysis.article.published_day
    if published is None or timex.start is None:
        return timex.span.start < _TOP
    return timex.span.start < _TOP and 0 <= (published - timex.start).days + 1 <= 2
