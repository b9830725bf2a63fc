"""Extractors that were measured together are put together as the measurements say."""

from __future__ import annotations

import pytest

from eventx.extraction.combine import Combination, combinations, pair, unite
from eventx.model import Argument, EventMention, Span

NAMES = ("rules", "model")
COMBINATION = Combination(agreed=(0.5, 1.0, 1.0), alone={"rules": (0.0, 1.0), "model": (-2.0, 1.0)}, least=0.5)


def argument(role, start, end, extractor=None):
    return Argument(role=role, span=Span(start=start, end=end, text="x" * (end - start)), extractor=extractor)


def mention(start, end, *, confidence=0.8, extractor="rules", arguments=()):
    trigger = Span(start=start, end=end, text="x" * (end - start))
    return EventMention(
        article_id="a1",
        type="ATTACK",
        trigger=trigger,
        confidence=confidence,
        extractor=extractor,
        arguments=arguments,
    )


def test_mention_of_both_is_of_both_and_surer_than_of_either():
    (found,), left_out = unite([mention(0, 5)], [mention(3, 9, extractor="model")], NAMES, COMBINATION)

    assert (found.extractor, found.trigger.end, left_out) == ("rules+model", 5, 0)
    assert found.confidence > 0.9


def test_mention_of_one_is_kept_where_that_one_is_trusted_enough():
    unsure, sure = mention(0, 5, extractor="model"), mention(10, 15, extractor="model", confidence=0.95)

    found, left_out = unite([mention(20, 25)], [unsure, sure], NAMES, COMBINATION)

    assert [(one.trigger.start, one.extractor) for one in found] == [(10, "model"), (20, "rules")]
    assert left_out == 1


def test_mention_of_the_following_one_is_left_out_where_the_leading_one_finds_no_such_event():
    assert unite([], [mention(10, 15, extractor="model", confidence=0.95)], NAMES, COMBINATION) == ([], 1)


def united_arguments(leading, following):
    (found,), _ = unite(
        [mention(0, 5, arguments=leading)], [mention(0, 5, extractor="model", arguments=following)], NAMES, COMBINATION
    )
    return [(one.role, one.span.start, one.span.end, one.extractor) for one in found.arguments]


def test_arguments_tell_who_says_so():
    leading = [argument("attacker", 10, 14), argument("target", 20, 24)]

    found = united_arguments(leading, [argument("attacker", 10, 18), argument("place", 30, 33)])

    assert found == [("attacker", 10, 14, "rules+model"), ("target", 20, 24, "rules"), ("place", 30, 33, "model")]


def test_role_that_the_leading_one_fills_is_not_filled_again():
    found = united_arguments([argument("attacker", 10, 14)], [argument("attacker", 40, 44)])

    assert found == [("attacker", 10, 14, "rules")]


def test_words_fill_a_second_role_only_where_the_following_one_has_them_in_both():
    dead, place = argument("target", 10, 14), argument("place", 20, 24)
    both = [argument("target", 10, 14), argument("killed", 10, 14), argument("attacker", 20, 24)]

    found = united_arguments([dead, place], both)

    assert found == [("target", 10, 14, "rules+model"), ("killed", 10, 14, "model"), ("place", 20, 24, "rules")]


def test_pairs_take_the_most_confident_rival_once():
    low, high = mention(0, 5, confidence=0.5, extractor="model"), mention(2, 5, confidence=0.9, extractor="model")
    one, two = mention(0, 5), mention(5, 9)

    assert pair([one, two], [low, high]) == [(one, high), (two, None), (None, low)]


@pytest.mark.parametrize("combination", combinations().values())
def test_measured_confidence_grows_with_what_the_extractors_say(combination):
    assert combination.of_both(0.9, 0.9) > combination.of_both(0.9, 0.3)
    assert all(combination.of_one(name, 0.9) > combination.of_one(name, 0.4) for name in combination.alone)
