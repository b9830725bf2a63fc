"""The pipeline that parses: in one thread, with numpy's matrix products, loaded once."""

from __future__ import annotations

import pytest

from eventx.analysis import Analyser, load_pipeline, pipelines
from eventx.errors import ModelError
from eventx.model import Article


@pytest.fixture(scope="module")
def pipeline():
    return load_pipeline()


def test_pipeline_parses_in_one_thread(pipeline, monkeypatch):
    blas = pipeline.blas.info()
    if not blas:
        pytest.skip("numpy has no BLAS whose threads can be kept to one")
    seen = []
    pipe = pipeline.nlp.pipe
    monkeypatch.setattr(
        pipeline.nlp, "pipe", lambda *given, **options: seen.extend(pipeline.blas.info()) or pipe(*given, **options)
    )
    Analyser().analyse(Article.of("The envoy left Arlen.")).parse(0)
    assert {library["num_threads"] for library in seen} == {1}
    assert pipeline.blas.info() == blas


@pytest.mark.parametrize(("most", "kept"), [(0, False), (10**9, True)])
def test_words_of_a_long_run_are_forgotten(pipeline, monkeypatch, most, kept):
    monkeypatch.setattr(pipelines, "MOST_WORDS", most)
    word = f"Qo{most}velm"
    sentence = Analyser().analyse(Article.of(f"{word}  left Arlen.")).parse(0)
    assert (word in pipeline.nlp.vocab.strings) is kept
    assert sentence.tree.words[0] == word
    assert sentence.doc[0].text == word


def test_pipeline_multiplies_matrices_with_numpy(pipeline):
    if not pipeline.blas.info():
        pytest.skip("numpy has no BLAS whose threads can be kept to one")
    assert not pipeline.nlp.get_pipe("tok2vec").model.ops.use_blis


def test_pipeline_is_loaded_once(pipeline):
    assert load_pipeline() is pipeline


@pytest.mark.parametrize("name", ["", "no-such-pipeline", "importlib-metadata", ".", "numpy"])
def test_name_of_no_pipeline_is_told_and_nothing_else_is_tried(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ModelError, match=r"neither an installed package nor a folder|holds no spaCy pipeline"):
        pipelines.named_path(name)
