"""Readers broken in one place each: the check for it finds it, and no other does."""

from __future__ import annotations

import contextlib
import io
import socket
import uuid

import attrs
import pytest

from eventx.model import Article
from eventx.testing import Cases, all_checks, check_plugin


@pytest.fixture
def parts():
    import kit_parts

    return kit_parts


class Mutants:
    """Each makes the plugin that the check of its name must find."""

    def builds(self, parts):
        return parts.Plugin(reader=lambda options: options["path"])

    def suffixes(self, parts):
        return parts.Plugin(reader=parts.Ledger, suffixes=[".ledger", "LDG"])

    def has_cases(self, parts):
        return parts.Plugin(reader=parts.Ledger)

    def no_network(self, parts):
        class Asking(parts.Ledger):
            def read(self, stream, name):
                with contextlib.suppress(OSError):
                    socket.create_connection(("192.0.2.1", 80), timeout=0.1)
                return super().read(stream, name)

        return parts.Plugin(reader=Asking)

    def runs(self, parts):
        class Raising(parts.Ledger):
            def made(self, **fields):
                return Article(fields)

        return parts.Plugin(reader=Raising)

    def gives_articles(self, parts):
        class Mixed(parts.Ledger):
            def read(self, stream, name):
                yield from super().read(stream, name)
                yield name

        return parts.Plugin(reader=Mixed)

    def cases(self, parts):
        class Loud(parts.Ledger):
            def made(self, **fields):
                return Article(**fields | {"text": fields["text"].upper()})

        return parts.Plugin(reader=Loud)

    def same_twice(self, parts):
        class Fresh(parts.Ledger):
            def made(self, **fields):
                return Article(**fields | {"id": str(uuid.uuid4())})

        return parts.Plugin(reader=Fresh)

    def reads_pipes(self, parts):
        class Rewinding(parts.Ledger):
            def read(self, stream, name):
                stream.read(1)
                stream.seek(0)
                return super().read(stream, name)

        return parts.Plugin(reader=Rewinding)

    def ids_unique(self, parts):
        class Same(parts.Ledger):
            def made(self, **fields):
                return Article(**fields | {"id": "a"})

        return parts.Plugin(reader=Same)

    def date_or_unknown(self, parts):
        class Silent(parts.Ledger):
            def made(self, **fields):
                return Article(**fields | {"published_source": None})

        return parts.Plugin(reader=Silent)

    def bad_bytes(self, parts):
        class Trusting(parts.Ledger):
            def read(self, stream, name):
                return super().read(io.BytesIO(stream.read().decode("utf-8").encode()), name)

        return parts.Plugin(reader=Trusting)


NAMES = [name for name in vars(Mutants) if not name.startswith("_")]


def checked(parts, name):
    cases = attrs.evolve(parts.CASES, files=()) if name == "has_cases" else parts.CASES
    return check_plugin(getattr(Mutants(), name)(parts), name="broken", cases=cases)


@pytest.mark.parametrize("name", NAMES)
def test_mutant_is_caught_by_its_check_alone(parts, name):
    report = checked(parts, name)

    assert [result.check.id for result in report.failures] == [f"reader.{name}"], str(report)
    for message in report.failures[0].messages:
        assert message.startswith("plugin 'broken', component 'ledger'")
        assert ". Remedy: " in message


def test_every_reader_check_has_a_mutant():
    assert {f"reader.{name}" for name in NAMES} == {c.id for c in all_checks() if c.kind == "reader"}


def test_sound_reader_passes(parts):
    assert check_plugin(parts.Plugin(reader=parts.Ledger), name="sound", cases=parts.CASES).ok


@pytest.mark.parametrize(
    ("name", "both_sides"),
    [
        ("cases", "article 'a1': two.ledger: text: expected 'Nurses marched.', read 'NURSES MARCHED.'"),
        ("bad_bytes", "read() of broken bytes (binary.ledger) raises UnicodeDecodeError"),
        ("suffixes", "Remedy: write '.ldg'"),
        ("date_or_unknown", "published is 2024-03-06 and published_source None"),
        ("gives_articles", "from two.ledger it gave an object of type str, and readers give Article"),
    ],
)
def test_message_shows_both_sides(parts, name, both_sides):
    assert both_sides in str(checked(parts, name))


def test_error_that_names_another_source_is_found(parts):
    from eventx.errors import SourceError

    class Vague(parts.Ledger):
        def read(self, stream, name):
            try:
                yield from super().read(stream, name)
            except SourceError as error:
                raise SourceError(error.reason, source="a file") from error

    report = check_plugin(parts.Plugin(reader=Vague), name="broken", cases=parts.CASES)

    assert "the error about binary.ledger names the source 'a file'" in str(report)


def test_cases_add_up(parts):
    assert Cases() + parts.CASES == parts.CASES
