"""Every row of understood.toml, of which the documentation's table is made."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from eventx.temporal.tagger import find_dates

ROWS = tomllib.loads(Path(__file__).with_name("understood.toml").read_text(encoding="utf-8"))["expression"]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['expression']} in {row['text'][:40]}" for row in ROWS])
def test_expression_is_read_as_the_table_says(row):
    found = [timex for timex in find_dates(row["text"], row.get("published")) if timex.span.text == row["expression"]]
    assert len(found) == 1
    timex = found[0]
    told = {
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "start": timex.start,
        "end": timex.end,
    }
    assert told == {name: row.get(name) for name in told}


def test_every_unresolved_expression_says_why():
    for row in ROWS:
        for timex in find_dates(row["text"], row.get("published")):
            assert timex.value is not None or timex.note
