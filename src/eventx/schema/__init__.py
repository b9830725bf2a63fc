"""Event types, their roles, and the catalogue of the types of a run."""

from eventx.schema.catalogue import Catalogue
from eventx.schema.toml_places import Place, check_keys, read_toml, toml_text
from eventx.schema.types import FILLERS, EventType, Filler, Role
from eventx.schema.types_files import standard_types, types_from_toml

__all__ = [
    "FILLERS",
    "Catalogue",
    "EventType",
    "Filler",
    "Place",
    "Role",
    "check_keys",
    "read_toml",
    "standard_types",
    "toml_text",
    "types_from_toml",
]
