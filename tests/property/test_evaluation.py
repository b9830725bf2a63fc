"""What holds of evaluation whatever gold and predictions are."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventx.evaluation import GoldArgument, GoldArticle, GoldMention, calibrate, compare, disagreements, evaluate
from eventx.evaluation.matching import match_mentions
from eventx.evaluation.spans import agree
from eventx.model import MODALITIES, Argument, EventMention, Span, When

# Whole evaluations: making one takes Hypothesis far longer than trying it.
FEW = settings(max_examples=30, deadline=None)

TEXT = "The Foreign Minister of Velmark, Elin Dahl, said rebels' shells hit 3 ships in the U.S. port (again) on Friday."

TYPES = st.sampled_from(["ATTACK", "DENIAL"])
ROLES = st.sampled_from(["attacker", "target"])
DATES = st.none() | st.dates(dt.date(2024, 3, 1), dt.date(2024, 3, 4))


@st.composite
def spans(draw):
    start = draw(st.integers(0, len(TEXT) - 1))
    return Span.of(TEXT, start, draw(st.integers(start + 1, min(start + 30, len(TEXT)))))


def when(day):
    return day and When(start=day, end=day, granularity="day")


@st.composite
def predictions(draw):
    roles = draw(st.lists(st.tuples(ROLES, spans()), max_size=3))
    return EventMention(
        article_id=draw(st.sampled_from(["a", "b"])),
        type=draw(TYPES),
        trigger=draw(spans()),
        arguments=[Argument(role=role, span=span) for role, span in roles],
        when=when(draw(DATES)),
        modality=draw(st.sampled_from(MODALITIES)),
        event_id=draw(st.sampled_from(["e1", "e2", "e3", None])),
        about=draw(st.sampled_from(["e1", "e2", None])),
        confidence=draw(st.floats(0, 1)),
    )


PREDICTIONS = st.lists(predictions(), max_size=6)


def as_gold(mentions, *, topic=None):
    """Gold of which these mentions are a perfect prediction."""
    return [
        GoldArticle(
            id=article_id,
            text=TEXT,
            topic=topic,
            mentions=[
                GoldMention(
                    type=mention.type,
                    trigger=mention.trigger,
                    arguments=[GoldArgument(role=one.role, span=one.span) for one in mention.arguments],
                    when=mention.when,
                    modality=mention.modality,
                    cluster=mention.event_id,
                    about=mention.about,
                )
                for mention in mentions
                if mention.article_id == article_id
            ],
        )
        for article_id in ("a", "b")
    ]


GOLD = st.builds(as_gold, PREDICTIONS, topic=st.sampled_from([None, "port"]))


@given(spans(), spans())
def test_agreement_is_mutual_and_a_span_agrees_with_itself(one, other):
    assert agree(one, other) == agree(other, one)
    assert agree(one, one)


@FEW
@given(GOLD, PREDICTIONS)
def test_mentions_match_one_to_one_with_their_type_and_place(gold, predicted):
    mentions = gold[0].mentions
    matched = match_mentions(mentions, predicted)

    assert len(set(matched.values())) == len(matched)
    for number, answer in matched.items():
        assert mentions[number].type == predicted[answer].type
        assert mentions[number].trigger.overlaps(predicted[answer].trigger)


@FEW
@given(PREDICTIONS)
def test_gold_scored_against_itself_is_perfect(mentions):
    distinct = list({mention.mention_id: mention for mention in mentions}.values())
    figures = evaluate(as_gold(distinct), distinct).figures["all"]

    if distinct:
        assert (figures["trigger_f1"], figures["modality_accuracy"]) == (1, 1)
        assert figures["cluster_f1"] == pytest.approx(1)
        assert figures["date_accuracy"] in (1, None)
        assert figures["argument_f1"] == float(any(mention.arguments for mention in distinct))
        assert not list(disagreements(evaluate(as_gold(distinct), distinct).articles))


@FEW
@given(GOLD, PREDICTIONS)
def test_figures_lie_between_nothing_and_one(gold, predicted):
    for row in evaluate(gold, predicted, by="type").figures.values():
        for name, value in row.items():
            if name not in ("gold", "predicted", "dated"):
                assert value is None or 0 <= value <= 1 + 1e-9, name


@FEW
@given(GOLD, PREDICTIONS)
def test_figures_by_type_account_for_every_mention(gold, predicted):
    whole, *rows = evaluate(gold, predicted, by="type").figures.values()

    assert whole["gold"] == sum(row["gold"] for row in rows) == sum(len(article.mentions) for article in gold)
    assert whole["predicted"] == sum(row["predicted"] for row in rows) == len(predicted)


@FEW
@given(GOLD, PREDICTIONS, PREDICTIONS)
def test_predictions_for_other_articles_change_no_figure(gold, predicted, others):
    elsewhere = [attrs.evolve(mention, article_id="c") for mention in others]
    alone, beside = evaluate(gold, predicted), evaluate(gold, [*elsewhere, *predicted])

    assert (beside.figures, beside.elsewhere) == (alone.figures, len(others))


@FEW
@given(GOLD, PREDICTIONS)
def test_reliability_table_holds_every_prediction_in_its_bin(gold, predicted):
    table = calibrate(evaluate(gold, predicted).articles)

    assert sum(one.mentions for one in table.bins) == len(predicted)
    assert all(one.low - 1e-9 <= one.predicted <= one.high + 1e-9 for one in table.bins)
    assert 0 <= table.error <= 1


@FEW
@given(GOLD, PREDICTIONS, PREDICTIONS)
def test_comparison_gives_the_difference_of_the_figures(gold, predicted, others):
    one, other = evaluate(gold, predicted), evaluate(gold, others)

    for row in compare(one, other, resamples=5):
        assert row.difference == pytest.approx(one.figures["all"][row.figure] - other.figures["all"][row.figure])
        assert row.low <= row.high
