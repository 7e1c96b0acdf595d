"""Who says so: the speakers that a sentence names for what it tells, nearest to the fact first.

A said-clause covers its whole sentence.  "RFA reported, citing Russian customs data" gives (Russian customs data, RFA).
A pronoun gives way to the speaker it stands for.  A following sentence may inherit; the caller marks that as inferred.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tieline.model import lazy_re as re
from tieline.read.names.outlets import find_outlets
from tieline.read.story.cited import cited_in, over_headline, passed_on_by
from tieline.read.story.data_speakers import behind_figures, gives_out_figures
from tieline.read.story.document import Sentence
from tieline.read.story.rival_parts import rival_parts
from tieline.read.story.speaker_phrases import introduced_first, phrase, trimmed
from tieline.read.syntax.tokens import Token
from tieline.read.words.acts import noun_rules
from tieline.read.words.speakers import (
    ANNOUNCE,
    BARE_PAPERS,
    BODIES,
    BODIES_AND_PEOPLE,
    BY_NAME,
    CITE,
    COUNTING,
    COUNTS,
    DATA,
    DEEDS,
    DROP_START,
    EXPECTING,
    LEAD,
    NO_ONE,
    OFFICES,
    PERSONAL,
    PRONOUN,
    PUBLISHES,
    PUT_OUT,
    QUOTED,
    REASONS,
    SAID_AGAIN,
    SAYING,
    SAYS_NOTHING,
    SHOW,
    STANDS_FOR_ONE,
    TAIL,
)
from tieline.read.words.trade import NOUN_ANCHORS


@dataclass(slots=True)
class Speakers:
    """The speakers of a story so far.

    `last` is the chain of the last sentence that had one, `history` all nearest speakers with their sentences, `told` of
    what the last one gave figures.
    """

    last: tuple[str, ...] = ()
    last_sentence: int = -99
    last_paragraph: int = -99
    history: list[tuple[int, str]] = field(default_factory=list)
    told: frozenset[str] = frozenset()
    _rivals: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    """The chains of a sentence in which one says this and another that, each with where its part ends."""

    def of(self, sentence: Sentence) -> tuple[str, ...]:
        """The chain of speakers of a parsed sentence, nearest first; empty for the outlet's own voice."""
        found = _attributions(sentence)
        chain = self._chain([words for _, words in found], sentence)
        parts = rival_parts(sentence.text, [place for place, _ in found])
        self._rivals = [
            (end, self._chain([words for place, words in found if start <= place < end], sentence))
            for start, end in parts
        ]
        if not chain and self._quotes_on(sentence):
            chain = self.last
        if chain:
            self._heard(sentence, next((told for _, told in reversed(self._rivals) if told), chain))
        else:
            self._spoken_of(sentence)
        return chain

    def of_part(self, end: int, whole: tuple[str, ...]) -> tuple[str, ...]:
        """The chain for what ends there in the sentence heard last; `whole` is that of the sentence."""
        return next((chain for until, chain in self._rivals if end <= until and chain), whole)

    def _chain(self, found: list[str], sentence: Sentence) -> tuple[str, ...]:
        resolved = (self._resolve(trimmed(words), sentence) for words in found)
        return tuple(dict.fromkeys(name for name in resolved if name))

    def _quotes_on(self, sentence: Sentence) -> bool:
        """The words of whoever was quoted right before go on: '"Trade is up," said Poe. "Tea sells best."'."""
        before = sentence.before
        near = self.last_sentence == sentence.index - 1 and self.last_paragraph == sentence.paragraph
        return (
            near
            and before is not None
            and _OPENS.match(sentence.text) is not None
            and _CLOSED.search(before.text) is not None
        )

    def glance(self, sentence: Sentence) -> None:
        """Keep the speaker of a sentence that was not worth parsing, for those who are "he" or "the ministry" later."""
        found = TAIL.search(sentence.text) or QUOTED.search(sentence.text) or LEAD.match(sentence.text)
        if found is None and self.last and SAID_AGAIN.search(sentence.text):
            self.last_sentence, self.last_paragraph = sentence.index, sentence.paragraph
        elif found and not PRONOUN.match(found["who"]):
            self._heard(sentence, (DROP_START.sub("", found["who"].strip()),))
        else:
            self._spoken_of(sentence)

    def _heard(self, sentence: Sentence, chain: tuple[str, ...]) -> None:
        """Keep who speaks in a sentence; what the one before has told figures of is no longer theirs."""
        self.last, self.last_sentence, self.last_paragraph = chain, sentence.index, sentence.paragraph
        self.history.append((sentence.index, chain[0]))
        self.told = frozenset()

    def _spoken_of(self, sentence: Sentence) -> None:
        """Keep the official or the body that a sentence without a speaker tells of: "he" or "the data" of the next one."""
        if (body := gives_out_figures(sentence.text)) is not None:
            self._heard(sentence, (body,))
        elif (person := _person_spoken_of(sentence) or introduced_first(sentence.text)) is not None:
            self.history.append((sentence.index, person))

    def inherited(self, sentence: Sentence) -> tuple[str, ...]:
        """The chain that a figure without a speaker may inherit.

        Only from a body that publishes figures (an agency, a ministry, customs), named a few sentences before: what a
        person said is not carried over, for in wire stories the next figure is mostly the outlet's own.
        """
        near = sentence.index - self.last_sentence <= 3 and sentence.paragraph - self.last_paragraph <= 3
        if not near or not self.last or not PUBLISHES.search(self.last[0]):
            return ()
        person = _OF_A_BODY.match(self.last[0])
        return () if person and not PUBLISHES.search(person[0]) else self.last

    def forget(self) -> None:
        """A story of its own begins: nobody of the one before is heard in it."""
        self.last, self.last_sentence, self.last_paragraph, self.told = (), -99, -99, frozenset()
        self.history.clear()

    def may_have_told(self, indicator: str, modality: str) -> bool:
        """A body that publishes figures is behind what else it publishes: no loan, no gift, no duty, no aim of another."""
        return modality != "target" and (indicator not in DEEDS or indicator in self.told)

    def _resolve(self, words: str, sentence: Sentence) -> str | None:
        low = words.lower()
        stands_for_one = STANDS_FOR_ONE.fullmatch(low) or BARE_PAPERS.fullmatch(low)
        if low not in PERSONAL and not stands_for_one:
            return words
        before = [name for index, name in reversed(self.history) if sentence.index - index <= _REMEMBERED]
        if low in {"he", "she", "him", "her"}:
            return next((name for name in before if not PUBLISHES.search(name)), None)
        noun = low.rsplit(None, 1)[-1].rstrip("s")
        if noun in {"newspaper", "paper"}:
            return next((name for name in before if find_outlets(name)), words)
        if noun in BODIES_AND_PEOPLE:
            same = (name for name in before if re.search(rf"\b{noun}", name, re.IGNORECASE))
            return next(same, words if noun in BY_NAME else next(iter(before), words))
        said = self.last[0] if self.last and sentence.index - self.last_sentence <= _REMEMBERED else None
        return said or (None if low in PERSONAL else words)


