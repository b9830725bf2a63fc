"""Makes the pictures in docs/pictures from the example articles.

Needs eventx-core[browser], eventx-rules and a Chromium: ``python docs/tools/make_pictures.py``.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

import eventx

DOCS = Path(__file__).parents[1]
PICTURES = DOCS / "pictures"
CHROMIUM = os.environ.get("EVENTX_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def main() -> None:
    """Write every picture anew."""
    articles = list(eventx.read_articles(DOCS / "examples" / "articles"))
    timeline = eventx.build_timeline(articles)
    attack = max(timeline.of_type("ATTACK"), key=lambda event: len(event.articles))
    article = next(article for article in articles if article.id == "harbour-3")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder, "page.html")
        eventx.export_timeline(timeline.visible(), page)
        notebook = Path(folder, "notebook.html")
        shown = article.marked(eventx.extract([article]))._repr_html_()
        notebook.write_text(f"<body style='font:15px system-ui;margin:20px'>{shown}", encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        shoot(browser, page, "page", 1200, 760)
        shoot(browser, page, "page-event", 1200, 760, address=f"#{attack.event_id}", color_scheme="dark")
        shoot(browser, page, "page-phone", 390, 760, is_mobile=True)
        shoot(browser, notebook, "notebook", 720, 460)
        browser.close()


def shoot(browser: Any, path: Path, name: str, width: int, height: int, *, address: str = "", **options: Any) -> None:
    """Take a picture of a page at a size."""
    context = browser.new_context(viewport={"width": width, "height": height}, **options)
    page = context.new_page()
    page.goto(path.as_uri() + address)
    page.wait_for_timeout(300)
    page.screenshot(path=PICTURES / f"{name}.png")
    context.close()


if __name__ == "__main__":
    main()
