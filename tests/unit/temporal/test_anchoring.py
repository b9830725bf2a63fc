"""Which date of its own sentence dates an event. 2024-03-14, the day of publication, is a Thursday."""

from __future__ import annotations

import pytest

DATED = [
    # what the date modifies
    ("Gunmen [stormed] the depot on Tuesday.", "2024-03-12"),
    ("Gunmen [stormed] the depot late Tuesday.", "2024-03-12"),
    ("On Tuesday, gunmen [stormed] the depot.", "2024-03-12"),
    ("The mayor condemned Tuesday's [raid].", "2024-03-12"),
    ("The March 3 [attack] shook the town.", "2024-03-03"),
    ("The court heard of the [attack] on Tuesday evening in the old harbour.", "2024-03-12"),
    ("He was convicted of a 2008 [raid].", "2008"),
    ("The [bombing] last month killed nobody.", "2024-02"),
    ("Two guards were killed in a [bombing] in February 2005.", "2005-02"),
    # verbs that only say that it took place, participles, conjuncts, clauses of the same time
    ("Rebels launched an [attack] on Monday.", "2024-03-11"),
    ("Rebels fired on the convoy on Monday, [killing] two drivers.", "2024-03-11"),
    ("A farmer was [killed] on Monday when a mine exploded near the bridge.", "2024-03-11"),
    ("A farmer was killed on Monday when a mine [exploded] near the bridge.", "2024-03-11"),
    ("The [blast], which occurred on Monday, wounded three people.", "2024-03-11"),
    ("Two guards were [killed] in a firefight that erupted on Monday.", "2024-03-11"),
    ("Gunmen tried on Monday to [storm] the depot.", "2024-03-11"),
    ("He is being tried this week for the [murder] of a judge.", None),
    ("In Lima on Monday, a woman who tried to [stab] a guard was arrested.", None),
    ("In Lima on Monday, a woman who tried to [stab] a guard was hurt.", "2024-03-11"),
    ("Shops were [torched] during the 2019 election campaign.", "2019"),
    ("Four [attacks] took place during the 2019 election campaign.", "2019"),
    # what is said has its own date, or none
    ("The [attack] last month was planned abroad, the minister said Monday.", "2024-02"),
    ("The minister said Monday that rebels [attacked] the bridge.", None),
    ("Rebels [attacked] the bridge, the minister said on Monday.", None),
    ("The minister on Wednesday condemned the [attack].", None),
    ("He was arrested on Monday for the [murder] of a judge.", None),
    ("She was sacked on Monday after the [attack].", None),
    ("The commission is investigating the [abduction] of two nurses in July 2019.", "2019-07"),
    ("In a statement late on Tuesday, police gave more details on the [shooting] of the driver.", None),
    ("The [shooting] of a second driver sparked outrage in the country on Tuesday.", None),
    ("The driver, who was [shot] dead by police after a two-hour standoff early on Sunday, left a note.", "2024-03-10"),
    ("Gunmen [stormed] the depot before dawn on Tuesday.", "2024-03-12"),
    ("The guards were told on Monday to end the [siege] by noon on Friday.", None),
    ("Gunmen raided a bar on Tuesday before [killing] two guards.", "2024-03-12"),
    ("He stabbed two people on Tuesday before being [shot] dead.", "2024-03-12"),
    ("The [raid] on the port last month sparked outrage.", "2024-02"),
    ("The [massacre], the worst since the coup of 2021, took place in a village.", None),
    ("A nurse was [stabbed] at around 3.15am on 1 March.", "2024-03-01"),
    ("The verdict on Tuesday in the [murder] of a nurse was no surprise.", None),
    ("The rebels, who [killed] ten guards, withdrew on Tuesday.", None),
    ("The rebels, who [killed] ten guards, were themselves killed on Tuesday.", "2024-03-12"),
    ("The army on Tuesday defended the [strike] on a hospital.", None),
    # other times
    ("The siege of Acre and last year's [assault] on the port failed.", "2023"),
    ("The [siege] of Acre and last year's assault on the port failed.", None),
    ("Troops [shelled] the town after March 3.", None),
    ("The paper recently told of an [attack].", None),
    ("Ten people die in [attacks] every year.", None),
    ("The [fighting] lasted three days.", None),
    ("The bomb [exploded] at 11.30 pm near the gate.", None),
    ("He was [kidnapped] more than two years ago.", None),
    # stretches
    ("Rebels have [attacked] the town since Monday.", "2024-03-11/2024-03-14"),
    ("Forty people have been [killed] since 2021.", "2021-01-01/2024-03-14"),
    ("The town has been calm since the 2021 [attack].", "2021"),
    ("It was the first [attack] since 2021.", None),
    ("Twelve people were [killed] between March 3 and March 9.", "2024-03-03/2024-03-09"),
    ("Twelve people were [killed] from March 3 to 9.", "2024-03-03/2024-03-09"),
    ("Planes [hit] the town Sunday through Wednesday.", "2024-03-10/2024-03-13"),
    ("Thousands were [killed] in the 1987-88 campaign.", "1987-01-01/1988-12-31"),
    ("Three people were [shot] in the past three days.", "2024-03-12/2024-03-14"),
    ("Nine drivers were [robbed] over the last two weeks.", "2024-02-29/2024-03-14"),
    ("Nine drivers were [robbed] over the past nine days, police said on Tuesday.", "2024-03-04/2024-03-12"),
    ("Nine drivers were [robbed] over the past two years, police said on Tuesday.", "2022-03-14/2024-03-14"),
    ("Residents fled during two and a half days of [fighting].", None),
    ("Many drivers were [robbed] over the past two and a half years.", "2021-09-14/2024-03-14"),
    ("The [assault] on the port continued for a fifth day.", "2024-03-10/2024-03-14"),
    ("It is the second day of an [offensive] in the hills.", "2024-03-13/2024-03-14"),
    ("The army has [shelled] the hills since a patrol was ambushed on March 3.", "2024-03-03/2024-03-14"),
    # so far from the date of the clause above, or from publication
    ("The council voted for it on March 6, a day after rebels [shelled] the port.", "2024-03-05"),
    ("The council voted for it on March 6, two days after a guard was hurt in a [raid].", "2024-03-04"),
    ("The council voted on March 6, a day after police named a suspect in the [raid].", None),
    ("Shops stayed shut one day after two guards were [wounded].", "2024-03-13"),
    ("She won the prize four years after rebels [attacked] her school.", "2020"),
    ("Shops reopened in January, two days after rebels [shelled] the port.", None),
    ("Shops stayed shut about two days after rebels [shelled] the port.", None),
    ("The mayor wrote to the army on Tuesday. The letter came two days after rebels [shelled] the port.", "2024-03-10"),
    ("The brawl came about five months after a guard was [stabbed] at a concert.", "2023-10"),
    ("He was seen on March 6, the day before rebels [shelled] the port.", "2024-03-07"),
    ("He was seen the day before rebels [shelled] the port.", None),
    # the present perfect goes with no time that is over
    ("The police have [shot] rioters there in 2019.", None),
    ("The police are said to have [shot] rioters there in 2019.", "2019"),
    ("The army is [fighting] rebels in the hills, where talks broke down last May.", None),
    # the past perfect lies before
    ("Officials confirmed on Tuesday that a nurse taken hostage by rebels had been [shot].", None),
    # the date of who says it
    ("Rebels [shelled] the port, according to officials of the ministry Tuesday.", None),
    ("Six men launched the [bombing] campaign targeting churches on March 3.", "2024-03-03"),
    # a noun and what hangs on it
    ("The town recalls the 2019 [shooting] spree at the port.", "2019"),
    ("The mayor spoke of the 2019 raid that [killed] two guards.", "2019"),
    ("Troops [bombed] huts belonging to the rebels early on Monday, the army said.", "2024-03-11"),
    ("The mayor spoke of the 2019 raid in Lima that [killed] two guards.", "2019"),
    ("Police blamed a gang for a raid in Lima last November that [killed] 30 people.", "2023-11"),
    ("[Riots] broke out in Lima, where youths torched cars late on Monday.", "2024-03-11"),
    ("A guard was shot on Monday and a suspect [killed] in the chase that followed.", "2024-03-11"),
    # what is another's
    ("A driver [accused] of taking part in the riots on Monday has fled.", None),
    ("The mayor will go to Lima soon, an aide said on Tuesday, [making] a stop in Quito.", None),
    ("The [raid], which looked like the one in May 2023, failed.", None),
    ("The [raid] follows a siege in May 2023.", None),
    ("The army is [battling] rebels, who caused the worst riots since 2021.", None),
    ("The driver was fined last month and is [charged] with theft.", None),
    ("The south said Monday its army is ready to [attack] the north if it sees signs of trouble.", None),
    ("She survived an [ambush] in 2019.", "2019"),
    ("The guard was [shot], beaten, tied up and thrown into a ditch in 1991.", "1991"),
    ("A nurse died in Lima on Monday after being [stabbed] at home.", "2024-03-11"),
    ("Six guards died on Tuesday after a bomb [exploded] at the gate.", None),
    ("The senator wrote of the May 4, 2011, [attacks] on the port.", "2011-05-04"),
    ("The inquiry looked at the 2012 Oldport, Ohio, factory [shooting].", "2012"),
    ("A wreath was laid for victims of the 2016 Oldport Christmas Market [attack].", "2016"),
    ("They spoke of Omar, a suspect in the Lima [raids], who was seen three weeks ago.", None),
    ("On Monday, a nurse recounted the [attack] in court.", None),
    ("The state plans to execute on Monday a man who [shot] a judge.", None),
    ("He was found guilty in 2012 of [stabbing] a neighbour.", None),
    ("He was found guilty on Tuesday of [murdering] a judge.", None),
    ("The driver, who was charged with [murder] in November, has fled.", None),
    ("She was convicted in 2012 of [stabbing] a neighbour.", None),
    ("Ten months after rebels [burned] the school, its head awaits trial.", "2023-05"),
    ("A man who [shot] a nurse as she left a hospital last year was jailed for life.", "2023"),
    # since when, and when
    (
        "Drivers have been robbed in many [attacks] since the collapse last July of the talks.",
        "2023-07-01/2024-03-14",
    ),
    ("Forty people have been [killed] since the 2021 coup.", "2021-01-01/2024-03-14"),
    ("It was the worst night since 2005, when rebels set off dozens of [bombs] in the port.", "2005"),
    ("The strike came eight months after the Lima [attacks] that shook the land.", "2023-07"),
    # two days on end
    ("Troops [shelled] the port on Monday and Tuesday.", "2024-03-11/2024-03-12"),
    ("Troops [shelled] the port on March 3 and 4.", "2024-03-03/2024-03-04"),
    ("Troops [shelled] the port on March 3 and March 9.", "2024-03-03"),
    ("Troops [shelled] the port in 2013 and 2014.", "2013-01-01/2014-12-31"),
    # as part of
    ("Planes [struck] the port as part of an operation in February.", "2024-02"),
    ("The army [shelled] the port in response to the raid of March 3 on its camp.", None),
    (
        "Rebels planned a campaign to mark the 10th anniversary of the September 11, 2001 [attacks] on Lima.",
        "2001-09-11",
    ),
    # what another clause has
    ("She may [raid] the fund to help the town, ahead of the mayor's trip to the port on March 21.", None),
    ("The guard could not be reached Thursday, but [shot] at the crowd.", None),
    ("A 40-year-old man was charged with [murder] on Thursday in connection with a crash near Lima.", None),
    # a time of day by itself
    ("A guard was [shot] just after midnight.", None),
    ("The army [targeted] a man linked to deadly raids last year.", None),
    ("A gunman [wounded] nine people in a crowd leaving a concert in the old port late on Tuesday.", "2024-03-12"),
    # one of many
    ("She was seized in September, one of scores of [abductions] in the hills.", None),
    # old days are not of the report
    ("The group claimed responsibility for the [raid], its third, on February 17.", "2024-02-17"),
    # what lies ahead stays there
    ("A [raid] in late April would end the truce.", "2024-04"),
]


