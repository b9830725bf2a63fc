"""Plugins that are broken as a whole."""

from __future__ import annotations

import pytest

import eventx.components
from eventx.errors import ComponentNotFoundError
from eventx.hookspecs import hookimpl
from eventx.schema import EventType, Role
from eventx.testing import all_checks, check_plugin


@pytest.fixture
def parts():
    import kit_parts

    return kit_parts


def failed(report):
    return [result.check.id for result in report.failures]


def offering(*records):
    class Plugin:
        @hookimpl
        def eventx_exporters(self):
            return list(records)

    return Plugin()


def exporter(name):
    return eventx.components.ExporterRecord(name=name, description="", build=dict)


class Misspelt:
    @hookimpl
    def eventx_extractor(self):
        return []


class WithDefault:
    @hookimpl
    def eventx_run_finished(self, report=None):
        pass


class WrongRecord:
    @hookimpl
    def eventx_readers(self):
        return [exporter("page")]


@pytest.mark.parametrize(
    ("plugin", "message"),
    [
        (Misspelt(), "eventx has no hook 'eventx_extractor'. Did you mean 'eventx_extractors'?"),
        (WithDefault(), "eventx_run_finished() has a default for 'report'"),
        (WrongRecord(), "returned an object of type ExporterRecord among its ReaderRecords"),
        (offering(exporter("a"), exporter("a")), "returned several of the name a"),
        (offering(3), "returned an object of type int"),
        (object(), "it implements no hook"),
    ],
)
def test_plugin_that_cannot_be_registered_is_told_why(plugin, message):
    report = check_plugin(plugin, name="broken")

    assert failed(report) == ["plugin.registers"]
    assert message in str(report)
    assert "plugin 'broken'" in str(report)
    assert "Remedy: " in str(report)


def test_type_that_nobody_describes_is_found(parts):
    bare = EventType(name="PROTEST", roles=[Role(name="protester")])

    report = check_plugin(parts.Plugin(extractor=parts.Protests, types=[bare]), name="broken", cases=parts.CASES)

    assert failed(report) == ["plugin.types_described"]
    assert "role protester of PROTEST has no description" in str(report)


def test_plugin_that_loads_models_when_listed_is_found(parts):
    from kit_heavy import HEAVY

    report = check_plugin(HEAVY, name="broken", cases=parts.CASES)

    assert failed(report) == ["plugin.listing_is_cheap"]
    assert "listing it loads dateparser" in str(report)


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Install a plugin whose distribution requires these."""

    def install(*requirements: str) -> str:
        (tmp_path / "kit_installed.py").write_text("from kit_unordered import ORDERED as PLUGIN\n")
        info = tmp_path / "eventx_kit_installed-1.0.dist-info"
        info.mkdir()
        lines = ["Metadata-Version: 2.1", "Name: eventx-kit-installed", "Version: 1.0"]
        lines += [f"Requires-Dist: {line}" for line in requirements]
        (info / "METADATA").write_text("\n".join(lines) + "\n")
        (info / "entry_points.txt").write_text("[eventx]\nkit-installed = kit_installed:PLUGIN\n")
        monkeypatch.syspath_prepend(str(tmp_path))
        return "kit-installed"

    return install


@pytest.mark.parametrize(
    ("requirements", "message"),
    [
        ([], "eventx-kit-installed does not require eventx-core"),
        (["eventx-core"], "eventx-kit-installed requires 'eventx-core'"),
        (["eventx_core>=0.1"], "which a later eventx may break"),
        (["eventx-core<1"], "or an earlier one cannot meet"),
    ],
)
def test_distribution_without_bounds_is_found(installed, parts, requirements, message):
    report = check_plugin(installed(*requirements), cases=parts.CASES)

    assert failed(report) == ["plugin.requires_eventx"]
    assert message in str(report)


@pytest.mark.parametrize("requirement", ["eventx-core>=0.1,<0.2", "eventx-core~=0.1.0", "Eventx.Core==0.1.0"])
def test_installed_plugin_passes(installed, parts, requirement):
    report = check_plugin(installed(requirement), cases=parts.CASES)

    assert report.ok, str(report)
    assert "skipped" not in [r.outcome for r in report.results if r.check.kind == "plugin"]


def test_every_check_of_plugins_has_its_test():
    assert [c.id for c in all_checks() if c.kind == "plugin"] == [
        "plugin.registers",
        "plugin.types_described",
        "plugin.listing_is_cheap",
        "plugin.requires_eventx",
    ]


def test_plugin_that_is_not_installed_is_told():
    with pytest.raises(ComponentNotFoundError, match="no plugin 'nosuch' is installed; there is: core"):
        check_plugin("nosuch")
