from __future__ import annotations

import pytest

from eventx.schema import EventType, Role


def test_role_is_had_by_name():
    visitor = Role(name="visitor", filler="entity")

    assert EventType(name="VISIT", roles=[visitor]).role("visitor") is visitor
    assert EventType(name="VISIT").role("visitor") is None


@pytest.mark.parametrize("name", ["visit", "Visit", "9TH", "", "A B", "VISIT\n"])
def test_type_name_is_upper_case(name):
    with pytest.raises(ValueError, match="name"):
        EventType(name=name)


@pytest.mark.parametrize("name", ["Visitor", "9th", "", "a-b"])
def test_role_name_is_lower_case(name):
    with pytest.raises(ValueError, match="name"):
        Role(name=name)


def test_role_named_twice_is_refused():
    with pytest.raises(ValueError, match="event type VISIT: role named twice: visitor"):
        EventType(name="VISIT", roles=[Role(name="visitor"), Role(name="visitor")])


def test_unknown_filler_is_refused():
    with pytest.raises(ValueError, match="filler"):
        Role(name="visitor", filler="person")


def test_string_is_not_taken_for_roles():
    with pytest.raises(TypeError, match="got the string"):
        EventType(name="VISIT", about="ATTACK")
