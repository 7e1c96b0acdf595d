"""States and provinces of federations that another country sells to or buys from: "Mexico exported $99.9 billion to Texas".

Only where the preposition of a flow leads to the name, and only names that no country and hardly a town shares.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re

_PROVINCES: Final[dict[str, str]] = {
    name: code
    for code, names in {
        "USA": "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Wisconsin|Wyoming",
        "CAN": "Alberta|British Columbia|Manitoba|New Brunswick|Nova Scotia|Ontario|Quebec|Saskatchewan",
        "AUS": "New South Wales|Queensland|Tasmania",
    }.items()
    for name in names.split("|")
}  # fmt: skip
_FLOW: Final = re.compile(
    rf"\b(?:export(?:s|ed|ing)?|import(?:s|ed|ing)?|shipments?|shipped|sales|sold|sells?|trade|deliver(?:y|ies|ed)|goods|purchases|bought)\b(?:[^.;]|\.\d){{0,60}}?\s(?:to|from|with)\s+(?P<name>{'|'.join(sorted(_PROVINCES, key=len, reverse=True))})\b(?!['’]s|,?\s+[A-Z])"
)
_NEXT: Final = re.compile(
    rf"(?:,|;|\band\b)(?:[^.;,]|\.\d){{1,50}}\d(?:[^.;,]|\.\d){{0,30}}\s(?:to|from|with)\s+(?P<name>{'|'.join(sorted(_PROVINCES, key=len, reverse=True))})\b(?!['’]s|\s+[A-Z])"
)
"""The next of a row: "and $38.1 billion to Michigan"."""


def provinces_traded_with(text: str) -> list[tuple[int, int, str]]:
    """Start, end and country of the states and provinces that a flow leads to.

    >>> provinces_traded_with("Mexico exported $99 billion to Texas. It rained in Texas.")
    [(31, 36, 'USA')]
    """
    found = [m for form in ((_FLOW, _NEXT) if _FLOW.search(text) else ()) for m in form.finditer(text)]
    return sorted({(m.start("name"), m.end("name"), _PROVINCES[m["name"]]) for m in found})
