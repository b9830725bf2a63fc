"""What is marked as no part of the article, and what is not."""

import time

import pytest

from eventx.readers.boilerplate import find_boilerplate

BODY = (
    "The envoy of the northern provinces left Lima on Monday after talks with the mayor.\n\n"
    "He denied that his men had shelled the port of Arica in the last days of the siege.\n"
)


def marked(text):
    return [text[start:end] for start, end in find_boilerplate(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Skip to main content",
        "Skip to: Search",
        "MDLGSkip to: Content",
        "Skip to next paragraph",
        "Accessibility links",
        "BREAKING NEWS",
        "XS",
        "Recent posts",
        "Read Comments",
        "Show all comments | Comment on this story",
        "12 Comments",
        "Share on Facebook",
        "Share this article on Twitter",
        "Share | Tweet | Email | Print",
        "Text size: A A A",
        "Advertisement",
        "Story continues below",
        "Read more",
        "© 2016 The Herald. All rights reserved.",
        "This material may not be published or broadcast.",
        "Sign up for our daily newsletter",
        "Follow us on Twitter",
        "Your browser doesn’t support video.",
        "Home | World | Politics | Sport",
        "Ann Ray/Reuters",
        "(AP Photo/Ann Ray)",
        "Photo: Ann Ray",
        "Getty Images",
    ],
)
def test_line_of_a_page_around_an_article_is_marked(line):
    assert marked(f"{line}\n\n{BODY}") == [line]
    assert marked(f"{BODY}\n  {line}  \n\n{BODY}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Envoy Leaves Lima",
        "World News",
        "By Ann Ray / May 3, 2016",
        "LIMA, Peru (AP) --",
        "Share prices fell after the attack on the port.",
        "Readers will skip to the end of the report.",
        "Comment by the mayor was not available on Monday.",
        "Photo: rebels shell the port of Arica, killing 12 people on Monday.",
        "Read more: Rebels Shell Port of Arica",
        "Search teams found twelve bodies under the ruins",
        "• Rebels shelled the port of Arica",
        "The envoy, left, speaks to reporters in Lima, May 3, 2016.",
    ],
)
def test_line_of_an_article_is_not_marked(line):
    assert marked(f"{line}\n\n{BODY}") == []


def test_caption_that_stands_there_twice_is_marked_once():
    caption = "The envoy, left, speaks to reporters in Lima, Peru, May 3, 2016."
    text = f"{caption}\n{caption}\n\n{BODY}"
    assert find_boilerplate(text) == ((len(caption) + 1, 2 * len(caption) + 1),)


def test_summary_that_stands_there_twice_is_kept():
    summary = "Rebels have shelled the port of Arica for the third time this month."
    assert marked(f"{summary}\n\n{summary}\n\n{BODY}") == []


def test_short_lines_around_the_text_are_navigation():
    menu = "World\nPolitics\nScience & Health\nThe Arts"
    assert marked(f"{menu}\n\n{BODY}\n{menu}") == [menu, menu]


def test_short_lines_inside_the_text_are_a_list():
    menu = "World\nPolitics\nScience & Health\nThe Arts"
    assert marked(f"{BODY}\n{menu}\n\n{BODY}") == []


def test_few_short_lines_are_headings():
    assert marked(f"World\nThe Siege\n\n{BODY}") == []


@pytest.mark.parametrize("text", ["", "\n\n", "Rebels", "Rebels fled."])
def test_texts_without_a_page_around_them_have_none(text):
    assert find_boilerplate(text) == ()


@pytest.mark.parametrize(
    "line",
    ["1" * 240, "share " * 39 + "x", "xs" * 119 + "!", "view the the " * 18, "skip to " * 30, "a/" * 119, "Aa " * 79],
)
def test_hostile_lines_are_looked_at_in_no_time(line):
    start = time.process_time()
    find_boilerplate(f"{line}\n" * 1_000)
    assert time.process_time() - start < 20  # a pattern that backtracks would not come back from one of them
