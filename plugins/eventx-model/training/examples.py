"""From annotated articles to examples: features, and what is true of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

import numpy as np
from annotated import Annotated, Place, tokens_of
from attrs import define, evolve, field
from eventx_model.article import read_article
from eventx_model.modality_features import modality_example
from eventx_model.network import Example
from eventx_model.parse import Parse
from eventx_model.phrases import phrase
from eventx_model.role_features import RoleFeatures, role_candidates
from eventx_model.roles import LABELS, TYPES
from eventx_model.screen import Screen
from eventx_model.vectors import Floats
from eventx_model.words import Vocabulary, word_classes
from prose import INVENTED

from eventx.evaluation.spans import agree
from eventx.model import MODALITIES

TAUGHT_MODALITIES = tuple(name for name in MODALITIES if name != "asserted")
# Words are looked at of which so great a share are triggers; what is known of their classes counts as much as so many
# sightings.
_LEAST, _WEIGHT = 0.05, 4.0
# Paths are looked at on which so great a share of the words are fillers.
_LEAST_OF_PATH = 0.05


@define
class Examples:
    """Examples, and which labels are true of each.

    Attributes:
        labels: The labels.
        cases: What is told of each.
        truth: By example, 1 for labels that are true.
        applies: By example, 1 for labels that can be true.
    """

    labels: tuple[str, ...]
    cases: list[Example] = field(factory=list)
    truth: list[list[int]] = field(factory=list)
    applies: list[list[int]] = field(factory=list)

    def add(self, case: Example, true: Iterable[str], applies: Iterable[str] | None = None) -> None:
        """Add an example."""
        labels, possible = set(true), set(self.labels if applies is None else applies)
        self.cases.append(case)
        self.truth.append([int(label in labels) for label in self.labels])
        self.applies.append([int(label in possible) for label in self.labels])

    def arrays(self) -> tuple[Floats, Floats]:
        """``truth`` and ``applies``."""
        return np.array(self.truth, dtype=np.float32), np.array(self.applies, dtype=np.float32)


def _marked(example: Example, article: Annotated) -> Example:
    """Tell that an article is invented: there is more in those than in news, which is nothing to learn."""
    return evolve(example, names=(*example.names, INVENTED)) if article.gold.source == INVENTED else example


def shares(articles: Iterable[Annotated]) -> dict[str, float]:
    """How often a word is a trigger, by base, for the words that are one often enough to be looked at."""
    classes = word_classes()
    times: Counter[str] = Counter()
    true: Counter[str] = Counter()
    for article in articles:
        for place in article.triggers:
            parse = article.parses[place.sentence]
            if parse.tags[place.token][:2] in ("NN", "VB", "JJ"):
                true[parse.bases[place.token]] += 1
        for parse in article.parses.values():
            times.update(parse.bases)
    of_class: Counter[str] = Counter()
    true_of_class: Counter[str] = Counter()
    for base, names in classes.items():
        for name in names:
            of_class[name] += times[base]
            true_of_class[name] += true[base]
    found = {}
    for base in sorted({*true, *classes}):
        prior = max((true_of_class[name] / max(of_class[name], 1) for name in classes.get(base, ())), default=0.0)
        found[base] = round((true[base] + _WEIGHT * prior) / (times[base] + _WEIGHT), 3)
    return {base: share for base, share in found.items() if share >= _LEAST}


def trigger_examples(articles: Iterable[Annotated], words: Vocabulary) -> Examples:
    """Every word that may be a trigger, and the types that it is a trigger of."""
    screen, out = Screen(words), Examples(TYPES)
    for article in articles:
        read = [sentence for sentence in article.analysis.parsed() if screen.admits(sentence.span.text)]
        for candidate in read_article(article.analysis, read, words):
            place = Place(sentence=candidate.sentence.source.index, token=candidate.token)
            out.add(_marked(candidate.example, article), (mention.type for mention in article.triggers.get(place, ())))
    return out


def paths(articles: Iterable[Annotated]) -> list[str]:
    """The paths on which fillers stand often enough to be looked at."""
    times: Counter[str] = Counter()
    true: Counter[str] = Counter()
    for article in articles:
        for place in article.triggers:
            around = role_candidates(article.parses[place.sentence], place.token)
            fillers = {token for _, _, token in _fillers(article, place, [one.token for one in around])}
            times.update(one.path for one in around)
            true.update(one.path for one in around if one.token in fillers)
    return sorted(path for path, number in true.items() if number / times[path] >= _LEAST_OF_PATH)


def role_examples(articles: Iterable[Annotated], words: Vocabulary, on: Collection[str]) -> Examples:
    """Every word that may fill a role of a gold trigger, and the roles that it fills.

    Args:
        articles: Annotated ones.
        words: The words to look at.
        on: The paths to look on.
    """
    out = Examples(LABELS)
    for article in articles:
        for place, mentions in article.triggers.items():
            parse = article.parses[place.sentence]
            others = frozenset(other.token for other in article.triggers if other.sentence == place.sentence)
            around = role_candidates(parse, place.token, on)
            described = RoleFeatures(parse, place.token, words.classes, others)
            cases = [_marked(described.of(candidate), article) for candidate in around]
            for mention in mentions:
                filled = _fillers(article, place, [one.token for one in around])
                possible = [label for label in LABELS if label.startswith(f"{mention.type}.")]
                for candidate, case in zip(around, cases, strict=True):
                    roles = filled.get((mention.trigger.start, mention.type, candidate.token), ())
                    out.add(case, (f"{mention.type}.{role}" for role in roles), possible)
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
                example = modality_example(article.parses[place.sentence], place.token, mention.type)
                out.add(_marked(example, article), (mention.modality,))
    return out
