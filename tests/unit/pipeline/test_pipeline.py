"""A run, its report, and what a component that breaks costs."""

from __future__ import annotations

import attrs
import pytest

from eventx.errors import ComponentNotFoundError, PluginError, SourceError
from eventx.model import Article, EventMention, Span


class Breaks:
    """Raises on article a1, and does as the component it stands for on the others."""

    def __init__(self, component, method):
        self.component, self.method = component, method

    def __getattr__(self, name):
        def call(analysis, *rest):
            article = analysis.article if name != "timexes" else analysis
            if name == self.method and article.id == "a1":
                raise LookupError("no such thing")
            return getattr(self.component, name)(analysis, *rest)

        return call if name == self.method else getattr(self.component, name)


class Loses:
    """Loses the last mention of every article."""

    def __init__(self, component, method):
        self.component, self.method = component, method

    def __getattr__(self, name):
        def call(analysis, mentions, *rest):
            answer = getattr(self.component, name)(analysis, mentions, *rest)
            return (answer[0][:-1], answer[1]) if isinstance(answer, tuple) else answer[:-1]

        return call if name == self.method else getattr(self.component, name)


STAGES = [("resolver", "resolve"), ("merger", "corefer"), ("dater", "date")]


def messages(pipeline):
    return [failure.message for failure in pipeline.report.failures]


# -- a run in which nothing breaks


def test_each_article_comes_out_with_its_mentions(fake, articles):
    results = list(fake().extract(articles))

    assert [(one.article.id, len(one.mentions), len(one.entities)) for one in results] == [
        ("a1", 1, 1),
        ("a2", 2, 1),
        ("a3", 0, 0),
    ]


def test_mentions_are_dated_grouped_and_signed(fake, articles):
    first, *_ = fake().extract(articles)
    (mention,) = first.mentions

    assert (mention.extractor, mention.event_id, str(mention.when)) == ("fake", "a1:e1", "2024-05-06")


def test_coreference_sees_what_sentences_say_of_dates(fake, plugin, articles):
    seen = []

    class Curious(type(plugin.merger)):
        def corefer(self, analysis, mentions, entities):
            seen.extend((mention.event_id, str(mention.when)) for mention in mentions)
            return super().corefer(analysis, mentions, entities)

    list(fake(merger=Curious()).extract(articles[1:2]))

    assert [event_id for event_id, _ in seen] == [None, None]
    assert all(when != "None" for _, when in seen)


def test_timeline_holds_events_entities_and_articles(fake, articles):
    timeline = fake().timeline(articles)

    assert [(event.event_id, len(event.mentions)) for event in timeline] == [("a1:e1", 1), ("a2:e1", 2)]
    assert [entity.entity_id for entity in timeline.entities] == ["a1:n1", "a2:n1"]
    assert [info.id for info in timeline.articles] == ["a1", "a2", "a3"]
    assert list(timeline.plugins) == ["fake"]


def test_timeline_in_which_nothing_was_parsed_has_no_model(fake, articles):
    assert fake().timeline(articles).model is None


def test_articles_are_read_as_a_stream(fake, articles):
    taken = []

    def endless():
        for number in range(10_000):
            taken.append(number)
            yield attrs.evolve(articles[0], id=f"a{number}")

    next(fake().extract(endless()))

    assert len(taken) < 1000


def test_report_counts_articles_mentions_and_events(fake, articles):
    pipeline = fake()
    pipeline.timeline(articles)
    report = pipeline.finish()

    assert (report.articles, report.mentions, report.events, report.sentences) == (3, 3, 2, 4)
    assert (report.parsed, report.skipped, report.failures) == (0, 0, [])
    assert report.summary() == "3 articles, 3 mentions, 2 events"


def test_report_counts_articles_that_nobody_reads(fake, articles):
    pipeline = fake()
    list(pipeline.extract([attrs.evolve(articles[0], language="fi"), articles[1]]))

    assert (pipeline.report.skipped, pipeline.report.mentions) == (1, 2)
    assert "1 article skipped: in a language" in pipeline.report.summary()


def test_observers_are_told_of_articles_and_the_end(fake, plugin, articles):
    pipeline = fake(plugin=plugin)
    list(pipeline.extract(articles))
    report = pipeline.finish()

    assert plugin.seen == [("a1", 1), ("a2", 2), ("a3", 0), report]


def test_observers_cannot_change_the_report(fake, plugin, articles):
    pipeline = fake(plugin=plugin)
    list(pipeline.extract(articles))
    pipeline.finish()
    plugin.seen[-1].failures.append("forged")

    assert pipeline.report.failures == []


def test_no_articles_make_an_empty_timeline(fake):
    timeline = fake().timeline([])

    assert (len(timeline), timeline.articles) == (0, ())


