"""What pages, feeds and texts tell of themselves: date, outlet, language, each with where it was found."""

import json

import pytest

from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read.pages.intake import Unreadable, documents_from_bytes

STORY = (
    "<p>"
    + "Kenya's imports of tea from Nepal rose, and the two countries said that they were glad of it. " * 4
    + "</p>"
)
FRENCH = "<p>" + "Les exportations du Chili vers le Pérou ont augmenté de 12 pour cent dans une année. " * 4 + "</p>"


def take(data, name="story", **known):
    return list(documents_from_bytes(data.encode(), name, **known))


def one(data, name="story", **known):
    (found,) = take(data, name, **known)
    assert isinstance(found, Document), found
    return found


def ld(value):
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


NEWS = {"@type": "NewsArticle", "datePublished": "2031-02-03T10:00:00Z", "publisher": {"name": "Example Wire"}, "inLanguage": "en-US"}  # fmt: skip


@pytest.mark.parametrize(
    ("head", "published", "outlet"),
    [
        (ld(NEWS), ("2031-02-03", "json-ld"), ("Example Wire", "json-ld")),
        (ld([{"@type": "Organization", "name": "X"}, NEWS]), ("2031-02-03", "json-ld"), ("Example Wire", "json-ld")),
        (
            ld({"@graph": [{"@type": "WebPage", "datePublished": "2030-01-01"}, NEWS]}),
            ("2031-02-03", "json-ld"),
            ("Example Wire", "json-ld"),
        ),
        (
            ld({"@graph": [{"@type": ["NewsArticle"], "datePublished": "2031-02-03", "publisher": {"@id": "#o"}}, {"@id": "#o", "name": "Example Wire"}]}),
            ("2031-02-03", "json-ld"),
            ("Example Wire", "json-ld"),
        ),
        ('<script type="application/ld+json">{broken</script>' + ld(NEWS), ("2031-02-03", "json-ld"), ("Example Wire", "json-ld")),
        ('<meta property="article:published_time" content="2031-02-03T23:00:00+09:00"><meta property="og:site_name" content="Tea &amp; Co">', ("2031-02-03", "meta"), ("Tea & Co", "meta")),
        ("<meta content='2031-02' name='DC.date'><meta name=dc.publisher content=Wire>", ("2031-02", "meta"), ("Wire", "meta")),
        ('<meta name="pubdate" content="Mon, 03 Feb 2031 10:00:00 GMT">', ("2031-02-03", "meta"), (None, None)),
        ('</head><body><h1>T</h1><time datetime="2031-02-03T10:00">3 Feb</time>', ("2031-02-03", "time"), (None, None)),
        ('</head><body><time datetime="2040-01-01">now</time><h1>T</h1><time datetime="2031-02-03">x</time><time datetime="2039-01-01">x</time>', ("2031-02-03", "time"), (None, None)),
        ('</head><body><time datetime="2040-01-01">a</time><time itemprop="datePublished" datetime="2031-02-03">b</time>', ("2031-02-03", "time"), (None, None)),
        ('<meta name="date" content="03/04/2031">', (None, None), (None, None)),
    ],
)  # fmt: skip
def test_a_page_tells_its_date_and_outlet(head, published, outlet):
    found = one(f"<html><head>{head}</head><body>{STORY}</body></html>")
    assert (found.published and found.published.iso, found.published_from) == published
    assert (found.outlet, found.outlet_from) == outlet


def test_what_is_given_stands_before_what_the_page_tells():
    page = f"<html lang=fr><head>{ld(NEWS)}</head><body>{STORY}</body></html>"
    found = one(page, published=Period.parse("2031-02-04"), outlet="Other", lang="en")
    assert (found.published.iso, found.published_from) == ("2031-02-04", "given")
    assert (found.outlet, found.outlet_from, found.lang, found.lang_from) == ("Other", "given", "en", "given")


@pytest.mark.parametrize(
    ("page", "lang", "origin", "warned"),
    [
        (f"<html lang='en-GB'><body>{STORY}</body></html>", "en", "html", False),
        (f"<html><head><meta property=og:locale content=en_US></head><body>{STORY}</body></html>", "en", "meta", False),
        (f"<html lang='fr'><body>{FRENCH}</body></html>", "fr", "html", False),
        (f"<html lang='en'><body>{FRENCH}</body></html>", "fr", "text", True),
        (f"<html lang='fr'><body>{STORY}</body></html>", "en", "text", True),
        (f"<html><body>{FRENCH}</body></html>", "fr", "text", False),
        (f"<html lang='en'><body><p>{'Торговля между странами выросла. ' * 9}</p></body></html>", "ru", "text", True),
    ],
)
def test_a_language_is_declared_or_told_by_the_words(page, lang, origin, warned):
    found = one(page)
    assert (found.lang, found.lang_from) == (lang, origin)
    assert any("declares the language" in warning for warning in found.warnings) == warned


