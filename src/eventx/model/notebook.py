"""Values as HTML for notebooks: what a cell that ends in a timeline, an event, a mention or an article shows.

It lies among the values, not with the exporters, because notebooks ask the values themselves (``_repr_html_``) and
values import nothing above them. It needs nothing but the standard library.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from eventx.model.article import Article
from eventx.model.event import Event
from eventx.model.marks import Mark, Marked, Piece, mark_text, marks_of
from eventx.model.mention import EventMention
from eventx.model.timeline import ArticleInfo, Timeline, copy_count
from eventx.printable import printable, printable_piece, shortened

# A cell that shows more than this is no longer read.
_MOST_EVENTS, _LONGEST_TEXT, _LONGEST_NAME = 100, 30_000, 200

# Half-transparent grounds, so that they show on light and dark notebooks alike.
_GROUNDS = {
    "trigger": "background:rgba(214,116,0,.35);border-radius:4px;padding:0 3px;font-weight:600;color:inherit",
    "argument": "background:none;border-bottom:2px solid rgba(11,100,127,.7);color:inherit",
    "source": "background:none;border-bottom:2px dotted rgba(120,120,120,.9);color:inherit",
    "date": "background:none;border-bottom:2px dashed rgba(120,120,120,.9);color:inherit",
}
_SMALL = "opacity:.75;font-size:85%"


def timeline_html(timeline: Timeline) -> str:
    """A table of the events, the first hundred of them."""
    shown = timeline.events[:_MOST_EVENTS]
    infos = {info.id: info for info in timeline.articles}
    rows = [
        _row(
            _when(event),
            escape(event.type),
            escape(event.modality),
            escape(shortened(event.summary, _LONGEST_NAME)),
            _tellers(event, infos),
        )
        for event in shown
    ]
    left = len(timeline.events) - len(shown)
    heads = "".join(
        f"<th style='text-align:left'>{name}</th>" for name in ("when", "type", "modality", "event", "articles")
    )
    more = f"<p style='{_SMALL}'>and {left} more</p>" if left else ""
    return (
        f"<p><b>Events: {len(timeline.events)}</b> of articles: {len(timeline.articles)}</p>"
        f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>{more}"
    )


def event_html(event: Event, articles: Iterable[ArticleInfo] = ()) -> str:
    """What happened, who took part, and every sentence that says so."""
    infos = {info.id: info for info in articles}
    parts = [f"<p><b>{escape(shortened(event.summary, _LONGEST_NAME) or event.type)}</b></p>"]
    parts.append(f"<p style='{_SMALL}'>{escape(event.type)} · {escape(event.modality)} · {_when(event)}</p>")
    roles = "".join(
        _row(
            escape(role),
            "; ".join(escape(shortened(argument.name, _LONGEST_NAME)) for argument in event.arguments.all(role)),
        )
        for role in event.arguments.roles
    )
    parts.append(f"<table><tbody>{roles}</tbody></table>" if roles else "")
    for mention in event.mentions:
        info = infos.get(mention.article_id)
        title = info.title if info and info.title else mention.article_id
        parts.append(f"{mention_html(mention)}<p style='{_SMALL}'>— {escape(shortened(title, _LONGEST_NAME))}</p>")
    return "".join(parts)


def mention_html(mention: EventMention) -> str:
    """The mention's sentence with its trigger and arguments marked."""
    sentence = mention.sentence or mention.trigger
    return _quoted(mark_text(sentence.text, marks_of(mention), offset=sentence.start))


def article_html(article: Article, mentions: Iterable[EventMention] = ()) -> str:
    """The article's text with what the mentions point to marked; boilerplate is pale."""
    marks = [mark for mention in mentions for mark in marks_of(mention)]
    marks += [Mark(start, end, "boilerplate", "") for start, end in article.boilerplate]
    text = article.text[:_LONGEST_TEXT]
    day = article.published_day.isoformat() if article.published_day else "no date"
    head = " · ".join(escape(printable(part)) for part in (article.id, day, article.source) if part)
    cut = (
        f"<p style='{_SMALL}'>… {len(article.text) - len(text)} more characters</p>"
        if len(text) < len(article.text)
        else ""
    )
    title = f"<p><b>{escape(shortened(article.title, _LONGEST_NAME))}</b></p>" if article.title else ""
    body = "".join(_piece(piece, keep_lines=True) for piece in mark_text(text, marks))
    return f"{title}<p style='{_SMALL}'>{head}</p><div style='line-height:1.8;max-width:75ch'>{body}</div>{cut}"


def _quoted(pieces: Sequence[Piece]) -> str:
    return f"<blockquote style='line-height:1.8'>{''.join(_piece(piece) for piece in pieces)}</blockquote>"


def _piece(piece: Piece, *, keep_lines: bool = False) -> str:
    if isinstance(piece, Marked):
        inner = "".join(_piece(part, keep_lines=keep_lines) for part in piece.pieces)
        if piece.kind == "boilerplate":
            return f"<span style='opacity:.5'>{inner}</span>"
        label = f"<sup style='font-size:65%;opacity:.75'> {escape(printable(piece.label))}</sup>"
        return f"<mark style='{_GROUNDS[piece.kind]}'>{inner}{label}</mark>"
    lines = piece.split("\n") if keep_lines else [piece]
    return "<br>".join(escape(printable_piece(line)) for line in lines)


def _row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td style='text-align:left;vertical-align:top'>{text}</td>" for text in cells) + "</tr>"


def _tellers(event: Event, infos: Mapping[str, ArticleInfo]) -> str:
    copies = copy_count(event, infos)
    return f"{len(event.articles)}{f' (near copies: {copies})' if copies else ''}"


def _when(event: Event) -> str:
    if event.when is None:
        return "undated"
    return f"{'≤ ' if event.when.source == 'publication' else ''}{escape(str(event.when))}"
