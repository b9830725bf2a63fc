from __future__ import annotations

from eventx.analysis import Analyser
from eventx.entities import EnglishResolver
from eventx.model import Argument, Article, EventMention


def test_names_titles_and_short_forms_are_one_entity(resolve):
    got = resolve(
        "Foreign Minister Helen Maren flew to Oslo. Mrs. Maren praised her hosts. Lidow met Maren there.",
        [("visitor", "Foreign Minister Helen Maren"), ("destination", "Oslo")],
        [("accuser", "Mrs. Maren")],
        [("denier", "Maren")],
    )
    assert got.name("Mrs. Maren") == "Helen Maren"
    assert got.id("Foreign Minister Helen Maren") == got.id("Mrs. Maren") == got.id("Maren")


def test_entity_knows_country_and_category(resolve):
    got = resolve(
        "Pakistani Foreign Minister Hina Lidow arrived in Kabul.",
        [("visitor", "Pakistani Foreign Minister Hina Lidow"), ("destination", "Kabul")],
    )
    person, place = got.entity("Pakistani Foreign Minister Hina Lidow"), got.entity("Kabul")
    assert (person.name, person.country, person.category) == ("Hina Lidow", "PAK", "GOV")
    assert (place.name, place.country) == ("Kabul", "AFG")


def test_capital_that_acts_is_its_country_but_a_place_is_itself(resolve):
    got = resolve(
        "Islamabad accused rebels of lying. Lidow arrived in Islamabad.",
        [("destination", "Islamabad")],
    )
    assert got.name("Islamabad") == "Islamabad"
    got = resolve("On Monday Islamabad accused rebels of lying.", [("accuser", "Islamabad")])
    assert got.name("Islamabad") == "Pakistan"
    assert got.entity("Islamabad").country == "PAK"


def test_metonym_is_a_government(resolve):
    got = resolve("The Kremlin denied it.", [("denier", "The Kremlin")])
    assert (got.entity("The Kremlin").country, got.entity("The Kremlin").category) == ("RUS", "GOV")


def test_bus_station_is_no_broadcaster(resolve):
    got = resolve("Gunmen stormed the bus station.", [("target", "the bus station")])
    assert got.entity("the bus station").category is None


def test_armed_group_is_known_by_any_of_its_names(resolve):
    got = resolve(
        "The LTTE shelled the port. The army blamed the Tamil Tigers.",
        [("attacker", "The LTTE")],
        [("accused", "the Tamil Tigers")],
    )
    assert got.id("The LTTE") == got.id("the Tamil Tigers")
    assert got.entity("The LTTE").category == "REB"


def test_acronym_in_brackets_is_an_alias(resolve):
    got = resolve(
        "The Dorvik Relief Committee (DRC) denied the charge. Lidow accused the DRC of theft.",
        [("denier", "The Dorvik Relief Committee")],
        [("accused", "the DRC")],
    )
    assert got.id("The Dorvik Relief Committee") == got.id("the DRC")


def test_spokesman_is_not_his_ministry(resolve):
    got = resolve(
        "A spokesman for the Foreign Ministry denied it. The rebels accused the Foreign Ministry of lying.",
        [("denier", "A spokesman for the Foreign Ministry")],
        [("accused", "the Foreign Ministry")],
    )
    assert got.id("A spokesman for the Foreign Ministry") != got.id("the Foreign Ministry")


def test_same_description_is_the_same_entity(resolve):
    got = resolve(
        "A bomb killed four policemen. Rebels said they had shot the four policemen.",
        [("target", "four policemen")],
        [("target", "the four policemen")],
    )
    assert got.id("four policemen") == got.id("the four policemen")


def test_coordination_has_members(resolve):
    got = resolve(
        "Karl Lidow and two aides flew to Oslo. Then Lidow flew home.",
        [("visitor", "Karl Lidow and two aides")],
        [("visitor", "Lidow")],
    )
    assert got.id("Lidow") in got.entity("Karl Lidow and two aides").members
    assert len(got.entity("Karl Lidow and two aides").members) == 2


def test_non_entity_roles_stay_without_entity(resolve):
    got = resolve(
        "Rebels with rifles killed four policemen in Oslo.",
        [("attacker", "Rebels"), ("instrument", "rifles"), ("killed", "four")],
    )
    assert got.id("rifles") is None
    assert got.id("four") is None


def test_definite_description_means_who_was_named_with_that_office(resolve):
    got = resolve(
        "Foreign Minister Helen Maren and Prime Minister Karl Lidow left. The foreign minister was in Oslo by noon.",
        [("visitor", "The foreign minister")],
    )
    assert got.name("The foreign minister") == "Helen Maren"


def test_the_country_means_the_country_named_last(resolve):
    got = resolve("Maren left Norway for Chad. She toured the country.", [("destination", "the country")])
    assert got.name("the country") == "Chad"


def test_the_group_means_the_rebels_named_before(resolve):
    got = resolve("Hezbollah held a rally in Beirut. The group denied the charge.", [("denier", "The group")])
    assert got.name("The group") == "Hezbollah"


def test_ids_count_from_one_in_text_order(resolve):
    got = resolve("Maren accused Lidow of theft.", [("accuser", "Maren"), ("accused", "Lidow")], article_id="x")
    assert (got.id("Maren"), got.id("Lidow")) == ("x:n1", "x:n2")


