"""The package's scores equal those of the claims contract's scorer, on every gold set and on gold that was disturbed."""

from __future__ import annotations

import copy
import importlib.util
import random
from functools import cache
from pathlib import Path

import pytest

from tieline.evaluate import load_gold, score
from tieline.evaluate.fields import KINDS
from tieline.evaluate.gold import LISTS

GOLD = Path(__file__).parent / "gold"
SHARED = Path(__file__).resolve().parents[2] / "shared"
PRESS = SHARED / "data" / "press"
SETS = ("dev", "dev2", "opened", "gate", "twin", "reuters", "seed")
DETAILS = ("source", "product", "base", "share_of")

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the shared scorer is not at hand")


@cache
def theirs():
    spec = importlib.util.spec_from_file_location("score_claims", SHARED / "scoring" / "score_claims.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def stories(name):
    folder = PRESS / "seed" if name == "seed" else GOLD / name
    return load_gold([folder], PRESS / "reuters_documents.jsonl" if name == "reuters" else None)


def as_their_gold(name):
    """Their form of the same gold: read by them, with texts from elsewhere and names that stand as places put in."""
    folder = PRESS / "seed" if name == "seed" else GOLD / name
    found = theirs().load_gold(sorted(folder.glob("*.yaml")))
    for story in stories(name):
        found[story.id]["text"] = story.text
        for kind in KINDS:
            for mine, their in zip(story.entries[kind], found[story.id][LISTS[kind]], strict=True):
                for field in ("sources", "sources_alt", "product", "product_alt"):
                    if f"{field}_spans" in their or f"{field}_span" in their:
                        their[field] = mine.get(field)
        for kind in KINDS:
            if kind not in story.kinds:
                found[story.id][LISTS[kind]] = []
    return found


def as_claims(name):
    """The gold as a perfect reader prints it."""
    return [claim for document in as_their_gold(name).values() for claim in theirs().gold_to_claims(document)]


def their_counts(found, kind):
    scored = found[f"{kind}s"]
    levels = {level: tuple(scored[level][x] for x in ("tp", "fp", "fn", "precision", "recall", "f1"))
              for level in ("core", "full", "dyad") if level in scored}  # fmt: skip
    details = {field: (scored[field]["right"], scored[field]["of"]) for field in DETAILS if field in scored}
    return levels, details, (scored["gold"], scored["predictions"], scored["duplicates"], scored["optional_hits"])


def our_counts(found, kind):
    tally = found.tallies[kind]
    levels = {}
    for level in ("core", "full", "dyad") if kind == "event" else ("core", "full"):
        rates = tally.rates(level)
        levels[level] = (rates.right, rates.false, rates.missed, *(round(x, 4) for x in (rates.precision, rates.recall, rates.f1)))  # fmt: skip
    details = {field: (tally.right[field], tally.tested[field]) for field in DETAILS
               if field == "source" or (field == "product" and kind != "event") or kind == "measure"}  # fmt: skip
    return levels, details, tuple(tally.counts[x] for x in ("gold", "predicted", "repeats", "optional"))


def assert_equal(name, claims, kinds=KINDS):
    __tracebackhide__ = True  # a failure shows counts, not the claims of a held-out set
    scored = {kind for story in stories(name) for kind in story.kinds}
    claims = [claim for claim in claims if claim["kind"] in scored]
    ours = score(stories(name), claims)
    their, _ = theirs().evaluate(as_their_gold(name), claims)
    for kind in kinds:
        assert our_counts(ours, kind) == their_counts(their, kind), kind
    assert ours.in_noise == their["noise_hits"]
    assert {"checked": ours.checked, "wrong": ours.misplaced} == their["quote_offsets"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", SETS)
def test_what_the_reader_prints_is_scored_alike(name, kind, read_set):
    assert_equal(name, read_set(name, stories(name)), [kind])


@pytest.mark.parametrize("name", SETS)
def test_the_gold_as_a_perfect_reader_prints_it_scores_one(name):
    claims = as_claims(name)
    assert_equal(name, claims)
    for kind, tally in score(stories(name), claims).tallies.items():
        assert tally.rates("core").f1 == tally.rates("full").f1 == 1.0, kind


NUMBERS = ("value", "change_value", "change_pct", "share_pct")
CODES = ("USA", "CHN", "RUS", "SUN", "WLD", "EU", None)
OTHERS = {
    "period": ("2014", "2014-01/2014-12", "1987-03", "1987", "1986-04/1987-03", "2019-05-06", None),
    "base": ("2013", "1986", "2018-01/2018-06", None),
    "date": ("2019-05-06", "2019-05", "2019", "1987-03-26", "2020-02-01/2020-02-09", None),
    "modality": ("actual", "estimate", "forecast", "happened", "scheduled", "declined", "denied", None),
    "indicator": ("exports", "imports", "trade", "balance", "other"),
    "direction": ("up", "down", "flat", "record_high", None),
    "type": ("CONSULT", "AGREE", "REJECT", "SUPPORT", "SANCTION", "ACCUSE"),
    "product": ("wheat", "crude oil", "machinery and steel", None),
    "share_of": ("reporter_exports_to_partner", "reporter_imports_from_partner", "other", None),
    "unit": ("USD", "EUR", "t", "tonnes", None),
    "sources": ([], ["the trade ministry"], ["Kantipur"], ["customs office", "Reuters"]),
    "reporter": CODES, "partner": CODES, "actor": CODES[:-1], "target": CODES[:-1],
}  # fmt: skip


def moved(quote, step):
    return {end: quote[end] + step for end in ("start", "end")}


def disturbed(claims, seed):
    """Claims with some dropped, said again, moved, turned, and with other words in their fields."""
    chance = random.Random(seed)  # noqa: S311
    found = []
    for given in claims:
        claim = copy.deepcopy(given)
        if chance.random() < 0.1:
            continue
        if chance.random() < 0.15:
            found.append(copy.deepcopy(claim))
            claim["quote"] |= moved(claim["quote"], 3)  # of two that are quite alike, either may be matched
        if claim["kind"] != "event" and chance.random() < 0.15 and claim["indicator"] in ("exports", "imports"):
            claim["indicator"] = "imports" if claim["indicator"] == "exports" else "exports"
            claim["reporter"], claim["partner"] = claim.get("partner"), claim["reporter"]
        if claim["kind"] == "event" and chance.random() < 0.1:
            claim["actor"], claim["target"] = claim["target"], claim["actor"]
        for field in NUMBERS:
            if claim.get(field) is not None and chance.random() < 0.15:
                claim[field] = chance.choice([None, -claim[field], claim[field] * 1.004, claim[field] * 1.02 + 0.4])
        for field, values in OTHERS.items():
            if field in claim and chance.random() < 0.06:
                claim[field] = chance.choice(values)
        if chance.random() < 0.3:
            claim["quote"] |= moved(claim["quote"], chance.randint(-40, 40))
        found.append(claim)
    chance.shuffle(found)
    return found


TIES = {("seed", 6)}  # two matchings of the same total, which differ in a source


@pytest.mark.parametrize(("name", "seed"), [(n, s) for n in SETS for s in range(8) if (n, s) not in TIES])
def test_disturbed_claims_are_scored_alike(name, seed):
    assert_equal(name, disturbed(as_claims(name), seed))
