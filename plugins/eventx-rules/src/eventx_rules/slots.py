"""The grammatical slots of a word, evened out over constructions.

"Rebels attacked the fort", "the fort was attacked by rebels", "the fort that rebels attacked", "rebels accused of
attacking the fort" and "to attack the fort, the rebels …" all give ``attack`` the same ``subject`` and ``object``.

Slots of a verb: ``subject`` and ``object`` (logical ones), ``recipient``, ``complement``, ``clause`` (finite),
``clause subject``, ``infinitive``, ``gerund``, ``where``, and every preposition by its own word, also with a noun whose
owner counts (``at hands`` for "at the hands of X"). Of a noun: ``possessive``, ``modifier``, ``clause``, ``infinitive``
and prepositions. Of an adjective: ``subject``, ``clause``, ``infinitive`` and prepositions.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from eventx_rules.inflect import verb_forms
from eventx_rules.tree import Tree

Slots = dict[str, list[int]]

_RELATIVES = frozenset(("WDT", "WP", "WP$"))
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


def slots_of(tree: Tree, token: int) -> Slots:
    """Every slot of a token and the heads of what fills it."""
    found = tree.memo.get(("slots", token))
    if found is None:
        if tree.is_verb(token):
            found = _verb_slots(tree, token)
        elif tree.is_noun(token) and tree.deps[token] != "acomp":
            found = _noun_slots(tree, token)
        else:
            found = _adjective_slots(tree, token)
        tree.memo["slots", token] = found
    return found  # type: ignore[return-value]


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
    if "nsubj" in labels or "dobj" in labels:
        return False
    if tree.deps[verb] == "conj":
        # "was shot and killed": the participle shares the auxiliary as well.
        return "aux" not in labels and is_passive(tree, tree.heads[verb])
    if "agent" in labels:
        return True
    return tree.tags[verb] == "VBN" and "aux" not in labels


def antecedent(tree: Tree, token: int) -> int:
    """The noun that a relative pronoun stands for; the token itself where it is none."""
    if tree.tags[token] in _RELATIVES or (tree.lower[token] == "that" and tree.deps[token] in ("nsubj", "dobj")):
        for node in (token, *tree.ancestors(token)):
            if tree.deps[node] == "relcl":
                return tree.heads[node]
    return token


def surface_subject(tree: Tree, verb: int) -> list[int]:
    """The heads of a verb's grammatical subject, its own or the one understood from around it."""
    known = tree.memo.get(("subject", verb))
    if known is None:
        # A broken parse may lead back here; then there is no subject.
        tree.memo["subject", verb] = []
        tree.memo["subject", verb] = known = _surface_subject(tree, verb)
    return known  # type: ignore[return-value]


def _surface_subject(tree: Tree, verb: int) -> list[int]:
    own = tree.all(verb, "nsubj", "nsubjpass")
    if own:
        return [antecedent(tree, c) for c in own]
    label, head = tree.deps[verb], tree.heads[verb]
    if head == verb or tree.child(verb, "expl") is not None:
        return []
    if label in ("relcl", "amod"):
        return [head]
    if label == "acl":
        return noun_owner(tree, head) if tree.tags[verb] == "VB" else [head]
    if label == "xcomp":
        return _controller(tree, head)
    if label == "pcomp":
        return _gerund_subject(tree, head)
    if label == "advcl" and tree.tags[verb] == "VB" and tree.lower[head] in _control()["other"]:
        # "foiled a plot to attack", where the parser hung the attack on the foiling.
        return []
    if label in ("conj", "advcl", "ccomp", "dep") and tree.is_verb(head):
        return surface_subject(tree, head)
    if label in ("conj", "advcl", "ccomp"):
        return predicate_subject(tree, head)
    return []


def _controller(tree: Tree, head: int) -> list[int]:
    """Whose infinitive it is: of the governing verb's object if it has one, else of its subject."""
    if not tree.is_verb(head):
        return predicate_subject(tree, head)
    objects = tree.all(head, "dobj", "dative")
    if objects and tree.lower[head] not in _control()["subject"]:
        return [antecedent(tree, c) for c in objects]
    return surface_subject(tree, head)


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
        return noun_owner(tree, head)
    return predicate_subject(tree, head)


