"""What `eventx plugins` shows."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

Status = Literal["active", "disabled", "failed"]


@frozen(kw_only=True)
class ComponentInfo:
    """A component in the listing.

    Attributes:
        kind: ``reader``, ``extractor``, ``resolver``, ``dater``, ``merger`` or ``exporter``.
        name: ``PLUGIN:COMPONENT``.
        description: The plugin's own line about it.
    """

    kind: str
    name: str
    description: str


@frozen(kw_only=True)
class PluginInfo:
    """A plugin in the listing.

    Attributes:
        name: What users call it.
        distribution: The distribution that brings it, ``""`` where unknown.
        version: Of the distribution.
        status: ``active``, ``disabled`` (by a setting) or ``failed``.
        hooks: The hooks it implements.
        components: What it offers.
        event_types: Names of the event types it adds.
        reason: Why it is disabled or failed, else None.
    """

    name: str
    distribution: str
    version: str
    status: Status
    hooks: tuple[str, ...] = ()
    components: tuple[ComponentInfo, ...] = ()
    event_types: tuple[str, ...] = ()
    reason: str | None = None
