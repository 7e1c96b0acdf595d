"""The outcome of a claim over all datasets.

1. A part's outcome: where one dataset supports it and another contradicts it, `sources-disagree`; else the worst rated
   verdict, but that contradictions by figures of the other side don't count where the country's own call it imprecise, nor
   what only such figures call a near miss where another dataset bears it out; where no dataset rates it, `ambiguous` if one is, else `no-data` if one is, else `not-checkable`.
2. The claim's outcome: `sources-disagree` if any part's is; else the worst of its parts, and a claim with a part that
   no dataset decides is not supported; nor is one of whose sentence a dataset has something against other words. `supported` becomes `supported-with-context` where one dataset's is.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any

from tieline.check.assemble import blank_verdict, overall, sources_of
from tieline.check.other_side import NEAR_MISS, is_other_side
from tieline.model.claims import Event, Measure, Trend
from tieline.model.overrules import Overruled
from tieline.model.verdicts import Part, Verdict, worst
from tieline.model.vocabulary import RATED, VerdictWord

_UNRATED: tuple[VerdictWord, ...] = ("ambiguous", "no-data", "not-checkable")
_SUPPORTED = frozenset({"supported", "supported-with-context"})


def outcome_of(
    claim: Measure | Trend | Event, verdicts: Sequence[Verdict], no_data_help: Callable[[], str] = str
) -> Verdict:
    """Put the verdicts of a claim against each dataset together; `no_data_help` is asked for a claim that none decides."""
    names = list(dict.fromkeys(part.name for verdict in verdicts for part in verdict.parts))
    by_part = {name: [(v, p) for v in verdicts for p in v.parts if p.name == name] for name in names}
    two_way = not isinstance(claim, Event) and claim.indicator == "trade"
    words = {
        name: _merged([(p.verdict, _is_of_other_side(v, two_way=two_way)) for v, p in _without_near_misses(found)])
        for name, found in by_part.items()
    }
    for name, found in by_part.items():
        if words[name] in _SUPPORTED and any(part.why == "words" for _, part in found):
            words[name] = "ambiguous"
    word = _word(list(words.values()))
    decisive = [verdict for verdict in verdicts if verdict.found is not None]
    if word == "supported" and any(v.verdict == "supported-with-context" or v.context for v in decisive):
        word = "supported-with-context"
    parts = tuple(_part(words[name], [part for _, part in found]) for name, found in by_part.items())
    shown = _shown(decisive, word, two_way=two_way)
    rows = _unique_rows(decisive)
    return dataclasses.replace(
        blank_verdict(claim, word),
        parts=parts,
        found=_side_by_side(shown, "found"),
        nearest=_side_by_side(shown, "nearest"),
        context=tuple(dict.fromkeys(sentence for verdict in decisive for sentence in verdict.context)),
        help=_help(verdicts, no_data_help) if word == "no-data" else _left_open(verdicts, word),
        readings=tuple(reading for verdict in verdicts for reading in verdict.readings),
        rows=rows,
        sql=tuple(dict.fromkeys(sql for verdict in (decisive or verdicts) for sql in verdict.sql)),
        sources=sources_of(rows),
        strength=next((verdict.strength for verdict in verdicts if verdict.strength), {}),
        overruled=_by_a_person(verdicts),
    )


def _by_a_person(verdicts: Sequence[Verdict]) -> Overruled | None:
    """A person's word against one of the datasets' verdicts, by which the outcome may be another one."""
    for verdict in verdicts:
        said = verdict.overruled
        if said is not None and said.was:
            alone = len(verdicts) > 1
            return dataclasses.replace(said, reason=f"{said.reason} ({verdict.dataset} alone)") if alone else said
    return None


def _is_of_other_side(verdict: Verdict, *, two_way: bool) -> bool:
    chosen = [reading for reading in verdict.readings if reading.chosen]
    return bool(chosen) and all(is_other_side(reading.name, two_way=two_way) for reading in chosen)


def _without_near_misses(found: list[tuple[Verdict, Part]]) -> list[tuple[Verdict, Part]]:
    """What buyers count is seldom so near to what sellers do that it could take support from the sellers' own figures."""
    borne_out = any(part.verdict in _SUPPORTED for _, part in found)
    return [(v, p) for v, p in found if p.note != NEAR_MISS] if borne_out else found


