"""Where sentences end. Each case holds the pieces as they should come out, joined by one blank."""

import textwrap
import time

import pytest

from eventx.analysis import split_sentences
from eventx.model import Article


def split(text, boilerplate=()):
    return [span.text for span in split_sentences(Article(id="a", text=text, boilerplate=boilerplate))]


@pytest.mark.parametrize(
    "pieces",
    [
        ["U.S. Secretary of Defense Ann Ray met Lt. Gen. Omar Aziz.", "She left at once."],
        ["The convoy was hit on Sept. 13.", "Nobody claimed it."],
        ["He runs No. 5 of Harbor Inc. The firm".removesuffix(" The firm"), "The firm denied it."],
        ["They live in Lima, Ohio, with J. P. Moran.", "George W. Tull does not."],
        ["Talks took place in the U.S.", "Officials called them useful."],
        ["The shelling began at 5 p.m. Monday.", "It ended at 6 a.m.", "Police came later."],
        ["Curfew starts at 8:00 p.m. (1700 GMT) today.", "Shops close."],
        ["Did he order it?", "No.", "He was abroad."],
        ["Rebels left.", "5 people stayed.", "al-Badr claimed the raid."],
        ["About 2. 4 million voted.", "Few were glad."],
        ["He waited...", "Then he left."],
        ["The ... Government fell."],
        ["1. The port reopens.", "2. The bridge stays shut."],
        ["Yahoo! Inc. was blamed.", "It denied that."],
        ["He moved to Trenton, N.J.", "Ray stayed in Lima."],
        ["He met Trenton, N.J. Mayor Ann Ray.", "They talked."],
        ["Harbor Ltd. Chairman Ann Ray sold it to Pier Inc.", "Mr. Tull denied it."],
        ["The plane with tail No. RX-12 was hit.", "No. 7 escaped."],
        ["They shouted “Freedom! Freedom! Freedom!” at the guards.", "Nobody moved."],
        ["The verdict stands.[12]", "Lawyers protested."],
        ["Rebels left Lima.", "\U0001f600 Police came later.", "\u200fNobody was hurt.", "\0They said so."],
        ["Ali v. Karim was heard in Mass. Court".removesuffix(" Court") + " Court.", "It failed."],
    ],
)
def test_split_keeps_abbreviations_and_ends_at_sentence_ends(pieces):
    assert split(" ".join(pieces)) == pieces


@pytest.mark.parametrize(
    "pieces",
    [
        ["“We shall end these raids.”", "Ray left the hall."],
        ["“We shall end these raids,” he said.", "Nobody believed him."],
        ["“Who sent them?” the widow asked.", "Nobody knew."],
        ["“Who sent them?” Mayor Ann Ray asked.", "Nobody knew."],
        ["``They fled,'' he said.", "``They are gone.''", "The town is quiet."],
        ['"They fled," he said.', '"They are gone."', "The town is quiet."],
        ["(He had left before.)", "She had not."],
    ],
)
def test_split_ends_at_closed_quotations_but_not_before_who_says_them(pieces):
    assert split(" ".join(pieces)) == pieces


@pytest.mark.parametrize(
    "dateline",
    [
        "LIMA, May 3 (Xinhua) --",
        "LIMA, Peru (AP)_",
        "LIMA, Peru (AP) _",
        "WASHINGTON —",
        "NEWARK, N.J. --",
        "NEW DELHI:",
        "DAR ES SALAAM, Tanzania (AP) --",
        "Kabul, Sept. 13 (Reuters) -",
        "(CNN)",
        "LOS ANGELES, Nov. 17 (Xinhua)--",
        "PORT HALDEN, Norrland, March 14 (Coastal News) -",
        "CAIRO",
        "HALDEN, Norway",
        "PORT HALDEN, S.C./CAIRO",
    ],
)
def test_split_takes_a_dateline_off_its_sentence(dateline):
    assert split(f"{dateline} The envoy arrived. He was alone.") == [dateline, "The envoy arrived.", "He was alone."]


@pytest.mark.parametrize(
    "sentence",
    [
        "NASA Administrator Ray left.",
        "UNHCR envoy Ray left.",
        "Ray — who had come late — left.",
        "Lima – a city of ten million – was calm.",
    ],
)
def test_split_does_not_take_a_name_for_a_dateline(sentence):
    assert split(sentence) == [sentence]


def test_split_ends_a_headline_without_full_stop():
    assert split("Envoy Visits Lima\n\nThe envoy came on Friday") == ["Envoy Visits Lima", "The envoy came on Friday"]
    assert split("Envoy Visits Lima\nThe envoy came on Friday.") == ["Envoy Visits Lima", "The envoy came on Friday."]


def test_split_takes_bullets_and_separators_for_ends():
    assert split("• Port shelled\n• Envoy in Lima\nHome | News | Sport") == [
        "Port shelled",
        "Envoy in Lima",
        "Home",
        "News",
        "Sport",
    ]


def test_split_finds_the_end_where_the_blank_is_missing():
    assert split("They denied the charge.Lima said nothing.") == ["They denied the charge.", "Lima said nothing."]


def test_split_leaves_host_names_and_numbers_whole():
    assert split("See example.org or call 3.5 times.") == ["See example.org or call 3.5 times."]


PARAGRAPHS = (
    "The envoy of the northern provinces, who had come to Lima late on Thursday, accused the U.S. Army of shelling "
    "the port of Arica. Lt. Gen. Omar Aziz denied that. He said the guns of his men had been silent since Sept. 13.",
    "Aziz is to visit the port on Monday, according to a statement that his office gave to reporters in the capital.",
)


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_split_reads_wrapped_lines_as_if_they_were_not(width, newline):
    plain = split("Envoy Blames Army\n\n" + "\n\n".join(PARAGRAPHS))
    filled = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)
    wrapped = ("Envoy Blames Army\n" + filled).replace("\n", newline)
    assert [" ".join(sentence.split()) for sentence in split(wrapped)] == plain


def test_split_reads_one_paragraph_a_line():
    assert split("\n".join(PARAGRAPHS)) == split("\n\n".join(PARAGRAPHS))


def test_split_joins_an_unfinished_line_with_the_next():
    assert split("He blamed the\nArmy of the North.") == ["He blamed the\nArmy of the North."]


def test_split_leaves_boilerplate_out():
    text = "Skip to content\n\nThe envoy left. He was alone."
    assert split(text, [(0, 15)]) == ["The envoy left.", "He was alone."]
    assert split(text, [(0, len(text))]) == []


@pytest.mark.parametrize("text", ["", " \n\t ", "\n" * 100])
def test_split_of_nothing_is_nothing(text):
    assert split(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "the rebels shelled the port and " * 6_250,
        "!" * 200_000 + "x",
        "A. " * 66_666,
        ". " * 100_000,
        '."' * 100_000,
        "\n \nx" * 50_000,
        "NEW YORK, Sept. 3, " * 10_000,
        "?” Abc " * 28_000,
    ],
    ids=["sentence", "marks", "initials", "stops", "quotes", "lines", "dateline", "quotations"],
)
def test_split_takes_time_in_proportion_to_a_hostile_text(text):
    began = time.process_time()
    spans = split_sentences(Article(id="a", text=text))
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert time.process_time() - began < 5  # quadratic work on so many characters would take minutes
