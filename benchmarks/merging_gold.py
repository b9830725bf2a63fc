"""Mentions as merging gets them, each with what gold says of it: gold's own, and those that are extracted."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from attrs import evolve, frozen

from eventx.analysis import Analyser, Analysis
from eventx.entities import EnglishResolver
from eventx.evaluation import GoldArticle, read_gold
from eventx.evaluation.matching import match_mentions
from eventx.merging import EnglishMerger
from eventx.model import Argument, Article, Entity, EventMention
from eventx.pipeline import Settings
from eventx.pipeline.article_work import ArticleWork
from eventx.plugins import PluginHost


@frozen
class Told:
    """An article's mentions with their entities, and what gold says of each that it has: event, and what that is about.

    Mentions are gold's own, or were extracted.
    """

    gold: GoldArticle
    mentions: tuple[EventMention, ...]
    entities: tuple[Entity, ...]
    cluster: Mapping[str, Hashable]
    about: Mapping[str, Hashable]
    extracted: bool = False


def read(paths: Iterable[str]) -> list[Told]:
    """Gold mentions as merging gets them."""
    analyser, resolver, out = Analyser(), EnglishResolver(), []
    for gold in (article for path in paths for article in read_gold(path)):
        analysis = analyser.analyse(Article(id=gold.id, text=gold.text, published=gold.published))
        mentions = [
            EventMention(
                article_id=gold.id,
                type=one.type,
                trigger=one.trigger,
                arguments=[Argument(role=argument.role, span=argument.span) for argument in one.arguments],
                when=one.when,
                modality=one.modality,  # type: ignore[arg-type]
            )
            for one in gold.mentions
        ]
        resolved, entities = resolver.resolve(analysis, in_order(mentions))
        out.append(told(gold, resolved, entities))
    return out


class Listener(EnglishMerger):
    """Notes what coreference is handed: mentions with entities and with the dates of their own sentences."""

    def corefer(  # noqa: D102 - as of the class above
        self, analysis: Analysis, mentions: Sequence[EventMention], entities: Sequence[Entity]
    ) -> Sequence[EventMention]:
        self.heard = tuple(mentions), tuple(entities)
        return super().corefer(analysis, mentions, entities)


def extract(golds: Iterable[GoldArticle]) -> list[Told]:
    """What is extracted from the articles, as coreference gets it."""
    work, listener, out = ArticleWork(Settings(), PluginHost(), fail), Listener(), []
    work.stages.merger = evolve(work.stages.merger, instance=listener)
    for gold in golds:
        listener.heard = (), ()
        work.extract([Article(id=gold.id, text=gold.text, published=gold.published)])
        mentions, entities = listener.heard
        out.append(told(gold, in_order(mentions), entities, extracted=True))
    return out


def fail(error: Exception) -> None:
    """Let no failure pass."""
    raise error


def in_order(mentions: Iterable[EventMention]) -> list[EventMention]:
    """The mentions in text order."""
    return sorted(mentions, key=lambda mention: (mention.trigger.start, mention.type, mention.trigger.end))


def told(
    gold: GoldArticle, mentions: Sequence[EventMention], entities: Sequence[Entity], *, extracted: bool = False
) -> Told:
    """Put mentions and what gold says of them together."""
    cluster: dict[str, Hashable] = {}
    about: dict[str, Hashable] = {}
    for number, answer in match_mentions(gold.mentions, mentions).items():
        one, mention_id = gold.mentions[number], mentions[answer].mention_id
        cluster[mention_id] = (gold.scope, one.cluster or mention_id)
        about[mention_id] = (gold.scope, one.about) if one.about else None
    return Told(gold, tuple(mentions), tuple(entities), cluster, about, extracted)


def analysed(told: Told) -> Analysis:
    """The article, split into sentences."""
    return Analyser().analyse(Article(id=told.gold.id, text=told.gold.text, published=told.gold.published))
