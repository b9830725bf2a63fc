"""Coreference in an article: one construction a test."""

import attrs
import pytest

from eventx.merging import EnglishMerger
from eventx.model import Argument, EventMention, Span


def events(article, *mentions) -> dict[str, str]:
    """Event id by trigger text and position."""
    done = EnglishMerger().corefer(article.analysis, mentions, ())
    return {mention.mention_id: mention.event_id for mention in done}


def same(article, one, other) -> bool:
    ids = events(article, one, other)
    return ids[one.mention_id] == ids[other.mention_id]


def test_corefer_joins_killed_with_its_blast(told) -> None:
    article = told("A car bomb exploded outside the customs house in Port Hallow, killing nine dockers.")
    blast = article.mention("ATTACK", "exploded", instrument="A car bomb", place="Port Hallow")
    deaths = article.mention("ATTACK", "killing", instrument="A car bomb", place="Port Hallow", killed="nine dockers")
    assert same(article, blast, deaths)


def test_corefer_joins_the_attack_with_what_it_refers_to(told) -> None:
    article = told("Gunmen raided a mill near Estow on Friday. No group has claimed the attack.")
    raid = article.mention("ATTACK", "raided", attacker="Gunmen", target="a mill")
    assert same(article, raid, article.mention("ATTACK", "attack"))


def test_corefer_joins_the_visit_with_what_it_refers_to(told) -> None:
    article = told("President Adaeze Lund arrived in Corvo on Monday. The visit is her first to the island.")
    arrival = article.mention("VISIT", "arrived", visitor="President Adaeze Lund", destination="Corvo")
    assert same(article, arrival, article.mention("VISIT", "visit"))


def test_corefer_joins_a_repeated_headline(told) -> None:
    article = told("Lund visits Corvo\n\nThe president went.\n\nLund visits Corvo")
    one = article.mention("VISIT", "visits", visitor="Lund", destination="Corvo")
    assert same(article, one, article.mention("VISIT", "visits", 1, visitor="Lund", destination="Corvo"))


def test_corefer_keeps_different_accused_apart(told) -> None:
    article = told("Luria accused Estow of spying. Earlier Corvo accused Brekke Shipping of fraud.")
    one = article.mention("ACCUSATION", "accused", accuser="Luria", accused="Estow", allegation="spying")
    other = article.mention("ACCUSATION", "accused", 1, accuser="Corvo", accused="Brekke Shipping", allegation="fraud")
    assert not same(article, one, other)


def test_corefer_keeps_the_gunman_who_shot_from_the_gunman_who_was_shot(told) -> None:
    article = told("A gunman shot six shoppers in Corvo. Police later shot the gunman.")
    one = article.mention("ATTACK", "shot", attacker="A gunman", target="six shoppers", killed="six shoppers")
    other = article.mention("ATTACK", "shot", 1, attacker="Police", target="the gunman", killed="the gunman")
    assert not same(article, one, other)


def test_corefer_joins_victims_told_together_with_the_gunman(told) -> None:
    article = told("Shots were fired in Corvo on Friday. Two shoppers and the gunman were wounded.")
    one = article.mention("ATTACK", "fired", place="Corvo")
    assert same(article, one, article.mention("ATTACK", "wounded", target="Two shoppers and the gunman"))


def test_corefer_keeps_an_attack_from_the_shots_that_end_it(told) -> None:
    article = told("Two joggers were shot in Corvo by a man who was hiding. An officer then shot the attacker.")
    one = article.mention("ATTACK", "shot", target="Two joggers")
    other = article.mention("ATTACK", "shot", 1, target="the attacker")
    assert not same(article, one, other)


