"""The times of a sentence: found once it is parsed, with its tenses, and with whose fiscal years it counts by."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Any

from tieline.model import lazy_re as re
from tieline.model.countries import country
from tieline.model.periods import Period
from tieline.read.story.document import Sentence, Story
from tieline.read.syntax.tokens import Token
from tieline.read.when.fiscal import BY_SHORT_YEARS, FISCAL_YEARS
from tieline.read.when.resolver import find_times


def _by_money(sentence: Sentence, about: list[str | None]) -> list[str]:
    """The countries of the story whose own money the sentence tells: its first two letters are theirs."""
    told = {f.unit[:2] for f in sentence.figures if f.kind == "money" and f.unit is not None}
    near = [*(m.code for m in sentence.mentions), *about] if told else []
    return [code for code in near if code in FISCAL_YEARS and code != "USA" and country(code).iso2 in told]


_TO_PARTNER = re.compile(
    r"\b(?:exports?|sales|shipments|deliveries)\s+to\s+(?:the\s+)?$|\b(?:imports?|purchases|inflows?|FDI|investments?|remittances|arrivals|tourists|visitors|loans|aid)\s+from\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_TWO_YEARS = re.compile(r"\b20\d\d[-–/]\d\d\b")
_POSSESSIVE = re.compile(r"['’]s?\s")


def resolve_times(story: Story, sentence: Sentence, earlier: Iterable[Period] = (), owner: str | None = None) -> None:
    """Find the sentence's time expressions, once it is parsed and its tenses are known; `earlier` are those before it.

    Fiscal years are counted as the one named as their owner here does, else as that of the two whose money is told does,
    else as `owner` does, whose figures the story tells.
    """
    about = [story.scene or story.home, *story.named_most]
    owners = [m.code for m in sentence.mentions if _POSSESSIVE.match(sentence.text, m.end)]
    counting = [*_by_money(sentence, about), *([owner] if owner is not None else [])]
    partners = {m.code for m in sentence.mentions if _TO_PARTNER.search(sentence.text[: m.start])}
    sides = [m.code for m in sentence.mentions]
    codes = [*owners, *counting, *sides] or [code for code in about if code]
    told = [*owners, *counting, *(code for code in sides if code not in partners)]
    others = [code for code in about if code and code not in partners]
    known = [code for code in (*told, *others, *sides, *about) if code in FISCAL_YEARS]
    if _TWO_YEARS.search(sentence.text) and known:  # "in 2020-21" is no American way to write a fiscal year
        known = [code for code in known if code in BY_SHORT_YEARS] or known
    counts = next((code for code in known if code is not None), codes[0] if codes else None)
    sentence.times = find_times(
        sentence.text,
        story.published,
        future=lambda offset: speaks_of_future(sentence, offset),
        country=counts,
        earlier=earlier,
        season_end=story.season_end,
        fiscal=story.fiscal_start,
    )
    dated = [
        f
        for f in sentence.figures
        if any(
            t.start <= f.core < t.end and t.kind != "relative" and not (f.fraction and t.role == "duration")
            for t in sentence.times
        )
    ]
    if dated:
        sentence.figures = [f for f in sentence.figures if f not in dated]


_AHEAD = frozenset(
    "will shall schedule due plan expect intend slate set prepare hope aim propose invite invitation upcoming forthcoming announce pledge promise decline refuse agree ahead next".split()
)


def speaks_of_future(sentence: Sentence, offset: int) -> bool:
    """The clause at an offset tells of what is still to come ("is scheduled to visit on May 9")."""
    if sentence.tokens is None:
        return False
    place = bisect_right(sentence.tokens, offset, key=lambda t: t.idx) - 1
    token = sentence.tokens[place] if place >= 0 else None
    if token is None or offset >= token.idx + max(1, len(token)):
        return False
    below = token
    for _ in range(12):
        if _may_tell_when(token):
            words = {c.lemma for c in token.children if c.dep in {"aux", "auxpass", "acomp"}} | {token.lemma}
            infinitive = any(c.dep == "aux" and c.lower == "to" for c in token.children)
            if words & {"will", "shall"} or any(c.lower in {"'ll", "would"} for c in token.children if c.dep == "aux"):
                return True
            if _is_held_possible(token):
                return True
            if infinitive and token.dep in {"xcomp", "acl", "advcl"} and _is_to(token.head):
                return True
            if (infinitive or token.dep in {"prep", "pobj"}) and token.head.lemma in _AHEAD and token.head != token:
                return True
            if token.lemma in {"schedule", "due", "slate"}:
                return True
            if not infinitive and token.pos != "ADJ" and token.tag in {"VBD", "VBN"}:
                return token.lemma in _AHEAD and token.lemma not in _TOLD and not _set_something(token, below)
        if token.head == token:
            return False
        below, token = token, token.head
    return False


def _may_tell_when(token: Token) -> bool:
    """A word that may have a tense: a sum is none, whatever the parser takes it for ("were up 4 percent to NZ$37 million")."""
    return token.dep == "ROOT" or (token.pos in {"VERB", "AUX", "ADJ"} and not any(c.isdigit() for c in token.text))


def _is_to(be: Any) -> bool:
    """As in "is to visit": not "were up by a tenth to reach 5 million", where the infinitive only tells how far."""
    moved = any(c.dep in {"acomp", "advmod", "prt"} and c.lower in _MOVED for c in be.children)
    return be.lemma == "be" and not (be.tag == "VBD" and moved)


_MOVED = frozenset("up down higher lower".split())


def _set_something(verb: Token, below: Token) -> bool:
    """As in "set a record in June", "set up an office in June": what was done then; "set the talks for June", "is set to" look ahead."""
    if verb.lemma != "set" or below.lower == "for" or any(c.dep == "auxpass" for c in verb.children):
        return False
    return any(c.dep in {"dobj", "prt"} for c in verb.children)


def _is_held_possible(verb: Token) -> bool:
    """As in "could reach 90 million in the year to June": not "could not sell", which tells of what was."""
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    return verb.tag == "VB" and bool(aux & {"could", "may", "might"}) and all(c.dep != "neg" for c in verb.children)


_TOLD = frozenset("announce agree propose pledge promise decline refuse".split())
"""Verbs whose past tells an act of its own."""
