"""Hostile and broken inputs: what can be read is read, the rest is told, and the work grows with the length alone."""

import gzip
import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tieline.ledger import Ledger
from tieline.model.documents import Document
from tieline.read import read_documents
from tieline.read.pages.intake import Unreadable, documents_from_bytes
from tieline.read.pages.layout import lay_out
from tieline.read.story.document import build_story
from tieline.read.syntax.sentences import plain, split_sentences

GOOD = "SEOUL, March 17 (UPI) -- North Korea's exports to Russia rose 31.9 percent to $10.17 million in 2014."
SENTENCE = "Chile's exports of copper to Peru rose 12.5 percent to $3.4 million in 2014, the customs service said. "
PAGE = "<html><body>"


def take(data, name="x"):
    return list(documents_from_bytes(data.encode() if isinstance(data, str) else data, name))


BOMBS = {
    "elements in one another": lambda n: PAGE + "<div>" * n + GOOD + "</div>" * n,
    "elements never closed": lambda n: PAGE + "<p><b>" * n + "</i>x" * n + GOOD,
    "a script": lambda n: PAGE + "<script>" + "var x = '<p>';" * n + f"</script><p>{GOOD}</p>",
    "scripts never closed": lambda n: PAGE + "<script>" * n + GOOD,
    "comments never closed": lambda n: PAGE + "<!--" * n + GOOD,
    "signs that open no tag": lambda n: PAGE + "<" * n + "<a " * n + GOOD,
    "quotes never closed": lambda n: PAGE + "<a b='>" * n + '<a b=">' * n + GOOD,
    "entities": lambda n: PAGE + "&#x;&am" * n + GOOD,
    "declarations": lambda n: PAGE + "<![CDATA[" * n + "<?" * n + GOOD,
    "linked data never closed": lambda n: PAGE + '<script type="application/ld+json">' * n + GOOD,
    "linked data nested": lambda n: PAGE + '<script type="application/ld+json">' + "[" * n + "</script>" + GOOD,
    "tables": lambda n: PAGE + "<table>" * n + GOOD,
    "links of Markdown": lambda n: "[a](b) ![x" * n + "\n\n" + GOOD,
    "brackets": lambda n: "[" * n + "(" * n + "\n\n" + GOOD,
    "stars": lambda n: "*a _b " * n + "\n\n" + GOOD,
    "blanks": lambda n: " \n" * n + GOOD,
    "quotation marks": lambda n: '"' * n + GOOD,
    "one paragraph": lambda n: SENTENCE * (n // 20),
    "lines": lambda n: (SENTENCE + "\n") * (n // 20),
    "captions": lambda n: "".join(f"Workers load copper at the port {i} Reuters/Name\n" for i in range(n // 10)) + GOOD,
    "menus": lambda n: "World\nAsia News\n" * n + GOOD,
    "no full stop": lambda n: "Chile sold copper to Peru and " * (n // 5),
    "comments": lambda n: (GOOD + "\n3 Comments\n") * (n // 20),
}  # fmt: skip
FEEDS = {
    "CDATA never closed": lambda n: "<rss><item><title>" + "<![CDATA[" * n,
    "items never closed": lambda n: "<rss>" + "<item><title>A</title>" * n,
    "prefixes": lambda n: "<rss>" + "".join(f"<a{i}:x/>" for i in range(n // 4)) + "<item><title>A</title></item></rss>",
    "items in one another": lambda n: "<rss>" + "<item>" * n + "</item>" * n,
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_taken_in_and_what_stands_beside_it_is_kept(name):
    found = take(BOMBS[name](2000))
    assert found
    for one in found:
        assert isinstance(one, Unreadable) or lay_out(one.text).blocks


@pytest.mark.parametrize("name", ["elements in one another", "a script", "comments never closed", "entities"])
def test_the_story_beside_a_bomb_is_read(name):
    (found,) = take(BOMBS[name](2000))
    assert "rose 31.9 percent" in found.text


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_that_is_a_bomb_is_told(name):
    assert take(FEEDS[name](2000))


def test_twenty_megabytes_of_script_are_no_text():
    page = f"<html><body><p>{GOOD}</p><script>{'x=1;' * (19 * 2**18)}</script></body></html>"
    (found,) = take(page)
    assert found.text == GOOD


@pytest.mark.slow
@pytest.mark.parametrize("name", [*BOMBS, *FEEDS])
def test_the_work_grows_with_the_length(name):
    """Four times the length may cost four times the time, not sixteen: a generous ratio of CPU times, the best of two."""

    def cost(n):
        data = {**BOMBS, **FEEDS}[name](n).encode()
        spent = []
        for _ in range(2):
            began = time.process_time()
            for found in documents_from_bytes(data, "x"):
                if isinstance(found, Document):
                    build_story(found)
            spent.append(time.process_time() - began)
        return min(spent)

    cost(100)  # what is loaded once
    assert cost(32_000) < 9 * cost(8_000) + 0.5


@pytest.mark.slow
def test_a_document_of_a_million_words_is_laid_out():
    text = SENTENCE * (1_000_000 // 17)
    story = build_story(Document("long", text))
    assert len(story.sentences) >= 1_000_000 // 17
    assert all(text[s.start : s.end].strip() for s in story.sentences)


@pytest.mark.slow
def test_a_sentence_of_five_thousand_words_is_read():
    text = "Chile sold copper to Peru, " * 1000 + "and its exports to Bolivia rose 5 percent to $3 million in 2014."
    (result,) = read_documents([Document("long", text, lang="en")])
    for claim in result.claims:
        assert text[claim.quote.start : claim.quote.end] == claim.quote.exact


PIECES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["\n", "\n\n", "\r\n", "\x00", "\x1b[0m", "\u202e", "\u2028", "\ufeff", "שלום", "مرحبا", "<p>", "</p>", "<!--", "&amp;", "&#0;", "<item>", "**", "[a](b)", "---\n", "Related\n", "Photo: A/B", "SEOUL, March 17 (UPI) -- ", "rose 5 percent. ", '"', "{", "[", "# "]
    ),
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=30).map("".join)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_no_text_stops_the_way_in_and_every_offset_holds(text):
    for found in documents_from_bytes(json.dumps({"id": "x", "text": text}).encode(), "x.jsonl"):
        if isinstance(found, Unreadable):
            assert found.reason
            continue
        found.text.encode()
        layout = lay_out(found.text)
        last = 0
        for block in layout.blocks:
            assert last <= block.start < block.end <= len(found.text)
            last = block.end
            made = plain(found.text)
            for start, end in split_sentences(made, block.start, block.end):
                assert block.start <= start < end <= block.end
        story = build_story(found)
        for sentence in story.sentences:
            assert len(sentence.text) == sentence.end - sentence.start
            for mention in sentence.mentions:
                assert 0 <= mention.start < mention.end <= len(sentence.text)


@settings(max_examples=100, deadline=None)
@given(
    st.text(alphabet=st.characters(codec=None), max_size=60), st.sampled_from(["text", "outlet", "lang", "url", "id"])
)
def test_no_half_character_gets_through(text, name):
    fields = {"id": "x", "text": "Trade grew.", name: text + "\ud800"}
    for found in documents_from_bytes(json.dumps(fields).encode(), "x.jsonl"):
        assert isinstance(found, Document)
        for value in (found.id, found.text, found.outlet, found.lang, found.url, found.raw, *found.warnings):
            (value or "").encode()


def test_a_text_with_half_a_character_does_not_refuse_its_batch(tieline):
    Path("half.jsonl").write_text(
        '{"id": "half", "text": "Trade \\ud83d grew.", "outlet": "A \\ud800"}\n'
        + json.dumps({"id": "good", "text": GOOD}),
        encoding="utf-8",
    )
    done = tieline("read", "half.jsonl", "--format", "jsonl")
    assert done.exit_code == 0
    assert "half: half characters (lone surrogates) are shown as �" in done.stderr
    assert {s.document.id for s in Ledger.open("tieline-ledger").documents()} == {"half", "good"}


def test_documents_given_in_python_may_hold_half_characters(tmp_path):
    import tieline as package  # noqa: PLC0415

    desk = package.open(tmp_path / "ledger")
    report = desk.read(Document("half", "Trade \udc00 grew.", outlet="\ud800"), Document("good", GOOD))
    assert report.new_documents == 2
    assert report.problems == ()


def test_of_a_folder_what_is_no_text_is_passed_over(tieline):
    folder = Path("press/deep/er")
    folder.mkdir(parents=True)
    (folder / "story.md").write_text(GOOD, encoding="utf-8")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0\0\x10JFIF")
    (folder / "table.csv").write_text("year,value\n2014,1\n", encoding="utf-8")
    (folder / "tool.bin").write_bytes(bytes(range(256)) * 8)
    (folder / ".hidden").write_text(GOOD, encoding="utf-8")
    done = tieline("read", "press", "--format", "jsonl")
    assert done.exit_code == 0
    assert {json.loads(line)["document"] for line in done.stdout.splitlines()} == {"deep/er/story.md"}
    assert "deep/er/photo.jpg, deep/er/table.csv, deep/er/tool.bin: passed over" in done.stderr  # and it is told
    (folder / "empty.txt").write_bytes(b"")
    assert tieline("read", "press").exit_code == 3  # a story may be lost
    Path("photos").mkdir()
    Path("photos/a.jpg").write_bytes(b"\xff\xd8\xff\xe0\0\x10JFIF")
    done = tieline("read", "photos")
    assert done.exit_code == 3
    assert "photos: is a folder without a text in it" in done.stderr


def test_another_language_is_kept_with_a_warning_and_no_failure(tieline):
    Path("a.txt").write_text("Торговля между странами выросла на 5 процентов. " * 5, encoding="utf-8")
    Path("b.txt").write_text("Tea up in Peru.", encoding="utf-8")
    done = tieline("read", "a.txt", "b.txt", "--published", "2031-02-03")
    assert done.exit_code == 0
    assert "a.txt: the language 'ru' can't be read yet" in done.stderr
    assert "b.txt: the language" not in done.stderr
    assert {s.document.id for s in Ledger.open("tieline-ledger").documents()} == {"a.txt", "b.txt"}


def test_right_to_left_marks_and_mixed_encodings_are_read():
    text = f"\u202b{GOOD}\u202c مرحبا"
    (found,) = take(text)
    assert found.text == text
    mixed = "Café trade grew. ".encode() * 20 + "Café trade fell.".encode("latin-1")
    (found,) = take(mixed)
    assert "Café trade grew." in found.text
    assert any("not UTF-8" in warning for warning in found.warnings)


def record(kind, address, body, content="application/http; msgtype=response"):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Type: {content}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body + b"\r\n\r\n"


def answer(body, *headers, status="200 OK", kind="text/html"):
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


HTML = f"<html><body><p>{GOOD} Café.</p></body></html>".encode()
CHUNKED = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (HTML[:20], HTML[20:], b""))
ARCHIVE = [
    record("warcinfo", "", b"software: x", "application/warc-fields"),
    record("request", "https://x.example/1", b"GET / HTTP/1.1\r\n\r\n"),
    record("response", "https://x.example/1", answer(HTML)),
    record("response", "https://x.example/2", answer(gzip.compress(HTML), "Content-Encoding: gzip")),
    record("response", "https://x.example/3", answer(CHUNKED, "Transfer-Encoding: chunked")),
    record("response", "https://x.example/4", answer(HTML.decode().encode("latin-1"), kind="text/html; charset=ISO-8859-1")),
    record("response", "https://x.example/5", answer(b"\x89PNG\r\n\x1a\n", kind="image/png")),
    record("response", "https://x.example/6", answer(HTML, status="404 Not Found")),
    record("response", "https://x.example/7", answer(b"\x0b\x02", "Content-Encoding: br")),
    record("conversion", "https://x.example/8", GOOD.encode(), "text/plain"),
]  # fmt: skip


@pytest.mark.parametrize("zipped", [False, True])
def test_a_web_archive_gives_its_pages(tieline, zipped):
    Path("crawl.warc").write_bytes(b"".join(gzip.compress(r) if zipped else r for r in ARCHIVE))
    done = tieline("read", "crawl.warc", "--format", "jsonl")
    assert done.exit_code == 3
    assert "https://x.example/7: is packed as 'br'" in done.stderr
    stored = {s.document.id: s.document for s in Ledger.open("tieline-ledger").documents()}
    assert set(stored) == {f"https://x.example/{n}" for n in (1, 2, 3, 4, 8)}
    assert all(GOOD in d.text for d in stored.values())
    assert all("Café" in stored[f"https://x.example/{n}"].text for n in (1, 2, 3, 4))
    assert stored["https://x.example/1"].url == "https://x.example/1"


@pytest.mark.parametrize("zipped", [False, True])
@pytest.mark.parametrize("cut", [40, 400, -30])
def test_an_archive_that_is_cut_off_gives_what_came_before(tieline, zipped, cut):
    data = b"".join(gzip.compress(r) if zipped else r for r in ARCHIVE[:4])
    Path("crawl.warc").write_bytes(data[:cut])
    Path("good.txt").write_text(GOOD, encoding="utf-8")
    done = tieline("read", "crawl.warc", "good.txt")
    assert done.exit_code == 3
    assert "crawl.warc: is a WARC archive" in done.stderr
    assert "good.txt" in {s.document.id for s in Ledger.open("tieline-ledger").documents()}
