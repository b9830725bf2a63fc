"""The hooks and records that plugins rely on: a change shows as a difference to contract.json."""

from __future__ import annotations

import inspect
import json
from pathlib import Path

import attrs
import pytest

import eventx
import eventx.components
import eventx.hookspecs
from eventx.plugins.registration import ANSWERS, HOOKS, OBSERVERS

CONTRACT = json.loads((Path(__file__).parent / "contract.json").read_text(encoding="utf-8"))
SPECS = {name: value for name, value in vars(eventx.hookspecs).items() if name.startswith("eventx_")}


def test_hooks_and_their_arguments_are_those_agreed():
    assert {name: list(inspect.signature(spec).parameters) for name, spec in SPECS.items()} == CONTRACT["hooks"]


def test_hooks_are_declared_in_the_order_in_which_the_host_lists_them():
    assert tuple(SPECS) == HOOKS == (*ANSWERS, *OBSERVERS)


@pytest.mark.parametrize("name", SPECS)
def test_hook_has_plain_arguments_and_says_what_it_is_for(name):
    parameters = inspect.signature(SPECS[name]).parameters.values()

    assert all(p.kind is p.POSITIONAL_OR_KEYWORD and p.default is p.empty for p in parameters)
    assert inspect.getdoc(SPECS[name])


def test_records_have_the_fields_agreed():
    records = [*ANSWERS.values()]

    assert {record.__name__: [field.name for field in attrs.fields(record)] for record in records} == CONTRACT[
        "records"
    ]


def test_record_is_frozen():
    record = eventx.components.ExporterRecord(name="x", description="", build=dict)

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        record.name = "y"


def test_components_have_the_methods_agreed():
    protocols = ("Reader", "Extractor", "Screen", "Explainer", "Resolver", "Dater", "Merger", "Exporter")
    methods = {
        name: {
            method: list(inspect.signature(function).parameters)[1:]
            for method, function in vars(getattr(eventx.components, name)).items()
            if inspect.isfunction(function) and not method.startswith("_")
        }
        for name in protocols
    }

    assert methods == CONTRACT["components"]


def test_public_names_are_those_agreed():
    assert sorted(eventx.__all__) == CONTRACT["public"]


def test_public_names_are_sorted_and_exist():
    assert eventx.__all__ == sorted(eventx.__all__)
    assert all(hasattr(eventx, name) for name in eventx.__all__)


def test_public_names_hold_the_whole_tree_of_errors():
    tree = [
        name
        for name, value in vars(eventx.errors).items()
        if inspect.isclass(value) and issubclass(value, eventx.errors.EventxError)
    ]

    assert set(tree) <= set(eventx.__all__)


def test_tree_of_errors_is_drawn_in_its_module():
    drawing = inspect.getdoc(eventx.errors)

    assert all(name in drawing for name in eventx.__all__ if name.endswith("Error"))