def test_the_dateline_gives_agency_and_date():
    found = one("Tea\n\nSUVA, 9 December 2009 (PNA) -- Fiji sold tea to Malta.")
    assert (found.outlet, found.outlet_from, found.published.iso) == ("PNA", "dateline", "2009-12-09")
    assert one("SUVA, Dec 9 (PNA) -- Fiji sold tea.", outlet="Other").outlet == "Other"


@pytest.mark.parametrize(
    ("above", "published"),
    [
        ("Tea sales rise\nFebruary 09, 2009 19:08 IST", "2009-02-09"),
        ("Tea sales rise\nFriday, 06 February 2009, 17:50 IST", "2009-02-06"),
        ("Suva Desk | Updated: Oct 05, 2019 21:22 IST", "2019-10-05"),
        ("Updated 6 June 2013\nFirst published: 5 June 2013", "2013-06-05"),
        ("Published: 11:12, 17/12/2013", "2013-12-17"),
        ("Published: 11:12, 05/06/2013", None),
        ("Tea sales rise, it was told on February 9, 2009", None),
        ("SUVA (Example Wire / Other Wire - 10th February, 2023) Fiji is glad of it.", "2023-02-10"),
    ],
)
def test_a_copied_page_is_dated_by_the_stamp_above_its_story(above, published):
    found = one(f"{above}\nFiji sold tea to Malta on 3 January 2007.")
    assert (found.published.iso if found.published else None) == published
    assert found.published_from == ("stamp" if published else None)
    assert any("--published" in warning for warning in found.warnings) == (published is None)


RSS = """<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Example Wire</title><language>en-us</language>
<item><title>One</title><description>short</description><content:encoded><![CDATA[<p>Tea rose &amp; rose.</p>]]></content:encoded>
<dc:date>2031-02-03T10:00:00+01:00</dc:date><guid>g1</guid></item>
<item><title>Two</title><description>Tea fell.</description><source url="https://x.example">Other Wire</source><guid>g2</guid></item>
"""


def test_a_feed_tells_outlet_and_language_of_its_items():
    first, second = take(RSS + "</channel></rss>", "feed.xml")
    assert first.text == "One\n\nTea rose & rose."
    assert (first.published.iso, first.published_from) == ("2031-02-03", "item")
    assert (first.outlet, first.outlet_from, first.lang, first.lang_from) == (
        "Example Wire",
        "channel",
        "en-us",
        "item",
    )
    assert (second.outlet, second.outlet_from) == ("Other Wire", "item")


@pytest.mark.parametrize(
    ("tail", "reasons"),
    [
        ("<item><title>Three</title><descr", ["breaks off before its end"]),
        (
            "<item><title>Three</b></item><item><title>Four</title><guid>g4</guid></item></channel></rss>",
            ["is an item whose XML is not well-formed"],
        ),
        ("", []),
    ],
)
def test_a_feed_that_is_cut_off_gives_the_items_before_the_cut(tail, reasons):
    found = take(RSS + tail, "feed.xml")
    read = [d for d in found if isinstance(d, Document)]
    failed = [u for u in found if isinstance(u, Unreadable)]
    assert [d.id for d in read][:2] == ["g1", "g2"]
    assert (read[0].outlet, read[0].lang) == ("Example Wire", "en-us")
    assert len(failed) == len(reasons)
    for problem, reason in zip(failed, reasons, strict=True):
        assert problem.name == "feed.xml, item 3"
        assert reason in problem.reason


def test_a_feed_may_have_a_document_type_but_no_entities():
    doctype = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://x.example/rss.dtd">'
    assert len(take(doctype + RSS + "</channel></rss>")) == 2
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
        + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
        + "]><rss><item><title>&a9;</title></item></rss>"
    )
    (refused,) = take(bomb)
    assert "refused" in refused.reason


def test_an_item_alone_and_a_feed_with_control_characters():
    assert one("<item><title>Tea\x0b rose</title><guid>1</guid></item>").text == "Tea  rose"
