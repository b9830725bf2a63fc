"""The reference has all that the code has."""

from __future__ import annotations

import importlib.util
import inspect
import re
from pathlib import Path

import pytest

import eventx
import eventx.errors
from eventx.errors import EventxError
from eventx.exporters.records import records

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


@pytest.mark.parametrize("record", records(), ids=lambda record: record.name)
def test_every_option_of_an_exporter_is_told(record):
    page = (DOCS / "reference" / "formats.md").read_text(encoding="utf-8").partition("## Options")[2]
    with pytest.raises(ValueError, match="no option") as caught:
        record.build({"no such option": 1})

    known = str(caught.value).partition("known: ")[2].partition(".")[0].split(", ")
    assert [name for name in known if name != "none" and f"| `{name}` |" not in page] == []


def test_every_name_that_a_page_imports_is_in_the_reference():
    pages = {path: path.read_text(encoding="utf-8") for path in DOCS.glob("*/*.md")}
    reference = "\n".join(text for path, text in pages.items() if path.parent.name == "reference")
    told = set(re.findall(r"::\s[\w.]*?(\w+)$", reference, re.MULTILINE))
    told |= {name for line in re.findall(r":members: (.+)", reference) for name in line.split(", ")}
    told |= set(re.findall(r"`(?:@?[\w.]+\.)?(\w+)(?:\(.*?\))?`", reference))
    imported = {
        name
        for text in pages.values()
        for names in re.findall(r"^(?:>>> )?from eventx(?:\.[\w.]+)? import (.+)$", text, re.MULTILINE)
        for name in names.split(", ")
    }

    assert "Pipeline" in imported
    assert (imported | set(eventx.__all__)) - told == {"__version__"}
