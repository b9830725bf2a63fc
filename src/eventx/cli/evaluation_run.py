"""What ``eventx evaluate`` does before anything is shown: read gold, run extractors, and report in plain objects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import attrs
from attrs import frozen

from eventx.cli.session import tell, with_progress
from eventx.errors import EventxError, SourceError
from eventx.evaluation import Evaluation, calibrate, compare, disagreements, evaluate, read_gold
from eventx.evaluation.fitting import fitting
from eventx.evaluation.tallies import By
from eventx.evaluation.timexes import TimexLine, evaluate_timexes, read_timex_gold, read_timex_lines
from eventx.model import Article, EventMention
from eventx.pipeline import Failure, Pipeline, Settings
from eventx.pipeline.mention_files import read_mentions

T = TypeVar("T")

Report = dict[str, Any]


@frozen(kw_only=True)
class Wanted:
    """What a report is to hold.

    Attributes:
        by: Group figures by type or source.
        errors: How many errors of each kind to list.
        kinds: Of which kinds.
        calibration: Whether to compare confidence with what is right.
        compare: Whether to compare the two.
        resamples, seed: Of the bootstrap.
    """

    by: By | None = None
    errors: int = 0
    kinds: tuple[str, ...] = ()
    calibration: bool = False
    compare: bool = False
    resamples: int = 0
    seed: int = 0


class EvaluationRun:
    """Runs what is to be scored; pipelines share their plugins, and each failure is told once.

    Args:
        settings: Of the pipelines, but for the extractor.
        quiet: Whether to show no progress.

    Attributes:
        failed: What failed while the rest went on.
    """

    def __init__(self, settings: Settings, *, quiet: bool) -> None:
        self.settings, self.quiet = settings, quiet
        self.failed: set[str] = set()
        self._first: Pipeline | None = None

    def mentions(self, path: str, predicted: Iterable[str], extractors: Iterable[str], wanted: Wanted) -> Report:
        """Score event mentions: those in files, and those that extractors find.

        Raises:
            EventxError: If the gold file is not sound, a file cannot be read, or an extractor cannot be had.
        """
        types = self._pipeline(self.settings.extractor).catalogue
        gold = _sound(partial(read_gold, types=types), path)
        systems = [(name, read_mentions(name, self._fail)) for name in predicted]
        systems += [(name, self._extracted(name, path)) for name in extractors]
        scored = [(name, evaluate(gold, fitting(gold, found, self._fail), by=wanted.by)) for name, found in systems]
        report: Report = {
            "gold": path,
            "articles": len(gold),
            "mentions": sum(len(article.mentions) for article in gold),
            "systems": [_system(name, evaluation, wanted) for name, evaluation in scored],
        }
        if wanted.compare:
            (a, one), (b, other) = scored
            differences = compare(one, other, resamples=wanted.resamples, seed=wanted.seed)
            report["comparison"] = {"a": a, "b": b, "resamples": wanted.resamples, "seed": wanted.seed}
            report["comparison"]["differences"] = [_row(difference) for difference in differences]
        return report

    def timexes(self, path: str, predicted: Iterable[str], wanted: Wanted) -> Report:
        """Score temporal expressions: those in files, or else those that eventx finds.

        Raises:
            EventxError: If the gold file is not sound, or a file cannot be read.
        """
        gold = _sound(read_timex_gold, path)
        systems = [(name, read_timex_lines(name, gold, on_error=self._fail)) for name in predicted]
        scored = [
            (name, evaluate_timexes(gold, found)) for name, found in systems or [("eventx", self._timexes_of(path))]
        ]
        return {
            "gold": path,
            "articles": len(gold),
            "timexes": sum(len(article.timexes) for article in gold),
            "systems": [
                {
                    "name": name,
                    "figures": _rounded(evaluation.figures),
                    "errors": _first_of_each(map(_row, evaluation.disagreements), wanted.errors),
                }
                for name, evaluation in scored
            ],
        }

    def _extracted(self, extractor: str, gold: str) -> Iterator[EventMention]:
        """The mentions on the timeline of the gold articles, which is built when the first is asked for."""
        pipeline = self._pipeline(extractor)
        timeline = pipeline.timeline(self._articles(pipeline, gold))
        pipeline.finish()
        for event in timeline:
            yield from event.mentions

    def _timexes_of(self, gold: str) -> Iterator[tuple[str, TimexLine]]:
        pipeline = self._pipeline("rules")
        for article, found in pipeline.timexes(self._articles(pipeline, gold)):
            for timex in found:
                yield article.id, TimexLine(span=timex.span, type=timex.type, value=timex.value)
        pipeline.finish()

    def _articles(self, pipeline: Pipeline, gold: str) -> Iterator[Article]:
        """The gold articles as every other article is read: with their boilerplate, and dates that are not given."""
        if Path(gold).suffix.lower() != ".jsonl":
            raise SourceError("cannot be read as articles, for its name does not end in .jsonl", source=gold)
        return with_progress(pipeline.read([gold]), quiet=self.quiet)

    def _pipeline(self, extractor: str) -> Pipeline:
        def on_failure(failure: Failure) -> None:
            self._fail(failure.error)

        settings = attrs.evolve(self.settings, extractor=extractor)
        pipeline = Pipeline(settings, on_failure=on_failure, host=self._first.host if self._first else None)
        self._first = self._first or pipeline
        return pipeline

    def _fail(self, error: EventxError) -> None:
        if self.settings.strict:
            raise error
        if str(error) not in self.failed:
            self.failed.add(str(error))
            tell(str(error))


def _sound(read: Callable[..., T], path: str | Path) -> T:
    """Read gold, all of it: figures over the lines that happen to be well-formed would mislead."""
    problems: list[SourceError] = []
    gold = read(path, on_error=problems.append)
    for problem in problems[:-1]:
        tell(str(problem))
    if problems:
        raise problems[-1]
    return gold


def _system(name: str, evaluation: Evaluation, wanted: Wanted) -> Report:
    found = (one for one in disagreements(evaluation.articles) if not wanted.kinds or one.kind in wanted.kinds)
    report: Report = {
        "name": name,
        "figures": {key: _rounded(figures) for key, figures in evaluation.figures.items()},
        "elsewhere": evaluation.elsewhere,
        "errors": _first_of_each(map(_row, found), wanted.errors),
    }
    if wanted.calibration:
        report["calibration"] = attrs.asdict(calibrate(evaluation.articles), value_serializer=_serialized)
    return report


def _first_of_each(rows: Iterable[Report], number: int) -> list[Report]:
    """The first rows of each kind, in their order."""
    seen: Counter[str] = Counter()
    kept = []
    for row in rows if number else ():
        seen[row["kind"]] += 1
        if seen[row["kind"]] <= number:
            kept.append(row)
    return kept


def _row(value: Any) -> Report:
    return attrs.asdict(value, value_serializer=_serialized)


def _rounded(figures: Any) -> Report:
    return {name: _serialized(None, None, value) for name, value in figures.items()}


def _serialized(_instance: object, _field: object, value: Any) -> Any:
    return round(value, 4) if isinstance(value, float) else value
