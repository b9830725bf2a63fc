"""What the user names, opened and read: files, directories, archives, patterns, standard input."""

from __future__ import annotations

import functools
import glob
import hashlib
import io
import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path, PurePosixPath
from typing import IO, cast

from attrs import frozen

from eventx.components import Reader
from eventx.errors import EventxError, SourceError
from eventx.model import Article
from eventx.readers.archives import members, open_archive, open_member
from eventx.readers.saved_pages import belongs_to_a_page
from eventx.readers.unpacking import compression_of, unpacked, without_compression

STANDARD_INPUT = "-"

ReaderFor = Callable[[str], Reader | None]
OnError = Callable[[EventxError], None]
OnSkip = Callable[[Path], None]

# What a stream without a name is taken for, by how it begins; anything else is plain text.
_BEGINNINGS = (
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*\{"), ".jsonl"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*\[\s*(?:\{|\Z)"), ".json"),
    (
        re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<!doctype html)", re.IGNORECASE),
        ".html",
    ),
    (
        re.compile(
            rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{,300}?-->\s*)?<(?:rss|feed|rdf:RDF)\b", re.DOTALL
        ),
        ".rss",
    ),
    (re.compile(rb"PAR1"), ".parquet"),
)


@frozen(kw_only=True)
class _Input:
    """Something to read: how it is opened, what the user calls it, and its name for ids, without its compression."""

    open: Callable[[], AbstractContextManager[IO[bytes]]]
    shown: str
    name: str
    compression: str = ""
    packed: bool = False


def _file(path: Path, shown: str, name: str) -> _Input:
    name, compression = without_compression(name)
    return _Input(open=lambda: path.open("rb"), shown=shown, name=name, compression=compression)


def read_sources(
    sources: Iterable[str | Path],
    reader_for: ReaderFor,
    on_error: OnError | None = None,
    on_skip: OnSkip | None = None,
) -> Iterator[Article]:
    """Read the articles of files, directories and standard input, one after the other, as a stream.

    A directory is read recursively in the order of its names, and so is a zip archive; hidden files, and files that no
    reader is for, are skipped. Files compressed with gzip, bzip2 or xz are read as what they hold. An article whose id
    and text were read before is left out; one with the id of another is an error.

    Args:
        sources: Paths, or patterns such as ``wire/*.jsonl``; ``-`` is standard input.
        reader_for: Gives the reader for a suffix such as ``".txt"``, or None where there is none.
        on_error: Called with what cannot be read, while the rest goes on. Left out, the first error is raised.
        on_skip: Called with each file of a directory, an archive or a pattern that no reader is for.

    Raises:
        EventxError: If something cannot be read and there is no ``on_error``.
    """
    seen: dict[str, bytes] = {}
    reader_for = functools.cache(reader_for)
    for source in sources:
        for found in _inputs(source, reader_for, on_skip):
            for read in [found] if isinstance(found, EventxError) else _read(found, reader_for):
                result = read if isinstance(read, EventxError) else _first_of_its_id(read[0], read[1], seen)
                if isinstance(result, Article):
                    yield result
                elif result is not None:
                    if on_error is None:
                        raise result
                    on_error(result)


