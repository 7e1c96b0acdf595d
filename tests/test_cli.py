"""The command line: help, formats, exit codes, standard input, and what is left on disk."""

import csv
import io
import json
from pathlib import Path

import click
import pytest

from tieline.cli.main import cli
from tieline.ledger import Ledger

STORY = """SEOUL, March 17 (UPI) -- North Korea's trade with Russia is growing rapidly, an official said.

North Korea's exports to Russia rose 31.9 percent to $10.17 million in 2014. Its imports from Russia rose 14.9 percent.

North Korea's trade with China came to $6.39 billion in 2014.
"""
OTHER = "Fiji's exports to Malta rose 5 percent in 2014."
COMMANDS = [
    "demo", "read", "load", "check", "claims", "documents", "trade", "partners", "dependence", "products", "indicator", "ties", "shifts", "pivot", "timeline", "acts", "rank", "brief", "codes", "flags", "show", "overrule", "export", "withdraw", "ledger",
    "countries", "evaluate",
]  # fmt: skip
CONTRACT = Path(__file__).parents[2] / "shared" / "contract"
FLOWS = "year,importer,exporter,value_usd\n2013,RUS,PRK,9000000\n2014,RUS,PRK,9900000\n"


@pytest.fixture
def story(tieline):
    """A story on disk, read and checked."""
    Path("story.txt").write_text(STORY, encoding="utf-8")
    done = tieline("check", "story.txt", "--published", "2015-03-17", "--outlet", "UPI", "--format", "jsonl")
    assert done.exit_code == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def outcomes(verdicts):
    return {v["quote"]["exact"]: v["verdict"] for v in verdicts if v["dataset"] is None}


def test_the_commands_are_those_of_the_manual():
    assert cli.list_commands(click.Context(cli)) == COMMANDS


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_help_shows_an_example(tieline, command):
    for flag in ("--help", "-h"):
        done = tieline(*command, flag)
        assert done.exit_code == 0
        assert "Example:\n    tieline " in done.stdout


def test_version(tieline):
    assert tieline("--version").stdout.startswith("tieline, version 0.")


def test_check_gives_a_line_for_each_claim_and_dataset_and_one_over_all(story):
    fields = {"claim_id", "document", "kind", "quote", "dataset", "vintage", "verdict", "parts", "claimed", "found",
              "nearest", "readings", "rows", "sql"}  # fmt: skip
    assert all(fields <= set(verdict) for verdict in story)
    assert {verdict["dataset"] for verdict in story} == {"kotra-2014", None}
    words = outcomes(story)
    assert words["North Korea's trade with Russia is growing rapidly"] == "contradicted"
    assert words["North Korea's trade with China came to $6.39 billion in 2014"] == "supported"
    assert {r["label"] for v in story for r in v["readings"]}
    assert any("SELECT" in sql for v in story for sql in v["sql"])


def test_the_story_keeps_its_date_when_it_is_named_again(tieline, story):
    again = tieline("check", "story.txt", "--format", "jsonl")
    assert "no publication date" not in again.stderr
    assert outcomes(map(json.loads, again.stdout.splitlines())) == outcomes(story)
    (stored,) = Ledger.open("tieline-ledger").documents(all_versions=True)
    assert (stored.document.published.iso, stored.document.outlet) == ("2015-03-17", "UPI")


def check_form(form, text):
    if form == "json":
        assert json.loads(text)
    elif form == "jsonl":
        assert all(json.loads(line) for line in text.splitlines())
    elif form == "csv":
        rows = list(csv.DictReader(io.StringIO(text)))
        assert rows
        assert all(None not in row for row in rows)
    elif form == "md":
        assert text.startswith("| ")
        assert set(text.splitlines()[1]) <= set("|- ")
    elif form == "html":
        assert text.startswith("<!doctype html>")
        assert "<script" not in text
    else:
        assert text.strip()
        assert max(map(len, text.splitlines())) <= 100


@pytest.mark.usefixtures("story")
def test_every_command_in_every_format(tieline):
    Path("flows.csv").write_text(FLOWS, encoding="utf-8")
    calls = ("check", "read story.txt", "show story.txt", "ledger", "countries korea", "load flows.csv")
    for call in calls:
        for form in ("table", "json", "jsonl", "csv", "md", "html"):
            done = tieline(*call.split(), "--format", form, "-o", f"out.{form}")
            assert (done.exit_code, done.stdout) == (0, "")
            check_form(form, Path(f"out.{form}").read_text(encoding="utf-8"))
    assert not list(Path().glob(".out*"))


