"""``eventx timeline``: one timeline of many articles."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from eventx.cli.options import (
    ALIASES,
    EXTRACTOR,
    SCHEDULER,
    TYPES,
    WORKERS,
    field_options,
    output_option,
    run_options,
    settings_of,
)
from eventx.cli.output import open_output, terminal_width
from eventx.cli.session import session, with_progress
from eventx.errors import EventxError, PluginError

if TYPE_CHECKING:
    from eventx.pipeline import Pipeline
    from eventx.pipeline.writing import GuardedExporter

# What an option's value is a number by: nothing that a number would not be written as again.
_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
# What exporters raise for an option that they have not, or for a value that it cannot have.
_WRONG_OPTION = (TypeError, ValueError)


@click.command("timeline")
@click.argument("sources", nargs=-1, metavar="[ARTICLES]...")
@EXTRACTOR
@TYPES
@ALIASES
@click.option(
    "--format",
    "-f",
    "format_",
    metavar="NAME",
    help="An exporter: table, html, json, mentions, csv, events, markdown, timelinejs, parquet, arrow, or a plugin's. "
    "[default: the one for the suffix of --output, else table]",
)
@output_option
@click.option(
    "--set",
    "export_options",
    multiple=True,
    metavar="NAME=VALUE",
    help="An option of the exporter, such as title='Spring 2024' of html. Repeatable.",
)
@click.option(
    "--mentions",
    metavar="FILE",
    help="Merge the mentions in this file instead of extracting any: one a line, or a table of them.",
)
@click.option(
    "--store",
    metavar="FILE",
    help="Remember what was found in this SQLite file; the timeline is of all that it holds, even without ARTICLES.",
)
@click.option("--all", "show_all", is_flag=True, help="Show generic and hypothetical events too.")
@WORKERS
@SCHEDULER
@field_options
@run_options
def command(
    sources: tuple[str, ...],
    format_: str | None,
    output: str,
    export_options: tuple[str, ...],
    mentions: str | None,
    store: str | None,
    show_all: bool,
    quiet: bool,
    **options: Any,
) -> None:
    """Build one timeline of ARTICLES."""
    if not sources and not store:
        raise click.UsageError(
            "nothing to build a timeline of: give ARTICLES, or a --store that holds what was found in some"
        )
    if mentions and store:
        raise click.UsageError("--mentions and --store exclude each other: a store holds what eventx extracted itself.")
    with session(settings_of(options), quiet=quiet) as pipeline:
        if format_ is None:
            format_ = pipeline.exporter_for(output) if Path(output).suffix else "table"
        exporter = _exporter(pipeline, format_, output, _given(export_options))
        articles = with_progress(pipeline.read(sources), quiet=quiet)
        if mentions:
            timeline = pipeline.merge(articles, pipeline.read_mentions(mentions))
        else:
            timeline = pipeline.timeline(articles, store=store)
        if exporter.record.for_people and not show_all:
            timeline = timeline.visible()
        if timeline.articles:  # else nothing was produced, and an old file is better than an empty one
            with open_output(output) as stream:
                exporter.write(timeline, stream)


def _given(export_options: tuple[str, ...]) -> dict[str, int | str]:
    options: dict[str, int | str] = {}
    for entry in export_options:
        name, equals, value = entry.partition("=")
        if not equals:
            raise click.UsageError(f"--set {entry}: expected NAME=VALUE, such as title='Spring 2024'")
        options[name] = int(value) if _NUMBER.fullmatch(value) else value
    return options


def _exporter(pipeline: Pipeline, format_: str, output: str, given: dict[str, int | str]) -> GuardedExporter:
    options: dict[str, Any] = {}
    if format_ == "table" and (width := terminal_width(output)):
        options |= {"color": True, "width": width}
    try:
        return pipeline.exporter(format_, options | given)
    except PluginError as error:
        # Other errors of eventx are about a file that an option names.
        if not given or isinstance(error.__cause__, EventxError) or not isinstance(error.__cause__, _WRONG_OPTION):
            raise
        raise click.UsageError(f"--set: exporter {format_!r}: {error.__cause__}") from error
