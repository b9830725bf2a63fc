"""Observers are told what they declare, and cannot take a run down."""

from __future__ import annotations

import sys
from types import SimpleNamespace

from eventx.errors import PluginError
from eventx.hookspecs import hookimpl
from eventx.model import Article
from eventx.plugins import PluginHost

ARTICLE = Article.of("Nothing happened.", id="a1")


def test_observer_gets_only_the_arguments_it_declares(host_with):
    observers = host_with("good").observers(lambda error: None)

    observers.article_processed(ARTICLE, ())
    observers.run_finished(object())

    assert sys.modules["fake_good"].told == [0, "finished"]


def test_failing_observer_is_reported_once_with_its_article(host_with):
    errors = []
    observers = host_with("raising_observer").observers(errors.append)

    observers.article_processed(ARTICLE, ())
    observers.article_processed(ARTICLE, ())

    assert [(error.plugin, error.article_id) for error in errors] == [("raising-observer", "a1")]
    assert "RuntimeError: cannot bear a1" in str(errors[0])


def test_failing_observer_does_not_keep_news_from_the_next(host_with):
    observers = host_with("raising_observer", "good").observers(lambda error: None)

    observers.article_processed(ARTICLE, ())

    assert sys.modules["fake_good"].told == [0]


def test_observers_that_fail_on_being_told_of_failures_come_to_an_end():
    def failing():
        def fail(error):
            raise RuntimeError("again")

        return SimpleNamespace(eventx_component_failed=hookimpl(fail))

    plugins = {name: failing() for name in ("a", "b", "c")}
    host, errors = PluginHost(plugins=plugins, installed=False), []

    def on_error(error):
        errors.append(error)
        observers.component_failed(error)

    observers = host.observers(on_error)
    observers.component_failed(PluginError("broke", plugin="x"))

    assert sorted(error.plugin for error in errors) == ["a", "b", "c"]


def test_observers_of_another_run_start_afresh(host_with):
    host, errors = host_with("raising_observer"), []

    for _run in range(2):
        host.observers(errors.append).article_processed(ARTICLE, ())

    assert len(errors) == 2
