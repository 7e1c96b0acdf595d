"""Channels that an act is told in, by its PLOVER type and its CAMEO code.

Quad classes are those of CAMEO's codebook: verbal and material cooperation, verbal and material conflict. Protests (14) are
counted as material, as in ICEWS; GDELT has them as verbal. A statement is in no channel.
"""

from __future__ import annotations

from typing import Final, Literal

from tieline.model.vocabulary import QUAD_CLASSES

Channel = Literal["contact", "deeds", "friction", "blows"]
CHANNELS: Final[tuple[Channel, ...]] = ("contact", "deeds", "friction", "blows")
"""The channels that are made of acts. None is netted against another."""

CONFLICT: Final[tuple[Channel, ...]] = ("friction", "blows")
"""The channels in which a crisis shows, by words and by deeds."""

_VISITS: Final = ("042", "043", "044", "046")
_SIGNED: Final = ("057",)


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
