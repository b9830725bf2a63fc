"""Cases that the author of a plugin writes: texts and what is to be found in them, files and what is to be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from eventx.errors import SchemaError
from eventx.model import MODALITIES, Article, EventMention, parse_published
from eventx.model._convert import as_tuple
from eventx.schema import Place, check_keys, read_toml, toml_text

FILE_NAME = "eventx_cases.toml"

_CASE_KEYS = ("id", "text", "published", "title", "language", "extractor", "mentions")
_MENTION_KEYS = ("type", "trigger", "arguments", "modality", "attribution")
_FILE_KEYS = ("name", "content", "file", "reader", "articles")
_ARTICLE_KEYS = ("id", "text", "published", "title", "url", "source", "language")


@frozen(kw_only=True)
class ExpectedMention:
    """A mention that must be found.

    Attributes:
        type: Its event type.
        trigger: Its trigger's text.
        arguments: Texts by role, in text order; None where a case does not say.
        modality: Likewise.
        attribution: Likewise.
    """

    type: str
    trigger: str
    arguments: Mapping[str, tuple[str, ...]] | None = field(default=None, hash=False)
    modality: str | None = None
    attribution: str | None = None

    def differences(self, mention: EventMention) -> list[str]:
        """What is otherwise in a mention of this type and trigger, both sides shown."""
        found: list[str] = []
        if self.arguments is not None:
            got = {role: tuple(a.text for a in mention.arguments.all(role)) for role in mention.arguments.roles}
            for role in dict.fromkeys((*self.arguments, *got)):
                wanted = self.arguments.get(role, ())
                if sorted(wanted) != sorted(got.get(role, ())):
                    found.append(f"{role}: expected {_texts(wanted)}, found {_texts(got.get(role, ()))}")
        if self.modality not in (None, mention.modality):
            found.append(f"modality: expected {self.modality}, found {mention.modality}")
        attribution = mention.attribution.text if mention.attribution else None
        if self.attribution not in (None, attribution):
            found.append(f"attribution: expected {self.attribution!r}, found {attribution!r}")
        return found

    def __str__(self) -> str:
        return f"{self.type} {self.trigger!r}"


@frozen(kw_only=True)
class Case:
    """A text and what must be found in it: exactly these mentions.

    Attributes:
        article: The text as an article.
        mentions: What must be found; none where there is nothing to find.
        extractor: Only for the extractor of this name; None for every one that declares the types.
    """

    article: Article
    mentions: tuple[ExpectedMention, ...] = field(default=(), converter=as_tuple)
    extractor: str | None = None


@frozen(kw_only=True)
class FileCase:
    """A file and the articles that must be read from it.

    Attributes:
        name: The file's name, whose suffix says which reader it is for.
        content: Its bytes.
        articles: Of each article, the fields that must be as given.
        reader: Only for the reader of this name; None for every one with the suffix.
    """

    name: str
    content: bytes = field(repr=False)
    articles: tuple[Mapping[str, Any], ...] = field(converter=as_tuple, hash=False)
    reader: str | None = None


@frozen(kw_only=True)
class Cases:
    """The cases of a plugin."""

    texts: tuple[Case, ...] = field(default=(), converter=as_tuple)
    files: tuple[FileCase, ...] = field(default=(), converter=as_tuple)

    def __add__(self, other: Cases) -> Cases:
        return Cases(texts=(*self.texts, *other.texts), files=(*self.files, *other.files))


def read_cases(path: str | Path) -> Cases:
    """Read a file of cases.

    Raises:
        SchemaError: If something in it is wrong; names file, line and key.
    """
    return cases_from_toml(toml_text(path), source=str(path), folder=Path(path).parent)


def cases_from_toml(text: str, *, source: str, folder: Path | None = None) -> Cases:
    """Read cases from a TOML text.

    Args:
        text: The TOML: ``[[cases]]`` and ``[[files]]``.
        source: What to call it in messages.
        folder: Where files that it names lie.

    Raises:
        SchemaError: If something in it is wrong; names line and key.
    """
    content, top = read_toml(text, source=source)
    check_keys(content, ("cases", "files"), top)
    return Cases(
        texts=tuple(_case(entry, place, source) for entry, place in _entries(content, "cases", top)),
        files=tuple(_file_case(entry, place, folder) for entry, place in _entries(content, "files", top)),
    )


def _entries(content: Any, key: str, place: Place) -> Iterable[tuple[Any, Place]]:
    entries = content.get(key, [])
    if not isinstance(entries, list):
        raise SchemaError(f"{place / key}: expected [[{key}]] tables")
    return [(entry, place / key / number) for number, entry in enumerate(entries)]


def _case(entry: Any, place: Place, source: str) -> Case:
    check_keys(entry, _CASE_KEYS, place)
    article = Article.of(
        _string(entry, "text", place),
        published=_day(entry, place),
        id=str(entry.get("id") or f"{Path(source).name}:{place.line}"),
        title=entry.get("title"),
        language=entry.get("language"),
    )
    mentions = tuple(_mention(row, where, article) for row, where in _entries(entry, "mentions", place))
    return Case(article=article, mentions=mentions, extractor=entry.get("extractor"))


def _mention(entry: Any, place: Place, article: Article) -> ExpectedMention:
    check_keys(entry, _MENTION_KEYS, place)
    arguments = entry.get("arguments")
    if arguments is not None:
        if not isinstance(arguments, dict):
            raise SchemaError(f"{place / 'arguments'}: expected a table of roles and texts")
        arguments = {role: (texts,) if isinstance(texts, str) else tuple(texts) for role, texts in arguments.items()}
        for role, texts in arguments.items():
            for text in texts:
                _check_text(text, article, place / "arguments" / role)
    trigger = _string(entry, "trigger", place)
    _check_text(trigger, article, place / "trigger")
    modality = entry.get("modality")
    if modality is not None and modality not in MODALITIES:
        raise SchemaError(f"{place / 'modality'}: {modality!r} is not one of {', '.join(MODALITIES)}")
    return ExpectedMention(
        type=_string(entry, "type", place),
        trigger=trigger,
        arguments=arguments,
        modality=modality,
        attribution=entry.get("attribution"),
    )


def _check_text(text: Any, article: Article, place: Place) -> None:
    if not isinstance(text, str) or text not in article.text:
        raise SchemaError(f"{place}: {text!r} does not stand in the case's text, {article.text[:80]!r}")


def _file_case(entry: Any, place: Place, folder: Path | None) -> FileCase:
    check_keys(entry, _FILE_KEYS, place)
    if ("content" in entry) == ("file" in entry):
        raise SchemaError(f"{place}: expected either content, with a name, or file")
    if "file" in entry:
        name = _string(entry, "file", place)
        try:
            content = ((folder or Path()) / name).read_bytes()
        except OSError as error:
            raise SchemaError(f"{place / 'file'}: {name} cannot be read: {error.strerror}") from error
    else:
        name, content = _string(entry, "name", place), _string(entry, "content", place).encode()
    articles = []
    for row, where in _entries(entry, "articles", place):
        check_keys(row, _ARTICLE_KEYS, where)
        articles.append(row | ({"published": _day(row, where)} if "published" in row else {}))
    if not articles:
        raise SchemaError(f"{place}: expected [[files.articles]] with what is to be read from {name}")
    return FileCase(name=Path(name).name, content=content, articles=articles, reader=entry.get("reader"))


def _string(entry: Mapping[str, Any], key: str, place: Place) -> str:
    value = entry.get(key)
    if not isinstance(value, str):
        raise SchemaError(f"{place}: expected {key}, a text in quotes" + ("" if value is None else f", not {value!r}"))
    return value


def _day(entry: Mapping[str, Any], place: Place) -> dt.date | None:
    value = entry.get("published")
    if value is None or isinstance(value, dt.date):
        return value
    try:
        return parse_published(str(value))
    except ValueError:
        raise SchemaError(f"{place / 'published'}: expected a date as YYYY-MM-DD, not {value!r}") from None


def _texts(texts: Iterable[str]) -> str:
    return " and ".join(map(repr, texts)) or "nothing"
