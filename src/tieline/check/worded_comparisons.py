"""Comparisons that the reader took for a change or a direction: "exported more to Kenya than to Peru", "three times as much as"."""

from __future__ import annotations

from dataclasses import replace

from tieline.check.named import countries_in
from tieline.model import lazy_re as re
from tieline.model.claims import Comparison, Measure, Trend
from tieline.model.products import product_of
from tieline.model.vocabulary import FlowDirection

_MORE = re.compile(
    r"\b(?:more|less|fewer)\b[^.;]{0,80}?\bthan\s+(?:(?:it|they|its|their|exports|imports|those|that|sales|trade)\s+)*"
    r"(?:(?:exported|imported|did|sold|bought|shipped)\s+)?(?:to|from|with)\b"
    r"|\b(?:exceed|surpass|outstrip|overt(?:ake|ook|aken)|top(?:ped|s)\b|larger than|bigger than|greater than|"
    r"higher than|smaller than|lower than)",
    re.IGNORECASE,
)


_VERB = re.compile(r"exceed|surpass|outstrip|overt|outpac", re.IGNORECASE)


_TIMES = re.compile(
    r"\btimes\s+(?:as\s+(?:much|many|large|big|high)|more|larger|bigger|higher)\b[^.;]*?\b(?:than|as)\b(?!\s+(?:much|many|large|big|high))",
    re.IGNORECASE,
)


_IN_TIME = re.compile(
    r"\W*(?:(?:it|they|that|those)\s+(?:did|was|were|had)?\s*)?(?:in\s+(?:the\s+)?(?:\d{4}|\w+ \d{4}|same|previous)|a\s+(?:year|decade|month)|"
    r"last|the\s+(?:year|previous|same|level|figure)|before|earlier|\w+\s+(?:years|months|decades)\s+(?:ago|earlier|before)|during|\d{4})",
    re.IGNORECASE,
)


SOLD = "sold|sells?|exports?|exported|ships?|shipped"
BOUGHT = "bought|buys?|imports?|imported|purchased|took|takes?"
"""Verbs of either flow, as patterns."""
_SOLD, _BOUGHT = (re.compile(rf"\b(?:{verbs})\b", re.IGNORECASE) for verbs in (SOLD, BOUGHT))


def times_as_much(claim: Measure, words: str) -> Measure | Trend:
    """A multiple of what another flow was is no change: "bought three times more from Russia than it sold there" compares.

    >>> from tieline.model.claims import Quote
    >>> words = "Turkey bought three times more from Russia than it sold there"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 61), indicator="imports", reporter="TUR",
    ...                 partner="RUS", change_pct=200.0)
    >>> times_as_much(claim, words).compared_with.indicator
    'exports'
    """
    if claim.change_pct is None or claim.value is not None or claim.indicator not in {"exports", "imports"}:
        return claim
    found = _TIMES.search(words)
    if found is None or _IN_TIME.match(words[found.end() :]):
        return claim
    rest = words[found.end() :]
    flow = "exports" if _SOLD.search(rest) else "imports" if _BOUGHT.search(rest) else None
    named = [code for code in countries_in(rest) if code not in {claim.reporter, claim.partner}]
    other: Comparison | None = None
    if len(set(named)) == 1:
        other = Comparison(indicator=claim.indicator, reporter=claim.reporter, partner=named[0])
    elif not named and flow is not None and flow != claim.indicator:
        other = Comparison(
            indicator="exports" if flow == "exports" else "imports", reporter=claim.reporter, partner=claim.partner
        )
    return Trend(
        document=claim.document, version=claim.version, quote=claim.quote, sources=claim.sources, inferred=claim.inferred,
        modality=claim.modality, indicator=claim.indicator, reporter=claim.reporter, partner=claim.partner,
        product=claim.product, hs=claim.hs, period=claim.period, scope=claim.scope, direction=None, compared_with=other,
    )  # fmt: skip


_PART_OF_WHAT = re.compile(
    rf"\b(?P<flow>{SOLD}|{BOUGHT})\b[^.;]*?\b(?:half|third|quarter|fifth|tenth)\s+of\s+what\s+"
    r"(?:it|they|the country)\s+(?P<other>\w+)\b(?P<rest>[^.;]*)",
    re.IGNORECASE,
)


