"""What comes with eventx, offered by the same hooks as everybody's under the plugin name ``core``.

The host registers it directly, not by an entry point: no allow-list can lose the readers.
"""

from __future__ import annotations

from collections.abc import Iterable

from eventx.hookspecs import hookimpl
from eventx.schema import EventType, standard_types


@hookimpl
def eventx_event_types() -> Iterable[EventType]:
    """VISIT, ACCUSATION, DENIAL and ATTACK."""
    return standard_types()
