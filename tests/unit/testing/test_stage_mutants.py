"""Daters, resolvers and mergers broken in one place each: the check for it finds it, and no other does."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from eventx.components import DaterRecord, MergerRecord, ResolverRecord
from eventx.entities import EnglishResolver
from eventx.hookspecs import hookimpl
from eventx.merging import EnglishMerger
from eventx.temporal.dater import EnglishDater
from eventx.testing import all_checks, check_plugin
from eventx.testing.subject import ANALYSER


def republished(analysis, published):
    return ANALYSER.analyse(attrs.evolve(analysis.article, published=published))


class BrokenDaters:
    def builds(self):
        return lambda options: None

    def runs(self):
        class Raising(EnglishDater):
            def timexes(self, article):
                if not article.text.strip():
                    raise IndexError("no text")
                return super().timexes(article)

        return Raising

    def timexes_in_order(self):
        class Backwards(EnglishDater):
            def timexes(self, article):
                return tuple(super().timexes(article))[::-1]

        return Backwards

    def own_fields_only(self):
        class Doubting(EnglishDater):
            def date(self, analysis, mentions):
                return [attrs.evolve(m, confidence=0.1) for m in super().date(analysis, mentions)]

        return Doubting

    def granularity_fits(self):
        class Coarse(EnglishDater):
            def date(self, analysis, mentions):
                return [
                    attrs.evolve(m, when=attrs.evolve(m.when, granularity="week")) if m.when else m
                    for m in super().date(analysis, mentions)
                ]

        return Coarse

    def absolute_dates_stay(self):
        class Timid(EnglishDater):
            def date(self, analysis, mentions):
                if analysis.article.published is None:
                    return mentions
                return super().date(analysis, mentions)

        return Timid

    def relative_dates_need_publication(self):
        class Today(EnglishDater):
            def date(self, analysis, mentions):
                today = analysis.article.published or dt.date(2026, 1, 1)
                return super().date(republished(analysis, today), mentions)

        return Today

    def relative_dates_shift(self):
        class Stuck(EnglishDater):
            def date(self, analysis, mentions):
                published = analysis.article.published and dt.date(2024, 3, 6)
                return super().date(republished(analysis, published), mentions)

        return Stuck


class BrokenResolvers:
    def builds(self):
        return lambda options: None

    def runs(self):
        class Raising(EnglishResolver):
            def resolve(self, analysis, mentions):
                analysis.sentences[0]
                return super().resolve(analysis, mentions)

        return Raising

    def keeps_mentions(self):
        class Losing(EnglishResolver):
            def resolve(self, analysis, mentions):
                done, entities = super().resolve(analysis, mentions)
                return done[:-1], entities

        return Losing

    def own_fields_only(self):
        class Planning(EnglishResolver):
            def resolve(self, analysis, mentions):
                done, entities = super().resolve(analysis, mentions)
                return [attrs.evolve(mention, modality="generic") for mention in done], entities

        return Planning

    def entities_returned(self):
        class Forgetting(EnglishResolver):
            def resolve(self, analysis, mentions):
                done, entities = super().resolve(analysis, mentions)
                return done, entities[1:]

        return Forgetting

    def idempotent(self):
        class Growing(EnglishResolver):
            def resolve(self, analysis, mentions):
                known = any(a.name for mention in mentions for a in mention.arguments)
                done, entities = super().resolve(analysis, mentions)
                return (done if not known else [self.louder(mention) for mention in done]), entities

            def louder(self, mention):
                arguments = [attrs.evolve(a, name=a.name and f"{a.name}!") for a in mention.arguments]
                return attrs.evolve(mention, arguments=arguments)

        return Growing

    def links_all(self):
        class Partial(EnglishResolver):
            def link(self, entities):
                groups, linked = super().link(entities)
                return dict(sorted(groups.items())[1:]), linked

        return Partial


class BrokenMergers:
    def builds(self):
        return lambda options: None

    def runs(self):
        class Raising(EnglishMerger):
            def merge(self, mentions, entities, articles):
                mentions[0]
                return super().merge(mentions, entities, articles)

        return Raising

    def keeps_mentions(self):
        class Planning(EnglishMerger):
            def corefer(self, analysis, mentions, entities):
                return [attrs.evolve(m, confidence=0.1) for m in super().corefer(analysis, mentions, entities)]

        return Planning

    def one_event_each(self):
        class Losing(EnglishMerger):
            def merge(self, mentions, entities, articles):
                return super().merge(mentions, entities, articles)[1:]

        return Losing

    def order_irrelevant(self):
        class Moody(EnglishMerger):
            def merge(self, mentions, entities, articles):
                events = super().merge(mentions, entities, articles)
                if not mentions or mentions[0].article_id == "kit-visit":
                    return events
                return [self.alone(event, mention) for event in events for mention in event.mentions]

            def alone(self, event, mention):
                arguments = [a for a in event.arguments if mention.mention_id in a.mentions]
                return attrs.evolve(event, mentions=[mention], arguments=arguments)

        return Moody

    def conflicts_kept(self):
        class Brief(EnglishMerger):
            def merge(self, mentions, entities, articles):
                return [self.shorter(event) for event in super().merge(mentions, entities, articles)]

            def shorter(self, event):
                kept = [event.arguments.all(role)[0] for role in event.arguments.roles]
                return attrs.evolve(event, arguments=kept)

        return Brief


BROKEN = {"dater": BrokenDaters, "resolver": BrokenResolvers, "merger": BrokenMergers}
MUTANTS = [(kind, name) for kind, found in BROKEN.items() for name in vars(found) if not name.startswith("_")]


def plugin_with(kind, build):
    records = {"dater": DaterRecord, "resolver": ResolverRecord, "merger": MergerRecord}
    record = records[kind](name="stage", description="", build=build)

    class Plugin:
        @hookimpl
        def eventx_daters(self):
            return [record] if kind == "dater" else []

        @hookimpl
        def eventx_resolvers(self):
            return [record] if kind == "resolver" else []

        @hookimpl
        def eventx_mergers(self):
            return [record] if kind == "merger" else []

    return Plugin()


@pytest.mark.parametrize(("kind", "name"), MUTANTS)
def test_mutant_is_caught_by_its_check_alone(kind, name):
    report = check_plugin(plugin_with(kind, getattr(BROKEN[kind](), name)()), name="broken")

    assert [result.check.id for result in report.failures] == [f"{kind}.{name}"], str(report)
    for message in report.failures[0].messages:
        assert message.startswith("plugin 'broken', component 'stage'")
        assert ". Remedy: " in message


@pytest.mark.parametrize("kind", BROKEN)
def test_every_check_of_stages_has_a_mutant(kind):
    assert {f"{kind}.{name}" for of_kind, name in MUTANTS if of_kind == kind} == {
        c.id for c in all_checks() if c.kind == kind
    }


@pytest.mark.parametrize(
    ("kind", "build"), [("dater", EnglishDater), ("resolver", EnglishResolver), ("merger", EnglishMerger)]
)
def test_stage_of_eventx_passes(kind, build):
    report = check_plugin(plugin_with(kind, build), name="sound")

    assert report.ok, str(report)
