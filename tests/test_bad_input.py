"""Each bad input has its clear message and exit code, the rest of the batch goes on, and nothing recorded is lost."""

import json
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tieline.ledger import Ledger

GOOD = "SEOUL, March 17 (UPI) -- North Korea's exports to Russia rose 31.9 percent to $10.17 million in 2014."
MAIN = "from tieline.cli.main import main; main()"
HEADER = "publisher,dataset,vintage,reporter,partner,flow,product,period,value,unit,change_pct,share_pct,citation,url\n"
ROW = "Office,own,2015-01-01,{reporter},{partner},exports,,2014,1000,USD,,,Table 1,\n"


def read(tieline, *files):
    """Read the files with a good one before and after them."""
    Path("a-good.txt").write_text(GOOD, encoding="utf-8")
    Path("z-good.txt").write_text(GOOD.replace("10.17", "10.18"), encoding="utf-8")
    return tieline("read", "a-good.txt", *files, "z-good.txt", "--published", "2015-03-17", "--format", "jsonl")


def recorded(folder="tieline-ledger"):
    return {stored.document.id for stored in Ledger.open(folder).documents()}


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.txt", b"", "empty.txt: is empty"),
        ("report.txt", b"%PDF-1.4\n1 0 obj", "report.txt: is a PDF, not text; save the story as text or HTML"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "photo.txt: is a PNG image, not text"),
        ("photo.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0", "photo.jpg: is a JPEG image, not text"),
        ("docs.zip", b"PK\x03\x04rest", "docs.zip: is a zip archive or an Office file"),
        ("noise.bin", bytes(range(256)) * 8, "noise.bin: is binary data, not text"),
        ("huge.txt", b"Trade grew. " * (50 * 2**20 // 12), "huge.txt: has 50 MB, and a text may have 20"),
        ("broken.json", b'{"id": "x", "text": ', "broken.json: is no JSON"),
        ("feed.xml", b'<!DOCTYPE rss [<!ENTITY a "a">]><rss><item><title>&a;</title></item></rss>', "feed.xml: declares"),
        ("figures.csv", b"year,value\n2014,1\n", "figures.csv: is a table, not a story; statistics are taken in with"),
        ("missing.txt", None, "missing.txt: no such file"),
        ("locked", "folder", "locked: is a folder without a file in it"),
    ],
)  # fmt: skip
def test_an_unreadable_item_is_named_and_the_batch_goes_on(tieline, name, data, message):
    if data == "folder":
        Path(name).mkdir()
    elif data is not None:
        Path(name).write_bytes(data)
    done = read(tieline, name)
    assert done.exit_code == 3
    assert f"tieline: {message}" in done.stderr
    assert "tieline: 1 of 3 inputs could not be read" in done.stderr
    assert {json.loads(line)["document"] for line in done.stdout.splitlines()} == {"a-good.txt", "z-good.txt"}
    assert recorded() == {"a-good.txt", "z-good.txt"}


def test_a_bad_line_of_json_lines_is_named_by_its_number(tieline):
    good = [json.dumps({"id": name, "text": GOOD, "published": "2015-03-17"}) for name in ("one", "two")]
    Path("docs.jsonl").write_text("\n".join([good[0], "{oops", '{"id": "x"}', good[1]]), encoding="utf-8")
    done = tieline("read", "docs.jsonl", "--format", "jsonl")
    assert done.exit_code == 3
    assert "docs.jsonl, line 2: is no line of JSON" in done.stderr
    assert "docs.jsonl, line 3: has no field `text`" in done.stderr
    assert "2 of 4 inputs could not be read" in done.stderr
    assert recorded() == {"one", "two"}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (GOOD.replace("--", "—").encode("cp1252") + b" Caf\xe9.", "read as windows-1252, which was detected"),
        (f"<meta charset=iso-8859-1><p>{GOOD} Café.</p>".encode("latin-1"), "read as windows-1252, by its own declaration"),
        (GOOD.encode("utf-16"), "read as utf-16, by its byte order mark"),
    ],
)  # fmt: skip
def test_invalid_utf8_is_decoded_and_said(tieline, data, said):
    Path("odd.txt").write_bytes(data)
    done = tieline("read", "odd.txt", "--published", "2015-03-17", "--format", "jsonl")
    assert done.exit_code == 0
    assert f"odd.txt: is not UTF-8: {said}" in done.stderr
    assert json.loads(done.stdout.splitlines()[0])["change_pct"] == 31.9


