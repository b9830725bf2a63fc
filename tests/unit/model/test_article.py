from __future__ import annotations

import datetime as dt

import pytest

from eventx.errors import SpanError
from eventx.model import Article, Span, parse_published


def test_article_at_hand_needs_only_its_text():
    article = Article.of("Rebels shelled the port.")

    assert (article.published, article.published_source, article.language) == (None, None, None)


def test_same_text_has_the_same_id():
    assert Article.of("One.").id == Article.of("One.").id != Article.of("Two.").id


def test_text_that_is_no_unicode_still_has_an_id():
    assert Article.of("\ud800").id


def test_publication_day_given_is_marked_as_given():
    article = Article.of("One.", published=dt.date(2024, 3, 9))

    assert (article.published, article.published_source) == (dt.date(2024, 3, 9), "given")


@pytest.mark.parametrize(
    ("text", "value", "day"),
    [
        ("2024-03-09", dt.date(2024, 3, 9), dt.date(2024, 3, 9)),
        (" 2024-03-09 ", dt.date(2024, 3, 9), dt.date(2024, 3, 9)),
        ("2024-03-09T23:30:00", dt.datetime(2024, 3, 9, 23, 30), dt.date(2024, 3, 9)),
        (
            "2024-03-09T23:30:00-05:00",
            dt.datetime(2024, 3, 9, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=-5))),
            dt.date(2024, 3, 9),
        ),
    ],
)
def test_publication_day_is_the_day_as_written(text, value, day):
    article = Article.of("One.", published=text)

    assert article.published == value == parse_published(text)
    assert article.published_day == day


@pytest.mark.parametrize("text", ["yesterday", "", "2024-13-01", "9 March 2024"])
def test_publication_date_in_another_form_is_refused(text):
    with pytest.raises(ValueError, match=r"[Ii]nvalid|month"):
        parse_published(text)


@pytest.mark.parametrize("boilerplate", [[(0, 99)], [(-1, 2)], [(4, 2)]])
def test_boilerplate_outside_the_text_is_refused(boilerplate):
    with pytest.raises(SpanError, match="article 'a1': boilerplate"):
        Article(id="a1", text="Most read", boilerplate=boilerplate)


def test_boilerplate_may_come_as_lists():
    assert Article(id="a1", text="Most read", boilerplate=[[0, 4]]).boilerplate == ((0, 4),)


def test_unknown_fields_of_the_input_cannot_be_changed_afterwards():
    given = {"desk": "foreign"}
    article = Article(id="a1", text="One.", meta=given)
    given["desk"] = "sports"

    assert article.meta == {"desk": "foreign"}
    with pytest.raises(TypeError):
        article.meta["desk"] = "sports"


def test_article_is_hashable():
    assert len({Article.of("One."), Article.of("One.")}) == 1


def test_span_that_shows_something_else_is_refused_with_both_sides():
    article = Article.of("Rebels shelled the port.", id="a1")

    with pytest.raises(SpanError, match=r"article 'a1': span \[0, 6\) says 'rebels', but the article has 'Rebels'"):
        article.check_span(Span(start=0, end=6, text="rebels"))


def test_repr_does_not_spill_the_text():
    assert "<4 characters>" in repr(Article.of("One."))