@pytest.mark.parametrize("ending", ["json", "jsonl", "csv", "md", "html", "txt"])
def test_the_ending_of_the_file_chooses_the_format(tieline, ending):
    assert tieline("countries", "korea", "-o", f"new/folder/k.{ending}").exit_code == 0
    text = Path(f"new/folder/k.{ending}").read_text(encoding="utf-8")
    start = {"json": "[\n{", "jsonl": '{"code"', "csv": "code,name", "md": "| code", "html": "<!doctype", "txt": "Code"}
    assert text.startswith(start[ending])


@pytest.mark.usefixtures("story")
def test_a_table_fits_eighty_columns_and_shows_signs_without_colour(tieline, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    Path("flows.csv").write_text(FLOWS, encoding="utf-8")
    assert tieline("load", "flows.csv").exit_code == 0
    done = tieline("check", "--format", "table")
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert not any(line.endswith(" ") for line in lines)
    shown = done.stdout
    assert "story.txt · UPI · 17 March 2015" in shown
    assert "✗  Contradicted   “North Korea's trade with Russia is growing rapidly”" in shown
    assert "⇄  Sources" in shown
    assert "→ Trade between North Korea and China was $6.39 billion in" in shown
    assert "nothing on it in flows" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    ("fail_on", "code"),
    [([], 0), (["contradicted"], 1), (["no-data"], 0), (["no-data", "supported"], 1)],
)
@pytest.mark.usefixtures("story")
def test_fail_on_an_outcome(tieline, fail_on, code):
    flags = [part for word in fail_on for part in ("--fail-on", word)]
    assert tieline("check", "story.txt", *flags).exit_code == code


@pytest.mark.usefixtures("story")
def test_unreadable_input_comes_before_a_finding(tieline):
    Path("empty.txt").touch()
    assert tieline("check", "story.txt", "empty.txt", "--fail-on", "contradicted").exit_code == 3


def test_check_without_record_makes_no_ledger(tieline):
    Path("story.txt").write_text(STORY, encoding="utf-8")
    done = tieline("check", "story.txt", "--published", "2015-03-17", "--no-record", "--format", "jsonl")
    assert done.exit_code == 0
    assert "nothing is recorded" in done.stderr
    assert "contradicted" in outcomes(map(json.loads, done.stdout.splitlines())).values()
    assert [path.name for path in Path().iterdir()] == ["story.txt"]


@pytest.mark.usefixtures("story")
def test_check_without_record_leaves_a_ledger_as_it_is(tieline):
    before = Ledger.open("tieline-ledger").counts()
    assert tieline("check", "--text", OTHER, "--published", "2015-01-01", "--no-record").exit_code == 0
    assert Ledger.open("tieline-ledger").counts() == before


def test_a_text_is_read_checked_and_recorded(tieline):
    text = "China's trade with North Korea fell 2.4 percent in 2014."
    done = tieline("check", "--text", text, "--published", "2015-03-17", "--format", "jsonl")
    verdict = json.loads(done.stdout.splitlines()[-1])
    assert verdict["verdict"] == "supported"
    again = tieline("check", verdict["document"], "--format", "jsonl")
    assert json.loads(again.stdout.splitlines()[-1])["claim_id"] == verdict["claim_id"]


@pytest.mark.usefixtures("story")
def test_only_one_dataset(tieline):
    Path("flows.csv").write_text(FLOWS, encoding="utf-8")
    assert tieline("load", "flows.csv", "--dataset", "own").exit_code == 0
    done = tieline("check", "--dataset", "own", "--format", "jsonl")
    assert {json.loads(line)["dataset"] for line in done.stdout.splitlines()} == {"own", None}


