"""What a form of a verb is used as: whether it is passive, whether it stands for a noun."""

from __future__ import annotations

from eventx_rules.tree import Tree

_NOMINAL = frozenset(
    ("pobj", "dobj", "nsubj", "nsubjpass", "attr", "compound", "conj", "appos", "ROOT", "poss", "nmod")
)


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb's surface subject is its logical object."""
    known = tree.memo.get(("passive", verb))
    if known is None:
        tree.memo["passive", verb] = known = _is_passive(tree, verb)
    return bool(known)


def _is_passive(tree: Tree, verb: int) -> bool:
    labels = {tree.deps[c] for c in tree.children[verb]}
    if "auxpass" in labels or "nsubjpass" in labels:
        return True
    if tree.tags[verb] not in ("VBN", "VBD", "JJ"):
        return False
    if tree.deps[verb] == "amod":
        return True
    if tree.tags[verb] == "VBN" and tree.deps[verb] == "ccomp" and not labels & {"aux", "dobj", "mark"}:
        # "leaving ten people wounded", "saw his mother killed"
        return True
    if "nsubj" in labels or "dobj" in labels:
        return False
    if tree.deps[verb] == "conj" and tree.is_noun(tree.heads[verb]):
        # "the party, in power and accused of theft"
        return tree.tags[verb] == "VBN" and "aux" not in labels
    if tree.deps[verb] == "conj":
        # "was shot and killed": the participle shares the auxiliary as well.
        return "aux" not in labels and is_passive(tree, tree.heads[verb])
    if "agent" in labels:
        return True
    return tree.tags[verb] == "VBN" and "aux" not in labels


def is_nominal(tree: Tree, i: int) -> bool:
    """Whether a gerund is used as a noun: "the shelling of", "their killing"."""
    if tree.tags[i] == "VBG" and tree.deps[i] == "csubj" and tree.child(i, "dobj") is None:
        # "shelling by troops wrecked the port"
        return tree.child(i, "prep") is not None
    if tree.tags[i] == "VBG" and tree.deps[i] == "nsubj" and any(tree.lower[c] == "between" for c in tree.children[i]):
        # "fighting between the two killed ten"
        return True
    if tree.tags[i] == "VBG" and tree.deps[i] in _NOMINAL:
        return any(tree.deps[c] in ("det", "poss", "amod", "compound") for c in tree.children[i]) or any(
            tree.lower[c] == "of" for c in tree.children[i]
        )
    return False
