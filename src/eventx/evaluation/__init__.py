"""Scoring extractors against gold annotation."""
