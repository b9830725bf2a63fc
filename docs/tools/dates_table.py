"""Print the table of understood expressions that docs/explanation/dates.md includes.

    python docs/tools/dates_table.py > docs/explanation/dates-table.inc

The rows are those of tests/unit/temporal/understood.toml, each of which is a test.
"""

from __future__ import annotations

import datetime as dt
import sys
import tomllib
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

ROWS = Path(__file__).parents[2] / "tests" / "unit" / "temporal" / "understood.toml"
HEAD = ("| text | published | value | first to last day |", "|---|---|---|---|")


def table(rows: list[Mapping[str, Any]]) -> Iterator[str]:
    """The lines of the table, a heading and a part for each kind."""
    for kind, group in groupby(rows, key=lambda row: row["kind"]):
        yield from (f"### {kind}", "", *HEAD, *map(line, group), "")


def line(row: Mapping[str, Any]) -> str:
    """One row: the expression bold in its text, and what it is read as."""
    head, _, tail = row["text"].rpartition(row["expression"])
    value = f"`{row['value']}`" if "value" in row else "unresolved"
    if "mod" in row:
        value += f" ({row['mod']})"
    cells = (f"{head}**{row['expression']}**{tail}", day(row.get("published")), value, days(row))
    return "| " + " | ".join(cells) + " |"


def days(row: Mapping[str, Any]) -> str:
    """The stretch of the calendar a row stands for, as short as it can be said."""
    first, last = row.get("start"), row.get("end")
    return day(first) if first == last else f"{day(first)} to {day(last)}"


def day(value: dt.date | None) -> str:
    """A day, or a dash where there is none."""
    return "–" if value is None else value.isoformat()


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr] # standard output is a text file here
    lines = table(tomllib.loads(ROWS.read_text(encoding="utf-8"))["expression"])
    sys.stdout.write("\n".join(lines).rstrip() + "\n")
