"""`import eventx` is cheap, and so is its command line."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("spacy", "thinc", "numpy", "dateparser", "trafilatura", "htmldate", "rich", "click", "jinja2")


def python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("module", ["eventx", "eventx.pipeline", "eventx.plugins"])
def test_import_loads_nothing_heavy(module):
    code = f"import sys, {module}; print(*(name for name in {HEAVY!r} if name in sys.modules))"

    assert python(code).split() == []


def test_listing_plugins_loads_nothing_heavy():
    code = (
        "import sys; from eventx.plugins import PluginHost; PluginHost(environ={}).plugins(); "
        f"print(*(name for name in {HEAVY!r} if name in sys.modules))"
    )

    assert python(code).split() == []


def test_import_takes_less_than_150_milliseconds():
    # Processor time, which a busy machine does not stretch as it does the wall clock; the best of five.
    code = "import time; start = time.process_time(); import eventx; print(time.process_time() - start)"

    assert min(float(python(code)) for _attempt in range(5)) < 0.15
