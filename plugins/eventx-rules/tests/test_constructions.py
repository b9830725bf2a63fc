"""One grammatical construction a test: which words fill which role."""

from __future__ import annotations

import pytest


def test_active_clause_gives_subject_and_object(roles):
    found = roles("Peru's foreign minister accused Chile of spying.", "ACCUSATION")
    assert found == {"accuser": ["Peru's foreign minister"], "accused": ["Chile"], "allegation": ["spying"]}


def test_passive_clause_swaps_subject_and_agent(roles):
    found = roles("The fort was attacked by rebels.", "ATTACK")
    assert found == {"target": ["The fort"], "attacker": ["rebels"]}


def test_possessive_and_preposition_of_a_noun_fill_roles(roles):
    found = roles("Merkel's visit to Ankara went well.", "VISIT")
    assert found == {"visitor": ["Merkel"], "destination": ["Ankara"]}


def test_noun_takes_on_and_by(roles):
    found = roles("The attack on the garrison by insurgents lasted an hour.", "ATTACK")
    assert found == {"target": ["the garrison"], "attacker": ["insurgents"]}


def test_relative_pronoun_is_replaced_by_its_noun(roles):
    found = roles("The militia that Nairobi blames for the siege has fled.", "ACCUSATION")
    assert found == {"accuser": ["Nairobi"], "accused": ["The militia"], "allegation": ["the siege"]}


def test_controlled_gerund_takes_the_accused_as_its_subject(roles):
    found = roles("The minister accused the rebels of attacking a convoy.", "ATTACK", "attacking")
    assert found == {"attacker": ["the rebels"], "target": ["a convoy"]}


def test_raised_subject_reaches_the_infinitive(roles):
    found = roles("The gang is believed to have attacked two villages.", "ATTACK")
    assert found == {"attacker": ["The gang"], "target": ["two villages"]}


def test_reduced_relative_takes_its_noun_as_object(roles):
    found = roles("The man accused of bribery smiled.", "ACCUSATION")
    assert found == {"accused": ["The man"], "allegation": ["bribery"]}


def test_coordinated_verbs_share_their_subject(roles):
    found = roles("Rebels entered the town and kidnapped a teacher.", "ATTACK")
    assert found == {"attacker": ["Rebels"], "target": ["a teacher"]}


def test_coordinated_names_are_one_argument_with_members(read):
    (mention,) = read("Sweden and Norway accused Belarus of fraud.", "ACCUSATION")
    assert mention.arguments["accuser"].text == "Sweden and Norway"
    assert [member.text for member in mention.arguments["accuser"].members] == ["Sweden", "Norway"]


def test_support_verb_lends_the_noun_its_subject(roles):
    found = roles("The Finnish president paid a visit to Seoul.", "VISIT")
    assert found == {"visitor": ["The Finnish president"], "destination": ["Seoul"]}


def test_attack_carried_out_takes_the_agent(roles):
    found = roles("The rebels carried out an attack on a hospital.", "ATTACK")
    assert found == {"attacker": ["The rebels"], "target": ["a hospital"]}


def test_relative_clause_is_cut_from_the_argument(roles):
    found = roles("Japan accused the trawler crew, who had no licence, of theft.", "ACCUSATION")
    assert found["accused"] == ["the trawler crew"]


def test_title_stays_with_the_name(roles):
    found = roles("Swedish Foreign Minister Anna Lind will visit Hanoi.", "VISIT")
    assert found["visitor"] == ["Swedish Foreign Minister Anna Lind"]


def test_broken_phrase_keeps_its_head_as_trigger(read):
    (mention,) = read("Quito held the firm responsible for the spill.", "ACCUSATION")
    assert mention.trigger.text == "held"
    assert mention.arguments["accused"].text == "the firm"


def test_compound_tells_the_weapon(roles):
    found = roles("A mortar attack on the barracks failed.", "ATTACK")
    assert found["instrument"] == ["mortar"]


def test_victims_with_a_number_are_target_and_killed(roles):
    found = roles("Gunmen killed five farmers in Mali.", "ATTACK")
    assert found == {
        "attacker": ["Gunmen"],
        "target": ["five farmers"],
        "killed": ["five farmers"],
        "place": ["Mali"],
    }


