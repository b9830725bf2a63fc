"""The recipe, on a few sentences of our own: what it learns can be saved, loaded and used."""

from __future__ import annotations

import itertools
import json
import sys
from pathlib import Path

import attrs
import pytest
from eventx_model.extractor import TrainedExtractor
from eventx_model.weights import Weights

from eventx.errors import SourceError
from eventx.model import Article

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))

import annotated
import train as recipe
from examples import modality_examples
from fitting import Recipe
from learning import Choices
from prose import read_prose

ACTORS = ("Gunmen", "Rebels", "Militants", "Insurgents", "Fighters")
TARGETS = ("the barracks", "the market", "the convoy", "the embassy")
# So few examples are to be seen more often than those of news.
CHOICES = Choices(folds=2, roles=Recipe(rounds=30))


def lines():
    """Articles of one attack and one sentence without any."""
    for number, (actor, target) in enumerate(itertools.product(ACTORS, TARGETS)):
        text = f"{actor} attacked {target} on Monday. The market sells bread and fruit."
        trigger, start = text.index("attacked"), text.index(target)
        arguments = [
            {"role": "attacker", "start": 0, "end": len(actor)},
            {"role": "target", "start": start, "end": start + len(target)},
        ]
        mention = {"type": "ATTACK", "trigger": [trigger, trigger + 8], "arguments": arguments, "modality": "asserted"}
        yield {"id": f"a{number}", "published": "2024-05-06", "text": text, "mentions": [mention]}


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("training") / "gold.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines()))
    return path


@pytest.fixture(scope="module")
def articles(path, analyser):
    return annotated.annotate(annotated.read_gold(path), analyser)


@pytest.fixture(scope="module")
def trained(articles):
    return recipe.train(articles, CHOICES)


def test_trained_weights_find_what_they_were_taught(trained, tmp_path, analyser):
    trained[0].save(tmp_path / "w.npz")
    analysis = analyser.analyse(Article.of("Rebels attacked the harbour on Tuesday."))
    analyser.parse([(analysis, [0])])

    (mention,) = TrainedExtractor(Weights.load(tmp_path / "w.npz")).extract([analysis])

    assert (mention.type, mention.trigger.text, mention.modality) == ("ATTACK", "attacked", "asserted")
    assert mention.arguments["attacker"].text == "Rebels"
    assert mention.arguments["target"].text == "the harbour"


def test_held_out_articles_are_judged(trained):
    assert trained[1]["trigger_f1"] > 0.9


def test_training_again_gives_the_same_bytes(articles, trained, tmp_path):
    again, _ = recipe.train(articles, CHOICES)
    trained[0].save(tmp_path / "one.npz")
    again.save(tmp_path / "two.npz")

    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_figures_off_the_recorded_ones_are_told():
    recorded = {"dev": {"trigger_f1": 0.78, "argument_f1": 0.47}}

    assert recipe.misses(recorded, {"dev": {"trigger_f1": 0.784, "argument_f1": 0.466}}) == []
    assert recipe.misses(recorded, {"dev": {"trigger_f1": 0.79, "argument_f1": 0.47}}) == [
        "dev trigger_f1: 0.790, recorded 0.780"
    ]


def test_articles_of_our_own_can_all_be_read():
    mentions = [mention for article in read_prose() for mention in article.mentions]

    assert {mention.type for mention in mentions} == {"VISIT", "ACCUSATION", "DENIAL", "ATTACK"}


def test_prose_is_read_sentence_by_sentence(tmp_path):
    lines = [
        "# 2024-05-06 Raids",
        "Rebels raided Alta.",
        "Rebels fled.",
        "Rebels raided Rebels.",
        "ATTACK raided | target=Rebels#2",
    ]
    (tmp_path / "a.txt").write_text("\n".join(lines))
    (article,) = read_prose(tmp_path)
    (mention,) = article.mentions

    assert (article.id, article.text) == ("a-1", "Rebels raided Alta. Rebels fled. Rebels raided Rebels.")
    assert (mention.trigger.start, mention.arguments[0].span.start) == (40, 47)


def test_networks_are_told_which_articles_are_invented(tmp_path, analyser):
    (tmp_path / "a.txt").write_text("# 2024-05-06 Raids\nRebels raided Alta.\nATTACK raided | target=Alta\n")
    invented = read_prose(tmp_path)
    news = [attrs.evolve(article, source="Agency") for article in invented]

    told = [
        case.names for gold in (invented, news) for case in modality_examples(annotated.annotate(gold, analyser)).cases
    ]

    assert ["invented" in names for names in told] == [True, False]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("ATTACK shelled", "'shelled' does not stand in the sentence 'Rebels raided Alta.'"),
        ("ATTACK raided | victim=Alta", "ATTACK has no role 'victim'"),
        ("ATTACK raided | modality=possible", "no modality 'possible'; known: asserted, "),
    ],
)
def test_wrong_line_of_prose_is_told(tmp_path, line, said):
    (tmp_path / "a.txt").write_text(f"# 2024-05-06 Raids\nRebels raided Alta.\n{line}\n")

    with pytest.raises(SourceError, match=f"a.txt:3: {said}"):
        read_prose(tmp_path)
