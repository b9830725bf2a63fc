"""Parquet and Arrow."""

import datetime as dt
import io
import struct
import sys

import pytest

from eventx.errors import SerializationError
from eventx.exporters.arrow_tables import ArrowExporter, ParquetExporter, read_mentions, read_timeline
from eventx.model import Argument, Article, Event, EventArgument, EventMention, Timeline, When
from eventx.serialize import article_info

ARTICLE = Article.of("Rebels shelled the port.", id="a", published="2024-03-09", source="Herald", url="javascript:x")


@pytest.fixture
def arrow():
    return pytest.importorskip("pyarrow", reason="Parquet and Arrow are not tested: pip install 'eventx-core[parquet]'")


@pytest.fixture
def timeline():
    mention = EventMention(
        article_id="a",
        type="ATTACK",
        trigger=ARTICLE.span(7, 14),
        sentence=ARTICLE.span(0, 24),
        arguments=[Argument(role="attacker", span=ARTICLE.span(0, 6))],
        confidence=0.5,
    )
    day = When(start=dt.date(2024, 3, 8), end=dt.date(2024, 3, 8), granularity="day")
    attack = Event(
        event_id="e1",
        type="ATTACK",
        when=day,
        summary="Rebels attack",
        arguments=[EventArgument(role="attacker", name="Rebels", entity_id="n1")],
        articles=["a"],
        mentions=[mention],
    )
    return Timeline(
        events=[attack, Event(event_id="e2", type="VISIT", modality="planned")], articles=[article_info(ARTICLE)]
    )


def test_parquet_holds_typed_events(arrow, timeline):
    from pyarrow import parquet

    stream = io.BytesIO()
    ParquetExporter().write(timeline, stream)
    stream.seek(0)
    first, second = parquet.read_table(stream).to_pylist()
    assert (first["first_day"], first["articles"], first["mention_count"]) == (dt.date(2024, 3, 8), ["a"], 1)
    assert first["arguments"] == [{"role": "attacker", "name": "Rebels", "entity_id": "n1"}]
    assert (second["first_day"], second["modality"], second["arguments"]) == (None, "planned", [])


def test_arrow_holds_mentions_with_offsets(arrow, timeline):
    stream = io.BytesIO()
    ArrowExporter(table="mentions").write(timeline, stream)
    (row,) = arrow.ipc.open_file(stream.getvalue()).read_all().to_pylist()
    assert (row["trigger"], row["trigger_start"], row["trigger_end"]) == ("shelled", 7, 14)
    assert (row["published"], row["publisher"], row["url"]) == (dt.date(2024, 3, 9), "Herald", None)
    assert row["arguments"][0]["text"] == "Rebels"


@pytest.mark.parametrize("table", ["events", "mentions"])
def test_columns_are_the_same_without_events(arrow, timeline, table):
    exporter = ParquetExporter(table=table)
    assert exporter.arrow_table(Timeline()).schema.names == exporter.arrow_table(timeline).schema.names


@pytest.mark.parametrize("table", ["events", "mentions"])
def test_hostile_text_is_held(arrow, hostile_timeline, table):
    stream = io.BytesIO()
    ParquetExporter(table=table).write(hostile_timeline, stream)
    assert len(stream.getvalue()) > 0


@pytest.mark.parametrize("exporter", [ParquetExporter, ArrowExporter])
def test_what_is_no_table_of_events_is_told(arrow, timeline, exporter):
    stream = io.BytesIO()
    exporter(table="mentions").write(timeline, stream)
    stream.seek(0)
    with pytest.raises(
        SerializationError,
        match=r"^t: a table of mentions, where one of events is expected: write one with --set table=events$",
    ):
        read_timeline(stream, where="t")
    with pytest.raises(SerializationError, match="not a file of Parquet or Arrow that can be read"):
        read_timeline(io.BytesIO(stream.getvalue()[:100]))


def test_table_of_others_is_told(arrow):
    from pyarrow import parquet

    stream = io.BytesIO()
    parquet.write_table(arrow.table({"json": ["{}"]}), stream)
    stream.seek(0)
    with pytest.raises(SerializationError, match="not as eventx writes it"):
        read_timeline(stream)


def test_offsets_that_point_anywhere_are_told(arrow):
    stream = io.BytesIO()
    schema = arrow.schema({"json": arrow.string()}, {"eventx.table": "events"})
    with arrow.ipc.new_file(stream, schema) as writer:
        writer.write_table(arrow.table({"json": ["{}" * 1_000]}, schema=schema))
    head, offsets, body = stream.getvalue().rpartition(struct.pack("<ii", 0, 2_000))
    assert offsets
    damaged = head + struct.pack("<ii", 0, 2**30) + body
    with pytest.raises(SerializationError, match="not a file of Parquet or Arrow that can be read"):
        read_timeline(io.BytesIO(damaged))


def test_rows_that_hold_no_mention_are_told_and_the_others_read(arrow, timeline):
    table = ArrowExporter(table="mentions").arrow_table(timeline)
    doubled = arrow.concat_tables([table.set_column(table.schema.get_field_index("json"), "json", [["[1"]]), table])
    stream = io.BytesIO()
    with arrow.ipc.new_file(stream, table.schema.with_metadata({"eventx.table": "mentions"})) as writer:
        writer.write_table(doubled)
    stream.seek(0)
    first, second = read_mentions(stream, where="m")
    assert "m, row 1: not JSON" in str(first)
    assert second.mention_id == "a#7:ATTACK"


def test_unknown_table_is_refused():
    with pytest.raises(ValueError, match="neither 'events' nor 'mentions'"):
        ParquetExporter(table="rows")


def test_missing_pyarrow_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match=r"eventx-core\[parquet\]"):
        ParquetExporter()
