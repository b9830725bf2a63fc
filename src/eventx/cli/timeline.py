"""``eventx timeline``: one timeline of many articles."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from eventx.cli.options import (
    ALIASES,
    EXTRACTOR,
    OUTPUT,
    SCHEDULER,
    TYPES,
    WORKERS,
    field_options,
    run_options,
    settings_of,
)
from eventx.cli.output import open_output
from eventx.cli.session import session, with_progress


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
@OUTPUT
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
        exporter = pipeline.exporter(format_, _exporter_options(format_, output, export_options))
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


def _exporter_options(format_: str, output: str, given: tuple[str, ...]) -> dict[str, Any]:
    options: dict[str, Any] = {}
    if format_ == "table" and output == "-" and sys.stdout.isatty():
        options["color"] = True
    for entry in given:
        name, equals, value = entry.partition("=")
        if not equals:
            raise click.UsageError(f"--set {entry}: expected NAME=VALUE, such as title='Spring 2024'")
        options[name] = int(value) if value.isdecimal() else value
    return options
