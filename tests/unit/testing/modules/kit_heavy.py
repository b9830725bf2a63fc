"""A plugin that imports a library of models at once."""

import dateparser  # noqa: F401
from kit_parts import Plugin, Protests

HEAVY = Plugin(extractor=Protests)
