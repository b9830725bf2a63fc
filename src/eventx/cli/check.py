"""``eventx check``: whether a plugin keeps to what eventx demands of one."""

from __future__ import annotations

import json
import sys

import click

from eventx.cli.options import format_option, output_option
from eventx.cli.output import open_output
from eventx.cli.session import WITH_FAILURES, ending_on_errors


@click.command("check")
@click.argument("plugin", metavar="NAME")
@click.option(
    "--cases", metavar="FILE", help="Texts and what must be found in them. [default: what the plugin itself ships]"
)
@click.option("--all", "show_all", is_flag=True, help="List the checks that pass and those that do not apply, too.")
@format_option(["json", "text"], "text")
@output_option
def command(plugin: str, cases: str | None, show_all: bool, format_: str, output: str) -> None:
    """Check the installed plugin NAME with the conformance kit. Exit code 3 if a check fails."""
    from eventx.testing import check_plugin

    with ending_on_errors():
        report = check_plugin(plugin, cases=cases)
    if format_ == "json":
        rows = [{"id": r.id, "outcome": r.outcome, "messages": list(r.messages)} for r in report.results]
        text = json.dumps({"plugin": report.plugin, "ok": report.ok, "results": rows}, ensure_ascii=False, indent=1)
    else:
        shown = [*map(str, report.results), str(report).splitlines()[-1]] if show_all else [str(report)]
        text = "\n".join(shown)
    with open_output(output) as stream:
        stream.write(f"{text}\n".encode("utf-8", "backslashreplace"))
    if not report.ok:
        sys.exit(WITH_FAILURES)
