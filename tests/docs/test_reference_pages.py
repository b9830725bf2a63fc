"""The reference has all that the code has."""

from __future__ import annotations

import importlib.util
import inspect
from pathlib import Path

import pytest

import eventx.errors
from eventx.errors import EventxError

DOCS = Path(__file__).parents[2] / "docs"
TOOL = DOCS / "tools" / "reference_tables.py"


def tables():
    spec = importlib.util.spec_from_file_location("reference_tables", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.TABLES


@pytest.mark.parametrize("name", tables())
def test_table_is_up_to_date(name):
    kept = (DOCS / "reference" / name).read_text(encoding="utf-8")

    assert tables()[name]() == kept, "run: python docs/tools/reference_tables.py"


@pytest.mark.parametrize(
    "error",
    [kind for kind in vars(eventx.errors).values() if inspect.isclass(kind) and issubclass(kind, EventxError)],
    ids=lambda kind: kind.__name__,
)
def test_every_error_is_told(error):
    page = (DOCS / "reference" / "errors.md").read_text(encoding="utf-8")

    assert f"| `{error.__name__}` |" in page or error is EventxError
    assert error.__name__ in page


def test_every_page_is_in_the_index():
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    pages = [path.relative_to(DOCS).with_suffix("").as_posix() for path in DOCS.glob("*/*.md")]

    assert [page for page in pages if f"\n{page}\n" not in index] == []
