"""The grammatical slots of a word, evened out over constructions.

"Rebels attacked the fort", "the fort was attacked by rebels", "the fort that rebels attacked", "rebels accused of
attacking the fort" and "to attack the fort, the rebels …" all give ``attack`` the same ``subject`` and ``object``.

Slots of a verb: ``subject`` and ``object`` (logical ones), ``recipient``, ``complement``, ``clause`` (finite),
``clause subject``, ``clause infinitive`` ("that X tried to …"), ``infinitive``, ``gerund``, ``where``, ``bearing``
(what the subject has on him: "a man with a knife"), ``bearer`` and ``whose`` (of a participle before a noun: "jailed X
for alleged theft", "X and his visiting aunt"), and every preposition by its own word, also with a noun whose owner
counts (``at hands`` for "at the hands of X"). Of a noun: ``possessive``, ``modifier``, ``count``, ``clause``,
``infinitive``, ``who`` (is said to be it: X in "X was a suspect" and in "suspect X"), ``aside`` (of whom an aside tells
it) and prepositions. Of an adjective: ``subject``, ``clause``, ``infinitive`` and prepositions.
"""

from __future__ import annotations

from eventx_rules.arguments.antecedents import antecedent, counterpart, is_whole, where
from eventx_rules.arguments.asides import of_rank, told_of
from eventx_rules.arguments.means import borne, drawn, means
from eventx_rules.arguments.understood import doer, identified, object_of, predicate_subject, surface_subject
from eventx_rules.arguments.voice import is_nominal, is_passive
from eventx_rules.tree import Tree

Slots = dict[str, list[int]]

# Slots that are a word's own, and not those of a noun that it governs.
OWN = frozenset(
    (
        "subject", "object", "possessive", "modifier", "clause", "infinitive", "gerund", "complement", "recipient",
        "purpose", "clause subject", "reporter",
    )
)  # fmt: skip


def slots_of(tree: Tree, token: int) -> Slots:
    """Every slot of a token and the heads of what fills it."""
    found = tree.memo.get(("slots", token))
    if found is None:
        if tree.is_verb(token) and not is_nominal(tree, token):
            found = _verb_slots(tree, token)
        elif tree.tags[token] == "VBG" or (tree.is_noun(token) and tree.deps[token] != "acomp"):
            found = _noun_slots(tree, token)
        else:
            found = _adjective_slots(tree, token)
        tree.memo["slots", token] = found
    return found  # type: ignore[return-value]


def _verb_slots(tree: Tree, verb: int) -> Slots:
    slots: Slots = {}
    _put_subject_and_objects(tree, slots, verb)
    for c in tree.children[verb]:
        label = tree.deps[c]
        if label == "agent" or (label == "prep" and tree.lower[c] == "by" and is_passive(tree, verb)):
            fillers = _prepositional(tree, c)
            _put(slots, "subject", [f for f in fillers if not tree.is_verb(f) and not _is_conveyance(tree, f)])
            _put(slots, "by", fillers)
        elif label == "prep" or (label == "conj" and tree.tags[c] == "IN"):
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
            _put(slots, "clause subject", doer(tree, c) if tree.has_subject(c) else [])
            _put(slots, "clause infinitive", tree.all(c, "xcomp"))
        elif label == "xcomp":
            _put(slots, "infinitive" if tree.tags[c] != "VBG" else "gerund", [c])
        elif label == "advcl" and tree.tags[c] == "VB" and tree.is_infinitive(c):
            _put(slots, "purpose", [c])
        elif label == "advmod" and tree.lower[c] in _BESIDE:
            _put_compound(tree, slots, c)
        elif label == "advmod" and tree.lower[c] in ("here", "there", "where", "home", "abroad"):
            _put(slots, "where", [where(tree, verb, c)])
        elif label == "advcl" and tree.lower[c] in _SEEKING:
            # "arrived seeking to mediate": the mediating is what for.
            _put(slots, "purpose", [g for g in tree.all(c, "xcomp") if tree.is_infinitive(g)])
    _put(slots, "using", list(means(tree, verb)))
    _put(slots, "with", list(drawn(tree, verb)))
    _put(slots, "bearing", list(borne(tree, verb)))
    for noun in slots.get("object", ()):
        if tree.tags[noun] in ("NN", "NNS", "DT"):
            # "denied claims by the union": whose claims they are.
            for name in ("by", "from", "on", "between", "possessive", "modifier"):
                _put(slots, f"object {name}", list(slots_of(tree, noun).get(name, ())))
    if tree.deps[verb] == "amod":
        _put_bearer(tree, slots, tree.heads[verb])
        _put(slots, "whose", counterpart(tree, tree.heads[verb]))
    if tree.deps[verb] == "ccomp" and "subject" not in slots and tree.is_verb(tree.heads[verb]):
        # "police said that X was suspected"
        _put(slots, "reporter", surface_subject(tree, tree.heads[verb]))
    if tree.deps[verb] == "relcl" and any(
        tree.lower[c] == "who" for told in slots.get("clause", ()) for c in tree.children[told]
    ):
        # "a man who police say fled"
        _put(slots, "told of", [tree.heads[verb]])
    _put_outcome(tree, slots, verb)
    if tree.deps[verb] == "conj" and not slots.get("object"):
        _inherit(tree, slots, tree.heads[verb], ("where",))
    return slots


