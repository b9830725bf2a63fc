"""What the trained extractor makes of plain sentences."""

from __future__ import annotations

import gc

import pytest

from eventx.model import Article


@pytest.mark.parametrize(
    ("text", "type_name", "trigger", "roles"),
    [
        (
            "The foreign minister visited Lisbon on Monday.",
            "VISIT",
            "visited",
            {"visitor": "The foreign minister", "destination": "Lisbon"},
        ),
        (
            "The opposition accused the president of stealing the election.",
            "ACCUSATION",
            "accused",
            {"accuser": "The opposition", "accused": "the president", "allegation": "stealing the election"},
        ),
        (
            "The general denied the allegations.",
            "DENIAL",
            "denied",
            {"denier": "The general", "allegation": "the allegations"},
        ),
        (
            "Gunmen attacked a police station in Basra.",
            "ATTACK",
            "attacked",
            {"attacker": "Gunmen", "target": "a police station", "place": "Basra"},
        ),
    ],
)
def test_plain_sentence_gives_its_event(read, text, type_name, trigger, roles):
    found = [mention for mention in read(text) if mention.type == type_name]

    assert [mention.trigger.text for mention in found] == [trigger]
    assert {argument.role: argument.text for argument in found[0].arguments} == roles


def test_sentence_of_other_things_gives_nothing(read):
    assert read("The bakery on the corner sells bread and cakes.") == []


def test_sentences_that_others_had_parsed_change_nothing(analyser, extractor):
    text = "The cat slept. Rebels shelled the port of Aden. The garden was green."
    some, every = analyser.analyse(Article.of(text)), analyser.analyse(Article.of(text))
    analyser.parse([(some, [i for i, sentence in enumerate(some.sentences) if extractor.screen(sentence.text)])])
    analyser.parse([(every, range(len(every.sentences)))])

    assert list(extractor.extract([some])) == list(extractor.extract([every]))


def test_confidence_is_a_probability_that_leaves_out_the_unlikely(read):
    found = read("Troops stormed the palace. Police said the blast wounded six people.")

    assert found
    assert all(0.1 < mention.confidence <= 1 for mention in found)


def test_members_of_a_coordinated_filler_are_given(read):
    (mention,) = [m for m in read("The president and the foreign minister visited Rome.") if m.type == "VISIT"]

    assert [span.text for span in mention.arguments["visitor"].members] == ["The president", "the foreign minister"]


@pytest.mark.parametrize("collecting", [True, False])
def test_garbage_is_collected_afterwards_as_it_was_before(read, collecting):
    (gc.enable if collecting else gc.disable)()
    try:
        read("Gunmen attacked a police station in Basra.")
        assert gc.isenabled() is collecting
    finally:
        gc.enable()
