"""Mirror figures, partners and blocs, on tables worked out by hand."""

from __future__ import annotations

from math import exp

import pytest

from test_series import flow, ledger_of
from tieline.model.errors import MissingDataError, UsageError
from tieline.trade.figures.bloc_series import bloc_series
from tieline.trade.mirror.mirror import mirror
from tieline.trade.questions.partners import dependence, partners

ASK = {"dataset": "d"}


def imports(period, usd, reporter, partner, code="", **more):
    return flow(period, code, usd, reporter=reporter, partner=partner, flow="imports", **({"valuation": "CIF"} | more))


def test_four_figures_gap_asymmetry_and_band(tmp_path):
    rows = [
        flow("2014", "", 100.0), imports("2014", 115.5, "PRK", "RUS"), imports("2014", 30.0, "RUS", "PRK"),
        flow("2015", "", 100.0), imports("2015", 150.0, "PRK", "RUS"), imports("2016", 110.0, "PRK", "RUS", valuation="FOB"),
        flow("2016", "", 100.0),
    ]  # fmt: skip
    ledger = ledger_of(tmp_path / "ledger", rows)
    there = {(m.exporter, m.period): m for m in mirror(ledger, "RUS", "PRK", margin=0.05, reconcile=True, **ASK)}
    one = there["RUS", "2014"]
    assert (one.export.value_usd, one.counterpart.value_usd, one.gap_usd, one.basis) == (100.0, 115.5, 15.5, "both")
    assert one.import_fob == pytest.approx(110.0)
    assert one.gap_pct == pytest.approx(15.5)
    assert one.asymmetry == pytest.approx(10 / 105)
    assert (one.in_band, there["RUS", "2015"].in_band, there["RUS", "2016"].margin) == (False, False, 0.0)
    assert one.reconciled_usd == pytest.approx(105.0)  # nothing known of either: half and half
    alone = there["PRK", "2014"]
    assert (alone.basis, alone.export.state, alone.gap_usd, alone.weight) == ("mirror-only", "not-reported", None, 0.0)
    assert alone.reconciled_usd == pytest.approx(30 / 1.05)
    assert there["PRK", "2015"].basis == "none"
    (wide,) = [m for m in mirror(ledger, "RUS", "PRK", margin=0.10, **ASK) if (m.exporter, m.period) == ("RUS", "2014")]
    assert wide.in_band
    assert wide.reconciled_usd is None
    with pytest.raises(UsageError, match="from 0 to 1"):
        mirror(ledger, "RUS", "PRK", margin=10, **ASK)


def test_who_reports_badly_weighs_little(tmp_path):
    """Every pair of twelve countries; what TZA exports and imports is reported with errors of 60 percent, others' with 5."""
    names = "TZA DEU FRA ITA ESP POL AUT BEL SWE FIN NOR DNK".split()
    rows = []
    for i, one in enumerate(names):
        for j, two in enumerate(names):
            if one != two:
                sign = 1 if (i + j) % 2 else -1
                error = 0.6 if "TZA" in {one, two} else 0.05
                rows += [
                    flow("2014", "", 1e6, reporter=one, partner=two),
                    imports("2014", 1e6 * 1.1 * exp(sign * error), two, one),
                ]
    ledger = ledger_of(tmp_path / "ledger", rows)
    found = mirror(ledger, "DEU", "TZA", margin=0.1, reconcile=True, **ASK)
    to, back = found
    assert to.weight > 0.9  # the German exporter's word, against the Tanzanian importer's
    assert back.weight < 0.1
    for each in found:
        x, m = each.export.value_usd, each.import_fob
        assert each.reconciled_usd == pytest.approx(each.weight * x + (1 - each.weight) * m)
    (fair, _) = mirror(ledger, "DEU", "FRA", margin=0.1, reconcile=True, **ASK)
    assert 0.3 < fair.weight < 0.7


def test_reconciled_figures_have_no_mirror(tmp_path):
    ledger = ledger_of(tmp_path / "ledger", [flow("2014", "27", 5.0, basis="reconciled")])
    with pytest.raises(UsageError, match="made of both sides"):
        mirror(ledger, "RUS", "PRK", **ASK)


