"""The reader's parts on tables worked by hand: figures, datelines, page noise, sentences; and texts of any kind."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents
from tieline.read.numbers.figures import find_figures
from tieline.read.pages.dateline import find_dateline
from tieline.read.pages.layout import lay_out
from tieline.read.syntax.sentences import plain, split_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("worth $10.2 million", [("money", 10_200_000, "USD", None)]),
        ("Kenya sent Chile up to 3,000 tonnes", [("quantity", 3000, "t", "at_most")]),
        ("demand pushed sales up to $3 million", [("money", 3_000_000, "USD", None)]),
        ("two PC brands, up 6 pc", [("percent", 6, "percent", None)]),
        ("82.17 mln dlrs", [("money", 82_170_000, "USD", None)]),
        ("1.2 bln marks", [("money", 1_200_000_000, "DEM", None)]),
        (
            "22,201bn yen ($214.6bn; £114.5bn)",
            [("money", 22_201e9, "JPY", None), ("money", 214.6e9, "USD", None), ("money", 114.5e9, "GBP", None)],
        ),
        ("US$38.8 million", [("money", 38_800_000, "USD", None)]),
        ("4.1 lakh crore rupees", [("money", 4.1e12, None, None)]),
        ("31 million Fiji dollars", [("money", 31e6, "FJD", None)]),
        ("400 mln Norwegian crowns", [("money", 400e6, "NOK", None)]),
        ("C$17 billion", [("money", 17e9, "CAD", None)]),
        ("EUR 4 million", [("money", 4e6, "EUR", None)]),
        ("a $300 price", [("money", 300, "USD", None)]),
        ("up almost 32 percent", [("percent", 32, "percent", "almost")]),
        ("fell 14.9 pct", [("percent", 14.9, "percent", None)]),
        ("more than 90 per cent", [("percent", 90, "percent", "over")]),
        ("at least 5%", [("percent", 5, "percent", "at_least")]),
        ("up to 30 pct", [("percent", 30, "percent", "at_most")]),
        ("five to six percent", [("percent", 5, "percent", "between")]),
        ("a third of exports", [("percent", 33.3, "percent", None)]),
        ("two-thirds of it", [("percent", 66.7, "percent", None)]),
        ("three in every four visitors", [("percent", 75, "percent", None)]),
        ("in the first half of the year", []),
        ("in the third quarter", []),
        ("nearly doubled", [("multiple", 100, "percent", "almost")]),
        ("a threefold rise", [("multiple", 200, "percent", None)]),
        ("halved", [("multiple", -50, "percent", None)]),
        ("20,000 tonnes of rice", [("quantity", 20_000, "t", None)]),
        ("45,000t of rice", [("quantity", 45_000, "t", None)]),
        ("half a million tonnes", [("quantity", 500_000, "t", None)]),
        ("50,000 barrels per day", [("quantity", 50_000, "bbl", None)]),
        ("2.4 billion cubic metres", [("quantity", 2.4e9, "m3", None)]),
        ("152,000 visitors", [("quantity", 152_000, "people", None)]),
        ("from 72 to 247 million euros", [("money", 72e6, "EUR", None), ("money", 247e6, "EUR", None)]),
        (
            "rose to 15.7 billion dlrs from 13.1 billion",
            [("money", 15.7e9, "USD", None), ("money", 13.1e9, "USD", None)],
        ),
        ("swelled by $1.4 billion to $17 billion", [("money", 1.4e9, "USD", None), ("money", 17e9, "USD", None)]),
        (
            "from 12 billion dlrs in 1980 to 62 billion dlrs",
            [("money", 12e9, "USD", None), ("money", 62e9, "USD", None)],
        ),
        ("between 5 and 7 million euros", [("money", 5e6, "EUR", "between")]),
        ("sold at $140 a tonne", []),
        ("the 66th anniversary", []),
        ("on May 9, 2015", []),
    ],
)
def test_figures(text, expected):
    assert [(f.kind, pytest.approx(f.value), f.unit, f.bound) for f in find_figures(text)] == expected


@given(st.text(max_size=200))
def test_figures_stand_inside_their_text(text):
    for figure in find_figures(plain(text)):
        assert 0 <= figure.start <= figure.core < figure.end <= len(text)


@pytest.mark.parametrize(
    ("text", "place", "month", "day", "agency", "rest"),
    [
        ("SEOUL, March 17 (UPI) -- Trade grew.", "SEOUL", 3, 17, "UPI", "Trade grew."),
        ("MEXICO CITY, Oct. 10 (EFE) -- After years", "MEXICO CITY", 10, 10, "EFE", "After years"),
        ("WASHINGTON, March 26 - The U.S.", "WASHINGTON", 3, 26, None, "The U.S."),
        ("KAMPALA — Uganda accused", "KAMPALA", None, None, None, "Uganda accused"),
        ("SUVA, 9 DECEMBER 2009 (PNA) --- Fiji", "SUVA", 12, 9, "PNA", "Fiji"),
        ("TOKYO (Reuters) - Japan said", "TOKYO", None, None, "Reuters", "Japan said"),
        ("ASTANA. July 5. The President", "ASTANA", 7, 5, None, "The President"),
        ("MOSCOW, April 23. /TASS/. Russia and Oman", "MOSCOW", 4, 23, "TASS", "Russia and Oman"),
        ("Abuja - Total trade", "Abuja", None, None, None, "Total trade"),
        ("Riyadh is calm. Trade grew", None, None, None, None, None),
        ("Trade - a survey of the market", None, None, None, None, None),
    ],
)
def test_datelines(text, place, month, day, agency, rest):
    found = find_dateline(text, 0, len(text))
    if rest is None:
        assert found is None
    else:
        assert (found.place, found.month, found.day, found.agency, text[found.end :]) == (
            place,
            month,
            day,
            agency,
            rest,
        )


NOISE = [
    "RELATED Tea prices slump in Mombasa",
    "ALSO READ: Port workers end strike",
    "Read more: Rice at a ten-year high",
    "Latest Headlines",
    "Share on Facebook",
    "Subscribe to our newsletter",
    "Photo: A. Writer/Example",
    "© 2031 Example Media. All rights reserved.",
    "Home | World | Business | Sport | Opinion",
    "Tags: trade, tea",
    "By continuing to use this site you accept cookies",
]


@pytest.mark.parametrize("line", NOISE)
def test_page_noise_is_no_story(line):
    text = f"Chile sells more copper\n\nLISBON, July 10 (Lusa) -- Chile's exports to Portugal rose 12.5 percent in May.\n\n{line}\n\nThe customs service gave no reason.\n"
    layout = lay_out(text)
    parts = {text[b.start : b.end]: b.part for b in layout.blocks}
    assert parts[line] == "noise"
    assert [p for t, p in parts.items() if t != line] == ["headline", "body", "body"]


def test_a_doubled_caption_is_noise_in_both_places():
    caption = "Dockers unload containers at the port. Algeria named 2020 the Year of Cuba."
    text = f"A headline stands here\n{caption} EFE/R. Name\n{caption} EFE/R. Name | Archive\n\nLIMA, May 2 (EFE) -- Trade grew.\n"
    assert [b.part for b in lay_out(text).blocks] == ["headline", "noise", "noise", "body"]


def test_hard_wrapped_lines_are_joined():
    text = "GRAIN SALES SEEN LOWER\nBUENOS AIRES, Nov 20 - Argentina will ship about 4.1 mln\ntonnes of grain to the Soviet Union this calendar year, down\nfrom 6.3 mln in 1985, officials said.\n    They said Moscow had so far taken 2.9 mln tonnes of maize\nand 700,000 tonnes of soybeans.\n"
    blocks = [text[b.start : b.end] for b in lay_out(text).blocks]
    assert len(blocks) == 3
    assert blocks[1].endswith("officials said.")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The U.S. Rose to the top. Then it fell.", 2),
        ("Exports to the U.S. fell. Imports from the U.K. grew.", 2),
        ("He met Mr. Park on Oct. 3 in St. Petersburg. They signed.", 2),
        ('"Trade grew. It did," he said. She left.', 2),
        ("It rose 3.5 pct. to 2.1 mln.", 1),
    ],
)
def test_sentences(text, count):
    made = plain(text)
    assert len(split_sentences(made, 0, len(made))) == count


@given(st.text(max_size=400))
def test_layout_and_sentences_keep_offsets(text):
    made = plain(text)
    assert len(made) == len(text)
    for block in lay_out(text).blocks:
        assert 0 <= block.start < block.end <= len(text)
        for start, end in split_sentences(made, block.start, block.end):
            assert block.start <= start < end <= block.end


WORDS = st.sampled_from(
    [
        "Chile",
        "Peru's",
        "exports",
        "imports",
        "of copper",
        "to",
        "from",
        "rose",
        "fell",
        "12.5 percent",
        "$3.4 million",
        "in 2014",
        ",",
        ".",
        "\n\n",
        "trade",
        "with",
        "the two countries",
        "said",
        "its",
        "deficit",
        "by",
        "\u2019s",
        "U.S.",
        "(",
        '"',
        "met",
        "visit",
        "half",
        "Korea",
        "\x00",
        "漢字",
        "9999999999999999 trillion",
        "of that",
    ]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_no_text_stops_the_reader(text):
    document = Document("any", text, Period.parse("2015-03-17"), lang="en")
    (result,) = read_documents([document])
    for claim in result.claims:
        assert text[claim.quote.start : claim.quote.end] == claim.quote.exact


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ko", "북한의 대러 수출이 늘었다."),
        ("fr", "Les exportations du Chili vers le Pérou ont augmenté de 12 pour cent."),
        (
            None,
            "Las exportaciones de Chile a Perú crecieron un 12 por ciento durante el año pasado según datos oficiales de aduanas publicados ayer por el ministerio. "
            * 4,
        ),
    ],
)
def test_another_language_is_kept_with_a_warning(lang, text):
    (result,) = read_documents([Document("x", text, lang=lang)])
    assert result.claims == ()
    assert "language" in result.warnings[-1] or "English" in result.warnings[-1]


def test_nothing_is_dated_without_a_date():
    (result,) = read_documents(
        [
            Document(
                "x", "Chile's exports of copper to Peru rose 12 percent last year, the customs service said on Tuesday."
            )
        ]
    )
    (claim,) = result.claims
    assert claim.period is None
    assert any("no publication date" in w for w in result.warnings)
