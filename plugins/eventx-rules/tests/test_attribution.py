"""Sources of reported events, each with a sentence of its own."""

from __future__ import annotations

import pytest
from eventx_rules.attribution import find_attribution

from eventx import Article
from eventx.analysis import Analyser

REPORTED = [
    ("Police said gunmen had attacked the depot.", "attacked", "Police"),
    ("A ministry statement issued on Saturday said gunmen had attacked the depot.", "attacked", "A ministry statement"),
    (
        "The Office for Human Rights, which counts the dead, said gunmen attacked a fort.",
        "attacked",
        "The Office for Human Rights",
    ),
    ("Gunmen attacked the depot, police said on Monday.", "attacked", "police"),
    ("Gunmen attacked the depot, said a spokesman for the railway.", "attacked", "a spokesman for the railway"),
    ("Gunmen attacked the depot, said Ole Berg, chief of the railway guards.", "attacked", "Ole Berg"),
    ('"They attacked the depot at noon," the stationmaster told reporters.', "attacked", "the stationmaster"),
    ("According to the railway, gunmen attacked the depot.", "attacked", "the railway"),
    ("Gunmen attacked the depot, according to the railway.", "attacked", "the railway"),
    ("The paper reported that gunmen had attacked the depot.", "attacked", "The paper"),
    ("Two guards died in an attack on the depot, the Harbour Post reported.", "attack", "the Harbour Post"),
    ("The minister, Ole Berg, said gunmen had attacked the depot.", "attacked", "Ole Berg"),
    ("A guard who asked not to be named said gunmen had attacked the depot.", "attacked", "A guard"),
    ("He said gunmen had attacked the depot.", "attacked", "He"),
    ("The mayor said the dead were shot by gunmen who attacked the depot.", "attacked", "The mayor"),
    ("The mayor repeated the railway's claim that gunmen had attacked the depot.", "attacked", "the railway"),
    ("The port was closed amid reports that gunmen had attacked the depot.", "attacked", "reports"),
    ("The railway accused the gunmen of attacking the depot.", "attacking", "The railway"),
]

OUTRIGHT = [
    ("Gunmen attacked the depot.", "attacked"),
    ("Police arrested the gunmen who attacked the depot.", "attacked"),
    ("The mayor said that Ole Berg, who visited Oslo in May, would retire.", "visited"),
    ("The guards were told that the attack was over.", "attack"),
    ("Footage showed gunmen attacking the depot.", "attacking"),
]


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


def source(analyser: Analyser, text: str, word: str, *, speaks: bool = False) -> str | None:
    sentence = analyser.analyse(Article.of(text)).parse(0)
    assert sentence is not None
    token = sentence.token_at(text.index(word))
    assert token is not None
    found = find_attribution(sentence, (token, token + 1), speaks)
    return None if found is None else found.text


@pytest.mark.parametrize(("text", "word", "expected"), REPORTED, ids=[case[0] for case in REPORTED])
def test_attribution_names_the_source(analyser: Analyser, text: str, word: str, expected: str) -> None:
    assert source(analyser, text, word) == expected


@pytest.mark.parametrize(("text", "word"), OUTRIGHT, ids=[case[0] for case in OUTRIGHT])
def test_attribution_is_none_for_the_writers_own_word(analyser: Analyser, text: str, word: str) -> None:
    assert source(analyser, text, word) is None


def test_speaker_of_a_saying_is_no_further_source(analyser: Analyser) -> None:
    assert source(analyser, "The railway accused the gunmen of arson.", "accused", speaks=True) is None


def test_saying_without_a_speaker_takes_the_reporter_for_its_own(analyser: Analyser) -> None:
    assert source(analyser, "Officials said the claim was false.", "false", speaks=True) is None
    assert source(analyser, "Officials said the claim was false.", "false", speaks=False) == "Officials"


def test_saying_with_its_own_speaker_keeps_the_further_source(analyser: Analyser) -> None:
    text = "The Harbour Post reported that the railway accused the gunmen of arson."
    assert source(analyser, text, "accused", speaks=True) == "The Harbour Post"
