"""The parse of a sentence as plain lists, which are far cheaper to walk than spaCy's tokens."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from eventx.analysis import ParsedSentence

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "oprd", "csubj", "csubjpass", "dative"})
PRENOMINAL = frozenset({"poss", "compound", "nmod", "amod", "nummod"})


@frozen(kw_only=True)
class DatePlace:
    """Where a date stands in a parse.

    Attributes:
        first: Its first token.
        head: The token that the rest of it hangs on.
        last: Its last token.
        loose: Whether the parse may well have hung it too high: no day (weekdays go with the verb that reports, months
            and years with the noun before them), or one that the reporting cannot have.
    """

    first: int
    head: int
    last: int
    loose: bool = False


class SentenceTree:
    """Heads, labels, tags and words of a parse by token; tokens are named by their place in it."""

    __slots__ = ("deps", "heads", "lower", "parsed", "tags")
    deps: list[str]
    tags: list[str]
    lower: list[str]

    def __init__(self, parsed: ParsedSentence) -> None:
        self.parsed = parsed
        strings = parsed.doc.vocab.strings
        rows = parsed.doc.to_array(["HEAD", "DEP", "TAG", "LOWER"]).T
        # HEAD comes as an unsigned distance; only its signed reading is one.
        self.heads: list[int] = [token + distance for token, distance in enumerate(rows[0].astype("int32").tolist())]
        self.deps, self.tags, self.lower = ([strings[code] for code in row] for row in rows[1:].tolist())

    def tokens(self, start: int, end: int) -> range:
        """The tokens from offset ``start`` of the article up to ``end``; empty where ``start`` is in none."""
        first = self.parsed.token_at(start)
        if first is None:
            return range(0)
        last = first + 1
        while last < len(self.heads) and self.parsed.start(last) < end:
            last += 1
        return range(first, last)

    def head_of(self, tokens: range) -> int | None:
        """The first of these tokens whose own head is none of them, which the rest hangs on; None for no tokens."""
        for token in tokens:
            if self.heads[token] == token or self.heads[token] not in tokens:
                return token
        return None

    def is_verb(self, token: int) -> bool:
        """Whether the token is a verb, by its tag."""
        return self.tags[token].startswith(("VB", "MD"))

    def is_perfect(self, verb: int) -> bool:
        """Whether the token is a verb in the present perfect ("has denied", not "is said to have denied")."""
        if self.tags[verb] != "VBN":
            return False
        before = [token for token in self.children(verb, verb - 8, verb) if self.deps[token] == "aux"]
        return any(self.lower[token] in ("has", "have", "'ve") for token in before) and not any(
            self.tags[token] in ("TO", "MD") for token in before
        )

    def is_present_passive(self, verb: int) -> bool:
        """Whether the token is a verb in the present passive ("is charged", not "is being charged")."""
        return self.tags[verb] == "VBN" and any(
            self.deps[token] == "auxpass" and self.tags[token] in ("VBZ", "VBP")
            for token in self.children(verb, verb - 8, verb)
        )

    def object_of(self, preposition: int) -> int:
        """What stands under a preposition; the preposition itself where nothing does."""
        for token in range(preposition + 1, len(self.heads)):
            if self.heads[token] == preposition and self.deps[token] in ("pobj", "pcomp"):
                return token
        return preposition

    def children(self, token: int, first: int, last: int) -> list[int]:
        """The tokens from ``first`` up to ``last`` that hang on ``token``."""
        return [child for child in range(max(0, first), min(last, len(self.heads))) if self.heads[child] == token]

    def below(self, token: int) -> list[int]:
        """A token and all that hangs on it, however far down."""
        return [other for other in range(len(self.heads)) if token in self.climb(other)]

    def climb(self, token: int) -> list[int]:
        """A token and all above it, up to the root."""
        chain = [token]
        while self.heads[chain[-1]] != chain[-1]:
            chain.append(self.heads[chain[-1]])
        return chain

    def governor(self, date: int) -> tuple[int, int | None]:
        """What a date modifies, and the preposition between, if there is one."""
        preposition, token = None, date
        while (head := self.heads[token]) != token:
            under_preposition = self.deps[token] in ("pobj", "pcomp") and self.deps[head] == "prep"
            # "early on Monday", "as of Monday"
            stacked = self.deps[token] == "prep" and self.deps[head] in ("prep", "advmod") and not self.is_verb(head)
            if not under_preposition and not stacked:
                return head, preposition
            if under_preposition and preposition is None:
                preposition = head
            token = head
        return token, preposition


@lru_cache(maxsize=64)
def tree_of(parsed: ParsedSentence) -> SentenceTree:
    """The tree of a parse, made once for all who look at the sentence while its article is dated."""
    return SentenceTree(parsed)