def _put_subject_and_objects(tree: Tree, slots: Slots, verb: int) -> None:
    passive = is_passive(tree, verb)
    if passive and (retained := tree.all(verb, "dobj")):
        # "was denied access": the object stays one, the subject is who was to have it.
        _put(slots, "object", retained)
        _put(slots, "recipient", surface_subject(tree, verb))
    elif passive:
        _put(slots, "object", surface_subject(tree, verb))
    else:
        _put(slots, "subject", surface_subject(tree, verb))
        objects = tree.all(verb, "dobj")
        if len(objects) > 1 and "," not in tree.words[objects[0] : objects[1]]:
            # "denied the party a debate"
            _put(slots, "recipient", objects[:1])
            _put(slots, "object", objects[1:])
        else:
            _put(slots, "object", object_of(tree, verb))


def _is_conveyance(tree: Tree, noun: int) -> bool:
    """Whether "by" it says how one travels: "came by bus", which the parser takes for who did it."""
    return tree.lower[noun] in _CONVEYANCES and not tree.children[noun]


_CONVEYANCES = frozenset(
    ("bus", "train", "plane", "car", "boat", "ship", "ferry", "air", "sea", "road", "rail", "foot")
)


def _put_bearer(tree: Tree, slots: Slots, noun: int) -> None:
    """On whom somebody lays what a noun tells: "jailed the clerk for his alleged theft"."""
    first = tree.first_conjunct(noun)
    preposition = tree.heads[first]
    above = tree.heads[preposition]
    if tree.lower[preposition] == "with" and tree.lower[above] == "connection" and tree.deps[above] == "pobj":
        preposition = tree.heads[above]
        above = tree.heads[preposition]
    if tree.deps[first] == "pobj" and tree.lower[preposition] in _LAID_BY and tree.is_verb(above):
        found = object_of(tree, above)
        _put(slots, "bearer", found)
        own = slots.get("object possessive", ())
        if any(tree.tags[c] in ("NNP", "PRP") for c in found) and all(tree.tags[c] == "PRP$" for c in own):
            slots.pop("object possessive", None)


