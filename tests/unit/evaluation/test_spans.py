from __future__ import annotations

import pytest

from eventx.evaluation.spans import agree, words
from eventx.model import Span


def cut(text, part):
    start = text.index(part)
    return Span.of(text, start, start + len(part))


@pytest.mark.parametrize(
    ("longer", "shorter"),
    [
        ("the port", "port"),
        ("Velmark's minister", "Velmark"),
        ("two burnt villages near Selby", "burnt villages near"),
        ("Foreign Minister Elin Dahl", "Dahl"),
        ("the Ministry of Justice of Velmark", "Velmark"),
        ("the U.S.", "U.S"),
        ("“Coastal” guards", "Coastal"),
    ],
)
def test_spans_agree(longer, shorter):
    assert agree(cut(longer, longer), cut(longer, shorter))
    assert agree(cut(longer, shorter), cut(longer, longer))


@pytest.mark.parametrize(
    ("longer", "shorter"),
    [
        ("a group of angry farmers", "farmers"),  # the end of a phrase, but not of a name
        ("Foreign Minister Elin Dahl", "Foreign"),  # of a name, but not its end
        ("the port on Friday", "port"),
        ("Vans and Dahl", "and"),
    ],
)
def test_spans_differ(longer, shorter):
    assert not agree(cut(longer, longer), cut(longer, shorter))


def test_same_name_elsewhere_is_another_span():
    text = "Dahl met Dahl"

    assert not agree(Span.of(text, 0, 4), Span.of(text, 9, 13))


def test_spans_without_words_agree_only_if_they_are_the_same():
    assert agree(Span.of("the — the", 4, 5), Span.of("the — the", 4, 5))
    assert not agree(Span.of("the — the", 0, 3), Span.of("the — the", 6, 9))


def test_words_keep_their_place_in_the_article():
    assert words(Span.of("Near the U.S. envoy's _old_ house", 5, 33)) == (
        (9, "U.S"),
        (14, "envoy"),
        (23, "old"),
        (28, "house"),
    )
