"""What a run is asked to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen
from attrs.validators import ge

from eventx.model._convert import as_tuple


@frozen(kw_only=True)
class Settings:
    """Which components run, and on what.

    Attributes:
        extractor: ``"rules"``, ``"rules:events"``, or several joined by ``+``.
        resolver, dater, merger: Likewise, one each.
        types_files: Paths of types files, whose event types the run has beside those of plugins, and which every
            extractor that reads such files is given.
        aliases: Path of a TOML file with names that the resolver is to know, and what they stand for.
        model: spaCy package or path to parse with; None for the pinned one (see `eventx.analysis.load_pipeline`).
        workers: How many processes extract; results do not depend on it.
        scheduler: Address of the scheduler of a Dask cluster whose workers extract, or ``"local"`` to start a cluster
            of so many ``workers`` on this machine.
        strict: Whether the first failure of an article or a plugin ends the run.
        plugins: Load only these, and eventx's own; None for the environment's setting, else all.
        without_plugins: Load none of these; empty for the environment's setting.
        no_plugins: Load only eventx's own.
        options: Options of components, by qualified name: ``{"core:html": {"title": "Spring"}}``. Where components of
            several kinds share a name, their kind before it tells them apart: ``"reader:core:csv"``.
    """

    extractor: str = "rules"
    resolver: str = "core:english"
    dater: str = "core:english"
    merger: str = "core:english"
    types_files: tuple[str, ...] = field(default=(), converter=as_tuple)
    aliases: str | None = None
    model: str | None = None
    workers: int = field(default=1, validator=ge(1))
    scheduler: str | None = None
    strict: bool = False
    plugins: tuple[str, ...] | None = None
    without_plugins: tuple[str, ...] = field(default=(), converter=as_tuple)
    no_plugins: bool = False
    options: Mapping[str, Mapping[str, Any]] = field(factory=dict, hash=False)
