"""Whom "the allegations" are against: where a sentence names one who is accused elsewhere in the article, him."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from eventx.model import Argument, Arguments, EventMention, Span
from eventx_rules.arguments.phrases import members, phrase
from eventx_rules.tree import Tree

# By event type and role, the types and roles by which an article makes known who has the role.
Recalled = Mapping[str, Mapping[str, Sequence[tuple[str, str]]]]


def names(tree: Tree) -> Iterator[tuple[int, int]]:
    """The phrases of a sentence that end in a proper name, each with its first token and the one after its last."""
    for token, tag in enumerate(tree.tags):
        if tag != "NNP" or tree.deps[token] in ("compound", "nmod", "amod") or not tree.words[token][0].isupper():
            continue
        first, end = next(iter(members(tree, token)), None) or phrase(tree, token)
        if end == token + 1 and tree.lower[first] not in ("a", "an"):
            yield first, end


def recall(
    mentions: Sequence[EventMention], named: Sequence[Sequence[Span]], recalled: Recalled
) -> Iterator[EventMention]:
    """Fill roles of nouns that name an event again with who has the role elsewhere in the article.

    "Before the allegations came to light, Holm led the polls" tells of allegations against Holm where the article has
    said that she is accused.

    Args:
        mentions: The mentions of an article.
        named: Of each, whom its sentence names; nobody where it is to keep its roles.
        recalled: How roles become known.

    Yields:
        The mentions, in their order.
    """
    known = {(name, role): _known(mentions, ways) for name, roles in recalled.items() for role, ways in roles.items()}
    for mention, spans in zip(mentions, named, strict=True):
        more = []
        for role in recalled.get(mention.type, ()) if spans else ():
            if all(a.role != role for a in mention.arguments):
                more += [Argument(role=role, span=span) for span in _best(mention, spans, known[mention.type, role])]
        arguments = sorted((*mention.arguments, *more), key=lambda a: (a.span.start, a.span.end))
        yield evolve(mention, arguments=Arguments(arguments)) if more else mention


def _known(mentions: Sequence[EventMention], ways: Sequence[tuple[str, str]]) -> Counter[str]:
    """The last names of those who have a role, each with how often the article says so."""
    return Counter(_last(a.span) for m in mentions for a in m.arguments if (m.type, a.role) in ways)


def _last(span: Span) -> str:
    return span.text.split()[-1]


def _best(mention: EventMention, spans: Sequence[Span], known: Counter[str]) -> list[Span]:
    """Who of those named is best known to have the role; nobody where two are known as well."""
    taken = [a.span for a in mention.arguments]
    found: dict[str, Span] = {}
    for span in spans:
        if _last(span) in known and not any(t.start < span.end and span.start < t.end for t in taken):
            found.setdefault(_last(span), span)
    best, *others = sorted(found, key=lambda name: -known[name]) or ("",)
    return [] if not best or (others and known[others[0]] == known[best]) else [found[best]]
