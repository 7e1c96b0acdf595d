"""The check on what was really published, each with its address: more than thirty claims, right and wrong ones."""

from __future__ import annotations

import re

import pytest

from published_claims import PUBLISHED
from test_check_support import flow, measure, story
from tieline.check import check_claims
from tieline.ledger import Ledger


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("published")


@pytest.mark.parametrize("case", PUBLISHED, ids=lambda case: " ".join(case.words.split()[:6]))
def test_a_published_claim_gets_the_verdict_that_published_figures_give(folder, case):
    ledger = Ledger.create(folder / f"ledger-{PUBLISHED.index(case)}")
    ledger.add_flows(
        flow(reporter=reporter, partner=partner, flow=direction, period=period, citation=case.rows_from or case.url,
             value=None if million is None else million * 1e6, change_pct=change)
        for reporter, partner, direction, period, million, change in case.rows
    )  # fmt: skip
    outcome = check_claims([measure(**case.what, words=case.words)], ledger, document=story(None))[-1]
    assert outcome.verdict.removesuffix("-with-context") == case.verdict, (outcome.found, outcome.nearest)


def test_every_published_claim_says_where_and_when_it_was_found():
    assert len(PUBLISHED) >= 25
    for case in PUBLISHED:
        assert case.url.startswith("http")
        assert case.words
        assert re.fullmatch(r"(seen on )?\d{4}-\d\d(-\d\d)?", case.date)
