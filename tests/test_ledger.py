"""What goes into the ledger comes out of it, once, by version, and by SQL."""

from __future__ import annotations

import datetime as dt
import math
import resource
import time

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from ledger_samples import CLAIMS, flows, read, verdict
from tieline.ledger import FLOW_SCHEMA, Added, Ledger, compaction, flows_table
from tieline.model.claims import Measure, Quote
from tieline.model.documents import Document
from tieline.model.errors import MissingDataError, UnreadableInputError, UsageError
from tieline.model.flows import pair_key


@pytest.fixture
def ledger(tmp_path):
    return Ledger.create(tmp_path / "a ledger, é's")


def test_the_same_document_twice_leaves_one_copy(ledger):
    assert ledger.add_reads([read("a"), read("b"), read("a")]) == Added(documents=2, claims=2 * CLAIMS)
    assert ledger.add_reads([read("b"), read("c")]) == Added(documents=1, claims=CLAIMS)
    assert ledger.add_reads([]) == Added(documents=0, claims=0)
    assert ledger.counts() == {"documents": 3, "versions": 3, "claims": 3 * CLAIMS, "flows": 0, "verdicts": 0}
    assert [stored.document.id for stored in Ledger.open(ledger.path).documents()] == ["a", "b", "c"]


ODD = "  Ünïcødé — 北朝鮮 \U0001f1f0\U0001f1f5 e\u0301 \u202e 'q' \"d\" \\n {x} $1 ? \r\n\t\0 end "


@pytest.mark.parametrize(
    "given",
    [
        Document(id="plain.txt", text="Trade grew."),
        Document(
            id=ODD,
            text=ODD,
            outlet=ODD,
            url="https://example.org/?a='b'&c=%20",
            raw=f"<p>{ODD}</p>",
            warnings=(ODD, ""),
        ),
        Document(id="long", text=("Trade of 北朝鮮 grew.\n" * 280_000)),
        Document(id="", text="", lang="", published_from="dateline"),
    ],
    ids=["plain", "odd", "5 MB", "empty"],
)
def test_a_document_comes_back_as_it_was(ledger, given):
    begun = dt.datetime.now(dt.UTC)
    ledger.add_reads([(given, [])])
    stored = Ledger.open(ledger.path).document(given.version_id)
    assert stored.document == given
    assert (stored.version_id, stored.version, stored.latest) == (given.version_id, 1, True)
    assert begun <= stored.recorded <= dt.datetime.now(dt.UTC)
    assert ledger.document(given.id) == ledger.document(given.address) == stored


@pytest.mark.parametrize("number", [None, math.nan, math.inf, 1e300, 0.1 + 0.2, 10.0])
def test_a_claim_comes_back_as_it_was(ledger, number):
    document, claims = read("a")
    odd = Measure(
        document="a",
        version=document.version_id,
        quote=Quote.of(document.text, 3, 9),
        indicator="balance",
        reporter="RUS",
        partner=None,
        value=number,
        change_pct=1.5,
        hs=(),
        bounds={"value": "about", "change_pct": "over"},
        digits={"value": 3},
        confidence=0.25,
    )
    ledger.add_reads([(document, [*claims, odd])])
    back = Ledger.open(ledger.path).claims(document="a")
    assert sorted(map(repr, back)) == sorted(map(repr, [*claims, odd]))
    assert repr(ledger.claim(odd.claim_id)) == repr(odd)
    assert [claim.quote.start for claim in back] == [0, 0, 0, 3, 6]


def test_another_text_at_the_same_address_is_a_new_version(ledger):
    first, second, third = read("a"), read("a", "Corrected.", claims=3), read("a", "Corrected twice.", claims=2)
    ledger.add_reads([first])
    old = verdict(first[1][0])
    assert ledger.add_verdicts([old, old, verdict(first[1][1], dataset=None)]) == 2
    assert not any(each.superseded for each in ledger.verdicts(document="a"))

    ledger.add_reads([second, third])
    ledger.add_reads([first])
    ledger.add_verdicts([verdict(third[1][0], "contradicted")])
    assert [(s.document, s.version, s.latest) for s in ledger.documents(all_versions=True)] == [
        (first[0], 1, False),
        (second[0], 2, False),
        (third[0], 3, True),
    ]
    assert [stored.document for stored in ledger.documents()] == [third[0]]
    assert len(ledger.claims()) == len(ledger.claims(document="a")) == 2
    assert len(ledger.claims(document=first[0].version_id)) == CLAIMS
    assert len(ledger.claims(document="a", all_versions=True)) == CLAIMS + 3 + 2
    told = ledger.verdicts(document=third[0].url)
    assert [(v.verdict, v.superseded) for v in told] == [
        ("supported", True),
        ("supported", True),
        ("contradicted", False),
    ]
    assert ledger.counts() == {"documents": 1, "versions": 3, "claims": 2, "flows": 0, "verdicts": 3}


