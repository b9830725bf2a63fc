"""Kinds of events: nouns and clauses that speak of no particular one."""

from __future__ import annotations

from eventx_rules.modality.cues import Cues, ModalityFinding, finding


def generic(cues: Cues, top: int, *, nominal: bool) -> ModalityFinding | None:
    """The finding that a trigger is generic, or None.

    Args:
        cues: The sentence's cues.
        top: The trigger's highest token.
        nominal: Whether it stands where a noun stands.
    """
    return _of_noun(cues, top) if nominal else _of_clause(cues, top)


def _of_noun(cues: Cues, top: int) -> ModalityFinding | None:
    tree, words = cues.tree, cues.words
    if not cues.is_bare(top):
        return None
    node = tree.first_conjunct(top)
    dep, head = tree.deps[node], tree.heads[node]
    governor = tree.lower[head]
    if dep in ("compound", "nmod") and governor in words.generic_wholes and cues.is_bare(head):
        return finding("generic", f"tells which '{tree.words[head]}' are meant")
    if dep == "pobj":
        # "planning and executing attacks": parsers often hang the noun on the preposition before the gerunds.
        gerund = tree.child(head, "pcomp")
        if gerund is not None and tree.lower[gerund] in words.generic_acts:
            return finding("generic", f"bare plural governed by '{tree.words[gerund]}'")
        source = governor in ("from", "by")
        head = tree.heads[head]
        # "support for raids" means any, "support from air strikes" certain ones.
        if tree.lower[head] in words.generic_nouns and not source:
            return finding("generic", f"bare noun governed by '{tree.words[head]}'")
        governor = f"{tree.lower[head]} {governor}"
    if dep in ("dobj", "pobj") and governor in words.generic_verbs and not _is_particular(cues, top):
        return finding("generic", f"bare noun governed by '{governor}'")
    changing = dep == "nsubj" and tree.lower[head] in words.generic_changes and cues.is_present(head)
    if changing and not _is_particular(cues, top):
        # "Murder has fallen", "mass shootings have become common"
        return finding("generic", f"bare noun, subject of '{tree.words[head]}'")
    if tree.tags[top] != "NNS":
        return None
    if tree.deps[node] == "pobj" and tree.lower[tree.heads[node]] == "as" and _begins_clause(cues, node):
        return finding("generic", "bare plural, subject of a present")
    if dep == "dobj" and governor in words.generic_acts and _is_tenseless(cues, head):
        return finding("generic", f"bare plural governed by the tenseless '{governor}'")
    if dep == "nsubj" and tree.tags[head] in ("VBZ", "VBP") and not _is_particular(cues, top):
        return finding("generic", f"bare plural, subject of the present '{tree.words[head]}'")
    return None


def _begins_clause(cues: Cues, noun: int) -> bool:
    """Whether a present tense follows what the parser took for a mere phrase: "as raids and bombings cost lives"."""
    tree = cues.tree
    behind = max(tree.subtree(noun)) + 1
    return behind < len(tree) and tree.tags[behind] == "VBP"


def _is_particular(cues: Cues, noun: int) -> bool:
    """Whether a bare plural has certain acts in mind: "recent raids show …", "the raids in Oran show …"."""
    tree = cues.tree
    return any(
        tree.deps[c] in ("amod", "compound", "nmod")
        and (tree.lower[c] in cues.words.particular or tree.tags[c] == "NNP")
        for c in tree.children[noun]
    ) or any(tree.tags[n] in ("NNP", "PRP") for p in tree.all(noun, "prep") for n in tree.subtree(p))


def _is_tenseless(cues: Cues, verb: int) -> bool:
    tree = cues.tree
    if tree.deps[verb] == "xcomp" and tree.lower[tree.heads[verb]] in cues.words.going_on:
        # "continues to launch attacks"
        return False
    if tree.tags[verb] == "VBG":
        return tree.deps[tree.first_conjunct(verb)] in ("pcomp", "xcomp", "csubj")
    return tree.tags[verb] == "VB" and not any(tree.tags[c] == "MD" for c in tree.children[verb])


_COUNTED = frozenset(("numerous", "many", "several", "few", "more", "other"))


def _of_clause(cues: Cues, top: int) -> ModalityFinding | None:
    tree, words = cues.tree, cues.words
    verb = tree.first_conjunct(top)
    head, dep = tree.heads[verb], tree.deps[verb]
    if dep == "relcl" and cues.is_bare(head):
        counted = any(tree.lower[c] in _COUNTED for c in tree.all(head, "amod"))
        kind = tree.lower[head] in words.generic_heads and cues.is_present(verb) and not counted
        if kind or (tree.tags[top] == "VBP" and tree.tags[head] == "NNS"):
            return finding("generic", f"tells which '{tree.words[head]}' are meant")
    if dep in ("acl", "relcl") and cues.is_bare(head) and tree.lower[head] in words.generic_heads:
        told = [n for p in tree.all(verb, "prep") for n in tree.all(p, "pobj")]
        if tree.lower[top] in words.generic_charges and told and all(cues.is_bare(n) for n in told):
            return finding("generic", f"tells which '{tree.words[head]}' are meant")
    if dep == "amod" and tree.tags[top] == "VBG" and cues.is_bare(head) and tree.tags[head] == "NNS":
        clause = next((above for above in tree.ancestors(head) if tree.is_verb(above)), None)
        if clause is not None and tree.tags[clause] in ("VBZ", "VBP"):
            return finding("generic", f"bare plural '{tree.words[head]}' beside a present")
    marks = {tree.lower[c] for c in tree.children[verb]}
    if tree.tags[top] in ("VBZ", "VBP") and marks & words.generic_adverbs:
        return finding("generic", "a habit")
    if dep in ("advcl", "xcomp") and tree.tags[verb] == "VBG" and "when" in marks:
        if tree.tags[head] in ("VB", "VBP", "VBZ"):
            return finding("generic", "'when' with a gerund beside a present tense")
        return None
    subject = tree.child(verb, "nsubj")
    anybody = subject is not None and tree.lower[subject] in ("you", "one")
    if subject is not None and anybody and cues.is_present(verb) and marks & {"when", "whenever", "if"}:
        return finding("generic", f"anybody's '{tree.words[subject]}'")
    return None
