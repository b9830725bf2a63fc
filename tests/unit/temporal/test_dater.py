"""The dater as the host calls it: what is inherited, what falls back, what stays undated."""

from __future__ import annotations

import datetime as dt

import pytest

from eventx.model import Article, When
from eventx.temporal.dater import EnglishDater


def test_undated_mention_inherits_the_date_of_its_event(dated):
    first, second = dated("The [raid|e] shocked the town. Gunmen [stormed|e] the depot on Tuesday.")

    assert (str(first.when), first.when.source) == ("2024-03-12", "inherited")
    assert (str(second.when), second.when.source) == ("2024-03-12", "text")


def test_inherited_date_keeps_the_expression_it_rests_on(dated):
    first, _ = dated("The [raid|e] shocked the town. Gunmen [stormed|e] the depot on Tuesday.")

    assert first.when.expression.text == "Tuesday"


def test_coarse_date_gives_way_to_a_day_within_it(claims):
    text = "The 2005 [murder|e] is unsolved. He was [killed|e] on 14 February 2005 in a car park."

    assert claims(text) == ["2005-02-14", "2005-02-14"]


def test_coarse_date_gives_way_to_a_day_within_it_whatever_else_is_told_of_the_event(claims):
    text = (
        "He [killed|e] her on Tuesday, a paper wrote. The 2005 [murder|e] is unsolved. "
        "She was [killed|e] on 14 February 2005 in a car park."
    )

    assert claims(text) == ["2024-03-12", "2005-02-14", "2005-02-14"]


def test_mentions_of_other_events_inherit_nothing(claims):
    text = "Gunmen [stormed|e1] the depot on Tuesday. The old [murder|e2] of a judge has never been solved."

    assert claims(text) == ["2024-03-12", None]


def test_generic_mention_inherits_nothing(dated, analyser, mentions_of):
    from attrs import evolve

    article, (told, kind) = mentions_of("Gunmen [stormed|e] the depot on Tuesday. They plan [raids|e].")
    mentions = (told, evolve(kind, modality="generic"))

    assert EnglishDater().date(analyser.analyse(article), mentions)[1].when is None


def test_asserted_mention_falls_back_to_publication(dated):
    (mention,) = dated("Gunmen [stormed] the depot.")

    day = dt.date(2024, 3, 14)
    assert mention.when == When(start=day, end=day, granularity="day", source="publication")


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-30", "9999-12-31"])
def test_articles_at_the_ends_of_the_calendar_are_dated(dated, published):
    (mention,) = dated(
        "Gunmen [stormed] the depot today, not tomorrow, last week, next year or a century ago.", published
    )

    assert str(mention.when) == published


def test_distance_off_the_calendar_dates_nothing(claims):
    text = "Gunmen attacked the depot today, three days after they [raided] a bank."

    assert claims(text, "0001-01-01") == [None]


@pytest.mark.parametrize("modality", ["planned", "hypothetical", "negated", "generic"])
def test_other_modalities_stay_undated(dated, modality):
    (mention,) = dated("Gunmen [stormed] the depot.", modality=modality)

    assert mention.when is None


def test_fallback_can_be_switched_off(analyser, mentions_of):
    article, mentions = mentions_of("Gunmen [stormed] the depot.")
    (mention,) = EnglishDater({"publication": False}).date(analyser.analyse(article), mentions)

    assert mention.when is None


def test_article_without_publication_date_dates_what_is_absolute(claims):
    text = "Gunmen [stormed|e1] the depot on 3 March 2019. They [shot|e2] a guard last week. A mine [exploded|e3]."

    assert claims(text, published=None) == ["2019-03-03", None, None]


def test_line_that_is_only_a_date_dates_what_follows(claims):
    text = "A year\n\n3 May 2019\nGunmen [stormed|e1] the depot.\n\n9 June 2019\nRebels [shelled|e2] the port.\n"

    assert claims(text, event_type="RAID", roles=()) == ["2019-05-03", "2019-06-09"]


def test_date_line_at_the_top_is_the_publication_and_dates_nothing(claims):
    assert claims("March 14, 2024\n\nGunmen [stormed] the depot.\n") == [None]


