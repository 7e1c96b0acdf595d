"""States, provinces and emirates whose trade with another country is told as their country's: "Mexico exported $99.9 billion to Texas", "Dubai's exports to Kenya".

Only where a flow is theirs or leads to the name, and only names that no country and hardly a town shares.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tieline.model import lazy_re as re

_PROVINCES: Final[dict[str, str]] = {
    name: code
    for code, names in {
        "ARE": "Dubai|Sharjah|Ajman|Fujairah|Ras al-Khaimah|Ras Al Khaimah|Umm al-Quwain|Umm Al Quwain",
        "USA": "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Wisconsin|Wyoming",
        "CAN": "Alberta|British Columbia|Manitoba|New Brunswick|Nova Scotia|Ontario|Quebec|Saskatchewan",
        "AUS": "New South Wales|Queensland|Tasmania|South Australia|Western Australia",
        "BEL": "Flanders|Wallonia",
        "BRA": "Mato Grosso|Minas Gerais|Rio Grande do Sul|Santa Catarina",
        "CHN": "Anhui|Fujian|Gansu|Guangdong|Guangxi|Hebei|Heilongjiang|Henan|Hubei|Hunan|Inner Mongolia|Jiangsu|Jilin|Liaoning|Shaanxi|Shandong|Sichuan|Xinjiang|Yunnan|Zhejiang",
        "DEU": "Bavaria|Baden-Württemberg|Lower Saxony|North Rhine-Westphalia|Saxony|Thuringia",
        "ESP": "Andalusia|Catalonia|Murcia|the Basque Country",
        "IDN": "Aceh|Central Java|East Java|North Sumatra|Papua province|West Java",
        "IND": "Andhra Pradesh|Assam|Gujarat|Karnataka|Kerala|Maharashtra|Odisha|Rajasthan|Tamil Nadu|Telangana|Uttar Pradesh|West Bengal",
        "IRQ": "Iraqi Kurdistan|Kurdistan Region",
        "ITA": "Lombardy|Piedmont|Sardinia|Sicily|Tuscany|Veneto",
        "JPN": "Hokkaido|Okinawa",
        "MYS": "Johor|Sabah|Sarawak",
        "PAK": "Balochistan|Khyber Pakhtunkhwa|Sindh",
        "RUS": "Bashkortostan|Primorye|Sakhalin|Tatarstan",
        "TZA": "Zanzibar",
    }.items()
    for name in names.split("|")
}  # fmt: skip
_SHARED: Final[dict[str, tuple[str, ...]]] = {"Punjab": ("IND", "PAK")}
"""Those of several countries: of the one that the text names in full."""
_NAMES: Final = "|".join(sorted([*_PROVINCES, *_SHARED], key=len, reverse=True))
_TRADES: Final = r"export(?:s|ed|ing)?|import(?:s|ed|ing)?|shipments?|shipped|sales|sold|sells?|trade|deliver(?:y|ies|ed)|goods|purchases|bought"
_FLOW: Final = re.compile(
    rf"\b(?:{_TRADES})\b(?:[^.;]|\.\d){{0,60}}?\s(?:to|from|with)\s+(?P<name>{_NAMES})\b(?!['’]s|,?\s+[A-Z])"
)
_NEXT: Final = re.compile(
    rf"(?:,|;|\band\b)(?:[^.;,]|\.\d){{1,50}}\d(?:[^.;,]|\.\d){{0,30}}\s(?:to|from|with)\s+(?P<name>{_NAMES})\b(?!['’]s|\s+[A-Z])"
)
"""The next of a row: "and $38.1 billion to Michigan"."""
_THEIR_FLOW: Final = (
    r"(?:(?:re-?)?exports?|(?:re-?)?imports?|shipments|sales|trade|purchases|deliveries|remittances|investments?|FDI)\b"
)
_OWN: Final = re.compile(
    rf"(?<![\w-])(?P<name>{_NAMES})(?:"
    rf"['’]s?\s+(?:(?!and\b|or\b)[\w-]+\s+){{0,3}}?{_THEIR_FLOW}"
    rf"|\s+(?:[a-z-]+\s+){{0,2}}?(?:(?:re-?)?exports|imports)\s+(?:to|from|of)\b"
    rf"|\s+(?:has\s+|had\s+|also\s+|[a-z]+ly\s+)?(?:(?:re-?)?exported|imported|shipped|sold|bought|invested)\b"
    rf"|\s+(?:has\s+|had\s+|also\s+)?(?:recorded|registered|reported|posted|saw|received|attracted|handled|conducted|did)\s+(?:[\w.$€£%,-]+\s+){{0,6}}?{_THEIR_FLOW})",
)
"""What a province does or owns itself: "Dubai's exports", "Gujarat shipped", "Dubai recorded external trade of"."""
_BETWEEN: Final = re.compile(
    rf"\b(?:[Tt]rade|[Ee]xchanges?|[Tt]urnover)\b(?:\s+(?:[a-z]+|volume)){{0,2}}?\s+between\s+(?:the\s+)?(?:(?P<name>{_NAMES})\s+and\b|[A-Z][\w .-]{{1,30}}?\s+and\s+(?P<second>{_NAMES})\b)"
)


def provinces_traded_with(text: str) -> list[tuple[int, int, str]]:
    """Start, end and country of the states and provinces that a flow leads to.

    >>> provinces_traded_with("Mexico exported $99 billion to Texas. It rained in Texas.")
    [(31, 36, 'USA')]
    """
    found = [m for form in ((_FLOW, _NEXT) if _FLOW.search(text) else ()) for m in form.finditer(text)]
    return sorted({(m.start("name"), m.end("name"), _PROVINCES[m["name"]]) for m in found if m["name"] in _PROVINCES})


def provinces_trading(text: str, clear: Mapping[str, int]) -> list[tuple[int, int, str]]:
    """Start, end and country of the provinces whose own flows are told; `clear` counts the countries that the text names in full.

    >>> provinces_trading("Dubai's exports to Kenya rose. Punjab exported rice. Dubai's hotels were full.", {"KEN": 1})
    [(0, 5, 'ARE')]
    >>> provinces_trading("Pakistan grows. Punjab exported rice to Oman.", {"PAK": 1})
    [(16, 22, 'PAK')]
    """
    spans = [m.span("name") for m in _OWN.finditer(text)]
    spans += [m.span("name" if m["name"] else "second") for m in _BETWEEN.finditer(text)]
    return sorted((start, end, code) for start, end in set(spans) if (code := _of(text[start:end], clear)) is not None)


def _of(name: str, clear: Mapping[str, int]) -> str | None:
    if name in _PROVINCES:
        return _PROVINCES[name]
    told = [code for code in _SHARED[name] if clear.get(code)]
    return told[0] if len(told) == 1 else None


def is_part(name: str) -> bool:
    """A part whose figures are not its country's; an emirate's trade with all the world is told as Abu Dhabi's is.

    >>> is_part("Texas"), is_part("Dubai"), is_part("Togo")
    (True, False, False)
    """
    return _PROVINCES.get(name, "ARE") != "ARE" or name in _SHARED
