"""Mending what the parser gets wrong again and again."""
