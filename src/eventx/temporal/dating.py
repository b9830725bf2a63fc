"""What is known of an article's dates while its mentions are being dated."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence

from eventx.analysis import Analysis
from eventx.model import EventMention, Span, Timex, When
from eventx.temporal.anchoring.tree import SentenceTree, tree_of
from eventx.temporal.anchoring.words import anchoring_words

# Days between publication and what a report is about.
RECENT = 7


class Dating:
    """The state that the ways of dating share: each dates what the ones before it left undated.

    Attributes:
        analysis: The article.
        mentions: Its mentions in text order.
        timexes: Its temporal expressions in text order.
        events: The mentions of each event; a mention without ``event_id`` is an event of its own.
        whens: The dates found so far, by ``mention_id``.
    """

    def __init__(self, analysis: Analysis, mentions: Iterable[EventMention], timexes: Sequence[Timex]) -> None:
        self.analysis = analysis
        self.mentions = tuple(sorted(mentions, key=lambda mention: (mention.trigger.start, mention.type)))
        self.timexes = timexes
        self.events: dict[str, list[EventMention]] = {}
        self.whens: dict[str, When] = {}
        for mention in self.mentions:
            self.events.setdefault(_event_of(mention), []).append(mention)

    def timexes_in(self, span: Span) -> Sequence[Timex]:
        """The temporal expressions that begin in a stretch of the article."""
        first = bisect.bisect_left(self.timexes, span.start, key=_start)
        return self.timexes[first : bisect.bisect_left(self.timexes, span.end, lo=first, key=_start)]

    def names_a_time(self, span: Span) -> bool:
        """Whether a stretch of the article names a stretch of the calendar."""
        return any(timex.start for timex in self.timexes_in(span))

    def sentence_of(self, mention: EventMention) -> int | None:
        """Index of the sentence in which a mention's trigger begins."""
        return self.analysis.sentence_at(mention.trigger.start)

    def in_parse(self, mention: EventMention) -> tuple[SentenceTree, int] | None:
        """The parse of a mention's sentence and the head of its trigger there; None where there is none."""
        index = self.sentence_of(mention)
        parsed = None if index is None else self.analysis.parse(index)
        if parsed is None:
            return None
        tree = tree_of(parsed)
        head = tree.head(mention.trigger)
        return None if head is None else (tree, head)

    def lacks(self, mention: EventMention) -> bool:
        """Whether a mention is undated and may have a date: a kind of event has none."""
        return mention.mention_id not in self.whens and mention.modality != "generic"

    def may_take(self, mention: EventMention, when: When, source: EventMention | None = None) -> bool:
        """Whether a mention may have the date of another mention of its event.

        What is said in a week or more is said again, not once, but for a formal charge; what is planned lies ahead; and
        "a series of attacks" is of no one attack's day, unless that is told in the same word.

        Args:
            mention: The mention.
            when: The date.
            source: The mention whose date it is, where that is known.
        """
        is_same_word = source is not None and source.trigger.text.lower() == mention.trigger.text.lower()
        if mention.type == "ATTACK" and not is_same_word and self.is_any(mention):
            return False
        published = self.analysis.article.published_day
        is_spoken = not anchoring_words().spoken.isdisjoint(mention.arguments.roles)
        if is_spoken and when.granularity != "day" and not (source and _is_charge(mention) and _is_charge(source)):
            return False
        return mention.modality != "planned" or published is None or when.end >= published

    def is_recent(self, when: When) -> bool:
        """Whether a date is a day that a report may be about, and no background."""
        published = self.analysis.article.published_day
        return published is not None and when.granularity == "day" and 0 <= (published - when.start).days <= RECENT

    def give(self, mention: EventMention, when: When) -> None:
        """Date a mention, and whatever mention of its event is undated."""
        for other in self.events[_event_of(mention)]:
            if self.lacks(other) and (other is mention or self.may_take(other, when)):
                self.whens[other.mention_id] = when

    def is_any(self, mention: EventMention) -> bool:
        """Whether a mention is a plural without an article or a name: "a series of attacks", "mass shootings"."""
        found = self.in_parse(mention)
        if found is None or found[0].tags[found[1]] != "NNS":
            return False
        tree, head = found
        return not any(
            tree.deps[child] == "poss" or tree.tags[child] in ("DT", "NNP", "CD") for child in tree.children[head]
        )


def _is_charge(mention: EventMention) -> bool:
    return mention.trigger.text.lower() in anchoring_words().laid_once


def _event_of(mention: EventMention) -> str:
    return mention.event_id or f"#{mention.mention_id}"


def _start(timex: Timex) -> int:
    return timex.span.start