def test_a_better_reading_of_the_same_version_takes_the_place_of_the_former(ledger):
    document, claims = read("a")
    ledger.add_reads([(document, claims[:2])])
    ledger.add_verdicts([verdict(claims[0]), verdict(claims[1])])
    assert ledger.add_reads([(document, claims[1:])]) == Added(documents=1, claims=CLAIMS - 1)
    ledger.add_reads([(document, claims[:2])])
    assert {c.claim_id for c in ledger.claims()} == {c.claim_id for c in claims[1:]}
    assert ledger.claim(claims[0].claim_id) == claims[0]
    assert {v.claim_id: v.superseded for v in ledger.verdicts()} == {
        claims[0].claim_id: True,
        claims[1].claim_id: False,
    }
    assert ledger.counts()["versions"] == 1


def test_a_verdict_comes_back_by_the_start_of_its_id(ledger):
    document, claims = read("a")
    given = [verdict(claim, dataset=dataset) for claim in claims for dataset in ("kotra-2014", None)]
    ledger.add_reads([(document, claims)])
    ledger.add_verdicts(given)
    assert ledger.add_verdicts(given) == 0
    one = ledger.verdict(given[0].verdict_id[:12])
    assert one.to_json() == given[0].to_json() | {"recorded": one.recorded}
    assert dt.datetime.fromisoformat(one.recorded).tzinfo == dt.UTC
    assert [v.dataset for v in ledger.verdicts(claim_id=claims[0].claim_id)] == ["kotra-2014", None]
    ledger.add_verdicts([verdict(claims[0], vintage=str(year)) for year in range(2000, 2017)])
    starts = [v.verdict_id[0] for v in ledger.verdicts()]  # more of them than there are hex digits
    shared = max(starts, key=starts.count)
    with pytest.raises(UsageError, match="give more of it"):
        ledger.verdict(shared)


def test_flows_are_added_once_sorted_by_pair_and_listed_by_vintage(ledger):
    given = [
        *flows("figures"),
        *flows("figures", years=[2009, 2010], vintage="2016"),
        *flows("it's", reporters=["PRK"]),
    ]
    assert ledger.add_flows(given) == 60 + 12 + 20
    assert ledger.add_flows(flows_table(given)) == 0
    assert ledger.add_flows(flows("figures", years=range(2008, 2012))) == 2 * 6
    assert [(d.name, d.vintage, d.rows, d.first, d.last, d.countries) for d in ledger.datasets()] == [
        ("figures", "2015-02-26", 72, "2000", "2011", 4),
        ("figures", "2016", 12, "2009", "2010", 4),
        ("it's", "2015-02-26", 20, "2000", "2009", 2),
    ]
    for file in (ledger.path / "flows").glob("*.parquet"):
        pairs = pq.read_table(file, columns=["pair"])["pair"].to_pylist()
        assert pairs == sorted(pairs)
    back = ledger.query("SELECT * EXCLUDE (recorded) FROM flows ORDER BY row_id")
    assert back.schema.names == FLOW_SCHEMA.names
    assert back.num_rows == 104
    assert (
        back.slice(0, 1).to_pylist()[0].items()
        >= {"product": None, "hs": "", "flags": "", "valuation": "unknown"}.items()
    )


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda table: table.drop(["vintage", "hs"]), "without vintage, hs"),
        (lambda table: table.set_column(0, "pair", pa.array(["x"] * len(table))), "another type"),
        (lambda table: table.set_column(3, "vintage", pa.nulls(len(table), pa.string())), "nulls in vintage"),
    ],
)
def test_a_table_that_is_no_table_of_flows_is_refused(ledger, spoil, words):
    with pytest.raises(UsageError, match=words):
        ledger.add_flows(spoil(flows_table(flows())))
    assert ledger.counts()["flows"] == 0


