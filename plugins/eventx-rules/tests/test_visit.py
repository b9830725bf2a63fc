"""Visits: who travels where, in how many ways."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The envoy is in Rabat for talks with the king.", "is in"),
        ("The ministers were here to attend the summit.", "were here"),
        ("The king received the envoy at his palace.", "received"),
        ("The president will host his Polish counterpart.", "host"),
        ("The city welcomed the pilgrims.", "welcomed"),
        ("The pianist was given a warm welcome.", "welcome"),
        ("The couple were holidaying in Madeira.", "holidaying"),
        ("The twins were staying at a hotel in Lima.", "staying"),
        ("The senator spent two days in Tunis.", "spent"),
        ("The couple were headed to Lima for the last leg.", "headed"),
        ("Lopez left Peru to fight abroad.", "left"),
        ("She set out for Cairo.", "set out"),
        ("The delegates drove to Jericho.", "drove"),
        ("The chancellor is due in Lisbon on Friday.", "due"),
        ("The chancellor is expected in Lisbon on Friday.", "expected"),
        ("The governor will lead a trade delegation to Peru.", "lead"),
        ("The envoy was met at the airport by the mayor.", "met"),
        ("The senator came here to see the ruins.", "came"),
        ("The premier made a surprise stop in Kabul.", "stop"),
        ("Norway sent a mediator to Colombo.", "sent"),
        ("The visiting delegation rested.", "visiting"),
    ],
)
def test_visit_is_read(read, text, trigger):
    assert [m.trigger.text for m in read(text, "VISIT")] == [trigger]


@pytest.mark.parametrize(
    "text",
    [
        "The minister flew home.",
        "The troops arrived on Tuesday.",
        "The plane landed in Quito.",
        "A convoy of tankers travelled in the north.",
        "Tour operators reported cancellations.",
        "He finished a tour of duty.",
        "What is going on there is unacceptable.",
        "The players will stay in business.",
        "The city will host the Olympics.",
        "Britain welcomed the decision.",
        "The newly arrived immigrants waited.",
        "The bank sent all workers home.",
    ],
)
def test_other_senses_give_no_visit(read, text):
    assert read(text, "VISIT") == []


def test_host_receives_the_visitor(roles):
    assert roles("The king received the envoy at his palace.", "VISIT") == {
        "host": ["The king"],
        "visitor": ["the envoy"],
        "destination": ["his palace"],
    }


def test_talks_are_the_purpose_of_being_somewhere(roles):
    assert roles("Rice is in Rabat for talks with the king.", "VISIT") == {
        "visitor": ["Rice"],
        "destination": ["Rabat"],
        "purpose": ["talks with the king"],
    }
