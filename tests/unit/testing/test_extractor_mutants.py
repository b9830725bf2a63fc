"""Extractors broken in one place each: the check for it finds it, and no other does."""

from __future__ import annotations

import contextlib
import random
import re
import socket

import attrs
import pytest

from eventx.hookspecs import hookimpl
from eventx.model import Argument, EventMention, Span
from eventx.testing import all_checks, check_plugin


@pytest.fixture
def parts():
    import kit_parts

    return kit_parts


def span(start: int, text: str) -> Span:
    return Span(start=start, end=start + len(text), text=text)


def visit(analysis, **fields):
    """A mention where the kit's articles, and no case, have the word "contract"."""
    for found in re.finditer("contract", analysis.article.text):
        trigger = analysis.article.span(*found.span())
        yield EventMention(**{"article_id": analysis.article.id, "type": "PROTEST", "trigger": trigger} | fields)


class Mutants:
    """Each makes the plugin that the check of its name must find."""

    def builds(self, parts):
        def build(options):
            raise RuntimeError("weights are missing")

        return parts.Plugin(extractor=build)

    def no_network(self, parts):
        class Asking(parts.Protests):
            def read(self, analysis):
                with contextlib.suppress(OSError):
                    socket.create_connection(("192.0.2.1", 80), timeout=0.1)
                return super().read(analysis)

        return parts.Plugin(extractor=Asking)

    def runs(self, parts):
        class Raising(parts.Protests):
            def read(self, analysis):
                if "Kampala" in analysis.article.text:
                    raise KeyError("Kampala")
                return super().read(analysis)

        return parts.Plugin(extractor=Raising)

    def edge_articles(self, parts):
        class Careless(parts.Protests):
            def read(self, analysis):
                analysis.sentences[0]
                return super().read(analysis)

        return parts.Plugin(extractor=Careless)

    def gives_mentions(self, parts):
        class Mixed(parts.Protests):
            def read(self, analysis):
                yield from super().read(analysis)
                yield {"type": "PROTEST"}

        return parts.Plugin(extractor=Mixed)

    def article_id(self, parts):
        class Elsewhere(parts.Protests):
            def read(self, analysis):
                yield from super().read(analysis)
                yield from visit(analysis, article_id="elsewhere")

        return parts.Plugin(extractor=Elsewhere)

    def spans_inside(self, parts):
        class Beyond(parts.Protests):
            def read(self, analysis):
                for mention in super().read(analysis):
                    yield attrs.evolve(mention, attribution=span(len(analysis.article.text), "police"))

        return parts.Plugin(extractor=Beyond)

    def surface_text(self, parts):
        class Shifted(parts.Protests):
            def read(self, analysis):
                for mention in super().read(analysis):
                    shifted = span(mention.trigger.start + 1, mention.trigger.text)
                    yield attrs.evolve(mention, trigger=shifted)

        return parts.Plugin(extractor=Shifted)

    def declared_types(self, parts):
        class More(parts.Protests):
            def read(self, analysis):
                yield from super().read(analysis)
                yield from visit(analysis, type="VISIT")

        return parts.Plugin(extractor=More)

    def known_types(self, parts):
        class Undefined(parts.Plugin):
            def __init__(self):
                super().__init__(extractor=parts.Protests)

            @hookimpl
            def eventx_extractors(self):
                (record,) = super().eventx_extractors()
                return [attrs.evolve(record, types=["PROTEST", "STRIKE"])]

        return Undefined()

    def known_roles(self, parts):
        class Misspelt(parts.Protests):
            def read(self, analysis):
                yield from super().read(analysis)
                for mention in visit(analysis):
                    argument = Argument(role="protestor", span=mention.trigger)
                    yield attrs.evolve(mention, arguments=[argument])

        return parts.Plugin(extractor=Misspelt)

    def one_mention_a_trigger(self, parts):
        class Double(parts.Protests):
            def read(self, analysis):
                yield from super().read(analysis)
                yield from visit(analysis, rule="one")
                yield from visit(analysis, rule="two")

        return parts.Plugin(extractor=Double)

    def own_fields_only(self, parts):
        class Signed(parts.Protests):
            def read(self, analysis):
                for mention in super().read(analysis):
                    yield attrs.evolve(mention, extractor="mine")

        return parts.Plugin(extractor=Signed)

    def round_trip(self, parts):
        class Untyped(parts.Protests):
            def read(self, analysis):
                for mention in super().read(analysis):
                    yield attrs.evolve(mention, rule=3)

        return parts.Plugin(extractor=Untyped)

    def finds_something(self, parts):
        class Idle(parts.Protests):
            def read(self, analysis):
                return ()

        return parts.Plugin(extractor=Idle)

    def cases(self, parts):
        class Deaf(parts.Protests):
            pattern = re.compile(r"(\w+) (marched)")

        return parts.Plugin(extractor=Deaf)

    def same_twice(self, parts):
        class Moody(parts.Protests):
            def read(self, analysis):
                yield from super().read(analysis)
                yield from visit(analysis, confidence=random.random())

        return parts.Plugin(extractor=Moody)

    def no_state(self, parts):
        class Counting(parts.Protests):
            seen = 0

            def read(self, analysis):
                for mention in super().read(analysis):
                    self.seen += 1
                    yield attrs.evolve(mention, rule=f"mention {self.seen}")

        return parts.Plugin(extractor=Counting)

    def input_unchanged(self, parts):
        class Meddling(parts.Protests):
            def read(self, analysis):
                object.__setattr__(analysis.article, "title", "Read")
                return super().read(analysis)

        return parts.Plugin(extractor=Meddling)

    def screen_admits(self, parts):
        class Strict(parts.Protests):
            def screen(self, sentence):
                return "teachers" not in sentence

        return parts.Plugin(extractor=Strict, needs_parse=True)


