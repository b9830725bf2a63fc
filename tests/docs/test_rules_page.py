"""The sentences of the page on the rules are read as its tables say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from eventx_rules.extractor import RuleExtractor

from eventx.analysis import Analyser
from eventx.model import Article

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "rules.md"
ROW = re.compile(r"\| (?P<sentence>.+) \| (?P<type>[A-Z]+) \*(?P<trigger>.+)\* \| (?P<roles>.*)\|")
ROLE = re.compile(r"(\w+): \*\*(.+?)\*\*")

ROWS = [row.groupdict() for row in map(ROW.fullmatch, PAGE.read_text(encoding="utf-8").splitlines()) if row]


@pytest.fixture(scope="module")
def mentions():
    """The mentions in each sentence of the page, all parsed at once."""
    analyser, extractor = Analyser(), RuleExtractor()
    sentences = dict.fromkeys(row["sentence"] for row in ROWS)
    analyses = {sentence: analyser.analyse(Article.of(sentence)) for sentence in sentences}
    analyser.parse([(analysis, range(len(analysis.sentences))) for analysis in analyses.values()])
    return {sentence: list(extractor.extract([analysis])) for sentence, analysis in analyses.items()}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["sentence"])
def test_sentence_is_read_as_the_page_says(mentions, row):
    read = [
        [(argument.role, argument.text) for argument in mention.arguments]
        for mention in mentions[row["sentence"]]
        if (mention.type, mention.trigger.text) == (row["type"], row["trigger"])
    ]

    assert read == [ROLE.findall(row["roles"])]


def test_page_has_its_tables():
    assert len(ROWS) > 100
