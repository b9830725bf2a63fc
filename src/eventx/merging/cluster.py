"""Grouping by pairwise scores, alike whatever order the items come in."""

from __future__ import annotations

import heapq
from collections.abc import Mapping


def average_link(
    count: int, scores: Mapping[tuple[int, int], float], *, missing: float = 0.0, missing_weight: float = 1.0
) -> list[list[int]]:
    """Join groups, best pair of groups first, as long as the mean score between two groups is above 0.

    Ties go to the groups with the least members' numbers, so the result depends on the numbering alone; number the
    items by something that does not depend on the order of input.

    Args:
        count: How many items there are, numbered from 0.
        scores: Score of a pair ``(i, j)``, ``i < j``.
        missing: Score of a pair that ``scores`` does not hold; not above 0.
        missing_weight: How much such a pair counts in the mean, where 1 is as much as any.

    Returns:
        The groups, each sorted, in order of their least members.
    """
    members: dict[int, list[int]] = {i: [i] for i in range(count)}
    sums: dict[int, dict[int, tuple[float, int]]] = {i: {} for i in range(count)}
    heap: list[tuple[float, int, int]] = []
    for (i, j), score in scores.items():
        sums[i][j] = sums[j][i] = (score, 1)
        if score > 0:
            heap.append((-score, i, j))
    heapq.heapify(heap)

    def mean(i: int, j: int) -> float:
        known, pairs = sums[i].get(j, (0.0, 0))
        unknown = (len(members[i]) * len(members[j]) - pairs) * missing_weight
        return (known + missing * unknown) / (pairs + unknown)

    while heap:
        score, i, j = heapq.heappop(heap)
        if i not in members or j not in members:
            continue
        value = mean(i, j)
        if value != -score:
            # A mean can fall while its pair waits, as pairs without a score join it; one that rose was entered anew.
            if 0 < value < -score:
                heapq.heappush(heap, (-value, i, j))
            continue
        met = sums.pop(j)
        del met[i], sums[i][j]
        for k, (known, pairs) in met.items():
            before, already = sums[i].get(k, (0.0, 0))
            sums[i][k] = sums[k][i] = (before + known, already + pairs)
            del sums[k][j]
        members[i] += members.pop(j)
        for k in met:
            value = mean(i, k)
            if value > 0:
                heapq.heappush(heap, (-value, min(i, k), max(i, k)))
    return sorted(sorted(group) for group in members.values())
