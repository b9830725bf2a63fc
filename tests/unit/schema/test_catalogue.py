from __future__ import annotations

import pytest

from eventx.errors import SchemaError, SpanError
from eventx.model import Argument, Article, EventMention, Span
from eventx.schema import Catalogue, EventType, standard_types, types_from_toml

ARTICLE = Article.of("Envoys visited Ostrava.", id="a1")
TRIGGER = ARTICLE.span(7, 14)

STANDARD_ROLES = {
    "VISIT": ["visitor", "destination", "host", "purpose"],
    "ACCUSATION": ["accuser", "accused", "allegation"],
    "DENIAL": ["denier", "allegation", "accuser"],
    "ATTACK": ["attacker", "target", "instrument", "place", "killed", "wounded"],
}


def check(**fields):
    mention = EventMention(**{"article_id": "a1", "type": "VISIT", "trigger": TRIGGER} | fields)
    Catalogue(standard_types()).check(mention, ARTICLE)


def test_standard_types_have_the_documented_roles():
    assert {kind.name: [role.name for role in kind.roles] for kind in standard_types()} == STANDARD_ROLES


def test_standard_summaries_mention_only_their_roles():
    for kind in standard_types():
        for name in kind.summary.replace("{", "\0{").split("\0")[1:]:
            assert kind.role(name[1 : name.index("}")].removesuffix(":ing")), kind.name


def test_mention_that_fits_passes():
    check(arguments=[Argument(role="visitor", span=ARTICLE.span(0, 6))])


def test_unknown_type_is_answered_with_the_closest():
    with pytest.raises(SchemaError, match=r"'VISITS' is not known; known: VISIT, .*Did you mean 'VISIT'\?"):
        check(type="VISITS")


def test_role_of_another_type_is_answered_with_the_roles():
    with pytest.raises(
        SchemaError, match="VISIT has no role 'accused'; its roles: visitor, destination, host, purpose"
    ):
        check(arguments=[Argument(role="accused", span=ARTICLE.span(0, 6))])


def test_a_trigger_of_nothing_but_blanks_is_refused():
    with pytest.raises(SpanError, match=r"\[6, 7\) is blank"):
        check(trigger=ARTICLE.span(6, 7))


def test_members_of_an_argument_are_checked_too():
    argument = Argument(role="visitor", span=ARTICLE.span(0, 6), members=[Span(start=1, end=4, text="Env")])

    with pytest.raises(SpanError, match="says 'Env'"):
        check(arguments=[argument])


def test_catalogue_keeps_the_order_and_admits_equal_doubles():
    visit, storm = EventType(name="VISIT"), EventType(name="STORM")

    assert list(Catalogue([storm, visit, storm])) == ["STORM", "VISIT"]


def test_catalogue_refuses_two_types_of_one_name():
    with pytest.raises(SchemaError, match="VISIT is defined twice, and differently"):
        Catalogue([EventType(name="VISIT"), EventType(name="VISIT", description="Another")])


def test_types_are_read_from_toml():
    text = """
    [types.PROTEST]
    description = "People rally."
    summary = "{protester} rally"
    roles.protester = { filler = "entity", description = "Who" }
    roles.cause = {}
    """

    (protest,) = types_from_toml(text, source="protests.toml")

    assert (protest.name, protest.summary) == ("PROTEST", "{protester} rally")
    assert [(role.name, role.filler) for role in protest.roles] == [("protester", "entity"), ("cause", "phrase")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("types = [", "t.toml: not valid TOML"),
        ("types.VISIT = 3", r"t.toml:1: types.VISIT: expected a table"),
        ("types.VISIT.role = {}", r"types.VISIT.role: unknown key; allowed: .*Did you mean 'roles'"),
        ("types.VISIT.roles.who.fillers = 'x'", r"types.VISIT.roles.who.fillers: unknown key; .*Did you mean 'filler'"),
        ("types.VISIT.roles.who.filler = 'entitty'", r"who.filler: 'entitty' is not one of .*Did you mean 'entity'"),
        ("types.VISIT.roles.who = 3", r"types.VISIT.roles.who: expected a table"),
        ("types.visit = {}", r"types.visit: "),
        ("types.VISIT.about = 'ATTACK'", r"types.VISIT: expected a sequence, got the string 'ATTACK'"),
        ("types.VISIT.roles = 3", r"types.VISIT.roles: expected a table"),
        ("types = 3", r"types: expected a table"),
    ],
)
def test_faulty_types_file_is_refused_with_place_and_remedy(text, message):
    with pytest.raises(SchemaError, match=message):
        types_from_toml(text, source="t.toml")
