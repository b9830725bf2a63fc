"""Plugins are loaded one by one; one that breaks costs itself only, and says why."""

from __future__ import annotations

import pytest

from eventx.components import ExtractorRecord
from eventx.errors import ComponentClashError, PluginError
from eventx.plugins import PluginHost

BROKEN = {
    "fails_to_import": "ModuleNotFoundError: No module named 'a_module_that_nobody_has'",
    "exits_at_import": "it tried to end the program (SystemExit: 7)",
    "raises_in_hook": "eventx_extractors() failed: RuntimeError: the lexicon is gone",
    "generator_raises": "eventx_extractors() failed: RuntimeError: too late for the caller",
    "misspelt_hook": "no hook 'eventx_extractor'. Did you mean 'eventx_extractors'?",
    "unmarked_hook": "eventx_extractors() is not marked with @eventx.hookimpl",
    "default_argument": "eventx_article_processed() has a default for 'mentions'",
    "keyword_only": "eventx_article_processed() has the keyword-only parameter 'mentions'",
    "wrong_types": "returned an object of type str among its ExtractorRecords",
}


@pytest.mark.parametrize("folder", BROKEN)
def test_broken_plugin_is_kept_with_its_reason(host_with, folder):
    (failure,) = host_with(folder).failures

    assert failure.plugin == folder.replace("_", "-")
    assert BROKEN[folder] in str(failure)


@pytest.mark.parametrize("folder", BROKEN)
def test_broken_plugin_leaves_the_others_working(host_with, folder):
    host = host_with(folder, "good")

    assert [component.qualified for component in host.components(ExtractorRecord)] == ["good:protests", "good:visits"]


@pytest.mark.parametrize("folder", BROKEN)
def test_strict_host_raises_what_broke(host_with, folder):
    with pytest.raises(PluginError, match=folder.replace("_", "-")):
        host_with(folder, strict=True)


@pytest.mark.parametrize(("folder", "cause"), [("raises_in_hook", RuntimeError), ("exits_at_import", SystemExit)])
def test_failure_keeps_its_cause(host_with, folder, cause):
    (failure,) = host_with(folder).failures

    assert isinstance(failure.__cause__, cause)


def test_ctrl_c_during_an_import_ends_the_program(host_with, monkeypatch):
    def interrupted(_self):
        raise KeyboardInterrupt

    monkeypatch.setattr("importlib.metadata.EntryPoint.load", interrupted)

    with pytest.raises(KeyboardInterrupt):
        host_with("good")


def test_malformed_entry_points_do_not_hide_other_plugins(host_with):
    host = host_with("good", "malformed_entry_points", allow=("good",))

    assert [info.name for info in host.plugins() if info.status == "active"] == ["core", "good"]
    assert "entry_points.txt cannot be read" in str(host.failures[0])


def test_malformed_entry_points_name_the_distribution(host_with):
    host = host_with("malformed_entry_points", allow=("good",))

    assert host.failures[0].plugin == "eventx-malformed"


def test_plugins_of_one_name_are_a_clash_naming_both(host_with):
    host = host_with("twin_one", "twin_two")

    with pytest.raises(ComponentClashError, match=r"eventx-twin-one 1\.0 offers .* and so does eventx-twin-two 1\.0"):
        host.select(ExtractorRecord, "twin")


def test_clash_of_names_can_be_solved_by_distribution(host_with):
    host = host_with("twin_one", "twin_two", deny=("eventx-twin-two",))

    assert [component.qualified for component in host.select(ExtractorRecord, "twin")] == ["twin:one"]


def test_types_of_one_name_are_a_clash_naming_both(host_with):
    host = host_with("clashing_type")

    with pytest.raises(ComponentClashError, match=r"type VISIT is defined by plugin 'core' .* 'clashing-type'"):
        host.catalogue()


def test_strict_host_raises_a_clash(host_with):
    with pytest.raises(ComponentClashError):
        host_with("clashing_type", strict=True)


def test_plugin_cannot_take_the_name_of_the_built_in_one():
    host = PluginHost(plugins={"core": object()}, installed=False)

    assert isinstance(host.failures[0], ComponentClashError)
    assert host.plugins()[0].status == "active"


def test_types_of_plugins_join_the_standard_ones(host_with):
    assert list(host_with("good").catalogue()) == ["VISIT", "ACCUSATION", "DENIAL", "ATTACK", "PROTEST"]
