"""Gold and predicted mentions by hand: what stands where is found in the text, so that no test counts characters."""

from __future__ import annotations

import datetime as dt

import pytest

from eventx.evaluation import GoldArgument, GoldArticle, GoldMention
from eventx.model import Argument, EventMention, Span, When


def day(value: str, source: str = "text") -> When:
    return When(start=dt.date.fromisoformat(value), end=dt.date.fromisoformat(value), granularity="day", source=source)


def place(text: str, part: str) -> Span:
    assert text.count(part) == 1, f"{part!r} stands {text.count(part)} times in the text"
    start = text.index(part)
    return Span.of(text, start, start + len(part))


@pytest.fixture
def gold():
    """Annotate a text: each mention is (type, trigger, {role: filler}, {other fields})."""

    def make(text, *mentions, name="a", **fields):
        return GoldArticle(
            id=name,
            text=text,
            mentions=[
                GoldMention(
                    type=type_,
                    trigger=place(text, trigger),
                    arguments=[GoldArgument(role=role, span=place(text, filler)) for role, filler in roles.items()],
                    **{**others, "when": day(others["when"]) if "when" in others else None},
                )
                for type_, trigger, roles, others in mentions
            ],
            **fields,
        )

    return make


@pytest.fixture
def found():
    """Predict for a text, in the same form."""

    def make(text, *mentions, name="a"):
        return [
            EventMention(
                article_id=name,
                type=type_,
                trigger=place(text, trigger),
                arguments=[Argument(role=role, span=place(text, filler)) for role, filler in roles.items()],
                **{**others, "when": day(*others["when"].split()) if "when" in others else None},
            )
            for type_, trigger, roles, others in mentions
        ]

    return make


SHELLING = "Rebels shelled the port on Friday. Vans accused Velmark of arming them. It denied the charge."
VISIT = "Dahl will visit Selby on Monday. Her trip was announced in May. No shots were fired."

FRIDAY, NEXT_DAY = "2024-03-08", "2024-03-09 publication"


@pytest.fixture
def case(gold, found):
    """Two articles of six mentions, five of which are found; every figure of it is worked out in test_figures."""
    articles = [
        gold(
            SHELLING,
            ("ATTACK", "shelled", {"attacker": "Rebels", "target": "the port"}, {"when": "2024-03-08", "cluster": "1"}),
            (
                "ACCUSATION",
                "accused",
                {"accuser": "Vans", "accused": "Velmark", "allegation": "arming them"},
                {"cluster": "2"},
            ),
            ("DENIAL", "denied", {"denier": "It", "allegation": "the charge"}, {"cluster": "3", "about": "2"}),
            source="Herald",
        ),
        gold(
            VISIT,
            (
                "VISIT",
                "visit",
                {"visitor": "Dahl", "destination": "Selby"},
                {"when": "2024-03-11", "modality": "planned", "cluster": "1"},
            ),
            ("VISIT", "trip", {}, {"modality": "planned", "cluster": "1"}),
            ("ATTACK", "fired", {}, {"modality": "negated", "cluster": "2"}),
            name="b",
            source="Times",
        ),
    ]
    predictions = found(
        SHELLING,
        (
            "ATTACK",
            "shelled",
            {"attacker": "Rebels", "target": "the port on Friday"},
            {"when": FRIDAY, "event_id": "e1"},
        ),
        (
            "ACCUSATION",
            "accused",
            {"accuser": "Vans", "accused": "Velmark"},
            {"when": FRIDAY, "event_id": "e2", "about": "e1"},
        ),
        ("DENIAL", "charge", {"denier": "It"}, {"confidence": 0.5, "rule": "charge.noun"}),
    ) + found(
        VISIT,
        ("VISIT", "visit", {"visitor": "Dahl"}, {"when": NEXT_DAY, "modality": "planned", "event_id": "e3"}),
        ("VISIT", "trip", {"visitor": "Her"}, {"event_id": "e4"}),
        ("ATTACK", "fired", {}, {"modality": "hypothetical", "event_id": "e5"}),
        name="b",
    )
    return articles, predictions
