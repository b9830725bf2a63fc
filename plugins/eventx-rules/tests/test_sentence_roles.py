"""Roles that stand in the trigger's sentence, but not at the trigger: by which constructions they are found."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "role", "argument"),
    [
        ("Police fired at robbers who threw stones at them.", "threw", "attacker", "robbers"),
        ("Police found the rifle used in the attack.", "attack", "instrument", "the rifle"),
        ("Guards said the blast was caused by an explosive device.", "blast", "instrument", "an explosive device"),
        ("A second bombing was at a primary school.", "bombing", "target", "a primary school"),
        ("Rebels staged attacks targeting pilgrims in Karbala's old town.", "attacks", "place", "Karbala's old town"),
        ("Bombings in Lagos and the northern city of Kano killed nine.", "Bombings", "place",
         "Lagos and the northern city of Kano"),
        ("The mayor was gunned down near the harbour walls.", "gunned down", "place", "the harbour walls"),
        ("Nine rebels died in a shootout with police.", "shootout", "killed", "Nine rebels"),
        ("The raid, in which nine people died, was over by noon.", "raid", "killed", "nine people"),
        ("The attack claimed nine lives.", "attack", "killed", "nine lives"),
        ("Nine people lost their lives in the attack.", "attack", "killed", "Nine people"),
        ("The officer faces trial over the killing of a cook.", "killing", "attacker", "The officer"),
        ("A court charged the cook over the murder of a nurse.", "murder", "attacker", "the cook"),
        ("Officials blamed the bombing on a sect.", "bombing", "attacker", "a sect"),
        ("Officials laid the blame for the bombing on a sect.", "bombing", "attacker", "a sect"),
        ("A suicide bomber struck a market in Kirkuk.", "struck", "target", "a market"),
        ("The jets struck rebel positions around Idlib.", "struck", "place", "Idlib"),
        ("Fighting between rebels and troops in Goma has killed nine.", "Fighting", "killed", "nine"),
        ("Mortars wounded sixty people in Kano.", "wounded", "wounded", "sixty people"),
        ("Nine sailors died when rebels shelled the pier.", "shelled", "killed", "Nine sailors"),
        ("The bombing left forty shoppers injured.", "bombing", "wounded", "forty shoppers"),
        ("Officers fired tear gas to disperse the crowd.", "fired", "target", "the crowd"),
        ("A suicide bomber caused the explosion.", "explosion", "attacker", "A suicide bomber"),
        ("Two gunmen opened fire at a music festival.", "opened fire", "place", "a music festival"),
        ("A cook was shot outside the wedding.", "shot", "place", "the wedding"),
        ("A landmine exploded under their jeep.", "exploded", "target", "their jeep"),
        ("He is wanted for the bombing of a jet over Mali in which 70 people died.", "bombing", "killed", "70 people"),
        ("Fighting between rebels and troops has left more than 100 dead.", "Fighting", "killed", "more than 100"),
        ("The raiders slit the throats of 40 farmers.", "slit", "target", "40 farmers"),
        ("The cook shot two clerks and a guard at a school.", "shot", "target", "two clerks and a guard"),
        ("The cook shot two clerks and a guard at a school.", "shot", "place", "a school"),
        ("Police used water cannon to disperse the marchers.", "used", "target", "the marchers"),
        ("A judge accused the military of bombing farms.", "bombing", "target", "farms"),
        ("The cook was shot at a clinic.", "shot", "place", "a clinic"),
        ("Rebels shot at a clinic.", "shot", "target", "a clinic"),
        ("Israel retaliated with air strikes on Gaza.", "air strikes", "attacker", "Israel"),
        ("The premier survived an attempt on his life.", "attempt", "target", "The premier"),
        ("Among them were a nurse and her son, who were killed by rebels.", "killed", "target", "a nurse and her son"),
        ("A man with a rifle opened fire on the crowd.", "opened fire", "instrument", "a rifle"),
        ("A man with a rifle opened fire on the crowd.", "opened fire", "attacker", "A man"),
        ("The bomber died in the attack.", "attack", "attacker", "The bomber"),
        ("A bomb went off near the swings.", "went off", "place", "the swings"),
        ("The bomb exploded on a train.", "exploded", "place", "a train"),
        ("The general died in a drone strike near the airport.", "strike", "target", "The general"),
        ("Turkey's incursion into northern Syria began in May.", "incursion", "target", "northern Syria"),
        ("Mobs set fire to two shops.", "set fire", "target", "two shops"),
        ("A US air strike killed nine cooks.", "air strike", "attacker", "US"),
        ("Four women accused the coach of sexual assault.", "assault", "target", "Four women"),
        ("The cook was charged with murder in the shooting deaths of two nurses.", "shooting", "attacker", "The cook"),
        ("The sect was accused of crimes, including an attack on a school.", "attack", "attacker", "The sect"),
        ("The sect's wing in Mali claimed one of the attacks.", "attacks", "attacker", "The sect's wing"),
        ("The guards took turns to beat him with sticks.", "beat", "attacker", "The guards"),
        ("Warplanes bombed two camps belonging to a sect.", "bombed", "target", "two camps belonging to a sect"),
        ("A bomber blew himself up on one of the main streets.", "blew", "place", "one of the main streets"),
    ],
)  # fmt: skip
def test_role_of_an_attack_is_found(read, text, trigger, role, argument):
    (mention,) = (m for m in read(text, "ATTACK") if m.trigger.text == trigger)
    assert [a.text for a in mention.arguments if a.role == role] == [argument]


@pytest.mark.parametrize(
    ("text", "role", "argument"),
    [
        ("The city learned of the indictment of Moran.", "accused", "Moran"),
        ("The charges against him include bribery and fraud.", "allegation", "bribery and fraud"),
        ("The firm rejected allegations of bribery made by a rival.", "accuser", "a rival"),
        ("Somalia denied Kenyan accusations that it had armed rebels.", "accuser", "Kenyan"),
        ("The nurse sued Moran in Lagos.", "accused", "Moran"),
        ("He was charged with homicide, attempted homicide and attempted homicide of deputies.", "allegation",
         "homicide, attempted homicide and attempted homicide of deputies"),
        ("Moran was charged with two counts of theft, two counts of arson and four firearms violations.", "allegation",
         "two counts of theft, two counts of arson and four firearms violations"),
        ("The chief stood by his staff after a cook was accused of theft.", "accused", "a cook"),
    ],
)  # fmt: skip
def test_role_of_an_accusation_is_found(read, text, role, argument):
    (mention,) = read(text, "ACCUSATION")
    assert [a.text for a in mention.arguments if a.role == role] == [argument]


@pytest.mark.parametrize(
    ("text", "role", "found"),
    [
        ("Dunn was accused of shooting two guards on Thursday at the mill.", "allegation", ["shooting two guards"]),
        ("No one has been charged with the theft.", "accused", ["No one"]),
        ("The party has not accused anyone of theft.", "accused", ["anyone"]),
        ("The minister was briefed on the allegations.", "accused", []),
        ("More nuns spoke out with allegations of their own.", "allegation", []),
        ("More nuns spoke out with allegations of their own.", "accuser", ["More nuns"]),
        ("The ministry unsealed felony charges against Holm.", "accuser", ["The ministry"]),
        ("The ministry unsealed felony charges against Holm.", "allegation", ["felony"]),
    ],
)
def test_role_of_an_accusation_holds_no_more_than_it_should(read, text, role, found):
    (mention,) = read(text, "ACCUSATION")
    assert [a.text for a in mention.arguments if a.role == role] == found


@pytest.mark.parametrize(
    ("text", "role", "argument"),
    [
        ("Kenya says Somalia is arming the rebels, a charge Somalia denies.", "denier", "Somalia"),
        ("The envoy dismissed as baseless claims that his army had shelled the town.", "denier", "The envoy"),
    ],
)
def test_role_of_a_denial_is_found(read, text, role, argument):
    (mention,) = read(text, "DENIAL")
    assert [a.text for a in mention.arguments if a.role == role] == [argument]


@pytest.mark.parametrize(
    ("sentence", "accused"),
    [
        ("Before the allegations came to light, Holm led the polls.", ["Holm"]),
        ("Lund said the allegations were sad.", []),
        ("The allegations shocked Holm and Bello.", []),
    ],
)
def test_bare_allegations_are_against_whom_the_article_accuses(read, sentence, accused):
    text = f"Two nuns accused Ada Holm of theft. A cook accused Ali Bello of theft. {sentence}"
    mention = read(text, "ACCUSATION")[-1]
    assert mention.trigger.text == "allegations"
    assert [a.text for a in mention.arguments if a.role == "accused"] == accused
