"""The whole of it: gold and predictions in, figures out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from eventx.evaluation.figures import Figures, figures_of
from eventx.evaluation.gold import GoldArticle
from eventx.evaluation.links import count_links
from eventx.evaluation.matching import MatchedArticle, match_articles
from eventx.evaluation.tallies import By, Tally, count_mentions, total
from eventx.model import EventMention

ALL = "all"


@frozen(kw_only=True)
class Evaluation:
    """How predictions compare with gold.

    Attributes:
        figures: ``figures["all"]``, and one for each type or source where asked.
        articles: Gold and predictions side by side, for listings of errors and for reliability.
        tallies: The counts of each article, for comparisons.
        elsewhere: Number of predictions for articles that gold does not have; they count for nothing.
    """

    figures: Mapping[str, Figures]
    articles: tuple[MatchedArticle, ...]
    tallies: tuple[Tally, ...]
    elsewhere: int


def evaluate(gold: Sequence[GoldArticle], predicted: Iterable[EventMention], *, by: By | None = None) -> Evaluation:
    """Score predicted mentions against gold.

    Args:
        gold: The annotated articles.
        predicted: Mentions with offsets into the same texts, in any order; for clusters and `about` with the ids of
            one run over all articles.
        by: Also give figures by event ``type`` or by ``source``.
    """
    articles, elsewhere = match_articles(gold, predicted)
    tallies = [
        total([*count_mentions(article).values(), links])
        for article, links in zip(articles, count_links(articles), strict=True)
    ]
    groups: defaultdict[str, list[Tally]] = defaultdict(list)
    if by:
        for article in articles:
            for key, tally in count_mentions(article, by).items():
                groups[key].append(tally)
    figures = {ALL: figures_of(total(tallies), links=True)}
    figures |= {key: figures_of(total(groups[key])) for key in sorted(groups) if key}
    return Evaluation(figures=figures, articles=articles, tallies=tuple(tallies), elsewhere=elsewhere)
