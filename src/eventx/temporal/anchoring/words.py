"""The English word lists behind anchoring, read once from ``data/english_anchoring.toml``."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

from attrs import field, frozen


def _words(value: str) -> frozenset[str]:
    return frozenset(value.split())


def _ordered(value: str) -> tuple[str, ...]:
    return tuple(value.split())


@frozen(kw_only=True)
class AnchoringWords:
    """Words in lower case; what each list means is said in the data file."""

    speaking: frozenset[str] = field(converter=_words)
    answers: frozenset[str] = field(converter=_words)
    verdicts: frozenset[str] = field(converter=_words)
    media: frozenset[str] = field(converter=_words)
    issuing: frozenset[str] = field(converter=_words)
    reaching: frozenset[str] = field(converter=_words)
    laid_once: frozenset[str] = field(converter=_words)
    charging: frozenset[str] = field(converter=_words)
    charges: frozenset[str] = field(converter=_words)
    happening: frozenset[str] = field(converter=_words)
    elsewhere: frozenset[str] = field(converter=_words)
    apart: frozenset[str] = field(converter=_words)
    attempting: frozenset[str] = field(converter=_words)
    lasting: frozenset[str] = field(converter=_words)
    points: frozenset[str] = field(converter=_words)
    copulas: frozenset[str] = field(converter=_words)
    simultaneous: frozenset[str] = field(converter=_words)
    successive: frozenset[str] = field(converter=_words)
    quantities: frozenset[str] = field(converter=_words)
    events: frozenset[str] = field(converter=_words)
    ending: frozenset[str] = field(converter=_words)
    speakers: frozenset[str] = field(converter=_words)
    guests: frozenset[str] = field(converter=_words)
    spoken: frozenset[str] = field(converter=_words)
    ordinals: tuple[str, ...] = field(converter=_ordered)
    cardinals: tuple[str, ...] = field(converter=_ordered)
    elsewhen: frozenset[str] = field(converter=_words)
    arrivals: frozenset[str] = field(converter=_words)
    stand_ins: frozenset[str] = field(converter=_words)
    persons: frozenset[str] = field(converter=_words)
    pronouns: frozenset[str] = field(converter=_words)
    following: frozenset[str] = field(converter=_words)
    causing: frozenset[str] = field(converter=_words)
    fights: frozenset[str] = field(converter=_words)
    timeless: frozenset[str] = field(converter=_words)
    others: frozenset[str] = field(converter=_words)
    stays: frozenset[str] = field(converter=_words)
    narrated: frozenset[str] = field(converter=_words)
    ranking: frozenset[str] = field(converter=_words)
    deaths: frozenset[str] = field(converter=_words)
    killing_stems: frozenset[str] = field(converter=_words)
    dying: frozenset[str] = field(converter=_words)


@functools.cache
def anchoring_words() -> AnchoringWords:
    """The lists for English."""
    text = resources.files("eventx.temporal").joinpath("data/english_anchoring.toml").read_text(encoding="utf-8")
    return AnchoringWords(**tomllib.loads(text))
