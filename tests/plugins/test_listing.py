"""The listing shows every plugin, loaded or not, and builds nothing."""

from __future__ import annotations

from types import SimpleNamespace

from eventx.components import ExtractorRecord
from eventx.hookspecs import hookimpl
from eventx.plugins import PluginHost


def listed(host, name):
    return next(info for info in host.plugins() if info.name == name)


def test_active_plugin_is_listed_with_all_it_brings(host_with):
    info = listed(host_with("good"), "good")

    assert (info.distribution, info.version, info.status, info.reason) == ("eventx-good", "1.0", "active", None)
    assert info.hooks == (
        "eventx_event_types",
        "eventx_extractors",
        "eventx_article_processed",
        "eventx_run_finished",
    )
    assert [(component.kind, component.name) for component in info.components] == [
        ("extractor", "good:visits"),
        ("extractor", "good:protests"),
    ]
    assert info.event_types == ("PROTEST",)


def test_failed_plugin_is_listed_with_the_reason(host_with):
    info = listed(host_with("raises_in_hook"), "raises-in-hook")

    assert (info.distribution, info.version, info.status) == ("eventx-raises-in-hook", "1.0", "failed")
    assert info.reason == "eventx_extractors() failed: RuntimeError: the lexicon is gone"


def test_disabled_plugin_is_listed_with_the_setting(host_with):
    info = listed(host_with("good", deny=("good",)), "good")

    assert info.status == "disabled"
    assert "EVENTX_DISABLE_PLUGINS" in info.reason


def test_both_of_a_clash_are_listed_as_failed(host_with):
    twins = [info for info in host_with("twin_one", "twin_two").plugins() if info.name == "twin"]

    assert [(info.distribution, info.status) for info in twins] == [
        ("eventx-twin-one", "failed"),
        ("eventx-twin-two", "failed"),
    ]


def test_built_in_plugin_is_listed_first(host_with):
    info = host_with("good").plugins()[0]

    assert (info.name, info.distribution, info.status) == ("core", "eventx-core", "active")


def test_listing_builds_nothing():
    built = []
    record = ExtractorRecord(name="x", description="", build=built.append, types=["VISIT"])
    host = PluginHost(plugins={"x": SimpleNamespace(eventx_extractors=hookimpl(lambda: [record]))}, installed=False)

    host.plugins()
    host.components(ExtractorRecord)

    assert built == []