@pytest.mark.usefixtures("story")
def test_the_article_of_one_document_and_of_several(tieline):
    assert tieline("check", "story.txt", "-o", "one.html").exit_code == 0
    assert "growing rapidly" in Path("one.html").read_text(encoding="utf-8")
    Path("other.txt").write_text(OTHER, encoding="utf-8")
    done = tieline("check", "story.txt", "other.txt", "--published", "2015-03-17", "-o", "desk.html")
    assert done.exit_code == 0
    assert "articles of 2 documents are in desk.html" in done.stderr
    assert sorted(path.name for path in Path("desk").iterdir()) == ["001-story-txt.html", "002-other-txt.html"]
    page = Path("desk.html").read_text(encoding="utf-8")
    assert 'href="desk/001-story-txt.html"' in page
    assert tieline("check", "story.txt", "other.txt", "--format", "html").exit_code == 2


@pytest.mark.parametrize("flags", [["-"], []])
def test_read_takes_json_lines_and_plain_text_from_standard_input(tieline, flags):
    lines = "".join(json.dumps({"id": n, "text": OTHER, "published": "2015-01-01"}) + "\n" for n in ("a", "b"))
    done = tieline("read", *flags, "--no-record", stdin=lines)
    assert [json.loads(line)["document"] for line in done.stdout.splitlines()] == ["a", "b"]
    plain = tieline("read", *flags, "--no-record", "--published", "2015-01-01", stdin=OTHER)
    assert json.loads(plain.stdout)["document"].startswith("text-")
    assert not Path("tieline-ledger").exists()


def test_load_and_check_take_standard_input(tieline):
    done = tieline("load", "-", "--dataset", "own", "--format", "jsonl", stdin=FLOWS)
    assert (done.exit_code, json.loads(done.stdout)["new"]) == (0, 2)
    checked = tieline("check", "-", "--published", "2015-03-17", "--dataset", "own", stdin=STORY)
    assert outcomes(map(json.loads, checked.stdout.splitlines()))


def test_a_folder_is_read_with_its_folders_but_not_its_ledger(tieline):
    for name in ("a.txt", "deep/a.txt", ".hidden"):
        Path("stories", name).parent.mkdir(parents=True, exist_ok=True)
        Path("stories", name).write_text(OTHER + name, encoding="utf-8")
    call = ["read", "stories", "--published", "2015-01-01", "--ledger", "stories/ledger"]
    for new in (2, 0):
        done = tieline(*call)
        assert done.exit_code == 0
        assert f"recorded {new} new documents" in done.stderr
    assert {s.document.id for s in Ledger.open("stories/ledger").documents()} == {"a.txt", "deep/a.txt"}


def test_files_of_one_name_are_not_versions_of_one_story(tieline):
    for folder in ("monday", "tuesday"):
        Path(folder).mkdir()
        Path(folder, "story.txt").write_text(f"{OTHER} {folder}", encoding="utf-8")
    assert tieline("read", "monday/story.txt", "tuesday/story.txt", "--published", "2015-01-01").exit_code == 0
    assert {s.document.id for s in Ledger.open("tieline-ledger").documents()} == {
        "monday/story.txt",
        "tuesday/story.txt",
    }


def test_the_same_address_with_another_text_is_a_new_version(tieline):
    for text in (STORY, STORY + OTHER):
        line = json.dumps({"id": "s", "text": text, "published": "2015-03-17", "url": "https://wire.example/s"})
        assert tieline("check", "-", stdin=line).exit_code == 0
    shown = json.loads(tieline("show", "https://wire.example/s", "--format", "json").stdout)
    assert (shown["document"]["version"], shown["document"]["latest"]) == (2, True)
    assert any(verdict["superseded"] for verdict in map(verdict_json, Ledger.open("tieline-ledger").verdicts()))


def verdict_json(verdict):
    return verdict.to_json()


def test_show_a_document_its_text_a_claim_and_a_verdict(tieline, story):
    document = json.loads(tieline("show", "story.txt", "--format", "json").stdout)
    assert (document["shows"], document["document"]["published"]) == ("document", "2015-03-17")
    assert {v["claim_id"] for v in document["verdicts"]} == {c["claim_id"] for c in document["claims"]}
    text = tieline("show", "story.txt", "--text")
    assert text.stdout == STORY
    for claim in document["claims"]:
        quote = claim["quote"]
        assert text.stdout[quote["start"] : quote["end"]] == quote["exact"]
    claim = document["claims"][0]
    shown = tieline("show", claim["claim_id"], "--format", "table").stdout
    assert claim["claim_id"] in shown.replace("\n", "")
    verdict = next(v for v in story if v["dataset"])
    for key in (verdict["verdict_id"], verdict["verdict_id"][:10]):
        shown = tieline("show", key, "--format", "table").stdout
        assert all(word in shown for word in ("SELECT * FROM flows", "Yonhap", verdict["verdict_id"], "▸"))
    assert tieline("show", verdict["verdict_id"], "--text").stdout == STORY
    missing = tieline("show", "stor")
    assert missing.exit_code == 4
    assert "Did you mean story.txt?" in missing.stderr


