"""The same wire report in three papers: three articles that tell of its events, and no event more."""

from __future__ import annotations

import json

import pytest

import eventx as library
from eventx import Article

# Distinct events, each told once; three papers print them with the changes that papers make.
WIRE = """PORT HALDEN, March 9 (CNA) - Gunmen attacked a police station in Selby on Friday, killing three officers, the
interior ministry said.

Interior Minister Petra Vans accused the Northern Front of the attack. The Northern Front denied the accusation.

President Anton Reyk will visit Selby on Monday, his office said."""
PAPERS = {
    "agency": WIRE,
    "herald": WIRE.replace("PORT HALDEN, March 9 (CNA) - ", "")
    + "\n\nOur correspondent in Selby helped to report this.",
    "mirror": WIRE.replace("Friday, killing three officers,", "Friday and killed three officers,"),
}


@pytest.fixture(scope="module")
def alone():
    return library.build_timeline([Article.of(WIRE, id="agency", published="2024-03-09")])


def papers(*days):
    return [
        Article.of(text, id=paper, source=paper, published=day)
        for (paper, text), day in zip(PAPERS.items(), days, strict=True)
    ]


@pytest.mark.parametrize(
    "days", [("2024-03-09",) * 3, ("2024-03-09", "2024-03-09", "2024-03-10")], ids=["same day", "a day later"]
)
def test_copies_tell_of_the_same_events(alone, days):
    timeline = library.build_timeline(papers(*days))

    assert len(alone.events) >= 3
    assert [event.type for event in timeline.events] == [event.type for event in alone.events]


def test_copies_count_as_articles_that_tell_of_an_event():
    timeline = library.build_timeline(papers(*["2024-03-09"] * 3))

    for event in timeline.events:
        assert {mention.article_id for mention in event.mentions} == set(PAPERS)


def test_summary_tells_of_the_copies(run, tmp_path):
    lines = [json.dumps({"id": paper, "text": text, "published": "2024-03-09"}) for paper, text in PAPERS.items()]
    (tmp_path / "wire.jsonl").write_text("\n".join(lines))
    done = run("timeline", tmp_path / "wire.jsonl", "--format", "json", "--output", tmp_path / "out.json")

    assert done.stderr.endswith("; 2 articles are near copies of others\n")
