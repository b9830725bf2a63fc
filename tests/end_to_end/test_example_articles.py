"""What a reader of the ten example articles knows, and the timeline of them says."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from eventx import load_timeline, read_articles


@pytest.fixture(scope="module")
def written(run, articles, tmp_path_factory):
    path = tmp_path_factory.mktemp("timeline") / "timeline.json"
    done = run("timeline", articles, "--format", "json", "--output", path)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    return path


@pytest.fixture(scope="module")
def timeline(written):
    return load_timeline(written)


@pytest.fixture(scope="module")
def event_of(timeline):
    """The event that the mention with this trigger, the first of its type in the article, is one of."""

    def find(article_id, type_, trigger):
        mentions = [
            (mention.trigger.start, event)
            for event in timeline
            for mention in event.mentions
            if (mention.article_id, mention.type, mention.trigger.text) == (article_id, type_, trigger)
        ]
        assert mentions, f"no {type_} {trigger!r} in {article_id}"
        return min(mentions, key=lambda pair: pair[0])[1]

    return find


def fillers(event, role):
    return {argument.name for argument in event.arguments.all(role)}


def day(value):
    return (dt.date.fromisoformat(value), dt.date.fromisoformat(value))


def days(event):
    return (event.when.start, event.when.end)


def test_every_article_is_on_the_timeline(timeline):
    assert len(timeline.articles) == 10
    assert {article for event in timeline for article in event.articles} == {info.id for info in timeline.articles}


def test_events_stand_in_the_order_of_their_dates(timeline):
    dates = [days(event) for event in timeline if event.when]

    assert dates == sorted(dates)
    assert all(event.when is None for event in timeline.events[len(dates) :])


def test_timeline_says_what_it_was_made_with(timeline):
    assert "rules" in timeline.plugins
    assert timeline.model.name == "en_core_web_sm"


def test_bombing_is_one_event_told_by_every_article_about_it(event_of):
    bombing = event_of("harbour-1", "ATTACK", "exploded")

    assert bombing is event_of("harbour-2", "ATTACK", "bombing")
    assert set(bombing.articles) >= {"harbour-1", "harbour-2", "harbour-4"}
    assert days(bombing) == day("2024-03-09")
    assert bombing.modality == "asserted"


def test_bombing_keeps_the_numbers_of_every_article(event_of):
    killed = " ".join(sorted(fillers(event_of("harbour-1", "ATTACK", "exploded"), "killed")))

    assert "17" in killed
    assert "24" in killed


def test_earlier_attack_is_an_event_of_its_own(event_of):
    earlier = event_of("harbour-1", "ATTACK", "attacked")

    assert earlier is not event_of("harbour-1", "ATTACK", "exploded")
    assert days(earlier) == (dt.date(2024, 1, 1), dt.date(2024, 1, 31))
    assert fillers(earlier, "attacker") == {"Northern Front"}


def test_minister_blames_somebody_for_the_bombing(event_of):
    accusation = event_of("harbour-1", "ACCUSATION", "blamed")

    assert accusation.about == event_of("harbour-1", "ATTACK", "exploded").event_id
    assert fillers(accusation, "accuser") == {"Petra Vans"}
    assert "Northern Front" in fillers(accusation, "accused")


def test_denial_points_to_the_accusation(event_of):
    accusation = event_of("harbour-2", "ACCUSATION", "accused")

    assert "Velmark" in fillers(accusation, "accused")
    assert event_of("harbour-2", "DENIAL", "rejected").about == accusation.event_id


def test_foreign_minister_denies_on_monday(event_of):
    denial = event_of("harbour-3", "DENIAL", "denied")

    assert fillers(denial, "denier") == {"Elin Dahl"}
    assert days(denial) == day("2024-03-11")


def test_announced_visit_takes_place(event_of):
    planned, arrival = event_of("harbour-3", "VISIT", "travel"), event_of("harbour-4", "VISIT", "arrived")

    assert (planned.modality, arrival.modality) == ("planned", "asserted")
    assert days(planned) == days(arrival) == day("2024-03-14")
    assert planned.realises == arrival.event_id


def test_shelling_of_last_week_is_dated_to_that_week(event_of):
    assert days(event_of("harbour-4", "ATTACK", "shelling")) == (dt.date(2024, 3, 4), dt.date(2024, 3, 10))


def test_laine_is_to_visit_and_does(event_of):
    planned, arrival = event_of("laine-1", "VISIT", "arrive"), event_of("laine-2", "VISIT", "arrived")

    assert (planned.modality, arrival.modality) == ("planned", "asserted")
    assert planned.realises == arrival.event_id
    assert days(planned) == days(arrival) == day("2024-02-07")
    assert "Aino Laine" in fillers(planned, "visitor") & fillers(arrival, "visitor")
    assert fillers(event_of("laine-2", "VISIT", "received"), "host") == {"Daniel Mutua"}


def test_cancelled_trip_did_not_happen(event_of):
    assert event_of("laine-1", "VISIT", "trip").modality == "negated"


def test_spying_is_alleged_once_though_two_articles_say_so(event_of):
    accusation = event_of("ledger-1", "ACCUSATION", "accused")

    assert accusation is event_of("ledger-2", "ACCUSATION", "charged")
    assert fillers(accusation, "accuser") == {"Tomas Brel"}
    assert days(accusation) == day("2024-05-20")


def test_accused_minister_denies_and_accuses_in_turn(event_of):
    denial, counter = event_of("ledger-2", "DENIAL", "denied"), event_of("ledger-2", "ACCUSATION", "accused")

    assert denial.about == event_of("ledger-1", "ACCUSATION", "accused").event_id
    assert days(denial) == days(counter) == day("2024-05-21")
    assert fillers(counter, "accuser") == fillers(denial, "denier") == {"Petra Vans"}
    assert fillers(counter, "accused") == {"Tomas Brel"}


def test_inspection_is_a_visit(event_of):
    visit = event_of("ledger-3", "VISIT", "visited")

    assert days(visit) == day("2024-05-29")
    assert visit is event_of("ledger-3", "VISIT", "received")
    assert fillers(visit, "host") == {"Petra Vans"}


def test_timeline_is_filtered_by_type_name_and_date(timeline, event_of):
    found = timeline.of_type("ATTACK").between("2024-03-09", "2024-03-09").involving("northern front")

    assert [event.event_id for event in found] == [event_of("harbour-1", "ATTACK", "exploded").event_id]


def test_every_span_shows_what_stands_in_its_article(timeline, articles):

    texts = {article.id: article for article in read_articles(articles)}
    for event in timeline:
        for mention in event.mentions:
            for span in mention.spans():
                texts[mention.article_id].check_span(span)


def test_sources_in_another_order_give_the_same_timeline(run, articles, written):
    files = sorted(articles.iterdir(), reverse=True)
    done = run("timeline", *files, "--format", "json")

    assert done.stdout == written.read_text(encoding="utf-8")


def test_events_of_fewer_articles_keep_their_ids(run, articles, event_of):
    done = run("timeline", articles / "ledger.jsonl", "--format", "json", "--quiet")
    ids = {event["event_id"] for event in json.loads(done.stdout)["events"]}

    assert event_of("ledger-1", "ACCUSATION", "accused").event_id in ids


def test_mentions_extracted_before_are_merged_without_loss(run, articles, timeline, tmp_path):
    lines = tmp_path / "mentions.jsonl"
    extracted = run("extract", articles, "--format", "jsonl", "--output", lines)
    merged = run("timeline", articles, "--mentions", lines, "--format", "mentions")
    rows = [json.loads(line) for line in merged.stdout.splitlines()]

    assert (extracted.returncode, merged.returncode) == (0, 0), merged.stderr
    assert {row["mention_id"] for row in rows} == {one.mention_id for event in timeline for one in event.mentions}
    assert all(row["event_id"].startswith("e") and ":" not in row["event_id"] for row in rows)
