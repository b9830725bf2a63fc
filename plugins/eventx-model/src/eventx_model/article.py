"""The sentences of an article that are read, and the words in them that may be triggers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import field, frozen

from eventx_model.parse import Parse
from eventx_model.trigger_features import candidates, trigger_features
from eventx_model.words import Vocabulary

if TYPE_CHECKING:
    from eventx.analysis import ParsedSentence

# So many words of a class make it a topic of the article.
_TOPIC = 3


@frozen(kw_only=True)
class Sentence:
    """A sentence that is read.

    Attributes:
        source: As parsed.
        parse: The same as plain lists.
        candidates: The tokens that may be triggers.
    """

    source: ParsedSentence = field(repr=False)
    parse: Parse = field(repr=False)
    candidates: tuple[int, ...]


@frozen(kw_only=True)
class Candidate:
    """A word that may be a trigger, with what the trigger head is told of it."""

    sentence: Sentence
    token: int
    features: Sequence[str] = field(repr=False)


def read_article(parsed: Sequence[ParsedSentence], vocabulary: Vocabulary) -> list[Candidate]:
    """The candidates of an article, in text order.

    Args:
        parsed: Its sentences, as far as the screen admits them.
        vocabulary: The words to look at.
    """
    classes = vocabulary.classes
    sentences = []
    seen: Counter[str] = Counter()
    for source in parsed:
        parse = Parse.of(source.doc)
        found = candidates(parse, classes)
        if found:
            sentences.append(Sentence(source=source, parse=parse, candidates=tuple(found)))
            seen.update(name for token in found for name in classes[parse.stems[token]])
    topic = [f"topic={name}" for name, times in seen.items() if times >= _TOPIC]
    out = []
    for sentence in sentences:
        present = [sentence.parse.stems[token] for token in sentence.candidates]
        for token in sentence.candidates:
            features = trigger_features(sentence.parse, token, classes, present, topic)
            out.append(Candidate(sentence=sentence, token=token, features=features))
    return out
