"""What is given to others: ClaimReview, PROV, tables, the evidence pack; and a story whose text is withdrawn."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile

import pytest
import rdflib
from click.testing import CliRunner
from rdflib import namespace as rdf

import tieline
from test_check_support import flow
from tieline.cli.main import cli
from tieline.model.documents import Document
from tieline.model.errors import MissingDataError
from tieline.model.periods import Period

TEXT = (
    "Copper goes to Nairobi as the northern mines reopen after the rains\n\nSANTIAGO, March 17 (Lusa) - Chile's exports to Kenya were $88 million in 2014, the customs service "
    "said. Chile's imports from Kenya were $12 million in 2014. Chile's exports to Peru were $5 million in 2014.\n\n"
    "A grey heron stood by the quay and watched the cranes."
)
STORY = Document("story", TEXT, Period.parse("2015-03-17"), "Lusa", url="https://example.org/copper")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("exports") / "ledger"
    desk = tieline.open(folder, bundled=False)
    desk.ledger.add_flows(
        [
            flow(reporter="CHL", partner="KEN", value=88e6, vintage="2015-06", dataset="office", citation="Office, 2015",
                 url="https://example.org/figures"),
            flow(reporter="CHL", partner="KEN", flow="imports", value=20e6, vintage="2015-06", dataset="office"),
        ]
    )  # fmt: skip
    verdicts = list(desk.check(STORY))
    wrong = next(v for v in verdicts if v.verdict == "contradicted" and v.dataset is None)
    desk.overrule(wrong.claim_id, verdict="imprecise", reason="a typing error", by="A. Editor")
    desk.check("story")
    return folder


def run(*arguments):
    result = CliRunner().invoke(cli, list(map(str, arguments)))
    assert result.exit_code == 0, result.output
    return result


def test_decided_claims_are_reviews_with_a_number_and_a_word(folder, tmp_path):
    target = tmp_path / "reviews.json"
    run("export", "story", "--as", "claimreview", "--author", "The Gazette", "--page-url", "https://example.org/check/7",
        "-o", target, "--ledger", folder)  # fmt: skip
    right, overruled = json.loads(target.read_text(encoding="utf-8"))
    assert right["@type"] == "ClaimReview"
    assert right["claimReviewed"] == "Chile's exports to Kenya were $88 million in 2014"
    assert right["reviewRating"] == {
        "@type": "Rating", "alternateName": "Supported", "ratingValue": 5, "bestRating": 5, "worstRating": 1,
        "ratingExplanation": "the figure lies within what the words and digits allow",
    }  # fmt: skip
    assert right["url"] == "https://example.org/check/7#note-1"
    assert right["itemReviewed"]["author"]["name"] == "customs service"
    assert right["itemReviewed"]["appearance"]["url"] == "https://example.org/copper"
    assert overruled["reviewRating"]["ratingValue"] == 3
    assert "Overruled by A. Editor" in overruled["reviewRating"]["ratingExplanation"]


def test_provenance_leads_from_every_verdict_to_rows_story_and_persons(folder):
    graph = json.loads(run("export", "--as", "prov", "--ledger", folder).output)
    nodes = {node["@id"]: node for node in graph["@graph"]}
    assert graph["@context"]["prov"] == "http://www.w3.org/ns/prov#"
    links = {"wasDerivedFrom", "wasGeneratedBy", "used", "wasAttributedTo", "wasAssociatedWith"}
    for node in nodes.values():
        for name in links & set(node):
            targets = node[name] if isinstance(node[name], list) else [node[name]]
            assert set(targets) <= set(nodes), (node["@id"], name)
    kinds = {node["@id"].split(":")[2] for node in nodes.values()}
    assert kinds == {
        "document", "outlet", "software", "reading", "claim", "check", "verdict", "row", "dataset", "publisher",
        "overrule", "person",
    }  # fmt: skip
    assert TEXT[:22] not in json.dumps(graph)


LINKS = {
    "wasGeneratedBy": ("Entity", "Activity"), "wasDerivedFrom": ("Entity", "Entity"), "wasAttributedTo": ("Entity", "Agent"),
    "used": ("Activity", "Entity"), "wasAssociatedWith": ("Activity", "Agent"),
}  # fmt: skip
AGENTS = {"Agent", "SoftwareAgent", "Person", "Organization"}


def test_provenance_as_graph_has_terms_of_prov_alone_each_between_its_kinds(folder):
    """Read by rdflib: every statement is one of PROV-O's vocabulary (W3C, 2013), of Dublin Core or our own, and no link is lost."""
    text = run("export", "--as", "prov", "--ledger", folder).stdout
    graph = rdflib.Graph().parse(data=text, format="json-ld")
    foreign = {
        str(p)
        for p in graph.predicates()
        if not str(p).startswith((str(rdf.PROV), "http://purl.org/dc/terms/", "urn:tieline:"))
    }
    assert foreign == {str(rdf.RDF.type), "http://www.w3.org/2000/01/rdf-schema#label"}
    told = {str(x).removeprefix(str(rdf.PROV)) for triple in graph for x in triple if str(x).startswith(str(rdf.PROV))}
    assert told <= set(rdf.PROV.__annotations__)
    kinds = {}
    for node, kind in graph.subject_objects(rdf.RDF.type):
        name = str(kind).removeprefix(str(rdf.PROV))
        kinds.setdefault(node, set()).update({name, "Agent"} if name in AGENTS else {name})
    links = 0
    for name, (giver, receiver) in LINKS.items():
        for one, other in graph.subject_objects(rdf.PROV[name]):
            assert (giver in kinds[one], receiver in kinds[other]) == (True, True), (name, one, other)
            links += 1
    nodes = json.loads(text)["@graph"]
    assert links == sum(len(v) if isinstance(v, list) else 1 for node in nodes for k, v in node.items() if k in LINKS)


