"""``eventx plugins``: what is installed, what it offers, what failed; and ``eventx plugins new``."""

from __future__ import annotations

import json

import attrs
import click

from eventx.cli.new_plugin import command as new
from eventx.cli.options import format_option, output_option, plugin_options
from eventx.cli.output import open_output
from eventx.plugins import PluginHost, PluginInfo
from eventx.printable import printable


@click.group("plugins", invoke_without_command=True)
@format_option(["json", "text"], "text")
@output_option
@plugin_options
@click.pass_context
def command(
    context: click.Context,
    format_: str,
    output: str,
    plugin: tuple[str, ...],
    without_plugin: tuple[str, ...],
    no_plugins: bool,
    strict: bool,
) -> None:
    """List plugins, what they offer and what failed. Loads no model.

    `eventx plugins new NAME` writes a plugin to start from.
    """
    if context.invoked_subcommand is not None:
        return
    host = PluginHost(allow=plugin or None, deny=without_plugin or None, no_plugins=no_plugins or None)
    infos = host.plugins()
    if format_ == "json":
        text = json.dumps([attrs.asdict(info) for info in infos], ensure_ascii=False, indent=1)
    else:
        text = "\n".join(map(_describe, infos))
    with open_output(output) as stream:
        stream.write(f"{text}\n".encode("utf-8", "backslashreplace"))
    if strict and host.failures:
        raise click.ClickException(str(host.failures[0]))


command.add_command(new)


def _describe(info: PluginInfo) -> str:
    lines = [f"{printable(info.name)}  {printable(f'{info.distribution} {info.version}')}  {info.status}"]
    if info.reason:
        lines.append(f"  {printable(info.reason)}")
    lines += [f"  {one.kind:<9}  {one.name}  {printable(one.description)}" for one in info.components]
    if info.event_types:
        lines.append(f"  types      {', '.join(info.event_types)}")
    return "\n".join(lines)
