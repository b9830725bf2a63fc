from __future__ import annotations

from eventx.evaluation import disagreements, evaluate


def rows(case):
    return list(disagreements(evaluate(*case).articles))


def test_every_disagreement_is_listed_in_text_order(case):
    listed = [(one.article_id, one.kind, one.trigger) for one in rows(case)]

    assert listed == [
        ("a", "argument", "shelled"),
        ("a", "argument", "accused"),
        ("a", "date", "accused"),
        ("a", "missed", "denied"),
        ("a", "spurious", "charge"),
        ("b", "argument", "visit"),
        ("b", "date", "visit"),
        ("b", "argument", "trip"),
        ("b", "modality", "trip"),
        ("b", "modality", "fired"),
    ]


def test_argument_shows_what_was_found_instead(case):
    shelled, accused, *_, trip = (one for one in rows(case) if one.kind == "argument")

    assert (shelled.role, shelled.gold, shelled.predicted) == ("target", "the port", "the port on Friday")
    assert (accused.role, accused.gold, accused.predicted) == ("allegation", "arming them", None)
    assert (trip.role, trip.gold, trip.predicted) == ("visitor", None, "Her")


def test_date_shows_both_sides_and_no_day_of_publication(case):
    accused, visit = (one for one in rows(case) if one.kind == "date")

    assert (accused.gold, accused.predicted) == (None, "2024-03-08")
    assert (visit.gold, visit.predicted) == ("2024-03-11", None)


def test_modality_shows_both_sides(case):
    trip, _fired = (one for one in rows(case) if one.kind == "modality")

    assert (trip.gold, trip.predicted) == ("planned", "asserted")


def test_spurious_mention_shows_its_rule_and_surroundings(case):
    (spurious,) = (one for one in rows(case) if one.kind == "spurious")

    assert (spurious.rule, spurious.before[-10:], spurious.after) == ("charge.noun", "enied the ", ".")


def test_perfect_prediction_has_no_disagreements(gold, found):
    text = "Rebels shelled the port."
    rows = (("ATTACK", "shelled", {"attacker": "Rebels"}, {"when": "2024-03-08", "modality": "negated"}),)

    assert not list(disagreements(evaluate([gold(text, *rows)], found(text, *rows)).articles))
