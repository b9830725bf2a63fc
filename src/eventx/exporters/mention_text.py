"""Mentions as lines of text for the terminal."""

from __future__ import annotations

from eventx.exporters.dates import readable_date
from eventx.model import Article, EventMention
from eventx.printable import printable, shortened

_LONGEST = 70


def article_heading(article: Article) -> str:
    """Id, date and title of an article on one line."""
    day = article.published_day.isoformat() if article.published_day else "no date"
    title = f"  {printable(article.title)}" if article.title else ""
    return f"{printable(article.id)}  [{day}]{title}"


def mention_line(mention: EventMention) -> str:
    """A mention on one line: ``  VISIT arrived (visitor: Clinton, destination: Islamabad) 20 Oct 2011``."""
    roles = ", ".join(f"{argument.role}: {shortened(argument.text, _LONGEST)}" for argument in mention.arguments)
    notes: list[str] = [mention.modality] if mention.modality != "asserted" else []
    notes += [f"says {shortened(mention.attribution.text, _LONGEST)}"] if mention.attribution else []
    notes += [readable_date(mention.when)] if mention.when else []
    tail = f" · {' · '.join(notes)}" if notes else ""
    return f"  {mention.type} {shortened(mention.trigger.text, _LONGEST)} ({roles}){tail}"
