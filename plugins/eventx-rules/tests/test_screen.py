"""The screen refuses what cannot hold a trigger, and nothing else."""

from __future__ import annotations

import pytest
from eventx_rules.extractor import RuleExtractor
from eventx_rules.lexicon.reading import read_lexicon, standard_lexicon
from eventx_rules.screen import Screen
from eventx_rules.types_files import rule_extractor

FILE = """
[types.MARCH]
roles.goal = { filler = "place" }

[words]
cities = ["rome", "u.s."]
refusals = ["n't"]

[[triggers]]
verb = ["march"]
frame = { to = "goal" }
require = ["to is cities | sentence has refusals"]

[[triggers]]
verb = ["break camp"]
frame = {}

[[triggers]]
noun = ["night march"]
frame = {}
"""


@pytest.fixture(scope="module")
def screen() -> Screen:
    return Screen(read_lexicon([("march.toml", FILE)]))


def test_screen_asks_for_the_preposition_of_a_condition(screen):
    assert screen.admits("They marched to Rome.")
    assert not screen.admits("They marched past Rome.")


def test_screen_asks_for_a_word_of_the_list_of_a_condition(screen):
    assert not screen.admits("They marched to Milan.")


def test_screen_takes_any_way_to_meet_a_condition(screen):
    assert screen.admits("They didn't march.")


def test_screen_sees_words_with_dots_and_possessives(screen):
    assert screen.admits("They marched to the U.S. border.")
    assert screen.admits("They marched to Rome's gates.")


@pytest.mark.parametrize(
    "text", ["The march to Rome ended.", "They were on march to Rome.", "Their march to Rome ended."]
)
def test_screen_tells_nouns_from_verbs_of_their_form(screen, text):
    assert not screen.admits(text)


def test_screen_takes_participles_behind_articles_for_verbs():
    assert Screen(standard_lexicon()).admits("The accused left the stolen car.")


def test_screen_asks_for_the_words_of_a_phrase_where_the_phrase_has_them(screen):
    assert screen.admits("They broke rather suddenly camp.")
    assert not screen.admits("A camp stood where the road, of late much used by lorries and by coaches, broke off.")
    assert screen.admits("A long-drawn night-march wearied them.")
    assert not screen.admits("At night they slept; the march wearied them.")


def test_screen_says_which_words_it_passed_a_sentence_for(screen):
    assert screen.reasons("They marched to Rome.") == {"marched"}
    assert screen.reasons("They sat.") == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "The minister went to Lagos on Monday.",
        "Nobody's claims were true, and the mayor didn't deny it.",
        "A plane landed in Accra.",
        "Two died in a raid on the village.",
        "The U.S. envoy's visit ended.",
    ],
)
def test_screen_loses_no_mention(text, read, extractor, monkeypatch):
    with_screen = [(m.type, m.trigger.text) for m in read(text)]
    monkeypatch.setattr(extractor, "_screened", False)
    assert [(m.type, m.trigger.text) for m in read(text)] == with_screen


def test_rules_read_every_sentence_where_they_are_told_to():
    assert not RuleExtractor().screen("They went home early.")
    assert rule_extractor({"screened": False}).screen("They went home early.")


def test_screen_refuses_plain_sentences():
    screen = Screen(standard_lexicon())
    assert not screen.admits("The orchestra played two symphonies.")
    assert not screen.admits("They went home early.")
