"""Running extractors: screens, batches, checks and provenance."""

from eventx.extraction.built import BuiltExtractor
from eventx.extraction.combine import combine
from eventx.extraction.counts import ExtractionCounts
from eventx.extraction.languages import article_language, guess_language
from eventx.extraction.runner import ExtractionRunner

__all__ = ["BuiltExtractor", "ExtractionCounts", "ExtractionRunner", "article_language", "combine", "guess_language"]
