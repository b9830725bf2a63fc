"""Dated news articles in, one timeline out: who visited, accused, denied and attacked whom, and who says so."""

from eventx._version import __version__
from eventx.api import build_timeline, export_timeline, extract, find_dates, load_timeline, read_articles
from eventx.errors import (
    ComponentClashError,
    ComponentNotFoundError,
    EventxError,
    ModelError,
    PluginError,
    SchemaError,
    SerializationError,
    SourceError,
    SpanError,
)
from eventx.hookspecs import hookimpl
from eventx.model import (
    Argument,
    Arguments,
    Article,
    ArticleInfo,
    DateClaim,
    Entity,
    Event,
    EventArgument,
    EventMention,
    ModelInfo,
    Span,
    Timeline,
    Timex,
    When,
)
from eventx.schema import EventType, Role

__all__ = [
    "Argument",
    "Arguments",
    "Article",
    "ArticleInfo",
    "ComponentClashError",
    "ComponentNotFoundError",
    "DateClaim",
    "Entity",
    "Event",
    "EventArgument",
    "EventMention",
    "EventType",
    "EventxError",
    "ModelError",
    "ModelInfo",
    "PluginError",
    "Role",
    "SchemaError",
    "SerializationError",
    "SourceError",
    "Span",
    "SpanError",
    "Timeline",
    "Timex",
    "When",
    "__version__",
    "build_timeline",
    "export_timeline",
    "extract",
    "find_dates",
    "hookimpl",
    "load_timeline",
    "read_articles",
]
