"""Who does what to whom where the sentence does not say so outright: control, conjuncts, relatives, small clauses."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from eventx_rules.arguments.antecedents import RELATIVES, antecedent, of_many
from eventx_rules.arguments.asides import RANKS
from eventx_rules.arguments.voice import is_passive
from eventx_rules.lexicon.inflect import verb_forms
from eventx_rules.tree import Tree

# After these a gerund's understood subject is the governing verb's object: "accused X of", "blamed X for".
_OBJECT_CONTROL = frozenset(("of", "for", "from", "into", "with", "on", "over"))


@cache
def _control() -> dict[str, frozenset[str]]:
    """Verbs, in all their forms, whose complements have another understood subject than most."""
    text = resources.files("eventx_rules.data").joinpath("control.toml").read_text(encoding="utf-8")
    return {
        name: frozenset(f for lemma in lemmas for f in verb_forms(lemma))
        for name, lemmas in tomllib.loads(text).items()
    }


_GOING = frozenset(("come", "go"))


def surface_subject(tree: Tree, verb: int) -> list[int]:
    """The heads of a verb's grammatical subject, its own or the one understood from around it."""
    known = tree.memo.get(("subject", verb))
    if known is None:
        # A broken parse may lead back here; then there is no subject.
        tree.memo["subject", verb] = []
        tree.memo["subject", verb] = known = _surface_subject(tree, verb)
    return known  # type: ignore[return-value]


def doer(tree: Tree, verb: int) -> list[int]:
    """Who does what a clause tells of: its subject, but of "was beaten by X" X and of "was beaten" nobody."""
    if not tree.is_verb(verb) or not is_passive(tree, verb) or tree.lower[verb] in _OWN_DOING:
        return surface_subject(tree, verb)
    by = [c for c in tree.children[verb] if tree.deps[c] == "agent"]
    return [antecedent(tree, c) for preposition in by for c in tree.all(preposition, "pobj")]


# Passive in form alone: who is "involved" or "linked" does it himself.
_OWN_DOING = frozenset(
    (
        "involved", "linked", "implicated", "engaged", "connected", "tied", "associated", "motivated", "biased", "bent",
        "prejudiced", "paid", "hired", "armed", "trained", "bribed", "complicit", "mixed", "allied", "affiliated",
        "driven", "suspected",
    )
)  # fmt: skip


def _surface_subject(tree: Tree, verb: int) -> list[int]:
    own = tree.all(verb, "nsubj", "nsubjpass")
    if own:
        # "A guard trying to calm a man seen there was shot": who stands behind a verb is its object.
        return [antecedent(tree, c) for c in own if c == own[0] or not tree.is_verb(min(tree.subtree(c)) - 1)]
    if turned := [n for c in tree.all(verb, "auxpass") if c > verb for n in tree.all(c, "attr")]:
        # "Also hurt were two nurses."
        return turned
    if going := [c for c in tree.all(verb, "aux") if tree.lower[c] in _GOING]:
        # "can come visit him": the parser takes the coming for an auxiliary.
        return surface_subject(tree, going[0])
    label, head = tree.deps[verb], tree.heads[verb]
    if head == verb or tree.child(verb, "expl") is not None:
        return []
    if (whom := _for_whom(tree, verb)) is not None:
        return [whom]
    to_be = tree.tags[verb] == "VBN" and any(tree.tags[c] == "TO" for c in tree.children[verb])
    if label in ("relcl", "acl") and to_be:
        above = tree.heads[tree.heads[head]]
        if tree.deps[head] == "pobj" and tree.is_verb(above):
            # "was lured from a park to be killed"
            return object_of(tree, above)
    if label in ("relcl", "amod"):
        return [head]
    if label == "oprd" and tree.is_verb(head):
        # "left ten people wounded"
        return object_of(tree, head)
    if label == "acl":
        if tree.tags[verb] != "VB":
            return [of_many(tree, head, verb)]
        # "the last premier to visit" visited, "the plan to visit" did not.
        ranked = any(tree.lower[c] in RANKS for c in tree.all(head, "amod"))
        return noun_owner(tree, head) or ([head] if ranked else [])
    if (
        label == "xcomp"
        and tree.child(head, "acomp") is not None
        and tree.lower[tree.child(head, "nsubj") or 0] == "it"
    ):
        # "it is easy to blame the port": nobody says who.
        return []
    if label == "xcomp":
        return _controller(tree, head)
    if label == "pcomp":
        return _gerund_subject(tree, head)
    if label == "advcl" and tree.tags[verb] == "VB" and tree.lower[head] in _control()["sending"]:
        # "armed rebels to attack": the rebels attack.
        return object_of(tree, head) or surface_subject(tree, head)
    if label == "advcl" and tree.tags[verb] == "VB" and tree.lower[head] in _control()["other"]:
        # "foiled a plot to attack", where the parser hung the attack on the foiling.
        return []
    if label in ("conj", "advcl", "ccomp", "dep") and tree.is_verb(head):
        return surface_subject(tree, head)
    if label in ("conj", "advcl", "ccomp"):
        return predicate_subject(tree, head) or ([head] if label == "conj" and tree.tags[verb] == "VBN" else [])
    return []


