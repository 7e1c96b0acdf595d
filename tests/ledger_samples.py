"""Documents, claims, flows and verdicts for the ledger's tests."""

from __future__ import annotations

from itertools import product

from tieline.ledger import Ledger
from tieline.model.claims import Comparison, Event, Measure, Quote, Trend
from tieline.model.documents import Document
from tieline.model.flows import Flow
from tieline.model.periods import Period
from tieline.model.verdicts import Part, Reading, Verdict

CLAIMS = 4


def read(name, words="", claims=CLAIMS, **more):
    """A document with `claims` claims in it: a trend, an event, and measures."""
    text = f"Trade of Ruritania with Graustark grew 3% in {name}. {words}"
    doc = Document(
        **{"id": name, "url": f"https://example.org/{name}", "published": Period.parse("2015-03-17")} | more, text=text
    )
    common = {"document": doc.id, "version": doc.version_id}
    made = [
        Measure(
            **common,
            quote=Quote.of(text, 0, 38 + at),
            indicator="trade",
            reporter="RUS",
            partner="PRK",
            change_pct=3.0 + at,
            period=Period.of_year(2014),
            sources=("Yonhap",),
        )
        for at in range(claims - 2)
    ]
    made.append(Event(**common, quote=Quote.of(text, 6, 10), actor="RUS", target="PRK", type="CONSULT"))
    made.append(
        Trend(
            **common,
            quote=Quote.of(text, 0, 5),
            indicator="trade",
            reporter="RUS",
            partner=None,
            direction=None,
            compared_with=Comparison(
                indicator="imports", partner="CHN", period=Period.parse("2014-01/2014-06"), rank=2
            ),
        )
    )
    return doc, made


def verdict(claim, word="supported", **more):
    """A verdict on a claim, with everything that a verdict may carry."""
    given = {
        "dataset": "kotra-2014",
        "vintage": "2015-02-26",
        "parts": (Part(name="change", verdict=word, claimed=3.0, found=2.9, low=2.5, high=3.5),),
        "readings": (Reading(label="trade", result={"change_pct": 2.9}, chosen=True, rows=("r1",), sql="SELECT 1"),),
        "rows": ({"row_id": "r1", "value": 1.5, "hs": "", "url": None},),
        "nearest": "Trade grew 2.9%.",
        "version": claim.version,
    }
    return Verdict(
        claim_id=claim.claim_id,
        document=claim.document,
        kind=claim.kind,
        quote=claim.to_json()["quote"],
        verdict=word,
        **given | more,
    )


def flows(dataset="figures", years=range(2000, 2010), reporters=("PRK", "ARM", "UKR"), vintage="2015-02-26"):
    """Exports of each reporter to Russia and to the world in each year."""
    return [
        Flow(
            publisher="An agency",
            dataset=dataset,
            vintage=vintage,
            reporter=reporter,
            partner=partner,
            flow="exports",
            period=Period.of_year(year),
            value=float(year),
            unit="USD",
        )
        for year, reporter, partner in product(years, reporters, ("RUS", "WLD"))
    ]


def seen(folder):
    """How many claims a reader sees in each document, and in how many copies the documents and claims are stored."""
    ledger = Ledger.open(folder)
    counted = dict.fromkeys((stored.document.id for stored in ledger.documents(all_versions=True)), 0)
    for claim in ledger.claims(all_versions=True):
        counted[claim.document] += 1
    keys = {"document_rows": "version_id, reading", "claim_rows": "claim_id, reading", "flow_rows": "row_id"}
    for rows, key in keys.items():
        twice = ledger.query(f"SELECT {key} FROM {rows} GROUP BY ALL HAVING count(*) > 1").num_rows
        assert not twice, f"{twice} rows of {rows} are there more than once"
    return counted
