"""Stays told by the day they have come to: "during the second day of her visit", where no other day is named."""

from __future__ import annotations

from attrs import evolve

from eventx.model import EventMention, When
from eventx.temporal.anchoring.anchors import Claims
from eventx.temporal.anchoring.words import anchoring_words
from eventx.temporal.dating import Dating


def date_by_stay_days(dating: Dating, claims: Claims) -> None:
    """Date undated stays of which a sentence counts the days and says no date: that day is the day of publication."""
    published = dating.analysis.article.published_day
    for mention in dating.mentions:
        stay = claims.stays.get(mention.mention_id)
        index = dating.sentence_of(mention)
        if stay is None or stay.day is None or index is None or published is None or not _tells(dating, mention):
            continue
        if dating.names_a_time(dating.analysis.sentences[index]):
            continue
        reach = stay.around(published)
        if reach is None:
            continue
        whole = When(start=reach[0], end=reach[1], granularity="interval", source="text")
        first = evolve(whole, end=reach[0], granularity="day", source="inherited")
        dating.whens[mention.mention_id] = whole
        for other in dating.mentions:
            if other.event_id == mention.event_id is not None and dating.lacks(other):
                arrival = other.trigger.text.split()[0].lower() in anchoring_words().arrivals
                dating.whens[other.mention_id] = first if arrival else evolve(whole, source="inherited")


def _tells(dating: Dating, mention: EventMention) -> bool:
    return mention.modality == "asserted" and dating.lacks(mention)
