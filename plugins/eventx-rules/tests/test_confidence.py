"""Confidence is what was measured of a rule, drawn towards its type where little was seen."""

from __future__ import annotations

import pytest
from eventx_rules.confidence import Confidence, measure, standard_confidence


def test_rule_seen_often_has_its_own_share():
    confidence = measure([("ATTACK", "kill.active", n % 4 > 0) for n in range(400)])
    assert confidence.of_rule("ATTACK", "kill.active", 0.1) == pytest.approx(0.75, abs=0.01)


def test_rule_seen_twice_stays_near_its_type():
    often = [("ATTACK", "kill.active", True)] * 200
    confidence = measure([*often, *[("ATTACK", "hit.active", False)] * 2])
    assert confidence.of_rule("ATTACK", "hit.active", 0.1) > 0.5


def test_unseen_construction_takes_the_share_of_its_rule():
    confidence = Confidence(shares={"ATTACK": 0.5, "ATTACK.kill": 0.9})
    assert confidence.of_rule("ATTACK", "kill.gerund", 0.1) == 0.9


def test_unseen_type_takes_what_its_file_says():
    assert measure([("ATTACK", "kill.active", True)]).of_rule("PROTEST", "march.active", 0.35) == 0.35


def test_no_rule_is_certain():
    assert measure([("VISIT", "visit.active", True)] * 5000).of_rule("VISIT", "visit.active", 0.8) < 1


def test_standard_confidences_are_shares_of_known_types():
    shares = standard_confidence().shares
    assert {key.partition(".")[0] for key in shares} == {"VISIT", "ACCUSATION", "DENIAL", "ATTACK"}
    assert all(0 < share < 1 for share in shares.values())
