"""``eventx plugins new``: a distribution to start from."""

from __future__ import annotations

import re
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

import click

from eventx._version import __version__
from eventx.components import NAME
from eventx.plugins.selection import CORE

KINDS = ("extractor", "reader", "exporter")

_DESCRIPTIONS = {
    "extractor": "Finds announcements of {words} in news",
    "reader": "Reads articles from .{suffix} files",
    "exporter": "Writes timelines as rows with tabs between the columns",
}
_USAGE = {
    "extractor": "eventx extract --extractor {name} ARTICLES",
    "reader": "eventx extract FILE.{suffix}",
    "exporter": "eventx timeline --format {name} ARTICLES",
}
_FIRST = {
    "extractor": "the event type in `plugin.py`, the pattern in `extractor.py`, and the cases in `eventx_cases.toml`",
    "reader": "the suffix in `plugin.py`, `reader.py`, and the cases in `eventx_cases.toml`",
    "exporter": "the suffix in `plugin.py`, and `exporter.py`",
}


@click.command("new", short_help="Write a plugin to start from.")
@click.argument("name")
@click.option("--kind", type=click.Choice(KINDS), required=True, help="What the plugin is to offer.")
@click.option(
    "--directory",
    default=".",
    type=click.Path(file_okay=False, path_type=Path),
    show_default=True,
    help="Where to put the folder of the new distribution.",
)
def command(name: str, kind: str, directory: Path) -> None:
    """Write the distribution eventx-NAME, a plugin that installs, passes `eventx check NAME` and does something."""
    folder = new_plugin(name, kind, directory)
    click.echo(f"{folder} holds:")
    for file in sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file()):
        click.echo(f"  {file.as_posix()}")
    click.echo(f'Next: pip install -e "{folder}[test]", then eventx check {name}')


def new_plugin(name: str, kind: str, directory: Path) -> Path:
    """Write a distribution.

    Args:
        name: The plugin's name.
        kind: One of `KINDS`.
        directory: Where to put its folder.

    Returns:
        The folder.

    Raises:
        click.ClickException: If the name is not valid, or the folder is there already.
    """
    short = name.removeprefix("eventx-")
    if not re.fullmatch(NAME, short):
        raise click.ClickException(
            f"{name!r} is no name for a plugin: lower-case letters and digits, parts joined by - _ or ."
        )
    if short == CORE:
        raise click.ClickException(f"{short!r} is what eventx's own plugin is called; choose another name")
    package = re.sub(r"[-.]", "_", f"eventx_{short}")
    parts = re.split(r"[-_.]", short)
    facts = {
        "name": short,
        "distribution": f"eventx-{short}",
        "package": package,
        "words": " ".join(parts),
        "suffix": "".join(parts),
        "class_name": "".join(part.capitalize() for part in parts) + kind.capitalize(),
        "type_name": "_".join(part.upper() for part in parts),
        "bounds": _bounds(),
    }
    facts |= {
        "description": _DESCRIPTIONS[kind].format(**facts),
        "usage": _USAGE[kind].format(**facts),
        "first": _FIRST[kind],
    }
    folder = directory / facts["distribution"]
    if folder.exists():
        raise click.ClickException(f"{folder} is there already; choose another name, or another --directory")
    templates = resources.files("eventx.cli").joinpath("scaffold")
    try:
        for part in ("common", kind):
            _write(templates.joinpath(part), folder, facts)
    except OSError as error:
        raise click.ClickException(f"cannot write {folder}: {error.strerror}") from error
    return folder


def _write(template: Traversable, target: Path, facts: dict[str, str]) -> None:
    if template.is_dir():
        for entry in template.iterdir():
            name = entry.name.replace("PACKAGE", facts["package"]).removesuffix(".tmpl")
            if not name.startswith("__pycache__"):
                _write(entry, target / name, facts)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    text = Template(template.read_text(encoding="utf-8")).substitute(facts)
    target.write_text(text, encoding="utf-8", newline="\n")


def _bounds() -> str:
    """From this minor version up to, not including, the next: hooks that are provisional may change then."""
    major, minor = (int(part) for part in __version__.split(".")[:2])
    return f">={major}.{minor},<{major}.{minor + 1}"
