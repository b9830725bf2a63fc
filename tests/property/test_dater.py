"""What holds of dated mentions whatever the day: shifted alike, absolute dates fixed, intervals forward."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventx.analysis import Analyser
from eventx.model import Article, EventMention
from eventx.temporal.anchoring.expressions import expressions_in
from eventx.temporal.anchoring.stays import Stay
from eventx.temporal.dater import EnglishDater
from eventx.temporal.tagger import find_timexes

ANALYSER = Analyser()
DATER = EnglishDater()
DAYS = st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2090, 12, 31))
PIECES = st.sampled_from(
    [
        "from",
        "to",
        "between",
        "and",
        "since",
        "-",
        "May 3",
        "9",
        "1987",
        "88",
        "1987-88",
        "Monday",
        "last week",
        "the past two years",
        "an hour later",
        "the same day",
        "February 29",
        "in",
        "until",
        ",",
        "three weeks ago",
    ]
)

RELATIVE = [
    "Gunmen [stormed] the depot on Tuesday.",
    "Gunmen [stormed] the depot yesterday.",
    "Gunmen have [attacked] the town since Tuesday.",
    "Rebels [shelled] the town last week.",
    "Nine drivers were [robbed] over the last two weeks.",
]


def date_one(marked, published, modality="asserted"):
    start, end = marked.index("["), marked.index("]") - 1
    article = Article.of(marked.replace("[", "").replace("]", ""), published=published, id="a")
    mention = EventMention(article_id="a", type="ATTACK", trigger=article.span(start, end), modality=modality)
    return DATER.date(ANALYSER.analyse(article), (mention,))[0].when


@pytest.mark.parametrize("marked", RELATIVE)
@given(day=DAYS, weeks=st.integers(-500, 500))
@settings(max_examples=10, deadline=None)
def test_relative_dates_shift_with_the_article_by_whole_weeks(marked, day, weeks):
    shift = dt.timedelta(weeks=weeks)
    before, after = date_one(marked, day), date_one(marked, day + shift)

    assert (before.start + shift, before.end + shift) == (after.start, after.end)


@given(day=DAYS, other=DAYS)
@settings(max_examples=15, deadline=None)
def test_absolute_date_does_not_depend_on_the_publication(day, other):
    marked = "Gunmen [stormed] the depot on 3 March 2019."

    assert date_one(marked, day) == date_one(marked, other) == date_one(marked, None)


@given(pieces=st.lists(PIECES, min_size=1, max_size=8), day=DAYS, told=st.none() | DAYS)
@settings(max_examples=150, deadline=None)
def test_expressions_run_forward_and_stand_in_the_text(pieces, day, told):
    article = Article.of("Rebels attacked " + " ".join(pieces) + ".", published=day)
    (sentence,) = ANALYSER.analyse(article).sentences
    for expression in expressions_in(article, sentence, find_timexes(article), told):
        assert expression.start <= expression.end
        assert article.check_span(expression.span).contains(expression.core)


@given(
    date=st.dates(),
    days=st.none() | st.integers(2, 60),
    day=st.none() | st.integers(1, 7),
    ends=st.booleans(),
)
def test_stay_holds_its_day(date, days, day, ends):
    reach = Stay(days=days, day=day, ends=ends).around(date)

    assert reach is None or reach[0] <= date <= reach[1]
