"""Grouping by pairwise scores, alike whatever order the items come in."""

from __future__ import annotations

import heapq
from collections.abc import Mapping

# Two that score so little are of two things, however firmly something else hangs on both.
CLASH = -3.0

# How much the firmest tie between two groups counts beside all others: what an extractor missed, misread or misdated
# makes one account of an event unlike most that tell of it, and seldom unlike all.
FIRMEST = 0.4


def average_link(
    count: int,
    scores: Mapping[tuple[int, int], float],
    *,
    missing: float = 0.0,
    missing_weight: float = 1.0,
    best_weight: float = 0.0,
) -> list[list[int]]:
    """Join groups, best pair of groups first, as long as the mean score between two groups is above 0.

    Ties go to the groups with the least members' numbers, so the result depends on the numbering alone; number the
    items by something that does not depend on the order of input.

    Args:
        count: How many items there are, numbered from 0.
        scores: Score of a pair ``(i, j)``, ``i < j``.
        missing: Score of a pair that ``scores`` does not hold; not above 0.
        missing_weight: How much such a pair counts in the mean, where 1 is as much as any.
        best_weight: How much the best score between two groups counts beside their mean, 0 to 1: what hangs firmly on
            one member of a group is like few of the others, where each says another part of one thing. It counts only
            where no pair of the two groups scores `CLASH` or less.

    Returns:
        The groups, each sorted, in order of their least members.
    """
    members: dict[int, list[int]] = {i: [i] for i in range(count)}
    # Of each group and each that it shares a pair with: sum of scores, number of pairs, best and worst score.
    met: dict[int, dict[int, tuple[float, int, float, float]]] = {i: {} for i in range(count)}
    heap: list[tuple[float, int, int]] = []
    for (i, j), score in scores.items():
        met[i][j] = met[j][i] = (score, 1, score, score)

    def value(i: int, j: int) -> float:
        known, pairs, best, worst = met[i].get(j, (0.0, 0, missing, missing))
        unknown = (len(members[i]) * len(members[j]) - pairs) * missing_weight
        weight = best_weight if worst > CLASH else 0
        return weight * best + (1 - weight) * (known + missing * unknown) / (pairs + unknown)

    for i, j in scores:
        if (now := value(i, j)) > 0:
            heap.append((-now, i, j))
    heapq.heapify(heap)
    while heap:
        score, i, j = heapq.heappop(heap)
        if i not in members or j not in members:
            continue
        now = value(i, j)
        if now != -score:
            # A value can fall while its pair waits, as pairs without a score join it; one that rose was entered anew.
            if 0 < now < -score:
                heapq.heappush(heap, (-now, i, j))
            continue
        others = met.pop(j)
        del others[i], met[i][j]
        for k, (known, pairs, best, worst) in others.items():
            before, already, so_far, least = met[i].get(k, (0.0, 0, best, worst))
            met[i][k] = met[k][i] = (before + known, already + pairs, max(so_far, best), min(least, worst))
            del met[k][j]
        members[i] += members.pop(j)
        for k in others:
            now = value(i, k)
            if now > 0:
                heapq.heappush(heap, (-now, min(i, k), max(i, k)))
    return sorted(sorted(group) for group in members.values())
