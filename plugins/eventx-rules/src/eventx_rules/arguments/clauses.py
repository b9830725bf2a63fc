"""From a verb to the words of its clause that a reader would quote."""

from __future__ import annotations

from eventx_rules.arguments.edges import strip
from eventx_rules.day_words import is_dated
from eventx_rules.tree import Tree


def clause(tree: Tree, verb: int) -> tuple[int, int]:
    """A clause without the word that introduces it, and without what only trails behind it."""
    tokens = {verb}
    deed = tree.deps[verb] == "pcomp" and tree.child(verb, "conj") is None
    aim = tree.is_infinitive(verb) and tree.child(verb, "conj") is None
    for c in tree.children[verb]:
        label = tree.deps[c]
        if (label == "mark" and tree.lower[c] in ("that", "if", "whether")) or label == "parataxis":
            continue
        if label == "conj" and tree.has_subject(c):
            continue
        if label == "advcl" and c > verb and _is_aside(tree, c):
            continue
        if (deed or aim) and c > verb and is_dated(tree, c):
            # "accused of shooting two guards on Thursday at the mill": the deed, and not when and where it was done.
            break
        tokens.update(tree.subtree(c))
    first = last = verb
    while first - 1 in tokens:
        first -= 1
    while last + 1 in tokens or (last + 2 in tokens and tree.words[last + 1] == ","):
        last += 1
    end = _without_tail(tree, verb, first, last + 1)
    return strip(tree, _without_front(tree, verb, first, end), end, verb)


def _without_front(tree: Tree, verb: int, first: int, end: int) -> int:
    """Where a clause begins without what stands before its subject, and without a subject longer than what it does."""
    if tree.lower[first] == "that" and first + 1 < verb:
        first += 1
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if subject is None or not first <= subject < verb:
        return first
    below = [t for t in tree.subtree(subject) if t >= first]
    if min(below) > first and tree.words[min(below) - 1] == ",":
        first = min(below)
    aside = any(tree.deps[t] in ("relcl", "appos", "acl") for t in below)
    return max(below) + 1 if aside and len(below) > end - max(below) else first


def _is_aside(tree: Tree, clause: int) -> bool:
    """Whether an adverbial clause is added, or gives a reason or a contrast, rather than belonging to what is said."""
    start = min(tree.subtree(clause))
    if tree.words[start - 1] == "," and tree.lower[start] != "then":
        return True
    return any(
        tree.lower[c] in ("because", "although", "though", "since", "while", "whereas") for c in tree.children[clause]
    )


def _without_tail(tree: Tree, verb: int, first: int, end: int) -> int:
    """The end of a clause without a relative clause or an apposition that closes it."""
    aim = any(tree.tags[c] == "TO" for c in tree.children[verb])
    for token in range(verb + 1, end):
        label = tree.deps[token]
        behind = tree.tags[token] == "IN" or tree.lower[token] == "ahead"
        if aim and behind and token > verb + 1 and tree.words[token - 1] == ",":
            # "to hold talks, ahead of the vote"
            return token - 1
        if aim and label == "advcl" and max(tree.subtree(token)) >= end - 2:
            opening = min(tree.subtree(token))
            introduced = tree.deps[opening] in ("mark", "advmod") and tree.lower[opening] not in ("for", "that")
            if verb + 1 < opening and introduced:
                # "to brief the king after a raid hit the port": what is aimed at ends before "after".
                return opening
        trailing = label in ("relcl", "appos") or (label == "acl" and tree.tags[token] == "VBN")
        if not trailing or tree.heads[token] < first or tree.heads[token] >= token:
            continue
        below = list(tree.subtree(token))
        start = min(below)
        if max(below) < end - 2 or start <= verb + 1:
            continue
        if tree.words[start - 1] == "," or (label == "relcl" and tree.tags[start] in ("WDT", "WP", "WRB")):
            # "Maria Lopez, 54, a widow": the age goes with the rest.
            aged = start - 4 >= verb and tree.words[start - 1] == tree.words[start - 3] == ","
            return start - 3 if aged and tree.tags[start - 2] == "CD" else start
    return end
