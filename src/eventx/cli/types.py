"""``eventx types``: event types and roles."""

from __future__ import annotations

import json
import sys
from typing import Any

import attrs
import click

from eventx.cli.options import TYPES, format_option, output_option, plugin_options, settings_of
from eventx.cli.output import open_output
from eventx.cli.session import WITH_FAILURES, ending_on_errors, tell_failure
from eventx.pipeline import Pipeline
from eventx.printable import printable
from eventx.schema import EventType


@click.command("types")
@TYPES
@format_option(["json", "text"], "text")
@output_option
@plugin_options
def command(format_: str, output: str, **options: Any) -> None:
    """List event types and their roles, those of plugins included."""
    with ending_on_errors():
        pipeline = Pipeline(settings_of(options), on_failure=tell_failure)
        types = tuple(pipeline.catalogue.values())
        pipeline.check_types_files()
    if format_ == "json":
        text = json.dumps([attrs.asdict(event_type) for event_type in types], ensure_ascii=False, indent=1)
    else:
        text = "\n\n".join(map(_describe, types))
    with open_output(output) as stream:
        stream.write(f"{text}\n".encode("utf-8", "backslashreplace"))
    if pipeline.report.failures:
        sys.exit(WITH_FAILURES)


def _describe(event_type: EventType) -> str:
    width = max((len(role.name) for role in event_type.roles), default=0)
    lines = [f"{event_type.name}  {printable(event_type.description)}"]
    lines += [f"  {role.name:<{width}}  {printable(role.description)} ({role.filler})" for role in event_type.roles]
    return "\n".join(lines)
