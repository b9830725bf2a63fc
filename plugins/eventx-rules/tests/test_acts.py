"""Event words that tell of one act lend each other their arguments; others do not."""

from __future__ import annotations


def test_blast_and_its_toll_share_place_and_victims(roles):
    text = "A car bomb exploded in Quetta, killing nine recruits and wounding 30 shoppers."
    exploded = roles(text, "ATTACK", "exploded")
    assert exploded["killed"] == ["nine recruits"]
    assert exploded["wounded"] == ["30 shoppers"]
    assert roles(text, "ATTACK", "killing")["place"] == ["Quetta"]
    assert roles(text, "ATTACK", "wounding")["place"] == ["Quetta"]


def test_dead_are_not_the_wounded(roles):
    text = "Rebels killed two farmers and wounded six nurses."
    assert "wounded" not in roles(text, "ATTACK", "killed")
    assert roles(text, "ATTACK", "wounded")["target"] == ["six nurses"]


def test_noun_that_kills_takes_the_dead(roles):
    found = roles("The ambush killed four medics.", "ATTACK", "ambush")
    assert found == {"target": ["four medics"], "killed": ["four medics"]}


def test_victims_reach_the_noun_in_which_they_fell(roles):
    found = roles("Five guards were wounded in a raid on the depot.", "ATTACK", "raid")
    assert found["wounded"] == ["Five guards"]
    assert found["target"] == ["the depot"]


def test_clause_with_when_tells_of_the_same_act(roles):
    found = roles("Three boys were killed when militants shelled the school.", "ATTACK", "killed")
    assert found["attacker"] == ["militants"]


def test_act_of_months_before_is_another_one(roles):
    text = "The raid, which came eight months and a day after gunmen struck the capital, was condemned."
    assert "attacker" not in roles(text, "ATTACK", "raid")


def test_clause_with_before_tells_of_another_act(roles):
    found = roles("Two sailors were killed before militants shelled the harbour.", "ATTACK", "killed")
    assert "attacker" not in found


def test_event_word_is_no_attacker(roles):
    assert "attacker" not in roles("The ambush killed four medics.", "ATTACK", "killed")


def test_possessor_of_a_murder_is_its_victim(roles):
    assert roles("Lumumba's murder shocked many.", "ATTACK") == {"target": ["Lumumba"]}


def test_possessor_is_the_killer_where_the_victim_follows(roles):
    found = roles("Norway's killing of the two whalers was filmed.", "ATTACK")
    assert found["attacker"] == ["Norway"]


def test_clause_hung_on_the_town_belongs_to_the_raid(roles):
    text = "Police condemned the raid in Bonn, which killed two drivers."
    assert roles(text, "ATTACK", "raid")["killed"] == ["two drivers"]
    assert roles(text, "ATTACK", "killed")["place"] == ["Bonn"]
    assert "attacker" not in roles(text, "ATTACK", "killed")


def test_blast_that_wounds_some_kills_the_others(roles):
    text = "Two cooks were killed and six waiters were wounded in a blast in Izmir."
    assert roles(text, "ATTACK", "killed")["place"] == ["Izmir"]
    assert roles(text, "ATTACK", "blast")["killed"] == ["Two cooks"]


def test_name_replaces_the_pronoun_of_another_word(roles):
    text = "The navy resumed its bombardment of the coast, killing ten fishermen."
    assert roles(text, "ATTACK", "bombardment")["attacker"] == ["The navy"]


def test_claim_taken_up_again_has_the_roles_of_the_claim(roles):
    text = "Chad accused Sudan of arming rebels, a charge denied by Khartoum."
    assert roles(text, "ACCUSATION", "charge") == roles(text, "ACCUSATION", "accused")
    assert roles(text, "DENIAL") == {"denier": ["Khartoum"], "allegation": ["arming rebels"]}


def test_claim_with_its_own_content_is_not_taken_up(roles):
    text = "Chad accused Sudan of arming rebels, a charge of theft being dropped."
    assert roles(text, "ACCUSATION", "charge")["allegation"] == ["theft"]


def test_one_is_counted_beside_others(roles):
    text = "A monk was killed and six others were wounded by a bomb."
    assert roles(text, "ATTACK", "killed")["killed"] == ["A monk"]


def test_number_of_murders_is_that_of_the_dead(roles):
    assert roles("Police have solved 14 murders.", "ATTACK")["killed"] == ["14"]


def test_who_is_abducted_is_not_killed(roles):
    assert roles("The abduction of two monks shocked Laos.", "ATTACK") == {"target": ["two monks"]}


def test_who_is_wounded_by_a_raid_is_not_killed_by_it(roles):
    found = roles("The raid wounded six nurses.", "ATTACK", "raid")
    assert found == {"target": ["six nurses"], "wounded": ["six nurses"]}


def test_each_verb_of_attack_has_its_own_means(roles):
    text = "The guerrillas bombed two farms and fired mortar shells at a fort."
    assert roles(text, "ATTACK", "bombed") == {"attacker": ["The guerrillas"], "target": ["two farms"]}


def test_accused_of_a_role_in_a_massacre_is_not_the_killer(roles):
    found = roles("The clerk was charged with involvement in the massacre of two monks.", "ATTACK", "massacre")
    assert "attacker" not in found


def test_sides_that_blame_each_other_name_no_attacker(roles):
    assert "attacker" not in roles("The army and the sect blamed each other for a grenade attack.", "ATTACK")


def test_raid_that_is_avenged_is_another_act(roles):
    text = "The guerrillas shelled the port to avenge the killing of a commander."
    assert roles(text, "ATTACK", "shelled")["target"] == ["the port"]
    assert "attacker" not in roles(text, "ATTACK", "killing")


def test_who_makes_an_allegation_did_not_do_it(roles):
    text = "The court heard allegations of sexual assault made by two nurses."
    assert "attacker" not in roles(text, "ATTACK", "assault")