@pytest.mark.parametrize(("sentence", "expected"), DATED)
def test_event_takes_the_date_that_is_its_own(claims, sentence, expected):
    assert claims(sentence) == [expected]


def test_speech_event_takes_the_date_of_the_verb_that_speaks(claims):
    fields = {"event_type": "ACCUSATION", "roles": ("accused",)}

    assert claims("The minister [accused] the rebels on Monday of attacks last year.", **fields) == ["2024-03-11"]


@pytest.mark.parametrize(
    "sentence",
    [
        "In a report released on Tuesday, the group [accused] the army of torture.",
        "The group [accused] the army of torture in a letter sent on Tuesday.",
        "The lawsuit, filed on Tuesday in Oldport, [accuses] the firm of fraud.",
        "In an interview with the Daily Echo published on Tuesday, she [accused] the mayor of graft.",
        "She, in a message read over the telephone on Tuesday, [accused] the mayor of graft.",
        "In Tuesday's edition, the Echo [accused] the mayor of graft.",
    ],
)
def test_accusation_is_of_the_day_on_which_it_is_made_known(claims, sentence):
    assert claims(sentence, event_type="ACCUSATION", roles=("accused",)) == ["2024-03-12"]


def test_charge_is_not_of_the_time_that_its_accused_is_told_by(claims):
    sentence = (
        "The former soldier who beat and robbed a boy as he fled a road block last year was [charged] by a federal "
        "grand jury."
    )

    assert claims(sentence, event_type="ACCUSATION", roles=("accused",)) == [None]


