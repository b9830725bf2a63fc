"""RSS and Atom files: one article an entry."""

import datetime as dt
import io
import time

import pytest

from eventx.errors import SourceError
from eventx.readers.feeds import FeedReader

for needed in ("feedparser", "lxml"):
    pytest.importorskip(needed, reason="Feeds are not tested: pip install 'eventx-core[feeds]'")


def read(data, **options):
    return list(FeedReader(**options).read(io.BytesIO(data.encode() if isinstance(data, str) else data), "wire.rss"))


def rss(*items, head="<title>Coastal News</title><language>en-us</language>"):
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f'<?xml version="1.0"?><rss version="2.0" {space}><channel>{head}{"".join(items)}</channel></rss>'


ITEM = """<item><title>Blast &lt;b&gt;hits&lt;/b&gt; Selby</title><guid isPermaLink="false">cn-7</guid>
<link>https://news.example/7</link><pubDate>Sat, 09 Mar 2024 23:30:00 -0500</pubDate>
<description>&lt;p&gt;A blast.&lt;/p&gt;</description>
<content:encoded><![CDATA[<h2>Selby</h2><p>A bomb  <i>exploded</i>.</p><script>run()</script>
<p>Two fled.</p>]]></content:encoded>
</item>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Herald</title><entry><id>urn:7</id>
<title>Blast &amp; flight</title><updated>2024-03-09T08:00:00Z</updated><link href="https://news.example/7"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A bomb exploded.</p><p>Two fled.</p></div></content>
</entry></feed>"""


def test_item_of_rss_becomes_an_article():
    (article,) = read(rss(ITEM))
    assert article.text == "Selby\nA bomb exploded.\nTwo fled."
    assert (article.id, article.title, article.url) == ("cn-7", "Blast hits Selby", "https://news.example/7")
    assert (article.source, article.language) == ("Coastal News", "en")


def test_day_is_that_of_where_it_was_published():
    (article,) = read(rss(ITEM))
    assert (article.published_day, article.published_source) == (dt.date(2024, 3, 9), "metadata")


def test_entry_of_atom_becomes_an_article():
    (article,) = read(ATOM)
    assert article.text == "A bomb exploded.\nTwo fled."
    assert (article.id, article.title, article.source) == ("urn:7", "Blast & flight", "Herald")
    assert (article.published_day, article.published_source) == (dt.date(2024, 3, 9), "updated")
    assert article.language == "de"


def test_summary_is_the_text_of_an_entry_without_content():
    (article,) = read(rss("<item><description>A bomb exploded &amp;amp; 5 &lt; 6.\n\nTwo fled.</description></item>"))
    assert article.text == "A bomb exploded & 5 < 6.\n\nTwo fled."


def test_title_is_the_text_of_an_entry_with_nothing_else():
    assert read(rss("<item><title>Bomb explodes in Selby</title></item>"))[0].text == "Bomb explodes in Selby"


def test_entry_without_an_id_is_known_by_its_link_or_else_by_its_number():
    linked, bare = (
        "<item><title>One</title><link>https://news.example/1</link></item>",
        "<item><title>Two</title></item>",
    )
    assert [one.id for one in read(rss(linked, bare))] == ["https://news.example/1", "wire:2"]


def test_entry_without_text_is_reported_and_the_others_are_read():
    article, error, other = read(rss(ITEM, "<item/>", "<item><title>Two fled</title></item>"))
    assert isinstance(error, SourceError)
    assert str(error) == "wire.rss:2: the entry has no text"
    assert (article.id, other.id) == ("cn-7", "wire:3")


@pytest.mark.parametrize("link", ["javascript:alert(1)", "urn:7", "file:///etc/hosts"])
def test_link_that_leads_to_no_page_is_left_out(link):
    assert read(rss(f"<item><title>One fled</title><link>{link}</link></item>"))[0].url is None


def test_impossible_date_is_none():
    assert read(rss("<item><title>One fled</title><pubDate>some day</pubDate></item>"))[0].published is None


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "the file is empty"),
        ("<a/>", "no RSS or Atom feed"),
        ("<html><body><p>Two fled.</p></body></html>", "a web page is read as .html"),
        ("https://news.example/feed", "no RSS or Atom feed"),
        (b"\0\1\2", "no RSS or Atom feed"),
    ],
)
def test_what_is_no_feed_is_an_error(data, message):
    with pytest.raises(SourceError, match=message):
        read(data)


def test_feed_without_entries_has_no_articles():
    assert read(rss()) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "declared",
    ['<!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">', '<!ENTITY a "&b;&b;">', '<!ENTITY a SYSTEM "file:///a">'],
)
def test_entities_that_could_fill_the_memory_are_refused(declared, encoding):
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE rss [{declared}]><rss version="2.0"><channel/></rss>'
    with pytest.raises(SourceError, match="declares XML entities"):
        read(text.encode(encoding))


def test_entity_for_a_character_is_read():
    text = rss("<item><title>Two&nbsp;fled</title></item>").replace(
        "<rss", '<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]><rss', 1
    )
    assert read(text)[0].title == "Two fled"


def test_entry_with_attributes_without_end_is_refused_and_the_others_read():
    tag = "&lt;p " + " ".join(f"a{number}" for number in range(200_000)) + "&gt;Rebels fled."
    bad, good = read(rss(f"<item><title>Bad</title><description>{tag}</description></item>", ITEM))
    assert "cannot be read: a tag in it has 200,001 attributes" in str(bad)
    assert good.id == "cn-7"


def test_feed_with_attributes_without_end_is_refused():
    tag = "<item " + " ".join(f"a{number}='x'" for number in range(200_000)) + "/>"
    with pytest.raises(SourceError, match="a tag in it has 200,001 attributes"):
        read(rss(tag))


def test_broken_feed_is_read_as_far_as_it_goes():
    assert read(rss(ITEM)[:-40])[0].id == "cn-7"


def test_feed_above_the_limit_is_refused():
    with pytest.raises(SourceError, match="more than 100 bytes"):
        read(rss(ITEM), max_bytes=100)


def test_long_feed_is_read_in_time_linear_in_its_length():
    def seconds(count):
        data = rss(*(ITEM.replace("cn-7", f"cn-{number}") for number in range(count)))
        start = time.process_time()
        assert len(read(data)) == count
        return time.process_time() - start

    seconds(10)
    assert seconds(400) < 30 * seconds(40)
