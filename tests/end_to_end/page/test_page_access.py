"""The page by keyboard, to a screen reader, on narrow screens and in both colour schemes."""

from __future__ import annotations

import pytest


def test_keys_walk_open_and_close_events(page):
    page.locator(".mark[tabindex='0']").focus()
    assert page.locator(".mark[tabindex='0']").count() == 1
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused == "7 Apr 2024, Visit, Anton Reyk visits Selby"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "detail-title"
    page.keyboard.press("Escape")
    assert page.locator("#detail").is_hidden()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == focused


def test_keys_zoom_and_pan(page):
    page.locator(".mark[tabindex='0']").focus()
    seen = [page.locator("#window").inner_text()]
    page.keyboard.press("+")
    for key in ("+", "Shift+ArrowLeft", "-", "0"):
        page.keyboard.press(key)
        page.wait_for_timeout(60)
        seen.append(page.locator("#window").inner_text())
    assert len(set(seen[:4])) == 4
    assert seen[0] == seen[4]


def test_table_is_a_table_to_a_screen_reader_and_sorts(page):
    page.click("#view-table")
    assert page.get_by_role("columnheader").all_inner_texts() == ["Date", "Type", "Event", "Status", "Told by"]
    page.get_by_role("columnheader", name="Type").get_by_role("button").click()
    assert page.get_by_role("columnheader", name="Type").get_attribute("aria-sort") == "ascending"
    page.wait_for_timeout(60)
    assert page.locator("tbody .c-type").first.inner_text().strip() == "Accusation"


def test_every_control_has_a_name(page):
    page.locator(".mark").first.click()
    nameless = page.evaluate(
        """() => [...document.querySelectorAll("button, select, input, a[href]")].filter((e) => e.checkVisibility()
             && !(e.getAttribute("aria-label") || e.textContent.trim() || (e.labels && e.labels.length)))
             .map((e) => e.outerHTML)"""
    )
    assert nameless == []


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_page_is_no_wider_than_its_screen(opened, timeline, width):
    page = opened(timeline, viewport={"width": width, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator(".mark").first.click()
    page.click("#view-table")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(opened, timeline, scheme):
    page = opened(timeline, color_scheme=scheme)
    ratios = page.evaluate(
        """() => {
          const probe = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          const light = (color) => {
            probe.fillStyle = color; probe.fillRect(0, 0, 1, 1);
            const [r, g, b] = [...probe.getImageData(0, 0, 1, 1).data].slice(0, 3).map((v) => v / 255)
              .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const style = getComputedStyle(document.documentElement);
          const value = (name) => light(style.getPropertyValue(name)), paper = value("--paper");
          return ["--ink", "--soft", ...[0, 1, 2, 3, 4, 5, 6, 7].map((number) => `--tone${number}`)]
            .map((name) => (Math.max(value(name), paper) + 0.05) / (Math.min(value(name), paper) + 0.05));
        }"""
    )
    assert min(ratios) >= 4.5
