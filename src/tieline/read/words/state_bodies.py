"""Companies, utilities, regulators and aid agencies of states that the press names without their country: who sells a country's gas, stops its imports, lends for it."""

from __future__ import annotations

from typing import Final

STATE_BODIES: Final = {
    name: code
    for code, names in {
        "AGO": "Sonangol",
        "ARE": "ADNOC|Adnoc|Mubadala|Masdar|DP World",
        "ARM": "Gazprom Armenia",
        "ARG": "YPF|Enarsa|ENARSA",
        "AUS": "AusAID|DFAT",
        "BGD": "Petrobangla",
        "BGR": "Bulgargaz",
        "BLR": "Belaruskali|Belneftekhim|Beltransgaz|Belarusian Potash Company|BPC",
        "BRA": "Petrobras|Anvisa",
        "CAN": "CIDA",
        "CHL": "Codelco",
        "CHN": "Sinopec|PetroChina|Sinohydro|CRRC|Sinochem|China Eximbank|MOFCOM|Mofcom",
        "COL": "Ecopetrol",
        "CUB": "Alimport|Cubana",
        "ECU": "Petroecuador",
        "FRA": "Agence Francaise de Developpement|Agence Française de Développement",
        "GBR": "DFID|FCDO|Home Office|GCHQ",
        "GHA": "Cocobod|COCOBOD|GNPC",
        "IRN": "Majlis|NIGC",
        "IRQ": "SOMO",
        "JOR": "NEPCO",
        "KAZ": "Kazatomprom|KazMunaiGas|KazMunayGas|KazTransGas|KazTransOil",
        "KWT": "KUFPEC|Kuwait Petroleum",
        "MDA": "Moldovagaz",
        "MEX": "Senasica",
        "MOZ": "Hidroeléctrica de Cahora Bassa|Cahora Bassa",
        "NAM": "NamPower|Nampower",
        "NGA": "NNPC",
        "NOR": "Equinor|Statoil",
        "NZL": "MFAT",
        "POL": "PGNiG",
        "PRY": "Senacsa|ANDE",
        "QAT": "QatarEnergy|Qatar Petroleum|Qatargas|RasGas",
        "RUS": "Gazprom Export|Rospotrebnadzor|Rosselkhoznadzor|Inter RAO|Transneft|Gazpromexport",
        "SAU": "SABIC|Sabic",
        "SRB": "Srbijagas",
        "SWE": "Sida",
        "THA": "EGAT|Egat",
        "TJK": "Tajiktransgaz|Barqi Tojik|Barki Tojik",
        "TKM": "Turkmengaz|Turkmengas",
        "TUR": "Botas|BOTAS",
        "TZA": "Tanesco|TANESCO",
        "UKR": "SBU|Verkhovna Rada|Ukrenergo|Energoatom|Ukrtransgaz",
        "URY": "ANCAP",
        "USA": "OFAC|Millennium Challenge Corporation",
        "UZB": "Uzbekneftegaz|Uztransgaz",
        "VNM": "PetroVietnam|Petrovietnam",
        "ZAF": "Eskom|Transnet",
        "ZMB": "Zesco|ZESCO",
        "ZWE": "Zesa|ZESA",
    }.items()
    for name in names.split("|")
}
