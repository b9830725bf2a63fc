"""Visits: who travels where, in how many ways."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The envoy is in Rabat for talks with the king.", "is in"),
        ("The ministers were here to attend the summit.", "were here"),
        ("The king received the envoy at his palace.", "received"),
        ("The president will host his Polish counterpart.", "host"),
        ("The city welcomed the pilgrims.", "welcomed"),
        ("The pianist was given a warm welcome.", "welcome"),
        ("The couple were holidaying in Madeira.", "holidaying"),
        ("The twins were staying at a hotel in Lima.", "staying"),
        ("The senator spent two days in Tunis.", "spent"),
        ("The couple were headed to Lima for the last leg.", "headed"),
        ("Lopez left Peru to fight abroad.", "left"),
        ("She set out for Cairo.", "set out"),
        ("The delegates drove to Jericho.", "drove"),
        ("The chancellor is due in Lisbon on Friday.", "due"),
        ("The chancellor is expected in Lisbon on Friday.", "expected"),
        ("The governor will lead a trade delegation to Peru.", "lead"),
        ("The envoy was met at the airport by the mayor.", "met"),
        ("The senator came here to see the ruins.", "came"),
        ("The premier made a surprise stop in Kabul.", "stop"),
        ("Norway sent a mediator to Colombo.", "sent"),
        ("The visiting delegation rested.", "visiting"),
        ("The minister came for talks with the premier.", "came"),
        ("The mayor goes to Oslo on Friday.", "goes"),
        ("The king took the delegation to Oslo.", "took"),
        ("The guards escorted the envoys to the palace.", "escorted"),
        ("The envoy is currently in Lima.", "is"),
        ("The senators are now in Lima.", "are"),
        ("Keita was in Cairo to promote a book.", "was in"),
        ("The minister will proceed to Chile after the talks.", "proceed"),
        ("The mayor ventured into Congo.", "ventured"),
        ("The singer began a three-day stay in Lima.", "stay"),
        ("The inspectors visited the site on Thursday.", "visited"),
        ("The twins had just arrived in Lima.", "arrived"),
        ("The guests were hosted by the foundation.", "hosted"),
        ("The teachers came to the White House.", "came"),
        ("The envoy is in Rabat to review the pact.", "is in"),
        ("The envoy called on King Olav.", "called"),
        ("President Sall will receive him on Friday.", "receive"),
        ("She was hosted by Queen Ida.", "hosted"),
        ("The envoy called on King Olav Berg.", "called"),
        ("The minister arrived in the capital in a military jet.", "arrived"),
        ("He decided against coming to a conference in Oslo.", "coming"),
        ("The tourists dropped in at a school.", "dropped in at"),
        ("Keita was greeted by President Sall.", "greeted"),
        ("President Sall flew over the villages.", "flew over"),
        ("Reyk left Peru on Monday for the summit in Rome.", "left"),
        ("The envoy shuttled between Quito and Lima.", "shuttled"),
        ("The envoys continued on to Oslo.", "continued"),
        ("The envoy will be in Lima from Monday to Friday.", "be in"),
        ("His five-nation swing ends in Peru.", "swing"),
        ("Reyk met the emir during a stop in Lima.", "stop"),
        ("Reyk was on vacation in Peru.", "vacation"),
        ("The activists sailed for Oman.", "sailed"),
        ("The two arrived at the airport.", "arrived"),
        ("Reyk showed up at the school.", "showed up"),
        ("The father could come to Peru on Friday.", "come"),
        ("The envoy will come here on Friday.", "come"),
        ("Reyk often visits Lima.", "visits"),
        ("Six hundred nurses from Oran travelled by bus to Lima.", "travelled"),
        ("The bureau dispatched dozens of agents there.", "dispatched"),
    ],
)
def test_visit_is_read(read, text, trigger):
    assert [m.trigger.text for m in read(text, "VISIT")] == [trigger]


@pytest.mark.parametrize(
    "text",
    [
        "The minister flew home.",
        "The troops arrived on Tuesday.",
        "The plane landed in Quito.",
        "A convoy of tankers travelled in the north.",
        "Tour operators reported cancellations.",
        "He finished a tour of duty.",
        "What is going on there is unacceptable.",
        "The players will stay in business.",
        "The city will host the Olympics.",
        "Britain welcomed the decision.",
        "The newly arrived immigrants waited.",
        "The bank sent all workers home.",
        "An officer arrived on the scene.",
        "A group of 90 migrants arrived in Kos.",
        "New arrivals on the island fell to a dozen.",
        "The aircraft carrier arrived in Oman.",
        "They left the hall and headed to the buffet.",
        "The baron was flying in his private jet.",
        "Norway is staying in the bloc.",
        "The video got six million visits a day.",
        "Tour officials called off the race.",
        "The court will revisit the ruling.",
        "Ten convicts were sent to Oman.",
        "Many villagers had fled to Chad.",
        "The cup final will be in Lima next week.",
        "The talks, in Geneva, failed.",
        "The ruling flies in the face of reason.",
        "Norway has a mission to the EU.",
        "The clerk came to Norway in 1994.",
        "The monsoon arrived in Kerala.",
        "The attackers arrived in a van.",
        "She visited a doctor in May.",
        "There is a fee for visits to the doctor.",
        "The envoy called on King Olav to resign.",
        "The thief made his getaway.",
        "The fleet has flown raids from Oslo.",
        "The envoys will stay on in Lima.",
        "The driver made a traffic stop in Lima.",
        "Her mood swings worried the nurse.",
        "The mayor greeted a group of children.",
        "Half of the exports go to Peru.",
        "Hundreds of protesters marched to Union Square.",
    ],
)
def test_other_senses_give_no_visit(read, text):
    assert read(text, "VISIT") == []


def test_host_receives_the_visitor(roles):
    assert roles("The king received the envoy at his palace.", "VISIT") == {
        "host": ["The king"],
        "visitor": ["the envoy"],
        "destination": ["his palace"],
    }


def test_talks_are_the_purpose_of_being_somewhere(roles):
    assert roles("Rice is in Rabat for talks with the king.", "VISIT") == {
        "visitor": ["Rice"],
        "destination": ["Rabat"],
        "purpose": ["talks with the king"],
        "host": ["the king"],
    }


def test_place_before_an_infinitive_is_the_destination(roles):
    assert roles("The premier had just toured Oman to sign a pact.", "VISIT") == {
        "visitor": ["The premier"],
        "destination": ["Oman"],
        "purpose": ["to sign a pact"],
    }


def test_head_for_a_place_has_a_destination(roles):
    assert roles("The envoys headed for Geneva.", "VISIT") == {"visitor": ["The envoys"], "destination": ["Geneva"]}


def test_what_one_travels_in_is_no_destination(roles):
    assert roles("Keita arrived in Lima in a bus.", "VISIT") == {"visitor": ["Keita"], "destination": ["Lima"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The visit of Ada Holm was brief.", {"visitor": ["Ada Holm"]}),
        (
            "Holm embarked on a tour of Asia to win allies.",
            {"visitor": ["Holm"], "destination": ["Asia"], "purpose": ["to win allies"]},
        ),
        ("During the trip, Holm will meet the emir.", {"visitor": ["Holm"], "host": ["the emir"]}),
        ("The government announced a visit to Oman.", {"destination": ["Oman"]}),
        ("Police held ten men before the visit.", {}),
        (
            "President Anton Reyk and his visiting Finnish counterpart Aino Laine signed three deals.",
            {"visitor": ["his visiting Finnish counterpart Aino Laine"], "host": ["President Anton Reyk"]},
        ),
        ("Reyk held talks with visiting President Aino Laine.", {"visitor": ["President Aino Laine"]}),
        (
            "The king gave Holm a tour of the mint.",
            {"visitor": ["Holm"], "host": ["The king"], "destination": ["the mint"]},
        ),
        ("Holm is due in Lima to mediate.", {"visitor": ["Holm"], "destination": ["Lima"], "purpose": ["to mediate"]}),
        ("Plans for Ada Holm to visit Lima were dropped.", {"visitor": ["Ada Holm"], "destination": ["Lima"]}),
        ("Holm visited one of his mills in Peru.", {"visitor": ["Holm"], "destination": ["one of his mills in Peru"]}),
        (
            "Holm headed to Oman for the exercises.",
            {"visitor": ["Holm"], "destination": ["Oman"], "purpose": ["the exercises"]},
        ),
        (
            "Holm flew to Oman to hold a dialogue with rebels, ahead of a vote in May.",
            {"visitor": ["Holm"], "destination": ["Oman"], "purpose": ["to hold a dialogue with rebels"]},
        ),
        ("Holm travelled throughout the region.", {"visitor": ["Holm"], "destination": ["the region"]}),
        ("Holm pulled out of a trip to Peru.", {"visitor": ["Holm"], "destination": ["Peru"]}),
        (
            "Holm is visiting Peru as a guest of the bishop.",
            {"visitor": ["Holm"], "destination": ["Peru"], "host": ["the bishop"]},
        ),
        (
            "The emir rolled out a red carpet welcome for Ada Holm at the old palace.",
            {"visitor": ["Ada Holm"], "destination": ["the old palace"], "host": ["The emir"]},
        ),
        (
            "Holm was in Lima to celebrate her birthday and got into a fight.",
            {"visitor": ["Holm"], "destination": ["Lima"], "purpose": ["to celebrate her birthday"]},
        ),
        ("Her visit was cut short by the storm.", {"visitor": ["Her"]}),
        ("Reyk paid a visit to troops in Peru.", {"visitor": ["Reyk"], "host": ["troops"], "destination": ["Peru"]}),
        (
            "The queen joined her son on a trip abroad.",
            {"visitor": ["The queen", "her son"], "destination": ["abroad"]},
        ),
        ("He was flown to Peru for tests.", {"visitor": ["He"], "destination": ["Peru"], "purpose": ["tests"]}),
        (
            "Reyk is due to visit the Greek community in Leeds.",
            {"visitor": ["Reyk"], "host": ["the Greek community"], "destination": ["Leeds"]},
        ),
        ("Holm visited the king in Rabat.", {"visitor": ["Holm"], "host": ["the king"], "destination": ["Rabat"]}),
    ],
)
def test_roles_come_from_around_the_visit(roles, text, expected):
    assert roles(text, "VISIT") == expected


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("After their visit to the shrine, the twins will fly to Lima.", "planned"),
        ("He is scheduled to meet the mayor in a brief visit to Oran.", "planned"),
        ("The visit will deepen the ties between the towns.", "asserted"),
        ("Haddad is to meet the premier in Oran next Tuesday, his first visit to the city.", "planned"),
        ("Haddad's attempt to make a visit to Oran was aborted.", "negated"),
    ],
)
def test_visit_named_beside_a_future_is_to_come(read, text, modality):
    assert [m.modality for m in read(text, "VISIT") if m.rule == "visit.noun"] == [modality]