def noun_owner(tree: Tree, noun: int) -> list[int]:
    """Whose plan, role or charge it is: the possessor, else who does or suffers what the noun is governed by."""
    own = slots_of(tree, noun).get("possessive")
    noun = tree.first_conjunct(noun)
    label, head = tree.deps[noun], tree.heads[noun]
    governed = label in ("dobj", "attr") and tree.is_verb(head) and tree.lower[head] not in _control()["other"]
    if own and not (governed and all(tree.tags[owner] == "PRP$" for owner in own)):
        return own
    if by := slots_of(tree, noun).get("by"):
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


def object_of(tree: Tree, verb: int) -> list[int]:
    """The heads of a verb's logical object."""
    if is_passive(tree, verb):
        return surface_subject(tree, verb)
    own = tree.all(verb, "dobj")
    if own:
        return [antecedent(tree, c) for c in own]
    kept = [c for c in tree.children[verb] if tree.deps[c] not in ("aux", "advmod", "nsubj", "neg", "punct", "mark")]
    if len(kept) == 2 and [tree.deps[c] for c in kept] == ["cc", "conj"] and tree.is_verb(kept[1]):
        # "bombed and shelled the town": the object stands by the last verb.
        return object_of(tree, kept[1])
    if tree.deps[verb] == "relcl" and tree.has_subject(verb):
        gaps = [c for c in tree.children[verb] if tree.deps[c] in ("prep", "advmod", "prt", "ccomp", "xcomp")]
        if not any(_fills_gap(tree, c) for c in gaps):
            return [tree.heads[verb]]
    return []


def _fills_gap(tree: Tree, child: int) -> bool:
    """Whether the relative clause's gap is elsewhere than in the object: "where", "in which", "fired at"."""
    if tree.deps[child] == "advmod":
        return tree.tags[child] == "WRB"
    if tree.deps[child] == "prep":
        objects = tree.all(child, "pobj", "pcomp")
        return not objects or any(tree.tags[o] in _RELATIVES for o in objects)
    return tree.deps[child] in ("ccomp", "xcomp")


def _verb_slots(tree: Tree, verb: int) -> Slots:
    slots: Slots = {}
    passive = is_passive(tree, verb)
    if passive and (retained := tree.all(verb, "dobj")):
        # "was denied access": the object stays one, the subject is who was to have it.
        _put(slots, "object", retained)
        _put(slots, "recipient", surface_subject(tree, verb))
    elif passive:
        _put(slots, "object", surface_subject(tree, verb))
    else:
        _put(slots, "subject", surface_subject(tree, verb))
        _put(slots, "object", object_of(tree, verb))
    for c in tree.children[verb]:
        label = tree.deps[c]
        if label == "agent" or (label == "prep" and passive and tree.lower[c] == "by"):
            fillers = _prepositional(tree, c)
            _put(slots, "subject", [f for f in fillers if not tree.is_verb(f)])
            _put(slots, "by", fillers)
        elif label == "prep":
            _put_preposition(tree, slots, c)
        elif label == "dative":
            if tree.tags[c] in ("IN", "TO"):
                _put_preposition(tree, slots, c)
            else:
                _put(slots, "recipient", [antecedent(tree, c)])
        elif label in ("acomp", "attr", "oprd"):
            _put(slots, "complement", [c])
        elif label == "ccomp":
            _put(slots, "clause", [c])
            _put(slots, "clause subject", surface_subject(tree, c) if tree.has_subject(c) else [])
        elif label == "xcomp":
            _put(slots, "infinitive" if tree.tags[c] != "VBG" else "gerund", [c])
        elif label == "advcl" and tree.tags[c] == "VB" and _is_infinitive(tree, c):
            _put(slots, "purpose", [c])
        elif label == "advmod" and tree.lower[c] in ("here", "there", "where", "home", "abroad"):
            _put(slots, "where", [tree.heads[verb] if tree.lower[c] == "where" and tree.deps[verb] == "relcl" else c])
    if tree.deps[verb] == "ccomp" and "subject" not in slots and tree.is_verb(tree.heads[verb]):
        # "police said that X was suspected"
        _put(slots, "reporter", surface_subject(tree, tree.heads[verb]))
    if tree.deps[verb] == "conj" and not slots.get("object"):
        _inherit(tree, slots, tree.heads[verb], ("where",))
    return slots


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.tags[c] == "TO" for c in tree.children[verb])


