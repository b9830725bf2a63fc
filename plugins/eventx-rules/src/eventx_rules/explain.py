"""What ``eventx extract --explain`` shows: why the rules found what they found, and what they turned down."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from eventx.model import Argument, EventMention, Span


@frozen(kw_only=True)
class RoleReason:
    """Why an argument fills its role.

    Attributes:
        argument: The argument.
        reason: The slot that it stood in, after the construction that led there: ``object``, ``launch:subject``
            (subject of a verb that carries the event), ``below:by`` (hung on another filler by the parser),
            ``within:in`` (inside another argument), ``shared:killed`` (lent by another word for the same act),
            ``told:charged`` (told by an event that it is a part of), ``restated`` (said by the claim that it takes up),
            ``above:in``, ``meanwhile:in`` and ``sentence:in`` (a place of the clause around it, of one beside it, or of
            the sentence), ``article`` (known from the rest of the article), ``speaker``.
    """

    argument: Argument
    reason: str


@frozen(kw_only=True)
class MentionReason:
    """Why a mention was found.

    Attributes:
        mention: The mention; its ``rule`` names trigger and construction.
        tokens: The words that the rule matched.
        roles: A reason for each argument.
        modality: What in the sentence gave the mention its modality.
    """

    mention: EventMention
    tokens: tuple[Span, ...]
    roles: tuple[RoleReason, ...]
    modality: str


@frozen(kw_only=True)
class Refusal:
    """A trigger word that was none in its sentence.

    Attributes:
        word: The word.
        type: The event type that it might have told of.
        rule: The rule that looked at it.
        why: The condition that was not met, or that was and must not be.
    """

    word: Span
    type: str
    rule: str
    why: str


@frozen(kw_only=True)
class Explanation:
    """What the rules made of one sentence.

    Attributes:
        article_id: The article.
        sentence: The sentence.
        passed_for: The words for which the screen let it through; none where it did not.
        mentions: What was found.
        refusals: What was seen and turned down.
    """

    article_id: str
    sentence: Span
    passed_for: tuple[str, ...]
    mentions: tuple[MentionReason, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    def lines(self) -> Iterator[str]:
        """The explanation as text, a line for each thing said."""
        yield f"{self.article_id}:{self.sentence.start}  {' '.join(self.sentence.text.split())}"
        if not self.passed_for:
            yield "  not parsed: no trigger word with the words that it needs"
            return
        for found in self.mentions:
            mention = found.mention
            words = " … ".join(span.text for span in found.tokens)
            rule = f"rule {mention.rule} on “{words}”, {mention.confidence:.2f}"
            yield f"  {mention.type} “{mention.trigger.text}”  {rule}"
            for role in found.roles:
                yield f"    {role.argument.role}: “{role.argument.text}”  {role.reason}"
            yield f"    {mention.modality}: {found.modality}"
            if mention.attribution is not None:
                yield f"    attributed to “{mention.attribution.text}”"
        for refusal in self.refusals:
            yield f"  no {refusal.type} “{refusal.word.text}”  rule {refusal.rule}: {refusal.why}"