PARTNERS = [
    imports("2014", 60.0, "RUS", "CHN"), imports("2014", 30.0, "RUS", "DEU"), imports("2014", 10.0, "RUS", "PRK"),
    imports("2014", 110.0, "RUS", "WLD"), imports("2014", 99.0, "RUS", "EU"), imports("2014", 20.0, "CHN", "PRK"),
    flow("2014", "", 7.0, reporter="CHN", partner="PRK"), flow("2014", "", 3.0, reporter="DEU", partner="PRK"),
    flow("2014", "", 500.0, reporter="CHN", partner="RUS"),
]  # fmt: skip


def test_partners_by_share_and_rank(tmp_path):
    ledger = ledger_of(tmp_path / "ledger", PARTNERS)
    found = partners(ledger, "RUS", year=2014, **ASK)
    assert [(p.partner, p.share, p.rank) for p in found] == [("CHN", 0.6, 1), ("DEU", 0.3, 2), ("PRK", 0.1, 3)]
    assert {(round(p.hhi, 9), p.partners, p.total_usd, p.basis, p.flags) for p in found} == {
        (0.46, 3, 100.0, "reported", ("total-differs",))
    }
    assert ledger.query(found[0].sql)["value_usd"].to_pylist() == [60.0]
    silent = partners(ledger, "PRK", **ASK)
    assert [(p.partner, p.value_usd, p.share, p.basis) for p in silent] == [
        ("CHN", 7.0, 0.7, "mirror"), ("DEU", 3.0, 0.3, "mirror"),
    ]  # fmt: skip
    with pytest.raises(MissingDataError, match="no imports of Peru"):
        partners(ledger, "PER", **ASK)


def test_dependence_is_seen_from_both_sides(tmp_path):
    ledger = ledger_of(tmp_path / "ledger", PARTNERS)
    (one,) = dependence(ledger, "PRK", "CHN", **ASK)
    assert (one.of_reporter.share, one.of_reporter.basis) == (0.7, "mirror")
    assert one.of_partner.share == pytest.approx(7 / 507)
    assert one.of_partner.basis == "reported"
    assert one.asymmetry == pytest.approx(0.7 - 7 / 507)


def sacu(period, without=()):
    members = [each for each in ("ZAF", "BWA", "LSO", "NAM", "SWZ") if each not in without]
    return [
        row
        for each in members
        for row in (
            imports(period, 100.0, each, "WLD"),
            imports(period, 10.0, each, "CHN"),
            *(imports(period, 5.0, each, peer) for peer in ("ZAF", "BWA") if peer != each),
        )
    ]


def test_a_bloc_is_its_members_less_what_flows_among_them(tmp_path):
    ledger = ledger_of(tmp_path / "ledger", [*sacu("2014"), *sacu("2015", without=["LSO"])])
    ask = {"dataset": "d", "since": "2014", "until": "2016"}
    world = bloc_series(ledger, "SACU", "WLD", **ask)
    # each of the five has 100; ZAF and BWA buy 5 from one other member, LSO, NAM and SWZ 5 from each of two
    assert [(b.point.value_usd, b.point.partial_usd, b.point.state, b.missing) for b in world] == [
        (460.0, None, "reported", ()),
        (None, 370.0, "incomplete", ("LSO",)),
        (None, None, "not-reported", ("BWA", "LSO", "NAM", "SWZ", "ZAF")),
    ]
    china = bloc_series(ledger, "SACU", "CHN", **ask)
    assert [b.point.value_usd for b in china] == [50.0, None, None]
    assert ledger.query(china[0].point.sql).num_rows == 5
    unlisted = bloc_series(ledger, "SACU", "PER", **ask)
    assert [(b.point.state, b.missing) for b in unlisted][:2] == [("not-reported", ()), ("incomplete", ("LSO",))]
    with pytest.raises(UsageError, match="member"):
        bloc_series(ledger, "SACU", "ZAF", **ask)


def test_members_are_those_of_the_date(tmp_path):
    rows = [imports(str(y), 1.0, member, "CHN") for y in (2012, 2013, 2019, 2020) for member in ("HRV", "GBR", "DEU")]
    ledger = ledger_of(tmp_path / "ledger", rows)
    found = bloc_series(ledger, "EU", "CHN", dataset="d", since="2012", until="2020")
    has = {b.point.period: ("HRV" in b.members, "GBR" in b.members, b.joined) for b in found}
    assert has["2012"] == (False, True, ())
    assert has["2013"] == (True, True, ("HRV",))
    assert has["2020"] == (True, False, ("GBR",))
