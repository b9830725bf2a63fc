"""Files that are replaced whole or not at all, so that nobody ever reads half of one."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """Open a file for writing. It is written beside its place, and moved there when the block ends without an error.

    What is no file, such as ``/dev/null`` or a pipe, is written to as it is. Of a link, the file is replaced that it
    leads to.

    Raises:
        OSError: If it cannot be written.
    """
    if is_special(path):
        with path.open("wb") as stream:
            yield stream
        return
    path = Path(os.path.realpath(path))
    handle, part = tempfile.mkstemp(prefix=f".{path.name[:100]}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        os.chmod(part, 0o666 & ~_umask())
        os.replace(part, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(part)
        raise


def is_special(path: Path) -> bool:
    """Whether there is something of that name that is no file, but can be written to like one: a device, a pipe."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