_OF_A_BODY = re.compile(r"[A-Z][\w.'’-]+ [A-Z][\w.'’-]+(?= (?:of|at|from) the\b)")
"""A person by name, and whose he is."""
_REMEMBERED = 6
_OPENS = re.compile(r"\s*[\"“]")
_CLOSED = re.compile(r"[\"”][^\"“”]{3,100}$")
_PAPER = frozenset({"report", "statement", "document", "bulletin", "release", "study", "survey"})


def _person_spoken_of(sentence: Sentence) -> str | None:
    """The official that a sentence tells of, who is "he" in the next one ("A spokesman for the embassy dismissed the charge")."""
    root = next((t for t in sentence.tokens or () if t.dep == "ROOT"), None)
    subject = next((c for c in root.children if c.dep == "nsubj"), None) if root is not None else None
    return phrase(sentence, subject) if subject is not None and subject.lemma in OFFICES else None


def _attributions(sentence: Sentence) -> list[tuple[int, str]]:
    """Speakers' words in the order nearest first, each with where in the sentence it is told that they say so."""
    text = sentence.text
    near = [
        (depth, token.idx, words)
        for token in sentence.tokens
        for depth, words in _told_at(sentence, token)
        if not SAYS_NOTHING.search(words)
    ]
    if all(BARE_PAPERS.fullmatch(words) or words.lower() in _PAPER for _, _, words in near):
        body = behind_figures(text)
        if body is not None:
            place = near[0][1] if near else max(text.find(body), 0)
            near = [(1, place, body if BARE_PAPERS.fullmatch(body) else DROP_START.sub("", body))]
    if not near and (tail := TAIL.search(text)):
        near += [] if PRONOUN.match(tail["who"]) else [(1, tail.start(), DROP_START.sub("", tail["who"]))]
    if not near and (cited := cited_in(text) or _over_headline(sentence)):
        near += [(1, *cited)]
    if near and (paper := passed_on_by(text)) and all(paper[1] not in words for _, _, words in near):
        near.append((_OUTSIDE, *paper))
    out: list[tuple[int, str]] = []
    for _, place, words in sorted(near, key=lambda x: x[0]):
        if words and all(words != other for _, other in out) and not NO_ONE.match(words):
            out.append((place, words))
    return out


