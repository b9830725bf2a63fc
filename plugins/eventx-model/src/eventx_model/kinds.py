"""What a word may refer to, as far as its looks and lists of words say."""

from __future__ import annotations

from eventx_model.parse import Parse
from eventx_model.words import noun_classes

_NAMES = frozenset(("NNP", "NNPS"))


def kind(parse: Parse, token: int) -> str:
    """The kind of what a word names: ``person``, ``forces``, ``number`` and so on, else its tag."""
    tag = parse.tags[token]
    if tag in _NAMES:
        return _kind_of_name(parse, token)
    if tag in ("PRP", "PRP$", "WP", "WP$"):
        return "pronoun"
    if tag == "CD":
        return "number"
    if tag in ("NN", "NNS"):
        return noun_classes().get(parse.lower[token], "noun")
    if tag == "JJ" and parse.words[token][:1].isupper():
        return "people"
    return tag


def _kind_of_name(parse: Parse, token: int) -> str:
    listed = noun_classes().get(parse.lower[token])
    if listed:
        return listed
    before = [parse.lower[c] for c in parse.children[token] if parse.deps[c] == "compound"]
    if any(noun_classes().get(word) == "official" or word.endswith(".") for word in before):
        return "person"
    return "names" if before else "name"
