"""A parsed sentence as the rules read it: mended where the parser errs, and with the words of the article around it."""

from __future__ import annotations

from functools import cached_property

from eventx.analysis import DependencyTree
from eventx_rules.article_words import ArticleWords

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))


class Tree(DependencyTree):
    """A parse whose tags, labels and heads may be mended without a change to what others read.

    Args:
        parse: The parse as it came.
        article: The words of the whole article; none where the sentence stands alone.
    """

    __slots__ = ("__dict__", "article", "memo")

    tags: list[str]
    deps: list[str]
    heads: list[int]
    children: list[list[int]]

    def __init__(self, parse: DependencyTree, article: ArticleWords | None = None) -> None:
        self.share(parse)
        self.tags, self.deps, self.heads = list(parse.tags), list(parse.deps), list(parse.heads)
        self.children = [list(tokens) for tokens in parse.children]
        self.article = article or ArticleWords()
        # What was computed for a token once: the slots of a verb are asked for by every trigger below it.
        self.memo: dict[tuple[str, int], object] = {}

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

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The lower-case words of the sentence."""
        return frozenset(self.lower)

    def is_verb(self, token: int) -> bool:
        """Whether it is tagged as a verb."""
        return self.tags[token][:2] == "VB"

    def is_noun(self, token: int) -> bool:
        """Whether it is tagged as a noun, proper or common."""
        return self.tags[token][:2] == "NN"

    def is_infinitive(self, token: int) -> bool:
        """Whether "to" stands before a verb."""
        return any(self.tags[c] == "TO" for c in self.children[token])

    def has_subject(self, token: int) -> bool:
        """Whether a verb has a subject of its own."""
        return any(self.deps[c] in _SUBJECTS for c in self.children[token])
