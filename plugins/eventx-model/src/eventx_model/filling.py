"""From the probability of every word in every role to the words that fill the roles."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from eventx_model.parse import Parse
from eventx_model.phrases import phrase
from eventx_model.roles import COUNTS


@frozen
class Filler:
    """What fills a role: its head, the first token of its phrase and the token after its last, and how likely it is."""

    role: str
    token: int
    first: int
    end: int
    probability: float


def fill(
    parse: Parse,
    trigger: int,
    tokens: Sequence[int],
    probabilities: Sequence[Sequence[float]],
    roles: Sequence[str],
    *,
    least: float,
    second: float,
) -> list[Filler]:
    """Choose fillers, the likeliest first; a word fills one role, and no two fillers of a role overlap.

    Args:
        parse: The sentence.
        trigger: The trigger's token.
        tokens: The words that may fill roles.
        probabilities: Of each word in each role.
        roles: The names of the roles.
        least: A filler less likely than this is left out.
        second: The same for the second filler of a role.
    """
    likely = sorted(
        (
            (-probability, token, role)
            for token, row in zip(tokens, probabilities, strict=True)
            if max(row) >= least
            for role, probability in zip(roles, row, strict=True)
            if probability >= least
        ),
    )
    chosen: list[Filler] = []
    for negated, token, role in likely:
        filled = [one for one in chosen if one.role == role]
        if filled and -negated < second:
            continue
        rivals = [one for one in chosen if one.role != role and not COUNTS & {one.role, role}]
        if any(one.token == token for one in rivals):
            continue
        apart = frozenset((trigger, *(one.token for one in rivals)))
        first, end = phrase(parse, token, apart - {token})
        if first <= trigger < end:
            first, end = token, token + 1
        if not any(one.first < end and first < one.end for one in filled):
            chosen.append(Filler(role, token, first, end, -negated))
    return chosen
