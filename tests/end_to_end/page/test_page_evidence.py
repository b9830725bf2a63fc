"""What an opened event shows, and the links that lead on from it."""

from __future__ import annotations

import attrs


def test_opened_event_shows_its_sentences_with_trigger_and_roles(page):
    page.get_by_role("button", name="Rebels attack the port of Selby").click()
    first = page.locator(".evidence blockquote").first
    assert first.locator("mark.trigger").inner_text().startswith("shelled")
    assert first.locator("mark.argument").count() == 3
    assert "attacker" in first.locator("mark.argument").first.inner_text()
    assert "Herald" in page.locator(".evidence .article").first.inner_text()
    assert page.locator(".evidence .article a").first.get_attribute("href") == "https://example.org/a1"


def test_conflicting_numbers_and_dates_are_told_with_who_says_so(page):
    page.get_by_role("button", name="Rebels attack the port of Selby").click()
    text = page.locator("#detail").inner_text()
    assert "numbers differ" in text
    assert "17 Herald, citing police" in text
    assert "24 Ledger" in text
    assert "The dates conflict" in text


def test_denial_leads_to_the_accusation_and_that_to_the_attack(page):
    page.get_by_role("button", name="Rebels deny the shelling").click()
    page.locator("[data-follow=accusation]").click()
    assert page.locator("#detail-title").inner_text() == "Army accuses Rebels"
    assert page.evaluate("location.hash") == "#accusation"
    page.locator("[data-follow=attack]").click()
    assert page.locator("#detail-title").inner_text() == "Rebels attack the port of Selby"
    page.locator("[data-follow=accusation]").click()
    page.locator("[data-follow=denial]").click()
    assert page.locator("#detail-title").inner_text() == "Rebels deny the shelling"


def test_planned_event_leads_to_its_taking_place(page):
    page.locator(".mark.m-planned").click()
    page.locator("[data-follow=visit]").click()
    assert page.locator("#detail-title").inner_text() == "Anton Reyk visits Selby"
    assert "Announced" in page.locator(".linked").inner_text()
    assert "null" not in page.locator("#detail").inner_text()


def test_address_opens_its_event(opened, timeline):
    page = opened(timeline)
    page.goto(page.url + "#denial")
    assert page.locator("#detail-title").inner_text() == "Rebels deny the shelling"


def test_printing_writes_the_evidence_out(page):
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#print > article").count() == 6
    assert page.locator("#print blockquote").count() == 7
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("#print > article").count() == 0


def test_near_copy_is_told_in_the_evidence_and_in_the_table(opened, timeline):
    articles = [attrs.evolve(info, copy_of="a1" if info.id == "a2" else None) for info in timeline.articles]
    page = opened(attrs.evolve(timeline, articles=articles))
    page.click("#view-table")
    page.click("[data-row=attack]")
    assert "2 (1 near copy)" in page.inner_text("[data-row=attack]")
    assert "Evidence in 2 articles, among them 1 near copy" in page.inner_text("#detail")
    assert "near copy of Herald" in page.inner_text("#detail")
