"""What of an input is told once, by whom and when: copies, hidden elements, round-ups, letters, broken words. All are invented."""

import pytest

from tieline.model.claims import Measure
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read.pages.intake import documents_from_bytes
from tieline.read.reader import read_documents
from tieline.workspace.inputs import Given, documents_of

ROSE = "Malta's exports to Tunisia rose 7 percent to $41 million in 2029."
FELL = "Fiji's imports from Tonga fell 3 percent to $52 million in 2029."


def documents(data, name="story"):
    data = data.encode() if isinstance(data, str) else data
    return [d for d in documents_from_bytes(data, name) if isinstance(d, Document)]


def measures(data, name="story"):
    return [c for r in read_documents(documents(data, name)) for c in r.claims if isinstance(c, Measure)]


def flows(data):
    return [(m.reporter, m.partner, m.value or m.change_pct) for m in measures(data)]


BOTH = [("MLT", "TUN", 41_000_000), ("FJI", "TON", 52_000_000)]


@pytest.mark.parametrize(
    "text",
    [
        f"{ROSE}\n\nTraders in Valletta were glad of it.\n\n{ROSE}\n\n{FELL}",
        f"{ROSE}\n\n{FELL}\n\n{ROSE}\n\n{FELL}",
        f"<article><p class=standfirst>{ROSE}</p><p>By Jane Roe</p><p>{ROSE}</p><p>{FELL}</p></article>",
        f"{ROSE}\n\n{FELL}\n\nSign up to our letter\nGet the news on Chad's $8 million exports to Mali in your inbox.",
        f"{ROSE}\n\n{FELL}\n\n2 comments\n\nPoe\n\nChad's exports to Mali were $8 million in 2029.\n\nReply",
        f"{ROSE}\n\n{FELL}\n\nLeave a comment\n\nChad's exports to Mali were $8 million in 2029.",
        f"Latest\nChad's exports to Mali jump 8 percent in June\nPeru's exports to Cuba jump 9 percent\n\nTea sells\n\n{ROSE} {FELL}",
        f"<div hidden>Chad's exports to Mali were $8 million in 2029.</div><p>{ROSE}</p><p>{FELL}</p>",
        f"<template><p>Chad's exports to Mali were $8 million.</p></template><p>{ROSE}</p><p>{FELL}</p>",
        f"<amp-sidebar><ul><li>Chad's exports to Mali jump 8 percent</ul></amp-sidebar><p>{ROSE}</p><p>{FELL}</p>",
    ],
)
def test_each_figure_of_the_story_is_read_once_and_no_other(text):
    assert flows(text) == BOTH


def test_a_caption_that_stands_twice_with_its_credit_is_read_nowhere():
    caption = "Maltese wine worth $9 million was sold to Tunisia in 2028. (Reuters/Jane Roe)"
    page = (
        f"{caption}\n{caption}\nMalta sells more\nVALLETTA (Reuters) - {ROSE}\n{caption}\nTunisia is pleased with it."
    )
    assert flows(page) == BOTH[:1]


def test_a_story_that_a_script_is_to_show_is_read():
    page = f"<html><body><div style='display:none'><p>{ROSE}</p><p>{FELL}</p></div><p>Wait.</p></body></html>"
    assert flows(page) == BOTH


def test_a_block_behind_an_embedded_post_is_kept():
    post = (
        '<blockquote class="twitter-tweet"><p>We win!</p>&mdash; Poe (@poe) <a href="#">May 10, 2029</a></blockquote>'
    )
    page = (
        "<!DOCTYPE html><html><body><main><h1>Trade as it happened</h1>"
        f'<article class="block"><h2>More wine</h2><p>{ROSE}</p>{post}</article>'
        f'<article class="block"><h2>Less fish</h2><p>{FELL}</p></article></main></body></html>'
    )
    assert flows(page) == BOTH
    assert "Less fish" in documents(page)[0].text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "MADRID (EFE) - Spain's exports to Mali rose 5 percent in 2029.\n\nLIMA (EFE) - Exports to Chile fell 3 percent in 2029.",
            [("ESP", "MLI", 5), ("PER", "CHL", -3)],
        ),
        (
            "MALTA\n\nExports to Tunisia rose 7 percent in 2029.\n\nFIJI\n\nExports to Tonga fell 3 percent in 2029. Imports rose 2 percent.",
            [("MLT", "TUN", 7), ("FJI", "TON", -3), ("FJI", "TON", 2)],
        ),
        (
            "Trade in brief\n\n1. MALTA-TUNISIA: Exports to Tunisia rose 7 percent in 2029.\n2. FIJI: Exports to Tonga fell 3 percent in 2029.",
            [("MLT", "TUN", 7), ("FJI", "TON", -3)],
        ),
        (  # headings that name whom one country sells to are no stories of their own
            "Malta's exports fell in 2029.\n\nTunisia\n\nExports to Tunisia fell 3 percent.\n\nLibya\n\nExports to Libya rose 4 percent.",
            [("MLT", "TUN", -3), ("MLT", "LBY", 4)],
        ),
    ],
)
def test_the_stories_of_a_round_up_stand_alone(text, expected):
    found = measures(text)
    assert [(m.reporter, m.partner, m.change_pct) for m in found] == expected
    assert all(text[m.quote.start : m.quote.end] == m.quote.exact for m in found)
    assert found[-1].quote.prefix in text


