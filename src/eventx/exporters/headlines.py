"""Headlines of events, for outputs that show modality and date beside them."""

from __future__ import annotations

import re

from eventx.model import Event
from eventx.printable import shortened

_LONGEST = 500

# The summary says in words what such outputs show apart: "planned: …", "… (9 March 2024)".
_MARK_IN_FRONT = re.compile(r"^[a-z][a-z ]{2,40}: ")
_DATE_AT_END = re.compile(r" \((?:reported )?[^()]{0,40}\d{1,4}s?\)$")


def headline(event: Event) -> str:
    """The event's summary without its modality and its date."""
    text = shortened(event.summary, _LONGEST) or type_label(event.type)
    if event.modality != "asserted":
        text = _MARK_IN_FRONT.sub("", text)
    if event.when is not None:
        text = _DATE_AT_END.sub("", text)
    return text[:1].upper() + text[1:]


def type_label(name: str) -> str:
    """A type's name as people write it.

    >>> type_label("PEACE_TALKS")
    'Peace talks'
    """
    return name.replace("_", " ").capitalize()
