from __future__ import annotations

import pytest

from eventx.entities import EnglishResolver, load_gazetteer
from eventx.entities.lexicon import read_data
from eventx.errors import SourceError

CATEGORIES = {"REB", "GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PTY", "IGO", "NGO", "MED", "BUS", "CRM", "CVL"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("British", "GBR"),
        ("Dutch", "NLD"),
        ("Pakistani", "PAK"),
        ("Islamabad", "PAK"),
        ("Kremlin", "RUS"),
        ("White House", "USA"),
        ("U.S.", "USA"),
        ("Swiss", "CHE"),
        ("Filipino", "PHL"),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("Tamil Tigers", "LKA"),
        ("Haqqani network", "AFG"),
    ],
)
def test_gazetteer_knows_the_country(name, code):
    assert load_gazetteer().get(name).country == code


def test_countries_have_three_letter_codes_and_names():
    countries = read_data("countries.toml")
    assert len(countries) >= 249
    assert all(len(code) == 3 and code.isupper() and row["name"] for code, row in countries.items())


def test_groups_have_known_countries_and_categories():
    countries = set(read_data("countries.toml"))
    for name, row in read_data("groups.toml").items():
        assert row["category"] in CATEGORIES, name
        assert row.get("country", "USA") in countries, name


def test_armed_groups_are_many():
    rebels = [name for name, row in read_data("groups.toml").items() if row["category"] == "REB"]
    assert len(rebels) >= 110


def test_aliases_of_the_user_go_first(tmp_path):
    file = tmp_path / "aliases.toml"
    file.write_text(
        '["Dorvik Liberation Front"]\naliases = ["DLF", "the Front"]\ncountry = "ISL"\ncategory = "REB"\n',
        encoding="utf-8",
    )
    known = load_gazetteer(file).get("DLF")
    assert (known.name, known.country, known.category) == ("Dorvik Liberation Front", "ISL", "REB")


def test_aliases_may_override_a_built_in_name(tmp_path):
    file = tmp_path / "aliases.toml"
    file.write_text('["Wagner Opera House"]\naliases = ["Wagner"]\n', encoding="utf-8")
    assert load_gazetteer(file).get("Wagner").name == "Wagner Opera House"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("not toml", "cannot read"),
        ('["X"]\nalias = ["Y"]\n', "Did you mean 'aliases'"),
        ('["X"]\naliases = "Y"\n', "list of names"),
        ('X = "Y"\n', "expected a table"),
    ],
)
def test_alias_file_of_another_form_is_refused(tmp_path, text, says):
    file = tmp_path / "aliases.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=says):
        load_gazetteer(file)


def test_missing_alias_file_is_refused(tmp_path):
    with pytest.raises(SourceError, match="cannot read"):
        EnglishResolver({"aliases": str(tmp_path / "none.toml")})


def test_unknown_option_is_refused():
    with pytest.raises(ValueError, match="alias_file"):
        EnglishResolver({"alias_file": "x"})
