"""A file of the user's that tells eventx who is who."""

from __future__ import annotations

import json

import pytest

TEXT = "The Iron Gardener visited Nairobi on Thursday."


@pytest.fixture
def names(tmp_path):
    path = tmp_path / "names.toml"
    path.write_text('["Aino Laine"]\naliases = ["the Iron Gardener"]\ncountry = "FIN"\ncategory = "GOV"\n')
    return path


def test_timeline_calls_people_as_the_file_does(run, tmp_path, names):
    article = json.dumps({"id": "a", "published": "2024-03-01", "text": TEXT})
    done = run("timeline", "-", "--aliases", names, "--format", "json", stdin=article)

    (laine,) = [one for one in json.loads(done.stdout)["entities"] if one["name"] == "Aino Laine"]
    assert (laine["country"], laine["category"]) == ("FIN", "GOV")


def test_wrong_file_is_named_with_what_is_wrong(run, tmp_path, names):
    names.write_text('["Aino Laine"]\naliasses = ["the Iron Gardener"]\n')
    done = run("extract", "-", "--aliases", names, stdin=json.dumps({"id": "a", "text": TEXT}))

    assert done.returncode == 1
    assert "names.toml" in done.stderr
    assert "Did you mean 'aliases'" in done.stderr
