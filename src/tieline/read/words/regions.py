"""Countries by the part of the world that a description names: "the South American country", "the Gulf state".

The regions are those of the press, drawn from the M49 list of the United Nations Statistics Division where it has them;
a country may lie in several.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.words.trade import words

_SOUTH_AMERICA = "ARG BOL BRA CHL COL ECU GUY PRY PER SUR URY VEN"
_CENTRAL_AMERICA = "BLZ CRI GTM HND NIC PAN SLV"
_CARIBBEAN = "ATG BHS BRB CUB DMA DOM GRD HTI JAM KNA LCA TTO VCT PRI"
_WEST_AFRICA = "BEN BFA CPV CIV GMB GHA GIN GNB LBR MLI MRT NER NGA SEN SLE TGO"
_EAST_AFRICA = "BDI DJI ERI ETH KEN MDG MUS RWA SOM SSD SYC TZA UGA COM"
_SOUTHERN_AFRICA = "AGO BWA LSO MOZ MWI NAM SWZ ZAF ZMB ZWE"
_CENTRAL_AFRICA = "CAF CMR COD COG GAB GNQ STP TCD"
_NORTH_AFRICA = "DZA EGY LBY MAR SDN TUN"
_SOUTHEAST_ASIA = "BRN IDN KHM LAO MMR MYS PHL SGP THA TLS VNM"
_SOUTH_ASIA = "AFG BGD BTN IND LKA MDV NPL PAK"
_EAST_ASIA = "CHN HKG JPN KOR MNG PRK TWN MAC"
_CENTRAL_ASIA = "KAZ KGZ TJK TKM UZB"
_GULF = "ARE BHR KWT OMN QAT SAU IRN IRQ"
_LEVANT = "ISR JOR LBN PSE SYR YEM TUR"
_CAUCASUS = "ARM AZE GEO"
_BALKANS = "ALB BGR BIH GRC HRV XKX MKD MNE ROU SRB SVN"
_NORDIC = "DNK FIN ISL NOR SWE"
_BALTIC = "EST LTU LVA"
_EAST_EUROPE = f"BLR CZE HUN MDA POL ROU RUS SUN SVK UKR BGR {_BALTIC}"
_WEST_EUROPE = "AUT BEL CHE DEU ESP FRA GBR IRL ITA LUX NLD PRT MLT CYP"
_PACIFIC = "COK FJI FSM KIR MHL NRU PLW PNG SLB TON TUV VUT WSM"

_AFRICA = f"{_WEST_AFRICA} {_EAST_AFRICA} {_SOUTHERN_AFRICA} {_CENTRAL_AFRICA} {_NORTH_AFRICA}"
_EUROPE = f"{_EAST_EUROPE} {_WEST_EUROPE} {_NORDIC} {_BALKANS}"
REGIONS: Final[dict[str, frozenset[str]]] = {
    name: words(codes)
    for name, codes in {
        "south american": _SOUTH_AMERICA, "latin american": f"{_SOUTH_AMERICA} {_CENTRAL_AMERICA} MEX CUB DOM", "central american": _CENTRAL_AMERICA,
        "north american": "CAN MEX USA", "caribbean": _CARIBBEAN, "andean": "BOL CHL COL ECU PER VEN", "african": _AFRICA, "west african": _WEST_AFRICA,
        "east african": _EAST_AFRICA, "southern african": _SOUTHERN_AFRICA, "central african": _CENTRAL_AFRICA, "north african": _NORTH_AFRICA,
        "horn of africa": "DJI ERI ETH SOM", "sahel": "BFA MLI MRT NER TCD", "asian": f"{_SOUTHEAST_ASIA} {_SOUTH_ASIA} {_EAST_ASIA} {_CENTRAL_ASIA}",
        "southeast asian": _SOUTHEAST_ASIA, "south-east asian": _SOUTHEAST_ASIA, "south asian": _SOUTH_ASIA, "east asian": _EAST_ASIA,
        "central asian": _CENTRAL_ASIA, "himalayan": "BTN NPL", "gulf": _GULF, "middle eastern": f"{_GULF} {_LEVANT} EGY", "arab": f"ARE BHR KWT OMN QAT SAU IRQ JOR LBN SYR YEM PSE {_NORTH_AFRICA}",
        "caucasus": _CAUCASUS, "caucasian": _CAUCASUS, "european": _EUROPE, "eastern european": _EAST_EUROPE, "east european": _EAST_EUROPE,
        "western european": _WEST_EUROPE, "balkan": _BALKANS, "nordic": _NORDIC, "scandinavian": "DNK NOR SWE", "baltic": _BALTIC, "caspian": "AZE IRN KAZ RUS TKM",
        "mediterranean": "CYP DZA EGY ESP FRA GRC ISR ITA LBN LBY MAR MLT TUN TUR", "alpine": "AUT CHE", "pacific": _PACIFIC, "oceania": f"AUS NZL {_PACIFIC}",
        "former soviet": f"ARM AZE BLR GEO MDA UKR {_BALTIC} {_CENTRAL_ASIA}", "communist": "CHN CUB LAO PRK VNM SUN",
    }.items()
}  # fmt: skip
"""The words of a description, lower case, and the countries that they may mean."""

_NAMED: Final = re.compile("|".join(sorted(map(re.escape, REGIONS), key=len, reverse=True)), re.IGNORECASE)


_LIES_IN: Final = re.compile(
    "\\bin (?:the )?(?P<where>"
    + "|".join(re.escape(name[:-1]) for name in sorted(REGIONS, key=len, reverse=True) if name.endswith(("ian", "can")))
    + ")\\b",
    re.IGNORECASE,
)
"""The same behind a description: "the country in West Africa"."""


def region_of(description: str) -> frozenset[str] | None:
    """The countries that a description may mean by where they lie; None if it does not say.

    >>> sorted(region_of("the Alpine republic")), region_of("the country")
    (['AUT', 'CHE'], None)
    >>> sorted(region_of("the country in Central America"))[:2]
    ['BLZ', 'CRI']
    """
    if (found := _NAMED.search(description)) is not None:
        return REGIONS[found.group().lower()]
    lies = _LIES_IN.search(description)
    return REGIONS[f"{lies['where'].lower()}n"] if lies else None
