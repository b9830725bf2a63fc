import pytest

from eventx.merging.profiles import determiner, merged, opener, profile, read_trigger


@pytest.mark.parametrize(
    ("before", "kind"),
    [
        ("Nobody has owned up to the deadly ", "definite"),
        ("Police reported an ", "indefinite"),
        ("Hours later another ", "further"),
        ("She spoke of several ", "many"),
        ("Villagers remember Tamm's ", "possessive"),
        ("He died in ", "bare"),
    ],
)
def test_determiner_reads_how_the_noun_phrase_opens(before: str, kind: str) -> None:
    assert determiner(before + "raid", len(before)) == kind


@pytest.mark.parametrize(("word", "noun"), [("bombing", "noun"), ("raids", "nouns"), ("killed", "verb")])
def test_read_trigger_tells_nouns_from_verbs(word: str, noun: str) -> None:
    assert read_trigger(word).noun == noun


def test_read_trigger_finds_the_family_of_a_phrase() -> None:
    assert read_trigger("opened fire").family == read_trigger("shot").family
    assert read_trigger("blast").family != read_trigger("kidnapping").family
    assert read_trigger("frobnicated").family is None


def test_profile_takes_a_participle_after_a_comma_for_a_verb(told) -> None:
    article = told("A mine went off near the ferry, wounding six passengers.")
    assert profile(article.mention("ATTACK", "wounding"), 0, article.article.text).determiner == "verb"


def test_profile_does_not_count_a_fallback_as_a_date(told) -> None:
    import attrs

    article = told("Rebels raided the depot.")
    mention = article.mention("ATTACK", "raided", day="2021-05-10")
    fallback = attrs.evolve(mention, when=attrs.evolve(mention.when, source="publication"))
    assert profile(mention).days is not None
    assert profile(fallback).days is None


@pytest.mark.parametrize(
    ("before", "word"),
    [
        ("Six miners died when a bomb ", "when"),
        ("Six miners died in the ", "in"),
        ("A bomb went off, ", ","),
        ("It ended. A bomb ", ""),
    ],
)
def test_opener_tells_how_a_clause_hangs_on_what_stands_before(before: str, word: str) -> None:
    assert opener(before + "exploded", len(before)) == word


def test_merged_leaves_out_a_description_that_one_mention_of_many_uses(told) -> None:
    article = told("Rebels shelled the port. Rebels shelled the port. Rebels shelled the port. A thief hit a baker.")
    mentions = [article.mention("ATTACK", "shelled", n, target="the port") for n in range(3)]
    stray = article.mention("ATTACK", "hit", target="a baker")
    whole = merged([profile(mention) for mention in (*mentions, *mentions, stray)])
    assert whole.fillers["target"].heads == profile(mentions[0]).fillers["target"].heads


def test_merged_keeps_a_name_that_one_mention_of_many_uses(told) -> None:
    article = told("Rebels shelled the port. Rebels shelled the port. Rebels shelled the port. They hit Fort Ansel.")
    mentions = [article.mention("ATTACK", "shelled", n, target="the port") for n in range(3)]
    named = article.mention("ATTACK", "hit", target="Fort Ansel")
    assert len(merged([profile(mention) for mention in (*mentions, *mentions, named)]).fillers["target"].heads) == 2
