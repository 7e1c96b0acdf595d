"""Mechanisms of the trends, each on a story invented for it and worked out by hand: which way, of whose flow, for when."""

from __future__ import annotations

import pytest

from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents

LEAD = "Peru's exports to Norway rose 5 percent to $200 million in May 2014. "


def trends(text):
    document = Document("t", text, Period.parse("2014-06-17"), None, "en")
    found = [c.to_json() for r in read_documents([document]) for c in r.claims]
    return [c for c in found if c["kind"] == "trend"]


CASES = {
    "a new high": (
        "Peruvian exports of zinc to Norway climbed to a new high in May.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "direction": "record_high", "period": "2014-05"},
    ),
    "records broken": (
        "Norwegian exports of salmon to Peru broke all records in 2013.",
        {"indicator": "exports", "reporter": "NOR", "partner": "PER", "direction": "record_high", "period": "2013"},
    ),
    "the least since records began": (
        "Peru's purchases from Norway in April were the smallest since records began in 1994.",
        {"indicator": "imports", "reporter": "PER", "partner": "NOR", "direction": "record_low"},
    ),
    "the biggest drop is no high": (
        "Peru's tea sales to Norway were down by 17 million kilos, the biggest drop since 2010.",
        None,
    ),
    "a height told before the flow": (
        "At its height, in 2007, trade between Peru and Norway topped $7 billion.",
        {"indicator": "trade", "direction": "record_high", "period": "2007"},
    ),
    "ties that grow cold": (
        "Ties between Peru and Norway, never warm, have grown even colder.",
        {"indicator": "other", "reporter": "PER", "partner": "NOR", "direction": "down"},
    ),
    "ties that turn less hostile": (
        "Relations of Peru and Norway have become less hostile.",
        {"indicator": "other", "reporter": "PER", "partner": "NOR", "direction": "up"},
    ),
    "ties that did not become worse": ("Relations between Peru and Norway have not become worse.", None),
    "ties with each of several": (
        "Peru's ties with Sweden and Norway broke down in May 2014.",
        {"indicator": "other", "reporter": "PER", "partner": "NOR", "direction": "down", "period": "2014-05"},
    ),
    "a ban that is lifted is no flow that rises": (
        "Norway lifted part of its ban on imports of fish from Peru. The ban on imports of shrimp was lifted too.",
        None,
    ),
    "a condition": ("If trade between Peru and Norway picks up, more ships will come.", None),
    "what did not change much": (
        "Exports of tin from Peru to Norway did not change much.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "direction": "flat"},
    ),
    "ties that break down": (
        "Relations between Peru and Norway broke down in May 2012.",
        {"indicator": "other", "direction": "down"},
    ),
    "a pronoun goes on with the flow": (
        LEAD + "They are expected to fall in June.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "direction": "down", "modality": "forecast"},
    ),
    "a pronoun for somebody else": (LEAD + "It rose to third place among the buyers.", None),
    "on its way up": (
        "Trade between Peru and Norway is still on its way up.",
        {"indicator": "trade", "reporter": "PER", "partner": "NOR", "direction": "up"},
    ),
    "well below what it was": (
        "Peru's exports to Norway are still well below what they were before the embargo.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "direction": "down"},
    ),
    "the number of those who moved": (
        "The number of Peruvian students in Norway has surged.",
        {"indicator": "other", "reporter": "NOR", "partner": "PER", "direction": "up"},
    ),
    "growth that slows is still growth": ("Growth of trade between Peru and Norway slowed in 2013.", None),
    "more than in any month of some years": (
        "Norway bought more liquefied natural gas (LNG) from Peru in May than in any month of the past seven years.",
        {"indicator": "imports", "reporter": "NOR", "partner": "PER", "direction": "up"},
    ),
    "levels not seen for long": (
        "Peruvian exports to Norway slumped in May to levels not seen since 2009.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "direction": "down"},
    ),
    "an n-month high": (
        "Peru's exports of copper to Norway reached a 16-month high.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "direction": "up"},
    ),
    "a ban that is lifted lifts no flow": ("Norway lifted part of its ban on rice imports from Peru.", None),
    "a ban on a flow that has been lifted": ("Norway's ban on imports of rice from Peru has been lifted.", None),
    "what lifts a flow": (
        "A new road lifted Peru's exports to Norway.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "direction": "up"},
    ),
    "what a pact will do": ("Peru and Norway negotiate a pact that will lift trade between them.", None),
    "the second of two wishes": (
        "He wants firms of Peru and Norway to work in order to find new fields of business and expand trade between the two.",
        None,
    ),
    "a level that is foretold": ("Peru expects its coffee exports to Norway to climb to 500,000 bags in July.", None),
    "lending that grows": (
        "Norway's lending to Peru has risen from almost nothing.",
        {"indicator": "debt", "reporter": "NOR", "partner": "PER", "direction": "up"},
    ),
    "ties that gain in weight": (
        "Relations between Peru and Norway have gained in weight.",
        {"indicator": "other", "direction": "up"},
    ),
    "ties with a third": (
        "Friendship between Peru and Norway is growing stronger, while ties with Chile have cooled.",
        {"indicator": "other", "reporter": "PER", "partner": "CHL", "direction": "down"},
    ),
    "each country of a list bought more": (
        "Peru's exports of cars to Norway rose 5 percent to $200 million in May 2014. Sweden, Chile and Kenya bought more.",
        {"indicator": "exports", "reporter": "PER", "partner": "CHL", "product": "cars", "direction": "up"},
    ),
    "they took smaller quantities": (
        "Peru's exports of cars to Norway rose 5 percent to $200 million in May 2014. Sweden and Kenya took smaller quantities.",
        {"indicator": "exports", "reporter": "PER", "partner": "KEN", "period": "2014-05", "direction": "down"},
    ),
    "fewer went there": (
        LEAD + "Fewer tractors went to Sweden.",
        {"indicator": "exports", "reporter": "PER", "partner": "SWE", "product": "tractors", "direction": "down"},
    ),
    "it was sent less": (
        LEAD + "Sweden was supplied less copper in May.",
        {"indicator": "exports", "reporter": "PER", "partner": "SWE", "product": "copper", "direction": "down"},
    ),
    "who takes more than another": (LEAD + "Only Sweden takes more of the copper.", None),
    "more than another": (LEAD + "Sweden took more copper than Chile.", None),
    "a record is that of the flow before it": (
        "Peru's exports to Norway rose strongly in May, and ministers hope that trade with the neighbour will set a record.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "direction": "up"},
    ),
    "a record is not of the flow behind it": (
        "Peru's trade deficit with Norway hit a record $2 billion in May after Peruvian exports to Sweden fell.",
        {"indicator": "exports", "reporter": "PER", "partner": "SWE", "direction": "down"},
    ),
    "a record has its figure's period": (
        "Peru's exports to Norway rose 5 percent to a record $200 million in May.",
        {"indicator": "exports", "direction": "record_high", "period": "2014-05"},
    ),
    "a low that stands alone": (
        LEAD + "It was the lowest monthly figure since December 2010.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "direction": "down", "period": "2014-05"},
    ),
    "the smallest for years": (
        "Peru's trade deficit with Norway shrank 36 percent to $8 million in May, the smallest for any month since 2009.",
        {"indicator": "balance", "direction": "down", "period": "2014-05"},
    ),
    "a modifier": (
        "Reduced imports of Norwegian goods helped Peru.",
        {"indicator": "imports", "reporter": "PER", "partner": "NOR", "direction": "down"},
    ),
    "a product alone": (
        LEAD + "Copper, by contrast, fell for the fourth straight month.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "product": "Copper", "direction": "down"},
    ),
    "each of several partners": (
        "Peru's trade deficit with Norway and Chile is expected to widen this year.",
        {"indicator": "balance", "reporter": "PER", "partner": "CHL", "direction": "up", "modality": "forecast"},
    ),
    "what stands for a flow told before": (
        "Peru's imports from Norway fell in May while those from Sweden picked up.",
        {"indicator": "imports", "reporter": "PER", "partner": "SWE", "direction": "up"},
    ),
    "buyers of goods with their origin": (
        "Chile, Kenya and Sweden all took smaller volumes of Peruvian mangoes in 2013.",
        {"indicator": "exports", "reporter": "PER", "partner": "SWE", "product": "mangoes", "direction": "down"},
    ),
    "goods that went abroad": (
        "Peru's tea exports to Norway rose 4 percent in May. More tea and flowers were shipped abroad, too.",
        {"indicator": "exports", "reporter": "PER", "partner": "WLD", "direction": "up"},
    ),
    "investors behind the verb": (
        "Foreign direct investment from Norway in Peru rose 9 percent to $2 billion in 2013. Inflows also grew from Sweden and Kenya.",
        {"indicator": "investment", "reporter": "KEN", "partner": "PER", "direction": "up"},
    ),
    "buyers behind the verb": (
        LEAD + "Exports also rose to Sweden, Chile and Kenya.",
        {"indicator": "exports", "reporter": "PER", "partner": "KEN", "direction": "up"},
    ),
    "a comparative": (
        "Weaker exports to Norway left Peru with a gap in May.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "direction": "down"},
    ),
    "on a downward trend": (
        "Exports of Peru to Norway are on a downward trend.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "direction": "down"},
    ),
    "took a dive": (
        "Exports of Peru to Norway took a nosedive.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "direction": "down"},
    ),
    "a peak": (
        "Trade between Peru and Norway peaked at $446 million in 2011.",
        {"indicator": "trade", "direction": "record_high", "period": "2011"},
    ),
    "should rise": (
        "Exports of Peru to Norway should grow sharply once the two have built a third pier.",
        {"indicator": "exports", "reporter": "PER", "direction": "up", "modality": "forecast"},
    ),
    "ties keep growing": (
        "Friendly relations between Peru and Norway keep growing, the envoy said.",
        {"indicator": "other", "reporter": "PER", "partner": "NOR", "direction": "up"},
    ),
    "ties begin to be mended": (
        "Peru has begun to patch up its ties with Norway.",
        {"indicator": "other", "reporter": "PER", "partner": "NOR", "direction": "up"},
    ),
    "ties never worse": (
        "Ties between Peru and Norway have never been worse, the minister said.",
        {"indicator": "other", "reporter": "PER", "partner": "NOR", "direction": "record_low"},
    ),
    "what goes on": (
        "Sales of Peru to Norway are seen as going on climbing.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "direction": "up"},
    ),
    "a longer movement than the figure's": (
        "Exports from Peru to Norway fell 5 percent in May. Exports from Peru to Norway have been going down since 2009.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "direction": "down"},
    ),
    "what will go on": (
        "Exports of Peru to Norway will go on rising, she said.",
        {"indicator": "exports", "reporter": "PER", "direction": "up", "modality": "forecast"},
    ),
    "what one would be glad of": ("Peru would be glad if Norwegians bought more from it.", None),
    "a quarrel that comes closer brings nobody closer": (
        "A clash between Peru and Norway over fish came closer on Monday.",
        None,
    ),
    "higher than thought is no rise": (
        "Peru said exports to Norway had been higher than the government expected.",
        None,
    ),
    "below a level is not level": ("Exports of Peru to Norway are still below the level of 2009.", None),
    "trade that is stopped is an act": (
        "Norway said exports to Peru have been stopped altogether since Thursday.",
        None,
    ),
    "how far it went is told": ("Exports from Peru to Norway were cut in half last year.", None),
    "two levels in other words": (
        "Exports to Norway were lower in the five months, at $63 million compared with $93 million a year before, Peru's statistics office said.",
        None,
    ),
    "the levels of two sentences": (
        "Peru sold goods worth $9 million to Norway in 2012. In 2013, though, the exports fell in volume and value, to $7 million.",
        None,
    ),
    "a wish is no movement": ("Peru proposed increasing its trade with Norway.", None),
    "two buyers compared are no movement": ("Only Chile buys more from Peru than Norway does.", None),
    "two sellers compared are no movement": ("Norway buys less from Peru than from Chile.", None),
    "a share that falls is no movement of the whole": ("Peru's share of Norway's fish imports fell in 2013.", None),
    "room to grow is no growth": ("There was room for trade between Peru and Norway to grow.", None),
    "falling into groups is no fall": ("Peru's exports to Norway fall into several groups.", None),
    "a figure in words tells the movement": ("Peru's exports to Norway grew one and a half times in 2013.", None),
    "two levels tell the movement": (
        "Peru's imports from Norway, which stood at $4 million in 2003, had grown to $20 million by 2013.",
        None,
    ),
    "a level does not": (
        "Peru's trade with Norway came to $124 million in 2013, down slightly from the year before.",
        {"indicator": "trade", "direction": "down", "period": "2013", "strength": "slightly"},
    ),
    "nearly the same": (
        "Peru exported 728,000 tonnes of fishmeal to Norway in January to May, almost the same as last year.",
        {"indicator": "exports", "direction": "flat", "period": "2014-01/2014-05", "product": "fishmeal"},
    ),
    "hardly moved, in the same sentence": (
        "Peru's exports to Norway rose 5 percent to $200 million in May while its imports hardly moved.",
        {"indicator": "imports", "reporter": "PER", "partner": "NOR", "direction": "flat"},
    ),
    "expected to hold up": (
        "Peru expects its trade with Norway to hold up this year.",
        {"direction": "flat", "period": "2014", "modality": "forecast"},
    ),
    "expected to lift": (
        "The deal is expected to lift trade between Peru and Norway.",
        {"indicator": "trade", "direction": "up", "modality": "forecast"},
    ),
    "a rise should follow": (
        "A rise in trade between Peru and Norway should follow.",
        {"indicator": "trade", "direction": "up", "modality": "forecast"},
    ),
    "unprecedented": (
        "Peru's imports from Norway rose to an unprecedented $302 million in 2013.",
        {"indicator": "imports", "direction": "record_high", "period": "2013"},
    ),
    "never so few": (
        LEAD + "Norway has never bought so little fish from Peru.",
        {"indicator": "imports", "reporter": "NOR", "product": "fish", "direction": "record_low"},
    ),
    "below a mark for the first time in years": (
        "Peru's exports to Norway came to $98 million in May, the first time since 2009 that they were below $100 million.",
        {"indicator": "exports", "direction": "down", "period": "2014-05"},
    ),
    "the worst deficit is the largest": (
        "Peru's trade deficit with Norway rose to $20 million in May, the worst figure in five years.",
        {"indicator": "balance", "direction": "up"},
    ),
    "the record is not that of a whole beside it": (
        "Peru's trade deficit with Norway was $21 million in May, equal to 5 percent of exports and the smallest since 2010.",
        {"indicator": "balance", "partner": "NOR", "direction": "down"},
    ),
    "since a day there is no period": (
        "Peru's imports of Norwegian cars have slowed since mid-February.",
        {"product": "cars", "direction": "down", "period": None},
    ),
    "every year since is of whole years": (
        "Peru's imports of Norwegian cars have increased every year since 2009.",
        {"direction": "up", "period": "2009/2013"},
    ),
    "partners listed with the way they went": (
        "Peru's exports rose 5 percent to $200 million in May, while Chile, Norway and Japan saw large increases.",
        {"indicator": "exports", "reporter": "PER", "partner": "JPN", "direction": "up", "period": "2014-05"},
    ),
    "ties on a good course": (
        "Peru's relations with Norway are on a good course, the minister said.",
        {"indicator": "other", "reporter": "PER", "partner": "NOR", "direction": "up"},
    ),
    "a strain in ties": (
        "The remarks caused a new strain in Peru's relations with Norway.",
        {"indicator": "other", "reporter": "PER", "direction": "down"},
    ),
    "steps are being taken": (
        "Norway and Peru keep taking steps to mend ties after years of quarrels.",
        {"indicator": "other", "direction": "up"},
    ),
    "what can be done to ties is not done": ("Cooperation between Peru and Norway can be expanded.", None),
    "ties that name nobody are told from the story's side": (
        LEAD + "In June Norway expelled an envoy of Peru, which strained relations further.",
        {"indicator": "other", "reporter": "PER", "partner": "NOR", "direction": "down"},
    ),
    "what was seen in a flow": (
        "A marked rise was seen in Peru's exports to Norway in May.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "direction": "up", "period": "2014-05"},
    ),
    "what is expected to go on": (
        "Peru's exports to Norway are expected to continue rising in the final quarter.",
        {"reporter": "PER", "partner": "NOR", "direction": "up", "period": "2014-10/2014-12", "modality": "forecast"},
    ),
    "below the levels of a year ago": (
        "Peru's exports to Norway were trending below year-ago levels in May.",
        {"reporter": "PER", "partner": "NOR", "direction": "down", "period": "2014-05"},
    ),
    "which way a trend turns": (
        "The trend in Peru's exports to Norway turned upwards in May.",
        {"reporter": "PER", "partner": "NOR", "direction": "up", "period": "2014-05"},
    ),
    "what may bring a flow down": (
        "The weak sol may bring down imports of salmon from Norway, Peruvian officials said.",
        {"indicator": "imports", "reporter": "PER", "partner": "NOR", "product": "salmon", "direction": "down"},
    ),
    "more who came": (
        "More visitors came to Peru from Norway in May.",
        {"indicator": "tourism", "reporter": "PER", "partner": "NOR", "direction": "up", "period": "2014-05"},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_direction_is_told_whose_it_is(name):
    text, wanted = CASES[name]
    found = trends(text)
    if wanted is None:
        assert [t for t in found if t["direction"]] == []
    else:
        assert any(all(t[k] == v for k, v in wanted.items()) for t in found), found


RANKS = {
    "the one that overtook has the rank": (
        "Uganda overtook Chad in 2013 to become the top destination for Kenyan products.",
        ("exports", "KEN", "UGA", "2013", 1),
    ),
    "a list overtaken": (
        "India overtook Chad, Mali and Togo to become Norway's second-largest supplier of timber in 2013.",
        ("imports", "NOR", "IND", "2013", 2),
    ),
    "behind another": (
        "Behind China, Iraq was the second biggest buyer of Iranian goods last year.",
        [("exports", "IRN", "CHN", "2013", 1), ("exports", "IRN", "IRQ", "2013", 2)],
    ),
    "a place without a superlative": (
        "Poland was the third export destination of Norway in 2013.",
        ("exports", "NOR", "POL", "2013", 3),
    ),
    "the largest after another": (
        "Brazil was Kenya's largest supplier after India in 2013.",
        [("imports", "KEN", "BRA", "2013", 2), ("imports", "KEN", "IND", "2013", 1)],
    ),
    "a time is no place behind another": (
        "Chad became Mali's largest supplier after Togo closed its ports in 2013.",
        ("imports", "MLI", "TCD", "2013", 1),
    ),
    "second only to": (
        "China was second only to Japan as a buyer of Peruvian copper in 2013.",
        [("exports", "PER", "CHN", "2013", 2), ("exports", "PER", "JPN", "2013", 1)],
    ),
    "a rank that is lost": ("Turkey is no longer Iran's largest gas customer.", None),
}


@pytest.mark.parametrize("name", RANKS)
def test_a_rank_is_told_whose_it_is(name):
    text, wanted = RANKS[name]
    ranks = [t for t in trends(text) if t["compared_with"]]
    told = [(t["indicator"], t["reporter"], t["partner"], t["period"], t["compared_with"]["rank"]) for t in ranks]
    assert told == (wanted if isinstance(wanted, list) else [wanted] if wanted else [])


def test_two_ranks_of_one_sentence_are_two():
    text = "China is Peru's largest trading partner and Norway's second largest trading partner."
    assert {(t["reporter"], t["compared_with"]["rank"]) for t in trends(text)} == {("PER", 1), ("NOR", 2)}