def test_alias_file_makes_names_one(resolve, tmp_path):
    file = tmp_path / "aliases.toml"
    file.write_text('["Karl Lidow"]\naliases = ["the Old Fox", "Fox of Dorvik"]\ncountry = "NOR"\n', encoding="utf-8")
    got = resolve(
        "Karl Lidow flew to Oslo. On Monday Fox of Dorvik was in Bergen. Critics met the Old Fox there.",
        [("visitor", "Karl Lidow")],
        [("visitor", "Fox of Dorvik")],
        [("host", "the Old Fox")],
        using=EnglishResolver({"aliases": str(file)}),
    )
    assert got.id("Karl Lidow") == got.id("Fox of Dorvik") == got.id("the Old Fox")
    assert got.entity("Karl Lidow").country == "NOR"


def test_party_before_a_name_is_no_part_of_it(resolve):
    got = resolve(
        "OSLO Republican Karl Lidow accused Democrat Maren Tamm of fraud.", [("accused", "Democrat Maren Tamm")]
    )
    assert got.name("Democrat Maren Tamm") == "Maren Tamm"


def test_part_of_the_world_is_no_country(resolve):
    got = resolve("Karl Lidow will tour Latin America.", [("destination", "Latin America")])
    assert (got.name("Latin America"), got.entity("Latin America").country) == ("Latin America", None)


def test_age_tells_who_is_meant(resolve):
    got = resolve(
        "Karl Lidow, 32, and Maren Tamm, 41, were shot. The 41-year-old was killed. A sniper shot the 32-year-old.",
        [("target", "The 41-year-old")],
        [("target", "the 32-year-old")],
    )
    assert got.name("The 41-year-old") == "Maren Tamm"
    assert got.name("the 32-year-old") == "Karl Lidow"


def test_article_without_mentions_has_no_entities(resolver):
    assert resolver.resolve(Analyser().analyse(Article.of("Karl Lidow spoke.")), ()) == ((), ())


def test_bare_last_name_is_who_was_introduced_first(resolve):
    got = resolve(
        "Karl Lidow denied killing his wife, Anna Lidow. The court heard that Lidow, 51, was arrested.",
        [("accused", "Lidow")],
    )
    assert got.name("Lidow") == "Karl Lidow"


def test_short_form_with_title_goes_by_gender(resolve):
    got = resolve("Karl Lidow met Anna Lidow. Later Mrs. Lidow left for Oslo.", [("visitor", "Mrs. Lidow")])
    assert got.name("Mrs. Lidow") == "Anna Lidow"


def test_description_that_opens_an_article_is_who_is_named_soon_with_an_age(resolve):
    got = resolve(
        "A Norwegian teacher was shot in Dorvik. Karl Lidow, 41, was on his way home.",
        [("target", "A Norwegian teacher")],
    )
    assert got.name("A Norwegian teacher") == "Karl Lidow"


def test_description_of_another_office_is_not_who_is_named_next(resolve):
    got = resolve(
        "A Norwegian teacher was shot in Dorvik. Karl Lidow, a police inspector, spoke of robbery.",
        [("target", "A Norwegian teacher")],
    )
    assert got.name("A Norwegian teacher") == "Norwegian teacher"


def test_adjective_of_a_country_is_the_country(resolve):
    got = resolve("The Norwegian raid hit Dorvik.", [("attacker", "Norwegian")])
    assert (got.name("Norwegian"), got.entity("Norwegian").country) == ("Norway", "NOR")


def test_fighters_of_a_group_are_the_group(resolve):
    got = resolve("On Monday Taliban fighters shelled Dorvik.", [("attacker", "Taliban fighters")])
    assert got.name("Taliban fighters") == "Taliban"


def test_city_of_a_name_is_that_place(resolve):
    got = resolve("He went to the southern city of Dorvik.", [("destination", "the southern city of Dorvik")])
    assert got.name("the southern city of Dorvik") == "Dorvik"


def test_state_backed_by_another_is_not_of_its_country(resolve):
    got = resolve("US-backed rebels shelled Dorvik.", [("attacker", "US-backed rebels")])
    assert got.entity("US-backed rebels").country is None


def test_owner_gives_the_country_of_an_office(resolve):
    got = resolve("On Monday Norway's Foreign Minister Karl Lidow denied it.", [("denier", "Karl Lidow")])
    assert got.entity("Karl Lidow").country == "NOR"


def test_actors_of_other_types_are_found_but_not_their_other_fillers(resolver):
    article = Article.of("Karl Lidow signed a treaty with seven ministers on the sharing of rivers.", id="a1")
    phrases = ("Karl Lidow", "seven ministers", "the sharing of rivers")
    mention = EventMention(
        article_id="a1",
        type="TREATY",
        trigger=article.span(11, 17),
        arguments=[
            Argument(
                role=f"role{i}", span=article.span(article.text.index(phrase), article.text.index(phrase) + len(phrase))
            )
            for i, phrase in enumerate(phrases)
        ],
    )
    (resolved,), _ = resolver.resolve(Analyser().analyse(article), [mention])
    assert [argument.name for argument in resolved.arguments] == ["Karl Lidow", "seven ministers", None]
