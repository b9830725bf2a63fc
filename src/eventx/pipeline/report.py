"""What a run did, and what failed in it."""

from __future__ import annotations

from attrs import define, field, frozen

from eventx.errors import EventxError


@frozen(kw_only=True)
class Failure:
    """Something that failed while the run went on.

    Attributes:
        message: What failed, where, and what to try.
        error: The exception behind it.
    """

    message: str
    error: EventxError


@define(kw_only=True)
class Report:
    """Counts and failures of a run; it grows while the run lasts.

    Attributes:
        articles: Articles that were processed.
        known: Articles that the store held already.
        sentences: Sentences in the articles processed.
        parsed: Sentences that were parsed.
        unparsed: Sentences that should have been parsed but are too long.
        near_copies: Of the articles of a timeline those that say in the main what one before them says, as the same
            wire report does in several papers, by their ids; with the id of the first to be published of that wording.
        other_files: Files of directories and archives that no reader is for.
        skipped: Articles in a language that no extractor reads.
        mentions: Event mentions found.
        events: Events on the timeline.
        failures: In the order in which they happened.
    """

    articles: int = 0
    known: int = 0
    sentences: int = 0
    parsed: int = 0
    unparsed: int = 0
    near_copies: dict[str, str] = field(factory=dict)
    other_files: int = 0
    skipped: int = 0
    mentions: int = 0
    events: int = 0
    failures: list[Failure] = field(factory=list)

    def summary(self) -> str:
        """One line: ``12 articles, 80 mentions, 31 events; 1 failure``."""
        parts = [_count(self.articles, "article"), _count(self.mentions, "mention")]
        if self.events:
            parts.append(_count(self.events, "event"))
        if self.known:
            parts.insert(1, f"{self.known:,} known from the store")
        line = ", ".join(parts)
        if self.near_copies:
            are = "is a near copy" if len(self.near_copies) == 1 else "are near copies"
            line += f"; {_count(len(self.near_copies), 'article')} {are} of others"
        if self.other_files:
            line += f"; {_count(self.other_files, 'file')} of other kinds skipped"
        if self.skipped:
            line += f"; {_count(self.skipped, 'article')} skipped: in a language that the extractor does not read"
        if self.unparsed:
            line += f"; {_count(self.unparsed, 'sentence')} too long to be parsed"
        if self.failures:
            line += f"; {_count(len(self.failures), 'failure')}"
        return line


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
