"""The exporters that come with eventx."""

from __future__ import annotations

from importlib import import_module
from inspect import signature
from typing import Any

from eventx.components import ExporterRecord, Options
from eventx.errors import did_you_mean

_BUILT_IN = (
    ("json", "Everything, and it reads back equal", "json_text:JsonExporter", ".json", True, False),
    ("mentions", "Every mention, one JSON object a line", "mention_lines:MentionsExporter", ".jsonl", False, False),
    ("csv", "One event a row, for spreadsheets", "csv_table:CsvExporter", ".csv", False, True),
    (
        "events",
        "Who did what to whom with CAMEO and PLOVER codes",
        "event_data:EventDataExporter",
        ".csv",
        False,
        False,
    ),
    ("markdown", "A list of days and events, for documents", "markdown:MarkdownExporter", ".md", False, True),
    ("html", "One page to read, filter and check, in a single file", "html_page:HtmlExporter", ".html", False, True),
    ("timelinejs", "Slides for TimelineJS", "timelinejs:TimelineJsExporter", ".json", False, True),
    ("parquet", "Typed tables for pandas, polars and DuckDB", "arrow_tables:ParquetExporter", ".parquet", True, False),
    ("arrow", "The same as Arrow IPC (Feather)", "arrow_tables:ArrowExporter", ".arrow", True, False),
    ("table", "A table for the terminal", "terminal:TableExporter", ".txt", False, True),
)


def records() -> tuple[ExporterRecord, ...]:
    """The built-in exporters; nothing heavy is imported before one is built."""
    return tuple(
        ExporterRecord(
            name=name,
            description=description,
            build=_builder(target),
            suffix=suffix,
            lossless=lossless,
            for_people=for_people,
        )
        for name, description, target, suffix, lossless, for_people in _BUILT_IN
    )


def _builder(target: str) -> Any:
    module, _, name = target.partition(":")

    def build(options: Options) -> Any:
        exporter = getattr(import_module(f"eventx.exporters.{module}"), name)
        parameters = signature(exporter).parameters
        known = [name for name in parameters if name != "types"]
        given = {name: value for name, value in options.items() if name != "types" or name in parameters}
        for option in given:
            if option not in parameters:
                raise ValueError(
                    f"no option {option!r}; known: {', '.join(known) or 'none'}." + did_you_mean(option, known)
                )
        return exporter(**given)

    return build
