"""What plugins offer: records that hooks return, and the protocol of what each record builds.

A record is cheap: listing plugins loads no model. `build` is called once a run, with the component's options.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import IO, TYPE_CHECKING, Any, ClassVar, Protocol, TypeAlias, runtime_checkable

from attrs import field, frozen
from attrs.validators import instance_of, matches_re

from eventx.model._convert import as_tuple

if TYPE_CHECKING:
    from eventx.analysis import Analysis
    from eventx.errors import SourceError
    from eventx.model import Article, Entity, Event, EventMention, Timeline, Timex

Options: TypeAlias = Mapping[str, Any]

NAME = r"[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*"


class Reader(Protocol):
    """Turns a file into articles."""

    def read(self, stream: IO[bytes], name: str) -> Iterable[Article | SourceError]:
        """Read the articles in ``stream``, one after the other where the format allows it.

        Args:
            stream: The file, open for reading bytes; it may be a pipe, which cannot be rewound.
            name: Its path relative to what the user named, with forward slashes; the default id of a file with one
                article is this without its suffix, of the Nth article of several the same with ``:N``. It is also the
                ``source`` of errors; the host puts the path that the user knows in its place.

        Raises:
            eventx.errors.SourceError: For what cannot be read. A reader of several articles may instead yield the
                error in the place of the article, so that the others are not lost.
        """


@runtime_checkable
class Extractor(Protocol):
    """Finds event mentions. It may also have methods ``screen`` (see `Screen`) and ``explain`` (see `Explainer`)."""

    def extract(self, analyses: Sequence[Analysis]) -> Iterable[EventMention]:
        """Yield the mentions of these articles, article by article, each with its ``article_id``.

        Only sentences that some extractor's screen let through are parsed; ``analysis.parsed()`` gives them.
        """


@runtime_checkable
class Screen(Protocol):
    """An extractor that says which sentences are worth parsing."""

    def screen(self, sentence: str) -> bool:
        """Whether parsing a sentence with this raw text can pay. Must be cheap, and err on the side of True."""


class Explanation(Protocol):
    """Why an extractor found, or did not find, something in a sentence."""

    @property
    def article_id(self) -> str:
        """The article that it is about."""

    def lines(self) -> Iterable[str]:
        """What ``eventx extract --explain`` prints."""


@runtime_checkable
class Explainer(Protocol):
    """An extractor that says how it came to what it finds."""

    def explain(self, analyses: Sequence[Analysis]) -> Iterable[Explanation]:
        """Yield explanations of what `Extractor.extract` makes of the same articles, article by article."""


class Resolver(Protocol):
    """Finds the entities that arguments refer to."""

    def resolve(
        self, analysis: Analysis, mentions: Sequence[EventMention]
    ) -> tuple[Sequence[EventMention], Sequence[Entity]]:
        """Return the mentions with ``entity_id`` and ``name`` of their arguments filled, and the article's entities."""

    def link(self, entities: Iterable[Entity]) -> tuple[Mapping[str, str], Sequence[Entity]]:
        """Group the entities of all articles.

        Returns:
            The run-wide id for each article-wide one, and the run's entities.
        """


class Dater(Protocol):
    """Finds temporal expressions, and dates mentions by them."""

    def timexes(self, article: Article) -> Sequence[Timex]:
        """The temporal expressions of an article, in text order, none overlapping another."""

    def date(self, analysis: Analysis, mentions: Sequence[EventMention]) -> Sequence[EventMention]:
        """Return the mentions with ``when`` filled where the text tells, and nothing else changed.

        ``event_id`` is already set: mentions of one event may inherit its date. Called twice for an article: before
        coreference each mention is an event by itself, and whatever is then not read off the text is forgotten.
        """


class Merger(Protocol):
    """Finds the mentions that tell one event."""

    def corefer(
        self, analysis: Analysis, mentions: Sequence[EventMention], entities: Sequence[Entity]
    ) -> Sequence[EventMention]:
        """Return the mentions of one article with ``event_id`` (``ARTICLE:eK``) and ``about`` filled.

        ``when`` holds what their own sentences say. Its source is ``publication`` where they say nothing.
        """

    def merge(
        self, mentions: Sequence[EventMention], entities: Sequence[Entity], articles: Mapping[str, Any]
    ) -> Sequence[Event]:
        """Merge the mentions of all articles into events; the order of the input must not matter.

        Args:
            mentions: Of all articles, with article-wide ``event_id`` and ``about``, dates, and run-wide entity ids.
            entities: The run's entities.
            articles: `eventx.model.ArticleInfo` by article id.
        """


