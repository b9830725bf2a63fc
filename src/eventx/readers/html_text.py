"""The text of HTML, all of it but what no browser shows as text."""

from __future__ import annotations

import re
from typing import Any

from eventx.readers.attributes import check_attributes

_NO_TEXT = frozenset(
    (
        *("head", "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select"),
        *("svg", "iframe", "object", "textarea"),
    )
)
_INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins"),
        *("kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt"),
        *("u", "var"),
    )
)


def text_of_html(html: str) -> str:
    """The text of a page's or a fragment's paragraphs, headings, items and the like, one a line.

    Raises:
        ValueError: If a tag has more attributes than can be read.

    >>> text_of_html("<p>Rebels <b>fled</b>.</p><p>The envoy left.</p>")
    'Rebels fled.\\nThe envoy left.'
    """
    from lxml import etree
    from lxml import html as parser

    check_attributes(html)
    try:
        # As bytes: lxml refuses a string that declares an encoding.
        root = parser.document_fromstring(html.encode("utf-8", "replace"), parser=parser.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return ""
    pieces: list[str] = []
    skipped: Any = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else "script"  # comments have a function for a tag
        if skipped is None:
            pieces.append("" if name in _INLINE else "\n")
            if name in _NO_TEXT:
                skipped = element
            else:
                pieces.append(_one_line(element.text if event == "start" else element.tail))
        elif event == "end" and element is skipped:
            skipped = None
            pieces.append(_one_line(element.tail))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _one_line(text: str | None) -> str:
    """The text with its line breaks as blanks: in HTML they mean no more."""
    return re.sub(r"\s", " ", text or "")
