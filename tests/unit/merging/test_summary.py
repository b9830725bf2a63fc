import datetime as dt

import pytest

from eventx.merging import date_text, summarise
from eventx.model import Argument, ArticleInfo, Event, EventArgument, EventMention, Span, When
from eventx.schema import Catalogue, EventType, Role, standard_types

TYPES = Catalogue(standard_types())


def event(kind: str, *arguments: tuple[str, str] | EventArgument, **fields) -> Event:
    given = [one if isinstance(one, EventArgument) else EventArgument(role=one[0], name=one[1]) for one in arguments]
    return Event(event_id="e0123456789", type=kind, arguments=given, **fields)


def when(first: str, last: str | None = None, granularity: str = "interval", source: str = "text") -> When:
    return When(
        start=dt.date.fromisoformat(first),
        end=dt.date.fromisoformat(last or first),
        granularity=granularity if last else "day",
        source=source,
    )


def summary(given: Event, **articles: str) -> str:
    infos = {key: ArticleInfo(id=key, source=source) for key, source in articles.items()}
    return summarise(given, TYPES.get(given.type), infos)


def test_summarise_fills_the_template_and_dates_it() -> None:
    visit = event("VISIT", ("visitor", "Adaeze Lund"), ("destination", "Corvo"), when=when("2021-05-07", "2021-05-08"))
    assert summary(visit) == "Adaeze Lund visits Corvo (7–8 May 2021)"


def test_summarise_shows_optional_parts_only_where_filled() -> None:
    visit = event("VISIT", ("visitor", "Adaeze Lund"), ("destination", "Corvo"), ("host", "Orla Tamm"))
    assert summary(visit) == "Adaeze Lund visits Corvo, received by Orla Tamm"


def test_summarise_agrees_verb_and_subject() -> None:
    accused, allegation = ("accused", "Estow"), ("allegation", "spying")
    assert summary(event("ACCUSATION", ("accuser", "two ministers"), accused, allegation)).startswith(
        "Two ministers accuse Estow"
    )
    assert summary(event("ACCUSATION", ("accuser", "Lund"), ("accuser", "Tamm"), accused)).startswith(
        "Lund and Tamm accuse"
    )
    assert summary(event("DENIAL", ("denier", "police"), ("allegation", "fraud"))) == "Police deny fraud"
    assert (
        summary(event("ACCUSATION", ("accuser", "Prosecutors in Dalby"), accused))
        == "Prosecutors in Dalby accuse Estow"
    )
    assert summary(event("ACCUSATION", ("accused", "two ministers"))) == "Two ministers are accused"


@pytest.mark.parametrize(
    ("modality", "start"),
    [
        ("planned", "planned: "),
        ("hypothetical", "possible: "),
        ("negated", "said not to have happened: "),
        ("generic", "in general: "),
        ("asserted", "Lund visits"),
    ],
)
def test_summarise_marks_what_is_not_asserted(modality: str, start: str) -> None:
    visit = event("VISIT", ("visitor", "Lund"), ("destination", "Corvo"), modality=modality)
    assert summary(visit).startswith(start)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (event("ATTACK", ("target", "the mill"), ("place", "Corvo")), "Attack on the mill in Corvo"),
        (event("ATTACK", ("attacker", "Gunmen"), ("place", "Corvo")), "Attack by gunmen in Corvo"),
        (event("ATTACK"), "Attack"),
        (event("ACCUSATION", ("accused", "Estow"), ("allegation", "spying")), "Estow is accused of spying"),
        (event("ACCUSATION", ("accuser", "Lund"), ("allegation", "fraud")), "Accusation by Lund: fraud"),
        (event("DENIAL", ("denier", "Estow")), "Estow denies an accusation"),
        (event("DENIAL", ("allegation", "fraud")), "Denied: fraud"),
        (event("VISIT", ("visitor", "Lund"), ("host", "Tamm")), "Lund visits Tamm"),
        (event("VISIT", ("destination", "Corvo"), modality="planned"), "planned: visit to Corvo"),
    ],
)
def test_summarise_words_what_is_known_of_an_event(given: Event, sentence: str) -> None:
    assert summary(given) == sentence


