"""Checks of readers."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from eventx.errors import SourceError
from eventx.guard import CAUGHT, what_happened
from eventx.model import Article
from eventx.testing.cases import FileCase
from eventx.testing.checks import Problem, Skip, check
from eventx.testing.component_checks import off_the_network
from eventx.testing.network import no_network
from eventx.testing.subject import Subject


class _Pipe(io.RawIOBase):
    """Bytes that can be read once, from front to back, as from a pipe."""

    def __init__(self, content: bytes) -> None:
        self._rest = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def readinto(self, buffer: Any) -> int:
        return self._rest.readinto(buffer)


@frozen(kw_only=True)
class _Reading:
    """What came of reading the author's files."""

    answers: tuple[tuple[FileCase, tuple[Any, ...]], ...]
    crashes: tuple[tuple[FileCase, str], ...]
    tried: tuple[str, ...]

    @property
    def articles(self) -> list[tuple[FileCase, Article]]:
        return [(case, one) for case, answer in self.answers for one in answer if isinstance(one, Article)]


@check("reader.suffixes")
def declares_suffixes(subject: Subject) -> Iterator[Problem]:
    """It declares the suffixes of its files, in lower case and with their dot."""
    if not subject.record.suffixes:
        yield Problem(what="it declares no suffix, so no file is ever given to it", remedy='write suffixes=(".txt",)')
    for suffix in subject.record.suffixes:
        if not suffix.startswith(".") or suffix != suffix.lower():
            yield Problem(
                what=f"the suffix {suffix!r} is compared with those of files in lower case, such as '.txt'",
                remedy=f"write {'.' + suffix.lower().lstrip('.')!r}",
            )


@check("reader.has_cases")
def has_cases(subject: Subject) -> Iterator[Problem]:
    """Its author gives at least one file and what is to be read from it."""
    if not _cases(subject):
        suffixes = " or ".join(subject.record.suffixes) or "its suffix"
        yield Problem(
            what=f"no case has a file that ends in {suffixes}",
            remedy="write [[files]] with name, content and [[files.articles]] in eventx_cases.toml beside the plugin's "
            "module, or in a file given with --cases",
        )


@check("reader.no_network")
def keeps_off_the_network(subject: Subject) -> Iterator[Problem]:
    """It keeps off the network."""
    yield from off_the_network(_raw_reading(subject).tried, "read only what is in the stream")


@check("reader.runs")
def runs(subject: Subject) -> Iterator[Problem]:
    """It gets through its author's files without raising."""
    reading = _raw_reading(subject)
    if reading.tried:
        raise Skip("it uses the network")
    for case, error in reading.crashes:
        yield Problem(what=f"read() of {case.name} raised {error}", remedy="mend it, or the case if the file is broken")


@check("reader.gives_articles")
def gives_articles(subject: Subject) -> Iterator[Problem]:
    """Everything that it gives is an `Article`, or a `SourceError` in the place of one."""
    for case, answer in _reading(subject).answers:
        for one in answer:
            if not isinstance(one, Article | SourceError):
                yield Problem(
                    what=f"from {case.name} it gave an object of type {type(one).__name__}, and readers give Article",
                    remedy="yield eventx.Article(id=…, text=…)",
                )


@check("reader.cases")
def its_cases_hold(subject: Subject) -> Iterator[Problem]:
    """It reads from its author's files the articles that they expect."""
    for case, answer in _reading(subject).answers:
        articles = [one for one in answer if isinstance(one, Article)]
        errors = [str(one) for one in answer if isinstance(one, SourceError)]
        if len(articles) != len(case.articles):
            yield Problem(
                what=f"{case.name}: expected {len(case.articles)} articles, read {len(articles)}"
                + (f", with the errors {'; '.join(errors)}" if errors else ""),
                remedy="mend the reader, or the case if it is wrong",
            )
            continue
        for expected, article in zip(case.articles, articles, strict=True):
            for name, value in expected.items():
                got = getattr(article, name)
                if got != value:
                    yield Problem(
                        what=f"{case.name}: {name}: expected {value!r}, read {got!r}",
                        remedy="mend the reader, or the case if it is wrong",
                        article_id=article.id,
                    )


@check("reader.same_twice")
def same_answer_every_time(subject: Subject) -> Iterator[Problem]:
    """The same bytes give the same articles."""
    for case, answer in _reading(subject).answers:
        again = _read(subject, case.content, case.name)
        if [_told(one) for one in again] != [_told(one) for one in answer]:
            yield Problem(
                what=f"{case.name} read again gives other articles",
                remedy="derive ids and dates from name and content, never from the clock or a counter",
            )


