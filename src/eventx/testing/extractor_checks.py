"""Checks of extractors: that they run, and that what they give fits article and schema."""

from __future__ import annotations

from collections.abc import Iterator

from eventx.errors import SerializationError, did_you_mean
from eventx.model import EventMention, Span
from eventx.serialize import mention_from_dict, mention_to_dict
from eventx.testing.cases import Case
from eventx.testing.checks import Problem, Skip, check
from eventx.testing.component_checks import off_the_network
from eventx.testing.edge_articles import edge_articles
from eventx.testing.extractor_runs import raw_run, run_of
from eventx.testing.subject import Subject, analyse, crash, extract


@check("extractor.no_network")
def no_network(subject: Subject) -> Iterator[Problem]:
    """It keeps off the network, unless it declares `needs_network`."""
    yield from off_the_network(
        raw_run(subject).tried, "declare needs_network=True, or ship what it fetches with the plugin"
    )


@check("extractor.runs")
def runs(subject: Subject) -> Iterator[Problem]:
    """It gets through ordinary articles without raising."""
    run = raw_run(subject)
    if run.tried:
        raise Skip("it uses the network")
    for article_id, error in run.crashes.items():
        yield Problem(what=f"extract() raised {error}", remedy="skip what it cannot read", article_id=article_id)


@check("extractor.edge_articles")
def survives_edge_articles(subject: Subject) -> Iterator[Problem]:
    """It gets through empty, blank, very long and oddly encoded articles without raising."""
    run_of(subject)
    for article in edge_articles():
        instance = subject.build()
        error = crash(extract, instance, subject.record, analyse([article]))
        if error:
            yield Problem(
                what=f"extract() raised {error}",
                remedy="treat every text as possible: empty, without sentences, in another script",
                article_id=article.id,
            )


@check("extractor.gives_mentions")
def gives_mentions(subject: Subject) -> Iterator[Problem]:
    """Everything that it gives is an `EventMention`."""
    for article, one in run_of(subject).found:
        if not isinstance(one, EventMention):
            yield Problem(
                what=f"it gave an object of type {type(one).__name__}, and extractors give EventMention",
                remedy="yield eventx.EventMention(article_id=…, type=…, trigger=…)",
                article_id=article.id,
            )


@check("extractor.article_id")
def keeps_the_article_id(subject: Subject) -> Iterator[Problem]:
    """Every mention carries the id of the article that it was found in."""
    for article, one in run_of(subject).found:
        if isinstance(one, EventMention) and one.article_id != article.id:
            yield Problem(
                what=f"a mention of {one.type} says article {one.article_id!r}, and it was asked about {article.id!r}",
                remedy="write EventMention(article_id=analysis.article.id, …)",
                article_id=article.id,
            )


@check("extractor.spans_inside")
def spans_lie_inside(subject: Subject) -> Iterator[Problem]:
    """Every span lies inside the article's text."""
    for article, mention in run_of(subject).mentions:
        for what, span in _spans(mention):
            if span.end > len(article.text):
                yield Problem(
                    what=f"{what} is [{span.start}, {span.end}), but the text has {len(article.text)} characters",
                    remedy="cut spans with article.span(start, end); offsets count characters of the whole text",
                    article_id=article.id,
                )


@check("extractor.surface_text")
def surface_text_equals_its_span(subject: Subject) -> Iterator[Problem]:
    """The text of every span is what stands there."""
    for article, mention in run_of(subject).mentions:
        for what, span in _spans(mention):
            here = article.text[span.start : span.end]
            if span.end <= len(article.text) and here != span.text:
                yield Problem(
                    what=f"{what} says {span.text!r}, but the article has {here!r} at [{span.start}, {span.end})",
                    remedy="cut spans with article.span(start, end), or sentence.cut(first, last) for tokens; "
                    "change no text before counting in it",
                    article_id=article.id,
                )


@check("extractor.declared_types")
def types_are_declared(subject: Subject) -> Iterator[Problem]:
    """Every mention is of a type that its record declares."""
    declared = subject.record.types
    for article, mention in run_of(subject).mentions:
        if mention.type not in declared:
            yield Problem(
                what=f"a mention is of type {mention.type}, and the record declares {', '.join(declared) or 'none'}."
                + did_you_mean(mention.type, declared),
                remedy="add it to ExtractorRecord(types=…), or give another type",
                article_id=article.id,
            )


@check("extractor.known_types")
def types_are_known(subject: Subject) -> Iterator[Problem]:
    """The types that it declares are standard ones, or defined by the plugin."""
    if not subject.record.types:
        yield Problem(what="it declares no type", remedy="write ExtractorRecord(types=…)")
    for name in subject.record.types:
        if name not in subject.catalogue:
            yield Problem(
                what=f"it declares the type {name}, which is not known; known: {', '.join(subject.catalogue)}."
                + did_you_mean(name, subject.catalogue),
                remedy="return it from eventx_event_types() too",
            )


@check("extractor.known_roles")
def roles_are_known(subject: Subject) -> Iterator[Problem]:
    """Every argument has a role of its mention's type."""
    for article, mention in run_of(subject).mentions:
        event_type = subject.catalogue.get(mention.type)
        roles = [role.name for role in event_type.roles] if event_type else []
        for argument in mention.arguments:
            if event_type and argument.role not in roles:
                yield Problem(
                    what=f"{mention.type} {mention.trigger.text!r} has the role {argument.role!r}; its roles: "
                    f"{', '.join(roles) or 'none'}." + did_you_mean(argument.role, roles),
                    remedy=f"use a role of {mention.type}, or add this one to the type",
                    article_id=article.id,
                )


