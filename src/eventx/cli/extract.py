"""``eventx extract``: event mentions, article by article."""

from __future__ import annotations

import json
from typing import Any

import click

from eventx.cli.options import (
    EXTRACTOR,
    OUTPUT,
    SOURCES,
    TYPES,
    WORKERS,
    field_options,
    format_option,
    run_options,
    settings_of,
)
from eventx.cli.output import begun, open_output
from eventx.cli.session import session, with_progress
from eventx.serialize import mention_to_dict


@click.command("extract")
@SOURCES
@EXTRACTOR
@TYPES
@format_option(["jsonl", "text"], "text")
@OUTPUT
@WORKERS
@click.option(
    "--checkpoint",
    metavar="DIR",
    help="Keep results here as they come: a run that was killed goes on where it was when it is started again.",
)
@field_options
@run_options
def command(
    sources: tuple[str, ...], format_: str, output: str, checkpoint: str | None, quiet: bool, **options: Any
) -> None:
    """Find event mentions in ARTICLES, and write those of an article as soon as it is done."""
    with session(settings_of(options), quiet=quiet) as pipeline:
        articles = with_progress(pipeline.read(sources), quiet=quiet)
        results = begun(pipeline.extract(articles, checkpoint=checkpoint))
        if results is None:
            return
        with open_output(output) as stream:
            for result in results:
                if format_ == "jsonl":
                    lines = [json.dumps(mention_to_dict(mention), ensure_ascii=False) for mention in result.mentions]
                else:
                    from eventx.exporters.mention_text import article_heading, mention_line

                    lines = [article_heading(result.article), *map(mention_line, result.mentions), ""]
                stream.write("".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace"))
                stream.flush()
