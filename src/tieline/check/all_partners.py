"""Whether all partners are meant, where the words of a claim name none: when figures of a country's whole trade can't contradict it.

"Exports totalled $2.4 billion" in a story on a country is of its trade with everybody; in one on its trade with a bloc, or with a
country that the reader did not know, it is of a part of that. The partner is the reader's conclusion then, and stands on less
where the country was carried over too.
"""

from __future__ import annotations

from collections.abc import Sequence

from tieline.check.guesses import sentence_before, sentence_of
from tieline.check.named import countries_in
from tieline.check.phrases import country
from tieline.check.years_named import printed_in
from tieline.model import lazy_re as re
from tieline.model.claims import Event, Measure, Trend

Figure = Measure | Trend
_OF_ALL = re.compile(
    r"\b(?:total|overall|aggregate|global|globally|worldwide|(?:the (?:rest of the )?)?world|abroad|overseas|merchandise|country's|nation's|nationwide)\b"
    r"|\b(?:foreign|external|all|whole|national)\s+(?:[a-z]+\s+)?(?:trade|exports?|imports?|sales|shipments|purchases)\b",
    re.IGNORECASE,
)
_TO_WHOM = re.compile(
    r"\b(?P<flow>(?i:exports?|exported|sales|sold|sells?|shipments|shipped|deliver\w*|suppl\w*|imports?|imported|purchases|bought|buys?))\b"
    r"(?:\s+(?:of\s+)?[a-z][\w-]*){0,4}?\s+(?P<link>to|from)\s+(?P<whom>(?:the\s+)?[A-Z][^,.;:]{1,40})"
)
_LINK = re.compile(r"\b(?:to|from|with|in)\s+(?=\S)")
_OF_A_FLOW = re.compile(
    r"\b[Oo]f\s+(?:(?!\d)[\w.'’-]+\s+){0,8}?(?P<to>(?:exports|imports|sales|shipments|purchases|trade|commerce|goods|sold|sells|bought|buys|exported|imported|shipped|abroad)\s+"
    r"(?:(?:of\s+)?(?:goods|merchandise)\s+)?(?:to|from|with|in|within|into|inside|across)\s+)"
)
_OF_REGIONAL = re.compile(
    r"\b[Oo]f\s+(?:(?!\d)[\w.'’-]+\s+){0,3}?(?P<region>[A-Z][a-z]+(?:[ -][A-Za-z][a-z]+)?)\s+(?:exports|imports|sales|shipments|purchases|trade)\b"
)
_REGION = re.compile(r"(?:the|that|its)\s+(?:[a-z]+\s+)?(?:region|area|zone|bloc|union)\b")
_NEXT_PART = re.compile(r"\band\b(?=[^.;,]*\bof\b)")
_EVERYBODY = re.compile(
    r"(?:(?:all|foreign|overseas|its|their|trading|export|the|other)\s+)*(?:all|foreign|overseas|its|their|trading|export)\s+(?:countries|markets|partners|buyers|customers)\b",
    re.IGNORECASE,
)
_UNTOLD = "whose trade with whom is meant was carried over from another sentence"


def all_in_doubt(claim: Figure, claims: Sequence[Figure | Event], text: str | None) -> str | None:
    """Why not all partners may be meant, though the claim was read so; None where the words or the story tell that they are."""
    if claim.partner != "WLD" or "partner" not in claim.inferred:
        return None
    sentence = sentence_of(claim, text)
    who = _seller_untold(claim, sentence)
    if who is not None:
        return who
    if _OF_ALL.search(sentence):
        return None
    group = _group_in(sentence)
    if group is None and "reporter" in claim.inferred:
        group = _group_in(sentence_before(claim, text))
    if group is not None:
        return f"the story speaks of {group}, and does not tell that the trade with all partners is meant"
    if "reporter" not in claim.inferred:
        return None
    figures = [each for each in claims if isinstance(each, Measure | Trend) and each is not claim]
    if any(_seller_untold(each, sentence_of(each, text)) for each in figures if each.reporter == claim.reporter):
        return f"{_UNTOLD}, and the story does not tell with whom {country(claim.reporter or '')} trades"
    return None


def _seller_untold(claim: Figure, sentence: str) -> str | None:
    """The country is the one that somebody sells to: "exports to Cuba went up", told by whoever sells."""
    if claim.partner != "WLD" or claim.reporter is None:
        return None
    quoted = claim.quote.exact
    for words in (quoted, sentence):
        for found in _TO_WHOM.finditer(words):
            if countries_in(found["whom"])[:1] == [claim.reporter] and set(countries_in(words)) == {claim.reporter}:
                verb = "sold to" if found["link"] == "to" else "bought from"
                return f"who {verb} {country(claim.reporter)} is not told"
    return None


def _group_in(sentence: str) -> str | None:
    """A group of countries that the words tell of trade with: "with the CEFTA countries", "its surplus in CEFTA trade"."""
    from tieline.read.words.groups import ALL_MARKETS, GROUP  # noqa: PLC0415 -- of the reader, and seldom needed here

    for link in _LINK.finditer(sentence):
        found = GROUP.match(sentence, link.end())
        if found is not None and not ALL_MARKETS.match(sentence, link.end()):
            return found.group()
    return None


def part_of_the_world(claim: Measure, sentence: str) -> str | None:
    """The part of the world that a share is told of: "10 percent of Norway's exports to Europe"; None where it is of all.

    >>> from tieline.model.claims import Quote
    >>> words = "Poland took 10 percent of Norway's exports"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 41), indicator="exports", reporter="NOR", partner="POL",
    ...                 share_pct=10.0, share_of="reporter_total_exports")
    >>> part_of_the_world(claim, words + " to Europe in 2014"), part_of_the_world(claim, words + ", far more than others in Europe")
    ('Europe', None)
    >>> part_of_the_world(claim, "Poland took 10 percent of Norway's European exports")
    'European'
    """
    from tieline.read.words.groups import ALL_MARKETS, GROUP  # noqa: PLC0415 -- of the reader, and seldom needed here
    from tieline.read.words.regions import REGIONS  # noqa: PLC0415

    printed, own = printed_in(claim, sentence)
    start, end = printed[own].span() if own is not None else (max(sentence.find(claim.quote.exact), 0),) * 2
    ahead = sentence[printed[own - 1].end() if own else 0 : start]
    until = printed[own + 1].start() if own is not None and own + 1 < len(printed) else len(sentence)
    behind = sentence[end:until]
    for words in (_NEXT_PART.split(behind, maxsplit=1)[0], _NEXT_PART.split(ahead, maxsplit=1)[0]):
        for link in _OF_A_FLOW.finditer(words):
            found = GROUP.match(words, link.end()) or _REGION.match(words, link.end())
            if found and not ALL_MARKETS.match(words, link.end()) and not _EVERYBODY.match(words, link.end()):
                return found.group()
        told = next((each for each in _OF_REGIONAL.finditer(words) if each["region"].lower() in REGIONS), None)
        if told is not None:
            return told["region"]
    return None
