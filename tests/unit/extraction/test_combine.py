"""Layers of several extractors become one list."""

from __future__ import annotations

import time

from eventx.extraction import combine
from eventx.model import EventMention, Span


def mention(start, end, *, confidence=1.0, kind="VISIT", extractor="a"):
    trigger = Span(start=start, end=end, text="x" * (end - start))
    return EventMention(article_id="a1", type=kind, trigger=trigger, confidence=confidence, extractor=extractor)


def test_mentions_of_all_layers_are_united_in_text_order():
    one, two, three = mention(10, 15), mention(0, 5, extractor="b"), mention(20, 25, extractor="b")

    assert combine([[one], [two, three]]) == ([two, one, three], 0)


def test_more_confident_of_overlapping_mentions_of_two_layers_stands():
    sure, unsure = mention(4, 9, confidence=0.9, extractor="b"), mention(0, 5, confidence=0.8)

    assert combine([[unsure], [sure]]) == ([sure], 1)


def test_equally_confident_mentions_leave_the_earlier_layers():
    first, second = mention(0, 5), mention(0, 5, extractor="b")

    assert combine([[first], [second]]) == ([first], 1)


def test_overlapping_mentions_of_different_types_both_stand():
    visit, attack = mention(0, 5), mention(0, 5, kind="ATTACK", extractor="b")

    assert combine([[visit], [attack]]) == ([attack, visit], 0)


def test_overlapping_mentions_of_one_layer_both_stand():
    short, long = mention(0, 5), mention(3, 9)

    assert combine([[short, long], [mention(20, 22, extractor="b")]])[0][:2] == [short, long]


def test_neighbours_do_not_overlap():
    assert combine([[mention(0, 5)], [mention(5, 9, extractor="b")]])[1] == 0


def test_single_layer_passes_as_it_is():
    layer = [mention(0, 5), mention(7, 9)]

    assert combine([[], layer]) == (layer, 0)
    assert combine([[], []]) == ([], 0)


def test_many_mentions_are_united_in_time_linear_in_them():
    one = [mention(20 * at, 20 * at + 8) for at in range(20_000)]
    other = [mention(20 * at + 4, 20 * at + 12, confidence=0.5, extractor="b") for at in range(20_000)]

    began = time.process_time()
    assert combine([one, other]) == (one, 20_000)
    assert time.process_time() - began < 5  # each with each took a minute
