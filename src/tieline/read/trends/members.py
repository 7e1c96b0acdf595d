"""Countries that a plural stands for: "its main markets, that is Fiji and Samoa", "most buyers took more, among them Chad"."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, trades
from tieline.read.syntax.tokens import Token
from tieline.read.words.trade import words

MARKETS: Final = words(
    "market buyer customer country destination partner neighbour neighbor economy nation state supplier importer exporter client source member island"
)
_AND: Final = re.compile(
    r"(?:\s+\([^()]{2,8}\))?(?:,?\s+(?:and|or|then)\s+(?:also\s+)?|,\s+)(?:the\s+|neighbou?ring\s+|then\s+)?"
)
_SOME: Final = (
    r"such\s+as|including|among\s+them|among\s+others|namely|that\s+is|like|notably|especially|particularly|in\s+particular|"
    r"above\s+all|chiefly|mainly|mostly|for\s+(?:instance|example)"
)
_LEADS: Final = re.compile(
    rf"(?:\s+abroad|\s+there)?,?\s+(?:\(|-\s+)?(?:(?:{_SOME}),?|as)\s+(?:the\s+)?", re.IGNORECASE
)
_APPOSED: Final = re.compile(r"(?:,|:|\s+-)\s+(?:the\s+)?")
_AT_END: Final = re.compile(rf",\s+(?:{_SOME})\s+(?:the\s+)?", re.IGNORECASE)
_THEIRS: Final = re.compile(r"\s+among\s+them\b")
_NAMED_BY: Final = words("main biggest largest chief top leading key principal two three four both core traditional")


def row_at(sentence: Sentence, start: int) -> list[Mention]:
    """The countries of a list that begins there, in order: "Chad, Togo (TG) and the Gambia"."""
    row: list[Mention] = []
    for mention in sentence.mentions:
        if not trades(mention.code) or mention.start < start or (not row and mention.start != start):
            continue
        if row and not _AND.fullmatch(sentence.text, row[-1].end, mention.start):
            if sentence.text[mention.start - 1] == "(":
                continue  # letters that stand for the one before
            break
        row.append(mention)
    return row


def may_name_members(text: str) -> bool:
    """Words of a sentence that may say who some of its markets are (asked before it is parsed).

    >>> may_name_members("Its main markets, that is Fiji and Samoa, were down."), may_name_members("Markets were down.")
    (True, False)
    """
    return _ASKED.search(text) is not None


_ASKED: Final = re.compile(
    rf"\b(?:markets|buyers|customers|countries|destinations|partners|neighbou?rs|nations|suppliers|sources)\b[^.;]{{0,60}}?\b(?:{_SOME}|as)\b",
    re.IGNORECASE,
)


def members_of(sentence: Sentence, noun: Token) -> list[str]:
    """The countries that are named as those, or as some of those, that a plural noun stands for."""
    return list(dict.fromkeys(m.code for m in row_of_members(sentence, noun) if m.use != "adjective"))


def row_of_members(sentence: Sentence, noun: Token) -> list[Mention]:
    """The list that names them."""
    if noun.tag != "NNS" or noun.lemma not in MARKETS:
        return []
    text, end = sentence.text, noun.idx + len(noun)
    led = _LEADS.match(text, end)
    if led is not None and (row := row_at(sentence, led.end())):
        return row
    apposed = _APPOSED.match(text, end)
    row = row_at(sentence, apposed.end()) if apposed is not None else []
    if row and (_THEIRS.match(text, row[-1].end) or any(c.lower in _NAMED_BY for c in noun.children)):
        return row
    last = _AT_END.search(text, end)
    return row_at(sentence, last.end()) if last is not None else []


def partners_behind(sentence: Sentence, end: int, indicator: str) -> list[str]:
    """As in "They grew fastest in Chad and Togo", "have jumped, above all from Peru": the partners with whom a flow moves."""
    led = _WITH.match(sentence.text, end)
    if led is None or (led["prep"] != _FACING.get(indicator) and not (led["prep"] == "in" and led["most"])):
        return []
    row = row_at(sentence, led.end())
    return list(dict.fromkeys(m.code for m in row if m.use != "adjective"))


_FACING: Final = {"exports": "to", "imports": "from", "trade": "with", "tourism": "from"}
_WITH: Final = re.compile(
    r"(?:\s+(?:[a-z]+ly|(?P<most>most|fastest)|more|less|again|also|only|even|too|up|down|back|as\s+well)|,\s+(?:however|though|too),)*"
    r"(?:,?\s+(?:above\s+all|mainly|mostly|chiefly|especially|notably|in\s+particular|primarily))?,?\s+(?P<prep>in|to|from|with)\s+(?:the\s+)?"
)
