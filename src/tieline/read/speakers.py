"""Who says so: the speakers that a sentence names for what it tells, nearest to the fact first.

A said-clause covers its whole sentence.  "RFA reported, citing Russian customs data" gives (Russian customs data, RFA).
A pronoun gives way to the speaker it stands for.  A following sentence may inherit; the caller marks that as inferred.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from tieline.read.story import Sentence

SAYING = frozenset(
    [
        "say",
        "report",
        "add",
        "announce",
        "tell",
        "state",
        "note",
        "write",
        "reveal",
        "disclose",
        "estimate",
        "reckon",
        "claim",
        "explain",
        "comment",
        "observe",
        "warn",
        "caution",
        "argue",
        "insist",
        "confirm",
        "declare",
        "stress",
        "predict",
        "forecast",
        "acknowledge",
        "admit",
        "deny",
        "quote",
        "cite",
        "calculate",
        "remark",
        "recall",
        "emphasize",
        "emphasise",
        "underline",
        "publish",
        "put",
        "describe",
        "believe",
        "concede",
        "conclude",
        "complain",
        "hint",
        "suggest",
        "point",
        "assert",
        "maintain",
        "contend",
        "allege",
    ]
)
_SHOW = frozenset(["show", "indicate", "reveal", "suggest", "put", "confirm"])
_DATA = frozenset(
    [
        "datum",
        "data",
        "figure",
        "statistic",
        "number",
        "report",
        "survey",
        "study",
        "document",
        "record",
        "ministry",
        "office",
        "bureau",
        "agency",
        "bank",
        "release",
        "estimate",
        "paper",
        "bulletin",
        "statement",
    ]
)
_CITE = frozenset(["cite", "quote"])
_BARE = re.compile(
    r"^(?:the |these |those |its |his |their |latest |official |preliminary |new |government )*(?:figures?|data|statistics|numbers?|official|officials|report|statement|source|sources|agency|ministry|paper|newspaper|spokesman|spokeswoman|spokesperson|minister|article|commentary)$",
    re.IGNORECASE,
)
_STANDS_FOR_ONE = re.compile(
    r"(?:the|these|those|its|his|her|their|this) (?:(?:latest|new|same|official) )?"
    r"(?:figures?|data|statistics|numbers?|officials?|report|statement|release|ministry|agency|paper|newspaper|minister|spokesman|spokeswoman|spokesperson|article|document|post)"
)
"""Words for a speaker who was named before."""
_DROP_START = re.compile(r"^(?:the|a|an|one|its|his|her|their)\s+", re.IGNORECASE)
_KEEP_PREPS = frozenset(["of", "at", "from", "in", "for", "with", "to", "on"])
_PERSONAL = frozenset(["he", "she", "it", "they", "who", "we", "i"])


_PUBLISHES = re.compile(
    r"\b(?:agency|ministry|department|statistics|statistical|customs|bureau|central bank|census|chamber|institute|treasury|report|survey|data|figures)\b(?!.*\b(?:officials?|sources?|spokes\w+|minister|analyst|director|economist)\b)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r",\s+(?P<who>(?:the |a |an )?[^,;:]{3,80}?)\s+(?:said|says|noted|notes|reported|reports|shows?|showed|added|adds|estimates?|estimated|reckons|informs|stated|states|announced)(?:\s+(?:on |late |last )*\w+day|\s+(?:today|yesterday))?\.?[\"']?$"
)

_LEAD = re.compile(
    r"(?P<who>(?:The |A |An )?[A-Z][^,;:\"]{2,70}?)(?:,[^,\"]{3,60},)?\s+(?:(?:has|have|had|also)\s+)?(?:said|told|added|noted|reported|announced|estimates?|estimated|forecasts?|projects|projected|predicts?|predicted|put)\b"
)
_SAID_AGAIN = re.compile(
    r"(?:[,\"] |^)(?:he|she) (?:also )?(?:said|added|noted)\b|\b(?:said|added|noted) (?:he|she)\b", re.IGNORECASE
)
"""The speaker is the one before."""
_PRONOUN = re.compile(r"(?:he|she|it|they|who|which|and|but|while|we|i)\b", re.IGNORECASE)


@dataclass(slots=True)
class Speakers:
    """The speakers of a story so far: `last` is the chain of the last sentence that had one."""

    last: tuple[str, ...] = ()
    last_sentence: int = -99
    last_paragraph: int = -99
    people: list[str] = field(default_factory=list)

    def of(self, sentence: Sentence) -> tuple[str, ...]:
        """The chain of speakers of a parsed sentence, nearest first; empty for the outlet's own voice."""
        found = _attributions(sentence)
        chain: list[str] = []
        for words in found:
            resolved = self._resolve(words, sentence)
            if resolved and resolved not in chain:
                chain.append(resolved)
        if chain:
            self.last, self.last_sentence, self.last_paragraph = tuple(chain), sentence.index, sentence.paragraph
        return tuple(chain)

    def glance(self, sentence: Sentence) -> None:
        """Keep the speaker of a sentence that was not worth parsing, for those who are "he" or "the ministry" later."""
        found = _TAIL.search(sentence.text) or _LEAD.match(sentence.text)
        if found is None and self.last and _SAID_AGAIN.search(sentence.text):
            self.last_sentence, self.last_paragraph = sentence.index, sentence.paragraph
        elif found and not _PRONOUN.match(found["who"]):
            self.last = (_DROP_START.sub("", found["who"].strip()),)
            self.last_sentence, self.last_paragraph = sentence.index, sentence.paragraph

    def inherited(self, sentence: Sentence) -> tuple[str, ...]:
        """The chain that a figure without a speaker may inherit.

        Only from a body that publishes figures (an agency, a ministry, customs), named a few sentences before: what a
        person said is not carried over, for in wire stories the next figure is mostly the outlet's own.
        """
        near = sentence.index - self.last_sentence <= 3 and sentence.paragraph - self.last_paragraph <= 3
        return self.last if near and self.last and _PUBLISHES.search(self.last[0]) else ()

    def _resolve(self, words: str, sentence: Sentence) -> str | None:
        low = words.lower()
        if low in _PERSONAL or _STANDS_FOR_ONE.fullmatch(low):
            if self.last and sentence.index - self.last_sentence <= 6:
                return self.last[0]
            return None if low in _PERSONAL else words
        return words


