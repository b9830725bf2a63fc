"""The strategies that the kit offers draw what the schema allows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eventx.schema import Catalogue, standard_types
from eventx.serialize import mention_from_dict, mention_to_dict
from eventx.testing.strategies import articles, mentions, spans


@given(st.data())
def test_drawn_mentions_keep_to_the_schema_and_to_their_article(data):
    article = data.draw(articles(min_words=1))
    mention = data.draw(mentions(article))

    Catalogue(standard_types()).check(mention, article)
    assert mention_from_dict(mention_to_dict(mention)) == mention


@given(st.data())
def test_drawn_spans_show_what_stands_there(data):
    article = data.draw(articles(min_words=1))
    span = data.draw(spans(article))

    assert article.check_span(span) is span
