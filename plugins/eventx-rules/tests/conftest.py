"""Sentences read by the rules, as a test wants them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from eventx_rules.extractor import RuleExtractor

from eventx.analysis import Analyser
from eventx.model import Article, EventMention

Read = Callable[..., list[EventMention]]


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    return Analyser()


@pytest.fixture(scope="session")
def extractor() -> RuleExtractor:
    return RuleExtractor()


@pytest.fixture(scope="session")
def read(analyser: Analyser, extractor: RuleExtractor) -> Read:
    """The mentions in a text, of one type if it is named."""

    def read_text(text: str, type_name: str | None = None) -> list[EventMention]:
        analysis = analyser.analyse(Article.of(text))
        analyser.parse([(analysis, range(len(analysis.sentences)))])
        return [m for m in extractor.extract([analysis]) if type_name in (None, m.type)]

    return read_text


@pytest.fixture(scope="session")
def roles(read: Read) -> Callable[..., dict[str, list[str]]]:
    """The arguments of the only mention of a type in a text (or of the one on a trigger), as texts by role."""

    def roles_of(text: str, type_name: str, trigger: str | None = None) -> dict[str, list[str]]:
        found = [m for m in read(text, type_name) if trigger in (None, m.trigger.text)]
        assert len(found) == 1, [(m.type, m.trigger.text) for m in read(text)]
        out: dict[str, list[str]] = {}
        for argument in found[0].arguments:
            out.setdefault(argument.role, []).append(argument.text)
        return out

    return roles_of
