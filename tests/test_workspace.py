"""The Python side: one desk, results that iterate, show themselves, and go to Arrow and pandas."""

import builtins
import datetime as dt
import json
from pathlib import Path

import pyarrow as pa
import pytest

import tieline as package
from tieline.model.documents import Document
from tieline.model.errors import LedgerError, MissingDataError, UsageError
from tieline.model.periods import Period
from tieline.workspace import Desk, open_desk

STORY = (
    "SEOUL, March 17 (UPI) -- North Korea's trade with Russia is growing rapidly, an official said.\n\n"
    "North Korea's exports to Russia rose 31.9 percent to $10.17 million in 2014, <b>officials</b> said.\n"
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("desk")
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    desk = package.open(folder / "ledger")
    desk.story = str(folder / "story.txt")
    return desk


@pytest.fixture(scope="module")
def results(desk):
    """One of each kind of result."""
    read = desk.read(desk.story, published="2015-03-17", outlet="UPI <&>")
    checked = desk.check("story.txt")
    totals = Path(desk.story).with_name("totals.csv")
    totals.write_text("year,importer,exporter,value_usd\n2014,JPN,CHL,5\n2014,JPN,ZZQ,5\n", encoding="utf-8")
    return {
        "read": read,
        "check": checked,
        "load": desk.load(totals, dataset="own"),
        "contents": desk.contents(),
        "document": desk.show("story.txt"),
        "claim": desk.show(next(iter(read)).claim_id),
        "verdict": desk.show(checked.outcomes[0].verdict_id[:8]),
    }


@pytest.mark.parametrize("kind", ["read", "check", "load", "contents", "document", "claim", "verdict"])
def test_every_result_iterates_shows_itself_and_is_exported(results, kind):
    result = results[kind]
    assert len(list(result)) == len(result) == len(result.rows())
    assert len(result) > 0
    table = result.to_arrow()
    assert isinstance(table, pa.Table)
    assert table.column_names == list(result.columns)
    assert table.num_rows == len(result)
    assert not any(pa.types.is_null(kind) for kind in table.schema.types)
    frame = result.to_pandas()
    assert list(frame.columns) == list(result.columns)
    page = result._repr_html_()
    assert page.startswith('<table class="tieline">')
    assert str(result) in page.replace("&#x27;", "'")
    assert "<b>" not in page
    assert isinstance(result.sql, tuple)


def test_empty_results_keep_their_types(desk):
    report = desk.read(text="Nothing of note was said.", record=False)
    assert (len(report), report.to_arrow().num_rows) == (0, 0)
    assert report.to_arrow().schema == desk.read(desk.story, record=False).to_arrow().schema


def test_sources_and_queries(results):
    assert "official" in results["read"].sources
    assert any("Yonhap" in source for source in results["check"].sources)
    assert any(source.startswith("https://") for source in results["check"].sources)
    assert all("flows" in sql for sql in results["check"].sql)
    assert set(results["document"].sql) == set(results["check"].sql)


def test_a_read_report_tells_what_was_new(desk, results):
    first, again = results["read"], desk.read(desk.story)
    assert (first.new_documents, first.new_claims) == (1, len(first))
    assert (again.new_documents, again.new_claims, len(again)) == (0, 0, len(first))
    assert again.readings[0].document.published == Period.parse("2015-03-17")


def test_rows_that_were_left_out_are_told(results):
    (loaded,) = results["load"]
    assert (loaded.rows, loaded.new, loaded.layout) == (1, 1, "pair-totals")
    assert "ZZQ" in loaded.problems[0]
    assert "ZZQ" in results["load"].rows()[0]["left_out"]


def test_the_article_of_a_check(results, desk):
    assert results["check"].to_html().startswith("<!doctype html>")
    with pytest.raises(MissingDataError, match="of one document, and 0 were checked"):
        desk.check("no such thing").to_html()


def test_documents_may_be_given_as_such(desk):
    document = Document("mine", "Fiji's exports to Malta rose 5 percent in 2014.", Period.parse("2015"))
    report = desk.read(document, record=False)
    assert [claim.document for claim in report] == ["mine"]
    checked = desk.check(document, record=False)
    assert {verdict.document for verdict in checked} == {"mine"}
    with pytest.raises(MissingDataError):
        desk.ledger.document("mine")


def test_problems_are_told_and_raise_nothing(desk, tmp_path):
    (tmp_path / "empty.txt").touch()
    report = desk.read(tmp_path / "empty.txt", tmp_path / "missing.txt")
    assert [problem.name.rpartition("/")[2] for problem in report.problems] == ["empty.txt", "missing.txt"]
    assert "2 unreadable" in str(report)
    assert "no document" in desk.check("neither").problems[0].reason


def test_pandas_is_an_extra(results, monkeypatch):
    real = builtins.__import__

    def without_pandas(name, *rest):
        if name == "pandas":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_pandas)
    with pytest.raises(MissingDataError, match=r"tieline\[pandas\]"):
        results["read"].to_pandas()


