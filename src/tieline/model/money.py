"""Currencies, scales and units as news and statistics write them.

Currency codes are those of ISO 4217; units of quantity are the claims contract's (`t`, `bbl`, `people`, ...).
A word that several countries use for their money ("crown", "franc", "peso") names none of them by itself:
`currency_of` then needs the country.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re

SCALES: Final[dict[str, float]] = {
    "hundred": 1e2, "thousand": 1e3, "thsd": 1e3, "k": 1e3, "lakh": 1e5, "lakhs": 1e5,
    "million": 1e6, "millions": 1e6, "mln": 1e6, "mn": 1e6, "m": 1e6, "mil": 1e6, "mio": 1e6, "mm": 1e6,
    "crore": 1e7, "crores": 1e7, "cr": 1e7,
    "billion": 1e9, "billions": 1e9, "bln": 1e9, "bn": 1e9, "b": 1e9, "bil": 1e9, "milliard": 1e9,
    "trillion": 1e12, "trillions": 1e12, "trln": 1e12, "tril": 1e12, "trn": 1e12, "tn": 1e12, "lakh crore": 1e12, "thousand million": 1e9,
}  # fmt: skip

SYMBOLS: Final[dict[str, str]] = {
    "US$": "USD", "$": "USD", "USD": "USD", "U.S.$": "USD", "US dollars": "USD", "dlrs": "USD", "Dlrs": "USD", "A$": "AUD", "AU$": "AUD", "AUS$": "AUD", "AUST$": "AUD", "Aus$": "AUD", "Aust$": "AUD", "C$": "CAD", "CA$": "CAD", "Can$": "CAD",
    "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "SG$": "SGD", "NT$": "TWD", "R$": "BRL", "£": "GBP", "GBP": "GBP", "€": "EUR",
    "EUR": "EUR", "¥": "JPY", "JPY": "JPY", "CNY": "CNY", "RMB": "CNY", "Rs": "INR", "Rs.": "INR", "₹": "INR", "INR": "INR", "₩": "KRW", "KRW": "KRW",
    "₽": "RUB", "RUB": "RUB", "₺": "TRY", "₴": "UAH", "₦": "NGN", "₱": "PHP", "₫": "VND", "₪": "ILS", "RM": "MYR", "CHF": "CHF", "SEK": "SEK",
    "NOK": "NOK", "DKK": "DKK", "ZAR": "ZAR", "AUD": "AUD", "CAD": "CAD", "PLN": "PLN", "Tk": "BDT", "Ksh": "KES", "KSh": "KES", "Sh": "KES", "DM": "DEM", "AED": "AED", "SAR": "SAR",
    "USh": "UGX", "Ush": "UGX", "UShs": "UGX", "Ushs": "UGX", "TSh": "TZS", "Tsh": "TZS", "TShs": "TZS", "Tshs": "TZS", "KShs": "KES", "Kshs": "KES",
    "Shs": "KES", "GH¢": "GHS", "GH₵": "GHS", "₵": "GHS", "Rp": "IDR", "Php": "PHP", "PhP": "PHP", "Dh": "AED", "Dhs": "AED", "QR": "QAR", "SR": "SAR",
    "RO": "OMR", "BD": "BHD", "KD": "KWD", "JD": "JOD", "TD": "TND", "LD": "LYD", "ID": "IQD", "LE": "EGP", "E£": "EGP", "NIS": "ILS", "Ft": "HUF", "Kč": "CZK", "SFr": "CHF", "Sfr": "CHF", "TL": "TRY",
    "FCFA": "XAF", "CFA": "XOF", "Bs": "BOB", "S/": "PEN", "₡": "CRC", "฿": "THB", "₸": "KZT", "₼": "AZN", "₾": "GEL", "৳": "BDT", "NRs": "NPR", "Nu": "BTN",
    "Rf": "MVR", "Br": "ETB", "J$": "JMD", "TT$": "TTD", "FJ$": "FJD", "F$": "FJD", "N$": "NAD", "Z$": "ZWL", "BZ$": "BZD", "EC$": "XCD", "B$": "BND",
    "$US": "USD", "$A": "AUD", "$AU": "AUD", "$NZ": "NZD", "$F": "FJD", "$FJ": "FJD", "$HK": "HKD", "$S": "SGD", "$NT": "TWD", "$C": "CAD", "$Can": "CAD",
    "VT": "VUV", "Vt": "VUV", "Birr": "ETB", "Pta": "ESP", "Ptas": "ESP", "Eur": "EUR", "Taka": "BDT", "Naira": "NGN", "G$": "GYD", "Mex$": "MXN", "MX$": "MXN", "CN¥": "CNY", "JP¥": "JPY", "PKRs": "PKR", "SLRs": "LKR",
}  # fmt: skip

LETTERS: Final[dict[str, dict[str, str]]] = {
    "P": {"PHL": "PHP", "BWA": "BWP"}, "N": {"NGA": "NGN"}, "R": {"ZAF": "ZAR", "SYC": "SCR"}, "K": {"ZMB": "ZMW", "PNG": "PGK", "MMR": "MMK", "MWI": "MWK"},
    "D": {"GMB": "GMD"}, "E": {"SWZ": "SZL"}, "M": {"LSO": "LSL"}, "L": {"HND": "HNL"}, "Q": {"GTM": "GTQ"},
}  # fmt: skip
"""Currencies that their own press writes with one letter ("P21.7 billion"); the first is meant where no country tells."""

SCALED_CODES: Final[dict[str, tuple[str, float]]] = {
    "MD": ("TND", 1e6), "MDT": ("TND", 1e6), "MMD": ("TND", 1e9), "MDA": ("DZD", 1e6), "MDH": ("MAD", 1e6), "MDhs": ("MAD", 1e6), "MMDH": ("MAD", 1e9), "MMDhs": ("MAD", 1e9),
    "MRs": ("INR", 1e6), "M€": ("EUR", 1e6), "M$": ("USD", 1e6), "MMUSD": ("USD", 1e6), "MUS$": ("USD", 1e6), "MKr": ("SEK", 1e6),
} | {f"M{code}": (code, 1e6) for code in "AUD CAD CHF DKK DZD EUR GBP JPY MAD NOK PLN SEK TND USD".split()}  # fmt: skip
"""Money and scale in one code, as the press of the Maghreb and of the North writes it: the M is a million, MM a thousand of them (in "MMUSD" one)."""

SCALED_SHARED: Final[dict[str, dict[str, str]]] = {
    "MD": {"TUN": "TND", "DZA": "DZD"},
    "MMD": {"TUN": "TND", "DZA": "DZD"},
}
"""Those that two countries write for their own money."""

ISO_4217: Final[frozenset[str]] = frozenset(
    """AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DEM DJF DKK DOP DZD ECS EEK
    EGP ERN ESP ETB EUR FIM FJD FRF GBP GEL GHS GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR IEP ILS INR IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD
    KZT LAK LBP LKR LRD LSL LTL LVL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NLG NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PTE PYG QAR RON
    RSD RUB RWF SAR SBD SCR SDG SEK SGD SIT SKK SLE SOS SRD SSP SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XOF XPF YER
    ZAR ZMW ZWL""".split()
)
"""Codes of currencies in use, and of a few that old stories have."""

_WORDS: Final[dict[str, str]] = {
    "dollar": "USD", "dlr": "USD", "buck": "USD", "euro": "EUR", "ecu": "XEU", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY",
    "sterling": "GBP", "stg": "GBP", "pound": "GBP", "rouble": "RUB", "ruble": "RUB", "won": "KRW", "mark": "DEM", "deutschemark": "DEM",
    "hryvnia": "UAH", "zloty": "PLN", "forint": "HUF", "lei": "RON", "leva": "BGN", "tenge": "KZT", "ringgit": "MYR", "baht": "THB", "rupiah": "IDR",
    "dong": "VND", "kyat": "MMK", "taka": "BDT", "naira": "NGN", "cedi": "GHS", "birr": "ETB", "rand": "ZAR", "pula": "BWP", "kwacha": "ZMW", "real": "BRL",
    "reais": "BRL", "cruzado": "BRC", "austral": "ARA", "escudo": "PTE", "peseta": "ESP", "drachma": "GRD", "guilder": "NLG", "schilling": "ATS",
    "lira": "ITL", "lire": "ITL", "markka": "FIM", "punt": "IEP", "shekel": "ILS", "riyal": "SAR", "dirham": "AED", "afghani": "AFN", "tugrik": "MNT",
    "kip": "LAK", "riel": "KHR", "lari": "GEL", "dram": "AMD", "manat": "AZN", "som": "KGS", "sum": "UZS", "soum": "UZS", "bolivar": "VEF", "sol": "PEN", "quetzal": "GTQ", "dalasi": "GMD",
    "kina": "PGK", "vatu": "VUV", "tala": "WST", "metical": "MZN", "meticais": "MZN", "kwanza": "AOA", "leone": "SLE", "gourde": "HTG", "guarani": "PYG", "lempira": "HNL", "cordoba": "NIO", "boliviano": "BOB",
    "denar": "MKD", "ouguiya": "MRU", "ariary": "MGA", "somoni": "TJS", "ngultrum": "BTN", "rufiyaa": "MVR", "pataca": "MOP", "colones": "CRC", "leu": "RON", "lev": "BGN", "lek": "ALL", "tolar": "SIT", "kuna": "HRK", "kroon": "EEK", "litas": "LTL", "lat": "LVL", "emalangeni": "SZL", "lilangeni": "SZL", "maloti": "LSL", "nakfa": "ERN", "balboa": "PAB", "sucre": "ECS",
}  # fmt: skip

_BY_COUNTRY: Final[dict[str, dict[str, str]]] = {
    "dollar": {"USA": "USD", "CAN": "CAD", "AUS": "AUD", "NZL": "NZD", "HKG": "HKD", "SGP": "SGD", "TWN": "TWD", "ZWE": "ZWL", "JAM": "JMD", "FJI": "FJD",
               "NAM": "NAD", "LBR": "LRD", "TTO": "TTD", "BRB": "BBD", "BHS": "BSD", "BLZ": "BZD", "GUY": "GYD", "SUR": "SRD", "SLB": "SBD", "BRN": "BND",
               "KIR": "AUD", "NRU": "AUD", "TUV": "AUD", "ATG": "XCD", "DMA": "XCD", "GRD": "XCD", "KNA": "XCD", "LCA": "XCD", "VCT": "XCD"},
    "pound": {"GBR": "GBP", "EGY": "EGP", "LBN": "LBP", "SYR": "SYP", "SDN": "SDG", "SSD": "SSP", "IRL": "IEP", "TUR": "TRY", "CYP": "CYP", "MLT": "MTL"},
    "franc": {"FRA": "FRF", "CHE": "CHF", "BEL": "BEF", "LUX": "LUF", "LIE": "CHF", "RWA": "RWF", "BDI": "BIF", "GIN": "GNF", "MDG": "MGF", "COD": "CDF", "DJI": "DJF", "COM": "KMF",
              "CIV": "XOF", "SEN": "XOF", "MLI": "XOF", "BFA": "XOF", "BEN": "XOF", "TGO": "XOF", "NER": "XOF", "GNB": "XOF", "CMR": "XAF", "GAB": "XAF", "COG": "XAF", "TCD": "XAF", "CAF": "XAF", "GNQ": "XAF"},
    "crown": {"SWE": "SEK", "NOR": "NOK", "DNK": "DKK", "CZE": "CZK", "SVK": "SKK", "EST": "EEK", "ISL": "ISK", "CSK": "CSK"},
    "krona": {"SWE": "SEK", "ISL": "ISK"}, "krone": {"NOR": "NOK", "DNK": "DKK"}, "koruna": {"CZE": "CZK", "SVK": "SKK"},
    "peso": {"MEX": "MXN", "ARG": "ARS", "CHL": "CLP", "COL": "COP", "PHL": "PHP", "CUB": "CUP", "URY": "UYU", "DOM": "DOP"},
    "rupee": {"IND": "INR", "PAK": "PKR", "LKA": "LKR", "NPL": "NPR", "MUS": "MUR", "SYC": "SCR"},
    "shilling": {"KEN": "KES", "TZA": "TZS", "UGA": "UGX", "SOM": "SOS"}, "dinar": {"KWT": "KWD", "IRQ": "IQD", "JOR": "JOD", "DZA": "DZD", "TUN": "TND", "SRB": "RSD", "YUG": "YUD", "LBY": "LYD", "BHR": "BHD"},
    "rial": {"IRN": "IRR", "OMN": "OMR", "YEM": "YER"}, "riyal": {"SAU": "SAR", "QAT": "QAR", "YEM": "YER", "OMN": "OMR"}, "dirham": {"ARE": "AED", "MAR": "MAD"}, "lira": {"ITA": "ITL", "TUR": "TRY"},
    "won": {"KOR": "KRW", "PRK": "KPW"}, "mark": {"DEU": "DEM", "DDR": "DDM", "FIN": "FIM", "BIH": "BAM"},
    "rouble": {"RUS": "RUB", "BLR": "BYN"}, "ruble": {"RUS": "RUB", "BLR": "BYN"}, "manat": {"AZE": "AZN", "TKM": "TMT"}, "kwacha": {"ZMB": "ZMW", "MWI": "MWK"}, "lei": {"ROU": "RON", "MDA": "MDL"}, "leu": {"ROU": "RON", "MDA": "MDL"},
    "escudo": {"PRT": "PTE", "CPV": "CVE"}, "guilder": {"NLD": "NLG"}, "bolivar": {"VEN": "VEF"}, "afghani": {"AFG": "AFN"},
}  # fmt: skip

_PLURAL = {
    "kronor": "krona",
    "kroner": "krone",
    "kronas": "krona",
    "kronur": "krona",
    "korunas": "koruna",
    "rubles": "ruble",
    "lire": "lira",
    "reais": "real",
    "zlotys": "zloty",
    "rupees": "rupee",
    "soles": "sol",
}

CURRENCY_WORDS: Final[frozenset[str]] = frozenset(
    {w + s for w in (*_WORDS, *_BY_COUNTRY) for s in ("", "s")} | set(_PLURAL) | {"dlrs", "lei", "leva", "hryvnias", "zlotys"}
) - {"som", "lat", "sum", "sums", "real", "reals", "sol", "sols", "buck", "marks.", "won.", "wons", "yens", "yuans"} | {"roubles", "rubles"}  # fmt: skip

QUANTITY_UNITS: Final[dict[str, str]] = {
    r"(?:metric |short |long )?(?:tonnes?|tons?)|mt": "t",
    r"barrels?|bbls?|bpd|b/d": "bbl",
    r"cubic (?:metres?|meters?)|cu(?:bic|\.)? ?m|bcm|mm?s?cmd?|mm?3(?:/d(?:ay)?)?|m3/d(?:ay)?|m3|m³": "m3",
    r"cubic f(?:ee|oo)t|cu\.? ?ft|bcfd?|mms?cfd?|b?cf/d(?:ay)?|cfd": "ft3",
    r"square met(?:re|er)s?|sq\.? ?m": "m2",
    r"kt|kilotonnes?|kilotons?": "t",
    r"t": "t",
    r"kilograms?|kilogrammes?|kilos?|kg": "kg",
    r"lbs?": "lb",
    r"gallons?": "gal",
    r"lit(?:re|er)s?": "l",
    r"hectolit(?:re|er)s?|hl": "hl",
    r"bushels?": "bushels",
    r"kilowatt[- ]?hours?|kwh": "kWh",
    r"megawatt[- ]?hours?|mwh": "MWh",
    r"gigawatt[- ]?hours?|gwh": "GWh",
    r"terawatt[- ]?hours?|twh": "TWh",
    r"megawatts?|mw": "MW",
    r"gigawatts?|gw": "GW",
    r"(?:foreign |chinese )?(?:visitors|tourists|travell?ers|arrivals|passengers|holidaymakers|guests|trips)": "people",
    r"people|persons|foreigners|(?:cross[- ]border|frontier) (?:workers|commuters)|commuters|migrants|immigrants|refugees|asylum[- ]seekers|deportees|returnees|evacuees|nationals|citizens|workers|labourers|laborers|nurses|doctors|teachers|engineers|maids|pilgrims|students": "people",
    r"(?:(?:study|student|work|working|entry|residence) )?visas": "visas",
    r"(?:study|student|work|working|residence) permits": "permits",
    r"(?:asylum|visa|permit) (?:applications|requests|claims)": "applications",
    r"head(?: of cattle)?|(?:live )?cattle": "head",
    r"units|vehicles|cars|trucks|truckloads|lorries|wagons|railcars|tractors|buses|motorcycles|motorbikes|bicycles|locomotives|carriages|trams|ambulances|boats|generators|turbines|transformers|ventilators|excavators|bulldozers|combine harvesters|tents|computers|laptops|phones|smartphones|tyres|blankets|masks|jabs|vials|syringes|aircraft|planes|sets": "units",
    r"containers|teus?": "TEU",
    r"(?:(?:overnight|bed|guest|hotel)[ -])?nights|overnight stays": "nights",
    r"stems|carcasses|doses": "",
    r"cases|bottles|boxes|bales|bags|sacks|cartons|crates|pairs|carats|ounces|troy ounces": "",
}
"""Patterns of unit words, and the unit of the claims contract; an empty unit stands for the word itself."""

COUNTED: Final = frozenset({"units", "head", "weapons"})
"""Units of what is counted by its own name ("34,701 vehicles"): the product says what, so that a claim gives no unit."""

CARGO: Final = frozenset(
    {
        "t",
        "bbl",
        "m3",
        "ft3",
        "kWh",
        "MWh",
        "GWh",
        "TWh",
        "MW",
        "GW",
        "l",
        "hl",
        "kg",
        "lb",
        "TEU",
        "bags",
        "bottles",
        "cartons",
        "crates",
        "sacks",
        "bales",
        "gal",
        "bushels",
        "carats",
        "ounces",
        "stems",
        "carcasses",
        "doses",
        "head",
        "weapons",
    }
)
"""Units of what is shipped: neither money nor people."""

QUANTITY_SCALES: Final[dict[str, float]] = {
    "kt": 1e3, "kilot": 1e3, "bcm": 1e9, "mcm": 1e6, "mmcm": 1e6, "mscm": 1e6, "mmscm": 1e6, "bcf": 1e9, "mmcf": 1e6, "mmscf": 1e6, "mm3": 1e6,
}  # fmt: skip


def scale_of(word: str) -> float:
    """The factor of a scale word ("mln", "lakh crore"); raises KeyError if it is none.

    >>> scale_of("bln")
    1000000000.0
    """
    return SCALES[" ".join(word.lower().split()).rstrip(".")]


def currency_of(word: str, country: str | None = None) -> str | None:
    """ISO 4217 code of a symbol or a word; None where a word needs a country that is not given.

    >>> currency_of("dlrs"), currency_of("US$"), currency_of("crowns", "NOR"), currency_of("crowns")
    ('USD', 'USD', 'NOK', None)
    """
    if word in SYMBOLS and not (country and word.lower() == "dlrs"):
        return SYMBOLS[word]
    if word in ISO_4217:
        return word
    low = word.lower().rstrip(".")
    stem = _PLURAL.get(low) or (low[:-1] if low.endswith("s") and low[:-1] in {*_WORDS, *_BY_COUNTRY} else low)
    if country and stem == "dlr":
        stem = "dollar"
    if country and (code := _BY_COUNTRY.get(stem, {}).get(country)):
        return code
    if country and stem in {"dollar", "pound"}:
        return None  # no other country's money of this name is theirs
    return _WORDS.get(stem)


def money_of_sign(sign: str) -> str | None:
    """ISO 4217 code of the sign before a sum, alone or behind the money's own code; None of a sign that several share.

    >>> money_of_sign("US$"), money_of_sign("WST$"), money_of_sign("usd")
    ('USD', 'WST', 'USD')
    """
    with_code = currency_of(sign[:-1]) if sign.endswith("$") and len(sign) > len("US$") else None
    return SYMBOLS.get(sign) or with_code or SYMBOLS.get(sign.upper()) or currency_of(sign.upper())


def shared_by(word: str) -> dict[str, str]:
    """The countries whose money has this name, and their currencies; empty for a name that one country alone uses.

    >>> sorted(shared_by("rupees"))
    ['IND', 'LKA', 'MUS', 'NPL', 'PAK', 'SYC']
    """
    low = word.lower().rstrip(".")
    stem = (
        {"rs": "rupee", "₹": "rupee", "sh": "shilling", "£": "pound"}.get(low)
        or _PLURAL.get(low)
        or low.removesuffix("s")
    )
    return dict(_BY_COUNTRY.get(stem, {}))


def unit_of(word: str) -> tuple[str, float] | None:
    """The contract's unit of a quantity word, with the factor to multiply by; None if it is no unit.

    >>> unit_of("tonnes"), unit_of("bcm")
    (('t', 1.0), ('m3', 1000000000.0))
    """
    low = " ".join(word.lower().split())
    for pattern, unit in QUANTITY_UNITS.items():
        if re.fullmatch(pattern, low):
            factor = (
                next((f for w, f in QUANTITY_SCALES.items() if low.startswith(w)), 1.0)
                if unit in {"m3", "ft3"} or low.startswith(("kt", "kilot"))
                else 1.0
            )
            return unit or low, factor
    return None
