"""Measure how often each rule is right, and write data/confidence.toml.

    python plugins/eventx-rules/tools/measure_confidence.py GOLD.jsonl UNSEEN.jsonl … [--table TABLE.inc]

All are annotated news as ``eventx evaluate`` reads it. GOLD is what the rules were written on: it tells which rules are
better than others, though all look better on it than they are. UNSEEN is news that no rule was written for: it tells
how much that, and the company and the arguments of a mention, are worth. What is printed (and written to TABLE.inc, for
the documentation) is a reliability table of UNSEEN by cross-validation: each half of the articles is judged by what was
measured on the other half.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from attrs import evolve
from eventx_rules.confidence import SIGNS, Confidence, measure, signs
from eventx_rules.extractor import RuleExtractor

from eventx.analysis import Analyser
from eventx.evaluation.calibration import Calibration, calibrate
from eventx.evaluation.gold import GoldArticle, read_gold
from eventx.evaluation.matching import MatchedArticle, match_articles
from eventx.model import Article, EventMention

DATA = Path(__file__).parents[1] / "src" / "eventx_rules" / "data" / "confidence.toml"
HEAD = "# How often each rule was right on annotated news; written by tools/measure_confidence.py, not by hand.\n"
# What the weights are drawn to where little is known: the share of the rule is taken as it is, the rest tells nothing.
PRIOR = np.array([0.0, 1.0, 0.0, 0.0, 0.0])
STRENGTH = np.array([0.1, 1.0, 1.0, 1.0, 1.0])


def extract(gold: Sequence[GoldArticle], extractor: RuleExtractor) -> Iterator[EventMention]:
    """The mentions that the rules find in the articles of gold."""
    analyser = Analyser()
    for one in gold:
        analysis = analyser.analyse(Article(id=one.id, text=one.text))
        analyser.parse([(analysis, [i for i, s in enumerate(analysis.sentences) if extractor.screen(s.text)])])
        yield from extractor.extract([analysis])


def outcomes(articles: Iterable[MatchedArticle]) -> Iterator[tuple[str, str, bool]]:
    """Type, rule and rightness of every mention found."""
    for article in articles:
        for mention, right in judged(article):
            yield mention.type, mention.rule or "", right


def judged(article: MatchedArticle) -> Iterator[tuple[EventMention, bool]]:
    """The mentions found in an article, each with whether it is right."""
    yield from ((pair.predicted, True) for pair in article.matched)
    yield from ((mention, False) for mention in article.spurious)


def fit(articles: Sequence[MatchedArticle], shares: Confidence) -> Confidence:
    """Weigh what tells right from wrong, by logistic regression."""
    rows, right = [], []
    for article in articles:
        mentions = list(judged(article))
        company = Counter(mention.type for mention, _ in mentions)
        for mention, is_right in mentions:
            share = of_rule(shares, mention)
            rows.append(signs(share, company[mention.type] - 1, bare=not mention.arguments))
            right.append(float(is_right))
    known, answers, weights = np.array(rows), np.array(right), PRIOR.copy()
    for _ in range(30):
        expected = 1 / (1 + np.exp(-known @ weights))
        slope = known.T @ (expected - answers) + STRENGTH * (weights - PRIOR)
        bend = (known.T * (expected * (1 - expected))) @ known + np.diag(STRENGTH)
        weights = weights - np.linalg.solve(bend, slope)
    return evolve(shares, weights=dict(zip(SIGNS, weights.tolist(), strict=True)))


def of_rule(shares: Confidence, mention: EventMention) -> float:
    """The share of right mentions of a mention's rule."""
    return shares.of_rule(mention.type, mention.rule or "", mention.confidence)


def cross_validated(articles: Sequence[MatchedArticle], shares: Confidence) -> Calibration:
    """How well weights measured on every other article predict the rest."""
    halves = articles[::2], articles[1::2]
    return calibrate(
        [
            weighed(article, fit(measured_half, shares))
            for judged_half, measured_half in (halves, halves[::-1])
            for article in judged_half
        ]
    )


def weighed(article: MatchedArticle, confidence: Confidence) -> MatchedArticle:
    """An article with the confidences of its mentions as they would be."""
    company = Counter(mention.type for mention, _ in judged(article))

    def of(mention: EventMention) -> EventMention:
        plain = evolve(mention, confidence=of_rule(confidence, mention))
        return evolve(mention, confidence=confidence.of_mention(plain, company[mention.type] - 1))

    return evolve(
        article,
        matched=tuple(evolve(pair, predicted=of(pair.predicted)) for pair in article.matched),
        spurious=tuple(of(mention) for mention in article.spurious),
    )


def table(calibration: Calibration) -> Iterator[str]:
    """The reliability table, in Markdown."""
    yield "| confidence | mentions | expected right | right |"
    yield "|---|---|---|---|"
    for one in calibration.bins:
        yield f"| {one.low:.1f} to {one.high:.1f} | {one.mentions} | {one.predicted:.0%} | {one.observed:.0%} |"
    yield ""
    yield f"Expected calibration error: {calibration.error:.3f}."


def toml(confidence: Confidence) -> Iterator[str]:
    """The lines of confidence.toml."""
    yield HEAD + "\n# Log-odds of what tells right from wrong on news that no rule was written for.\n[weights]"
    for sign, weight in confidence.weights.items():
        yield f"{sign} = {weight:.2f}"
    yield "\n[shares]"
    for key, share in sorted(confidence.shares.items()):
        yield f'"{key}" = {share:.3f}'


def matched(paths: Iterable[str]) -> Sequence[MatchedArticle]:
    """What the rules find in gold files, beside what is there; an article that is in two files counts once."""
    gold = {one.id: one for path in paths for one in read_gold(path)}
    return match_articles(list(gold.values()), extract(list(gold.values()), RuleExtractor(confidence=Confidence())))[0]


def write(known: Sequence[MatchedArticle], unseen: Sequence[MatchedArticle], out: str | None = None) -> None:
    """Write the confidences, and the reliability table where it is asked for."""
    shares = measure(outcomes(known))
    lines = "\n".join(table(cross_validated(unseen, shares))) + "\n"
    sys.stdout.write(lines)
    if out:
        Path(out).write_text(lines, encoding="utf-8")
    DATA.write_text("\n".join(toml(fit(unseen, shares))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("unseen", nargs="+")
    parser.add_argument("--table")
    given = parser.parse_args()
    write(matched([given.gold]), matched(given.unseen), given.table)
