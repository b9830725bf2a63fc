import pytest

from eventx.merging.neighbours import ALL, FEWEST, MOST, naming, neighbours, reach
from eventx.merging.profiles import profile
from eventx.model import Argument, EventMention, Span


def attack(place: str, start: int):
    text = "attacked"
    where = (
        [Argument(role="place", span=Span(start=start + 20, end=start + 20 + len(place), text=place))] if place else []
    )
    return profile(
        EventMention(
            article_id="a1",
            type="ATTACK",
            trigger=Span(start=start, end=start + len(text), text=text),
            arguments=where,
        )
    )


def test_neighbours_of_few_are_all_pairs() -> None:
    assert list(neighbours([attack("", n) for n in range(4)])) == [(0, 1), (0, 2), (1, 2), (0, 3), (1, 3), (2, 3)]


def test_neighbours_of_many_are_bounded_and_each_comes_once() -> None:
    count = 5 * ALL
    pairs = list(neighbours([attack(f"Port {'ABC'[n % 3]}", 100 * n) for n in range(count)]))
    assert len(pairs) == len(set(pairs)) <= count * MOST
    assert all(i < j for i, j in pairs)


def test_neighbours_of_many_reach_back_to_the_same_name() -> None:
    profiles = [attack("Corvo", 0), *(attack(f"Estow{n}", 100 * n) for n in range(1, 3 * ALL)), attack("Corvo", 10**6)]
    assert (0, len(profiles) - 1) in set(neighbours(profiles))


@pytest.mark.parametrize(("count", "each"), [(10, MOST), (1_000_000, FEWEST)])
def test_reach_keeps_its_bounds(count: int, each: int) -> None:
    assert reach(count, 100_000) == each


def test_naming_leaves_out_what_could_be_anywhere() -> None:
    assert naming(attack("the area", 0)) == frozenset()
    assert naming(attack("Corvo", 0)) == {"corvo"}
