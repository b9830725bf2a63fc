"""What it takes to put names and phrases into an English sentence."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from eventx.merging.lexicon import english
from eventx.merging.numbers import count_in
from eventx.model import When

_PREPOSITION = re.compile(r"\s(?:of|in|from|at|on|with|who|that|near|for|accused|charged|suspected)\s")
_PLURAL_VERBS = {"is": "are", "was": "were", "has": "have", "does": "do"}
_ONE_OF_SEVERAL = re.compile(r"\b(?:one|each|either|neither|none) of\b")


def is_plural(subject: str) -> bool:
    """Whether a subject takes a verb without "s".

    >>> is_plural("prosecutors in Dalby"), is_plural("Iris Dalby"), is_plural("the United States")
    (True, False, False)
    >>> is_plural("at least four others"), is_plural("six of them"), is_plural("a 40-year-old baker")
    (True, True, False)
    """
    if " and " in subject:
        return True
    if _ONE_OF_SEVERAL.match(subject.lower()):
        return False
    words = _PREPOSITION.split(subject)[0].split()
    count = count_in(" ".join(words))
    if words and count is not None and count.stated > 1 and (words[0][0].isdigit() or words[0].islower()):
        return True
    last, lexicon = words[-1].lower() if words else "", english()
    if last in lexicon.plurals or last in lexicon.plural_nouns:
        return True
    if last.endswith("ans") and len(words) == 1:
        return True  # a people, such as "Americans"
    # A name ends in "s" for other reasons: "James", "the United States".
    return last.endswith("s") and not last.endswith(("ss", "us", "is", "'s", "’s")) and words[-1].islower()


def plural_verb(verb: str) -> str:
    """The form that goes with a plural subject.

    >>> [plural_verb(verb) for verb in ("visits", "accuses", "denies", "is")]
    ['visit', 'accuse', 'deny', 'are']
    """
    if verb in _PLURAL_VERBS:
        return _PLURAL_VERBS[verb]
    if verb.endswith("ies"):
        return verb[:-3] + "y"
    if verb.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return verb[:-2]
    return verb.removesuffix("s")


def inside(text: str, longest: int) -> str:
    """A phrase as it stands within a sentence: small where its capital was that of a sentence, and cut at a word.

    >>> inside("The northern villages and the farms around them", 30)
    'the northern villages and the …'
    """
    text = " ".join(text.split()).strip(" ,;:")
    first, _, rest = text.partition(" ")
    low = first.lower()
    if (rest and _opens(low, rest)) or _is_common(low, rest):
        text = low + text[len(first) :]
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(",;:–—-") + " …"


def _opens(word: str, rest: str) -> bool:
    """Whether a word that begins a phrase stands before its noun, and does not begin a name, as in "New York"."""
    lexicon = english()
    if word in lexicon.maybe_names and rest[0].isupper():
        return False
    return word in lexicon.openers or word.split("-")[0] in lexicon.numbers


def _is_common(word: str, rest: str) -> bool:
    """Whether a word that begins a phrase is no name: "gunmen", "officials in Corvo", "shells"."""
    lexicon = english()
    if rest:
        return rest[0].islower() and word in lexicon.plurals
    if word.split("-")[0] in lexicon.numbers:
        return True
    return word in lexicon.plurals or word in lexicon.plural_nouns or word in lexicon.families


def within(part: str, whole: str) -> bool:
    """Whether a phrase stands in another, word by word, whatever article it has."""
    bare = re.sub(r"^(?:the|an?)\s+", "", part.casefold())
    return bool(bare) and re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", whole.casefold()) is not None


def listed(names: list[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def date_text(when: When) -> str:
    """A date as English prose has it.

    >>> date_text(When(start=dt.date(2011, 10, 20), end=dt.date(2011, 10, 21), granularity="interval"))
    '20–21 October 2011'
    """
    start, end = when.start, when.end
    whole_months = start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]
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
