"""Correlates of War, Dyadic Trade 4.0: imports of each state of a pair from the other, 1870 to 2014.

Units: million current US dollars; here US dollars. -9 is a figure that is missing: such a row is kept without a value and
flagged `missing`, for not reported is not zero. `flow1` are the imports of `ccode1` from `ccode2`, `flow2` those of
`ccode2` from `ccode1`. The smoothed columns are estimates and are not loaded. Source:
https://correlatesofwar.org/data-sets/bilateral-trade; Barbieri, Keshk and Pollins (2009).
"""

from __future__ import annotations

from functools import cache

from tieline.trade.files.sheets import Sheet
from tieline.trade.layouts.plan import Coded, Leg, Number, Plan
from tieline.trade.layouts.readers import iso_period

REQUIRED = ("ccode1", "ccode2", "year", "flow1", "flow2")
_MISSING = frozenset({-9.0})
_STATES = """
2 USA, 20 CAN, 31 BHS, 40 CUB, 41 HTI, 42 DOM, 51 JAM, 52 TTO, 53 BRB, 54 DMA, 55 GRD, 56 LCA, 57 VCT, 58 ATG,
60 KNA, 70 MEX, 80 BLZ, 90 GTM, 91 HND, 92 SLV, 93 NIC, 94 CRI, 95 PAN, 100 COL, 101 VEN, 110 GUY, 115 SUR, 130
ECU, 135 PER, 140 BRA, 145 BOL, 150 PRY, 155 CHL, 160 ARG, 165 URY, 200 GBR, 205 IRL, 210 NLD, 211 BEL, 212 LUX,
220 FRA, 221 MCO, 223 LIE, 225 CHE, 230 ESP, 232 AND, 235 PRT, 255 DEU, 260 DEU, 265 DDR, 290 POL, 305 AUT, 310
HUN, 315 CSK, 316 CZE, 317 SVK, 325 ITA, 331 SMR, 338 MLT, 339 ALB, 341 MNE, 343 MKD, 344 HRV, 346 BIH, 347 XKX,
349 SVN, 350 GRC, 352 CYP, 355 BGR, 359 MDA, 360 ROU, 366 EST, 367 LVA, 368 LTU, 369 UKR, 370 BLR, 371 ARM, 372
GEO, 373 AZE, 375 FIN, 380 SWE, 385 NOR, 390 DNK, 395 ISL, 402 CPV, 403 STP, 404 GNB, 411 GNQ, 420 GMB, 432 MLI,
433 SEN, 434 BEN, 435 MRT, 436 NER, 437 CIV, 438 GIN, 439 BFA, 450 LBR, 451 SLE, 452 GHA, 461 TGO, 471 CMR, 475
NGA, 481 GAB, 482 CAF, 483 TCD, 484 COG, 490 COD, 500 UGA, 501 KEN, 510 TZA, 516 BDI, 517 RWA, 520 SOM, 522 DJI,
530 ETH, 531 ERI, 540 AGO, 541 MOZ, 551 ZMB, 552 ZWE, 553 MWI, 560 ZAF, 565 NAM, 570 LSO, 571 BWA, 572 SWZ, 580
MDG, 581 COM, 590 MUS, 591 SYC, 600 MAR, 615 DZA, 616 TUN, 620 LBY, 625 SDN, 626 SSD, 630 IRN, 640 TUR, 645 IRQ,
651 EGY, 652 SYR, 660 LBN, 663 JOR, 666 ISR, 670 SAU, 678 YEM, 679 YEM, 680 YMD, 690 KWT, 692 BHR, 694 QAT, 696
ARE, 698 OMN, 700 AFG, 701 TKM, 702 TJK, 703 KGZ, 704 UZB, 705 KAZ, 710 CHN, 712 MNG, 713 TWN, 731 PRK, 732 KOR,
740 JPN, 750 IND, 760 BTN, 770 PAK, 771 BGD, 775 MMR, 780 LKA, 781 MDV, 790 NPL, 800 THA, 811 KHM, 812 LAO, 816
VNM, 820 MYS, 830 SGP, 835 BRN, 840 PHL, 850 IDN, 860 TLS, 900 AUS, 910 PNG, 920 NZL, 935 VUT, 940 SLB,
946 KIR, 947 TUV, 950 FJI, 955 TON, 970 NRU, 983 MHL, 986 PLW, 987 FSM, 990 WSM,
245 BAV, 267 BAD, 271 WRT, 300 AUH, 327 PAP, 511 ZPB, 730 KRE, 817 VNM
"""
"""The numbers of states of the Correlates of War (List of Membership) and our codes; the last line has those that are no more.
South Vietnam (817) is VNM, as the United Nations' number 868 is; the north, VDR."""
_CHANGED = {
    "345": ((1991, "YUG"), (2005, "SCG"), (9999, "SRB")), "365": ((1921, "RUS"), (1991, "SUN"), (9999, "RUS")),
    "816": ((1975, "VDR"), (9999, "VNM")),
}  # fmt: skip
"""States whose number stays while the state changes: up to which year it is which."""


def cow_trade(sheet: Sheet) -> Plan:  # noqa: ARG001
    """The plan of the dyadic file."""

    def leg(importer: str, exporter: str, flow: str) -> Leg:
        cells: dict[str, str | Coded | None] = {
            "reporter": Coded((importer, "year"), state),
            "partner": Coded((exporter, "year"), state),
            "flow": "imports",
            "period": Coded(("year",), iso_period),
            "unit": "USD",
            "basis": "reconciled",
            "classification": "",
            "code": "",
        }
        return Leg(cells, {"value_usd": Number(flow, 1e6, missing=_MISSING)})

    return Plan(
        "cow-trade",
        (leg("ccode1", "ccode2", "flow1"), leg("ccode2", "ccode1", "flow2")),
        publisher="Correlates of War",
    )


def state(number: str, year: str) -> str:
    """The state of a number of the Correlates of War in a year.

    Raises:
        ValueError: no state has the number.

    >>> state("731", "2014"), state("365", "1987"), state("365", "1995")
    ('PRK', 'SUN', 'RUS')
    """
    plain = number.strip().removesuffix(".0")
    if plain in _CHANGED:
        when = int(iso_period(year)[:4])
        return next(code for last, code in _CHANGED[plain] if when <= last)
    try:
        return _codes()[plain]
    except KeyError:
        raise ValueError(f"no state has the number {number!r} in the Correlates of War") from None


@cache
def _codes() -> dict[str, str]:
    words = _STATES.replace(",", " ").split()
    return dict(zip(words[::2], words[1::2], strict=True))
