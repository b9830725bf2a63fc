"""One run of a command: progress while it lasts, failures as they come, a summary and an exit code at the end."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from eventx.components import ReaderRecord
from eventx.errors import ComponentNotFoundError, EventxError
from eventx.pipeline import Failure, Pipeline, Settings

if TYPE_CHECKING:
    from eventx.model import Article

NOTHING_PRODUCED, USAGE, WITH_FAILURES = 1, 2, 3


def tell(message: str) -> None:
    """Write a message to standard error, without the control characters that a hostile article may hold."""
    from eventx.printable import printable

    with contextlib.suppress(OSError, ValueError):  # nobody can be told that standard error is full, or closed
        click.echo(f"eventx: {printable(message)}", err=True)


def tell_failure(failure: Failure) -> None:
    """Write what failed while the run goes on to standard error."""
    tell(failure.message)


@contextlib.contextmanager
def ending_on_errors() -> Iterator[None]:
    """End the process where eventx raises: the message, and the exit code that it calls for."""
    try:
        yield
    except EventxError as error:
        tell(str(error))
        sys.exit(USAGE if isinstance(error, ComponentNotFoundError) else NOTHING_PRODUCED)


@contextlib.contextmanager
def session(settings: Settings, *, quiet: bool) -> Iterator[Pipeline]:
    """Run a pipeline; the process ends with the exit code that its report calls for."""
    with ending_on_errors():
        pipeline = Pipeline(settings, on_failure=tell_failure)
        yield pipeline
        report = pipeline.finish()
    if not quiet:
        tell(report.summary())
    produced = report.articles or report.known or report.events
    if report.failures:
        sys.exit(WITH_FAILURES if produced else NOTHING_PRODUCED)
    if not produced:
        suffixes = sorted({suffix for c in pipeline.host.components(ReaderRecord) for suffix in c.record.suffixes})
        tell(
            f"no article found; articles are files in {', '.join(suffixes)}, compressed or not, directories and .zip "
            "archives of them, or - for standard input"
        )
        sys.exit(NOTHING_PRODUCED)


def with_progress(articles: Iterable[Article], *, quiet: bool) -> Iterator[Article]:
    """Pass articles through, showing their number on standard error where that is a terminal."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield from articles
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} articles read"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None)
        for article in articles:
            yield article
            progress.advance(task)
