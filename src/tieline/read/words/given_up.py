"""Words that tell of what a figure is where no word of trade does: of firms, prices, crops, people, roads."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


ABOUT: Final = {
    "firm": _any(
        r"profits?|losses|revenues?|turnover of|company|companies|firms?|corp(?:oration)?|inc|ltd|plc|bank|banks|shareholders?|"
        r"stake|subsidiary|subsidiaries|manufacturer|dealers?|plants?|factory|factories|carmaker|airlines?|brand"
    ),
    "price": _any(r"prices?|cost|costs|costing|a (?:kilo\w*|tonne|ton|barrel|pound|bushel|litre|head)|per|each|apiece"),
    "output": _any(
        r"output|harvest\w*|crops?|produc\w+|yields?|capacity|reserves|stocks?|inventories|acreage|hectares?"
    ),
    "economy": _any(
        r"gdp|gnp|gross|econom(?:y|ies)|growth|inflation|unemployment|jobless|currency|central bank|interest|budget|revenue"
    ),
    "people": _any(
        r"workers?|jobs?|employ\w*|staff|people|residents?|population|students?|migrants?|refugees|killed|injured|troops|households"
    ),
    "works": _any(
        r"projects?|contracts?|built?|building|construction|railway|roads?|ports?|pipeline|line|power|megawatts|dam"
    ),
    "fiscal": _any(r"tax(?:es)?|fines?|fees?|penalt(?:y|ies)|subsid\w+|compensation|royalt\w+|customs revenue"),
    "ahead": _any(
        r"will|would|could|may|might|plans?|planned|expected?|forecasts?|targets?|aims?|by (?:20|19)\d\d|hopes?"
    ),
    "given": _any(
        r"aid|grants?|donat\w+|assistance|relief|humanitarian|loans?|lent|lend\w*|credits?|debts?|owed?|owes|repa\w+"
    ),
    "goods moved": _any(
        r"shipp?\w*|export\w*|import\w*|sold|sell\w*|bought|buy\w*|suppl\w+|deliver\w*|purchas\w+|trade\w*|sales|goods|cargo\w*"
    ),
    "earned": _any(r"earn\w*|brought in|fetch\w*|bring\w*|income|receipts|proceeds|worth"),
    "travel": _any(r"visit\w*|touris\w+|arrivals?|travell?\w*|passengers?|guests?|flights?|nights|stay\w*|cross\w*"),
    "money sent": _any(r"remit\w*|transfers?|invest\w*|fdi|capital"),
    "transit": _any(r"transit\w*|in transit|through|settlements?|payments?"),
    "share": _any(r"shares?|accounted|made up|market|part of"),
    "partner": _any(r"partners?|buyers?|suppliers?|sellers?|customers?|destinations?|importers?|exporters?|markets?"),
}
"""Of what the words round a figure are, by subject."""

LEADS: Final = {
    "at": re.compile(r"\b(?:at|with)\s+(?:\w+\s+){0,2}$", re.IGNORECASE),
    "of": re.compile(r"\bof\s+(?:\w+\s+){0,2}$", re.IGNORECASE),
    "to": re.compile(r"\bto\s+(?:\w+\s+){0,2}$", re.IGNORECASE),
    "from": re.compile(r"\bfrom\s+(?:\w+\s+){0,2}$", re.IGNORECASE),
    "by": re.compile(r"\bby\s+(?:\w+\s+){0,2}$", re.IGNORECASE),
    "bracket": re.compile(r"\(\s*(?:\w+\s+){0,2}$"),
    "name": re.compile(r"[A-Z][a-z]+(?:\s+(?:with|at|-|–|by))?[\s,:-]+(?:\w+\s+)?$"),
    "and": re.compile(r"(?:,|\band|;)\s+(?:\w+\s+){0,2}$"),
    "start": re.compile(r"^\W*(?:\w+\s+){0,2}$"),
    "being": re.compile(
        r"\b(?:is|was|were|are|be|been|being|stood|came|come|reach\w*|amount\w*|total\w*)\s+(?:\w+\s+){0,3}$",
        re.IGNORECASE,
    ),
    "for": re.compile(r"\bfor\s+(?:\w+\s+){0,2}$", re.IGNORECASE),
    "than": re.compile(r"\b(?:than|against|after|below|above|over|under|the)\s+$", re.IGNORECASE),
}
"""How the words before a figure end."""

COUNTED: Final = {
    "of": re.compile(r"\s+of\b"),
    "in time": re.compile(
        r"\s+(?:in|for|during|over)\s+(?:the\s+)?(?:[A-Z]|\d|last|previous|same|first|second|year|month)"
    ),
    "to": re.compile(r"\s+(?:to|from)\s+(?:the\s+)?[A-Z]"),
    "worth": re.compile(r"\s*(?:worth|in (?:value|goods|aid))\b"),
    "more": re.compile(r"\s+(?:more|less|fewer|higher|lower|up|down|above|below)\b"),
    "end": re.compile(r"\s*[.;]?\s*$"),
    "comma": re.compile(r"\s*,"),
    "bracket": re.compile(r"\s*[()]"),
    "and": re.compile(r"\s+and\b"),
    "earlier": re.compile(r"\s+(?:a (?:year|month)|the (?:year|month)|(?:years?|months?)) (?:ago|earlier|before)"),
}
"""What follows a figure."""