def test_hours_before_something_else_are_not_the_day_told_before(claims):
    text = "Rebels [attacked] the port on Sunday. Hours before Mayor Lee [came] there, shops had been shut for weeks."

    assert claims(text) == ["2024-03-10", None]


def test_accusation_is_of_the_day_on_which_somebody_was_told(claims):
    sentence = (
        'In her first interview since the paper printed her story, Anne Coyle [told] the city\'s "Lunchtime" show on '
        "Tuesday that the mayor laid a trap for her."
    )

    assert claims(sentence, event_type="ACCUSATION", roles=("accused",)) == ["2024-03-12"]


def test_denial_leaves_the_date_of_what_is_denied(claims):
    assert claims("The rebels [denied] any role in last month's raid.", event_type="DENIAL") == [None]


def test_speech_is_of_the_day_of_the_occasion_at_which_it_is_made(claims):
    text = "The deputy gave a speech on Tuesday in which she [denied] having taken money."

    assert claims(text, event_type="DENIAL", roles=("denier",)) == ["2024-03-12"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The council met on Tuesday before a debate overshadowed by [allegations].",
        "A bomb killed five on Tuesday, another raid [ascribed] to the rebels.",
        "The port was hit by two raids last week that were [attributed] to the rebels.",
    ],
)
def test_accusation_leaves_a_day_that_stands_far_off(claims, sentence):
    assert claims(sentence, event_type="ACCUSATION", roles=("accused",)) == [None]


