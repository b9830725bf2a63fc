"""The values that pass through eventx. All are frozen; a stage returns new ones."""

from eventx.model.arguments import Argument, Arguments, EventArgument
from eventx.model.article import Article, parse_published
from eventx.model.entity import Entity
from eventx.model.event import DateClaim, Event
from eventx.model.mention import MODALITIES, EventMention, Modality
from eventx.model.span import Span
from eventx.model.timeline import ArticleInfo, ModelInfo, Timeline, copy_count
from eventx.model.timex import GRANULARITIES, TIMEX_TYPES, WHEN_SOURCES, Granularity, Timex, TimexType, When, WhenSource

__all__ = [
    "GRANULARITIES",
    "MODALITIES",
    "TIMEX_TYPES",
    "WHEN_SOURCES",
    "Argument",
    "Arguments",
    "Article",
    "ArticleInfo",
    "DateClaim",
    "Entity",
    "Event",
    "EventArgument",
    "EventMention",
    "Granularity",
    "Modality",
    "ModelInfo",
    "Span",
    "Timeline",
    "Timex",
    "TimexType",
    "When",
    "WhenSource",
    "copy_count",
    "parse_published",
]
