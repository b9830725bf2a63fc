"""JSON in and out, on objects made by hand."""

import datetime as dt
import json

import pytest

from eventx.errors import SerializationError
from eventx.model import (
    Argument,
    Article,
    DateClaim,
    Entity,
    Event,
    EventArgument,
    EventMention,
    ModelInfo,
    Timeline,
    Timex,
    When,
)
from eventx.serialize import (
    article_info,
    mention_from_dict,
    mention_to_dict,
    timeline_from_json,
    timeline_to_dict,
    timeline_to_json,
    timex_to_dict,
)

ARTICLE = Article.of("Rebels and militiamen shelled the port on Friday, Reuters said.", id="a", published="2024-03-09")


@pytest.fixture
def mention():
    return EventMention(
        article_id="a",
        type="ATTACK",
        trigger=ARTICLE.span(22, 29),
        sentence=ARTICLE.span(0, 63),
        arguments=[
            Argument(
                role="attacker",
                span=ARTICLE.span(0, 21),
                members=[ARTICLE.span(0, 6), ARTICLE.span(11, 21)],
                entity_id="a:n1",
                name="Rebels",
            ),
            Argument(role="target", span=ARTICLE.span(30, 38)),
        ],
        when=When(
            start=dt.date(2024, 3, 8), end=dt.date(2024, 3, 8), granularity="day", expression=ARTICLE.span(42, 48)
        ),
        attribution=ARTICLE.span(50, 57),
        event_id="a:e1",
        confidence=0.75,
        extractor="rules",
        rule="shell.active",
    )


@pytest.fixture
def timeline(mention):
    event = Event(
        event_id="e0123456789",
        type="ATTACK",
        when=mention.when,
        dates=[DateClaim(when=mention.when, mentions=[mention.mention_id])],
        arguments=[EventArgument(role="attacker", name="Rebels", entity_id="n1", mentions=[mention.mention_id])],
        articles=["a"],
        mentions=[mention],
    )
    return Timeline(
        events=[event],
        entities=[Entity(entity_id="n1", name="Rebels", aliases=["the rebels"], category="REB")],
        articles=[article_info(ARTICLE)],
        plugins={"rules": "0.1.0"},
        model=ModelInfo(name="en", version="3.8.0", sha256="00"),
        eventx="0.1.0",
    )


def test_mention_is_written_with_flat_arguments(mention):
    row = mention_to_dict(mention)
    assert row["mention_id"] == "a#22:ATTACK"
    assert row["arguments"][1] == {"role": "target", "start": 30, "end": 38, "text": "the port"}
    assert row["when"]["text"] == "Friday"


def test_mention_reads_back_equal(mention):
    assert mention_from_dict(json.loads(json.dumps(mention_to_dict(mention)))) == mention


def test_mention_of_other_programs_may_hold_more_and_leave_out_much():
    row = {
        "article_id": "a",
        "type": "ATTACK",
        "trigger": {"start": 22, "end": 29, "text": "shelled"},
        "when": None,
        "score": 3,
    }
    assert mention_from_dict(row).trigger.text == "shelled"


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"type": None}, "missing: type"),
        ({"modality": "sure"}, "expected one of asserted, planned"),
        ({"trigger": {"start": 22, "end": 28, "text": "shelled"}}, "its text 'shelled' has 7"),
        (
            {"trigger": {"start": "22", "end": 29, "text": "shelled"}},
            "expected a whole number, got '22' @ $.trigger.start",
        ),
        ({"when": {"start": "Friday", "end": "2024-03-08", "granularity": "day"}}, "expected a date as YYYY-MM-DD"),
        ({"arguments": [{"role": "target"}]}, "$.arguments[0].span.start"),
        ({"mention_id": "b#1:VISIT"}, "mention_id is 'b#1:VISIT'"),
    ],
)
def test_mention_that_does_not_fit_is_refused_with_the_reason(mention, change, complaint):
    with pytest.raises(SerializationError, match="file:3: ") as caught:
        mention_from_dict(mention_to_dict(mention) | change, where="file:3")
    assert complaint in str(caught.value)


def test_timeline_reads_back_equal(timeline):
    assert timeline_from_json(timeline_to_json(timeline)) == timeline


def test_time_of_publication_reads_back_as_a_time(timeline):
    moment = dt.datetime(2024, 3, 9, 7, 30, tzinfo=dt.UTC)
    info = article_info(Article.of("x", published=moment))
    text = timeline_to_json(Timeline(articles=[info]))
    assert timeline_from_json(text).articles[0].published == moment


def test_timeline_of_another_format_version_is_refused(timeline):
    with pytest.raises(SerializationError, match="format version 99 is not known; this eventx reads 1"):
        timeline_from_json(json.dumps(timeline_to_dict(timeline) | {"format_version": 99}))


def test_timeline_with_a_misspelt_key_is_refused(timeline):
    with pytest.raises(SerializationError, match="unknown keys: evnts"):
        timeline_from_json(json.dumps(timeline_to_dict(timeline) | {"evnts": []}))


@pytest.mark.parametrize("text", ["", "[]", "{}", "{", "\x00"])
def test_text_that_is_no_timeline_is_refused(text):
    with pytest.raises(SerializationError):
        timeline_from_json(text)


def test_timex_is_written_with_its_days():
    timex = Timex(
        span=ARTICLE.span(42, 48),
        type="DATE",
        value="2024-03-08",
        start=dt.date(2024, 3, 8),
        end=dt.date(2024, 3, 8),
        granularity="day",
        anchor=dt.date(2024, 3, 9),
    )
    row = timex_to_dict("a", timex)
    assert (row["article_id"], row["text"], row["value"], row["first_day"]) == (
        "a",
        "Friday",
        "2024-03-08",
        "2024-03-08",
    )
