"""``eventx extract --compare``."""

from __future__ import annotations

TEXT = "May 6, 2024\n\nGunmen attacked a bridge near Selby on Friday, police said.\n"


def test_compare_of_an_extractor_with_itself_is_a_wrong_usage(run):
    done = run("extract", "--compare", "rules", "rules", "-", stdin=TEXT)

    assert done.returncode == 2
    assert "name two extractors that differ" in done.stderr


def test_compare_counts_what_two_names_of_one_extractor_tell_alike(run):
    done = run("extract", "--compare", "rules", "rules:events", "-", stdin=TEXT)

    assert done.returncode == 0
    assert "mentions: 1 alike, 0 told differently, 0 by rules only" in done.stdout


def test_compare_and_a_format_for_machines_are_a_wrong_usage(run):
    done = run("extract", "--compare", "rules", "rules", "--format", "jsonl", "-", stdin=TEXT)

    assert done.returncode == 2
    assert "--compare writes text of its own" in done.stderr
