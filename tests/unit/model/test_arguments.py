from __future__ import annotations

import pytest

from eventx.model import Argument, Arguments, EventArgument, EventMention, Span

HE = Argument(role="visitor", span=Span(start=0, end=2, text="He"), name="Ban Ki-moon")
ROME = Argument(role="destination", span=Span(start=11, end=15, text="Rome"))
OSLO = Argument(role="destination", span=Span(start=20, end=24, text="Oslo"))
ARGUMENTS = Arguments([HE, ROME, OSLO])


def test_arguments_are_asked_by_role():
    assert ARGUMENTS["visitor"] is HE
    assert ARGUMENTS["destination"] is ROME


def test_every_argument_of_a_role_is_had_in_order():
    assert ARGUMENTS.all("destination") == (ROME, OSLO)
    assert ARGUMENTS.all("host") == ()


def test_missing_role_is_answered_with_the_filled_ones():
    with pytest.raises(KeyError, match="no argument fills the role 'host'; filled here: visitor, destination"):
        ARGUMENTS["host"]
    assert ARGUMENTS.get("host") is None


def test_arguments_are_a_sequence_too():
    assert (ARGUMENTS[0], ARGUMENTS[-1], len(ARGUMENTS)) == (HE, OSLO, 3)
    assert ARGUMENTS[1:] == Arguments([ROME, OSLO])
    assert list(ARGUMENTS) == [HE, ROME, OSLO]


def test_role_or_argument_can_be_looked_for():
    assert "visitor" in ARGUMENTS
    assert OSLO in ARGUMENTS
    assert "host" not in ARGUMENTS


def test_roles_are_listed_once():
    assert ARGUMENTS.roles == ("visitor", "destination")


def test_equal_arguments_are_equal_and_hash_alike():
    assert Arguments([HE, ROME, OSLO]) == ARGUMENTS
    assert hash(ARGUMENTS) == hash(Arguments([HE, ROME, OSLO]))
    assert ARGUMENTS != [HE, ROME, OSLO]


def test_argument_reads_as_its_name_else_as_its_text():
    assert (str(HE), str(ROME), HE.text) == ("Ban Ki-moon", "Rome", "He")
    assert str(EventArgument(role="visitor", name="Ban Ki-moon")) == "Ban Ki-moon"


@pytest.mark.parametrize("field", ["members"])
def test_string_is_not_taken_for_a_sequence(field):
    with pytest.raises(TypeError, match="got the string 'ab'"):
        Argument(role="visitor", span=HE.span, **{field: "ab"})


def test_string_is_not_taken_for_arguments():
    with pytest.raises(TypeError, match="must be a sequence of arguments"):
        EventMention(article_id="a1", type="VISIT", trigger=HE.span, arguments="visitor")
