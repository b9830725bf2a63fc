"""Timelines: what comes out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

import attrs
from attrs import field, frozen

from eventx.model._convert import as_tuple
from eventx.model.article import parse_published
from eventx.model.entity import Entity
from eventx.model.event import Event

HIDDEN_MODALITIES = frozenset({"generic", "hypothetical"})


@frozen(kw_only=True)
class ArticleInfo:
    """What a timeline keeps of an article: everything but its text.

    Attributes:
        copy_of: For a near copy, such as the same wire report in another paper: the article of that wording that was
            published first. The other attributes are as of `Article`.
    """

    id: str
    published: dt.date | None = None
    published_source: str | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None
    language: str | None = None
    copy_of: str | None = None


@frozen(kw_only=True)
class ModelInfo:
    """The spaCy pipeline that parsed the articles.

    Attributes:
        name: Package or path as asked for.
        version: Of the pipeline's own meta data.
        sha256: Hex digest over its files, so that results can be traced to the very weights.
    """

    name: str
    version: str
    sha256: str


@frozen(kw_only=True)
class Timeline:
    """Events in the order of their dates; undated ones last. Iterate over it, filter it, export it.

    Attributes:
        events: Sorted by first day, last day, then first mention.
        entities: The run's entities, sorted by id.
        articles: The articles read, without their texts, sorted by id.
        plugins: Name and version of every plugin behind it, ``eventx`` itself left out.
        model: The spaCy pipeline behind it, None where nothing was parsed.
        eventx: Version of eventx-core that built it.
    """

    events: tuple[Event, ...] = field(default=(), converter=as_tuple)
    entities: tuple[Entity, ...] = field(default=(), converter=as_tuple)
    articles: tuple[ArticleInfo, ...] = field(default=(), converter=as_tuple)
    plugins: Mapping[str, str] = field(factory=dict, hash=False)
    model: ModelInfo | None = None
    eventx: str = ""

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    def __len__(self) -> int:
        return len(self.events)

    def _repr_html_(self) -> str:
        from eventx.model.notebook import timeline_html

        return timeline_html(self)

    def where(self, keep: Callable[[Event], bool]) -> Timeline:
        """The timeline of the events for which ``keep`` is true."""
        return attrs.evolve(self, events=tuple(event for event in self.events if keep(event)))

    def of_type(self, *types: str) -> Timeline:
        """The timeline of the events of these types: ``timeline.of_type("VISIT", "ATTACK")``."""
        return self.where(lambda event: event.type in types)

    def involving(self, *names: str, role: str | None = None) -> Timeline:
        """The timeline of the events in which every one of ``names`` takes part.

        Args:
            names: An entity id, or words of a name or alias, upper and lower case alike: ``"clinton"`` finds
                ``Hillary Clinton``.
            role: Only as a filler of this role.
        """
        aliases = {entity.entity_id: (entity.entity_id, entity.name, *entity.aliases) for entity in self.entities}

        def takes_part(event: Event, name: str) -> bool:
            wanted = name.casefold().split()
            return any(
                _holds(wanted, known.casefold().split())
                for argument in event.arguments
                if role is None or argument.role == role
                for known in (argument.name, *aliases.get(argument.entity_id or "", ()))
            )

        return self.where(lambda event: all(takes_part(event, name) for name in names))

    def between(self, first: dt.date | str | None = None, last: dt.date | str | None = None) -> Timeline:
        """The timeline of the events that may have happened between two days, both inclusive.

        An event of uncertain date is kept if any of its possible days lies between them; an undated one is not.

        Args:
            first: A date, a string in ISO 8601, or None for no bound.
            last: Likewise.

        Raises:
            ValueError: If a string is not ISO 8601, or ``first`` is after ``last``.
        """
        low = parse_published(first) if isinstance(first, str) else first
        high = parse_published(last) if isinstance(last, str) else last
        if low and high and low > high:
            raise ValueError(f"between: first day {low} is after last day {high}")
        return self.where(
            lambda event: (
                event.when is not None
                and (low is None or event.when.end >= low)
                and (high is None or event.when.start <= high)
            )
        )

    def visible(self) -> Timeline:
        """The timeline without generic and hypothetical events: what tables and pages show by default."""
        return self.where(lambda event: event.modality not in HIDDEN_MODALITIES)


def copy_count(event: Event, articles: Mapping[str, ArticleInfo]) -> int:
    """How many of the articles that tell an event only repeat the wording of another of them.

    Args:
        event: The event.
        articles: A timeline's articles, by id.
    """
    wordings = {(name in articles and articles[name].copy_of) or name for name in event.articles}
    return len(event.articles) - len(wordings)


def _holds(wanted: list[str], words: list[str]) -> bool:
    return any(words[i : i + len(wanted)] == wanted for i in range(len(words) - len(wanted) + 1)) if wanted else False
