"""The documentation's table of dates is the one the tests make."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_table_of_dates_is_up_to_date():
    made = subprocess.run(
        [sys.executable, str(ROOT / "docs/tools/dates_table.py")], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    kept = (ROOT / "docs/explanation/dates-table.inc").read_text(encoding="utf-8")
    assert made == kept, "run: python docs/tools/dates_table.py > docs/explanation/dates-table.inc"