def _first_of_its_id(article: Article, shown: str, seen: dict[str, bytes]) -> Article | SourceError | None:
    digest = hashlib.blake2b(article.text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    known = seen.setdefault(article.id, digest)
    if known is digest:
        return article
    if known == digest:
        return None
    return SourceError(
        f"a second article with the id {article.id!r}, but another text, is left out; give it an id of its own, "
        "or name the directory that holds both files, so that ids are paths below it",
        source=shown,
    )


def _inputs(source: str | Path, reader_for: ReaderFor, on_skip: OnSkip | None) -> Iterator[_Input | SourceError]:
    shown = str(source)
    if shown == STANDARD_INPUT:
        yield _Input(open=_standard_input, shown=STANDARD_INPUT, name="stdin")
        return
    if not shown:  # an empty variable of a script; Path would take it for the current directory
        yield SourceError("the name of a file or directory is empty; say . for the current directory", source="''")
        return
    path = Path(source)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        if isinstance(error, FileNotFoundError) and glob.has_magic(shown):
            yield from _readable(_matching(shown), "the pattern matches", shown, reader_for, on_skip)
        else:
            yield _system_error(error, shown)
        return
    if stat.S_ISDIR(mode):
        yield from _readable(_walk(path, "", set()), "the directory holds", shown, reader_for, on_skip)
    elif _is_archive(path.name, reader_for):
        yield from _archived(_file(path, shown, ""), reader_for, on_skip)
    else:
        yield _file(path, shown, path.name)


def _readable(
    several: Iterable[_Input | SourceError], what: str, shown: str, reader_for: ReaderFor, on_skip: OnSkip | None
) -> Iterator[_Input | SourceError]:
    """Those of several that there is a reader for, archives opened."""
    read = skipped = 0
    for found in several:
        if isinstance(found, SourceError):
            read += 1
            yield found
        elif not found.packed and not found.compression and _is_archive(found.name, reader_for):
            read += 1
            yield from _archived(found, reader_for, on_skip)
        elif _has_reader(found.name, reader_for):
            read += 1
            yield found
        else:
            skipped += 1
            if on_skip:
                on_skip(Path(found.shown))
    if not read:
        others = f" ({skipped} of other kinds skipped)" if skipped else ""
        yield SourceError(f"{what} no file that eventx can read{others}", source=shown)


def _has_reader(name: str, reader_for: ReaderFor) -> bool:
    try:
        return reader_for(_suffix(name)) is not None
    except EventxError:
        return True  # there is a reader, but it cannot be had: said when the file is read


def _is_archive(name: str, reader_for: ReaderFor) -> bool:
    return _suffix(name) == ".zip" and not _has_reader(name, reader_for)


def _archived(found: _Input, reader_for: ReaderFor, on_skip: OnSkip | None) -> Iterator[_Input | SourceError]:
    """The files of a zip archive, named as those of a directory in its place."""
    below = f"{found.name[: -len('.zip')]}/" if found.name else ""
    try:
        with found.open() as stream, open_archive(stream, found.shown) as archive:
            # What is packed once more is left alone, as are files of other kinds: limits would multiply.
            files = (
                _Input(
                    open=functools.partial(open_member, archive, member, below + name),
                    shown=f"{found.shown}/{name}",
                    name=below + name,
                    packed=True,
                )
                for member, name in members(archive)
            )
            yield from _readable(files, "the archive holds", found.shown, reader_for, on_skip)
    except SourceError as error:
        yield error
    except OSError as error:
        yield _system_error(error, found.shown)


def _matching(pattern: str) -> Iterator[_Input | SourceError]:
    """The files that a pattern matches, and those of matching directories, with paths below the part without magic."""
    parts = Path(pattern).parts
    fixed = next(index for index, part in enumerate(parts) if glob.has_magic(part))
    root = Path(*parts[:fixed])
    for match in sorted(glob.glob(pattern, recursive=True)):
        path = Path(match)
        name = path.relative_to(root).as_posix()
        if path.is_file():
            yield _file(path, match, name)
        elif "**" not in parts and path.is_dir():
            yield from _walk(path, f"{name}/", set())


def _walk(folder: Path, below: str, walked: set[tuple[int, int]]) -> Iterator[_Input | SourceError]:
    """The regular files below a directory in order of their names; links are followed, but to no directory twice."""
    try:
        status = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield _system_error(error, str(folder))
        return
    identity = (status.st_dev, status.st_ino)
    if identity in walked:
        return
    walked.add(identity)
    names = {entry.name for entry in entries}
    for entry in entries:
        if entry.name.startswith(".") or belongs_to_a_page(entry.name, names):
            continue
        name = below + entry.name
        try:
            if entry.is_dir():
                yield from _walk(folder / entry.name, f"{name}/", walked)
            elif entry.is_file():  # no pipes, sockets, devices: reading one could wait for ever
                yield _file(folder / entry.name, str(folder / entry.name), name)
        except OSError as error:
            yield _system_error(error, str(folder / entry.name))


def _read(found: _Input, reader_for: ReaderFor) -> Iterator[tuple[Article, str] | EventxError]:
    try:
        with found.open() as opened:
            stream = unpacked(opened, found.compression, found.name) if found.compression else opened
            suffix = _suffix(found.name)
            if not suffix:
                stream, suffix = _sniffed(stream, found.name)
            reader = reader_for(suffix)
            if reader is None:
                yield SourceError(
                    f"no reader for {suffix} files; `eventx plugins` lists the readers there are", source=found.shown
                )
                return
            for result in reader.read(stream, found.name):
                yield _renamed(result, found) if isinstance(result, EventxError) else (result, found.shown)
    except EventxError as error:
        yield _renamed(error, found)
    except (OSError, MemoryError) as error:
        yield _system_error(error, found.shown)


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _sniffed(stream: IO[bytes], name: str) -> tuple[IO[bytes], str]:
    """The stream, nothing of it lost, and the suffix of what it seems to hold."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    head = buffered.peek(512)
    if compression := compression_of(head):
        buffered = cast(io.BufferedReader, unpacked(buffered, compression, name))
        head = buffered.peek(512)
    if head.startswith(b"PK\x03\x04"):
        raise SourceError("a zip archive is read only from a file that is called .zip", source=name)
    return buffered, next((suffix for pattern, suffix in _BEGINNINGS if pattern.match(head)), ".txt")


def _standard_input() -> IO[bytes]:
    # A descriptor of its own, so that closing it leaves sys.stdin alone; under test there may be none to copy.
    try:
        return os.fdopen(os.dup(sys.stdin.fileno()), "rb")
    except (OSError, AttributeError, io.UnsupportedOperation):
        buffer = getattr(sys.stdin, "buffer", None)
        if buffer is None:
            raise SourceError("standard input is closed", source=STANDARD_INPUT) from None
        return io.BytesIO(buffer.read())


def _renamed(error: EventxError, found: _Input) -> EventxError:
    """The error with the file as the user named it; readers know only its name below that."""
    if not isinstance(error, SourceError) or error.source != found.name:
        return error
    renamed = SourceError(error.reason, source=found.shown, line=error.line)
    renamed.__cause__ = error.__cause__
    return renamed


def _system_error(error: Exception, shown: str) -> SourceError:
    if isinstance(error, FileNotFoundError):
        reason = "no such file or directory"
    else:
        text = (isinstance(error, OSError) and error.strerror) or str(error) or type(error).__name__
        reason = f"cannot be read: {text[:1].lower()}{text[1:]}"
    result = SourceError(reason, source=shown)
    result.__cause__ = error
    return result
