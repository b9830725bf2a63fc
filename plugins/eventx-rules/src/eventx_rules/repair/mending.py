"""Mending what the parser gets wrong again and again, before anything is read off a tree.

Each mending looks for one shape that is wrong wherever it appears ("denied that it had fired and accused …", where the
accusing is hung below the firing), and rehangs a word or two. What needs the meaning of words is left to the frames.
"""

from __future__ import annotations

from eventx_rules.lexicon.inflect import verb_forms
from eventx_rules.repair.charges import (
    answerable,
    charge_taken_for_object,
    charge_that_is_denied,
    hang_charge,
    who_made_the_charge,
)
from eventx_rules.repair.claims import (
    claim_that_is_called_so,
    claim_that_is_handled,
    clause_of_a_claim,
    kinds_of_claims,
    said_of_a_claim,
    what_somebody_is_called,
)
from eventx_rules.repair.coordination import (
    finite_conjunct,
    sentence_taken_for_a_list,
    subject_taken_for_a_conjunct,
    subject_taken_for_an_aside,
    that_of_a_clause,
    verb_of_a_sentence_without_one,
)
from eventx_rules.repair.crimes import (
    attempted,
    count_beside_a_weapon,
    crime_beside_the_accused,
    deed_beside_the_accusing,
    list_of_charges,
)
from eventx_rules.repair.names import (
    kind_beside_its_name,
    name_before_its_verb,
    name_taken_for_an_auxiliary,
    repair_names,
)
from eventx_rules.repair.phrases import (
    counted_with,
    deed_before_a_verb,
    deed_taken_for_a_kind,
    goal_taken_for_subject,
    noun_beside_a_time,
    others_beside_an_apposition,
    owner_of_both,
    owner_taken_for_a_kind,
    place_taken_for_subject,
    repair_phrase,
    town_beside_a_deed,
)
from eventx_rules.repair.sayings import (
    accusing_taken_for_a_kind,
    participle_behind_a_saying,
    said_of_who,
    saying_taken_for_an_auxiliary,
    speaking_behind_what_is_said,
)
from eventx_rules.tree import Tree

_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_BECOMING = frozenset(
    form for lemma in ("hold", "find", "call", "deem", "consider", "leave") for form in verb_forms(lemma)
)
_WANTING = frozenset(form for lemma in ("want", "have", "get", "see", "need", "like") for form in verb_forms(lemma))
_BEING = frozenset(("be", "is", "are", "was", "were", "been", "'s", "’s", "'re", "’re", "am"))
_HURT = frozenset(("dead", "wounded", "injured", "hurt", "missing", "homeless"))


def repair(tree: Tree, countries: frozenset[str] = frozenset()) -> Tree:
    """Rehang what is wrongly hung, in place.

    Args:
        tree: The sentence.
        countries: Names of countries and states, which may follow the name of a town.

    Returns:
        The tree itself.
    """
    repair_names(tree, countries)
    for token, label in enumerate(tree.deps):
        if label == "conj" and tree.is_verb(token):
            finite_conjunct(tree, token)
            _conjunct_of_its_subject(tree, token)
            subject_taken_for_a_conjunct(tree, token)
            deed_beside_the_accusing(tree, token)
        elif label == "conj":
            subject_taken_for_an_aside(tree, token)
            _noun_beside_a_verb(tree, token)
            kinds_of_claims(tree, token)
            noun_beside_a_time(tree, token)
            owner_of_both(tree, token)
            count_beside_a_weapon(tree, token)
            town_beside_a_deed(tree, token)
        elif label == "ccomp":
            sentence_taken_for_a_list(tree, token)
            subject_taken_for_a_conjunct(tree, token)
            deed_beside_the_accusing(tree, token)
            _sentence_beside(tree, token)
            _small_clause(tree, token)
            _clause_of_whom(tree, token)
            place_taken_for_subject(tree, token)
        elif label == "oprd":
            _counted_dead(tree, token)
        elif label in ("xcomp", "advcl") and tree.lower[token] == "blame":
            _blame(tree, token)
        elif label == "appos":
            subject_taken_for_an_aside(tree, token)
            list_of_charges(tree, token)
            crime_beside_the_accused(tree, token)
            others_beside_an_apposition(tree, token)
        elif label == "npadvmod":
            crime_beside_the_accused(tree, token)
            accusing_taken_for_a_kind(tree, token)
        elif label == "dobj":
            crime_beside_the_accused(tree, token)
            what_somebody_is_called(tree, token)
            that_of_a_clause(tree, token)
            charge_taken_for_object(tree, token)
            _aside_taken_for_object(tree, token)
            _word_beside_an_object(tree, token)
        elif label == "nsubj":
            kind_beside_its_name(tree, token)
            _owner_taken_for_subject(tree, token)
        elif label == "amod" and tree.tags[token] == "JJ" and tree.heads[token] < token:
            answerable(tree, token)
        elif label == "amod" and tree.lower[token] == "alleged":
            # It has an object, which an adjective has not.
            tree.tags[token] = "VBN"
            accusing_taken_for_a_kind(tree, token)
        elif label == "csubj":
            _visiting_subject(tree, token)
        elif label == "compound" and tree.lower[token] == "visiting":
            # "Visiting Danish premier Holm"
            tree.relabel(token, "amod")
        elif label == "compound":
            charge_that_is_denied(tree, token)
            claim_that_is_called_so(tree, token)
            name_before_its_verb(tree, token)
            deed_taken_for_a_kind(tree, token)
        elif label == "prep":
            repair_phrase(tree, token)
            hang_charge(tree, token)
            said_of_a_claim(tree, token)
        elif label == "advcl" and tree.tags[token] in ("VBG", "VBN"):
            attempted(tree, token)
            counted_with(tree, token)
            deed_beside_the_accusing(tree, token)
            participle_behind_a_saying(tree, token)
            speaking_behind_what_is_said(tree, token)
            _subject_taken_by_a_participle(tree, token)
        elif label == "acl" and tree.child(token, "mark") is not None:
            claim_that_is_handled(tree, token)
        elif label == "acl" and tree.tags[token] == "VBN":
            who_made_the_charge(tree, token)
            verb_of_a_sentence_without_one(tree, token)
        elif label == "acl" and tree.tags[token] == "VBD":
            _verb_taken_for_a_participle(tree, token)
        elif label == "case":
            owner_taken_for_a_kind(tree, token)
        elif label == "mark" and tree.lower[token] == "for":
            goal_taken_for_subject(tree, token)
        elif label == "relcl":
            said_of_who(tree, token)
            clause_of_a_claim(tree, token)
        elif label == "advmod":
            deed_before_a_verb(tree, token)
        elif label == "aux":
            saying_taken_for_an_auxiliary(tree, token)
            name_taken_for_an_auxiliary(tree, token)
    return tree


