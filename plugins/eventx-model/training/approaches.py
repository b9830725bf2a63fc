"""Compare ways of making the extractor: the table of the model card.

    python plugins/eventx-model/training/approaches.py TRAIN.jsonl DEV.jsonl [NAME ...]

Every approach is trained on TRAIN.jsonl and on the first of the invented articles (with all of them it would take an
hour), and chooses by its held-out predictions of the former; DEV.jsonl is only reported on. Time is that of the
extractor alone, on articles that are parsed already. Gradient boosting is left out unless lightgbm and scipy are
installed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import eventx_model.extractor
import examples
import learning
from annotated import Annotated, annotate, read_annotated
from attrs import evolve
from boosting import Boosted, boost
from eventx_model.article import Candidate, read_article
from eventx_model.weights import Weights
from eventx_model.words import Vocabulary
from eventx_rules.extractor import RuleExtractor
from fitting import Recipe, fit
from learning import Choices, figures, predict
from prose import read_prose
from train import train

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from eventx.analysis import Analysis, ParsedSentence
    from eventx.model import EventMention

_LINEAR = Recipe(hidden=0, members=1, rounds=20)
_ALIKE = Choices(triggers=_LINEAR, roles=_LINEAR, modality=evolve(_LINEAR, batch=64))


def _without_vectors(choices: Choices) -> Choices:
    changed = {name: evolve(getattr(choices, name), vectors=False) for name in ("triggers", "roles", "modality")}
    return evolve(choices, **changed)


APPROACHES: Mapping[str, Choices] = {
    "linear, hashed features": _without_vectors(_ALIKE),
    "linear, and word vectors": _ALIKE,
    "network, hashed features": _without_vectors(Choices()),
    "network, and word vectors": Choices(),
    "network, and the rules' findings": Choices(),
    "boosted trees, hashed features": _without_vectors(Choices()),
    "boosted trees, and word vectors": Choices(),
}


@contextmanager
def boosted() -> Iterator[None]:
    """While it lasts, trees are fitted and not networks."""
    module: Any = learning
    module.fit = boost
    try:
        yield
    finally:
        module.fit = fit


@contextmanager
def told_by_rules() -> Iterator[None]:
    """While it lasts, every candidate is told which rule found it."""
    extractor = RuleExtractor()

    def read(analysis: Analysis, parsed: Sequence[ParsedSentence], vocabulary: Vocabulary) -> list[Candidate]:
        found = list(extractor.extract([analysis]))
        return [_told(candidate, found) for candidate in read_article(analysis, parsed, vocabulary)]

    modules: tuple[Any, ...] = (eventx_model.extractor, examples)
    for module in modules:
        module.read_article = read
    try:
        yield
    finally:
        for module in modules:
            module.read_article = read_article


def _told(candidate: Candidate, found: Sequence[EventMention]) -> Candidate:
    start = candidate.sentence.source.start(candidate.token)
    here = [one for one in found if one.trigger.start <= start < one.trigger.end]
    names = [name for one in here for name in (f"rule={one.type}", f"rule={one.type},{one.rule}")]
    return evolve(candidate, example=evolve(candidate.example, names=[*candidate.example.names, *names]))


def row(
    name: str,
    choices: Choices,
    articles: Sequence[Annotated],
    dev: Sequence[Annotated],
    besides: Sequence[Annotated] = (),
) -> str:
    """A line of the table."""
    weights, held_out = train(articles, choices, besides)
    predict(weights, dev)
    began = time.process_time()
    mentions = predict(weights, dev)
    milliseconds = 1000 * (time.process_time() - began) / len(dev)
    cells = [f"{some[key] or 0:.3f}" for some in (held_out, figures(dev, mentions)) for key in _SHOWN]
    return f"| {' | '.join((name, *cells, f'{megabytes(weights):.1f}', f'{milliseconds:.1f}'))} |"


def megabytes(weights: Weights) -> float:
    """What the weights take on disk."""
    trees = [network for network in weights.networks.values() if isinstance(network, Boosted)]
    if trees:
        return sum(network.size for network in trees) / 1e6
    with TemporaryDirectory() as folder:
        path = Path(folder, "weights.npz")
        weights.save(path)
        return path.stat().st_size / 1e6


_SHOWN = ("trigger_f1", "argument_f1")
HEAD = """\
| approach | held-out trigger F1 | argument F1 | dev trigger F1 | argument F1 | MB of weights | ms an article |
|---|---|---|---|---|---|---|"""


def _circumstances(name: str) -> AbstractContextManager[None]:
    if "rules" in name:
        return told_by_rules()
    return boosted() if "boosted" in name else nullcontext()


def main(train_path: str, dev_path: str, *names: str, read: Callable[[str], list[Annotated]] = read_annotated) -> None:
    """Print the table."""
    articles, dev, besides = read(train_path), read(dev_path), annotate(read_prose(files="first-*.txt"))
    sys.stdout.write(HEAD + "\n")
    for name, choices in APPROACHES.items():
        if (names and name not in names) or ("boosted" in name and not find_spec("lightgbm")):
            continue
        with _circumstances(name):
            sys.stdout.write(row(name, choices, articles, dev, besides) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
