from __future__ import annotations

from itertools import pairwise

import pytest

from eventx.analysis import split_sentences
from eventx.entities.gazetteer import load_gazetteer
from eventx.entities.lexicon import load_lexicon
from eventx.entities.names import NameScanner
from eventx.model import Article


def scan(text):
    article = Article.of(text)
    return NameScanner(load_gazetteer(), load_lexicon()).scan(text, split_sentences(article))


def the(text, name):
    return next(found for found in scan(text) if found.text == name)


def test_titles_are_no_part_of_the_name():
    name = the("Reporters met Secretary of State Helen Maren.", "Helen Maren")
    assert "secretary" in name.titles
    assert name.kind == "person"
    assert name.gender == "female"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He met Adm. Karl Lidow.", "Karl Lidow"),
        ("He met Lt. Gen. Omar Sabri there.", "Omar Sabri"),
        ("He met former prime minister Tony Maren there.", "Tony Maren"),
        ("He met Prince Abdullah bin Faisal there.", "Abdullah bin Faisal"),
        ("He met President George W. Lidow there.", "George W. Lidow"),
        ("He met Dominique de Maren there.", "Dominique de Maren"),
        ("He met Will Maren there.", "Will Maren"),
    ],
)
def test_person_is_found_behind_titles(text, name):
    assert the(text, name).kind == "person"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They accused the Dorvik People's Front of it.", "Dorvik People's Front"),
        ("He died in St. Mary's Hospital there.", "St. Mary's Hospital"),
        ("He led Norway's Labour Party then.", "Labour Party"),
    ],
)
def test_body_keeps_whom_it_is_named_for_but_not_whose_it_is(text, name):
    assert the(text, name).kind == "organisation"


@pytest.mark.parametrize("text", ["Former Falcons player Tom Maren left.", "He met former Falcons player Tom Maren."])
def test_former_alone_makes_no_person(text):
    assert the(text, "Falcons").kind != "person"


def test_nationality_before_a_title_gives_the_country():
    name = the("Pakistani Foreign Minister Hina Lidow spoke.", "Hina Lidow")
    assert name.country == "PAK"
    assert name.titles == ("foreign", "minister")


def test_group_before_a_title_in_lower_case_is_an_affiliation():
    name = the("Calls to Taliban spokesman Zahir Lidow went unanswered.", "Zahir Lidow")
    assert name.affiliation.name == "Taliban"
    assert name.titles == ("spokesman",)


def test_ministry_is_not_taken_for_a_minister():
    assert "Foreign Ministry" in [name.text for name in scan("He blamed the Foreign Ministry for it.")]


def test_nationality_belongs_to_the_name_of_a_body():
    assert "Russian Security Council" in [name.text for name in scan("It went to the Russian Security Council today.")]


def test_sentence_initial_function_words_are_no_names():
    assert [name.text for name in scan("When Maren left, nobody saw it. However, Lidow did.")] == ["Maren", "Lidow"]


def test_sentence_initial_capital_is_unsure():
    assert not the("Tractors blocked the road.", "Tractors").sure


def test_possessive_is_cut_off():
    assert [name.text for name in scan("They saw Lidow's car and Maren’s house.")] == ["Lidow", "Maren"]


def test_weekday_does_not_join_a_name():
    assert [name.text for name in scan("He reached Kabul Monday.")] == ["Kabul"]


def test_capitals_of_a_dateline_are_the_place():
    assert scan("BEIJING, Nov. 3 (Xinhua) -- It rained.")[0].known.name == "Beijing"


def test_names_do_not_overlap():
    text = "US President Karl Lidow and Pakistani Prime Minister Hina Maren of the Justice Party met in New York."
    names = scan(text)
    assert all(one.end <= other.start for one, other in pairwise(names))


def test_time_grows_linearly():
    import time

    def seconds(copies):
        text = (
            "US President Karl Lidow met the Bank of Dorvik's Maren Of The Great Big And Small House there. " * copies
        )
        begin = time.perf_counter()
        scan(text)
        return time.perf_counter() - begin

    seconds(50)
    small = min(seconds(200) for _ in range(3))
    assert min(seconds(800) for _ in range(3)) < 12 * small


@pytest.mark.parametrize("text", ["He met Petra Vans there.", "Interior Minister Petra Vans blamed them."])
def test_first_name_that_is_a_town_too_gives_a_person_no_country(text):
    name = the(text, "Petra Vans")
    assert (name.kind, name.gender, name.country) == ("person", "female", None)


@pytest.mark.parametrize(
    ("text", "country"),
    [("They reached Petra on Monday.", "JOR"), ("He met Geneva Mayor Sofia Maren.", "CHE")],
)
def test_town_that_is_a_first_name_too_stays_a_town(text, country):
    assert scan(text)[0].country == country
