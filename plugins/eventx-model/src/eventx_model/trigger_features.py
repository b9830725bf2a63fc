"""What the trigger head is told of a word: itself, its place in the parse, and what stands around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eventx_model.parse import Parse

_OBJECTS = frozenset(("dobj", "nsubjpass", "pobj", "attr"))
_SUBJECTS = frozenset(("nsubj", "agent", "poss", "csubj"))


def shape(parse: Parse, token: int) -> str:
    """What kind of word it is, coarsely: tag, and whether it looks like a name."""
    return parse.tags[token]


def candidates(parse: Parse, classes: Mapping[str, Sequence[str]]) -> list[int]:
    """The tokens whose stem is that of a word that may be a trigger."""
    return [
        i
        for i, s in enumerate(parse.stems)
        if s in classes and parse.deps[i] not in ("aux", "auxpass") and parse.tags[i] not in ("NNP", "NNPS", "MD")
    ]


def trigger_features(
    parse: Parse, i: int, classes: Mapping[str, Sequence[str]], present: Sequence[str], topic: Sequence[str]
) -> list[str]:
    """The features of token ``i``.

    Args:
        parse: The sentence.
        i: The token.
        classes: Word classes by stem.
        present: Stems of all words of the sentence that may be triggers.
        topic: Features that hold of the whole article.
    """
    stems, tags, deps, lower = parse.stems, parse.tags, parse.deps, parse.lower
    word, s, tag, dep, head = lower[i], stems[i], tags[i], deps[i], parse.heads[i]
    out = ["bias", f"w={word}", f"s={s}", f"t={tag}", f"d={dep}", f"td={tag},{dep}", f"st={s},{tag}", f"sd={s},{dep}"]
    out += (f"suffix={word[-3:]}", f"prefix={word[:4]}")
    kinds = classes.get(s, ())
    out += [f"k={k}" for k in kinds]
    out += [f"kt={k},{tag}" for k in kinds]
    hs = stems[head] if head != i else "ROOT"
    out += (f"h={hs}", f"dh={dep},{hs}", f"sh={s},{hs}", f"hd={dep},{tags[head]}")
    out += [f"kd={k},{dep}" for k in kinds]
    out += [f"kh={k},{hs}" for k in kinds]
    out += [f"hk={k}" for k in classes.get(hs, ())]
    if dep == "pobj" and parse.heads[head] != head:
        g = parse.heads[head]
        out += (f"g={stems[g]}", f"pg={lower[head]},{stems[g]}", f"spg={s},{lower[head]},{stems[g]}")
    labels = set()
    for c in parse.children[i]:
        label, cs = deps[c], stems[c]
        labels.add(label)
        if label == "prep":
            p = lower[c]
            out += (f"p={p}", f"sp={s},{p}")
            out += [f"kp={k},{p}" for k in kinds]
            for o in parse.children[c]:
                out += (f"po={p},{stems[o]}", f"pt={p},{tags[o]}", f"spt={s},{p},{tags[o]}")
        elif label != "punct":
            out += (f"c={label},{cs}", f"ct={label},{tags[c]}", f"sct={s},{label},{tags[c]}")
            out += [f"kc={k},{label},{cs}" for k in kinds]
    out += [f"l={label}" for label in labels]
    out += [f"sl={s},{label}" for label in labels]
    out += [f"kl={k},{label}" for k in kinds for label in labels]
    for offset in (-2, -1, 1, 2):
        j = i + offset
        near = lower[j] if 0 <= j < len(lower) else ""
        out.append(f"n{offset}={near}")
        if abs(offset) == 1:
            out += (f"s{offset}={s},{near}", f"nt{offset}={tags[j] if near else ''}")
    out += [f"b={other}" for other in present if other != s]
    out += [f"sb={s},{other}" for other in present if other != s]
    out += [f"kb={k},{other}" for k in kinds for other in present if other != s]
    out += topic
    out += [f"x={t},{k}" for t in topic for k in kinds]
    return out
