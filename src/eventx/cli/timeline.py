"""``eventx timeline``: one timeline of many articles."""

from __future__ import annotations

import sys
from typing import Any

import click

from eventx.cli.options import EXTRACTOR, OUTPUT, TYPES, WORKERS, run_options, settings_of
from eventx.cli.output import open_output
from eventx.cli.session import session, with_progress


@click.command("timeline")
@click.argument("sources", nargs=-1, metavar="ARTICLES...")
@EXTRACTOR
@TYPES
@click.option(
    "--format",
    "-f",
    "format_",
    default="table",
    show_default=True,
    metavar="NAME",
    help="An exporter: table, json, mentions, csv, markdown, or a plugin's.",
)
@OUTPUT
@click.option("--mentions", metavar="FILE", help="Merge the mentions in this JSONL file instead of extracting any.")
@click.option(
    "--store",
    metavar="FILE",
    help="Remember what was found in this SQLite file; the timeline is of all that it holds, even without ARTICLES.",
)
@click.option("--all", "show_all", is_flag=True, help="Show generic and hypothetical events too.")
@WORKERS
@run_options
def command(
    sources: tuple[str, ...],
    format_: str,
    output: str,
    mentions: str | None,
    store: str | None,
    show_all: bool,
    quiet: bool,
    **options: Any,
) -> None:
    """Build one timeline of ARTICLES."""
    if not sources and not store:
        raise click.UsageError("Missing argument 'ARTICLES...'.")
    if mentions and store:
        raise click.UsageError("--mentions and --store exclude each other: a store holds what eventx extracted itself.")
    with session(settings_of(options), quiet=quiet) as pipeline:
        record, exporter = pipeline.exporter(format_, _exporter_options(format_, output))
        articles = with_progress(pipeline.read(sources), quiet=quiet)
        if mentions:
            timeline = pipeline.merge(articles, pipeline.read_mentions(mentions))
        else:
            timeline = pipeline.timeline(articles, store=store)
        if record.for_people and not show_all:
            timeline = timeline.visible()
        if timeline.articles:  # else nothing was produced, and an old file is better than an empty one
            with open_output(output) as stream:
                exporter.write(timeline, stream)


def _exporter_options(format_: str, output: str) -> dict[str, Any]:
    return {"color": True} if format_ == "table" and output == "-" and sys.stdout.isatty() else {}
