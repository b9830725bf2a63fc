"""The verbs around a trigger that carry its event: "launched an attack", "died in the attack", "face charges"."""

from __future__ import annotations

from collections.abc import Iterator

from eventx_rules.arguments.understood import object_of, surface_subject
from eventx_rules.arguments.voice import is_passive
from eventx_rules.lexicon.entries import Link
from eventx_rules.lexicon.inflect import verb_forms
from eventx_rules.tree import Tree
from eventx_rules.triggers import Match, after

# Nouns that a chain of nouns passes through: "a series of attacks", "responsibility for the attack".
_THROUGH = frozenset(("of",))
# But who faces charges of murder faces no murder.
_TELLING = frozenset(
    (
        "charge", "charges", "count", "counts", "allegation", "allegations", "accusation", "accusations", "suspicion",
        "report", "reports", "claim", "claims", "news", "notification", "notice", "word", "details", "threat",
        "threats", "risk", "fear", "fears", "conviction",
    )
)  # fmt: skip
_SHARES = frozenset(("much", "some", "most", "all", "more", "any", "none", "both", "many", "several"))


def linked(tree: Tree, match: Match) -> Iterator[tuple[Link, int, set[int]]]:
    """The links that hold of a trigger: each with the verb, and the tokens of its phrase."""
    if not match.trigger.links:
        return
    for verb, position in _around(tree, match):
        for link in (*match.trigger.links.get(tree.lower[verb], ()), *match.trigger.links.get("*", ())):
            if position in link.position:
                tokens = after(tree, verb, link.words)
                if tokens is not None:
                    yield link, verb, set(tokens)


def support_verbs(tree: Tree, match: Match) -> Iterator[int]:
    """Verbs that do no more than say that a noun's event happens: "staged an attack", "an attack that killed"."""
    for verb, position in _around(tree, match):
        if position == "subject" or any(
            link.support and position in link.position and after(tree, verb, link.words) is not None
            for link in match.trigger.links.get(tree.lower[verb], ())
        ):
            yield verb


def hangs_by_of(tree: Tree, noun: int) -> bool:
    """Whether a noun stands behind "of"."""
    return tree.deps[noun] == "pobj" and tree.lower[tree.heads[noun]] == "of"


def _around(tree: Tree, match: Match) -> Iterator[tuple[int, str]]:
    """The verbs around a trigger, each with the trigger's slot under it."""
    word = match.head
    if match.trigger.kind == "verb":
        for c in tree.children[word]:
            if tree.deps[c] in ("advcl", "conj") and tree.is_verb(c):
                yield c, "main"
        for c in tree.all(word, "xcomp"):
            if tree.is_infinitive(c):
                # "used water cannon to disperse the crowd"
                yield c, "aim"
        yield from ((verb, "main") for verb in _done_there(tree, match))
        label, head = tree.deps[word], tree.heads[word]
        if label == "xcomp":
            yield head, "infinitive"
        elif label == "advcl":
            # "sued the clinic, alleging neglect"
            yield head, "beside"
        elif label in ("amod", "acl", "relcl"):
            # "met the visiting envoy", "the envoy, who arrived today, met …"
            yield from ((verb, f"noun {slot}") for verb, slot in _around_noun(tree, head) if verb != word)
        return
    if match.trigger.kind == "adjective":
        yield from _around_predicate(tree, word)
        return
    yield from ((verb, "there") for verb in _done_there(tree, match))
    yield from _around_noun(tree, word)


def _around_noun(tree: Tree, word: int) -> Iterator[tuple[int, str]]:
    """The verbs around a noun, each with the noun's slot under it."""
    seen, told = 0, False
    while seen < 4:
        seen += 1
        first = tree.first_conjunct(word)
        for noun in dict.fromkeys((word, first)):
            for c in tree.children[noun]:
                if tree.deps[c] in ("acl", "relcl") and tree.is_verb(c) and not _is_lodged(tree, c, told):
                    # "strikes believed to have been launched by the army": the launching is below the believing.
                    for verb in (c, *(x for x in tree.all(c, "xcomp") if is_passive(tree, c))):
                        yield from ((verb, slot) for slot in _slot_under(tree, noun, verb))
                        yield from ((verb, slot) for slot in _slots_of_which(tree, verb))
        if seen == 1:
            # "the raid on a post in which two died": hung on the post.
            for verb in _hung_below(tree, word):
                yield from ((verb, slot) for slot in _slots_of_which(tree, verb))
        word = first
        label, head = tree.deps[word], tree.heads[word]
        if told and label != "pobj":
            return
        if label in ("nsubj", "nsubjpass", "dobj", "attr", "oprd"):
            yield from ((head, slot) for slot in _slot_under(tree, word, head))
            if label == "attr" and tree.deps[head] == "ccomp":
                # "She said there was no truth in it"
                yield tree.heads[head], "clause"
            if label == "nsubj" or label == "nsubjpass":
                for c in tree.children[head]:
                    if tree.deps[c] in ("advcl", "conj") and tree.is_verb(c):
                        yield from ((c, slot) for slot in _slot_under(tree, word, c))
            return
        if label == "pobj":
            above = tree.heads[head]
            if tree.is_verb(above):
                if tree.lower[head] == "on" and tree.lower[above] in _INFORMING:
                    # "was briefed on the charges": they are not against him.
                    return
                yield above, tree.lower[head]
                if tree.lower[head] == "without" and tree.deps[above] == "ccomp":
                    # "She said it was without merit"
                    yield tree.heads[above], "clause"
                for c in tree.all(above, "advcl"):
                    if c > word and is_passive(tree, c) and tree.words[max(tree.subtree(word)) + 1] == ",":
                        # "died in the raid, carried out by rebels"
                        yield c, "object"
                return
            if tree.lower[above] in _FACING and tree.is_verb(tree.heads[tree.heads[above]]):
                # "quit in the face of charges"
                yield tree.heads[tree.heads[above]], "amid"
                return
            if tree.lower[head] == "of" and tree.lower[above] in _SHARES:
                # "laid much of the blame on"
                word = above
                continue
            told = told or tree.lower[above] in _TELLING
            hung = tree.tags[above] in ("NNP", "PRP") or tree.lower[head] == "of"
            if hung and tree.deps[above] in ("dobj", "nsubjpass"):
                # "convicted Lane of murder", where the phrase was hung on Lane
                yield tree.heads[above], tree.lower[head]
            whole = tree.is_noun(above) or tree.tags[above] == "CD"
            if whole and (tree.lower[head] in _THROUGH or tree.lower[above] == "toll"):
                yield above, tree.lower[head]
                word = above
                continue
            top = above
            for noun in _upwards(tree, above):
                yield noun, tree.lower[head]
                top = tree.first_conjunct(noun)
            # "indicted the mayor and his aide on theft charges": hung on the aide, meant of the indicting.
            upper = tree.heads[top]
            if (
                tree.lower[top] not in _KNOWING
                and tree.is_verb(upper)
                and tree.deps[top] in ("dobj", "acomp", "oprd", "attr", "nsubjpass", "prep")
            ):
                yield upper, tree.lower[head]
            elif tree.deps[top] == "pobj" and tree.is_verb(tree.heads[upper]):
                # "said at a meeting with": with its occasion
                yield tree.heads[upper], f"{tree.lower[head]} {tree.lower[top]}"
            return
        if label in ("compound", "nmod", "amod") and tree.is_noun(head):
            yield head, "modifier"
            told = told or tree.lower[head] in _TELLING
            if label != "compound":
                return
            word = head
            continue
        return


