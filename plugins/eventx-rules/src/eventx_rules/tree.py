"""A parsed sentence as plain lists: what the rules read a hundred times must not be fetched from spaCy each time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from eventx_rules.article_words import ArticleWords

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))


class Tree:
    """Words, tags, labels and heads of one sentence, by token index.

    Attributes:
        words: As written.
        lower: In lower case.
        tags: Penn tags.
        deps: Dependency labels (ClearNLP style).
        heads: Index of each token's head; a root is its own.
        children: Indices of each token's dependents, in text order.
        spaced: Whether white space follows the token.
        article: The words of the whole article; none where the sentence stands alone.
    """

    __slots__ = ("__dict__", "article", "children", "deps", "heads", "lower", "memo", "spaced", "tags", "words")

    def __init__(
        self,
        words: list[str],
        tags: list[str],
        deps: list[str],
        heads: list[int],
        spaced: list[bool] | None = None,
        article: ArticleWords | None = None,
    ) -> None:
        self.words, self.tags, self.deps, self.heads = words, tags, deps, heads
        self.article = article or ArticleWords()
        self.spaced = spaced or [True] * len(words)
        self.lower = [word.lower() for word in words]
        self.children: list[list[int]] = [[] for _ in words]
        # What was computed for a token once: the slots of a verb are asked for by every trigger below it.
        self.memo: dict[tuple[str, int], object] = {}
        for i, head in enumerate(heads):
            if head != i:
                self.children[head].append(i)

    @classmethod
    def of(cls, doc: Doc, article: ArticleWords | None = None) -> Tree:
        """The tree of a spaCy parse, and the words of the article around it."""
        strings = doc.vocab.strings
        orths, tags, deps, spaces, heads = doc.to_array(["ORTH", "TAG", "DEP", "SPACY", "HEAD"]).T
        return cls(
            [strings[orth] for orth in orths.tolist()],
            [strings[tag] for tag in tags.tolist()],
            [strings[dep] for dep in deps.tolist()],
            # HEAD comes as an unsigned distance; only its signed reading is one.
            [i + distance for i, distance in enumerate(heads.astype("int32").tolist())],
            [bool(space) for space in spaces.tolist()],
            article,
        )

    def hang(self, token: int, head: int, label: str) -> None:
        """Give a token another head; for mending a parse before anything is read off it."""
        if self.heads[token] != token:
            self.children[self.heads[token]].remove(token)
        self.heads[token] = head
        self.children[head] = sorted([*self.children[head], token])
        self.relabel(token, label)

    def uproot(self, token: int) -> None:
        """Make a token a root."""
        if self.heads[token] != token:
            self.children[self.heads[token]].remove(token)
            self.heads[token] = token
        self.relabel(token, "ROOT")

    def swap(self, token: int, head: int, label: str) -> None:
        """Let a token take the place of its head, which then hangs below it under a label."""
        above = self.heads[head]
        self.children[head].remove(token)
        self.heads[token], self.deps[token] = token if above == head else above, self.deps[head]
        if above != head:
            self.children[above] = sorted([*(c for c in self.children[above] if c != head), token])
        self.heads[head] = token
        self.children[token] = sorted([*self.children[token], head])
        self.relabel(head, label)

    def relabel(self, token: int, label: str) -> None:
        """Give a token another label."""
        self.deps[token] = label

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The lower-case words of the sentence."""
        return frozenset(self.lower)

    def child(self, token: int, *labels: str) -> int | None:
        """The first dependent with one of these labels, or None."""
        return next((c for c in self.children[token] if self.deps[c] in labels), None)

    def all(self, token: int, *labels: str) -> list[int]:
        """The dependents with one of these labels."""
        return [c for c in self.children[token] if self.deps[c] in labels]

    def subtree(self, token: int) -> Iterator[int]:
        """A token and everything below it, in no particular order."""
        stack = [token]
        while stack:
            current = stack.pop()
            yield current
            stack.extend(self.children[current])

    def ancestors(self, token: int) -> Iterator[int]:
        """The token's head, that one's head, and so on up to the root."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token

    def is_verb(self, token: int) -> bool:
        """Whether it is tagged as a verb."""
        return self.tags[token][:2] == "VB"

    def is_noun(self, token: int) -> bool:
        """Whether it is tagged as a noun, proper or common."""
        return self.tags[token][:2] == "NN"

    def has_subject(self, token: int) -> bool:
        """Whether a verb has a subject of its own."""
        return any(self.deps[c] in _SUBJECTS for c in self.children[token])

    def conjuncts(self, token: int) -> list[int]:
        """The tokens coordinated after this one."""
        out, stack = [], [token]
        while stack:
            for c in self.children[stack.pop()]:
                if self.deps[c] == "conj":
                    out.append(c)
                    stack.append(c)
        return sorted(out)

    def first_conjunct(self, token: int) -> int:
        """The first of the tokens that this one is coordinated with; itself where it is not."""
        while self.deps[token] == "conj":
            token = self.heads[token]
        return token
