"""Dates of words that stand for an event told before: "Two guards were shot. … The incident took place on Sunday.",
"… We regret what happened yesterday"."""

from __future__ import annotations

import bisect
import functools
import re

from attrs import evolve

from eventx.model import EventMention
from eventx.temporal.anchoring.anchors import anchor_mentions
from eventx.temporal.anchoring.words import anchoring_words
from eventx.temporal.dating import Dating

# Sentences between what is told and the word that stands for it.
REACH = 3

_TYPE = "ATTACK"

# Verbs for what a whole report is about: "what happened tonight".
_HAPPENED = ("happened", "occurred", "unfolded", "took place")


def date_by_stand_ins(dating: Dating) -> None:
    """Date undated attacks by the word for them that follows."""
    undated = [m for m in dating.mentions if m.type == _TYPE and m.modality == "asserted" and dating.lacks(m)]
    if not undated:
        return
    article = dating.analysis.article
    words = [
        EventMention(article_id=article.id, type=_TYPE, trigger=article.span(*match.span(match.lastgroup or 0)))
        for match in _stand_in().finditer(article.text)
    ]
    if not words:
        return
    claims = anchor_mentions(Dating(dating.analysis, words, dating.timexes)).dates
    sentences = [dating.analysis.sentence_at(mention.trigger.start) or 0 for mention in undated]
    for word in words:
        claim = claims.get(word.mention_id)
        here = dating.sentence_of(word)
        if claim is None or here is None or claim.when.granularity != "day":
            continue
        last = bisect.bisect_right(sentences, here) - 1
        reach = here if word.trigger.text.lower() in _HAPPENED else REACH
        if last >= 0 and sentences[last] >= here - reach and dating.lacks(undated[last]):
            dating.give(undated[last], evolve(claim.when, source="inherited"))


@functools.cache
def _stand_in() -> re.Pattern[str]:
    # A date may stand between: "during the January 13 incident". "A separate incident" is another.
    words = "|".join(sorted(anchoring_words().stand_ins))
    other = "|".join(sorted(anchoring_words().others))
    return re.compile(
        rf"\b(?:(?:the|this|that|(?:mon|tues|wednes|thurs|fri|satur|sun)day['’]s)\s+(?:(?!{other})[\w.,'’-]+\s+){{0,3}}(?P<noun>{words})"
        rf"|(?:what|it|this|that)\s+(?P<verb>{'|'.join(_HAPPENED)}))\b",
        re.IGNORECASE,
    )
