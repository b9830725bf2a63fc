"""Where the time of a timeline goes: processor seconds of each stage, what other stages take inside it left out."""

from __future__ import annotations

import functools
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from eventx.analysis import Analyser
from eventx.extraction import ExtractionRunner
from eventx.extraction.built import BuiltExtractor
from eventx.extraction.checks import Checker
from eventx.model import Article
from eventx.pipeline import Pipeline
from eventx.pipeline.near_copies import Sketch

OTHER = "the rest: batches, ids, records"


class Stopwatch:
    """Times functions that call each other; a second counts once, for the innermost."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._inside: list[float] = []

    def timed(self, label: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, its time counted under a label."""

        @functools.wraps(function)
        def wrapper(*args: Any, **options: Any) -> Any:
            self._inside.append(0.0)
            start = time.process_time()
            try:
                return function(*args, **options)
            finally:
                took = time.process_time() - start
                self.seconds[label] += took - self._inside.pop()
                if self._inside:
                    self._inside[-1] += took

        return wrapper


@contextmanager
def replaced(watch: Stopwatch, places: Sequence[tuple[Any, str, str]]) -> Iterator[None]:
    """Time these functions, given as owner, name and label, while the context lasts."""
    before = [(owner, name, vars(owner).get(name)) for owner, name, _ in places]
    for owner, name, label in places:
        setattr(owner, name, watch.timed(label, getattr(owner, name)))
    try:
        yield
    finally:
        for owner, name, function in before:
            if function is None:
                delattr(owner, name)
            else:
                setattr(owner, name, function)


def where_time_goes(articles: Sequence[Article]) -> list[tuple[str, float]]:
    """Seconds of each stage of a timeline of these articles, the longest first."""
    pipeline, watch = Pipeline(), Stopwatch()
    list(pipeline.extract(articles[:2]))  # what is loaded once is left out
    stages = pipeline._work.stages
    resolver, merger, dater = (built.instance for built in (stages.resolver, stages.merger, stages.dater))
    places = [
        (Analyser, "analyse", "split into sentences"),
        (BuiltExtractor, "wanted", "screen"),
        (ExtractionRunner, "_screened", "screen"),
        (Analyser, "_tokenise", "tokenise what the screen lets through"),
        (Analyser, "parse", "parse it: tagger, parser"),
        (BuiltExtractor, "extract", "rules: triggers, roles, modality, attribution"),
        (Checker, "check", "check mentions"),
        (resolver, "resolve", "entities: names, descriptions, pronouns"),
        (merger, "corefer", "coreference within articles"),
        (dater, "date", "dates"),
        (resolver, "link", "entities across articles"),
        (merger, "merge", "events across articles"),
        (Sketch, "of", "sketches, for near copies"),
    ]
    with replaced(watch, places):
        watch.timed(OTHER, pipeline.timeline)(articles)
    return watch.seconds.most_common()