def test_a_query_binds_parameters_and_follows_the_last_commit(ledger):
    sql = "SELECT count(*) AS n, min(value) AS low FROM flows WHERE pair = $pair AND period_start >= $since"
    given = {"pair": pair_key("RUS", "PRK"), "since": dt.date(2005, 1, 1)}
    assert ledger.query(sql, given).to_pylist() == [{"n": 0, "low": None}]
    other = Ledger.open(ledger.path)
    other.add_flows(flows())
    assert ledger.query(sql, given).to_pylist() == [{"n": 5, "low": 2005.0}]
    ledger.add_reads([read("a")])
    rows = other.query(
        "SELECT kind, change_pct, period, quote, sources FROM claims WHERE document = ? AND kind = ?", ["a", "measure"]
    )
    assert rows.slice(0, 1).to_pylist() == [
        {
            "kind": "measure",
            "change_pct": 3.0,
            "period": "2014",
            "quote": read("a")[1][0].quote.exact,
            "sources": ["Yonhap"],
        }
    ]


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("SELECT 1; SELECT 2", "must be one SELECT"),
        ("", "must be one SELECT"),
        ("CREATE TABLE t (x INTEGER)", "must be one SELECT"),
        ("COPY flows TO 'flows.csv'", "must be one SELECT"),
        ("SELECT nothing FROM flows", "nothing"),
        ("SELECT * FROM read_text('/etc/hostname')", "disabled"),
        ("SELEC", "syntax"),
        ("SELECT ?", "parameter"),
    ],
)
def test_a_query_that_is_not_one_reading_statement_is_refused(ledger, sql, words):
    with pytest.raises(UsageError, match=words):
        ledger.query(sql)


def test_what_is_not_there_is_told_with_what_looks_alike(ledger):
    with pytest.raises(MissingDataError, match="no documents yet"):
        ledger.document("seed")
    ledger.add_reads([read("seed-story"), read("other")])
    for key in ("seed-stroy", "seed"):
        with pytest.raises(MissingDataError, match=r"Did you mean.*seed-story"):
            ledger.document(key)
    with pytest.raises(MissingDataError, match="no document 'nobody'"):
        ledger.claims(document="nobody")
    with pytest.raises(MissingDataError, match="no claim 'seed#1'"):
        ledger.claim("seed#1")
    for key in ("", "%", "f00"):
        with pytest.raises(MissingDataError, match="no verdict"):
            ledger.verdict(key)


def test_what_cannot_be_kept_as_it_is_is_refused_whole(ledger):
    half = Document(id="half", text="Trade \ud83d grew.")
    with pytest.raises(UnreadableInputError, match=r"'half': its text holds half a character \(U\+D83D at 6\)"):
        ledger.add_reads([read("a"), (half, [])])
    with pytest.raises(ValueError, match="another document or version"):
        ledger.add_reads([(read("a")[0], read("a", "Other.")[1])])
    assert ledger.counts()["versions"] == 0


def test_many_small_commits_are_put_together_and_nothing_changes(ledger, monkeypatch):
    monkeypatch.setattr(compaction, "MANY", 8)
    before = Ledger.open(ledger.path)
    for at in range(20):
        ledger.add_reads([read(f"story{at}")])
        before.query("SELECT text FROM documents")
    assert len(list((ledger.path / "documents").glob("*.parquet"))) == 20 + 2
    assert len(before._snapshots._tables[0].load().file_uris()) < 8
    assert ledger.counts()["documents"] == 20
    assert {claim.document for claim in before.claims()} == {f"story{at}" for at in range(20)}
    assert ledger.add_reads([read(f"story{at}") for at in range(20)]) == Added(documents=0, claims=0)


@pytest.mark.slow
def test_a_large_table_of_flows_is_added_in_seconds_and_once(ledger):
    rows = 780_000
    few = flows_table(flows())
    large = few.take(pa.array([at % len(few) for at in range(rows)]))
    large = large.set_column(0, "pair", pa.array([at * 7919 % 30_011 for at in range(rows)], pa.int64()))
    large = large.set_column(1, "row_id", pa.array([f"{at:024}" for at in range(rows)]))
    begun = time.monotonic()
    assert ledger.add_flows(large) == rows
    assert ledger.add_flows(large) == 0
    assert time.monotonic() - begun < 20
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 1.5 * 2**20  # kilobytes
    begun = time.monotonic()
    assert ledger.query("SELECT count(*) AS n FROM flows WHERE pair = ?", [7919]).to_pylist() == [{"n": 26}]
    assert time.monotonic() - begun < 1
