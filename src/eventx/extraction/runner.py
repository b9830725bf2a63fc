"""Running extractors over batches of articles, so that no plugin and no article can take the run down."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from eventx.analysis import LONGEST_PARSED, Analyser, Analysis
from eventx.errors import EventxError, ModelError, PluginError, SourceError
from eventx.extraction.built import BuiltExtractor
from eventx.extraction.checks import Checker
from eventx.extraction.combine import combine
from eventx.extraction.counts import ExtractionCounts
from eventx.extraction.languages import article_language
from eventx.guard import what_happened
from eventx.model import EventMention
from eventx.schema import Catalogue


class ExtractionRunner:
    """Runs extractors over one batch of articles after another.

    Args:
        components: The extractors, the preferred one first.
        catalogue: The event types of the run; mentions of others are refused.
        on_error: Told of every failure; the run goes on.

    Attributes:
        counts: What happened so far, for the report.
    """

    def __init__(
        self,
        components: Sequence[BuiltExtractor],
        catalogue: Catalogue,
        on_error: Callable[[EventxError], None],
    ) -> None:
        self.counts = ExtractionCounts()
        self._extractors, self._on_error = tuple(components), on_error
        self._checker = Checker(catalogue, self.counts)

    def run(self, analyses: Sequence[Analysis], analyser: Analyser) -> list[tuple[EventMention, ...]]:
        """Extract from a batch of articles.

        Args:
            analyses: The articles; their ids differ.
            analyser: What made the analyses; it parses what the screens let through, all in one call.

        Returns:
            The mentions of each article, in text order.

        Raises:
            eventx.errors.ModelError: If there is no spaCy pipeline to parse with.
        """
        work = self._prepared(analyses, analyser)
        layers = [self._layer(extractor, theirs) for extractor, theirs in zip(self._extractors, work, strict=True)]
        result = []
        names = [extractor.label for extractor in self._extractors]
        for analysis in analyses:
            mentions, left_out = combine([layer.get(analysis.article.id, ()) for layer in layers], names)
            self.counts.outvoted += left_out
            result.append(tuple(mentions))
        return result

    def explain(self, analyses: Sequence[Analysis], analyser: Analyser) -> list[tuple[str, ...]]:
        """Say of a batch of articles how the extractors came to what they find.

        Args:
            analyses: The articles; their ids differ.
            analyser: What made the analyses.

        Returns:
            For each article the extractors' lines, after a heading with the extractor's name where there are several.
        """
        work = self._prepared(analyses, analyser)
        lines: dict[str, list[str]] = {analysis.article.id: [] for analysis in analyses}
        for extractor, theirs in zip(self._extractors, work, strict=True):
            for analysis in theirs:
                try:
                    found = extractor.explain(analysis)
                except PluginError as error:
                    self._on_error(error)
                    continue
                if found is None:
                    found = [f"{extractor.label} does not say how it comes to what it finds"]
                elif len(self._extractors) > 1:
                    found = [f"{extractor.label}:", *found]
                lines[analysis.article.id] += found
        return [tuple(lines[analysis.article.id]) for analysis in analyses]

    def _prepared(self, analyses: Sequence[Analysis], analyser: Analyser) -> list[list[Analysis]]:
        """The articles that each extractor is to read, counted, and parsed where a screen asks for it."""
        self.counts.articles += len(analyses)
        self.counts.sentences += sum(len(analysis.sentences) for analysis in analyses)
        work = self._readers_of(analyses)
        self._parse(self._screened(work, analyses), analyser)
        return work

    def _readers_of(self, analyses: Sequence[Analysis]) -> list[list[Analysis]]:
        """The articles that each extractor is to read, by language."""
        work: list[list[Analysis]] = [[] for _extractor in self._extractors]
        for analysis in analyses:
            language, read = article_language(analysis.article), False
            for extractor, theirs in zip(self._extractors, work, strict=True):
                if extractor.reads(language):
                    theirs.append(analysis)
                    read = True
                else:
                    self.counts.skipped[extractor.label] += 1
            if not read and self._extractors:
                self.counts.unread += 1
                self.counts.languages[str(language)] += 1
        return work

    def _screened(self, work: list[list[Analysis]], analyses: Sequence[Analysis]) -> list[tuple[Analysis, list[int]]]:
        """The sentences that some screen lets through. An extractor whose screen fails loses the article."""
        wanted: dict[str, set[int]] = {analysis.article.id: set() for analysis in analyses}
        parsing = [one for one in zip(self._extractors, work, strict=True) if one[0].record.needs_parse]
        leading = [one for one in parsing if not one[0].record.shares_screen]
        for extractor, theirs in leading or parsing:
            for analysis in tuple(theirs):
                known = wanted[analysis.article.id]  # what somebody else lets through is not asked again
                open_ones = (
                    (index, sentence.text) for index, sentence in enumerate(analysis.sentences) if index not in known
                )
                try:
                    known.update(extractor.wanted(list(open_ones), article_id=analysis.article.id))
                except PluginError as error:
                    theirs.remove(analysis)
                    self._on_error(error)
        fitting = ((analysis, self._fitting(analysis, sorted(wanted[analysis.article.id]))) for analysis in analyses)
        return [(analysis, indices) for analysis, indices in fitting if indices]

    def _fitting(self, analysis: Analysis, indices: list[int]) -> list[int]:
        """Report the sentences that are too long to be parsed; return the others."""
        fitting = []
        for index in indices:
            sentence = analysis.sentences[index]
            if len(sentence) <= LONGEST_PARSED:
                fitting.append(index)
                continue
            self.counts.unparsed += 1
            line = analysis.article.text.count("\n", 0, sentence.start) + 1
            reason = (
                f"the sentence on line {line} of the text has {len(sentence):,} characters and is not read, "
                f"for it is longer than {LONGEST_PARSED:,}; is it a table, or has it lost its full stops?"
            )
            self._on_error(SourceError(reason, source=analysis.article.id))
        return fitting

    def _parse(self, wanted: list[tuple[Analysis, list[int]]], analyser: Analyser) -> None:
        """Parse all in one go; if that fails, find the article and the sentence that cannot be parsed."""
        self.counts.parsed += sum(len(indices) for _analysis, indices in wanted)
        try:
            analyser.parse(wanted)
        except ModelError:
            raise
        except Exception:
            for analysis, indices in wanted:
                self._parse_article(analysis, indices, analyser)

    def _parse_article(self, analysis: Analysis, indices: list[int], analyser: Analyser) -> None:
        failures = []
        try:
            analyser.parse([(analysis, indices)])
        except Exception:
            for index in indices:
                try:
                    analyser.parse([(analysis, [index])])
                except Exception as error:
                    failures.append(error)
        if failures:
            self.counts.parsed -= len(failures)
            reason = f"{len(failures)} sentence(s) cannot be parsed, the first because of {what_happened(failures[0])}"
            problem = PluginError(reason, plugin="core", component="analysis", article_id=analysis.article.id)
            problem.__cause__ = failures[0]
            self._on_error(problem)

    def _layer(self, extractor: BuiltExtractor, analyses: list[Analysis]) -> dict[str, list[EventMention]]:
        """An extractor's mentions by article."""
        if not analyses:
            return {}
        mentions: list[EventMention] = []
        try:
            mentions = extractor.extract(analyses, article_id=analyses[0].article.id if len(analyses) == 1 else None)
        except PluginError as error:
            if len(analyses) == 1:
                self._on_error(error)
            else:
                mentions = self._one_by_one(extractor, analyses)
        by_id = {analysis.article.id: analysis for analysis in analyses}
        sound, errors = self._checker.check(extractor, mentions, by_id)
        for problem in errors:
            self._on_error(problem)
        return sound

    def _one_by_one(self, extractor: BuiltExtractor, analyses: list[Analysis]) -> list[EventMention]:
        """Extract again, article by article, so that only the one that cannot be done is lost."""
        mentions: list[EventMention] = []
        for analysis in analyses:
            try:
                mentions.extend(extractor.extract([analysis], article_id=analysis.article.id))
            except PluginError as error:
                self._on_error(error)
        return mentions
