"""Files, directories and standard input in, articles out."""

from eventx.readers.records import reader_records
from eventx.readers.sources import STANDARD_INPUT, read_sources

__all__ = ["STANDARD_INPUT", "read_sources", "reader_records"]
