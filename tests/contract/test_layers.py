"""The rooms import downwards only. import-linter checks it too, with all its ways; this fails faster and says where."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src" / "eventx").rglob("*.py"))


def layers() -> list[list[str]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = settings["tool"]["importlinter"]["contracts"][0]
    return [[name.strip() for name in layer.split("|")] for layer in contract["layers"]]


def rooms() -> dict[str, int]:
    return {room: depth for depth, layer in enumerate(layers()) for room in layer}


def room_of(module: str) -> str:
    return ".".join(module.split(".")[:2])


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and not node.level:
            found.add(node.module or "")
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return found


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT / "src").with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: module_of(path))
def test_module_imports_downwards_only(path):
    depth, own = rooms(), room_of(module_of(path))
    if own not in depth:
        pytest.skip("outside the layers")
    upwards = {
        module
        for module in imports(path)
        if (other := room_of(module)) in depth and other != own and depth[other] <= depth[own]
    }

    assert upwards == set()


@pytest.mark.parametrize("path", [path for path in SOURCES if module_of(path) != "eventx"], ids=lambda p: module_of(p))
def test_module_does_not_import_the_root_package(path):
    assert "eventx" not in imports(path)


def test_every_room_has_its_layer():
    names = {room_of(module_of(path)) for path in SOURCES} - {"eventx", "eventx._version", "eventx.__main__"}

    assert names <= set(rooms())