def test_sides_of_a_battle_are_an_argument_each(roles):
    found = roles("Clashes between miners and soldiers went on.", "ATTACK")
    assert found["attacker"] == ["miners", "soldiers"]


def test_allies_with_an_opponent_are_one_argument(roles):
    found = roles("French and Malian troops clashed with rebels.", "ATTACK")
    assert found["attacker"] == ["French and Malian troops", "rebels"]


def test_campaign_lends_its_phrases_to_what_it_consists_of(roles):
    found = roles("Oslo condemned a bombing campaign on Perm and Sochi.", "ATTACK")
    assert found["target"] == ["Perm and Sochi"]


def test_direction_from_a_town_is_a_place(roles):
    assert roles("Rebels ambushed a convoy 30 km north of Perm.", "ATTACK")["place"] == ["30 km north of Perm"]


def test_direction_behind_a_comma_only_explains_the_town(roles):
    assert roles("Two nuns were shot dead in Tavda, north of Perm.", "ATTACK")["place"] == ["Tavda"]


@pytest.mark.parametrize("nobody", ["No group", "No one", "None of the clans"])
def test_who_is_not_there_fills_no_role(roles, nobody):
    assert "attacker" not in roles(f"{nobody} claimed responsibility for the blast.", "ATTACK")


def test_relative_clause_about_what_is_said_has_its_subject(roles):
    found = roles("A guard, who police say fled, shot the bishop, whom aides say nuns hid.", "ATTACK")
    assert found["attacker"] == ["A guard"]


def test_embedded_saying_leaves_the_relative_pronoun_to_the_deed(roles):
    found = roles("The firm, which prosecutors allege bribed officials, has closed.", "ACCUSATION")
    assert found == {"accuser": ["prosecutors"], "accused": ["The firm"], "allegation": ["bribed officials"]}


def test_apposition_before_the_verb_does_not_hide_the_subject(roles):
    found = roles("Sand, then a neighbourhood watch volunteer, shot and killed Ada Berg in March.", "ATTACK", "killed")
    assert found == {"attacker": ["Sand"], "target": ["Ada Berg"]}


def test_charge_goes_on_behind_its_own_with(roles):
    found = roles("They charged a man with fraud, possession of a gun with intent to harm and theft.", "ACCUSATION")
    assert found["accused"] == ["a man"]


def test_owner_of_a_gerund_is_its_target(roles):
    assert roles("Berg's slaying again put Perm in the spotlight.", "ATTACK") == {"target": ["Berg"]}


def test_adjective_before_a_modifier_is_no_part_of_who_acts(roles):
    assert roles("It was the first major rebel offensive since May.", "ATTACK")["attacker"] == ["rebel"]


def test_agent_behind_the_weapon_is_who_did_it(roles):
    found = roles("Ramos was hacked to death with a cleaver by two men at the gate.", "ATTACK")
    assert found["attacker"] == ["two men"]


@pytest.mark.parametrize("name", ["Islamic State", "Serbs", "Arabic"])
def test_groups_and_languages_are_no_places(roles, name):
    assert "place" not in roles(f"The raid in {name} was filmed.", "ATTACK")


def test_owner_of_the_weapon_is_who_used_it(roles):
    found = roles("Berg was killed by Danish soldiers' gunfire.", "ATTACK", "killed")
    assert found == {"target": ["Berg"], "attacker": ["Danish soldiers"], "instrument": ["gunfire"]}


def test_who_faces_a_charge_of_murder_is_not_murdered(roles):
    assert "target" not in roles("He faces a charge of murder.", "ATTACK")


def test_place_of_an_arrest_is_not_that_of_the_deed(roles):
    assert roles("Berg was arrested at his residence in Perm and accused of murder.", "ATTACK") == {
        "attacker": ["Berg"]
    }


def test_list_of_names_is_one_argument(roles):
    found = roles("Ann Lee, Joe Ray, Philip Moss and Allan Gint face charges of theft.", "ACCUSATION")
    assert found["accused"] == ["Ann Lee, Joe Ray, Philip Moss and Allan Gint"]


def test_gerund_after_a_time_has_the_subject_of_the_clause(roles):
    assert roles("A week after visiting Perm, Berg fell ill.", "VISIT") == {
        "visitor": ["Berg"],
        "destination": ["Perm"],
    }


