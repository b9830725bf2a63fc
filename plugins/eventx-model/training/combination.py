"""Fit how the mentions of eventx-rules and eventx-model are put together.

    python plugins/eventx-model/training/combination.py TRAIN.jsonl [--report GOLD.jsonl ...]

What the model says of TRAIN.jsonl is held out: every article is read by weights that have not seen it, and only where
the rules' screen admits a sentence, as in a run of the two. The rules were written with these articles at hand and know
them too well, so a mention of theirs counts as missing, when it is asked how good mentions are that only the model
gives, unless the same rule finds the same word in another article, too. Written is eventx's own table of combinations.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotated import Annotated, annotate, read_annotated
from eventx_model.weights import Weights
from eventx_rules.extractor import RuleExtractor
from learning import Choices, figures, held_out, logistic, predict, predict_held_out
from prose import read_prose
from train import line

import eventx.extraction
from eventx.evaluation.matching import match_articles
from eventx.extraction.combine import Combination, odds, pair, unite
from eventx.model import EventMention

TABLE = Path(eventx.extraction.__file__).with_name("combinations.toml")
HEAD = (
    "# How to put together extractors that were measured together; written by training/combination.py of eventx-model."
)
NAMES = ("rules", "model")
_CHOSEN = ("calibration", "threshold", "least_filler", "second_filler", "asserted")
# A mention more likely wrong than right is left out. Not fitted: on articles that the rules know well, more would go.
_LEAST = 0.5

Mentions = Sequence[EventMention]
Case = tuple[Sequence[float], bool]
Pairs = list[tuple[EventMention | None, EventMention | None]]


def supported(mentions: Mentions) -> list[EventMention]:
    """The mentions of rules that find the same word in other articles, too."""
    articles = defaultdict(set)
    for mention in mentions:
        articles[_finding(mention)].add(mention.article_id)
    return [mention for mention in mentions if len(articles[_finding(mention)]) > 1]


def _finding(mention: EventMention) -> tuple[str, str | None, str]:
    return mention.type, mention.rule, mention.trigger.text.lower()


def _by_article(rules: Mentions, model: Mentions) -> Iterator[tuple[list[EventMention], list[EventMention]]]:
    layers: defaultdict[str, tuple[list[EventMention], list[EventMention]]] = defaultdict(lambda: ([], []))
    for number, mentions in enumerate((rules, model)):
        for mention in mentions:
            layers[mention.article_id][number].append(mention)
    yield from layers.values()


def united(rules: Mentions, model: Mentions, combination: Combination) -> list[EventMention]:
    """The mentions of all articles, put together."""
    return [mention for layers in _by_article(rules, model) for mention in unite(*layers, NAMES, combination)[0]]


def _judged(articles: Sequence[Annotated], rules: Mentions, model: Mentions) -> tuple[Pairs, list[bool]]:
    """What each extractor says of every mention, and whether the mention is right."""
    pairs = [one for layers in _by_article(rules, model) for one in pair(*layers)]
    mentions = [one or other for one, other in pairs]
    matched = match_articles([article.gold for article in articles], [m for m in mentions if m is not None])[0]
    right = {id(found.predicted) for article in matched for found in article.matched}
    return pairs, [id(mention) in right for mention in mentions]


def fit(articles: Sequence[Annotated], rules: Mentions, model: Mentions) -> Combination:
    """Fit the combination to what the rules and the held-out model say of annotated articles."""
    both: list[Case] = []
    alone: dict[str, list[Case]] = {name: [] for name in NAMES}
    for (one, other), right in zip(*_judged(articles, rules, model), strict=True):
        if one and other:
            both.append(([odds(one.confidence), odds(other.confidence)], right))
        elif one:
            alone[NAMES[0]].append(([odds(one.confidence)], right))
    sure = supported(rules)
    types = {(mention.article_id, mention.type) for mention in sure}
    for (one, other), right in zip(*_judged(articles, sure, model), strict=True):
        if other and not one and (other.article_id, other.type) in types:
            alone[NAMES[1]].append(([odds(other.confidence)], right))
    return Combination(
        agreed=_three(logistic(both)),
        alone={name: _two(logistic(cases)) for name, cases in alone.items()},
        least=_LEAST,
    )


def _screened(mentions: Mentions, extractor: RuleExtractor) -> list[EventMention]:
    """The mentions in sentences that the rules' screen admits: beside the rules, the model reads no others."""
    return [mention for mention in mentions if mention.sentence is None or extractor.screen(mention.sentence.text)]


def _two(numbers: Sequence[float]) -> tuple[float, float]:
    constant, factor = numbers
    return constant, factor


def _three(numbers: Sequence[float]) -> tuple[float, float, float]:
    constant, one, other = numbers
    return constant, one, other


def toml(combination: Combination) -> Iterator[str]:
    """The lines of the table."""
    yield HEAD
    yield "[[combination]]"
    yield f"of = {list(NAMES)}".replace("'", '"')
    yield f"agreed = {list(combination.agreed)}"
    for name, numbers in combination.alone.items():
        yield f"alone.{name} = {list(numbers)}"
    yield f"least = {combination.least}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, write and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("--report", nargs="*", default=())
    given = parser.parse_args(arguments)
    articles, weights, extractor = read_annotated(given.gold), Weights.load(), RuleExtractor()
    chosen = {name: weights.settings[name] for name in _CHOSEN}
    model = _screened(predict_held_out(held_out(articles, Choices(), annotate(read_prose())), chosen), extractor)
    rules = list(extractor.extract([one.analysis for one in articles]))
    combination = fit(articles, rules, model)
    TABLE.write_text("\n".join(toml(combination)) + "\n", encoding="utf-8")
    sys.stdout.write(TABLE.read_text(encoding="utf-8"))
    for path in given.report:
        some = read_annotated(path)
        rules, model = list(extractor.extract([one.analysis for one in some])), predict(weights, some)
        both = united(rules, _screened(model, extractor), combination)
        for name, found in (("rules", rules), ("model", model), ("both", both)):
            sys.stdout.write(f"{Path(path).stem}: {line(name, figures(some, found))}\n")


if __name__ == "__main__":
    main()