def test_told_day_runs_on_through_a_report(claims):
    text = "Two guards were [shot|e1] on Sunday near the port. A driver was [wounded|e2] when a mine went off."

    assert claims(text) == ["2024-03-10", "2024-03-10"]


@pytest.mark.parametrize(
    "sentence",
    [
        "An earlier blast [killed|e2] a driver.",
        "Rebels have [killed|e2] many drivers.",
        "A driver was [killed|e2] in 2019.",
        "The town has long been a refuge for soldiers [fighting|e2] the rebels.",
        "Raids there include two [ambushes|e2].",
    ],
)
def test_told_day_stops_at_another_time(claims, sentence):
    assert claims(f"Two guards were [shot|e1] on Sunday near the port. {sentence}")[1] != "2024-03-10"


def test_told_day_does_not_run_on_to_other_kinds_of_events(claims):
    text = "She [arrived|e1] in Lima on Sunday. He [flew|e2] to Quito."

    assert claims(text, event_type="VISIT", roles=("visitor",)) == ["2024-03-10", None]


def test_scene_dates_what_is_told_in_it(claims):
    text = "On March 3, the two men sat down to talk. They were talking when a bomb [exploded]."

    assert claims(text) == ["2024-03-03"]


def test_day_of_a_verdict_is_no_scene(claims):
    text = "On Friday, a court sentenced a driver to nine years. In that riot, he [stabbed] two guards."

    assert claims(text) == [None]


def test_visit_during_which_somebody_spoke_is_of_the_day_of_the_speech(claims):
    text = (
        'The port stays open, the minister said Tuesday. "We are ready," she told reporters during a [visit] to Lima.'
    )

    assert claims(text, event_type="VISIT", roles=("visitor",)) == ["2024-03-12"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Lee then [toured] a mine.", ("2024-03-12", "inherited")),
        ("Lee may have [toured] a mine.", None),
        ("Lee once [toured] a mine.", None),
    ],
)
def test_visitor_goes_on_visiting_on_the_day_of_the_lead(said, told, expected):
    text = f"Premier Ann Lee met miners on Tuesday. She spoke of pay. {told}"

    assert said(text, "Lee", event_type="VISIT") == expected


def test_denial_is_of_the_day_on_which_its_speaker_spoke(said):
    text = "The mayor, Ann Lee, said on Tuesday that the port was safe. Lee [denied] that a guard had been hurt."

    assert said(text, "Lee") == ("2024-03-12", "inherited")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee spoke to guards on Tuesday. Lee said the claims were [false].", ("2024-03-12", "inherited")),
        ('Ann Lee spoke to guards on Tuesday. "It is [untrue]," Lee told reporters.', ("2024-03-12", "inherited")),
        ("Ann Lee spoke to guards on Tuesday. They met Ms Lee, who has [denied] the claims.", None),
        ("Guards met Lee, who said on Tuesday that the claims were [false].", ("2024-03-12", "text")),
        ("Lee stepped forward on Tuesday and called the report [false].", ("2024-03-12", "text")),
        ("Lee fired back on Tuesday, saying the claims were [baseless].", ("2024-03-12", "text")),
    ],
)
def test_denial_is_of_the_day_on_which_its_words_were_said(said, text, expected):
    assert said(text, "Lee") == expected


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("An aide to Ann Lee said on Tuesday that the port was safe.", "Lee"),
        ("Ann Lee was accused on Tuesday of theft.", "Lee"),
        ("Tom Gray, a guard who worked for Ann Lee, said on Tuesday that the port was safe.", "Lee"),
        ("Ann Lee said on Tuesday that the port was safe.", "a friend of Ann Lee"),
    ],
)
def test_denial_is_not_of_the_day_on_which_another_spoke(said, told, speaker):
    assert said(f"{told} Reports say {speaker} [denied] that a guard had been hurt.", speaker) is None


def test_dating_changes_nothing_but_when(dated, mentions_of):
    from attrs import evolve

    marked = "Gunmen [stormed|e] the depot on Tuesday."
    _, (before,) = mentions_of(marked)
    (after,) = dated(marked)

    assert evolve(after, when=None) == before


