"""Files, directories and standard input in, articles out."""

from eventx.readers.records import field_options, reader_records
from eventx.readers.sources import STANDARD_INPUT, read_sources

__all__ = ["STANDARD_INPUT", "field_options", "read_sources", "reader_records"]
