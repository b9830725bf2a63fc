"""Linking depends on the set of entities alone; scanning and resolving never fail on any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from eventx.analysis import Analyser
from eventx.entities import EnglishResolver
from eventx.model import Argument, Article, Entity, EventMention

RESOLVER = EnglishResolver({})
FIRST, LAST = ["Karl", "Anna", "Mohammed", "Muhammad", ""], ["Lidow", "Maren", "al-Maren", "Hamas", "policemen"]
names = st.builds(lambda first, last: f"{first} {last}".strip(), st.sampled_from(FIRST), st.sampled_from(LAST))
entities = st.lists(
    st.builds(
        lambda number, name, country, category: Entity(
            entity_id=f"a{number}:n1", name=name, country=country, category=category
        ),
        st.integers(0, 60),
        names,
        st.sampled_from([None, "NOR", "TCD"]),
        st.sampled_from([None, "GOV", "CVL"]),
    ),
    unique_by=lambda entity: entity.entity_id,
    max_size=25,
)


@given(entities, st.randoms(use_true_random=False))
def test_linking_does_not_depend_on_the_order(given_entities, random):
    shuffled = list(given_entities)
    random.shuffle(shuffled)
    assert RESOLVER.link(shuffled) == RESOLVER.link(given_entities)


@given(entities)
def test_every_entity_is_linked_to_one_of_the_run(given_entities):
    ids, run = RESOLVER.link(given_entities)
    assert set(ids) == {entity.entity_id for entity in given_entities}
    assert {entity.entity_id for entity in run} == set(ids.values())


WORDS = st.sampled_from(
    [
        "President",
        "Karl",
        "Lidow",
        "the",
        "army",
        "of",
        "Pakistan",
        "and",
        "said",
        "he",
        "they",
        "it",
        '"I',
        'deny"',
        ",",
        ".\n\n",
        "two",
        "policemen",
        "Anna",
        "Maren's",
        "al-Qaeda",
        "in",
        "(UN)",
        "U.S.",
        "here",
        "’s",
        "Ministry",
        "for",
        "30-year-old",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.lists(WORDS, max_size=60).map(" ".join), st.text(max_size=200)), st.data())
def test_any_phrase_of_any_text_is_resolved_without_failing(text, data):
    article = Article.of(text or "x", id="a")
    arguments = []
    for role in ("attacker", "target", "place"):
        start = data.draw(st.integers(0, len(article.text) - 1))
        end = data.draw(st.integers(start + 1, len(article.text)))
        arguments.append(Argument(role=role, span=article.span(start, end)))
    mention = EventMention(article_id="a", type="ATTACK", trigger=article.span(0, 1), arguments=arguments)
    (resolved,), found = RESOLVER.resolve(Analyser().analyse(article), [mention])
    known = {entity.entity_id for entity in found}
    for before, after in zip(mention.arguments, resolved.arguments, strict=True):
        assert before.span == after.span
        assert (after.entity_id is None) == (after.name is None)
        assert after.entity_id is None or after.entity_id in known
    assert all(member in known for entity in found for member in entity.members)
