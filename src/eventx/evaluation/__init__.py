"""Scoring extractors against gold annotation, and reading what they do wrong."""

from eventx.evaluation.bootstrap import RESAMPLES, Difference, compare
from eventx.evaluation.calibration import Bin, Calibration, calibrate
from eventx.evaluation.disagreements import KINDS, Disagreement, disagreements
from eventx.evaluation.figures import Figures
from eventx.evaluation.gold import GoldArgument, GoldArticle, GoldMention, read_gold
from eventx.evaluation.scoring import ALL, Evaluation, evaluate

__all__ = [
    "ALL",
    "KINDS",
    "RESAMPLES",
    "Bin",
    "Calibration",
    "Difference",
    "Disagreement",
    "Evaluation",
    "Figures",
    "GoldArgument",
    "GoldArticle",
    "GoldMention",
    "calibrate",
    "compare",
    "disagreements",
    "evaluate",
    "read_gold",
]
