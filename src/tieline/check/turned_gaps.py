"""A surplus that is told to have become a deficit, or the other way: "its surplus turned into a deficit of $102 million", "swung into surplus"."""

from __future__ import annotations

from dataclasses import replace

from tieline.check.answers import levels
from tieline.check.gaps import balance_way
from tieline.check.panel import Panel
from tieline.check.parts import Judged
from tieline.check.phrases import amount
from tieline.check.setting import Setting
from tieline.model import lazy_re as re
from tieline.model.claims import Measure
from tieline.model.verdicts import Part

_GAP = r"deficit|surplus|shortfall"
_TO_A = r"(?:in)?to\s+(?:an?\s+|the\s+)?(?:[a-z-]+\s+){0,3}?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b(?P<was>{_GAP})\b(?:[^.;]|\.\d){{0,60}}?\b(?:turn(?:ed|ing|s)|sw(?:ung|ings?|inging)|flip(?:s|ped|ping)|revers(?:ed|es|ing)|chang(?:ed|es|ing)|mov(?:ed|ing)|g(?:ave|ives|iving) way)\b(?:[^.;]|\.\d){{0,20}}?\b{_TO_A}(?P<now>{_GAP})\b",
        rf"\b(?:sw(?:ung|ings?|inging)|turn(?:ed|ing|s)|mov(?:ed|es|ing)|went|going|goes|flip(?:s|ped|ping)|shift(?:s|ed|ing)|slip(?:s|ped|ping)|chang(?:ed|es|ing)|improv(?:ed|es|ing)|worsen(?:ed|s|ing)|deteriorat(?:ed|es|ing))\b(?:[^.;]|\.\d){{0,20}}?\bfrom\s+(?:[^.;]|\.\d){{0,50}}?\b(?P<was>{_GAP})\b(?:[^.;]|\.\d){{0,50}}?\b{_TO_A}(?P<now>{_GAP})\b",
        rf"\b(?:sw(?:ung|ings?|inging)|slip(?:s|ped|ping)|slid|slid(?:es|ing)|fell|falling|turn(?:ed|ing|s)|mov(?:ed|es|ing)|flip(?:s|ped|ping)|went|return(?:ed|s|ing))\s+(?:back\s+)?{_TO_A}(?P<now>{_GAP})\b",
    )
)


def turn_in(words: str) -> tuple[int, int] | None:
    """The signs that a balance is told to have had and to have; None where it is told to have turned from neither.

    >>> turn_in("Kenya's surplus with Norway turned into a deficit of $102 million"), turn_in("swung from a deficit to a surplus")
    ((1, -1), (-1, 1))
    >>> turn_in("slipped into a deficit"), turn_in("its deficit widened to $8 billion") is None
    ((1, -1), True)
    """
    for form in _FORMS:
        found = form.search(words)
        if found is not None:
            now = _sign(found["now"])
            was = found.groupdict().get("was")
            return None if was is not None and _sign(was) == now else (-now, now)
    return None


def _sign(word: str) -> int:
    return 1 if word.lower() == "surplus" else -1


def judge_turn(setting: Setting, panel: Panel) -> list[Judged]:
    """Judge a balance that is told to have turned by its signs in the period and the one before; nothing where none is told."""
    claim = setting.claim
    told = turn_in(setting.clause) if claim.indicator == "balance" else None
    if told is None:
        return []
    was, now = told
    names = {1: "surplus", -1: "deficit"}
    part = Part(name="direction", verdict="no-data", claimed=f"from {names[was]} to {names[now]}")
    base, period = setting.base, setting.period
    earlier = isinstance(claim, Measure) and (claim.value or 0.0) * was > 0
    if earlier:
        base, period = period, period.shifted_years(1)  # "its surplus of $5 million in 2017 turned into a deficit"
    then, own = levels(panel, setting.quantity, base), levels(panel, setting.quantity, period)
    if not then or not own:
        return [Judged(part, "value")]
    way = balance_way(setting.clause)
    right = then[0].number * was > 0 and own[0].number * now > 0 and way in {None, "up" if now > 0 else "down"}
    other, when, how = (own[0], period, "before") if earlier else (then[0], base, "after")
    sentence = f"{how} a {names[1 if other.number > 0 else -1]} of {amount(abs(other.number), 'USD')} in {when.words()}"
    answer = replace(own[0], rows=(*then[0].rows, *own[0].rows))
    part = replace(part, verdict="supported" if right else "contradicted", found=own[0].number)
    return [Judged(part, "value", (answer,), sentence)]
