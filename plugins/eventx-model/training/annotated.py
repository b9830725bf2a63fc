"""Annotated articles with their parses: what the networks learn from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import field, frozen
from eventx_model.parse import Parse

from eventx.analysis import Analyser, Analysis
from eventx.evaluation.gold import GoldArticle, GoldMention, read_gold
from eventx.model import Article, Span


@frozen(kw_only=True)
class Place:
    """Where a gold trigger stands: a sentence, and the token that the others of the trigger hang on."""

    sentence: int
    token: int


@frozen(kw_only=True, eq=False)
class Annotated:
    """An article, wholly parsed, with its annotation.

    Attributes:
        gold: The annotation.
        analysis: The parsed article.
        parses: Its sentences as plain lists.
        triggers: The mentions on each trigger.
    """

    gold: GoldArticle
    analysis: Analysis = field(repr=False)
    parses: dict[int, Parse] = field(repr=False)
    triggers: dict[Place, list[GoldMention]] = field(repr=False)


def annotate(gold: Sequence[GoldArticle], analyser: Analyser | None = None) -> list[Annotated]:
    """Parse annotated articles, and find every trigger in the parses."""
    analyser = analyser or Analyser()
    analyses = [analyser.analyse(Article(id=one.id, text=one.text)) for one in gold]
    analyser.parse([(analysis, range(len(analysis.sentences))) for analysis in analyses])
    return [annotated(one, analysis) for one, analysis in zip(gold, analyses, strict=True)]


def annotated(gold: GoldArticle, analysis: Analysis) -> Annotated:
    """Find the triggers of an article that is parsed already."""
    parses = {sentence.index: Parse(sentence.tree) for sentence in analysis.parsed()}
    triggers: defaultdict[Place, list[GoldMention]] = defaultdict(list)
    for mention in gold.mentions:
        index = analysis.sentence_at(mention.trigger.start)
        if index in parses:
            tokens = tokens_of(analysis, index, mention.trigger)
            if tokens:
                triggers[Place(sentence=index, token=top(parses[index], tokens))].append(mention)
    return Annotated(gold=gold, analysis=analysis, parses=parses, triggers=dict(triggers))


def read_annotated(path: str | Path) -> list[Annotated]:
    """Read a gold file, and parse its articles."""
    return annotate(read_gold(path))


def tokens_of(analysis: Analysis, index: int, span: Span) -> list[int]:
    """The tokens of a sentence that a span covers, wholly or in part."""
    sentence = analysis.parse(index)
    assert sentence is not None
    return [i for i in range(len(sentence.tree)) if sentence.start(i) < span.end and sentence.end(i) > span.start]


def top(parse: Parse, tokens: Sequence[int]) -> int:
    """The first of the tokens that hangs on none of the others."""
    return next((t for t in tokens if parse.heads[t] not in tokens or parse.heads[t] == t), tokens[0])


def folds(articles: Sequence[Annotated], number: int) -> Iterator[tuple[list[Annotated], list[Annotated]]]:
    """Parts to train on with parts to predict: every article is predicted once.

    Articles are dealt out by a checksum of their id, so that another article more or less moves no other.
    """
    from eventx_model.network import feature_id

    parts: list[list[Annotated]] = [[] for _ in range(number)]
    for rank, article in enumerate(sorted(articles, key=lambda one: feature_id(one.gold.id))):
        parts[rank % number].append(article)
    for held_out in range(number):
        yield [article for i, part in enumerate(parts) if i != held_out for article in part], parts[held_out]
