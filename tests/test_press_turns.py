"""Plain English that turns a claim: contrast, denial, ranks with their neighbours, flows that did the same, verbs of headlines."""

from __future__ import annotations

import pytest

from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents


def told(text):
    """Each claim on trade as one line: its kind, flow, numbers or way, and period."""
    document = Document("t", text, Period.parse("2019-06-12"), None, "en")
    return sorted(line(c) for r in read_documents([document]) for c in r.claims if c.kind != "event")


def line(claim):
    flow = f"{claim.indicator} {claim.reporter} {claim.partner}"
    if claim.kind == "measure":
        numbers = [
            f"{claim.value / 1e6:g}m" if claim.value is not None else "",
            f"{claim.change_pct:+g}%" if claim.change_pct is not None else "",
            f"share {claim.share_pct:g} of {claim.share_of}" if claim.share_pct is not None else "",
            claim.bound or "",
        ]
        return " ".join([flow, *filter(None, numbers)])
    other = claim.compared_with
    if other is None:
        return f"{flow} {claim.direction}"
    return f"{flow} rank {other.rank}" if other.rank else f"{flow} : {other.indicator} {other.reporter} {other.partner}"


SET_ASIDE = {
    "Estonia, not Latvia, was Finland's largest market for timber in 2018.": ["exports FIN EST rank 1"],
    "It was not Togo but Benin that was Niger's main supplier of cement.": ["imports NER BEN rank 1"],
    "Rather than Bolivia, Paraguay is now Uruguay's top trading partner.": ["trade URY PRY rank 1"],
    "Senegal's fish exports to Mali, not those to Guinea, fell 6 percent in 2018.": ["exports SEN MLI -6%"],
    "Unlike those to Oman, Jordan's exports to Kuwait rose 4 percent in 2018.": ["exports JOR KWT +4%"],
    "Georgia's wine exports to Poland but not to Latvia grew in 2018.": ["exports GEO POL up"],
    "Georgia's tea exports to Poland but not to Latvia and Estonia grew in 2018.": ["exports GEO POL up"],
    "Malta's exports to Cyprus fell by half rather than by a third in 2018.": ["exports MLT CYP -50%"],
    "Laos sold timber worth $30 million, not $300 million, to Japan in 2018.": ["exports LAO JPN 30m"],
}
DENIED = {
    "Rwanda's exports to Burundi have never exceeded $90 million.": ["exports RWA BDI 90m at_most"],
    "Fiji's exports to Tonga failed to reach $60 million in 2018.": ["exports FJI TON 60m under"],
    "Haiti's exports to Cuba have not fallen below $20 million.": ["exports HTI CUB 20m at_least"],
    "Chad's exports to Niger rose without topping $50 million in 2018.": [
        "exports TCD NER 50m at_most",
        "exports TCD NER up",
    ],
    "Peru's exports to Chile did not fall by 9 percent in 2018.": [],
    "Neither Iraq's exports to Jordan nor those to Turkey grew in 2018.": [],
    "Neither Spain nor Italy bought more from Tunisia in 2018.": [],
    "Nepal's exports to Bhutan failed to grow in 2018.": [],
    "Ghana's exports to Togo hardly grew in 2018.": ["exports GHA TGO flat"],
}
RANKED = {
    "Qatar was Oman's second-largest customer in 2018, behind Iran.": [
        "exports OMN IRN rank 1",
        "exports OMN QAT rank 2",
    ],
    "Panama was Peru's fourth-biggest market, ahead of Chile and Bolivia.": [
        "exports PER PAN : exports PER BOL",
        "exports PER PAN : exports PER CHL",
        "exports PER PAN rank 4",
    ],
    "Serbia was Bosnia's biggest supplier in 2018, followed by Croatia and Italy.": [
        "imports BIH HRV rank 2",
        "imports BIH ITA rank 3",
        "imports BIH SRB rank 1",
    ],
    "Angola ranked third among Zambia's trading partners in 2018.": ["trade ZMB AGO rank 3"],
    "Angola slipped from second to third place among Zambia's trading partners in 2018.": ["trade ZMB AGO rank 3"],
    "No country sold more rice to Benin than Thailand did in 2018.": ["imports BEN THA rank 1"],
    "Only Uganda buys more from Kenya than Tanzania does.": ["exports KEN TZA rank 2", "exports KEN UGA rank 1"],
    "Ecuador's exports to Chile, its third-largest market, fell 3 percent in 2018.": [
        "exports ECU CHL -3%",
        "exports ECU CHL rank 3",
    ],
    "Peru, once Chile's biggest market, buys little now.": [],
    "Togo isn't Niger's largest supplier.": [],
    "Mali was not second but ranked third among Chad's trading partners.": ["trade TCD MLI rank 3"],
    "Benin sold more rice to Gabon than any other African country.": ["imports GAB BEN rank 1"],
    "Benin sold more rice to Gabon in 2018 than any other year.": [],
    "Benin sold more rice to Gabon than any other product.": [],
}
ALIKE = {
    "Mali's exports to Ghana rose 5 percent in 2018, as did those to Togo.": [
        "exports MLI GHA +5%",
        "exports MLI TGO up",
    ],
    "Iran's exports to Iraq fell in 2018, and so did its exports to Syria.": [
        "exports IRN IRQ down",
        "exports IRN SYR down",
    ],
    "Malta's imports from Spain rose in 2018; those from Cyprus did the same.": [
        "imports MLT CYP up",
        "imports MLT ESP up",
    ],
    "Norway's exports to Poland halved in 2018. So did those to Latvia.": [
        "exports NOR LVA down",
        "exports NOR POL -50%",
    ],
    "Both Kenya's and Ghana's exports to Egypt rose 8 percent in 2018.": ["exports GHA EGY +8%", "exports KEN EGY +8%"],
    "Faster than Kenya's, Ghana's exports to Egypt rose 8 percent in 2018.": ["exports GHA EGY +8%"],
    "Chile buys tea from Kenya and India; the latter sold it $40 million worth in 2018.": ["exports IND CHL 40m"],
}
MOVED = {
    "Kenya-Rwanda trade slumps to $310m in 2018": ["trade KEN RWA 310m", "trade KEN RWA down"],
    "Ghana's cocoa sales to Japan slide to $90 million in 2018": ["exports GHA JPN 90m", "exports GHA JPN down"],
    "Latvian exports to Norway crept up to $400 million in 2018.": ["exports LVA NOR 400m", "exports LVA NOR up"],
    "The drought knocked Togo's exports to Mali down to $70 million in 2018.": ["exports TGO MLI 70m", "exports TGO MLI down"],
    "Falling to $30 million in 2018, Fiji's exports to Tonga were weak.": ["exports FJI TON 30m", "exports FJI TON down"],
    "Oman's exports to Yemen came to $90 million in 2018, more than in 2017.": ["exports OMN YEM 90m", "exports OMN YEM up"],
    "Oman's exports to Yemen came to $90 million in 2018, more than in 2009.": ["exports OMN YEM 90m"],
    "Oman's exports to Yemen in 2018 were above those of 2017.": ["exports OMN YEM up"],
    "Oman's exports to Yemen in 2018 were above those of 2009.": [],
    "Oman's exports to Yemen ebbed to a record $40 million in 2018.": ["exports OMN YEM 40m", "exports OMN YEM record_low"],
    "Oman trade with Yemen frays in 2018": ["trade OMN YEM down"],
    "Oman has multiplied its imports from Yemen.": ["imports OMN YEM up"],
    "Oman's trade deficit with Yemen was the worst on record in 2018.": ["balance OMN YEM record_high"],
    "Peru's exports to Chile fell to two-thirds of their 2017 level in 2018.": ["exports PER CHL -33.3%"],
    "Growth in Cuba's exports to Spain slowed to 5 percent in 2018.": ["exports CUB ESP +5%"],
    "The fall in the Cuban peso slowed to 5 percent as exports to Spain rose.": ["exports CUB ESP up"],
    "Fiji bought $25 million less from Samoa than from Tonga in 2018.": ["imports FJI WSM : imports FJI TON"],
    "Exports made up 55 percent of Malta's two-way trade with Italy in 2018.": ["exports MLT ITA share 55 of other"],
}  # fmt: skip
HELD_AGAINST = {
    "Togo displaced Niger as Mali's second-largest market in 2018, buying goods worth $80 million against Niger's $64 million.": [
        "exports MLI NER 64m",
        "exports MLI TGO 80m",
        "exports MLI TGO rank 2",
    ],
    "Cyprus bought goods worth $40 million from Malta in 2018, less than half of the $120 million it bought from Spain.": [
        "imports CYP ESP 120m",
        "imports CYP MLT 40m",
    ],
    "Of the $500 million in trade between Oman and Yemen in 2018, Omani exports made up $300 million, or 60 percent.": [
        "exports OMN YEM 300m share 60 of other",
        "trade OMN YEM 500m",
    ],
    "Trade between Fiji and Tonga totalled $50 million in 2018, of which Fijian exports made up 80 percent.": [
        "exports FJI TON share 80 of other",
        "trade FJI TON 50m",
    ],
    "Laos earned $30 million more from Japan in 2018 than it spent there, down from $45 million in 2017.": [
        "balance LAO JPN 30m",
        "balance LAO JPN 45m",
        "exports LAO JPN : imports LAO JPN",
    ],
    "Laos earned $30 million more from Japan in 2018 than it spent in Peru.": ["exports LAO JPN : imports LAO PER"],
    "Laos sold Japan less than it sold Peru: $39 million against $45 million in 2018.": [
        "exports LAO JPN 39m",
        "exports LAO JPN 45m",
        "exports LAO JPN : exports LAO PER",
    ],
    "Trade in both directions between Mali and Togo fell to $42 million in 2018 even though Mali's exports rose by half.": [
        "exports MLI TGO +50%",
        "trade MLI TGO 42m",
        "trade MLI TGO down",
    ],
    "Togolese cotton accounted for an eighth of Mali's imports from Togo in 2018.": [
        "imports MLI TGO share 12.5 of reporter_imports_from_partner"
    ],
    "Cuba earned $20 million from sales to Spain in 2018 and spent $32 million on Spanish goods, leaving it $12 million in the red.": [
        "balance CUB ESP -12m",
        "exports CUB ESP 20m",
        "imports CUB ESP 32m",
    ],
    "The firm sold tyres worth $20 million to Spain in 2018, leaving it $12 million in the red.": [],
    "Nepal depends on India for two thirds of its imports, which were worth $9 million in 2018.": [
        "imports NPL IND share 66.7 of reporter_total_imports",
        "imports NPL WLD 9m",
    ],
    "In 2010, Mali's exports to Togo were worth $7 million; in 2018 they were worth $31 million.": [
        "exports MLI TGO 31m",
        "exports MLI TGO 7m",
    ],
    "Malta's exports to Cyprus climbed 32 percent in 2018, outstripping the 30 percent rise in those to Spain.": [
        "exports MLT CYP +32%",
        "exports MLT ESP +30%",
    ],
    "Oman's exports to Yemen fell short of $90 million in 2018.": ["exports OMN YEM 90m under"],
    "Chad, Mali and Togo each sold Benin more than $30 million of goods in 2018.": [
        "exports MLI BEN 30m over",
        "exports TCD BEN 30m over",
        "exports TGO BEN 30m over",
    ],
    "Cotton accounted for $16 million of the $21 million rise in Mali's exports to Togo in 2018.": ["exports MLI TGO"],
    "Malta's imports from Spain came to $45 million in 2018, half as much again as in 2017.": [
        "imports MLT ESP 45m +50%"
    ],
    "Peru sells Chile far more than it sells anyone else.": ["exports PER CHL rank 1"],
    "Fiji's exports to Tonga made up three fifths of their trade in 2018.": ["exports FJI TON share 60 of other"],
    "At no time since 2009 have Peru's exports to Chile been above $20 million.": ["exports PER CHL 20m at_most"],
    "Peru's exports to Chile have never been less than $20 million.": ["exports PER CHL 20m at_least"],
}


@pytest.mark.parametrize("text", HELD_AGAINST)
def test_a_sum_is_of_the_flow_that_it_is_told_to_be_of(text):
    assert told(text) == HELD_AGAINST[text]


@pytest.mark.parametrize("text", SET_ASIDE)
def test_what_is_set_aside_is_no_side_and_no_figure(text):
    assert told(text) == SET_ASIDE[text]


@pytest.mark.parametrize("text", DENIED)
def test_what_is_denied_is_told_by_its_bound_or_not_at_all(text):
    assert told(text) == DENIED[text]


@pytest.mark.parametrize("text", RANKED)
def test_a_rank_is_told_with_those_beside_it(text):
    assert told(text) == RANKED[text]


@pytest.mark.parametrize("text", ALIKE)
def test_a_flow_that_did_the_same_went_the_same_way(text):
    assert told(text) == ALIKE[text]


@pytest.mark.parametrize("text", MOVED)
def test_a_verb_a_participle_or_a_comparison_tells_the_way(text):
    assert told(text) == MOVED[text]
