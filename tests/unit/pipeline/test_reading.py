"""Articles of readers that give something into their fields that does not belong there."""

from __future__ import annotations

import io

import pytest

from eventx.components import ReaderRecord
from eventx.errors import SourceError
from eventx.model import Article
from eventx.pipeline.reading import GuardedReader
from eventx.plugins import Component

GOOD = Article.of("Calm.", id="good")


class Reader:
    def __init__(self, *articles):
        self.articles = articles

    def read(self, stream, name):
        return self.articles


def read(*articles):
    record = ReaderRecord(name="x", description="", suffixes=(".x",), build=lambda options: Reader(*articles))
    component = Component(plugin="p", distribution="", version="", record=record, alone=True)
    return list(GuardedReader(component.build()).read(io.BytesIO(), "a.x"))


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"published": "2016-05-03"}, "whose published is '2016-05-03'; expected a date or None"),
        ({"title": 7}, "whose title is 7; expected a string or None"),
        ({"id": None}, "whose id is None; expected a string"),
        ({"text": b"Calm."}, "whose text is b'Calm.'; expected a string"),
    ],
)
def test_article_with_a_field_that_no_stage_can_work_with_costs_only_itself(fields, told):
    bad, good = read(Article(**{"id": "bad", "text": "Calm.", **fields}), GOOD)
    assert isinstance(bad, SourceError)
    assert str(bad).startswith(f"a.x: the reader p:x gave an article {told}")
    assert good is GOOD
