"""Places in a text that refer to somebody or something, and how prominent they are."""

from __future__ import annotations

import re

from attrs import frozen

from eventx.entities.drafts import Draft
from eventx.entities.lexicon import either

_PREPOSITION = re.compile(rf"\b{either('prepositions')}\s+(?:(?:the|an?|his|her|its)\s+)?\Z")
# A noun phrase with a verb right behind it, or behind an apposition, is a subject.
_VERB = re.compile(rf"(?:\s\([^)]{{1,20}}\))?(?:,[^,.;]{{2,80}},)?\s+(?!{either('no_verb')}\b)[a-z]{{2,}}")
OBJECT_OF_PREPOSITION, POSSESSOR, OBJECT, SUBJECT, FIRST_SUBJECT = 0.6, 0.9, 1.0, 2.0, 2.5


@frozen(kw_only=True)
class Reference:
    """A place in the text that refers to a draft.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        draft: Whom or what it refers to.
        sentence: Index of its sentence.
        weight: How prominent its position is, from 0.
    """

    start: int
    end: int
    draft: Draft
    sentence: int
    weight: float = OBJECT


def prominence(text: str, start: int, end: int, sentence_start: int) -> float:
    """How prominent a phrase is where it stands: subjects lead, what follows a preposition comes last.

    >>> prominence("Maren met Lidow.", 0, 5, 0) > prominence("Maren met Lidow.", 10, 15, 0)
    True
    """
    if _PREPOSITION.search(text, max(sentence_start, start - 30), start):
        return OBJECT_OF_PREPOSITION
    if text[end : end + 2] in ("'s", "’s"):
        return POSSESSOR
    if text[max(0, start - 2) : start] == ", " and text[end : end + 1] == ",":
        # "the chairman, Admiral Maren, said": the apposition of a subject, most often.
        return SUBJECT
    follows = _VERB.match(text, end, end + 120)
    if not any(character.isalnum() for character in text[sentence_start:start][:40]):
        return FIRST_SUBJECT if follows else SUBJECT
    return SUBJECT if follows else OBJECT
