from __future__ import annotations

import pytest

from eventx.analysis import Analyser
from eventx.entities import EnglishResolver
from eventx.model import Argument, Article, EventMention
from eventx.schema import standard_types

TYPES = {role.name: kind.name for kind in reversed(standard_types()) for role in kind.roles}


class Resolved:
    """What a resolver made of phrases of a text: ask for the argument by its phrase."""

    def __init__(self, mentions, entities):
        self.arguments = {}
        for mention in mentions:
            for argument in mention.arguments:
                self.arguments.setdefault(argument.text, argument)
        self.entities = {entity.entity_id: entity for entity in entities}

    def name(self, phrase):
        return self.arguments[phrase].name

    def id(self, phrase):
        return self.arguments[phrase].entity_id

    def entity(self, phrase):
        return self.entities[self.arguments[phrase].entity_id]


def mention_of(article, *arguments, type_=None):
    """A mention whose arguments are ``(role, phrase)``: the last occurrence of the phrase, as a word."""
    found = []
    for role, phrase in arguments:
        start = article.text.rindex(phrase)
        found.append(Argument(role=role, span=article.span(start, start + len(phrase))))
    return EventMention(
        article_id=article.id,
        type=type_ or TYPES[arguments[0][0]],
        trigger=article.span(0, 1),
        arguments=sorted(found, key=lambda argument: argument.span),
    )


@pytest.fixture(scope="session")
def resolver():
    return EnglishResolver({})


@pytest.fixture
def resolve(resolver):
    def run(text, *mentions, article_id="a1", using=None):
        article = Article.of(text, id=article_id)
        made = [mention_of(article, *arguments) for arguments in mentions]
        return Resolved(*(using or resolver).resolve(Analyser().analyse(article), made))

    return run