NAMES = [name for name in vars(Mutants) if not name.startswith("_")]


def failed(report) -> list[str]:
    return [result.check.id for result in report.failures]


@pytest.mark.parametrize("name", NAMES)
def test_mutant_is_caught_by_its_check_alone(parts, name):
    report = check_plugin(getattr(Mutants(), name)(parts), name="broken", cases=parts.CASES)

    assert failed(report) == [f"extractor.{name}"], str(report)


@pytest.mark.parametrize("name", NAMES)
def test_message_names_plugin_component_and_remedy(parts, name):
    report = check_plugin(getattr(Mutants(), name)(parts), name="broken", cases=parts.CASES)

    (result,) = report.failures
    assert all(message.startswith("plugin 'broken', component 'protests'") for message in result.messages)
    assert all(". Remedy: " in message for message in result.messages)
    about_articles = name not in {"builds", "no_network", "known_types", "finds_something"}
    assert all((", article '" in message) is about_articles for message in result.messages), str(report)


def test_every_extractor_check_has_a_mutant():
    assert {f"extractor.{name}" for name in NAMES} == {c.id for c in all_checks() if c.kind == "extractor"}


def test_sound_extractor_passes(parts):
    report = check_plugin(parts.Plugin(extractor=parts.Protests), name="sound", cases=parts.CASES)

    assert report.ok, str(report)


@pytest.mark.parametrize(
    ("name", "both_sides"),
    [
        (
            "surface_text",
            "article 'nurses': the trigger of PROTEST 'marched' says 'marched', but the article has 'arched ' at",
        ),
        (
            "known_roles",
            "article 'kit-summit': PROTEST 'contract' has the role 'protestor'; its roles: protester. Did you mean",
        ),
        ("declared_types", "a mention is of type VISIT, and the record declares PROTEST"),
        ("finds_something", "it found nothing in its 3 cases, which expect PROTEST"),
        (
            "cases",
            "article 'miners': expected PROTEST 'rallied' and found nothing in 'On Friday, Miners rallied in Norrvik.'",
        ),
        ("runs", "article 'kit-summit': extract() raised KeyError: 'Kampala'"),
        ("no_network", "it tried the network (look up '192.0.2.1')"),
        ("edge_articles", "article 'edge-empty': extract() raised IndexError"),
        ("input_unchanged", "extract() changes the article"),
        ("no_state", "rule was mention"),
    ],
)
def test_message_shows_both_sides_and_the_article(parts, name, both_sides):
    report = check_plugin(getattr(Mutants(), name)(parts), name="broken", cases=parts.CASES)

    assert both_sides in str(report)


def test_extractor_without_cases_fails(parts):
    report = check_plugin(parts.Plugin(extractor=parts.Protests), name="untested")

    assert failed(report) == ["extractor.finds_something"]
    assert "no case has a mention of PROTEST" in str(report)


def test_order_of_sets_is_found_in_a_fresh_process():
    import kit_parts
    from kit_unordered import UNORDERED

    report = check_plugin(UNORDERED, name="broken", cases=kit_parts.CASES)

    assert failed(report) == ["extractor.same_twice"]
    assert "in a fresh process with another hash seed" in str(report)


def test_sound_extractor_passes_in_fresh_processes():
    import kit_parts
    from kit_unordered import ORDERED

    assert check_plugin(ORDERED, name="sound", cases=kit_parts.CASES).ok


def test_extractor_that_declares_itself_random_may_be(parts):
    broken = Mutants().same_twice(parts)
    broken._record["deterministic"] = False

    report = check_plugin(broken, name="random", cases=parts.CASES)

    assert report.ok
    assert {r.check.id for r in report.results if r.outcome == "skipped"} >= {
        "extractor.same_twice",
        "extractor.no_state",
    }


def test_extractor_that_declares_the_network_may_use_it(parts):
    broken = Mutants().no_network(parts)
    broken._record["needs_network"] = True

    assert check_plugin(broken, name="asking", cases=parts.CASES).ok


def _retag_doc(sentence):
    sentence.doc[0].tag_ = "XX"


def _retag_tree(sentence):
    sentence.tree.tags = ("XX", *sentence.tree.tags[1:])


@pytest.mark.parametrize("retag", [_retag_doc, _retag_tree])
def test_change_of_a_parse_is_found(parts, retag):
    class Retagging(parts.Protests):
        def read(self, analysis):
            for sentence in analysis.parsed():
                retag(sentence)
            return super().read(analysis)

    report = check_plugin(parts.Plugin(extractor=Retagging, needs_parse=True), name="broken", cases=parts.CASES)

    assert failed(report) == ["extractor.input_unchanged"]
    assert "changes the parse of sentence 0" in str(report)
