"""Newspapers, broadcasters and news agencies: what they are, and for which state they speak if they are its own.

State media are those that a state owns and directs, so that their praise or scorn of another state is an act of it
(contract: "capitals, governments, leaders and state media stand for their country"). Public broadcasters with an editorial independence of
their own (BBC, NHK, CBC, Deutsche Welle) and agencies that only report are no actors.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

OutletKind = Literal["agency", "newspaper", "broadcaster"]


class Outlet(NamedTuple):
    """An outlet; `state` is the country it speaks for, None if it speaks for itself."""

    kind: OutletKind
    country: str
    state: str | None


_STATE: Final = {
    "agency": {
        "PRK": ("KCNA", "Korean Central News Agency"),
        "CHN": ("Xinhua", "China News Service", "New China News Agency"),
        "RUS": ("TASS", "ITAR-TASS", "Itar-Tass", "RIA Novosti", "Sputnik", "Ruptly"),
        "SUN": ("Novosti",),
        "IRN": ("IRNA", "Fars", "Tasnim", "Mehr", "ISNA"),
        "SYR": ("SANA",),
        "CUB": ("Prensa Latina", "ACN"),
        "VNM": ("VNA", "Vietnam News Agency"),
        "LAO": ("KPL",),
        "BLR": ("BelTA", "Belta"),
        "SAU": ("SPA", "Saudi Press Agency"),
        "ARE": ("WAM",),
        "QAT": ("QNA", "Qatar News Agency"),
        "KWT": ("KUNA",),
        "OMN": ("ONA", "Oman News Agency"),
        "BHR": ("BNA",),
        "EGY": ("MENA", "Middle East News Agency"),
        "DZA": ("APS", "Algérie Presse Service"),
        "TUR": ("Anadolu", "Anadolu Agency"),
        "AZE": ("AzerTag", "Azertac"),
        "KAZ": ("Kazinform", "KazTAG"),
        "UZB": ("UzA",),
        "TKM": ("TDH",),
        "MNG": ("Montsame",),
        "VEN": ("AVN",),
        "ERI": ("ErINA",),
        "DDR": ("ADN",),
        "CSK": ("CTK", "Ceteka"),
        "IRQ": ("INA", "Iraqi News Agency"),
        "LBY": ("JANA",),
    },
    "newspaper": {
        "PRK": ("Rodong Sinmun", "Minju Joson", "Choson Sinbo", "Uriminzokkiri", "Pyongyang Times"),
        "CHN": ("People's Daily", "People’s Daily", "Global Times", "China Daily", "Guangming Daily", "PLA Daily", "Liberation Army Daily", "Economic Daily", "Reference News"),
        "RUS": ("Rossiyskaya Gazeta", "Krasnaya Zvezda", "Parlamentskaya Gazeta"),
        "SUN": ("Pravda", "Izvestia", "Red Star"),
        "CUB": ("Granma", "Juventud Rebelde", "Trabajadores"),
        "VNM": ("Nhan Dan", "Nhân Dân", "Quan Doi Nhan Dan"),
        "LAO": ("Pasaxon", "Vientiane Times"),
        "BLR": ("SB Belarus Segodnya", "Sovetskaya Belorussiya"),
        "SYR": ("Tishreen", "Al-Thawra", "Al-Baath"),
        "IRN": ("Kayhan", "Tehran Times", "Iran Daily", "Jomhouri Eslami"),
        "IRQ": ("Al-Jumhuriya", "Babil"),
        "EGY": ("Al-Ahram", "Al-Gomhuria", "Al-Akhbar"),
        "ZWE": ("Zimbabwe Herald",),
        "TKM": ("Neutral Turkmenistan",),
        "DDR": ("Neues Deutschland",),
        "MMR": ("Global New Light of Myanmar", "New Light of Myanmar", "Kyemon"),
        "ETH": ("Ethiopian Herald",),
        "RWA": ("New Times of Rwanda",),
        "KAZ": ("Kazakhstanskaya Pravda",),
        "UZB": ("Pravda Vostoka",),
        "VEN": ("Correo del Orinoco",),
        "ROU": ("Scinteia",),
    },
    "broadcaster": {
        "PRK": ("Korean Central Television", "KCTV", "Radio Pyongyang", "Voice of Korea"),
        "CHN": ("CCTV", "CGTN", "China Central Television", "China Radio International", "Radio Peking", "Radio Beijing"),
        "RUS": ("RT", "Russia Today", "Rossiya 1", "Channel One", "Rossiya-1"),
        "SUN": ("Radio Moscow",),
        "IRN": ("Press TV", "IRIB", "Tehran Radio", "Tehran radio", "Al-Alam"),
        "VEN": ("teleSUR", "Telesur"),
        "CUB": ("Radio Havana", "Cubavision"),
        "SYR": ("Damascus Radio", "Damascus radio"),
        "TUR": ("TRT World", "TRT"),
        "IRQ": ("Baghdad Radio", "Baghdad radio"),
        "LBY": ("Tripoli Radio",),
    },
}  # fmt: skip
_OTHER: Final = {
    "agency": {
        "GBR": ("Reuters", "PA Media", "Press Association"),
        "USA": ("Associated Press", "AP", "UPI", "United Press International", "Bloomberg", "Dow Jones", "NK News"),
        "FRA": ("AFP", "Agence France-Presse", "Agence France Presse"),
        "KOR": ("Yonhap", "Newsis", "News1"),
        "JPN": ("Kyodo", "Jiji", "Jiji Press"),
        "DEU": ("dpa", "DPA", "Deutsche Presse-Agentur"),
        "ESP": ("EFE", "Europa Press"),
        "ITA": ("ANSA", "Adnkronos"),
        "PRT": ("Lusa",), "AUT": ("APA",), "CHE": ("Keystone-SDA",), "BEL": ("Belga",), "NLD": ("ANP",), "DNK": ("Ritzau",),
        "SWE": ("TT", "TT News Agency"), "NOR": ("NTB",), "FIN": ("STT",), "POL": ("PAP",), "HUN": ("MTI",), "BGR": ("BTA",), "ROU": ("Agerpres",),
        "SRB": ("Tanjug", "Beta"), "HRV": ("Hina", "HINA"), "SVN": ("STA",), "GRC": ("ANA-MPA",), "UKR": ("Ukrinform", "Interfax-Ukraine", "UNIAN"),
        "RUS": ("Interfax", "Rosbalt"), "IND": ("PTI", "Press Trust of India", "ANI", "IANS", "UNI"), "PAK": ("APP",), "BGD": ("BSS", "UNB"),
        "LKA": ("Lankapuvath",), "IDN": ("Antara",), "MYS": ("Bernama",), "PHL": ("PNA",), "THA": ("TNA",), "TWN": ("CNA", "Central News Agency"),
        "AUS": ("AAP",), "CAN": ("Canadian Press",), "MEX": ("Notimex",), "BRA": ("Agência Brasil", "Agencia Brasil"), "ARG": ("Telam", "Télam"),
        "ZAF": ("SAPA",), "NGA": ("NAN",), "GHA": ("GNA",), "KEN": ("KNA",), "MAR": ("MAP",), "TUN": ("TAP",), "JOR": ("Petra",), "LBN": ("NNA",),
    },
    "newspaper": {
        "USA": ("New York Times", "Washington Post", "Wall Street Journal", "Los Angeles Times", "USA Today", "Politico", "Axios", "Foreign Policy"),
        "GBR": ("Financial Times", "Guardian", "Times", "Daily Telegraph", "Independent", "Economist", "Observer"),
        "FRA": ("Le Monde", "Le Figaro", "Libération", "Les Echos"), "DEU": ("Der Spiegel", "Frankfurter Allgemeine", "Süddeutsche Zeitung", "Die Welt", "Bild", "Handelsblatt"),
        "ESP": ("El País", "El Pais", "El Mundo", "ABC"), "ITA": ("Corriere della Sera", "La Repubblica", "La Stampa"), "CHE": ("Neue Zürcher Zeitung",),
        "JPN": ("Nikkei", "Asahi Shimbun", "Yomiuri Shimbun", "Mainichi Shimbun", "Japan Times"), "KOR": ("Chosun Ilbo", "JoongAng Ilbo", "Dong-A Ilbo", "Hankyoreh", "Korea Herald", "Korea Times"),
        "HKG": ("South China Morning Post",), "TWN": ("Taipei Times",), "SGP": ("Straits Times",), "IND": ("Hindu", "Times of India", "Hindustan Times", "Indian Express"),
        "PAK": ("Dawn",), "RUS": ("Kommersant", "Vedomosti", "Novaya Gazeta", "Nezavisimaya Gazeta"), "ISR": ("Haaretz", "Jerusalem Post", "Maariv", "Yedioth Ahronoth"),
        "TUR": ("Hürriyet", "Hurriyet", "Cumhuriyet"), "GRC": ("Kathimerini",), "POL": ("Gazeta Wyborcza",), "AUS": ("Sydney Morning Herald", "Age"), "CAN": ("Globe and Mail", "Toronto Star"),
        "ZAF": ("Mail & Guardian",), "KEN": ("Daily Nation", "Standard"), "ARG": ("Clarín", "Clarin", "La Nación"), "BRA": ("Folha de S.Paulo", "O Globo", "O Estado de S. Paulo"), "MEX": ("Reforma", "El Universal"),
    },
    "broadcaster": {
        "GBR": ("BBC", "Sky News", "ITV"), "USA": ("CNN", "NBC", "CBS", "Fox News", "NPR", "PBS", "Voice of America", "VOA", "Radio Free Asia", "RFA", "RFE/RL", "Radio Free Europe"),
        "DEU": ("Deutsche Welle", "ARD", "ZDF"), "FRA": ("France 24", "RFI"), "JPN": ("NHK",), "KOR": ("KBS", "MBC", "Arirang"), "QAT": ("Al Jazeera", "Al-Jazeera"),
        "ARE": ("Al Arabiya", "Al-Arabiya"), "CAN": ("CBC",), "ITA": ("RAI",), "NGA": ("Channels TV",), "IND": ("NDTV", "Doordarshan"),
    },
}  # fmt: skip


@lru_cache(maxsize=1)
def outlets() -> dict[str, Outlet]:
    """Every outlet by its name as written."""
    table: dict[str, Outlet] = {}
    for kinds, state in ((_OTHER, False), (_STATE, True)):
        for kind, countries in kinds.items():
            for country, names in countries.items():
                for name in names:
                    table[name] = Outlet(kind, country, country if state else None)  # type: ignore[arg-type]
    return table


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    names = sorted(outlets(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(n) for n in names)})(?![\w-])")


def outlet_state(name: str) -> str | None:
    """The country that an outlet speaks for; None for an independent or unknown one.

    >>> outlet_state("Rodong Sinmun"), outlet_state("the Xinhua news agency"), outlet_state("Yonhap")
    ('PRK', 'CHN', None)
    """
    found = _pattern().search(name)
    return outlets()[found.group()].state if found else None


def find_outlets(text: str) -> list[tuple[int, int, Outlet]]:
    """The outlets that a text names, with their places.

    >>> [(start, end) for start, end, _ in find_outlets("Yonhap cited Rodong Sinmun.")]
    [(0, 6), (13, 26)]
    """
    return [(found.start(), found.end(), outlets()[found.group()]) for found in _pattern().finditer(text)]
