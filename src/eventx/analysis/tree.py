"""The dependency parse of a sentence as plain sequences: what is read a hundred times is not fetched from spaCy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc
    from spacy.vocab import Vocab


class DependencyTree:
    """Words, tags, labels and heads of a sentence, by token index.

    Every reader of a parsed sentence has the same one from `ParsedSentence.tree`, so it is not to be changed. Who wants
    to add to it, or to mend it, makes a subclass that starts from it: `share` takes over its sequences.

    Attributes:
        words: As written.
        lower: In lower case.
        tags: Penn tags ("NNP", "VBD").
        deps: Dependency labels (ClearNLP style: "nsubj", "dobj", "prep").
        heads: Index of each token's head; a root is its own.
        children: Indices of each token's dependents, in text order.
        spaced: Whether white space follows the token.

    Example:
        >>> words, tags = ["Rebels", "shelled", "ports"], ["NNS", "VBD", "NNS"]
        >>> tree = DependencyTree(words, tags, ["nsubj", "ROOT", "dobj"], [1, 1, 1])
        >>> tree.child(1, "dobj"), list(tree.ancestors(2)), sorted(tree.subtree(1))
        (2, [1], [0, 1, 2])
    """

    __slots__ = ("children", "deps", "heads", "lower", "spaced", "tags", "words")

    words: Sequence[str]
    lower: Sequence[str]
    tags: Sequence[str]
    deps: Sequence[str]
    heads: Sequence[int]
    children: Sequence[Sequence[int]]
    spaced: Sequence[bool]

    def __init__(
        self,
        words: Iterable[str],
        tags: Iterable[str],
        deps: Iterable[str],
        heads: Iterable[int],
        spaced: Iterable[bool] | None = None,
    ) -> None:
        self.words, self.tags, self.deps, self.heads = tuple(words), tuple(tags), tuple(deps), tuple(heads)
        self.spaced = (True,) * len(self.words) if spaced is None else tuple(spaced)
        self.lower = tuple([word.lower() for word in self.words])
        children: list[list[int]] = [[] for _ in self.words]
        for token, head in enumerate(self.heads):
            if head != token:
                children[head].append(token)
        self.children = tuple([tuple(tokens) for tokens in children])

    @classmethod
    def of(cls, doc: Doc) -> DependencyTree:
        """The tree of a spaCy parse."""
        strings = doc.vocab.strings
        words, tags, deps, spaced, heads = doc.to_array(["ORTH", "TAG", "DEP", "SPACY", "HEAD"]).T
        return DependencyTree(
            [strings[word] for word in words.tolist()],
            [_named(tag, strings) for tag in tags.tolist()],
            [_named(dep, strings) for dep in deps.tolist()],
            # HEAD comes as an unsigned distance; only its signed reading is one.
            [token + distance for token, distance in enumerate(heads.astype("int32").tolist())],
            [space == 1 for space in spaced.tolist()],
        )

    def as_doc(self, vocab: Vocab) -> Doc:
        """The tree as a parse of spaCy's, for those who work with its tokens, spans and matchers."""
        from spacy.tokens import Doc

        return Doc(
            vocab,
            words=list(self.words),
            spaces=list(self.spaced),
            tags=list(self.tags),
            deps=list(self.deps),
            heads=list(self.heads),
        )

    def share(self, tree: DependencyTree) -> None:
        """Take over the sequences of another tree, uncopied; for the ``__init__`` of subclasses."""
        self.words, self.lower, self.tags, self.deps = tree.words, tree.lower, tree.tags, tree.deps
        self.heads, self.children, self.spaced = tree.heads, tree.children, tree.spaced

    def __len__(self) -> int:
        return len(self.words)

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

    def head_of(self, tokens: Iterable[int]) -> int | None:
        """The first of these tokens whose own head is none of them, which the rest hangs on; None for no tokens."""
        among = tokens if isinstance(tokens, range) else tuple(tokens)
        return next((t for t in among if self.heads[t] == t or self.heads[t] not in among), None)


# Tags and labels by spaCy's number, which is a hash of the name and so the same in every vocabulary.
_NAMES: dict[int, str] = {}


def _named(number: int, strings: StringStore) -> str:
    name = _NAMES.get(number)
    if name is None:
        name = _NAMES[number] = strings[number]
    return name
