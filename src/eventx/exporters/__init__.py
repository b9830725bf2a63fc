"""Exporters: timelines out."""

from eventx.exporters.records import records

__all__ = ["records"]
