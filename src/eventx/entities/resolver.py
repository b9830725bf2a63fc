"""The built-in resolver for English."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import evolve

from eventx.analysis import Analysis
from eventx.entities.article import ArticleReader
from eventx.entities.drafts import Draft
from eventx.entities.gazetteer import load_gazetteer
from eventx.entities.lexicon import load_lexicon, pronouns
from eventx.entities.linking import link_entities
from eventx.model import Argument, Entity, EventMention
from eventx.schema import standard_types

_FILLERS = frozenset({"entity", "place"})
_ACTORS = frozenset({"person", "people", "group", "country", "place"})
# Words of a phrase in a role that is not known, beyond which it is taken for a clause.
LONGEST_NAME = 10


class EnglishResolver:
    """Finds who and where arguments are, by names in raw text, a gazetteer and rules of salience.

    Args:
        options: ``aliases``: path to a TOML file of further names, see `eventx.entities.load_gazetteer`; ``types``: the
            event types, for what may fill which role; the standard ones where it is missing.

    Raises:
        ValueError: If an option is unknown.
        eventx.errors.SourceError: If the alias file cannot be read.
    """

    def __init__(self, options: Mapping[str, Any] | None = None) -> None:
        options = dict(options or {})
        aliases = options.pop("aliases", None)
        types = options.pop("types", None)
        if options:
            raise ValueError(f"unknown option of the resolver: {', '.join(sorted(options))}; known: aliases, types")
        self._gazetteer = load_gazetteer(aliases)
        self._lexicon = load_lexicon()
        kinds = standard_types() if types is None else types.values()
        self._fillers = {(kind.name, role.name): role.filler for kind in kinds for role in kind.roles}

    def resolve(
        self, analysis: Analysis, mentions: Sequence[EventMention]
    ) -> tuple[Sequence[EventMention], Sequence[Entity]]:
        """Return the mentions with ``entity_id`` and ``name`` of their arguments filled, and the article's entities."""
        wanted = [
            (index, position)
            for index, mention in enumerate(mentions)
            for position, argument in enumerate(mention.arguments)
            if self._is_wanted(mention, argument)
        ]
        if not wanted:
            return tuple(mentions), ()
        article = analysis.article
        reader = ArticleReader(article.text, analysis.sentences, self._gazetteer, self._lexicon)
        drafts = {
            position: draft
            for position, draft in reader.resolve(mentions, wanted).items()
            if self._is_certain(mentions[position[0]], position[1]) or draft.named or draft.kind in _ACTORS
        }
        ids = _Numbering(article.id)
        for mention_index, position in sorted(
            drafts, key=lambda key: (mentions[key[0]].arguments[key[1]].span.start, key)
        ):
            ids.number(drafts[mention_index, position])
        resolved = []
        for index, mention in enumerate(mentions):
            arguments = []
            for position, argument in enumerate(mention.arguments):
                draft = drafts.get((index, position))
                if draft is not None:
                    argument = evolve(argument, entity_id=ids.number(draft), name=draft.name)
                arguments.append(argument)
            resolved.append(evolve(mention, arguments=arguments))
        return tuple(resolved), ids.entities()

    def link(self, entities: Iterable[Entity]) -> tuple[Mapping[str, str], Sequence[Entity]]:
        """Group the entities of all articles: the run-wide id for each article-wide one, and the run's entities."""
        return link_entities(entities, lambda name: self._gazetteer.get(name) is not None)

    def _is_wanted(self, mention: EventMention, argument: Argument) -> bool:
        filler = self._fillers.get((mention.type, argument.role))
        if filler == "number":
            # Roles of numbers hold whoever was killed as well; a pronoun there means somebody.
            return " ".join(argument.text.lower().split()) in pronouns()
        # Roles of a plugin's type are not known here; a short phrase of them may be somebody.
        return filler in _FILLERS or (filler is None and len(argument.text.split()) <= LONGEST_NAME)

    def _is_certain(self, mention: EventMention, position: int) -> bool:
        return (mention.type, mention.arguments[position].role) in self._fillers


class _Numbering:
    """Article-wide ids in the order of first appearance among the arguments."""

    def __init__(self, article_id: str) -> None:
        self._article_id = article_id
        self._ids: dict[int, str] = {}
        self._drafts: list[Draft] = []

    def number(self, draft: Draft) -> str:
        for member in draft.members:
            self.number(member)
        if id(draft) not in self._ids:
            self._drafts.append(draft)
            self._ids[id(draft)] = f"{self._article_id}:n{len(self._drafts)}"
        return self._ids[id(draft)]

    def entities(self) -> tuple[Entity, ...]:
        return tuple(
            Entity(
                entity_id=self._ids[id(draft)],
                name=draft.name,
                aliases=tuple(sorted(draft.aliases)),
                category=draft.category,
                country=draft.country,
                members=tuple(self._ids[id(member)] for member in draft.members),
            )
            for draft in self._drafts
        )
