"""Sentence splitting for news, on raw text: no model, so that unscreened sentences cost next to nothing."""

from __future__ import annotations

import re

from eventx.model import Article, Span

_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9])|\n\s*\n")


def split_sentences(article: Article) -> tuple[Span, ...]:
    """Split an article into sentences, leaving its boilerplate out.

    Returns:
        Spans in text order, none overlapping another, none beginning or ending in white space.
    """
    spans: list[Span] = []
    for start, end in _running_text(article):
        cut = start
        for match in _END.finditer(article.text, start, end):
            _add(spans, article.text, cut, match.end())
            cut = match.end()
        _add(spans, article.text, cut, end)
    return tuple(spans)


def _running_text(article: Article) -> list[tuple[int, int]]:
    parts, at = [], 0
    for start, end in sorted(article.boilerplate):
        if start > at:
            parts.append((at, start))
        at = max(at, end)
    if at < len(article.text):
        parts.append((at, len(article.text)))
    return parts


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        start += len(piece) - len(piece.lstrip())
        spans.append(Span(start=start, end=start + len(stripped), text=stripped))
