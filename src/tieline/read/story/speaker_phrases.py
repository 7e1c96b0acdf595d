"""The words of a speaker: the noun phrase of whoever says so, or of whoever gave out the data."""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.read.story.document import Sentence
from tieline.read.syntax.tokens import Token
from tieline.read.words.people import HEADS, NAME
from tieline.read.words.speakers import BARE, DATA, DROP_START, KEEP_PREPS, NAMED_BEHIND, OFFICES, PAPERS, SHORT_NAME

_GIVES_OUT = frozenset({"compile", "release", "publish", "issue", "obtain", "provide", "collect"})

_POSTS = frozenset({"post", "carry", "share", "send", "sign"})
_WRITINGS = frozenset("message post statement tweet note letter video communique communiqué release bulletin".split())
_OUTLETS = frozenset(
    {"newspaper", "daily", "weekly", "magazine", "broadcaster", "agency", "channel", "website", "station"}
)
_ACCOUNTS = frozenset({"account", "page", "website", "site", "channel", "feed"})


def phrase(sentence: Sentence, head: Token) -> str:
    """The words of a noun phrase without its relative clauses and appositions; "the newspaper Kantipur" as written."""
    giver = _giver(sentence, head)
    if giver is not None:
        return giver
    doc = head.doc
    left = max((t.i + 1 for t in doc[head.left_edge.i : head.i] if t.text == ":"), default=head.left_edge.i)
    right = head.i
    for child in head.children:
        if child.i < head.i:
            continue
        if child.dep == "prep" and child.lower in KEEP_PREPS and child.i == right + 1:
            inner = [t.i for t in child.subtree if not _inside_clause(t, child)]
            right = max(right, *inner) if inner else right
        elif child.dep in {"compound", "flat"} or (
            child.dep == "appos" and head.lemma in _OUTLETS and child.left_edge.i == right + 1 and child.pos == "PROPN"
        ):
            right = max(right, child.i)
    until = doc[right].idx + len(doc[right])
    words = sentence.text[doc[left].idx : until]
    named = NAMED_BEHIND.match(sentence.text, until) if head.lemma in OFFICES else None
    if named is not None:
        return DROP_START.sub("", words.strip(" ,\"'")) + named["name"]
    words = re.split(r",\s|\s(?:who|which|that)\s", words)[0] if head.i - left < 1 or "," in words else words
    words = re.sub(r"\s+(?:on|last|earlier|late)\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*$", "", words)
    words = re.sub(r"\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|\s+(?:today|yesterday)$", "", words)
    if head.pos != "PRON":
        short = re.match(r"(?:its|his|her|their)\s+\w+$", words.strip(), re.IGNORECASE)
        words = DROP_START.sub("", words.strip(" ,\"'")) if not BARE.match(words) and not short else words
    words = words.strip(" ,\"'")
    if words.count('"') == 1 and sentence.text[until : until + 1] == '"':
        words += '"'  # the newspaper "Avanti"
    short_name = SHORT_NAME.match(sentence.text, until) if sentence.text[:until].endswith(words) else None
    return words + short_name[0] if short_name else words


def _giver(sentence: Sentence, head: Token) -> str | None:
    """Whose paper, message or figures it is that say so; None where they are named for themselves."""
    made = next(
        (c for c in head.children if c.dep == "acl" and c.tag == "VBN" and c.lemma in _GIVES_OUT | _POSTS),
        None,
    )
    if made is not None and head.lemma in DATA:
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
            return phrase(sentence, maker)
    if made is not None and head.lemma in _WRITINGS and (account := _whose_account(sentence, made)) is not None:
        return account
    told = next((c for c in head.children if c.dep in {"relcl", "acl"} and c.lemma in _GIVES_OUT), None)
    if told is not None and head.lemma in DATA:
        giver = next((c for c in told.children if c.dep == "nsubj" and c.pos in {"NOUN", "PROPN"}), None)
        if giver is not None:
            return phrase(sentence, giver)
    if head.lemma in _WRITINGS and (writer := _writer(head)) is not None:
        return phrase(sentence, writer)
    owner = next((c for c in head.children if c.dep == "poss" and c.pos == "PROPN"), None)
    if owner is not None and head.lemma in PAPERS and sentence.mention_at(owner) is None:
        return phrase(sentence, owner)
    return None


def _writer(writing: Token) -> Token | None:
    """Whose words a statement is: "a statement by the navy", "a letter from the ministry"."""
    by = (o for c in writing.children if c.dep == "prep" and c.lower in {"by", "from"} for o in c.children)
    return next((o for o in by if o.dep == "pobj" and o.pos in {"NOUN", "PROPN"}), None)


def _whose_account(sentence: Sentence, made: Token) -> str | None:
    """Whose words a message is that is published where he writes: "a message posted on the account of the ministry"."""
    for prep in made.children:
        for where in prep.children if prep.dep in {"prep", "agent"} else ():
            if where.dep == "pobj" and where.lemma in _ACCOUNTS:
                of = (o for c in where.children if c.lower == "of" for o in c.children if o.dep == "pobj")
                owner = next(of, None) or next((c for c in where.children if c.dep == "poss"), None)
                return phrase(sentence, owner) if owner is not None and owner.pos != "PRON" else None
            if where.dep == "pobj" and prep.lower == "by":
                return phrase(sentence, where)
    return None


def trimmed(words: str) -> str:
    """A speaker's words without what the cut has left of the next ones: an open bracket, the verb's auxiliary.

    >>> [trimmed(x) for x in ("Board of Fiji (", "Ana Vella has", "Board of Fiji (Tea", "UN (Geneva)")]
    ['Board of Fiji', 'Ana Vella', 'Board of Fiji', 'UN (Geneva)']
    """
    opened = words.rfind("(")
    if opened > 0 and ")" not in words[opened:]:
        words = words[:opened]
    return " ".join(_LEFT_OVER.sub("", words).split()).rstrip(" ,;:[–—-")


_LEFT_OVER = re.compile(
    r"(?<=[^\W\d])\s+(?:has|have|had|was|were|is|are|will|would|also)(?:\s+(?:also|now|not|since|been))?$"
)


def introduced_first(text: str) -> str | None:
    """The holder of an office with whom a sentence begins, who is "he" in the next one.

    >>> introduced_first("Omar Said, chairman of the olive oil board, opened the fair on Monday.")
    'Omar Said'
    >>> introduced_first("The bank's governor Joseph Banda was received by the king.")
    'Joseph Banda'
    """
    if (found := _NAMED_FIRST.match(text)) is None:
        return None
    return found["name"] or found["titled"] or found["acting"]


_NAMED_FIRST = re.compile(
    rf"(?P<name>{NAME}), (?:who (?:is|heads|leads|chairs) |(?:[\w'’&.-]+ ){{0,8}}?(?:{HEADS})\b)"
    rf"|(?:[\w'’&.-]+ ){{0,8}}?(?:{HEADS}),? (?P<titled>{NAME})(?=,? (?!of\b)[a-z])"
    rf"|(?P<acting>{NAME}) (?:spoke|addressed|appeared|briefed|chaired|toured)\b"
)


def _inside_clause(token: Token, stop: Token) -> bool:
    node = token
    while node not in (stop, node.head):
        if node.dep in {"relcl", "acl", "appos", "ccomp", "advcl"}:
            return True
        node = node.head
    return False
