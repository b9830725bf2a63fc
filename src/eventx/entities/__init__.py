"""Actors and places: who arguments refer to."""
