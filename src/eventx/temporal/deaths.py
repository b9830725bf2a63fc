"""Dates of killings that a report from court dates by the death alone: "is charged with the murder of a nurse. … Her
disappearance in May 2014 …"."""

from __future__ import annotations

import functools
import re

from attrs import evolve

from eventx.model import EventMention
from eventx.temporal.anchoring.anchors import anchor_mentions
from eventx.temporal.anchoring.words import anchoring_words
from eventx.temporal.dating import Dating

_TYPE = "ATTACK"


def date_by_deaths(dating: Dating) -> None:
    """Date killings by the month or year of the only death of a report that dates no attack.

    A day is not taken: who was stabbed on Monday may have died on Tuesday.
    """
    attacks = [mention for mention in dating.mentions if mention.type == _TYPE]
    if any(mention.mention_id in dating.whens for mention in attacks):
        return
    killings = [
        mention
        for mention in attacks
        if mention.modality == "asserted" and _killing().match(mention.trigger.text) and dating.lacks(mention)
    ]
    article = dating.analysis.article
    deaths = [
        EventMention(article_id=article.id, type=_TYPE, trigger=article.span(*match.span()))
        for match in (_death().finditer(article.text) if killings else ())
    ]
    claims = anchor_mentions(Dating(dating.analysis, deaths, dating.timexes)).dates if deaths else {}
    whens = {(claim.when.start, claim.when.end): claim.when for claim in claims.values()}
    if len(whens) != 1:
        return
    when = whens.popitem()[1]
    if when.granularity not in ("month", "year"):
        return
    for mention in killings:
        index = dating.sentence_of(mention)
        words = () if index is None else re.findall(r"\w+", dating.analysis.sentences[index].text.lower())
        if anchoring_words().others.isdisjoint(words) and not dating.is_any(mention):
            dating.give(mention, evolve(when, source="inherited"))


@functools.cache
def _death() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(anchoring_words().deaths))})\b", re.IGNORECASE)


@functools.cache
def _killing() -> re.Pattern[str]:
    return re.compile(rf"(?:attempted\s+)?(?:{'|'.join(sorted(anchoring_words().killing_stems))})", re.IGNORECASE)
