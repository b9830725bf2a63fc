"""Where results go: standard output, or a file that is replaced whole or not at all."""

from __future__ import annotations

import contextlib
import itertools
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TypeVar

import click

from eventx.whole_files import is_special, replacing

T = TypeVar("T")


@contextlib.contextmanager
def open_output(target: str) -> Iterator[IO[bytes]]:
    """Open ``target`` for writing; ``-`` is standard output.

    A file is written beside itself and moved into place at the end, so that nobody ever reads half of it.

    Raises:
        click.ClickException: If it cannot be written.
    """
    if target == "-":
        try:
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            # The reader (head, less) has seen enough. Keep Python from complaining when it flushes at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except OSError as error:
            raise click.ClickException(f"cannot write to standard output: {error.strerror or error}") from error
        return
    try:
        with replacing(Path(target)) as stream:
            yield stream
    except OSError as error:
        raise click.ClickException(f"cannot write {target}: {error.strerror or error}") from error


def begun(results: Iterator[T]) -> Iterator[T] | None:
    """The same results, the first of them worked out; None if there is none, so that an old file is left alone."""
    for first in results:
        return itertools.chain([first], results)
    return None


def check_output(_context: click.Context, _parameter: click.Parameter, target: str) -> str:
    """Refuse a place that cannot be written to before hours of work, not after.

    Raises:
        click.BadParameter: If there is no such folder, it is not writable, or standard output is closed.
    """
    folder = Path(target).parent
    if target == "-":
        if sys.stdout is None:
            raise click.BadParameter("standard output is closed; name a file")
        return target
    if is_special(Path(target)):
        return target
    if not folder.is_dir():
        raise click.BadParameter(f"cannot write {target}: there is no folder {folder}")
    if Path(target).is_dir() or not os.access(folder, os.W_OK):
        raise click.BadParameter(f"cannot write {target}: it is a folder, or lies in one that is not writable")
    return target
