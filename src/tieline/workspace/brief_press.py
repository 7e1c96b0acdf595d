"""What a brief says from the press: acts that were held, planned and declined; claims with what the figures say of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import groupby
from typing import Any, Final

from tieline.model.countries import display
from tieline.model.periods import Period
from tieline.report.brief import Section, Sentence
from tieline.report.wording import series
from tieline.ties.same_acts import Report, ToldAct
from tieline.workspace.brief_trade import rows_note

_HEADINGS: Final = (
    ("Acts held", ("happened", "ongoing")),
    ("Acts planned", ("scheduled",)),
    ("Acts declined, called for or in doubt", ()),
)
ACT_WORDS: Final = {
    "AGREE": "agreement", "CONSULT": "talks or a visit", "SUPPORT": "support", "CONCEDE": "a concession", "COOPERATE": "cooperation", "AID": "aid",
    "RETREAT": "a retreat", "REQUEST": "a request", "ACCUSE": "an accusation", "REJECT": "a refusal", "THREATEN": "a threat", "PROTEST": "a protest",
    "MOBILIZE": "forces moved", "SANCTION": "a sanction", "COERCE": "coercion", "ASSAULT": "an assault",
}  # fmt: skip
_BOTH: Final = ("CONSULT", "AGREE")
"""What two countries do with each other."""
_HELD: Final[dict[str, str]] = {
    "contradicted": "the figures say otherwise", "supported": "the figures agree", "supported-with-context": "right, but not the whole of it",
    "imprecise": "not quite", "sources-disagree": "the sources disagree", "ambiguous": "it can be read in ways that the figures answer differently",
    "no-data": "no figures are held that would decide", "not-checkable": "not a matter that figures decide",
}  # fmt: skip
_MOST_QUOTES: Final = 3
"""Quotes of one answer that a sentence has; its note has all."""
_UNDECIDED: Final = ("no-data", "not-checkable", "")


def in_short(claims: Sequence[dict[str, Any]], acts: Sequence[ToldAct]) -> list[Sentence]:
    """How the press stands to the figures, and the latest dated act, a sentence each."""
    out = []
    held = [(json.loads(row["verdict"])["verdict"], row) for row in claims if row["verdict"] and row["kind"] != "event"]
    decided = [(verdict, row) for verdict, row in held if verdict not in _UNDECIDED]
    wrong = [row for verdict, row in decided if verdict == "contradicted"]
    split = sum(verdict == "sources-disagree" for verdict, _ in decided)
    if decided:
        ids = ", ".join(row["claim_id"] for _, row in decided)
        if len(decided) > 1:
            against = f"contradict {len(wrong)}" if wrong else "contradict none"
            apart = f"; on {split} the sources disagree" if split else ""
            text = f"Of {len(decided)} claims of the press that figures can decide, they {against}{apart}."
        else:
            text = f"The one claim of the press that figures can decide is {'contradicted' if wrong else 'one on which the sources disagree' if split else 'not contradicted'}."
        out.append(Sentence(text, f"Claims {ids}; each stands below."))
    dated = [act for act in acts if act.date is not None and not act.inferred and len(act.date.iso) > len("2015")]
    for state, opening in (("happened", "The last act dated here: "), ("scheduled", "Planned next: ")):
        mine = sorted(
            (act for act in dated if act.first.modality == state), key=lambda act: act.date.iso if act.date else ""
        )
        out += [_act(mine[-1 if state == "happened" else 0], opening=opening)] if mine else []
    return out


def act_sections(acts: Sequence[ToldAct]) -> list[Section]:
    """Acts by how they stand, each list by date; those without one at its end."""
    known = {word for _, words in _HEADINGS for word in words}
    out = []
    for heading, words in _HEADINGS:
        mine = [act for act in acts if (act.first.modality in words if words else act.first.modality not in known)]
        dated = [act for act in mine if act.date is not None and not act.inferred]
        told = [
            *sorted(dated, key=lambda act: act.date.iso if act.date else ""),
            *(act for act in mine if act not in dated),
        ]
        out.append(Section(heading, tuple(_act(act, stands=not words) for act in told), listed=True))
    return out


def _act(act: ToldAct, *, opening: str = "", stands: bool = False) -> Sentence:
    """An act in the words of its first report, what it is coded as, and a note of all reports."""
    first = act.first
    said = act.reports[0].published
    undated = f"Without a date, reported {said.words()}" if said else "Without a date"
    when = undated if act.date is None or act.inferred else act.date.words()
    state = f", {first.modality}" if stands else ""
    often = f", {len(act.reports)} reports" if len(act.reports) > 1 else ""
    what = ACT_WORDS.get(first.type, first.type.lower())
    quote = " ".join(first.quote.exact.split())
    link = "and" if first.type in _BOTH else "to"
    who = f"{display(first.actor, article=True)} {link} {display(first.target, article=True)}"
    text = f"{opening}{when}: “{quote}” ({what}, {who}{state}{often})."
    return Sentence(text, "; ".join(map(_report_note, act.reports)))


def claim_sentences(rows: Sequence[dict[str, Any]]) -> list[Sentence]:
    """Claims with what the figures say, those that they contradict first; claims that one answer holds for in one sentence."""
    told = []
    for row in rows:
        held = json.loads(row["verdict"]) if row["verdict"] else {}
        told.append(((held.get("verdict") or "", held.get("nearest") or "", _long_over(held, row)), held, row))
    order = [*_HELD, ""]
    told.sort(key=lambda each: order.index(each[0][0]) if each[0][0] in order else len(order))
    out = []
    for (verdict, nearest, years), group in groupby(told, key=lambda each: each[0]):
        out.append(_answered(verdict, nearest, years, [(held, row) for _, held, row in group]))
    return out


def _answered(verdict: str, nearest: str, years: str, claims: list[tuple[dict[str, Any], dict[str, Any]]]) -> Sentence:
    quotes = list(dict.fromkeys(" ".join(row["quote"].split()).rstrip(".") for _, row in claims))
    first = {" ".join(row["quote"].split()).rstrip("."): row for _, row in reversed(claims)}
    parts = [f"“{quote}” ({_said(first[quote])})" for quote in quotes[:_MOST_QUOTES]]
    parts += [f"{len(quotes) - _MOST_QUOTES} more in the note"] if len(quotes) > _MOST_QUOTES else []
    listed = series(parts)
    notes = "; ".join(_quote_note(row) for _, row in claims)
    if not verdict:
        return Sentence(f"{listed}: not held against figures.", notes)
    figures = rows_note([each for held, _ in claims for each in held.get("rows", ())]) or "no rows"
    told = [f"{_HELD[verdict]}.", nearest]
    if years:
        told.append(f"{'They name' if len(quotes) > 1 else 'It names'} no time: {years}.")
    return Sentence(f"{listed}: {' '.join(filter(None, told))}", f"{notes}. Figures: {figures}")


def _said(row: dict[str, Any]) -> str:
    """Who published a claim, and when."""
    when = Period.parse(row["published"]).words() if row["published"] else "no date"
    return f"{row['outlet'] or row['document']}, {when}"


def _long_over(held: dict[str, Any], row: dict[str, Any]) -> str:
    """Which year a claim that names no time was held against, where that year was long over when it was published; else nothing."""
    if not held.get("rows") or row["period"] is not None or not row["published"]:
        return ""
    last, before = max(str(each["period"])[:4] for each in held["rows"]), int(row["published"][:4]) - 1
    return f"the last such figures here are of {last}, none of {before}" if int(last) < before else ""


def _quote_note(row: dict[str, Any]) -> str:
    said = f", which names {', '.join(row['sources'])}" if row["sources"] else ""
    return f"“{' '.join(row['quote'].split())}”: {_said(row)}{said} (claim {row['claim_id']})"


def _report_note(report: Report) -> str:
    claim = report.claim
    return _quote_note({
        "quote": claim.quote.exact, "outlet": report.outlet, "document": claim.document, "sources": claim.sources,
        "published": report.published and report.published.iso, "claim_id": report.claim_id,
    })  # fmt: skip
