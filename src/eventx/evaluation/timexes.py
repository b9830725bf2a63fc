"""Scoring temporal expressions: are they found, and are their values right?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from attrs import field, frozen

from eventx.evaluation.disagreements import CONTEXT
from eventx.evaluation.gold_lines import Fields, OnError, read_lines
from eventx.model import TIMEX_TYPES, Span
from eventx.model._convert import as_tuple

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@frozen(kw_only=True)
class TimexLine:
    """A temporal expression, annotated or found.

    Attributes:
        span: Where it stands.
        type: ``DATE``, ``TIME``, ``DURATION`` or ``SET``.
        value: In TIMEX3 form, None where unresolved.
    """

    span: Span
    type: str
    value: str | None = None

    @property
    def is_day(self) -> bool:
        """Whether it names one day of the calendar."""
        return self.type == "DATE" and bool(_DAY.fullmatch(self.value or ""))


Pair = tuple[TimexLine, TimexLine]


@frozen(kw_only=True)
class TimexArticle:
    """An article with every temporal expression in it."""

    id: str
    text: str = field(repr=False)
    timexes: tuple[TimexLine, ...] = field(default=(), converter=as_tuple)


@frozen(kw_only=True)
class TimexDisagreement:
    """An expression that was missed, found where gold has none, or given another type or value.

    Attributes:
        kind: ``missed``, ``spurious``, ``type`` or ``value``.
        article_id: Where.
        start, end: Offsets, gold's where it has the expression.
        text: The expression.
        before, after: What stands around it.
        gold: Type and value in gold.
        predicted: Type and value as predicted.
    """

    kind: str
    article_id: str
    start: int
    end: int
    text: str
    before: str
    after: str
    gold: str | None = None
    predicted: str | None = None


@frozen(kw_only=True)
class TimexEvaluation:
    """Figures and what they rest on.

    Attributes:
        figures: ``gold`` and ``predicted`` (numbers of expressions), ``strict_f1`` (same text), ``relaxed_f1``
            (overlap, one to one), ``value_f1`` and ``type_f1`` (relaxed F1 times the share of those found with gold's
            value, or type), ``day_f1`` (single days only: value and type right).
        disagreements: In text order.
    """

    figures: Mapping[str, float]
    disagreements: tuple[TimexDisagreement, ...]


def read_timex_gold(path: str | Path, *, on_error: OnError | None = None) -> tuple[TimexArticle, ...]:
    """Read gold of temporal expressions, one article a line: ``id``, ``text`` and ``timexes``.

    Args:
        path: The file.
        on_error: Called with every line that is wrong. Left out, the first is raised.

    Raises:
        SourceError: If the file cannot be read or holds no article, or a line is wrong and there is no ``on_error``.
    """
    return read_lines(path, _article, on_error)


def read_timex_lines(
    path: str | Path, articles: Iterable[TimexArticle], *, on_error: OnError | None = None
) -> Iterator[tuple[str, TimexLine]]:
    """Read predicted expressions, as ``eventx timex --format jsonl`` writes them, with the ids of their articles.

    Those of other articles are left out.

    Raises:
        SourceError: As of `read_timex_gold`.
    """
    texts = {article.id: article.text for article in articles}

    def make(row: Fields) -> tuple[str, TimexLine] | None:
        article_id = row.string("article_id")
        return (article_id, _timex(row, texts[article_id])) if article_id in texts else None

    return (line for line in read_lines(path, make, on_error) if line is not None)


def _article(row: Fields) -> TimexArticle:
    text = row.string("text")
    timexes = [_timex(item, text) for item in row.objects("timexes", required=True)]
    return TimexArticle(id=row.string("id"), text=text, timexes=timexes)


def _timex(row: Fields, text: str) -> TimexLine:
    return TimexLine(span=row.span(text), type=row.choice("type", TIMEX_TYPES, "DATE"), value=row.optional("value"))


def evaluate_timexes(articles: Iterable[TimexArticle], predicted: Iterable[tuple[str, TimexLine]]) -> TimexEvaluation:
    """Score temporal expressions against gold, those of all articles together."""
    by_article: defaultdict[str, list[TimexLine]] = defaultdict(list)
    for article_id, timex in predicted:
        by_article[article_id].append(timex)
    gold: list[TimexLine] = []
    found: list[TimexLine] = []
    pairs: list[Pair] = []
    apart: list[TimexDisagreement] = []
    for article in articles:
        own = by_article[article.id]
        matched = match_timexes(article.timexes, own)
        gold += article.timexes
        found += own
        pairs += ((wanted, got) for wanted, got in matched if wanted and got)
        apart += _disagreements(article, matched)
    return TimexEvaluation(figures=_figures(gold, found, pairs), disagreements=tuple(apart))


def match_timexes(
    gold: Iterable[TimexLine], predicted: Iterable[TimexLine]
) -> list[tuple[TimexLine | None, TimexLine | None]]:
    """Give each predicted expression, from left to right, the first gold one not yet taken that it overlaps.

    Returns:
        Gold and predicted expressions side by side, None beside those that are spurious or missed.
    """
    left = sorted(gold, key=_place)
    rows: list[tuple[TimexLine | None, TimexLine | None]] = []
    for timex in sorted(predicted, key=_place):
        numbers = (number for number, wanted in enumerate(left) if wanted.span.overlaps(timex.span))
        number = next(numbers, None)
        rows.append((None if number is None else left.pop(number), timex))
    return rows + [(wanted, None) for wanted in left]


def _place(timex: TimexLine) -> tuple[int, int]:
    return timex.span.start, timex.span.end


def _figures(gold: list[TimexLine], predicted: list[TimexLine], pairs: list[Pair]) -> dict[str, float]:
    strict = sum(wanted.span.text.split() == got.span.text.split() for wanted, got in pairs)
    values = sum(wanted.value == got.value for wanted, got in pairs)
    types = sum(wanted.type == got.type for wanted, got in pairs)
    days = sum(wanted.is_day and got.is_day and wanted.value == got.value for wanted, got in pairs)
    relaxed = _f1(len(pairs), len(predicted), len(gold))
    return {
        "gold": len(gold),
        "predicted": len(predicted),
        "strict_f1": _f1(strict, len(predicted), len(gold)),
        "relaxed_f1": relaxed,
        "value_f1": relaxed * values / len(pairs) if pairs else 0.0,
        "type_f1": relaxed * types / len(pairs) if pairs else 0.0,
        "day_f1": _f1(days, sum(one.is_day for one in predicted), sum(one.is_day for one in gold)),
    }


def _f1(right: int, predicted: int, gold: int) -> float:
    # The harmonic mean of right/predicted and right/gold, in one division.
    return 2 * right / (predicted + gold) if right else 0.0


def _disagreements(
    article: TimexArticle, matched: list[tuple[TimexLine | None, TimexLine | None]]
) -> list[TimexDisagreement]:
    listed = []
    for gold, predicted in matched:
        shown, kind = gold or predicted, _kind(gold, predicted)
        if shown is None or kind is None:
            continue
        start, end = _place(shown)
        listed.append(
            TimexDisagreement(
                kind=kind,
                article_id=article.id,
                start=start,
                end=end,
                text=article.text[start:end],
                before=article.text[max(0, start - CONTEXT) : start],
                after=article.text[end : end + CONTEXT],
                gold=_said(gold),
                predicted=_said(predicted),
            )
        )
    return sorted(listed, key=lambda one: (one.start, one.end))


def _kind(gold: TimexLine | None, predicted: TimexLine | None) -> str | None:
    if gold is None:
        return "spurious"
    if predicted is None:
        return "missed"
    if gold.value != predicted.value:
        return "value"
    return "type" if gold.type != predicted.type else None


def _said(timex: TimexLine | None) -> str | None:
    return None if timex is None else f"{timex.type} {timex.value or '?'}"
