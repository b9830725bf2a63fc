from __future__ import annotations

import pytest

from eventx.model import MODALITIES, Argument, EventMention, Span

TEXT = "He and she visited Rome, Reuters said."


def span(part):
    start = TEXT.index(part)
    return Span.of(TEXT, start, start + len(part))


def mention(**fields):
    return EventMention(**{"article_id": "a1", "type": "VISIT", "trigger": span("visited")} | fields)


def test_id_is_made_of_article_position_and_type():
    assert mention().mention_id == "a1#11:VISIT"


def test_every_span_of_a_mention_is_listed():
    pair = Argument(role="visitor", span=span("He and she"), members=[span("He"), span("she")])
    full = mention(sentence=span(TEXT), arguments=[pair], attribution=span("Reuters"))

    assert [str(one) for one in full.spans()] == ["visited", TEXT, "He and she", "He", "she", "Reuters"]


@pytest.mark.parametrize("modality", MODALITIES)
def test_modality_is_one_of_five(modality):
    assert mention(modality=modality).modality == modality


def test_unknown_modality_is_refused():
    with pytest.raises(ValueError, match="modality"):
        mention(modality="certain")


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan")])
def test_confidence_is_a_probability(confidence):
    with pytest.raises(ValueError, match="confidence"):
        mention(confidence=confidence)


def test_mention_is_hashable():
    assert len({mention(), mention()}) == 1
