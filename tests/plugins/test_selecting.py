"""Components are chosen by name, and a wrong name is answered with what there is."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from eventx.components import ExporterRecord, ExtractorRecord, ReaderRecord
from eventx.errors import ComponentClashError, ComponentNotFoundError
from eventx.hookspecs import hookimpl
from eventx.plugins import PluginHost


def offering(*names, kind=ExtractorRecord, hook="eventx_extractors", **fields):
    extra = {"types": ["VISIT"]} if kind is ExtractorRecord else {}
    records = [kind(name=name, description="", build=dict, **extra, **fields) for name in names]
    return SimpleNamespace(**{hook: hookimpl(lambda: records)})


def host_of(**plugins):
    return PluginHost(plugins=plugins, installed=False)


def selected(host, wanted, kind=ExtractorRecord):
    return [component.qualified for component in host.select(kind, wanted)]


@pytest.fixture
def host():
    return host_of(rules=offering("events", "crimes"), model=offering("events"), other=offering("storms"))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("rules", ["rules:crimes", "rules:events"]),
        ("rules:events", ["rules:events"]),
        ("storms", ["other:storms"]),
        ("model+rules:events", ["model:events", "rules:events"]),
        ("model, other", ["model:events", "other:storms"]),
        (["other", "model"], ["other:storms", "model:events"]),
        ("rules:events+rules", ["rules:events", "rules:crimes"]),
    ],
)
def test_name_selects_components_in_the_order_asked(host, wanted, found):
    assert selected(host, wanted) == found


def test_components_do_not_depend_on_the_order_of_plugins():
    one = host_of(a=offering("x"), b=offering("y"))
    two = host_of(b=offering("y"), a=offering("x"))

    assert [c.qualified for c in one.components(ExtractorRecord)] == [
        c.qualified for c in two.components(ExtractorRecord)
    ]


def test_plugin_name_goes_before_a_component_name():
    assert selected(host_of(rules=offering("events"), other=offering("rules")), "rules") == ["rules:events"]


def test_bare_name_of_two_plugins_is_a_clash_naming_both(host):
    with pytest.raises(ComponentClashError, match=r"'model' .* and plugin 'rules' .*say model:events or rules:events"):
        host.select(ExtractorRecord, "events")


def test_built_in_format_keeps_its_name_when_a_plugin_offers_another():
    host = host_of(other=offering("csv", kind=ExporterRecord, hook="eventx_exporters"))

    assert selected(host, "csv", ExporterRecord) == ["core:csv"]
    assert selected(host, "other:csv", ExporterRecord) == ["other:csv"]


def test_unknown_name_is_answered_with_the_known_and_the_closest(host):
    with pytest.raises(ComponentNotFoundError, match=r"known: model:events, .*other:storms.*Did you mean 'rules'\?"):
        host.select(ExtractorRecord, "rulse")


def test_unknown_component_of_a_plugin_is_answered_with_the_closest(host):
    with pytest.raises(ComponentNotFoundError, match=r"Did you mean 'rules:crimes'"):
        host.select(ExtractorRecord, "rules:crime")


def test_unknown_name_without_any_component_asks_whether_the_plugin_is_installed():
    with pytest.raises(ComponentNotFoundError, match=r"none is installed\. Is eventx-rules installed"):
        host_of().select(ExtractorRecord, "rules")


def test_unknown_name_repeats_what_failed_to_load(host_with):
    host = host_with("raises_in_hook")

    with pytest.raises(ComponentNotFoundError, match=r"raises-in-hook failed to load: .* the lexicon is gone"):
        host.select(ExtractorRecord, "raises-in-hook")


def test_reason_that_is_a_sentence_is_repeated_as_it_ends(host_with):
    host = host_with("good", allow=("nobody",))

    with pytest.raises(
        ComponentNotFoundError, match=r"nobody failed to load: .* not installed\. Did you mean 'good'\?$"
    ):
        host.select(ExtractorRecord, "nobody")


def test_disabled_plugin_is_named_as_disabled(host_with):
    host = host_with("good", deny=("good",))

    with pytest.raises(ComponentNotFoundError, match=r"'good' is installed but was not loaded: it is on the deny-list"):
        host.select(ExtractorRecord, "good")


def test_label_is_the_plugin_where_it_offers_one_and_qualified_where_several(host):
    assert [component.label for component in host.components(ExtractorRecord)] == [
        "model",
        "other",
        "rules:crimes",
        "rules:events",
    ]


def test_reader_is_found_by_suffix_in_either_case():
    host = host_of(warc=offering("warc", kind=ReaderRecord, hook="eventx_readers", suffixes=[".warc"]))

    assert host.reader_for(".WARC").qualified == "warc:warc"
    assert host.reader_for(".xyz") is None


def test_suffix_of_two_plugins_is_a_clash():
    one = offering("one", kind=ReaderRecord, hook="eventx_readers", suffixes=[".xyz"])
    two = offering("two", kind=ReaderRecord, hook="eventx_readers", suffixes=[".xyz"])

    with pytest.raises(ComponentClashError, match=r"a reader for \.xyz files is offered by"):
        host_of(one=one, two=two).reader_for(".xyz")
