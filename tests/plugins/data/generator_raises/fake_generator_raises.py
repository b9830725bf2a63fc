"""Returns a generator that fails only when it is run."""

from eventx.components import ExtractorRecord
from eventx.hookspecs import hookimpl


@hookimpl
def eventx_extractors():
    yield ExtractorRecord(name="first", description="", build=dict, types=["VISIT"])
    raise RuntimeError("too late for the caller")
