"""Whether one set of predictions is better than another, or only luckier: a paired bootstrap over articles."""

from __future__ import annotations

import operator
import random
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence

import attrs
from attrs import frozen

from eventx.evaluation.figures import Figures, figures_of
from eventx.evaluation.scoring import ALL, Evaluation
from eventx.evaluation.tallies import COUNTS, Tally

COMPARED = (
    "trigger_f1",
    "argument_f1",
    "date_f1",
    "date_accuracy",
    "modality_accuracy",
    "asserted_accuracy",
    "nonasserted_f1",
    "cluster_f1",
    "about_f1",
)

RESAMPLES = 2000


@frozen(kw_only=True)
class Difference:
    """How one figure of A compares with that of B.

    Attributes:
        figure: Its name.
        a, b: The figure over all articles.
        difference: A's less B's.
        low, high: The middle 95 % of the differences in the resamples.
        not_better: The share of resamples in which A is no better than B.
    """

    figure: str
    a: float
    b: float
    difference: float
    low: float
    high: float
    not_better: float


def compare(a: Evaluation, b: Evaluation, *, resamples: int = RESAMPLES, seed: int = 0) -> tuple[Difference, ...]:
    """Compare two sets of predictions for the same gold.

    The articles are drawn again and again, with replacement and the same ones for A and B, and the figures computed of
    each draw. How much their difference varies shows how far the one over all articles can be trusted.

    Args:
        a: One evaluation.
        b: The other, of the same gold articles in the same order.
        resamples: How often to draw, at least 2.
        seed: Of the random numbers: the same seed gives the same answer.

    Returns:
        One for each figure that is defined for both.
    """
    if [article.gold.id for article in a.articles] != [article.gold.id for article in b.articles]:
        raise ValueError("the two evaluations are not of the same gold articles")
    drawn = list(zip(*(_resampled(one.tallies, resamples, seed) for one in (a, b)), strict=True))
    differences = []
    for name in COMPARED:
        whole = _difference(a.figures[ALL], b.figures[ALL], name)
        sample = [apart for pair in drawn if (apart := _difference(pair[0], pair[1], name)) is not None]
        if whole is None or len(sample) < 2:
            continue
        edges = statistics.quantiles(sample, n=40, method="inclusive")
        differences.append(
            Difference(
                figure=name,
                a=a.figures[ALL][name] or 0.0,
                b=b.figures[ALL][name] or 0.0,
                difference=whole,
                low=edges[0],
                high=edges[-1],
                not_better=sum(apart <= 0 for apart in sample) / len(sample),
            )
        )
    return tuple(differences)


def _difference(a: Figures, b: Figures, name: str) -> float | None:
    one, other = a[name], b[name]
    return None if one is None or other is None else one - other


def _resampled(tallies: Sequence[Tally], resamples: int, seed: int) -> Iterator[Figures]:
    """The figures of each draw; a seed draws the same articles whatever the tallies."""
    generator = random.Random(seed)
    numbers = range(len(tallies))
    columns = list(zip(*map(attrs.astuple, tallies), strict=True))
    for _ in range(resamples):
        drawn = Counter(generator.choices(numbers, k=len(numbers)))
        times = [drawn[number] for number in numbers]
        sums = (sum(map(operator.mul, column, times)) for column in columns)
        yield figures_of(Tally(**dict(zip(COUNTS, sums, strict=True))), links=True)
