"""One list of mentions out of the layers of several extractors."""

from __future__ import annotations

import bisect
import math
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

import attrs
from attrs import frozen

from eventx.model import Argument, Arguments, EventMention

# So that a confidence has log odds.
_LEAST, _MOST = 0.02, 0.98


@frozen(kw_only=True)
class Combination:
    """How far to trust two extractors that are run together, as measured on annotated news.

    Attributes:
        agreed: What makes log odds of the confidences in a mention that both give: a constant, and a factor for each.
        alone: By extractor, the same for a mention that only it gives.
        least: Mentions less likely than this are left out.
    """

    agreed: tuple[float, float, float]
    alone: Mapping[str, tuple[float, float]]
    least: float

    def of_both(self, first: float, second: float) -> float:
        """The confidence in a mention that both extractors give."""
        constant, one, other = self.agreed
        return _chance(constant + one * odds(first) + other * odds(second))

    def of_one(self, extractor: str, confidence: float) -> float:
        """The confidence in a mention that only one extractor gives."""
        constant, factor = self.alone[extractor]
        return _chance(constant + factor * odds(confidence))


def odds(confidence: float) -> float:
    """The log odds of a confidence."""
    bounded = min(max(confidence, _LEAST), _MOST)
    return math.log(bounded / (1 - bounded))


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


@cache
def combinations() -> Mapping[tuple[str, str], Combination]:
    """The combinations that were measured, by the names of their extractors."""
    text = resources.files("eventx.extraction").joinpath("combinations.toml").read_text(encoding="utf-8")
    found = {}
    for row in tomllib.loads(text).get("combination", ()):
        first, second = row["of"]
        found[first, second] = Combination(
            agreed=tuple(row["agreed"]),
            alone={name: tuple(numbers) for name, numbers in row["alone"].items()},
            least=row["least"],
        )
    return found


def combine(layers: Sequence[Sequence[EventMention]], extractors: Sequence[str] = ()) -> tuple[list[EventMention], int]:
    """Unite the mentions of one article.

    Mentions of one type on overlapping triggers, from two extractors, are one mention. Of extractors that were measured
    together (see `combinations`), the first says what it looks like, the second fills the roles that the first leaves
    empty, its confidence is that of the two together, and mentions that are then not likely enough are left out. Of
    others the more confident mention stands, of equally confident ones the earlier layer's.

    Args:
        layers: Each extractor's mentions in text order, the preferred extractor first.
        extractors: The extractors' names.

    Returns:
        The mentions in text order, and how many were left out.
    """
    for names, combination in combinations().items():
        if sorted(names) == sorted(extractors):
            by_name = dict(zip(extractors, layers, strict=True))
            return unite(by_name[names[0]], by_name[names[1]], names, combination)
    return _unmeasured([layer for layer in layers if layer])


def pair(
    leading: Sequence[EventMention], following: Sequence[EventMention]
) -> list[tuple[EventMention | None, EventMention | None]]:
    """The mentions of an article that two extractors both give, and those that only one gives."""
    by_place, taken = _ByPlace(following), set[int]()
    pairs: list[tuple[EventMention | None, EventMention | None]] = []
    for mention in leading:
        rivals = (other for other in by_place.same(mention) if id(other) not in taken)
        best = max(rivals, key=lambda rival: rival.confidence, default=None)
        if best is not None:
            taken.add(id(best))
        pairs.append((mention, best))
    return pairs + [(None, mention) for mention in following if id(mention) not in taken]


