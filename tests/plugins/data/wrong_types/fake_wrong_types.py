"""Returns names instead of records."""

from eventx.hookspecs import hookimpl


@hookimpl
def eventx_extractors():
    return ["visits"]
