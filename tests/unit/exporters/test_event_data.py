"""Event data: codes, dyads, countries."""

import csv
import datetime as dt
import io

import pytest

from eventx.errors import SchemaError
from eventx.exporters.event_codes import coded_acts, standard_codes
from eventx.exporters.event_data import COLUMNS, EventDataExporter
from eventx.model import ArticleInfo, Entity, Event, EventArgument, EventMention, Span, Timeline, When
from eventx.schema import Catalogue, EventType, Role

DAY = When(start=dt.date(2024, 3, 9), end=dt.date(2024, 3, 9), granularity="day")


def event(kind, trigger="word", event_id="e1", **roles):
    about = roles.pop("about", None)
    modality = roles.pop("modality", "asserted")
    mention = EventMention(article_id="a", type=kind, trigger=Span(start=0, end=len(trigger), text=trigger))
    arguments = [
        EventArgument(role=role, name=name, entity_id=f"n-{name}")
        for role, names in roles.items()
        for name in ([names] if isinstance(names, str) else names)
    ]
    return Event(
        event_id=event_id,
        type=kind,
        when=DAY,
        arguments=arguments,
        mentions=[mention],
        about=about,
        modality=modality,
        articles=["a"],
    )


def rows(*events, entities=()):
    stream = io.BytesIO()
    info = ArticleInfo(id="a", source="Herald")
    EventDataExporter().write(Timeline(events=events, entities=entities, articles=[info]), stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8"))))


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("VISIT", ("042", "04", "CONSULT", "visit", "1")),
        ("ACCUSATION", ("112", "11", "ACCUSE", "disapprove", "3")),
        ("DENIAL", ("016", "01", "REJECT", "", "1")),
        ("ATTACK", ("180", "18", "ASSAULT", "", "4")),
    ],
)
def test_standard_types_have_their_codes(kind, codes):
    (row,) = rows(event(kind))
    assert tuple(row[name] for name in ("cameo", "cameo_root", "plover", "plover_mode", "quad_class")) == codes


@pytest.mark.parametrize(
    ("trigger", "cameo"),
    [
        ("suicide bombing", "1831"),
        ("car bomb", "1832"),
        ("bombing", "183"),
        ("airstrikes", "195"),
        ("shelled", "194"),
        ("assassinated", "186"),
        ("kidnapping", "181"),
        ("shot", "193"),
        ("stabbed", "182"),
        ("attacked", "180"),
        ("seashells", "180"),
        ("Bombing", "183"),
    ],
)
def test_attack_is_coded_by_its_trigger_where_that_is_safe(trigger, cameo):
    (act,) = coded_acts(event("ATTACK", trigger), None, standard_codes())
    assert act.code.cameo == cameo


def test_attack_is_coded_by_its_instrument():
    (act,) = coded_acts(event("ATTACK", "attacked", instrument="mortar shells"), None, standard_codes())
    assert act.code.cameo == "194"


def test_attack_by_soldiers_is_conventional_force_where_words_do_not_tell():
    (act,) = coded_acts(event("ATTACK", "attacked"), "MIL", standard_codes())
    assert act.code.cameo == "190"


def test_row_names_both_sides_with_country_and_category():
    known = [
        Entity(entity_id="n-Kenya", name="Kenya", country="KEN"),
        Entity(entity_id="n-Aino Laine", name="Aino Laine", country="FIN", category="GOV"),
    ]
    (row,) = rows(event("VISIT", visitor="Aino Laine", destination="Kenya"), entities=known)
    assert (row["source"], row["source_country"], row["source_category"]) == ("Aino Laine", "FIN", "GOV")
    assert (row["target"], row["target_country"], row["place_country"]) == ("Kenya", "KEN", "KEN")
    assert (row["publishers"], row["article_count"], row["first_day"]) == ("Herald", "1", "2024-03-09")


