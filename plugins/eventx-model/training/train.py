"""Train the heads of eventx-model, from a gold file to the weights in the package.

    python plugins/eventx-model/training/train.py TRAIN.jsonl [--dev DEV.jsonl] [--output WEIGHTS.npz]

TRAIN.jsonl is annotated news as ``eventx evaluate`` reads it. Held-out predictions on it choose how confident a mention
and how likely a filler must be. DEV.jsonl is only reported on.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from annotated import Annotated, read_annotated
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
    score_of,
)

from eventx.evaluation.figures import Figures

DATA = Path(__file__).parents[1] / "src" / "eventx_model" / "data" / "weights.npz"
_FILLERS = (0.15, 0.2, 0.25, 0.3, 0.35)
# A second filler of a role must be so much likelier than a first one.
_SECOND = 0.2


def train(articles: Sequence[Annotated], choices: Choices | None = None) -> tuple[Weights, Figures]:
    """Train on these articles.

    Returns:
        The weights, and the figures of held-out predictions.
    """
    choices = choices or Choices()
    parts = held_out(articles, choices)
    settings: dict[str, Any] = {"calibration": calibration(articles, predict_held_out(parts, {"least_filler": 1.1}))}
    settings["asserted"] = best_asserted(parts)
    tried = []
    for least in _FILLERS:
        fillers = {"least_filler": least, "second_filler": round(least + _SECOND, 3)}
        mentions = predict_held_out(parts, {**settings, **fillers, "threshold": choices.floor})
        threshold = best_threshold(articles, mentions)
        tried.append((score_of(figures(articles, mentions, threshold)), fillers, threshold, mentions))
    _, fillers, threshold, mentions = max(tried, key=lambda one: one[0])
    settings |= {**fillers, "threshold": threshold}
    weights = learn(articles, choices)
    return evolve(weights, settings={**weights.settings, **settings}), figures(articles, mentions, threshold)


def line(name: str, result: Figures) -> str:
    """Figures in a line."""
    shown = ("trigger_p", "trigger_r", "trigger_f1", "argument_p", "argument_r", "argument_f1", "nonasserted_f1")
    return f"{name:12}" + "  ".join(f"{key} {result[key] or 0:.3f}" for key in shown)


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, report and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("--dev")
    parser.add_argument("--output", default=DATA)
    given = parser.parse_args(arguments)
    articles = read_annotated(given.gold)
    weights, result = train(articles)
    sys.stdout.write(line("held out", result) + "\n")
    weights.save(given.output)
    if given.dev:
        dev = read_annotated(given.dev)
        sys.stdout.write(line("dev", figures(dev, predict(weights, dev), weights.settings["threshold"])) + "\n")
    sys.stdout.write(f"{given.output}: {Path(given.output).stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