def test_summarise_has_words_for_a_role_that_is_not_filled() -> None:
    kind = EventType(name="STRIKE", roles=(Role(name="workers", filler="entity"),), summary="{workers} walks out")
    assert summarise(event("STRIKE"), kind, {}) == "Someone walks out"


def test_summarise_takes_a_pronoun_of_unknown_reference_for_nobody() -> None:
    assert summary(event("ATTACK", ("attacker", "they"), ("target", "the mill"))) == "Attack on the mill"
    assert summary(event("DENIAL", ("denier", "Estow"), ("allegation", "it"))) == "Estow denies an accusation"


def test_summarise_accuses_of_doing_and_quotes_a_clause() -> None:
    sides = ("accuser", "Lund"), ("accused", "Estow")
    assert summary(event("ACCUSATION", *sides, ("allegation", "spying"))) == "Lund accuses Estow of spying"
    clause = ("allegation", "its agents spied on her")
    assert summary(event("ACCUSATION", *sides, clause)) == "Lund accuses Estow: its agents spied on her"


def test_summarise_leaves_out_a_place_that_is_named_already() -> None:
    given = event("ATTACK", ("target", "the Corvo ferry terminal"), ("place", "Corvo"))
    assert summary(given) == "Attack on the Corvo ferry terminal"


def test_summarise_takes_a_destination_for_no_visitor() -> None:
    given = event("VISIT", ("visitor", "Lund"), ("visitor", "Corvo"), ("destination", "Corvo"))
    assert summary(given) == "Lund visits Corvo"


def test_summarise_puts_nobody_on_both_sides() -> None:
    accused = EventArgument(role="accused", name="Lund", mentions=("a#0:ACCUSATION",))
    more = EventArgument(role="accuser", name="Lund", mentions=("a#0:ACCUSATION", "a#90:ACCUSATION"))
    assert summary(event("ACCUSATION", more, accused, ("accused", "Estow"))) == "Lund accuses Estow"
    assert summary(event("ACCUSATION", ("accuser", "Lund"), ("accused", "Lund"))) == "Accusation by Lund"


def test_summarise_gives_names_the_article_that_the_text_gives_them() -> None:
    text = "the Column"
    mention = EventMention(
        article_id="a",
        type="DENIAL",
        trigger=Span(start=11, end=17, text="denied"),
        arguments=[Argument(role="denier", span=Span(start=0, end=len(text), text=text))],
    )
    given = event("DENIAL", ("denier", "Column"), ("allegation", "fraud"), mentions=[mention])
    assert summary(given) == "The Column denies fraud"
    assert summary(event("DENIAL", ("denier", "United States"))) == "The United States denies an accusation"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((("attacker", "gunmen"),), "Gunmen kill at least three guards in Corvo"),
        ((("target", "the mill"),), "Attack on the mill in Corvo, killing at least three guards"),
        ((), "Attack in Corvo kills at least three guards"),
    ],
)
def test_summarise_tells_of_victims_once(arguments: tuple[tuple[str, str], ...], sentence: str) -> None:
    victims = [(role, "at least three guards") for role in ("target", "killed")]
    assert summary(event("ATTACK", *arguments, ("place", "Corvo"), *victims)) == sentence


def test_summarise_leaves_out_what_few_mentions_say_against_many() -> None:
    ids = [f"a#{n}:ATTACK" for n in range(6)]
    most = EventArgument(role="attacker", name="Dawn Brigade", mentions=ids[:5])
    once = EventArgument(role="attacker", name="Jonas Brekke", mentions=ids[5:])
    assert summary(event("ATTACK", once, most)) == "Attack by Dawn Brigade"


