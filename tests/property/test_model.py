"""What holds of spans, intervals and arguments whatever they are made of."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx.errors import SpanError
from eventx.model import GRANULARITIES, Argument, Arguments, Article, Span, When

TEXTS = st.text(min_size=1, max_size=40)
DAYS = st.dates(min_value=dt.date(1, 1, 1), max_value=dt.date(9999, 12, 31))


@st.composite
def spans_of_one_text(draw, count):
    text = draw(TEXTS)
    spans = []
    for _ in range(count):
        start = draw(st.integers(0, len(text) - 1))
        spans.append(Span.of(text, start, draw(st.integers(start + 1, len(text)))))
    return (text, *spans)


@st.composite
def whens(draw):
    start, end = sorted((draw(DAYS), draw(DAYS)))
    return When(start=start, end=end, granularity=draw(st.sampled_from(GRANULARITIES)))


@given(spans_of_one_text(1))
def test_span_cut_from_an_article_passes_its_check(case):
    text, span = case
    article = Article.of(text)

    assert article.check_span(article.span(span.start, span.end)) == span


@given(spans_of_one_text(1), st.integers(1, 5))
def test_span_moved_passes_only_where_the_same_characters_stand(case, by):
    text, span = case
    moved = Span(start=span.start + by, end=span.end + by, text=span.text)

    if text[moved.start : moved.end] == span.text:
        assert Article.of(text).check_span(moved) is moved
    else:
        with pytest.raises(SpanError):
            Article.of(text).check_span(moved)


@given(spans_of_one_text(2))
def test_overlap_is_mutual_and_containment_implies_it(case):
    _text, one, two = case
    shared = set(range(one.start, one.end)) & set(range(two.start, two.end))

    assert one.overlaps(two) == two.overlaps(one) == bool(shared)
    assert one.contains(two) == (len(shared) == len(two))


@given(spans_of_one_text(2))
def test_spans_that_contain_each_other_are_equal(case):
    _text, one, two = case

    assert (one.contains(two) and two.contains(one)) == (one == two)


@given(TEXTS, st.integers(-50, 50), st.integers(-50, 50))
def test_offsets_give_a_span_of_the_text_or_an_error(text, start, end):
    try:
        span = Span.of(text, start, end)
    except SpanError:
        assert not 0 <= start < end <= len(text)
    else:
        assert span.text == text[start:end]


@given(whens(), whens())
def test_intervals_overlap_mutually_and_by_days(one, two):
    shared = min(one.end, two.end) >= max(one.start, two.start)

    assert one.overlaps(two) == two.overlaps(one) == shared


@given(whens())
def test_interval_overlaps_itself_and_reads_as_iso_dates(when):
    assert when.overlaps(when)
    assert str(when).startswith(when.start.isoformat()[:4])


@given(st.lists(st.tuples(st.sampled_from(["visitor", "host", "place"]), TEXTS), max_size=8))
def test_arguments_by_role_are_all_of_them(pairs):
    items = [Argument(role=role, span=Span.of(text, 0, len(text))) for role, text in pairs]
    arguments = Arguments(items)

    assert list(arguments) == items
    assert sorted(map(id, items)) == sorted(id(one) for role in arguments.roles for one in arguments.all(role))
    for role in ("visitor", "host", "place"):
        assert (role in arguments) == bool(arguments.all(role))
        assert arguments.get(role) == next(iter(arguments.all(role)), None)
