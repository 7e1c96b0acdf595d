"""What stands round a word of trade: the countries before it, and those that prepositions lead to behind it.

"North Korea's exports of cars to Russia" has North Korea on the left, cars behind "of" and Russia behind "to".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention
from tieline.read.story.document import TRADING_BLOCS, Sentence
from tieline.read.syntax.tokens import Token
from tieline.read.words.groups import ALL_MARKETS, GROUP, MARKET_OF_GROUP
from tieline.read.words.trade import NOUN_ANCHORS, words

FINITE_TAGS: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
DESCRIPTION: Final = re.compile(
    r"\bthe (?:country|island|nation|kingdom|republic)'s (?:[\w-]+ ){0,3}?(?:partner|neighbou?r|ally|customer|buyer)\b"
    r"|\b(?:that|this) market\b"
    r"|\b(?:the|its|their|that|this) (?:[\w-]+ ){0,3}?(?:country|island|nation|kingdom|republic|neighbou?r|ally|state|emirate|sultanate|sheikhdom|giant|archipelago|regime|monarchy|power|partner|bloc)(?:'s|s')?(?= |,|\.|$)(?! (?:department|ownership|media|television|visit|bank|television|council|department|secretary|oil|firm|company|run|owned))"
    r"|\bthe (?:latter|former)(?:'s)?(?=[.,;)]|$| (?:was|were|is|are|had|has|have|will|would|to|from|by|in|with|and|but|at|of|for|as|than|on|rose|fell|grew|dropped|climbed|jumped|[a-z]+ed)\b)",
    re.IGNORECASE,
)
"""A country by what it is ("the island", "its northern neighbour"), not an office of it ("the state media")."""

_PAIR_WORDS = re.compile(
    r"\b(?:(?:the|these|those|its|both) )?(?:two|both) (?:[\w-]+ )?(?:countries|nations|sides|states|neighbou?rs|economies|allies|partners|governments|capitals|peoples|powers|republics|kingdoms|islands?|rivals|parties)\b|\b(?:between|with) (?:them(?:selves)?|each other|one another|the pair|the two)\b|\bthe pair\b|\beach other\b|\bthe two\b(?= (?:are|have|had|were|also|which|who|that|to|,|\.))",
    re.IGNORECASE,
)
"""Two countries without their names: "the two countries", "with each other", "the pair"."""
TOGETHER = re.compile(r"\b(?:together|combined|between them|jointly|taken as one)\b", re.IGNORECASE)
"""Several countries with one figure: no one of them has it."""
_BEYOND = re.compile(r"(?:other than|outside(?: of)?|beyond|except(?: for)?|excluding|apart from)\b", re.IGNORECASE)
"""Behind a group: who is not in it ("countries other than former Soviet republics")."""
_MEMBERS = re.compile(r"(?:'s|['\u2019])?\s+(?:member\s+)?(?:countries|states|nations|members|markets|economies)\b")
"""Behind the name of a bloc: it is the bloc all the same ("exports to European Union countries")."""
_WORLD = re.compile(
    r"\b(?:total|overall|seasonally[- ]adjusted|global|worldwide|world(?!['\u2019]s (?:\w+[- ])?(?:largest|biggest|second|third|No|top))|entire|whole|all)\b",
    re.IGNORECASE,
)
"""What makes a figure one of the country with the world ("its total exports")."""
IN_ALL = re.compile(
    r"\W*(?:overall|in (?:all|total)|altogether|all told|worldwide|globally)\b,?[^,;]{0,40}$", re.IGNORECASE
)
"""Before a phrase: "Overall, German exports slipped"."""
_ALTOGETHER = re.compile(
    r"\s+(?:in total|overall|as a whole|altogether|in all|worldwide|globally)\b",
    re.IGNORECASE,
)
"""Behind a word of trade: "exports as a whole"."""
_ABROAD = re.compile(
    r"(?:\s+of\s+(?:[A-Za-z]+\s+){0,2}[a-z]+)?\s+(?:abroad|overseas)\b|\s+(?:of all (?!kinds|sorts))\b", re.IGNORECASE
)
"""Behind a noun of trade: "sales abroad", "exports of all fruit"."""
_EVERYWHERE = re.compile(
    r"(?:all (?:(?:other|foreign) )?(?:destinations|countries|markets|(?:trading )?partners|sources|origins)|the (?:(?:rest of the|whole|outside) )?world(?!['\u2019]s)|abroad|overseas|foreign countries)\b",
    re.IGNORECASE,
)
"""Behind a preposition: "exports to all destinations"."""
_MUTUAL = words("bilateral two-way mutual reciprocal cross-border crossborder")
_FACED = re.compile(r"^(with|to|from)\s+(?:the\s+)?$", re.IGNORECASE)
_PREPOSITIONS = words(
    "to with from between of by into in for on against toward towards among onto via through across"
)  # of place, party and matter; those of time lead to no country
_LEFT_REACH, _RIGHT_REACH = 12, 16
"""Words that a phrase may run before and behind its noun."""


@dataclass(slots=True)
class Near:
    """Countries round a word, by the preposition that leads to them; `left` for those before it in its phrase.

    `description` is a country by what it is, and `described` the preposition before it; `owner_described` is one before
    the word; `of_head` is the noun behind "of"; `pair` tells of two countries without names, `group` of more, `whole` of the world.
    """

    left: list[Mention] = field(default_factory=list)
    by_prep: dict[str, list[Mention]] = field(default_factory=dict)
    pair: bool = False
    described: str | None = None
    description: str = ""
    owner_described: str = ""
    group: bool = False
    end: int = 0
    of_head: Any = None
    whole: bool = False

    @property
    def owners(self) -> list[str]:
        """The countries before the word, in order."""
        return [m.code for m in self.left]

    def first(self, *preps: str) -> str | None:
        """The country behind the first of these prepositions that has one."""
        return next((self.by_prep[prep][0].code for prep in preps if self.by_prep.get(prep)), None)

    def add(self, prep: str, mention: Mention) -> None:
        """Note a country behind a preposition."""
        known = self.by_prep.setdefault(prep, [])
        if mention not in known:
            known.append(mention)
        self.end = max(self.end, mention.end)

    def describe(self, place: str, found: re.Match[str]) -> None:
        """Note a description behind a preposition."""
        self.described, self.description = place, found.group()


def look_round(sentence: Sentence, token: Token) -> Near:
    """Look left inside the noun phrase and right along prepositions, up to a finite verb or a break."""
    near = Near()
    begin = _phrase_begin(token)
    lead = sentence.text[begin.idx : token.idx]
    for mention in (m for m in sentence.mentions if begin.idx <= m.start < token.idx):
        faced = _FACED.search(lead, 0, mention.start - begin.idx)
        if faced:  # "with Canada the deficit narrowed"
            near.add(faced.group(1).lower(), mention)
        else:
            near.left.append(mention)
    near.pair = any(t.lower in _MUTUAL for t in token.doc[begin.i : token.i])
    near.whole = (
        bool(_WORLD.search(lead))
        or _ALTOGETHER.match(sentence.text, token.idx + len(token)) is not None
        or (token.pos == "NOUN" and _ABROAD.match(sentence.text, token.idx + len(token)) is not None)
        or bool(IN_ALL.match(sentence.text[: begin.idx]))
    )
    _look_right(near, sentence, token)
    found = DESCRIPTION.search(lead)
    if found:
        near.owner_described = found.group()
    return near


def _phrase_begin(token: Token) -> Token:
    """The first token of the noun phrase of a word, cut at a break or a finite verb."""
    begin = token
    while begin.i > max(token.left_edge.i, token.i - _LEFT_REACH):
        before = begin.nbor(-1)
        if before.text in {",", ";", ":", "("} or before.tag in FINITE_TAGS:
            break
        begin = before
    return begin


def _look_right(near: Near, sentence: Sentence, token: Token) -> None:
    prep: str | None = None
    passed = 0
    for word in token.doc[token.i + 1 : token.i + 1 + _RIGHT_REACH]:
        if word.idx < passed:
            continue
        if _breaks_off(sentence, word) and not (prep == "of" and _LIST_OF_GOODS.match(sentence.text, word.idx)):
            break
        if word.lower in _PREPOSITIONS:
            prep = None if _leads_to_number(word) else word.lower  # "by 12 pct and the United States ..."
            if prep == "of" and word.i > 0 and word.nbor(-1).lower in _REASON:
                break
            if prep == "of" and near.of_head is None:
                near.of_head = object_of(word)
        elif prep != "of" and _is_next_anchor(sentence, word):
            break
        near.pair = near.pair or _names_no_one(sentence.text, word, prep)
        if prep is not None:
            passed = _look_behind(near, prep, sentence, word) or passed


_LIST_OF_GOODS = re.compile(
    r",\s+(?:[a-z-]+\s+){0,3}[a-z-]+(?:,\s+(?:[a-z-]+\s+){0,3}[a-z-]+)*,?\s+and\s+(?:[a-z-]+\s+){1,4}?(?:to|from|with|into)\s+(?:the\s+)?[A-Z]"
)
"""Behind the first of several goods: "imports of gas, coal and crude oil from Norway"."""


_REASON = words("because result account virtue consequence")
"""Before "of": what follows tells why."""


def _leads_to_number(prep: Token) -> bool:
    if prep.lower == "in" and prep.i + 1 < len(prep.doc) and _TIME.fullmatch(prep.nbor(1).text):
        return True  # "in May and raised Romanian imports"
    behind = prep.nbor(1) if prep.lower == "by" and prep.i + 1 < len(prep.doc) else None
    if behind is None or behind.tag not in {"CD", "$"}:
        return False
    return behind.head.lemma not in _WHO_ACT  # "by nine ASEAN countries"


_TIME = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d"
)
_WHO_ACT = words("country nation state member company firm investor bank group")


def _look_behind(near: Near, prep: str, sentence: Sentence, word: Token) -> int | None:
    """Note the country, the group or the description that begins at a word behind a preposition; a country's end."""
    if near.group and _BEYOND.match(sentence.text, word.idx):
        return len(sentence.text)
    mention = sentence.mention_at(word)
    if mention:
        near.add(prep, mention)
        members = _MEMBERS.match(sentence.text, mention.end) if mention.code in TRADING_BLOCS else None
        return members.end() if members is not None else mention.end
    if prep in {"with", "to", "from"} and (
        everywhere := _EVERYWHERE.match(sentence.text, word.idx) or ALL_MARKETS.match(sentence.text, word.idx)
    ):
        near.whole = True
        return everywhere.end()
    joined = prep == "between" and len(near.by_prep.get("between", [])) == 1 and word.nbor(-1).lower == "and"
    leads = _ON_MARKET if prep in {"on", "in", "into"} else GROUP if prep in _FACING or joined else None
    both = prep in {"to", "from"} and _THE_TWO.match(sentence.text, word.idx)
    if both or (leads is not None and leads.match(sentence.text, word.idx)):
        near.group = True
    elif found := DESCRIPTION.match(sentence.text, word.idx):
        near.describe(prep, found)
        near.end = max(near.end, found.end())
    return None


