"""Whose words a text is: who accuses in "the council issued a statement accusing the port"."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from eventx_rules.arguments.antecedents import antecedent
from eventx_rules.arguments.understood import doer
from eventx_rules.arguments.voice import is_passive
from eventx_rules.lexicon.inflect import noun_forms, verb_forms
from eventx_rules.tree import Tree


@cache
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = tomllib.loads(resources.files("eventx_rules.data").joinpath("uttered.toml").read_text(encoding="utf-8"))
    texts = frozenset(form for lemma in data["texts"] for form in noun_forms(lemma))
    return texts, frozenset(form for lemma in data["verbs"] for form in verb_forms(lemma)), frozenset(data["platforms"])


def utterer(tree: Tree, token: int) -> int:
    """Who speaks where a text is said to: its possessor or author, or who issues, chants or files it.

    Args:
        tree: The sentence.
        token: Who or what speaks.

    Returns:
        The token itself where it is no text, or nobody is named.
    """
    texts, verbs, platforms = _words()
    if tree.lower[token] in platforms and tree.deps[token] == "pobj":
        above = next((a for a in tree.ancestors(token) if tree.lower[a] in verbs), token)
        return next(iter(doer(tree, above)), token) if above != token else token
    if tree.lower[token] not in texts:
        return token
    own = [antecedent(tree, c) for c in tree.all(token, "poss")]
    by = [c for p in tree.all(token, "prep") if tree.lower[p] in ("by", "from") for c in tree.all(p, "pobj")]
    verb = tree.heads[token]
    if not own and not by and tree.lower[verb] in verbs:
        passive = tree.deps[token] == "nsubjpass" and is_passive(tree, verb)
        if passive or tree.deps[token] == "dobj":
            by = doer(tree, verb)
    if not own and not by:
        # "a suit filed by two nuns"
        by = [
            c for v in tree.all(token, "acl") if tree.lower[v] in verbs and is_passive(tree, v) for c in doer(tree, v)
        ]
    return next((c for c in (*own, *by) if tree.is_noun(c) or tree.tags[c][:3] == "PRP"), token)
