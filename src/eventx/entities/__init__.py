"""Who and where: the entities that arguments refer to, within an article and across a run."""

from eventx.entities.gazetteer import Gazetteer, Known, load_gazetteer
from eventx.entities.linking import link_entities
from eventx.entities.resolver import EnglishResolver

__all__ = ["EnglishResolver", "Gazetteer", "Known", "link_entities", "load_gazetteer"]