@pytest.mark.parametrize(("name", "start"), [("New Corvo", "Attack on New Corvo"), ("The mill", "Attack on the mill")])
def test_summarise_keeps_the_capital_of_a_name(name: str, start: str) -> None:
    assert summary(event("ATTACK", ("target", name))) == start


def test_summarise_says_which_charge_is_denied() -> None:
    charge = event("ACCUSATION", ("accuser", "Lund"), ("allegation", "agents copied the letters"))
    denial = event("DENIAL", ("denier", "Estow"), ("allegation", "the charge"))
    sentence = summarise(denial, TYPES["DENIAL"], {}, about=charge, about_type=TYPES["ACCUSATION"])
    assert sentence == "Estow denies the charge (agents copied the letters)"


def test_summarise_says_where_the_attack_was_that_somebody_is_accused_of() -> None:
    attack = event("ATTACK", ("place", "Corvo"))
    blame = event("ACCUSATION", ("accused", "Estow"), ("allegation", "the attack"))
    sentence = summarise(blame, TYPES["ACCUSATION"], {}, about=attack, about_type=TYPES["ATTACK"])
    assert sentence == "Estow is accused: the attack in Corvo"


def test_summarise_shortens_at_a_word_what_is_too_long() -> None:
    long = "that the harbour board had hidden its losses from the auditors " * 5
    sentence = summary(event("DENIAL", ("denier", "Estow"), ("allegation", long), when=when("2021-05-07")))
    assert len(sentence) <= 160
    assert sentence.endswith(" … (7 May 2021)")


def test_summarise_shows_the_spread_of_numbers_and_who_states_them() -> None:
    attack = event(
        "ATTACK",
        ("target", "the mill"),
        EventArgument(role="killed", name="17 people", mentions=("a#0:ATTACK",)),
        EventArgument(role="killed", name="24", mentions=("b#0:ATTACK",)),
    )
    assert "killing 17 to 24 (Corvo Post, Estow Wire)" in summary(attack, a="Estow Wire", b="Corvo Post")


def test_summarise_takes_parts_that_one_article_counts_for_no_conflict() -> None:
    attack = event(
        "ATTACK",
        ("target", "the mill"),
        EventArgument(role="killed", name="17 people", mentions=("a#0:ATTACK",)),
        EventArgument(role="killed", name="two guards", mentions=("a#90:ATTACK",)),
    )
    assert "killing 17 people" in summary(attack, a="Estow Wire")


def test_summarise_takes_the_first_alternative_whose_roles_are_filled() -> None:
    kind = EventType(
        name="STRIKE",
        roles=(Role(name="workers", filler="entity"), Role(name="employer", filler="entity")),
        summary="{workers} walks out at {employer}|Strike at {employer}|Strike",
    )
    assert summarise(event("STRIKE", ("employer", "the docks")), kind, {}) == "Strike at the docks"
    assert summarise(event("STRIKE"), kind, {}) == "Strike"


def test_summarise_lists_the_roles_of_a_type_without_template() -> None:
    assert summarise(event("STRIKE", ("workers", "dockers")), None, {}) == "Strike, workers: dockers"


def test_summarise_writes_capitals_of_a_sentence_opening_small() -> None:
    visit = event("VISIT", ("visitor", "Lund"), ("destination", "The northern villages"))
    assert summary(visit) == "Lund visits the northern villages"


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (when("2021-05-07"), "7 May 2021"),
        (when("2021-05-30", "2021-06-02"), "30 May – 2 June 2021"),
        (when("2020-12-30", "2021-01-02"), "30 December 2020 – 2 January 2021"),
        (when("2021-05-01", "2021-05-31", "month"), "May 2021"),
        (when("2021-01-01", "2021-12-31", "year"), "2021"),
        (when("2010-01-01", "2019-12-31", "decade"), "2010s"),
        (when("2021-05-07", source="publication"), "reported 7 May 2021"),
        (when("9999-12-31"), "31 December 9999"),
    ],
)
def test_date_text_is_as_prose_has_it(given: When, text: str) -> None:
    assert date_text(given) == text
