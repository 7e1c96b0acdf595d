"""What the rules see of a sentence: the same words as spaCy gives, and of all sentences those that may hold a claim."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import spacy

from tieline.evaluate import load_gold, score
from tieline.read import read_documents, reader
from tieline.read.story.document import build_story
from tieline.read.syntax.one_thread import blas, one_thread
from tieline.read.syntax.parser import DEFAULT_MODEL, _for_parser, parse
from tieline.read.syntax.pieces import WordPieces
from tieline.read.words.acts import noun_rules, verb_rules
from tieline.read.words.forms import forms
from tieline.read.words.trade import DOWN_VERBS, NOUN_ANCHORS, UP_VERBS, VERB_ANCHORS

GOLD = Path(__file__).parent / "gold"
SENTENCES = [
    "There are three ships that carried copper, which was sold to the islands at higher prices than last year's.",
    "The ministers have met twice, didn't sign and won't say why; talks are being held in Lima.",
    "Exports rose, imports fell and the countries' gap widened most sharply in the best months.",
    "\"We've bought less,\" she said on Monday, 'but it's growing'.",
]

ARCHAIC = frozenset(
    "addrest bani beeves chid chidden chide pent said sunken slidden swopped swopping swops thriven throve wrought".split()
)
"""Forms that no press uses, or that are words of their own; "said" stands in every second sentence and opens no gate."""


@pytest.fixture(scope="module")
def whole_pipeline():
    pipeline = spacy.load(DEFAULT_MODEL, exclude=["ner", "senter"])

    def one_sentence(doc):
        for token in doc:
            token.is_sent_start = token.i == 0
        return doc

    if not spacy.Language.has_factory("a_single_sentence"):
        spacy.Language.component("a_single_sentence", func=one_sentence)
    pipeline.add_pipe("a_single_sentence", first=True)
    return pipeline


@pytest.mark.parametrize("text", SENTENCES)
def test_words_are_those_of_the_whole_pipeline(whole_pipeline, text):
    theirs = whole_pipeline(text)
    (ours,) = parse([text])
    assert [(t.text, t.idx, t.tag, t.pos, t.dep, t.lemma, t.head.i) for t in ours] == [
        (t.text, t.idx, t.tag_, t.pos_, t.dep_, t.lemma_.lower(), t.head.i) for t in theirs
    ]
    for mine, other in zip(ours, theirs, strict=True):
        assert [t.i for t in mine.subtree] == [t.i for t in other.subtree]
        assert (mine.left_edge.i, mine.right_edge.i) == (other.left_edge.i, other.right_edge.i)
        assert [t.i for t in mine.ancestors] == [t.i for t in other.ancestors]
        assert sorted(t.i for t in mine.conjuncts) == sorted(t.i for t in other.conjuncts)


def test_words_of_real_stories_are_those_of_the_whole_pipeline(whole_pipeline):
    """Each with its class, by the table of pieces, the model's own tables, and its rules asked once for a word."""
    documents = [story.document for story in load_gold([GOLD / "dev"])]
    texts = [s.text for document in documents for s in build_story(document).sentences]
    different = [
        text
        for text, ours in zip(texts, parse(texts), strict=True)
        if [(t.text, t.tag, t.pos, t.dep, t.lemma) for t in ours]
        != [(t.text, t.tag_, t.pos_, t.dep_, t.lemma_.lower()) for t in whole_pipeline(_for_parser(text))]
    ]
    assert len(texts) > 200
    assert len(different) <= 2, different  # a close decision may fall otherwise by another order of additions


def test_the_table_of_pieces_cuts_as_the_tokenizer_does(whole_pipeline):
    """Blanks in a row or at the ends, marks, faces and half words included."""
    texts = [
        "",
        " ",
        "  Trade rose.  ",
        "It can't\tbe :-) and  don't -- U.S.-made $5.3bn(up 3%)\u3000now",
        "a  b",
        "N.\n\nKorea's ",
    ]
    assert [len(parsed) for parsed in parse([""])] == [0]
    pieces = WordPieces.of(spacy.load(DEFAULT_MODEL, exclude=["ner", "senter"]))
    for text, doc in zip(texts, pieces.docs(texts), strict=True):
        theirs = whole_pipeline(text)
        assert doc.text == theirs.text == text
        assert [(t.idx, t.text) for t in doc] == [(t.idx, t.text) for t in theirs]
        assert np.allclose(doc.tensor, theirs.tensor, atol=1e-4)


def test_irregular_forms_of_the_lexicons_lead_back_to_their_words(whole_pipeline):
    """Against spaCy's own table of exceptions: "sold", "memoranda"."""
    known = {*NOUN_ANCHORS, *VERB_ANCHORS, *UP_VERBS, *DOWN_VERBS, *verb_rules(), *noun_rules()}
    table = whole_pipeline.get_pipe("lemmatizer").lookups.get_table("lemma_exc")
    irregular = {
        (word, lemma)
        for kind in ("verb", "noun")
        for word, lemmas in table[kind].items()
        for lemma in lemmas
        if lemma in known and word not in ARCHAIC
    }
    assert len(irregular) > 100
    assert {(word, lemma) for word, lemma in irregular if lemma not in forms(word)} == set()


def test_the_gate_of_words_costs_next_to_no_right_claim(monkeypatch):
    stories = load_gold([GOLD / "dev2"])

    def right():
        claims = [c.to_json() for r in read_documents([s.document for s in stories]) for c in r.claims]
        scored = score(stories, claims)
        return {kind: scored.tallies[kind].counts["core"] for kind in ("measure", "trend", "event")}

    gated = right()
    monkeypatch.setattr(reader, "worth_parsing", lambda story: story.sentences)
    everything = right()
    assert sum(everything.values()) > 100
    for kind, count in everything.items():
        assert gated[kind] >= 0.97 * count, (kind, gated, everything)


def test_the_parser_multiplies_with_one_thread_and_leaves_their_number_as_it_was():
    def told():
        return {library["num_threads"] for library in blas().info()}

    if not told():
        pytest.skip("numpy multiplies with a library here that nobody can ask")
    with blas().limit(limits=2):
        before = told()
        with one_thread():
            assert told() == {1}
            list(parse(SENTENCES))
            assert told() == {1}
        assert told() == before
        with pytest.raises(ValueError, match="within"), one_thread():
            raise ValueError("within")
        assert told() == before
