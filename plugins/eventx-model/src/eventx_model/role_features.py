"""What the network of roles is told of a trigger and a word: the path between them, both its ends, and their order."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from attrs import frozen

from eventx_model.kinds import kind
from eventx_model.network import Example
from eventx_model.parse import Parse
from eventx_model.slots import understood
from eventx_model.words import signals

# Farther from a trigger, counted in labels of the path, fillers are rare.
LONGEST_PATH = 7
_NEVER = frozenset(
    (
        ",", ".", "``", "''", ":", "DT", "CC", "-LRB-", "-RRB-", "POS", "TO", "MD", "HYPH", "IN", "WDT", "WP", "WRB",
        "RP", "NFP", "UH", "EX", "RB",
    )
)  # fmt: skip
_JOINING_UP = frozenset(("conj", "xcomp", "advcl", "ccomp", "appos", "acl"))
_JOINING_DOWN = frozenset(("conj", "appos"))
_DESCRIBING = frozenset(("compound", "amod", "nmod", "pobj"))
_TOLD = frozenset(("det", "poss", "amod", "compound", "nummod", "prep", "relcl", "acl", "appos", "conj"))
_FUNCTION = frozenset(("aux", "auxpass", "punct", "det", "mark", "cc", "neg", "case", "prt"))


@frozen
class RoleCandidate:
    """A token that may head an argument of a trigger.

    Attributes:
        token: The token.
        up: The tokens passed on the way up from the trigger, the topmost last.
        down: Those passed from there on the way down to the token, itself last.
        path: The labels passed, without those that only join clauses and names.
    """

    token: int
    up: tuple[int, ...]
    down: tuple[int, ...]
    path: str


def role_candidates(parse: Parse, trigger: int, paths: Collection[str] | None = None) -> list[RoleCandidate]:
    """The tokens that may head an argument of a trigger.

    Args:
        parse: The sentence.
        trigger: The trigger's token.
        paths: Only on these paths; left out, on any.
    """
    out: list[RoleCandidate] = []
    up: tuple[int, ...] = ()
    top, below, left = trigger, -1, ""
    while len(up) <= LONGEST_PATH:
        out += _down(parse, top, up, f"{left}|", below, paths)
        if up and _may_head(parse, top) and (paths is None or f"{left}|" in paths):
            out.append(RoleCandidate(top, up, (), f"{left}|"))
        if parse.heads[top] == top:
            break
        if parse.deps[top] not in _JOINING_UP:
            left += f"^{parse.deps[top]}"
        below, top = top, parse.heads[top]
        up = (*up, top)
    return out


def _down(
    parse: Parse, top: int, up: tuple[int, ...], path: str, without: int, paths: Collection[str] | None
) -> Iterator[RoleCandidate]:
    stack: list[tuple[int, tuple[int, ...], str]] = [(top, (), path)]
    while stack:
        token, down, path = stack.pop()
        if len(up) + len(down) >= LONGEST_PATH:
            continue
        for c in parse.children[token]:
            label = parse.deps[c]
            if c == without or label in _FUNCTION:
                continue
            farther, way = (*down, c), path if label in _JOINING_DOWN else f"{path}_{label}"
            if (paths is None or way in paths) and _may_head(parse, c):
                yield RoleCandidate(c, up, farther, way)
            stack.append((c, farther, way))


def _may_head(parse: Parse, token: int) -> bool:
    return parse.tags[token] not in _NEVER and parse.deps[token] not in _FUNCTION


class RoleFeatures:
    """Describes words as fillers of the roles of one trigger.

    Args:
        parse: The sentence.
        trigger: The trigger's token.
        classes: Word classes by base.
        triggers: The tokens of all likely triggers of the sentence.
    """

    def __init__(
        self, parse: Parse, trigger: int, classes: Mapping[str, Sequence[str]], triggers: frozenset[int]
    ) -> None:
        self._parse, self._trigger, self._triggers = parse, trigger, triggers
        self._classes = classes.get(parse.bases[trigger], ())
        passive = any(parse.deps[c] in ("auxpass", "nsubjpass") for c in parse.children[trigger])
        self._voice = f"{parse.tags[trigger]}{'p' if passive else ''}"
        self._relations = understood(parse, trigger)
        self._filled = {relation[0] for some in self._relations.values() for relation in some}
        self._others = [understood(parse, other) for other in sorted(triggers) if other != trigger]

    def of(self, candidate: RoleCandidate) -> Example:
        """What the network is told of a word."""
        return Example(names=self._names(candidate), groups=self._groups(candidate.token))

    def _groups(self, token: int) -> list[list[int]]:
        """The words whose vectors count: the trigger, the word, its head, and what modifies it."""
        parse, rows = self._parse, self._parse.rows
        around = [rows[c] for c in parse.children[token] if parse.deps[c] in _DESCRIBING]
        return [[rows[self._trigger]], [rows[token]], [rows[parse.heads[token]]], around]

    def _names(self, candidate: RoleCandidate) -> list[str]:
        parse, token = self._parse, candidate.token
        looks = kind(parse, token)
        out = self._way(candidate, looks)
        out += self._relation(token, looks)
        out += self._place(candidate, looks)
        return out

    def _way(self, candidate: RoleCandidate, looks: str) -> list[str]:
        """The path from the trigger: labels left behind on the way up, labels entered on the way down."""
        parse, token, up, down = self._parse, candidate.token, candidate.up, candidate.down
        deps = parse.deps
        left = (self._trigger, *up[:-1]) if up else ()
        ups, downs = [_label(parse, t) for t in left], [_label(parse, t) for t in down]
        path = f"{'^'.join(ups)}|{'_'.join(downs)}"
        bare = f"{'^'.join([deps[t] for t in left])}|{'_'.join([deps[t] for t in down])}"
        last = downs[-1] if downs else f"^{ups[-1]}"
        top = parse.stems[up[-1]] if up else "-"
        out = [
            "bias", f"p={path}", f"b={bare}", f"pk={path},{looks}", f"last={last}", f"top={top}",
            f"dk={deps[token]},{looks}",
        ]  # fmt: skip
        for group in self._classes:
            out.append(f"gp={group},{path}")
        if any(t in self._triggers for t in (*up, *down[:-1])):
            out += ("through", f"through={path}")
        if token in self._triggers:
            out += ("trigger", f"trigger={bare}")
        return out

    def _relation(self, token: int, looks: str) -> list[str]:
        """What the word is to the trigger, and to other triggers, however the sentence puts it."""
        out: list[str] = []
        for relation in self._relations.get(token, ()):
            plain = relation[0]
            out += (f"r={relation}", f"R={plain}", f"Rk={plain},{looks}")
            out += [f"Rg={plain},{group}" for group in self._classes]
        if token not in self._relations:
            out += [f"R-{plain}" for plain in self._filled]
        for other in self._others:
            out += [f"O={relation[0]}" for relation in other.get(token, ())]
        return out

    def _place(self, candidate: RoleCandidate, looks: str) -> list[str]:
        """The word itself, where it stands, and what hangs on it."""
        parse, token, trigger = self._parse, candidate.token, self._trigger
        before, word = ("<" if token < trigger else ">"), parse.stems[token]
        near = _distance(abs(token - trigger))
        low, high = (token, trigger) if token < trigger else (trigger, token)
        between = min(sum(low < t < high for t in self._triggers), 2)
        out = [
            f"k={looks}", f"w={word}", f"o={before}", f"v={self._voice}", f"gap={before}{near}", f"between={between}",
        ]  # fmt: skip
        out += [f"gw={group},{word}" for group in self._classes]
        if parse.lower[token] in signals("times"):
            out.append("time")
        for c in parse.children[token]:
            label = parse.deps[c]
            if label in _TOLD:
                out.append(f"c={label}")
        siblings = parse.children[parse.heads[token]]
        # The first of several alike is the likelier one.
        out.append("again" if any(c < token and parse.deps[c] == parse.deps[token] for c in siblings) else "first")
        return out


def _distance(gap: int) -> int:
    return gap if gap <= 2 else 4 if gap <= 4 else 8 if gap <= 8 else 16 if gap <= 16 else 32


def _label(parse: Parse, token: int) -> str:
    return parse.lower[token] if parse.deps[token] in ("prep", "agent") else parse.deps[token]
