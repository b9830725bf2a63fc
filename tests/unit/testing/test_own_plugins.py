"""What comes with eventx keeps to what eventx demands of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventx.testing import BoundCheck, parametrize_with_checks

_EXTRAS = "needs an extra to make or to read a file; its own tests have them"


@parametrize_with_checks(
    "core",
    cases=Path(__file__).parent / "core_cases.toml",
    expected_failures={f"reader.has_cases[core:{name}]": _EXTRAS for name in ("html", "feed", "parquet")},
)
def test_core_conforms(check: BoundCheck) -> None:
    if check.id.startswith("exporter.") and check.id.endswith((":parquet]", ":arrow]")):
        pytest.importorskip("pyarrow")
    check()
