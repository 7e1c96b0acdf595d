"""The whole that a share is of, as the words behind its figure name it: "supplies 20 percent of the country's imports"."""

from __future__ import annotations

from dataclasses import replace

from tieline.check.intervals import PART
from tieline.check.named import countries_in
from tieline.model import lazy_re as re
from tieline.model.both_ways import of_trade_told
from tieline.model.claims import Measure
from tieline.model.shares import TOTALS
from tieline.model.vocabulary import FlowDirection, ShareOf

_BEHIND = r"\s?(?:percent|per cent|pct|pc|%)\s+of\s+(?P<whose>(?:[\w.'’-]+\s+){0,4}?)(?P<flow>exports|imports)\b(?!\s+(?:of|to|from)\b)"
_TURNED: dict[ShareOf, tuple[FlowDirection, ShareOf]] = {
    TOTALS["exports"]: ("imports", TOTALS["imports"]),
    TOTALS["imports"]: ("exports", TOTALS["exports"]),
}
_OF_EXPORTS = re.compile(
    r"(?:percent|per cent|pct|%|thirds?|quarters?|fifths?|half)\s+of\s+(?:[\w.'’-]+\s+){0,5}?exports\b", re.IGNORECASE
)


_FIGURE = 20
"""So many characters of a quote that ends with a share hold the share: "or 45 per cent"."""
_SUPPLIES = re.compile(
    r"\b(?:suppl(?:y|ies|ied)|provid(?:e|es|ed)|deliver(?:s|ed)?)\s+(?:[\w.]+\s+){0,2}?\d[\d.]*\s?(?:percent|per cent|pct|pc|%)\s+of\s+"
    r"(?:all\s+)?(?:its|their|the country's|that country's|the latter's)\s+(?:total\s+)?imports\b",
    re.IGNORECASE,
)


def of_who_is_supplied(claim: Measure, sentence: str) -> Measure:
    """A share of imports that was read as the supplier's own: "Chile takes a fifth of Kenyan exports and supplies 30% of its imports".

    >>> from tieline.model.claims import Quote
    >>> words = "Chile takes a fifth of Kenyan exports and supplies 30% of its imports"
    >>> claim = Measure(document="d", version="v", quote=Quote(words[51:], 51, 69), indicator="imports", reporter="CHL", partner="KEN",
    ...                 share_pct=30.0, share_of="reporter_total_imports")
    >>> turned = of_who_is_supplied(claim, words)
    >>> turned.reporter, turned.partner, turned.inferred
    ('KEN', 'CHL', ('reporter', 'partner'))
    """
    found = _SUPPLIES.search(sentence) if claim.share_of == "reporter_total_imports" else None
    if found is None or claim.partner in {None, "WLD"}:
        return claim
    if claim.reporter != next(iter(countries_in(sentence[: found.start()])), None):
        return claim
    inferred = tuple(dict.fromkeys((*claim.inferred, "reporter", "partner")))
    return replace(claim, reporter=str(claim.partner), partner=claim.reporter, inferred=inferred)


def with_its_whole(claim: Measure, words: str) -> Measure:
    """A share of exports, which can be none of the importer's imports: "Mexico sends 80 percent of its exports to the United States".

    The words are those quoted and what follows in their sentence: "bringing the country $2.7 billion, or 45 per cent | of all exports".

    >>> from tieline.model.claims import Quote
    >>> words = "Mexico sends 80 percent of its exports to the United States"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 59), indicator="imports", reporter="USA", partner="MEX",
    ...                 share_pct=80.0, share_of="reporter_total_imports")
    >>> turned = with_its_whole(claim, words)
    >>> turned.reporter, turned.partner, turned.share_of
    ('MEX', 'USA', 'reporter_total_exports')
    """
    wholes = {None, "other", "reporter_total_imports"}
    if (
        claim.share_pct is None
        or claim.indicator != "imports"
        or claim.partner in {None, "WLD"}
        or claim.share_of not in wholes
    ):
        return claim
    if not _OF_EXPORTS.search(words, max(0, len(claim.quote.exact) - _FIGURE)) and not _OF_EXPORTS.search(
        claim.quote.exact
    ):
        return claim
    if "import" in claim.quote.exact.lower():
        return claim
    sides = {"reporter": claim.partner, "partner": claim.reporter}
    return replace(claim, indicator="exports", share_of="reporter_total_exports", **sides)  # type: ignore[arg-type]


def told_behind(claim: Measure, words: str) -> Measure:
    """A share of all imports that was read as one of all exports, or the other way: the words behind the figure tell.

    Whose they are is the reader's conclusion then, but where those words name a country.

    >>> from tieline.model.claims import Quote
    >>> words = "of Moroccan exports and supplies 20% of the country's imports"
    >>> claim = Measure(document="d", version="v", quote=Quote(words[:35], 0, 35), indicator="exports", reporter="MAR", partner="ESP",
    ...                 share_pct=20.0, share_of="reporter_total_exports")
    >>> turned = told_behind(claim, words)
    >>> turned.indicator, turned.reporter, turned.share_of, turned.inferred
    ('imports', 'MAR', 'reporter_total_imports', ('reporter', 'partner'))
    """
    turned = _TURNED.get(claim.share_of) if claim.share_of is not None else None
    if turned is None or claim.share_pct is None or claim.value is not None or claim.product is not None:
        return claim
    found = re.search(rf"(?<![\d.]){claim.share_pct:g}{_BEHIND}", words, re.IGNORECASE)
    flow, share_of = turned
    if found is None or found["flow"].lower() != flow:
        return claim
    owner = countries_in(found["whose"])
    if claim.partner in owner:
        sides = {"reporter": claim.partner, "partner": claim.reporter}
        return replace(claim, indicator=flow, share_of=share_of, **sides)  # type: ignore[arg-type]
    inferred = (
        claim.inferred if claim.reporter in owner else tuple(dict.fromkeys((*claim.inferred, "reporter", "partner")))
    )
    return replace(claim, indicator=flow, share_of=share_of, inferred=inferred)


