"""The guard names whose code broke, and lets through only what is not the plugin's."""

from __future__ import annotations

import pytest

from eventx.errors import PluginError
from eventx.guard import guarded, what_happened


def broken_by(error, **fields):
    with pytest.raises(PluginError) as caught, guarded("it failed", **{"plugin": "x"} | fields):
        raise error
    return caught.value


class Panic(BaseException):
    """As libraries in Rust raise."""


@pytest.mark.parametrize(
    "error", [ValueError("no"), SystemExit(2), RecursionError(), StopIteration(), GeneratorExit(), Panic("unwrap")]
)
def test_whatever_is_raised_becomes_the_plugins_error(error):
    problem = broken_by(error)

    assert problem.plugin == "x"
    assert problem.__cause__ is error


def test_what_is_meant_for_the_program_passes():
    with pytest.raises(KeyboardInterrupt), guarded("it failed", plugin="x"):
        raise KeyboardInterrupt


def test_error_in_the_plugins_own_name_passes_as_it_is():
    error = PluginError("lexicon missing", plugin="x")

    assert broken_by(error) is error


def test_error_in_another_plugins_name_is_set_right():
    problem = broken_by(PluginError("not me", plugin="y"), component="c", article_id="a1")

    assert (problem.plugin, problem.component, problem.article_id) == ("x", "c", "a1")


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (ValueError("two\n  lines"), "ValueError: two lines"),
        (ValueError(), "ValueError"),
        (SystemExit(), "it tried to end the program (SystemExit: 0)"),
        (SystemExit("bye"), "it tried to end the program (SystemExit: bye)"),
    ],
)
def test_what_happened_is_said_in_one_line(error, text):
    assert what_happened(error) == text


def test_error_that_cannot_even_be_shown_is_named():
    class UnspeakableError(Exception):
        def __str__(self):
            raise RuntimeError

    assert what_happened(UnspeakableError()) == "UnspeakableError"