class Exporter(Protocol):
    """Writes a timeline."""

    def write(self, timeline: Timeline, stream: IO[bytes]) -> None:
        """Write the timeline to a binary stream."""


@frozen(kw_only=True)
class _Record:
    name: str = field(validator=[instance_of(str), matches_re(NAME)])
    description: str = field(validator=instance_of(str))
    build: Callable[[Options], Any] = field(repr=False, eq=False)


@frozen(kw_only=True)
class ReaderRecord(_Record):
    """A reader and the files it is for.

    Attributes:
        name: Unique within the plugin; users say ``plugin:name``, or the bare name where it is clear.
        description: One line for listings.
        build: Makes the `Reader` of its options; imports what is heavy.
        suffixes: Lower case with their dot, such as ``(".txt",)``.
    """

    kind: ClassVar[str] = "reader"
    suffixes: tuple[str, ...] = field(default=(), converter=as_tuple)


@frozen(kw_only=True)
class ExtractorRecord(_Record):
    """An extractor and what it declares about itself.

    Attributes:
        name: Unique within the plugin.
        description: One line for listings.
        build: Makes the `Extractor` of its options; imports what is heavy.
        types: Names of the event types it finds.
        languages: ISO 639-1 codes of the languages it reads; articles in others are skipped and counted.
        needs_parse: Whether it wants sentences parsed by spaCy at all.
        deterministic: Whether the same article always gives the same mentions.
        needs_network: Whether it asks the network.
        reads_types_files: Whether it finds what a types file describes. If the run has any, it is built with the option
            ``types_files``, their paths.
        shares_screen: Whether it leaves it to the run's other extractors to say which sentences are parsed, and looks
            only at those; alone it uses its own screen.
    """

    kind: ClassVar[str] = "extractor"
    types: tuple[str, ...] = field(converter=as_tuple)
    languages: tuple[str, ...] = field(default=("en",), converter=as_tuple)
    needs_parse: bool = True
    deterministic: bool = True
    needs_network: bool = False
    reads_types_files: bool = False
    shares_screen: bool = False


@frozen(kw_only=True)
class ResolverRecord(_Record):
    """A resolver. ``name``, ``description`` and ``build`` as in `ReaderRecord`; builds a `Resolver`.

    The option ``types`` is the run's `eventx.schema.Catalogue`.
    """

    kind: ClassVar[str] = "resolver"


@frozen(kw_only=True)
class DaterRecord(_Record):
    """A dater. ``name``, ``description`` and ``build`` as in `ReaderRecord`; builds a `Dater`."""

    kind: ClassVar[str] = "dater"
    languages: tuple[str, ...] = field(default=("en",), converter=as_tuple)


@frozen(kw_only=True)
class MergerRecord(_Record):
    """A merger. ``name``, ``description`` and ``build`` as in `ReaderRecord`; builds a `Merger`.

    The option ``types`` is the run's `eventx.schema.Catalogue`.
    """

    kind: ClassVar[str] = "merger"


@frozen(kw_only=True)
class ExporterRecord(_Record):
    """An exporter.

    The option ``types`` is the run's `eventx.schema.Catalogue`.

    Attributes:
        name: The format's name, as after ``--format``.
        description: One line for listings.
        build: Makes the `Exporter` of its options.
        suffix: What files of the format end in, with the dot.
        lossless: Whether reading the file back gives an equal timeline: by the exporter's method ``read(stream)`` if it
            has one, else as eventx's JSON.
        for_people: Whether it is for reading: generic and hypothetical events are then left out unless asked for.
    """

    kind: ClassVar[str] = "exporter"
    suffix: str = ""
    lossless: bool = False
    for_people: bool = False


Record: TypeAlias = ReaderRecord | ExtractorRecord | ResolverRecord | DaterRecord | MergerRecord | ExporterRecord
