"""What contracts, deals and orders between two countries are worth, told in the sentence itself.

"Siemens of Germany has won an 8 billion euro contract in Egypt", "Egypt concluded a $2 billion deal with France for 24
jets", "Saudi Arabia signed for $110 billion of American weapons": goods make it exports of who sells them, anything
else is `other`, of who builds or works there.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.goods import goods_in
from tieline.read.story.memory import Frame

DEAL: Final = "deal"
"""The mark of such a frame, in the place of the preposition of its partner: its sum stands where it starts."""
_PAPER: Final = r"(?:contracts?|deals?|orders?|agreements?|accords?|tenders?|memorand(?:um|a)|documents?|MoUs?)"
_SUM_FIRST: Final = re.compile(rf"(?:-|\s)+(?:(?:[a-z-]+|euros?|dollars?)\s+){{0,3}}?{_PAPER}\b")
_SUM_BEHIND: Final = re.compile(
    rf"(?:\b{_PAPER}\b|\b(?:signed\s+(?:up\s+)?for|ordered)\b)(?P<about>[^.;:]{{0,90}}?)\s(?:(?:is|are|was|were|jointly|together)\s+)?(?:worth|valued\s+at|for|of|to\s+the\s+tune\s+of|with\s+a\s+(?:total\s+|combined\s+)?(?:value|worth)\s+of|totall?ing|at\s+a\s+cost\s+of|estimated\s+at|amounting\s+to)\s+"
    r"(?:(?:about|some|around|nearly|almost|over|more\s+than|an?\s+(?:estimated|total)|up\s+to|at\s+least|a\s+total\s+of|a\s+combined)\s+)*$",
    re.IGNORECASE,
)
_SIGNED_FOR: Final = re.compile(
    r"\b(?:sign(?:s|ed)?\s+(?:up\s+)?for|ordered|(?:has|have)\s+ordered|placed\s+(?:an\s+order|orders)\s+for)\s+(?:(?:about|some|around|nearly|almost|over|more\s+than|another|a\s+further|up\s+to)\s+)*$"
)
"""Before what a buyer takes: "signed for 200,000 tonnes of"."""
_WON: Final = re.compile(
    r"\b(?:w[oi]n(?:s|ning)?|clinch(?:es|ed|ing)|land(?:s|ed|ing)|secur(?:es?|ed|ing)|bag(?:s|ged)|(?:was|were|been)\s+(?:awarded|given)|(?:build|suppl|deliver|construct)\w*(?=[^.;]{3,90}?\bunder\s+(?:an?|the|its)\s+(?:[\w.-]+\s+){0,3}?(?:contract|deal|agreement)\b)|receiv(?:es?|ed)|got|picked\s+up|obtain(?:s|ed))\b"
)
_SIGNED: Final = re.compile(
    r"\b(?:sign(?:s|ed|ing)?|conclud(?:es?|ed|ing)|reach(?:es|ed|ing)|str(?:ikes?|uck|iking)|agree[ds]?|plac(?:es?|ed|ing)|seal(?:s|ed|ing)|ink(?:s|ed|ing))\b"
)
_AWARDED: Final = re.compile(r"(?<!was )(?<!were )(?<!been )\b(?:award(?:s|ed|ing)|gave|give[sn]?|handed)\b")
_SELLS: Final = re.compile(
    r"\bto\s+(?:supply|deliver|sell|build|construct|provide|export|ship|upgrade|modernise|modernize|repair)\b"
)
_BUYS: Final = re.compile(
    r"\b(?:orders?\b|to\s+(?:buy|purchase|import|acquire|take)\b)|\b(?:arms|weapons|gas|oil|purchase)\s+(?:deal|contract)\b"
)
_WORKS: Final = re.compile(
    r"\b(?:build\w*|built|construct\w*|repair\w*|rebuild\w*|upgrad\w*|moderni\w+|roads?|motorways?|railways?|rail|metro|tram|bridges?|tunnels?|dams?|ports?|airports?|harbou?rs?|plants?|reactors?|pipelines?|refiner(?:y|ies)|power|grid|hospitals?|schools?|housing|stadiums?|order)\b"
)
_OF_GOODS: Final = re.compile(
    r"\b(?:for|of)\s+(?:the\s+(?:supply|delivery|purchase|sale)\s+of\s+)?(?:(?:up\s+to|about|some|more|over)\s+)*(?:\d[\d,.]*\s+)?(?:[\w-]+\s+){0,4}?(?:jets|aircraft|planes|helicopters|tanks|howitzers|missiles|frigates|submarines|ships|drones|rifles|weapons|arms|locomotives|trains|wagons|trams|buses|tractors|turbines|vessels|carriages)\b"
)
_OTHER: Final = re.compile(
    r"\b(?:loans?|credits?|grants?|aid|assistance|invest\w*|bonds?|debts?|stakes?|shares|acqui\w+|takeover|merger|bailout|ransom|ceasefire|peace|fine|settlement|lawsuit|swap|transfer\s+fee|player|football|club|ban|bans|sanctions?|fund|trade\s+(?:deal|agreement|accord|pact))\b",
    re.IGNORECASE,
)
_ONE_LINE: Final = 150


def may_tell_deal(sentence: Sentence) -> bool:
    """A paper with a sum, or what was signed for, beside two countries (asked before the sentence is parsed)."""
    text = sentence.text
    if _WORDS.search(text) is None or len({m.code for m in sentence.mentions}) < _PAIR or _OTHER.search(text):
        return False
    return any(_is_of_paper(text, f) or _signed_for(text, f) for f in sentence.figures)


_PAIR: Final = 2
_NAMED: Final = re.compile(rf"\b{_PAPER}\b", re.IGNORECASE)
_WORDS: Final = re.compile(rf"\b(?:{_PAPER}|signed|signs|ordered)\b", re.IGNORECASE)


def deal_frames(sentence: Sentence, frames: list[Frame]) -> list[Frame]:
    """The frame of the sum of a paper between two countries; none where a word of trade tells both sides already."""
    if not may_tell_deal(sentence) or any(f.reporter and f.partner for f in frames):
        return []
    out: list[Frame] = []
    for figure in sentence.figures:
        found = _bought(sentence, figure) or _of_paper(sentence, figure)
        token = next((t for t in sentence.tokens if t.idx >= figure.start), None)
        if found is None or token is None:
            continue
        seller, buyer, of_goods = found
        good = next((g for g in goods_in(sentence) if g.start > figure.start), None) if of_goods else None
        out.append(
            Frame(
                token,
                "exports" if of_goods else "other",
                seller,
                buyer,
                good,
                figure.start,
                figure.end,
                partner_prep=DEAL,
            )
        )
    return out


def deal_at(figure: Figure, frames: list[Frame]) -> Frame | None:
    """The frame of the deal whose sum a figure is."""
    return next((f for f in frames if f.partner_prep == DEAL and f.start == figure.start), None)


def _is_of_paper(text: str, figure: Figure) -> bool:
    if figure.kind != "money":
        return False
    lead = text[max(0, figure.start - _ONE_LINE) : figure.start]
    return _SUM_FIRST.match(text, figure.end) is not None or _SUM_BEHIND.search(lead) is not None


def _signed_for(text: str, figure: Figure) -> bool:
    return (
        figure.kind in {"money", "quantity"}
        and figure.unit != "people"
        and _SIGNED_FOR.search(text[: figure.start]) is not None
    )


def _bought(sentence: Sentence, figure: Figure) -> tuple[str, str, bool] | None:
    """As in "Sri Lanka signed for 200,000 tonnes of Omani LNG", "Poland ordered 180 tanks from South Korea"."""
    begins = [m.start() for m in _TAKEN.finditer(sentence.text, 0, figure.start)]
    bought = _signed_for(sentence.text, figure) or (begins and _is_of_paper(sentence.text, figure))
    if not bought or not begins:
        return None
    buyer = _last_before(sentence, begins[-1])
    if buyer is None or _COURT.search(sentence.text, buyer.end - 1, begins[-1]) or _joint(sentence, begins[-1]):
        return None
    behind = _behind(sentence, begins[-1])
    seller = next(
        (m for m in behind if _is_origin(sentence, m) and _GAP.fullmatch(sentence.text, figure.end, m.start)), None
    )
    return (seller.code, buyer.code, True) if buyer and seller and seller.code != buyer.code else None


def _of_paper(sentence: Sentence, figure: Figure) -> tuple[str, str, bool] | None:
    """Who sells or builds, who buys, and whether goods are sold, of a paper with its sum."""
    text = sentence.text
    if not _is_of_paper(text, figure):
        return None
    papers = [m for m in _NAMED.finditer(text) if abs(m.start() - figure.start) < _ONE_LINE]
    if not papers:
        return None
    paper = min(papers, key=lambda m: abs(m.start() - figure.start))
    if between := _between(sentence, paper.end()):
        return (*between, False)
    until = min(paper.start(), figure.start)
    verbs = [(m.start(), kind) for kind, pattern in _KINDS for m in pattern.finditer(text) if m.start() < until]
    if not verbs:
        return None
    at, kind = max(verbs)
    if kind == "signed" and (joint := _joint(sentence, at)):
        return (*joint, False)
    subject = _last_before(sentence, at)
    other = next(
        (m for m in _behind(sentence, at) if subject and m.code != subject.code and _is_party(sentence, m)), None
    )
    if subject is None or other is None:
        return None
    around = text[at : figure.end + 90]
    goods = _OF_GOODS.search(around) is not None
    if kind == "won":
        works = goods or _WORKS.search(text) is not None  # what else a firm is paid for abroad is its own matter
        return (subject.code, other.code, goods) if works else None
    if kind == "awarded":
        return other.code, subject.code, goods
    if _SELLS.search(around):
        return subject.code, other.code, goods
    if goods or _BUYS.search(around):
        return other.code, subject.code, True
    return subject.code, other.code, False


_COURT: Final = re.compile(r"\b(?:court|judge|police|tribunal|customs|regulator)\b", re.IGNORECASE)
_GAP: Final = re.compile(r"(?:\s+(?!and\b|but\b|its\b|their\b)[\w-]+){0,5}\s+(?:from\s+(?:the\s+)?)?")
_TAKEN: Final = re.compile(r"\b(?:sign(?:s|ed)?\s+(?:up\s+)?for|ordered|placed\s+(?:an\s+order|orders)\s+for)\b")
_KINDS: Final = (("won", _WON), ("awarded", _AWARDED), ("signed", _SIGNED))


def _between(sentence: Sentence, behind: int) -> tuple[str, str] | None:
    """As in "were signed between Uzbekistan and Turkey"."""
    named = [m for m in sentence.mentions if m.start >= behind and trades(m.code)]
    lead = named and _BETWEEN.search(sentence.text[: named[0].start])
    if not lead or len(named) < _PAIR or sentence.text[named[0].end : named[1].start].strip() not in {"and", "and the"}:
        return None
    return (named[0].code, named[1].code) if named[0].code != named[1].code else None


def _joint(sentence: Sentence, at: int) -> tuple[str, str] | None:
    """As in "France and Brazil reached a 7 billion euro deal"."""
    named = [m for m in sentence.mentions if m.end <= at and trades(m.code)][-_PAIR:]
    if len(named) < _PAIR or named[0].code == named[1].code or "adjective" in {m.use for m in named}:
        return None
    joined = sentence.text[named[0].end : named[1].start].strip() in {"and", "and the"}
    return (named[0].code, named[1].code) if joined and at - named[1].end < _BESIDE else None


_BESIDE: Final = 30
_BETWEEN: Final = re.compile(r"\bbetween\s+(?:the\s+)?(?:(?:firms|companies|enterprises)\s+(?:of|from)\s+)?$")


def _last_before(sentence: Sentence, at: int) -> Mention | None:
    """The country of the subject: the last one before the verb, in no place or time of its own."""
    named = [m for m in sentence.mentions if m.end <= at and trades(m.code) and at - m.end < _ONE_LINE]
    named = [m for m in named if not _PLACE.search(sentence.text[: m.start])]
    return named[-1] if named else None


_PLACE: Final = re.compile(r"\b(?:in|to|at|visit)\s+(?:the\s+)?$", re.IGNORECASE)


def _behind(sentence: Sentence, at: int) -> list[Mention]:
    return [m for m in sentence.mentions if m.start >= at and trades(m.code)]


def _is_origin(sentence: Sentence, mention: Mention) -> bool:
    """Whose goods they are: "American weapons", "tanks from South Korea"."""
    return mention.use == "adjective" or _FROM.search(sentence.text[: mention.start]) is not None


_FROM: Final = re.compile(r"\b(?:from|with)\s+(?:the\s+)?(?:(?:[A-Z][\w&.-]+\s+){0,2}of\s+)?$")


def _is_party(sentence: Sentence, mention: Mention) -> bool:
    """The other side of a paper: where the work is, with whom it is signed, whose it is."""
    return mention.use == "adjective" or _PARTY.search(sentence.text[: mention.start]) is not None


_PARTY: Final = re.compile(
    r"\b(?:in|with|from|by|to)\s+(?:the\s+)?(?:government\s+of\s+|(?:[A-Z][\w&.-]+\s+){0,2}of\s+)?$|\b(?:award(?:s|ed|ing)|gave|handed)\s+(?:the\s+)?$"
)