def test_opening(tmp_path, monkeypatch):
    with pytest.raises(MissingDataError):
        open_desk(tmp_path / "none", create=False)
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(LedgerError):
        open_desk(tmp_path / "file")
    monkeypatch.setenv("TIELINE_LEDGER", str(tmp_path / "named"))
    assert Desk().folder == tmp_path / "named"
    assert not Desk().exists
    with pytest.raises(UsageError, match="tieline fetches nothing"):
        Desk().read("https://x.example/")
    with pytest.raises(UsageError, match="is no date"):
        Desk().read("x", published="someday")
    with pytest.raises(UsageError, match="nothing to read"):
        Desk().read()
    assert not Desk().exists


def test_a_half_made_ledger_gets_its_published_facts_later(tmp_path):
    from tieline.ledger import Ledger  # noqa: PLC0415

    Ledger.create(tmp_path / "ledger", bundled=True)
    assert {d.name for d in open_desk(tmp_path / "ledger").contents()} == {"kotra-2013", "kotra-2014"}
    Ledger.create(tmp_path / "bare", bundled=False)
    assert len(open_desk(tmp_path / "bare").contents()) == 0


def test_many_documents_are_recorded_in_several_commits(tmp_path, monkeypatch):
    monkeypatch.setattr("tieline.workspace.reading.COMMIT_DOCUMENTS", 10)
    lines = [
        {"id": str(n), "text": f"Fiji's exports to Malta rose {n} percent in 2014.", "published": "2015"}
        for n in range(25)
    ]
    (tmp_path / "docs.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    desk = Desk(tmp_path / "ledger", bundled=False)
    sizes = []
    real = desk.ledger.add_reads
    monkeypatch.setattr(
        desk.ledger, "add_reads", lambda reads, **how: (sizes.append(len(reads)), real(reads, **how))[1]
    )
    assert desk.read(tmp_path / "docs.jsonl").new_documents == 25
    assert sizes == [10, 10, 5]


def test_a_mistake_in_the_reader_costs_one_document(tmp_path, monkeypatch):
    from tieline import read  # noqa: PLC0415

    real = read.read_documents

    def failing(documents):
        for result in real(documents):
            if result.document.id == "1":
                raise KeyError("a rule")
            yield result

    monkeypatch.setattr(read, "read_documents", failing)
    report = Desk(tmp_path / "ledger").read(
        *(Document(str(n), f"Fiji's exports to Malta rose {n}%.") for n in range(3))
    )
    assert [reading.document.id for reading in report.readings] == ["0", "2"]
    assert [problem.name for problem in report.problems] == ["1"]
    assert "KeyError: 'a rule'" in report.problems[0].reason


def test_what_was_read_is_recorded_when_the_work_breaks_off(tmp_path):
    desk = Desk(tmp_path / "ledger", bundled=False)
    document = Document("mine", "Fiji's exports to Malta rose 5 percent in 2014.", Period.parse("2015"))
    with pytest.raises(UsageError, match="tieline fetches nothing"):
        desk.check(document, "https://wire.example/not-in-the-ledger")
    assert desk.ledger.document("mine").document == document


def test_results_are_short_in_a_session_and_go_into_any_frame_by_arrow(results):
    for kind, result in results.items():
        assert repr(result).startswith(f"<{type(result).__name__}: "), kind
        assert len(repr(result)) < 300
        assert result[0] == next(iter(result))
        assert result[:1] == (result[0],)
        assert pa.table(result).equals(result.to_arrow())
    assert str(results["check"]).startswith("1 document, ")
    assert {"open", "Desk", "classify_act"} <= set(dir(package))  # what a notebook completes


@pytest.mark.parametrize(
    "given",
    ["2015-03-17", dt.date(2015, 3, 17), dt.datetime(2015, 3, 17, 9, tzinfo=dt.UTC), Period.parse("2015-03-17")],
)
def test_times_are_taken_as_python_has_them(desk, given):
    read = desk.read(text="Japan's exports to Chile fell 5 percent last year.", published=given, record=False)
    assert (read[0].period.iso, read[0].base.iso) == ("2014", "2013")
    by_year, by_text = (desk.trade("RUS", "PRK", since=since) for since in (2014, "2014-01-01"))
    assert by_year.rows() == by_text.rows() == desk.trade("RUS", "PRK", since=dt.date(2014, 1, 1)).rows()
    with pytest.raises(UsageError, match="no 'rapid' in strength; allowed: strong_pct, slight_pct, above_all"):
        desk.check(text="Tea.", strength={"rapid": 20})