def _noun_beside_a_verb(tree: Tree, noun: int) -> None:
    """ "Killed the imam and three of his sons": a noun is coordinated with the object before the "and"."""
    verb = tree.heads[noun]
    if not tree.is_verb(verb) or tree.tags[noun][:2] not in ("NN", "CD", "PR"):
        return
    joints = [c for c in tree.children[verb] if tree.deps[c] == "cc" and verb < c < noun]
    nouns = [c for c in tree.all(verb, "dobj") if joints and c < joints[-1]]
    if nouns and tree.words[joints[-1] - 1] != ",":
        first = max(nouns)
        tree.hang(joints[-1], first, "cc")
        tree.hang(noun, first, "conj")


def _sentence_beside(tree: Tree, verb: int) -> None:
    """ "The firm sued; the town denied it": nobody denies the suing."""
    subject = tree.child(tree.heads[verb], "nsubj", "nsubjpass")
    if subject is not None and verb < subject and tree.words[min(tree.subtree(subject)) - 1] == ";":
        tree.relabel(verb, "parataxis")


def _small_clause(tree: Tree, word: int) -> None:
    """ "Holds the army responsible": who is responsible is the object; "want the zoo closed": they close no zoo."""
    head = tree.heads[word]
    if tree.tags[word] == "VBD" and tree.lower[head] in _WANTING and tree.child(word, "aux", "dobj", "mark") is None:
        tree.tags[word] = "VBN"
        for subject in tree.all(word, "nsubj"):
            tree.relabel(subject, "nsubjpass")
        return
    if (
        tree.tags[word] != "JJ"
        or tree.lower[head] not in _BECOMING
        or tree.child(word, "aux", "cop", "mark") is not None
    ):
        return
    for subject in tree.all(word, "nsubj"):
        tree.hang(subject, head, "dobj")
        tree.relabel(word, "oprd")


def _clause_of_whom(tree: Tree, told: int) -> None:
    """ "Five were shot, two of whom died": the shooting is no complement of the dying."""
    verb = tree.heads[told]
    counted = [c for c in tree.all(verb, "nsubj", "nsubjpass") if c > told]
    of_whom = any(tree.lower[g] == "whom" for c in counted for p in tree.all(c, "prep") for g in tree.children[p])
    if told < verb and of_whom:
        tree.swap(told, verb, "advcl")


def _verb_taken_for_a_participle(tree: Tree, verb: int) -> None:
    """ "A man armed with a rifle killed two": with an object it is no participle of the rifle, but what the man did."""
    participle = tree.heads[tree.heads[tree.heads[verb]]]
    subject = tree.heads[participle]
    if tree.child(verb, "dobj") is None or tree.deps[participle] != "acl" or not tree.is_noun(subject):
        return
    if tree.tags[participle] not in ("VBN", "VBG") or not subject < participle < verb:
        return
    above = tree.heads[subject]
    if above == subject:
        tree.hang(verb, subject, "acl")
        tree.swap(verb, subject, "nsubj")
    elif tree.is_verb(above) and len(tree.all(above, "nsubj")) > 1 and verb < above:
        # "… killed two, police said": the saying has a subject of its own.
        tree.hang(verb, above, "ccomp")
        tree.hang(subject, verb, "nsubj")


