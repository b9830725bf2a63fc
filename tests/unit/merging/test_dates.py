import datetime as dt

import attrs

from eventx.merging.dates import agreed, claims
from eventx.model import EventMention, Span, When


def mention(article_id: str, first: str | None, last: str | None = None, **fields) -> EventMention:
    when = None
    if first:
        start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
        fields.setdefault("granularity", "day" if start == end else "interval")
        when = When(start=start, end=end, **fields)
    return EventMention(article_id=article_id, type="ATTACK", trigger=Span(start=0, end=4, text="raid"), when=when)


def when_of(*mentions: EventMention) -> str | None:
    when = agreed(claims(mentions), mentions)
    return str(when) if when else None


def test_claims_keeps_every_date_with_those_who_give_it() -> None:
    found = claims([mention("a", "2021-05-07"), mention("b", "2021-05-08"), mention("c", "2021-05-07")])
    assert [(str(claim.when), claim.mentions) for claim in found] == [
        ("2021-05-07", ("a#0:ATTACK", "c#0:ATTACK")),
        ("2021-05-08", ("b#0:ATTACK",)),
    ]


def test_claims_leaves_publication_dates_out() -> None:
    assert claims([mention("a", "2021-05-07", source="publication"), mention("b", None)]) == ()


def test_claims_lets_the_text_speak_before_inheritance() -> None:
    (claim,) = claims([mention("a", "2021-05-07", source="inherited"), mention("b", "2021-05-07", source="text")])
    assert claim.when.source == "text"


def test_agreed_takes_the_most_precise_claim() -> None:
    assert when_of(mention("a", "2021-05-01", "2021-05-31"), mention("b", "2021-05-07")) == "2021-05-07"


def test_agreed_takes_the_claim_that_most_are_consistent_with() -> None:
    week = mention("c", "2021-05-03", "2021-05-09")
    assert when_of(mention("a", "2021-05-20"), mention("b", "2021-05-07"), week) == "2021-05-07"


def test_agreed_counts_articles_and_not_how_often_they_say_it() -> None:
    often = [attrs.evolve(mention("a", "2021-05-20"), trigger=Span(start=n, end=n + 4, text="raid")) for n in range(5)]
    assert when_of(*often, mention("b", "2021-05-07"), mention("c", "2021-05-07")) == "2021-05-07"


def test_agreed_does_not_believe_that_what_happened_lies_ahead() -> None:
    told = [mention("a", "2021-05-12"), mention("b", "2021-05-05")]
    published = {"a": dt.date(2021, 5, 6), "b": dt.date(2021, 5, 6)}
    assert str(agreed(claims(told), told, published)) == "2021-05-05"


def test_agreed_falls_back_on_the_earliest_publication() -> None:
    fallbacks = [mention("a", "2021-05-09", source="publication"), mention("b", "2021-05-08", source="publication")]
    assert when_of(*fallbacks) == "2021-05-08"
    assert when_of(*fallbacks, mention("c", "2020-01-01", "2020-12-31", granularity="year")) == "2020"


def test_agreed_is_none_where_nothing_tells() -> None:
    assert when_of(mention("a", None)) is None
