"""Accusations: who says that whom did what wrong, in how many ways."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The union claimed that the firm had bribed inspectors.", "claimed"),
        ("Rebels complained of torture by the guards.", "complained"),
        ("The cook complained to police about a neighbour.", "complained"),
        ("The report looked into claims of fraud.", "claims"),
        ("Sudan said Chad was arming the rebels.", "said"),
        ("He was arrested after allegedly setting fire to a barn.", "allegedly"),
        ("The banker is believed to have embezzled the money.", "believed"),
        ("The group is suspected of smuggling ivory.", "suspected"),
        ("The colonel will stand trial for the killings.", "stand trial"),
        ("Police named the janitor as a suspect.", "suspect"),
        ("The captain was held responsible for the collision.", "held responsible"),
        ("The militia was responsible for the massacre, the judge said.", "responsible"),
        ("The opposition described the general as a butcher.", "described"),
        ("The league condemned Morocco for jailing the poet.", "condemned"),
        ("The lawsuit against the hospital was settled.", "lawsuit"),
        ("The judge issued an arrest warrant for war crimes.", "arrest warrant"),
        ("The mayor faces charges.", "charges"),
        ("A cousin was behind the kidnapping.", "was behind"),
    ],
)
def test_accusation_is_read(read, text, trigger):
    assert [m.trigger.text for m in read(text, "ACCUSATION")] == [trigger]


@pytest.mark.parametrize(
    "text",
    [
        "The minister condemned the attack.",
        "She is in charge of the port.",
        "He took charge of the depot.",
        "The firm took a pretax charge.",
        "I suspect the weather will turn.",
        "Police detained two suspected members.",
        "The party said the government supported the farmers.",
        "No one claimed responsibility for the blast.",
        "The islanders renewed their claim to the territory.",
        "The office is responsible for foreign affairs.",
        "The coach wants to hold himself accountable.",
        "The union said that it had violated nothing.",
    ],
)
def test_other_senses_give_no_accusation(read, text):
    assert read(text, "ACCUSATION") == []


def test_claimed_wrong_names_its_doer(roles):
    assert roles("The union claimed that the firm had bribed inspectors.", "ACCUSATION") == {
        "accuser": ["The union"],
        "accused": ["the firm"],
        "allegation": ["the firm had bribed inspectors"],
    }


def test_lawsuit_is_against_the_accused(roles):
    assert roles("The lawsuit against the hospital was settled.", "ACCUSATION") == {"accused": ["the hospital"]}
