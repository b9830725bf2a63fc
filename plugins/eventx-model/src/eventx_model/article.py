"""The sentences of an article that are read, and the words in them that may be triggers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import field, frozen

from eventx_model.network import Example
from eventx_model.parse import Parse
from eventx_model.trigger_features import candidates, trigger_features, trigger_groups
from eventx_model.words import Vocabulary, topics

if TYPE_CHECKING:
    from eventx.analysis import Analysis, ParsedSentence

_WORD = re.compile(r"[^\W_]+")
_LEVELS = (1, 3, 6, 12)
# So many words of a class make it a topic of the article.
_TOPIC = 3


@frozen(kw_only=True)
class Sentence:
    """A sentence that is read.

    Attributes:
        source: As parsed.
        parse: The same with the keys of its words.
        candidates: The tokens that may be triggers.
    """

    source: ParsedSentence = field(repr=False)
    parse: Parse = field(repr=False)
    candidates: tuple[int, ...]


@frozen(kw_only=True)
class Candidate:
    """A word that may be a trigger, with what the network is told of it."""

    sentence: Sentence
    token: int
    example: Example = field(repr=False)


def read_article(analysis: Analysis, parsed: Sequence[ParsedSentence], vocabulary: Vocabulary) -> list[Candidate]:
    """The candidates of an article, in text order.

    Args:
        analysis: The article.
        parsed: Its sentences, as far as the screen admits them.
        vocabulary: The words to look at.
    """
    classes = vocabulary.classes
    sentences = []
    seen: Counter[str] = Counter()
    for source in parsed:
        parse = Parse(source.tree)
        found = candidates(parse, vocabulary.candidates)
        if found:
            sentences.append(Sentence(source=source, parse=parse, candidates=tuple(found)))
            seen.update(name for token in found for name in classes.get(parse.bases[token], ()))
    topic = [f"topic={name}" for name, times in seen.items() if times >= _TOPIC]
    if sentences:
        topic += _topics(analysis.article.text)
    out = []
    for sentence in sentences:
        present = {name for word in topics().keys() & sentence.parse.lower for name in topics()[word]}
        context = (*topic, *(f"near={name}" for name in present))
        for token in sentence.candidates:
            names, groups = trigger_features(sentence.parse, token, classes), trigger_groups(sentence.parse, token)
            example = Example(names=names, groups=groups, context=context)
            out.append(Candidate(sentence=sentence, token=token, example=example))
    return out


def _topics(text: str) -> list[str]:
    """What the article is about: the topics with many words, with few, and with none."""
    words = Counter(_WORD.findall(text.lower()))
    found: Counter[str] = Counter()
    for word in words.keys() & topics().keys():
        for name in topics()[word]:
            found[name] += words[word]
    out = []
    for name in sorted({name for names in topics().values() for name in names}):
        times = found[name]
        out += [f"about={name},{level}" for level in _LEVELS if times >= level] or [f"about={name},0"]
    return out
