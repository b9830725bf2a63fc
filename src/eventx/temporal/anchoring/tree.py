"""The parse of a sentence as dating reads it: what a date modifies, and how a verb tells of its time."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from eventx.analysis import DependencyTree

if TYPE_CHECKING:
    from eventx.analysis import ParsedSentence
    from eventx.model import Span

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


class SentenceTree(DependencyTree):
    """A parse with what dating asks of it; tokens are named by their place in it."""

    __slots__ = ("parsed",)

    def __init__(self, parsed: ParsedSentence) -> None:
        self.share(parsed.tree)
        self.parsed = parsed

    def tokens(self, span: Span) -> range:
        """The tokens of a span of the article; empty where it begins in none."""
        return self.parsed.tokens(span.start, span.end)

    def head(self, span: Span) -> int | None:
        """The token that the rest of a span of the article hangs on; None where it begins in none."""
        return self.head_of(self.tokens(span))

    def is_verb(self, token: int) -> bool:
        """Whether the token is a verb, by its tag."""
        return self.tags[token].startswith(("VB", "MD"))

    def is_perfect(self, verb: int) -> bool:
        """Whether the token is a verb in the present perfect ("has denied", not "is said to have denied")."""
        if self.tags[verb] != "VBN":
            return False
        before = [token for token in self.children_between(verb, verb - 8, verb) if self.deps[token] == "aux"]
        return any(self.lower[token] in ("has", "have", "'ve") for token in before) and not any(
            self.tags[token] in ("TO", "MD") for token in before
        )

    def is_present(self, verb: int) -> bool:
        """Whether the token is a verb in the present tense ("denies", "is fighting")."""
        if self.tags[verb] == "VBG":
            return any(
                self.deps[token] == "aux"
                and self.tags[token] in ("VBZ", "VBP")
                and self.lower[token] not in ("has", "have")
                for token in self.children_between(verb, verb - 8, verb)
            )
        return self.tags[verb] in ("VBZ", "VBP")

    def is_present_passive(self, verb: int) -> bool:
        """Whether the token is a verb in the present passive ("is charged", not "is being charged")."""
        return self.tags[verb] == "VBN" and any(
            self.deps[token] == "auxpass" and self.tags[token] in ("VBZ", "VBP")
            for token in self.children_between(verb, verb - 8, verb)
        )

    def object_of(self, preposition: int) -> int:
        """What stands under a preposition; the preposition itself where nothing does."""
        objects = self.all(preposition, "pobj", "pcomp")
        return next((token for token in objects if token > preposition), preposition)

    def children_between(self, token: int, first: int, last: int) -> list[int]:
        """The tokens from ``first`` up to ``last`` that hang on ``token``."""
        return [child for child in self.children[token] if first <= child < last]

    def climb(self, token: int) -> list[int]:
        """A token and all above it, up to the root."""
        return [token, *self.ancestors(token)]

    def governor(self, date: int) -> tuple[int, int | None]:
        """What a date modifies, and the preposition between, if there is one."""
        preposition, token = None, date
        while (head := self.heads[token]) != token:
            # The parse takes the "on" of "brought on Monday" for a part of the verb.
            under_preposition = self.deps[token] in ("pobj", "pcomp") and self.deps[head] in ("prep", "prt")
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
