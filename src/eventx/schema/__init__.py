"""Event types, their roles, and the catalogue of the types of a run."""

from eventx.schema.catalogue import Catalogue, standard_types, types_from_toml
from eventx.schema.types import FILLERS, EventType, Filler, Role

__all__ = ["FILLERS", "Catalogue", "EventType", "Filler", "Role", "standard_types", "types_from_toml"]
