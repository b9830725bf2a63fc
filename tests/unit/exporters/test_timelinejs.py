"""TimelineJS slides."""

import datetime as dt
import io
import json

from eventx.exporters.timelinejs import TimelineJsExporter
from eventx.model import Article, Event, EventMention, Timeline, When
from eventx.serialize import article_info

ARTICLE = Article.of(
    "Rebels shelled <the> port.", id="a", title="Port shelled", source="Herald", url="https://example.org/?a=1&b=2"
)


def when(first, last, granularity="day"):
    return When(start=dt.date.fromisoformat(first), end=dt.date.fromisoformat(last), granularity=granularity)


def slides(*events, **options):
    stream = io.BytesIO()
    TimelineJsExporter(**options).write(Timeline(events=events, articles=[article_info(ARTICLE)]), stream)
    return json.loads(stream.getvalue())


def event(days, **fields):
    mention = EventMention(
        article_id="a", type="ATTACK", trigger=ARTICLE.span(7, 14), sentence=ARTICLE.span(0, len(ARTICLE.text))
    )
    return Event(
        event_id="e", type="ATTACK", when=days, summary="Rebels attack", articles=["a"], mentions=[mention], **fields
    )


def test_slide_has_date_group_and_evidence():
    (slide,) = slides(event(when("2024-03-08", "2024-03-08")))["events"]
    assert slide["start_date"] == {"year": 2024, "month": 3, "day": 8}
    assert "end_date" not in slide
    assert slide["group"] == "Attack"
    assert "Rebels shelled &lt;the&gt; port." in slide["text"]["text"]
    assert '<a href="https://example.org/?a=1&amp;b=2"' in slide["text"]["text"]


def test_uncertain_date_has_no_more_parts_than_are_known():
    (slide,) = slides(event(when("2024-03-01", "2024-03-31", "month")))["events"]
    assert slide["start_date"] == {"year": 2024, "month": 3}
    assert slide["display_date"] == "Mar 2024"


def test_stretch_of_days_has_an_end():
    (slide,) = slides(event(when("2024-03-04", "2024-03-10", "week")))["events"]
    assert slide["end_date"] == {"year": 2024, "month": 3, "day": 10}


def test_undated_event_has_no_slide():
    assert slides(event(None))["events"] == []


def test_planned_event_says_so():
    (slide,) = slides(event(when("2024-03-08", "2024-03-08"), modality="planned"))["events"]
    assert slide["text"]["headline"].endswith("(planned)")


def test_title_slide_is_there_if_asked_for():
    assert slides(title="Spring & all")["title"]["text"]["headline"] == "Spring &amp; all"
    assert "title" not in slides()
