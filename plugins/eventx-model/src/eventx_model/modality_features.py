"""What the network of modality is told of a trigger: the small words around it, and what it hangs on."""

from __future__ import annotations

from eventx_model.network import Example
from eventx_model.parse import Parse
from eventx_model.words import cues, signals

_SMALL = frozenset(("aux", "auxpass", "neg", "det", "mark", "advmod", "prep", "poss", "nummod", "cc", "amod"))
_BESIDE = _SMALL | {"npadvmod", "tmod"}
_JOINING = frozenset(("conj", "appos"))
_LONGEST_CLIMB = 5


def modality_example(parse: Parse, trigger: int, type_name: str) -> Example:
    """What the network is told of a trigger.

    Args:
        parse: The sentence.
        trigger: Its token.
        type_name: Of the event.
    """
    lower, stems, deps, tags = parse.lower, parse.stems, parse.deps, parse.tags
    tag = tags[trigger]
    out = ["bias", f"type={type_name}", f"s={stems[trigger]}", f"t={tag}", f"w={lower[trigger]}"]
    out.append(f"tt={type_name},{tag}")
    out += [f"d={deps[trigger]}", f"td={tag},{deps[trigger]}"]
    small = {lower[c]: deps[c] for c in parse.children[trigger] if deps[c] in _SMALL}
    out += [f"c={word}" for word in small]
    out += [f"cl={label}" for label in small.values()]
    if not any(label in ("det", "poss") for label in small.values()):
        out += ("bare", f"bare={tag}")
    token, path = trigger, ""
    for step in range(_LONGEST_CLIMB):
        head = parse.heads[token]
        if head == token:
            out.append(f"root={step}")
            break
        path += f"^{deps[token]}"
        out += (f"u={step},{stems[head]}", f"U={stems[head]}", f"up={path},{stems[head]}", f"ut={path},{tags[head]}")
        for c in parse.children[head]:
            if c != token and deps[c] in ("aux", "neg", "mark", "auxpass"):
                out += (f"a={step},{lower[c]}", f"A={lower[c]}", f"ap={path},{lower[c]}")
        token = head
    out += _cues(parse, trigger)
    out += [f"in={word}" for word in signals("modality").intersection(lower)]
    for offset in (-3, -2, -1, 1, 2):
        if 0 <= trigger + offset < len(lower):
            out.append(f"n{offset}={lower[trigger + offset]}")
    return Example(names=out)


def _cues(parse: Parse, trigger: int) -> list[str]:
    """Classes of the small words beside the trigger and beside what it hangs on, and of what it hangs on."""
    told, lower, deps = cues(), parse.lower, parse.deps
    out: list[str] = []
    token, below, path = trigger, -1, "v" if parse.tags[trigger].startswith("VB") else "n"
    for step in range(_LONGEST_CLIMB):
        for c in parse.children[token]:
            if c != below and deps[c] in _BESIDE:
                for name in told.get(lower[c], ()):
                    out += (f"q={path},{name}", f"Q={min(step, 2)},{name}", f"QQ={name}")
        head, label = parse.heads[token], deps[token]
        if head == token:
            break
        if label not in _JOINING:
            path += f"^{label}"
        for name in told.get(lower[head], ()):
            out += (f"g={path},{name}", f"G={label},{name}", f"GG={name}")
        token, below = head, token
    return out
