"""The guard around other people's code: whatever a plugin raises becomes a `PluginError` that says whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from eventx.errors import PluginError

# SystemExit too: a plugin that calls sys.exit() must not end the program. Ctrl-C is the user's and passes.
CAUGHT = (Exception, SystemExit)


def what_happened(error: BaseException) -> str:
    """Say in a line what was raised: ``ValueError: no such file``."""
    try:
        text = " ".join(str(error).split())
    except CAUGHT:  # its __str__ is the plugin's code, too
        text = ""
    if isinstance(error, SystemExit):
        return f"it tried to end the program (SystemExit: {text or 0})"
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


@contextmanager
def guarded(doing: str, *, plugin: str, component: str | None = None, article_id: str | None = None) -> Iterator[None]:
    """Turn anything that the block raises into a `PluginError` in this plugin's name; Ctrl-C passes.

    The block holds no ``yield``: what ends a generator early would look like a failure of the plugin.

    Args:
        doing: What was being done, for the message, such as ``"extract() failed"``.
        plugin: Name of the plugin whose code runs.
        component: Name of its component.
        article_id: The article at hand.

    Raises:
        PluginError: With the original exception as its cause.
    """
    try:
        yield
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # a panic of a library in Rust is no Exception, nor is GeneratorExit
        if isinstance(error, PluginError) and error.plugin == plugin:
            raise
        raise PluginError(
            f"{doing}: {what_happened(error)}", plugin=plugin, component=component, article_id=article_id
        ) from error
