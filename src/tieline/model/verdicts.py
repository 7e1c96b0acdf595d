"""The outcome of a claim against a dataset at a vintage, with every reading, the rows and the SQL."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from tieline.model.documents import content_hash
from tieline.model.mismatches import Mismatch, mismatch_from_json
from tieline.model.overrules import Overruled
from tieline.model.vocabulary import RATED, PartName, VerdictWord

WhyOpen = Literal["rows", "way", "reading", "whole", "words"]
"""Why a part is open although figures were found: rows of the dataset contradict each other; another way to count, another
reading of the claim or another whole of a share supports it; other words of the sentence are not borne out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to understand a claim as a question to the flows.

    Attributes:
        name: Which reading it is, of `tieline.check.priors` ("mirror", "fiscal-year"); parts of a name are joined by a comma.
        prior: How likely it is to be meant before any figure is looked at, 0 to 1 over all readings tried; None where
            an older tieline found it.
        why: Why it was tried, a sentence.
        label: The question in words ("imports of RUS from PRK, all products, 2014 (mirror of the exports)").
        result: The numbers found, by part: `value` (USD or the claim's unit), `change_pct`, `share_pct`; empty if none.
        chosen: The verdict rests on this reading.
        inferred: What the reading had to supply that the claim does not say ("period").
        rows: Row ids of the flows that the result rests on.
        sql: The query, with its values written in, as it was run.
    """

    label: str
    result: dict[str, float] = field(default_factory=dict)
    chosen: bool = False
    inferred: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    sql: str = ""
    name: str = ""
    prior: float | None = None
    why: str = ""

    def to_json(self) -> dict[str, Any]:
        """The reading as a JSON object."""
        return {
            "name": self.name,
            "prior": self.prior,
            "why": self.why,
            "label": self.label,
            "result": dict(self.result),
            "chosen": self.chosen,
            "inferred": list(self.inferred),
            "rows": list(self.rows),
            "sql": self.sql,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a claim (level, change, share, direction, rank) and its verdict.

    `low` and `high` are the interval that the claim's own words and printed digits allow, in the claim's unit;
    None for an open end. `least` and `most` are the least and the most that any reading gives: the spread.
    `note` says in words what `why` says by name; `why` serves while verdicts are put together, and is not stored.
    """

    name: PartName
    verdict: VerdictWord
    claimed: float | str | None = None
    found: float | None = None
    low: float | None = None
    high: float | None = None
    note: str | None = None
    least: float | None = None
    most: float | None = None
    why: WhyOpen | None = field(default=None, compare=False)

    def to_json(self) -> dict[str, Any]:
        """The part as a JSON object."""
        return {
            "name": self.name,
            "verdict": self.verdict,
            "claimed": self.claimed,
            "found": self.found,
            "low": self.low,
            "high": self.high,
            "note": self.note,
            "least": self.least,
            "most": self.most,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A claim held against one dataset at one vintage; `dataset` None is the outcome over all datasets.

    Attributes:
        rows: The flows behind it, as dictionaries ready to be shown (row_id, dataset, reporter, ..., citation, url).
        nearest: The truth nearest to the claim, a sentence in the claim's own terms; None where nothing was found.
        context: What the claim leaves out although it changes the picture, a sentence for each rule that fired.
        help: For `no-data`: which dataset and file would decide.
        mismatches: Figures of the story, or of another, that can't be right together with the claim's; of the outcome
            over all datasets only. They don't change its verdict, which is about the figures of statistics.
        overruled: A person put this verdict in the place of the one that the figures gave, or corrected the claim.
        as_known_on: Only what was released by that day was used, ISO; empty for all.
        strength: What the claim's word of strength was held to ask for: `strong_pct`, `slight_pct`, `above_all`; empty for
            a claim without one. With the exchange rates, which are among the rows, a replay needs nothing else.
        recorded: When the ledger got it, ISO; empty until it is recorded.
        superseded: The document has a newer version: the verdict stays and says so.
    """

    claim_id: str
    document: str
    kind: str
    quote: dict[str, Any]
    dataset: str | None
    vintage: str | None
    verdict: VerdictWord
    parts: tuple[Part, ...] = ()
    claimed: str = ""
    found: str | None = None
    nearest: str | None = None
    context: tuple[str, ...] = ()
    help: str | None = None
    readings: tuple[Reading, ...] = ()
    rows: tuple[dict[str, Any], ...] = ()
    sql: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    mismatches: tuple[Mismatch, ...] = ()
    overruled: Overruled | None = None
    as_known_on: str = ""
    strength: dict[str, Any] = field(default_factory=dict)
    version: str = ""
    tool_version: str = ""
    recorded: str = ""
    superseded: bool = False

    @property
    def verdict_id(self) -> str:
        """Identity: the same outcome of the same claim from the same rows gives the same 24 hex digits."""
        rows = sorted(str(r.get("row_id")) for r in self.rows)
        spread = {"least", "most"}  # readings that decide nothing don't make another verdict
        parts = [repr(sorted((k, str(v)) for k, v in p.to_json().items() if k not in spread)) for p in self.parts]
        said = [repr(sorted(self.overruled.to_json().items(), key=str))] if self.overruled else []
        said += [self.as_known_on] if self.as_known_on else []
        said += [repr(sorted(self.strength.items()))] if self.strength else []
        told = [*said, *(repr((each.rule, each.claims, each.sentence)) for each in self.mismatches)]
        return content_hash(
            "verdict", self.claim_id, self.dataset, self.vintage, self.verdict, self.nearest, *rows, *parts, *told
        )[:24]

    def to_json(self) -> dict[str, Any]:
        """One line of `tieline check --format jsonl`."""
        return {
            "verdict_id": self.verdict_id,
            "claim_id": self.claim_id,
            "document": self.document,
            "kind": self.kind,
            "quote": self.quote,
            "dataset": self.dataset,
            "vintage": self.vintage,
            "verdict": self.verdict,
            "parts": [p.to_json() for p in self.parts],
            "claimed": self.claimed,
            "found": self.found,
            "nearest": self.nearest,
            "context": list(self.context),
            "help": self.help,
            "readings": [r.to_json() for r in self.readings],
            "rows": [dict(r) for r in self.rows],
            "sql": list(self.sql),
            "sources": list(self.sources),
            "mismatches": [m.to_json() for m in self.mismatches],
            "overruled": self.overruled.to_json() if self.overruled else None,
            "as_known_on": self.as_known_on,
            "strength": dict(self.strength),
            "version": self.version,
            "tool_version": self.tool_version,
            "recorded": self.recorded,
            "superseded": self.superseded,
        }


def verdict_from_json(data: dict[str, Any]) -> Verdict:
    """Read a verdict back from its JSON object."""
    values = {k: v for k, v in data.items() if k != "verdict_id"}
    values["parts"] = tuple(Part(**p) for p in data["parts"])
    values["readings"] = tuple(
        Reading(**(r | {"inferred": tuple(r["inferred"]), "rows": tuple(r["rows"])})) for r in data["readings"]
    )
    values["mismatches"] = tuple(map(mismatch_from_json, data.get("mismatches", ())))
    values["overruled"] = Overruled(**data["overruled"]) if data.get("overruled") else None
    for name in ("context", "rows", "sql", "sources"):
        values[name] = tuple(data[name])
    return Verdict(**values)


def worst(verdicts: list[VerdictWord]) -> VerdictWord:
    """The verdict of a claim from those of its parts: the worst rated one, else the first unrated one.

    >>> worst(["supported", "imprecise", "no-data"])
    'imprecise'
    """
    rated = [v for v in verdicts if v in RATED]
    if rated:
        return max(rated, key=RATED.index)
    return verdicts[0] if verdicts else "not-checkable"
