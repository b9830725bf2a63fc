"""Words that look like triggers and are none, and those that are."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "type_name"),
    [
        ("The consulate denied him a visa.", "DENIAL"),
        ("The union rejected the offer.", "DENIAL"),
        ("He was denied access to the archive.", "DENIAL"),
        ("The panel is charged with verifying the ballots.", "ACCUSATION"),
        ("The hotel charges ten dollars for breakfast.", "ACCUSATION"),
        ("The mayor died of a heart attack.", "ATTACK"),
        ("Dock workers began a general strike.", "ATTACK"),
        ("She shot a film in Wales.", "ATTACK"),
        ("The quake killed nine people.", "ATTACK"),
        ("Medics treated the wounded.", "ATTACK"),
        ("Six Germans were among the injured.", "ATTACK"),
        ("The first shipment arrived in Dover.", "VISIT"),
        ("Millions visited the web site.", "VISIT"),
    ],
)
def test_other_sense_gives_no_mention(read, text, type_name):
    assert read(text, type_name) == []


@pytest.mark.parametrize(
    ("text", "type_name"),
    [
        ("The envoy denied the report.", "DENIAL"),
        ("The ministry rejected the accusation.", "DENIAL"),
        ("The banker was charged with fraud.", "ACCUSATION"),
        ("Warplanes launched a strike on the depot.", "ATTACK"),
        ("Soldiers opened fire on the crowd.", "ATTACK"),
        ("The wounded soldiers were flown to Bonn.", "ATTACK"),
        ("The minister arrived in Oslo.", "VISIT"),
    ],
)
def test_sense_in_question_gives_a_mention(read, text, type_name):
    assert [m.type for m in read(text, type_name)] == [type_name]


# What the article is about tells what befell the people of its last sentence.
@pytest.mark.parametrize(
    ("around", "found"),
    [
        ("The ferry hit a reef in a storm. The wreck of the ferry sank within an hour.", []),
        ("A gunman stormed the ferry. The gunman held three hostages until soldiers shot him.", ["injured"]),
    ],
)
def test_article_tells_an_accident_from_an_attack(read, around, found):
    mentions = read(f"{around} A cook was slightly injured.", "ATTACK")
    assert [m.trigger.text for m in mentions if m.trigger.text == "injured"] == found


def test_camera_shoots_nobody(read):
    assert (
        read("The new camera has a bright lens. It shoots raw stills. The zoom of the camera is slow.", "ATTACK") == []
    )