_LAID_BY = frozenset(("for", "over", "in", "on", "about"))
_SERIES = frozenset(
    (
        "series", "wave", "waves", "spate", "string", "number", "round", "rounds", "barrage", "rash", "spree",
        "campaign", "succession", "pattern", "flurry", "hail", "volley", "dozens", "hundreds", "scores", "pair",
    )
)  # fmt: skip
# What an act may be called as a whole.
COURSES = frozenset(
    (
        "campaign", "campaigns", "spree", "attempt", "attempts", "wave", "series", "incident", "incidents", "rampage",
        "mission", "missions", "operation", "operations", "raid", "raids", "spate", "blitz", "attack", "attacks",
        "case", "cases", "tour", "trip",
    )
)  # fmt: skip
_COMPASS = frozenset(
    ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west")
)
_BESIDE = frozenset(("next", "close", "adjacent", "outside", "off")) | _COMPASS
_SEEKING = frozenset(("seeking", "hoping", "aiming", "trying", "wanting", "intending", "wishing", "planning"))
_OUTCOMES = frozenset(("death", "deaths"))


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
            if tree.lower[c] == "led":
                # "a US-led invasion"
                _put(slots, "by", tree.all(c, "npadvmod", "compound", "nsubj", "amod"))
        elif label == "prep":
            _put_preposition(tree, slots, c)
            for time in tree.all(c, "pobj"):
                # "the shooting in May of two nurses": they were not hung on the shooting.
                for lower in tree.all(time, "prep"):
                    if tree.lower[lower] == "of" and tree.tags[time] == "NNP" and tree.lower[c] in ("in", "on"):
                        _put_preposition(tree, slots, lower)
        elif label == "nummod":
            _put(slots, "count", [c])
        elif label == "advmod" and tree.lower[c] in ("here", "there", "abroad", "overseas"):
            _put(slots, "where", [c])
        elif label == "advmod":
            _put_compound(tree, slots, c)
        elif label in ("acl", "relcl", "ccomp"):
            if tree.is_infinitive(c):
                _put(slots, "infinitive", [c])
            elif label == "ccomp" or tree.child(c, "mark") is not None or is_whole(tree, c):
                _put(slots, "clause", [c])
                _put(slots, "clause subject", doer(tree, c) if tree.has_subject(c) else [])
    _put(slots, "who", identified(tree, noun))
    if tree.deps[noun] == "amod" and tree.tags[noun] == "NN" and tree.is_noun(tree.heads[noun]):
        # "the slain officers": an adjective, whatever its tag.
        _put(slots, "subject", [tree.heads[noun]])
    if "clause" not in slots:
        for speaker in (*slots.get("by", ()), *slots.get("from", ())):
            for c in tree.all(speaker, "acl", "relcl", "ccomp"):
                if tree.child(c, "mark") is not None and tree.has_subject(c):
                    # "claims by the firm that it was robbed", where the parser hung the robbing on the firm.
                    _put(slots, "clause", [c])
                    _put(slots, "clause subject", doer(tree, c))
    whole = tree.heads[noun]
    if tree.deps[noun] == "compound" and tree.lower[whole] in COURSES:
        # "a bombing campaign against the north": the north hangs on the campaign.
        for name, fillers in slots_of(tree, whole).items():
            if name not in slots:
                _put(slots, name, [f for f in fillers if f != noun and f not in tree.children[noun]])
    _put(slots, "aside", told_of(tree, noun))
    for preposition in of_rank(tree, noun):
        if tree.lower[preposition] not in slots:
            _put_preposition(tree, slots, preposition)
    _put_outcome(tree, slots, noun)
    _put_of_series(tree, slots, noun)
    _put_of_conjuncts(tree, slots, noun)
    return slots


def _put_of_series(tree: Tree, slots: Slots, noun: int) -> None:
    """What hangs on the series that a noun tells of: "a wave of attacks by rebels"."""
    preposition = tree.heads[noun]
    above = tree.heads[preposition]
    if tree.deps[noun] == "pobj" and tree.lower[preposition] == "of" and tree.lower[above] in _SERIES:
        for c in tree.children[above]:
            if tree.deps[c] == "prep" and tree.lower[c] != "of" and tree.lower[c] not in slots:
                _put_preposition(tree, slots, c)
        _put(slots, "possessive", [antecedent(tree, c) for c in tree.all(above, "poss")])


