"""Values to JSON and back.

The values themselves know nothing of JSON. What is read back equals what was written; what does not fit is refused
with every problem and its path.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeVar, get_args, get_origin

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from eventx.errors import EventxError, SerializationError
from eventx.model import (
    Argument,
    Arguments,
    Article,
    ArticleInfo,
    Entity,
    Event,
    EventMention,
    ModelInfo,
    Span,
    Timeline,
    Timex,
    When,
    parse_published,
)

T = TypeVar("T")

FORMAT_VERSION = 1


def _make_converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_unstructure_hook(dt.date, lambda day: day.isoformat())
    converter.register_unstructure_hook(dt.datetime, lambda moment: moment.isoformat())
    converter.register_structure_hook(dt.date, _structure_date)
    converter.register_structure_hook_func(lambda kind: _origin(kind) is Arguments, _structure_arguments(converter))
    converter.register_unstructure_hook_func(
        lambda kind: _origin(kind) is Arguments,
        lambda arguments: [converter.unstructure(item) for item in arguments],
    )
    for plain in (str, int, float):
        converter.register_structure_hook(plain, _structure_plain)
    converter.register_structure_hook_func(lambda kind: _origin(kind) is Literal, _structure_literal)
    # Lines of mentions come from other people's programs, which may write more than we know.
    for kind in (Span, Argument, When, EventMention):
        hook = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=False)
        converter.register_structure_hook(kind, _nested(kind, hook, converter))
    for value in (ArticleInfo, Event):
        converter.register_unstructure_hook(value, make_dict_unstructure_fn(value, converter))
    converter.register_unstructure_hook(Argument, _argument_to_dict)
    converter.register_unstructure_hook(When, _when_to_dict)
    converter.register_unstructure_hook(EventMention, mention_to_dict)
    return converter


def _origin(kind: Any) -> Any:
    return get_origin(kind) or kind


def _structure_date(value: Any, _: Any) -> dt.date:
    if not isinstance(value, str):
        raise ValueError(f"expected a date as YYYY-MM-DD, got {value!r}")
    try:
        return parse_published(value)
    except ValueError:
        raise ValueError(f"expected a date as YYYY-MM-DD, got {value!r}") from None


def _structure_plain(value: Any, kind: type) -> Any:
    """Take a string, whole number or number as it is: ``"12"`` is no offset, and 12 is no name."""
    allowed = (int, float) if kind is float else (kind,)
    if not isinstance(value, allowed) or isinstance(value, bool):
        name = {str: "a string", int: "a whole number", float: "a number"}[kind]
        raise ValueError(f"expected {name}, got {value!r}")
    return value


def _structure_literal(value: Any, kind: Any) -> Any:
    if value not in get_args(kind):
        raise ValueError(f"expected one of {', '.join(get_args(kind))}, got {value!r}")
    return value


def _structure_arguments(converter: cattrs.Converter) -> Any:
    def structure(value: Any, kind: Any) -> Arguments[Any]:
        items: Any = list[get_args(kind)[0]]  # type: ignore[misc]
        return Arguments(converter.structure(value, items))

    return structure


def _nested(kind: type, hook: Any, converter: cattrs.Converter) -> Any:
    """Wrap a generated hook so that it reads the written form, in which spans lie flat in arguments."""

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, Mapping):
            raise ValueError(f"expected an object, got {value!r}")
        data = dict(value)
        if kind is Argument and "span" not in data:
            data["span"] = {key: data.pop(key) for key in ("start", "end", "text") if key in data}
        if kind is EventMention:
            data = {key: entry for key, entry in data.items() if entry is not None}
        return hook(data, kind)

    return structure


def _span_to_dict(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text}


def _argument_to_dict(argument: Argument) -> dict[str, Any]:
    row: dict[str, Any] = {"role": argument.role, **_span_to_dict(argument.span)}
    if argument.members:
        row["members"] = [_span_to_dict(member) for member in argument.members]
    if argument.entity_id is not None:
        row["entity_id"] = argument.entity_id
    if argument.name is not None:
        row["name"] = argument.name
    if argument.extractor is not None:
        row["extractor"] = argument.extractor
    return row


def _when_to_dict(when: When) -> dict[str, Any]:
    row: dict[str, Any] = {
        "start": when.start.isoformat(),
        "end": when.end.isoformat(),
        "granularity": when.granularity,
        "text": when.expression.text if when.expression else None,
        "source": when.source,
    }
    if when.expression:
        row["expression"] = _span_to_dict(when.expression)
    return row


def mention_to_dict(mention: EventMention) -> dict[str, Any]:
    """The mention as one line of ``--format jsonl`` or ``--format mentions`` holds it."""
    return {
        "article_id": mention.article_id,
        "mention_id": mention.mention_id,
        "event_id": mention.event_id,
        "type": mention.type,
        "trigger": _span_to_dict(mention.trigger),
        "sentence": _span_to_dict(mention.sentence) if mention.sentence else None,
        "arguments": [_argument_to_dict(argument) for argument in mention.arguments],
        "when": _when_to_dict(mention.when) if mention.when else None,
        "modality": mention.modality,
        "attribution": _span_to_dict(mention.attribution) if mention.attribution else None,
        "about": mention.about,
        "confidence": mention.confidence,
        "extractor": mention.extractor,
        "rule": mention.rule,
    }


_CONVERTER = _make_converter()


def mention_from_dict(row: Mapping[str, Any], *, where: str = "mention") -> EventMention:
    """Read a mention back; fields that eventx does not know are ignored.

    Args:
        row: An object of the documented form.
        where: What to call it in messages, such as ``"file.jsonl:12"``.

    Raises:
        SerializationError: With every problem and its path.
    """
    mention: EventMention = _structure(row, EventMention, where)
    given = row.get("mention_id")
    if given is not None and given != mention.mention_id:
        raise SerializationError(
            f"{where}: mention_id is {given!r}, but article, trigger and type make it {mention.mention_id!r}"
        )
    return mention


def to_dict(value: ArticleInfo | Entity | Event | ModelInfo) -> dict[str, Any]:
    """The value as plain data, in the form that a timeline's JSON has."""
    row: dict[str, Any] = _CONVERTER.unstructure(value)
    return row


