"""Checkpoints: what was extracted survives the process, whenever it is killed.

A checkpoint is a directory. ``shards/`` holds what was found, a file for each batch, written whole or not at all;
``under-way.json`` names the articles that are being worked on, so that one on which the process dies is known by name
when it is started again; ``dead-letters.jsonl`` holds the articles that were given up, with their errors.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import IO, Any

from eventx.errors import SourceError
from eventx.model import Article, Entity
from eventx.pipeline.article_work import Found
from eventx.serialize import FORMAT_VERSION, from_dict, mention_from_dict, mention_to_dict, text_digest, to_dict

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

# A process may die on an article by accident (no memory, no power); on the same one so often it is the article's fault.
MOST_ATTEMPTS = 3


class Checkpoint:
    """The state of one long extraction, kept in a directory.

    Args:
        folder: Made if it is not there.
        made_by: What the results depend on; a checkpoint is of one make.

    Attributes:
        dead_letters: The file of the articles that were given up.

    Raises:
        SourceError: If the directory cannot be used, a file in it is damaged, or it was made by other components.
    """

    def __init__(self, folder: str | Path, *, made_by: Mapping[str, str]) -> None:
        self._folder, self._shards = Path(folder), Path(folder) / "shards"
        try:
            self._shards.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SourceError(f"cannot be a checkpoint directory: {error.strerror}", source=str(folder)) from error
        self._lock = self._locked()
        self._check_make({"format_version": str(FORMAT_VERSION), **made_by})
        self._done: dict[str, tuple[Path, int, str]] = {}
        self._count = 0
        self._index_shards()
        self.dead_letters = self._folder / "dead-letters.jsonl"
        with _undamaged(self.dead_letters):
            self._dead = {row["article_id"] for row in self._read_lines(self.dead_letters)}
        self._attempts: dict[str, int] = self._read_json("under-way.json", {})
        self._under_way: dict[str, int] = dict(self._attempts)

    def _locked(self) -> IO[bytes]:
        """A file that is locked as long as this process uses the directory, however it ends."""
        path = self._folder / "lock"
        with _writing(path):
            file = path.open("wb")
        try:
            if fcntl is not None:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.close()
            raise SourceError(
                "another run is using the checkpoint; wait for its end, or name a directory of its own for this one",
                source=str(self._folder),
            ) from error
        except OSError:
            pass  # a file system that knows no locks
        return file

    def close(self) -> None:
        """Let another run use the directory."""
        self._lock.close()

    def _check_make(self, wanted: dict[str, str]) -> None:
        known = self._read_json("made-by.json", None)
        if known is None:
            self._write("made-by.json", json.dumps(wanted, indent=1))
        elif known != wanted:
            raise SourceError(
                f"the checkpoint was made by {known}, and this run is {wanted}; "
                "use the same components, or a new directory",
                source=str(self._folder),
            )

    def _index_shards(self) -> None:
        for shard in sorted(self._shards.glob("*.jsonl")):
            with _undamaged(shard), shard.open("rb") as stream:
                self._count = int(shard.stem)
                start = 0
                for line in stream:
                    row = json.loads(line)
                    self._done[row["article_id"]] = (shard, start, row["text_sha256"])
                    start += len(line)

    def is_done(self, article: Article) -> bool:
        """Whether the article's result is here.

        Raises:
            SourceError: If there is one for this id, but for another text.
        """
        known = self._done.get(article.id)
        if known is not None and known[2] != text_digest(article.text):
            raise SourceError(
                f"article {article.id!r} is in the checkpoint with another text; give the new one an id of its own",
                source=str(self._folder),
            )
        return known is not None

    def is_given_up(self, article: Article) -> bool:
        """Whether the article was set aside in ``dead-letters.jsonl``."""
        return article.id in self._dead

    def attempts(self, article: Article) -> int:
        """How often the process died while it was working on this article or on one beside it."""
        return self._attempts.get(article.id, 0)

    def result(self, article: Article) -> Found:
        """The result of an article that is done."""
        shard, start, _ = self._done[article.id]
        with _undamaged(shard), shard.open("rb") as stream:
            stream.seek(start)
            row = json.loads(stream.readline())
        where = str(shard)
        return Found(
            mentions=tuple(mention_from_dict(mention, where=where) for mention in row["mentions"]),
            entities=tuple(from_dict(entity, Entity, where=where) for entity in row["entities"]),
        )

    def begin(self, articles: Iterable[Article]) -> None:
        """Note that these articles are being worked on."""
        self._under_way |= {article.id: self.attempts(article) + 1 for article in articles}
        self._write("under-way.json", json.dumps(self._under_way))

    def interrupt(self) -> None:
        """Note that the run ends before its end, but for no fault of what is being worked on."""
        self._under_way = {name: self._attempts[name] for name in self._under_way if name in self._attempts}
        self._write("under-way.json", json.dumps(self._under_way))

    def finish(self, results: Iterable[tuple[Article, Found]]) -> None:
        """Keep what was found in these articles, all of it or nothing."""
        rows, done, start = [], {}, 0
        shard = self._shards / f"{self._count + 1:08d}.jsonl"
        for article, found in results:
            row = {
                "article_id": article.id,
                "text_sha256": text_digest(article.text),
                "mentions": [mention_to_dict(mention) for mention in found.mentions],
                "entities": [to_dict(entity) for entity in found.entities],
            }
            rows.append(json.dumps(row) + "\n")
            done[article.id] = (shard, start, row["text_sha256"])
            start += len(rows[-1])
            self._under_way.pop(article.id, None)
        if rows:
            self._count += 1
            self._write(f"shards/{shard.name}", "".join(rows))
            self._done |= done  # type: ignore[arg-type]
        self._write("under-way.json", json.dumps(self._under_way))

    def give_up(self, article: Article, error: str) -> None:
        """Set an article aside with what went wrong."""
        self._dead.add(article.id)
        line = json.dumps({"article_id": article.id, "attempts": self.attempts(article), "error": error})
        with _writing(self.dead_letters), self.dead_letters.open("a", encoding="utf-8") as stream:
            stream.write(line + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        self._under_way.pop(article.id, None)
        self._write("under-way.json", json.dumps(self._under_way))

    def _read_json(self, name: str, default: Any) -> Any:
        path = self._folder / name
        if not path.exists():
            return default
        with _undamaged(path):
            return json.loads(path.read_text(encoding="utf-8"))

    @staticmethod
    def _read_lines(path: Path) -> list[dict[str, Any]]:
        if not path.exists():
            return []
        lines = path.read_text(encoding="utf-8").split("\n")
        return [json.loads(line) for line in lines[:-1]]  # what follows the last line's end was never finished

    def _write(self, name: str, text: str) -> None:
        """Replace a file whole; what is written survives a loss of power."""
        target = self._folder / name
        part = target.with_name(f".{target.name}.part")
        with _writing(target):
            try:
                with part.open("w", encoding="utf-8") as stream:
                    stream.write(text)
                    stream.flush()
                    os.fsync(stream.fileno())
                os.replace(part, target)
            except OSError:
                part.unlink(missing_ok=True)
                raise


@contextlib.contextmanager
def _undamaged(path: Path) -> Iterator[None]:
    """Say which file it is that does not hold what was written: a full disk or an editor was there."""
    try:
        yield
    except (ValueError, LookupError, TypeError) as error:
        raise SourceError(
            f"the file of the checkpoint is damaged ({error}); delete it, and what it held is done again",
            source=str(path),
        ) from error
    except OSError as error:
        raise SourceError(f"the file of the checkpoint cannot be read: {error.strerror}", source=str(path)) from error


@contextlib.contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SourceError(
            f"the checkpoint cannot be written: {error.strerror}; what was done before stands", source=str(path)
        ) from error