def _done_there(tree: Tree, match: Match) -> Iterator[int]:
    """What is done at the goal: "flew to Oran, where she met the mayor"."""
    goals = [goal for slot in ("to", "in", "at", "object") for goal in match.slots.get(slot, ())]
    # "arrived in Oran on Monday, where": the parser may hung the clause on the day.
    goals += [n for c in tree.all(match.head, "prep") for n in tree.all(c, "pobj")]
    for goal in dict.fromkeys(goals):
        for verb in tree.all(goal, "relcl"):
            if any(tree.lower[c] == "where" for c in tree.children[verb]):
                yield verb


def _upwards(tree: Tree, noun: int) -> Iterator[int]:
    """A noun and those that it is coordinated with or hangs on with "of": "the trial of X and Y on charges"."""
    for _ in range(4):
        yield noun
        noun = tree.first_conjunct(noun)
        if not hangs_by_of(tree, noun):
            return
        noun = tree.heads[tree.heads[noun]]


def _slot_under(tree: Tree, noun: int, verb: int) -> Iterator[str]:
    if noun in object_of(tree, verb):
        yield "object"
    elif noun in surface_subject(tree, verb):
        yield "subject"
    elif tree.deps[noun] in ("attr", "oprd"):
        yield "complement"


def _slots_of_which(tree: Tree, verb: int) -> Iterator[str]:
    """ "The raid in which nine people died": they died in the raid."""
    for preposition in tree.all(verb, "prep"):
        if preposition < verb and any(tree.lower[c] == "which" for c in tree.all(preposition, "pobj")):
            yield tree.lower[preposition]


def _is_lodged(tree: Tree, verb: int, told: bool) -> bool:
    """Whether it is a claim that somebody made, and not what the claim tells of: "reports of an attack made by X"."""
    noun = tree.heads[verb]
    if not told and hangs_by_of(tree, noun):
        told = tree.lower[tree.heads[tree.heads[noun]]] in _TELLING
    return told and tree.lower[verb] in _LODGED


_LODGED = frozenset(("made", "leveled", "levelled", "brought", "filed", "lodged", "raised", "published"))


def _hung_below(tree: Tree, noun: int) -> Iterator[int]:
    """The relative clauses of the nouns that stand behind a noun's prepositions."""
    for preposition in tree.all(noun, "prep"):
        for lower in tree.all(preposition, "pobj"):
            yield from tree.all(lower, "relcl")
            yield from (
                verb for p in tree.all(lower, "prep") for n in tree.all(p, "pobj") for verb in tree.all(n, "relcl")
            )


def _around_predicate(tree: Tree, word: int) -> Iterator[tuple[int, str]]:
    head, label = tree.heads[word], tree.deps[word]
    if label == "oprd" and tree.is_verb(head):
        yield head, "complement"
    elif label == "ccomp" and tree.is_verb(head):
        yield head, "clause"
    elif label == "amod" and tree.lower[head] == "as":
        yield tree.heads[head], "as"
    elif label in ("acomp", "attr") and tree.is_verb(head):
        if tree.deps[head] in ("ccomp", "pcomp"):
            yield tree.heads[head], "clause"
        else:
            # "the report was false, he said": the reporting verb stands beside or below.
            for c in tree.children[head]:
                if tree.deps[c] in ("parataxis", "ccomp"):
                    yield c, "clause"
    elif label == "amod" and tree.is_noun(head):
        above = tree.heads[head]
        if tree.lower[above] == "as":
            # "dismissed as baseless claims that it was sold"
            yield tree.heads[above], "as"
        else:
            yield above, "object"


_FACING = frozenset(("face", "wake", "midst", "light"))
_INFORMING = frozenset(
    form for lemma in ("brief", "question", "quiz", "press", "comment", "update", "report", "testify", "elaborate")
    for form in verb_forms(lemma)
)  # fmt: skip
# Who is aware of charges is not charged.
_KNOWING = frozenset(("aware", "unaware"))
