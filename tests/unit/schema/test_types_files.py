"""Types files: what a wrong one is told, and a run with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventx.errors import ComponentNotFoundError, SchemaError
from eventx.model import Article
from eventx.pipeline import Pipeline, Settings
from eventx.schema import Catalogue, EventType, standard_types, toml_text, types_from_toml

EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "types" / "protests.toml"
STANDARD = Catalogue(standard_types())

ARTICLE = Article.of(
    "Students rallied in Selby on Monday for lower rents. The army shelled the port.", id="a1", published="2024-05-22"
)


@pytest.fixture
def types_file(tmp_path, monkeypatch):
    """Write the example with something else in it; its name."""
    monkeypatch.chdir(tmp_path)

    def write(old: str = "", new: str = "") -> str:
        text = EXAMPLE.read_text(encoding="utf-8")
        assert old in text
        Path("own.toml").write_text(text.replace(old, new) if old else text, encoding="utf-8")
        return "own.toml"

    return write


def run(path, **settings):
    pipeline = Pipeline(Settings(types_files=[path], strict=True, **settings))
    return [mention for result in pipeline.extract([ARTICLE]) for mention in result.mentions]


def test_types_file_adds_its_type_to_the_standard_ones(types_file):
    protest, attack = run(types_file())

    assert (protest.type, protest.trigger.text, str(protest.when)) == ("PROTEST", "rallied", "2024-05-20")
    assert {a.role: a.text for a in protest.arguments} == {
        "protester": "Students",
        "place": "Selby",
        "demand": "lower rents",
    }
    assert attack.type == "ATTACK"


def test_standard_mentions_are_the_same_with_and_without(types_file):
    def told(mentions):
        return [(m.mention_id, m.spans(), m.modality, m.confidence, m.when) for m in mentions if m.type == "ATTACK"]

    without = [m for result in Pipeline().extract([ARTICLE]) for m in result.mentions]

    assert told(run(types_file())) == told(without) != []


def test_timeline_uses_the_summary_of_the_file(types_file):
    timeline = Pipeline(Settings(types_files=[types_file()])).timeline([ARTICLE])

    assert [event.summary for event in timeline.of_type("PROTEST")] == [
        "Students protest in Selby for lower rents (20 May 2024)"
    ]


def test_word_list_of_a_file_goes_before_the_common_one(types_file):
    """So that a list added to eventx later cannot change what a file means."""
    path = types_file("workplaces = [", 'buildings = ["nothing"]\nworkplaces = [')

    assert [mention.type for mention in run(path)] == ["PROTEST", "ATTACK"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[words]", "[word]", r"own\.toml:13: word: unknown key; allowed: type, .*Did you mean 'words'"),
        ("PROTEST", "ATTACK", r"own\.toml:3: types\.ATTACK: there is an event type ATTACK already"),
        ("summary =", 'about = ["ATTAK"]\nsummary =', r"own\.toml:5: types\.PROTEST\.about: .*Did you mean 'ATTACK'\?"),
        ("{protester} protest", "{protestor} protest", r"own\.toml:5: types\.PROTEST\.summary: no role 'protestor'"),
        ("verb = [", "verbs = [", r"own\.toml:34: triggers 1\.verbs: unknown key"),
        (
            'frame = "protest"\nrequire',
            'frame = "protst"\nrequire',
            r"own\.toml:43: triggers 3\.frame: no frame 'protst'",
        ),
        ("[types.PROTEST]", "[types.protest]", r"own\.toml:3: types\.protest: 'protest': a type's name is in upper"),
        (
            "demand = {",
            "Demand = {",
            r"own\.toml:10: types\.PROTEST\.roles\.Demand: 'Demand': a type's name is in upper",
        ),
    ],
)
def test_wrong_file_is_refused_with_line_key_and_remedy(types_file, old, new, message):
    with pytest.raises(SchemaError, match=message):
        run(types_file(old, new))


def test_missing_file_is_told(tmp_path):
    with pytest.raises(SchemaError, match=r"none\.toml: cannot be read: No such file"):
        toml_text(tmp_path / "none.toml")


def test_file_in_another_encoding_is_told(tmp_path):
    (tmp_path / "own.toml").write_bytes("# Düsseldorf".encode("latin-1"))

    with pytest.raises(SchemaError, match=r"own\.toml: not UTF-8, .*save it as UTF-8"):
        toml_text(tmp_path / "own.toml")


def test_extractor_that_reads_no_types_files_is_refused(types_file, tmp_path):
    from eventx.components import ExtractorRecord
    from eventx.hookspecs import hookimpl
    from eventx.plugins import PluginHost

    class Plain:
        @hookimpl
        def eventx_extractors(self):
            return [ExtractorRecord(name="plain", description="", build=dict, types=["VISIT"])]

    host = PluginHost(plugins={"plain": Plain()})
    with pytest.raises(ComponentNotFoundError, match=r"'plain' reads none.* that does: rules:events"):
        Pipeline(Settings(types_files=[types_file()], extractor="plain"), host=host).timeline([ARTICLE])


def test_same_type_may_come_twice_if_it_is_equal():
    text = EXAMPLE.read_text(encoding="utf-8")
    (protest,) = types_from_toml(text, source="p.toml")

    assert types_from_toml(text, source="p.toml", known={**STANDARD, "PROTEST": protest}) == (protest,)


def test_plugin_can_ship_a_types_file():
    from eventx_rules.types_files import extractor_record

    from eventx.hookspecs import hookimpl
    from eventx.plugins import PluginHost

    text = EXAMPLE.read_text(encoding="utf-8")

    class Protests:
        @hookimpl
        def eventx_event_types(self):
            return types_from_toml(text, source="protests.toml")

        @hookimpl
        def eventx_extractors(self):
            return [extractor_record(text, source="protests.toml", name="events", description="Protests")]

    host = PluginHost(plugins={"protests": Protests()})
    pipeline = Pipeline(Settings(extractor="protests", strict=True), host=host)
    (result,) = pipeline.extract([ARTICLE])

    assert [(mention.type, mention.extractor) for mention in result.mentions] == [("PROTEST", "protests")]


def test_summary_with_a_role_that_there_is_not_is_refused():
    with pytest.raises(ValueError, match="summary: no role 'strikers'; roles: none"):
        EventType(name="STRIKE", summary="{strikers} strike")
