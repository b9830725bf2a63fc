from __future__ import annotations

from eventx.entities import EnglishResolver
from eventx.model import Entity


def entity(entity_id, name, **fields):
    return Entity(entity_id=entity_id, name=name, **fields)


def link(*entities):
    return EnglishResolver({}).link(entities)


def test_same_name_is_one_entity():
    ids, run = link(entity("a:n1", "Karl Lidow"), entity("b:n4", "Karl Lidow", country="NOR"))
    assert ids["a:n1"] == ids["b:n4"]
    assert [(one.name, one.country) for one in run] == [("Karl Lidow", "NOR")]


def test_run_id_comes_from_the_least_member():
    ids, _ = link(entity("b:n4", "Karl Lidow"), entity("a:n1", "Karl Lidow"))
    alone, _ = link(entity("a:n1", "Karl Lidow"))
    assert ids["b:n4"] == alone["a:n1"]
    assert len(alone["a:n1"]) == 11
    assert alone["a:n1"].startswith("n")


def test_last_name_alone_joins_the_only_full_name():
    ids, _ = link(entity("a:n1", "Karl Lidow"), entity("b:n1", "Lidow"))
    assert ids["a:n1"] == ids["b:n1"]


def test_last_name_alone_joins_neither_of_two():
    ids, run = link(entity("a:n1", "Karl Lidow"), entity("b:n1", "Lidow"), entity("c:n1", "Anna Lidow"))
    assert len(run) == 3
    assert len(set(ids.values())) == 3


def test_last_name_alone_joins_who_is_far_better_known():
    known = [entity(f"{article}:n1", "Karl Lidow") for article in "abcdefgh"]
    ids, _ = link(*known, entity("x:n1", "Anna Lidow"), entity("y:n1", "Lidow"))
    assert ids["y:n1"] == ids["a:n1"]


def test_last_name_of_another_country_joins_nobody():
    ids, _ = link(entity("a:n1", "Karl Lidow", country="NOR"), entity("b:n1", "Lidow", country="TCD"))
    assert ids["a:n1"] != ids["b:n1"]


def test_namesakes_of_two_countries_and_offices_are_two():
    ids, _ = link(
        entity("a:n1", "Karl Lidow", country="NOR", category="GOV"),
        entity("b:n1", "Karl Lidow", country="TCD", category="CVL"),
    )
    assert ids["a:n1"] != ids["b:n1"]


def test_middle_name_does_not_separate():
    ids, run = link(entity("a:n1", "George W. Lidow"), entity("b:n1", "George Lidow"))
    assert ids["a:n1"] == ids["b:n1"]
    assert run[0].name == "George W. Lidow"
    assert run[0].aliases == ("George Lidow",)


def test_spellings_of_one_name_are_one():
    ids, _ = link(entity("a:n1", "Mohammed al-Lidow"), entity("b:n1", "Muhammad Lidow"))
    assert ids["a:n1"] == ids["b:n1"]


def test_descriptions_of_two_articles_are_two():
    ids, _ = link(entity("a:n1", "four policemen", category="COP"), entity("b:n1", "four policemen", category="COP"))
    assert ids["a:n1"] != ids["b:n1"]


def test_army_of_a_country_is_one():
    army = {"country": "ISR", "category": "MIL"}
    ids, _ = link(entity("a:n1", "Israeli army", **army), entity("b:n1", "Israeli army", **army))
    assert ids["a:n1"] == ids["b:n1"]


def test_groups_of_the_same_members_are_one():
    ids, run = link(
        entity("a:n1", "Karl Lidow"),
        entity("a:n2", "Anna Maren"),
        entity("a:n3", "Karl Lidow and Anna Maren", members=("a:n1", "a:n2")),
        entity("b:n1", "Anna Maren"),
        entity("b:n2", "Karl Lidow"),
        entity("b:n3", "Anna Maren and Karl Lidow", members=("b:n1", "b:n2")),
    )
    assert ids["a:n3"] == ids["b:n3"]
    pair = next(one for one in run if one.entity_id == ids["a:n3"])
    assert set(pair.members) == {ids["a:n1"], ids["a:n2"]}


def test_known_group_of_one_word_is_no_short_form():
    ids, _ = link(entity("a:n1", "Hamas", category="REB"), entity("b:n1", "Karl Hamas"))
    assert ids["a:n1"] != ids["b:n1"]
