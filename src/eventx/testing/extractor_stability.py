"""Checks of extractors: that the same article always gives the same, and that nothing else is changed."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from eventx.analysis import Analysis
from eventx.model import EventMention
from eventx.testing.checks import Problem, Skip, check
from eventx.testing.extractor_runs import run_of
from eventx.testing.fresh import extracted_again
from eventx.testing.subject import ANALYSER, Subject, analyse, extract, parse_for

# An extractor that drops half of its mentions at random gets through two runs in one case of four, through ten in none.
REPEATS = 10

_DETERMINE = "seed what is random; sort what comes out of sets; or declare deterministic=False"


@check("extractor.same_twice")
def same_answer_every_time(subject: Subject) -> Iterator[Problem]:
    """The same articles give the same mentions: ten times over, and in fresh processes that order sets otherwise."""
    first = _deterministic(subject)
    for answer in subject.once("repeats", lambda: _repeats(subject)):
        if answer != first:
            what = f"run again, {_difference(first, answer)}"
            yield Problem(what=what, remedy=_DETERMINE, article_id=_first_unlike(_rows(first), _rows(answer)))
            return
    reference = subject.under_test.reference
    if reference is None:
        return
    rows = _rows(first)
    for again in extracted_again(reference, subject.under_test.name, subject.record.name, subject.articles):
        if again != rows:
            yield Problem(
                what=f"in a fresh process with another hash seed, it gives {len(again)} mentions in another order or "
                f"otherwise than the {len(rows)} here",
                remedy=_DETERMINE,
                article_id=_first_unlike(rows, again),
            )
            return


@check("extractor.no_state")
def nothing_is_kept_between_articles(subject: Subject) -> Iterator[Problem]:
    """What it finds in an article does not depend on the articles before it or beside it in a batch."""
    first = _deterministic(subject)
    if any(answer != first for answer in subject.once("repeats", lambda: _repeats(subject))):
        raise Skip("it gives something else every time")
    instance = subject.build()
    analyses = analyse(subject.articles)
    for analysis in analyses:  # one by one: a parser's figures may differ by a hair in another batch
        parse_for(instance, subject.record, [analysis])
    for order in (analyses, analyses[::-1]):
        batch = extract(instance, subject.record, order)
        for analysis in analyses:
            article_id = analysis.article.id
            alone = [mention for mention in first if mention.article_id == article_id]
            among = [mention for mention in batch if mention.article_id == article_id]
            if alone != among:
                yield Problem(
                    what=f"after and beside other articles, {_difference(alone, among)}",
                    remedy="keep what is found out about an article in local variables, not in the extractor",
                    article_id=article_id,
                )
                return


@check("extractor.input_unchanged")
def input_is_unchanged(subject: Subject) -> Iterator[Problem]:
    """It changes neither the articles nor their parses, which other extractors see too."""
    run_of(subject)
    instance = subject.build()
    for article in subject.articles:
        (analysis,) = analyse([article])
        ANALYSER.parse([(analysis, range(len(analysis.sentences)))] if subject.record.needs_parse else [])
        before = _state(analysis)
        list(instance.extract([analysis]))
        after = _state(analysis)
        changed = [name for name in before if before[name] != after.get(name)]
        if changed:
            yield Problem(
                what=f"extract() changes {', '.join(changed)}",
                remedy="work on a copy (doc.copy()), and keep what you find in values of your own",
                article_id=article.id,
            )
            return


@check("extractor.screen_admits")
def screen_admits_what_it_finds(subject: Subject) -> Iterator[Problem]:
    """Its screen lets every sentence through in which it would find something."""
    screen = getattr(subject.build(), "screen", None)
    if screen is None or not subject.record.needs_parse:
        raise Skip("it has no screen, or wants nothing parsed")
    run_of(subject)
    instance = subject.build()
    for article in subject.articles:
        (analysis,) = analyse([article])
        ANALYSER.parse([(analysis, range(len(analysis.sentences)))])
        for mention in instance.extract([analysis]):
            index = analysis.sentence_at(mention.trigger.start) if isinstance(mention, EventMention) else None
            if index is not None and not screen(analysis.sentences[index].text):
                yield Problem(
                    what=f"it finds {mention.type} {mention.trigger.text!r} in a sentence that its screen refuses: "
                    f"{analysis.sentences[index].text!r}",
                    remedy="let screen() err on the side of True: what it refuses is never parsed",
                    article_id=article.id,
                )


def _deterministic(subject: Subject) -> list[EventMention]:
    if not subject.record.deterministic:
        raise Skip("it declares deterministic=False")
    return [mention for _, mention in run_of(subject).mentions]


def _repeats(subject: Subject) -> list[list[EventMention]]:
    """What it finds, built anew and asked article by article, again and again."""
    analyses = analyse(subject.articles)
    answers = []
    for _ in range(REPEATS):
        instance = subject.build()
        found = [mention for one in analyses for mention in extract(instance, subject.record, [one])]
        answers.append([mention for mention in found if mention.article_id in {a.article.id for a in analyses}])
    return answers


def _rows(mentions: Sequence[EventMention]) -> list[Any]:
    import json

    from eventx.serialize import mention_to_dict

    rows: list[Any] = json.loads(json.dumps([mention_to_dict(mention) for mention in mentions]))
    return rows


def _difference(before: Sequence[EventMention], after: Sequence[EventMention]) -> str:
    lost = [mention for mention in before if mention not in after]
    new = [mention for mention in after if mention not in before]
    if not lost and not new:
        return "it gives the same mentions in another order"
    shown = [f"{m.type} {m.trigger.text!r} is gone" for m in lost[:1]]
    shown += [f"{m.type} {m.trigger.text!r} is new" for m in new[:1]]
    if lost and new and lost[0].mention_id == new[0].mention_id:
        one, other = lost[0], new[0]
        values = (
            (field.name, getattr(one, field.name), getattr(other, field.name)) for field in attrs.fields(type(one))
        )
        shown = [f"{name} was {was} and is {now}" for name, was, now in values if was != now]
        return f"{one.type} {one.trigger.text!r} is another: {', '.join(shown)}"
    return " and ".join(shown)


def _first_unlike(before: Sequence[Any], after: Sequence[Any]) -> str | None:
    """The article of the first of two lists of rows that is not the same in both."""
    pairs = ((one or other) for one, other in itertools.zip_longest(before, after) if one != other)
    return next((row["article_id"] for row in pairs if row), None)


def _state(analysis: Analysis) -> dict[str, Any]:
    state: dict[str, Any] = {
        "the article": (analysis.article.text, repr(analysis.article)),
        "its sentences": analysis.sentences,
    }
    state["the article's meta"] = dict(analysis.article.meta)
    for sentence in analysis.parsed():
        doc, tree = sentence.doc, sentence.tree
        state[f"the parse of sentence {sentence.index}"] = (
            [(t.text, t.tag_, t.pos_, t.dep_, t.head.i, t.lemma_, t.ent_type_) for t in doc],
            [(span.start, span.end, span.label_) for span in doc.ents],
            (tree.words, tree.lower, tree.tags, tree.deps, tree.heads, tree.children, tree.spaced),
        )
    return state