def test_order_of_mentions_is_kept_and_does_not_matter(analyser, mentions_of):
    article, mentions = mentions_of("The [raid|e] shocked us. Gunmen [stormed|e] it on Tuesday, [killing|e] two.")
    analysis, dater = analyser.analyse(article), EnglishDater()

    assert dater.date(analysis, mentions[::-1]) == tuple(dater.date(analysis, mentions))[::-1]


def test_no_mentions_give_no_mentions(analyser):
    assert EnglishDater().date(analyser.analyse(Article.of("Nothing.")), ()) == ()


def test_timexes_are_those_of_the_article():
    article = Article.of("Gunmen stormed the depot on Tuesday.", published="2024-03-14")

    assert [timex.value for timex in EnglishDater().timexes(article)] == ["2024-03-12"]


def test_unknown_option_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match=r"no option 'publicaton'.*publication.*Did you mean 'publication'"):
        EnglishDater({"publicaton": False})


def test_option_of_the_wrong_kind_is_refused():
    with pytest.raises(ValueError, match=r"true or false, not 'no'"):
        EnglishDater({"publication": "no"})


def test_event_with_contradicting_dates_gives_the_one_beside_the_same_word(claims):
    text = (
        "The [raid|e] on Monday failed. A guard was [shot|e] on Wednesday at the gate. "
        "Nobody was hurt in the [raid|e]. The man who was [shot|e] is well."
    )

    assert claims(text) == ["2024-03-11", "2024-03-13", "2024-03-11", "2024-03-13"]


def test_what_is_told_above_takes_no_month_of_what_comes_below(claims):
    text = (
        "Gunmen [stormed|e1] a hotel on Tuesday. Nine guests were [hurt|e2] by their fire, a nurse says. "
        "The [siege|e2] of an inn in early March was like it."
    )

    assert claims(text)[1] != "2024-03"


def test_early_mention_takes_no_date_from_far_below_in_other_words(claims):
    filler = "Nobody knew more. Nobody said more. Nobody asked. Nobody came. Nobody went. "

    assert claims(f"The [killings|e] shocked the town. {filler}A judge was [murdered|e] in 1994.") == [None, "1994"]
    assert claims(f"The [murders|e] shocked the town. {filler}The [murder|e] of a judge in 1994 is unsolved.") == [
        "1994",
        "1994",
    ]


def test_word_that_stands_for_an_attack_dates_it(claims):
    assert claims("Two guards were [shot] at the depot. The incident took place on Sunday.") == ["2024-03-10"]


def test_date_may_stand_within_the_words_for_an_attack(claims):
    text = "A driver told the court that he saw the guards [shot]. The March 3 incident shook the town."

    assert claims(text) == ["2024-03-03"]


def test_incident_named_by_its_weekday_dates_an_attack(claims):
    assert claims("Dodd [tackled] a neighbour. The police are looking into last Friday's incident.") == ["2024-03-08"]


def test_separate_incident_dates_nothing_told_before(claims):
    assert claims("Two guards were [shot] at the depot. The separate incident took place on Sunday.") == [None]


def test_report_of_an_incident_dates_nothing(claims):
    assert claims("Two guards were [shot] at the depot. The police reported the incident on Sunday.") == [None]


def test_incident_far_below_dates_nothing(claims):
    text = "Two guards were [shot] at the depot." + " The town is small." * 6 + " The incident took place on Sunday."

    assert claims(text) == [None]


def test_what_happened_dates_the_attack_that_was_told(claims):
    text = "Two guards were [shot] at the depot." + " The town is small." * 6 + " We regret what happened yesterday."

    assert claims(text) == ["2024-03-13"]


def test_killing_is_of_the_month_of_the_only_death_in_a_report_from_court(claims):
    text = "A man was convicted of the [murder|e1] of a nurse. Her disappearance in May 2014 shook Lima."

    assert claims(text) == ["2014-05"]