def _inherit(tree: Tree, slots: Slots, source: int, names: tuple[str, ...]) -> None:
    other = slots_of(tree, source)
    for name in names:
        if name not in slots and name in other:
            slots[name] = other[name]


def _noun_slots(tree: Tree, noun: int) -> Slots:
    slots: Slots = {}
    for c in tree.children[noun]:
        label = tree.deps[c]
        if label == "poss":
            _put(slots, "possessive", [antecedent(tree, c)])
        elif label in ("compound", "amod", "nmod", "npadvmod"):
            _put(slots, "modifier", [c, *tree.conjuncts(c)])
        elif label == "prep":
            _put_preposition(tree, slots, c)
        elif label in ("acl", "relcl", "ccomp"):
            if _is_infinitive(tree, c):
                _put(slots, "infinitive", [c])
            elif label == "ccomp" or any(tree.deps[g] == "mark" for g in tree.children[c]):
                _put(slots, "clause", [c])
                _put(slots, "clause subject", surface_subject(tree, c) if tree.has_subject(c) else [])
    if tree.deps[noun] == "conj":
        first = tree.first_conjunct(noun)
        if tree.is_noun(first) and tree.child(noun, "det") is None:
            _inherit(tree, slots, first, ("possessive",))
        # "bombings and raids in the north", where the parser hung the north on the bombings.
        for c in tree.children[first]:
            if tree.deps[c] == "prep" and c > noun and tree.lower[c] not in slots:
                _put_preposition(tree, slots, c)
    later = tree.conjuncts(noun)
    if later and tree.is_noun(later[-1]):
        # "attacks and bombings in the north by rebels": what follows the last belongs to all.
        for c in tree.children[later[-1]]:
            if tree.deps[c] == "prep" and tree.lower[c] not in slots:
                _put_preposition(tree, slots, c)
    return slots


def _adjective_slots(tree: Tree, word: int) -> Slots:
    slots: Slots = {}
    _put(slots, "subject", predicate_subject(tree, word))
    for c in tree.children[word]:
        if tree.deps[c] == "prep":
            _put_preposition(tree, slots, c)
        elif tree.deps[c] in ("ccomp", "xcomp"):
            _put(slots, "infinitive" if _is_infinitive(tree, c) else "clause", [c])
        elif tree.deps[c] in ("pobj", "pcomp"):
            _put(slots, "object", [c])
    return slots


def _prepositional(tree: Tree, preposition: int) -> list[int]:
    return [antecedent(tree, c) for c in tree.children[preposition] if tree.deps[c] in ("pobj", "pcomp", "amod")]


def _put_preposition(tree: Tree, slots: Slots, preposition: int) -> None:
    name = tree.lower[preposition]
    if name == "according":
        return
    fillers = _prepositional(tree, preposition)
    if fillers:
        _put(slots, name, fillers)
        for noun in fillers:
            if tree.tags[noun] in ("NN", "NNS"):
                # "at the hands of X", "at X's invitation": what counts is X.
                inner = slots_of(tree, noun)
                _put(slots, f"{name} {tree.lower[noun]}", [*inner.get("of", ()), *inner.get("possessive", ())])
    elif tree.deps[preposition] == "prep":
        for node in (preposition, *tree.ancestors(preposition)):
            if tree.deps[node] == "relcl" and preposition != tree.heads[node] + 1:
                # A stranded preposition: "the post they fired at".
                if not tree.all(preposition, "prep"):
                    _put(slots, name, [tree.heads[node]])
                break
    for c in tree.all(preposition, "prep", "conj"):
        # "from behind the wall", "in and around the town".
        _put_preposition(tree, slots, c)


def _put(slots: Slots, name: str, fillers: list[int]) -> None:
    if fillers:
        slots.setdefault(name, []).extend(f for f in fillers if f not in slots.get(name, ()))
