"""Exporters broken in one place each: the check for it finds it, and no other does."""

from __future__ import annotations

import contextlib
import io
import json
import socket
import uuid

import pytest

from eventx.testing import all_checks, check_plugin


@pytest.fixture
def parts():
    import kit_parts

    return kit_parts


class Mutants:
    """Each makes the plugin that the check of its name must find."""

    def builds(self, parts):
        return parts.Plugin(exporter=lambda options: None)

    def no_network(self, parts):
        class Asking(parts.Page):
            def write(self, timeline, stream):
                with contextlib.suppress(OSError):
                    socket.create_connection(("192.0.2.1", 80), timeout=0.1)
                super().write(timeline, stream)

        return parts.Plugin(exporter=Asking)

    def runs(self, parts):
        class Text(parts.Page):
            def write(self, timeline, stream):
                stream.write("<!doctype html>")

        return parts.Plugin(exporter=Text)

    def empty_timeline(self, parts):
        class First(parts.Page):
            def write(self, timeline, stream):
                timeline.events[0]
                super().write(timeline, stream)

        return parts.Plugin(exporter=First)

    def stream_left_open(self, parts):
        class Wrapping(parts.Page):
            def write(self, timeline, stream):
                super().write(timeline, stream)
                with io.TextIOWrapper(stream, "utf-8") as text:
                    text.write("\n")

        return parts.Plugin(exporter=Wrapping)

    def same_twice(self, parts):
        class Stamped(parts.Page):
            def write(self, timeline, stream):
                super().write(timeline, stream)
                stream.write(f"<p>{uuid.uuid4()}</p>".encode())

        return parts.Plugin(exporter=Stamped)

    def parses(self, parts):
        class NearlyJson:
            def write(self, timeline, stream):
                stream.write(str([event.summary for event in timeline]).encode())

        return parts.Plugin(exporter=lambda options: NearlyJson(), suffix=".json")

    def unicode_kept(self, parts):
        class Ascii(parts.Page):
            def escape(self, text):
                return super().escape(text).encode("ascii", "ignore").decode()

        return parts.Plugin(exporter=Ascii)

    def lossless(self, parts):
        class Summaries:
            def write(self, timeline, stream):
                stream.write(json.dumps([event.summary for event in timeline]).encode())

        return parts.Plugin(exporter=lambda options: Summaries(), suffix=".json", lossless=True)

    def html_escapes(self, parts):
        class Raw(parts.Page):
            def escape(self, text):
                return text

        return parts.Plugin(exporter=Raw)


NAMES = [name for name in vars(Mutants) if not name.startswith("_")]


@pytest.mark.parametrize("name", NAMES)
def test_mutant_is_caught_by_its_check_alone(parts, name):
    report = check_plugin(getattr(Mutants(), name)(parts), name="broken")

    assert [result.check.id for result in report.failures] == [f"exporter.{name}"], str(report)
    for message in report.failures[0].messages:
        assert message.startswith("plugin 'broken', component 'page'")
        assert ". Remedy: " in message


def test_every_exporter_check_has_a_mutant():
    assert {f"exporter.{name}" for name in NAMES} == {c.id for c in all_checks() if c.kind == "exporter"}


def test_sound_exporter_passes(parts):
    assert check_plugin(parts.Plugin(exporter=parts.Page), name="sound").ok


def test_exporter_of_json_escapes_keeps_unicode(parts):
    class Escaped:
        def write(self, timeline, stream):
            stream.write(json.dumps([event.summary for event in timeline]).encode("ascii"))

    assert check_plugin(parts.Plugin(exporter=lambda options: Escaped(), suffix=".json"), name="sound").ok


def test_exporter_reads_back_by_its_own_means(parts):
    import pickle

    class Pickled:
        def write(self, timeline, stream):
            stream.write(pickle.dumps(timeline))

        def read(self, stream):
            return pickle.loads(stream.read())

    report = check_plugin(
        parts.Plugin(exporter=lambda options: Pickled(), suffix=".pickle", lossless=True), name="sound"
    )

    assert report.ok, str(report)
