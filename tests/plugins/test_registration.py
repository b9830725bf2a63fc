"""What registration refuses, on plugins at hand."""

from __future__ import annotations

from types import SimpleNamespace

import pluggy
import pytest

from eventx.components import ExtractorRecord, ReaderRecord
from eventx.hookspecs import hookimpl
from eventx.plugins import PluginHost
from eventx.plugins.registration import HOOKS, new_manager, register


def record(name="visits", **fields):
    return ExtractorRecord(
        **{"description": "", "build": lambda options: None, "types": ["VISIT"], "name": name} | fields
    )


def plugin_with(function, hook="eventx_extractors", **marks):
    return SimpleNamespace(**{hook: hookimpl(function, **marks)})


def failure_of(plugin, name="x"):
    host = PluginHost(plugins={name: plugin}, installed=False)
    return str(host.failures[0]) if host.failures else None


@pytest.mark.parametrize("answer", [None, record(), "visits", {"visits": 1}, 3])
def test_answer_that_is_no_list_is_refused(answer):
    assert "it must return a list of ExtractorRecord" in failure_of(plugin_with(lambda: answer))


def test_empty_answer_offers_nothing():
    assert failure_of(plugin_with(lambda: [])) is None


def test_record_of_another_kind_is_refused():
    reader = ReaderRecord(name="r", description="", build=dict)

    assert "ReaderRecord among its ExtractorRecords" in failure_of(plugin_with(lambda: [reader]))


def test_record_whose_build_cannot_be_called_is_refused():
    assert "`build` of 'visits' is not callable" in failure_of(plugin_with(lambda: [record(build=None)]))


def test_two_components_of_one_name_are_refused():
    assert "several of the name visits" in failure_of(plugin_with(lambda: [record(), record()]))


def test_invalid_component_name_is_refused():
    assert "failed: ValueError" in failure_of(plugin_with(lambda: [record(name="Visits!")]))


@pytest.mark.parametrize("name", ["X", "a:b", "a+b", "a,b", "", "1a", "a "])
def test_invalid_plugin_name_is_refused(name):
    assert "is not valid" in failure_of(plugin_with(lambda: []), name=name)


def test_unknown_argument_is_refused_with_the_known_ones():
    plugin = plugin_with(lambda articles: None, hook="eventx_article_processed")

    assert "unknown parameter 'articles'" in failure_of(plugin)
    assert "the hook's arguments: article, mentions" in failure_of(plugin)


def test_catch_all_argument_is_refused():
    assert "catch-all parameter 'rest'" in failure_of(plugin_with(lambda **rest: None, hook="eventx_run_finished"))


def test_asynchronous_hook_is_refused():
    async def eventx_extractors():
        return []

    assert "is asynchronous" in failure_of(plugin_with(eventx_extractors))


def test_wrapper_is_refused():
    def eventx_extractors():
        yield

    assert "is a wrapper" in failure_of(plugin_with(eventx_extractors, hookwrapper=True))


def test_plugin_without_hooks_is_refused():
    assert "it implements no hook" in failure_of(SimpleNamespace())


def test_class_in_place_of_an_instance_is_refused():
    assert "names the class Plugin" in failure_of(type("Plugin", (), {}))


def test_optional_hook_of_another_version_is_left_alone():
    plugin = plugin_with(lambda: [])
    plugin.eventx_of_the_future = hookimpl(lambda: None, optionalhook=True)

    assert failure_of(plugin) is None


def test_hook_named_by_its_mark_is_found():
    plugin = SimpleNamespace(my_extractors=hookimpl(lambda: [record()], specname="eventx_extractors"))
    host = PluginHost(plugins={"x": plugin}, installed=False)

    assert [component.qualified for component in host.components(ExtractorRecord)] == ["x:visits"]


def test_method_of_an_instance_is_called_without_its_self():
    class Plugin:
        @hookimpl
        def eventx_extractors(self):
            return [record()]

    assert failure_of(Plugin()) is None


def test_refused_plugin_leaves_no_trace_in_pluggy():
    manager = new_manager()
    plugin = plugin_with(lambda: [None])

    with pytest.raises(Exception, match="None among"):
        register(manager, plugin, "x")

    assert manager.get_plugins() == set()


def test_hooks_listed_are_those_declared():
    manager = new_manager()

    assert all(manager.hook.__dict__[hook].has_spec() for hook in HOOKS)
    assert {hook for hook in manager.hook.__dict__ if hook.startswith("eventx_")} == set(HOOKS)


def test_pluggy_is_a_version_that_eventx_admits():
    major, minor = pluggy.__version__.split(".")[:2]

    assert (int(major), int(minor)) >= (1, 5)
    assert int(major) < 2
