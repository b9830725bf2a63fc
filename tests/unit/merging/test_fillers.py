import pytest

from eventx.merging.fillers import abroad, compare, filler
from eventx.merging.stems import stem
from eventx.model import Argument, Entity, Span


def argument(text: str, role: str = "attacker", entity_id: str | None = None, name: str | None = None) -> Argument:
    return Argument(role=role, span=Span(start=0, end=len(text), text=text), entity_id=entity_id, name=name)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Defence Minister Orla Tamm", "Tamm", "same"),
        ("the harbour market", "a crowded market", "same"),
        ("the Lurian army", "Lurian soldiers", "near"),
        ("they", "Orla Tamm", "open"),
        ("the gunmen", "Orla Tamm", "open"),
        ("a baker", "a fisherman", "differ"),
        ("Orla Tamm", "Jonas Brekke", "clash"),
        ("an armed driver", "a 31-year-old Norwegian", "open"),
        ("a 31-year-old Norwegian", "Jonas Brekke", "open"),
        ("a 44-year-old baker", "Jonas Brekke", "open"),
        ("three bombers", "the Harbour Brigade", "open"),
    ],
)
def test_compare_tells_how_two_fillers_stand_to_each_other(one: str, other: str, verdict: str) -> None:
    assert compare(filler(argument(one)), filler(argument(other))) == verdict


def test_compare_tells_those_apart_who_were_hit() -> None:
    driver, fisherman = argument("a lorry driver", role="target"), argument("a fisherman", role="target")
    assert compare(filler(driver), filler(fisherman)) == "differ"


def test_compare_knows_the_stranger_whom_the_article_names() -> None:
    named = argument("a 31-year-old Norwegian", entity_id="a1:n1", name="Orla Tamm")
    assert compare(filler(named), filler(argument("Jonas Brekke", entity_id="a1:n2", name="Jonas Brekke"))) == "clash"


def test_compare_trusts_the_entity_over_the_words() -> None:
    she, tamm = argument("she", entity_id="a1:n1", name="Orla Tamm"), argument("the minister", entity_id="a1:n1")
    assert compare(filler(she), filler(tamm)) == "same"


def test_compare_finds_a_member_of_a_group() -> None:
    both = Entity(entity_id="n3", name="Tamm and Brekke", members=("n1", "n2"))
    group = filler(argument("the pair", entity_id="n3"), {"n3": both})
    assert compare(group, filler(argument("he", entity_id="n2", name="Jonas Brekke"))) == "same"


def test_compare_lets_a_spokesman_stand_for_the_country() -> None:
    entities = {
        "n1": Entity(entity_id="n1", name="Luria", country="LUR"),
        "n2": Entity(entity_id="n2", name="spokesman", country="LUR", category="GOV"),
    }
    country = filler(argument("Luria", entity_id="n1", name="Luria"), entities)
    speaker = filler(argument("a spokesman in the capital", entity_id="n2", name="spokesman"), entities)
    assert compare(country, speaker) == "near"


def test_compare_leaves_a_landmark_open_to_lie_in_a_city() -> None:
    square, city = argument("the Sunken Gardens", role="place"), argument("Port Hallow", role="place")
    assert compare(filler(square), filler(city)) == "open"
    assert compare(filler(argument("Ostrava", role="place")), filler(city)) == "clash"


PLACES = {
    "n1": Entity(entity_id="n1", name="Paris", country="FRA"),
    "n2": Entity(entity_id="n2", name="France", country="FRA"),
    "n3": Entity(entity_id="n3", name="French capital", country="FRA"),
    "n4": Entity(entity_id="n4", name="Lyon", country="FRA"),
    "n5": Entity(entity_id="n5", name="Brussels", country="BEL"),
}


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [("n1", "n2", "open"), ("n1", "n3", "near"), ("n1", "n4", "clash"), ("n2", "n5", "clash")],
)
def test_compare_knows_that_places_lie_in_countries(one: str, other: str, verdict: str) -> None:
    first, second = (
        filler(argument(PLACES[key].name, role="place", entity_id=key, name=PLACES[key].name), PLACES)
        for key in (one, other)
    )
    assert compare(first, second) == verdict
    assert abroad(first, second) is (other == "n5")


def test_compare_does_not_take_two_towns_for_one_by_what_stands_before_their_names() -> None:
    towns = [filler(argument(f"the northern Lurian town of {name}", role="place")) for name in ("Selby", "Corvo")]
    assert compare(*towns) == "clash"


def test_compare_lets_a_building_stand_in_any_town() -> None:
    assert (
        compare(filler(argument("a crowded market", role="place")), filler(argument("Selby", role="place"))) == "open"
    )


def test_filler_takes_the_noun_after_a_measure_for_its_head() -> None:
    assert filler(argument("dozens of shoppers")).heads == filler(argument("the shoppers")).heads


@pytest.mark.parametrize(
    ("text", "many"),
    [("five sailors", True), ("the driver", False), ("them", True), ("the crew", None), ("him", False)],
)
def test_filler_tells_one_from_many(text: str, many: bool | None) -> None:
    expected = False if text == "the crew" else many
    assert filler(argument(text)).many == expected


def test_stem_folds_inflected_forms() -> None:
    assert len({stem(word) for word in ("raid", "raids", "raided", "raiding")}) == 1
    assert stem("killed") == stem("killing") == stem("kills")
