from __future__ import annotations

import attrs
import pytest

from eventx.errors import SpanError
from eventx.model import Span

TEXT = "Rebels shelled the port."


def test_span_is_cut_out_of_the_text():
    assert Span.of(TEXT, 7, 14) == Span(start=7, end=14, text="shelled")


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2)])
def test_empty_or_backward_span_is_refused(start, end):
    with pytest.raises(SpanError, match="empty or backwards"):
        Span.of(TEXT, start, end)


def test_span_beyond_the_text_is_refused_with_its_length():
    with pytest.raises(SpanError, match="ends after the text, which has 24 characters"):
        Span.of(TEXT, 19, 25)


def test_span_may_end_with_the_text():
    assert Span.of(TEXT, 19, 24).text == "port."


def test_surface_text_of_another_length_is_refused():
    with pytest.raises(SpanError, match="holds 7 characters, but its text 'shell' has 5"):
        Span(start=7, end=14, text="shell")


def test_span_cannot_be_changed():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Span.of(TEXT, 0, 6).start = 1


def test_spans_sort_by_position():
    late, early, longer = Span.of(TEXT, 7, 14), Span.of(TEXT, 0, 6), Span.of(TEXT, 0, 14)

    assert sorted([late, longer, early]) == [early, longer, late]


@pytest.mark.parametrize(
    ("start", "end", "overlaps", "contained"),
    [(7, 14, True, True), (8, 10, True, True), (6, 8, True, False), (0, 7, False, False), (14, 20, False, False)],
)
def test_spans_overlap_and_contain_by_characters(start, end, overlaps, contained):
    trigger, other = Span.of(TEXT, 7, 14), Span.of(TEXT, start, end)

    assert trigger.overlaps(other) is other.overlaps(trigger) is overlaps
    assert trigger.contains(other) is contained


def test_span_reads_as_its_text_and_measures_its_length():
    span = Span.of(TEXT, 0, 6)

    assert (str(span), len(span)) == ("Rebels", 6)


def test_offsets_count_characters_not_bytes():
    assert Span.of("Né 🙂 à Lomé", 5, 6).text == "à"
