"""Whom "the 36-year-old" means: whose age the article tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eventx.entities.drafts import Draft
from eventx.entities.kinds import Name

_AFTER = re.compile(r"(?:, (?:aged |age )?| \(|, who is |, a )(\d{1,3})\b(?=[,.;)]| and | who |-year-old)")
_BEFORE = re.compile(r"\b(\d{1,3})-year-old (?:[a-z-]+ ){0,3}\Z")
_HEAD = re.compile(r"(\d{1,3})-year-old\Z")
# As far before a name as its age is looked for.
_REACH = 60


class Ages:
    """The ages of an article's persons."""

    def __init__(self, text: str, names: Sequence[Name], drafts: Sequence[Draft | None]) -> None:
        self._of: dict[int, list[Draft]] = {}
        self._known: dict[int, int] = {}
        for name, draft in zip(names, drafts, strict=True):
            if draft is None or draft.kind not in ("person", None) or id(draft) in self._known:
                continue
            told = _AFTER.match(text, name.end) or _BEFORE.search(text, max(0, name.start - _REACH), name.start)
            if told is not None:
                self._known[id(draft)] = int(told[1])
                self._of.setdefault(int(told[1]), []).append(draft)

    def meant(self, head: str) -> Draft | None:
        """The one person of the age that a head word like "36-year-old" tells; None if there is none, or several."""
        age = _HEAD.search(head)
        found = self._of.get(int(age[1]), []) if age else []
        return found[0] if len(found) == 1 else None

    def others(self, head: str) -> list[Draft]:
        """Persons of whom it is known that they are of another age."""
        age = _HEAD.search(head)
        return [draft for years, found in self._of.items() if age and years != int(age[1]) for draft in found]
