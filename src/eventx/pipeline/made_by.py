"""What found the mentions that a store or a checkpoint holds: what another run must agree with to add to them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from eventx._version import __version__
from eventx.pipeline.settings import Settings
from eventx.schema import toml_text


def made_by(settings: Settings, provenance: Mapping[str, str]) -> dict[str, str]:
    """Describe a run by its components, files by their SHA-256.

    Args:
        settings: Its settings.
        provenance: Versions of its plugins by name.

    Raises:
        SchemaError: If a types file cannot be read.
    """
    names = {"extractor": settings.extractor, "resolver": settings.resolver, "dater": settings.dater}
    if settings.types_files:
        texts = "".join(toml_text(path) for path in settings.types_files)
        names["types_files"] = hashlib.sha256(texts.encode()).hexdigest()
    if settings.aliases is not None:
        names["aliases"] = hashlib.sha256(Path(settings.aliases).read_bytes()).hexdigest()
    return {"eventx": __version__, "spacy_model": settings.model or "pinned", **names, **provenance}
