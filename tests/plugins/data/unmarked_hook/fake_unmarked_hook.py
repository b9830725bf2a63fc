"""Forgets the mark."""


def eventx_extractors():
    return []
