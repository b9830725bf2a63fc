import random

from eventx.merging.cluster import CLASH, average_link


def test_average_link_joins_what_scores_above_zero() -> None:
    assert average_link(4, {(0, 1): 1.0, (2, 3): 2.0}, missing=-1.0) == [[0, 1], [2, 3]]


def test_average_link_weighs_all_pairs_of_two_groups() -> None:
    scores = {(0, 1): 3.0, (0, 2): 1.0, (1, 2): -2.0}
    assert average_link(3, scores) == [[0, 1], [2]]


def test_average_link_counts_missing_pairs_as_told() -> None:
    scores = {(0, 1): 3.0, (1, 2): 1.0}
    assert average_link(3, scores, missing=-2.0) == [[0, 1], [2]]
    assert average_link(3, scores, missing=-2.0, missing_weight=0.1) == [[0, 1, 2]]


def test_average_link_agrees_with_joining_by_hand() -> None:
    chance = random.Random(3)
    for _ in range(50):
        count = chance.randrange(2, 9)
        scores = {(i, j): round(chance.uniform(-2, 2), 3) for i in range(count) for j in range(i + 1, count)}
        assert average_link(count, scores) == by_hand(count, scores)


def test_average_link_with_missing_pairs_agrees_with_joining_by_hand() -> None:
    chance = random.Random(4)
    for _ in range(200):
        count = chance.randrange(3, 10)
        scores = {(i, j): round(chance.uniform(-2, 3), 3) for i in range(count) for j in range(i + 1, count)}
        known = {pair: score for pair, score in scores.items() if chance.random() < 0.6}
        filled = {pair: known.get(pair, -1.0) for pair in scores}
        assert average_link(count, known, missing=-1.0) == by_hand(count, filled)


def test_average_link_lets_the_best_pair_count_as_told() -> None:
    scores = {(0, 1): 3.0, (0, 2): 1.0, (1, 2): -2.0}
    assert average_link(3, scores) == [[0, 1], [2]]
    assert average_link(3, scores, best_weight=0.5) == [[0, 1, 2]]


def test_best_pair_does_not_count_against_a_clash() -> None:
    scores = {(0, 1): 3.0, (0, 2): 2.9, (1, 2): -3.2}

    assert average_link(3, {**scores, (1, 2): -2.9}, best_weight=0.5) == [[0, 1, 2]]
    assert average_link(3, scores, best_weight=0.5) == [[0, 1], [2]]


def test_average_link_with_a_best_pair_agrees_with_joining_by_hand() -> None:
    chance = random.Random(5)
    for _ in range(200):
        count = chance.randrange(3, 10)
        scores = {(i, j): round(chance.uniform(-4, 4), 3) for i in range(count) for j in range(i + 1, count)}
        assert average_link(count, scores, best_weight=0.4) == by_hand(count, scores, best_weight=0.4)


def by_hand(count: int, scores: dict[tuple[int, int], float], best_weight: float = 0.0) -> list[list[int]]:
    groups = [[i] for i in range(count)]
    while True:
        best: tuple[float, int, int] | None = None
        for a in range(len(groups)):
            for b in range(a + 1, len(groups)):
                pairs = [scores[min(i, j), max(i, j)] for i in groups[a] for j in groups[b]]
                weight = best_weight if min(pairs) > CLASH else 0
                mean = weight * max(pairs) + (1 - weight) * sum(pairs) / len(pairs)
                if mean > 0 and (best is None or mean > best[0] + 1e-12):
                    best = (mean, a, b)
        if best is None:
            return sorted(sorted(group) for group in groups)
        groups[best[1]] += groups.pop(best[2])


def test_average_link_of_nothing_is_nothing() -> None:
    assert average_link(0, {}) == []
