"""Whatever the text and its boilerplate, sentences are proper spans of it."""

from hypothesis import given
from hypothesis import strategies as st

from eventx.analysis import split_sentences
from eventx.model import Article

WORDS = ("U.S.", "The", "port", "Sept.", "13", "said", "Ray", "(AP)", "LIMA,", "Dr.", "A.", "a.m.", "1.")
MARKS = (".", "!", "?”", "“", '"', "•", "--", "…", "...", "_", "|", ")", "\n", "\n\n", "\r\n", " ", "\u2028", "\x0c")
SCRAPS = st.sampled_from((*WORDS, *MARKS))
TEXTS = st.lists(SCRAPS | st.text(max_size=6), max_size=60).map("".join) | st.text(max_size=200)


@st.composite
def articles(draw):
    text = draw(TEXTS)
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: tuple(sorted(pair)))
    return Article(id="a", text=text, boilerplate=draw(st.lists(ends, max_size=4)))


@given(articles())
def test_sentences_are_ordered_stripped_and_out_of_boilerplate(article):
    at = 0
    for span in split_sentences(article):
        assert span.start >= at
        assert article.text[span.start : span.end] == span.text == span.text.strip()
        assert not any(start < span.end and span.start < end for start, end in article.boilerplate)
        at = span.end


@given(articles())
def test_sentences_cover_every_letter_outside_of_boilerplate(article):
    covered = {offset for span in split_sentences(article) for offset in range(span.start, span.end)}
    covered |= {offset for start, end in article.boilerplate for offset in range(start, end)}
    assert all(offset in covered for offset, character in enumerate(article.text) if character.isalnum())


@given(articles())
def test_sentences_of_the_same_article_are_the_same(article):
    assert split_sentences(article) == split_sentences(article)
