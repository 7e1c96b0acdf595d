"""Both flows of a pair told in one sentence: "A's exports to B came to $7 billion and B's to A to $21 billion, a total of $28 billion".

The second is the other way round, and the sum behind both is trade, also where the reader took them for the first flow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tieline.check.guesses import sentence_of
from tieline.check.named import NAME, countries_in
from tieline.check.ways import AMOUNT
from tieline.model import lazy_re as re
from tieline.model.claims import Event, Measure, Trend
from tieline.model.precision import significant

Claims = Sequence[Measure | Trend | Event]
_TURNED: Final = re.compile(
    rf"\b(?:and|while|,)\s+(?P<who>{NAME})['’]s?\s+(?P<link>to|from)\s+(?P<whom>{NAME})\s+(?:(?:were|was|came|stood|amounted|totall?ed|rose|fell|worth)\s+)*(?:to|at|by)?\s*{AMOUNT}"
)
_TOGETHER: Final = re.compile(
    rf",\s+(?:(?:for|making|giving|bringing|which\s+(?:makes|made|gives|gave|comes\s+to|came\s+to))\s+)?(?:an?\s+(?:combined\s+)?total\s+of|together|in\s+(?:all|total)|altogether|a\s+combined|adding\s+up\s+to)\s+{AMOUNT}",
    re.IGNORECASE,
)


def with_both_flows(claims: Claims, text: str | None) -> list[Measure | Trend | Event]:
    """The claims, levels of the flow the other way and of trade as such.

    >>> from tieline.model.claims import Quote
    >>> text = "Turkey's exports to Russia came to $7 billion and Russia's to Turkey to $21 billion, a total of $28 billion."
    >>> common = {"document": "d", "version": "v", "indicator": "exports", "reporter": "TUR", "partner": "RUS", "unit": "USD"}
    >>> told = [Measure(quote=Quote(text[:end], 0, end), value=value, **common) for end, value in ((46, 7e9), (84, 21e9), (106, 28e9))]
    >>> [(each.indicator, each.reporter) for each in with_both_flows(told, text)]
    [('exports', 'TUR'), ('exports', 'RUS'), ('trade', 'TUR')]
    """
    if text is None:
        return list(claims)
    return [_told(each, text) if isinstance(each, Measure) else each for each in claims]


def _told(claim: Measure, text: str) -> Measure:
    if claim.value is None or claim.indicator not in {"exports", "imports"} or claim.partner in {None, "WLD"}:
        return claim
    sentence = sentence_of(claim, text)
    turned = _TURNED.search(sentence)
    if turned is None:
        return claim
    ends = countries_in(turned["who"]), countries_in(turned["whom"])
    other = ends == ([claim.partner], [claim.reporter]) and (turned["link"] == "to") == (claim.indicator == "exports")
    number = significant(abs(claim.value))
    if other and significant(turned["number"]) == number:
        return replace(claim, reporter=ends[0][0], partner=ends[1][0])
    total = _TOGETHER.search(sentence, turned.end())
    between = {claim.reporter, claim.partner} == {code for end in ends for code in end}
    if between and total is not None and significant(total["number"]) == number:
        return replace(claim, indicator="trade")
    return claim