_FACING = frozenset({"with", "to", "from"})
_THE_TWO = re.compile(
    r"(?:the\s+two|both)(?:\s+(?:of\s+them|countries|nations|states|neighbou?rs|markets|partners))?(?=[.,;]|$|\s+(?:brought|earned|was|were|rose|fell|came|in|by|and|has|have|had|at|totall?ed|reached|over|during)\b)",
    re.IGNORECASE,
)
"""Behind "to", "from": neither of two is the partner alone."""
_ON_MARKET = re.compile(MARKET_OF_GROUP)
"""Behind "on", "in": "sold goods for 8 million dollars on the Balkan market"."""


def _breaks_off(sentence: Sentence, word: Token) -> bool:
    """The phrase ends before this word: at a break, a finite verb ("worth" is tagged as one), most commas."""
    if word.text in {";", ":", "--", "—"} or (word.tag in FINITE_TAGS and word.lower != "worth"):
        return True
    return word.text == "," and not _goes_on(sentence, word)


def _goes_on(sentence: Sentence, comma: Any) -> bool:
    """A list of countries runs over this comma ("to A, B and C")."""
    window = list(comma.doc[comma.i + 1 : comma.i + 5])
    before = comma.nbor(-1)
    if before.text == ")" and before.i > 0:
        before = before.nbor(-1)  # "the United Kingdom (UK), Chad and Togo"
    if not window or sentence.mention_at(before) is None:
        return False
    joined = window[0].lower in {"and", "or"}
    first = window[1] if len(window) > 1 and window[0].lower in {"and", "or", "the"} else window[0]
    mention = sentence.mention_at(first)
    if mention is None or any(t.tag in FINITE_TAGS for t in window[:3]):
        return False
    return joined or _LIST_GOES_ON.match(sentence.text, mention.end) is not None