# -- a component that breaks on one article


@pytest.mark.parametrize(("component", "method"), STAGES)
def test_stage_that_raises_costs_its_own_work_on_that_article(fake, plugin, articles, component, method):
    pipeline = fake(**{component: Breaks(getattr(plugin, component), method)})
    results = list(pipeline.extract(articles))

    assert [len(one.mentions) for one in results] == [1, 2, 0]
    (message,) = messages(pipeline)
    assert message.startswith(f"plugin 'fake', component '{component}', article 'a1': cannot ")
    assert message.endswith("LookupError: no such thing")


def test_mentions_without_coreference_are_events_of_their_own(fake, plugin, articles):
    results = list(fake(merger=Breaks(plugin.merger, "corefer")).extract(articles))

    assert [[mention.event_id for mention in one.mentions] for one in results] == [
        ["a1:u1"],
        ["a2:e1", "a2:e1"],
        [],
    ]


def test_mentions_without_dater_are_undated(fake, plugin, articles):
    results = list(fake(dater=Breaks(plugin.dater, "date")).extract(articles))

    assert [one.mentions[0].when is None for one in results[:2]] == [True, False]


@pytest.mark.parametrize(("component", "method"), STAGES)
def test_stage_that_loses_a_mention_is_named_and_not_believed(fake, plugin, articles, component, method):
    pipeline = fake(**{component: Loses(getattr(plugin, component), method)})
    results = list(pipeline.extract(articles))

    assert [len(one.mentions) for one in results] == [1, 2, 0]
    assert [message.partition(": ")[0] for message in messages(pipeline)] == [
        f"plugin 'fake', component '{component}', article 'a1'",
        f"plugin 'fake', component '{component}', article 'a2'",
    ]
    assert "it was given 2 mentions and returned 1" in messages(pipeline)[1]


def test_stage_that_returns_mentions_in_another_order_is_believed(fake, plugin, articles):
    class Backwards(type(plugin.merger)):
        def corefer(self, analysis, mentions, entities):
            return super().corefer(analysis, mentions, entities)[::-1]

    pipeline = fake(merger=Backwards())
    starts = [[mention.trigger.start for mention in one.mentions] for one in pipeline.extract(articles)]

    assert starts == [[5], [5, 27], []]
    assert messages(pipeline) == []


def test_extractor_that_raises_costs_that_article(fake, articles):
    class Picky:
        def extract(self, analyses):
            for analysis in analyses:
                if analysis.article.id == "a1":
                    raise LookupError("no such thing")
                start = analysis.article.text.find("visited")
                if start >= 0:
                    trigger = analysis.article.span(start, start + 7)
                    yield EventMention(article_id=analysis.article.id, type="VISIT", trigger=trigger)

    pipeline = fake(extractor=Picky())
    results = list(pipeline.extract(articles))

    assert [len(one.mentions) for one in results] == [0, 1, 0]
    assert messages(pipeline) == [
        "plugin 'fake', component 'visits', article 'a1': extract() failed: LookupError: no such thing"
    ]
    assert pipeline.report.articles == 3


def test_mention_of_what_does_not_stand_there_is_refused(fake, articles):
    class Inventive:
        def extract(self, analyses):
            for analysis in analyses:
                trigger = Span(start=0, end=7, text="invaded")
                yield EventMention(article_id=analysis.article.id, type="VISIT", trigger=trigger)

    pipeline = fake(extractor=Inventive())

    assert [one.mentions for one in pipeline.extract(articles)] == [(), (), ()]
    assert len(messages(pipeline)) == 3


def test_linking_that_raises_costs_links_only(fake, plugin, articles):
    class Unlinked(type(plugin.resolver)):
        def link(self, entities):
            raise LookupError("no such thing")

    pipeline = fake(resolver=Unlinked())
    timeline = pipeline.timeline(articles)

    assert len(timeline) == 2
    assert messages(pipeline) == [
        "plugin 'fake', component 'resolver': cannot link entities across articles: LookupError: no such thing"
    ]


def test_there_is_no_timeline_without_merging(fake, plugin, articles):
    class Unmerged(type(plugin.merger)):
        def merge(self, mentions, entities, articles):
            raise LookupError("no such thing")

    with pytest.raises(PluginError, match="component 'merger': cannot merge mentions into events: LookupError"):
        fake(merger=Unmerged()).timeline(articles)


def test_observers_are_told_which_component_failed(fake, plugin, articles):
    plugin.dater = Breaks(plugin.dater, "date")
    list(fake(plugin=plugin).extract(articles))

    assert plugin.seen == ["dater", ("a1", 1), ("a2", 2), ("a3", 0)]


# -- strictness


