"""What a run's report tells about extraction."""

from __future__ import annotations

from collections import Counter

from attrs import define, field


@define(kw_only=True)
class ExtractionCounts:
    """Counts over everything that one `ExtractionRunner` has done.

    Attributes:
        articles: Articles seen.
        sentences: Sentences in them.
        parsed: Sentences parsed for the extractors.
        unparsed: Sentences that an extractor wanted parsed, but that are too long.
        skipped: By the extractors' labels, articles in languages they do not read.
        unread: Articles in a language that none of the extractors reads.
        languages: Of those articles, by language.
        outvoted: Mentions left out because of what another extractor says of them.
        in_boilerplate: Mentions left out because they lie in navigation and the like.
        cleared: Mentions in which an extractor filled what later stages write.
    """

    articles: int = 0
    sentences: int = 0
    parsed: int = 0
    unparsed: int = 0
    skipped: Counter[str] = field(factory=Counter)
    unread: int = 0
    languages: Counter[str] = field(factory=Counter)
    outvoted: int = 0
    in_boilerplate: int = 0
    cleared: int = 0
