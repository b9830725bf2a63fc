"""Events: what happened, told by one or many mentions."""

from __future__ import annotations

from attrs import field, frozen
from attrs.validators import in_

from eventx.model._convert import as_tuple
from eventx.model.arguments import Arguments, EventArgument, as_arguments
from eventx.model.mention import MODALITIES, EventMention, Modality
from eventx.model.timex import When


@frozen(kw_only=True)
class DateClaim:
    """A date that some mentions give for an event.

    Attributes:
        when: The date.
        mentions: Ids of the mentions that give it, sorted.
    """

    when: When
    mentions: tuple[str, ...] = field(converter=as_tuple)


@frozen(kw_only=True)
class Event:
    """One event, with every mention of it and every conflict among them kept.

    Attributes:
        event_id: Run-wide id, the same for the same articles in whatever order they came.
        type: Name of the event type.
        when: The date that the mentions' dates add up to, or None where the text does not tell.
        dates: Every different date that is claimed, with the mentions that claim it; more than one is a conflict
            or a difference of precision.
        modality: As of mentions; a mention that asserts outweighs one that announces.
        summary: One readable sentence.
        arguments: Merged by role; ``arguments["visitor"]`` is the first visitor. Different numbers of killed are
            all here, each with its mentions.
        about: ``event_id`` of the accusation that a denial answers, or of the attack that an accusation is about.
        realises: For a planned event, the ``event_id`` of its later taking place.
        articles: Ids of the articles that tell it, sorted.
        mentions: In order of article id and position.
    """

    event_id: str
    type: str
    when: When | None = None
    dates: tuple[DateClaim, ...] = field(default=(), converter=as_tuple)
    modality: Modality = field(default="asserted", validator=in_(MODALITIES))
    summary: str = ""
    arguments: Arguments[EventArgument] = field(factory=Arguments, converter=as_arguments)
    about: str | None = None
    realises: str | None = None
    articles: tuple[str, ...] = field(default=(), converter=as_tuple)
    mentions: tuple[EventMention, ...] = field(default=(), converter=as_tuple)

    def _repr_html_(self) -> str:
        from eventx.model.notebook import event_html

        return event_html(self)
