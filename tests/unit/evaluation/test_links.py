"""Grouping into events, and links between them, worked out by hand."""

from __future__ import annotations

import pytest

from eventx.evaluation import evaluate

TEXT = "The blast hit the port. That attack was the first. Vans blamed Velmark. It denied that."


@pytest.fixture
def article(gold):
    def make(name="a", **fields):
        return gold(
            TEXT,
            ("ATTACK", "blast", {}, {"cluster": "1"}),
            ("ATTACK", "attack", {}, {"cluster": "1"}),
            ("ACCUSATION", "blamed", {}, {"cluster": "2", "about": "1"}),
            ("DENIAL", "denied", {}, {"cluster": "3", "about": "2"}),
            name=name,
            **fields,
        )

    return make


@pytest.fixture
def grouped(found):
    """Predict every mention, with these event ids and these links."""

    def make(events, links=(None,) * 4, name="a"):
        names = [("ATTACK", "blast"), ("ATTACK", "attack"), ("ACCUSATION", "blamed"), ("DENIAL", "denied")]
        rows = [
            (type_, trigger, {}, {"event_id": event, "about": link})
            for (type_, trigger), event, link in zip(names, events, links, strict=True)
        ]
        return found(TEXT, *rows, name=name)

    return make


def test_right_grouping_is_perfect(article, grouped):
    assert evaluate([article()], grouped(["e1", "e1", "e2", "e3"])).figures["all"]["cluster_f1"] == 1


def test_merging_too_much_costs_precision(article, grouped):
    figures = evaluate([article()], grouped(["e1", "e1", "e1", "e3"])).figures["all"]

    # The three in one event: two thirds right for each of the two, one third for the third; the denial is right.
    assert figures["cluster_p"] == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert figures["cluster_r"] == 1


def test_merging_too_little_costs_recall(article, grouped):
    figures = evaluate([article()], grouped(["e1", "e4", "e2", "e3"])).figures["all"]

    assert (figures["cluster_p"], figures["cluster_r"]) == (1, pytest.approx((0.5 + 0.5 + 1 + 1) / 4))


def test_mentions_without_event_id_are_events_of_their_own(article, grouped):
    figures = evaluate([article()], grouped([None] * 4)).figures["all"]

    assert (figures["cluster_p"], figures["cluster_r"]) == (1, 0.75)


def test_events_of_different_articles_are_not_compared_without_topics(article, grouped):
    predicted = grouped(["e1", "e1", "e2", "e3"]) + grouped(["e1", "e1", "e2", "e3"], name="b")

    assert evaluate([article(), article("b")], predicted).figures["all"]["cluster_f1"] == 1


def test_events_of_a_topic_run_across_its_articles(article, grouped):
    articles = [article(topic="blast"), article("b", topic="blast")]
    apart = grouped(["e1", "e1", "e2", "e3"]) + grouped(["e4", "e4", "e5", "e6"], name="b")
    together = grouped(["e1", "e1", "e2", "e3"]) + grouped(["e1", "e1", "e2", "e3"], name="b")

    assert evaluate(articles, apart).figures["all"]["cluster_r"] == 0.5
    assert evaluate(articles, together).figures["all"]["cluster_f1"] == 1


def test_same_cluster_name_in_two_topics_is_two_events(article, grouped):
    articles = [article(topic="blast"), article("b", topic="flood")]
    together = grouped(["e1", "e1", "e2", "e3"]) + grouped(["e1", "e1", "e2", "e3"], name="b")

    assert evaluate(articles, together).figures["all"]["cluster_p"] == 0.5


def test_mentions_without_cluster_are_events_of_their_own(gold, found):
    rows = (("ATTACK", "blast", {}, {}), ("ATTACK", "attack", {}, {}))
    together = found(TEXT, *((type_, trigger, {}, {"event_id": "e1"}) for type_, trigger, _, _ in rows))

    assert evaluate([gold(TEXT, *rows)], together).figures["all"]["cluster_p"] == 0.5


def test_links_to_the_right_events_are_right(article, grouped):
    figures = evaluate([article()], grouped(["e1", "e1", "e2", "e3"], [None, None, "e1", "e2"])).figures["all"]

    assert figures["about_f1"] == 1


def test_link_to_either_event_of_a_split_cluster_is_right(article, grouped):
    figures = evaluate([article()], grouped(["e1", "e4", "e2", "e3"], [None, None, "e4", "e2"])).figures["all"]

    assert figures["about_f1"] == 1


def test_link_to_the_wrong_event_and_one_too_many_are_wrong(article, grouped):
    figures = evaluate([article()], grouped(["e1", "e1", "e2", "e3"], ["e2", None, "e3", "e2"])).figures["all"]

    # Right is the denial's; three are predicted, two in gold.
    assert (figures["about_p"], figures["about_r"]) == (pytest.approx(1 / 3), 0.5)
