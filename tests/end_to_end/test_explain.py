"""``eventx extract --explain``."""

from __future__ import annotations

TEXT = "May 6, 2024\n\nGunmen attacked a bridge near Selby on Friday, police said. A heart attack killed the pilot.\n"


def test_explain_tells_the_rule_and_why_each_role_is_filled(run):
    done = run("extract", "--explain", "-", stdin=TEXT)

    assert done.returncode == 0
    assert "  ATTACK “attacked”" in done.stdout
    assert "    attacker: “Gunmen”" in done.stdout
    assert "    attributed to “police”" in done.stdout


def test_explain_tells_what_was_turned_down(run):
    done = run("extract", "--explain", "-", stdin=TEXT)

    assert "  no ATTACK “attack”" in done.stdout


def test_explain_and_a_format_for_machines_are_a_wrong_usage(run):
    done = run("extract", "--explain", "--format", "jsonl", "-", stdin=TEXT)

    assert done.returncode == 2
    assert "--explain writes text" in done.stderr
