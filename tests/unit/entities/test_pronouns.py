from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "pronoun", "role", "name"),
    [
        ("Helen Maren met Karl Lidow in Oslo. She then flew to Chad.", "She", "visitor", "Helen Maren"),
        ("Helen Maren met Karl Lidow in Oslo. He then flew to Chad.", "He", "visitor", "Karl Lidow"),
        ("Karl Lidow told Anna Maren that he would visit Chad.", " he", "visitor", "Karl Lidow"),
        ("Two gunmen left a car in Oslo. They shot a guard.", "They", "attacker", "Two gunmen"),
        ("Norway said on Monday that it had shelled the port.", " it", "attacker", "Norway"),
        ("Hamas held a rally for Karl Lidow. It denied the charge.", "It", "denier", "Hamas"),
        ("Karl Lidow and Anna Maren left Oslo. They flew to Chad.", "They", "visitor", "Karl Lidow and Anna Maren"),
        ("Soldiers took the road to Dorvik. A bomb went off there on Monday.", "there", "place", "Dorvik"),
    ],
)
def test_pronoun_is_resolved(resolve, text, pronoun, role, name):
    got = resolve(text, [(role, pronoun.strip())]) if pronoun == pronoun.strip() else None
    if got is None:
        got = resolve(text.replace(pronoun, " " + pronoun.strip()), [(role, pronoun.strip() + " ")])
        assert next(iter(got.arguments.values())).name == name
    else:
        assert got.name(pronoun) == name


def test_participants_of_one_event_are_different(resolve):
    got = resolve(
        "Anna Maren spoke after Helen Lidow. Lidow accused her of theft.", [("accuser", "Lidow"), ("accused", "her")]
    )
    assert got.name("her") == "Anna Maren"


def test_country_does_not_attack_what_is_its_own(resolve):
    text = "Norway accused the militia of its attack on the Norwegian embassy."
    resolved = resolve(text, [("attacker", "its"), ("target", "the Norwegian embassy")])
    assert resolved.name("its") != "Norway"


def test_who_attacks_is_rather_the_armed_group(resolve):
    text = "Officials accused Norway of backing Hezbollah and aiding its attack on the harbour."
    resolved = resolve(text, [("accused", "Norway"), ("attacker", "its")])
    assert resolved.name("its") == "Hezbollah"


def test_i_is_the_speaker(resolve):
    got = resolve('"I deny that," Karl Lidow told Anna Maren.', [("denier", "I")])
    assert got.name("I") == "Karl Lidow"


def test_we_is_the_body_of_the_spokesman(resolve):
    got = resolve('"We reject that," said Karl Lidow, a spokesman for the Dorvik Workers Party.', [("denier", "We")])
    assert got.name("We") == "Dorvik Workers Party"


def test_speaker_does_not_call_himself_he(resolve):
    got = resolve('Tom Maren was held on Monday. "He did it," Karl Lidow said.', [("accused", "He")])
    assert got.name("He") == "Tom Maren"


def test_here_before_any_place_is_the_town_named_next(resolve):
    got = resolve("Lidow arrived here on Monday. Crowds lined the roads in Dorvik.", [("destination", "here")])
    assert got.name("here") == "Dorvik"


def test_pronoun_for_nobody_in_particular_stays_open(resolve):
    got = resolve("Karl Lidow met two men. Those hit by the blast were taken away.", [("target", "Those")])
    assert got.id("Those") is None
    assert got.name("Those") is None


def test_pronoun_without_candidate_stays_open(resolve):
    got = resolve("They shelled it.", [("attacker", "They")])
    assert got.id("They") is None


def test_killed_pronoun_has_its_referent(resolve):
    got = resolve("Karl Lidow was at home when he was killed.", [("killed", "he was")])
    assert got.name("he was") is None
    got = resolve("Karl Lidow was at home. A shot killed him.", [("killed", "him")])
    assert got.name("him") == "Karl Lidow"


def test_the_latter_is_who_was_named_last(resolve):
    got = resolve("Karl Lidow met Tom Maren. The latter's visit was short.", [("visitor", "The latter")])
    assert got.name("The latter") == "Tom Maren"


def test_age_alone_means_somebody_with_a_name(resolve):
    got = resolve(
        "Karl Lidow left Oslo. A teacher saw it. The 26-year-old flew to Chad.", [("visitor", "The 26-year-old")]
    )
    assert got.name("The 26-year-old") == "Karl Lidow"