def _put_of_conjuncts(tree: Tree, slots: Slots, noun: int) -> None:
    """What hangs on the first or the last of several nouns, and belongs to all."""
    if tree.deps[noun] == "conj":
        first = tree.first_conjunct(noun)
        if tree.is_noun(first) and tree.child(noun, "det") is None:
            _inherit(tree, slots, first, ("possessive",))
        # "bombings and raids in the north", where the parser hung the north on the bombings.
        for c in tree.children[first]:
            if tree.deps[c] == "prep" and c > noun and tree.lower[c] not in slots:
                _put_preposition(tree, slots, c)
    later = tree.conjuncts(noun)
    if later and tree.is_noun(later[-1]) and tree.child(later[-1], "poss") is None:
        # "attacks and bombings in the north by rebels": what follows the last belongs to all.
        alike = tree.tags[noun] == tree.tags[later[-1]] and "," not in tree.words[noun : later[-1]]
        for c in tree.children[later[-1]]:
            # But in "murder, assault and possession of a gun" the gun is not murdered.
            if tree.deps[c] == "prep" and tree.lower[c] not in slots and (alike or tree.lower[c] != "of"):
                _put_preposition(tree, slots, c)


def _put_outcome(tree: Tree, slots: Slots, word: int) -> None:
    """What hangs on the noun that an act is joined with: "the shooting death of a nurse in Lima"."""
    if tree.deps[word] in ("compound", "amod", "nmod") and tree.lower[tree.heads[word]] in _OUTCOMES:
        for c in tree.all(tree.heads[word], "prep"):
            if tree.lower[c] not in slots:
                _put_preposition(tree, slots, c)


def _adjective_slots(tree: Tree, word: int) -> Slots:
    slots: Slots = {}
    if tree.deps[word] == "advmod" and tree.is_verb(tree.heads[word]):
        # "allegedly stole the funds": what is said is the clause.
        verb = tree.heads[word]
        _put(slots, "clause", [verb])
        _put(slots, "clause subject", doer(tree, verb))
        return slots
    _put(slots, "subject", predicate_subject(tree, word))
    if tree.deps[word] == "amod":
        _put_bearer(tree, slots, tree.heads[word])
    for c in tree.children[word]:
        if tree.deps[c] == "prep":
            _put_preposition(tree, slots, c)
        elif tree.deps[c] in ("ccomp", "xcomp"):
            _put(slots, "infinitive" if tree.is_infinitive(c) else "clause", [c])
        elif tree.deps[c] in ("pobj", "pcomp"):
            _put(slots, "object", [c])
    if tree.deps[word] == "acomp":
        # "is due in Oslo on Friday for talks": hung on the copula.
        for c in tree.all(tree.heads[word], "prep"):
            if c > word and tree.lower[c] not in slots:
                _put_preposition(tree, slots, c)
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
                # "at the hands of X", "at X's invitation", "for talks with X", "in an effort to X": what counts is X.
                inner = slots_of(tree, noun)
                owners = [f for slot in ("of", "possessive", "with", "infinitive") for f in inner.get(slot, ())]
                _put(slots, f"{name} {tree.lower[noun]}", owners)
                for slot in ("possessive", "modifier", "by", "between"):
                    _put(slots, f"{name} {slot}", list(inner.get(slot, ())))
    elif tree.deps[preposition] == "prep":
        for node in (preposition, *tree.ancestors(preposition)):
            if tree.deps[node] == "relcl" and preposition != tree.heads[node] + 1:
                # A stranded preposition: "the post they fired at".
                if not tree.all(preposition, "prep"):
                    _put(slots, name, [tree.heads[node]])
                break
    for c in tree.all(preposition, "prep", "conj"):
        # "from behind the wall", "in and around the town"; but who is along with X does nothing to X.
        if name not in ("along", "together") or tree.lower[c] != "with":
            _put_preposition(tree, slots, c)


def _put_compound(tree: Tree, slots: Slots, adverb: int) -> None:
    """A place beside another: "next to the gate", "close to the border", "outside of town", "30 km north of Bonn"."""
    for preposition in tree.all(adverb, "prep"):
        if tree.lower[adverb] in _COMPASS and tree.lower[preposition] == "of":
            # But ", west of Bonn" only tells where the town is that was just named.
            if tree.words[min(tree.subtree(adverb)) - 1] != ",":
                _put(slots, "near", [adverb])
        elif tree.lower[adverb] in _BESIDE and tree.lower[preposition] in ("to", "of"):
            _put(slots, "near", _prepositional(tree, preposition))


def _put(slots: Slots, name: str, fillers: list[int]) -> None:
    if fillers:
        slots.setdefault(name, []).extend(f for f in fillers if f not in slots.get(name, ()))
