"""One run of an extractor over the kit's articles and its author's, on which most checks look."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from eventx.guard import CAUGHT, what_happened
from eventx.model import Article, EventMention
from eventx.testing.checks import Skip
from eventx.testing.subject import Subject, analyse, parse_for


@frozen(kw_only=True)
class ExtractorRun:
    """What came of running an extractor.

    Attributes:
        crashes: By article, what it raised.
        found: Whatever it gave, with the article that it was asked about.
        tried: What it tried on the network without having declared it.
    """

    crashes: dict[str, str]
    found: tuple[tuple[Article, Any], ...]
    tried: tuple[str, ...]

    @property
    def mentions(self) -> list[tuple[Article, EventMention]]:
        """What it gave that is a mention of the article it was asked about."""
        return [
            (article, one)
            for article, one in self.found
            if isinstance(one, EventMention) and one.article_id == article.id
        ]


def run_of(subject: Subject) -> ExtractorRun:
    """The run, made once.

    Raises:
        Skip: If the extractor cannot be run, which a check of its own tells.
    """
    run = raw_run(subject)
    if run.tried:
        raise Skip("it uses the network")
    if run.crashes:
        raise Skip("it does not run")
    return run


def raw_run(subject: Subject) -> ExtractorRun:
    """The run, made once, whatever came of it."""
    run: ExtractorRun = subject.once("run", lambda: _run(subject))
    return run


def _run(subject: Subject) -> ExtractorRun:
    crashes: dict[str, str] = {}
    found: list[tuple[Article, Any]] = []
    with subject.offline() as tried:
        instance = subject.build()
        for article in subject.articles:
            analyses = analyse([article])
            try:
                parse_for(instance, subject.record, analyses)
                found += [(article, one) for one in instance.extract(analyses)]
            except CAUGHT as error:
                crashes[article.id] = what_happened(error)
    return ExtractorRun(crashes=crashes, found=tuple(found), tried=tuple(dict.fromkeys(tried)))
