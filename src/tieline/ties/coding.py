"""CAMEO codes as PLOVER types and channels, with the words of the claims contract.

CAMEO's roots 03 to 20 stand for PLOVER's types as in the PLOVER project's table of 2021 (CAMEO2PLOVER), with these
departures: an appeal (02) is a REQUEST, as the contract has it; expelling diplomats (161 is cutting ties, 1622 to 1625, 163
embargoes) stays SANCTION, and easing or lifting sanctions, boycotts and bans (085, 0841 and below) CONCEDE. A statement
(01) is no act: it has no type and is in no channel.

Quad classes are those of CAMEO's codebook: verbal and material cooperation, verbal and material conflict. Protests (14) are
counted as material, as in ICEWS; GDELT has them as verbal.
"""

from __future__ import annotations

from typing import Final, Literal

from tieline.model.vocabulary import QUAD_CLASSES

Channel = Literal["contact", "deeds", "friction", "blows"]
CHANNELS: Final[tuple[Channel, ...]] = ("contact", "deeds", "friction", "blows")
"""The channels that are made of acts. None is netted against another."""

CONFLICT: Final[tuple[Channel, ...]] = ("friction", "blows")
"""The channels in which a crisis shows, by words and by deeds."""

_ROOTS: Final = {
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "CONCEDE",
    "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE",
    "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip
_RETREAT: Final = ("0811", "0813", "0814", "084", "086", "087")
_CONCEDE: Final = ("085", "0841")
_VISITS: Final = ("042", "043", "044", "046")
_SIGNED: Final = ("057",)


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
    ("MOBILIZE", "alert"): "151", ("SANCTION", "sanctions"): "163", ("SANCTION", "ban"): "163", ("SANCTION", "sever-ties"): "161",
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


def quad_of(plover: str | None, cameo: str = "") -> int | None:
    """The quad class of an act: CAMEO's own where its root says another one than PLOVER's type.

    >>> quad_of("REQUEST", "020"), quad_of("REQUEST", "100"), quad_of("ASSAULT"), quad_of(None, "010")
    (1, 3, 4, None)
    """
    return 1 if cameo[:2] == "02" else QUAD_CLASSES.get(plover or "")


def channels_of(plover: str | None, cameo: str = "", mode: str = "") -> tuple[Channel, ...]:
    """The channels that an act is told in.

    *contact* has every cooperative act; *deeds* those that change something: agreements signed, visits, aid, material
    cooperation, concessions; *friction* verbal conflict; *blows* material conflict, sanctions and expulsions too.

    >>> channels_of("CONSULT", "042"), channels_of("CONSULT", "040"), channels_of("SANCTION"), channels_of(None, "010")
    (('contact', 'deeds'), ('contact',), ('blows',), ())
    """
    quad = quad_of(plover, cameo)
    if quad in {1, 2}:
        done = quad == 2 or cameo.startswith((*_VISITS, *_SIGNED)) or mode in {"visit", "sign"}
        return ("contact", "deeds") if done else ("contact",)
    return ("friction",) if quad == 3 else ("blows",) if quad == 4 else ()
