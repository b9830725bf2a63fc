"""Exporters, on a timeline made by hand."""

import csv
import datetime as dt
import io
import json

import attrs
import pytest

from eventx.exporters import records
from eventx.exporters.dates import readable_date
from eventx.model import Article, ArticleInfo, Event, EventArgument, EventMention, Timeline, When
from eventx.printable import printable, shortened
from eventx.serialize import article_info, timeline_from_json

TEXT = "Rebels shelled the port. \x1b[31m=cmd()|'x' <script>alert(1)</script>"
ARTICLE = Article.of(TEXT, id="a", published="2024-03-09", title="Port *shelled*")
DAY = When(start=dt.date(2024, 3, 8), end=dt.date(2024, 3, 8), granularity="day")


def written(name, timeline, **options):
    record = next(record for record in records() if record.name == name)
    stream = io.BytesIO()
    record.build(options).write(timeline, stream)
    return stream.getvalue().decode("utf-8")


@pytest.fixture
def timeline():
    mention = EventMention(
        article_id="a", type="ATTACK", trigger=ARTICLE.span(7, 14), sentence=ARTICLE.span(0, len(TEXT)), event_id="e1"
    )
    attack = Event(
        event_id="e1",
        type="ATTACK",
        when=DAY,
        summary="Rebels attack the port",
        arguments=[
            EventArgument(role="attacker", name="Rebels"),
            EventArgument(role="killed", name="17"),
            EventArgument(role="killed", name="24"),
        ],
        articles=["a"],
        mentions=[mention],
    )
    visit = Event(
        event_id="e2", type="VISIT", modality="planned", summary="=HYPERLINK(0)", arguments=[], articles=["a"]
    )
    return Timeline(events=[attack, visit], articles=[article_info(ARTICLE)])


def test_json_reads_back_equal(timeline):
    assert timeline_from_json(written("json", timeline)) == timeline


@pytest.mark.parametrize(
    ("name", "told"),
    [("table", "2 (1 copy)"), ("markdown", "Told by 2 (1 copy): "), ("csv", ",2,1,a; b,"), ("html", '"copy_of":0')],
)
def test_near_copies_are_told_beside_the_number_of_articles(timeline, name, told):
    articles = [*timeline.articles, ArticleInfo(id="b", copy_of="a")]
    copied = attrs.evolve(timeline.events[0], articles=["a", "b"])
    assert told in written(name, attrs.evolve(timeline, events=[copied], articles=articles))


def test_mentions_are_one_a_line(timeline):
    (line,) = written("mentions", timeline).splitlines()
    assert json.loads(line)["event_id"] == "e1"


def test_csv_has_a_column_for_every_role(timeline):
    rows = list(csv.DictReader(io.StringIO(written("csv", timeline))))
    assert rows[0]["attacker"] == "Rebels"
    assert rows[0]["killed"] == "17; 24"
    assert rows[0]["first_day"] == "2024-03-08"


def test_csv_holds_no_formula(timeline):
    rows = list(csv.DictReader(io.StringIO(written("csv", timeline))))
    assert rows[1]["summary"] == "'=HYPERLINK(0)"


def test_markdown_quotes_the_evidence_with_its_marks_escaped(timeline):
    text = written("markdown", timeline)
    assert "- **8 Mar 2024** · ATTACK: Rebels attack the port" in text
    assert "\\<script\\>" in text
    assert "Port \\*shelled\\*" in text


def test_markdown_says_what_is_only_planned(timeline):
    assert "- **undated** · VISIT *(planned)*" in written("markdown", timeline)


@pytest.mark.parametrize("name", ["markdown", "table", "csv"])
def test_no_terminal_escape_survives(timeline, name):
    assert "\x1b" not in written(name, timeline)


def test_table_shows_date_type_and_summary(timeline):
    text = written("table", timeline, width=100)
    assert "8 Mar 2024" in text
    assert "Rebels attack the port" in text


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (None, "undated"),
        (DAY, "8 Mar 2024"),
        (When(start=dt.date(2024, 3, 4), end=dt.date(2024, 3, 10), granularity="week"), "4–10 Mar 2024"),
        (When(start=dt.date(2024, 2, 26), end=dt.date(2024, 3, 3), granularity="week"), "26 Feb 2024 – 3 Mar 2024"),
        (When(start=dt.date(2024, 3, 1), end=dt.date(2024, 3, 31), granularity="month"), "Mar 2024"),
        (When(start=dt.date(2024, 1, 1), end=dt.date(2024, 12, 31), granularity="year"), "2024"),
        (When(start=DAY.start, end=DAY.end, granularity="day", source="publication"), "≤ 8 Mar 2024"),
    ],
)
def test_readable_date_shows_how_much_is_known(when, shown):
    assert readable_date(when) == shown


def test_printable_drops_what_acts_and_keeps_what_says():
    assert printable("caf\u00e9 \x1b[0m\u202etxt\n two\ud800") == "café [0mtxt two"


def test_shortened_shows_that_there_was_more():
    assert shortened("one two three", 8) == "one two…"


def test_unknown_option_is_told_with_the_known_ones():
    record = next(record for record in records() if record.name == "html")
    with pytest.raises(ValueError, match=r"no option 'titel'; known: title, lanes\. Did you mean 'title'\?"):
        record.build({"titel": "Spring"})