@pytest.mark.parametrize(("component", "method"), STAGES)
def test_strict_run_ends_at_the_first_failure(fake, plugin, articles, component, method):
    pipeline = fake(strict=True, **{component: Breaks(getattr(plugin, component), method)})

    with pytest.raises(PluginError, match="article 'a1'") as raised:
        list(pipeline.extract(articles))
    assert isinstance(raised.value.__cause__, LookupError)
    assert pipeline.report.articles == 0


def test_strict_run_ends_at_what_cannot_be_read(fake, tmp_path):
    with pytest.raises(SourceError, match=r"nowhere\.txt: no such file"):
        list(fake(strict=True).read([tmp_path / "nowhere.txt"]))


def test_what_cannot_be_read_is_reported_and_the_rest_read(fake, tmp_path):
    (tmp_path / "there.txt").write_text("Dahl visited Selby.")
    pipeline = fake()
    found = list(pipeline.read([tmp_path / "nowhere.txt", tmp_path / "there.txt"]))

    assert [article.id for article in found] == ["there"]
    assert len(pipeline.report.failures) == 1
    assert pipeline.report.summary() == "0 articles, 0 mentions; 1 failure"


def test_unknown_extractor_is_told_before_the_first_article_is_read(fake, articles):
    def read():
        raise AssertionError("read an article")
        yield

    with pytest.raises(ComponentNotFoundError, match="'fake:visit'; known: fake:visits"):
        list(fake(extractors="fake:visit").extract(read()))


# -- mentions that are there already


def given(article, when=None):
    start = article.text.find("visited")
    return EventMention(article_id=article.id, type="VISIT", trigger=article.span(start, start + 7), when=when)


def test_given_mentions_are_grouped_dated_and_merged(fake, articles):
    timeline = fake().merge(articles, [attrs.evolve(given(articles[0]), event_id="old", about="older")])
    (event,) = timeline

    assert (event.event_id, str(event.when), event.mentions[0].about) == ("a1:e1", "2024-05-06", None)
    assert [info.id for info in timeline.articles] == ["a1", "a2", "a3"]


def test_given_dates_are_kept_and_no_others_added(fake, articles):
    dated, undated = Article.of(articles[0].text, id="d", published="2024-05-01"), articles[1]
    when = next(iter(fake().extract([dated]))).mentions[0].when
    timeline = fake().merge([dated, undated], [given(dated, when), given(undated)])

    assert [str(event.when) for event in timeline] == ["None", "2024-05-01"]


def test_given_mention_of_an_article_that_is_not_there_is_reported(fake, articles):
    pipeline = fake()
    timeline = pipeline.merge(articles[1:], [given(articles[0]), given(articles[1])])

    assert len(timeline) == 1
    assert messages(pipeline) == ["--mentions: mentions of article 'a1', which is not among the articles"]


def test_given_mention_that_does_not_fit_is_reported_and_left_out(fake, articles):
    shifted = attrs.evolve(given(articles[0]), trigger=Span(start=6, end=13, text="visited"))
    pipeline = fake()
    timeline = pipeline.merge(articles, [shifted, given(articles[1])])

    assert len(timeline) == 1
    (message,) = messages(pipeline)
    assert "a1#6:VISIT" in message
    assert "says 'visited', but the article has 'isited '" in message


def test_byte_order_mark_before_mentions_is_no_part_of_them(fake, tmp_path):
    path = tmp_path / "mentions.jsonl"
    line = '{"article_id": "a1", "type": "VISIT", "trigger": {"start": 5, "end": 12, "text": "visited"}}\n'
    path.write_text(line, encoding="utf-8-sig")

    assert [mention.mention_id for mention in fake().read_mentions(path)] == ["a1#5:VISIT"]


def test_lines_of_mentions_that_are_none_are_reported_with_their_line(fake, tmp_path):
    path = tmp_path / "mentions.jsonl"
    path.write_text(
        '{"article_id": "a1", "type": "VISIT", "trigger": {"start": 5, "end": 12, "text": "visited"}}\n\n{\n[]\n'
    )
    pipeline = fake()
    found = list(pipeline.read_mentions(path))

    assert [mention.mention_id for mention in found] == ["a1#5:VISIT"]
    assert [message.partition(": ")[0] for message in messages(pipeline)] == [f"{path}:3", f"{path}:4"]


# -- temporal expressions


def test_dater_that_raises_costs_the_expressions_of_that_article(fake, plugin, articles):
    pipeline = fake(dater=Breaks(plugin.dater, "timexes"))
    found = [article.id for article, _timexes in pipeline.timexes(articles)]

    assert found == ["a2", "a3"]
    assert pipeline.report.articles == 2
    assert "article 'a1': cannot find temporal expressions: LookupError" in messages(pipeline)[0]
