"""Articles that are hard on careless code: empty, blank, with odd line ends, scripts and lengths."""

from __future__ import annotations

import datetime as dt

from eventx.model import Article

_DAY = dt.date(2024, 3, 9)
_SENTENCE = "Rebels attacked the port of Selby on Monday, and Elif Özdemir visited Ankara."


def edge_articles() -> tuple[Article, ...]:
    """The articles, each with an id that says what is hard about it."""
    texts = {
        "edge-empty": "",
        "edge-blanks": " \n\t \u00a0\n\n ",
        "edge-one-character": "A",
        "edge-crlf": _SENTENCE.replace(", ", ",\r\n") + "\r\n\r\n" + _SENTENCE,
        "edge-emoji": f"👩‍👩‍👧 {_SENTENCE} 🇰🇪👍🏽 {_SENTENCE}",
        "edge-combining": "Zoe\u0301 visited Co\u0302te d’Ivoire. " + _SENTENCE,
        "edge-right-to-left": "זوه زار الرئيس بغداد يوم الاثنين. " + _SENTENCE,
        "edge-no-full-stop": " ".join(["Rebels attacked the port and"] * 60),
        "edge-control-characters": "Rebels\x00 attacked\x1b[31m the port\u2028of Selby.\ufeff",
        "edge-very-long": f"{_SENTENCE} Nothing else was known. " * 400,
    }
    return tuple(
        Article(id=name, text=text, published=_DAY, published_source="given", language="en")
        for name, text in texts.items()
    )
