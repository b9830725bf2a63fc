from __future__ import annotations

from eventx.evaluation.fitting import fitting

TEXT = "Rebels shelled the port."
OTHER = "The rebels shelled the port."


def test_mentions_of_the_same_text_and_of_other_articles_pass(gold, found):
    mentions = found(TEXT, ("ATTACK", "shelled", {}, {})) + found(OTHER, ("ATTACK", "shelled", {}, {}), name="b")
    problems = []

    assert list(fitting([gold(TEXT)], mentions, problems.append)) == mentions
    assert problems == []


def test_mentions_of_another_text_are_left_out_and_told_once(gold, found):
    mentions = found(OTHER, ("ATTACK", "shelled", {}, {}), ("ATTACK", "port", {}, {}))
    problems = []

    assert list(fitting([gold(TEXT)], mentions, problems.append)) == []
    (problem,) = problems
    assert str(problem) == (
        "article 'a': 2 of its mentions left out, because they were made of another text: "
        "the trigger of a#11:ATTACK says 'shelled', but gold has 'led the' there"
    )