def _over_headline(sentence: Sentence) -> tuple[int, str] | None:
    """Who says a headline; a country before its colon only says where it plays."""
    found = over_headline(sentence.text) if sentence.part == "headline" else None
    names = (sentence.text[m.start : m.end] for m in sentence.mentions)
    return None if found is None or found[1] in names else found


_OUTSIDE = 3
"""How far out a paper stands that passes on what another has said."""


def _is_deed(noun: Token) -> bool:
    """What was done, which is pointed to and says nothing: "citing the drills that", "the expulsion showed"."""
    return noun.lemma in noun_rules() and noun.lemma not in DATA | OFFICES | _PAPER


_CITING = frozenset({"referring", "reference", "according"})


def _told_at(sentence: Sentence, token: Token) -> list[tuple[int, str]]:
    """The speakers that a verb of saying, or a word that cites, names."""
    lemma = token.lemma
    if token.pos != "VERB" or token.lower in {"referring", "according"}:
        return _cited_at(sentence, token) if token.lower in _CITING else []
    if lemma in CITE and token.tag == "VBG":
        obj = next((c for c in token.children if c.dep in {"dobj", "pobj"}), None)
        cited = obj is not None and obj.lemma not in REASONS and not (obj.pos == "NOUN" and _is_deed(obj))
        return [(0, phrase(sentence, obj))] if obj is not None and cited else []
    if lemma in SAYING | SHOW:
        return _of_verb(sentence, token, lemma)
    if lemma in COUNTS and token.tag == "VBD":
        subject = next((c for c in token.children if c.dep == "nsubj"), None)
        if subject is None or subject.lemma.lower() not in COUNTING or sentence.mention_at(subject) is not None:
            return []
        return [(2, phrase(sentence, subject))]
    return _who_expects(sentence, token) if lemma in EXPECTING else []


def _cited_at(sentence: Sentence, token: Token) -> list[tuple[int, str]]:
    """As in "according to the bank", "referring to figures of the bank", "with reference to them"."""
    referring = token.lower == "referring" and token.head.lemma in SAYING
    reference = token.lower == "reference" and token.i > 0 and token.nbor(-1).lower == "with"
    if not (referring or reference or token.lower == "according"):
        return []
    to = next((c for c in token.children if c.lower == "to"), None)
    if token.lower == "according" and to is None and token.i + 1 < len(token.doc) and token.nbor(1).lower == "to":
        to = token.nbor(1)
    obj = next((c for c in to.children if c.dep == "pobj"), None) if to is not None else None
    if obj is None:
        return []
    said = token.lower == "according" and obj.lemma not in DATA and _SAID_JUST.search(sentence.text, 0, token.idx)
    return [(_OUTSIDE if said else int(token.lower == "according"), phrase(sentence, obj))]


_SAID_JUST = re.compile(
    r"(?:\b(?:said|says|told (?:\w+ ){1,3}|added|noted|stated)|\b(?:said|says) [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?)(?: on \w+day)?,? $"
)
"""Before "according to": the speaker himself, whom a paper passes on."""


def _who_expects(sentence: Sentence, verb: Token) -> list[tuple[int, str]]:
    """As in "the bank expects exports to grow": a body or a person that says what is to come, no country."""
    subject = next((c for c in verb.children if c.dep == "nsubj"), None)
    if subject is None or verb.tag not in {"VBZ", "VBP", "VBD"} or verb.dep in {"relcl", "acl"}:
        return []
    if sentence.mention_at(subject) is not None or subject.lemma in NOUN_ANCHORS or not subject.text[0].isalpha():
        return []
    told = any(c.dep in {"ccomp", "xcomp", "dobj"} and c.i > verb.i for c in verb.children)
    return [(2, phrase(sentence, subject))] if told else []


