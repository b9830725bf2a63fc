from __future__ import annotations

import datetime as dt

import pytest

from eventx.model import Article
from eventx.temporal.tagger import find_dates, find_timexes

FRIDAY = dt.date(2011, 10, 21)


def texts(text, published=FRIDAY):
    return [timex.span.text for timex in find_dates(text, published)]


def values(text, published=FRIDAY):
    return [timex.value for timex in find_dates(text, published)]


def only(text, published=FRIDAY):
    (timex,) = find_dates(text, published)
    return timex


@pytest.mark.parametrize(
    "text",
    [
        "The 44-year-old driver was unhurt.",
        "A man of 30, ten years older than his wife, was held.",
        "Minister May said no.",
        "The army may march on the capital.",
        "The March on the capital went ahead.",
        "They counted 1998 soldiers.",
        "The firm paid $1998.",
        "Three quarters of the voters stayed away.",
        "It costs $3 million a year.",
        "The ferry runs 24 hours a day and sells 700 seats a week.",
        "The fall of the city was quick.",
        "Jan Novak was elected.",
        "The Sun reported it.",
        "The score was 10:30.",
        "The newspaper Dawn reported it.",
        "The Sunday Telegraph reported it.",
        "The song is about Ruby Tuesday.",
        "The film tells of Bloody Sunday.",
        "They found a key in the car he was in the night he was shot.",
        "He wore the number 1984 on Flight 1997.",
        "Prices rose in the low 80s.",
        "A woman in her 40s was shot.",
        "Now, the question is who pays.",
        "The long-term plan failed.",
        "One day she left.",
        "Wait a second, he said.",
        "",
    ],
)
def test_look_alike_is_no_expression(text):
    assert texts(text) == []


def test_day_with_a_year_of_its_own_is_named_by_nobody_before_it():
    assert values("The share is 9/11 of the whole.", dt.date(1999, 5, 6)) == []


@pytest.mark.parametrize(
    ("day", "today"),
    [("Nov. 24", "1998-11-24"), ("Nov. 25", "1998-11-25"), ("Nov. 26", "1998-11-25"), ("Nov. 12", "1998-11-25")],
)
def test_dateline_just_before_publication_is_what_today_counts_from(day, today):
    text = f"VIENNA, {day} (Xinhua) -- The premier arrived here today."

    assert values(text, dt.date(1998, 11, 25))[-1] == today


def test_third_friday_of_every_month_is_no_certain_day():
    assert values("They meet on the third Friday of every month.", FRIDAY) == ["P1M"]


def test_days_of_known_bombings_are_theirs_in_the_years_after():
    text = "He survived the July 7 bombings."
    assert values(text, dt.date(2006, 12, 1)) == ["2005-07-07"]
    assert values(text, dt.date(2004, 12, 1)) == ["2004-07-07"]


def test_expressions_stand_in_text_order_and_show_their_surface():
    text = "On Monday, two days after the raid of Oct. 15, he fled; he was caught this morning."
    found = find_dates(text, FRIDAY)
    assert [timex.span.text for timex in found] == ["Monday", "two days", "Oct. 15", "this morning"]
    assert all(text[timex.span.start : timex.span.end] == timex.span.text for timex in found)


def test_anchor_is_the_day_of_publication_for_what_counts_from_it():
    assert only("It happened two days ago.").anchor == FRIDAY


def test_anchor_is_the_last_date_for_what_counts_from_that():
    timex = find_dates("He was shot on Sept. 6. The following day, he died.", FRIDAY)[1]
    assert timex.anchor == dt.date(2011, 9, 6)
    assert "2011-09-06" in timex.note


def test_anchor_is_absent_from_absolute_dates():
    assert only("It happened on 3 May 2009.").anchor is None