@pytest.mark.parametrize(
    "rest",
    [
        "She died on March 3.",
        "Her death on March 3 shook Lima.",
        "Her disappearance in May 2014 followed the death of her brother in 2012.",
        "Her disappearance in May 2014 shook Lima. A guard was [shot|e2] there in 2009.",
    ],
)
def test_killing_is_of_no_day_of_death_nor_of_one_of_many(claims, rest):
    assert claims(f"A man was convicted of the [murder|e1] of a nurse. {rest}")[0] is None


def test_known_attack_is_of_the_only_day_that_a_story_gives_one(claims):
    text = "Gunmen [stormed|e1] the depot on Tuesday. Nobody came. Nobody went. Nobody has owned up to the [raid|e2]."

    assert claims(text) == ["2024-03-12", "2024-03-12"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The old [murder|e2] of a judge is unsolved.",  # another one
        "The [raid|e2] in Quito is unsolved.",  # elsewhere
        "The Lima [raid|e2] is unsolved.",
        "The [raid|e2] of 2019 is unsolved.",  # at another time
        "Nobody feared a [raid|e2].",  # not known
        "Guards have [shot|e2] at drivers.",  # no noun
    ],
)
def test_other_attacks_are_not_of_the_day_of_a_story(claims, sentence):
    text = f"Gunmen [stormed|e1] the depot on Tuesday. Nobody came. Nobody went. Nobody asked. {sentence}"

    assert claims(text)[1] != "2024-03-12"


LONG_STORY = (
    "Gunmen [stormed|e1] the depot on Feb. 6 and [shot|e1] two guards. Nobody came. Nobody went. Nobody asked. "
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Dodd is charged with one count of [murder|e2].",
        "The guards were plainly chosen for [attack|e2].",
        "Each of the guards was [hit|e2] twice.",
        "One guard was [hit|e2] twice, police said on Tuesday.",  # a day since, on which it was said
    ],
)
def test_whatever_fits_is_of_the_day_that_a_story_tells_twice(claims, sentence):
    assert claims(LONG_STORY + sentence)[2] == "2024-02-06"


@pytest.mark.parametrize(
    "sentence",
    [
        "Thousands have been [killed|e2] there.",
        "It was the latest in a series of [shootings|e2].",
        "Rebels are [fighting|e2] the army.",
        "There were [shootings|e2] in recent years.",
        "A Quito [shooting|e2] went unpunished.",
        "One guard was [hit|e2] in Quito on Feb. 3.",
        "An aide was [hit|e2] in an earlier shooting.",
    ],
)
def test_what_does_not_fit_is_not_of_the_day_that_a_story_tells_twice(claims, sentence):
    assert claims(LONG_STORY + sentence)[2] != "2024-02-06"


def test_day_of_a_story_is_not_that_of_a_report_months_later(claims):
    text = LONG_STORY + "Dodd was charged with one count of [murder|e2]."

    assert claims(text, "2024-10-14") == ["2024-02-06", "2024-02-06", None]


def test_told_visit_goes_on_on_its_day(claims):
    text = "She [flew|e1] to Lima on Tuesday and [saw|e1] the port. Nobody came. Before [heading|e2] home, she rested."

    assert claims(text, event_type="VISIT", roles=("visitor",))[2] == "2024-03-12"


def test_news_in_the_present_perfect_takes_no_date_long_over(claims):
    text = "The rebels' leader has been [killed|e]. His brother was [killed|e] in 2011."

    assert claims(text) == [None, "2011"]


def test_one_attack_is_not_of_the_years_that_many_took(claims):
    text = "Rebels staged forty [attacks|e] in the past two years. The [attack|e] shook us. The [attacks|e] go on."

    assert claims(text)[1:] == [None, "2022-03-14/2024-03-14"]


def test_time_of_day_is_of_the_day_that_its_own_sentence_names(claims):
    text = "A guard was [shot] on Sunday. There was a [raid] on Friday, March 8, at the depot at 2:21 p.m."

    assert claims(text) == ["2024-03-10", "2024-03-08"]


def test_attacks_of_any_kind_take_no_date_from_one(claims):
    text = "The [raid|e] on Tuesday shook the port. There is fear of a series of [raids|e]. The [raids|e] go on."

    assert claims(text) == ["2024-03-12", None, "2024-03-12"]


