"""Sentences that the parser gets wrong, and what is read in them nevertheless."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "type_name", "trigger", "expected"),
    [
        (
            "The ministry denies the reports of theft and Holm denies any part in it.",
            "DENIAL",
            1,
            {"denier": ["Holm"], "allegation": ["any part in it"]},
        ),
        (
            "The ministry denies the reports of theft and Holm denies any part in it.",
            "DENIAL",
            0,
            {"denier": ["The ministry"], "allegation": ["the reports of theft"]},
        ),
        (
            "The ministry denies the charges of fraud and Holm denies any theft.",
            "DENIAL",
            1,
            {"denier": ["Holm"], "allegation": ["any theft"]},
        ),
        (
            "Aid groups had urged Lund not to go to Lagos and accused the mayor of theft.",
            "ACCUSATION",
            0,
            {"accuser": ["Aid groups"], "accused": ["the mayor"]},
        ),
        (
            "In a letter seen by Oslo, Governor Ola Holm denied the charges.",
            "DENIAL",
            0,
            {"denier": ["Governor Ola Holm"]},
        ),
        (
            "The aid group said that 16 people have starved since convoys arrived and blamed the army for it.",
            "ACCUSATION",
            0,
            {"accuser": ["The aid group"], "accused": ["the army"]},
        ),
        (
            "Health officials said soldiers had shot and killed a boy.",
            "ATTACK",
            1,
            {"attacker": ["soldiers"], "target": ["a boy"]},
        ),
        (
            "An aide said the bomb had killed twelve guards and injured nine more.",
            "ATTACK",
            1,
            {"instrument": ["the bomb"], "target": ["nine more"], "attacker": None},
        ),
        (
            "The medical charity Solace blamed the army for the delay.",
            "ACCUSATION",
            0,
            {"accuser": ["The medical charity Solace"]},
        ),
        (
            "He was charged with assault with a deadly weapon and two counts of theft.",
            "ATTACK",
            0,
            {"instrument": ["a deadly weapon"]},
        ),
        (
            "Rebel shelling killed five clerks.",
            "ATTACK",
            0,
            {"attacker": ["Rebel"], "target": ["five clerks"], "killed": ["five clerks"]},
        ),
        (
            "Merkel travels to Oman on Saturday.",
            "VISIT",
            0,
            {"visitor": ["Merkel"], "destination": ["Oman"]},
        ),
        (
            "Clashes between police and clerks in Lima left at least 17 people dead.",
            "ATTACK",
            0,
            {"killed": ["at least 17 people"], "place": ["Lima"]},
        ),
        (
            "Danish troops backed by helicopters clashed with rebels on the island.",
            "ATTACK",
            0,
            {"attacker": ["Danish troops", "rebels"]},
        ),
        (
            "An attack on a bus carrying clerks near the pyramids wounded at least 12 people.",
            "ATTACK",
            1,
            {"target": ["at least 12 people"], "attacker": None},
        ),
        (
            "Oslo and Ulm accuse Lima of arming the rebels, which Lima denies.",
            "DENIAL",
            0,
            {"denier": ["Lima"], "allegation": ["arming the rebels"]},
        ),
        (
            "The state accuses the sect of fraud, something the sect denies.",
            "DENIAL",
            0,
            {"denier": ["the sect"], "allegation": ["fraud"]},
        ),
        (
            "Prosecutors have accused two former managers at the oil firm of corruption.",
            "ACCUSATION",
            0,
            {"accused": ["two former managers"], "allegation": ["corruption"]},
        ),
        (
            "The bishop and three nuns, all of them French, were abducted near the border in May.",
            "ATTACK",
            0,
            {"target": ["The bishop and three nuns"], "place": ["the border"]},
        ),
        (
            "A Lima man who police say shot a boy in the head was arrested.",
            "ATTACK",
            0,
            {"attacker": ["A Lima man"], "target": ["a boy"]},
        ),
        (
            "He was accused by several women of sexual assault and misconduct.",
            "ACCUSATION",
            0,
            {"accused": ["He"], "accuser": ["several women"], "allegation": ["sexual assault and misconduct"]},
        ),
        (
            "A committee is studying allegations that Norway meddled in the vote.",
            "ACCUSATION",
            0,
            {"accused": ["Norway"], "allegation": ["Norway meddled in the vote"]},
        ),
        (
            "The United States and its allies accuse Iran of seeking to build a bomb, a charge Tehran denies.",
            "DENIAL",
            0,
            {"denier": ["Tehran"], "allegation": ["seeking to build a bomb"]},
        ),
        (
            "The other guards who shot at Holm were moved.",
            "ATTACK",
            0,
            {"attacker": ["The other guards"]},
        ),
        (
            "Rangers were ambushed by the same group of poachers that fired on the helicopter.",
            "ATTACK",
            1,
            {"attacker": ["the same group of poachers"], "target": ["the helicopter"]},
        ),
        (
            "The boy was lured from a park to be killed.",
            "ATTACK",
            0,
            {"target": ["The boy"]},
        ),
        (
            "Dunn is accused of setting fire to a barn, then throwing stones at a nurse.",
            "ACCUSATION",
            0,
            {"accused": ["Dunn"], "allegation": ["setting fire to a barn, then throwing stones at a nurse"]},
        ),
        (
            "He also is accused of manslaughter, three counts of assault, misconduct in office and perjury.",
            "ACCUSATION",
            0,
            {
                "accused": ["He"],
                "allegation": ["manslaughter, three counts of assault, misconduct in office and perjury"],
            },
        ),
        (
            "The paper reported that the nuns accused Holm of groping or harassing them.",
            "ACCUSATION",
            0,
            {"accused": ["Holm"], "allegation": ["groping or harassing them"]},
        ),
        (
            "Prominent singers have been accused in recent months of fraud and theft.",
            "ACCUSATION",
            0,
            {"accused": ["Prominent singers"], "allegation": ["fraud and theft"]},
        ),
        (
            "In March, the Justice Department charged two Danish spies and two clerks with planning the theft.",
            "ACCUSATION",
            0,
            {"accused": ["two Danish spies and two clerks"], "allegation": ["planning the theft"]},
        ),
        (
            '"We hold the government of the neighbouring state responsible for it," an adviser said.',
            "ACCUSATION",
            0,
            {"accuser": ["We"], "accused": ["the government of the neighbouring state"]},
        ),
        (
            "Norway accuses Chad of training the rebels, a charge that Chad denies.",
            "DENIAL",
            0,
            {"denier": ["Chad"], "allegation": ["training the rebels"]},
        ),
        (
            "A naval commander said his boats were on a routine mission and accused the Danes of theft.",
            "ACCUSATION",
            0,
            {"accuser": ["A naval commander"], "accused": ["the Danes"]},
        ),
        (
            "He said only three of his fighters had been killed and accused the military of bombing farms.",
            "ACCUSATION",
            0,
            {"accuser": ["He"], "accused": ["the military"], "allegation": ["bombing farms"]},
        ),
        (
            "Kira Holm noted that the paper backed Lund in the vote, accusing it of bias.",
            "ACCUSATION",
            0,
            {"accuser": ["Kira Holm"], "accused": ["it"]},
        ),
        (
            "The owner called the report garbage.",
            "DENIAL",
            0,
            {"denier": ["The owner"], "allegation": ["the report"]},
        ),
        (
            "A second lawmaker denied a former aide’s allegations of misconduct.",
            "DENIAL",
            0,
            {"denier": ["A second lawmaker"], "accuser": ["a former aide"]},
        ),
        (
            "It was the latest of the allegations by various women of sexual misconduct against Ali Bello.",
            "ACCUSATION",
            0,
            {"accuser": ["various women"], "allegation": ["sexual misconduct"], "accused": ["Ali Bello"]},
        ),
        (
            "He charged the 78-year-old singer with assaulting a cook, with the charges coming days before a trial.",
            "ACCUSATION",
            0,
            {"accused": ["the 78-year-old singer"], "allegation": ["assaulting a cook"]},
        ),
        (
            "Schoen denied inappropriate contact in a statement to local media.",
            "DENIAL",
            0,
            {"denier": ["Schoen"], "allegation": ["inappropriate contact"]},
        ),
        (
            "Holm said he would resign following allegations of theft.",
            "ACCUSATION",
            0,
            {"accused": ["Holm"], "allegation": ["theft"]},
        ),
        (
            "Iraq alleged Ritter was an American spy.",
            "ACCUSATION",
            0,
            {"accuser": ["Iraq"], "accused": ["Ritter"], "allegation": ["Ritter was an American spy"]},
        ),
        (
            "Prosecutors allege he took bribes.",
            "ACCUSATION",
            0,
            {"accuser": ["Prosecutors"], "accused": ["he"], "allegation": ["he took bribes"]},
        ),
        (
            "The assets are of people accused of smuggling and tax-related crimes.",
            "ACCUSATION",
            0,
            {"allegation": ["smuggling and tax-related crimes"]},
        ),
        (
            "Two cooks faced robbery and public disorder charges.",
            "ACCUSATION",
            0,
            {"accused": ["Two cooks"], "allegation": ["robbery and public disorder"]},
        ),
        (
            "All three singers have denied the allegations, which the paper has not been able to verify.",
            "DENIAL",
            0,
            {"denier": ["All three singers"], "allegation": ["the allegations"]},
        ),
        (
            "The clerk returned after allegations he had groped or slapped women.",
            "ACCUSATION",
            0,
            {"accused": ["he"], "allegation": ["he had groped or slapped women"]},
        ),
        (
            "Foreign Minister Ada Holm said his country was not to blame.",
            "DENIAL",
            0,
            {"denier": ["Foreign Minister Ada Holm"]},
        ),
        (
            'Holm stood with the victims of this "odious and cowardly attack."',
            "ATTACK",
            0,
            {},
        ),
        (
            "A gunman shot a motorist several times in a road rage incident.",
            "ATTACK",
            0,
            {"attacker": ["A gunman"], "target": ["a motorist"]},
        ),
        (
            "He then turned the pistol on the nurse and shot her multiple times.",
            "ATTACK",
            0,
            {"attacker": ["He"], "target": ["her"]},
        ),
        (
            "The militants are holding 19 people hostage.",
            "ATTACK",
            0,
            {"attacker": ["The militants"], "target": ["19 people"]},
        ),
        (
            "A neighbor of Riverton shooting suspect Mark Rolf knew that he had a pistol.",
            "ATTACK",
            0,
            {"target": None},
        ),
        (
            "The rampage on Sunday left nine people dead and dozens more injured.",
            "ATTACK",
            1,
            {"target": ["dozens more"], "wounded": ["dozens more"], "killed": None},
        ),
        (
            "Crowds marched after the shooting by Dayton police of Lee Barnes.",
            "ATTACK",
            0,
            {"attacker": ["Dayton police"], "target": ["Lee Barnes"]},
        ),
        (
            "A suicide car bombing in the capital Ankara killed 37 people this month.",
            "ATTACK",
            1,
            {"attacker": None, "place": ["the capital Ankara"]},
        ),
        (
            "An 18-year-old opened fire in a crowded cinema, killing 12.",
            "ATTACK",
            0,
            {"attacker": ["An 18-year-old"], "place": ["a crowded cinema"], "killed": ["12"]},
        ),
        (
            "A 16-year-old stabbed two classmates on Monday.",
            "ATTACK",
            0,
            {"attacker": ["A 16-year-old"], "target": ["two classmates"]},
        ),
        (
            "The cook was hacked to death with a meat cleaver by two men.",
            "ATTACK",
            0,
            {"attacker": ["two men"], "instrument": ["a meat cleaver"]},
        ),
        (
            "Separatists took some 850 people hostage in a theatre in Minsk.",
            "ATTACK",
            0,
            {"target": ["some 850 people"], "place": ["a theatre in Minsk"]},
        ),
        (
            "He faces nine counts of accessory to murder.",
            "ATTACK",
            0,
            {"attacker": None},
        ),
    ],
)
def test_misparsed_sentence_is_read_as_meant(read, sentence, type_name, trigger, expected):
    mention = read(sentence, type_name)[trigger]
    found: dict[str, list[str]] = {}
    for argument in mention.arguments:
        found.setdefault(argument.role, []).append(argument.text)
    assert {role: found.get(role) for role in expected} == expected
