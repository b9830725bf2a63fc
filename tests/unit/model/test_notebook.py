"""What notebooks show of values."""

import datetime as dt
import re

import attrs

from eventx.model import Argument, Article, Event, EventArgument, EventMention, Timeline, When

ARTICLE = Article.of(
    "Menu\nRebels shelled Selby.\nThe army <b>left</b>.", id="a", published="2024-03-09", title="Port <shelled>"
)
MENTION = EventMention(
    article_id="a",
    type="ATTACK",
    trigger=ARTICLE.span(12, 19),
    sentence=ARTICLE.span(5, 26),
    arguments=[Argument(role="attacker", span=ARTICLE.span(5, 11))],
)
EVENT = Event(
    event_id="e1",
    type="ATTACK",
    when=When(start=dt.date(2024, 3, 8), end=dt.date(2024, 3, 8), granularity="day"),
    summary="Rebels attack Selby",
    arguments=[EventArgument(role="attacker", name="Rebels & co")],
    articles=["a"],
    mentions=[MENTION],
)


def words(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_timeline_is_a_table_of_events():
    html = Timeline(events=[EVENT])._repr_html_()
    assert "Events: 1" in words(html)
    assert "2024-03-08 ATTACK asserted Rebels attack Selby 1" in words(html)


def test_long_timeline_is_cut_and_says_so():
    events = [attrs.evolve(EVENT, event_id=f"e{number}") for number in range(130)]
    html = Timeline(events=events)._repr_html_()
    assert html.count("<tr>") == 101
    assert "and 30 more" in html


def test_event_shows_its_evidence_with_trigger_and_roles():
    html = EVENT._repr_html_()
    assert "Rebels attacker shelled ATTACK Selby." in words(html)
    assert "Rebels &amp; co" in html


def test_mention_shows_its_sentence():
    assert "shelled ATTACK Selby." in words(MENTION._repr_html_())


def test_article_shows_its_text_escaped():
    html = ARTICLE._repr_html_()
    assert "Port &lt;shelled&gt;" in html
    assert "&lt;b&gt;left" in html
    assert "<mark" not in html


def test_marked_article_shows_only_its_own_mentions():
    elsewhere = attrs.evolve(MENTION, article_id="b")
    assert ARTICLE.marked([MENTION, elsewhere]).mentions == (MENTION,)
    html = ARTICLE.marked([MENTION])._repr_html_()
    assert html.count("<mark") == 2
    assert "Rebels attacker shelled ATTACK Selby." in words(html)


def test_boilerplate_is_pale():
    html = attrs.evolve(ARTICLE, boilerplate=[(0, 4)])._repr_html_()
    assert "<span style='opacity:.5'>Menu</span>" in html


def test_hostile_text_stays_text(hostile_timeline):
    shown = hostile_timeline._repr_html_() + "".join(event._repr_html_() for event in hostile_timeline)
    assert not re.search(r"<(script|img|svg)", shown)
    assert not set(shown) & set("\x00\x1b\u202e\u2066\u2028\ud800")
