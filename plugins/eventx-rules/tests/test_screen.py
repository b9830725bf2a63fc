"""The screen refuses what cannot hold a trigger, and nothing else."""

from __future__ import annotations

import pytest
from eventx_rules.lexicon import read_lexicon, standard_lexicon
from eventx_rules.screen import Screen

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
    monkeypatch.setattr(extractor, "_screen", type("All", (), {"admits": lambda self, text: True})())
    assert [(m.type, m.trigger.text) for m in read(text)] == with_screen


def test_screen_refuses_plain_sentences():
    screen = Screen(standard_lexicon())
    assert not screen.admits("The orchestra played two symphonies.")
    assert not screen.admits("They went home early.")
