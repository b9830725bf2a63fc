"""What comes with eventx, offered by the same hooks as everybody's under the plugin name ``core``.

The host registers it directly, not by an entry point: no allow-list can lose the readers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from eventx.components import DaterRecord, ExporterRecord, MergerRecord, Options, ReaderRecord, ResolverRecord
from eventx.hookspecs import hookimpl
from eventx.schema import EventType, standard_types


@hookimpl
def eventx_event_types() -> Iterable[EventType]:
    """VISIT, ACCUSATION, DENIAL and ATTACK."""
    return standard_types()


@hookimpl
def eventx_readers() -> Iterable[ReaderRecord]:
    """The readers."""
    from eventx.readers import reader_records

    return reader_records()


@hookimpl
def eventx_resolvers() -> Iterable[ResolverRecord]:
    """The resolver for English."""
    return [
        ResolverRecord(
            name="english",
            description="Names, titles and pronouns of English news, by a gazetteer and rules of salience",
            build=_built_from("eventx.entities:EnglishResolver"),
        )
    ]


@hookimpl
def eventx_daters() -> Iterable[DaterRecord]:
    """The dater for English."""
    return [
        DaterRecord(
            name="english",
            description="English temporal expressions, resolved against the day of publication",
            build=_built_from("eventx.temporal.dater:EnglishDater"),
        )
    ]


@hookimpl
def eventx_mergers() -> Iterable[MergerRecord]:
    """The merger for English."""
    return [
        MergerRecord(
            name="english",
            description="Coreference within articles, and events across them, by what mentions have in common",
            build=_built_from("eventx.merging:EnglishMerger"),
        )
    ]


@hookimpl
def eventx_exporters() -> Iterable[ExporterRecord]:
    """The exporters."""
    from eventx.exporters import records

    return records()


def _built_from(target: str) -> Callable[[Options], Any]:
    """A build function that imports what it needs only when it is called."""
    module, _, name = target.partition(":")

    def build(options: Options) -> Any:
        return getattr(import_module(module), name)(options)

    return build
