from __future__ import annotations

import pytest

from eventx.entities.lexicon import is_plural, load_lexicon, plural, pronouns, singular


@pytest.mark.parametrize(
    ("one", "many"), [("man", "men"), ("body", "bodies"), ("boss", "bosses"), ("driver", "drivers")]
)
def test_plural_and_singular_are_inverse(one, many):
    assert plural(one) == many
    assert singular(many) == one


@pytest.mark.parametrize("word", ["police", "policemen", "troops", "villagers"])
def test_plural_is_known(word):
    assert is_plural(word)


@pytest.mark.parametrize("word", ["congress", "actress", "president", "crisis"])
def test_singular_is_known(word):
    assert not is_plural(word)


def test_first_names_are_of_one_gender():
    names = load_lexicon().first_names
    assert names["Helen"] == "female"
    assert names["Karl"] == "male"
    assert "Robin" not in names


def test_pronouns_tell_gender():
    assert pronouns()["her"] == ("person", "female")
    assert pronouns()["it"] == ("thing", None)
