"""Lanes, marks, filters, zooming and panning."""

from __future__ import annotations

import pytest


def test_every_dated_event_lies_in_the_lane_of_its_type(page):
    lanes = page.locator(".lane").all()
    assert [lane.get_attribute("aria-label") for lane in lanes] == [
        "Attack, 1 event",
        "Accusation, 1 event",
        "Denial, 1 event",
        "Visit, 2 events",
    ]
    assert page.locator(".mark").count() == 5


def test_undated_event_lies_on_a_shelf_of_its_own(page):
    assert page.locator("#undated .shelf").all_inner_texts() == ["Anton Reyk visits Selby"]


def test_lanes_by_actor_hold_an_event_for_each_who_takes_part(page):
    page.click("#lanes-actor")
    labels = [lane.get_attribute("aria-label") for lane in page.locator(".lane").all()]
    assert labels == ["Rebels, 3 events", "Anton Reyk, 2 events", "Army, 1 event"]


def test_modality_shows_without_colour(page):
    looks = {
        name: page.locator(f".legend .is-{name}").first.evaluate(
            "e => [getComputedStyle(e).borderStyle, getComputedStyle(e, '::after').content]"
        )
        for name in ("asserted", "planned", "negated")
    }
    assert looks["planned"][0] == "dashed"
    assert looks["negated"][1] == '""'
    assert looks["asserted"] == ["solid", "none"]


def test_uncertain_date_is_as_wide_as_its_days(page):
    month = page.locator(".mark.m-planned .bar").bounding_box()["width"]
    page.click("#zoom-in")
    page.wait_for_timeout(100)
    assert page.locator(".mark.m-planned .bar").bounding_box()["width"] > month * 1.3


@pytest.mark.parametrize(
    ("act", "left"),
    [
        (lambda page: page.locator("#type-chips .chip", has_text="Visit").click(), 3),
        (lambda page: page.locator("#modality-chips .chip", has_text="Planned").click(), 5),
        (lambda page: page.select_option("#actor", label="Army (1)"), 1),
        (lambda page: page.select_option("#source", "Ledger"), 4),
        (lambda page: page.fill("#find", "PORT of selby"), 1),
    ],
    ids=["type", "modality", "actor", "source", "text"],
)
def test_filter_leaves_what_passes(page, act, left):
    act(page)
    page.get_by_text(f"{left} of 6 events", exact=True).wait_for()
    page.click("#view-table")
    page.wait_for_timeout(60)
    assert page.locator("tbody tr").count() == left
    page.click("#reset")
    assert page.locator("#count").inner_text() == "6 events"


def test_wheel_and_drag_zoom_and_pan(page):
    window = page.locator("#window")
    whole = window.inner_text()
    page.locator("#lanes").hover()
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    page.wait_for_timeout(100)
    zoomed = window.inner_text()
    assert zoomed != whole
    box = page.locator("#lanes").bounding_box()
    page.mouse.move(box["x"] + 600, box["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + 700, box["y"] + 8, steps=4)
    page.mouse.up()
    page.wait_for_timeout(100)
    assert window.inner_text() not in {whole, zoomed}
    assert page.locator("#detail").is_hidden()
