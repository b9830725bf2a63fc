"""Writes the tables of the reference that the code itself knows: ``python docs/tools/reference_tables.py``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from eventx.cli import main as command_line
from eventx.schema import standard_types
from eventx.testing import all_checks

REFERENCE = Path(__file__).parents[1] / "reference"


def commands() -> str:
    """Every command with its arguments and options, as `eventx COMMAND --help` tells them."""
    return "\n".join(_group(command_line, "eventx")).strip() + "\n"


def _group(group: click.Group, path: str) -> Iterator[str]:
    context = click.Context(group, info_name=path)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield from _command(command, f"{path} {name}")
        if isinstance(command, click.Group):
            yield from _group(command, f"{path} {name}")


def _command(command: click.Command, path: str) -> Iterator[str]:
    context = click.Context(command, info_name=path)
    usage = " ".join(command.collect_usage_pieces(context))
    yield from (f"## {path}", "", f"`{path} {usage}`", "", _flowing(command.help), "", "| option | |", "|---|---|")
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            yield f"| `{_names(parameter, context)}` | {_cell(parameter, context)} |"
    yield ""


def _names(option: click.Option, context: click.Context) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    metavar = "" if option.is_flag or option.count else f" {option.make_metavar(context)}"
    return (names + metavar).replace("|", "\\|")


def _cell(option: click.Option, context: click.Context) -> str:
    record = option.get_help_record(context)
    return "" if record is None else record[1].replace("|", "\\|")


def _flowing(text: str | None) -> str:
    return "\n\n".join(" ".join(part.split()) for part in (text or "").split("\n\n"))


def types() -> str:
    """The standard event types with their roles."""
    lines: list[str] = []
    for event_type in standard_types():
        lines += [f"## {event_type.name}", "", event_type.description, ""]
        lines += [f"Summary: `{event_type.summary}`", ""]
        if event_type.about:
            lines += [f"Can be about: {', '.join(event_type.about)}", ""]
        lines += ["| role | filler | |", "|---|---|---|"]
        lines += [f"| `{role.name}` | {role.filler} | {role.description} |" for role in event_type.roles]
        lines.append("")
    return "\n".join(lines).strip() + "\n"


def checks() -> str:
    """Every check of the conformance kit."""
    lines: list[str] = []
    for check in all_checks():
        if f"## {check.kind}" not in lines:
            lines += ["", f"## {check.kind}", "", "| check | demands | since |", "|---|---|---|"]
        lines.append(f"| `{check.id}` | {check.demand} | {check.since} |")
    return "\n".join(lines).strip() + "\n"


TABLES = {"cli-commands.inc": commands, "standard-types.inc": types, "checks.inc": checks}


if __name__ == "__main__":
    for name, make in TABLES.items():
        (REFERENCE / name).write_text(make(), encoding="utf-8")
    sys.exit()
