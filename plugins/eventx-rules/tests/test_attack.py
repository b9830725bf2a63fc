"""Which words tell of an attack, and which only look like it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A man hurled a firebomb at the consulate.", "hurled"),
        ("Militants overran an army post in the north.", "overran"),
        ("The regime used chlorine gas against civilians in the town.", "used"),
        ("He was hacked to death by a mob.", "hacked to death"),
        ("Pirates hijacked a tanker off Somalia.", "hijacked"),
        ("The mayor survived an attempt on his life.", "attempt"),
        ("The two sides traded fire across the river.", "traded fire"),
        ("Vandals desecrated graves at a cemetery in Lyon.", "desecrated"),
        ("He rammed his car into a crowd of shoppers.", "rammed"),
        ("Boko Haram fighters burned three villages.", "burned"),
        ("The slain activist was buried on Friday.", "slain"),
        ("A rocket landed near the airport.", "landed"),
        ("Both armies agreed to stop fighting.", "fighting"),
        ("The insurgents have fought a long rebellion.", "fought"),
        ("Youths pelted police with stones.", "pelted"),
        ("Gunmen seized two nurses at a clinic.", "seized"),
        ("Gunmen seized a Dutch cook near the border.", "seized"),
        ("Masked men seized two clerks at a bank.", "seized"),
        ("Soldiers raided hideouts in the hills and arrested ten men.", "raided"),
        ("Guards beat asylum seekers.", "beat"),
        ("The bomb targeted Christians.", "targeted"),
        ("A mine tore through a crowded bus.", "tore through"),
        ("The officer hit him in the face.", "hit"),
        ("Youths rammed a car into a school.", "rammed"),
        ("Horsemen burned three villages.", "burned"),
        ("The navy destroyed two radar stations with missiles.", "destroyed"),
        ("The troops began an operation against the rebels.", "operation"),
        ("Riots broke out in the suburbs.", "Riots"),
        ("He was wanted over the shooting death of a nurse.", "shooting"),
        ("A football player was shot in the attack.", "shot attack"),
        ("The gunman would not stop shooting.", "shooting"),
        ("One of the gunmen struck him with a metal pole.", "struck"),
        ("The minister was stabbed on Monday.", "stabbed"),
        ("Two brothers were accused of beating a woman.", "beating"),
        ("Police used tear gas against protesters.", "used"),
        ("The second guard then returned fire.", "returned fire"),
        ("The sect's leader was killed in a military operation.", "killed operation"),
        ("The militants targeted civilians.", "targeted"),
        ("The attacker drove a truck down a bike path.", "drove"),
        ("A man was beaten outside a mosque before the attack.", "beaten attack"),
        ("The gunman slashed her with a razor.", "slashed"),
        ("Fighter jets bombed rebel positions.", "bombed"),
        ("A car ploughed into a crowd outside a mosque, killing a girl, in the latest terror attack.",
         "ploughed killing terror attack"),
        ("The cook accused him of hitting her.", "hitting"),
        ("Police fired tear gas to break up the crowd.", "fired"),
        ("The bandits fired first, and a guard was shot.", "fired shot"),
        ("Gunmen stormed into the town hall.", "stormed"),
        ("Students threw bottles and petrol bombs at the police.", "threw"),
        ("Two drones laden with explosives blew up over the base.", "blew up"),
        ("Gunmen raided the paper's office.", "raided"),
        ("Gunmen fought their way into the fort.", "fought"),
        ("Assailants sprayed the car with bullets.", "sprayed"),
        ("In land held by militants, foreigners are often targeted.", "targeted"),
        ("An officer opened fire, hitting the driver.", "opened fire hitting"),
        ("Gunshots were heard near the port.", "Gunshots"),
        ("The bullet-riddled car stood in a ditch.", "riddled"),
        ("The mayor called the pelting of guards with eggs a disgrace.", "pelting"),
        ("The hijackers flew the jets into the twin towers.", "flew"),
        ("Letters containing anthrax were mailed to two judges.", "mailed"),
        ("A car bomb rocked the old town.", "rocked"),
        ("The consulate came under mortar fire for the third day.", "came"),
        ("Islamist fighters and other militants stormed through the town.", "stormed"),
        ("The FBI read that he wanted them to stop bombing Syria.", "bombing"),
        ("A guard was hit by a brick during the protest.", "hit"),
        ("A man with a knife lunged at an officer.", "lunged"),
        ("The rampage left nine people dead.", "rampage"),
        ("He shot both of them in the face, court records say.", "shot"),
        ("He was charged over the beating death of a cook.", "beating"),
        ("The sailor was killed by enemy fire.", "killed"),
        ("Rebels killed a Navy SEAL.", "killed"),
        ("The candidate was asked about the 9/11 attacks in the debate.", "attacks"),
        ("In a tweet the candidate said the sect had claimed responsibility for the attack.", "attack"),
        ("Polls were taken before Thursday's attack.", "attack"),
        ("Paramilitaries burned nine homes.", "burned"),
        ("A torpedo sank the freighter.", "sank"),
        ("Turkish F-16s struck positions in the hills.", "struck"),
        ("The militiamen captured two nurses.", "captured"),
        ("A bomb destroyed the airliner.", "destroyed"),
        ("He was beaten by guards.", "beaten"),
        ("The siege ended with militants hacking nine people to death.", "siege hacking"),
        ("The guards were accused of torturing dissidents.", "torturing"),
        ("The senator was attacked by a neighbour.", "attacked"),
        ("Marchers accused police of beating dozens of clerks.", "beating"),
        ("A bomb exploded beside propane tanks.", "exploded"),
        ("The shooting victims were named on Friday.", "shooting"),
        ("A girl was snatched from her bedroom.", "snatched"),
        ("The sect released sarin gas on the subway.", "released"),
        ("The tanker was seized by pirates.", "seized"),
        ("Hijackers flew planes into the towers, killing a clerk.", "flew killing"),
        ("The beheading of the hostage was shown on a website.", "beheading"),
        ("Separatists downed an airliner over the plain.", "downed"),
        ("The downing of the passenger jet was filmed.", "downing"),
        ("Artillery shelled rebel positions.", "shelled"),
        ("A car rammed the crowd outside the mosque.", "rammed"),
        ("A parcel bomb was sent to the senator's office.", "sent"),
        ("The nationalists clashed with counter-protesters.", "clashed"),
        ("There was a lull in fighting around the dam.", "fighting"),
        ("The army denounced the strikes. Missiles hit two bases.", "strikes hit"),
    ],
)  # fmt: skip
def test_act_of_violence_is_an_attack(read, text, trigger):
    assert " ".join(m.trigger.text for m in read(text, "ATTACK")) == trigger


@pytest.mark.parametrize(
    "text",
    [
        "An explosion at a coal mine killed 12 workers.",
        "A heart attack killed the singer on Friday.",
        "Seven people were killed when a bus overturned.",
        "The plane crashed, killing all on board.",
        "A storm sank the ferry.",
        "A blast of wind brought down the tent.",
        "A gas blast tore through an apartment block, injuring nine.",
        "The virus has killed thousands.",
        "Vets slaughtered thousands of chickens.",
        "The alarm went off at six.",
        "The clerk carried an assault-style rifle.",
        "The minister vowed to use the full force of the law.",
    ],
)
def test_accident_disease_or_slaughter_of_animals_is_no_attack(read, text):
    assert read(text, "ATTACK") == []


@pytest.mark.parametrize(
    "text",
    [
        "The minister launched a scathing attack on the tax plans.",
        "In the debate she attacked him for failing to act.",
        "The candidates battled over health care.",
        "Hackers attacked the bank's servers.",
        "The charm offensive failed.",
        "A corporate battle between the two start-ups followed.",
        "The court shot down an attempt to free him.",
        "They were besieged by reporters.",
        "The deal blew up in his face.",
        "The committee killed the bill.",
        "A clash of cultures followed.",
        "Holm attacked the plan in a column as an assault on reason.",
        "You are shooting yourselves in the foot.",
        "Democrats and Republicans in the caucus tweeted about his attacks on the press.",
        "She would not be held hostage by speculation.",
        "Green groups attacked the text as toothless.",
        "Oil prices shot up to $72 a barrel.",
    ],
)
def test_fight_with_words_is_no_attack(read, text):
    assert read(text, "ATTACK") == []


@pytest.mark.parametrize(
    "text",
    [
        "Police raided a warehouse and seized heroin.",
        "Texas executed a convicted killer on Tuesday.",
        "He was executed for a robbery.",
        "When it comes to assault rifles, he has no plan.",
        "The clerk then killed himself.",
        "Riyadh executed a cleric on Saturday.",
        "The frigate fired a warning shot at the trawler.",
        "The trade was executed at noon.",
        "North Korea test-fired a missile on Sunday.",
        "The exercise simulated an attack on a port.",
        "The company fired 200 workers.",
    ],
)
def test_arrest_execution_or_exercise_is_no_attack(read, text):
    assert read(text, "ATTACK") == []


@pytest.mark.parametrize(
    "text",
    [
        "The striker fired a shot over the bar.",
        "The injured striker will miss the match.",
        "They beat the champions.",
        "They beat the Kings with a last-second shot.",
        "The guard, who shot 4 for 17, was benched.",
        "The attack helicopter was delivered in May.",
        "The blast furnace reopened.",
        "Shares hit a record high.",
    ],
)
def test_sport_equipment_and_figures_of_speech_are_no_attack(read, text):
    assert read(text, "ATTACK") == []


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("The suicide bombing attack was condemned.", ["bombing attack"]),
        ("An assassination attempt on the general failed.", ["assassination attempt"]),
        ("The air raids continued overnight.", ["air raids"]),
        ("A car bomb attack on the ministry wounded twelve.", ["attack", "wounded"]),
        ("Two policemen were killed and five wounded in an ambush.", ["killed", "wounded", "ambush"]),
    ],
)
def test_one_phrase_for_an_act_is_one_mention(read, text, triggers):
    assert [m.trigger.text for m in read(text, "ATTACK")] == triggers


def test_what_is_thrown_is_the_instrument(roles):
    found = roles("A man hurled a firebomb at the consulate.", "ATTACK")
    assert found == {"attacker": ["A man"], "instrument": ["a firebomb"], "target": ["the consulate"]}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("No group has claimed responsibility for the blast.", "blast", {}),
        (
            "The driver was killed in a struggle with two officers.",
            "killed",
            {"target": ["The driver"], "killed": ["The driver"], "attacker": ["two officers"]},
        ),
        (
            "The fatal shootings of five guards shocked the town.",
            "shootings",
            {"target": ["five guards"], "killed": ["five guards"]},
        ),
        (
            "He fatally shot two guards.",
            "shot",
            {"attacker": ["He"], "target": ["two guards"], "killed": ["two guards"]},
        ),
        (
            "Soldiers beat marchers with rifle butts.",
            "beat",
            {"attacker": ["Soldiers"], "target": ["marchers"], "instrument": ["rifle butts"]},
        ),
        ("A hail of bullets hit the bus.", "hit", {"instrument": ["A hail of bullets"], "target": ["the bus"]}),
        ("The bomb exploded inside a bus.", "exploded", {"instrument": ["The bomb"], "target": ["a bus"]}),
        ("He takes the stand at his murder trial.", "murder", {"attacker": ["his"]}),
        ("It was a case of Second Degree Murder.", "Murder", {}),
        (
            "The state executed Lane for the bombing of a clinic.",
            "bombing",
            {"attacker": ["Lane"], "target": ["a clinic"]},
        ),
        (
            "He was held over the wounding of two guards.",
            "wounding",
            {"target": ["two guards"], "wounded": ["two guards"]},
        ),
        ("It was the worst attack of its kind.", "attack", {}),
        (
            "Guards had seized control of a ward and were holding two nurses hostage.",
            "holding",
            {"attacker": ["Guards"], "target": ["two nurses"]},
        ),
    ],
)
def test_what_looks_like_a_role_fills_none(roles, text, trigger, expected):
    assert roles(text, "ATTACK", trigger) == expected


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen killed a nurse in Oran.", ["a nurse"]),
        ("The premier was murdered at his home.", ["The premier"]),
        ("Gunmen killed Ada Holm in Oran.", None),
        ("They murdered him in Oran.", None),
    ],
)
def test_one_who_is_not_named_is_counted_among_the_dead(roles, text, killed):
    assert roles(text, "ATTACK").get("killed") == killed


def test_day_of_a_month_counts_nobody(roles):
    assert "killed" not in roles("He was jailed for the Oct. 23 killing of the doctor.", "ATTACK")