def part_of_the_other_flow(claim: Measure, words: str) -> Measure | Trend:
    """A part of what goes the other way is no share of a whole: "Japan sells Australia a quarter of what it buys there" compares.

    >>> from tieline.model.claims import Quote
    >>> words = "Japan sells Australia a quarter of what it buys there"
    >>> claim = Measure(document="d", version="v", quote=Quote(words[:31], 0, 31), indicator="imports", reporter="AUS",
    ...                 partner="JPN", share_pct=25.0, share_of="reporter_total_imports")
    >>> compared = part_of_the_other_flow(claim, words)
    >>> compared.indicator, compared.reporter, compared.compared_with.indicator
    ('exports', 'JPN', 'imports')
    """
    found = _PART_OF_WHAT.search(words) if claim.share_pct is not None and claim.value is None else None
    if found is None or claim.partner in {None, "WLD"}:
        return claim
    first = next(iter(countries_in(words[: found.start()])), None)
    sides = {claim.reporter, claim.partner}
    sells = _SOLD.fullmatch(found["flow"]) is not None
    turned = (_BOUGHT if sells else _SOLD).fullmatch(found["other"])
    if first not in sides or turned is None or set(countries_in(found["rest"])) - sides:
        return claim
    partner = str(claim.partner) if first == claim.reporter else claim.reporter
    flow: FlowDirection = "exports" if sells else "imports"
    back: FlowDirection = "imports" if sells else "exports"
    return Trend(
        document=claim.document, version=claim.version, quote=claim.quote, sources=claim.sources, inferred=claim.inferred,
        modality=claim.modality, indicator=flow, reporter=str(first), partner=partner, product=claim.product, hs=claim.hs,
        period=claim.period, scope=claim.scope, direction=None,
        compared_with=Comparison(indicator=back, reporter=str(first), partner=partner),
    )  # fmt: skip


_NAME = r"(?:the\s+)?[A-Z][\w.]*(?:\s+[A-Z][\w.]*)*"
_TO_ANOTHER = re.compile(
    rf"\s+(?:more|less|fewer)\s+(?:to|from)\s+(?P<who>{_NAME})(?P<more>(?:,\s+{_NAME})*,?\s+(?:and|or)\s+{_NAME})?"
)


def with_partner_behind(claim: Measure, words: str) -> Measure:
    """A change is with the partner right behind it: "9.6 percent more to Peru, but 11.8 percent | less to Chile"; of several it is with none.

    >>> from tieline.model.claims import Quote
    >>> words = "Brazil sold 9.6 percent more to Peru, but 11.8 percent"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 54), indicator="exports", reporter="BRA", partner="PER",
    ...                 change_pct=-11.8)
    >>> with_partner_behind(claim, words + " less to Chile").partner
    'CHL'
    >>> with_partner_behind(claim, words + " less to Chile and Bolivia").partner is None
    True
    """
    moves = claim.change_pct is not None or claim.change_value is not None
    found = _TO_ANOTHER.match(words.removeprefix(claim.quote.exact)) if moves and claim.value is None else None
    named = countries_in(found["who"]) if found is not None else []
    if len(named) != 1 or named[0] in {claim.reporter, claim.partner} or claim.partner in {None, "WLD"}:
        return claim
    several = found is not None and found["more"] is not None and bool(countries_in(found["more"]))
    return replace(claim, partner=None if several else named[0])


_GOODS = re.compile(
    r"\b(?:more|less|fewer|as much|as many|times the|twice the)\s+(?:of\s+(?:its|their|the)\s+)?(?P<goods>[a-z][a-z-]*(?:\s+[a-z][a-z-]*){0,2}?)\s+"
    r"(?:than|as|to|from)\b"
)


def compared_goods(claim: Trend, words: str) -> Trend:
    """A comparison is one of the goods that stand in it: "exports more coffee to Japan than Kenya does".

    >>> from tieline.model.claims import Quote
    >>> words = "Tanzania exports more coffee than Kenya does to Japan"
    >>> claim = Trend(document="d", version="v", quote=Quote(words, 0, 53), indicator="exports", reporter="TZA", partner="JPN",
    ...               direction=None, compared_with=Comparison(indicator="exports", reporter="KEN", partner="JPN"))
    >>> compared_goods(claim, words).product, compared_goods(claim, words).hs
    ('coffee', ('0901',))
    """
    if claim.compared_with is None or claim.compared_with.rank is not None or claim.product is not None or claim.hs:
        return claim
    found = _GOODS.search(words)
    known = product_of(found["goods"]) if found else None
    if found is None or known is None or known.kind == "generic" or not known.hs:
        return claim
    return replace(claim, product=found["goods"], hs=tuple(known.hs))


