"""From the head of an argument to the words that a reader would quote."""

from __future__ import annotations

from eventx_model.parse import Parse

# What follows a noun without being part of the shortest full phrase.
_TRAILING = frozenset(("relcl", "appos", "parataxis", "advcl", "acl", "dep", "npadvmod", "advmod"))
_INSIDE = frozenset(("-", "–", "'", "’", '"', "“", "”", "(", ")", "``", "''"))
_EDGES = frozenset((*",;:?!.-–—_‘’'“”\"", "--", "...", "``", "''"))


def phrase(parse: Parse, head: int, apart: frozenset[int] = frozenset()) -> tuple[int, int]:
    """The first token of the phrase of a head, and the token after its last.

    Args:
        parse: The sentence.
        head: A noun, a pronoun, a number, or a verb for a clause.
        apart: Heads of other arguments and of the trigger: prepositional phrases around them are left out.
    """
    if parse.tags[head].startswith("VB") and parse.deps[head] not in ("amod", "compound"):
        kept = _clause(parse, head)
    else:
        kept = set(_noun_phrase(parse, head, apart))
    first = last = head
    while first - 1 in kept or (first - 2 in kept and parse.deps[first - 1] == "punct"):
        first -= 1
    while last + 1 in kept or (last + 2 in kept and parse.deps[last + 1] in ("punct", "cc", "case")):
        last += 1
    return _strip(parse, first, last + 1, head)


def members(parse: Parse, head: int) -> list[tuple[int, int]]:
    """The phrases of the conjuncts of a coordinated head, none where it is not coordinated."""
    conjuncts, stack = [], [head]
    while stack:
        for c in parse.children[stack.pop()]:
            if parse.deps[c] == "conj" and not parse.tags[c].startswith("VB"):
                conjuncts.append(c)
                stack.append(c)
    if not conjuncts or parse.tags[head].startswith("VB"):
        return []
    heads = sorted((head, *conjuncts))
    return [phrase(parse, one, frozenset(heads) - {one}) for one in heads]


def _noun_phrase(parse: Parse, head: int, apart: frozenset[int]) -> list[int]:
    out = [head]
    for c in parse.children[head]:
        label = parse.deps[c]
        if label == "punct":
            if parse.words[c] in _INSIDE:
                out.append(c)
        elif not (
            c in apart
            or (c > head and label in _TRAILING)
            or (label == "conj" and parse.tags[c].startswith("VB"))
            or (label == "prep" and c > head and not _belongs(parse, c, apart))
        ):
            out += _noun_phrase(parse, c, apart)
    return out


def _belongs(parse: Parse, preposition: int, apart: frozenset[int]) -> bool:
    if parse.words[preposition - 1] == "," or parse.lower[preposition] in ("including", "like", "according", "such"):
        return False
    return not any(c in apart for c in parse.children[preposition])


def _clause(parse: Parse, verb: int) -> set[int]:
    kept = {verb}
    for c in parse.children[verb]:
        label = parse.deps[c]
        if label == "parataxis" or (label == "mark" and parse.lower[c] in ("that", "if", "whether")):
            continue
        if label == "conj" and any(parse.deps[g] in ("nsubj", "nsubjpass") for g in parse.children[c]):
            continue
        if label == "advcl" and c > verb and parse.words[c - 1] == ",":
            continue
        kept.update(parse.subtree(c))
    return kept


def _strip(parse: Parse, first: int, end: int, head: int) -> tuple[int, int]:
    words = parse.words
    while first < head and (words[first] in _EDGES or words[first] == ")"):
        first += 1
    while end - 1 > head and (
        words[end - 1] in _EDGES or words[end - 1] == "(" or parse.deps[end - 1] in ("case", "cc")
    ):
        end -= 1
    inside = words[first:end]
    if ")" in inside and "(" not in inside and inside[-1] == ")":
        end -= 1
    elif "(" in inside and ")" not in inside:
        if end < len(words) and words[end] == ")":
            end += 1
        elif first + inside.index("(") > head:
            end = first + inside.index("(")
    return first, end