def test_a_document_without_a_date_is_not_dated_by_today(tieline):
    text = "North Korea's exports to Russia rose 31.9 percent last year. Officials of Japan and Chile met on Tuesday."
    Path("undated.txt").write_text(text, encoding="utf-8")
    done = tieline("read", "undated.txt", "--format", "jsonl")
    assert done.exit_code == 0
    assert "undated.txt: no publication date" in done.stderr
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    assert claims
    assert all(claim.get("period") is None and claim.get("date") is None for claim in claims)
    assert Ledger.open("tieline-ledger").document("undated.txt").document.published is None


@pytest.mark.parametrize("call", [["read"], ["check"], ["load"], ["read", "--no-record"]])
@pytest.mark.parametrize("address", ["https://wire.example/story", "HTTP://wire.example/"])
def test_an_address_is_refused_before_anything_is_read(tieline, call, address):
    Path("good.txt").write_text(GOOD, encoding="utf-8")
    given = ["good.txt", address] if call[0] == "read" else [address]
    done = tieline(*call, *given)
    assert done.exit_code == 2
    assert "tieline fetches nothing: save the page in a browser and give the file" in done.stderr
    assert not Path("tieline-ledger").exists() or recorded() == set()


@pytest.mark.parametrize(
    ("table", "message", "rows"),
    [
        (HEADER.replace("period,", "") + "x\n", "period", None),
        (HEADER + ROW.format(reporter="JPN", partner="ZZQ") + ROW.format(reporter="JPN", partner="CHL"), "ZZQ", 1),
        (HEADER + ROW.format(reporter="NA", partner="CHL"), None, 1),
        ("year,importer,exporter\n2014,JPN,CHL\n", "value_usd", None),
        ("year,importer,exporter,value_usd\n2014,NA,CHL,5\n2014,JPN,QQQ,5\n2014,JPN,CHL,7\n", "QQQ", 2),
        ("", "empty", None),
    ],
)
def test_statistics(tieline, table, message, rows):
    Path("bad.csv").write_text(table, encoding="utf-8")
    Path("good.csv").write_text(HEADER + ROW.format(reporter="FJI", partner="MLT"), encoding="utf-8")
    done = tieline("load", "--no-bundled", "bad.csv", "good.csv", "--format", "jsonl")
    assert done.exit_code == (3 if message else 0)
    assert not message or message in done.stderr
    assert ("1 of 2 inputs could not be read" in done.stderr) == (rows is None)
    held = Ledger.open("tieline-ledger").query("SELECT reporter, partner FROM flows").to_pylist()
    assert len(held) == (rows or 0) + 1
    assert {"reporter": "FJI", "partner": "MLT"} in held
    if "NA," in table:
        assert "NAM" in {code for row in held for code in row.values()}


@pytest.mark.parametrize("call", [["read", "good.txt"], ["check", "good.txt"], ["ledger"], ["show", "x"], ["check"]])
def test_a_folder_that_is_no_ledger(tieline, call):
    Path("photos").mkdir()
    Path("photos/cat.jpg").write_bytes(b"\xff\xd8\xff")
    Path("good.txt").write_text(GOOD, encoding="utf-8")
    done = tieline(*call, "--ledger", "photos")
    assert done.exit_code == 4
    assert "photos" in done.stderr
    assert [path.name for path in Path("photos").iterdir()] == ["cat.jpg"]


@pytest.mark.parametrize("call", [["show", "x"], ["check"], ["check", "not-there"]])
def test_a_ledger_that_is_not_there(tieline, call):
    done = tieline(*call)
    assert done.exit_code == 4
    assert "no ledger at" in done.stderr
    assert not Path("tieline-ledger").exists()


def test_a_ledger_made_by_a_newer_version(tieline):
    assert tieline("ledger", "--format", "json").exit_code == 0
    mark = Path("tieline-ledger/ledger.json")
    mark.write_text(json.dumps(json.loads(mark.read_text(encoding="utf-8")) | {"format": 99}), encoding="utf-8")
    Path("good.txt").write_text(GOOD, encoding="utf-8")
    for call in (["read", "good.txt"], ["ledger"], ["check", "good.txt"], ["show", "x"]):
        done = tieline(*call)
        assert done.exit_code == 4
        assert "newer version of tieline" in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1