def test_note_names_the_cue_that_turned_a_weekday():
    assert "will" in only("They will meet Monday.").note


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met Monday.", "2011-10-17"),
        ("They are to meet Monday.", "2011-10-24"),
        ("The meeting scheduled for Monday is off.", "2011-10-24"),
        ("They agreed that he would leave Monday.", "2011-10-24"),
        ("He said on Monday that they will meet.", "2011-10-17"),
        ("Rebels staged a march to mark the anniversary on Monday.", "2011-10-17"),
        ("He went to Lima on Monday.", "2011-10-17"),
        ("The summit is to be held on Monday.", "2011-10-24"),
        ("The offer expires Monday.", "2011-10-24"),
        ("The two leaders meet Monday.", "2011-10-24"),
        ("Farmers planned a march on Lima on Monday.", "2011-10-24"),
        ("The march went as planned on Monday.", "2011-10-17"),
        ("On Monday, the farmers plan to march.", "2011-10-24"),
        ("He has been in hiding since Monday.", "2011-10-17"),
        ("The truce was to have begun Monday.", "2011-10-24"),
    ],
)
def test_direction_follows_the_nearest_verb(text, value):
    assert values(text) == [value]


def test_future_cue_does_not_move_a_recent_day_into_next_year():
    assert values("The army will honour the dead of Oct. 3 in Lima.") == ["2011-10-03"]


def test_last_weekday_is_not_yesterday():
    assert values("It happened last Thursday.") == ["2011-10-13"]


def test_comparison_with_a_year_earlier_is_nothing_to_count_from():
    found = values("In the third quarter it sold 4 million, from 3 million a year earlier and 2 million a year ago.")
    assert found == ["2011-Q3", "2010-Q3", "2010-Q3"]


def test_balance_is_set_beside_that_of_a_year_earlier():
    found = values("In the year ended Sept. 30 it made $2 million, from $1 million a year earlier.")
    assert found == ["P1Y", "2011-09-30", "2010-09-30"]


def test_hours_ago_count_from_the_hour_of_publication():
    timex = only("The blast was two hours ago.", dt.datetime(2011, 10, 21, 1, 30))
    assert (timex.type, timex.value, timex.start) == ("TIME", "2011-10-20T23:30", dt.date(2011, 10, 20))


def test_hours_ago_are_vague_without_the_hour_of_publication():
    timex = only("The blast was two hours ago.")
    assert (timex.value, timex.start) == ("PAST_REF", None)


def test_time_of_day_falls_on_the_day_named_in_its_sentence():
    assert values("On Oct. 3 the bomb went off at 9:30 a.m. near the port.") == ["2011-10-03", "2011-10-03T09:30"]


def test_second_zone_in_brackets_belongs_to_the_time():
    assert texts("It blew up at 5:30 p.m. (1130 GMT) Monday.") == ["5:30 p.m. (1130 GMT) Monday"]


def test_durations_sets_and_vague_references_are_no_stretch_of_the_calendar():
    for text in ("It took three days.", "They meet every Friday.", "It was recently closed."):
        assert only(text).start is None


@pytest.mark.parametrize("published", [dt.date(1, 12, 31), dt.date(9999, 12, 31)])
@pytest.mark.parametrize("when", ["last Christmas", "this Christmas", "Christmas of last year", "last May"])
def test_holidays_at_the_ends_of_the_calendar_are_left_unresolved(when, published):
    found = find_dates(f"They met {when}.", published)

    assert found
    assert all(timex.value or timex.note for timex in found)


def test_dates_beyond_the_calendar_are_left_unresolved():
    timex = only("It will be safe 90,000 years from now.")
    assert timex.value is None
    assert timex.note


def test_impossible_day_is_no_date():
    assert texts("It is filed under February 30 and 2011-13-45.") == []


def test_ambiguous_figures_say_what_was_assumed():
    timex = only("The memo is dated 8/7/2011.")
    assert timex.value == "2011-08-07"
    assert "month" in timex.note


def test_typographic_apostrophes_are_read_like_straight_ones():
    assert values("It was New Year’s Day of ’97, in the ’90s.") == values("It was New Year's Day of '97, in the '90s.")


def test_boilerplate_holds_no_timexes():
    article = Article(id="a", text="Posted Monday. He fled Tuesday.", published=FRIDAY, boilerplate=((0, 14),))
    assert [timex.span.text for timex in find_timexes(article)] == ["Tuesday"]


def test_article_without_a_date_keeps_relative_expressions_unresolved():
    article = Article(id="a", text="He fled on Monday and was caught on 3 May 2009.")
    assert [timex.value for timex in find_timexes(article)] == [None, "2009-05-03"]
