"""Bytes to documents: what is recognised, how text is taken out of markup, what is said of the rest."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read.pages.intake import MAX_BYTES, Unreadable, documents_from_bytes

PARAGRAPH = "Kenya's imports of tea from Nepal hit a record high last year, a newspaper reported on Monday. "
PAGE = f"""<!doctype html><html lang="en-GB"><head><title>Tea | Example Wire</title>
<meta property="og:site_name" content="Example Wire"><meta property="article:published_time" content="2031-02-03T23:30:00+05:45">
<link rel="canonical" href="https://wire.example/2031/tea"></head><body><nav>Home Markets</nav>
<article><h1>Tea sets a record</h1>{"".join(f"<p>{PARAGRAPH}{n}</p>" for n in range(6))}
<table><tr><td>Imports</td><td>38.8</td></tr></table></article><script>track("x")</script>
<footer>Copyright 2040</footer></body></html>"""
ITEM = """<item><title>Tea &amp; trade</title><link>https://wire.example/a</link>
<description><![CDATA[<p>Kenya&#8217;s imports rose.</p><p>Nepal sold more.</p>]]></description>
<pubDate>Mon, 03 Feb 2031 23:30:00 +0545</pubDate><dc:creator>A. B.</dc:creator></item>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>
<entry><title>One</title><id>urn:1</id><link rel="self" href="https://x.example/self"/><link href="https://x.example/1"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Tea rose.</p><p>AT&amp;T fell.</p></div></content>
<published>2031-02-03T10:00:00Z</published></entry>
<entry><title>Two</title><id>urn:2</id><summary>Short &lt;b&gt;bold&lt;/b&gt; R&D</summary><updated>2031-02</updated></entry></feed>"""


def take(data, name="story", **known):
    data = data.encode() if isinstance(data, str) else data
    return list(documents_from_bytes(data, name, **known))


def one(data, name="story", **known):
    (found,) = take(data, name, **known)
    assert isinstance(found, Document), found
    return found


def test_plain_text_is_kept_as_given():
    text = "\n\nLISBON, July 10 (Lusa) - Trade grew.\r\n\r\nRELATED a < b & c > d\r\n"
    found = one(text, "a.txt", published=Period.parse("2031-07-10"), outlet="Lusa", lang="en")
    assert (found.id, found.text, found.raw, found.outlet, found.lang) == ("a.txt", text, None, "Lusa", "en")
    assert (found.published.iso, found.published_from, found.warnings) == ("2031-07-10", "given", ())


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("SEOUL, March 17, 2015 (UPI) -- Trade grew.", "2015-03-17"),
        ("Headline\n\nSEOUL, 17 March 2015 (UPI) -- Trade grew.", "2015-03-17"),
        ("SEOUL, March 17 (UPI) -- Trade grew.", None),
        ("Trade grew in 2015.", None),
    ],
)
def test_only_a_dateline_with_a_year_dates_a_text(text, published):
    found = one(text)
    assert (found.published and found.published.iso) == published
    assert bool(published) != any("no publication date" in warning for warning in found.warnings)


def test_json_lines_stand_each_for_itself():
    lines = [
        json.dumps({"id": "a", "text": "Tea.", "published": "2031-02", "url": "https://x.example/a", "more": 1}),
        "{broken",
        "",
        json.dumps({"id": "b"}),
        '"a string"',
        json.dumps({"id": "c", "text": "Tea.", "published": "3 Feb"}),
        json.dumps({"id": "d", "text": "  "}),
        json.dumps({"claim_id": "x#1", "document": "x"}),
        json.dumps({"text": "No id.", "published": "2031-02-03T10:00:00Z"}),
    ]
    found = take("\n".join(lines), "docs.jsonl")
    texts = [x for x in found if isinstance(x, Document)]
    failed = [x for x in found if isinstance(x, Unreadable)]
    assert [x.id for x in texts] == ["a", "c", "docs.jsonl, line 9"]
    assert [x.published and x.published.iso for x in texts] == ["2031-02", None, "2031-02-03"]
    assert any("no ISO date" in warning for warning in texts[1].warnings)
    assert [x.name.partition(" (")[0] for x in failed] == [f"docs.jsonl, line {n}" for n in (2, 4, 5, 7, 8)]
    assert "it is a claim" in failed[-1].reason


@pytest.mark.parametrize(
    "data", ['{"id": "a",\n "text": "Tea."}', '[{"id": "a", "text": "Tea."}]', '\ufeff{"id": "a", "text": "Tea."}\n']
)
def test_one_object_an_array_and_a_byte_order_mark(data):
    assert (one(data).id, one(data).text) == ("a", "Tea.")


def test_a_line_may_hold_markup():
    text = "<p>RELATED: Nepal tea prices slump</p>\n<p>Kenya&#8217;s imports of tea from Nepal hit a record high last year.</p>"
    found = one(json.dumps({"id": "ex-2", "text": text, "published": "2031-02-03"}))
    assert (
        found.text == "RELATED: Nepal tea prices slump\nKenya’s imports of tea from Nepal hit a record high last year."
    )
    assert found.raw == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<div>A<div>B</div>C<br>D &amp; E&nbsp;F</div>", "A\nB\nC\nD & E F"),
        ("<ul><li>A</li><li>B <b>b</b>,<i>c</i></li></ul>", "A\nB b,c"),
        ("<table><tr><th>X</th><td>1</td></tr><tr><td>Y</td><td>2</td></tr></table>", "X 1\nY 2"),
        ("<p>A</p><script>var x = '<p>no</p>';</script><style>p{}</style><!-- no --><nav>Home</nav>", "A"),
        ("<pre>a  b\nc</pre>", "a b\nc"),
        ("<p>unclosed <b>x<p>next", "unclosed x\nnext"),
        ("Text first.<br/>Then &#146;more&#8221;", "Text first.\nThen ’more”"),
    ],
)
def test_each_block_of_a_fragment_is_a_line(markup, text):
    assert one(markup).text == text


def test_a_page_gives_its_text_and_what_its_head_tells():
    found = one(PAGE, "page.html")
    assert found.text.startswith("Tea sets a record\nKenya's imports")
    assert "38.8" in found.text
    assert not any(noise in found.text for noise in ("track", "Home Markets", "Copyright"))
    assert (found.published.iso, found.published_from) == ("2031-02-03", "meta")
    assert (found.outlet, found.lang, found.url) == ("Example Wire", "en", "https://wire.example/2031/tea")
    assert found.raw == PAGE
    given_date = one(PAGE, "page.html", published=Period.parse("2031-02-04"))
    assert (given_date.published.iso, given_date.published_from) == ("2031-02-04", "given")


def test_a_page_without_a_date_is_not_dated_by_today():
    found = one("<html><body><p>" + PARAGRAPH * 5 + "</p><footer>Copyright 2026</footer></body></html>")
    assert found.published is None
    assert found.warnings


def test_an_item_keeps_the_id_it_was_given():
    found = one(json.dumps({"id": "mine", "text": ITEM}))
    assert found.id == "mine"
    assert found.text == "Tea & trade\n\nKenya’s imports rose.\nNepal sold more."
    assert (found.published.iso, found.url, found.raw) == ("2031-02-03", "https://wire.example/a", ITEM)


def test_a_feed_gives_its_items():
    first, second = take(ATOM, "feed.xml")
    assert (first.id, first.url, first.text) == (
        "https://x.example/1",
        "https://x.example/1",
        "One\n\nTea rose.\nAT&T fell.",
    )
    assert (second.id, second.text, second.published.iso) == ("urn:2", "Two\n\nShort bold R&D", "2031-02")


@pytest.mark.parametrize(
    ("text", "charset", "said"),
    [
        ("Café “trade” – 5 €", "cp1252", "windows-1252, which was detected"),
        ("North Korea’s “trade” with Côte d’Ivoire – 5 €", "mac_roman", "Mac Roman, which was detected"),
        ("Café trade", "utf-8", None),
        ("Café trade", "utf-8-sig", None),
        ("Café trade grew", "utf-16", "utf-16, by its byte order mark"),
        ("Trade grew by 5 percent", "utf-16-le", "utf-16-le, which was detected"),
        ("<meta charset=windows-1251><p>Торговля</p>", "cp1251", "cp1251, by its own declaration"),
        ("<meta charset='shift_jis'><p>貿易</p>", "cp932", "cp932, by its own declaration"),
        ("Торговля между странами выросла, сообщает агентство. " * 4, "cp1251", "which was detected"),
    ],
)
def test_charsets_are_declared_or_detected_and_said(text, charset, said):
    found = one(text.encode(charset))
    assert found.text == text.replace("<meta charset=windows-1251><p>", "").replace(
        "<meta charset='shift_jis'><p>", ""
    ).replace("</p>", "")
    spoken = [warning for warning in found.warnings if "publication date" not in warning]
    assert (said is None and spoken == []) or said in spoken[0]


def test_utf8_with_a_few_bad_bytes_stays_utf8():
    found = one("Zürich – Genève – Malmö".encode() + b"\xff and more")
    assert found.text == "Zürich – Genève – Malmö\ufffd and more"
    assert "1 place" in found.warnings[0]


def test_nul_bytes_in_plain_text_become_spaces_and_half_letters_are_marked():
    assert (
        one("Trade\0grew by five percent in the year, and more was expected to come of it soon.").text[:10]
        == "Trade grew"
    )
    assert one('{"id": "a", "text": "x\\ud800y\\u0000z"}').text == "x\ufffdy z"


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.txt", "is empty"),
        (b" \r\n\t", "a.txt", "is empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "a.txt", "is a PDF, not text; save the story as text or HTML"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a.txt", "is a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a.txt", "is a JPEG image"),
        (b"RIFF\0\0\0\0WEBP", "a.txt", "is an image"),
        (b"PK\x03\x04\x14\0", "a.docx", "is a zip archive or an Office file"),
        (b"\x1f\x8b\x08\0", "a.gz", "is a gzip archive, not text; unpack it"),
        (bytes(range(256)) * 20, "a.bin", "is binary data"),
        (b"year,value\n2014,1\n", "a.csv", "`tieline load`"),
        (b"PAR1\0\0", "a.parquet", "`tieline load`"),
        (b"x" * (MAX_BYTES + 1), "a.txt", "a text may have 20"),
        (b'{"id": "a", "text": ', "a.json", "is no JSON"),
        (b"[1]", "a.json", "is no JSON object"),
        (b"<html><body><script>app()</script></body></html>", "a.html", "markup without a text"),
        (b"<rss><channel></channel></rss>", "a.xml", "a feed without an item"),
        (b"<rss><channel><item><title>A</channel></rss>", "a.xml", "not well-formed"),
        (b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aa">]><rss><item><title>&a;</title></item></rss>', "a.xml", "is refused"),
        (b"<item><guid>1</guid></item>", "a.xml", "without a text"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(data, name, reason):
    (found,) = take(data, name)
    assert isinstance(found, Unreadable)
    assert reason in found.reason
    assert found.name == name


def test_text_that_only_looks_like_json_or_a_feed_stays_text():
    for text in ("{Editor's note} Trade grew.", "[Updated] Trade grew.", "Trade grew by <5 percent> in 2014"):
        assert one(text).text == text


@given(st.binary(max_size=300))
def test_no_bytes_raise(data):
    for found in documents_from_bytes(data, "x"):
        assert isinstance(found, Document | Unreadable)
        if isinstance(found, Document):
            found.text.encode()  # no half characters: the ledger can store it


@given(st.text(alphabet="<>/abp&;#x! \"'=-[]", max_size=60))
def test_no_markup_raises(text):
    assert list(documents_from_bytes(text.encode(), "x"))
