"""Which date of its own sentence dates a mention."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from attrs import frozen

from eventx.model import EventMention, When
from eventx.temporal.anchoring.distances import Distance, distances_in, has_distance
from eventx.temporal.anchoring.expressions import DateExpression, expressions_in
from eventx.temporal.anchoring.paths import Paths
from eventx.temporal.anchoring.stays import Stay, stay_of
from eventx.temporal.anchoring.tree import PRENOMINAL, DatePlace, SentenceTree, tree_of
from eventx.temporal.anchoring.words import anchoring_words
from eventx.temporal.dating import Dating

# Above this a date has proved to be another event's more often than not.
FARTHEST = 4

# "a day after rebels shelled the port, killing two" dates both; what the clause merely mentions is of another day.
FARTHEST_CLAUSE = 1

# Sentences over which "the same day" and "at 2:30 p.m." count from an event told before that is not what the report is
# about, but old or still to come.
TOLD_REACH = 6

# Days before publication; nobody reports what was said longer ago.
LATEST_REPORT = 10

# What is said has a day of its own; further off stands that of what is spoken of.
FARTHEST_SPOKEN = 2

# "since" opens a long stretch; only what it modifies filled that.
FARTHEST_SINCE = 2


@frozen(kw_only=True)
class Claim:
    """A date that a mention's own sentence gives it.

    Attributes:
        when: The date.
        cost: How far the date stands from the trigger in the parse; 0 is beside it.
    """

    when: When
    cost: int


@frozen(kw_only=True)
class Claims:
    """What the sentences of mentions say, by ``mention_id``.

    Attributes:
        dates: The date in reach of the trigger.
        stays: What is said of the course of the event.
    """

    dates: dict[str, Claim]
    stays: dict[str, Stay]


def anchor_mentions(dating: Dating) -> Claims:
    """Find what dates mentions in their own sentences.

    Generic mentions are left out: a kind of event has no date. Sentences that hold both a mention and a date are
    parsed if they are not yet.
    """
    analysis = dating.analysis
    by_sentence: dict[int, list[EventMention]] = {}
    for mention in dating.mentions:
        index = dating.sentence_of(mention)
        if index is not None and mention.modality != "generic":
            by_sentence.setdefault(index, []).append(mention)
    claims = Claims(dates={}, stays={})
    told: When | None = None
    told_at = 0
    for index in sorted(by_sentence):
        sentence = analysis.sentences[index]
        inside = dating.timexes_in(sentence)
        for mention in by_sentence[index]:
            stay = stay_of(analysis.article, mention, inside)
            if stay is not None:
                claims.stays[mention.mention_id] = stay
        day = told.start if told and (dating.is_recent(told) or index - told_at <= TOLD_REACH) else None
        expressions = expressions_in(analysis.article, sentence, inside, day)
        parsed = analysis.parse(index) if expressions or has_distance(sentence) else None
        if parsed is not None:
            tree = tree_of(parsed)
            distances = distances_in(analysis.article, sentence, tree, expressions, _day_before(dating, index))
            dates = _attach(tree, by_sentence[index], expressions, distances, analysis.article.published_day)
            claims.dates.update(dates)
            days = [date.when for date in dates.values() if date.when.granularity == "day"]
            if days:
                told, told_at = days[0], index
    return claims


def _day_before(dating: Dating, index: int) -> dt.date | None:
    """The one day that the sentence before names, if it is of the news."""
    before = dating.timexes_in(dating.analysis.sentences[index - 1]) if index else ()
    days = {timex.start for timex in before if timex.granularity == "day" and timex.start is not None}
    published = dating.analysis.article.published_day
    day = days.pop() if len(days) == 1 else None
    return day if day and published and 0 <= (published - day).days <= LATEST_REPORT else None


def _attach(
    tree: SentenceTree,
    mentions: Sequence[EventMention],
    expressions: Iterable[DateExpression],
    distances: Sequence[Distance],
    published: dt.date | None,
) -> dict[str, Claim]:
    """Give each mention of a sentence the date that stands nearest in the parse."""
    triggers = [tree.tokens(mention.trigger) for mention in mentions]
    events = frozenset(head for trigger in triggers if (head := tree.head_of(trigger)) is not None)
    paths = Paths(tree, anchoring_words(), events)
    places = [
        (expression, place) for expression in expressions if (place := _place(tree, expression, published)) is not None
    ]
    found = {}
    for mention, trigger in zip(mentions, triggers, strict=True):
        claim = _nearest(tree, paths, mention, trigger, places, published)
        for distance in distances:
            above = tree.heads[distance.clause]
            if distance.is_from_publication and above in events and tree.tags[above] not in ("VBZ", "VBP"):
                continue  # "he was shot a day after rebels shelled the port": neither day is told
            cost = paths.cost_up(trigger, distance.clause)
            if cost <= FARTHEST_CLAUSE and (claim is None or cost < claim.cost):
                claim = Claim(when=distance.expression.when, cost=cost)
        if claim is not None:
            found[mention.mention_id] = claim
    return found


def _place(tree: SentenceTree, expression: DateExpression, published: dt.date | None) -> DatePlace | None:
    tokens = tree.tokens(expression.core)
    head = tree.head_of(tokens)
    if head is None:
        return None
    # What is reported is reported within days.
    other = published is not None and not 0 <= (published - expression.end).days <= LATEST_REPORT
    loose = other or expression.granularity not in ("day", "week")
    return DatePlace(first=tokens.start, head=head, last=tokens.stop - 1, loose=loose)


def _nearest(
    tree: SentenceTree,
    paths: Paths,
    mention: EventMention,
    trigger: range,
    places: Iterable[tuple[DateExpression, DatePlace]],
    published: dt.date | None,
) -> Claim | None:
    roles = anchoring_words().speakers
    heads = (tree.head(argument.span) for argument in mention.arguments if argument.role in roles)
    speakers = frozenset(head for head in heads if head is not None)
    head = tree.head_of(trigger)
    speaks = head is not None and tree.lower[head] in anchoring_words().speaking
    spoken = not anchoring_words().spoken.isdisjoint(mention.arguments.roles)
    speech = paths.speech(head, speakers) if head is not None and speakers else None
    asked = trigger if speech is None else range(speech, speech + 1)
    is_now = head is not None and (tree.is_perfect(head) or tree.is_present(head))
    best: tuple[int, int, int] | None = None
    chosen: DateExpression | None = None
    for expression, place in places:
        if expression.span.overlaps(mention.trigger):
            continue
        if spoken and tree.lower[tree.governor(place.head)[0]] in anchoring_words().reaching:
            continue  # "allegations, some of which date back to 1990": what is alleged is of 1990
        cost, since = paths.cost(asked, place, speakers)
        # In "since the 2003 raid" the date is the raid's.
        inside = head is not None and place.head in tree.climb(head)  # "since 2005, when they set off bombs"
        since = since or (expression.since and tree.deps[place.head] not in PRENOMINAL and not inside)
        dating = expression.opened(published) if since else expression
        if (
            dating is None
            or (is_now and not since and _is_over(dating, published))
            or (is_now and cost > 1 and _is_ahead(dating, published))
            or (mention.modality == "planned" and cost > 1 and _is_behind(dating, published))
            or (since and (_compares(tree, trigger, place.head) or (cost and speaks)))
        ):
            continue
        rank = (cost, abs(place.head - trigger.start), expression.span.start)
        if cost <= (FARTHEST_SINCE if since else FARTHEST_SPOKEN if spoken else FARTHEST) and (
            best is None or rank < best
        ):
            best, chosen = rank, dating
    if best is None or chosen is None:
        return None
    chosen = chosen.turned(mention.modality, published)
    return Claim(when=chosen.when, cost=best[0])


def _is_over(date: DateExpression, published: dt.date | None) -> bool:
    """Whether a date lies too far back for "has denied" and "is fighting": a month or a year that is over."""
    return published is not None and date.granularity not in ("day", "week") and date.end < published


def _is_ahead(date: DateExpression, published: dt.date | None) -> bool:
    """Whether a date is to come, so that "is visiting Lima as part of a tour that will end on Friday" is not of it."""
    return published is not None and date.start > published


def _is_behind(date: DateExpression, published: dt.date | None) -> bool:
    """Whether a date is over however it is turned: "went to the school where she graduated in 2013 to shoot …"."""
    return published is not None and date.turned("planned", published).end < published


def _compares(tree: SentenceTree, trigger: range, date: int) -> bool:
    """Whether "since" compares: "her first visit since 1998", "they flee the worst fighting there since the war"."""
    ranking = anchoring_words().ranking
    head = tree.head_of(trigger)
    if head is None:
        return False
    nearest = tree.climb(head)[:3]
    if any(
        tree.lower[token] in ranking and (token in nearest or tree.heads[token] in nearest)
        for token in range(max(0, trigger.start - 8), trigger.start)
    ):
        return True
    if any(tree.lower[token] in ranking for token in tree.climb(date)):
        return True  # "the massacre, the worst since the coup of 1998"
    governor = tree.governor(date)[0]
    return any(
        tree.lower[token] in ranking and tree.heads[token] == governor
        for token in range(max(0, governor - 4), governor)
    )
