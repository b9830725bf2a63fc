"""A plugin by hand whose components do as the test says, so that no model and nothing installed is needed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

import attrs
import pytest

from eventx import hookimpl
from eventx.components import DaterRecord, ExtractorRecord, MergerRecord, ResolverRecord
from eventx.model import Article, Entity, Event, EventMention, When
from eventx.pipeline import Pipeline, Settings
from eventx.plugins import PluginHost


class Visits:
    """Finds the word ``visited``."""

    def extract(self, analyses):
        for analysis in analyses:
            start = analysis.article.text.find("visited")
            while start >= 0:
                trigger = analysis.article.span(start, start + 7)
                yield EventMention(article_id=analysis.article.id, type="VISIT", trigger=trigger)
                start = analysis.article.text.find("visited", start + 7)


class Resolver:
    """Finds one entity in each article."""

    def resolve(self, analysis, mentions):
        return mentions, [Entity(entity_id=f"{analysis.article.id}:n1", name=analysis.article.id)]

    def link(self, entities):
        return {}, list(entities)


class Dater:
    """Dates every mention to the day of publication."""

    def timexes(self, article):
        return ()

    def date(self, analysis, mentions):
        day = analysis.article.published_day
        when = When(start=day, end=day, granularity="day") if day else None
        return [attrs.evolve(mention, when=when) for mention in mentions]


class Merger:
    """Takes the visits of an article as one event, and those of different articles as different ones."""

    def corefer(self, analysis, mentions, entities):
        return [attrs.evolve(mention, event_id=f"{mention.article_id}:e1") for mention in mentions]

    def merge(self, mentions, entities, articles):
        groups = defaultdict(list)
        for mention in mentions:
            groups[mention.event_id].append(mention)
        return [
            Event(event_id=event_id, type="VISIT", when=group[0].when, mentions=group)
            for event_id, group in sorted(groups.items())
        ]


@attrs.define
class FakePlugin:
    """Offers one component of each kind."""

    extractor: object = attrs.field(factory=Visits)
    resolver: object = attrs.field(factory=Resolver)
    dater: object = attrs.field(factory=Dater)
    merger: object = attrs.field(factory=Merger)
    seen: list = attrs.field(factory=list)

    @hookimpl
    def eventx_extractors(self):
        return [
            ExtractorRecord(
                name="visits", description="", types=["VISIT"], needs_parse=False, build=lambda _: self.extractor
            )
        ]

    @hookimpl
    def eventx_resolvers(self):
        return [ResolverRecord(name="resolver", description="", build=lambda _: self.resolver)]

    @hookimpl
    def eventx_daters(self):
        return [DaterRecord(name="dater", description="", build=lambda _: self.dater)]

    @hookimpl
    def eventx_mergers(self):
        return [MergerRecord(name="merger", description="", build=lambda _: self.merger)]

    @hookimpl
    def eventx_article_processed(self, article, mentions):
        self.seen.append((article.id, len(mentions)))

    @hookimpl
    def eventx_component_failed(self, error):
        self.seen.append(error.component)

    @hookimpl
    def eventx_run_finished(self, report):
        self.seen.append(report)


@pytest.fixture
def fake():
    """A pipeline of a plugin by hand, with these components in the place of its own."""

    def make(*, strict=False, plugin=None, extractors="fake", **components):
        host = PluginHost(plugins={"fake": plugin or FakePlugin(**components)}, installed=False, environ={})
        settings = Settings(
            extractor=extractors, resolver="fake:resolver", dater="fake:dater", merger="fake:merger", strict=strict
        )
        return Pipeline(settings, host=host)

    return make


@pytest.fixture
def plugin():
    return FakePlugin()


@pytest.fixture
def articles():
    """Three articles with one, two and no visits."""
    texts = {"a1": "Dahl visited Selby.", "a2": "Vans visited Norrvik. Brel visited Lima.", "a3": "Nobody came."}
    return [Article.of(text, id=name, published=dt.date(2024, 5, 6)) for name, text in texts.items()]