@check("extractor.one_mention_a_trigger")
def one_mention_of_a_type_a_trigger(subject: Subject) -> Iterator[Problem]:
    """A trigger has at most one mention of a type."""
    seen: set[str] = set()
    for article, mention in run_of(subject).mentions:
        if mention.mention_id in seen:
            yield Problem(
                what=f"two mentions are {mention.type} at {mention.trigger.start} ({mention.trigger.text!r}), so "
                f"that both have the id {mention.mention_id}",
                remedy="give one mention with all arguments; a role can have several",
                article_id=article.id,
            )
        seen.add(mention.mention_id)


@check("extractor.own_fields_only")
def own_fields_only(subject: Subject) -> Iterator[Problem]:
    """It leaves alone what the host and later stages write: extractor, when, event_id, about, entities and names."""
    for article, mention in run_of(subject).mentions:
        filled = [name for name in ("extractor", "when", "event_id", "about") if getattr(mention, name) is not None]
        filled += [f"{a.role}.{name}" for a in mention.arguments for name in ("entity_id", "name") if getattr(a, name)]
        if filled:
            yield Problem(
                what=f"{mention.type} {mention.trigger.text!r} has {', '.join(filled)} filled; they should be None",
                remedy="leave them out: the host writes provenance, later stages find dates, entities and events",
                article_id=article.id,
            )


@check("extractor.round_trip")
def mentions_survive_json(subject: Subject) -> Iterator[Problem]:
    """Every mention reads back equal from the JSON that eventx writes of it."""
    for article, mention in run_of(subject).mentions:
        try:
            again = mention_from_dict(mention_to_dict(mention))
        except (SerializationError, TypeError, AttributeError) as error:
            yield Problem(
                what=f"{mention.type} {mention.trigger.text!r} cannot be read back: {error}",
                remedy="fill fields with what their annotations say",
                article_id=article.id,
            )
        else:
            if again != mention:
                yield Problem(
                    what=f"{mention!r} reads back as {again!r}",
                    remedy="give EventMention itself, no subclass, with values of the annotated types",
                    article_id=article.id,
                )


@check("extractor.finds_something")
def finds_something(subject: Subject) -> Iterator[Problem]:
    """It finds a mention of each type that it declares in some case of its author's."""
    remedy = f"write [[cases]] with text, published and [[cases.mentions]] in {_where(subject)}"
    wanted = {m.type for case in _cases(subject) for m in case.mentions} & set(subject.record.types)
    for name in subject.record.types:
        if name in subject.catalogue and name not in wanted:
            yield Problem(what=f"no case has a mention of {name}, so nothing shows that it finds any", remedy=remedy)
    articles = {case.article.id for case in _cases(subject)}
    if wanted and not any(article.id in articles for article, _ in run_of(subject).mentions):
        yield Problem(
            what=f"it found nothing in its {len(articles)} cases, which expect {', '.join(sorted(wanted))}",
            remedy="an extractor that finds nothing passes every other check; see why it does",
        )


@check("extractor.cases")
def its_cases_hold(subject: Subject) -> Iterator[Problem]:
    """It finds what its author's cases expect, and nothing else in them."""
    found: dict[str, list[EventMention]] = {}
    for article, mention in run_of(subject).mentions:
        found.setdefault(article.id, []).append(mention)
    cases = _cases(subject)
    if not any(case.article.id in found for case in cases):
        raise Skip("it finds nothing in any case, or there is none")
    for case in cases:
        for what in _differences(case, found.get(case.article.id, []), subject.record.types):
            yield Problem(
                what=what, remedy="mend the extractor, or the case if it is wrong", article_id=case.article.id
            )


def _differences(case: Case, found: list[EventMention], types: tuple[str, ...]) -> Iterator[str]:
    left = list(found)
    text = case.article.text if len(case.article.text) <= 100 else f"{case.article.text[:100]}…"
    for expected in case.mentions:
        if expected.type not in types:
            continue
        rivals = [m for m in left if m.type == expected.type and m.trigger.text == expected.trigger]
        if not rivals:
            others = ", ".join(f"{m.type} {m.trigger.text!r}" for m in found) or "nothing"
            yield f"expected {expected} and found {others} in {text!r}"
            continue
        best = min(rivals, key=lambda mention: len(expected.differences(mention)))
        left.remove(best)
        for difference in expected.differences(best):
            yield f"{expected}: {difference}, in {text!r}"
    for mention in left:
        yield f"found {mention.type} {mention.trigger.text!r}, which the case does not expect, in {text!r}"


def _cases(subject: Subject) -> list[Case]:
    cases = subject.under_test.cases.texts
    return [case for case in cases if case.extractor in (None, subject.record.name)]


def _where(subject: Subject) -> str:
    return "eventx_cases.toml beside the plugin's module, or a file given with --cases"


def _spans(mention: EventMention) -> Iterator[tuple[str, Span]]:
    who = f"{mention.type} {mention.trigger.text!r}"
    yield f"the trigger of {who}", mention.trigger
    if mention.sentence:
        yield f"the sentence of {who}", mention.sentence
    if mention.attribution:
        yield f"the attribution of {who}", mention.attribution
    for argument in mention.arguments:
        yield f"argument {argument.role} of {who}", argument.span
        for member in argument.members:
            yield f"a member of argument {argument.role} of {who}", member
