"""Which predicted mention and argument answers which gold one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrs import frozen

from eventx.evaluation.gold import GoldArgument, GoldArticle, GoldMention
from eventx.evaluation.spans import agree
from eventx.model import Argument, EventMention

# A predicted trigger may be as long as gold's, or as this; else a whole sentence would match whatever is in it.
LONGEST_TRIGGER = 40


@frozen(kw_only=True)
class MatchedArguments:
    """The arguments of a gold mention and of the predicted one that answers it.

    Attributes:
        right: Gold arguments with the predicted ones that are the same.
        missed: Gold arguments that nothing answers.
        spurious: Predicted arguments that answer to nothing in gold.
    """

    right: tuple[tuple[GoldArgument, Argument], ...]
    missed: tuple[GoldArgument, ...]
    spurious: tuple[Argument, ...]


@frozen(kw_only=True)
class MatchedMention:
    """A gold mention and the predicted one that answers it.

    Attributes:
        gold: As annotated.
        predicted: As found.
        arguments: Of both.
    """

    gold: GoldMention
    predicted: EventMention
    arguments: MatchedArguments


@frozen(kw_only=True)
class MatchedArticle:
    """An article's gold and predicted mentions, side by side.

    Attributes:
        gold: The article.
        matched: In gold's order.
        missed: Gold mentions that were not found.
        spurious: Predicted mentions that gold does not have.
    """

    gold: GoldArticle
    matched: tuple[MatchedMention, ...]
    missed: tuple[GoldMention, ...]
    spurious: tuple[EventMention, ...]


def match_articles(
    gold: Sequence[GoldArticle], predicted: Iterable[EventMention]
) -> tuple[tuple[MatchedArticle, ...], int]:
    """Match predictions with gold, article by article.

    Returns:
        The articles in gold's order, and the number of predictions for articles that gold does not have.
    """
    by_article: defaultdict[str, list[EventMention]] = defaultdict(list)
    for mention in predicted:
        by_article[mention.article_id].append(mention)
    articles = tuple(_match_article(article, by_article.pop(article.id, [])) for article in gold)
    return articles, sum(map(len, by_article.values()))


def _match_article(article: GoldArticle, predicted: list[EventMention]) -> MatchedArticle:
    answers = match_mentions(article.mentions, predicted)
    matched = tuple(
        MatchedMention(
            gold=mention,
            predicted=predicted[answers[number]],
            arguments=match_arguments(mention.arguments, predicted[answers[number]].arguments),
        )
        for number, mention in enumerate(article.mentions)
        if number in answers
    )
    found = set(answers.values())
    return MatchedArticle(
        gold=article,
        matched=matched,
        missed=tuple(mention for number, mention in enumerate(article.mentions) if number not in answers),
        spurious=tuple(mention for number, mention in enumerate(predicted) if number not in found),
    )


def match_mentions(gold: Sequence[GoldMention], predicted: Sequence[EventMention]) -> dict[int, int]:
    """Pair mentions of one type whose triggers overlap, one to one, those that overlap most first.

    Returns:
        The number of the predicted mention by that of the gold one.
    """
    candidates = []
    for wanted, mention in enumerate(gold):
        for got, other in enumerate(predicted):
            share = _shared(mention, other)
            if share > 0:
                candidates.append((-share, wanted, got))
    answers: dict[int, int] = {}
    taken: set[int] = set()
    for _, wanted, got in sorted(candidates):
        if wanted not in answers and got not in taken:
            answers[wanted] = got
            taken.add(got)
    return answers


def _shared(gold: GoldMention, predicted: EventMention) -> float:
    """The share of the longer trigger that both have, 0 where the mentions cannot be the same."""
    one, other = gold.trigger, predicted.trigger
    if gold.type != predicted.type or len(other) > max(len(one), LONGEST_TRIGGER):
        return 0.0
    return (min(one.end, other.end) - max(one.start, other.start)) / max(len(one), len(other))


def match_arguments(gold: Iterable[GoldArgument], predicted: Iterable[Argument]) -> MatchedArguments:
    """Pair each gold argument with the first predicted one, not yet taken, of its role that agrees with it."""
    left = list(predicted)
    right, missed = [], []
    for wanted in gold:
        for number, argument in enumerate(left):
            if argument.role == wanted.role and agree(wanted.span, argument.span):
                right.append((wanted, left.pop(number)))
                break
        else:
            missed.append(wanted)
    return MatchedArguments(right=tuple(right), missed=tuple(missed), spurious=tuple(left))