def _attributions(sentence: Sentence) -> list[str]:
    """Speakers' words in the order nearest first."""
    near: list[tuple[int, str]] = []
    for token in sentence.tokens:
        lemma = token.lemma
        if token.pos == "VERB" and lemma in _CITE and token.tag == "VBG":
            obj = next((c for c in token.children if c.dep in {"dobj", "pobj"}), None)
            if obj is not None:
                near.append((0, _phrase(sentence, obj)))
        elif token.pos == "VERB" and lemma in SAYING | _SHOW:
            near += _of_verb(sentence, token, lemma)
        elif token.lower == "according":
            to = next((c for c in token.children if c.lower == "to"), None)
            if to is None and token.i + 1 < len(token.doc) and token.nbor(1).lower == "to":
                to = token.nbor(1)
            obj = next((c for c in to.children if c.dep == "pobj"), None) if to is not None else None
            if obj is not None:
                near.append((1, _phrase(sentence, obj)))
    if not near and (tail := _TAIL.search(sentence.text)) and not _PRONOUN.match(tail["who"]):
        near.append((1, _DROP_START.sub("", tail["who"])))
    out: list[str] = []
    for _, words in sorted(near, key=lambda x: x[0]):
        if words and words not in out and not _NO_ONE.match(words):
            out.append(words)
    return out


_NO_ONE = re.compile(
    r"[$€£\d]|(?:\w+ ){0,3}?(?:complaints?|concerns?|reasons?|fears?|needs?|lack|threats?|violations?|risks?|differences|worries|problems|grounds|disputes?|examples?|evidence|the \w+ of)\b",
    re.IGNORECASE,
)
"""What is cited as a reason, or counted, says nothing."""


