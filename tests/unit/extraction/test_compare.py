"""Two extractors' mentions of an article, side by side."""

from __future__ import annotations

from eventx.extraction.compare import compare
from eventx.model import Argument, EventMention, Span


def span(start, end):
    return Span(start=start, end=end, text="x" * (end - start))


def mention(start, *arguments, modality="asserted"):
    return EventMention(
        article_id="a1",
        type="VISIT",
        trigger=span(start, start + 5),
        arguments=[Argument(role=role, span=span(first, end)) for role, first, end in arguments],
        modality=modality,
    )


def test_mentions_of_one_extractor_only_are_told():
    one, other = compare([mention(0)], [mention(10)])

    assert (one.first is not None, one.second) == (True, None)
    assert (other.first, other.second is not None) == (None, True)


def test_same_mention_agrees():
    (found,) = compare([mention(0, ("visitor", 6, 9))], [mention(0, ("visitor", 6, 9))])

    assert found.agree


def test_other_modality_is_a_difference():
    (found,) = compare([mention(0)], [mention(0, modality="planned")])

    assert not found.agree


def test_arguments_of_one_role_are_set_side_by_side():
    (found,) = compare([mention(0, ("visitor", 6, 9))], [mention(0, ("visitor", 6, 12), ("destination", 20, 24))])

    assert [(a and a.span.end, b and b.span.end) for a, b in found.arguments] == [(9, 12), (None, 24)]
