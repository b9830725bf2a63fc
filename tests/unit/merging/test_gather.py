from eventx.merging.gather import gather
from eventx.model import Argument, Entity, EventMention, Span
from eventx.schema import Catalogue, standard_types

TYPES = Catalogue(standard_types())


def mention(article_id: str, kind: str = "ATTACK", **roles: str | Argument) -> EventMention:
    arguments = [
        value
        if isinstance(value, Argument)
        else Argument(role=role, span=Span(start=10 * n, end=10 * n + len(value), text=value))
        for n, (role, value) in enumerate(roles.items())
    ]
    return EventMention(
        article_id=article_id, type=kind, trigger=Span(start=0, end=4, text="raid"), arguments=arguments
    )


def entity(role: str, text: str, entity_id: str) -> Argument:
    return Argument(role=role, span=Span(start=0, end=len(text), text=text), entity_id=entity_id, name=text)


def names(*mentions: EventMention, role: str, entities: dict[str, Entity] | None = None) -> list[str]:
    return [one.name for one in gather(mentions, TYPES["ATTACK"], entities or {}) if one.role == role]


def test_gather_makes_one_argument_of_an_entity() -> None:
    known = {"n1": Entity(entity_id="n1", name="Orla Tamm")}
    (argument,) = gather(
        [
            mention("a", attacker=entity("attacker", "Tamm", "n1")),
            mention("b", attacker=entity("attacker", "she", "n1")),
        ],
        TYPES["ATTACK"],
        known,
    )
    assert (argument.name, argument.entity_id) == ("Orla Tamm", "n1")
    assert argument.mentions == ("a#0:ATTACK", "b#0:ATTACK")


def test_gather_keeps_different_numbers_each_with_its_mentions() -> None:
    killed = [
        (one.name, one.mentions)
        for one in gather(
            [mention("a", killed="17 people"), mention("b", killed="24 people"), mention("c", killed="seventeen")],
            TYPES["ATTACK"],
            {},
        )
    ]
    assert killed == [("17 people", ("a#0:ATTACK", "c#0:ATTACK")), ("24 people", ("b#0:ATTACK",))]


def test_gather_takes_the_fullest_text_of_a_description() -> None:
    assert names(mention("a", target="the mill"), mention("b", target="a crowded flour mill"), role="target") == [
        "a crowded flour mill"
    ]


def test_gather_drops_an_unresolved_pronoun_beside_a_name() -> None:
    assert names(mention("a", attacker="they"), mention("b", attacker="the Estow militia"), role="attacker") == [
        "the Estow militia"
    ]
    assert names(mention("a", attacker="they"), role="attacker") == ["they"]


def test_gather_puts_the_best_supported_first() -> None:
    told = [mention("a", place="Corvo"), mention("b", place="Estow"), mention("c", place="Estow")]
    assert names(*told, role="place") == ["Estow", "Corvo"]


def test_gather_follows_the_roles_of_the_type() -> None:
    roles = [one.role for one in gather([mention("a", killed="two", attacker="rebels")], TYPES["ATTACK"], {})]
    assert roles == ["attacker", "killed"]


def test_gather_keeps_roles_of_an_unknown_type() -> None:
    assert [one.role for one in gather([mention("a", "STRIKE", workers="dockers")], None, {})] == ["workers"]