def test_visit_is_also_the_act_of_its_host():
    made, hosted = rows(event("VISIT", visitor="Aino Laine", host="Daniel Mutua", destination="Nairobi"))
    assert (made["source"], made["cameo"], made["target"]) == ("Aino Laine", "042", "Daniel Mutua")
    assert (hosted["source"], hosted["cameo"], hosted["target"]) == ("Daniel Mutua", "043", "Aino Laine")


def test_every_pair_of_names_is_a_row_and_descriptions_are_left_out():
    found = rows(event("ATTACK", attacker=["Army", "Militia"], target=["Selby", "A market", "the Port Authority"]))
    assert {(row["source"], row["target"]) for row in found} == {
        ("Army", "Selby"),
        ("Army", "the Port Authority"),
        ("Militia", "Selby"),
        ("Militia", "the Port Authority"),
    }


def test_description_stands_where_nobody_is_named():
    (row,) = rows(event("ATTACK", attacker="gunmen", target=["two villages", "people"]))
    assert (row["source"], row["target"]) == ("gunmen", "two villages")


def test_denial_answers_who_accused():
    accusation = event("ACCUSATION", event_id="e0", accuser="Petra Vans", accused="Velmark")
    _, row = rows(accusation, event("DENIAL", denier="Velmark", about="e0"))
    assert row["target"] == "Petra Vans"


def test_denied_accusation_says_so():
    accused, _ = rows(event("ACCUSATION", event_id="e0"), event("DENIAL", about="e0"))
    assert (accused["denied"], accused["modality"]) == ("1", "asserted")


def test_types_without_codes_are_left_out():
    assert rows(event("ELECTION")) == []


def test_header_stands_without_events():
    stream = io.BytesIO()
    EventDataExporter().write(Timeline(), stream)
    assert stream.getvalue().decode("utf-8").strip().split(",") == list(COLUMNS)


STRIKES = Catalogue(
    [
        EventType(
            name="STRIKE",
            roles=[
                Role(name="striker", filler="entity"),
                Role(name="employer", filler="entity"),
                Role(name="site", filler="place"),
            ],
        )
    ]
)


def strikes(tmp_path, text):
    path = tmp_path / "codes.toml"
    path.write_text(text)
    return EventDataExporter(codes=str(path), types=STRIKES)


def test_types_of_ones_own_have_the_codes_of_a_file(tmp_path):
    exporter = strikes(
        tmp_path, '[STRIKE]\ncameo = "143"\nplover = "PROTEST"\nsource = ["striker"]\ntarget = ["employer"]\n'
    )
    stream = io.BytesIO()
    exporter.write(Timeline(events=[event("STRIKE", striker="Welders", employer="Orrin Yard", site="Selby")]), stream)
    (row,) = csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8")))
    assert [row[name] for name in ("source", "target", "place")] == ["Welders", "Orrin Yard", "Selby"]
    assert [row[name] for name in ("cameo", "cameo_root", "quad_class", "plover")] == ["143", "14", "4", "PROTEST"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[STRIKES]\ncameo = "143"', "codes.toml:1: STRIKES: unknown key; allowed: STRIKE. Did you mean 'STRIKE'?"),
        ("[STRIKE]\ncameo = 143", "codes.toml:2: STRIKE.cameo: expected a code in quotes, such as '141'"),
        ('[STRIKE]\ncameo = "strike"', "codes.toml:2: STRIKE.cameo: expected a code of CAMEO in quotes, such as '141'"),
        ('[STRIKE]\ncameo = "143"\nsource = "striker"', "codes.toml:3: STRIKE.source: expected a list of roles"),
        ('[STRIKE]\ncameo = "143"\nsource = ["stryker"]', "STRIKE has no role 'stryker'; its roles: striker, employer"),
    ],
)
def test_wrong_file_of_codes_is_told_with_its_line(tmp_path, text, told):
    with pytest.raises(SchemaError) as caught:
        strikes(tmp_path, text)
    assert told in str(caught.value)
