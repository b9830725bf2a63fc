"""The sentence that a timeline shows for an event."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from eventx.merging.lexicon import english
from eventx.merging.numbers import count_in
from eventx.model import ArticleInfo, Event, EventArgument, When
from eventx.schema import EventType

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_ROLE = re.compile(r"\{(\w+)\}")
_SUBJECT = re.compile(r"\s*\{(\w+)\}\s+(\w+s)\b")

# More names than this in one role read badly.
MOST_NAMES = 3

# A longer filler is cut at a word.
LONGEST_FILLER = 140


def summarise(event: Event, event_type: EventType | None, articles: Mapping[str, ArticleInfo]) -> str:
    """Write one readable sentence about an event from its type's template, its arguments and its date.

    Args:
        event: The event; its own ``summary`` is not looked at.
        event_type: Its type; without a template the roles are listed.
        articles: By id, for the publishers that state different numbers.
    """
    template = event_type.summary if event_type else ""
    if template:
        sentence = _fill(_choose(template, event), event, event_type, articles)
    else:
        sentence = event.type.capitalize() + "".join(
            f", {role}: {_text(event, role, event_type, articles)}" for role in event.arguments.roles
        )
    sentence = " ".join(sentence.split())
    mark = english().marks.get(event.modality, "")
    sentence = f"{mark}: {sentence}" if mark else sentence[:1].upper() + sentence[1:]
    return f"{sentence} ({date_text(event.when)})" if event.when else sentence


def _choose(template: str, event: Event) -> str:
    """The first of the alternatives, set apart by ``|``, whose roles outside brackets are all filled; else the last."""
    alternatives = template.split("|")
    for alternative in alternatives:
        if all(role in event.arguments for role in _ROLE.findall(_OPTIONAL.sub("", alternative))):
            return alternative
    return alternatives[-1]


def _fill(template: str, event: Event, event_type: EventType | None, articles: Mapping[str, ArticleInfo]) -> str:
    subject = _SUBJECT.match(template)
    if subject and _is_plural(_text(event, subject.group(1), event_type, articles)):
        verb = subject.group(2)
        template = template[: subject.start(2)] + _without_s(verb) + template[subject.end(2) :]
    kept = _OPTIONAL.sub(
        lambda part: part.group(1) if all(role in event.arguments for role in _ROLE.findall(part.group(1))) else "",
        template,
    )
    return _ROLE.sub(lambda role: _text(event, role.group(1), event_type, articles), kept)


def _text(event: Event, role: str, event_type: EventType | None, articles: Mapping[str, ArticleInfo]) -> str:
    lexicon = english()
    found = event.arguments.all(role)
    kind = event_type.role(role) if event_type else None
    filler = kind.filler if kind else "phrase"
    if not found:
        return lexicon.missing.get(role) or lexicon.missing.get(filler, "something")
    if filler == "number":
        return _number(found, articles)
    if filler in {"clause", "phrase"}:
        return _short(found[0].name)
    names = _telling([_short(argument.name) for argument in found])
    if filler == "place":
        return ", ".join(names[:2])
    if len(names) > MOST_NAMES:
        names = [*names[: MOST_NAMES - 1], "others"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _telling(names: Sequence[str]) -> list[str]:
    """Of all that fills a role the proper names that do not repeat each other; without any, the first description."""
    out: list[str] = []
    seen: set[str] = set()
    for name in names:
        words = {word.lower() for word in name.split() if word[0].isupper()}
        if words and not words & seen and not _is_vague_text(name):
            out.append(name)
            seen |= words
    described = [name for name in names if not _is_vague_text(name)]
    return out or described[:1] or list(names[:1])


def _is_vague_text(name: str) -> bool:
    words = name.lower().split()
    return bool(words) and (words[-1] in english().pronouns or (len(words) < 3 and words[-1] in english().vague))


def _number(found: Sequence[EventArgument], articles: Mapping[str, ArticleInfo]) -> str:
    """``17``, or ``17 to 24 (AFP, Guardian)`` where those who count disagree.

    What counts is the most that each article states: the same article may count parts of the whole.
    """
    most: dict[str, tuple[int, str]] = {}
    for argument in found:
        count = count_in(argument.name)
        if count is None or not count.exact:
            continue
        for mention_id in argument.mentions:
            article_id = mention_id.rpartition("#")[0]
            most[article_id] = max(most.get(article_id, (-1, "")), (count.stated, argument.name))
    if not most:
        return _short(found[0].name)
    stated = sorted(most.values())
    least, greatest = stated[0], stated[-1]
    if least[0] == greatest[0]:
        return _short(greatest[1])
    sources = {info.source for article_id in most if (info := articles.get(article_id)) and info.source}
    spread = f"{least[0]:,} to {greatest[0]:,}"
    return f"{spread} ({', '.join(sorted(sources))})" if sources else spread


def _short(text: str) -> str:
    """A filler as it stands within a sentence."""
    first, _, rest = text.partition(" ")
    if rest and first.lower() in english().openers:
        text = f"{first.lower()} {rest}"
    if len(text) <= LONGEST_FILLER:
        return text
    return text[:LONGEST_FILLER].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _is_plural(subject: str) -> bool:
    if " and " in subject:
        return True
    words = re.split(r"\s(?:of|in|from|at|on|with|who)\s", subject)[0].split()
    last = words[-1].lower() if words else ""
    lexicon = english()
    if last in lexicon.plurals:
        return True
    if last.endswith("ans") and len(words) == 1:
        return True  # a people, such as "Americans"
    # A name ends in "s" for other reasons: "James", "the United States".
    return last.endswith("s") and not last.endswith(("ss", "us", "is", "'s", "’s")) and words[-1].islower()


def _without_s(verb: str) -> str:
    if verb.endswith("ies"):
        return verb[:-3] + "y"
    if verb.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return verb[:-2]
    return verb[:-1]


def date_text(when: When) -> str:
    """A date as English prose has it.

    >>> date_text(When(start=dt.date(2011, 10, 20), end=dt.date(2011, 10, 21), granularity="interval"))
    '20–21 October 2011'
    """
    start, end = when.start, when.end
    whole_months = start.day == 1 and (end + dt.timedelta(1)).day == 1
    if whole_months and (start.month, end.month) == (1, 12) and start.year == end.year:
        text = str(start.year)
    elif when.granularity == "decade":
        text = f"{start.year}s"
    elif whole_months and (start.year, start.month) == (end.year, end.month):
        text = f"{_month(start)} {start.year}"
    elif start == end:
        text = _day(start)
    elif (start.year, start.month) == (end.year, end.month):
        text = f"{start.day}–{end.day} {_month(end)} {end.year}"
    elif start.year == end.year:
        text = f"{start.day} {_month(start)} – {_day(end)}"
    else:
        text = f"{_day(start)} – {_day(end)}"
    return f"reported {text}" if when.source == "publication" else text


def _month(day: dt.date) -> str:
    return english().months[day.month - 1]


def _day(day: dt.date) -> str:
    return f"{day.day} {_month(day)} {day.year}"