def compared_partner(claim: Trend, words: str) -> Trend:
    """A direction that is no direction: "exported more to Kenya than to Peru" compares, though nothing rose.

    >>> from tieline.model.claims import Quote
    >>> words = "Chile exported more to Kenya than to Peru in 2013"
    >>> claim = Trend(document="d", version="v", quote=Quote(words, 0, 49), indicator="exports", reporter="CHL",
    ...               partner="KEN", direction="up")
    >>> compared_partner(claim, words).compared_with.partner
    'PER'
    """
    if claim.direction not in {"up", "down", None} or (claim.compared_with and claim.compared_with.partner):
        return claim
    if claim.compared_with is not None and claim.compared_with.rank is not None:
        return claim
    told = _other_flow(claim, words) or _other_of_a_kind(claim, words)
    if told is not None:
        return replace(claim, direction=None, strength=None, compared_with=told)
    found = _MORE.search(words)
    if found is None:
        return claim
    named = [code for code in countries_in(words[found.end() :]) if code not in {claim.reporter, claim.partner}]
    if len(set(named)) != 1:
        return replace(claim, direction=None, strength=None) if _VERB.search(found.group()) else claim
    other = Comparison(indicator=claim.indicator, reporter=claim.reporter, partner=named[0])
    return replace(claim, direction=None, strength=None, compared_with=other)


_THAN_IT = re.compile(
    rf"\b(?P<own>{SOLD}|{BOUGHT})\s+(?:[\w'’-]+\s+){{0,4}}?(?:more|less|fewer)\b[^.;,]{{0,40}}?\bthan\s+(?:it|they|the country)\s+(?:had\s+)?(?P<other>{SOLD}|{BOUGHT})\b(?P<rest>[^.;]*)",
    re.IGNORECASE,
)
_ITS_OTHER = re.compile(
    r"\b(?P<own>exports|imports)\b[^.;,]{0,40}?\b(?:exceed\w*|surpass\w*|outstrip\w*|outweigh\w*|(?:larger|bigger|greater|higher|smaller|lower|less|more)\s+than)\s+"
    r"(?:its|their|the country['’]s)\s+(?:total\s+|own\s+)?(?P<other>exports|imports)\b(?P<rest>[^.;]*)",
    re.IGNORECASE,
)


def _other_flow(claim: Trend, words: str) -> Comparison | None:
    """The flow back, where a country is told to sell more than it buys: "exported more than it imported", "its imports exceeded its exports"."""
    found = _THAN_IT.search(words) or _ITS_OTHER.search(words)
    if found is None or claim.indicator not in {"exports", "imports"}:
        return None
    sells = [each.lower() == "exports" or _SOLD.fullmatch(each) is not None for each in (found["own"], found["other"])]
    if sells[0] == sells[1] or sells[0] != (claim.indicator == "exports"):
        return None
    if set(countries_in(found["rest"])) - {claim.reporter, claim.partner}:
        return None
    return Comparison(indicator="imports" if sells[0] else "exports", reporter=claim.reporter, partner=claim.partner)


_A_BIGGER = re.compile(
    r"\b(?:bigger|larger|greater|smaller|more important|less important)\s+(?:[a-z]+\s+){0,2}?"
    r"(?:market|customer|buyer|destination|importer|supplier|source|seller|exporter|provider|partner)\b[^.;]{0,60}?\bthan\s+(?P<who>(?:the\s+)?[A-Z][\w.]*(?:\s+[A-Z][\w.]*)*)",
    re.IGNORECASE,
)


def _other_of_a_kind(claim: Trend, words: str) -> Comparison | None:
    """Another market or supplier beside which one is told to be the bigger: "Norway is a bigger market for Kenya than Poland"."""
    found = _A_BIGGER.search(words)
    named = countries_in(found["who"]) if found is not None else []
    first = countries_in(words[: found.start()])[:1] if found is not None else []
    if len(named) != 1 or named[0] in {claim.reporter, claim.partner, "WLD"} or not first:
        return None
    if first == [claim.partner]:
        return Comparison(indicator=claim.indicator, reporter=claim.reporter, partner=named[0])
    if first == [claim.reporter]:
        return Comparison(indicator=claim.indicator, reporter=named[0], partner=claim.partner)
    return None