def _counted_dead(tree: Tree, word: int) -> None:
    """ "Left nine dead": a number is who is dead."""
    head = tree.heads[word]
    for subject in tree.all(word, "nsubj"):
        # "left 17 people dead": whom they left so
        tree.hang(subject, head, "dobj")
    number = tree.child(word, "nummod")
    if tree.lower[word] in _HURT and number is not None and tree.child(head, "dobj") is None:
        tree.hang(number, head, "dobj")
        for c in tree.all(word, "advmod", "quantmod", "amod"):
            if c < number:
                tree.hang(c, number, "quantmod")


def _visiting_subject(tree: Tree, word: int) -> None:
    """ "Visiting Danish premier Holm met …": the participle belongs to the subject."""
    head = tree.heads[word]
    subject = tree.child(head, "nsubj", "nsubjpass")
    if tree.tags[word] == "VBG" and not tree.children[word] and subject is not None and subject > word:
        tree.hang(word, subject, "amod")


def _subject_taken_by_a_participle(tree: Tree, participle: int) -> None:
    """ "After a gunman pledging loyalty to the sect killed nine": the gunman killed them."""
    verb = tree.heads[participle]
    subject = tree.child(participle, "nsubj")
    if verb < participle or subject is None or not tree.is_noun(subject) or tree.tags[verb] not in _FINITE:
        return
    if subject > participle or tree.has_subject(verb) or tree.child(participle, "aux", "auxpass") is not None:
        return
    for c in tree.all(participle, "mark", "advmod"):
        if c < subject:
            tree.hang(c, verb, tree.deps[c])
    tree.hang(subject, verb, "nsubj")
    tree.hang(participle, subject, "acl")


def _word_beside_an_object(tree: Tree, word: int) -> None:
    """ "Holding two nurses hostage" and "wounded hundreds more": the nurses and the hundreds are the object."""
    verb = tree.heads[word]
    beside = word - 1
    if tree.lower[word] not in ("hostage", "captive", "more"):
        return
    if tree.lower[word] == "more":
        if beside in tree.children[verb] and tree.deps[beside] == "dobj":
            tree.hang(word, beside, "amod")
        return
    if beside in tree.children[word] and tree.tags[beside][:2] == "NN" and tree.deps[beside] == "compound":
        for c in tree.children[word].copy():
            if c < beside:
                tree.hang(c, beside, tree.deps[c])
        tree.hang(beside, verb, "dobj")
        tree.relabel(word, "oprd")


def _blame(tree: Tree, word: int) -> None:
    """ "Is to blame", "holds the port to blame": who is, blames nobody; but "it is easy to blame the port"."""
    head = tree.lower[tree.heads[word]]
    easy = tree.child(tree.heads[word], "acomp", "attr") is not None
    if tree.lower[word - 1] == "to" and not easy and (head in _BEING or head in _BECOMING):
        tree.tags[word] = "JJ"
        tree.relabel(word, "acomp" if head in _BEING else "oprd")
        for c in tree.all(word, "dobj"):
            tree.relabel(c, "dep")


def _conjunct_of_its_subject(tree: Tree, verb: int) -> None:
    """ "Sand, then a guard, shot and killed …": a verb coordinated with the noun that it lacks for a subject."""
    noun = tree.heads[verb]
    while tree.deps[noun] == "appos":
        noun = tree.heads[noun]
    if tree.heads[noun] != noun or not tree.is_noun(noun) or tree.tags[verb] not in _FINITE | {"VB"}:
        return
    if not tree.has_subject(verb) and noun < verb and tree.words[verb - 1] == ",":
        tree.uproot(verb)
        tree.hang(noun, verb, "nsubj")


def _aside_taken_for_object(tree: Tree, noun: int) -> None:
    """ "Travelled to fight, a path that others took": what follows a comma is no object."""
    verb = tree.heads[noun]
    start = min(tree.subtree(noun))
    if start > verb + 1 and start < noun and tree.words[start - 1] == "," and start - 2 == verb:
        tree.relabel(noun, "appos")


def _owner_taken_for_subject(tree: Tree, noun: int) -> None:
    """ "Holm's killing shocked …": a possessor, whatever the gerund behind it is."""
    gerund = tree.heads[noun]
    if tree.tags[gerund] == "VBG" and gerund == noun + 2 and tree.lower[noun + 1] in ("'s", "’s"):
        tree.relabel(noun, "poss")
