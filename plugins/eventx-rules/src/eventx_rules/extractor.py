"""The extractor: screen, match, fill, cut."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from eventx.model import Argument, Arguments, EventMention, Span
from eventx_rules.acts import share
from eventx_rules.arguments.cutting import Cutter
from eventx_rules.arguments.filling import Filling
from eventx_rules.arguments.frames import Filler
from eventx_rules.arguments.recalled import names, recall
from eventx_rules.arguments.told import tell
from eventx_rules.article_words import ArticleWords
from eventx_rules.attribution import find_attribution
from eventx_rules.confidence import Confidence, standard_confidence
from eventx_rules.explain import Explanation, MentionReason, Refusal, RoleReason
from eventx_rules.lexicon.entries import Lexicon
from eventx_rules.lexicon.reading import standard_lexicon
from eventx_rules.modality.finding import find_modality
from eventx_rules.modality.foreseen import Told, has_tense, settle
from eventx_rules.repair.mending import repair
from eventx_rules.restated import restate
from eventx_rules.screen import Screen
from eventx_rules.tree import Tree
from eventx_rules.triggers import Match, find_refusals, find_triggers

if TYPE_CHECKING:
    from eventx.analysis import Analysis, ParsedSentence

# Who is killed by an attack on a town is killed in it; but a "Front" may be a sect.
_LANDS, _NO_LANDS = ("nations", "states", "cities", "regions"), ("groups",)


class RuleExtractor:
    """Finds event mentions by the triggers and frames of a lexicon.

    Args:
        lexicon: What to look for; the four standard types by default.
        confidence: How often each rule is right; as measured for the standard types by default.
        screened: Whether to read only the sentences that hold what some trigger needs; all others take time and give
            nothing, which the benchmark proves.
    """

    def __init__(
        self, lexicon: Lexicon | None = None, confidence: Confidence | None = None, *, screened: bool = True
    ) -> None:
        self.lexicon = lexicon or standard_lexicon()
        self._screened = screened
        self._confidence = confidence or standard_confidence()
        self._screen = Screen(self.lexicon)
        # Asked of a sentence before it is parsed, and when it is read.
        self._admits = lru_cache(maxsize=4096)(self._screen.admits)
        self._filler = Filler(self.lexicon)
        self._cutter = Cutter(self.lexicon)
        self._lands, self._no_lands = (
            [self.lexicon.tests[name] for name in names if name in self.lexicon.tests] for names in (_LANDS, _NO_LANDS)
        )
        self._countries = self.lexicon.lists.get("nations", frozenset()) | self.lexicon.lists.get("states", frozenset())
        self._roles = {name: [role.name for role in t.roles] for name, t in self.lexicon.types.items()}
        self._order = {
            (name, role.name): rank for name, t in self.lexicon.types.items() for rank, role in enumerate(t.roles)
        }

    def screen(self, sentence: str) -> bool:
        """Whether a sentence with this text may hold a trigger."""
        return not self._screened or self._admits(sentence)

    def extract(self, analyses: Sequence[Analysis]) -> Iterator[EventMention]:
        """Yield the mentions of the sentences that are parsed, article by article, in text order."""
        for analysis in analyses:
            words = _words(analysis)
            told = [
                found.told
                for sentence in analysis.parsed()
                if self.screen(sentence.span.text)
                for found in self._found(analysis.article.id, sentence, self._tree(sentence, words))
            ]
            yield from self._weighed(self._settled(told))

    def _tree(self, sentence: ParsedSentence, article: ArticleWords) -> Tree:
        return repair(Tree(sentence.tree, article), self._countries)

    def _settled(self, told: Sequence[Told]) -> list[EventMention]:
        """The mentions of an article, with what their sentences leave open as the rest of it tells."""
        return list(recall(settle(told, self._roles), [one.named for one in told], self.lexicon.recalled))

    def _weighed(self, mentions: Sequence[EventMention]) -> Iterator[EventMention]:
        """The mentions of an article, the confidence of each in the light of the others."""
        company = Counter(mention.type for mention in mentions)
        for mention in mentions:
            confidence = self._confidence.of_mention(mention, company[mention.type] - 1)
            yield evolve(mention, confidence=confidence)

    def explain(self, analyses: Sequence[Analysis]) -> Iterator[Explanation]:
        """Say of every sentence what was found in it and why, and which trigger words were turned down.

        Args:
            analyses: The articles, parsed as for `extract`.
        """
        for analysis in analyses:
            parsed = {sentence.index: sentence for sentence in analysis.parsed()}
            article = _words(analysis)
            explained = [
                self._explain(analysis.article.id, parsed[index], article)
                if index in parsed
                else (Explanation(article_id=analysis.article.id, sentence=span, passed_for=()), [])
                for index, span in enumerate(analysis.sentences)
            ]
            weighed = self._weighed(self._settled([told for _, every in explained for told in every]))
            for one, _ in explained:
                yield evolve(one, mentions=tuple(_settled(reason, next(weighed)) for reason in one.mentions))

    def _explain(
        self, article_id: str, sentence: ParsedSentence, article: ArticleWords
    ) -> tuple[Explanation, list[Told]]:
        words = tuple(sorted(self._screen.reasons(sentence.span.text)))
        if not words:
            return Explanation(article_id=article_id, sentence=sentence.span, passed_for=()), []
        tree = self._tree(sentence, article)
        mentions, told = [], []
        for found in self._found(article_id, sentence, tree):
            reasons = {argument: found.filling.reasons[argument.role, token] for token, argument in found.arguments}
            mention = found.told.mention
            reasons.update((a, "speaker") for a in mention.arguments if a not in reasons)
            told.append(found.told)
            mentions.append(
                MentionReason(
                    mention=mention,
                    tokens=tuple(sentence.cut(token, token + 1) for token in sorted(found.match.tokens)),
                    roles=tuple(RoleReason(argument=a, reason=reasons[a]) for a in mention.arguments),
                    modality=found.modality,
                )
            )
        refusals = (
            Refusal(word=sentence.cut(i, i + 1), type=trigger.type, rule=trigger.rule, why=why)
            for i, trigger, why in find_refusals(tree, self.lexicon)
        )
        explanation = Explanation(
            article_id=article_id,
            sentence=sentence.span,
            passed_for=words,
            mentions=tuple(mentions),
            refusals=tuple(dict.fromkeys(refusals)),
        )
        return explanation, told

    def _found(self, article_id: str, sentence: ParsedSentence, tree: Tree) -> Iterator[_Found]:
        filled = self._fill(tree, list(find_triggers(tree, self.lexicon)))
        for match, filling in filled:
            others = frozenset(
                other.head
                for other, _ in filled
                if other.trigger.type == match.trigger.type and other.trigger.type in self.lexicon.shared
            )
            arguments = tuple(self._cutter.arguments(sentence, tree, match, filling, others))
            first, end = _trigger_tokens(match)
            modality = find_modality(sentence, (first, end), tree, own=match.tokens, foreseen=match.trigger.foreseen)
            source = find_attribution(sentence, (first, end), match.trigger.speech, tree)
            spoken = self._speaker(match, filling, source)
            if spoken:
                source = None
            mention = EventMention(
                article_id=article_id,
                type=match.trigger.type,
                trigger=sentence.cut(first, end),
                sentence=sentence.span,
                arguments=self._in_order(match.trigger.type, [argument for _, argument in arguments] + spoken),
                modality=modality.modality,
                attribution=source,
                confidence=self._confidence.of(match.trigger, match.construction),
                rule=f"{match.trigger.rule}.{match.construction}",
            )
            told = Told(
                mention=mention,
                is_open=modality.is_open,
                has_tense=has_tense(tree, match.head),
                named=self._named(sentence, tree, match, filling),
            )
            yield _Found(told, match, filling, arguments, modality.reason)

    def _named(self, sentence: ParsedSentence, tree: Tree, match: Match, filling: Filling) -> tuple[Span, ...]:
        """Whom a sentence names, for a noun that the article may tell more of."""
        roles = self.lexicon.recalled.get(match.trigger.type, {})
        if match.trigger.kind != "noun" or all(filling.roles.get(role) for role in roles):
            return ()
        return tuple(sentence.cut(*name) for name in names(tree))

    def _speaker(self, match: Match, filling: Filling, source: Span | None) -> list[Argument]:
        """The role of who says it, for a word that names no speaker by itself: "X is to blame, police said"."""
        choices = match.trigger.frame.get("speaker", ())
        roles = [role for choice in choices for role in choice.roles if not filling.roles.get(role)]
        return [Argument(role=role, span=source) for role in roles] if source is not None else []

    def _fill(self, tree: Tree, matches: list[Match]) -> list[tuple[Match, Filling]]:
        """The roles of a sentence's matches: their own, then what they lend each other, then what stands above."""
        found = [(match, self._filler.fill(tree, match, matches)) for match in matches]
        tell(tree, found, self.lexicon.told)
        share(tree, found, self.lexicon.shared, lambda token: self._is_land(tree, token), self.lexicon.parts)
        restate(found, tree)
        events = frozenset(match.head for match in matches)
        for match, filling in found:
            self._filler.fill_from_above(tree, match, filling)
            self._filler.fill_from_sentence(tree, match, filling, events)
        return found

    def _is_land(self, tree: Tree, token: int) -> bool:
        named_so = any(test(tree, token) for test in self._lands)
        return named_so and not any(test(tree, token) for test in self._no_lands)

    def _in_order(self, type_name: str, arguments: list[Argument]) -> Arguments[Argument]:
        arguments.sort(key=lambda a: (a.span.start, a.span.end, self._order[type_name, a.role]))
        return Arguments(dict.fromkeys(arguments))


@frozen
class _Found:
    """A mention with what it was made of."""

    told: Told
    match: Match
    filling: Filling
    arguments: tuple[tuple[int, Argument], ...]
    modality: str


def _settled(reason: MentionReason, mention: EventMention) -> MentionReason:
    """Why a mention was found, now that the article has settled how it is presented and whom it is about."""
    held = {role.argument for role in reason.roles}
    more = tuple(RoleReason(argument=a, reason="article") for a in mention.arguments if a not in held)
    reason = evolve(reason, roles=(*reason.roles, *more))
    if mention.modality != reason.mention.modality:
        return evolve(reason, mention=mention, modality="as the article tells it elsewhere")
    return evolve(reason, mention=mention)


def _words(analysis: Analysis) -> ArticleWords:
    # Boilerplate is in no sentence.
    return ArticleWords(span.text for span in analysis.sentences)


def _trigger_tokens(match: Match) -> tuple[int, int]:
    """The stretch of the trigger's tokens where it is unbroken, else its head alone."""
    tokens = sorted(match.tokens)
    if tokens[-1] - tokens[0] == len(tokens) - 1:
        return tokens[0], tokens[-1] + 1
    return match.head, match.head + 1
