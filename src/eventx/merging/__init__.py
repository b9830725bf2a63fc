"""Mentions that tell one event, within and across articles."""

from eventx.merging.merger import EnglishMerger
from eventx.merging.order import timeline_order
from eventx.merging.prose import date_text
from eventx.merging.summary import summarise

__all__ = ["EnglishMerger", "date_text", "summarise", "timeline_order"]
