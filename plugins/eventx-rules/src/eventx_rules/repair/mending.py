"""Mending what the parser gets wrong again and again, before anything is read off a tree.

Each mending looks for one shape that is wrong wherever it appears ("denied that it had fired and accused …", where the
accusing is hung below the firing), and rehangs a word or two. What needs the meaning of words is left to the frames.
"""

from __future__ import annotations

from collections.abc import Callable

from eventx_rules.repair import charges, claims, coordination, crimes, deeds, names, objects, phrases, sayings, subjects
from eventx_rules.tree import Tree

# By the label of the token that each is tried on, in this order.
_MENDINGS: dict[str, tuple[Callable[[Tree, int], None], ...]] = {
    "conj": (
        coordination.finite_conjunct,
        coordination.conjunct_of_its_subject,
        coordination.subject_taken_for_a_conjunct,
        crimes.deed_beside_the_accusing,
        coordination.subject_taken_for_an_aside,
        coordination.noun_beside_a_verb,
        claims.kinds_of_claims,
        phrases.owner_of_both,
        crimes.count_beside_a_weapon,
        phrases.town_beside_a_deed,
        deeds.others_left_hurt,
        deeds.people_who_are_hurt,
    ),
    "ccomp": (
        coordination.sentence_taken_for_a_list,
        coordination.subject_taken_for_a_conjunct,
        crimes.deed_beside_the_accusing,
        coordination.sentence_beside,
        objects.small_clause,
        subjects.clause_of_whom,
        objects.word_beside_an_object,
        deeds.hostage_taken_for_a_verb,
        subjects.place_taken_for_subject,
    ),
    "oprd": (objects.counted_dead,),
    "xcomp": (objects.blame, deeds.deed_taken_for_an_infinitive),
    "appos": (
        coordination.subject_taken_for_an_aside,
        crimes.list_of_charges,
        crimes.crime_beside_the_accused,
        phrases.others_beside_an_apposition,
    ),
    "npadvmod": (crimes.crime_beside_the_accused, sayings.accusing_taken_for_a_kind),
    "dobj": (
        crimes.crime_beside_the_accused,
        claims.what_somebody_is_called,
        coordination.that_of_a_clause,
        charges.charge_taken_for_object,
        objects.aside_taken_for_object,
        objects.word_beside_an_object,
        deeds.how_often,
        deeds.deed_taken_for_a_verb,
        deeds.people_who_are_hurt,
    ),
    "pobj": (deeds.deed_taken_for_a_verb, deeds.deed_taken_for_an_infinitive, deeds.people_who_are_hurt),
    "nsubjpass": (deeds.people_who_are_hurt,),
    "nsubj": (
        names.kind_beside_its_name,
        names.name_beside_its_town,
        subjects.owner_taken_for_subject,
        deeds.people_who_are_hurt,
    ),
    "amod": (
        charges.answerable,
        sayings.alleged,
        sayings.accusing_taken_for_a_kind,
        deeds.deed_beside_its_suspect,
        deeds.doing_of_one_so_old,
    ),
    "csubj": (subjects.visiting_subject,),
    "compound": (
        names.visiting,
        charges.charge_that_is_denied,
        claims.claim_that_is_called_so,
        names.name_before_its_verb,
        phrases.deed_taken_for_a_kind,
        deeds.deed_beside_its_suspect,
    ),
    "prep": (
        phrases.repair_phrase,
        charges.hang_charge,
        claims.said_of_a_claim,
        deeds.sufferer_beside_the_doer,
        deeds.doer_beyond_a_phrase,
    ),
    "advcl": (
        objects.blame,
        deeds.hostage_taken_for_a_verb,
        crimes.attempted,
        phrases.counted_with,
        crimes.deed_beside_the_accusing,
        sayings.participle_behind_a_saying,
        sayings.speaking_behind_what_is_said,
        subjects.subject_taken_by_a_participle,
    ),
    "acl": (
        deeds.deed_taken_for_an_infinitive,
        claims.claim_that_is_handled,
        charges.who_made_the_charge,
        coordination.verb_of_a_sentence_without_one,
        subjects.verb_taken_for_a_participle,
    ),
    "case": (phrases.owner_taken_for_a_kind,),
    "mark": (subjects.goal_taken_for_subject,),
    "relcl": (deeds.deed_taken_for_an_infinitive, sayings.said_of_who, claims.clause_of_a_claim),
    "advmod": (phrases.deed_before_a_verb,),
    "aux": (sayings.saying_taken_for_an_auxiliary,),
}


def repair(tree: Tree, countries: frozenset[str] = frozenset()) -> Tree:
    """Rehang what is wrongly hung, in place.

    Args:
        tree: The sentence.
        countries: Names of countries and states, which may follow the name of a town.

    Returns:
        The tree itself.
    """
    names.repair_names(tree, countries)
    for token, label in enumerate(tree.deps):
        for mend in _MENDINGS.get(label, ()):
            mend(tree, token)
    return tree
