"""No mention gets past the host that does not fit its article and the schema."""

from __future__ import annotations

import datetime as dt

import pytest

from eventx.model import Argument, Article, Span, When

WHEN = When(start=dt.date(2024, 5, 1), end=dt.date(2024, 5, 1), granularity="day")
TEXT = "Envoys visited Ostrava."
ENVOYS = Span(start=0, end=6, text="Envoys")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"trigger": Span(start=1, end=7, text="Envoys")}, "span [1, 7) says 'Envoys', but the article has 'nvoys '"),
        ({"trigger": Span(start=900, end=906, text="Envoys")}, "but the article has ''"),
        ({"trigger": None}, "AttributeError"),
        ({"rule": 7}, "its `rule` is an object of type int"),
        ({"type": "VISITS"}, "Did you mean 'VISIT'?"),
        ({"arguments": [Argument(role="visitors", span=ENVOYS)]}, "Did you mean 'visitor'?"),
        ({"arguments": ["Envoys"]}, "AttributeError"),
        ({"attribution": Span(start=2, end=8, text="Envoys")}, "span [2, 8)"),
        ({"article_id": "a9"}, "'a9', which it was not asked about"),
    ],
)
def test_mention_that_does_not_fit_is_left_out_and_reported(run, make, fields, message):
    done = run(make.words("visited", **fields), TEXT)

    assert done.triggers == [[]]
    assert [error.component for error in done.errors] == ["x"]
    assert message in str(done.errors[0])


def test_object_that_is_no_mention_is_reported(run):
    class Strange:
        def extract(self, analyses):
            return ["visited"]

    assert "an object of type str, not an EventMention" in str(run(Strange(), TEXT).errors[0])


def test_bad_mentions_of_an_article_are_one_error_that_counts_them(run, make):
    done = run(make.words("visited", "Envoys", "Ostrava", type="VISITS"), TEXT, TEXT)

    assert [error.article_id for error in done.errors] == ["a1", "a2"]
    assert str(done.errors[0]).endswith("(and 2 more)")


def test_good_mention_stands_beside_bad_ones(run, make):
    done = run([make.built(make.words("visited")), make.built(make.words("Envoys", type="NO"), "y")], TEXT)

    assert done.triggers == [["visited"]]


def test_host_writes_who_extracted(run, make):
    ((mention,),) = run(make.built(make.words("visited", extractor="somebody-else"), "rules"), TEXT).mentions

    assert mention.extractor == "rules"


def test_host_fills_in_the_sentence(run, make):
    ((mention,),) = run(make.words("visited"), "It rained. " + TEXT + " It rained.").mentions

    assert mention.sentence.text == TEXT


def test_what_later_stages_write_is_cleared_with_one_warning(run, make):
    arguments = [Argument(role="visitor", span=ENVOYS, entity_id="a1:n1", name="The Envoys")]
    extractor = make.words("visited", when=WHEN, event_id="a1:e1", about="a1:e2", arguments=arguments)

    with pytest.warns(RuntimeWarning, match="extractor x fills when, event_id, about, the arguments'") as caught:
        done = run(extractor, TEXT, TEXT)

    assert len(caught) == 1
    assert done.counts.cleared == 2
    for (mention,) in done.mentions:
        assert (mention.when, mention.event_id, mention.about) == (None, None, None)
        assert mention.arguments["visitor"] == Argument(role="visitor", span=ENVOYS)


def test_arguments_are_put_in_text_order(run, make):
    arguments = [
        Argument(role="destination", span=Span(start=15, end=22, text="Ostrava")),
        Argument(role="visitor", span=ENVOYS),
    ]

    ((mention,),) = run(make.words("visited", arguments=arguments), TEXT).mentions

    assert mention.arguments.roles == ("visitor", "destination")


def test_mentions_are_put_in_text_order(run, make):
    assert run(make.words("Ostrava", "visited", "Envoys"), TEXT).triggers == [["Envoys", "visited", "Ostrava"]]


def test_mentions_of_one_trigger_and_type_are_one_the_more_confident(run):
    class Twice:
        def extract(self, analyses):
            from eventx.model import EventMention

            for confidence in (0.5, 0.9, 0.7):
                yield EventMention(
                    article_id="a1", type="VISIT", trigger=analyses[0].article.span(7, 14), confidence=confidence
                )

    ((mention,),) = run(Twice(), TEXT).mentions

    assert mention.confidence == 0.9


def test_mention_in_boilerplate_is_left_out_and_counted(run, make):
    article = Article(id="a1", text="Most visited\n\n" + TEXT, boilerplate=[(0, 12)])

    done = run(make.words("visited", "Envoys"), article)

    assert done.triggers == [["Envoys"]]
    assert (done.counts.in_boilerplate, done.errors) == (1, [])
