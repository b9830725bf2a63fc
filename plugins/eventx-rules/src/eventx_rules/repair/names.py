"""Mending names that the parser tears apart: a town from its country, a person from the title before the name."""

from __future__ import annotations

from eventx_rules.tree import Tree

# Adjectives that look like participles: "accused neighbouring Velmark of …" accuses nobody of neighbouring, and "talks
# with visiting President Holm" visit nobody.
_LIKE_PARTICIPLES = frozenset(
    ("neighbouring", "neighboring", "ruling", "visiting", "remaining", "opposing", "warring", "leading", "fleeing")
)

_BEFORE = frozenset(("compound", "nmod", "amod"))
_VERBS = frozenset(("VB", "VBD", "VBN", "VBP", "VBZ"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))


def repair_names(tree: Tree, countries: frozenset[str]) -> None:
    """Join what belongs to one name, in place.

    Args:
        tree: The sentence.
        countries: Names of countries and states, their last words in lower case.
    """
    for token, tag in enumerate(tree.tags):
        if tag == "NNP" and token >= 2 and tree.lower[token] in countries:
            _country_behind_town(tree, token)
        elif tag == "NNP" and tree.deps[token] == "appos":
            _second_of_a_list(tree, token)
            _name_behind_what_it_is(tree, token)
        elif tag == "NNP" and tree.deps[token] in _BEFORE and token and tree.deps[token - 1] in _BEFORE:
            _name_before_noun(tree, token)
        elif tag == "VBG" and tree.lower[token] in _LIKE_PARTICIPLES:
            _adjective_before_name(tree, token)
        elif tag in _VERBS and tree.deps[token] in _SUBJECTS and not tree.children[token]:
            # "Franken denied it": verbs are no subjects.
            tree.tags[token] = "NNP"
    _title_before_name(tree)
    _name_at_the_start(tree)


def _name_at_the_start(tree: Tree) -> None:
    """ "Page denied it": a word that the article knows as a name is one where its capital says nothing, too."""
    start = 1 if tree.words and tree.words[0] in ('"', "“", "``") else 0
    if start >= len(tree) or tree.deps[start] not in ("nsubj", "nsubjpass", "poss") or tree.tags[start][:3] == "NNP":
        return
    if tree.tags[start] in ("NN", "NNS", "JJ", "VB", "VBG") and tree.article.is_name(tree.words[start]):
        tree.tags[start] = "NNPS" if tree.tags[start] == "NNS" else "NNP"


_FINITE = frozenset(("VBD", "VBZ"))


def visiting(tree: Tree, word: int) -> None:
    """ "Visiting Danish premier Holm": what he does is no part of the name."""
    if tree.lower[word] == "visiting":
        tree.relabel(word, "amod")


def name_before_its_verb(tree: Tree, name: int) -> None:
    """ "Merkel travels to Oman": what is compounded with a finite verb is its subject.

    Args:
        tree: The sentence; changed in place.
        name: What is taken for the first part of a compound.
    """
    verb = tree.heads[name]
    finite = tree.tags[verb] in _FINITE and tree.deps[verb] in ("ROOT", "ccomp", "conj", "advcl")
    if verb == name + 1 and finite and tree.is_noun(name) and not tree.has_subject(verb):
        tree.relabel(name, "nsubj")


def kind_beside_its_name(tree: Tree, noun: int) -> None:
    """ "The medical charity Help blamed them": what stands right before the subject's name belongs to it.

    Args:
        tree: The sentence; changed in place.
        noun: The subject of a verb.
    """
    name = noun + 1
    if tree.tags[noun] != "NN" or name >= len(tree) or tree.child(noun, "det") is None:
        return
    while tree.deps[name] == "compound" and tree.heads[name] == name + 1:
        name += 1
    beside = tree.heads[name] == tree.heads[noun] and tree.deps[name] in ("nsubj", "nsubjpass")
    if beside and tree.tags[name][:3] == "NNP":
        tree.hang(noun, name, "compound")


_TOWNS = frozenset(("capital", "city", "town", "village", "port", "suburb", "district", "province", "region", "state"))


def name_beside_its_town(tree: Tree, name: int) -> None:
    """ "A bombing in the capital Ankara killed two": Ankara did nothing.

    Args:
        tree: The sentence; changed in place.
        name: What is taken for the subject of a verb.
    """
    verb, noun = tree.heads[name], min(tree.subtree(name)) - 1
    if tree.tags[name] != "NNP" or noun < 0 or tree.lower[noun] not in _TOWNS or tree.deps[noun] != "pobj":
        return
    if any(subject < noun for subject in tree.all(verb, "nsubj", "nsubjpass")) or tree.tags[verb] == "VBG":
        tree.hang(name, noun, "appos")


