"""Goods told by what they are not: "non-oil goods", "goods other than coffee", "exports excluding gold".

They keep their words and have no code: that of the goods named is the one they do not have.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re

_NON: Final = re.compile(r"\bnon[-‐‑–]$", re.IGNORECASE)
_BUT: Final = r"(?:other\s+than|excluding|except(?:ing)?(?:\s+for)?|apart\s+from|aside\s+from|exclusive\s+of|without(?:\s+counting)?|not\s+(?:including|counting))"
_GENERAL: Final = r"(?:goods|products|commodities|items|merchandise|wares)"
_OTHER_THAN: Final = re.compile(
    rf"(?:\b{_GENERAL},?\s+)?\b{_BUT}\s+(?:(?:the|its|their|crude|raw)\s+)?$", re.IGNORECASE
)
_ITS_OWN: Final = re.compile(rf"[^.;:\d]{{0,48}}?,?\s(?={_BUT}\s)", re.IGNORECASE)


def denied_from(text: str, start: int) -> int | None:
    """Where the words begin that deny the goods named at an offset; None where nothing does.

    >>> denied_from("exports of non-oil goods", 15), denied_from("goods other than oil", 17), denied_from("of oil", 3)
    (11, 0, None)
    """
    lead = text[max(0, start - 60) : start]
    found = _NON.search(lead) or _OTHER_THAN.search(lead)
    return None if found is None else start - len(lead) + found.start()


def left_out_behind(text: str, end: int) -> int | None:
    """Where the words begin that leave goods out of the flow whose noun ends there: "exports to Togo, excluding oil"."""
    found = _ITS_OWN.match(text, end)
    return None if found is None else found.end()