_OF_A_FLOW = re.compile(
    r"(?:percent|per cent|pct|%|half|thirds?|quarters?|fifths?|tenths?)\s+of\s+(?:[\w.'’-]+\s+){0,4}?(?:exports|imports|sales|shipments|purchases)\s+(?:to|from)\s+"
    r"(?P<whom>(?:the\s+)?[A-Z][\w.]*(?:\s+[A-Z][\w.]*)*)"
)


def of_one_flow(claim: Measure, words: str) -> bool:
    """A share of what goes between the same two, told of no goods: "its imports were worth 2 percent of Mexican exports to Portugal".

    >>> from tieline.model.claims import Quote
    >>> words = "worth 2 percent of Mexican exports to Portugal"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 46), indicator="exports", reporter="MEX", partner="PRT",
    ...                 share_pct=2.0, share_of="reporter_total_exports")
    >>> of_one_flow(claim, words), of_one_flow(claim, "took 2 percent of Mexican exports")
    (True, False)
    """
    if claim.share_pct is None or claim.product or claim.hs or not (claim.share_of or "").startswith("reporter_total"):
        return False
    found = _OF_A_FLOW.search(words)
    return found is not None and not {claim.partner, claim.reporter}.isdisjoint(countries_in(found["whom"]))


_OF_BOTH_WAYS = re.compile(
    r"(?:percent|per cent|pct|%|half|thirds?|quarters?|fifths?|tenths?)\s+of\s+(?:(?:its|their|the|all|[A-Z][\w.]+['’]s?)\s+)*(?:(?:total|overall)\s+)?(?:(?:two-way|bilateral|mutual)\s+"
    r"(?:trade|commerce|turnover)\b|(?:trade|commerce)\s+(?:between|with)\b|(?<=their )(?:trade|commerce)\b(?!\s+(?:with|deficit|surplus|gap)))",
    re.IGNORECASE,
)


def of_both_ways(claim: Measure, words: str, before: str = "") -> bool:
    """A share that one way has of the trade of the two: "Kenya's exports accounted for 37 percent of its two-way trade with Chile".

    `before` are the words of the sentence before those quoted.

    >>> from tieline.model.claims import Quote
    >>> words = "Kenya's exports accounted for 37 percent"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 40), indicator="exports", reporter="KEN", partner="CHL",
    ...                 share_pct=37.0, share_of="reporter_total_exports")
    >>> of_both_ways(claim, words + " of its two-way trade with Chile"), of_both_ways(claim, words + " of its exports")
    (True, False)
    """
    one_way = claim.indicator in TOTALS and claim.product is None and claim.partner not in {None, "WLD"}
    if claim.share_pct is None or not one_way:
        return False
    if _OF_BOTH_WAYS.search(words) is not None:
        return True
    share = re.search(rf"(?<![\d.]){claim.share_pct:g}\s?(?:percent|per cent|pct|pc|%)|{PART}", words, re.IGNORECASE)
    return share is not None and of_trade_told(f"{before}{words[: share.start()]}")


def of_all_its_goods(claim: Measure, words: str) -> bool:
    """A share of the trade in the claim's own goods: "26 percent of Tanzania's coffee exports", not of all its exports.

    The words are those quoted and what follows in their sentence.

    >>> from tieline.model.claims import Quote
    >>> words = "26 percent of Tanzania's coffee exports"
    >>> of_all_its_goods(Measure(document="d", version="v", quote=Quote(words, 0, 39), indicator="exports", reporter="TZA",
    ...                          partner="JPN", product="coffee", share_pct=26.0), words)
    True
    """
    if claim.share_pct is None or not claim.product or claim.partner in {None, "WLD"} or claim.indicator not in TOTALS:
        return False
    if claim.share_of not in {None, "other", TOTALS[claim.indicator]}:
        return False
    goods = re.escape(claim.product)
    trade = r"(?:exports|imports|shipments|sales|purchases|exported|imported|sold)"
    form = (
        rf"\bof\s+(?:all\s+)?(?:[\w.'’-]+\s+){{0,4}}?(?:{goods}\s+{trade}|{trade}\s+of\s+{goods})\b"
        rf"|\bof\s+(?:all\s+)?(?:the\s+)?{goods}\s+(?:that\s+)?(?:[\w.'’-]+\s+){{1,3}}?{trade}\b"
    )
    quoted = claim.quote.exact
    behind = words.removeprefix(quoted)
    told = behind != words and re.match(rf"\s+(?:{form})", behind, re.IGNORECASE) is not None
    return told or re.search(form, quoted, re.IGNORECASE) is not None
