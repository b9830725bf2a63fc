"""The extractor: a regular expression over the sentences of an article."""

import re
from collections.abc import Iterator, Sequence

from eventx import Argument, EventMention
from eventx.analysis import Analysis

# Every group but "trigger" is a role.
PATTERN = re.compile(
    r"(?P<protester>[A-Z][\w' ]*?) (?P<trigger>marched|rallied|demonstrated|protested)\b(?! back| home)"
    r"(?: (?:in|through) (?P<place>[A-Z]\w+(?: [A-Z]\w+)*))?"
    r"(?: on \w+day)?"
    r"(?: against (?P<target>[\w' ]+))?"
)


class ProtestExtractor:
    """Finds sentences that begin with who protested."""

    def extract(self, analyses: Sequence[Analysis]) -> Iterator[EventMention]:
        """Yield the protests in these articles."""
        for analysis in analyses:
            for sentence in analysis.sentences:
                found = PATTERN.match(sentence.text)
                if found:
                    yield self.mention(analysis, sentence.start, found)

    def mention(self, analysis: Analysis, offset: int, found: re.Match[str]) -> EventMention:
        """Make a mention of a match in a sentence that begins at this offset."""
        article = analysis.article
        spans = {
            group: article.span(offset + found.start(group), offset + found.end(group))
            for group, text in found.groupdict().items()
            if text is not None
        }
        return EventMention(
            article_id=article.id,
            type="PROTEST",
            trigger=spans.pop("trigger"),
            arguments=[Argument(role=role, span=span) for role, span in spans.items()],
            confidence=0.8,
            rule="who-protested",
        )
