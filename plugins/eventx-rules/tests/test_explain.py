"""The rules say why they found what they found, and why not."""

from __future__ import annotations

import pytest

from eventx.model import Article


@pytest.fixture
def explain(analyser, extractor):
    def explain_text(text: str):
        analysis = analyser.analyse(Article.of(text))
        analyser.parse([(analysis, range(len(analysis.sentences)))])
        (explanation,) = extractor.explain([analysis])
        return explanation

    return explain_text


def test_mention_names_its_rule_and_the_slot_of_each_argument(explain):
    (found,) = explain("Rebels attacked a convoy near Gao.").mentions
    assert found.mention.rule == "attack.active"
    assert [(r.argument.role, r.argument.text, r.reason) for r in found.roles] == [
        ("attacker", "Rebels", "subject"),
        ("target", "a convoy", "object"),
        ("place", "Gao", "near"),
    ]


def test_mention_shows_the_words_of_a_broken_trigger(explain):
    (found,) = explain("Quito held the firm responsible for the spill.").mentions
    assert [span.text for span in found.tokens] == ["held", "responsible"]


def test_lent_argument_names_the_word_that_lent_it(explain):
    killed = explain("The ambush in Gao killed four medics.").mentions[1]
    assert {r.argument.text: r.reason for r in killed.roles}["Gao"] == "shared:ambush"


def test_refused_word_names_the_condition(explain):
    explanation = explain("The court denied him a visa and denied the bank's claim.")
    assert any(refusal.word.text == "denied" and "forbids" in refusal.why for refusal in explanation.refusals)


def test_sentence_without_trigger_word_was_not_parsed(explain):
    explanation = explain("The orchestra played two symphonies.")
    assert explanation.passed_for == ()
    assert list(explanation.lines())[-1].strip() == "not parsed: no trigger word with the words that it needs"


def test_lines_show_mention_roles_and_modality(explain):
    text = "\n".join(explain("Rebels attacked a convoy.").lines())
    assert "ATTACK “attacked”  rule attack.active" in text
    assert "target: “a convoy”  object" in text
    assert "asserted" in text