def test_reviews_are_of_terms_of_schema_org_alone(folder):
    """The address of schema.org's context is put in as its vocabulary, which is what it says of terms like these."""
    reviews = json.loads(
        run("export", "story", "--as", "claimreview", "--author", "The Gazette", "--ledger", folder).stdout
    )
    assert {review["@context"] for review in reviews} == {"https://schema.org"}
    graph = rdflib.Graph()
    for review in reviews:
        graph.parse(data=json.dumps(review | {"@context": {"@vocab": str(rdf.SDO)}}), format="json-ld")
    assert len(set(graph.subjects(rdf.RDF.type, rdf.SDO.ClaimReview))) == len(reviews) == 2
    terms = [str(p) for p in graph.predicates() if p != rdf.RDF.type] + [
        str(kind) for kind in graph.objects(None, rdf.RDF.type)
    ]
    assert [each for each in terms if each.removeprefix(str(rdf.SDO)) not in rdf.SDO] == []


def test_a_pack_opens_without_tieline_and_is_the_same_twice(folder, tmp_path):
    target = tmp_path / "story.zip"
    run("export", "story", "--as", "pack", "-o", target, "--ledger", folder)
    first = target.read_bytes()
    run("export", "story", "--as", "pack", "-o", target, "--ledger", folder)
    assert target.read_bytes() == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    assert set(files) == {
        "README.md", "story.html", "story.txt", "document.json", "claims.jsonl", "verdicts.jsonl", "verdicts.csv", "rows.csv",
        "queries.sql", "overrules.jsonl", "claim-review.json", "provenance.json",
    }  # fmt: skip
    assert files["story.txt"] == TEXT
    assert hashlib.sha256(files["rows.csv"].encode()).hexdigest() in files["README.md"]
    assert "| Imprecise. Overruled by A. Editor" in files["README.md"]
    rows = list(csv.DictReader(io.StringIO(files["rows.csv"])))
    assert {float(row["value"]) for row in rows} == {88e6, 20e6}
    for line in files["claims.jsonl"].splitlines():
        quote = json.loads(line)["quote"]
        assert files["story.txt"][quote["start"] : quote["end"]] == quote["exact"]
    ledger = tieline.open(folder).ledger
    for sql in filter(None, (each.strip() for each in files["queries.sql"].split(";\n"))):
        ledger.query(sql)


def test_tables_and_refusals(folder, tmp_path):
    lines = run("export", "story", "--as", "jsonl", "--ledger", folder).output.splitlines()
    assert {json.loads(line)["verdict"] for line in lines} >= {"supported", "imprecise", "no-data"}
    assert run("export", "--as", "md", "--ledger", folder).output.startswith("| verdict |")
    for form in ("csv", "md"):
        assert "Overruled by A. Editor" in run("export", "--as", form, "--ledger", folder).output
    desk = tieline.open(folder)
    told = Document("unchecked", "Chile's exports to Kenya were $88 million in 2014.", Period.parse("2015-03-17"))
    desk.read(told, Document("empty", "The weather was fine.", Period.parse("2015-03-17")))
    for name, why in (("unchecked", "was never checked"), ("empty", "no claim was found in empty")):
        with pytest.raises(MissingDataError, match=why):
            list(desk.checked_documents([name]))
    for wrong, why in (
        (["--as", "csv", "-o", "x.json"], "--as csv writes no json"),
        (["--as", "claimreview", "--page-url", "mine"], "'mine'"),
    ):
        refused = CliRunner().invoke(cli, ["export", "story", *wrong, "--ledger", str(folder)])
        assert (refused.exit_code, why in " ".join(refused.output.split())) == (2, True)
    several = CliRunner().invoke(
        cli, ["export", "--as", "pack", "-o", str(tmp_path / "a.zip"), "--ledger", str(folder)]
    )
    assert several.exit_code == 2 or "go into a folder" in str(several.exception)


