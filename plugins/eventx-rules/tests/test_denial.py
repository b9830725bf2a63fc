"""Denials: who says that what is not true, in how many ways."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The banker denied taking bribes.", "denied"),
        ("The harbour master maintained his innocence.", "maintained"),
        ("The driver pleaded not guilty to smuggling.", "pleaded not guilty"),
        ("He was innocent of the theft, the clerk said.", "innocent"),
        ("The governor called the allegations baseless.", "baseless"),
        ("The story is false, the spokesman said.", "false"),
        ("That is not true, the mayor told reporters.", "not true"),
        ("The envoy said the company had nothing to do with the plot.", "had nothing to do with"),
        ("The general said his unit played no part in the massacre.", "played no part"),
        ("The firm said it was not involved in the fraud.", "not involved"),
        ("The colonel said he never ordered the killings.", "never ordered"),
        ("The airline said it was not responsible for the leak.", "not responsible"),
        ("The actor laughed off the rumours.", "laughed off"),
        ("The ministry issued a denial of the report.", "denial"),
        ("The premier hit back at claims of corruption.", "hit back"),
        ("The singer debunked the rumour.", "debunked"),
        ("The defence argued that the clerk was not guilty.", "not guilty"),
        ("The general rejected some of the conclusions.", "rejected"),
        ("The firm fought back against claims of fraud.", "fought back"),
        ("The palace dismissed that as bluster.", "dismissed"),
        ("The firm said there was no merit to the claims.", "no merit"),
        ("The firm said the suit was without merit.", "without merit"),
        ("The premier dismissed the inquiry as a witch hunt.", "dismissed"),
        ("The envoy called the charge outrageous.", "outrageous"),
        ("The clerk told the jury that he knew nothing about the scheme.", "knew nothing"),
        ("Lawyers said their clients broke no law.", "broke no law"),
        ("He described the suspicion as unfounded.", "unfounded"),
        ("The guard said he had not done the things they spoke of.", "not done"),
        ("The embassy said the accusations were fabricated.", "fabricated"),
        ("He entered a not guilty plea.", "not guilty plea"),
        ('"This is a pack of lies," the envoy said.', "pack of lies"),
        ("The palace said the claims had no basis.", "had no basis"),
        ("The premier distanced himself from the killings.", "distanced himself"),
        ("Lawyers rejected his version.", "rejected"),
    ],
)
def test_denial_is_read(read, text, trigger):
    assert [m.trigger.text for m in read(text, "DENIAL")] == [trigger]


@pytest.mark.parametrize(
    "text",
    [
        "There is no denying the beauty of the coast.",
        "The goalkeeper denied Fernandes from close range.",
        "The judge dismissed the charges against the clerk.",
        "The prisoners were denied due process.",
        "The minister said he would not ask for a loan.",
        "The club rejected the bid.",
        "The police said there was no evidence to suggest the gun was fired.",
        "The company denied the proposal.",
        "The board denied a permit for the fair.",
        "None of us is innocent.",
        "He tried to dismiss the lawsuit.",
        "It is ridiculous, she said.",
        "There is no proof of life.",
        "The board denied renewal of her permit.",
        "Many lawmakers have distanced themselves from Moss.",
        "The rule denied the opposition a second debate.",
        "The board has denied us that vote.",
        "The rule would deny tenants from keeping dogs.",
        "A judge denied the claim.",
        "He would have nothing to do with the plan.",
        "A tribunal will hear the case to contest Norway's claims to the sea.",
        "The town appealed the denial of its request for aid.",
        "A false report spread in the night.",
        "The guard said a miner was targeted, though the reason was not clear.",
        "She regretted the rejection of the new version.",
    ],
)
def test_refusal_and_other_senses_give_no_denial(read, text):
    assert read(text, "DENIAL") == []


def test_contradicted_person_is_the_accuser(roles):
    assert roles("The envoy was contradicted by his own ambassador.", "DENIAL") == {
        "denier": ["his own ambassador"],
        "accuser": ["The envoy"],
    }


def test_speaker_of_a_false_claim_is_the_denier(roles):
    found = roles("The governor called the allegations baseless.", "DENIAL")
    assert found == {"denier": ["The governor"], "allegation": ["the allegations"]}


def test_reason_for_a_denial_is_no_part_of_what_is_denied(roles):
    assert roles("Cyprus denied any delay in order to save the talks.", "DENIAL") == {
        "denier": ["Cyprus"],
        "allegation": ["any delay"],
    }


def test_sentence_before_a_semicolon_is_not_what_is_denied(roles):
    assert roles("The report accuses the firm of fraud; it denied wrongdoing.", "DENIAL") == {
        "denier": ["it"],
        "allegation": ["wrongdoing"],
    }


def test_who_speaks_for_another_denies(roles):
    assert roles("The lawyer said the banker had no part in the fraud.", "DENIAL") == {
        "denier": ["The lawyer"],
        "allegation": ["the fraud"],
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trump has said there was no collusion.", {"denier": ["Trump"], "allegation": ["collusion"]}),
        (
            "The general said he had never ordered the use of dogs.",
            {"denier": ["The general"], "allegation": ["he had never ordered the use of dogs"]},
        ),
        ("The clerk said he was innocent of the theft.", {"denier": ["The clerk"], "allegation": ["the theft"]}),
        (
            "Quito says Lima has shipped rockets to the rebels since the truce, which Lima denies.",
            {"denier": ["Lima"], "allegation": ["Lima has shipped rockets to the rebels since the truce"]},
        ),
        (
            "His lawyer told the court that his client was not guilty of the theft.",
            {"denier": ["His lawyer"], "allegation": ["the theft"]},
        ),
        ("Lund's lawyer says his client is innocent.", {"denier": ["Lund's lawyer"]}),
        ('"That is a lie," a clerk said.', {"denier": ["a clerk"], "allegation": ["That"]}),
        ("The firm said the suit was without merit.", {"denier": ["The firm"], "allegation": ["the suit"]}),
        (
            "The emir has called the reports of fraud a hoax.",
            {"denier": ["The emir"], "allegation": ["the reports of fraud"]},
        ),
    ],
)
def test_denial_tells_who_denies_what(roles, text, expected):
    assert roles(text, "DENIAL") == expected
