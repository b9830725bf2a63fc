"""What authors use of the kit: reports, pytest, cases, expected failures, fixtures, strategies."""

from __future__ import annotations

import random

import attrs
import pytest

from eventx.errors import SchemaError
from eventx.model import Article, EventMention
from eventx.pipeline import Pipeline, Settings
from eventx.plugins import PluginHost
from eventx.testing import Check, EchoExtractor, all_checks, cases_from_toml, check_plugin, parametrize_with_checks
from eventx.testing.cases import read_cases
from eventx.testing.checks import Problem

pytest_plugins = ["pytester"]


@pytest.fixture
def parts():
    import kit_parts

    return kit_parts


@pytest.fixture
def moody(parts):
    class Moody(parts.Protests):
        def read(self, analysis):
            return [attrs.evolve(m, confidence=random.random()) for m in super().read(analysis)]

    return parts.Plugin(extractor=Moody)


REASON = {"extractor.same_twice": "samples on purpose"}


def test_expected_failure_is_no_failure(moody, parts):
    report = check_plugin(moody, name="moody", cases=parts.CASES, expected_failures=REASON)

    assert report.ok
    assert [r.id for r in report.results if r.outcome == "expected"] == ["extractor.same_twice[moody:protests]"]


def test_expected_failure_that_passes_is_a_failure(parts):
    report = check_plugin(
        parts.Plugin(extractor=parts.Protests), name="sound", cases=parts.CASES, expected_failures=REASON
    )

    assert [r.check.id for r in report.failures] == ["extractor.same_twice"]
    assert "it passes now, and was expected to fail because: samples on purpose" in str(report)


def test_expected_failure_can_name_the_component(moody, parts):
    named = {"extractor.same_twice[moody:protests]": "samples on purpose"}

    assert check_plugin(moody, name="moody", cases=parts.CASES, expected_failures=named).ok


@pytest.mark.parametrize(
    ("expected", "message"),
    [
        ({"extractor.same_twise": "x"}, "no check 'extractor.same_twise'. Did you mean 'extractor.same_twice"),
        ({"extractor.same_twice": " "}, "extractor.same_twice needs a reason"),
    ],
)
def test_expected_failure_needs_an_id_and_a_reason(moody, parts, expected, message):
    with pytest.raises(ValueError, match=message):
        check_plugin(moody, cases=parts.CASES, expected_failures=expected)


def test_report_raises_what_failed(moody, parts):
    report = check_plugin(moody, name="moody", cases=parts.CASES)

    with pytest.raises(AssertionError, match=r"failed +extractor.same_twice\[moody:protests\]"):
        report.raise_failures()


def test_every_check_says_what_it_demands():
    assert all(check.demand.endswith(".") for check in all_checks())


def test_new_check_warns_in_the_version_that_brings_it(monkeypatch):
    new = Check(id="extractor.new", demand="", since="0.9", run=lambda subject: [Problem(what="x", remedy="y")])
    assert not new.warns

    monkeypatch.setattr("eventx.testing.checks.__version__", "0.9.3")

    assert new.warns
    assert not attrs.evolve(new, since="0.8").warns


CONFORMS = """
import kit_parts
from eventx.testing import parametrize_with_checks

@parametrize_with_checks(kit_parts.Plugin(extractor=kit_parts.{extractor}), name="mine", cases=kit_parts.CASES{more})
def test_conforms(check):
    check()
"""


def test_pytest_gets_one_test_a_check_with_stable_ids(pytester):
    pytester.makepyfile(CONFORMS.format(extractor="Protests", more=""))

    result = pytester.runpytest_inprocess("-v", "-p", "no:cacheprovider")

    assert set(result.parseoutcomes()) == {"passed", "skipped"}
    result.stdout.fnmatch_lines(["*test_conforms*extractor.surface_text*mine:protests*PASSED*"])


def test_pytest_shows_what_failed(pytester):
    pytester.makepyfile(
        "import kit_parts\n\nclass Idle(kit_parts.Protests):\n    def read(self, analysis):\n        return []\n"
        + CONFORMS.format(extractor="Protests", more="").replace("kit_parts.Protests", "Idle")
    )

    result = pytester.runpytest_inprocess("-p", "no:cacheprovider")

    assert result.parseoutcomes()["failed"] == 1
    result.stdout.fnmatch_lines(["*plugin 'mine', component 'protests': it found nothing in its 3 cases*"])


def test_pytest_takes_expected_failures_strictly(pytester):
    pytester.makepyfile(
        CONFORMS.format(extractor="Protests", more=", expected_failures={'extractor.runs': 'not ready'}")
    )

    result = pytester.runpytest_inprocess("-p", "no:cacheprovider")

    assert result.parseoutcomes()["failed"] == 1
    result.stdout.fnmatch_lines(["*XPASS(strict)*not ready*"])


