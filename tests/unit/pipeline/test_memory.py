"""A timeline of many articles holds what was found in them, and no article, sentence or parse."""

from __future__ import annotations

import gc
import weakref

from eventx.model import Article
from eventx.pipeline import Pipeline, Settings
from eventx.pipeline.batches import BATCH_ARTICLES
from eventx.plugins import PluginHost


def test_timeline_lets_go_of_articles_as_it_reads_on(plugin):
    alive: list[weakref.ref[Article]] = []
    most = 0

    def articles():
        nonlocal most
        for number in range(5 * BATCH_ARTICLES):
            article = Article.of(f"The minister visited town {number}.", id=f"a{number}", published="2024-05-06")
            alive.append(weakref.ref(article))
            yield article
            del article
            if number % BATCH_ARTICLES == 0:
                gc.collect()
                most = max(most, sum(one() is not None for one in alive))

    host = PluginHost(plugins={"fake": plugin}, installed=False, environ={})
    timeline = Pipeline(Settings(extractor="fake"), host=host).timeline(articles())
    assert len(timeline.articles) == 5 * BATCH_ARTICLES
    assert most <= 2 * BATCH_ARTICLES
