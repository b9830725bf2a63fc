"""What an exporter that calls itself lossless has written reads back equal, whatever the timeline holds."""

from __future__ import annotations

import io

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventx.exporters import arrow_tables
from eventx.exporters.json_text import JsonExporter
from eventx.model import (
    GRANULARITIES,
    Argument,
    DateClaim,
    Entity,
    Event,
    EventArgument,
    ModelInfo,
    Timeline,
    When,
)
from eventx.serialize import article_info, timeline_from_json
from eventx.testing.strategies import articles, mentions, spans

pytest.importorskip("pyarrow", reason="Parquet and Arrow are not tested: pip install 'eventx-core[parquet]'")

# A lone surrogate among them: JSON lines can bring one into an article, and no UTF-8 can hold it.
NAMES = st.text('aé\u6771\0"\\\ud800\u202e ', min_size=1, max_size=6)


@st.composite
def whens(draw, article):
    start, end = sorted(draw(st.tuples(st.dates(), st.dates())))
    return When(
        start=start,
        end=end,
        granularity=draw(st.sampled_from(GRANULARITIES)),
        expression=draw(st.none() | spans(article)),
    )


@st.composite
def told(draw, article, number):
    event_id = f"e{number}"
    mention = draw(mentions(article))
    joint = [Argument(role=one.role, span=one.span, members=[one.span], name=draw(NAMES)) for one in mention.arguments]
    when = draw(st.none() | whens(article))
    mention = attrs.evolve(mention, event_id=event_id, when=when, arguments=joint, sentence=draw(spans(article)))
    return Event(
        event_id=event_id,
        type=mention.type,
        when=when,
        dates=[DateClaim(when=when, mentions=[mention.mention_id])] if when else [],
        modality=mention.modality,
        summary=draw(NAMES),
        arguments=[
            EventArgument(role=one.role, name=draw(NAMES), entity_id="n1", mentions=[mention.mention_id])
            for one in mention.arguments
        ],
        about=draw(st.none() | st.just("e0")),
        articles=[article.id],
        mentions=[mention],
    )


@st.composite
def timelines(draw):
    article = attrs.evolve(draw(articles(min_words=1).filter(lambda article: article.text)), title=draw(NAMES))
    return Timeline(
        events=[draw(told(article, number)) for number in range(draw(st.integers(0, 3)))],
        entities=[Entity(entity_id="n1", name=draw(NAMES), aliases=[draw(NAMES)], country="KAR", members=["n2"])],
        articles=[article_info(article)],
        plugins={"rules": "1.0"},
        model=draw(st.none() | st.just(ModelInfo(name="m", version="1", sha256="0"))),
        eventx="0.1.0",
    )


def written(exporter, timeline):
    stream = io.BytesIO()
    exporter.write(timeline, stream)
    stream.seek(0)
    return stream


@settings(max_examples=60, deadline=None)
@given(timelines())
def test_timelines_read_back_equal(timeline):
    assert timeline_from_json(written(JsonExporter(), timeline).read()) == timeline
    for kind in (arrow_tables.ParquetExporter, arrow_tables.ArrowExporter):
        assert kind().read(written(kind(), timeline)) == timeline


@settings(max_examples=40, deadline=None)
@given(timelines())
def test_tables_of_mentions_read_back_equal(timeline):
    ours = sorted((mention for event in timeline for mention in event.mentions), key=str)
    for kind in (arrow_tables.ParquetExporter, arrow_tables.ArrowExporter):
        read = arrow_tables.read_mentions(written(kind(table="mentions"), timeline))
        assert sorted(read, key=str) == ours
