"""What holds of temporal expressions whatever the text."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventx.temporal.tagger import find_dates

find_dates("Monday 9/22/2011, Easter")  # what is loaded once must not count against an example's deadline

DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2080, 12, 31))
_WORDS = (
    "the a an last next this that past coming following early late mid about more than two three 21 30 1998 2011 '97 "
    "90s 1980s first third day days week weeks month months year years decade quarter weekend morning night Monday "
    "Friday Mondays May June Oct. spring fall of in on at to from and or - , . ago later earlier before after now "
    "recently future every each half noon 9:30 p.m. GMT 2011-09-22 9/22/2011 Christmas Easter Day year-earlier today "
    "tomorrow yesterday will said met is was due to be held hours minutes century 19th 3rd long old $ % million"
)
WORDS = _WORDS.split()
TEXTS = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
PUBLISHED = st.none() | DAYS | st.datetimes(dt.datetime(1950, 1, 1), dt.datetime(2080, 1, 1))

# Expressions whose answer moves by whole days with the article.
RELATIVE = st.sampled_from(
    [
        "yesterday", "today", "tomorrow", "three days ago", "Monday", "last Friday", "next Tuesday", "last week",
        "two weeks ago", "the weekend", "next weekend", "Sunday night", "last night", "this morning", "noon Saturday",
        "the day before yesterday", "10 days from now",
    ]
)  # fmt: skip
FRAMES = st.sampled_from(["It happened {}.", "They will meet {}.", "{}, he left.", "The talks set for {} were off."])
ABSOLUTE = st.sampled_from(
    [
        "22 September 2011", "Sept. 22, 2011", "2011-09-22", "9/22/2011", "May 2009", "1997", "the 1980s", "'97",
        "the 19th century", "the third quarter of 2010", "spring 1999", "Christmas Day 2004", "fiscal 2010",
    ]
)  # fmt: skip


@given(TEXTS | st.text(max_size=200), PUBLISHED)
def test_expressions_keep_to_the_text_and_to_order(text, published):
    at = 0
    for timex in find_dates(text, published):
        assert at <= timex.span.start < timex.span.end <= len(text)
        assert text[timex.span.start : timex.span.end] == timex.span.text
        at = timex.span.end


@given(TEXTS, PUBLISHED)
def test_first_day_is_never_after_the_last(text, published):
    for timex in find_dates(text, published):
        assert (timex.start is None) == (timex.end is None) == (timex.granularity is None)
        assert timex.start is None or timex.start <= timex.end


@given(TEXTS, PUBLISHED)
def test_only_dates_and_times_have_days_and_what_has_no_value_says_why(text, published):
    for timex in find_dates(text, published):
        assert timex.start is None or timex.type in ("DATE", "TIME")
        assert timex.value is not None or timex.note


@given(TEXTS, PUBLISHED)
def test_same_text_and_day_give_the_same_answer(text, published):
    assert find_dates(text, published) == find_dates(text, published)


@given(RELATIVE, FRAMES, DAYS, st.integers(-500, 500))
def test_shifting_the_article_by_whole_weeks_shifts_the_answer(expression, frame, published, weeks):
    shift = dt.timedelta(weeks=weeks)
    (here,) = find_dates(frame.format(expression), published)
    (there,) = find_dates(frame.format(expression), published + shift)
    assert (there.start - here.start, there.end - here.end) == (shift, shift)


@given(DAYS, st.integers(-500, 500))
def test_shifting_article_and_text_by_whole_weeks_shifts_the_answer(published, weeks):
    shift = dt.timedelta(weeks=weeks)
    told = published - dt.timedelta(days=30)

    def second(told, published):
        return find_dates(f"He fled on {told:%d %B %Y}. Three days later, he was caught.", published)[1]

    assert second(told + shift, published + shift).start - second(told, published).start == shift


@given(ABSOLUTE, DAYS, DAYS)
def test_absolute_dates_ignore_the_publication_date(expression, one, other):
    if expression == "'97":  # two figures are read as the nearest such year, which only holds within decades
        one, other = one.replace(year=2005), other.replace(year=2010)
    found = [
        [(timex.value, timex.start, timex.end) for timex in find_dates(f"It was {expression}.", day)]
        for day in (one, other)
    ]
    assert found[0] == found[1]
    assert len(found[0]) == 1


@given(ABSOLUTE)
def test_absolute_dates_are_resolved_without_a_publication_date(expression):
    (timex,) = find_dates(f"It was {expression}.", None)
    assert timex.start is not None


@given(RELATIVE, FRAMES)
def test_relative_dates_are_left_open_without_a_publication_date(expression, frame):
    (timex,) = find_dates(frame.format(expression), None)
    assert timex.value is None
    assert timex.note


HOSTILE = {
    "digits": "1" * 1_000_000,
    "blanks": " \n" * 500_000,
    "long words": ("a" * 10_000 + " ") * 100,
    "dashes": "-" * 1_000_000,
    "quotes": "'" * 1_000_000,
    "slashes": "1/1/" * 25_000,
    "colons": "10:10:" * 15_000,
    "commas": "1,000," * 15_000,
    "determiners": "the last " * 10_000,
    "numbers": "two and a half " * 7_000,
    "hyphens": "twenty-" * 15_000,
    "impossible dates": "13/45/2011 2011-99-99 " * 5_000,
    "unfinished dates": "2011-01-" * 20_000,
    "one date, many look-alikes": "1998. " + "2011-01-" * 20_000,
    "other digits": "٣" * 1_000_000,
    "cues": "to go " * 15_000 + "Monday",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_is_soon_done(kind):
    start = time.process_time()
    find_dates(HOSTILE[kind], dt.date(2011, 10, 21))
    # The aim is 0.2 seconds; shared machines are given some air. What is quadratic takes minutes.
    assert time.process_time() - start < 1


@settings(deadline=None, max_examples=20)
@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_repeated_words_take_time_in_proportion(one, other):
    text = f"{one} {other} " * 500
    start = time.process_time()
    find_dates(text, dt.date(2011, 10, 21))
    assert time.process_time() - start < 1
