"""How well mentions are grouped into events, and denials linked with what they deny."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence

import attrs

from eventx.evaluation.gold import GoldArticle, GoldMention
from eventx.evaluation.matching import MatchedArticle, MatchedMention
from eventx.evaluation.tallies import Tally

# What gold and prediction call a mention's event.
Labels = tuple[Hashable, str]


def count_links(articles: Sequence[MatchedArticle]) -> tuple[Tally, ...]:
    """Count clusters (B-cubed) and `about` for each article, over matched mentions.

    Events are compared within each article; where gold has topics, over all articles at once.
    """
    labels = [[_labels(article.gold, pair) for pair in article.matched] for article in articles]
    groups = labels
    if any(article.gold.topic for article in articles):
        groups = [[label for own in labels for label in own]] * len(labels)
    events = _events_of(articles)
    return tuple(
        attrs.evolve(_count_about(article, events), **_b_cubed(own, group))
        for article, own, group in zip(articles, labels, groups, strict=True)
    )


def _labels(article: GoldArticle, pair: MatchedMention) -> Labels:
    return _cluster(article, pair.gold), pair.predicted.event_id or pair.predicted.mention_id


def _b_cubed(own: Sequence[Labels], group: Sequence[Labels]) -> dict[str, float]:
    """Sums of the precision and the recall of an article's own mentions among all those that are compared."""
    both = Counter(group)
    gold_sizes, sizes = Counter(gold for gold, _ in group), Counter(event for _, event in group)
    return {
        "cluster_precision": sum(both[gold, event] / sizes[event] for gold, event in own),
        "cluster_recall": sum(both[gold, event] / gold_sizes[gold] for gold, event in own),
    }


def _cluster(article: GoldArticle, mention: GoldMention) -> Hashable:
    """What gold calls the mention's event; one that is in no cluster is an event by itself."""
    if mention.cluster is None:
        return article.id, mention.type, mention.trigger.start
    return article.scope, mention.cluster


def _events_of(articles: Sequence[MatchedArticle]) -> dict[tuple[str, str], set[str]]:
    """The predicted events of the matched mentions of each gold cluster."""
    events: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for article in articles:
        for pair in article.matched:
            if pair.gold.cluster is not None and pair.predicted.event_id is not None:
                events[article.gold.scope, pair.gold.cluster].add(pair.predicted.event_id)
    return events


def _count_about(article: MatchedArticle, events: dict[tuple[str, str], set[str]]) -> Tally:
    tally = Tally(gold_about=sum(mention.about is not None for mention in article.missed))
    for pair in article.matched:
        wanted, got = pair.gold.about, pair.predicted.about
        tally.gold_about += wanted is not None
        tally.predicted_about += got is not None
        if wanted is not None and got is not None:
            tally.right_about += got in events.get((article.gold.scope, wanted), ())
    return tally