def test_attacks_of_any_kind_take_the_date_of_the_same_word(claims):
    text = "[Explosions|e] shook the port on Tuesday. Residents heard [explosions|e] and fled."

    assert claims(text) == ["2024-03-12", "2024-03-12"]


def test_what_is_said_far_below_is_said_again(claims):
    text = "She [accused|e] him of theft on Monday. " + "Nobody came. " * 9 + "The [allegations|e] were read."

    assert claims(text, event_type="ACCUSATION", roles=("accuser",)) == ["2024-03-11", None]


def test_date_of_an_old_attack_stays_with_it(claims):
    text = "Kin of victims from a 1999 [raid|e1] at a nearby school [attacked|e2] its head."

    assert claims(text) == ["1999", None]


def test_distance_between_two_attacks_tells_the_day_of_neither(claims):
    assert claims("A guard was [shot|e1] a day after rebels [shelled|e2] the port.") == [None, None]


def test_mention_takes_no_old_date_from_the_background_below(claims):
    text = "Gunmen [stormed|e1] the depot on Tuesday. Four were hurt in the [raid|e2]. The worst [raid|e2] was in 2012."

    assert claims(text) == ["2024-03-12", "2024-03-12", "2012"]


def test_headline_is_of_the_day_of_its_story(claims):
    text = "Mayor promises to mend what the [raid|e1] broke\n\nGunmen [stormed|e2] the depot on Tuesday."

    assert claims(text) == ["2024-03-12", "2024-03-12"]


def test_story_with_two_days_gives_neither(claims):
    text = "Gunmen [stormed|e1] it on Tuesday. Rebels [shelled|e2] it on Monday. Nobody has owned up to the [raid|e3]."

    assert claims(text)[2] is None


def test_what_is_said_in_a_week_is_not_of_all_that_week_elsewhere(claims):
    text = "She [accused|e] him of theft last week. Her [accusations|e] were all about money."

    assert claims(text, event_type="ACCUSATION", roles=("accuser",)) == ["2024-03-04/2024-03-10", None]


def test_formal_charge_keeps_its_month_elsewhere(claims):
    fields = {"event_type": "ACCUSATION", "roles": ("accused",)}

    assert claims("He was [charged|e] last month. He denies the [charges|e].", **fields) == ["2024-02", "2024-02"]
    assert claims("He was [blamed|e] last month. He denies the [claims|e].", **fields) == ["2024-02", None]


def test_planned_event_takes_no_day_that_is_over(analyser, mentions_of):
    from attrs import evolve

    article, (past, planned) = mentions_of("She [came|e] to Lima on Tuesday. The [trip|e] will take a week.")
    mentions = (past, evolve(planned, modality="planned"))

    assert EnglishDater().date(analyser.analyse(article), mentions)[1].when is None


def test_stay_told_by_its_second_day_ends_on_the_day_of_publication(claims):
    text = "The minister met farmers on the second day of her [visit|e] to Lima. She had [arrived|e] with two aides."

    assert claims(text, event_type="VISIT") == ["2024-03-13/2024-03-14", "2024-03-13"]


def test_stay_lasts_from_its_first_day_to_the_one_it_ends_on(claims):
    text = "The minister [arrived|e] in Lima on Wednesday. Her [visit|e], which ends on Saturday, is her third."

    assert claims(text, event_type="VISIT") == ["2024-03-13", "2024-03-13/2024-03-16"]


def test_stay_told_by_its_second_day_is_left_to_a_date_that_is_named(claims):
    text = "The minister met farmers on Friday, the second day of her [visit] to Lima."

    assert claims(text, event_type="VISIT") == ["2024-03-07/2024-03-08"]


def test_charge_of_who_spoke_in_the_sentence_before_is_of_that_day(said):
    text = "Admiral Ole Brandt testified before the senate on Friday. He also [accused] the guards of theft."

    assert said(text, "He", event_type="ACCUSATION", name="Ole Brandt") == ("2024-03-08", "inherited")
