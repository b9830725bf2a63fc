"""Word classes and weights."""
