"""Exporters: timelines out."""
