"""Extraction goes on, whatever an extractor or an article does."""

from __future__ import annotations

import pytest

from eventx.errors import ModelError
from eventx.extraction import ExtractionRunner
from eventx.model import Article
from eventx.schema import Catalogue, standard_types


class Failing:
    """Fails on articles that hold the word poison."""

    def __init__(self, words, *, error=None, lazy=True):
        self.words, self.error, self.lazy = words, error or ValueError("poisoned"), lazy

    def extract(self, analyses):
        return self._lazily(analyses) if self.lazy else list(self._lazily(analyses))

    def _lazily(self, analyses):
        for analysis in analyses:
            yield from self.words.extract([analysis])
            if "poison" in analysis.article.text:
                raise self.error


def test_mentions_come_back_article_by_article(run, make):
    done = run(make.words("visited", "toured"), "He toured and visited it.", "Nobody went.", "She visited it.")

    assert done.triggers == [["toured", "visited"], [], ["visited"]]


@pytest.mark.parametrize("lazy", [True, False])
def test_poison_article_loses_its_own_mentions_only(run, make, lazy):
    done = run(
        Failing(make.words("visited"), lazy=lazy), "Anna visited Bonn.", "Anna visited poison.", "Carl visited Dover."
    )

    assert done.triggers == [["visited"], [], ["visited"]]
    assert [(error.component, error.article_id) for error in done.errors] == [("x", "a2")]
    assert "extract() failed: ValueError: poisoned" in str(done.errors[0])


def test_poison_article_alone_in_its_batch_is_not_tried_twice(run):
    class Counting:
        calls = 0

        def extract(self, analyses):
            self.calls += 1
            raise ValueError

    extractor = Counting()
    done = run(extractor, "Anna visited Bonn.")

    assert extractor.calls == 1
    assert len(done.errors) == 1


def test_extractor_that_ends_the_program_is_an_error(run, make):
    done = run(Failing(make.words(), error=SystemExit(1)), "Anna poison.")

    assert "tried to end the program" in str(done.errors[0])


def test_ctrl_c_ends_the_run(run, make):
    with pytest.raises(KeyboardInterrupt):
        run(Failing(make.words(), error=KeyboardInterrupt()), "Anna poison.")


def test_extractor_that_returns_nothing_is_an_error(run):
    class Forgetful:
        def extract(self, analyses):
            pass

    assert "it returned NoneType, not event mentions" in str(run(Forgetful(), "Anna visited Bonn.").errors[0])


def test_failing_extractor_leaves_the_others_theirs(run, make):
    failing = make.built(Failing(make.words("visited")), "bad")
    good = make.built(make.words("visited"), "good")

    (mentions,) = run([failing, good], "Anna visited poison.").mentions

    assert [mention.extractor for mention in mentions] == ["good"]


def test_sentences_that_some_screen_lets_through_are_parsed_in_one_call(run, make):
    one, two = make.built(make.screened("visited"), "one"), make.built(make.screened("toured"), "two")

    done = run(
        [one, two],
        "Anna visited Bonn. Carl met Dover. Emma toured Fulda.",
        "Nothing.",
        "Gina met Hanoi. Ivan visited Jena.",
    )

    assert done.analyser.calls == [[("a1", (0, 2)), ("a3", (1,))]]
    assert (done.counts.sentences, done.counts.parsed) == (6, 3)


def test_extractor_without_a_screen_wants_every_sentence(run, make):
    done = run(
        [make.built(make.screened("visited"), "one"), make.built(make.words(), "two")],
        "Anna visited Bonn. Carl met Dover.",
    )

    assert done.analyser.calls == [[("a1", (0, 1))]]


def test_extractor_that_needs_no_parse_gets_none(run, make):
    done = run(make.built(make.screened("visited"), needs_parse=False), "Anna visited Bonn.")

    assert done.triggers == [["visited"]]
    assert done.analyser.done == []


def test_sentence_too_long_to_parse_is_reported_and_the_others_parsed(run, make):
    text = "Anna visited Bonn.\n\nShe visited " + "and saw " * 2000 + "it.\n\nShe visited Dover."
    done = run(make.screened("visited"), text)

    assert done.analyser.calls == [[("a1", (0, 2))]]
    assert done.counts.unparsed == 1
    (error,) = done.errors
    assert str(error).startswith("a1: the sentence on line 3 of the text has 16,015 characters and is not read")


def test_sentence_too_long_to_parse_that_no_screen_lets_through_is_no_failure(run, make):
    done = run(make.screened("visited"), "She went " + "and saw " * 2000 + "it.")

    assert (done.errors, done.counts.unparsed) == ([], 0)


def test_failing_screen_costs_the_extractor_the_article_and_nobody_else(run, make):
    class Touchy(type(make.screened())):
        def screen(self, sentence):
            if "poison" in sentence:
                raise ValueError("cannot look")
            return super().screen(sentence)

    touchy = make.built(Touchy("visited"), "touchy")
    done = run(
        [touchy, make.built(make.screened("toured"), "other")],
        "Anna visited poison. Bonn toured Carl.",
        "Dover visited Emma.",
    )

    assert done.triggers == [["toured"], ["visited"]]
    assert done.analyser.calls == [[("a1", (1,)), ("a2", (0,))]]
    assert [(error.plugin, error.article_id) for error in done.errors] == [("touchy", "a1")]


def test_sentence_that_cannot_be_parsed_costs_no_other_sentence(run, make):
    texts = ("Anna visited Bonn.", "Carl visited Dover. This is unparsable. Emma visited Fulda.", "Gina visited Hanoi.")

    done = run(make.words("visited"), *texts)

    assert sorted(done.analyser.done) == [("a1", 0), ("a2", 0), ("a2", 2), ("a3", 0)]
    assert [(error.plugin, error.component, error.article_id) for error in done.errors] == [("core", "analysis", "a2")]
    assert done.counts.parsed == 4
    assert done.triggers == [["visited"]] * 3


def test_missing_pipeline_ends_the_run(make):
    class Missing:
        def parse(self, wanted):
            raise ModelError("no spaCy pipeline")

    runner = ExtractionRunner([make.built(make.words())], Catalogue(standard_types()), print)

    with pytest.raises(ModelError):
        runner.run([], Missing())


@pytest.mark.parametrize(
    ("declared", "text", "read"),
    [
        ("de", "He visited the town of his birth.", False),
        ("EN-us", "Il a visité la ville. He visited it.", True),
        (None, "He visited it.", True),
        (
            None,
            "El ministro visitó ayer la capital de la región (visited) y dijo que no se van a dar más datos.",
            False,
        ),
    ],
)
def test_article_in_another_language_is_skipped_and_counted(run, make, declared, text, read):
    done = run(make.words("visited"), Article.of(text, id="a1", language=declared))

    assert done.triggers == [["visited"] if read else []]
    assert (done.counts.unread, done.counts.skipped["x"]) == ((0, 0) if read else (1, 1))


def test_article_that_one_of_two_extractors_reads_is_not_unread(run, make):
    english, german = make.built(make.words("visited")), make.built(make.words(), "de", languages=["de"])

    done = run([english, german], Article.of("He visited it.", id="a1", language="en"))

    assert (done.counts.unread, dict(done.counts.skipped)) == (0, {"de": 1})


def test_runner_without_extractors_finds_nothing(run):
    assert run([], "He visited it.").triggers == [[]]


def test_empty_article_is_no_trouble(run, make):
    done = run(make.screened("visited"), "", "   \n\n")

    assert (done.triggers, done.errors) == ([[], []], [])
