"""Markdown is plain text: its marks disturb nothing, and offsets count in the text as it was given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieline.model.documents import Document
from tieline.read import read_documents
from tieline.read.pages.intake import documents_from_bytes
from tieline.read.pages.layout import lay_out
from tieline.read.pages.markdown import front_matter, front_matter_end, unmarked

NOTE = """---
title: "Chile sells more copper"
date: 2031-07-10
outlet: Example Wire
lang: en
url: https://wire.example/copper
---

# Copper

![Copper at the port](https://x.example/port_of_chile.jpg "Port")

Chile's **copper exports** to [Portugal](https://x.example/a_(b)_c "Tea") rose by *12.5 percent* to **$180 million** in
the first half of 2031, the Chilean customs service said.

## Outlook

> Chile's imports from Portugal fell 4 percent to $20 million in the first half of 2031.

- Fish from Portugal: `5` tonnes

[1]: https://x.example/notes
"""


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("**Trade** grew", "Trade grew"),
        ("__Trade__ and _tea_ and *rice* grew", "Trade and tea and rice grew"),
        ("a snake_case_name and 2 * 3 * 4", "a snake_case_name and 2 * 3 * 4"),
        ("## Outlook ##", "Outlook"),
        ("[Peru](https://x.example/a_b) sold", "Peru sold"),
        ("[**Peru**][1] sold", "Peru sold"),
        ("![a ship](x.jpg) Peru sold", "Peru sold"),
        ("> quoted", "quoted"),
        ("Tea\n===\nfell", "Tea fell"),
        ("<https://x.example/a> fell<br>and rose", "fell and rose"),
        ("It cost \\$5[^1] a kilo.", "It cost $5 a kilo."),
        ("[1]: https://x.example", ""),
        ("a [b] (c) and 5 < 6 > 4, #1 of [all]", "a [b] (c) and 5 < 6 > 4, #1 of [all]"),
    ],
)
def test_marks_become_blanks(text, bare):
    made = unmarked(text)
    assert len(made) == len(text)
    assert made.split() == bare.split()


@given(st.text(alphabet="*_[]()!#>`~\\<>ab .\n-=:/^", max_size=80))
def test_blanks_alone_are_put_in(text):
    made = unmarked(text)
    assert len(made) == len(text)
    assert all(a in {b, " "} for a, b in zip(made, text, strict=True))


def test_the_front_matter_tells_what_it_can():
    (found,) = documents_from_bytes(NOTE.encode(), "note.md")
    assert (found.published.iso, found.published_from) == ("2031-07-10", "front matter")
    assert (found.outlet, found.outlet_from) == ("Example Wire", "front matter")
    assert (found.lang, found.lang_from, found.url) == ("en", "front matter", "https://wire.example/copper")
    assert (found.text, found.raw) == (NOTE, None)
    assert front_matter('+++\ntitle = "Tea"\ndate = 2031-02-03\n+++\n') == {"title": "Tea", "date": "2031-02-03"}
    assert front_matter_end("---\n\nTrade grew.\n\n---\n") == 0


def test_layout_passes_over_front_matter_and_images():
    parts = {NOTE[b.start : b.end].split("\n", maxsplit=1)[0]: b.part for b in lay_out(NOTE).blocks}
    assert parts["Chile sells more copper"] == "headline"
    assert parts["date: 2031-07-10"] == "noise"
    assert "noise" not in {part for words, part in parts.items() if words.startswith(("Chile's", "Fish", "Outlook"))}


def test_claims_are_read_and_quoted_as_given():
    (found,) = documents_from_bytes(NOTE.encode(), "note.md")
    (result,) = read_documents([found])
    measures = {(c.indicator, c.change_pct, c.value) for c in result.claims if c.kind == "measure"}
    assert ("exports", 12.5, 180e6) in measures
    assert ("imports", -4, 20e6) in measures
    for claim in result.claims:
        assert NOTE[claim.quote.start : claim.quote.end] == claim.quote.exact


def test_markup_inside_markdown_stays_plain_text():
    text = "Trade grew.<br>\n\n<p>Tea</p> fell in the year."
    (found,) = documents_from_bytes(text.encode(), "note.md")
    assert isinstance(found, Document)
    assert (found.text, found.raw) == (text, None)
