"""Merging across articles."""

import datetime as dt
import hashlib

import attrs
import pytest

from eventx.merging import EnglishMerger
from eventx.merging.across import units_of
from eventx.model import Argument, ArticleInfo, EventMention, Span, When


def mention(
    article_id: str,
    kind: str,
    trigger: str,
    *,
    start: int = 0,
    event: int = 1,
    day: str | None = None,
    modality: str = "asserted",
    about: int | None = None,
    **roles: str,
) -> EventMention:
    date = dt.date.fromisoformat(day) if day else None
    return EventMention(
        article_id=article_id,
        type=kind,
        trigger=Span(start=start, end=start + len(trigger), text=trigger),
        arguments=[
            Argument(role=role, span=Span(start=start + 100 * n, end=start + 100 * n + len(text), text=text))
            for n, (role, text) in enumerate(roles.items(), 1)
        ],
        event_id=f"{article_id}:e{event}",
        about=None if about is None else f"{article_id}:e{about}",
        when=When(start=date, end=date, granularity="day") if date else None,
        modality=modality,
    )


INFOS = {
    key: ArticleInfo(id=key, published=dt.date(2021, 5, day), source=source)
    for key, day, source in (("a", 8, "Estow Wire"), ("b", 9, "Corvo Post"), ("c", 20, "Hallow Times"))
}


def merge(*mentions: EventMention):
    return EnglishMerger().merge(mentions, (), INFOS)


def bombing(article_id: str, **changes) -> EventMention:
    roles = {"attacker": "the Dawn Brigade", "target": "the ferry", "place": "Port Hallow", "day": "2021-05-07"}
    return mention(article_id, "ATTACK", "bombed", **(roles | changes))


def test_merge_makes_one_event_of_what_two_articles_tell() -> None:
    (event,) = merge(bombing("a"), bombing("b", target="a crowded ferry"))
    assert event.articles == ("a", "b")
    assert {one.event_id for one in event.mentions} == {event.event_id}


def test_merge_derives_the_id_from_the_least_mention() -> None:
    (event,) = merge(bombing("b"), bombing("a"))
    assert event.event_id == "e" + hashlib.sha256(b"a#0:ATTACK").hexdigest()[:10]


def test_merge_keeps_places_apart() -> None:
    assert len(merge(bombing("a"), bombing("b", place="Corvo", target="a mill", attacker="pirates"))) == 2


def test_merge_keeps_distant_days_apart() -> None:
    assert len(merge(bombing("a"), bombing("b", day="2019-02-01"))) == 2


@pytest.mark.parametrize("modality", ["negated", "planned", "hypothetical", "generic"])
def test_merge_keeps_asserted_from_what_is_not(modality: str) -> None:
    assert len(merge(bombing("a"), bombing("b", modality=modality))) == 2


def test_merge_joins_the_same_sentence_in_two_papers() -> None:
    told = "Nobody has claimed responsibility for the attack so far."
    copies = [
        attrs.evolve(
            mention(paper, "ATTACK", "attack", start=start + told.index("attack")),
            sentence=Span(start=start, end=start + len(told), text=told),
        )
        for paper, start in (("a", 0), ("b", 70))
    ]
    assert len(merge(*copies)) == 1
    assert len(merge(*(attrs.evolve(copy, sentence=None) for copy in copies))) == 2


def test_merge_of_a_report_that_very_many_papers_carry_is_one_event() -> None:
    told = "Gunmen attacked a mill near Estow on Friday night."
    papers = {f"p{number:03}": ArticleInfo(id=f"p{number:03}", published=dt.date(2021, 5, 8)) for number in range(200)}
    copies = [
        attrs.evolve(
            mention(paper, "ATTACK", "attacked", start=told.index("attacked"), attacker="Gunmen", target="a mill"),
            sentence=Span(start=0, end=len(told), text=told),
        )
        for paper in papers
    ]
    assert len(EnglishMerger().merge(copies, (), papers)) == 1


def test_merge_knows_a_bare_attack_by_its_day() -> None:
    bare = [mention(paper, "ATTACK", "attacks", day=day) for paper, day in (("a", "2016-03-11"), ("b", "2016-03-11"))]
    assert len(merge(*bare)) == 1


def test_merge_keeps_two_accusations_by_the_same_accuser_apart() -> None:
    lying = mention(
        "a", "ACCUSATION", "accused", accuser="Orla Tamm", accused="Jonas Brekke", allegation="lying to parliament"
    )
    bomb = mention(
        "b", "ACCUSATION", "accused", accuser="Orla Tamm", accused="the Dawn Brigade", allegation="bombing the ferry"
    )
    assert len(merge(lying, bomb)) == 2


