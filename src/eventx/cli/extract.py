"""``eventx extract``: event mentions, article by article."""

from __future__ import annotations

import json
from typing import Any

import click

from eventx.cli.options import (
    ALIASES,
    EXTRACTOR,
    SCHEDULER,
    SOURCES,
    TYPES,
    WORKERS,
    field_options,
    format_option,
    output_option,
    run_options,
    settings_of,
)
from eventx.cli.output import begun, open_output
from eventx.cli.session import session, with_progress
from eventx.serialize import mention_to_dict


@click.command("extract")
@click.pass_context
@SOURCES
@EXTRACTOR
@TYPES
@ALIASES
@format_option(["jsonl", "text"], "text")
@output_option
@WORKERS
@SCHEDULER
@click.option(
    "--checkpoint",
    metavar="DIR",
    help="Keep results here as they come: a run that was killed goes on where it was when it is started again.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Write instead why each mention was found, and which trigger words were turned down.",
)
@click.option(
    "--compare",
    nargs=2,
    metavar="NAME NAME",
    help="Write instead where these two extractors differ.",
)
@field_options
@run_options
def command(
    ctx: click.Context,
    /,
    sources: tuple[str, ...],
    format_: str,
    output: str,
    checkpoint: str | None,
    explain: bool,
    compare: tuple[str, str] | None,
    quiet: bool,
    **options: Any,
) -> None:
    """Find event mentions in ARTICLES, and write those of an article as soon as it is done."""
    if compare:
        from eventx.cli.compare import write_comparison

        if checkpoint or explain or format_ != "text":
            raise click.UsageError("--compare writes text of its own; leave out --checkpoint, --explain and --format")
        if ctx.get_parameter_source("extractor") is not click.core.ParameterSource.DEFAULT:
            raise click.UsageError("--compare names the extractors itself; leave out --extractor")
        if compare[0] == compare[1]:
            raise click.UsageError(f"--compare {compare[0]} {compare[1]}: name two extractors that differ")
        write_comparison(sources, output, quiet, compare, options)
        return
    if explain:
        if checkpoint or format_ != "text":
            raise click.UsageError("--explain writes text, and nothing to resume; leave out --checkpoint and --format")
        _explain(sources, output, quiet, options)
        return
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


def _explain(sources: tuple[str, ...], output: str, quiet: bool, options: dict[str, Any]) -> None:
    from eventx.exporters.mention_text import article_heading

    # Nothing is counted but articles, so there is nothing to sum up.
    with session(settings_of(options), quiet=True) as pipeline:
        explained = begun(pipeline.explain(with_progress(pipeline.read(sources), quiet=quiet)))
        if explained is None:
            return
        with open_output(output) as stream:
            for article, lines in explained:
                text = [article_heading(article), *map(_indented, lines), ""]
                stream.write("".join(f"{line}\n" for line in text).encode("utf-8", "backslashreplace"))
                stream.flush()


def _indented(line: str) -> str:
    """A line made safe to show that keeps its place."""
    from eventx.printable import printable

    return " " * (len(line) - len(line.lstrip(" "))) + printable(line)
