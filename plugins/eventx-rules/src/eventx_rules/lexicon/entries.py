"""What the trigger files become: words in a sense, what around them fills which role, and how verbs carry them."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from eventx.schema import EventType
from eventx_rules.arguments.filler_tests import Test
from eventx_rules.lexicon.filters import Choice, Condition

Frame = dict[str, tuple[Choice, ...]]


@frozen(kw_only=True)
class Link:
    """A verb around a trigger that fills further roles: "launched an attack", "was killed in the attack".

    Attributes:
        name: For ``--explain``.
        words: The verb's further words after its inflected first, alternatives together.
        position: The trigger's slot under the verb.
        support: Whether the verb's prepositional phrases count as the trigger's own.
        frame: Roles by slot of the verb.
    """

    name: str
    words: tuple[frozenset[str], ...]
    position: frozenset[str]
    support: bool
    frame: Frame


@frozen(kw_only=True)
class Trigger:
    """One word or phrase in one sense.

    Attributes:
        type: The event type.
        rule: Name of the rule, the construction left out.
        kind: ``verb``, ``noun`` or ``adjective``.
        words: The phrase's further words, alternatives together; for a noun or adjective those before it.
        frame: Roles by slot.
        links: By form of the linking verb's first word.
        require: Conditions that must all hold, each with its alternatives.
        forbid: Conditions of which none may hold.
        confidence: Prior that a match is right.
        transitive: Whether a form without an object is read as a passive participle ("two killed in raid").
        speech: Whether the event is itself a saying, whose speaker is no further source of it.
        foreseen: Whether such an event, named beside a future, is itself to come: a visit is, an attack was.
        part: The role that is all the word tells of an act (``killed``), or nothing where it names the act itself.
        unshared: Roles that it takes from no other word and lends to none.
    """

    type: str
    rule: str
    kind: str
    words: tuple[frozenset[str], ...]
    frame: Frame = field(repr=False)
    links: Mapping[str, tuple[Link, ...]] = field(repr=False)
    require: tuple[tuple[Condition, ...], ...] = field(repr=False)
    forbid: tuple[tuple[Condition, ...], ...] = field(repr=False)
    confidence: float
    transitive: bool
    speech: bool
    foreseen: bool
    part: str = ""
    unshared: frozenset[str] = frozenset()


@frozen(kw_only=True)
class Told:
    """What an event of another type says of one that fills a role of it: who is charged with a murder did it.

    Attributes:
        type: The other type.
        act: Its role that the event fills.
        roles: Its other roles, and which role of the event each fills.
    """

    type: str
    act: str
    roles: Mapping[str, str]


@frozen(kw_only=True)
class Lexicon:
    """The triggers of a run.

    Attributes:
        types: The event types that have triggers, by name.
        triggers: By lower-case form of the trigger's head word, in the order in which they are tried.
        lists: Every word list, by name.
        shared: By type, the roles that event words of one act fill for each other.
        told: By type, what events of other types say of one.
        recalled: By type and role, by which roles of which types an article makes known who has the role.
        parts: By type, the roles that are all that some trigger tells of an act: its dead, its wounded.
    """

    types: Mapping[str, EventType]
    triggers: Mapping[str, tuple[Trigger, ...]] = field(repr=False)
    lists: Mapping[str, frozenset[str]] = field(repr=False)
    tests: Mapping[str, Test] = field(repr=False)
    shared: Mapping[str, tuple[str, ...]] = field(repr=False, factory=dict)
    told: Mapping[str, tuple[Told, ...]] = field(repr=False, factory=dict)
    recalled: Mapping[str, Mapping[str, tuple[tuple[str, str], ...]]] = field(repr=False, factory=dict)
    parts: Mapping[str, frozenset[str]] = field(init=False, repr=False)

    @parts.default
    def _parts(self) -> Mapping[str, frozenset[str]]:
        every = {(t.type, t.part) for triggers in self.triggers.values() for t in triggers if t.part}
        return {name: frozenset(part for type_name, part in every if type_name == name) for name in self.types}
