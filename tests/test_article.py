"""The marked-up article: whole, harmless, linked both ways, legible without colour."""

import dataclasses
import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest

from tieline.model.claims import Event, Measure, Quote, Trend
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.model.verdicts import Reading, Verdict
from tieline.model.vocabulary import VERDICT_WORDS
from tieline.report.article import article_html
from tieline.report.findings import findings, most_important, summary
from tieline.report.stories import Story, stories_html
from tieline.report.wording import COUNTED, STYLES

GOLD = Path(__file__).parent / "gold" / "dev"
TEXT = """Tea trade blooms <script>alert("x")</script> & more

LUSAKA, March 3 (Wire) -- Zambia's tea exports to Peru rose 12 percent to $3.4 million in 2030, a ministry said.

RELATED Coffee slumps

Trade as a whole is booming. Zambia & Peru signed a pact on Monday.
"""
ROW = {
    "row_id": "r1", "dataset": "made-up-2030", "vintage": "2031-02", "publisher": "Office <of> Figures",
    "reporter": "ZMB", "partner": "PER", "flow": "exports", "product": "tea", "period": "2030", "value": 3.41e6,
    "unit": "USD", "change_pct": 12.2, "citation": "Yearbook & tables", "url": "https://figures.example/?a=1&b=2",
}  # fmt: skip
SQL = "SELECT value_usd FROM flows WHERE product = 'tea' AND value < 1e9"


def quote(words: str) -> Quote:
    return Quote.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


def document(**changes) -> Document:
    return dataclasses.replace(
        Document("story-1", TEXT, Period.parse("2031-03-03"), "Example Wire", "en", "https://wire.example/1"), **changes
    )


VERSION = document().version_id
EXPORTS = Measure(
    document="story-1", version=VERSION, indicator="exports", reporter="ZMB", partner="PER", product="tea",
    quote=quote("Zambia's tea exports to Peru rose 12 percent to $3.4 million in 2030"), sources=("a ministry",),
    period=Period.of_year(2030), value=3.4e6, unit="USD", change_pct=12.0,
)  # fmt: skip
LEVEL = dataclasses.replace(
    EXPORTS, quote=quote("rose 12 percent to $3.4 million in 2030, a ministry said"), change_pct=None
)
TRADE = Trend(
    document="story-1", version=VERSION, indicator="trade", reporter="ZMB", partner="PER", direction="up",
    quote=quote("Trade as a whole is booming"),
)  # fmt: skip
PACT = Event(
    document="story-1", version=VERSION, actor="ZMB", target="PER", type="SUPPORT", mode="sign", reciprocal=True,
    quote=quote("Zambia & Peru signed a pact on Monday"),
)  # fmt: skip


def verdict(claim, word="supported", dataset=None, **more) -> Verdict:
    given = {
        "claimed": "claimed <i>",
        "found": "+12.2%",
        "nearest": f"The truth about {claim.kind} & more.",
        "rows": (ROW,),
        "sql": (SQL,),
    }
    return Verdict(
        claim_id=claim.claim_id, document="story-1", kind=claim.kind, quote=dataclasses.asdict(claim.quote),
        dataset=dataset, vintage="2031-02" if dataset else None, verdict=word, tool_version="9.9", **(given | more),
    )  # fmt: skip


