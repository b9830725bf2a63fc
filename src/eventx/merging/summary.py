"""The sentence that a timeline shows for an event."""

from __future__ import annotations

import re
from collections.abc import Mapping

from eventx.merging.lexicon import english
from eventx.merging.prose import date_text, is_plural, plural_verb
from eventx.merging.wording import Wording
from eventx.model import ArticleInfo, Event
from eventx.schema import EventType

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_ROLE = re.compile(r"\{(\w+)(?::(ing))?\}")
_SUBJECT = re.compile(r"\s*\{(\w+)\}\s+(\w+s)\b")
_ING = re.compile(r"\w{2,}ing\b")

# A sentence is made to fit by cutting its fillers shorter and shorter.
LONGEST = 160
LONGEST_FILLERS = (140, 110, 85, 65, 50, 40)


def summarise(
    event: Event,
    event_type: EventType | None,
    articles: Mapping[str, ArticleInfo],
    *,
    about: Event | None = None,
    about_type: EventType | None = None,
) -> str:
    """Write one readable sentence about an event from its type's template, its arguments and its date.

    Args:
        event: The event; its own ``summary`` is not looked at.
        event_type: Its type; without a template the roles are listed.
        articles: By id, for the publishers that state different numbers.
        about: The event that it is about, which tells what "the charge" is.
        about_type: The type of that.
    """
    wording = Wording(event, event_type, articles, about, about_type)
    date = f" ({date_text(event.when)})" if event.when else ""
    mark = english().marks.get(event.modality, "")
    sentence = ""
    for longest in LONGEST_FILLERS:
        sentence = _sentence(event, event_type, wording, longest, marked=bool(mark))
        sentence = f"{mark}: {sentence}" if mark else sentence[:1].upper() + sentence[1:]
        if len(sentence) + len(date) <= LONGEST:
            break
    return sentence + date


def _sentence(event: Event, event_type: EventType | None, wording: Wording, longest: int, *, marked: bool) -> str:
    template = event_type.summary if event_type else ""
    if not template:
        listed = "".join(f", {role}: {wording.text(role, longest)}" for role in event.arguments.roles)
        return event.type.replace("_", " ").capitalize() + listed
    template = _choose(template, wording)
    if marked and not template.startswith("{"):
        template = template[:1].lower() + template[1:]
    return " ".join(_fill(template, wording, longest).split())


def _choose(template: str, wording: Wording) -> str:
    """The first of the alternatives, set apart by ``|``, whose roles outside brackets are all filled; else the last."""
    alternatives = template.split("|")
    for alternative in alternatives:
        if all(_fits(wording, role, form) for role, form in _ROLE.findall(_OPTIONAL.sub("", alternative))):
            return alternative
    return alternatives[-1]


def _fits(wording: Wording, role: str, form: str) -> bool:
    return wording.says(role) and (not form or _ING.match(wording.text(role, LONGEST)) is not None)


def _fill(template: str, wording: Wording, longest: int) -> str:
    subject = _SUBJECT.match(template)
    if subject and is_plural(wording.text(subject.group(1), longest)):
        template = template[: subject.start(2)] + plural_verb(subject.group(2)) + template[subject.end(2) :]
    out, at = "", 0
    for part in _OPTIONAL.finditer(template):
        out += _plain(template[at : part.start()], wording, longest)
        at = part.end()
        roles = _ROLE.findall(part.group(1))
        if all(_fits(wording, role, form) for role, form in roles) and not (
            roles and all(wording.repeats(role, out) for role, _ in roles)
        ):
            out += _plain(part.group(1), wording, longest)
    return out + _plain(template[at:], wording, longest)


def _plain(template: str, wording: Wording, longest: int) -> str:
    return _ROLE.sub(lambda role: wording.text(role.group(1), longest), template)
