"""The reference has all of every hook, and every example of it is a plugin that works."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from types import ModuleType

import pytest

import eventx.hookspecs
from eventx.components import DaterRecord, ExporterRecord, ExtractorRecord, MergerRecord, ReaderRecord, ResolverRecord
from eventx.errors import PluginError
from eventx.model import Article
from eventx.pipeline import Pipeline, Settings
from eventx.plugins import PluginHost
from eventx.plugins.registration import HOOKS
from eventx.testing import check_plugin

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "hooks.md").read_text(encoding="utf-8")
SECTIONS = {
    part.partition("\n")[0].strip(): part
    for part in re.split(r"^## ", PAGE, flags=re.MULTILINE)
    if part.startswith("eventx_")
}
RECORDS = {
    "eventx_readers": ReaderRecord,
    "eventx_extractors": ExtractorRecord,
    "eventx_resolvers": ResolverRecord,
    "eventx_daters": DaterRecord,
    "eventx_mergers": MergerRecord,
    "eventx_exporters": ExporterRecord,
}
TEXT = "Envoys arrived in Selby on Monday. Rebels shelled the port."


def example(hook: str) -> ModuleType:
    """The example of a hook as a plugin."""
    (code,) = re.findall(r"```python\n(.*?)```", SECTIONS[hook], re.DOTALL)
    module = ModuleType(f"example_of_{hook}")
    exec(compile(code, module.__name__, "exec"), vars(module))
    return module


def run(hook: str, **settings) -> tuple[ModuleType, Pipeline, list]:
    module = example(hook)
    host = PluginHost(plugins={"example": module}, environ={})
    assert host.failures == ()
    pipeline = Pipeline(Settings(strict=True, **settings), host=host)
    timeline = pipeline.timeline([Article.of(TEXT, id="a1", published="2024-03-06")])
    pipeline.finish()
    return module, pipeline, list(timeline)


def test_page_has_every_hook_in_call_order():
    assert tuple(SECTIONS) == HOOKS


@pytest.mark.parametrize("hook", HOOKS)
def test_hook_has_its_signature(hook):
    signature = str(inspect.signature(getattr(eventx.hookspecs, hook))).replace("'", "")

    assert f"\n`{hook}{signature}`\n" in SECTIONS[hook]


@pytest.mark.parametrize("hook", HOOKS)
@pytest.mark.parametrize("entry", ["Called", "Empty answer", "Exception", "Example"])
def test_hook_says_when_it_is_called_and_what_its_answers_mean(hook, entry):
    assert re.search(rf"^{entry}\n: \w.{{10,}}", SECTIONS[hook], re.MULTILINE)


@pytest.mark.parametrize("hook", HOOKS)
def test_hook_that_is_provisional_says_so(hook):
    provisional = "Provisional" in inspect.getdoc(getattr(eventx.hookspecs, hook))

    assert ("*Provisional.*" in SECTIONS[hook]) == provisional


@pytest.mark.parametrize("hook", HOOKS)
def test_example_implements_its_hook_and_registers(hook):
    host = PluginHost(plugins={"example": example(hook)}, installed=False, environ={}, strict=True)

    assert hook in next(info for info in host.plugins() if info.name == "example").hooks


@pytest.mark.parametrize("hook", RECORDS)
def test_example_keeps_to_what_eventx_demands(hook):
    """But for the author's cases, which a page has no room for, and what a stub cannot do."""
    stubs = {"eventx_daters": {"dater.absolute_dates_stay", "dater.relative_dates_shift"}}
    cases = {"extractor.finds_something", "reader.has_cases"}

    report = check_plugin(example(hook), name="example")

    assert {result.check.id for result in report.failures} <= cases | stubs.get(hook, set()), str(report)


def test_example_of_event_types_adds_its_type():
    host = PluginHost(plugins={"example": example("eventx_event_types")}, installed=False, environ={})

    assert "PROTEST" in host.catalogue()


def test_example_of_readers_reads(tmp_path):
    (tmp_path / "two.lines").write_text("One.\nTwo.\n")
    host = PluginHost(plugins={"example": example("eventx_readers")}, installed=False, environ={})

    articles = list(Pipeline(Settings(strict=True), host=host).read([tmp_path / "two.lines"]))

    assert [article.text for article in articles] == ["One.", "Two."]


def test_example_of_extractors_puts_events_on_a_timeline():
    _, _, events = run("eventx_extractors", extractor="example")

    assert [(event.type, str(event.when)) for event in events] == [("VISIT", "2024-03-04")]


def test_example_of_resolvers_is_used():
    _, _, events = run("eventx_resolvers", resolver="example")

    assert events
    assert all(argument.entity_id is None for event in events for argument in event.arguments)


def test_example_of_daters_is_used():
    _, _, events = run("eventx_daters", dater="example")

    assert {str(event.when) for event in events} == {"2024-03-06"}


def test_example_of_mergers_is_used():
    _, _, events = run("eventx_mergers", merger="example")

    assert {event.event_id for event in events} == {"a1#7:VISIT", "a1#42:ATTACK"}


def test_example_of_exporters_is_used(tmp_path):
    _, pipeline, _ = run("eventx_exporters")

    assert pipeline.exporter_for("out.lines") == "example:lines"


def test_example_of_article_processed_is_told():
    module, _, _ = run("eventx_article_processed")

    assert module.found == {"VISIT": 1, "ATTACK": 1}


def test_example_of_component_failed_is_told(caplog):
    host = PluginHost(plugins={"example": example("eventx_component_failed")}, environ={})

    host.observers(lambda error: pytest.fail(str(error))).component_failed(
        PluginError("it broke", plugin="other", article_id="a1")
    )

    assert "other failed on a1" in caplog.text


def test_example_of_run_finished_is_told():
    module, _, _ = run("eventx_run_finished")

    assert module.summaries == ["1 article, 2 mentions, 2 events"]


def test_every_hook_has_a_test_of_its_example():
    own = Path(__file__).read_text(encoding="utf-8")

    for hook in HOOKS:
        assert f"def test_example_of_{hook.removeprefix('eventx_')}_" in own