def _of_verb(sentence: Sentence, token: Any, lemma: str) -> list[tuple[int, str]]:
    subject = next((c for c in token.children if c.dep in {"nsubj", "nsubjpass"}), None)
    if subject is None and token.dep == "conj" and token.head.lemma in SAYING:
        return []
    if subject is None and token.dep in {"acl", "relcl"}:
        return []
    if subject is None:
        return _inverted(sentence, token)
    passive = subject.dep == "nsubjpass"
    if any(c.dep == "aux" and c.lower in {"would", "could", "might"} for c in token.children):
        return []
    if passive:
        if lemma in {"quote", "cite"}:
            agent = next((o for c in token.children if c.dep == "agent" for o in c.children if o.dep == "pobj"), None)
            out = [(0, _phrase(sentence, subject))]
            return [*out, (2, _phrase(sentence, agent))] if agent is not None else out
        agent = next((o for c in token.children if c.dep == "agent" for o in c.children if o.dep == "pobj"), None)
        if lemma in {"report", "announce", "disclose", "publish", "confirm"} and agent is not None:
            return [(1, _phrase(sentence, agent))]
        return []
    if lemma in _SHOW and lemma not in {"reveal", "confirm", "suggest"} and subject.lemma not in _DATA:
        return []
    has_content = _has_content(token)
    if not has_content:
        return []
    if lemma == "quote":
        obj = next((c for c in token.children if c.dep == "dobj"), None)
        return [(2, _phrase(sentence, subject))] + ([(0, _phrase(sentence, obj))] if obj is not None else [])
    if subject.lower in {"which", "that", "who"}:
        if token.dep == "relcl":
            return [(1, _phrase(sentence, token.head))]
        return []
    depth = 1 if token.dep == "ccomp" and token.head.lemma in SAYING else 2
    if token.dep == "ROOT":
        depth = 2
    return [(depth, _phrase(sentence, subject))]


_ANNOUNCE = frozenset(
    "announce report reveal disclose confirm show estimate put forecast predict expect project quote cite".split()
)


def _has_content(token: Any) -> bool:
    """Something is said: a clause inside, or the verb stands in a parenthesis of the sentence that is said."""
    if any(c.dep in {"ccomp", "xcomp", "parataxis"} for c in token.children):
        return True
    if token.lemma in _ANNOUNCE and any(c.dep == "dobj" and c.lower != "nothing" for c in token.children):
        return True
    lemma = token.lemma
    return (
        token.dep in {"ROOT", "parataxis", "ccomp", "conj", "advcl"}
        and lemma in SAYING
        and (lemma not in {"put", "describe", "publish", "point", "recall"})
    )


def _inverted(sentence: Sentence, token: Any) -> list[tuple[int, str]]:
    """As in "..., said one article", "wrote the daily El País": the subject stands behind and may be parsed as an object."""
    if token.tag not in {"VBD", "VBZ", "VBP"} or not sentence.text[: token.idx].rstrip().endswith((",", '"', "'")):
        return []
    for c in token.children:
        if (
            c.i > token.i
            and c.dep in {"dobj", "attr", "npadvmod", "oprd", "dep", "ccomp"}
            and c.pos in {"NOUN", "PROPN"}
        ):
            return [(1, _phrase(sentence, c))]
    return []


def _phrase(sentence: Sentence, head: Any) -> str:
    """The words of a noun phrase without its relative clauses and appositions; "the newspaper Kantipur" as written."""
    made = next(
        (
            c
            for c in head.children
            if c.dep == "acl"
            and c.tag == "VBN"
            and c.lemma in {"compile", "release", "publish", "issue", "obtain", "provide", "collect"}
        ),
        None,
    )
    if made is not None and head.lemma in _DATA:
        maker = next(
            (
                o
                for c in made.children
                if c.dep in {"agent", "prep"} and c.lower in {"by", "from"}
                for o in c.children
                if o.dep == "pobj"
            ),
            None,
        )
        if maker is not None:
            return _phrase(sentence, maker)
    left = head.left_edge.i
    doc = head.doc
    right = head.i
    for child in head.children:
        if child.i < head.i:
            continue
        if child.dep == "prep" and child.lower in _KEEP_PREPS and child.i == right + 1:
            inner = [t.i for t in child.subtree if not _inside_clause(t, child)]
            right = max(right, *inner) if inner else right
        elif child.dep in {"compound", "flat"}:
            right = max(right, child.i)
    words = sentence.text[doc[left].idx : doc[right].idx + len(doc[right])]
    words = re.split(r",\s|\s(?:who|which|that)\s", words)[0] if head.i - left < 1 or "," in words else words
    words = re.sub(r"\s+(?:on|last|earlier|late)\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*$", "", words)
    words = re.sub(r"\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|\s+(?:today|yesterday)$", "", words)
    if head.pos != "PRON":
        short = re.match(r"(?:its|his|her|their)\s+\w+$", words.strip(), re.IGNORECASE)
        words = _DROP_START.sub("", words.strip(" ,\"'")) if not _BARE.match(words) and not short else words
    return words.strip(" ,\"'")


def _inside_clause(token: Any, stop: Any) -> bool:
    node = token
    while node not in (stop, node.head):
        if node.dep in {"relcl", "acl", "appos", "ccomp", "advcl"}:
            return True
        node = node.head
    return False
