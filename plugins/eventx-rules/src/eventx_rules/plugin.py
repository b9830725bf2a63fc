"""What eventx asks this plugin for."""

from __future__ import annotations

from typing import Any

from eventx.components import ExtractorRecord, Options
from eventx.hookspecs import hookimpl


def _build(options: Options) -> Any:
    from eventx_rules.types_files import rule_extractor

    return rule_extractor(options)


@hookimpl
def eventx_extractors() -> list[ExtractorRecord]:
    """The rule-based extractor of the four standard event types."""
    return [
        ExtractorRecord(
            name="events",
            description="visits, accusations, denials and attacks, by triggers and frames over dependency parses",
            build=_build,
            types=("VISIT", "ACCUSATION", "DENIAL", "ATTACK"),
            reads_types_files=True,
        )
    ]
