"""Texts dated by the English dater, one parse pipeline for the whole run."""

from __future__ import annotations

import re

import pytest
from attrs import evolve

from eventx.analysis import Analyser
from eventx.model import Argument, Article, EventMention
from eventx.temporal.dater import EnglishDater


@pytest.fixture(scope="session")
def analyser():
    return Analyser()


@pytest.fixture(scope="session")
def mentions_of():
    """Make mentions of triggers marked with brackets: ``[raid]``, ``[raid|e1]`` of event e1."""

    def build(marked, published="2024-03-14", *, event_type="ATTACK", modality="asserted", roles=("target",)):
        triggers, text, at = [], "", 0
        for match in re.finditer(r"\[([^\]|]+)(?:\|(\w+))?\]", marked):
            text += marked[at : match.start()]
            triggers.append((len(text), match[1], match[2]))
            text += match[1]
            at = match.end()
        text += marked[at:]
        article = Article.of(text, published=published, id="a")
        mentions = tuple(
            EventMention(
                article_id="a",
                type=event_type,
                trigger=article.span(start, start + len(word)),
                modality=modality,
                event_id=event and f"a:{event}",
                arguments=[Argument(role=role, span=article.span(0, 1)) for role in roles],
            )
            for start, word, event in triggers
        )
        return article, mentions

    return build


@pytest.fixture(scope="session")
def dated(analyser, mentions_of):
    """Date marked mentions; returns the mentions, with ``when``."""

    def run(marked, published="2024-03-14", **fields):
        article, mentions = mentions_of(marked, published, **fields)
        return EnglishDater().date(analyser.analyse(article), mentions)

    return run


@pytest.fixture(scope="session")
def claims(dated):
    """Date marked mentions; returns what the text tells of each, as strings, None for the publication fallback."""

    def run(marked, published="2024-03-14", **fields):
        whens = [mention.when for mention in dated(marked, published, **fields)]
        return [str(when) if when and when.source != "publication" else None for when in whens]

    return run


@pytest.fixture(scope="session")
def said(analyser, mentions_of):
    """Date a marked mention of what somebody says or visits; returns the date and its source.

    It is None for the publication fallback.

    Whoever says it, or visits, is named in the text, last where it stands more than once.
    """

    def run(marked, speaker, *, event_type="DENIAL", name=None):
        article, (mention,) = mentions_of(marked, event_type=event_type, roles=())
        start = article.text.rindex(speaker)
        argument = Argument(
            role={"DENIAL": "denier", "VISIT": "visitor"}.get(event_type, "accuser"),
            span=article.span(start, start + len(speaker)),
            name=name,
        )
        (dated,) = EnglishDater().date(analyser.analyse(article), (evolve(mention, arguments=[argument]),))
        return None if dated.when.source == "publication" else (str(dated.when), dated.when.source)

    return run
