"""What the page is drawn from."""

import datetime as dt

import pytest

from eventx.exporters.headlines import headline
from eventx.exporters.page_data import page_data
from eventx.model import Argument, Article, DateClaim, Entity, Event, EventArgument, EventMention, Timeline, When
from eventx.schema import Catalogue, EventType, Role, standard_types
from eventx.serialize import article_info

TYPES = Catalogue(
    [*standard_types(), EventType(name="STRIKE", roles=[Role(name="striker", filler="entity"), Role(name="site")])]
)

ARTICLE = Article.of(
    "A bomb killed 17 and wounded 40 in Selby. " + "Then " * 600 + "rebels fled.",
    id="a",
    published="2024-03-09",
    source="Herald",
    url="javascript:alert(1)",
)
FIRST = ARTICLE.span(0, 41)


def when(first, last=None, **fields):
    start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
    return When(start=start, end=end, granularity="interval" if last else "day", **fields)


def mention(start, end, sentence=FIRST, **fields):
    return EventMention(article_id="a", type="ATTACK", trigger=ARTICLE.span(start, end), sentence=sentence, **fields)


def drawn(event, **fields):
    data = page_data(Timeline(events=[event], articles=[article_info(ARTICLE)], **fields), TYPES)
    return data, data["events"][0]


def text(pieces):
    return "".join(piece if isinstance(piece, str) else text(piece[2:]) for piece in pieces)


def test_days_count_from_1970_as_in_javascript():
    _, event = drawn(Event(event_id="e", type="ATTACK", when=when("1970-01-02", "1970-01-11")))
    assert event["days"] == [1, 10]


def test_mentions_of_one_sentence_share_its_quotation():
    killed, wounded = mention(7, 13), mention(21, 28)
    _, event = drawn(Event(event_id="e", type="ATTACK", mentions=[killed, wounded], articles=["a"]))
    first, second = event["mentions"]
    assert text(first["quote"]) == FIRST.text
    assert [piece[2] for piece in first["quote"] if not isinstance(piece, str)] == ["killed", "wounded"]
    assert "quote" not in second


def test_quotation_of_a_very_long_sentence_keeps_its_trigger():
    start = ARTICLE.text.index("rebels")
    long = mention(start, start + 6, ARTICLE.span(42, len(ARTICLE.text)))
    _, event = drawn(Event(event_id="e", type="ATTACK", mentions=[long], articles=["a"]))
    quoted = text(event["mentions"][0]["quote"])
    assert quoted.startswith("…")
    assert quoted.endswith("rebels fled.")
    assert len(quoted) < 1_600


@pytest.mark.parametrize(("other", "conflict"), [(when("2024-03-02"), True), (when("2024-03-01", "2024-03-31"), False)])
def test_dates_conflict_where_they_exclude_each_other(other, conflict):
    claims = [DateClaim(when=when("2024-03-09"), mentions=[]), DateClaim(when=other, mentions=[])]
    _, event = drawn(Event(event_id="e", type="ATTACK", dates=claims))
    assert event["dates_conflict"] is conflict


def test_day_of_publication_conflicts_with_nothing():
    claims = [
        DateClaim(when=when("2024-03-02"), mentions=[]),
        DateClaim(when=when("2024-03-09", source="publication"), mentions=[]),
    ]
    _, event = drawn(Event(event_id="e", type="ATTACK", dates=claims))
    assert event["dates_conflict"] is False


def test_actors_are_who_acts_and_members_of_groups_each():
    entities = [
        Entity(entity_id="n1", name="Rebels"),
        Entity(entity_id="n2", name="Army and Police", members=["n3", "n4"]),
        Entity(entity_id="n3", name="Army"),
        Entity(entity_id="n4", name="Police"),
        Entity(entity_id="n5", name="Selby"),
    ]
    arguments = [
        EventArgument(role="attacker", name="Rebels", entity_id="n1"),
        EventArgument(role="target", name="Army and Police", entity_id="n2"),
        EventArgument(role="place", name="Selby", entity_id="n5"),
        EventArgument(role="killed", name="17"),
    ]
    data, event = drawn(Event(event_id="e", type="ATTACK", arguments=arguments), entities=entities)
    assert [data["actors"][number] for number in event["actors"]] == ["Rebels", "Army", "Police"]


def test_actors_of_types_that_a_plugin_adds_are_those_of_their_roles_for_entities():
    arguments = [
        EventArgument(role="striker", name="Welders", entity_id="n1"),
        EventArgument(role="site", name="Orrin", entity_id="n2"),
    ]
    data, _ = drawn(Event(event_id="e", type="STRIKE", arguments=arguments))
    assert data["actors"] == ["Welders"]


def test_types_of_plugins_get_a_colour_and_the_plain_sign():
    data, _ = drawn(Event(event_id="e", type="PEACE_TALKS"))
    assert data["types"] == [{"name": "PEACE_TALKS", "label": "Peace talks", "tone": 4, "sign": "other", "numbers": []}]


def test_article_link_is_a_web_address_or_none():
    data, _ = drawn(Event(event_id="e", type="ATTACK"))
    assert data["articles"] == [{"title": "a", "source": "Herald", "date": "2024-03-09", "url": None}]


def test_what_the_mention_argues_is_marked_by_role():
    argued = mention(7, 13, arguments=[Argument(role="killed", span=ARTICLE.span(14, 16))])
    _, event = drawn(Event(event_id="e", type="ATTACK", mentions=[argued], articles=["a"]))
    assert ["argument", "killed", "17"] in event["mentions"][0]["quote"]


@pytest.mark.parametrize(
    ("modality", "day", "summary", "shown"),
    [
        ("asserted", when("2024-03-09"), "Rebels attack Selby (9 March 2024)", "Rebels attack Selby"),
        ("asserted", when("2024-03-09"), "Rebels attack Selby (reported 9 March 2024)", "Rebels attack Selby"),
        ("planned", None, "planned: Reyk visits Selby", "Reyk visits Selby"),
        ("asserted", None, "Rebels attack Selby (the port)", "Rebels attack Selby (the port)"),
        ("asserted", None, "", "Attack"),
    ],
)
def test_headline_leaves_out_what_stands_beside_it(modality, day, summary, shown):
    assert headline(Event(event_id="e", type="ATTACK", when=day, modality=modality, summary=summary)) == shown
