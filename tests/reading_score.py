"""A small scorer for the gold stories, by the matching rules of the claims contract.

Core: the pair and the indicator (exports of A to B are imports of B from A) and each number that the gold gives; for a
trend the direction; for an act the pair and the type.  Full: the period or date and the modality too.  A prediction
that repeats a matched entry, or meets an optional one, counts neither way.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import yaml

from tieline.model.documents import Document
from tieline.model.periods import Period

SAME = {"SUN": "RUS", "DDR": "DEU"}
NUMBERS = ("value", "change_value", "change_pct", "share_pct")
KINDS = {"measure": "measures", "trend": "trend_claims", "event": "events"}


@dataclass(frozen=True)
class Score:
    """Counts over a set of stories; `f1` of a level is 1.0 where nothing was to be found and nothing was."""

    gold: int
    core: int
    full: int
    false: int

    def f1(self, level):
        right = self.core if level == "core" else self.full
        wrong = self.false + self.core - right
        return 2 * right / (2 * right + wrong + self.gold - right) if self.gold or wrong else 1.0


def documents(folder):
    rows = [json.loads(line) for line in (Path(folder) / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
    return [
        Document(
            r["id"],
            r["text"],
            Period.parse(r["published"]) if r.get("published") else None,
            r.get("outlet"),
            r.get("lang"),
        )
        for r in rows
    ]


def gold(folder):
    found = (yaml.safe_load(p.read_text(encoding="utf-8")) for p in sorted(Path(folder).glob("*.yaml")))
    return {g["id"]: g for g in found}


def listed(value):
    return [] if value is None else value if isinstance(value, list) else [value]


def options(entry, field):
    return [entry.get(field), *listed(entry.get(f"{field}_alt"))]


def code(value):
    return SAME.get(value, value)


def flow(indicator, reporter, partner):
    a, b = code(reporter), code(partner)
    if indicator == "exports":
        return ("flow", a, b), 1
    if indicator == "imports":
        return ("flow", b, a), 1
    if indicator == "trade":
        return ("trade", *sorted((str(a), str(b)))), 1
    if indicator == "balance":
        return (("balance", a, b), 1) if str(a) <= str(b) else (("balance", b, a), -1)
    return (indicator, a, b), 1


def flows(entry):
    return {
        flow(i, r, p)[0]: flow(i, r, p)[1]
        for i in options(entry, "indicator")
        for r in options(entry, "reporter")
        for p in options(entry, "partner")
    }


def close(field, want, have):
    return (
        have is not None
        and abs(want - have) <= (max(0.5, 0.01 * abs(want)) if field.endswith("_pct") else 0.005 * abs(want)) + 1e-9
    )


def is_core(kind, entry, claim):
    if kind == "event":
        pair, have = (code(entry["actor"]), code(entry["target"])), (code(claim["actor"]), code(claim["target"]))
        same = pair == have or (entry.get("reciprocal") and pair == have[::-1])
        return bool(same) and claim["type"] in [entry["type"], *listed(entry.get("alt_types"))]
    key, sign = flow(claim["indicator"], claim["reporter"], claim["partner"])
    known = flows(entry)
    if key not in known:
        return False
    if kind == "trend":
        return claim["direction"] in options(entry, "direction")
    turned = sign * known[key]
    given = [f for f in NUMBERS if entry.get(f) is not None]
    soft = [f for f in listed(entry.get("soft")) if f in given and len(listed(entry.get("soft"))) < len(given)]
    return all(
        (f in soft and claim.get(f) is None)
        or any(
            o is not None
            and close(f, o, claim[f] * turned if f == "value" and claim.get(f) is not None else claim.get(f))
            for o in options(entry, f)
        )
        for f in given
    )


def when(entry, field, have, same):
    wanted = options(entry, field)
    if wanted == [None]:
        return True
    return None in wanted if have is None else any(w is not None and same(str(w), have) for w in wanted)


def same_period(want, have):
    return Period.parse(want) == Period.parse(have)


def near_date(want, have):
    a, b = Period.parse(want), Period.parse(have)
    step = {10: 31, 7: 366}
    return (
        (a in b or b in a)
        and a.days <= max(step.get(len(have), 0), b.days)
        and b.days <= max(step.get(len(want), 0), a.days)
    )


def is_full(kind, entry, claim):
    plain = "happened" if kind == "event" else "actual"
    modality = (claim.get("modality") or plain) in [entry.get("modality") or plain, *listed(entry.get("modality_alt"))]
    if kind == "event":
        other_type = claim["type"] != entry["type"] and claim["modality"] == "happened"
        return (modality or other_type) and when(entry, "date", claim["date"], near_date)
    return modality and when(entry, "period", claim["period"], same_period)


def score(stories, claims, kind):
    """`stories`: id -> gold; `claims`: JSON objects. Greedy one-to-one matching, full matches first."""
    total = [0, 0, 0, 0]
    for name, story in stories.items():
        entries = story.get(KINDS[kind]) or []
        have = [
            c
            for c in claims
            if c["document"] == name and c["kind"] == kind and not (kind == "trend" and c["direction"] is None)
        ]
        entries = [
            e for e in entries if not (kind == "trend" and e.get("direction") is None and e.get("compared_with"))
        ]
        links = sorted(
            (
                (bool(e.get("optional")), not is_full(kind, e, c), i, j)
                for i, e in enumerate(entries)
                for j, c in enumerate(have)
                if is_core(kind, e, c)
            )
        )
        taken, used = {}, set()
        for _, _, i, j in links:
            if i not in taken and j not in used:
                taken[i] = j
                used.add(j)
        repeats = {j for j, c in enumerate(have) if j not in used and any(is_core(kind, entries[i], c) for i in taken)}
        needed = [i for i in taken if not entries[i].get("optional")]
        total[0] += sum(not e.get("optional") for e in entries)
        total[1] += len(needed)
        total[2] += sum(is_full(kind, entries[i], have[taken[i]]) for i in needed)
        total[3] += len(have) - len(used) - len(repeats)
    return Score(*total)
