"""Temporal expressions, and the dates of events."""
