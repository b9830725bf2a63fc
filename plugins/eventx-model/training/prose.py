"""Articles of our own: what the networks learn from besides a gold file.

Real news may be learnt from but not passed on, so these articles are invented: people and groups, and what is told of
countries and places. They are written in the manner of agencies, broadcasts and web news. A file holds articles, a
sentence a line, each followed by its mentions::

    # 2005-03-14 Bomb kills seven at market
    A bomb exploded at a market on Monday, killing seven people, police said.
    ATTACK exploded | instrument=A bomb | target=a market | killed=seven people
    ATTACK killing | target=seven people | killed=seven people
    The minister may visit the town.
    VISIT visit | visitor=The minister | destination=the town | modality=hypothetical

A trigger or filler is the first place in its sentence where these words stand, ``words#2`` the second. What is not told
(dates, clusters) is not annotated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from attrs import evolve

from eventx.errors import SourceError
from eventx.evaluation.gold import GoldArgument, GoldArticle, GoldMention
from eventx.model import MODALITIES, Span
from eventx.schema import standard_types

PROSE = Path(__file__).with_name("prose")
# The source of these articles, by which they are told from news.
INVENTED = "invented"
_TYPES = {event_type.name: event_type for event_type in standard_types()}


def read_prose(folder: Path = PROSE, files: str = "*.txt") -> list[GoldArticle]:
    """Read the articles of the files in a folder whose names match a pattern.

    Raises:
        SourceError: If a line cannot be understood.
    """
    return [article for file in sorted(folder.glob(files)) for article in _articles(file)]


def _articles(file: Path) -> Iterator[GoldArticle]:
    article, sentence, number = None, 0, 0
    for at, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        head = line.partition(" ")[0]
        try:
            if head == "#":
                if article:
                    yield article
                number += 1
                article = GoldArticle(id=f"{file.stem}-{number}", text="", source=INVENTED)
            elif not line:
                continue
            elif article is None:
                raise ValueError("expected '# DATE TITLE' before the first sentence")
            elif head in _TYPES:
                article = evolve(article, mentions=[*article.mentions, _mention(line, article.text, sentence)])
            else:
                sentence = len(article.text) + bool(article.text)
                article = evolve(article, text=f"{article.text} {line}".lstrip())
        except ValueError as error:
            raise SourceError(str(error), source=str(file), line=at) from error
    if article:
        yield article


def _mention(line: str, text: str, sentence: int) -> GoldMention:
    head, *rest = line.split(" | ")
    name, _, trigger = head.partition(" ")
    arguments, modality = [], "asserted"
    for part in rest:
        role, _, words = part.partition("=")
        if role == "modality":
            modality = words
        elif _TYPES[name].role(role):
            arguments.append(GoldArgument(role=role, span=_place(words, text, sentence)))
        else:
            raise ValueError(f"{name} has no role {role!r}")
    if modality not in MODALITIES:
        raise ValueError(f"no modality {modality!r}; known: {', '.join(MODALITIES)}")
    place = _place(trigger, text, sentence)
    return GoldMention(type=name, trigger=place, arguments=arguments, modality=modality)


def _place(words: str, text: str, sentence: int) -> Span:
    words, _, which = words.partition("#")
    found = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text[sentence:]))
    if len(found) < int(which or 1):
        raise ValueError(f"{words!r} does not stand in the sentence {text[sentence:]!r}")
    start, end = found[int(which or 1) - 1].span()
    return Span(start=sentence + start, end=sentence + end, text=words)
