"""Allow-list, deny-list, all off: by argument or by environment."""

from __future__ import annotations

import sys

import pytest

from eventx.components import ExporterRecord, ExtractorRecord
from eventx.plugins import PluginHost


def active(host):
    return [info.name for info in host.plugins() if info.status == "active" and info.name != "core"]


@pytest.fixture
def two(install):
    install("good", "poison_article")


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("settings", "environ", "expected"),
    [
        ({"allow": ["good"]}, {}, ["good"]),
        ({"allow": ["eventx-good"]}, {}, ["good"]),
        ({}, {"EVENTX_PLUGINS": "good, poison-article"}, ["good", "poison-article"]),
        ({"allow": ["good"]}, {"EVENTX_PLUGINS": "poison-article"}, ["good"]),
        ({"allow": ["good", "poison-article"], "deny": ["good"]}, {}, ["poison-article"]),
        ({"allow": ["good"]}, {"EVENTX_DISABLE_PLUGINS": "good"}, []),
        ({"allow": ["good"], "deny": []}, {"EVENTX_DISABLE_PLUGINS": "good"}, ["good"]),
        ({"no_plugins": True}, {}, []),
        ({}, {"EVENTX_NO_PLUGINS": "1"}, []),
        ({"allow": ["good"]}, {"EVENTX_NO_PLUGINS": "0"}, ["good"]),
        ({"allow": ["good"], "no_plugins": False}, {"EVENTX_NO_PLUGINS": "1"}, ["good"]),
        ({"allow": []}, {}, []),
    ],
)
def test_settings_decide_what_loads(settings, environ, expected):
    assert active(PluginHost(**settings, environ=environ)) == expected


@pytest.mark.usefixtures("two")
def test_empty_variable_allows_everything():
    assert {"good", "poison-article"} <= set(active(PluginHost(environ={"EVENTX_PLUGINS": ""})))


def test_disabled_plugin_is_not_even_imported(host_with):
    host_with("good", deny=("good",))

    assert "fake_good" not in sys.modules


def test_built_in_components_stay_without_plugins():
    host = PluginHost(no_plugins=True)

    assert host.components(ExporterRecord)
    assert not host.components(ExtractorRecord)


def test_name_on_the_allow_list_that_is_not_installed_is_a_failure(host_with):
    host = host_with("good", allow=("goof",))

    assert "on the allow-list but not installed. Did you mean 'good'?" in str(host.failures[0])


def test_name_on_the_deny_list_that_is_not_installed_is_no_failure(host_with):
    assert host_with("good", deny=("nobody",)).failures == ()
