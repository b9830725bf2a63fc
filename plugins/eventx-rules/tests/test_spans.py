"""How much of the sentence an argument takes."""

from __future__ import annotations

import pytest
from eventx_rules.arguments.stretches import counted_from
from eventx_rules.tree import Tree

from eventx.analysis import DependencyTree


def test_allegation_ends_before_a_relative_clause(roles):
    found = roles("Oslo accused the fleet of dumping waste that poisoned the fjord.", "ACCUSATION")
    assert found["allegation"] == ["dumping waste"]


def test_allegation_ends_before_the_reason(roles):
    found = roles("She was accused of losing clients because lazy clerks took long breaks.", "ACCUSATION")
    assert found["allegation"] == ["losing clients"]


def test_allegation_ends_before_an_apposition(roles):
    found = roles("He was charged with threatening Maria Lopez, 54, the widow of a miner.", "ACCUSATION")
    assert found["allegation"] == ["threatening Maria Lopez"]


def test_allegation_keeps_its_participle(roles):
    found = roles("The admiral was accused of the deaths of sailors held below deck.", "ACCUSATION")
    assert found["allegation"] == ["the deaths of sailors held below deck"]


def test_target_does_not_swallow_another_event(roles):
    found = roles("Pilots carried out air strikes on rebel camps and artillery battles.", "ATTACK", "air strikes")
    assert found["target"] == ["rebel camps"]


def test_hyphened_word_is_kept_whole(roles):
    assert roles("The ex-minister denied the claim.", "DENIAL")["denier"] == ["The ex-minister"]


def test_name_behind_a_description_is_the_argument(roles):
    assert roles("The mother of a boy, Ana Vela, was killed by a bomb.", "ATTACK")["target"] == ["Ana Vela"]


@pytest.mark.parametrize(
    ("sentence", "type_name", "role", "text"),
    [
        ("He was charged with the murder of his wife, Ana.", "ATTACK", "target", "his wife, Ana"),
        ("A man named Ola Holm was accused of theft.", "ACCUSATION", "accused", "A man named Ola Holm"),
        ("An Australian, Ola Holm, was accused of theft.", "ACCUSATION", "accused", "Ola Holm"),
        ("Ola Holm, a longtime aide, and Lind denied it.", "DENIAL", "denier", "Ola Holm, a longtime aide, and Lind"),
        ("Ola Holm, who ran it, and Lind denied it.", "DENIAL", "denier", "Ola Holm, who ran it, and Lind"),
        ("Holm denied the allegations by his rivals.", "DENIAL", "allegation", "the allegations"),
        ("Charges include fraud and failing to pay.", "ACCUSATION", "allegation", "fraud and failing to pay"),
        ("He is accused of fraud and of lying to her.", "ACCUSATION", "allegation", "fraud and of lying to her"),
        ("The Saudi-led coalition airstrike ended.", "ATTACK", "attacker", "Saudi-led coalition"),
        ("Holm in a statement denied the report.", "DENIAL", "denier", "Holm"),
        ("The bomb killed five guards in the lobby.", "ATTACK", "killed", "five guards"),
        ("They were charged with shooting two clerks between May and July.", "ATTACK", "target", "two clerks"),
        ("They called for a stop to Danish and Swedish army bombing.", "ATTACK", "attacker", "Danish and Swedish army"),
        ("Theresa May denied the report.", "DENIAL", "denier", "Theresa May"),
        ("The duke and duchess' trip to Oman ended.", "VISIT", "visitor", "The duke and duchess"),
    ],
)
def test_phrase_is_neither_cut_short_nor_overlong(roles, sentence, type_name, role, text):
    assert roles(sentence, type_name)[role] == [text]


def test_who_is_named_is_not_counted(roles):
    assert "killed" not in roles("Another guard, Ali Sen, was killed by a bomb.", "ATTACK")


def test_number_begins_the_count(roles):
    found = roles("A further 200 people were wounded by a bomb.", "ATTACK")
    assert found["wounded"] == ["200 people"]
    assert found["target"] == ["A further 200 people"]


@pytest.mark.parametrize(("tag", "opening"), [("CD", "a further"), ("JJ", "a further"), ("JJ", "")])
def test_count_stands_whatever_the_tagger_calls_its_number(tag, opening):
    words = [*opening.split(), "thirteen", "people"]
    number, people = len(words) - 2, len(words) - 1
    tags = [*["DT", "JJ"][:number], tag, "NNS"]
    tree = Tree(DependencyTree(words, tags, [*["det", "amod"][:number], "nummod", "ROOT"], [people] * len(words)))
    assert counted_from(tree, people, first=0) == number


def test_count_of_several_hundred_is_kept_whole(roles):
    found = roles("The gunmen killed several hundred people.", "ATTACK")
    assert found["killed"] == found["target"] == ["several hundred people"]


def test_aside_behind_a_purpose_is_left_out(roles):
    found = roles("Dozens travelled to Syria to fight, a path taken by others before.", "VISIT")
    assert found["purpose"] == ["to fight"]


def test_when_is_no_part_of_a_name(roles):
    found = roles("When Ola Berg, a bioengineer at Perm pioneer in the field, visited the museum, he laughed.", "VISIT")
    assert found["visitor"] == ["Ola Berg"]
