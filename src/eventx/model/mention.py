"""Event mentions: what one sentence says."""

from __future__ import annotations

from typing import Literal, get_args

from attrs import field, frozen
from attrs.validators import and_, ge, in_, le

from eventx.model.arguments import Argument, Arguments, as_arguments
from eventx.model.span import Span
from eventx.model.timex import When

Modality = Literal["asserted", "planned", "hypothetical", "negated", "generic"]
MODALITIES: tuple[str, ...] = get_args(Modality)


def _four_digits(value: float) -> float:
    return round(float(value), 4)


@frozen(kw_only=True)
class EventMention:
    """One trigger with its arguments.

    An extractor fills the fields up to ``confidence`` and ``rule``. The host writes ``extractor``, the resolver the
    arguments' entities, coreference ``event_id``, the temporal stage ``when``, merging ``about``.

    Attributes:
        article_id: The article it was read from.
        type: Name of the event type (``VISIT``, ``ACCUSATION``, ``DENIAL``, ``ATTACK``, or one that a plugin adds).
        trigger: The word, or shortest phrase, that most plainly expresses the event.
        sentence: The sentence the trigger stands in.
        arguments: In text order; ``arguments["visitor"]`` is the first visitor.
        modality: ``asserted``, ``planned``, ``hypothetical``, ``negated`` or ``generic``.
        attribution: Who says so, where the text reports the event through a source.
        when: When the event happened or is to happen.
        event_id: The event it is a mention of: unique within the article, or run-wide on a timeline.
        about: ``event_id`` of the accusation that a denial answers, or of the attack that an accusation is about.
        confidence: Estimated probability that the mention is right, 0 to 1, kept to four digits.
        extractor: Name of the extractor.
        rule: What in the extractor fired.

    Raises:
        ValueError: If there is no such modality, or ``confidence`` does not lie between 0 and 1.
    """

    article_id: str
    type: str
    trigger: Span
    sentence: Span | None = None
    arguments: Arguments[Argument] = field(factory=Arguments, converter=as_arguments)
    modality: Modality = field(default="asserted", validator=in_(MODALITIES))
    attribution: Span | None = None
    when: When | None = None
    event_id: str | None = None
    about: str | None = None
    confidence: float = field(default=1.0, converter=_four_digits, validator=and_(ge(0.0), le(1.0)))
    extractor: str | None = None
    rule: str | None = None

    @property
    def mention_id(self) -> str:
        """``ARTICLE#START:TYPE``: an article has at most one mention of a type on a trigger."""
        return f"{self.article_id}#{self.trigger.start}:{self.type}"

    def _repr_html_(self) -> str:
        from eventx.model.notebook import mention_html

        return mention_html(self)

    def spans(self) -> tuple[Span, ...]:
        """Every span of the article that the mention points to, without the date's."""
        sentence = (self.sentence,) if self.sentence else ()
        attribution = (self.attribution,) if self.attribution else ()
        arguments = tuple(span for argument in self.arguments for span in (argument.span, *argument.members))
        return (self.trigger, *sentence, *arguments, *attribution)
