"""Where an article says when it was published, and where it only seems to."""

import datetime as dt

import pytest

from eventx.readers.calendar_days import FULL_DATE, day_of
from eventx.readers.published import find_published

BODY = "\n\nThe envoy of the north left Lima on Monday after talks with the mayor.\n\nNobody saw him off.\n"
MAY_3 = dt.date(2016, 5, 3)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Published: 3 May 2016", "label"),
        ("First published on Tue 3 May 2016 10.53 BST", "label"),
        ("PUBLISHED: 10:30 GMT, 3 May 2016 | UPDATED: 11:00 GMT, 4 May 2016", "label"),
        ("Posted May 3, 2016 at 10:30 p.m.", "label"),
        ("Date: 2016-05-03", "label"),
        ("Posted on 2016/05/03", "label"),
        ("By Ann Ray / May 3, 2016", "byline"),
        ("By Staff reporter | Tuesday, May 3, 2016 | 10:30 p.m.", "byline"),
        ("By Ann Ray, Special to the Herald\nMay 3, 2016 10:30 AM", "byline"),
        ("By Ann Ray\nLima — May 3, 2016", "byline"),
        ("LIMA, May 3, 2016 (Xinhua) -- A bomb went off.", "dateline"),
        ("LIMA, 3 May 2016 (Agency) - A bomb went off.", "dateline"),
        ("LIMA, May 3 (Agency) -- A bomb went off.\n\nCopyright 2016 The Herald", "dateline"),
        ("Tuesday, May 3, 2016", "header"),
        ("Lima, 3 May 2016", "header"),
        ("Ann Ray - Sept. 3, 2016".replace("Sept.", "May"), "header"),
        ("2016-05-03T10:00:00Z", "header"),
        ("Last updated: Tuesday, 3 May 2016, 10:30 GMT", "updated"),
        ("Updated 10:30 AM ET, Tue May 3, 2016", "updated"),
        ("The envoy, left, speaks to reporters in Lima, Peru, May 3, 2016.", "caption"),
        ("The envoy speaks to reporters in Lima, Peru, May 3, 2016. (AP Photo/Ann Ray)", "caption"),
        ("The envoy (R) and the mayor leave the hall in Lima on May 3, 2016", "caption"),
    ],
)
def test_day_is_found_in(line, place):
    assert find_published(f"Envoy Leaves Lima\n\n{line}{BODY}") == (MAY_3, place)


def test_day_is_found_below_the_text():
    assert find_published("Envoy Leaves Lima" + BODY * 200 + "\nPublished: May 3, 2016\n") == (MAY_3, "label")


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/world/2016/may/03/envoy",
        "https://example.org/2016/05/03/envoy.html",
        "https://example.org/envoy-2016-05-03",
    ],
)
def test_day_is_found_in_the_address(url):
    assert find_published("The envoy left." + BODY, url) == (MAY_3, "url")


@pytest.mark.parametrize(
    "line",
    [
        "The envoy left Lima.",
        "Published on May 3, 2016, the report says nothing.",
        "The report was published on May 3, 2016.",
        "By Tuesday, May 3, 2016, the siege was over.",
        "By May 3, 2016 the rebels had left.",
        "The treaty was signed in Lima on May 3, 2016.",
        "FILE - The envoy, left, speaks to reporters in Lima, Peru, May 3, 2016.",
        "LIMA, May 3 (Agency) -- A bomb went off.",
        "Monday, May 3, 2016",  # it was a Tuesday
        "03/05/2016",
        "Published: 5/3/16",
        "May 3, 2016\n\nMay 4, 2016",
        "Published: May 3, 2016\nPublished: May 4, 2016",
        "February 30, 2016",
    ],
)
def test_day_stays_unknown_for(line):
    assert find_published(f"Envoy Leaves Lima\n\n{line}{BODY}") is None


@pytest.mark.parametrize(
    "later", ["It ended on June 5, 2016.", "He had been freed in May 2016.", "They are to meet again in 2017."]
)
def test_picture_older_than_its_text_dates_nothing(later):
    caption = "The envoy, left, speaks to reporters in Lima, Peru, May 3, 2016."
    assert find_published(f"{caption}\n\nThe envoy left. {later}") is None


def test_more_trustworthy_place_wins():
    caption = "The envoy, left, speaks to reporters in Lima, Peru, May 1, 2016."
    assert find_published(f"{caption}\n\nBy Ann Ray / May 3, 2016{BODY}") == (MAY_3, "byline")


def test_text_of_5_mb_is_looked_at_only_where_it_pays():
    assert find_published("The envoy left Lima on Monday.\n" * 160_000) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3rd May, 2016", MAY_3),
        ("03-May-2016", MAY_3),
        ("2016 May 3", MAY_3),
        ("2016.05.03", MAY_3),
        ("Tues., May 3, 2016", MAY_3),
        ("23/05/2016", dt.date(2016, 5, 23)),
        ("05/23/2016", dt.date(2016, 5, 23)),
        ("05/05/2016", dt.date(2016, 5, 5)),
        ("05/03/2016", None),
        ("30/30/2016", None),
        ("Sept. 26, 2011", dt.date(2011, 9, 26)),
        ("Sun May 3, 2016", None),
    ],
)
def test_full_dates_are_read_into_days(text, day):
    match = FULL_DATE.fullmatch(text)
    assert match is not None
    assert day_of(match) == day


@pytest.mark.parametrize("text", ["May 2016", "3 May", "1.2016-05-03", "2016-05-031", "May 3, 20166", "7/2016/05/03"])
def test_what_is_no_full_date_is_not_read(text):
    assert FULL_DATE.search(text) is None