def test_visiting_before_a_name_is_that_of_the_person_named(roles):
    found = roles("Visiting Danish Premier Ola Berg said on Tuesday that ties were good.", "VISIT")
    assert found["visitor"] == ["Danish Premier Ola Berg"]


def test_adverb_of_place_by_a_noun_is_its_place(roles):
    assert roles("Analysts studied recent attacks there.", "ATTACK")["place"] == ["there"]


def test_charge_far_behind_the_accused_belongs_to_the_accusing(roles):
    found = roles("Police accused a motorist who was stranded during the storm of killing a guard.", "ACCUSATION")
    assert found == {"accuser": ["Police"], "accused": ["a motorist"], "allegation": ["killing a guard"]}


def test_of_belongs_to_the_last_of_two_nouns(roles):
    assert roles("He met survivors of the shooting and families of the dead.", "ATTACK") == {}


def test_time_of_day_fills_no_role(roles):
    assert "attacker" not in roles("He met a man at 2:45 p.m. EDT who opened fire.", "ATTACK")


def test_what_an_act_is_called_as_a_whole_did_not_do_it(roles):
    found = roles("A two-day shooting rampage that killed his wife ended on Monday.", "ATTACK", "killed")
    assert found == {"target": ["his wife"], "killed": ["his wife"]}


def test_counts_pass_the_murder_to_the_charge(roles):
    assert roles("Berg has been charged with two counts of murder.", "ATTACK") == {"attacker": ["Berg"]}


def test_hearsay_is_no_part_of_a_phrase(roles):
    found = roles("A bomb went off in Perm, wounding ten nuns in what police called an ambush.", "ATTACK", "wounding")
    assert found["wounded"] == ["ten nuns"]


@pytest.mark.parametrize(
    ("sentence", "attackers"),
    [
        ("There were attacks, including one at a shrine that killed 37 monks.", None),
        ("The guards at the gate who killed two monks fled.", ["The guards"]),
    ],
)
def test_place_in_a_phrase_does_nothing(roles, sentence, attackers):
    assert roles(sentence, "ATTACK", "killed").get("attacker") == attackers


def test_words_of_the_trigger_do_not_negate_it(read):
    (mention,) = read('She retorted that the raid had "nothing to do" with the talks.', "DENIAL")
    assert mention.modality == "asserted"


def test_adjective_taken_for_a_noun_describes_its_noun(roles):
    assert roles("The slain law enforcement officers were named.", "ATTACK")["target"]


def test_other_adjectives_of_the_target_are_no_beginning(roles):
    assert roles("Access is poor in besieged and hard-to-reach areas.", "ATTACK")["target"] == ["hard-to-reach areas"]


def test_of_behind_a_title_and_name_is_the_charge(roles):
    found = roles("The group accused the government of President Ola Berg of preparing to kill him.", "ACCUSATION")
    assert found["accused"] == ["the government of President Ola Berg"]
    assert found["allegation"] == ["preparing to kill him"]


def test_number_called_did_not_do_it(roles):
    assert roles("Berg called 911 to pledge loyalty before carrying out the attack.", "ATTACK") == {
        "attacker": ["Berg"]
    }


def test_gesture_beside_an_arrival_is_no_goal(roles):
    assert roles("He raised his arm in a salute as he arrived.", "VISIT") == {"visitor": ["he"]}


def test_noun_that_announces_a_claim_gives_way_to_it(roles):
    found = roles("The firm denied reports that the deal was close.", "DENIAL")
    assert found == {"denier": ["The firm"], "allegation": ["the deal was close"]}


def test_clause_that_it_announces_is_what_is_denied(roles):
    found = roles("It is false that the army fired on clerks, Holm said.", "DENIAL")
    assert found == {"allegation": ["the army fired on clerks"], "denier": ["Holm"]}


def test_who_fired_the_missile_is_the_attacker(roles):
    found = roles("Two guards were killed by a missile fired by the sect.", "ATTACK", "killed")
    assert found["attacker"] == ["the sect"]
    assert found["instrument"] == ["a missile"]


def test_many_of_whom_something_is_said_are_the_target(roles):
    found = roles("Dozens of girls abducted by the sect have been freed.", "ATTACK")
    assert found["target"] == ["Dozens of girls"]
