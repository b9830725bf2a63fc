"""What ties two articles' accounts to one event in a collection of many."""

import datetime as dt

import pytest

from eventx.merging import EnglishMerger
from eventx.model import Argument, ArticleInfo, Entity, EventMention, Span, When

ENTITIES = [
    Entity(entity_id="hallow", name="Port Hallow"),
    Entity(entity_id="corvo", name="Corvo"),
    Entity(entity_id="lund", name="Adaeze Lund", category="CVL"),
    Entity(entity_id="luria", name="Syria", country="SYR"),
    Entity(entity_id="dawn", name="Dawn Brigade", category="REB"),
]
NAMES = {entity.entity_id: entity.name for entity in ENTITIES}


def told(article_id: str, trigger: str, *, day: str | None = None, **roles: str) -> EventMention:
    """A mention whose arguments are names of `ENTITIES` by id, or phrases."""
    date = dt.date.fromisoformat(day) if day else None
    return EventMention(
        article_id=article_id,
        type="ATTACK",
        trigger=Span(start=0, end=len(trigger), text=trigger),
        arguments=[
            Argument(
                role=role,
                span=Span(start=100 * n, end=100 * n + len(text := NAMES.get(said, said)), text=text),
                entity_id=said if said in NAMES else None,
                name=NAMES.get(said),
            )
            for n, (role, said) in enumerate(roles.items(), 1)
        ],
        event_id=f"{article_id}:e1",
        when=When(start=date, end=date, granularity="day") if date else None,
    )


def one_event(first: EventMention, second: EventMention, published: tuple[str, str]) -> bool:
    """Whether two mentions of articles that came out on these days are merged."""
    infos = {
        mention.article_id: ArticleInfo(id=mention.article_id, published=dt.date.fromisoformat(day))
        for mention, day in zip((first, second), published, strict=True)
    }
    return len(EnglishMerger().merge([first, second], ENTITIES, infos)) == 1


@pytest.mark.parametrize(
    "roles",
    [
        {"attacker": "police", "target": "a man"},
        {"attacker": "gunmen", "instrument": "gun"},
        {"instrument": "a bomb", "place": "luria"},
        {"attacker": "dawn", "target": "soldiers"},
        {"attacker": "dawn", "place": "luria"},
        {"killed": "three people", "target": "three people"},
        {},
    ],
)
def test_anybody_anywhere_weeks_apart_is_no_one_event(roles: dict[str, str]) -> None:
    pair = told("a", "attacked", **roles), told("b", "attacked", **roles)
    assert not one_event(*pair, published=("2021-05-02", "2021-05-20"))


@pytest.mark.parametrize(
    ("roles", "published"),
    [
        ({"target": "lund", "attacker": "gunmen"}, ("2021-05-02", "2021-05-06")),
        ({"attacker": "dawn", "place": "hallow"}, ("2021-05-02", "2021-05-03")),
        ({"killed": "31 people", "place": "hallow"}, ("2021-05-02", "2021-05-09")),
    ],
)
def test_a_name_of_its_own_makes_one_event(roles: dict[str, str], published: tuple[str, str]) -> None:
    assert one_event(told("a", "attacked", **roles), told("b", "attacked", **roles), published=published)


def test_a_day_that_both_give_ties_what_is_told_in_common_words() -> None:
    roles = {"attacker": "gunmen", "target": "a ferry", "day": "2021-05-01"}
    assert one_event(told("a", "attacked", **roles), told("b", "attacked", **roles), published=("2021-05-02",) * 2)


def test_a_day_alone_makes_no_one_event_of_a_fight_and_a_riot() -> None:
    first = told("a", "killed", killed="several soldiers", day="2021-05-01")
    second = told("b", "rioting", wounded="a dozen students", day="2021-05-01")
    assert not one_event(first, second, published=("2021-05-01", "2021-05-01"))


def test_no_article_tells_what_has_not_happened_yet() -> None:
    early = told("a", "bombed", attacker="dawn", place="hallow")
    late = told("b", "bombed", attacker="dawn", place="hallow", day="2021-05-19")
    assert not one_event(early, late, published=("2021-05-02", "2021-05-20"))
    assert one_event(early, late, published=("2021-05-19", "2021-05-20"))


def test_a_day_ahead_of_its_own_article_vetoes_nothing() -> None:
    early = told("a", "bombed", attacker="dawn", target="lund", place="hallow")
    misread = told("b", "bombed", attacker="dawn", target="lund", place="hallow", day="2021-05-29")
    assert one_event(early, misread, published=("2021-05-20", "2021-05-20"))


def test_towns_of_two_names_are_two_events() -> None:
    first, second = (told(a, "bombed", attacker="dawn", place=place) for a, place in (("a", "hallow"), ("b", "corvo")))
    assert not one_event(first, second, published=("2021-05-02", "2021-05-02"))
