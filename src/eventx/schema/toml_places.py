"""Where in a TOML file something stands, so that an error can name file, line and key."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from attrs import field, frozen

from eventx.errors import SchemaError, did_you_mean

_AT_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)")


@frozen
class Place:
    """A key of a TOML file. As text it is ``FILE:LINE: KEY``, which is how messages about it begin.

    Attributes:
        source: What to call the file.
        text: The whole file.
        path: Keys, and positions in arrays, from the top of the file.
    """

    source: str
    text: str = field(repr=False)
    path: tuple[str | int, ...] = ()

    def __truediv__(self, key: str | int) -> Place:
        """The place of a key, or of an array's entry, under this one."""
        return Place(self.source, self.text, (*self.path, key))

    @property
    def line(self) -> int | None:
        """The line on which it begins; of what is not there, the line of what should hold it. None at the top."""
        for length in range(len(self.path), 0, -1):
            line = _line_of(self.text, self.path[:length])
            if line is not None:
                return line
        return None

    @property
    def key(self) -> str:
        """The path as people write it: ``types.PROTEST.roles``, ``triggers 2.frame``."""
        parts = ""
        for key in self.path:
            parts += f" {key + 1}" if isinstance(key, int) else f".{key}"
        return parts.strip(".")

    def __str__(self) -> str:
        line = self.line
        place = self.source if line is None else f"{self.source}:{line}"
        return f"{place}: {self.key}" if self.path else place


def toml_text(path: str | Path) -> str:
    """The text of a TOML file.

    Raises:
        SchemaError: If it cannot be read.
    """
    try:
        return Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise SchemaError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SchemaError(f"{path}: not UTF-8, which TOML has to be (byte {error.start}); save it as UTF-8") from error


def read_toml(text: str, *, source: str) -> tuple[dict[str, Any], Place]:
    """Parse a TOML text.

    Args:
        text: The TOML.
        source: What to call it in messages.

    Returns:
        Its content, and the place of the whole.

    Raises:
        SchemaError: If it is not TOML; names the line.
    """
    try:
        return tomllib.loads(text), Place(source, text)
    except tomllib.TOMLDecodeError as error:
        reason, at = str(error), _AT_LINE.search(str(error))
        place = f"{source}:{at[1]}" if at else source
        raise SchemaError(f"{place}: not valid TOML: {_AT_LINE.sub('', reason)}") from error
    except (RecursionError, ValueError) as error:  # nested without end, numbers of thousands of digits
        raise SchemaError(f"{source}: not TOML that can be read: {error}") from error


def check_keys(table: Any, allowed: tuple[str, ...], place: Place) -> None:
    """Check that something is a table, and that it has no keys but these.

    Raises:
        SchemaError: Naming place, the keys that are allowed, and the closest.
    """
    if not isinstance(table, dict):
        raise SchemaError(f"{place}: expected a table with {', '.join(allowed)}, not {table!r}")
    for key in table:
        if key not in allowed:
            raise SchemaError(
                f"{place / key}: unknown key; allowed: {', '.join(allowed)}." + did_you_mean(key, allowed)
            )


def _line_of(text: str, path: tuple[str | int, ...]) -> int | None:
    """The line on which a path comes into being: the first up to which the file, parsed so far, has it.

    Asking the parser itself leaves no form of TOML out (dotted keys, inline tables, arrays of tables).
    """
    lines = text.splitlines()
    name = next(str(key) for key in reversed(path) if isinstance(key, str))
    for number, line in enumerate(lines, 1):
        if name not in line:
            continue
        for end in range(number, len(lines) + 1):  # a value may go on over several lines
            try:
                table = tomllib.loads("\n".join(lines[:end]))
            except tomllib.TOMLDecodeError:
                continue
            if _has(table, path):
                return number
            break
    return None


def _has(value: Any, path: tuple[str | int, ...]) -> bool:
    for key in path:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return False
    return True
