from __future__ import annotations

import attrs

from eventx.evaluation.matching import match_articles, match_mentions

TEXT = "Gunmen opened fire on the bus, and fire broke out."


def test_mention_of_another_type_is_no_match(gold, found):
    article = gold(TEXT, ("ATTACK", "opened fire", {}, {}))

    assert match_mentions(article.mentions, found(TEXT, ("VISIT", "opened fire", {}, {}))) == {}


def test_triggers_need_not_be_the_same_but_must_overlap(gold, found):
    article = gold(TEXT, ("ATTACK", "opened fire", {}, {}))
    predicted = found(TEXT, ("ATTACK", "fire broke", {}, {}), ("ATTACK", "opened", {}, {}))

    assert match_mentions(article.mentions, predicted) == {0: 1}


def test_each_mention_matches_once_and_the_best_overlap_wins(gold, found):
    article = gold(TEXT, ("ATTACK", "opened fire", {}, {}))
    predicted = found(TEXT, ("ATTACK", "opened", {}, {}), ("ATTACK", "opened fire on", {}, {}))

    assert match_mentions(article.mentions, predicted) == {0: 1}


def test_two_mentions_of_gold_do_not_share_one_prediction(gold, found):
    article = gold(TEXT, ("ATTACK", "opened", {}, {}), ("ATTACK", "fire on", {}, {}))

    assert match_mentions(article.mentions, found(TEXT, ("ATTACK", "opened fire on", {}, {}))) == {1: 0}


def test_trigger_as_long_as_a_sentence_matches_nothing(gold, found):
    article = gold(TEXT, ("ATTACK", "opened fire", {}, {}))
    predicted = found(TEXT, ("ATTACK", "Gunmen opened fire on the bus, and fire broke", {}, {}))

    assert match_mentions(article.mentions, predicted) == {}


def test_argument_must_fill_the_same_role(gold, found):
    article = gold(TEXT, ("ATTACK", "opened fire", {"attacker": "Gunmen", "target": "the bus"}, {}))
    predicted = found(TEXT, ("ATTACK", "opened fire", {"target": "Gunmen", "attacker": "the bus"}, {}))
    (matched,), _ = match_articles([article], predicted)

    assert matched.matched[0].arguments.right == ()
    assert [argument.span.text for argument in matched.matched[0].arguments.missed] == ["Gunmen", "the bus"]
    assert [argument.text for argument in matched.matched[0].arguments.spurious] == ["Gunmen", "the bus"]


def test_one_predicted_argument_answers_one_of_gold(gold, found):
    text = "Gunmen shot guards, and other guards, dead."
    article = gold(text, ("ATTACK", "shot", {"target": "guards, and other guards"}, {}))
    predicted = found(text, ("ATTACK", "shot", {"target": "other guards"}, {}))
    twice = [attrs.evolve(mention, arguments=[*mention.arguments] * 2) for mention in predicted]
    (matched,), _ = match_articles([article], twice)

    assert len(matched.matched[0].arguments.right) == 1
    assert len(matched.matched[0].arguments.spurious) == 1


def test_predictions_for_other_articles_are_only_counted(gold, found):
    article = gold(TEXT, ("ATTACK", "opened fire", {}, {}))
    (matched,), elsewhere = match_articles([article], found(TEXT, ("ATTACK", "opened fire", {}, {}), name="b"))

    assert (matched.matched, matched.spurious, elsewhere) == ((), (), 1)