def test_merge_keeps_strikes_of_one_day_on_two_towns_apart() -> None:
    towns = [bombing(paper, target="a market", place=town) for paper, town in (("a", "Corvo"), ("b", "Selby"))]
    assert len(merge(*towns)) == 2


def test_merge_keeps_conflicting_numbers_with_who_says_what() -> None:
    (event,) = merge(bombing("a", killed="17 people"), bombing("b", killed="24 people"))
    assert {one.name: one.mentions for one in event.arguments.all("killed")} == {
        "17 people": ("a#0:ATTACK",),
        "24 people": ("b#0:ATTACK",),
    }
    assert "17 to 24 (Corvo Post, Estow Wire)" in event.summary


def test_merge_points_about_at_the_run_wide_event() -> None:
    accusation = mention(
        "a", "ACCUSATION", "accused", accuser="Luria", accused="Estow", allegation="arming the Dawn Brigade"
    )
    again = attrs.evolve(accusation, article_id="b", event_id="b:e1")
    denial = mention("b", "DENIAL", "denied", start=900, event=2, about=1, denier="Estow", allegation="the charge")
    events = {event.type: event for event in merge(accusation, again, denial)}
    assert events["ACCUSATION"].articles == ("a", "b")
    assert events["DENIAL"].about == events["ACCUSATION"].event_id
    assert events["DENIAL"].mentions[0].about == events["ACCUSATION"].event_id


def test_merge_links_a_denial_to_an_accusation_in_another_article() -> None:
    accusation = mention(
        "a", "ACCUSATION", "accused", accuser="Luria", accused="Estow", allegation="arming the Dawn Brigade"
    )
    denial = mention("b", "DENIAL", "denied", denier="Estow", allegation="arming the Dawn Brigade", accuser="Luria")
    events = {event.type: event for event in merge(accusation, denial)}
    assert events["DENIAL"].about == events["ACCUSATION"].event_id


def test_merge_links_a_planned_visit_to_its_taking_place() -> None:
    roles = {"visitor": "President Adaeze Lund", "destination": "Corvo", "day": "2021-05-19"}
    plan = mention("a", "VISIT", "visit", modality="planned", **roles)
    done = mention("c", "VISIT", "arrived", **roles)
    events = {event.modality: event for event in merge(plan, done)}
    assert events["planned"].realises == events["asserted"].event_id
    assert events["asserted"].realises is None


def test_merge_does_not_take_an_earlier_visit_for_the_planned_one() -> None:
    plan = mention("c", "VISIT", "visit", modality="planned", visitor="Adaeze Lund", destination="Corvo")
    done = mention("a", "VISIT", "visited", visitor="Adaeze Lund", destination="Corvo", day="2021-05-02")
    assert all(event.realises is None for event in merge(plan, done))


def test_merge_links_plans_up_to_the_last_day_of_the_calendar() -> None:
    visit = {"visitor": "Adaeze Lund", "destination": "Corvo", "day": "9999-12-31"}
    plan = mention("c", "VISIT", "visit", modality="planned", **visit)
    planned, done = sorted(merge(plan, mention("a", "VISIT", "visited", **visit)), key=lambda event: not event.realises)
    assert planned.realises == done.event_id


def test_merge_counts_a_mention_given_twice_once() -> None:
    (event,) = merge(bombing("a"), bombing("a"))
    assert len(event.mentions) == 1


def test_merge_takes_mentions_without_event_ids() -> None:
    alone = attrs.evolve(bombing("a"), event_id=None)
    assert len(merge(alone, attrs.evolve(bombing("b"), event_id=None))) == 1


def test_merge_takes_articles_it_knows_nothing_of() -> None:
    assert len(EnglishMerger().merge([bombing("x"), bombing("y")], (), {})) == 1


def test_merge_of_nothing_is_nothing() -> None:
    assert tuple(merge()) == ()


def test_merger_refuses_an_unknown_option() -> None:
    with pytest.raises(ValueError, match=r"no option 'typs'.*Did you mean 'types'"):
        EnglishMerger({"typs": ()})


@pytest.mark.parametrize(("times", "main"), [(1, False), (3, True)])
def test_units_know_what_an_article_tells_most_of(times: int, main: bool) -> None:
    told = [attrs.evolve(bombing("a"), trigger=Span(start=n, end=n + 6, text="bombed")) for n in range(times)]
    (unit,) = units_of(told, INFOS)
    assert unit.main is main
