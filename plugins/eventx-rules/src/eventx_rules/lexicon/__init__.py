"""Trigger files: read, checked, and turned into what the engine looks words up in."""
