"""What browsers put beside a saved page: a folder of its pictures, scripts and frames, which are no articles."""

from __future__ import annotations

from collections.abc import Container

_FOLDER = "_files"
_PAGES = (".html", ".htm", ".xhtml")


def belongs_to_a_page(folder: str, beside: Container[str]) -> bool:
    """Whether a folder holds the parts of a page that was saved beside it.

    Args:
        folder: Its name, or its path.
        beside: Names, or paths, of the files beside it.

    >>> belongs_to_a_page("Port shelled_files", {"Port shelled.html"}), belongs_to_a_page("old_files", {"new.html"})
    (True, False)
    """
    stem = folder.removesuffix(_FOLDER)
    return stem != folder and any(stem + suffix in beside for suffix in _PAGES)
