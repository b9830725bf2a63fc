"""Mentions that tell one event, within and across articles."""
