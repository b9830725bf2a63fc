import datetime as dt

import pytest

from eventx.merging import date_text, summarise
from eventx.model import ArticleInfo, Event, EventArgument, When
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
    assert summary(visit) == "Adaeze Lund visits Corvo (host: Orla Tamm)"


def test_summarise_agrees_verb_and_subject() -> None:
    accused, allegation = ("accused", "Estow"), ("allegation", "spying")
    assert summary(event("ACCUSATION", ("accuser", "two ministers"), accused, allegation)).startswith(
        "Two ministers accuse Estow"
    )
    assert summary(event("ACCUSATION", ("accuser", "Lund"), ("accuser", "Tamm"), accused)).startswith(
        "Lund and Tamm accuse"
    )
    assert summary(event("DENIAL", ("denier", "police"), ("allegation", "it"))) == "Police deny it"


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


def test_summarise_has_words_for_a_role_that_is_not_filled() -> None:
    assert summary(event("ATTACK", ("target", "the mill"))).startswith("Unknown attackers attack the mill")
    assert summary(event("ACCUSATION", ("accused", "Estow"))) == "Someone accuses Estow"


def test_summarise_shows_the_spread_of_numbers_and_who_states_them() -> None:
    attack = event(
        "ATTACK",
        ("target", "the mill"),
        EventArgument(role="killed", name="17 people", mentions=("a#0:ATTACK",)),
        EventArgument(role="killed", name="24", mentions=("b#0:ATTACK",)),
    )
    assert "killed: 17 to 24 (Corvo Post, Estow Wire)" in summary(attack, a="Estow Wire", b="Corvo Post")


def test_summarise_takes_parts_that_one_article_counts_for_no_conflict() -> None:
    attack = event(
        "ATTACK",
        ("target", "the mill"),
        EventArgument(role="killed", name="17 people", mentions=("a#0:ATTACK",)),
        EventArgument(role="killed", name="two guards", mentions=("a#90:ATTACK",)),
    )
    assert "killed: 17 people" in summary(attack, a="Estow Wire")


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
    ],
)
def test_date_text_is_as_prose_has_it(given: When, text: str) -> None:
    assert date_text(given) == text