def _for_whom(tree: Tree, verb: int) -> int | None:
    """Who is to do what an infinitive tells, named right before it: "plans for Ada Holm to visit"."""
    to = verb - 1
    if tree.tags[verb] != "VB" or to < 2 or tree.tags[to] != "TO":
        return None
    noun = to - 1
    while tree.deps[noun] in ("compound", "appos", "conj") and tree.heads[noun] != noun:
        noun = tree.heads[noun]
    preposition = tree.heads[noun]
    by_name = tree.is_noun(noun) or tree.tags[noun] == "PRP"
    if not by_name or tree.deps[noun] != "pobj" or tree.lower[preposition] != "for" or tree.words[to - 1] == ",":
        return None
    return noun if tree.heads[preposition] in (verb, tree.heads[verb]) else None


def _controller(tree: Tree, head: int) -> list[int]:
    """Whose infinitive it is: of the governing verb's object if it has one, else of its subject."""
    if not tree.is_verb(head):
        return predicate_subject(tree, head)
    if tree.lower[head] == "used" and is_passive(tree, head):
        # "the pistol used to kill him": a pistol does nothing.
        return []
    # "called 911 to report it": no number reports; nor do turns in "took turns to guard it".
    objects = [
        c
        for c in tree.all(head, "dobj", "dative")
        if (tree.tags[c] != "CD" or tree.children[c]) and tree.lower[c] not in _TAKEN
    ]
    if objects and tree.lower[head] not in _control()["subject"]:
        return [antecedent(tree, c) for c in objects]
    return surface_subject(tree, head)


_TAKEN = frozenset(("turns", "steps", "measures", "time", "care", "pains", "action", "advantage", "effort", "efforts"))


def _gerund_subject(tree: Tree, preposition: int) -> list[int]:
    head = tree.heads[preposition]
    if tree.is_verb(head):
        if tree.lower[preposition] in _OBJECT_CONTROL and (
            tree.lower[preposition] in ("of", "from", "into") or tree.lower[head] in _control()["object"]
        ):
            return object_of(tree, head) or surface_subject(tree, head)
        return surface_subject(tree, head)
    if tree.is_noun(head) or tree.tags[head] == "PRP":
        if tree.deps[head] == "dobj" and tree.lower[tree.heads[head]] in _control()["object"]:
            # "accused the rebels of attacking": the parser hung the phrase on the rebels.
            return [head]
        if tree.deps[head] == "npadvmod" and tree.is_verb(tree.heads[head]):
            # "A week after visiting Oslo, Holm flew …"
            return surface_subject(tree, tree.heads[head])
        return noun_owner(tree, head)
    return predicate_subject(tree, head)


