"""Part of speech and lemma of words, by the parser's model: asked once for each word with its tag and label.

The model's rules hang on a word's text, tag and label alone, with one exception ("there is").  Asked for each word where
it occurs, they would take two fifths of the parser's time.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, NamedTuple

from tieline.read.words.acts import verb_rules
from tieline.read.words.forms import IRREGULAR_FORMS, forms

_RULES = ("attribute_ruler", "lemmatizer")
_KNOWN_WORDS = 200_000

Key = tuple[int, int, int]
"""A word as written, its tag and its label, as numbers of spaCy's string store."""


class WordClass(NamedTuple):
    """What a word is, in words."""

    text: str
    lower: str
    tag: str
    dep: str
    pos: str
    lemma: str


_SPELT = {
    "cease-fire": "ceasefire",
    "cease-fires": "ceasefire",
    "co-operation": "cooperation",
    "co-operate": "cooperate",
    "co-operated": "cooperate",
}
"""Words that are written in two ways, in the way of the lexicon."""


def mended(lower: str, tag: str, lemma: str) -> str:
    """The verb of the lexicon that a form belongs to, where the model's tables take it for a rarer one or for none.

    >>> mended("staged", "VBD", "stag"), mended("readmitted", "VBN", "readmitte"), mended("forgave", "VB", "forgave")
    ('stage', 'readmit', 'forgive')
    >>> mended("found", "VBD", "find"), mended("rates", "NNS", "rate")
    ('find', 'rate')
    """
    lemma = _SPELT.get(lemma, lemma)
    known = verb_rules()
    if tag[:2] != "VB" or lemma in known or (tag in {"VB", "VBP"} and lower not in IRREGULAR_FORMS):
        return lemma
    return next((form for form in forms(lower)[1:] if form in known), lemma)


class _PlainWords:
    """Part of speech and lemma of nouns, verbs, adjectives, names and numbers from the model's own tables.

    The same answers as the model's attribute ruler and lemmatizer give, for the words that none of the ruler's patterns
    names: it goes through all its patterns, a hundredfold more work, for every word.
    """

    _KINDS: ClassVar = {
        "NNP": ("PROPN", ""), "NNPS": ("PROPN", ""), "CD": ("NUM", ""), "NN": ("NOUN", ""), "JJ": ("ADJ", ""), "VB": ("VERB", ""),
        "VBP": ("VERB", ""), "NNS": ("NOUN", "noun"), "VBD": ("VERB", "verb"), "VBG": ("VERB", "verb"), "VBN": ("VERB", "verb"), "VBZ": ("VERB", "verb"),
    }  # fmt: skip

    def __init__(self, rules: dict[str, Any]) -> None:
        self._tables: dict[str, dict[str, Any]] = {}
        self._particular: set[str] = set()
        if set(rules) != set(_RULES) or getattr(rules["lemmatizer"], "mode", None) != "rule":
            return
        lookups = rules["lemmatizer"].lookups
        tables = {name: lookups.get_table(f"lemma_{name}", {}) for name in ("rules", "exc", "index")}
        self._tables = {
            kind: {"rules": tables["rules"].get(kind, []), "exc": tables["exc"].get(kind, {}), "index": set(tables["index"].get(kind, ()))}
            for kind in ("noun", "verb")
        }  # fmt: skip
        for pattern in rules["attribute_ruler"].patterns:
            for conditions in (c for tokens in pattern["patterns"] for c in tokens):
                wanted = conditions.get("LOWER", ())
                self._particular.update([wanted] if isinstance(wanted, str) else wanted.get("IN", ()) if wanted else ())

    def of(self, lower: str, tag: str, dep: str) -> tuple[str, str] | None:
        """Part of speech and lemma of a word; None if the model's rules must be asked."""
        if (
            tag not in self._KINDS
            or dep in {"aux", "auxpass"}
            or lower in self._particular
            or not self._tables
            or not lower.isalnum()
        ):
            return None
        pos, kind = self._KINDS[tag]
        return pos, self._lemma(lower, self._tables[kind]) if kind else lower

    def _lemma(self, word: str, table: dict[str, Any]) -> str:
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
        for form in table["exc"].get(word, ()):
            if form not in known:
                known.insert(0, form)
        return str((known or unknown or [word])[0])


class WordClasses:
    """The classes of all words met so far; those of a pipeline's rules, which it takes out of the pipeline."""

    def __init__(self, pipeline: Any) -> None:
        rules = {name: pipeline.get_pipe(name) for name in _RULES if pipeline.has_pipe(name)}
        self._rules = list(rules.values())
        self._vocab = pipeline.vocab
        self._plain = _PlainWords(rules)
        self._known: dict[Key, WordClass] = {}
        pipeline.select_pipes(disable=list(rules))

    def of(self, keys: Iterable[Key]) -> dict[Key, WordClass]:
        """What is known of all words so far, those of `keys` among them."""
        if len(self._known) > _KNOWN_WORDS:
            self._known.clear()
        asked: dict[Key, tuple[str, str, str]] = {}
        strings = self._vocab.strings
        for key in sorted(set(keys).difference(self._known)):
            text, tag, dep = strings[key[0]], strings[key[1]], strings[key[2]] or "dep"
            plain = self._plain.of(text.lower(), tag, dep)
            if plain is None:
                asked[key] = (text, tag, dep)
            else:
                pos, lemma = plain
                lower = text.lower()
                self._known[key] = WordClass(text, lower, tag, dep, pos, mended(lower, tag, lemma))
        if asked:
            self._ask(asked)
        return self._known

    def _ask(self, asked: dict[Key, tuple[str, str, str]]) -> None:
        """Ask the model's own rules, once for all words; a comma between two keeps them from being taken for a phrase."""
        from spacy.tokens import Doc  # noqa: PLC0415  loading takes a second: only when a sentence is read

        words = [w for text, _, _ in asked.values() for w in (text, ",")]
        tags = [t for _, tag, _ in asked.values() for t in (tag, ",")]
        deps = [d for _, _, dep in asked.values() for d in (dep, "punct")]
        doc = Doc(self._vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))
        for rule in self._rules:
            doc = rule(doc)
        for number, key in enumerate(asked):
            token = doc[2 * number]
            self._known[key] = WordClass(
                token.text,
                token.text.lower(),
                token.tag_,
                token.dep_,
                token.pos_,
                mended(token.text.lower(), token.tag_, token.lemma_.lower()),
            )