def unite(
    leading: Sequence[EventMention],
    following: Sequence[EventMention],
    names: tuple[str, str],
    combination: Combination,
) -> tuple[list[EventMention], int]:
    """Unite the mentions of an article as a combination says.

    What only the following extractor gives counts where the leading one finds events of that type in the article, too:
    of the others hardly any is right, for then the article is about something else.

    Returns:
        The mentions in text order, and how many were left out.
    """
    united, found = [], 0
    types = {mention.type for mention in leading}
    for one, other in pair(leading, following):
        found += 1
        if one is not None and other is not None:
            united.append(_joined(one, other, names, combination))
        elif one is not None:
            united.append(_alone(one, names[0], combination))
        elif other is not None and other.type in types:
            united.append(_alone(other, names[1], combination))
    kept = [mention for mention in united if mention.confidence >= combination.least]
    return sorted(kept, key=_place), found - len(kept)


def _alone(mention: EventMention, name: str, combination: Combination) -> EventMention:
    return attrs.evolve(mention, confidence=combination.of_one(name, mention.confidence))


def _joined(
    mention: EventMention, other: EventMention, names: tuple[str, str], combination: Combination
) -> EventMention:
    both = "+".join(names)
    arguments = []
    for argument in mention.arguments:
        agreed = any(argument.span.overlaps(one.span) for one in other.arguments.all(argument.role))
        arguments.append(attrs.evolve(argument, extractor=both if agreed else names[0]))
    arguments += [attrs.evolve(argument, extractor=names[1]) for argument in _fillers(mention, other)]
    arguments.sort(key=lambda argument: argument.span)
    confidence = combination.of_both(mention.confidence, other.confidence)
    return attrs.evolve(mention, arguments=Arguments[Argument](arguments), confidence=confidence, extractor=both)


def _fillers(mention: EventMention, other: EventMention) -> list[Argument]:
    """What another mention has for the roles that a mention leaves empty.

    Words that fill a role of the mention already fill a second one (the dead are also the target) only where the other
    has them in both.
    """
    roles = mention.arguments.roles
    found = []
    for argument in other.arguments:
        taken = [one for one in mention.arguments if one.span.overlaps(argument.span)]
        agreed = all(any(one.span.overlaps(same.span) for same in other.arguments.all(one.role)) for one in taken)
        if argument.role not in roles and agreed:
            found.append(argument)
    return found


def _unmeasured(layers: Sequence[Sequence[EventMention]]) -> tuple[list[EventMention], int]:
    if len(layers) < 2:
        return list(layers[0]) if layers else [], 0
    ranked = sorted(
        ((mention, rank) for rank, layer in enumerate(layers) for mention in layer),
        key=lambda entry: (-entry[0].confidence, entry[1], entry[0].trigger.start),
    )
    by_place = _ByPlace([mention for mention, _rank in ranked])
    kept: list[EventMention] = []
    ranks: dict[int, int] = {}
    for mention, rank in ranked:
        # Triggers of one layer may overlap each other as its extractor pleases.
        if all(ranks.get(id(rival), rank) == rank for rival in by_place.same(mention)):
            kept.append(mention)
            ranks[id(mention)] = rank
    return sorted(kept, key=_place), len(ranked) - len(kept)


class _ByPlace:
    """Mentions of an article, those on overlapping triggers found without a look at all."""

    def __init__(self, mentions: Iterable[EventMention]) -> None:
        self._of_type: dict[str, list[EventMention]] = {}
        for mention in sorted(mentions, key=_place):
            self._of_type.setdefault(mention.type, []).append(mention)
        self._longest = {name: max(len(one.trigger) for one in found) for name, found in self._of_type.items()}

    def same(self, mention: EventMention) -> Iterator[EventMention]:
        """Those of a mention's type whose triggers overlap its own, in text order."""
        found, trigger = self._of_type.get(mention.type, []), mention.trigger
        earliest = trigger.start - self._longest.get(mention.type, 0)
        for at in range(bisect.bisect_right(found, earliest, key=_start), len(found)):
            if found[at].trigger.start >= trigger.end:
                return
            if found[at].trigger.overlaps(trigger):
                yield found[at]


def _start(mention: EventMention) -> int:
    return mention.trigger.start


def _place(mention: EventMention) -> tuple[int, str]:
    return mention.trigger.start, mention.type
