"""Checks of daters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import attrs

from eventx.guard import CAUGHT
from eventx.model import Article, EventMention, When
from eventx.testing.checks import Problem, Skip, check
from eventx.testing.edge_articles import edge_articles
from eventx.testing.samples import Sample, samples
from eventx.testing.subject import Subject, analyse, crash

# Longest stretch, in days, that can be called so.
_WIDTH = {"day": (1, 1), "week": (7, 7), "month": (28, 31), "quarter": (90, 92), "year": (365, 366)}

_DAY = dt.date(2024, 3, 6)  # a Wednesday


@check("dater.runs")
def runs(subject: Subject) -> Iterator[Problem]:
    """It gets through ordinary and edge articles without raising."""
    instance = subject.build()
    for sample in samples():
        error = crash(_dated, instance, sample) or crash(instance.timexes, sample.article)
        if error:
            yield Problem(
                what=f"it raised {error}", remedy="leave undated what it cannot read", article_id=sample.article.id
            )
    for article in edge_articles():
        error = crash(instance.timexes, article)
        if error:
            yield Problem(what=f"timexes() raised {error}", remedy="allow for any text", article_id=article.id)


@check("dater.timexes_in_order")
def timexes_are_in_order(subject: Subject) -> Iterator[Problem]:
    """Temporal expressions are what stands in the article, in text order, none overlapping another."""
    instance = subject.build()
    for sample in samples():
        try:
            found = tuple(instance.timexes(sample.article))
        except CAUGHT as error:
            raise Skip("it does not run") from error
        for timex in found:
            here = sample.article.text[timex.span.start : timex.span.end]
            if here != timex.span.text:
                yield Problem(
                    what=f"an expression says {timex.span.text!r}, but the article has {here!r} there",
                    remedy="cut spans with article.span(start, end)",
                    article_id=sample.article.id,
                )
        for one, other in pairwise(found):
            if other.span.start < one.span.end:
                yield Problem(
                    what=f"{other.span.text!r} at {other.span.start} comes after or overlaps {one.span.text!r} at "
                    f"[{one.span.start}, {one.span.end})",
                    remedy="sort expressions, and keep the longest of those that overlap",
                    article_id=sample.article.id,
                )


@check("dater.own_fields_only")
def changes_when_only(subject: Subject) -> Iterator[Problem]:
    """It returns every mention with `when` filled or not, and nothing else changed."""
    for sample in samples():
        dated = {mention.mention_id: mention for mention in _date(subject, sample)}
        for mention in sample.mentions:
            got = dated.pop(mention.mention_id, None)
            if got is None or attrs.evolve(got, when=None) != mention:
                yield Problem(
                    what=f"{mention!r} became {got!r}",
                    remedy="return attrs.evolve(mention, when=…) for every mention",
                    article_id=sample.article.id,
                )
        if dated:
            yield Problem(
                what=f"it returned mentions that it was not given: {', '.join(dated)}",
                remedy="return the mentions given",
                article_id=sample.article.id,
            )


@check("dater.granularity_fits")
def granularity_agrees_with_width(subject: Subject) -> Iterator[Problem]:
    """A date is as wide as its granularity says: a day is one day, a week seven."""
    for sample in samples():
        for mention in _date(subject, sample):
            when = mention.when
            if when is not None and when.granularity in _WIDTH:
                low, high = _WIDTH[when.granularity]
                days = (when.end - when.start).days + 1
                if not low <= days <= high:
                    yield Problem(
                        what=f"{mention.trigger.text!r} is dated {when.start} to {when.end}, {days} days, as a "
                        f"{when.granularity}",
                        remedy='give the whole stretch, or granularity="interval"',
                        article_id=sample.article.id,
                    )


@check("dater.absolute_dates_stay")
def absolute_dates_ignore_publication(subject: Subject) -> Iterator[Problem]:
    """A full date is the same whenever the article was published, or if nobody knows."""
    _english(subject)
    text = "Rebels shelled Selby on 3 May 2011."
    for day in (_DAY, dt.date(2011, 5, 4), None):
        when = _of(subject, text, day)
        if when is None or (when.start, when.end) != (dt.date(2011, 5, 3), dt.date(2011, 5, 3)):
            yield Problem(
                what=f"in {text!r}, published {day or 'nobody knows when'}, it dates the attack {_shown(when)}",
                remedy="read full dates as they stand",
            )


@check("dater.relative_dates_need_publication")
def relative_dates_need_publication(subject: Subject) -> Iterator[Problem]:
    """Without a day of publication "yesterday" stays undated; it is never counted from today."""
    _english(subject)
    for text in ("Rebels shelled Selby yesterday.", "Rebels shelled Selby on Monday."):
        when = _of(subject, text, None)
        if when is not None:
            yield Problem(
                what=f"in {text!r} without a day of publication, it dates the attack {_shown(when)}",
                remedy="leave when=None where article.published is None",
            )


@check("dater.relative_dates_shift")
def relative_dates_shift_by_whole_weeks(subject: Subject) -> Iterator[Problem]:
    """Published some weeks later, "yesterday" and "on Monday" are as many weeks later."""
    _english(subject)
    for text in ("Rebels shelled Selby yesterday.", "Rebels shelled Selby on Monday."):
        first = _of(subject, text, _DAY)
        if first is None or first.source != "text":
            yield Problem(what=f"in {text!r}, published {_DAY}, it reads no date", remedy="read relative dates")
            continue
        for weeks in (1, 4, 53):
            shift = dt.timedelta(weeks=weeks)
            later = _of(subject, text, _DAY + shift)
            if later is None or (later.start, later.end) != (first.start + shift, first.end + shift):
                yield Problem(
                    what=f"in {text!r}, published {_DAY}, it reads {_shown(first)}; published {weeks} weeks later, "
                    f"{_shown(later)}",
                    remedy="count from article.published alone",
                )
                break


def _english(subject: Subject) -> None:
    if "en" not in subject.languages:
        raise Skip("the kit's sentences are English")


def _date(subject: Subject, sample: Sample) -> tuple[EventMention, ...]:
    try:
        return _dated(subject.build(), sample)
    except CAUGHT as error:
        raise Skip("it does not run") from error


def _dated(instance: Any, sample: Sample) -> tuple[EventMention, ...]:
    (analysis,) = analyse([sample.article])
    return tuple(instance.date(analysis, sample.mentions))


def _of(subject: Subject, text: str, published: dt.date | None) -> When | None:
    article = Article.of(text, id="kit-date", published=published, language="en")
    at = text.index("shelled")
    mention = EventMention(
        article_id=article.id, type="ATTACK", trigger=article.span(at, at + 7), sentence=article.span(0, len(text))
    )
    dated = _date(subject, Sample(article=article, mentions=(mention,)))
    return dated[0].when if dated else None


def _shown(when: When | None) -> str:
    return "not at all" if when is None else f"{when} ({when.source})"