def test_corefer_keeps_what_a_man_does_from_what_is_done_to_him(told) -> None:
    article = told("A man shot two joggers in Corvo. He was later shot in the street.")
    one = article.mention("ATTACK", "shot", attacker="A man", target="two joggers")
    other = article.mention("ATTACK", "shot", 1, target="He")
    known = [
        attrs.evolve(
            mention,
            arguments=[
                attrs.evolve(argument, entity_id="n1", name="man") if argument.text in {"A man", "He"} else argument
                for argument in mention.arguments
            ],
        )
        for mention in (one, other)
    ]
    assert not same(article, *known)


def test_corefer_keeps_other_days_apart(told) -> None:
    article = told("A bomb exploded in Estow on Friday. A bomb exploded in Corvo last month.")
    one = article.mention("ATTACK", "exploded", place="Estow", day="2021-05-07")
    other = article.mention("ATTACK", "exploded", 1, place="Corvo", day="2021-04-02")
    assert not same(article, one, other)


@pytest.mark.parametrize("modality", ["hypothetical", "generic"])
def test_corefer_keeps_what_may_happen_from_what_did(told, modality: str) -> None:
    article = told("Rebels shelled the port of Estow. Officials fear attacks on other towns.")
    did = article.mention("ATTACK", "shelled", attacker="Rebels", target="the port of Estow")
    assert not same(article, did, article.mention("ATTACK", "attacks", target="other towns", modality=modality))


def test_corefer_keeps_types_apart(told) -> None:
    article = told("Estow denied the charge.")
    denial = article.mention("DENIAL", "denied", denier="Estow", allegation="the charge")
    assert not same(article, denial, article.mention("ACCUSATION", "charge", accused="Estow"))


def test_corefer_numbers_events_by_first_mention(told) -> None:
    article = told("Estow denied it. Rebels shelled the port. Lund arrived in Corvo.")
    mentions = [
        article.mention("VISIT", "arrived", visitor="Lund"),
        article.mention("DENIAL", "denied", denier="Estow"),
        article.mention("ATTACK", "shelled", attacker="Rebels"),
    ]
    done = EnglishMerger().corefer(article.analysis, mentions, ())
    assert [mention.event_id for mention in done] == ["a1:e1", "a1:e2", "a1:e3"]
    assert [mention.trigger.text for mention in done] == ["denied", "shelled", "arrived"]


def test_corefer_of_no_mentions_is_nothing(told) -> None:
    assert list(EnglishMerger().corefer(told("Nothing happened.").analysis, (), ())) == []


def test_corefer_of_a_very_long_article_compares_only_neighbours(told) -> None:
    text = " ".join(f"Rebels shelled hamlet number {n}." for n in range(400))
    article = told(text)
    starts = [i for i in range(len(text)) if text.startswith("shelled", i)]
    mentions = [
        EventMention(article_id="a1", type="ATTACK", trigger=Span.of(text, start, start + 7)) for start in starts
    ]
    assert len(EnglishMerger().corefer(article.analysis, mentions, ())) == 400


def test_corefer_takes_a_sentence_repeated_very_often_for_one_event(told) -> None:
    sentence = "Rebels shelled the port of Corvo. "
    article = told(sentence * 500)
    spans = [(n * len(sentence) + 7, n * len(sentence) + 28) for n in range(500)]
    text = article.article.text
    mentions = [
        EventMention(
            article_id="a1",
            type="ATTACK",
            trigger=Span.of(text, start, start + 7),
            arguments=[Argument(role="target", span=Span.of(text, place, place + 5))],
        )
        for start, place in ((start, end - 1) for start, end in spans)
    ]
    assert mentions[-1].arguments[0].text == "Corvo"
    assert {mention.event_id for mention in EnglishMerger().corefer(article.analysis, mentions, ())} == {"a1:e1"}


def test_corefer_keeps_visits_of_two_persons_to_one_place_apart(told) -> None:
    article = told("Jonas Ort did not visit Karsova. Peter Lane visited Karsova.")
    negated = article.mention("VISIT", "visit", visitor="Jonas Ort", destination="Karsova", modality="negated")
    assert not same(article, negated, article.mention("VISIT", "visited", visitor="Peter Lane", destination="Karsova"))
