"""Confidence is what was measured of a rule, drawn towards its type where little was seen, and of mentions' company."""

from __future__ import annotations

import pytest
from eventx_rules.confidence import Confidence, measure, standard_confidence

from eventx.model import Argument, Arguments, Article, EventMention, Span


def test_rule_seen_often_has_its_own_share():
    confidence = measure([("ATTACK", "kill.active", n % 4 > 0) for n in range(400)])
    assert confidence.of_rule("ATTACK", "kill.active", 0.1) == pytest.approx(0.75, abs=0.01)


def test_rule_seen_twice_stays_near_its_type():
    often = [("ATTACK", "kill.active", True)] * 200
    confidence = measure([*often, *[("ATTACK", "hit.active", False)] * 2])
    assert confidence.of_rule("ATTACK", "hit.active", 0.1) > 0.5


def test_unseen_construction_takes_the_share_of_its_rule():
    confidence = Confidence(shares={"ATTACK": 0.5, "ATTACK.kill": 0.9})
    assert confidence.of_rule("ATTACK", "kill.gerund", 0.1) == 0.9


def test_unseen_type_takes_what_its_file_says():
    assert measure([("ATTACK", "kill.active", True)]).of_rule("PROTEST", "march.active", 0.35) == 0.35


def test_no_rule_is_certain():
    assert measure([("VISIT", "visit.active", True)] * 5000).of_rule("VISIT", "visit.active", 0.8) < 1


def test_standard_confidences_are_shares_of_known_types():
    shares = standard_confidence().shares
    assert {key.partition(".")[0] for key in shares} == {"VISIT", "ACCUSATION", "DENIAL", "ATTACK"}
    assert all(0 < share < 1 for share in shares.values())


@pytest.fixture
def weighing() -> Confidence:
    return Confidence(
        shares={"ATTACK": 0.9},
        weights={"constant": 1.0, "rule": 0.7, "alone": -2.0, "paired": -1.0, "bare": -0.5},
    )


def of(type_name: str, *arguments: Argument) -> EventMention:
    word = Span(start=0, end=6, text="attack")
    return EventMention(
        article_id="a", type=type_name, trigger=word, sentence=word, arguments=Arguments(arguments), confidence=0.9
    )


def test_lone_mention_is_trusted_less_than_one_of_many(weighing):
    alone, one_of_two, one_of_many = (weighing.of_mention(of("ATTACK"), others) for others in (0, 1, 5))
    assert alone < one_of_two < one_of_many


def test_mention_of_which_something_is_said_is_trusted_more(weighing):
    target = Argument(role="target", span=Span(start=10, end=14, text="fort"))
    assert weighing.of_mention(of("ATTACK", target), 3) > weighing.of_mention(of("ATTACK"), 3)


def test_type_never_measured_keeps_what_its_file_says(weighing):
    assert weighing.of_mention(of("PROTEST"), 0) == 0.9


def test_mentions_of_an_article_count_for_each_other(read):
    (alone,) = read("Rebels attacked the fort.")
    together = read(
        "Rebels attacked the fort. Rebels attacked the port. Rebels attacked the camp. Rebels attacked Perm."
    )
    assert alone.confidence < min(mention.confidence for mention in together)


def test_explanation_tells_the_same_mentions(extractor, analyser):
    text = "Rebels attacked the fort. She visited Perm. Gunmen killed five in Mali, and Mali accused Perm of it."
    analysis = analyser.analyse(Article.of(text))
    analyser.parse([(analysis, range(len(analysis.sentences)))])
    explained = [reason.mention for one in extractor.explain([analysis]) for reason in one.mentions]
    assert explained == list(extractor.extract([analysis]))
