"""The check that every extracted mention passes, and what the host writes into it."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from typing import Any

import attrs

from eventx.analysis import Analysis
from eventx.errors import PluginError, SchemaError, SpanError
from eventx.extraction.built import BuiltExtractor
from eventx.extraction.counts import ExtractionCounts
from eventx.guard import what_happened
from eventx.model import Argument, Arguments, EventMention
from eventx.schema import Catalogue


class Checker:
    """Lets through the mentions that fit their article and the schema, with provenance written into them.

    Args:
        catalogue: The event types of the run.
        counts: Where to count what is set right on the way.
    """

    def __init__(self, catalogue: Catalogue, counts: ExtractionCounts) -> None:
        self._catalogue, self._counts = catalogue, counts
        self._warned: set[str] = set()

    def check(
        self, extractor: BuiltExtractor, mentions: Iterable[Any], analyses: dict[str, Analysis]
    ) -> tuple[dict[str, list[EventMention]], list[PluginError]]:
        """Check what an extractor found in these articles.

        Args:
            extractor: Whose mentions they are.
            mentions: Whatever it gave.
            analyses: The articles that it was given, by id.

        Returns:
            The sound mentions by article, in text order, at most one of a type on a trigger; and an error for each
            article with others.
        """
        sound: dict[str, list[EventMention]] = {}
        wrong: dict[str | None, list[str]] = {}
        for mention in mentions:
            article_id = None
            try:
                analysis = _article_of(mention, analyses)
                article_id = analysis.article.id
                if not isinstance(mention.rule, str | None):
                    raise SchemaError(f"its `rule` is an object of type {type(mention.rule).__name__}, not a string")
                self._catalogue.check(mention, analysis.article)
                if analysis.article.boilerplate and analysis.sentence_at(mention.trigger.start) is None:
                    self._counts.in_boilerplate += 1
                    continue
                sound.setdefault(article_id, []).append(self._signed(mention, extractor, analysis))
            except (SchemaError, SpanError) as error:
                wrong.setdefault(article_id, []).append(str(error))
            except Exception as error:  # a field that holds something else altogether, such as a trigger None
                wrong.setdefault(article_id, []).append(what_happened(error))
        errors = [extractor.error(_first_of(reasons), article_id) for article_id, reasons in wrong.items()]
        return {article_id: _one_a_trigger(found) for article_id, found in sound.items()}, errors

    def _signed(self, mention: EventMention, extractor: BuiltExtractor, analysis: Analysis) -> EventMention:
        changes: dict[str, Any] = {"extractor": extractor.label}
        cleared = [name for name in ("when", "event_id", "about") if getattr(mention, name) is not None]
        changes.update(dict.fromkeys(cleared))
        arguments: list[Argument] = sorted(mention.arguments, key=lambda argument: argument.span)
        if any(argument.entity_id is not None or argument.name is not None for argument in arguments):
            cleared.append("the arguments' entity_id and name")
            arguments = [attrs.evolve(argument, entity_id=None, name=None) for argument in arguments]
        changes["arguments"] = Arguments(arguments)
        if mention.sentence is None:
            index = analysis.sentence_at(mention.trigger.start)
            changes["sentence"] = None if index is None else analysis.sentences[index]
        if cleared:
            self._warn(extractor, cleared)
        return attrs.evolve(mention, **changes)

    def _warn(self, extractor: BuiltExtractor, cleared: list[str]) -> None:
        self._counts.cleared += 1
        if extractor.label not in self._warned:
            self._warned.add(extractor.label)
            warnings.warn(
                f"extractor {extractor.label} fills {', '.join(cleared)}; later stages write those, so they were "
                "cleared",
                RuntimeWarning,
                stacklevel=2,
            )


def _article_of(mention: Any, analyses: dict[str, Analysis]) -> Analysis:
    if not isinstance(mention, EventMention):
        raise SchemaError(f"it gave an object of type {type(mention).__name__}, not an EventMention")
    if mention.article_id not in analyses:
        raise SchemaError(f"it gave a mention of the article {mention.article_id!r}, which it was not asked about")
    return analyses[mention.article_id]


def _first_of(reasons: list[str]) -> str:
    more = len(reasons) - 1
    return f"bad mention left out: {reasons[0]}" + (f" (and {more} more)" if more else "")


def _one_a_trigger(mentions: list[EventMention]) -> list[EventMention]:
    """Keep the more confident of mentions that share type and beginning, which would share their id."""
    best: dict[tuple[int, str], EventMention] = {}
    for mention in mentions:
        key = (mention.trigger.start, mention.type)
        if key not in best or mention.confidence > best[key].confidence:
            best[key] = mention
    return [best[key] for key in sorted(best)]
