"""The tutorial builds plugins/eventx-example, file by file, and how-to pages show the files that they use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLUGIN = ROOT / "plugins" / "eventx-example"
TUTORIAL = (ROOT / "docs" / "tutorial" / "first-plugin.md").read_text(encoding="utf-8")
_BLOCK = re.compile(
    r"^(`{3,})\{code-block\} \w+\n:caption: eventx-example/(\S+)\n\n(.*?)^\1$", re.DOTALL | re.MULTILINE
)
SHOWN = {name: text for _fence, name, text in _BLOCK.findall(TUTORIAL)}

# A checkout's own: it lets the tests run where the plugin is not installed.
NOT_SHOWN = {"LICENSE", "tests/conftest.py", "src/eventx_example/py.typed"}


@pytest.mark.parametrize("name", SHOWN)
def test_tutorial_shows_the_file_as_it_is(name):
    assert SHOWN[name] == (PLUGIN / name).read_text(encoding="utf-8")


def test_tutorial_shows_every_file():
    files = {
        path.relative_to(PLUGIN).as_posix()
        for path in PLUGIN.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }

    assert files == set(SHOWN) | NOT_SHOWN


def test_types_file_is_shown_as_it_is():
    page = (ROOT / "docs" / "how-to" / "types-file.md").read_text(encoding="utf-8")
    shown = re.search(r"```toml\n(.*?)```", page, re.DOTALL)[1]

    assert shown == (ROOT / "docs" / "examples" / "types" / "protests.toml").read_text(encoding="utf-8")