def small_disk():
    resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


def test_a_full_disk_loses_nothing(tieline):
    """A limit on the size of files stands for the full disk: the same error at the same call."""
    Path("one.txt").write_text(GOOD, encoding="utf-8")
    Path("two.txt").write_text(GOOD.replace("10.17", "10.19") + "\n" + "Tea. " * 2000, encoding="utf-8")
    assert tieline("read", "one.txt", "--published", "2015-03-17").exit_code == 0
    call = [sys.executable, "-c", MAIN, "read", "two.txt", "--published", "2015-03-17"]
    full = subprocess.run(call, capture_output=True, text=True, preexec_fn=small_disk, check=False)
    assert full.returncode == 4
    assert "the disk is full" in full.stderr
    assert "Traceback" not in full.stderr
    assert recorded() == {"one.txt"}
    assert tieline("read", "two.txt", "--published", "2015-03-17").exit_code == 0
    assert recorded() == {"one.txt", "two.txt"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_standard_output_on_a_full_disk(tieline):
    assert tieline("ledger").exit_code == 0
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", MAIN, "ledger"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 4
    assert done.stderr.strip().splitlines() == [
        "tieline: the disk is full (No space left on device); what was recorded stays"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile met. Dozens of them accused Peru of spying on Chile.",  # "them" stands for nothing that holds it
        "The country had surpluses with Greece, 2,095 MD, and with Malta, 577 MD.",  # money of no country that is named
        "With his Tanzanian counterpart Jakaya Kikwete, Mr Xi of China put his name to 16 trade accords.",  # nothing before "with"
    ],
)
def test_words_that_look_like_something_else_are_read_without_failing(tieline, text):
    done = tieline("read", "--text", text, "--published", "2015-03-17", "--no-record")
    assert done.exit_code == 0, done.stderr


@pytest.mark.parametrize(
    ("text", "lang", "said"),
    [
        ("Le commerce entre le Japon et le Chili a progressé de 5 pour cent en 2014.", "fr", "can't be read yet"),
        ("A quiet day in the village, and nothing happened at all.", "en", "no claim was found"),
    ],
)
def test_no_claims_and_foreign_languages_are_no_failure(tieline, text, lang, said):
    done = tieline("check", "--text", text, "--lang", lang, "--published", "2015-03-17")
    assert done.exit_code == 0
    assert said in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (
            ["check", "--text", "Tea.", "--dataset", "nope"],
            "no dataset 'nope' in the ledger; it holds kotra-2013, kotra-2014",
        ),
        (["check", "--fail-on", "wrong"], "'wrong' is not one of 'supported'"),
        (["check", "--text", "Tea.", "--published", "17 March"], "'17 March' is no date; give a day (2015-03-17)"),
        (["read", "x.txt", "--published", "2015-13"], "'2015-13' is no date"),
        (["load", "x.csv", "--layout", "nope"], "no layout 'nope'; allowed: comtrade"),
        (["load", "x.csv", "--vintage", "soon"], "'soon' is no date"),
        (["read", "x.txt", "-o", "out.docx"], "no format goes with this ending; use .json"),
        (["read", "x.txt", "-o", "."], "is a folder"),
        (["read", "tieline-ledger"], "is a ledger"),
        (["countries", "korea", "--on", "then"], "'then' is no date"),
        (["ledger", "--format", "xml"], "'xml' is not one of"),
    ],
)
def test_wrong_calls_say_what_is_allowed(tieline, call, said):
    if call == ["read", "tieline-ledger"]:
        assert tieline("ledger").exit_code == 0
    done = tieline(*call)
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_hostile_text_steers_no_terminal_and_no_spreadsheet(tieline):
    text = "\x1b]0;owned\x07Japan's exports to Chile rose 5 percent in 2014.\n\n=HYPERLINK: Fiji's exports to Malta rose 5 percent in 2014."
    Path("hostile.txt").write_text(text, encoding="utf-8")
    table = tieline("check", "hostile.txt", "--published", "2015-01-01", "--format", "table")
    assert table.exit_code == 0
    assert "\x1b" not in table.output
    csv = tieline("check", "hostile.txt", "--format", "csv")
    assert "\n=" not in csv.stdout
    assert ",=" not in csv.stdout
