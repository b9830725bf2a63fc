"""Implements a hook that does not exist."""

from eventx.hookspecs import hookimpl


@hookimpl
def eventx_extractor():
    return []