def test_parametrize_takes_installed_plugins():
    mark = parametrize_with_checks("rules").mark

    assert mark.args[0] == "check"
    assert "extractor.cases[rules:events]" in [parameter.id for parameter in mark.args[1]]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[case]]", r"c\.toml:1: case: unknown key; allowed: cases, files\. Did you mean 'cases'\?"),
        ("[[cases]]\npublished = 2024-01-01", r"c\.toml:1: cases 1: expected text, a text in quotes"),
        (
            "[[cases]]\ntext = 'A'\npublished = 'Monday'",
            r"c\.toml:3: cases 1\.published: expected a date as YYYY-MM-DD",
        ),
        ("[[cases]]\ntext = 'A'\nmention = []", r"c\.toml:3: cases 1\.mention: unknown key.*'mentions'"),
        (
            "[[cases]]\ntext = 'He rallied.'\n[[cases.mentions]]\ntype = 'X'\ntrigger = 'ralied'",
            r"c\.toml:5: cases 1\.mentions 1\.trigger: 'ralied' does not stand in the case's text, 'He rallied\.'",
        ),
        (
            "[[cases]]\ntext = 'He rallied.'\nmentions = [{type = 'X', trigger = 'rallied', arguments.who = 'She'}]",
            r"cases 1\.mentions 1\.arguments\.who: 'She' does not stand",
        ),
        (
            "[[cases]]\ntext = 'He rallied.'\n[[cases.mentions]]\ntype = 'X'\ntrigger = 'rallied'\nmodality = 'real'",
            r"modality: 'real' is not one of asserted, planned",
        ),
        ("[[files]]\nname = 'a.x'", r"files 1: expected either content, with a name, or file"),
        ("[[files]]\nname = 'a.x'\ncontent = ''", r"files 1: expected \[\[files\.articles\]\]"),
        ("[[files]]\nfile = 'none.x'", r"files 1\.file: none\.x cannot be read"),
        ("cases = 3", r"cases: expected \[\[cases\]\] tables"),
    ],
)
def test_wrong_case_is_refused_with_place_and_remedy(text, message):
    with pytest.raises(SchemaError, match=message):
        cases_from_toml(text, source="c.toml")


def test_case_compares_what_it_says_and_no_more():
    cases = cases_from_toml(
        """
        [[cases]]
        text = "Miners and Nurses rallied, he said."
        [[cases.mentions]]
        type = "PROTEST"
        trigger = "rallied"
        arguments.protester = ["Nurses", "Miners"]
        attribution = "he"
        """,
        source="c.toml",
    )
    (case,) = cases.texts
    (expected,) = case.mentions
    mention = EventMention(
        article_id="a", type="PROTEST", trigger=case.article.span(18, 25), modality="planned", attribution=None
    )

    assert expected.differences(mention) == [
        "protester: expected 'Nurses' and 'Miners', found nothing",
        "attribution: expected 'he', found None",
    ]


def test_echo_gives_back_what_it_was_given():
    article = Article.of("Envoys visited Ostrava on Monday.", id="a1", published="2024-03-06")
    echo = EchoExtractor([EventMention(article_id="a1", type="VISIT", trigger=article.span(7, 14))])
    host = PluginHost(plugins={"echo": echo.plugin()}, installed=False, environ={})

    (event,) = Pipeline(Settings(extractor="echo", strict=True), host=host).timeline([article])

    assert (event.type, str(event.when)) == ("VISIT", "2024-03-04")
    assert echo.seen == ["a1"]


@pytest.fixture
def fixtures(pytester):
    pytester.makeconftest("pytest_plugins = ['eventx.testing.fixtures']")
    return pytester


def test_fixtures_make_hosts_articles_and_dates(fixtures):
    fixtures.makepyfile(
        """
        import kit_parts
        from eventx.components import ExtractorRecord

        def test_host(eventx_host):
            host = eventx_host(kit_parts.Plugin(extractor=kit_parts.Protests))
            assert [c.qualified for c in host.components(ExtractorRecord)] == ["plugin:protests"]

        def test_articles(article_factory, frozen_dct):
            first, second = article_factory("One."), article_factory("Two.", published="2020-01-01", title="T")
            assert first.published == frozen_dct
            assert str(second.published) == "2020-01-01"
            assert (first.id, second.id) == ("article-1", "article-2")
        """
    )

    fixtures.runpytest_inprocess("-p", "no:cacheprovider").assert_outcomes(passed=2)


def test_fixture_keeps_off_the_network(fixtures):
    fixtures.makepyfile(
        """
        import socket
        import pytest
        from eventx.testing import NetworkUsedError

        def test_refused(no_network):
            with pytest.raises(NetworkUsedError):
                socket.create_connection(("192.0.2.1", 80))
            assert no_network == ["look up '192.0.2.1'"]
        """
    )

    fixtures.runpytest_inprocess("-p", "no:cacheprovider").assert_outcomes(passed=1)


def test_cases_in_another_encoding_are_told(tmp_path):
    (tmp_path / "cases.toml").write_bytes("# M\xf6ller".encode("latin-1"))
    with pytest.raises(SchemaError, match=r"cases\.toml: not UTF-8"):
        read_cases(tmp_path / "cases.toml")
