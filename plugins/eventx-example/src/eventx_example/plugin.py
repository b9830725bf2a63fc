"""What eventx asks this plugin for."""

from eventx import EventType, Role, hookimpl
from eventx.components import Extractor, ExtractorRecord, Options


def build(options: Options) -> Extractor:
    """Make the extractor."""
    from eventx_example.extractor import ProtestExtractor

    return ProtestExtractor()


@hookimpl
def eventx_event_types() -> list[EventType]:
    """Protests."""
    return [
        EventType(
            name="PROTEST",
            description="People gather in public to demand or to oppose something.",
            summary="{protester} protest[ in {place}][ against {target}]",
            roles=[
                Role(name="protester", filler="entity", description="Who protests."),
                Role(name="place", filler="place", description="Where."),
                Role(name="target", filler="phrase", description="Whom or what they protest against."),
            ],
        )
    ]


@hookimpl
def eventx_extractors() -> list[ExtractorRecord]:
    """The extractor of protests."""
    return [
        ExtractorRecord(
            name="protests",
            description="Protests, by a regular expression",
            build=build,
            types=["PROTEST"],
            languages=["en"],
            needs_parse=False,
        )
    ]
