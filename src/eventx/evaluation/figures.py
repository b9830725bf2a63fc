"""From counts to figures: precision, recall, F1 and accuracies."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from eventx.evaluation.tallies import Tally

Figures = Mapping[str, float | None]


def figures_of(tally: Tally, *, links: bool = False) -> Figures:
    """The figures that some counts add up to, by name.

    Args:
        tally: The counts.
        links: Whether clusters and `about` were counted.

    Returns:
        ``gold`` and ``predicted`` (numbers of mentions), ``dated`` (matched mentions that gold dates); ``_p``, ``_r``
        and ``_f1`` of ``trigger``, ``argument``, ``date``, and of ``cluster`` and ``about`` if ``links``;
        ``date_accuracy``, ``modality_accuracy``, ``asserted_accuracy``, ``nonasserted_f1``. None where nothing was
        there to be right about.
    """
    figures: dict[str, float | None] = {"gold": int(tally.gold), "predicted": int(tally.predicted)}
    figures |= _named("trigger", tally.matched, tally.predicted, tally.gold)
    figures |= _named("argument", tally.right_arguments, tally.predicted_arguments, tally.gold_arguments)
    figures |= _named("date", tally.right_dates, tally.predicted_dates, tally.gold_dates)
    figures["date_accuracy"] = _share(tally.right_dates, tally.gold_dates)
    figures["dated"] = int(tally.gold_dates)
    figures["modality_accuracy"] = _share(tally.right_modality, tally.matched)
    figures["asserted_accuracy"] = _share(tally.right_assertedness, tally.matched)
    nonasserted = _named("nonasserted", tally.right_nonasserted, tally.predicted_nonasserted, tally.gold_nonasserted)
    figures["nonasserted_f1"] = nonasserted["nonasserted_f1"] if tally.matched else None
    if links:
        precision, recall = _share(tally.cluster_precision, tally.matched), _share(tally.cluster_recall, tally.matched)
        figures |= {"cluster_p": precision, "cluster_r": recall}
        figures["cluster_f1"] = None if precision is None or recall is None else _f1(precision, recall)
        about = _named("about", tally.right_about, tally.predicted_about, tally.gold_about)
        figures |= about if tally.matched else dict.fromkeys(about)
    return MappingProxyType(figures)


def _named(name: str, right: float, predicted: float, gold: float) -> dict[str, float | None]:
    precision = right / predicted if predicted else 0.0
    recall = right / gold if gold else 0.0
    return {f"{name}_p": precision, f"{name}_r": recall, f"{name}_f1": _f1(precision, recall)}


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None