def _merged(told: list[tuple[VerdictWord, bool]]) -> VerdictWord:
    """The outcome of a part by its verdicts and whether each rests on figures of the other side.

    >>> _merged([("imprecise", False), ("contradicted", True)]), _merged([("imprecise", False), ("contradicted", False)])
    ('imprecise', 'contradicted')
    """
    words = [word for word, _ in told]
    if _SUPPORTED & set(words) and "contradicted" in words:
        return "sources-disagree"
    if ("imprecise", False) in told and ("contradicted", False) not in told:
        return "imprecise"
    rated = [word for word in words if word in RATED]
    return worst(rated) if rated else next((word for word in _UNRATED if word in words), "no-data")


def _word(words: list[VerdictWord]) -> VerdictWord:
    if "sources-disagree" in words:
        return "sources-disagree"
    return overall(words) if words else "no-data"


def _part(word: VerdictWord, parts: list[Part]) -> Part:
    """The part of the outcome; it keeps the figure only where the datasets agree on the verdict."""
    first = next((part for part in parts if part.verdict == word and part.found is not None), parts[0])
    notes = list(dict.fromkeys(part.note for part in parts if part.note and part.verdict == word))
    same = word != "sources-disagree"
    return dataclasses.replace(first, verdict=word, found=first.found if same else None, note="; ".join(notes) or None)


def _shown(decisive: list[Verdict], word: VerdictWord, *, two_way: bool) -> list[Verdict]:
    """The verdicts whose figures are shown: all where they disagree, else one that agrees with the outcome, a country's own before the other side's."""
    if word in {"sources-disagree", "ambiguous"} or len(decisive) < 2:
        return decisive
    agree = [verdict for verdict in decisive if verdict.verdict == word]
    agree.sort(key=lambda verdict: _is_of_other_side(verdict, two_way=two_way))
    return agree[:1] or decisive


def _side_by_side(verdicts: list[Verdict], name: str) -> str | None:
    texts = [(verdict.dataset, getattr(verdict, name)) for verdict in verdicts if getattr(verdict, name)]
    if not texts:
        return None
    if len(texts) == 1:
        return str(texts[0][1])
    if name == "found":
        return "; ".join(f"{text} ({dataset})" for dataset, text in texts)
    return " ".join(f"By {dataset}: {text}" for dataset, text in texts)


def _left_open(verdicts: Sequence[Verdict], word: VerdictWord) -> str | None:
    """Why figures decide no more closely, as the datasets with that outcome say it."""
    told = dict.fromkeys(verdict.help for verdict in verdicts if verdict.verdict == word and verdict.help)
    return " ".join(each for each in told if each) or None


def _help(verdicts: Sequence[Verdict], otherwise: Callable[[], str]) -> str:
    given = list(dict.fromkeys(verdict.help for verdict in verdicts if verdict.help))
    return _told_once(given) if given else otherwise()


def _told_once(helps: Sequence[str]) -> str:
    """What each dataset lacks, and what would decide once where it is the same for all.

    >>> _told_once(["a has nothing. A file would decide.", "b has nothing. A file would decide."])
    'a has nothing. b has nothing. A file would decide.'
    """
    told = [text.split(". ") for text in helps]
    fewest = min(len(sentences) for sentences in told)
    same = next((n for n in range(fewest) if len({each[-1 - n] for each in told}) > 1), fewest - 1)
    if len(helps) < 2 or not same:
        return " ".join(helps)
    return ". ".join([*(sentence for each in told for sentence in each[:-same]), *told[0][-same:]])


def _unique_rows(verdicts: list[Verdict]) -> tuple[dict[str, Any], ...]:
    return tuple({row["row_id"]: row for verdict in verdicts for row in verdict.rows}.values())
