"""Components are built under guard, and recorded."""

from __future__ import annotations

import pytest

from eventx.components import ExtractorRecord
from eventx.errors import PluginError
from eventx.plugins import provenance


def test_build_that_raises_names_plugin_and_component(host_with):
    (component,) = host_with("cannot_build").select(ExtractorRecord, "cannot-build:raises")

    with pytest.raises(PluginError, match=r"'cannot-build', component 'raises'.*OSError: weights.npz is truncated"):
        component.build()


def test_built_object_without_the_methods_is_refused(host_with):
    (component,) = host_with("cannot_build").select(ExtractorRecord, "cannot-build:no-extractor")

    with pytest.raises(PluginError, match=r"returned dict, which has no method extract\(\)"):
        component.build()


def test_extractor_that_cannot_be_built_is_reported_and_the_others_are_built(host_with):
    host, errors = host_with("cannot_build", "good"), []

    _built, extractors = host.build_extractors(
        host.select(ExtractorRecord, "cannot-build+good:visits"), on_error=errors.append
    )

    assert [extractor.label for extractor in extractors] == ["good:visits"]
    assert [error.component for error in errors] == ["no-extractor", "raises"]


def test_strict_host_raises_what_cannot_be_built(host_with):
    host = host_with("cannot_build", strict=True)

    with pytest.raises(PluginError):
        host.build_extractors(host.components(ExtractorRecord), on_error=lambda error: None)


def test_options_reach_the_component_they_are_for(host_with):
    host, seen = host_with("good"), []

    host.build_extractors(host.components(ExtractorRecord), options=lambda c: seen.append(c.qualified) or {})

    assert seen == ["good:protests", "good:visits"]


def test_provenance_names_plugin_and_version_once(host_with):
    host = host_with("good")
    built, _extractors = host.build_extractors(host.components(ExtractorRecord))

    assert provenance(built) == {"good": "1.0"}


def test_guard_of_a_built_component_names_the_article(host_with):
    host = host_with("good")
    (built,), _extractors = host.build_extractors(host.select(ExtractorRecord, "good:visits"))

    with (
        pytest.raises(PluginError, match="plugin 'good', component 'visits', article 'a1': counting failed: KeyError"),
        built.guarded("counting failed", article_id="a1"),
    ):
        raise KeyError("one")