def test_a_withdrawn_text_is_nowhere_in_the_folder_and_its_facts_stay(tmp_path):
    folder = tmp_path / "ledger"
    desk = tieline.open(folder, bundled=False)
    desk.check(STORY, Document("other", "Peru's exports to Kenya were $3 million in 2014.", Period.parse("2015-03-17")))
    before = desk.show("story")
    said = run("withdraw", "story", "--reason", "at the publisher's request", "--yes", "--ledger", folder).output
    assert "text withdrawn; 3 claims" in said
    gone = [b"watched the cranes", b"Copper goes to Nairobi"]
    for path in folder.rglob("*"):
        if path.is_file():
            assert not any(word in path.read_bytes() for word in gone), path
    fresh = tieline.open(folder)
    after = fresh.show("story")
    assert after.document.text == ""
    assert after.document.text_sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert after.document.version_id == before.document.version_id
    assert [c.claim_id for c in after.claims] == [c.claim_id for c in before.claims]
    assert [v.verdict_id for v in after.verdicts] == [v.verdict_id for v in before.verdicts]
    assert "withdrawn" in after.document.warnings[-1]
    assert "at the publisher's request" in after.document.warnings[-1]
    assert fresh.show("other").document.text.startswith("Peru")
    page = fresh.check("story", record=False).to_html()
    assert "The text was withdrawn on" in page.replace("&#x27;", "'")
    assert fresh.check(STORY).checked[0].document.text == ""  # the same text given again does not bring it back
    fresh.read(Document("third", "Fiji's exports to Kenya were $4 million in 2014.", Period.parse("2015-03-17")))
    assert len(tieline.open(folder).ledger.documents()) == 3


def test_what_is_exported_is_the_last_check_alone(tmp_path):
    desk = tieline.open(tmp_path / "ledger", bundled=False)
    desk.ledger.add_flows(
        flow(reporter="CHL", partner="KEN", value=value, dataset=name, vintage=vintage)
        for name, vintage, value in (("early", "2015-01", 88e6), ("office", "2015-06", 95e6))
    )

    def told():
        (shown,) = desk.checked_documents(["story"])
        return {(v.dataset, v.verdict) for v in shown.verdicts if "exports to Kenya" in v.quote["exact"]}

    desk.check(STORY)
    both = {("early", "supported"), ("office", "imprecise"), (None, "imprecise")}
    assert told() == both
    desk.check("story", dataset=["early"])
    assert told() == {("early", "supported"), (None, "supported")}
    desk.check("story", as_known_on="2015-02")
    assert told() == {("early", "supported"), (None, "supported")}
    desk.check("story")
    assert told() == both


def test_a_review_names_whose_trade_it_is_who_said_so_and_the_day_known(tmp_path):
    """A speaker of another sentence is no author; words that name no country stand with those before them."""
    text = (
        "Kenya's bureau of statistics said on Monday that tea did well. "
        "Chile bought tea and coffee worth $88 million from Kenyan growers in 2014. Mexico took 10 percent of Kenya's exports."
    )
    desk = tieline.open(tmp_path / "ledger", bundled=False)
    desk.ledger.add_flows(
        [
            flow(reporter="KEN", partner=code, flow="exports", value=value, vintage="2015-02-01")
            for code, value in (("CHL", 50e6), ("MEX", 10e6), ("WLD", 100e6))
        ]
    )
    desk.check(Document("story", text, Period.parse("2015-03-17"), outlet="The Gazette"), as_known_on="2015-03-01")
    reviews = [each for one in desk.checked_documents() for each in desk.claim_reviews(one)]
    assert {"Kenya" in each["claimReviewed"] for each in reviews} == {True}
    assert any(each["claimReviewed"].startswith("Mexico took 10 percent of Kenya's exports") for each in reviews)
    assert {each["itemReviewed"]["author"]["name"] for each in reviews} == {"The Gazette"}
    assert all("released by 1 March 2015" in each["reviewBody"] for each in reviews)