@check("reader.reads_pipes")
def reads_pipes(subject: Subject) -> Iterator[Problem]:
    """It reads a stream that cannot be rewound, such as standard input."""
    for case, answer in _reading(subject).answers:
        try:
            piped = list(subject.build().read(io.BufferedReader(_Pipe(case.content)), case.name))
        except CAUGHT as error:
            yield Problem(
                what=f"from a pipe, read() of {case.name} raises {what_happened(error)}",
                remedy="read the stream once, front to back; do not seek or tell",
            )
            continue
        if len(piped) != len(answer):
            yield Problem(
                what=f"from a pipe, {case.name} gives {len(piped)} articles, and from a file {len(answer)}",
                remedy="read the stream once, front to back; do not open the file by its name",
            )


@check("reader.ids_unique")
def ids_are_unique(subject: Subject) -> Iterator[Problem]:
    """The articles of one file have different ids."""
    for case, answer in _reading(subject).answers:
        ids = [one.id for one in answer if isinstance(one, Article)]
        twice = sorted({one for one in ids if ids.count(one) > 1})
        if twice:
            yield Problem(
                what=f"{case.name} gives several articles the id {', '.join(twice)}",
                remedy="where the file has no ids, name the Nth article of several NAME:N",
            )


@check("reader.date_or_unknown")
def date_or_explicitly_unknown(subject: Subject) -> Iterator[Problem]:
    """A date of publication says how it was come by, and is None where the file has none: never a silent today."""
    for case, article in _reading(subject).articles:
        if (article.published is None) != (article.published_source is None):
            yield Problem(
                what=f"{case.name}: published is {article.published} and published_source {article.published_source!r}",
                remedy='set both or neither: published_source="given" for a date that the file has in a field',
                article_id=article.id,
            )


@check("reader.bad_bytes")
def bad_bytes_are_told(subject: Subject) -> Iterator[Problem]:
    """What cannot be read is a `SourceError` that names the source, and nothing worse."""
    _reading(subject)
    cases = _cases(subject)
    samples = {"empty": b"", "binary": bytes(range(256)) * 4}
    samples |= {f"cut-{number}": case.content[: len(case.content) // 2] for number, case in enumerate(cases, 1)}
    samples |= {f"latin-{number}": b"\xe9\xff" + case.content + b"\xe9\xff" for number, case in enumerate(cases, 1)}
    for kind, content in samples.items():
        name = f"{kind}{next(iter(subject.record.suffixes), '')}"
        try:
            answer = list(subject.build().read(io.BytesIO(content), name))
        except SourceError as error:
            answer = [error]
        except CAUGHT as error:
            yield Problem(
                what=f"read() of broken bytes ({name}) raises {what_happened(error)}",
                remedy="raise eventx.SourceError(reason, source=name, line=…), or yield it to go on",
            )
            continue
        for one in answer:
            if isinstance(one, SourceError) and one.source != name:
                yield Problem(
                    what=f"the error about {name} names the source {one.source!r}",
                    remedy="write SourceError(reason, source=name)",
                )


def _cases(subject: Subject) -> list[FileCase]:
    return [
        case
        for case in subject.under_test.cases.files
        if case.reader == subject.record.name
        or (case.reader is None and case.name.lower().endswith(tuple(subject.record.suffixes)))
    ]


def _reading(subject: Subject) -> _Reading:
    reading = _raw_reading(subject)
    if not reading.answers or reading.tried or reading.crashes:
        raise Skip("there is no case, or it does not run")
    return reading


def _raw_reading(subject: Subject) -> _Reading:
    def read_all() -> _Reading:
        answers, crashes = [], []
        with no_network() as tried:
            for case in _cases(subject):
                try:
                    answers.append((case, _read(subject, case.content, case.name)))
                except CAUGHT as error:
                    if isinstance(error, Skip):
                        raise
                    crashes.append((case, what_happened(error)))
        return _Reading(answers=tuple(answers), crashes=tuple(crashes), tried=tuple(dict.fromkeys(tried)))

    reading: _Reading = subject.once("reading", read_all)
    return reading


def _read(subject: Subject, content: bytes, name: str) -> tuple[Any, ...]:
    return tuple(subject.build().read(io.BytesIO(content), name))


def _told(one: Any) -> Any:
    return str(one) if isinstance(one, Exception) else one
