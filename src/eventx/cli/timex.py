"""``eventx timex``: temporal expressions."""

from __future__ import annotations

import json
from typing import Any

import click

from eventx.cli.options import SOURCES, field_options, format_option, output_option, plugin_options, settings_of
from eventx.cli.output import begun, open_output
from eventx.cli.session import session, with_progress
from eventx.serialize import timex_to_dict


@click.command("timex")
@SOURCES
@format_option(["jsonl", "text"], "text")
@output_option
@click.option("--quiet", "-q", is_flag=True, help="No progress and no summary; failures are still told.")
@field_options
@plugin_options
def command(sources: tuple[str, ...], format_: str, output: str, quiet: bool, **options: Any) -> None:
    """Find temporal expressions in ARTICLES, with their TIMEX3 values."""
    with session(settings_of(options), quiet=quiet) as pipeline:
        results = begun(pipeline.timexes(with_progress(pipeline.read(sources), quiet=quiet)))
        if results is None:
            return
        with open_output(output) as stream:
            for article, timexes in results:
                rows = [timex_to_dict(article.id, timex) for timex in timexes]
                if format_ == "jsonl":
                    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
                else:
                    from eventx.exporters.mention_text import article_heading
                    from eventx.printable import printable

                    shown = (f"  {printable(row['text'])} · {row['type']} {row['value'] or '?'}" for row in rows)
                    lines = [article_heading(article), *shown, ""]
                stream.write("".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace"))
