"""The event store, on values made by hand."""

import datetime as dt
import sqlite3

import pytest

from eventx.errors import SourceError
from eventx.model import Argument, Article, Entity, Event, EventMention, ModelInfo, When
from eventx.store import Store

MADE_BY = {"eventx": "0.1.0", "extractor": "rules"}
ARTICLE = Article.of("Rebels shelled the port.", id="a", published="2024-03-09", title="Port \ud800 shelled")
MENTION = EventMention(
    article_id="a",
    type="ATTACK",
    trigger=ARTICLE.span(7, 14),
    arguments=[Argument(role="attacker", span=ARTICLE.span(0, 6), entity_id="a:n1", name="Rebels")],
    event_id="a:e1",
    confidence=0.123456,
)
ENTITY = Entity(entity_id="a:n1", name="Rebels", aliases=["the rebels"])


@pytest.fixture
def path(tmp_path):
    return tmp_path / "events.db"


def test_what_was_added_comes_back_equal(path):
    with Store(path, made_by=MADE_BY) as store:
        store.add(ARTICLE, [MENTION], [ENTITY])
    with Store(path, made_by=MADE_BY) as store:
        assert list(store.mentions()) == [MENTION]
        assert list(store.entities()) == [ENTITY]
        assert [(info.id, info.title, info.published) for info in store.articles()] == [
            ("a", ARTICLE.title, dt.date(2024, 3, 9))
        ]


def test_article_is_known_by_id_and_text(path):
    with Store(path, made_by=MADE_BY) as store:
        assert not store.holds(ARTICLE)
        store.add(ARTICLE, [], [])
        assert store.holds(ARTICLE)


def test_other_text_under_a_known_id_is_refused(path):
    with Store(path, made_by=MADE_BY) as store:
        store.add(ARTICLE, [], [])
        with pytest.raises(SourceError, match=r"article 'a' is in the store with another text"):
            store.holds(Article.of("Something else.", id="a"))


def test_store_of_another_make_is_refused(path):
    Store(path, made_by=MADE_BY).close()
    with pytest.raises(SourceError, match=r"extractor was rules, is model"):
        Store(path, made_by={**MADE_BY, "extractor": "model"})


def test_model_is_remembered_and_does_not_count_as_make(path):
    info = ModelInfo(name="en", version="3.8.0", sha256="00")
    with Store(path, made_by=MADE_BY) as store:
        assert store.model is None
        store.model = info
    with Store(path, made_by=MADE_BY) as store:
        assert store.model == info


def test_file_that_is_no_database_is_refused(path):
    path.write_text("Rebels shelled the port." * 100)
    with pytest.raises(SourceError, match="cannot be used as an event store"):
        Store(path, made_by=MADE_BY)


def test_damaged_file_is_told_as_such(path):
    with Store(path, made_by=MADE_BY) as store:
        for number in range(500):
            store.add(Article.of(ARTICLE.text, id=f"a{number}"), [], [])
    data = path.read_bytes()
    path.write_bytes(data[:8192] + bytes(len(data) - 8192))
    with (
        pytest.raises(SourceError, match=r"the event store failed: .* malformed"),
        Store(path, made_by=MADE_BY) as store,
    ):
        list(store.articles())


def test_damaged_entry_is_told_with_the_store(path):
    with Store(path, made_by=MADE_BY) as store:
        store.add(ARTICLE, [MENTION], [ENTITY])
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE mentions SET mention = '{'")
    with (
        pytest.raises(SourceError, match=r"events\.db: the store holds what eventx has not written"),
        Store(path, made_by=MADE_BY) as store,
    ):
        list(store.mentions())


def test_store_that_fails_in_use_is_named(path):
    told = pytest.raises(SourceError, match=r"events\.db: the event store failed: UNIQUE")
    with told, Store(path, made_by=MADE_BY) as store:
        store.add(ARTICLE, [MENTION, MENTION], [])


def test_what_another_process_has_added_is_left_alone(path):
    with Store(path, made_by=MADE_BY) as one, Store(path, made_by=MADE_BY) as other:
        one.add(ARTICLE, [MENTION], [ENTITY])
        other.add(ARTICLE, [MENTION], [ENTITY])
        assert list(other.mentions()) == [MENTION]
        with pytest.raises(SourceError, match="with another text"):
            other.add(Article.of("Something else.", id="a"), [], [])


def test_article_is_added_whole_or_not_at_all(path):
    with Store(path, made_by=MADE_BY) as store:
        with pytest.raises(sqlite3.IntegrityError):
            store.add(ARTICLE, [MENTION, MENTION], [])
        assert not store.holds(ARTICLE)


def test_reader_sees_the_last_state_while_somebody_writes(path):
    with Store(path, made_by=MADE_BY) as store:
        store.add(ARTICLE, [MENTION], [ENTITY])
        writer = sqlite3.connect(path, isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM mentions")
        assert list(store.mentions()) == [MENTION]
        writer.execute("ROLLBACK")
        writer.close()


def test_events_are_replaced_and_can_be_queried(path):
    when = When(start=dt.date(2024, 3, 8), end=dt.date(2024, 3, 9), granularity="interval")
    with Store(path, made_by=MADE_BY) as store:
        store.replace_events([Event(event_id="e1", type="VISIT"), Event(event_id="e2", type="VISIT")])
        store.replace_events([Event(event_id="e3", type="ATTACK", when=when, summary="Rebels attack the port")])
    rows = sqlite3.connect(path).execute("SELECT event_id, type, first_day, last_day, summary FROM events").fetchall()
    assert rows == [("e3", "ATTACK", "2024-03-08", "2024-03-09", "Rebels attack the port")]
