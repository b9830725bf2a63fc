"""Measure how often each rule is right, and write data/confidence.toml.

    python plugins/eventx-rules/tools/measure_confidence.py GOLD.jsonl [TABLE.inc]

GOLD.jsonl is annotated news as ``eventx evaluate`` reads it. What is printed (and written to TABLE.inc, for the
documentation) is a reliability table by two-fold cross-validation: each half of the articles is judged by confidences
measured on the other half.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attrs import evolve
from eventx_rules.confidence import Confidence, measure
from eventx_rules.extractor import RuleExtractor

from eventx.analysis import Analyser
from eventx.evaluation.calibration import Calibration, calibrate
from eventx.evaluation.gold import GoldArticle, read_gold
from eventx.evaluation.matching import MatchedArticle, match_articles
from eventx.model import Article, EventMention

DATA = Path(__file__).parents[1] / "src" / "eventx_rules" / "data" / "confidence.toml"
HEAD = "# How often each rule was right on annotated news; written by tools/measure_confidence.py, not by hand.\n"


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
        yield from ((pair.predicted.type, pair.predicted.rule or "", True) for pair in article.matched)
        yield from ((mention.type, mention.rule or "", False) for mention in article.spurious)


def judged(articles: Sequence[MatchedArticle]) -> Calibration:
    """How well confidences measured on every other article predict the rest."""
    halves = articles[::2], articles[1::2]
    out = []
    for judged_half, measured_half in (halves, halves[::-1]):
        confidence = measure(outcomes(measured_half))
        out += [
            evolve(
                article,
                matched=[evolve(pair, predicted=_with(pair.predicted, confidence)) for pair in article.matched],
                spurious=[_with(mention, confidence) for mention in article.spurious],
            )
            for article in judged_half
        ]
    return calibrate(out)


def _with(mention: EventMention, confidence: Confidence) -> EventMention:
    return evolve(mention, confidence=confidence.of_rule(mention.type, mention.rule or "", mention.confidence))


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
    yield HEAD + "[shares]"
    for key, share in sorted(confidence.shares.items()):
        yield f'"{key}" = {share:.3f}'


def main(path: str, out: str | None = None) -> None:
    """Measure on the articles of a gold file."""
    gold = read_gold(path)
    write(match_articles(gold, extract(gold, RuleExtractor()))[0], out)


def write(articles: Sequence[MatchedArticle], out: str | None = None) -> None:
    """Write the confidences, and the reliability table where it is asked for."""
    lines = "\n".join(table(judged(articles))) + "\n"
    sys.stdout.write(lines)
    if out:
        Path(out).write_text(lines, encoding="utf-8")
    DATA.write_text("\n".join(toml(measure(outcomes(articles)))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
