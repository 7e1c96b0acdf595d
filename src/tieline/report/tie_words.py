"""What the figures of channels stand for, in the words of captions: exactly what is counted, by dataset where datasets differ."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

_CHANNELS = ("contact", "deeds", "friction", "blows")
_DAYS, _KINDS = ("contact", "friction"), ("deeds", "blows")


def counted_words(lines: Sequence[Mapping[str, Any]], by_year: Collection[str]) -> list[str]:
    """What is counted in the channels that are there, a phrase each.

    >>> line = {"dataset": "d", "channel": "contact", "exposure": 9.0}
    >>> counted_words([line], ())
    ['contact: days with an act', 'all acts: those of the country with any other, each day, partner and type once']
    >>> counted_words([line], ["d"])
    ['of d: acts of the year, contact without the deeds, all acts the sum of the country']
    >>> counted_words([{"dataset": "d", "channel": "trade-dependence", "exposure": 0.0, "flow": "imports"}], ())
    ['trade-dependence: the share of the other in its imports']

    Args:
        lines: With `dataset`, `channel`, `exposure`, and `flow` of shares of trade.
        by_year: Datasets that count the acts of a year.
    """
    acts = [line for line in lines if line["channel"] in _CHANNELS]
    of_acts = [line for line in acts if line["dataset"] not in by_year]
    there = {line["channel"] for line in of_acts}
    told = [
        f"{', '.join(name for name in names if name in there)}: {words}"
        for names, words in ((_DAYS, "days with an act"), (_KINDS, "acts, each type once a day"))
        if there & set(names)
    ]
    if any(line["exposure"] for line in of_acts):
        told.append("all acts: those of the country with any other, each day, partner and type once")
    if names := sorted({line["dataset"] for line in acts} & set(by_year)):
        contact = any(line["channel"] == "contact" for line in acts if line["dataset"] in names)
        parts = [
            "acts of the year",
            *(["contact without the deeds"] if contact else []),
            "all acts the sum of the country",
        ]
        told.append(f"of {', '.join(names)}: {', '.join(parts)}")
    every = {line["channel"] for line in lines}
    if "trade-dependence" in every:
        flows = sorted({line["flow"] for line in lines if line["channel"] == "trade-dependence" and line["flow"]})
        larger = ", the larger one" if len(flows) > 1 else ""
        told.append(f"trade-dependence: the share of the other in its {' or '.join(flows)}{larger}")
    if "formal-ties" in every:
        told.append("formal-ties: 1 where one stands; agreement of votes up to 1")
    return told
