"""Where results go: standard output, or a file that is replaced whole or not at all."""

from __future__ import annotations

import contextlib
import io
import itertools
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TextIO, TypeVar, cast

import click

from eventx.whole_files import is_special, replacing

T = TypeVar("T")

_RESULTS = "eventx.results"


@contextlib.contextmanager
def results_apart() -> Iterator[None]:
    """Leave standard output to `open_output` alone: what anybody else prints meanwhile goes to standard error.

    Anybody is a plugin, a library in C that it brings, a worker process; they find standard output by its number.
    """
    stdout = sys.stdout
    moved = _moved(stdout) if isinstance(stdout, io.TextIOWrapper) and _is_descriptor(stdout, 1) else _set_aside(stdout)
    with moved as results:
        click.get_current_context().meta[_RESULTS] = results
        yield


@contextlib.contextmanager
def _set_aside(stdout: TextIO | None) -> Iterator[IO[bytes] | None]:
    """Of a test, or of a program that calls the command; None where it is closed."""
    with contextlib.redirect_stdout(sys.stderr):
        yield stdout.buffer if stdout else None


@contextlib.contextmanager
def _moved(stdout: io.TextIOWrapper) -> Iterator[IO[bytes]]:
    """Standard output under a number that nobody else knows; its own number is standard error's meanwhile."""
    stdout.flush()
    buffered = not stdout.line_buffering
    number = os.dup(1)
    other = os.open(os.devnull, os.O_WRONLY) if sys.stderr is None else os.dup(2)
    os.dup2(other, 1)
    os.close(other)
    stdout.reconfigure(line_buffering=True)  # in their order among the messages
    try:
        with os.fdopen(number, "wb", closefd=False) as results:
            yield results
    finally:
        with contextlib.suppress(OSError, ValueError):  # it is full, or a plugin has closed it
            stdout.reconfigure(line_buffering=not buffered)
        os.dup2(number, 1)
        os.close(number)


def _is_descriptor(stream: TextIO, number: int) -> bool:
    try:
        return stream.fileno() == number
    except (OSError, ValueError):
        return False


def _results() -> IO[bytes]:
    return cast(IO[bytes], click.get_current_context().meta[_RESULTS])


def terminal_width(target: str) -> int | None:
    """Width in characters of the terminal that results go to; None where they go elsewhere."""
    if target != "-" or not _results().isatty():
        return None
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdecimal() else os.get_terminal_size(_results().fileno()).columns


@contextlib.contextmanager
def open_output(target: str) -> Iterator[IO[bytes]]:
    """Open ``target`` for writing; ``-`` is standard output.

    A file is written beside itself and moved into place at the end, so that nobody ever reads half of it.

    Raises:
        click.ClickException: If it cannot be written.
    """
    if target == "-":
        try:
            yield _results()
            if not _results().closed:  # an exporter that wraps the stream may close it with its wrapper
                _results().flush()
        except OSError as error:
            # What is left of the results goes nowhere, lest flushing it once more fails once more.
            os.dup2(os.open(os.devnull, os.O_WRONLY), _results().fileno())
            if isinstance(error, BrokenPipeError):  # the reader (head, less) has seen enough
                return
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


def is_same_file(one: str, other: str) -> bool:
    """Whether both name one file. What is no file, such as a terminal, is read and written without harm."""
    try:
        return Path(one).samefile(other) and Path(one).is_file()
    except (OSError, ValueError):
        return False


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
