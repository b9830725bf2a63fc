"""The page as a reader has it: in a real Chromium, headless, from a file.

Where playwright or a Chromium is missing these tests are skipped, and say so.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil

import pytest

from eventx.exporters.html_page import HtmlExporter
from eventx.model import Argument, Article, DateClaim, Entity, Event, EventArgument, EventMention, Timeline, When
from eventx.serialize import article_info

CHROMIUM = os.environ.get("EVENTX_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
# Root, as in containers, may not use the sandbox; the rest keeps a fresh Chromium from calling home.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

TEXTS = {
    "a1": "Rebels shelled the port on Friday, killing 17, police said.",
    "a2": "The rebels shelled the port of Selby, killing 24. The army accused the rebels of the shelling.",
    "a3": "The rebels denied the shelling. President Anton Reyk will visit Selby in April.",
    "a4": "Anton Reyk did not visit Selby. Anton Reyk visited Selby on April 7.",
}
PUBLISHED = {"a1": "2024-03-09", "a2": "2024-03-10", "a3": "2024-03-11", "a4": "2024-04-08"}
SOURCES = {"a1": "Herald", "a2": "Ledger", "a3": "Herald", "a4": "Ledger"}
ARTICLES = {
    name: Article.of(
        text,
        id=name,
        published=PUBLISHED[name],
        title=f"Title {name}",
        source=SOURCES[name],
        url=f"https://example.org/{name}",
    )
    for name, text in TEXTS.items()
}


def day(first: str, last: str | None = None, source: str = "text") -> When:
    start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
    return When(start=start, end=end, granularity="interval" if last else "day", source=source)


def mention(article: str, kind: str, trigger: str, **roles: str) -> EventMention:
    text = TEXTS[article]

    def span(part):
        return ARTICLES[article].span(text.index(part), text.index(part) + len(part))

    first = text.rfind(". ", 0, text.index(trigger)) + 2 if ". " in text[: text.index(trigger)] else 0
    return EventMention(
        article_id=article,
        type=kind,
        trigger=span(trigger),
        sentence=ARTICLES[article].span(first, text.index(".", first) + 1),
        arguments=[Argument(role=role, span=span(part)) for role, part in roles.items()],
        attribution=span("police") if "police" in text else None,
        confidence=0.8,
        extractor="rules",
        rule="made.by_hand",
    )


def event(name: str, kind: str, summary: str, when: When | None, mentions, arguments=(), **fields) -> Event:
    return Event(
        event_id=name,
        type=kind,
        summary=summary,
        when=when,
        mentions=mentions,
        arguments=arguments,
        articles=sorted({one.article_id for one in mentions}),
        **fields,
    )


@pytest.fixture(scope="session")
def timeline() -> Timeline:
    shelled = [
        mention("a1", "ATTACK", "shelled", attacker="Rebels", target="the port", killed="17"),
        mention("a2", "ATTACK", "shelled", attacker="The rebels", target="the port of Selby", killed="24"),
    ]
    accused = mention("a2", "ACCUSATION", "accused", accuser="The army", allegation="the shelling")
    denied = mention("a3", "DENIAL", "denied", denier="The rebels", allegation="the shelling")
    will, did_not, visited = (
        mention("a3", "VISIT", "visit", visitor="President Anton Reyk"),
        mention("a4", "VISIT", "visit Selby", visitor="Anton Reyk"),
        mention("a4", "VISIT", "visited", visitor="Anton Reyk"),
    )

    def filled(role, name, entity, *mentions):
        ids = [one.mention_id for one in mentions]
        return EventArgument(role=role, name=name, entity_id=entity, mentions=ids)

    attack = event(
        "attack",
        "ATTACK",
        "Rebels attack the port of Selby (8 March 2024)",
        day("2024-03-08"),
        shelled,
        [
            filled("attacker", "Rebels", "n1", *shelled),
            filled("killed", "17", None, shelled[0]),
            filled("killed", "24", None, shelled[1]),
        ],
        dates=[
            DateClaim(when=day("2024-03-08"), mentions=[shelled[0].mention_id]),
            DateClaim(when=day("2024-03-02"), mentions=[shelled[1].mention_id]),
        ],
    )
    return Timeline(
        events=[
            attack,
            event(
                "accusation",
                "ACCUSATION",
                "Army accuses Rebels (reported 10 March 2024)",
                day("2024-03-10", source="publication"),
                [accused],
                [filled("accuser", "Army", "n2", accused), filled("accused", "Rebels", "n1", accused)],
                about="attack",
            ),
            event(
                "denial",
                "DENIAL",
                "Rebels deny the shelling",
                day("2024-03-11"),
                [denied],
                [filled("denier", "Rebels", "n1", denied)],
                about="accusation",
            ),
            event(
                "plan",
                "VISIT",
                "planned: Anton Reyk visits Selby (April 2024)",
                day("2024-04-01", "2024-04-30"),
                [will],
                [filled("visitor", "Anton Reyk", "n3", will)],
                modality="planned",
                realises="visit",
            ),
            event(
                "visit",
                "VISIT",
                "Anton Reyk visits Selby (7 April 2024)",
                day("2024-04-07"),
                [visited],
                [filled("visitor", "Anton Reyk", "n3", visited)],
            ),
            event(
                "cancelled",
                "VISIT",
                "said not to have happened: Anton Reyk visits Selby",
                None,
                [did_not],
                [filled("visitor", "Anton Reyk", "n3", did_not)],
                modality="negated",
            ),
        ],
        entities=[
            Entity(entity_id="n1", name="Rebels"),
            Entity(entity_id="n2", name="Army"),
            Entity(entity_id="n3", name="Anton Reyk"),
        ],
        articles=[article_info(article) for article in ARTICLES.values()],
        eventx="0.1.0",
    )


@pytest.fixture(scope="session")
def browser():
    sync_api = pytest.importorskip(
        "playwright.sync_api", reason="the page is not tested in a browser: pip install 'eventx-core[browser]'"
    )
    if CHROMIUM is None:
        pytest.skip("the page is not tested in a browser: no chromium found; EVENTX_CHROMIUM may name one")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser, tmp_path):
    """Open a timeline's page; whatever it asks for, complains of or throws is kept in lists."""
    contexts = []

    def open_page(timeline, **options):
        path = tmp_path / "page.html"
        with path.open("wb") as stream:
            HtmlExporter(title="A test").write(timeline, stream)
        options.setdefault("viewport", {"width": 1280, "height": 900})
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.requested, page.complaints = [], []
        page.on("request", lambda request: page.requested.append(request.url))
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("dialog", lambda dialog: page.complaints.append(dialog.message))
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready]", state="attached")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(opened, timeline):
    return opened(timeline)
