"""Finds protests in news."""