def test_denial_in_the_present_tense_is_of_the_day_it_is_reported_to_be_said(claims):
    said = claims("The ministry said on Monday it [rejects] the charges.", event_type="DENIAL")

    assert said == ["2024-03-11"]


def test_date_of_another_trigger_reaches_no_further(claims):
    assert claims("He was [wounded] in 2019 and had been [kidnapped] in 2016.") == ["2019", "2016"]


def test_expression_is_the_span_of_the_whole_range(dated):
    (mention,) = dated("Twelve people were [killed] from March 3 to 9.")

    assert mention.when.expression.text == "March 3 to 9"


def test_visit_lies_on_the_day_of_what_happens_on_it(claims):
    text = "The minister paid tribute on Tuesday to bombing victims on a short [visit] to the port."

    assert claims(text, event_type="VISIT") == ["2024-03-12"]


def test_visit_under_way_is_not_of_a_day_to_come(claims):
    sentence = "The premier is [visiting] Lima as part of a tour that will take her to Quito on Monday."

    assert claims(sentence, event_type="VISIT", roles=("visitor",)) == [None]


def test_talks_with_somebody_visiting_date_the_visit(claims):
    text = "The accord was signed during talks between the mayor and his [visiting] counterpart on Tuesday."

    assert claims(text, event_type="VISIT") == ["2024-03-12"]


def test_generic_event_has_no_date(claims):
    assert claims("Gunmen [attack] the depot on Tuesday.", modality="generic") == [None]


def test_planned_event_turns_a_bare_weekday_forward(claims):
    (when,) = claims("The team was scheduled to [visit] the port on Tuesday.", event_type="VISIT", modality="planned")

    assert when == "2024-03-19"


def test_planned_event_takes_no_date_that_is_over(claims):
    sentence = "He drove to the school from which he graduated in 2013, intending to [kill] a teacher."

    assert claims(sentence, modality="planned") == [None]


def test_past_event_turns_a_bare_month_backward(claims):
    assert claims("The December 24 [raid] is still remembered.", published="2024-11-14") == ["2023-12-24"]


