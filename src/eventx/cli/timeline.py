"""``eventx timeline``: one timeline of many articles."""

from __future__ import annotations

import sys
from typing import Any

import click

from eventx.cli.options import EXTRACTOR, OUTPUT, SOURCES, run_options, settings_of
from eventx.cli.output import open_output
from eventx.cli.session import session, with_progress


@click.command("timeline")
@SOURCES
@EXTRACTOR
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
@click.option("--all", "show_all", is_flag=True, help="Show generic and hypothetical events too.")
@run_options
def command(
    sources: tuple[str, ...],
    format_: str,
    output: str,
    mentions: str | None,
    show_all: bool,
    quiet: bool,
    **options: Any,
) -> None:
    """Build one timeline of ARTICLES."""
    with session(settings_of(options), quiet=quiet) as pipeline:
        record, exporter = pipeline.exporter(format_, _exporter_options(format_, output))
        articles = with_progress(pipeline.read(sources), quiet=quiet)
        timeline = (
            pipeline.merge(articles, pipeline.read_mentions(mentions)) if mentions else pipeline.timeline(articles)
        )
        if record.for_people and not show_all:
            timeline = timeline.visible()
        with open_output(output) as stream:
            exporter.write(timeline, stream)


def _exporter_options(format_: str, output: str) -> dict[str, Any]:
    return {"color": True} if format_ == "table" and output == "-" and sys.stdout.isatty() else {}
