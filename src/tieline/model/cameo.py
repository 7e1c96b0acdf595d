"""CAMEO codes as PLOVER types, and the code that an act's own words lead to.

CAMEO's roots 03 to 20 stand for PLOVER's types as in the PLOVER project's table of 2021 (CAMEO2PLOVER), with these
departures: an appeal (02) is a REQUEST, as the contract has it; expelling diplomats (161 is cutting ties, 1622 to 1625, 163
embargoes) stays SANCTION, and easing or lifting sanctions, boycotts and bans (085, 0841 and below) CONCEDE. A statement
(01) is no act: it has no type.
"""

from __future__ import annotations

from typing import Final

_ROOTS: Final = {
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "CONCEDE",
    "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE",
    "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip
_RETREAT: Final = ("0811", "0813", "0814", "084", "086", "087")
_CONCEDE: Final = ("085", "0841")


def plover_of(cameo: str) -> str | None:
    """The PLOVER type of a CAMEO code; None for a statement, and for what is no code.

    >>> plover_of("043"), plover_of("163"), plover_of("0841"), plover_of("0871"), plover_of("010"), plover_of("x")
    ('CONSULT', 'SANCTION', 'CONCEDE', 'RETREAT', None, None)
    """
    code = cameo.strip()
    if code.startswith(_CONCEDE):
        return "CONCEDE"
    if code.startswith(_RETREAT):
        return "RETREAT"
    return _ROOTS.get(code[:2])


_TYPE_CODES: Final = {
    "AGREE": "030", "CONSULT": "040", "SUPPORT": "050", "COOPERATE": "060", "AID": "070", "CONCEDE": "080", "RETREAT": "087",
    "REQUEST": "100", "ACCUSE": "110", "REJECT": "120", "THREATEN": "130", "PROTEST": "140", "MOBILIZE": "150", "SANCTION": "160",
    "COERCE": "170", "ASSAULT": "190",
}  # fmt: skip
_MODE_CODES: Final = {
    ("AGREE", "invite"): "036", ("AGREE", "settle"): "037", ("CONSULT", "phone"): "041", ("CONSULT", "visit"): "042",
    ("CONSULT", "receive"): "043", ("CONSULT", "talks"): "046", ("SUPPORT", "praise"): "051", ("SUPPORT", "congratulate"): "051",
    ("SUPPORT", "recognise"): "054", ("SUPPORT", "apologise"): "055", ("SUPPORT", "sign"): "057", ("COOPERATE", "drill"): "062",
    ("COOPERATE", "extradite"): "063", ("COOPERATE", "share-intelligence"): "064", ("AID", "military"): "072", ("AID", "arm"): "072",
    ("AID", "peacekeepers"): "074", ("CONCEDE", "lift-sanctions"): "085", ("CONCEDE", "release"): "0841", ("RETREAT", "ceasefire"): "0871",
    ("RETREAT", "surrender"): "0874", ("RETREAT", "withdraw"): "0874", ("REQUEST", "appeal"): "020", ("REQUEST", "ask"): "020",
    ("ACCUSE", "investigate"): "090", ("ACCUSE", "criticise"): "111", ("ACCUSE", "accuse"): "112", ("ACCUSE", "complain"): "114",
    ("ACCUSE", "protest-note"): "114", ("ACCUSE", "sue"): "115", ("THREATEN", "ultimatum"): "139", ("PROTEST", "demonstrate"): "141",
    ("MOBILIZE", "alert"): "152", ("MOBILIZE", "deploy"): "154", ("MOBILIZE", "reinforce"): "154",
    ("SUPPORT", "back"): "051", ("SUPPORT", "express-support"): "051", ("SUPPORT", "forgive"): "056", ("COOPERATE", "train"): "062", ("AID", "shelter"): "075",
    ("REQUEST", "call-on"): "020", ("REQUEST", "urge"): "020", ("ACCUSE", "convict"): "116", ("PROTEST", "riot"): "145", ("COERCE", "expel"): "174",
    ("COERCE", "curfew"): "1723", ("SANCTION", "sanctions"): "163", ("SANCTION", "ban"): "163", ("SANCTION", "sever-ties"): "161",
    ("SANCTION", "expel-diplomat"): "161", ("COERCE", "seize"): "171", ("COERCE", "arrest"): "173",
}  # fmt: skip
"""The closest code of CAMEO for a mode; it leads back to the type (`plover_of`)."""


def cameo_of(plover: str, mode: str | None = None) -> str:
    """The CAMEO code that stands for an act: of its mode where there is one, else that of its type at large.

    A blockade is told among CAMEO's acts of force (191), which PLOVER's type can't be led back from; it stays 170.

    >>> cameo_of("CONSULT", "visit"), cameo_of("SANCTION", "ban"), cameo_of("REJECT", "boycott")
    ('042', '163', '120')
    """
    return _MODE_CODES.get((plover, mode or ""), _TYPE_CODES[plover])


def cameo_told(plover: str, mode: str | None) -> str | None:
    """The CAMEO code that an act's mode leads to; None where only its type is known.

    >>> cameo_told("CONSULT", "visit"), cameo_told("ACCUSE", "recall-envoy")
    ('042', None)
    """
    return _MODE_CODES.get((plover, mode or ""))
