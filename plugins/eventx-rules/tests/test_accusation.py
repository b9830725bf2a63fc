"""Accusations: who says that whom did what wrong, in how many ways."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The union claimed that the firm had bribed inspectors.", "claimed"),
        ("Rebels complained of torture by the guards.", "complained"),
        ("The cook complained to police about a neighbour.", "complained"),
        ("The report looked into claims of fraud.", "claims"),
        ("Sudan said Chad was arming the rebels.", "said"),
        ("He was arrested after allegedly setting fire to a barn.", "allegedly"),
        ("The banker is believed to have embezzled the money.", "believed"),
        ("The group is suspected of smuggling ivory.", "suspected"),
        ("The colonel will stand trial for the killings.", "stand trial"),
        ("Police named the janitor as a suspect.", "suspect"),
        ("The captain was held responsible for the collision.", "held responsible"),
        ("The militia was responsible for the massacre, the judge said.", "responsible"),
        ("The opposition described the general as a butcher.", "described"),
        ("The league condemned Morocco for jailing the poet.", "condemned"),
        ("The suit for fraud against the hospital was settled.", "suit"),
        ("The judge issued an arrest warrant for war crimes.", "arrest warrant"),
        ("The mayor faces charges.", "charges"),
        ("A cousin was behind the kidnapping.", "was behind"),
        ("Police identified the janitor as a suspect in the arson.", "suspect"),
        ("The envoy said the rebels had committed atrocities.", "said"),
        ("They are lying, the governor told reporters.", "told"),
        ("The ministry said the guerrillas were trying to sabotage the vote.", "said"),
        ("It is the council's fault that the bridge collapsed, he said.", "fault"),
        ("Osk allegedly offered a discount to smugglers.", "allegedly"),
        ("Both sides held the army to blame for the delay.", "to blame"),
        ("The heat is to blame.", "to blame"),
        ("A rebel linked to the killing has fled.", "linked"),
        ("Norway has failed to protect the miners, the union said.", "said"),
        ("The envoy called the arrest a provocation.", "called"),
        ("It marked the only prosecution against the actor.", "prosecution"),
        ("The Justice Department charged two clerks with theft.", "charged"),
        ("Foreign buyers are fuelling the theft, the port council said.", "said"),
        ("Two aides complained that he had discussed it with them.", "complained"),
        ("Ministers blasted the plan as a land grab.", "blasted"),
        ("The intelligence agencies found that Norway sought to sway the vote.", "found"),
        ("The Front are the suspected perpetrators.", "suspected"),
        ("The clerk is wanted for theft.", "wanted"),
        ("Prosecutors failed to prove their case against Holm.", "case"),
        ("A mob chased a man over rumours that he smuggled cows.", "rumours"),
        ("Officials said a lone soldier was responsible.", "responsible"),
        ("The minister was criticised for her failure to prevent a strike.", "criticised"),
        ("The former deputy is on trial for the shooting of a cook.", "is on trial"),
        ('"This is the work of terrorists," Lund said.', "work"),
        ("Suspicion immediately fell on the separatists.", "Suspicion"),
        ("Officials pinned the bombing on a separatist group.", "pinned"),
        ("The president put the blame squarely on the rebels.", "blame"),
        ("The general hit out at the militants for failing to act.", "hit out"),
        ("Norway condemned Sudan's shelling of the town.", "condemned"),
        ("The king branded his rival a traitor.", "branded"),
        ("The book portrays the king as a murderer.", "portrays"),
        ("Four were charged.", "charged"),
        ("The captain was cited for failing to stop.", "cited"),
        ("The guard was booked on two counts of theft.", "booked"),
        ("The auditors said the firm had pocketed the grants.", "said"),
        ("Osk allegedly took bribes.", "allegedly"),
        ("The scandal led to charges against the mayor.", "charges"),
        ("Berg and two aides are to go on trial for theft.", "go on trial"),
    ],
)
def test_accusation_is_read(read, text, trigger):
    assert [m.trigger.text for m in read(text, "ACCUSATION")] == [trigger]


@pytest.mark.parametrize(
    "text",
    [
        "The minister condemned the attack.",
        "She is in charge of the port.",
        "He took charge of the depot.",
        "The firm took a pretax charge.",
        "I suspect the weather will turn.",
        "Police detained two suspected members.",
        "The party said the government supported the farmers.",
        "No one claimed responsibility for the blast.",
        "The islanders renewed their claim to the territory.",
        "Police wanted him for questioning.",
        "They condemned the shelling of the town.",
        "The hotel charged two for a room.",
        "Holm lost her case against the landlord.",
        "The guards chased the suspected shooter.",
        "The office is responsible for foreign affairs.",
        "The coach wants to hold himself accountable.",
        "The union said that it had violated nothing.",
        "People were lying everywhere, said Ida Morken.",
        "The premier said Norway was committed to the talks.",
        "The bank did not say whether money was stolen.",
        "There was no claim of responsibility for the bombing.",
        "It was unclear who was behind the attack.",
        "The alleged victim gave no interview.",
        "The suspect had a dog with him.",
        "The officer responsible for defending the coast resigned.",
        "She was praised for accepting blame for the delay.",
        "He insisted that the firm was treating all buyers alike.",
        "Police want to identify a suspect.",
        "The motive behind the shooting is unclear.",
        "Officials were checking the claim.",
        "Tenants are responsible for all letters that they send.",
        "The union argued that the plan would undermine safety.",
        "The firm noted that the beach lies next to a creek.",
        "The engineers set off a charge.",
        "The ministry reported that it had sent a letter on the rebels to the envoy.",
        "The lawyer said that Osk had committed no crime.",
        "Forty farmers are believed to have been killed.",
        "Thousands of dollars had been charged to his card.",
        "The lawsuit against the hospital was settled.",
        "The union complained about the weather.",
        "The court wants to prosecute serious crimes.",
        "Divers found the alleged weapon.",
        "Holm said he had bribed nobody.",
        "Holm lambasted Lund on the radio.",
        "The charges were offset by a gain.",
        "The murder allegedly took place in May.",
    ],
)
def test_other_senses_give_no_accusation(read, text):
    assert read(text, "ACCUSATION") == []


def test_claimed_wrong_names_its_doer(roles):
    assert roles("The union claimed that the firm had bribed inspectors.", "ACCUSATION") == {
        "accuser": ["The union"],
        "accused": ["the firm"],
        "allegation": ["the firm had bribed inspectors"],
    }


def test_complaint_is_against_the_accused(roles):
    assert roles("The complaint against the hospital was dropped.", "ACCUSATION") == {"accused": ["the hospital"]}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "Marchers chanted slogans condemning Norway for the oil spill.",
            "condemning",
            {"accuser": ["Marchers"], "accused": ["Norway"], "allegation": ["the oil spill"]},
        ),
        (
            "A suit filed by two nuns accuses the clinic of neglect.",
            "accuses",
            {"accuser": ["two nuns"], "accused": ["the clinic"], "allegation": ["neglect"]},
        ),
        (
            "He received a letter accusing him of theft.",
            "accusing",
            {"accuser": ["a letter"], "accused": ["him"], "allegation": ["theft"]},
        ),
        (
            "Kerr laid much of the blame on the utility.",
            "blame",
            {"accuser": ["Kerr"], "accused": ["the utility"]},
        ),
        (
            "Police believe Berg shot the clerk.",
            "believe",
            {"accuser": ["Police"], "accused": ["Berg"], "allegation": ["Berg shot the clerk"]},
        ),
        (
            '"The rebels are behind this," Nils Holm said.',
            "are behind",
            {"accuser": ["Nils Holm"], "accused": ["The rebels"], "allegation": ["this"]},
        ),
        (
            "Moss is being held on two counts of fraud.",
            "counts",
            {"accused": ["Moss"], "allegation": ["fraud"]},
        ),
        (
            "Students chanted that the dean was a racist.",
            "chanted",
            {"accuser": ["Students"], "accused": ["the dean"], "allegation": ["the dean was a racist"]},
        ),
        (
            "The ministry charged that Oslo was preparing a strike.",
            "charged",
            {"accuser": ["The ministry"], "accused": ["Oslo"], "allegation": ["Oslo was preparing a strike"]},
        ),
        (
            "Ruiz was recalled on allegations she stole port funds.",
            "allegations",
            {"accused": ["she"], "allegation": ["she stole port funds"]},
        ),
        (
            "The minister resigned over corruption allegations.",
            "allegations",
            {"accused": ["The minister"], "allegation": ["corruption"]},
        ),
        (
            "A driver charged with robbing six people has filed a complaint.",
            "charged",
            {"accused": ["A driver"], "allegation": ["robbing six people"]},
        ),
        (
            "Six clerks were charged in a scam.",
            "charged",
            {"accused": ["Six clerks"], "allegation": ["a scam"]},
        ),
        (
            "The heat is partly to blame for the delays.",
            "to blame",
            {"accused": ["The heat"], "allegation": ["the delays"]},
        ),
        (
            "Neighbours want the mill held responsible for the leak.",
            "held responsible",
            {"accused": ["the mill"], "allegation": ["the leak"]},
        ),
        (
            "The decree voiced the league's condemnation of Burma's abuses.",
            "condemnation",
            {"accuser": ["the league"], "accused": ["Burma"], "allegation": ["Burma's abuses"]},
        ),
        (
            "She faces up to six years in prison on charges of fraud.",
            "charges",
            {"accused": ["She"], "allegation": ["fraud"]},
        ),
        (
            "He defended himself against accusations of fraud.",
            "accusations",
            {"accused": ["He"], "allegation": ["fraud"]},
        ),
        (
            "The agency blamed the port on Friday.",
            "blamed",
            {"accuser": ["The agency"], "accused": ["the port"]},
        ),
        (
            "Kerr was accused by some within the league of being slow to act.",
            "accused",
            {"accused": ["Kerr"], "accuser": ["some within the league"], "allegation": ["being slow to act"]},
        ),
        (
            "They accused the dean and others in the faculty of breaking the pledge.",
            "accused",
            {"accuser": ["They"], "accused": ["the dean and others"], "allegation": ["breaking the pledge"]},
        ),
        (
            "Nurses accused all four of murder, arson and theft.",
            "accused",
            {"accuser": ["Nurses"], "accused": ["all four"], "allegation": ["murder, arson and theft"]},
        ),
        (
            "The union, on strike since May and accused of violence, gave in.",
            "accused",
            {"accused": ["The union"], "allegation": ["violence"]},
        ),
        (
            "Six bankers alleged to have hidden funds have been named.",
            "alleged",
            {"accused": ["Six bankers"], "allegation": ["to have hidden funds"]},
        ),
        (
            "The third alleged forger, Ines Cale, was deported.",
            "alleged",
            {"accused": ["Ines Cale"], "allegation": ["forger"]},
        ),
        (
            "The envoy said that by closing the port, Osk had violated the pact.",
            "said",
            {"accuser": ["The envoy"], "accused": ["Osk"], "allegation": ["Osk had violated the pact"]},
        ),
        (
            "A spokesman for the bank rejected the allegations.",
            "allegations",
            {},
        ),
        (
            "The resolution denounced Burmese abuses.",
            "denounced",
            {"accuser": ["The resolution"], "accused": ["Burmese"], "allegation": ["Burmese abuses"]},
        ),
        (
            "Poachers bore most of the blame for the fire.",
            "blame",
            {"accused": ["Poachers"], "allegation": ["the fire"]},
        ),
        (
            "A jury indicted Kerr of Oslo and his driver on theft charges and lesser counts.",
            "charges",
            {"accuser": ["A jury"], "accused": ["Kerr of Oslo and his driver"], "allegation": ["theft"]},
        ),
        (
            "Kerr was held on suspicion of arson until all charges were dropped.",
            "charges",
            {"accused": ["Kerr"], "allegation": ["arson"]},
        ),
        (
            "They jailed Kerr for his alleged role in the plot.",
            "alleged",
            {"accused": ["Kerr"], "allegation": ["role in the plot"]},
        ),
        (
            "The report accuses the firm of fraud; it denied wrongdoing.",
            "accuses",
            {"accuser": ["The report"], "accused": ["the firm"], "allegation": ["fraud"]},
        ),
        (
            "It is easy to blame the flood on the council, said Kerr.",
            "blame",
            {"allegation": ["the flood"], "accused": ["the council"]},
        ),
        (
            "Seven men were accused in a series of burglaries.",
            "accused",
            {"accused": ["Seven men"], "allegation": ["a series of burglaries"]},
        ),
        (
            "The audit confirmed the old board was responsible for the losses.",
            "responsible",
            {"accuser": ["The audit"], "accused": ["the old board"], "allegation": ["the losses"]},
        ),
        (
            "Reports surfaced and allegations emerged that Kerr had bought votes.",
            "allegations",
            {"accused": ["Kerr"], "allegation": ["Kerr had bought votes"]},
        ),
        (
            "The mayor has been dogged by allegations of fraud.",
            "allegations",
            {"accused": ["The mayor"], "allegation": ["fraud"]},
        ),
        (
            "Also implicated in the plot were two aides.",
            "implicated",
            {"accused": ["two aides"], "allegation": ["the plot"]},
        ),
        (
            "The lawyer for Kerr's alleged killer spoke.",
            "alleged",
            {"accused": ["killer"], "allegation": ["killer"]},
        ),
        (
            "The panel looks into allegations Oslo interfered in the vote.",
            "allegations",
            {"accused": ["Oslo"], "allegation": ["Oslo interfered in the vote"]},
        ),
        (
            "The women filed a lawsuit against the firm alleging discrimination.",
            "alleging",
            {"accuser": ["The women"], "accused": ["the firm"], "allegation": ["discrimination"]},
        ),
        (
            "He spoke of the fraud charges for Kerr.",
            "charges",
            {"accused": ["Kerr"], "allegation": ["fraud"]},
        ),
        (
            "The treasury blacklisted ten banks for allegedly helping the rebels.",
            "allegedly",
            {"accused": ["ten banks"], "allegation": ["helping the rebels"]},
        ),
    ],
)
def test_roles_are_found_around_the_trigger(roles, text, trigger, expected):
    assert roles(text, "ACCUSATION", trigger) == expected
