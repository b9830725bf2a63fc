from __future__ import annotations

import re

import pytest

from eventx.temporal.patterns import Translator, literals

CODES = {"month": "ab", "dom": "c", "=of": "d", "=the": "e"}


@pytest.fixture
def translator():
    return Translator({"date": "<month> day=<dom>"}, CODES.__getitem__)


@pytest.mark.parametrize(
    ("pattern", "fits", "fits_not"),
    [
        ("<month>", ["a", "b"], ["c"]),
        ("<month|dom>", ["a", "c"], ["d"]),
        ("the? <month>", ["ea", "a"], ["e"]),
        ("the (<month>|<dom>) of", ["ead", "ecd"], ["ed"]),
        ("{date} (of the){0,2}", ["ac", "acde", "acdede"], ["acd"]),
        ("<dom> (?= of)", [], ["c"]),
    ],
)
def test_pattern_fits_what_it_says(translator, pattern, fits, fits_not):
    compiled = re.compile(translator.translate(pattern).regex)
    assert all(compiled.fullmatch(codes) for codes in fits)
    assert not any(compiled.fullmatch(codes) for codes in fits_not)


def test_pattern_knows_what_it_can_begin_with(translator):
    assert translator.translate("the? (of|<dom>)? <month>").first == set("edcab")


def test_look_ahead_takes_up_no_token(translator):
    match = re.compile(translator.translate("<dom> (?= month=<month>)").regex).match("ca")
    assert match.end() == 1
    assert match.span("month") == (1, 2)


def test_names_in_macros_are_remembered(translator):
    assert re.compile(translator.translate("{date}").regex).match("ac").span("day") == (1, 2)


@pytest.mark.parametrize("pattern", ["(<month>", "<month>)", "? <month>", "<month"])
def test_broken_pattern_is_refused(translator, pattern):
    with pytest.raises(ValueError, match="the language file"):
        translator.translate(pattern)


def test_literals_are_the_words_that_patterns_name():
    assert literals(["the? day=<dom> of", "<month> - (,|of)"]) == {"the", "of", "-", ","}
