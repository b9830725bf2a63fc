"""What comes with eventx keeps to what eventx demands of others."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from eventx.testing import BoundCheck, parametrize_with_checks
from eventx.testing.cases import Cases, FileCase, read_cases

# What the components need that not everybody has installed.
_EXTRAS = {"html": "trafilatura", "feed": "feedparser", "parquet": "pyarrow", "arrow": "pyarrow"}


def _parquet_file() -> bytes:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        return b""
    stream = io.BytesIO()
    table = pyarrow.table({"id": ["a1", "a2"], "text": ["Nurses marched.", "Miners rallied."]})
    parquet.write_table(table, stream)
    return stream.getvalue()


CASES = read_cases(Path(__file__).parent / "core_cases.toml") + Cases(
    files=[
        FileCase(
            name="two.parquet",
            content=_parquet_file(),
            articles=[{"id": "a1", "text": "Nurses marched."}, {"id": "a2", "text": "Miners rallied."}],
        )
    ]
)


@parametrize_with_checks("core", cases=CASES)
def test_core_conforms(check: BoundCheck) -> None:
    extra = _EXTRAS.get(check.id.rpartition(":")[2].rstrip("]"))
    if extra is not None:
        pytest.importorskip(extra, reason=f"{check.id} is not run: {extra} is not installed")
    check()
