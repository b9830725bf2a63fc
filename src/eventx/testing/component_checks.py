"""Checks that are the same for every kind of component."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventx.errors import PluginError
from eventx.plugins.component import METHODS
from eventx.testing.checks import CheckFunction, Problem, check
from eventx.testing.subject import WITH_TYPES, Subject


def _builds(kind: str) -> CheckFunction:
    article = "an" if kind[0] in "aeiou" else "a"
    allow = "; allow the option `types`" if kind in WITH_TYPES else " for empty options"

    def builds(subject: Subject) -> Iterator[Problem]:
        try:
            subject.component.build(subject.options)
        except PluginError as error:
            yield Problem(what=error.reason, remedy=f"make build(options) return {article} {kind}{allow}")

    methods = " and ".join(f"`{name}`" for name in METHODS[kind])
    alone = "with the option `types` alone" if kind in WITH_TYPES else "without options"
    plural = "the methods" if len(METHODS[kind]) > 1 else "a method"
    builds.__doc__ = f"It can be built {alone}, and what is built has {plural} {methods}."
    return builds


for _kind in METHODS:
    check(f"{_kind}.builds")(_builds(_kind))


def off_the_network(tried: Iterable[str], remedy: str) -> Iterator[Problem]:
    """A problem for each way in which it tried the network."""
    for way in tried:
        yield Problem(what=f"it tried the network ({way})", remedy=remedy)
