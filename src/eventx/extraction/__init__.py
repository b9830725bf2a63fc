"""Running extractors: screens, batches, checks and provenance."""
