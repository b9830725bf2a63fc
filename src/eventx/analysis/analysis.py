"""An article as extractors see it: sentences, parsed only where asked."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from eventx.analysis.pipelines import Pipeline, load_pipeline
from eventx.analysis.sentences import split_sentences
from eventx.analysis.tree import DependencyTree
from eventx.model import Article, ModelInfo, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

# A longer sentence is a table, a list or an attack; parsing it costs memory without bound and gives nothing.
LONGEST_PARSED = 5_000

# What spaCy makes tokens of their own of: white space that is not a single blank.
_BLANKS = re.compile(r"\s\s|[^\S ]|\A | \Z")

# Sentences a step of spaCy's: measured, more is no faster and takes more memory.
BATCH = 64


class ParsedSentence:
    """A sentence with its spaCy parse.

    The parse is of the sentence alone, its runs of white space folded, so a token's own ``idx`` means nothing in the
    article; `start`, `end` and `span` do.

    Attributes:
        index: Position of the sentence in ``analysis.sentences``.
        span: The sentence in the article.
        tree: The parse as plain sequences, far cheaper to walk than ``doc``; the same for all who read the sentence.
            Token ``i`` of it is token ``i`` of every method here.
    """

    __slots__ = ("_article", "_doc", "_starts", "_vocab", "index", "span", "tree")

    def __init__(
        self, article: Article, index: int, span: Span, tree: DependencyTree, starts: list[int], vocab: Vocab
    ) -> None:
        self._article, self.index, self.span, self.tree = article, index, span, tree
        self._starts = starts  # in the sentence
        # What the parser made is let go: it takes eight times the memory of the tree, and few ask for it.
        self._vocab = vocab
        self._doc: Doc | None = None

    @property
    def doc(self) -> Doc:
        """The parse as spaCy's tokens: tags, labels and heads, nothing else. It is made when it is first asked for."""
        if self._doc is None:
            self._doc = self.tree.as_doc(self._vocab)
        return self._doc

    def start(self, token: int) -> int:
        """Offset in the article of a token's first character."""
        return self.span.start + self._starts[token]

    def end(self, token: int) -> int:
        """Offset in the article after a token's last character."""
        return self.start(token) + len(self.tree.words[token])

    def cut(self, first: int, last: int) -> Span:
        """The article's span from token ``first`` up to, not including, token ``last``."""
        return Span.of(self._article.text, self.start(first), self.end(last - 1))

    def token_at(self, offset: int) -> int | None:
        """Index of the token that covers this offset of the article, or None."""
        i = bisect.bisect_right(self._starts, offset - self.span.start) - 1
        return i if i >= 0 and offset < self.end(i) else None

    def tokens(self, start: int, end: int) -> range:
        """The tokens from offset ``start`` of the article up to ``end``; empty where ``start`` is in none."""
        first = self.token_at(start)
        if first is None:
            return range(0)
        return range(first, max(first + 1, bisect.bisect_left(self._starts, end - self.span.start)))


class Analysis:
    """An article, its sentences, and their parses as far as somebody asked for them.

    Attributes:
        article: The article.
        sentences: Its sentences in text order; boilerplate is in none of them.
    """

    __slots__ = ("_analyser", "_parsed", "article", "sentences")

    def __init__(self, article: Article, sentences: tuple[Span, ...], analyser: Analyser) -> None:
        self.article, self.sentences, self._analyser = article, sentences, analyser
        self._parsed: dict[int, ParsedSentence] = {}

    def parsed(self) -> Iterator[ParsedSentence]:
        """The sentences parsed so far, in text order."""
        return iter([self._parsed[index] for index in sorted(self._parsed)])

    def parse(self, index: int) -> ParsedSentence | None:
        """The parse of a sentence, made now if need be; None for one too long to parse (`LONGEST_PARSED`)."""
        if index not in self._parsed:
            self._analyser.parse([(self, [index])])
        return self._parsed.get(index)

    def has_parse(self, index: int) -> bool:
        """Whether a sentence is parsed already."""
        return index in self._parsed

    def sentence_at(self, offset: int) -> int | None:
        """Index of the sentence that covers this offset of the article, or None."""
        index = bisect.bisect_right(self.sentences, offset, key=lambda span: span.start) - 1
        return index if index >= 0 and offset < self.sentences[index].end else None


class Analyser:
    """Makes analyses, and parses their sentences in batches. The pipeline is loaded when the first parse is asked for.

    Args:
        model: A spaCy package or path; see `load_pipeline`.
    """

    def __init__(self, model: str | None = None) -> None:
        self._model = model
        self._pipeline: Pipeline | None = None

    @property
    def info(self) -> ModelInfo | None:
        """What is to be recorded of the pipeline; None while nothing was parsed."""
        return self._pipeline.info if self._pipeline else None

    @property
    def nlp(self) -> Language:
        """The spaCy pipeline, loaded now if need be.

        Raises:
            eventx.errors.ModelError: If it cannot be had.
        """
        return self._loaded.nlp

    @property
    def _loaded(self) -> Pipeline:
        if self._pipeline is None:
            self._pipeline = load_pipeline(self._model)
        return self._pipeline

    def analyse(self, article: Article) -> Analysis:
        """Split an article into sentences; parse nothing."""
        return Analysis(article, split_sentences(article), self)

    def parse(self, wanted: Iterable[tuple[Analysis, Iterable[int]]]) -> None:
        """Parse these sentences of these analyses, all in one ``nlp.pipe``; those parsed already cost nothing."""
        # A sentence that stands in several places, as in copies of a report, is parsed once.
        places: dict[str, list[tuple[Analysis, int]]] = {}
        for analysis, indices in wanted:
            for index in indices:
                sentence = analysis.sentences[index]
                if index not in analysis._parsed and len(sentence) <= LONGEST_PARSED:
                    places.setdefault(sentence.text, []).append((analysis, index))
        if not places:
            return
        # Sentences of like length side by side: spaCy pads a batch to its longest.
        tokenised = map(self._tokenise, sorted(places, key=len))
        with self._loaded.parsing():
            for doc, (text, starts) in self.nlp.pipe(tokenised, as_tuples=True, batch_size=BATCH):
                tree = DependencyTree.of(doc)
                for analysis, index in places[text]:
                    span = analysis.sentences[index]
                    analysis._parsed[index] = ParsedSentence(analysis.article, index, span, tree, starts, doc.vocab)

    def _tokenise(self, sentence: str) -> tuple[Doc, tuple[str, list[int]]]:
        """Tokenise without the tokens that spaCy makes of line breaks and double blanks: they spoil the parse."""
        doc = self.nlp.make_doc(sentence)
        if _BLANKS.search(sentence):
            from spacy.tokens import Doc as NewDoc

            kept = [token for token in doc if not token.is_space]
            spaces = [
                bool(token.whitespace_) or (token.i + 1 < len(doc) and doc[token.i + 1].is_space) for token in kept
            ]
            starts = [token.idx for token in kept]
            doc = NewDoc(doc.vocab, words=[token.text for token in kept], spaces=spaces)
        else:
            starts = doc.to_array("IDX").tolist()
        return doc, (sentence, starts)
