"""Roles that words around a trigger fill."""

from __future__ import annotations


def test_invitation_names_the_host(roles):
    found = roles("Kagame visited Doha at the invitation of the emir.", "VISIT")
    assert found["host"] == ["the emir"]
    assert found["destination"] == ["Doha"]


def test_who_does_something_during_a_visit_is_the_visitor(roles):
    found = roles("Kagame inaugurated a dam during a visit to Guinea.", "VISIT")
    assert found == {"visitor": ["Kagame"], "destination": ["Guinea"]}


def test_who_is_met_on_a_trip_is_the_host(roles):
    found = roles("Kagame met President Conde on a trip to Guinea.", "VISIT")
    assert found["host"] == ["President Conde"]


def test_subject_of_the_complaint_is_the_accused(roles):
    found = roles("Prosecutors allege that the broker stole the funds.", "ACCUSATION")
    assert found["accused"] == ["the broker"]
    assert found["accuser"] == ["Prosecutors"]


def test_death_at_the_hands_of_somebody_names_the_attacker(roles):
    found = roles("The murder of the priest at the hands of bandits was avenged.", "ATTACK")
    assert found["attacker"] == ["bandits"]


def test_plot_that_police_foil_is_not_theirs(roles):
    assert "attacker" not in roles("Police foiled a plot to assassinate the king.", "ATTACK")


def test_promise_that_is_kept_is_the_subjects(roles):
    found = roles("The rebels kept their promise to attack the port.", "ATTACK")
    assert found["attacker"] == ["The rebels"]


def test_side_by_side_modifiers_are_one_argument(roles):
    found = roles("A nerve gas attack on the camp failed.", "ATTACK")
    assert found["instrument"] == ["nerve gas"]


def test_clause_about_another_noun_gives_that_noun(roles):
    found = roles("Soldiers buried Adewale, a miller who was killed by bandits.", "ATTACK")
    assert found["target"] == ["Adewale"]


def test_who_says_that_somebody_is_suspected_suspects(roles):
    found = roles("Police said that Keller was suspected of smuggling.", "ACCUSATION")
    assert found == {"accuser": ["Police"], "accused": ["Keller"], "allegation": ["smuggling"]}
