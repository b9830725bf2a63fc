"""Every hook, in the order in which a run calls it.

A plugin is a module or object with functions of these names, marked with ``@eventx.hookimpl`` and named by an entry
point in the group ``eventx``. The first seven are asked once, when plugins are loaded; each returns a list (or any
iterable) of records from `eventx.components`. The last three observe a run. Arguments may be left out of an
implementation, and are only ever added to a hook. No hook has default values.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    from eventx.components import (
        DaterRecord,
        ExporterRecord,
        ExtractorRecord,
        MergerRecord,
        ReaderRecord,
        ResolverRecord,
    )
    from eventx.errors import PluginError
    from eventx.model import Article, EventMention
    from eventx.schema import EventType

PROJECT = "eventx"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def eventx_event_types() -> Iterable[EventType]:  # type: ignore[empty-body]
    """Event types that the plugin adds to the four standard ones."""


@hookspec
def eventx_readers() -> Iterable[ReaderRecord]:  # type: ignore[empty-body]
    """Readers, each of which turns one kind of file into articles."""


@hookspec
def eventx_extractors() -> Iterable[ExtractorRecord]:  # type: ignore[empty-body]
    """Extractors, each of which finds event mentions in articles."""


@hookspec
def eventx_resolvers() -> Iterable[ResolverRecord]:  # type: ignore[empty-body]
    """Resolvers, which find the entities that arguments refer to. Provisional."""


@hookspec
def eventx_daters() -> Iterable[DaterRecord]:  # type: ignore[empty-body]
    """Daters, which find temporal expressions and date mentions by them. Provisional."""


@hookspec
def eventx_mergers() -> Iterable[MergerRecord]:  # type: ignore[empty-body]
    """Mergers, which find the mentions that tell one event. Provisional."""


@hookspec
def eventx_exporters() -> Iterable[ExporterRecord]:  # type: ignore[empty-body]
    """Exporters, each of which writes a timeline in one format."""


@hookspec
def eventx_article_processed(article: Article, mentions: tuple[EventMention, ...]) -> None:
    """An article is done; ``mentions`` are what was found in it."""


@hookspec
def eventx_component_failed(error: PluginError) -> None:
    """A component of some plugin failed; the run goes on."""


@hookspec
def eventx_run_finished(report: Any) -> None:
    """The run is over; ``report`` is the `eventx.pipeline.Report` of it."""
