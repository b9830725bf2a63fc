"""What a check is, and the list of all of them.

Ids of checks are stable: expected failures name them. A check that a minor version adds only warns in that version, so
that an update of eventx breaks nobody's tests.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Any

from attrs import field, frozen

from eventx._version import __version__

KINDS = ("plugin", "reader", "extractor", "resolver", "dater", "merger", "exporter")

FIRST = "0.1"


class Skip(Exception):  # noqa: N818 - not an error
    """A check does not apply; the message says why."""


@frozen(kw_only=True)
class Problem:
    """What a check found wrong.

    Attributes:
        what: Both sides: what is there, and what there should be.
        remedy: What to do about it.
        article_id: The article at hand, if it is about one.
    """

    what: str
    remedy: str
    article_id: str | None = None


CheckFunction = Callable[[Any], Iterable[Problem]]


@frozen(kw_only=True)
class Check:
    """One demand on a plugin or on a component.

    Attributes:
        id: ``KIND.NAME``, stable.
        demand: What must hold, in a sentence.
        since: The minor version of eventx that brought it.
        run: Yields problems; raises `Skip` where it does not apply.
    """

    id: str
    demand: str
    since: str
    run: CheckFunction = field(repr=False, eq=False)

    @property
    def kind(self) -> str:
        """What it is about: ``plugin``, or a kind of component."""
        return self.id.partition(".")[0]

    @property
    def warns(self) -> bool:
        """Whether it is too new to fail anybody."""
        return self.since != FIRST and self.since == __version__.rpartition(".")[0]


_CHECKS: dict[str, Check] = {}


def check(id: str, *, since: str = FIRST) -> Callable[[CheckFunction], CheckFunction]:  # noqa: A002 - as in reports
    """Register a function as a check; the first line of its docstring is what it demands."""

    def register(function: CheckFunction) -> CheckFunction:
        demand = (inspect.getdoc(function) or "").partition("\n")[0]
        _CHECKS[id] = Check(id=id, demand=demand, since=since, run=function)
        return function

    return register


def all_checks() -> tuple[Check, ...]:
    """Every check, by kind in the order in which a run uses them."""
    from eventx.testing import (  # noqa: F401 - importing registers them
        component_checks,
        dater_checks,
        exporter_checks,
        extractor_checks,
        extractor_stability,
        merger_checks,
        plugin_checks,
        reader_checks,
        resolver_checks,
    )

    return tuple(sorted(_CHECKS.values(), key=lambda known: KINDS.index(known.kind)))
