"""Names that the parser tears apart."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("A bomb exploded in Lille, France, on Friday, police said.", "Lille, France"),
        ("Two monks were shot in Trenton, New Jersey, in 1999.", "Trenton, New Jersey"),
    ],
)
def test_town_and_country_are_one_place(roles, sentence, place):
    assert roles(sentence, "ATTACK")["place"] == [place]


@pytest.mark.parametrize(
    ("sentence", "accused"),
    [
        ("A Trenton, New Jersey, police clerk was accused of lying.", "A Trenton, New Jersey, police clerk"),
        ("They accused neighbouring Velmark of sheltering pirates.", "neighbouring Velmark"),
    ],
)
def test_what_stands_before_a_name_belongs_to_it(roles, sentence, accused):
    assert roles(sentence, "ACCUSATION")["accused"] == [accused]


def test_title_with_a_full_stop_belongs_to_the_name(roles):
    assert roles("Brig. Gen. Ola Holm, the army spokesman, denied the claim.", "DENIAL")["denier"] == [
        "Brig. Gen. Ola Holm"
    ]


def test_name_and_what_its_bearer_is_are_one(roles):
    found = roles("Protesters cited an officer's fatal shooting of black teenager Ivo Lind.", "ATTACK")
    assert found["target"] == ["black teenager Ivo Lind"]


def test_visiting_is_what_those_behind_it_do(roles):
    found = roles("Television quoted Berg as telling visiting French envoys that he was ill.", "VISIT")
    assert found == {"visitor": ["French envoys"]}


def test_first_word_is_a_name_where_the_article_knows_it_as_one(read):
    sentence = "Clapper stopped in Lima."
    assert read(sentence, "VISIT") == []
    assert [m.trigger.text for m in read(sentence + " Aides said that Clapper was tired.", "VISIT")] == ["stopped"]
