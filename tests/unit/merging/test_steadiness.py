"""What an extractor misses or misreads in one article does not take an event apart that five articles tell."""

import datetime as dt

import pytest

from eventx.merging import EnglishMerger
from eventx.model import Argument, ArticleInfo, EventMention, Span, When

# How each paper words it.
PAPERS = {
    "a": ("bombing", "rebels", "the ferry"),
    "b": ("blast", "rebels", "a ferry"),
    "c": ("exploded", "unknown men", "the ferry"),
    "d": ("attack", "rebels", "the crowded ferry"),
    "e": ("bombed", "gunmen", "the ferry"),
}
INFOS = {paper: ArticleInfo(id=paper, published=dt.date(2021, 5, 8 + n)) for n, paper in enumerate(PAPERS)}


def tell(paper: str, changes: dict[str, str | None]) -> EventMention:
    word, attacker, target = PAPERS[paper]
    told = {"attacker": attacker, "target": target, "place": "Port Hallow", "day": "2021-05-07"} | changes
    day = told.pop("day")
    date = dt.date.fromisoformat(day) if day else None
    return EventMention(
        article_id=paper,
        type="ATTACK",
        trigger=Span(start=0, end=len(word), text=word),
        arguments=[
            Argument(role=role, span=Span(start=100 * n, end=100 * n + len(text), text=text))
            for n, (role, text) in enumerate(told.items(), 1)
            if text
        ],
        when=When(start=date, end=date, granularity="day") if date else None,
    )


@pytest.mark.parametrize("damaged", PAPERS)
@pytest.mark.parametrize(
    "changes",
    [
        {"attacker": None},
        {"attacker": "Karl Lidow"},
        {"target": None},
        {"target": "two guards"},
        {"place": None},
        {"place": "the harbour"},
        {"day": None},
        {"day": "2021-05-08"},
        {"day": None, "target": None},
    ],
    ids=str,
)
def test_merge_keeps_an_event_whole_that_one_article_tells_otherwise(changes, damaged) -> None:
    mentions = [tell(paper, changes if paper == damaged else {}) for paper in PAPERS]
    assert len(EnglishMerger().merge(mentions, (), INFOS)) == 1


@pytest.mark.parametrize("changes", [{"day": "2021-04-02"}, {"place": "Selby"}], ids=str)
def test_merge_keeps_an_event_of_another_day_or_town_apart(changes) -> None:
    mentions = [tell(paper, changes if paper == "e" else {}) for paper in PAPERS]
    assert len(EnglishMerger().merge(mentions, (), INFOS)) == 2
