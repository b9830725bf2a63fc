from __future__ import annotations

import pytest

from eventx.analysis import split_sentences
from eventx.entities.gazetteer import load_gazetteer
from eventx.entities.lexicon import load_lexicon
from eventx.entities.names import NameScanner
from eventx.entities.phrases import PhraseReader
from eventx.model import Article


def read(phrase, before="Then ", after=" spoke."):
    text = f"{before}{phrase}{after}"
    names = NameScanner(load_gazetteer(), load_lexicon()).scan(text, split_sentences(Article.of(text)))
    return PhraseReader(text, names, load_lexicon()).read(len(before), len(before) + len(phrase))


@pytest.mark.parametrize(
    ("phrase", "form", "head"),
    [
        ("a spokesman for the Foreign Ministry", "indefinite", "spokesman"),
        ("Taliban fighters", "indefinite", "fighters"),
        ("at least four policemen", "indefinite", "policemen"),
        ("the Pakistani army", "definite", "army"),
        ("freelance photographer Karl Lidow", "name", "Karl Lidow"),
        ("the prime minister, Karl Lidow", "name", "Karl Lidow"),
        ("Karl Lidow, the prime minister", "name", "Karl Lidow"),
        ("Karl Lidow's brother", "indefinite", "brother"),
        ("the Haqqani network", "name", "Haqqani network"),
        ("men suspected of theft", "indefinite", "men"),
        ("two Pakistanis", "indefinite", "pakistanis"),
        ("she", "pronoun", "she"),
        ("US", "name", "US"),
    ],
)
def test_phrase_has_form_and_head(phrase, form, head):
    found = read(phrase)
    assert (found.form, found.head) == (form, head)


@pytest.mark.parametrize(
    ("phrase", "parts"),
    [
        ("Karl Lidow and other officials", ["Karl Lidow", "officials"]),
        ("Kenya, Uganda and Rwanda", ["Kenya", "Uganda", "Rwanda"]),
        ("two policemen and a driver", ["policemen", "driver"]),
        ("US and British troops", []),
        ("the governments of Laos and Vietnam", []),
        ("Trinidad and Tobago", []),
        ("between 12 and 18 officers", []),
    ],
)
def test_coordination_is_cut_into_its_parts(phrase, parts):
    assert [part.text for part in read(phrase).parts] == parts


def test_plural_and_gender_come_from_the_head():
    assert read("three women").plural
    assert read("a woman").gender == "female"
    assert not read("a woman").plural