def from_dict(row: Any, kind: type[T], *, where: str) -> T:
    """Read back what `to_dict` wrote.

    Raises:
        SerializationError: With every problem and its path.
    """
    value: T = _structure(row, kind, where)
    return value


def timeline_to_dict(timeline: Timeline) -> dict[str, Any]:
    """The timeline as ``--format json`` holds it."""
    rows: dict[str, Any] = {"format_version": FORMAT_VERSION, "eventx": timeline.eventx}
    rows |= {"plugins": dict(timeline.plugins), "model": _CONVERTER.unstructure(timeline.model)}
    for name in ("articles", "entities", "events"):
        rows[name] = [_CONVERTER.unstructure(value) for value in getattr(timeline, name)]
    return rows


def timeline_from_dict(data: Any, *, where: str = "timeline") -> Timeline:
    """Read a timeline back.

    Raises:
        SerializationError: If its format version is not known, or with every problem and its path.
    """
    if not isinstance(data, Mapping) or "format_version" not in data:
        raise SerializationError(f"{where}: no eventx timeline: expected an object with 'format_version'")
    version = data["format_version"]
    if version != FORMAT_VERSION:
        raise SerializationError(
            f"{where}: format version {version!r} is not known; this eventx reads {FORMAT_VERSION}. "
            "Write the file again, or install a matching eventx-core."
        )
    rest = {key: value for key, value in data.items() if key != "format_version"}
    timeline: Timeline = _structure(rest, Timeline, where)
    return timeline


def timeline_to_json(timeline: Timeline, *, indent: int | None = 1) -> str:
    """The timeline as JSON text."""
    return json.dumps(timeline_to_dict(timeline), ensure_ascii=False, indent=indent)


def timeline_from_json(text: str | bytes, *, where: str = "timeline") -> Timeline:
    """Read a timeline from JSON text.

    Raises:
        SerializationError: If it is not JSON, or not a timeline.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SerializationError(f"{where}: not JSON: {error}") from error
    return timeline_from_dict(data, where=where)


def timex_to_dict(article_id: str, timex: Timex) -> dict[str, Any]:
    """A temporal expression as one line of ``eventx timex --format jsonl`` holds it."""
    return {
        "article_id": article_id,
        "start": timex.span.start,
        "end": timex.span.end,
        "text": timex.span.text,
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "first_day": timex.start.isoformat() if timex.start else None,
        "last_day": timex.end.isoformat() if timex.end else None,
        "granularity": timex.granularity,
        "anchor": timex.anchor.isoformat() if timex.anchor else None,
        "note": timex.note,
    }


def text_digest(text: str) -> str:
    """SHA-256 of a text, in hex digits: whether two articles of one id are the same."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def article_info(article: Article) -> ArticleInfo:
    """What a timeline keeps of an article."""
    names = [field.name for field in attrs.fields(ArticleInfo) if field.name != "copy_of"]
    return ArticleInfo(**{name: getattr(article, name) for name in names})


def _structure(data: Any, kind: type, where: str) -> Any:
    try:
        return _CONVERTER.structure(data, kind)
    except (cattrs.BaseValidationError, EventxError, ValueError, TypeError, KeyError) as error:
        problems = "; ".join(_problems(error))
        raise SerializationError(f"{where}: {problems}") from error


def _problems(error: BaseException) -> Iterable[str]:
    if not isinstance(error, cattrs.BaseValidationError):
        return [_words(error)]
    return cattrs.transform_error(error, format_exception=lambda inner, _: _words(inner))


def _words(error: BaseException) -> str:
    if isinstance(error, cattrs.ForbiddenExtraKeysError):
        return f"unknown keys: {', '.join(sorted(error.extra_fields))}"
    if isinstance(error, KeyError):
        return f"missing: {error.args[0]}"
    return str(error)
