"""What the network of triggers is told of a word: itself, its place in the parse, and what stands around it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from eventx_model.kinds import kind
from eventx_model.parse import Parse


def candidates(parse: Parse, bases: Collection[str]) -> list[int]:
    """The tokens of words that may be triggers.

    Args:
        parse: The sentence.
        bases: Of such words.
    """
    return [
        i
        for i, s in enumerate(parse.bases)
        if s in bases and parse.deps[i] not in ("aux", "auxpass") and parse.tags[i] not in ("NNP", "NNPS", "MD")
    ]


def trigger_features(parse: Parse, i: int, classes: Mapping[str, Sequence[str]]) -> list[str]:
    """The features of token ``i``.

    Args:
        parse: The sentence.
        i: The token.
        classes: Word classes by base.
    """
    stems, tags, deps, lower = parse.stems, parse.tags, parse.deps, parse.lower
    word, s, tag, dep, head = lower[i], stems[i], tags[i], deps[i], parse.heads[i]
    hs = stems[head] if head != i else "ROOT"
    out = [
        "bias", f"s={s}", f"st={s},{tag}", f"suffix={word[-3:]}", f"td={tag},{dep}",
        f"h={hs}", f"dh={dep},{hs}", f"hd={dep},{tags[head]}",
    ]  # fmt: skip
    kinds = classes.get(parse.bases[i], ())
    looks = kind(parse, head)
    for k in kinds:
        out += (f"k={k}", f"kdk={k},{dep},{looks}")
    labels = set()
    for c in parse.children[i]:
        label, cs = deps[c], stems[c]
        labels.add(label)
        if label == "prep":
            p = lower[c]
            out.append(f"p={p}")
            out += [f"kp={k},{p}" for k in kinds]
            for o in parse.children[c]:
                looks = kind(parse, o)
                out.append(f"pk={p},{looks}")
                out += [f"kpk={k},{p},{looks}" for k in kinds]
        elif label != "punct":
            out += (f"c={label},{cs}", f"ck={label},{kind(parse, c)}")
    out += [f"l={label}" for label in labels]
    for offset in (-1, 1):
        j = i + offset
        near = lower[j] if 0 <= j < len(lower) else ""
        out += (f"n{offset}={near}", f"nt{offset}={tags[j] if near else ''}")
    if tag in ("NN", "NNS"):
        agent = word.rstrip("s")[-2:]
        out += (f"agent={agent}", *(f"ka={k},{agent}" for k in kinds))
    return out


_SUBJECTS = frozenset(("nsubj", "nsubjpass", "poss", "agent"))
_NEAR = 5


def trigger_groups(parse: Parse, i: int) -> list[list[int]]:
    """The words whose vectors count for token ``i``: itself, its head, who and what, the sentence, and what is near."""
    rows, deps = parse.rows, parse.deps
    subjects, objects = [], []
    for c in parse.children[i]:
        if deps[c] in _SUBJECTS:
            subjects.append(rows[c])
        elif deps[c] == "dobj":
            objects.append(rows[c])
        elif deps[c] == "prep":
            objects += [rows[o] for o in parse.children[c]]
    content = [rows[j] for j in parse.content if j != i]
    near = [rows[j] for j in parse.content if j != i and i - _NEAR <= j <= i + _NEAR]
    head = [rows[parse.heads[i]]] if parse.heads[i] != i else []
    return [[rows[i]], head, subjects, objects, content, near]