class Page(HTMLParser):
    """Tags, ids, inner links and the story's words."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.ids, self.targets, self.outside, self.open = [], [], [], [], []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append((tag, given))
        self.ids += [given["id"]] if "id" in given else []
        for name in ("href", "src"):
            link = given.get(name)
            if link:
                (self.targets if link.startswith("#") else self.outside).append(link.removeprefix("#"))
        for name in ("aria-describedby", "aria-labelledby"):
            self.targets += [given[name]] if name in given else []
        if tag not in {"meta", "br"}:
            self.open.append((tag, given.get("class", "")))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag, f"</{tag}> closes nothing"

    def handle_data(self, data):
        inside = {tag for tag, _ in self.open}
        if ({"h1"} & inside or any(t == "p" and c.startswith("text") for t, c in self.open)) and "sup" not in inside:
            self.words.append(data)


def build(claims=(EXPORTS, LEVEL, TRADE, PACT), verdicts=None, **changes) -> tuple[str, Page]:
    if verdicts is None:
        verdicts = [verdict(EXPORTS), verdict(EXPORTS, dataset="made-up-2030"), verdict(LEVEL, "imprecise")]
        verdicts += [verdict(TRADE, "contradicted", context=("One way grew.",))]
    html = article_html(document(**changes), claims, verdicts)
    return html, Page(html)


def test_the_file_is_whole_and_its_links_lead_somewhere():
    html, page = build()
    assert not page.open
    assert len(page.ids) == len(set(page.ids))
    assert set(page.targets) <= set(page.ids)
    for number in (1, 2, 3):
        assert {f"mark-{number}", f"note-{number}", f"verdict-{number}"} <= set(page.ids)
        assert {f"mark-{number}", f"note-{number}"} <= set(page.targets)
    assert html == build()[0], "the same input gives the same file"
    assert dict(page.tags)["html"] == {"lang": "en"}


def test_nothing_is_fetched_and_nothing_runs():
    html, page = build()
    assert {tag for tag, _ in page.tags}.isdisjoint({"script", "link", "img", "iframe", "object", "form"})
    assert not [name for _, given in page.tags for name in given if name.startswith("on")]
    assert "url(" not in html
    assert "@import" not in html
    assert "default-src 'none'" in html
    assert set(page.outside) == {"https://wire.example/1", "https://figures.example/?a=1&b=2"}


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", " JaVaScript:alert(1)", "http://[", "file:///etc/passwd"]
)
def test_no_other_scheme_becomes_a_link(url):
    html, page = build(verdicts=[verdict(EXPORTS, rows=({**ROW, "url": url},))], url=url)
    assert not page.outside
    assert "made-up-2030" in html


def test_the_story_stands_there_word_for_word():
    page = build()[1]
    squeezed = re.sub(r"\s+", "", "".join(page.words))
    assert squeezed == re.sub(r"\s+", "", TEXT)
    noise = [given for tag, given in page.tags if tag == "p" and "noise" in given.get("class", "")]
    assert len(noise) == 1


def test_overlapping_quotes_have_lines_of_their_own():
    html, _ = build()
    both = re.search(r'<span class="u u-imprecise lane1"><span class="u u-supported lane0">rose 12 percent', html)
    both = both or re.search(
        r'<span class="u u-supported lane0"><span class="u u-imprecise lane1">rose 12 percent', html
    )
    assert both
    assert re.search(r'<span class="u u-imprecise lane1">, a ministry said</span>', html)


def test_a_note_says_what_an_editor_needs():
    html = build()[0]
    note = html[html.index('id="note-3"') :].split("</section>")[0]
    for said in ("Contradicted", "✗", "claimed &lt;i&gt;", "+12.2%", "The truth about trend &amp; more.", "One way grew.",
                 "the outlet itself", "released February 2031", "SELECT value_usd", "value &lt; 1e9", "$3.41 million"):  # fmt: skip
        assert said in note, said
    assert "a ministry" in html
    assert "Yearbook &amp; tables" in html
    assert document().text_sha256 in html
    assert "tieline 9.9" in html


def test_datasets_that_disagree_stand_side_by_side():
    verdicts = [verdict(EXPORTS, "sources-disagree", rows=()), verdict(EXPORTS, dataset="one", found="+12%")]
    verdicts += [verdict(EXPORTS, "contradicted", dataset="two", found="+3%")]
    html = build([EXPORTS], verdicts)[0]
    assert re.search(r"<code>one</code> supported: \+12%.*<code>two</code> contradicted: \+3%", html)


def test_words_that_are_not_in_this_text_are_listed_apart():
    gone = dataclasses.replace(TRADE, quote=dataclasses.replace(TRADE.quote, exact="Trade as a whole was booming"))
    html, page = build([gone], [verdict(gone, "contradicted", superseded=True)])
    assert "words are not in this text" in html
    assert "older version" in html
    assert "note-1" in page.ids


def test_acts_are_listed_briefly_and_decided_ones_get_a_note():
    html, page = build([PACT], [])
    assert "Acts told in the story" in html
    assert "note-1" not in page.ids
    html, page = build([PACT], [verdict(PACT)])
    assert "note-1" in page.ids


@pytest.mark.parametrize(
    "changes",
    [
        {"published": None},
        {"outlet": None, "url": None},
        {"lang": None},
        {"warnings": ("a <warning>",)},
        {"text": "x"},
        {"text": ""},
    ],
)
def test_what_is_missing_breaks_nothing(changes):
    html, page = build((), (), **changes)
    assert not page.open
    assert "No claim about figures" in html


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.txt")), ids=lambda path: path.stem)
def test_pages_of_every_style_stay_whole(path):
    text = path.read_text(encoding="utf-8")
    html, page = build((), (), text=text)
    assert not page.open
    assert len(page.ids) == len(set(page.ids))
    assert html.count("<h1") == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "No claim about figures was found in this text."),
        (["supported"] * 2 + ["contradicted"], "3 claims checked: 2 supported and 1 contradicted."),
        (["supported", "no-data"], "1 claim checked: 1 supported. 1 more is open: 1 without data."),
        (["no-data"], "1 claim read; the figures decide none of them."),
        (["sources-disagree", "imprecise"], "2 claims checked: 1 imprecise and 1 where sources disagree."),
    ],
)
def test_the_summary_counts(words, said):
    claims = [dataclasses.replace(TRADE, strength=f"{n}") for n in range(len(words))]
    noted, acts = findings(claims, [verdict(c, w) for c, w in zip(claims, words, strict=True)])
    assert summary(noted, acts) == said
    gravest = [group[0].verdict for group in most_important(noted)]
    assert gravest[:1] == [w for w in STYLES if w in words and w in {"contradicted", "sources-disagree"}][:1]


def test_claims_with_one_truth_are_told_in_one_sentence():
    other = dataclasses.replace(TRADE, quote=quote("Trade as a whole"))
    html = build([TRADE, other], [verdict(c, "contradicted", nearest="It fell.") for c in (TRADE, other)])[0]
    assert html.count("It fell.") == 3  # once on top, and in each note
    assert re.search("“Trade as a whole”</a> and <a[^>]*>“Trade as a whole is booming”", html)


def test_every_verdict_has_a_sign_a_line_and_a_word_of_its_own():
    css = (files("tieline.report") / "article_style.css").read_text()
    assert set(STYLES) == set(COUNTED) == set(VERDICT_WORDS)
    assert len({s.sign for s in STYLES.values()}) == len({s.label for s in STYLES.values()}) == len(STYLES)
    for word in VERDICT_WORDS:
        assert f".u-{word}" in css
        assert f".v-{word}" in css


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_colour_of_text_has_enough_contrast():
    css = (files("tieline.report") / "article_style.css").read_text()
    colours = dict(re.findall(r"--(\w+): (#\w{6})", css))
    texts = [v for k, v in colours.items() if k not in {"paper", "rule", "wash"}] + re.findall(
        r"[ ;]color: (#\w{6})", css
    )
    for text in texts:
        for paper in (colours["paper"], colours["wash"]):
            dark, light = sorted((luminance(text), luminance(paper)))
            assert (light + 0.05) / (dark + 0.05) >= 4.5, f"{text} on {paper} (WCAG 2.1, AA)"


def test_readings_say_which_was_chosen_and_what_was_inferred():
    readings = (
        Reading(
            label="tea, 2030", result={"change_pct": 12.2, "value": 3.41e6}, chosen=True, inferred=("period",), sql=SQL
        ),
        Reading(label="all goods, 2030"),
    )
    html = build([EXPORTS], [verdict(EXPORTS, readings=readings)])[0]
    assert '<li class="chosen">tea, 2030 <i>(period inferred)</i>: <b>+12.2% and $3.41 million</b></li>' in html
    assert "<li>all goods, 2030: <b>nothing found</b></li>" in html
    assert 'Evidence<span class="count">: 2 readings and 1 row</span>' in html


def test_stories_are_listed_the_gravest_first_with_links_into_their_articles():
    quiet = dataclasses.replace(document(), id="quiet <b>", text="Nothing of note.", url="javascript:alert(1)")
    told = [verdict(EXPORTS), verdict(TRADE, "contradicted")]
    html = stories_html([Story("d/1.html", quiet, (), ()), Story("d/2.html", document(), (EXPORTS, TRADE), told)])
    page = Page(html)
    assert not page.open
    assert "2 stories, 2 claims: 1 contradicted, 1 supported." in html
    assert html.index("Tea trade blooms &lt;script&gt;") < html.index("quiet &lt;b&gt;")
    assert set(page.outside) == {
        "d/1.html", "d/2.html", "d/2.html#note-1", "d/2.html#note-2", "d/2.html#mark-2", "https://wire.example/1",
    }  # fmt: skip
    article = Page(article_html(document(), (EXPORTS, TRADE), told))
    assert {"note-1", "note-2", "mark-2"} <= set(article.ids)


def test_what_would_decide_a_claim_is_kept_behind_the_reason():
    told = "No dataset in the ledger has figures on tea. A table of totals by pair (columns year, importer) would decide: tieline load FILE."
    html, page = build((EXPORTS, TRADE), [verdict(EXPORTS, "no-data", help=told, rows=(), sql=()), verdict(TRADE, "no-data", help="It has no period.", rows=(), sql=())])  # fmt: skip
    assert '<p class="help">No dataset in the ledger has figures on tea.</p>' in html
    assert html.count("<summary>What would decide it</summary>") == 1
    assert '<p class="help">It has no period.</p>' in html
    assert not page.open
