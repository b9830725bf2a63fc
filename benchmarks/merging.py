"""How merging grows: seconds for synthetic mentions of a fifth as many events, then for twice as many.

    python benchmarks/merging.py [--mentions 100000] [--one-article]

Each event is told by five articles of one week, which agree on its actors and place, differ in the words for them, and
date it or do not; each article tells ten events. Names come from a pool, so that one actor takes part in many events.
With ``--one-article`` all stand in one endless article, two to a sentence, and coreference is timed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import time

import click

from eventx.analysis import Analyser
from eventx.merging import EnglishMerger
from eventx.model import Argument, Article, ArticleInfo, EventMention, Span, When

TELLERS = 5
PER_ARTICLE = 10
FIRST_DAY = dt.date(2010, 1, 1)
TRIGGERS = {
    "VISIT": ("visited", "arrived", "trip", "visit"),
    "ACCUSATION": ("accused", "blamed", "charge", "allegations"),
    "DENIAL": ("denied", "rejected", "denial"),
    "ATTACK": ("bombing", "attack", "killed", "blast"),
}
ROLES = {
    "VISIT": ("visitor", "destination"),
    "ACCUSATION": ("accuser", "accused"),
    "DENIAL": ("denier", "accuser"),
    "ATTACK": ("attacker", "place"),
}


def synthetic(count: int, seed: int = 1) -> tuple[list[EventMention], dict[str, ArticleInfo]]:
    """Make ``count`` mentions, and the articles they stand in; the time they span grows with their number."""
    chance = random.Random(seed)
    events, days = count // TELLERS, max(7, count // 150)
    names = [
        f"{chance.choice('BCDFGKLMNPRST')}{chance.choice(['al', 'er', 'or', 'un'])}{n:x}" for n in range(events // 8)
    ]
    told: dict[int, list[tuple[int, int]]] = {}
    for event in range(events):
        day = chance.randrange(days)
        for teller in range(TELLERS):
            told.setdefault(day + chance.randrange(3), []).append((event, teller * 10_000 + day))
    facts = [
        (
            kind := chance.choice(sorted(ROLES)),
            chance.choice(names),
            chance.choice(names),
            chance.choice(TRIGGERS[kind]),
        )
        for _ in range(events)
    ]
    mentions, infos = [], {}
    for published, tellings in sorted(told.items()):
        chance.shuffle(tellings)
        articles = max(1, len(tellings) // PER_ARTICLE)
        for position, (event, code) in enumerate(tellings):
            article_id = f"d{published:05}a{position % articles:05}"
            infos[article_id] = ArticleInfo(id=article_id, published=FIRST_DAY + dt.timedelta(published))
            mentions.append(_mention(article_id, position, facts[event], code % 10_000, chance))
    return mentions, infos


def _mention(
    article_id: str, position: int, fact: tuple[str, str, str, str], day: int, chance: random.Random
) -> EventMention:
    kind, first, second, trigger = fact
    word = chance.choice((trigger, chance.choice(TRIGGERS[kind])))
    start = position * 100
    texts = [chance.choice((name, f"Minister {name}", f"officials of {name}")) for name in (first, second)]
    happened = FIRST_DAY + dt.timedelta(day)
    return EventMention(
        article_id=article_id,
        type=kind,
        trigger=Span(start=start, end=start + len(word), text=word),
        event_id=f"{article_id}:e{position}",
        arguments=[
            Argument(role=role, span=Span(start=start + 20 * n, end=start + 20 * n + len(text), text=text))
            for n, (role, text) in enumerate(zip(ROLES[kind], texts, strict=True), start=1)
        ],
        when=When(start=happened, end=happened, granularity="day") if chance.random() < 0.6 else None,
    )


def in_one_article(count: int, seed: int = 1) -> tuple[Article, list[EventMention]]:
    """Make ``count`` mentions of one article, of which every fiftieth or so has the same actor."""
    chance, parts, mentions, offset = random.Random(seed), [], [], 0
    while len(mentions) < count:
        actor, place = (f"{chance.choice('BDGKLMNT')}or{chance.choice('abcdefghijkl')}" for _ in range(2))
        first, second = chance.choice((("attacked", "killing"), ("bombed", "wounding"), ("shelled", "killing")))
        sentence = f"{actor} rebels {first} Port {place}, {second} {chance.randrange(2, 30)} soldiers. "
        for word in (first, second):
            arguments = []
            for role, text in (("attacker", f"{actor} rebels"), ("place", f"Port {place}")):
                at = offset + sentence.index(text)
                arguments.append(Argument(role=role, span=Span(start=at, end=at + len(text), text=text)))
            start = offset + sentence.index(word)
            trigger = Span(start=start, end=start + len(word), text=word)
            mentions.append(EventMention(article_id="book", type="ATTACK", trigger=trigger, arguments=arguments))
        parts.append(sentence)
        offset += len(sentence)
    return Article(id="book", text="".join(parts)), mentions


def seconds_within(count: int) -> float:
    """Find coreference among ``count`` mentions of one article; return the processor time it took."""
    article, mentions = in_one_article(count)
    analysis = Analyser().analyse(article)
    merger = EnglishMerger({})
    worked = time.process_time()
    done = merger.corefer(analysis, mentions, ())
    worked = time.process_time() - worked
    events = len({mention.event_id for mention in done})
    click.echo(f"{len(mentions):>8} mentions of one article, {events} events found: {worked:.1f} s at work")
    return worked


def seconds(count: int) -> float:
    """Merge ``count`` synthetic mentions, say what came of it, and return the processor time it took."""
    mentions, infos = synthetic(count)
    merger = EnglishMerger({})
    began, worked = time.perf_counter(), time.process_time()
    events = merger.merge(mentions, (), infos)
    took, worked = time.perf_counter() - began, time.process_time() - worked
    told = f"{len(mentions):>8} mentions, {count // TELLERS} events told, {len(events)} found"
    click.echo(f"{told}: {took:.1f} s, {worked:.1f} s of it at work")
    return worked


def main() -> None:
    """Time both sizes and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mentions", type=int, default=100_000)
    parser.add_argument("--one-article", action="store_true")
    options = parser.parse_args()
    time_of, count = seconds_within if options.one_article else seconds, options.mentions
    once = time_of(count)
    twice = time_of(2 * count)
    click.echo(f"twice as many take {twice / once:.2f} times as much work")


if __name__ == "__main__":
    main()
