"""Where an act happened, wherever the sentence hides it."""

from __future__ import annotations

import pytest


def test_place_inside_a_target_is_split_from_it(roles):
    found = roles("The bombing of two clinics in Malawi shocked the doctors.", "ATTACK")
    assert found["place"] == ["Malawi"]
    assert found["target"] == ["two clinics"]


def test_place_inside_an_agent_is_split_from_it(roles):
    found = roles("A trader was shot dead by soldiers in the town of Gao.", "ATTACK")
    assert found["place"] == ["the town of Gao"]
    assert found["attacker"] == ["soldiers"]


def test_statement_is_no_place(roles):
    found = roles("Guerrillas attacked the fort, the governor said in a statement.", "ATTACK")
    assert "place" not in found


def test_place_of_a_march_is_not_that_of_the_murder(roles):
    found = roles("Crowds marched in Lisbon to protest against the murder of a nurse.", "ATTACK")
    assert "place" not in found


def test_place_near_the_building_at_which_a_bomb_goes_off_is_told_with_its_town(roles):
    found = roles("A bomb exploded at a bakery near the station in Oran.", "ATTACK")
    assert found["place"] == ["the station in Oran"]


def test_town_that_a_raid_shakes_is_its_place(roles):
    found = roles("The raid shook the city.", "ATTACK")
    assert found == {"place": ["the city"]}


def test_phrase_after_coordinated_nouns_belongs_to_all(roles):
    assert roles("Kidnappings and ambushes in Aceh went on.", "ATTACK", "Kidnappings")["place"] == ["Aceh"]
    assert roles("Kidnappings and ambushes in Aceh went on.", "ATTACK", "ambushes")["place"] == ["Aceh"]


def test_place_deep_below_the_trigger_is_not_taken(roles):
    text = "Six nuns were killed by a man who had bought a van in Lyon."
    assert "place" not in roles(text, "ATTACK", "killed")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The dagger from the murder of the duke is shown in Ghent.", "murder"),
        (
            "Clerics were silent about the link between the shooting and the bishop's speech at Ulm cathedral.",
            "shooting",
        ),
        ("He was ambushed a day after a nun was beaten outside a chapel in Ulm.", "ambushed"),
    ],
)
def test_place_of_something_else_is_not_that_of_the_act(roles, text, trigger):
    assert "place" not in roles(text, "ATTACK", trigger)


def test_day_is_no_part_of_a_place(roles):
    assert roles("Fighting erupted in the capital on Sunday.", "ATTACK")["place"] == ["the capital"]


def test_street_is_where_it_was_and_not_who_was_hit(roles):
    assert roles("The shooting on Elm Street lasted a minute.", "ATTACK") == {"place": ["Elm Street"]}


def test_town_after_a_comma_is_where(roles):
    assert roles("Aides in Chad and Niger, where she arrived, were glad.", "VISIT")["destination"] == ["Chad and Niger"]


def test_place_is_where_the_victim_was_meanwhile(roles):
    found = roles("She was attacked by a gunman as she slept in a hotel in Oran.", "ATTACK")
    assert found["place"] == ["a hotel in Oran"]


def test_place_takes_the_larger_one_that_it_lies_in(roles):
    found = roles("One man was shot during a fight in a parking lot at a hotel in Ulm.", "ATTACK", "shot")
    assert found["place"] == ["a parking lot at a hotel in Ulm"]


def test_place_is_no_evening(roles):
    found = roles("Four people were shot at a concert in Ulm on Wednesday night.", "ATTACK")
    assert found["place"] == ["a concert in Ulm"]


def test_verbs_that_are_joined_share_where_the_victims_were(roles):
    found = roles("Two guards were ambushed and shot while sitting in their cars in Ulm.", "ATTACK", "ambushed")
    assert found["place"] == ["Ulm"]
