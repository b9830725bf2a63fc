"""The examples in docstrings do what they show."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

import eventx

ROOT = Path(__file__).parents[2]
SOURCE = Path(eventx.__file__).parent
MODULES = [
    ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in sorted(SOURCE.rglob("*.py"))
    if ">>> " in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_do_what_they_show(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    module = importlib.import_module(name)

    failed, tried = doctest.testmod(module, extraglobs={"eventx": eventx}, optionflags=doctest.ELLIPSIS)

    assert tried
    assert not failed