def test_the_text_of_a_document_keeps_its_line_ends(tieline):
    Path("dos.txt").write_bytes(OTHER.encode() + b"\r\n\r\nMore.\r\n")
    assert tieline("read", "dos.txt", "--published", "2015-01-01").exit_code == 0
    assert tieline("show", "dos.txt", "--text").stdout_bytes == Path("dos.txt").read_bytes()


@pytest.mark.parametrize(("flags", "datasets"), [([], ["kotra-2013", "kotra-2014"]), (["--no-bundled"], [])])
def test_a_new_ledger_holds_the_published_facts_or_nothing(tieline, flags, datasets):
    done = tieline("ledger", *flags, "--format", "json")
    assert "made a new one" in done.stderr
    said = json.loads(done.stdout)
    assert [dataset["name"] for dataset in said["datasets"]] == datasets
    assert "made a new one" not in tieline("ledger").stderr


def test_the_ledger_may_be_named_by_the_environment(tieline, monkeypatch):
    monkeypatch.setenv("TIELINE_LEDGER", "elsewhere")
    assert tieline("ledger").exit_code == 0
    assert Path("elsewhere/ledger.json").exists()
    assert not Path("tieline-ledger").exists()


@pytest.mark.parametrize(
    ("query", "codes", "code", "said"),
    [
        (["korea"], ["KOR", "PRK"], 0, "'korea' is ambiguous: South Korea (KOR) or North Korea (PRK)"),
        (["Moscow", "--on", "1987-06-01"], ["SUN"], 0, ""),
        (["842"], ["USA"], 0, ""),
        (["ivory", "coast"], ["CIV"], 0, ""),
        (["atlantis"], [], 4, "no country is called 'atlantis'"),
    ],
)
def test_countries(tieline, query, codes, code, said):
    done = tieline("countries", *query)
    assert done.exit_code == code
    assert [json.loads(line)["code"] for line in done.stdout.splitlines()] == codes
    assert said in done.stderr


def test_warnings_that_many_documents_share_are_counted(tieline):
    lines = "".join(json.dumps({"id": f"d{n}", "text": OTHER}) + "\n" for n in range(15))
    done = tieline("read", "-", "--no-record", stdin=lines)
    assert done.stderr.count(": no publication date") == 11
    assert "... and 5 more documents: no publication date" in done.stderr


def test_demo(tieline):
    done = tieline("demo", "-o", "here")
    assert done.exit_code == 0
    assert "The marked-up article, for a browser: here/story.html" in done.stdout
    counted = {"✗  Contradicted": 2, "≈  Imprecise": 1, "✓  Supported": 3, "✓* Supported": 1}
    assert {word: done.stdout.count(word) for word in counted} == counted
    page = Path("here/story.html").read_text(encoding="utf-8")
    assert "surged" in page
    assert "http://" not in page
    assert "<script" not in page
    assert tieline("demo", "-o", "here").exit_code == 0
    assert tieline("show", "demo-story", "--ledger", "here/ledger").exit_code == 0


@pytest.mark.skipif(not CONTRACT.exists(), reason="the contract lies outside this repository")
def test_read_prints_the_claims_of_the_contract_and_nothing_else(tieline):
    from jsonschema import Draft202012Validator  # noqa: PLC0415

    schema = json.loads((CONTRACT / "claims.schema.json").read_text(encoding="utf-8"))
    documents = Path(__file__).parent / "gold" / "twin" / "documents.jsonl"
    seed = CONTRACT.parent / "data" / "press" / "seed" / "documents.jsonl"
    done = tieline("read", documents, seed, "--no-record", "--format", "jsonl")
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(claims) > 15
    assert [error.message for claim in claims for error in Draft202012Validator(schema).iter_errors(claim)] == []
    assert len({claim["claim_id"] for claim in claims}) == len(claims)
    assert done.stdout == tieline("read", documents, seed, "--no-record", "--format", "jsonl").stdout