_LETTERS = r"(?:\s+\([A-Z][A-Za-z.]{1,6}\))?"
_LIST_GOES_ON = re.compile(
    rf"{_LETTERS}(?:,\s+(?:the\s+)?[A-Z][\w.]+(?: [A-Z][\w.]+)*{_LETTERS})*,?\s+(?:and|or)\s+(?:the\s+)?[A-Z]"
)
"""Behind the second name of a list; behind "to Kuwait, the U.S. Agriculture Department said" stands none."""


def _is_next_anchor(sentence: Sentence, word: Token) -> bool:
    """Another word of trade, with a phrase of its own."""
    return (
        word.pos in {"NOUN", "PROPN"}
        and word.lemma in NOUN_ANCHORS
        and word.lemma not in {"good", "project"}
        and word.dep != "compound"
        and not sentence.mention_at(word)
    )


def _names_no_one(text: str, word: Token, prep: str | None) -> bool:
    """As in "between the two countries", "with each other": a pair that is not named here."""
    if prep in {"between", "of", "with", "by", "among"} and _PAIR_WORDS.match(text, word.idx):
        return True
    return word.lower in {"between", "with"} and _PAIR_WORDS.match(text[word.idx :]) is not None


def object_of(prep: Token) -> Token | None:
    """The noun that a preposition governs; None if there is none."""
    return next((child for child in prep.children if child.dep == "pobj"), None)
