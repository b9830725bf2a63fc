"""From annotated articles to examples: features, and what is true of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from annotated import Annotated, Place, tokens_of
from attrs import define, field
from eventx_model.article import read_article
from eventx_model.heads import Floats
from eventx_model.modality_features import modality_features
from eventx_model.parse import Parse
from eventx_model.phrases import phrase
from eventx_model.role_features import RoleFeatures, role_candidates
from eventx_model.roles import LABELS, TYPES
from eventx_model.screen import Screen
from eventx_model.words import Vocabulary, word_classes

from eventx.evaluation.spans import agree
from eventx.model import MODALITIES

TAUGHT_MODALITIES = tuple(name for name in MODALITIES if name != "asserted")
# A stem is worth a parse if so great a share of its words are triggers; what is known of its classes counts as much as
# so many sightings.
_SHARE, _WEIGHT = 0.06, 4.0


@define
class Examples:
    """Features of examples, and which labels are true of each.

    Attributes:
        labels: The labels.
        features: By example, the names of its features.
        truth: By example, 1 for labels that are true.
        applies: By example, 1 for labels that can be true.
    """

    labels: tuple[str, ...]
    features: list[Sequence[str]] = field(factory=list)
    truth: list[list[int]] = field(factory=list)
    applies: list[list[int]] = field(factory=list)

    def add(self, features: Sequence[str], true: Iterable[str], applies: Iterable[str] | None = None) -> None:
        """Add an example."""
        labels, possible = set(true), set(self.labels if applies is None else applies)
        self.features.append(features)
        self.truth.append([int(label in labels) for label in self.labels])
        self.applies.append([int(label in possible) for label in self.labels])

    def arrays(self) -> tuple[Floats, Floats]:
        """``truth`` and ``applies``."""
        return np.array(self.truth, dtype=np.float32), np.array(self.applies, dtype=np.float32)


def vocabulary(articles: Iterable[Annotated]) -> Vocabulary:
    """The words that told of events in these articles, and those for which a sentence is read."""
    classes = word_classes()
    times: Counter[str] = Counter()
    true: Counter[str] = Counter()
    seen: set[str] = set()
    for article in articles:
        for place in article.triggers:
            parse = article.parses[place.sentence]
            if parse.tags[place.token][:2] in ("NN", "VB", "JJ"):
                seen.add(parse.stems[place.token])
                true[parse.stems[place.token]] += 1
        for parse in article.parses.values():
            times.update(parse.stems)
    everything = {**dict.fromkeys(seen, ()), **classes}
    of_class: Counter[str] = Counter()
    true_of_class: Counter[str] = Counter()
    for stem, names in everything.items():
        for name in names:
            of_class[name] += times[stem]
            true_of_class[name] += true[stem]
    screen = []
    for stem, names in everything.items():
        prior = max((true_of_class[name] / max(of_class[name], 1) for name in names), default=0.0)
        if (true[stem] + _WEIGHT * prior) / (times[stem] + _WEIGHT) >= _SHARE:
            screen.append(stem)
    return Vocabulary.of(seen, screen)


def trigger_examples(articles: Iterable[Annotated], words: Vocabulary) -> Examples:
    """Every word that may be a trigger, and the types that it is a trigger of."""
    screen, out = Screen(words), Examples(TYPES)
    for article in articles:
        read = [sentence for sentence in article.analysis.parsed() if screen.admits(sentence.span.text)]
        for candidate in read_article(read, words):
            place = Place(sentence=candidate.sentence.source.index, token=candidate.token)
            out.add(candidate.features, (mention.type for mention in article.triggers.get(place, ())))
    return out


def role_examples(articles: Iterable[Annotated], words: Vocabulary) -> Examples:
    """Every word that may fill a role of a gold trigger, and the roles that it fills."""
    out = Examples(LABELS)
    for article in articles:
        for place, mentions in article.triggers.items():
            parse = article.parses[place.sentence]
            others = frozenset(other.token for other in article.triggers if other.sentence == place.sentence)
            around = role_candidates(parse, place.token)
            described = RoleFeatures(parse, place.token, words.classes, others)
            features = [described.of(candidate) for candidate in around]
            for mention in mentions:
                filled = _fillers(article, place, [one.token for one in around])
                possible = [label for label in LABELS if label.startswith(f"{mention.type}.")]
                for candidate, names in zip(around, features, strict=True):
                    roles = filled.get((mention.trigger.start, mention.type, candidate.token), ())
                    out.add(names, (f"{mention.type}.{role}" for role in roles), possible)
    return out


def _fillers(article: Annotated, place: Place, tokens: Sequence[int]) -> dict[tuple[int, str, int], set[str]]:
    """Roles by trigger, type and token: the token whose phrase a reader would accept as the argument."""
    parse = article.parses[place.sentence]
    sentence = article.analysis.parse(place.sentence)
    assert sentence is not None
    spans = {token: sentence.cut(*phrase(parse, token, frozenset((place.token,)))) for token in tokens}
    out: dict[tuple[int, str, int], set[str]] = {}
    for mention in article.triggers[place]:
        for argument in mention.arguments:
            if not sentence.span.overlaps(argument.span):
                continue
            accepted = [token for token, span in spans.items() if agree(argument.span, span)]
            if accepted:
                inside = tokens_of(article.analysis, place.sentence, argument.span)
                best = min(accepted, key=lambda token: (not _heads(parse, token, inside), abs(token - place.token)))
                out.setdefault((mention.trigger.start, mention.type, best), set()).add(argument.role)
    return out


def _heads(parse: Parse, token: int, inside: Sequence[int]) -> bool:
    return token in inside and (parse.heads[token] not in inside or parse.heads[token] == token)


def modality_examples(articles: Iterable[Annotated]) -> Examples:
    """Every gold trigger, and its modality unless it is asserted."""
    out = Examples(TAUGHT_MODALITIES)
    for article in articles:
        for place, mentions in article.triggers.items():
            for mention in mentions:
                features = modality_features(article.parses[place.sentence], place.token, mention.type)
                out.add(features, (mention.modality,))
    return out


def shares_read(articles: Iterable[Annotated], words: Vocabulary) -> float:
    """The share of the text that stands in sentences with a candidate."""
    screen = Screen(words)
    lengths = [(len(span), screen.admits(span.text)) for article in articles for span in article.analysis.sentences]
    return sum(length for length, admitted in lengths if admitted) / sum(length for length, _ in lengths)
