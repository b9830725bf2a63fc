"""``eventx evaluate``: predictions or extractors against gold annotation."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from eventx.cli.evaluation_run import EvaluationRun, Wanted
from eventx.cli.options import TYPES, WORKERS, format_option, output_option, run_options, settings_of
from eventx.cli.output import open_output
from eventx.cli.session import WITH_FAILURES, ending_on_errors
from eventx.evaluation import KINDS, RESAMPLES


@click.command("evaluate")
@click.argument("gold", metavar="GOLD")
@click.argument("predicted", nargs=-1, metavar="[PREDICTED]...")
@click.option(
    "--extractor",
    multiple=True,
    metavar="NAME",
    help="Run this extractor on the gold articles and score what it finds. Repeatable. [default: rules, where no "
    "PREDICTED is given]",
)
@click.option("--by", type=click.Choice(["type", "source"]), help="Also give figures for each event type or publisher.")
@click.option(
    "--errors", default=0, type=click.IntRange(min=0), metavar="N", help="List the first N errors of each kind."
)
@click.option("--kind", multiple=True, type=click.Choice(KINDS), help="List errors of this kind only. Repeatable.")
@click.option("--calibration", is_flag=True, help="Show whether confidence means what it says.")
@click.option("--compare", "comparing", is_flag=True, help="Compare two by a paired bootstrap over articles.")
@click.option(
    "--resamples",
    default=RESAMPLES,
    show_default=True,
    type=click.IntRange(min=2),
    metavar="N",
    help="How often the bootstrap draws articles.",
)
@click.option("--seed", default=0, show_default=True, metavar="N", help="Of the bootstrap's random numbers.")
@click.option("--timexes", is_flag=True, help="Score temporal expressions; GOLD then holds timexes.")
@TYPES
@format_option(["json", "text"], "text")
@output_option
@WORKERS
@run_options
def command(
    gold: str,
    predicted: tuple[str, ...],
    extractor: tuple[str, ...],
    timexes: bool,
    format_: str,
    output: str,
    quiet: bool,
    by: Any,
    errors: int,
    kind: tuple[str, ...],
    calibration: bool,
    comparing: bool,
    resamples: int,
    seed: int,
    **options: Any,
) -> None:
    """Score PREDICTED mentions, or what extractors find, against the annotated articles in GOLD.

    GOLD is a .jsonl file of annotated articles, one a line. PREDICTED are files of mentions, as `eventx timeline
    --format mentions` writes them. An extractor is scored on the whole timeline of the articles, so that dates,
    events and links count, too.
    """
    extractors = extractor or (() if predicted else ("rules",))
    if comparing and len(predicted) + len(extractors) != 2:
        raise click.UsageError("--compare needs two to compare: two PREDICTED, two --extractor, or one of each")
    if timexes and (extractor or comparing or by or calibration or kind):
        raise click.UsageError(
            "--timexes scores eventx's own dates, or PREDICTED; of the other options it has --errors"
        )
    wanted = Wanted(
        by=by,
        errors=errors or (20 if kind else 0),
        kinds=kind,
        calibration=calibration,
        compare=comparing,
        resamples=resamples,
        seed=seed,
    )
    run = EvaluationRun(settings_of(options), quiet=quiet)
    with ending_on_errors():
        report = run.timexes(gold, predicted, wanted) if timexes else run.mentions(gold, predicted, extractors, wanted)
    if format_ == "json":
        text = json.dumps(report, ensure_ascii=False, indent=1)
    else:
        from eventx.cli.evaluation_text import mention_text, timex_text

        text = timex_text(report) if timexes else mention_text(report)
    with open_output(output) as stream:
        stream.write(f"{text}\n".encode("utf-8", "backslashreplace"))
    if run.failed:
        sys.exit(WITH_FAILURES)
