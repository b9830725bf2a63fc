"""The extractor: screen, match, fill, cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from eventx.model import Argument, Arguments, EventMention, Span
from eventx_rules.acts import share
from eventx_rules.attribution import find_attribution
from eventx_rules.frames import Filler, Filling
from eventx_rules.lexicon import Lexicon, standard_lexicon
from eventx_rules.modality import find_modality
from eventx_rules.phrases import joined, members, phrase, runs
from eventx_rules.screen import Screen
from eventx_rules.tree import Tree
from eventx_rules.triggers import Match, find_triggers

if TYPE_CHECKING:
    from eventx.analysis import Analysis, ParsedSentence

_WORD_CHARACTER = re.compile(r"\w")


class RuleExtractor:
    """Finds event mentions by the triggers and frames of a lexicon.

    Args:
        lexicon: What to look for; the four standard types by default.
    """

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self.lexicon = lexicon or standard_lexicon()
        self._screen = Screen(self.lexicon)
        self._filler = Filler(self.lexicon.types, self.lexicon.tests, self.lexicon.shared)
        self._relational = self.lexicon.lists.get("relational", frozenset())
        self._kinds = {(name, role.name): role.filler for name, t in self.lexicon.types.items() for role in t.roles}
        self._order = {
            (name, role.name): rank for name, t in self.lexicon.types.items() for rank, role in enumerate(t.roles)
        }

    def screen(self, sentence: str) -> bool:
        """Whether a sentence with this text may hold a trigger."""
        return self._screen.admits(sentence)

    def extract(self, analyses: Sequence[Analysis]) -> Iterator[EventMention]:
        """Yield the mentions of the sentences that are parsed, article by article, in text order."""
        for analysis in analyses:
            for sentence in analysis.parsed():
                yield from self.read(analysis.article.id, sentence)

    def read(self, article_id: str, sentence: ParsedSentence) -> Iterable[EventMention]:
        """The mentions of one parsed sentence."""
        if not self._screen.admits(sentence.span.text):
            return
        tree = Tree.of(sentence.doc)
        found = self._fill(tree, list(find_triggers(tree, self.lexicon)))
        for match, filling in found:
            others = frozenset(
                other.head
                for other, _ in found
                if other.trigger.type == match.trigger.type and other.trigger.type in self.lexicon.shared
            )
            yield self._mention(article_id, sentence, tree, match, filling, others)

    def _fill(self, tree: Tree, matches: list[Match]) -> list[tuple[Match, Filling]]:
        """The roles of a sentence's matches: their own, then what they lend each other, then what stands above."""
        found = [(match, self._filler.fill(tree, match, matches)) for match in matches]
        share(tree, found, self.lexicon.shared)
        for match, filling in found:
            self._filler.fill_from_above(tree, match, filling)
        return found

    def _mention(
        self,
        article_id: str,
        sentence: ParsedSentence,
        tree: Tree,
        match: Match,
        filling: Filling,
        others: frozenset[int],
    ) -> EventMention:
        first, end = _trigger_tokens(match)
        modality = find_modality(sentence, (first, end), tree)
        return EventMention(
            article_id=article_id,
            type=match.trigger.type,
            trigger=sentence.cut(first, end),
            sentence=sentence.span,
            arguments=self._arguments(sentence, tree, match, filling, others),
            modality=modality.modality,
            attribution=find_attribution(sentence, (first, end), match.trigger.speech, tree),
            confidence=match.trigger.confidence,
            rule=f"{match.trigger.rule}.{match.construction}",
        )

    def _arguments(
        self, sentence: ParsedSentence, tree: Tree, match: Match, filling: Filling, events: frozenset[int]
    ) -> Arguments[Argument]:
        heads = frozenset(token for tokens in filling.roles.values() for token in tokens) | set(match.tokens) | events
        out = []
        for role, tokens in filling.roles.items():
            for token, also in runs(tree, tokens):
                whole = self._kinds[match.trigger.type, role] in ("clause", "phrase")
                first, end = phrase(tree, token, without=heads - {token}, whole=whole)
                while first < token and first in match.tokens:
                    first += 1
                if any(first <= t < end for t in match.tokens) and not first < token < end:
                    first, end = token, token + 1
                first, end = min(first, also), max(end, also + 1)
                if whole and tree.lower[token] in self._relational:
                    end = joined(tree, match.tokens, token, end, heads)
                span = sentence.cut(first, end)
                if _WORD_CHARACTER.search(span.text):
                    parts: tuple[Span, ...] = tuple(sentence.cut(*part) for part in members(tree, token))
                    out.append(Argument(role=role, span=span, members=parts))
        out.sort(key=lambda a: (a.span.start, a.span.end, self._order[match.trigger.type, a.role]))
        return Arguments(dict.fromkeys(out))


def _trigger_tokens(match: Match) -> tuple[int, int]:
    """The stretch of the trigger's tokens where it is unbroken, else its head alone."""
    tokens = sorted(match.tokens)
    if tokens[-1] - tokens[0] == len(tokens) - 1:
        return tokens[0], tokens[-1] + 1
    return match.head, match.head + 1
