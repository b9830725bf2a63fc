"""Dates that stand by themselves, as far as hostile articles go; what they date is tested with the dater."""

from __future__ import annotations

import time

from eventx.analysis import Analyser
from eventx.model import Article
from eventx.temporal.headings import headings
from eventx.temporal.tagger import find_timexes


def test_headings_of_a_line_of_dates_take_no_square_of_its_length() -> None:
    # 100,000 characters took half a minute when each date looked at its whole line and its whole sentence.
    article = Article.of("3 May 2016, and then " * 5_000, published="2016-05-04", id="a")
    analysis, timexes = Analyser().analyse(article), find_timexes(article)

    started = time.process_time()
    assert headings(analysis, timexes) == ()
    assert time.process_time() - started < 2


def test_date_on_its_own_line_dates_what_follows() -> None:
    article = Article.of("The diary.\n\n-- 3 May 2014 --\n\nGunmen stormed the depot.", published="2016-05-04", id="a")

    (heading,) = headings(Analyser().analyse(article), find_timexes(article))

    assert (str(heading.when), heading.end) == ("2014-05-03", len(article.text))
