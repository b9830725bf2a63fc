"""What stands beside a name, set off by a comma: offices and descriptions, and whom a spokesman speaks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventx.entities.kinds import Name
from eventx.entities.lexicon import Lexicon, words

_APPOSED_AFTER = re.compile(
    r",\s+(?:\d+,\s+)?((?:[\w'’-]+\s+){0,7}?[\w'’-]+)(?=\s*(?:,|\.|;|\)|$|\s(?:of|for|in|at|who|from|and|on|with)\s))"
)
_APPOSED_BEFORE = re.compile(
    r"(?:(?<=[.!?;:,\"“])\s+|\A\s*|\n\s*|\b(?:and|as|by|said|told|that|with|to|of)\s+)"
    r"((?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne of|[\w’'-]+['’]s?)\s[^.,;:\"“”]{3,80}),\s\Z"
)
_CLAUSE = words("no_verb") | words("speech")
_FOR = re.compile(r"[,\s]+(?:(?:an?|the)\s+)?(?:[\w-]+\s+){0,3}?spokes\w+\s+(?:for|of)\s+(?:the\s+)?")
_CUT = re.compile(r"\s(?:of|for|in|at|who|from|on|with|to)\s")
_SEPARATE = re.compile(r"[.,;]")
# A spokesman's ministry stands at most so far before his name, in characters.
CLOSE = 40


def roles_beside(text: str, name: Name, lexicon: Lexicon) -> Iterator[str]:
    """Role nouns before or after a name, set off by a comma, in lower case."""
    after = _APPOSED_AFTER.match(text, name.end, name.end + 110)
    if after is not None:
        apposed = after[1].lower().split()
        if lexicon.kinds.get(apposed[-1]) in ("person", "group") and apposed[0] not in _CLAUSE:
            yield apposed[-1]
    if text[max(0, name.start - 2) : name.start] == ", ":
        before = _APPOSED_BEFORE.search(text, max(0, name.start - 100), name.start)
        if before is not None:
            head = _CUT.split(before[1])[0].split()[-1].lower()
            if lexicon.kinds.get(head) in ("person", "group"):
                yield head


def bodies_of_spokesmen(text: str, names: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """Spokesmen and whom they speak for, as indices of names.

    "Lidow, a spokesman for the Foreign Ministry", "Foreign Ministry spokesman Lidow".
    """
    for index, name in enumerate(names):
        after = _FOR.match(text, name.end, name.end + 100)
        if after is not None:
            following = range(index + 1, min(index + 4, len(names)))
            body = next((i for i in following if names[i].start <= after.end() < names[i].end), None)
            if body is not None:
                yield index, body
        elif index and any(title.startswith("spokes") for title in name.titles):
            between = text[names[index - 1].end : name.core]
            if len(between) < CLOSE and not _SEPARATE.search(between):
                yield index, index - 1
