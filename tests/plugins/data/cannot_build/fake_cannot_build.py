"""Its extractors cannot be built: one raises, one is no extractor."""

from eventx.components import ExtractorRecord
from eventx.hookspecs import hookimpl


def build(options):
    raise OSError("weights.npz is truncated")


@hookimpl
def eventx_extractors():
    return [
        ExtractorRecord(name="raises", description="", build=build, types=["VISIT"]),
        ExtractorRecord(name="no-extractor", description="", build=dict, types=["VISIT"]),
    ]
