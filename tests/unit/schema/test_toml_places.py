from __future__ import annotations

import pytest

from eventx.errors import SchemaError
from eventx.schema import Place, check_keys, read_toml

TEXT = '''# a comment that says "roles"
[types.STRIKE]
summary = """
roles
"""
roles.striker = { filler = "entity" }
roles.aim = {}

[words]
jobs = [
    "job",
    "shift",
]

[[triggers]]
verb = ["strike"]

[[triggers]]
noun = ["strike"]
frame.subject = "striker"
'''


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ((), "s.toml"),
        (("types", "STRIKE"), "s.toml:2: types.STRIKE"),
        (("types", "STRIKE", "roles"), "s.toml:6: types.STRIKE.roles"),
        (("types", "STRIKE", "roles", "striker", "filler"), "s.toml:6: types.STRIKE.roles.striker.filler"),
        (("types", "STRIKE", "roles", "aim"), "s.toml:7: types.STRIKE.roles.aim"),
        (("types", "STRIKE", "summary"), "s.toml:3: types.STRIKE.summary"),
        (("words", "jobs"), "s.toml:10: words.jobs"),
        (("triggers", 0), "s.toml:15: triggers 1"),
        (("triggers", 1, "frame", "subject"), "s.toml:20: triggers 2.frame.subject"),
        (("triggers", 1, "rule"), "s.toml:18: triggers 2.rule"),
        (("nothing",), "s.toml: nothing"),
    ],
)
def test_place_names_file_line_and_key(path, shown):
    place = read_toml(TEXT, source="s.toml")[1]
    for key in path:
        place /= key

    assert str(place) == shown


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a = 1\nb = = 2\n", r"t\.toml:2: not valid TOML: Invalid value"),
        ("a = [", r"t\.toml: not valid TOML: .*end of doc"),
    ],
)
def test_text_that_is_no_toml_is_refused_with_its_line(text, message):
    with pytest.raises(SchemaError, match=message):
        read_toml(text, source="t.toml")


def test_unknown_key_is_answered_with_those_allowed_and_the_closest():
    with pytest.raises(SchemaError, match=r"t: filer: unknown key; allowed: filler, about\. Did you mean 'filler'\?"):
        check_keys({"filer": 1}, ("filler", "about"), Place("t", ""))


@pytest.mark.parametrize("value", ["[" * 20_000 + "]" * 20_000, "9" * 5_000], ids=["nested", "number"])
def test_toml_that_python_cannot_hold_is_told(value):
    with pytest.raises(SchemaError, match=r"^s.toml: not TOML that can be read: "):
        read_toml(f"x = {value}", source="s.toml")
