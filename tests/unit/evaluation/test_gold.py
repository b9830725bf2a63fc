from __future__ import annotations

import datetime as dt
import json

import pytest

from eventx.errors import SourceError
from eventx.evaluation import read_gold

TEXT = "Rebels shelled the port."
MENTION = {
    "type": "ATTACK",
    "trigger": [7, 14],
    "arguments": [{"role": "attacker", "start": 0, "end": 6}],
    "date": "2024-03-08",
    "modality": "asserted",
    "cluster": "A",
    "about": None,
}
ARTICLE = {"id": "a1", "published": "2024-03-09", "source": "Herald", "text": TEXT, "mentions": [MENTION]}


@pytest.fixture
def written(tmp_path):
    def write(*rows):
        path = tmp_path / "gold.jsonl"
        lines = (row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows)
        path.write_bytes(b"\n".join(lines) + b"\n")
        return path

    return write


def test_gold_is_read(written):
    (article,) = read_gold(written(ARTICLE))
    (mention,) = article.mentions

    assert (article.id, article.text, article.published, article.source, article.topic) == (
        "a1", TEXT, dt.date(2024, 3, 9), "Herald", None,
    )  # fmt: skip
    assert (mention.type, mention.trigger.text, mention.modality, mention.cluster) == (
        "ATTACK", "shelled", "asserted", "A",
    )  # fmt: skip
    assert [(argument.role, argument.span.text) for argument in mention.arguments] == [("attacker", "Rebels")]


def test_only_type_and_trigger_are_required_of_a_mention(written):
    (article,) = read_gold(written({**ARTICLE, "mentions": [{"type": "STORM", "trigger": [7, 14]}]}))
    (mention,) = article.mentions

    assert (mention.arguments, mention.when, mention.modality, mention.cluster) == ((), None, "asserted", None)


def test_blank_lines_and_a_byte_order_mark_are_no_articles(written):
    assert len(read_gold(written(b"\xef\xbb\xbf" + json.dumps(ARTICLE).encode(), b"", b"  "))) == 1


def test_number_is_a_cluster_name_too(written):
    (article,) = read_gold(written({**ARTICLE, "mentions": [{**MENTION, "cluster": 3}]}))

    assert article.mentions[0].cluster == "3"


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2024-03-08", "2024-03-08", "2024-03-08"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2024-03-04/2024-03-10", "2024-03-04", "2024-03-10"),
        ("2023-11/2024-02", "2023-11-01", "2024-02-29"),
    ],
)
def test_date_is_an_interval(written, value, start, end):
    (article,) = read_gold(written({**ARTICLE, "mentions": [{**MENTION, "date": value}]}))
    when = article.mentions[0].when

    assert (when.start.isoformat(), when.end.isoformat()) == (start, end)


def broken(**fields):
    return {**ARTICLE, "mentions": [{**MENTION, **fields}]}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (b"{", r"not valid JSON \(Expecting property name.*\); expected one article a line"),
        (b"\xff", "not UTF-8 at byte 1 of the line"),
        (b"[]", r"line: expected an object, got \[\]"),
        ({"text": TEXT, "mentions": []}, "id: missing"),
        ({**ARTICLE, "text": 5}, "text: expected a string, got 5"),
        ({**ARTICLE, "published": "yesterday"}, "published: expected YYYY-MM-DD or ISO 8601, got 'yesterday'"),
        ({"id": "a", "text": TEXT}, "mentions: missing; expected a list, empty where there is nothing"),
        ({**ARTICLE, "mentions": {}}, "mentions: expected a list, got {}"),
        ({**ARTICLE, "mentions": ["x"]}, r'mentions\[0\]: expected an object, got "x"'),
        ({**ARTICLE, "mentions": [MENTION, {"trigger": [7, 14]}]}, r"mentions\[1\].type: missing"),
        (broken(trigger=[7]), r"mentions\[0\].trigger: expected \[start, end\], got \[7\]"),
        (broken(trigger=[7, "14"]), r'mentions\[0\].trigger: expected two whole numbers, .* got 7 and "14"'),
        (broken(trigger=[7, 25]), r"mentions\[0\].trigger: span \[7, 25\) ends after the text, which has 24"),
        (broken(trigger=[14, 7]), r"mentions\[0\].trigger: .*empty or backwards"),
        (broken(date="March"), r"mentions\[0\].date: expected YYYY-MM-DD, YYYY-MM, YYYY or two of them .* 'March'"),
        (broken(date="2024-03-10/2024-03-04"), r"mentions\[0\].date: .*first day 2024-03-10 is after last day"),
        (broken(modality="planed"), r"mentions\[0\].modality: expected one of .* 'planed'. Did you mean 'planned'\?"),
        (
            broken(arguments=[{"role": "atacker", "start": 0, "end": 6}]),
            r"mentions\[0\].arguments\[0\].role: ATTACK has no role 'atacker'; .* Did you mean 'attacker'\?",
        ),
        (
            broken(arguments=[{"role": "attacker", "start": 0, "end": 6, "text": "Rebel"}]),
            r"mentions\[0\].arguments\[0\]: says 'Rebel', but the article has 'Rebels' there",
        ),
        (ARTICLE, "id: a second article 'a1'"),
    ],
)
def test_slip_is_told_by_file_line_and_field(written, row, message):
    path = written(ARTICLE, row)

    with pytest.raises(SourceError, match=message) as raised:
        read_gold(path)
    assert str(raised.value).startswith(f"{path}:2: ")


def test_every_slip_is_told_if_asked(written):
    problems = []
    articles = read_gold(written(b"{", ARTICLE, b"[]"), on_error=problems.append)

    assert [problem.line for problem in problems] == [1, 3]
    assert [article.id for article in articles] == ["a1"]


def test_link_to_no_cluster_is_told(written):
    with pytest.raises(SourceError, match="article 'a1', ATTACK at 7: about 'B' is no cluster of the article"):
        read_gold(written(broken(about="B")))


def test_link_may_go_to_another_article_of_the_topic(written):
    one = {**broken(about="B"), "topic": "port"}
    other = {**broken(cluster="B"), "topic": "port", "id": "a2"}

    assert len(read_gold(written(one, other))) == 2


def test_empty_file_is_told(written):
    with pytest.raises(SourceError, match="holds no article"):
        read_gold(written(b""))


def test_missing_file_is_told(tmp_path):
    with pytest.raises(SourceError, match=r"nowhere\.jsonl: cannot be read: No such file"):
        read_gold(tmp_path / "nowhere.jsonl")
