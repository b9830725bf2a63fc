"""Options that several commands share."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar, cast

import click

from eventx.cli.output import check_output, is_same_file, results_apart
from eventx.errors import ModelError
from eventx.pipeline import Settings
from eventx.readers import field_options as reader_options

F = TypeVar("F", bound=Callable[..., Any])

SOURCES = click.argument("sources", nargs=-1, required=True, metavar="ARTICLES...")


# What commands call the files that they read.
_INPUTS = ("sources", "gold", "predicted", "mentions", "store", "types", "aliases", "cases")


def output_option(command: F) -> F:
    """``--output``; standard output is kept for results, whatever plugins print."""
    option = click.option(
        "--output",
        "-o",
        default="-",
        metavar="FILE",
        callback=check_output,
        help="Where to write; standard output by default. Replaced whole or not at all.",
    )

    @functools.wraps(command)
    def checked(*args: Any, **options: Any) -> Any:
        for name in _INPUTS:
            given = options.get(name) or ()
            for path in [given] if isinstance(given, str) else given:
                if is_same_file(path, options["output"]):
                    raise click.UsageError(f"--output {path}: it is read as well, and would be lost; name another file")
        return command(*args, **options)

    return option(results_apart()(cast(F, checked)))


def format_option(choices: list[str], default: str) -> Callable[[F], F]:
    """``--format`` with these choices."""
    return click.option("--format", "-f", "format_", type=click.Choice(choices), default=default, show_default=True)


def plugin_options(command: F) -> F:
    """The options that say which plugins may be loaded."""
    for option in (
        click.option("--strict", is_flag=True, help="Stop at the first failure of an article or a plugin."),
        click.option("--no-plugins", is_flag=True, help="Load only what comes with eventx itself."),
        click.option("--without-plugin", multiple=True, metavar="NAME", help="Do not load this plugin. Repeatable."),
        click.option(
            "--plugin", multiple=True, metavar="NAME", help="Load only this plugin and eventx's own. Repeatable."
        ),
    ):
        command = option(command)
    return command


def check_model(_context: click.Context, _parameter: click.Parameter, name: str | None) -> str | None:
    """Refuse a spaCy pipeline that is not there before the work, not at the first sentence.

    Raises:
        click.BadParameter: If it is neither a package nor a folder.
    """
    if name is not None:
        from eventx.analysis.pipelines import named_path

        try:
            named_path(name)
        except ModelError as error:
            raise click.BadParameter(str(error)) from error
    return name


def run_options(command: F) -> F:
    """The options of commands that run the pipeline."""
    for option in (
        click.option("--quiet", "-q", is_flag=True, help="No progress and no summary; failures are still told."),
        click.option(
            "--model",
            metavar="NAME",
            callback=check_model,
            help="spaCy package or folder to parse with. [default: the pinned one]",
        ),
    ):
        command = option(command)
    return plugin_options(command)


WORKERS = click.option(
    "--workers",
    type=click.IntRange(min=1, max=1024),
    default=1,
    show_default=True,
    metavar="N",
    help="Extract in N processes. Results are the same.",
)
SCHEDULER = click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Extract on the Dask cluster of this scheduler; local: on one of N workers on this machine.",
)
TYPES = click.option(
    "--types",
    multiple=True,
    metavar="FILE",
    help="Also know the event types that this TOML file describes. Repeatable.",
)
ALIASES = click.option(
    "--aliases",
    type=click.Path(exists=True, dir_okay=False),
    metavar="FILE",
    help="Also know the names in this TOML file: aliases, country and category of each.",
)
EXTRACTOR = click.option(
    "--extractor",
    default="rules",
    show_default=True,
    metavar="NAME",
    help="A plugin's extractors (NAME), one of them (NAME:COMPONENT), or several (A+B).",
)


# What users call the fields that other people's files may have other names for.
_FIELDS = {"text": "text", "date": "published", "title": "title", "id": "id", "url": "url", "source": "source"}


def field_options(command: F) -> F:
    """The options that say what files call an article's fields."""
    for name, field in reversed(_FIELDS.items()):
        command = click.option(
            f"--{name}-field",
            f"{field}_field",
            metavar="NAME",
            help=f"Read {field!r} from this field of JSON, CSV and Parquet files.",
        )(command)
    return command


def settings_of(options: dict[str, Any]) -> Settings:
    """Make the pipeline's settings of the options of a command, taking them out of ``options``."""
    names = {field: options.pop(f"{field}_field", None) for field in _FIELDS.values()}
    return Settings(
        options=reader_options({field: name for field, name in names.items() if name}),
        extractor=options.pop("extractor", "rules"),
        types_files=options.pop("types", ()),
        aliases=options.pop("aliases", None),
        model=options.pop("model", None),
        workers=options.pop("workers", 1),
        scheduler=options.pop("scheduler", None),
        strict=options.pop("strict"),
        plugins=options.pop("plugin") or None,
        without_plugins=options.pop("without_plugin"),
        no_plugins=options.pop("no_plugins"),
    )
