"""Mending clauses in which somebody is said to do something: "who police say fled", "…, police said, killing two"."""

from __future__ import annotations

from eventx_rules.lexicon.inflect import verb_forms
from eventx_rules.tree import Tree

_SAYING = frozenset(
    form
    for lemma in ("say", "allege", "believe", "claim", "think", "suspect", "report", "admit", "insist", "know")
    for form in verb_forms(lemma)
)
_REPORTING = frozenset(form for lemma in ("say", "report", "tell", "announce", "add") for form in verb_forms(lemma))
# What a speaker does by speaking, or while he does.
_SPEAKING = frozenset(
    (
        "accusing", "adding", "admitting", "alleging", "alluding", "announcing", "arguing", "asking", "blaming",
        "calling", "citing", "claiming", "comparing", "complaining", "conceding", "condemning", "confirming",
        "criticising", "criticizing", "declining", "denouncing", "denying", "describing", "dismissing",
        "echoing", "explaining", "expressing", "giving", "insisting", "invoking", "joking", "laughing",
        "naming", "noting", "pointing", "praising", "predicting", "promising", "quoting", "reading",
        "recalling", "referring", "rejecting", "repeating", "saying", "shaking", "smiling", "speaking",
        "standing", "stressing", "suggesting", "talking", "urging", "using", "voicing", "vowing", "warning",
        "weeping", "writing",
    )
)  # fmt: skip
_QUOTES = frozenset('"“”„«»') | {"``", "''"}


def said_of_who(tree: Tree, verb: int) -> None:
    """ "The man, who police say fled": who is the subject of the fleeing."""
    if tree.lower[verb] not in _SAYING:
        return
    who = next(
        (c for c in tree.all(verb, "nsubj", "dobj") if c < verb and tree.tags[c] in ("WP", "WDT") and c + 1 < verb),
        None,
    )
    if who is None or not any(c > who and tree.deps[c] == "nsubj" for c in tree.children[verb] if c < verb):
        return
    told = tree.child(verb, "ccomp", "xcomp")
    if told is None and verb + 1 < len(tree) and tree.tags[verb + 1] in ("VBN", "VBD"):
        # "who police say bribed officials": the bribing is taken for what officials are like.
        noun = tree.heads[verb + 1]
        if tree.deps[verb + 1] == "amod" and tree.deps[noun] == "dobj" and tree.heads[noun] == verb:
            told = verb + 1
            tree.hang(told, verb, "ccomp")
            tree.tags[told] = "VBD"
            tree.hang(noun, told, "dobj")
    if (
        told is not None
        and tree.is_verb(told)
        and not tree.has_subject(told)
        and "to" not in (tree.lower[c] for c in tree.children[told])
    ):
        tree.relabel(told, "ccomp")
        if tree.tags[told] == "VBN" and tree.child(told, "aux", "auxpass") is None:
            tree.tags[told] = "VBD"
        passive = tree.child(told, "auxpass") is not None
        tree.hang(who, told, "nsubjpass" if passive else "nsubj")


def saying_taken_for_an_auxiliary(tree: Tree, saying: int) -> None:
    """ "A man who police say shot a boy": the man shot him, and police only say so."""
    verb = tree.heads[saying]
    if saying != verb - 1 or tree.lower[saying] not in _SAYING or tree.deps[verb] != "relcl":
        return
    who = next((t for t in tree.subtree(verb) if t < saying and tree.tags[t] in ("WP", "WDT")), None)
    speaker = next((c for c in tree.all(verb, "nsubj") if who is not None and who < c < saying), None)
    if who is None or speaker is None:
        return
    tree.hang(who, verb, "nsubj")
    tree.swap(saying, verb, "ccomp")
    tree.hang(speaker, saying, "nsubj")
    tree.tags[verb] = "VBD"


def participle_behind_a_saying(tree: Tree, participle: int) -> None:
    """ "A bomb hit the market, police said, killing nine": police killed nobody."""
    saying = tree.heads[participle]
    if tree.tags[participle] not in ("VBG", "VBN"):
        return
    if tree.lower[saying] not in _REPORTING or tree.lower[participle] in _SPEAKING or participle < saying:
        return
    if tree.has_subject(participle) or tree.child(participle, "mark", "advmod") is not None:
        return
    told = tree.heads[saying] if tree.deps[saying] == "parataxis" else tree.child(saying, "ccomp")
    if told is None or told > saying or not tree.is_verb(told):
        return
    if tree.words[told + 1 : saying] and any(word in _QUOTES for word in tree.words[told + 1 : saying]):
        # "'We hit it,' he said, waving": he waved.
        return
    tree.hang(participle, told, "advcl")


def speaking_behind_what_is_said(tree: Tree, participle: int) -> None:
    """ "Holm said the army had fired first, accusing it of …": who said the one did the other.

    Args:
        tree: The sentence; changed in place.
        participle: A participle that is taken for a clause of its own.
    """
    told = tree.heads[participle]
    if tree.lower[participle] not in _SPEAKING or told > participle or tree.has_subject(participle):
        return
    if tree.lower[told] in _SAYING or tree.words[min(tree.subtree(participle)) - 1] != ",":
        return
    for above in tree.ancestors(told):
        if tree.deps[told] not in ("ccomp", "advcl", "xcomp") or not tree.is_verb(above):
            return
        if tree.deps[told] == "ccomp" and tree.tags[above] in ("VBD", "VBZ", "VBP") and above < told:
            tree.hang(participle, above, "advcl")
            return
        told = above


def alleged(tree: Tree, word: int) -> None:
    """ "The alleged forger": who or what is alleged is its object, which no adjective has."""
    if tree.lower[word] == "alleged":
        tree.tags[word] = "VBN"


def accusing_taken_for_a_kind(tree: Tree, word: int) -> None:
    """ "Oslo alleged Lima was lying", "prosecutors allege he lied": it is said, and nobody is an alleged Lima.

    Args:
        tree: The sentence; changed in place.
        word: What is taken for an adjective or a noun before a clause.
    """
    noun = tree.heads[word]
    speaker = tree.child(word, "nsubj", "compound")
    told = noun if tree.is_verb(noun) else tree.heads[noun]
    subject = tree.child(told, "nsubj", "nsubjpass")
    if tree.lower[word] not in _ALLEGING or speaker is None or speaker != word - 1 or subject is None:
        return
    if not tree.is_verb(told) or not word < subject < told or noun not in (subject, told):
        return
    tree.tags[word] = "VBD" if tree.lower[word] == "alleged" else "VBP"
    tree.hang(word, told, "dep")
    tree.swap(word, told, "ccomp")
    tree.hang(speaker, word, "nsubj")


_ALLEGING = frozenset(("alleged", "allege"))
