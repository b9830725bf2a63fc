"""What holds of merging whatever the mentions are."""

from __future__ import annotations

import datetime as dt
import hashlib
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from eventx.analysis import Analyser
from eventx.merging import EnglishMerger, timeline_order
from eventx.merging.numbers import count_in
from eventx.model import Argument, Article, ArticleInfo, EventMention, Span, When
from eventx.schema import Catalogue, standard_types

TYPES = Catalogue(standard_types())
NAMES = (
    "Luria",
    "Estow",
    "Adaeze Lund",
    "Orla Tamm",
    "the army",
    "Port Hallow",
    "they",
    "two guards",
    "17",
    "24 people",
)
TRIGGERS = ("attack", "bombing", "killed", "visit", "arrived", "accused", "charges", "denied")
MODALITIES = ("asserted", "asserted", "asserted", "planned", "negated", "hypothetical", "generic")
ARTICLES = ("a", "b", "c", "d")
INFOS = {
    key: ArticleInfo(id=key, published=dt.date(2021, 5, 1) + dt.timedelta(9 * n), source=f"Paper {key}")
    for n, key in enumerate(ARTICLES)
}


@st.composite
def mentions(draw) -> EventMention:
    kind = draw(st.sampled_from(tuple(TYPES)))
    start = 1000 * draw(st.integers(0, 5))
    word = draw(st.sampled_from(TRIGGERS))
    roles = draw(st.lists(st.sampled_from([role.name for role in TYPES[kind].roles]), max_size=4))
    fillers = [draw(st.sampled_from(NAMES)) for _ in roles]
    day = draw(st.none() | st.dates(dt.date(2021, 4, 25), dt.date(2021, 5, 5)))
    event = draw(st.integers(0, 3))
    article_id = draw(st.sampled_from(ARTICLES))
    return EventMention(
        article_id=article_id,
        type=kind,
        trigger=Span(start=start, end=start + len(word), text=word),
        arguments=[
            Argument(role=role, span=Span(start=start + 100 + 50 * n, end=start + 100 + 50 * n + len(text), text=text))
            for n, (role, text) in enumerate(zip(roles, fillers, strict=True))
        ],
        when=None if day is None else When(start=day, end=day, granularity="day"),
        modality=draw(st.sampled_from(MODALITIES)),
        event_id=f"{article_id}:{kind}{event}",
    )


def unique(given_mentions: list[EventMention]) -> list[EventMention]:
    return list({mention.mention_id: mention for mention in given_mentions}.values())


SOME = st.lists(mentions(), max_size=14).map(unique)


@given(SOME)
@settings(deadline=None)
def test_merge_puts_every_mention_in_exactly_one_event(given_mentions):
    events = EnglishMerger().merge(given_mentions, (), INFOS)

    told = [mention.mention_id for event in events for mention in event.mentions]
    assert sorted(told) == sorted(mention.mention_id for mention in given_mentions)
    assert all(mention.event_id == event.event_id for event in events for mention in event.mentions)
    assert len({event.event_id for event in events}) == len(events)


@given(SOME, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_merge_does_not_care_for_the_order_of_input(given_mentions, chance: random.Random):
    shuffled = list(given_mentions)
    chance.shuffle(shuffled)

    assert EnglishMerger().merge(shuffled, (), INFOS) == EnglishMerger().merge(given_mentions, (), INFOS)


@given(SOME)
@settings(deadline=None)
def test_merge_counts_an_article_given_twice_once(given_mentions):
    merger = EnglishMerger()

    assert merger.merge(given_mentions + given_mentions, (), INFOS) == merger.merge(given_mentions, (), INFOS)


@given(SOME)
@settings(deadline=None)
def test_merge_never_joins_different_types(given_mentions):
    for event in EnglishMerger().merge(given_mentions, (), INFOS):
        assert {mention.type for mention in event.mentions} == {event.type}


@given(SOME)
@settings(deadline=None)
def test_merge_never_joins_across_articles_what_happened_with_what_did_not(given_mentions):
    alone = unique([m for m in given_mentions if m.trigger.start == 0])
    apart = [m for n, m in enumerate(alone) if m.article_id not in {other.article_id for other in alone[:n]}]
    for event in EnglishMerger().merge(apart, (), INFOS):
        assert len({mention.modality == "asserted" for mention in event.mentions}) == 1


@given(SOME)
@settings(deadline=None)
def test_merge_keeps_every_date_and_number_with_who_says_it(given_mentions):
    for event in EnglishMerger().merge(given_mentions, (), INFOS):
        for mention in event.mentions:
            if mention.when is not None:
                assert any(
                    claim.when.start == mention.when.start and mention.mention_id in claim.mentions
                    for claim in event.dates
                )
            for argument in mention.arguments.all("killed"):
                count = count_in(argument.text)
                if count is not None:
                    assert any(
                        (kept := count_in(one.name)) is not None
                        and kept.stated == count.stated
                        and mention.mention_id in one.mentions
                        for one in event.arguments.all("killed")
                    )


@given(SOME)
@settings(deadline=None)
def test_merge_names_events_by_their_least_mention(given_mentions):
    for event in EnglishMerger().merge(given_mentions, (), INFOS):
        least = min(mention.mention_id for mention in event.mentions)
        assert event.event_id == "e" + hashlib.sha256(least.encode()).hexdigest()[:10]


@given(SOME)
@settings(deadline=None)
def test_merge_returns_a_timeline_in_order(given_mentions):
    events = EnglishMerger().merge(given_mentions, (), INFOS)

    assert tuple(events) == timeline_order(reversed(events))
    dates = [event.when.start for event in events if event.when is not None]
    assert dates == sorted(dates)


@given(SOME)
@settings(deadline=None)
def test_links_point_at_events_of_the_right_kind(given_mentions):
    events = {event.event_id: event for event in EnglishMerger().merge(given_mentions, (), INFOS)}
    for event in events.values():
        if event.about is not None:
            assert events[event.about].type in TYPES[event.type].about
        if event.realises is not None:
            assert event.modality == "planned"
            assert events[event.realises].type == event.type
            assert events[event.realises].modality == "asserted"


TEXT = " ".join(("The " + " ".join(TRIGGERS) + " of Luria and Estow.") for _ in range(6))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(tuple(TYPES)),
            st.sampled_from(TRIGGERS),
            st.integers(0, 5),
            st.sampled_from(("Luria", "Estow")),
            st.sampled_from(MODALITIES),
        ),
        max_size=12,
    ),
    st.randoms(use_true_random=False),
)
@settings(deadline=None)
def test_corefer_does_not_care_for_the_order_of_input(facts, chance: random.Random):
    analysis = Analyser().analyse(Article(id="a", text=TEXT, published=dt.date(2021, 5, 1)))
    length = len(TEXT) // 6 + 1
    found = []
    for kind, word, sentence, name, modality in facts:
        at, who = TEXT.index(word, sentence * length), TEXT.index(name, sentence * length)
        found.append(
            EventMention(
                article_id="a",
                type=kind,
                trigger=Span.of(TEXT, at, at + len(word)),
                arguments=[Argument(role=TYPES[kind].roles[0].name, span=Span.of(TEXT, who, who + len(name)))],
                modality=modality,
            )
        )
    found = unique(found)
    shuffled = list(found)
    chance.shuffle(shuffled)

    once = EnglishMerger().corefer(analysis, found, ())
    assert once == EnglishMerger().corefer(analysis, shuffled, ())
    assert {mention.mention_id for mention in once} == {mention.mention_id for mention in found}
    kinds = {mention.event_id: mention.type for mention in once}
    assert all(kinds[mention.event_id] == mention.type for mention in once)
