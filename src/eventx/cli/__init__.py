"""The command line: one small file a command, imported only when it is called."""

from __future__ import annotations

import signal
import threading
from importlib import import_module
from typing import Any

import click

from eventx._version import __version__

# Kept here, not asked of the commands, so that `eventx --help` imports none of them.
_COMMANDS = {
    "extract": "Find event mentions in articles.",
    "timeline": "Build one timeline of many articles.",
    "timex": "Find temporal expressions in articles.",
    "evaluate": "Score predictions or extractors against annotated articles.",
    "types": "List event types and their roles.",
    "plugins": "List plugins, or write one to start from.",
    "check": "Check a plugin against what eventx demands of one.",
}


INTERRUPTED = 130


class _LazyGroup(click.Group):
    """Imports a command's module when the command is called, and says so when the command is interrupted."""

    def invoke(self, ctx: click.Context) -> Any:
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, signal.default_int_handler)  # `kill` and `timeout` end it as Ctrl-C does
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("eventx: interrupted", err=True)
            ctx.exit(INTERRUPTED)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"eventx.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="eventx")
def main() -> None:
    """Dated news articles in, one timeline out: who visited, accused, denied and attacked whom, and who says so.

    Articles are files (.txt, .jsonl, .csv, .html), directories of them, or - for standard input.
    Exit codes: 0 all done; 1 nothing could be produced; 2 wrong usage; 3 done, with failures reported; 130 interrupted.
    """
