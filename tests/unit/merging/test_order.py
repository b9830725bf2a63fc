import datetime as dt

from eventx.merging import timeline_order
from eventx.model import Event, EventMention, Span, When


def event(event_id: str, first: str | None, last: str | None = None, article_id: str = "a", start: int = 0) -> Event:
    when = None
    if first:
        start_day, end_day = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
        when = When(start=start_day, end=end_day, granularity="interval" if last else "day")
    mention = EventMention(article_id=article_id, type="VISIT", trigger=Span(start=start, end=start + 5, text="visit"))
    return Event(event_id=event_id, type="VISIT", when=when, mentions=[mention])


def order(*events: Event) -> list[str]:
    return [one.event_id for one in timeline_order(events)]


def test_timeline_order_goes_by_first_day_then_last() -> None:
    assert order(event("b", "2021-05-07", "2021-05-09"), event("c", "2021-05-07"), event("a", "2020-01-01")) == [
        "a",
        "c",
        "b",
    ]


def test_timeline_order_breaks_ties_by_first_mention() -> None:
    one, other = event("x", "2021-05-07", article_id="b"), event("y", "2021-05-07", article_id="a", start=9)
    assert order(one, other) == ["y", "x"]


def test_timeline_order_puts_undated_events_last() -> None:
    assert order(event("a", None), event("b", "2021-05-07")) == ["b", "a"]
