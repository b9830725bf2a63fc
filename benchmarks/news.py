"""Invented news for benchmarks: as many articles as wanted, always the same for the same seed.

About a third of the sentences tell of visits, accusations, denials or attacks, as in newswire; the others do not.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

SLOTS = {
    "person": [
        "Anton Reyk",
        "Elin Dahl",
        "Petra Vans",
        "Tomas Brel",
        "Ruth Olsen",
        "Karl Venn",
        "Maja Lind",
        "Ivo Tarn",
    ],
    "title": ["President", "Foreign Minister", "Interior Minister", "General", "Opposition leader", "Ambassador"],
    "land": ["Karsova", "Velmark", "Orsland", "Tiberia", "Norrland", "Ostmark", "Lavonia", "Meridia"],
    "town": ["Port Halden", "Selby", "Norrvik", "Kestrel Bay", "Dunmore", "Arlen", "Vast", "Ridgeport"],
    "group": ["the Northern Front", "the Free Valley Army", "the Red Hill militia", "the army", "the police"],
    "place": ["a market", "a police station", "the ferry terminal", "an army checkpoint", "a school", "the old bridge"],
    "number": ["three", "five", "at least 12", "17", "more than 40", "two", "nine"],
    "day": ["on Monday", "on Tuesday", "last week", "in March", "on Friday night", "yesterday", "on Oct. 21", ""],
    "goods": ["wheat", "timber", "steel", "machine parts", "coffee", "textiles"],
    "wrong": [
        "sheltering rebels",
        "spying on reporters",
        "taking bribes",
        "breaking the ceasefire",
        "shelling villages",
    ],
}
EVENTS = [
    "A bomb exploded outside {place} in {town} {day}, killing {number} and wounding {number} others, police said.",
    "{title} {person} accused {land} {day} of {wrong}.",
    "{land} denied {wrong} and called the charge baseless.",
    "{title} {person} arrived in {town} {day} for talks with {title} {person}.",
    "Gunmen from {group} attacked {place} near {town} {day}.",
    "{person}, who visited {town} {day}, blamed {group} for the attack.",
    "The foreign ministry rejected the accusation and said {title} {person} would travel to {land} {day}.",
    "{group} claimed responsibility for the killing of {number} officers in {town}.",
]
OTHERS = [
    "Exports of {goods} from {land} rose by {number} percent {day}, according to figures of the central bank.",
    "The weather in {town} is expected to stay dry through the weekend, with light wind from the north.",
    "{person} grew up in {town}, the youngest of {number} children, and studied law before she entered parliament.",
    "The budget, which parliament passed {day}, sets aside more money for roads, schools and hospitals.",
    "Shares in {town} closed slightly higher {day}, led by makers of {goods}.",
    '"We have waited a long time for this," said {person}, who has lived in {town} since 1987.',
    "Analysts expect the government of {land} to keep interest rates where they are until the autumn.",
    "The orchestra of {town} will open its season with a programme of songs from {land}.",
    "A spokeswoman for the company declined to comment on the price of {goods}.",
    "The two countries signed a treaty on fishing rights {day} after four years of negotiations.",
    "Researchers at the university of {town} have found a cheaper way to make {goods}.",
    "Turnout was lower than in the last election, when {title} {person} won by a wide margin.",
    "The league's oldest club beat its neighbour by two goals {day} in front of a full house.",
    "Most of the town's houses were built after the flood of 1953, and many still have wooden roofs.",
    "The minister said the plan would be discussed in committee before the summer break.",
    "Nobody in {town} could remember a winter in which the harbour had been free of ice for so long.",
]
EVENT_SHARE = 0.3
SENTENCES = (6, 18)


def articles(count: int, seed: int = 7) -> Iterator[dict[str, str]]:
    """Make articles as JSONL records."""
    chance = random.Random(seed)
    for number in range(count):
        day = dt.date(2024, 1, 1) + dt.timedelta(days=chance.randrange(365))
        sentences = [_sentence(chance) for _ in range(chance.randint(*SENTENCES))]
        paragraphs = [" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3)]
        yield {"id": f"news-{number}", "published": day.isoformat(), "text": "\n\n".join(paragraphs)}


def _sentence(chance: random.Random) -> str:
    template = chance.choice(EVENTS if chance.random() < EVENT_SHARE else OTHERS)
    parts = template.split("{")
    text = parts[0]
    for part in parts[1:]:
        slot, _, rest = part.partition("}")
        text += chance.choice(SLOTS[slot]) + rest
    text = " ".join(text.split()).replace(" ,", ",").replace(" .", ".")
    return text[0].upper() + text[1:]


def write(path: Path, count: int) -> None:
    """Write articles to a JSONL file."""
    with path.open("w", encoding="utf-8") as stream:
        for article in articles(count):
            stream.write(json.dumps(article) + "\n")


if __name__ == "__main__":
    for record in articles(int(sys.argv[1]) if len(sys.argv) > 1 else 100):
        sys.stdout.write(json.dumps(record) + "\n")
