"""Subjects and objects as they are understood, not as they stand: of conjuncts, participles, infinitives, nouns."""

from __future__ import annotations

from eventx_model.parse import Parse

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass"))
_RELATIVES = frozenset(("who", "whom", "which", "that", "whose"))
# More steps up than any construction takes.
_LONGEST_CLIMB = 4


def understood(parse: Parse, trigger: int) -> dict[int, list[str]]:
    """Who does it and to whom it is done, as far as the parse tells.

    Returns:
        For tokens that stand in such a relation to the trigger, the relations: ``S`` or ``O``, and how it was found.
    """
    found: dict[int, list[str]] = {}
    if parse.tags[trigger].startswith("VB") and not _is_noun(parse, trigger):
        _of_verb(parse, trigger, found)
    else:
        _of_noun(parse, trigger, found)
    return found


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether what a verb's subject names is what it is done to."""
    deps = parse.deps
    if any(deps[c] in ("auxpass", "nsubjpass") for c in parse.children[verb]):
        return True
    if parse.tags[verb] != "VBN":
        return False
    if deps[verb] in ("acl", "amod", "advcl"):
        return not any(deps[c] == "aux" for c in parse.children[verb])
    return (
        deps[verb] == "conj"
        and not any(deps[c] == "aux" for c in parse.children[verb])
        and is_passive(parse, parse.heads[verb])
    )


def _is_noun(parse: Parse, token: int) -> bool:
    return parse.tags[token] == "VBG" and any(parse.deps[c] in ("det", "poss", "amod") for c in parse.children[token])


def _add(found: dict[int, list[str]], token: int, relation: str) -> None:
    found.setdefault(token, []).append(relation)


def _of_verb(parse: Parse, verb: int, found: dict[int, list[str]]) -> None:
    passive = is_passive(parse, verb)
    first, other = ("O", "S") if passive else ("S", "O")
    subject, how = subject_of(parse, verb)
    if subject is not None:
        _add(found, subject, f"{first}:{how}")
    objects = [c for c in parse.children[verb] if parse.deps[c] in ("dobj", "dative", "oprd")]
    for c in objects:
        _add(found, c, "O:own")
    for c in parse.children[verb]:
        if parse.deps[c] == "agent" or (passive and parse.deps[c] == "prep" and parse.lower[c] == "by"):
            for o in parse.children[c]:
                if parse.deps[o] == "pobj":
                    _add(found, o, f"{other}:by")
    if not objects and not passive:
        if parse.deps[verb] == "conj" and parse.heads[verb] < verb:
            for c in parse.children[verb]:
                if parse.deps[c] == "prep":
                    return
        if parse.deps[verb] == "relcl" and how == "own" and parse.lower[subject or 0] not in _RELATIVES:
            _add(found, parse.heads[verb], "O:relcl")
        # "attacked and killed ten": the object stands with the last conjunct.
        for c in parse.children[verb]:
            if parse.deps[c] == "conj":
                for o in parse.children[c]:
                    if parse.deps[o] == "dobj":
                        _add(found, o, "O:conj")


def subject_of(parse: Parse, verb: int) -> tuple[int | None, str]:
    """The token of a verb's subject, looked for above where it has none of its own, and how it was found."""
    how = ""
    for _ in range(_LONGEST_CLIMB):
        for c in parse.children[verb]:
            if parse.deps[c] in _SUBJECTS:
                if parse.lower[c] in _RELATIVES and parse.deps[verb] in ("relcl", "acl"):
                    return parse.heads[verb], how or "relcl"
                return c, how or "own"
        label, head = parse.deps[verb], parse.heads[verb]
        if head == verb:
            return None, ""
        if label in ("acl", "amod", "relcl"):
            return head, how or label
        if label == "xcomp":
            for c in parse.children[head]:
                if parse.deps[c] == "dobj":
                    return c, how or "xobj"
        elif label == "pcomp":
            how = how or "pcomp"
            head = parse.heads[head]
            if parse.tags[head][:2] == "NN":
                return head, "pnoun"
        elif label not in ("conj", "advcl", "ccomp"):
            return None, ""
        if parse.tags[head][:2] != "VB":
            return None, ""
        how = how or label
        verb = head
    return None, ""


def _of_noun(parse: Parse, noun: int, found: dict[int, list[str]]) -> None:
    for c in parse.children[noun]:
        if parse.deps[c] == "poss":
            _add(found, c, "S:poss")
        elif parse.deps[c] in ("acl", "relcl") and parse.tags[c][:2] == "VB":
            for g in parse.children[c]:
                if parse.deps[g] == "agent":
                    for o in parse.children[g]:
                        _add(found, o, "S:acl")
                elif parse.deps[g] == "dobj":
                    _add(found, g, "O:acl")
    token = noun
    for _ in range(_LONGEST_CLIMB):
        label, head = parse.deps[token], parse.heads[token]
        if head == token:
            return
        if parse.tags[head][:2] == "VB" and label in ("dobj", "nsubjpass", "attr", "nsubj"):
            if label in ("dobj", "attr"):
                subject, _ = subject_of(parse, head)
                if subject is not None:
                    _add(found, subject, f"S:{label}")
            elif label == "nsubj":
                for c in parse.children[head]:
                    if parse.deps[c] == "dobj":
                        _add(found, c, "O:nsubj")
            else:
                for c in parse.children[head]:
                    if parse.deps[c] == "agent":
                        for o in parse.children[c]:
                            _add(found, o, "S:passive")
            return
        if label == "pobj":
            preposition, above = parse.lower[head], parse.heads[head]
            if parse.tags[above][:2] == "VB":
                subject, _ = subject_of(parse, above)
                if subject is not None:
                    _add(found, subject, f"{'P' if is_passive(parse, above) else 'S'}:{preposition}")
                for c in parse.children[above]:
                    if parse.deps[c] == "dobj":
                        _add(found, c, f"O:{preposition}")
                return
            token = above
            continue
        if label not in ("compound", "conj", "appos"):
            return
        token = head
