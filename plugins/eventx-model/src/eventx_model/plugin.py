"""What eventx asks this plugin for."""

from __future__ import annotations

from typing import Any

from eventx.components import ExtractorRecord, Options
from eventx.hookspecs import hookimpl
from eventx_model.roles import TYPES


def _build(_options: Options) -> Any:
    from eventx_model.extractor import TrainedExtractor

    return TrainedExtractor()


@hookimpl
def eventx_extractors() -> list[ExtractorRecord]:
    """The trained extractor of the four standard event types."""
    return [
        ExtractorRecord(
            name="events",
            description="visits, accusations, denials and attacks, by a small network trained on annotated news",
            build=_build,
            types=TYPES,
            shares_screen=True,
        )
    ]
