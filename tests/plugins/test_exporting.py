"""Exporters of plugins: what they are built with, and what comes of one that breaks."""

from __future__ import annotations

import errno
import io

import pytest

import eventx
from eventx.components import ExporterRecord
from eventx.errors import PluginError
from eventx.pipeline import Pipeline, Settings
from eventx.plugins import PluginHost

STRIKE = eventx.EventType(name="STRIKE", roles=[eventx.Role(name="site", filler="place")])


class Plugin:
    """Keeps what its exporter is built with; the exporter does what it is told to."""

    def __init__(self, write=lambda timeline, stream: stream.write(b"x")):
        self.write, self.options = write, None

    @eventx.hookimpl
    def eventx_event_types(self):
        return [STRIKE]

    @eventx.hookimpl
    def eventx_exporters(self):
        return [ExporterRecord(name="out", description="", build=self.build, suffix=".out")]

    def build(self, options):
        self.options = options
        return self


def pipeline(plugin, **settings):
    return Pipeline(Settings(**settings), host=PluginHost(plugins={"strikes": plugin}))


def test_exporter_gets_its_options_and_the_event_types_of_the_run():
    plugin = Plugin()
    pipeline(plugin, options={"strikes:out": {"wide": True, "title": "a"}}).exporter("strikes", {"title": "b"})

    assert (plugin.options["wide"], plugin.options["title"]) == (True, "b")
    assert plugin.options["types"]["STRIKE"].role("site").filler == "place"
    assert "VISIT" in plugin.options["types"]


def test_exporter_that_breaks_is_named():
    def broken(timeline, stream):
        raise KeyError("summary")

    with pytest.raises(PluginError, match=r"plugin 'strikes', component 'out'.*cannot write the timeline: KeyError"):
        pipeline(Plugin(broken)).exporter("strikes").write(eventx.Timeline(), io.BytesIO())


def test_full_disk_is_no_broken_exporter():
    def full(timeline, stream):
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        pipeline(Plugin(full)).exporter("strikes").write(eventx.Timeline(), io.BytesIO())
