"""No text crashes the reader, and every quote is the text at its place."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents

WORDS = (
    "exports imports trade deficit surplus tariff tariffs investment aid debt tourists visitors wheat crude oil arms goods "
    "rose fell grew shrank doubled halved tripled jumped slipped to by from of with between and or but against than over "
    "percent pct per cent million billion mln bln tonnes tons barrels dollars euros yen dlrs "
    "said says told reported minister president ambassador Minister President Prime Foreign official spokesman "
    "met signed visited expelled summoned accused sanctions embargo lifted imposed agreed refused will may would not no "
    "the a an its their his which who that it they former latter year month quarter half third first second both each"
).split()
NAMES = (
    "Fiji Malta Japan China Russia France Germany Korea Congo Guinea Georgia Jordan Turkey Chad Britain Moscow Beijing "
    "Washington Brussels Pyongyang Seoul EU ASEAN UN U.S. U.K. USSR North South Russian Chinese Japanese Maltese Fijian "
    "Côte d'Ivoire Türkiye São Tomé Kim Putin Xinhua Reuters"
).split()
FIGURES = (
    "5 5.5 31.9 1,234 1,234.56 $3 $10.17 €7 £2 ¥900 US$38.8 C$5 0 -4 +6 1/2 2-3 10-12 0.0 999999999999999999999 1e9 ½ ٣ ⅓ 5% "
    "twelve half a dozen third two-thirds one hundred thousand 2014 1987 3.5.6 1.234.567,89 5pc"
).split()
TIMES = (
    "2014 1999 March May Sept. Monday Tuesday yesterday today tomorrow last next this year week month quarter January-March "
    "2013/14 FY2014 1990s March 17 3/4/2015 2015-03-17 first-half Q3 decade ago since until through 30 February"
).split()
MARKS = [
    ".", ",", ";", ":", "!", "?", "…", "...", "'", '"', "“", "”", "‘", "’", "'s", "’s", "(", ")", "[", "]", "-", "--", "–", "—",
    "/", "%", "$", "&", "<", ">", "<b>", "&amp;", "|", "*", "#", "_", "\\", "~", "\n", "\n\n", "\r\n", "\t", " ", "  ", "\u00a0",
    "\u200b", "\ufeff", "\u202e", "\u2028", "\x00", "\x0b", "\x1f", "\x85", "é", "e\u0301", "İ", "ß", "ﬁ", "Ǆ", "中国", "Россия",
    "نفط", "🇫🇯", "👩‍🌾", "\U0001d7d9", "\ud800", "RELATED:", "(Reuters)", "LISBON, July 10 (Lusa) -", "http://x.example/a?b",
    "@a", "By A. Writer",
]  # fmt: skip
PIECES = st.one_of(*map(st.sampled_from, (WORDS, NAMES, FIGURES, TIMES, MARKS)), st.text(max_size=3))
TEXTS = st.one_of(
    st.lists(PIECES, max_size=60).map(" ".join),
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(st.lists(PIECES, min_size=4, max_size=14).map(" ".join), max_size=6).map(". ".join),
)
DAYS = st.sampled_from([None, "2015-03-17", "2015-03", "2015", "1900-01-01", "2099-12-31", "2016-02-29"])
GENTLE = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}


def holds(texts, day):
    """Read together, as batches are: each must come back, and each claim stand where it says."""
    published = Period.parse(day) if day else None
    documents = [Document(str(n), text, published, lang="en") for n, text in enumerate(texts)]
    results = list(read_documents(documents))
    assert [result.document for result in results] == documents
    for result in results:
        text = result.document.text
        for claim in result.claims:
            quote = claim.quote
            assert 0 <= quote.start < quote.end <= len(text)
            assert text[quote.start : quote.end] == quote.exact
            assert text[: quote.start].endswith(quote.prefix)
            assert text[quote.end :].startswith(quote.suffix)
            assert claim.document == result.document.id
        assert len({claim.claim_id for claim in result.claims}) == len(result.claims)


@given(st.lists(TEXTS, min_size=1, max_size=3), DAYS)
@settings(max_examples=150, **GENTLE)
def test_no_text_crashes_the_reader(texts, day):
    holds(texts, day)


@pytest.mark.slow
@given(st.lists(TEXTS, min_size=1, max_size=3), DAYS)
@settings(max_examples=3000, **GENTLE)
@pytest.mark.timeout(900)
def test_no_text_crashes_the_reader_at_length(texts, day):
    holds(texts, day)
