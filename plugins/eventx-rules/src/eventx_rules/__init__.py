"""Event mentions by rules over spaCy dependency parses; triggers and frames are TOML data."""
