"""The same wire report in several papers."""

import random
import time

import pytest

from eventx.model import Article
from eventx.pipeline import Report
from eventx.pipeline.near_copies import Sketch, near_copies

REPORT = """A bomb exploded outside the ferry terminal in Port Halden on Saturday morning, killing seventeen people and
wounding more than forty, police said. The blast tore through the ticket hall when the terminal was crowded with
commuters. No group claimed responsibility. The interior minister blamed a separatist group for the attack and said
that two suspects had been detained near the border. The president will visit the town on Monday, his office said."""
OTHER = """The foreign minister of Velmark arrived in Port Halden on Thursday for two days of talks on fishing rights.
She denied that her government had ordered the coast guard to board trawlers in the disputed waters, and accused the
harbour authority of inventing the incident. Talks are to go on next week in the capital, where a summit is planned."""


def found(*texts):
    articles = [Article.of(text, id=f"a{number}") for number, text in enumerate(texts)]
    copies = near_copies((article.id, Sketch.of(article)) for article in articles)
    return [copies.get(article.id) for article in articles]


def words(count, seed):
    chosen = random.Random(seed)
    return [f"w{chosen.randrange(5_000)}" for _ in range(count)]


@pytest.mark.parametrize(
    "copy",
    [
        REPORT,
        "PORT HALDEN (Wire) — " + REPORT + " Further reporting by our staff.",
        REPORT.replace("\n", " ").replace("Saturday morning", "Saturday").replace("more than forty", "dozens"),
        REPORT[: len(REPORT) // 2],
    ],
    ids=["same", "framed", "edited", "cut"],
)
def test_copy_is_told_with_the_first_of_its_wording(copy):
    assert found(REPORT, OTHER, copy) == [None, None, "a0"]
    assert found(OTHER, copy, REPORT) == [None, None, "a1"]


def test_report_of_the_same_in_other_words_is_no_copy():
    told = """Seventeen people died in Port Halden on Saturday when a bomb went off at the ferry terminal. Police
    counted over forty wounded among the commuters in the ticket hall. Nobody has said that they did it, but the
    interior minister holds separatists responsible. Two men are under arrest, and the president is expected
    there on Monday."""
    assert found(REPORT, told) == [None, None]


def test_quotation_in_a_long_article_is_no_copy():
    assert found(REPORT, " ".join(words(400, 1)) + REPORT) == [None, None]


def test_common_footer_makes_no_copies():
    footer = "Copyright by the Coastal News Agency. All rights reserved. Do not print or pass on without our consent."
    assert found(*(" ".join(words(120, seed)) + footer for seed in range(20))) == [None] * 20


def test_boilerplate_is_not_compared():
    menu = " ".join(words(200, 1))
    articles = [Article(id=text[:9], text=f"{menu} {text}", boilerplate=((0, len(menu)),)) for text in (REPORT, OTHER)]
    assert near_copies((article.id, Sketch.of(article)) for article in articles) == {}


@pytest.mark.parametrize("length", [500, 3_000])
def test_share_of_words_is_estimated_in_long_articles_too(length):
    text = words(length, 1)
    half = text[: length // 2] + words(length // 2, 2)
    mostly = text[: length * 9 // 10] + words(length // 10, 2)
    assert found(*map(" ".join, (text, half, mostly))) == [None, None, "a0"]


def test_very_short_articles_are_copies_only_if_they_are_the_same():
    assert found("Rebels fled.", "Rebels fled!", "Rebels stayed.", "") == [None, "a0", None, None]


def test_many_copies_and_many_others_are_told_in_time_linear_in_them():
    def seconds(count):
        start = time.process_time()
        texts = [REPORT + f" {number}" for number in range(count)] + [
            " ".join(words(80, number)) for number in range(count)
        ]
        assert sum(one is not None for one in found(*texts)) == count - 1
        return time.process_time() - start

    seconds(20)
    assert seconds(1_000) < 30 * seconds(100)


@pytest.mark.parametrize(
    ("copies", "told"),
    [
        ({}, ""),
        ({"b": "a"}, "; 1 article is a near copy of others"),
        ({"b": "a", "c": "a"}, "; 2 articles are near copies of others"),
    ],
)
def test_report_tells_of_copies(copies, told):
    assert Report(near_copies=copies).summary() == f"0 articles, 0 mentions{told}"


def test_report_tells_of_files_of_other_kinds():
    assert Report(other_files=3).summary() == "0 articles, 0 mentions; 3 files of other kinds skipped"


def test_timeline_notes_copies_and_keeps_their_articles(fake):
    pipeline = fake()
    articles = [
        Article.of(REPORT, id="b"),
        Article.of(REPORT, id="a", published="2024-03-09"),
        Article.of(OTHER, id="c"),
    ]
    timeline = pipeline.timeline(articles)
    assert pipeline.report.near_copies == {"b": "a"}
    assert [(info.id, info.copy_of) for info in timeline.articles] == [("a", None), ("b", "a"), ("c", None)]


def test_copies_are_known_from_the_store(fake, tmp_path):
    fake().timeline([Article.of(REPORT, id="a")], store=tmp_path / "events.db")
    timeline = fake().timeline([Article.of(REPORT, id="b")], store=tmp_path / "events.db")
    assert [(info.id, info.copy_of) for info in timeline.articles] == [("a", None), ("b", "a")]


@pytest.mark.parametrize("data", [b"", b"12345", "text"])
def test_what_is_no_sketch_is_refused(data):
    with pytest.raises(ValueError, match="no sketch of an article"):
        Sketch.from_bytes(data)