def noun_owner(tree: Tree, noun: int) -> list[int]:
    """Whose plan, role or charge it is: the possessor, else who does or suffers what the noun is governed by."""
    own = [antecedent(tree, c) for c in tree.all(noun, "poss")]
    noun = tree.first_conjunct(noun)
    label, head = tree.deps[noun], tree.heads[noun]
    governed = label in ("dobj", "attr") and tree.is_verb(head) and tree.lower[head] not in _control()["other"]
    if own and not (governed and all(tree.tags[owner] == "PRP$" for owner in own)):
        return own
    by = [c for p in tree.all(noun, "prep") if tree.lower[p] == "by" for c in tree.all(p, "pobj")]
    if by:
        return by
    if governed:
        # "kept their promise to attack": the pronoun stands for the subject.
        return surface_subject(tree, head) or own or []
    if label == "pobj" and tree.is_verb(tree.heads[head]):
        verb = tree.heads[head]
        return object_of(tree, verb) or surface_subject(tree, verb)
    return []


def predicate_subject(tree: Tree, word: int) -> list[int]:
    """What an adjective or a noun is said of: the copula's subject, a verb's object, or the noun it stands by."""
    word = tree.first_conjunct(word)
    label, head = tree.deps[word], tree.heads[word]
    if label in ("acomp", "attr") and tree.is_verb(head):
        return surface_subject(tree, head)
    if label == "oprd" and tree.is_verb(head):
        return object_of(tree, head)
    if label == "prep" and tree.is_verb(head):
        return surface_subject(tree, head)
    if label == "amod" and tree.lower[head] == "as" and tree.is_verb(tree.heads[head]):
        return object_of(tree, tree.heads[head])
    if label == "amod" and tree.is_noun(head):
        return [head]
    if label == "ccomp":
        # A small clause: "called the report false" is parsed as a clause without its verb.
        return [antecedent(tree, c) for c in tree.all(word, "nsubj")]
    return []


def identified(tree: Tree, noun: int) -> list[int]:
    """Who is said to be what a noun names: "X was the suspect", "X, a suspect", "one of the suspects", "suspect X"."""
    label, head = tree.deps[noun], tree.heads[noun]
    if label == "appos" or (label in ("compound", "nmod") and tree.tags[head] == "NNP"):
        return [head]
    if label == "pobj" and tree.lower[head] == "of" and tree.lower[tree.heads[head]] in _MEMBERS:
        return identified(tree, tree.heads[head])
    if label == "pobj" and tree.lower[head] == "as" and tree.is_verb(tree.heads[head]):
        return object_of(tree, tree.heads[head])
    return predicate_subject(tree, noun) if label in ("attr", "oprd") else []


_MEMBERS = frozenset(("one", "two", "three", "four", "some", "several", "member", "members", "part", "all"))


def object_of(tree: Tree, verb: int) -> list[int]:
    """The heads of a verb's logical object."""
    if is_passive(tree, verb):
        return surface_subject(tree, verb)
    own = tree.all(verb, "dobj")
    if own:
        # "accused each other of cheating, a sign that …": a second one is an aside.
        return [antecedent(tree, own[0])]
    if verb + 2 in tree.children[verb] and tree.deps[verb + 1] == "cc" and tree.is_verb(verb + 2):
        # "bombed and shelled the town": the object stands by the last verb.
        return object_of(tree, verb + 2)
    if tree.deps[verb] == "relcl" and tree.has_subject(verb) and not _has_relative_subject(tree, verb):
        gaps = [c for c in tree.children[verb] if tree.deps[c] in ("prep", "advmod", "prt", "ccomp", "xcomp")]
        if not any(_fills_gap(tree, c) for c in gaps):
            return [tree.heads[verb]]
    return []


def _has_relative_subject(tree: Tree, verb: int) -> bool:
    """Whether the pronoun of a relative clause is its subject: "the guards who shot at the bus"."""
    return any(
        tree.tags[c] in RELATIVES or (tree.lower[c] == "that" and tree.deps[c] == "nsubj")
        for c in tree.all(verb, "nsubj", "nsubjpass")
    )


def _fills_gap(tree: Tree, child: int) -> bool:
    """Whether the relative clause's gap is elsewhere than in the object: "where", "in which", "fired at"."""
    if tree.deps[child] == "advmod":
        return tree.tags[child] == "WRB"
    if tree.deps[child] == "prep":
        objects = tree.all(child, "pobj", "pcomp")
        return not objects or any(tree.tags[o] in RELATIVES for o in objects)
    return tree.deps[child] in ("ccomp", "xcomp")