def test_sentence_too_long_to_parse_dates_nothing(claims):
    assert claims("On Tuesday gunmen [stormed] the depot" + ", and so on" * 600 + ".") == [None]


def test_hours_later_are_the_day_told_before(claims):
    told = claims("Gunmen [stormed|e1] the depot on Sunday. Two hours later they [shelled|e2] the port.")

    assert told == ["2024-03-10", "2024-03-10"]


def test_clock_time_is_of_the_day_told_before(claims):
    text = "Gunmen [stormed|e1] the depot on Sunday. At about 2:30 p.m. another group [attacked|e2] the port."

    assert claims(text) == ["2024-03-10", "2024-03-10"]


def test_same_day_is_the_day_told_before(claims):
    text = (
        "Gunmen [stormed|e1] the depot on Sunday, police said Monday. On the same day, soldiers [clashed|e2] with them."
    )

    assert claims(text) == ["2024-03-10", "2024-03-10"]


def test_later_in_the_day_counts_from_no_day_to_come_told_far_above(claims):
    rest = " Nobody knows more." * 6 + " It rained on Tuesday. Gunmen [stormed|e2] the depot later in the day."

    assert claims("Guards fear a [raid|e1] next Wednesday." + rest) == ["2024-03-20", "2024-03-12"]
    assert claims("Rebels made a [raid|e1] on Wednesday." + rest) == ["2024-03-13", "2024-03-13"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A 40-year-old man was [charged] with murder on Thursday in connection with a crash near Lima.", "2024-03-14"),
        ("A court on Tuesday threw out the [charges] against the guards.", None),
        ("Prosecutors on Tuesday filed [charges] against the guards.", "2024-03-12"),
        ("[Allegations] that the guards met rebels last year have hurt the mayor.", None),
        ("[Allegations] made last year have hurt the mayor.", "2023"),
        ("The [charges] filed against the guard last month were dropped.", "2024-02"),
        ("At a hearing in Lima on Tuesday, the mayor was [criticized] for selling the port.", "2024-03-12"),
        ("In 2014, the guard filed a lawsuit [accusing] the mayor of theft.", "2014"),
        ("On March 3 the paper published a report in which a guard [accused] the mayor of theft.", "2024-03-03"),
    ],
)
def test_charge_is_of_the_day_on_which_it_is_laid(claims, sentence, expected):
    assert claims(sentence, event_type="ACCUSATION", roles=("accused",)) == [expected]


def test_report_of_an_arrest_does_not_date_the_suspicion(said):
    text = "Police said on Tuesday that they had arrested a man [suspected] of theft."

    assert said(text, "Police", event_type="ACCUSATION") is None


def test_accusations_are_not_of_the_day_of_what_they_say(claims):
    sentence = "The ministry heard [accusations] by Lima that its agents were behind the bombing of a bank on Tuesday."

    assert claims(sentence, event_type="ACCUSATION", roles=("accused",)) == [None]


def test_visit_is_of_the_day_on_which_it_is_said_to_have_begun(claims):
    sentence = "The riots coincided with a [visit] to Lima, which began on Tuesday, by the premier."

    assert claims(sentence, event_type="VISIT", roles=("visitor",)) == ["2024-03-12"]


def test_allegations_are_not_of_the_time_that_they_reach_back_to(claims):
    text = "The mayor denies the [allegations], which date back to the 1990s."

    assert claims(text, event_type="ACCUSATION", roles=("accused",)) == [None]


def test_date_of_a_photograph_dates_nothing(claims):
    assert claims("Flowers for those [killed] at the market, March 12, 2024 © Press Pool") == [None]


def test_speech_takes_the_date_of_the_verb_by_which_its_speaker_speaks(said):
    text = "The mayor said Tuesday that she is disappointed in the port for [allegedly] selling fuel to rebels."

    assert said(text, "The mayor", event_type="ACCUSATION") == ("2024-03-12", "text")


def test_stamp_of_a_page_dates_nothing(claims):
    assert claims("Dozens [killed] in the market Updated: 2024-03-12 13:14 By our staff") == [None]


@pytest.mark.parametrize(
    "dateline", ["LIMA, March 13 (Newswire) -- ", "PORT LOUIS, Mauritius, March 13 (NW) _ ", "LIMA, March 13 /NW/ -- "]
)
def test_dateline_dates_nothing(claims, dateline):
    assert claims(f"{dateline}Gunmen [stormed] the depot.") == [None]
