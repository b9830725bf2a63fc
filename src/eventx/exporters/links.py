"""Links out of an output: only those that can do nothing but open a page."""

from __future__ import annotations

from urllib.parse import urlsplit


def web_link(url: str | None) -> str | None:
    """The address if it is one of the web, else None: ``javascript:``, ``data:`` and files are no links.

    >>> web_link("https://example.org/news"), web_link("javascript:alert(1)")
    ('https://example.org/news', None)
    """
    if not url or not url.isprintable() or any(character in url for character in " \"'<>\\"):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:  # such as a bracket that opens no address
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None
