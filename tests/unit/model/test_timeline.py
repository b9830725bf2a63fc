from __future__ import annotations

import datetime as dt

import pytest

from eventx.model import ArticleInfo, Entity, Event, EventArgument, Timeline, When, copy_count


def day(text):
    date = dt.date.fromisoformat(text)
    return When(start=date, end=date, granularity="day")


MAY = When(start=dt.date(2024, 5, 1), end=dt.date(2024, 5, 31), granularity="month")
VISIT = Event(
    event_id="e1",
    type="VISIT",
    when=day("2024-05-06"),
    arguments=[
        EventArgument(role="visitor", name="Maria Silva", entity_id="n1"),
        EventArgument(role="destination", name="South Korea"),
    ],
)
ATTACK = Event(
    event_id="e2", type="ATTACK", when=MAY, arguments=[EventArgument(role="target", name="Maria Silva", entity_id="n1")]
)
PLAN = Event(event_id="e3", type="VISIT", modality="planned")
RULE = Event(event_id="e4", type="VISIT", modality="generic")
TIMELINE = Timeline(
    events=[VISIT, ATTACK, PLAN, RULE],
    entities=[Entity(entity_id="n1", name="Maria Silva", aliases=["President Silva"])],
    plugins={"rules": "0.1.0"},
    eventx="0.1.0",
)


def ids(timeline):
    return [event.event_id for event in timeline]


def test_timeline_is_iterated_and_counted():
    assert ids(TIMELINE) == ["e1", "e2", "e3", "e4"]
    assert len(TIMELINE) == 4


def test_events_of_types_are_kept():
    assert ids(TIMELINE.of_type("ATTACK")) == ["e2"]
    assert ids(TIMELINE.of_type("ATTACK", "VISIT")) == ids(TIMELINE)
    assert ids(TIMELINE.of_type()) == []


def test_filtering_keeps_what_is_not_events():
    kept = TIMELINE.of_type("ATTACK")

    assert (kept.entities, kept.plugins, kept.eventx) == (TIMELINE.entities, TIMELINE.plugins, "0.1.0")


@pytest.mark.parametrize("name", ["silva", "MARIA SILVA", "President Silva", "n1"])
def test_events_involving_an_entity_are_found_by_any_of_its_names(name):
    assert ids(TIMELINE.involving(name)) == ["e1", "e2"]


@pytest.mark.parametrize("name", ["sil", "Korean", "", "Silva Maria"])
def test_parts_of_words_involve_nobody(name):
    assert ids(TIMELINE.involving(name)) == []


def test_everybody_named_must_be_involved():
    assert ids(TIMELINE.involving("silva", "korea")) == ["e1"]


def test_involvement_can_be_asked_by_role():
    assert ids(TIMELINE.involving("silva", role="target")) == ["e2"]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2024-05-06", "2024-05-06", ["e1", "e2"]),
        ("2024-05-07", None, ["e2"]),
        (None, "2024-05-05", ["e2"]),
        ("2024-06-01", None, []),
        (None, None, ["e1", "e2"]),
        (dt.date(2024, 5, 1), dt.date(2024, 5, 6), ["e1", "e2"]),
    ],
)
def test_events_between_two_days_are_those_that_may_fall_there(first, last, expected):
    assert ids(TIMELINE.between(first, last)) == expected


def test_backward_bounds_are_refused():
    with pytest.raises(ValueError, match="first day 2024-05-07 is after last day 2024-05-06"):
        TIMELINE.between("2024-05-07", "2024-05-06")


def test_generic_and_hypothetical_events_are_hidden():
    assert ids(TIMELINE.visible()) == ["e1", "e2", "e3"]


@pytest.mark.parametrize(
    ("told_by", "copies"),
    [
        (["wire"], 0),
        (["copy"], 0),
        (["copy", "wire"], 1),
        (["copy", "other"], 0),
        (["copy", "recopied"], 1),
        (["gone"], 0),
    ],
)
def test_copies_are_those_that_repeat_another_teller(told_by, copies):
    infos = [
        ArticleInfo(id="wire"),
        ArticleInfo(id="copy", copy_of="wire"),
        ArticleInfo(id="recopied", copy_of="wire"),
        ArticleInfo(id="other"),
    ]
    event = Event(event_id="e", type="VISIT", articles=told_by)
    assert copy_count(event, {info.id: info for info in infos}) == copies