@pytest.mark.parametrize(
    ("line", "reporter"),
    [
        ("LONDON--(NEWS WIRE)--", "MLT"),
        ("Kampala, Uganda | URN | ", "MLT"),
        ("(Kampala) - ", "MLT"),
        ("3 May 2029, Nairobi (ECNS) - ", "MLT"),
        ("MOSCOW, April 23, 2029 (Itar-Tass) ", "MLT"),
    ],
)
def test_a_dateline_is_no_country_of_the_story(line, reporter):
    (found,) = measures(line + ROSE)
    assert (found.reporter, found.partner) == (reporter, "TUN")
    assert found.quote.exact.startswith("Malta")


@pytest.mark.parametrize(
    ("page", "day"),
    [
        ('<meta name="date" content="07/24/2029">', "2029-07-24"),
        ('<meta property="article:published_time" content="0001-01-01T00:00:00Z"><p>Published 24 July 2029</p>', "2029-07-24"),
        ('<meta property="article:modified_time" content="2031-03-04"><h1>Tea</h1><p>Published 24 July 2029</p>', "2029-07-24"),
        (
            ('<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","datePublished":"2011-02-03"}]}</script>'
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2029-07-24"}</script>'),
            "2029-07-24",
        ),
    ],
)  # fmt: skip
def test_a_page_is_dated_by_what_is_its_own(page, day):
    (found,) = documents(f"<html><body>{page}<article><p>{ROSE}</p></article></body></html>")
    assert found.published == Period.parse(day)


@pytest.mark.parametrize(
    ("above", "day"),
    [
        ("Posted on May 3, 2029 by admin", "2029-05-03"),
        ("World trade round-up, 12 April 2029", "2029-04-12"),
        ("2029-05-03 10:12:33 Xinhua", "2029-05-03"),
    ],
)
def test_a_copy_is_dated_by_its_first_lines(above, day):
    assert documents(f"{above}\n\n{ROSE}")[0].published == Period.parse(day)


def test_a_letter_is_decoded_and_dated_by_its_header():
    letter = (
        b"From: Suva Desk <desk@wire.example>\nSubject: Fwd: Fish\nDate: Tue, 05 Mar 2030 10:00:00 +0000\nMIME-Version: 1.0\n"
        b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        b"Fiji=E2=80=99s exports to Tonga rose 6 percent to $6=\n6 million last month.\n"
    )
    (found,) = documents(letter, "fish.eml")
    assert (found.published_from, found.outlet, found.text[:4]) == ("mail", "Suva Desk", "Fish")
    (measure,) = measures(letter, "fish.eml")
    assert (measure.value, measure.period) == (66_000_000, Period.parse("2030-02"))


def test_words_broken_at_the_end_of_a_line_are_whole_and_quoted_as_given():
    text = "Malta's im-\nports from Tu-\nnisia in-\ncreased by 12 per cent to 5 mil-\nlion euros in 2029, a high-\nquality year."
    (found,) = measures(text)
    assert (found.indicator, found.partner, found.value, found.change_pct) == ("imports", "TUN", 5_000_000, 12)
    assert found.quote.exact == text[found.quote.start : found.quote.end]
    assert found.quote.exact.startswith("Malta's im-\nports")


def test_an_id_that_stands_for_two_texts_is_said():
    first, again, other = (Document("a", text, Period.parse("2030")) for text in (ROSE, ROSE, FELL))
    told = [d.warnings for d in documents_of([first, again, other], Given())]
    assert told[:2] == [(), ()]
    assert "another text" in told[2][0]