def _of_verb(sentence: Sentence, token: Token, lemma: str) -> list[tuple[int, str]]:
    subject = next((c for c in token.children if c.dep in {"nsubj", "nsubjpass"}), None)
    if subject is None and token.dep == "conj" and token.head.lemma in SAYING:
        return []
    if subject is None and token.dep in {"acl", "relcl"}:
        return []
    if subject is None:
        return _inverted(sentence, token)
    passive = subject.dep == "nsubjpass"
    deed = subject.pos == "NOUN" and _is_deed(subject)
    if deed or any(c.dep == "aux" and c.lower in {"would", "could", "might"} for c in token.children):
        return []
    if passive:
        if lemma in {"quote", "cite"}:
            agent = next((o for c in token.children if c.dep == "agent" for o in c.children if o.dep == "pobj"), None)
            out = [(0, phrase(sentence, subject))]
            return [*out, (2, phrase(sentence, agent))] if agent is not None else out
        agent = next((o for c in token.children if c.dep == "agent" for o in c.children if o.dep == "pobj"), None)
        if lemma in PUT_OUT and agent is not None:
            return [(1, phrase(sentence, agent))]
        return []
    body = subject.lemma in DATA or (lemma == "put" and _puts_at(sentence, token) and _is_body(sentence, subject))
    unsaid = lemma in SHOW and lemma not in {"reveal", "confirm", "suggest"} and not body
    if unsaid or (lemma == "add" and _adds_up(sentence, token)):
        return []
    if not _has_content(token) and not (lemma == "put" and _puts_at(sentence, token)):
        return []
    if lemma == "quote":
        obj = next((c for c in token.children if c.dep == "dobj"), None)
        return [(2, phrase(sentence, subject))] + ([(0, phrase(sentence, obj))] if obj is not None else [])
    if subject.lower in {"which", "that", "who"}:
        if token.dep == "relcl":
            return [(1, phrase(sentence, token.head))]
        return []
    inner = token.dep == "ccomp" and token.head.lemma in SAYING
    depth = 2 - inner
    if inner and token.i < token.head.i and any(c.lower in _CITES for c in token.head.children):
        depth = -1  # "Poe said, the paper writes with reference to the radio"
    named = subject.lemma not in OFFICES  # "Minister of Finance and Trade of Oman, Poe, said" is one
    with_him = [
        c
        for c in subject.children
        if named and c.dep == "conj" and c.pos == "PROPN" and c.i < token.i and sentence.mention_at(c) is None
    ]
    return [(depth, phrase(sentence, subject)), *((depth, phrase(sentence, other)) for other in with_him)]


_CITES = frozenset({"with", "citing", "quoting", "referring"})


def _is_body(sentence: Sentence, subject: Token) -> bool:
    """A name, a body or an office that may put a figure on something; no country, no flow ("the sale put exports at")."""
    if subject.lemma in NOUN_ANCHORS:
        return False
    named = subject.pos == "PROPN" and (
        sentence.mention_at(subject) is None or any(c.dep == "compound" for c in subject.children)
    )
    return named or subject.lemma in OFFICES or subject.lemma.lower() in BODIES


def _adds_up(sentence: Sentence, verb: Token) -> bool:
    """As in "sales of cocoa added 70 million dollars", "the gifts had added up to": a sum, nothing said."""
    objects = (c for c in verb.children if c.dep in {"dobj", "npadvmod"} and c.i > verb.i)
    counted = any(f.start < t.idx + len(t) and t.idx < f.end for t in objects for f in sentence.figures)
    return counted or any(c.dep == "prt" and c.lower == "up" for c in verb.children)


def _puts_at(sentence: Sentence, verb: Token) -> bool:
    """As in "the bank put the loans at 9 billion": a figure that somebody gives."""
    at = next((c for c in verb.children if c.dep == "prep" and c.lower == "at"), None)
    return at is not None and any(0 <= f.start - at.idx < _AT for f in sentence.figures)


_AT = 24


def _has_content(token: Token) -> bool:
    """Something is said: a clause inside, or the verb stands in a parenthesis of the sentence that is said."""
    if any(c.dep in {"ccomp", "xcomp", "parataxis"} for c in token.children):
        return True
    if token.lemma in ANNOUNCE and any(c.dep == "dobj" and c.lower != "nothing" for c in token.children):
        return True
    lemma = token.lemma
    return (
        token.dep in {"ROOT", "parataxis", "ccomp", "conj", "advcl"}
        and lemma in SAYING
        and (lemma not in {"put", "describe", "publish", "point", "recall"})
    )


def _inverted(sentence: Sentence, token: Token) -> list[tuple[int, str]]:
    """As in "..., said one article", "wrote the daily El País": the subject stands behind and may be parsed as an object."""
    if token.tag not in {"VBD", "VBZ", "VBP"} or not sentence.text[: token.idx].rstrip().endswith((",", '"', "'")):
        return []
    for c in token.children:
        if (
            c.i > token.i
            and c.dep in {"dobj", "attr", "npadvmod", "oprd", "dep", "ccomp"}
            and c.pos in {"NOUN", "PROPN"}
        ):
            return [(1, phrase(sentence, c))]
    return []
