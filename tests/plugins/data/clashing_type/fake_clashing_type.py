"""Has a VISIT of its own."""

from eventx.hookspecs import hookimpl
from eventx.schema import EventType


@hookimpl
def eventx_event_types():
    return [EventType(name="VISIT", description="Quite another thing")]