def _second_of_a_list(tree: Tree, name: int) -> None:
    """ "Ann Lee, Joe Ray and Philip Moss face charges": the second is taken for another name of the first."""
    first, last = tree.heads[name], max(tree.subtree(name))
    if tree.tags[first] != "NNP" or tree.child(name, "conj") is None or tree.tags[tree.conjuncts(name)[-1]] != "NNP":
        return
    aged = any(tree.tags[c] == "CD" and c < name for c in tree.all(first, "appos"))
    if tree.words[min(tree.subtree(name)) - 1] == "," and (aged or tree.words[min(last + 1, len(tree) - 1)] != ","):
        tree.relabel(name, "conj")


def _name_behind_what_it_is(tree: Tree, name: int) -> None:
    """ "The shooting of passer-by Ann Lee": what stands right before a name belongs to it, and not the shooting."""
    noun = min(tree.subtree(name)) - 1
    if (
        noun < 0
        or tree.tags[noun] != "NN"
        or tree.deps[name] != "appos"
        or tree.heads[name] in (noun, tree.heads[noun])
    ):
        return
    label, head = tree.deps[noun], tree.heads[noun]
    if label in ("pobj", "dobj", "nsubj", "nsubjpass") and name not in tree.ancestors(noun):
        tree.hang(name, head, label)
        tree.hang(noun, name, "compound")


def _name_before_noun(tree: Tree, word: int) -> None:
    """ "Blue Guard raids": both words of the name are hung on the raids."""
    before, noun = word - 1, tree.heads[word]
    if tree.heads[before] == noun > word and tree.tags[before] == "NNP":
        tree.hang(before, word, "compound")


def _country_behind_town(tree: Tree, country: int) -> None:
    """ "Lille, France" is one place, and "a Trenton, New Jersey, teacher" is a teacher."""
    first = min((c for c in tree.children[country] if tree.deps[c] == "compound"), default=country)
    town = first - 2
    if town < 0 or tree.words[first - 1] != "," or tree.tags[town] != "NNP" or tree.heads[country] != town:
        return
    end = country + 1
    closed = end == len(tree) or tree.tags[end] == "IN" or tree.words[end] in (",", ".", ")", ";", "-", "--", "?", "'s")
    if tree.deps[country] not in ("appos", "conj", "npadvmod", "nmod", "dep") or not closed:
        return
    if tree.deps[country] == "conj" and any(tree.deps[c] in ("conj", "cc") for c in tree.children[country]):
        return
    tree.relabel(country, "nmod")
    if end < len(tree) and tree.words[end] == ",":
        _whose_town(tree, town, end + 1)


def _whose_town(tree: Tree, town: int, start: int) -> None:
    noun = next(
        (
            t
            for t in range(start, min(start + 4, len(tree)))
            if tree.tags[t] in ("NN", "NNS") and tree.deps[t] not in ("compound", "amod", "nmod", "nummod")
        ),
        None,
    )
    if noun is None or any(tree.tags[t] in ("DT", "IN", "PRP$", "CC") for t in range(start, noun)):
        return
    beside = tree.heads[noun] == tree.heads[town] and tree.deps[noun] == tree.deps[town]
    if not beside and not (tree.heads[noun] == town and tree.deps[noun] == "appos"):
        return
    label, head = tree.deps[town], tree.heads[town]
    if head == town:
        return
    determiner = tree.child(town, "det")
    if not beside and determiner is None:
        # "Lima, Peru, capital of …" is still Lima.
        return
    tree.hang(noun, head, label)
    tree.hang(town, noun, "nmod")
    if determiner is not None:
        tree.hang(determiner, noun, "det")


def _adjective_before_name(tree: Tree, word: int) -> None:
    head = tree.heads[word]
    if head != word - 1 or not (
        tree.deps[word] == "xcomp" or (tree.deps[word] == "pcomp" and tree.lower[head] == "with")
    ):
        return
    label = "dobj" if tree.deps[word] == "xcomp" else "pobj"
    name = tree.child(word, "dobj", "nsubj")
    if name is None or name < word or not (tree.words[word + 1][0].isupper() or tree.tags[word + 1] in ("NN", "NNS")):
        return
    if any(tree.tags[t] in ("DT", "PRP$") for t in range(word, name)):
        return
    for c in list(tree.children[word]):
        if c > name:
            tree.hang(c, head, tree.deps[c])
    tree.hang(name, head, label)
    tree.hang(word, name, "amod")


def _title_before_name(tree: Tree) -> None:
    """ "Brig. Gen. Ola Holm denied": a title with a full stop is taken for a sentence of its own."""
    for title in range(len(tree) - 2):
        if tree.heads[title] != title or not tree.is_noun(title) or tree.child(title, "nsubj", "nsubjpass", "cop"):
            continue
        end = max(tree.subtree(title)) + 1
        if "," in tree.words[title:end]:
            continue
        name = next((t for t in range(end, len(tree)) if tree.deps[t] in ("nsubj", "nsubjpass")), None)
        if name is not None and tree.tags[name] == "NNP" and min(tree.subtree(name)) == end:
            tree.hang(title, name, "compound")
