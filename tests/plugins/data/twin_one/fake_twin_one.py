"""Has the name of another plugin."""

from eventx.components import ExtractorRecord
from eventx.hookspecs import hookimpl


@hookimpl
def eventx_extractors():
    return [ExtractorRecord(name="one", description="", build=dict, types=["VISIT"])]
