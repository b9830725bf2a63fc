"""Entities: the actors and places that arguments refer to."""

from __future__ import annotations

from attrs import field, frozen

from eventx.model._convert import as_tuple


@frozen(kw_only=True)
class Entity:
    """A person, organisation, armed group, country or place.

    Attributes:
        entity_id: Unique within the article (``ARTICLE:nK``), or within the run on a timeline.
        name: The canonical name: the fullest name without titles.
        aliases: Other names and short forms seen, sorted.
        category: Coarse category in the manner of PLOVER (``GOV``, ``MIL``, ``REB``, ``COP``, ``CVL``, …), or None.
        country: ISO 3166-1 alpha-3 code of the country it belongs to or is, or None.
        members: For several named together ("Lidow and two aides"), the ids of each; empty otherwise.
    """

    entity_id: str
    name: str
    aliases: tuple[str, ...] = field(default=(), converter=as_tuple)
    category: str | None = None
    country: str | None = None
    members: tuple[str, ...] = field(default=(), converter=as_tuple)
