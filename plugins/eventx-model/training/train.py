"""Train the networks of eventx-model, from a gold file to the weights in the package.

    python plugins/eventx-model/training/train.py TRAIN.jsonl [--dev DEV.jsonl] [--output WEIGHTS.npz]
    python plugins/eventx-model/training/train.py TRAIN.jsonl [--dev DEV.jsonl] --check

TRAIN.jsonl is annotated news as ``eventx evaluate`` reads it. Held-out predictions on it choose how confident a mention
and how likely a filler must be; the articles of our own in ``prose`` are learnt from besides. DEV.jsonl is only
reported on. With --check nothing is written: it fails if a figure is farther than 0.005 from the one recorded in
figures.json when the weights of the package were trained.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from annotated import Annotated, annotate, read_annotated
from attrs import evolve
from eventx_model.weights import Weights
from learning import (
    Choices,
    best_asserted,
    best_threshold,
    calibration,
    figures,
    held_out,
    learn,
    predict,
    predict_held_out,
)
from prose import read_prose

from eventx.evaluation.figures import Figures

DATA = Path(__file__).parents[1] / "src" / "eventx_model" / "data" / "weights.npz"
FIGURES = Path(__file__).with_name("figures.json")
RECORDED = ("trigger_f1", "argument_f1", "nonasserted_f1")
TOLERANCE = 0.005
# How likely what fills a role must be. Lower (0.3) is better for the model alone, but not beside the rules: a role that
# they leave empty is mostly empty. A second filler of a role must be likelier.
_FILLERS = {"least_filler": 0.44, "second_filler": 0.6}
# Words that are triggers less often are learnt from, too, but the finished extractor does not look at them: that saves
# a tenth of its time and loses nothing.
_LOOKED_AT = 0.16


def train(
    articles: Sequence[Annotated], choices: Choices | None = None, besides: Sequence[Annotated] = ()
) -> tuple[Weights, Figures]:
    """Train on these articles.

    Args:
        articles: What is learnt from, and, held out, chosen by.
        choices: What is chosen by hand.
        besides: What is learnt from only.

    Returns:
        The weights, and the figures of held-out predictions.
    """
    choices = choices or Choices()
    parts = held_out(articles, choices, besides)
    settings: dict[str, Any] = {"calibration": calibration(articles, predict_held_out(parts, {"least_filler": 1.1}))}
    settings |= {**_FILLERS, "asserted": best_asserted(parts)}
    mentions = predict_held_out(parts, {**settings, "threshold": choices.floor})
    threshold = settings["threshold"] = best_threshold(articles, mentions)
    weights = learn([*articles, *besides], choices)
    settings["shares"] = {word: share for word, share in weights.settings["shares"].items() if share >= _LOOKED_AT}
    return evolve(weights, settings={**weights.settings, **settings}), figures(articles, mentions, threshold)


def line(name: str, result: Figures) -> str:
    """Figures in a line."""
    shown = ("trigger_p", "trigger_r", "trigger_f1", "argument_p", "argument_r", "argument_f1", "nonasserted_f1")
    return f"{name:12}" + "  ".join(f"{key} {result[key] or 0:.3f}" for key in shown)


def misses(recorded: Mapping[str, Figures], found: Mapping[str, Figures]) -> list[str]:
    """The figures that are farther from the recorded ones than they may be."""
    return [
        f"{name} {key}: {found[name][key]:.3f}, recorded {value:.3f}"
        for name, some in recorded.items()
        if name in found
        for key, value in some.items()
        if abs((found[name][key] or 0) - (value or 0)) > TOLERANCE
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, report and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("--dev")
    parser.add_argument("--output", default=DATA)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args(arguments)
    articles = read_annotated(given.gold)
    weights, result = train(articles, besides=annotate(read_prose()))
    found = {"held out": result}
    if given.dev:
        dev = read_annotated(given.dev)
        found["dev"] = figures(dev, predict(weights, dev))
    for name, some in found.items():
        sys.stdout.write(line(name, some) + "\n")
    if given.check:
        wrong = misses(json.loads(FIGURES.read_text(encoding="utf-8")), found)
        sys.exit("not as recorded:\n" + "\n".join(wrong) if wrong else 0)
    weights.save(given.output)
    sys.stdout.write(f"{given.output}: {Path(given.output).stat().st_size} bytes\n")
    if Path(given.output) == DATA:
        recorded = {name: {key: round(some[key] or 0, 4) for key in RECORDED} for name, some in found.items()}
        FIGURES.write_text(json.dumps(recorded, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
