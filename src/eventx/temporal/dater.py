"""The dater for English: expressions, then what they date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve

from eventx.analysis import Analysis
from eventx.errors import did_you_mean
from eventx.model import Article, EventMention, Timex, When
from eventx.temporal.anchoring.anchors import anchor_mentions
from eventx.temporal.dating import Dating
from eventx.temporal.deaths import date_by_deaths
from eventx.temporal.headings import date_by_headings
from eventx.temporal.inheritance import settle
from eventx.temporal.narration import run_on
from eventx.temporal.speeches import date_by_speeches
from eventx.temporal.stand_ins import date_by_stand_ins
from eventx.temporal.stay_days import date_by_stay_days
from eventx.temporal.story import date_by_story
from eventx.temporal.tagger import find_timexes

OPTIONS = ("publication",)


class EnglishDater:
    """Dates mentions in English articles by rules; a `Dater`.

    Args:
        options: ``publication`` (true unless set to false): whether asserted mentions that nothing dates get the day
            of publication, marked as such.

    Raises:
        ValueError: For an option it does not know, or a value that is no truth value.
    """

    def __init__(self, options: Mapping[str, Any] | None = None) -> None:
        given = dict(options or {})
        for name in given:
            if name not in OPTIONS:
                raise ValueError(
                    f"the English dater has no option {name!r}; it has: {', '.join(OPTIONS)}."
                    f"{did_you_mean(name, OPTIONS)}"
                )
        publication = given.get("publication", True)
        if not isinstance(publication, bool):
            raise ValueError(f"the English dater's option 'publication' is true or false, not {publication!r}")
        self._publication = publication
        self._last: tuple[Article, Sequence[Timex]] | None = None

    def timexes(self, article: Article) -> Sequence[Timex]:
        """The temporal expressions of an article, in text order, none overlapping another."""
        # An article's mentions are dated before and after coreference: its expressions are looked for once.
        last = self._last
        if last is None or last[0] is not article:
            self._last = last = article, find_timexes(article)
        return last[1]

    def date(self, analysis: Analysis, mentions: Sequence[EventMention]) -> Sequence[EventMention]:
        """Return the mentions with ``when`` filled where the text tells.

        A date in reach of the trigger comes first, then that of another mention of the same event; with neither, an
        asserted mention gets the day of publication, marked as such.
        """
        if not mentions:
            return ()
        dating = Dating(analysis, mentions, self.timexes(analysis.article))
        claims = anchor_mentions(dating)
        settle(dating, claims)
        date_by_headings(dating)
        date_by_speeches(dating)
        date_by_stand_ins(dating)
        date_by_stay_days(dating, claims)
        run_on(dating)
        date_by_story(dating)
        date_by_deaths(dating)
        published = analysis.article.published_day if self._publication else None
        fallback = (
            None if published is None else When(start=published, end=published, granularity="day", source="publication")
        )
        return tuple(
            evolve(
                mention,
                when=dating.whens.get(mention.mention_id, fallback if mention.modality == "asserted" else None),
            )
            for mention in mentions
        )
