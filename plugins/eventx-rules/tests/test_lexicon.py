"""Trigger files: what they may say, and what a wrong one is told."""

from __future__ import annotations

import pytest
from eventx_rules.lexicon.inflect import verb_forms
from eventx_rules.lexicon.reading import read_lexicon, standard_lexicon
from eventx_rules.screen import Screen

from eventx.errors import SchemaError

FILE = """
[types.PROTEST]
roles.protester = { filler = "entity" }
roles.place = { filler = "place" }

[words]
sports = ["match"]

[frames.march]
subject = "protester"
in = "place unless sports"

[[triggers]]
verb = ["march", "take to streets"]
frame = "march"
"""


def test_own_type_is_read_from_one_file():
    lexicon = read_lexicon([("protest.toml", FILE)])
    assert list(lexicon.types) == ["PROTEST"]
    assert [t.rule for t in lexicon.triggers["marched"]] == ["march"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('frame = "march"', 'frame = "marsh"', "no frame 'marsh'"),
        ('subject = "protester"', 'subject = "protestor"', "Did you mean 'protester'"),
        ("unless sports", "unless sport", "no word list or test 'sport'"),
        ("verb =", "verbs =", "triggers 1.verbs: unknown key"),
        ("[types.PROTEST]", "[types.PROTEST", "not valid TOML"),
        (
            'frame = "march"',
            'frame = "march"\nconfidence = 7',
            "protest.toml:16: triggers 1.confidence: expected a number from 0 to 1",
        ),
        ("subject =", "subjct =", "protest.toml:10: frames.march.subjct: no slot 'subjct'"),
        ('frame = "march"', 'frame = "march"\nrequire = ["objct"]', "Did you mean 'object'"),
        ('sports = ["match"]', 'sports = []\ncount = ["x"]', "protest.toml:8: words.count: there is a list or test"),
        ('frame = "march"', 'frame = "march"\nrequire = ["sentence has sport"]', "no word list 'sport'"),
        ('frame = "march"', 'frame = "march"\ntype = "PARADE"', "event type 'PARADE' is not known"),
        ("[words]", '[recalled]\nprotester = ["PROTEST marcher"]\n\n[words]', "no role 'marcher'"),
    ],
)
def test_wrong_file_is_refused_with_the_key(old, new, message):
    with pytest.raises(SchemaError, match=r"protest\.toml") as caught:
        read_lexicon([("protest.toml", FILE.replace(old, new))])
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("stab", "stabbing"), ("deny", "denies"), ("visit", "visiting"), ("fly", "flew"), ("travel", "traveled")],
)
def test_verb_forms_hold_the_spelling(lemma, form):
    assert form in verb_forms(lemma)


def test_screen_demands_every_word_of_a_phrase():
    screen = Screen(read_lexicon([("protest.toml", FILE.replace('"march", ', ""))]))
    assert screen.admits("Thousands took to the streets.")
    assert not screen.admits("Thousands took the train.")


def test_screen_passes_every_form_of_the_standard_triggers():
    lexicon = standard_lexicon()
    screen = Screen(lexicon)
    for form, triggers in lexicon.triggers.items():
        if "-" not in form and any(not trigger.words and not trigger.require for trigger in triggers):
            assert screen.admits(f"They {form}."), form
