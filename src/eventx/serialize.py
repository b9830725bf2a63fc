"""Values to JSON and back, with a format version."""
