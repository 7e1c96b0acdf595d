"""Acts of states told in everyday words, by rules of entry, by what is let lapse, and by what others do too: short stories of our own.

Every document is dated Thursday, 17 October 2024.  Rows read as `press_acts` tells.
"""

from __future__ import annotations

import pytest

from press_acts import missed_and_false

EVERYDAY = [
    ("Kuwait cut off Jordan and Yemen in a row over unpaid bills.", "KWT JOR SANCTION happened -; KWT YEM SANCTION happened -"),
    ("Croatia has told its refineries not to buy oil from Iran.", "HRV IRN SANCTION happened -"),
    ("Laos took Nepalese noodles off its shelves.", "LAO NPL SANCTION happened -"),
    ("Oman made it easier for Kenyans to find work.", "OMN KEN CONCEDE happened -"),
    ("Bahrain took in 30 wounded Yemenis.", "BHR YEM AID happened -"),
    ("Sudan has brought tanks up to its border with Chad.", "SDN TCD MOBILIZE happened -"),
    ("Zambia is after a loan from Kuwait for its dams.", "ZMB KWT REQUEST happened -"),
    ("Iceland had harsh words for Norway.", "ISL NOR ACCUSE happened -"),
    ("Fiji stands squarely behind Tonga's bid for the seat.", "FJI TON SUPPORT happened -"),
    ("Gabon gave the Togolese ambassador three days to get out.", "GAB TGO SANCTION happened -"),
    ("Nauru named two Fijian attaches personae non gratae.", "NRU FJI SANCTION happened -"),
    ("Mali has been a mediator between Niger and Benin.", "MLI NER CONSULT happened -; MLI BEN CONSULT happened -"),
    ("Malta is not going to sign the treaty on wrecks with Libya.", "MLT LBY REJECT happened -"),
    ("Peru chose not to open its market to Chilean wine.", "PER CHL REJECT happened -"),
    ("Chad and Niger shut their common border.", "TCD NER SANCTION happened -"),
    ("Chile and Peru voted against Kenya's motion.", "CHL KEN REJECT happened -; PER KEN REJECT happened -"),
]  # fmt: skip
ENTRY = [
    ("Panamanians can now travel to Japan without a visa.", "JPN PAN CONCEDE happened -"),
    ("Libyans coming to Malta will no longer need transit visas.", "MLT LBY CONCEDE scheduled -"),
    ("Nepal's tea can be exported to Japan again.", "JPN NPL CONCEDE happened -"),
    ("Zambia decided not to extend its ban on maize from Tanzania.", "ZMB TZA CONCEDE happened -"),
    ("Paraguay let its accord with Peru lapse.", "PRY PER REJECT happened -"),
]  # fmt: skip
OTHERS = [
    ("Finland suspended flights to Mali in May. Norway is also suspending flights.",
     "FIN MLI SANCTION happened *; NOR MLI SANCTION happened *"),
    ("Egypt banned fish from Libya. Sudan and Chad may take similar steps.",
     "EGY LBY SANCTION happened -; SDN LBY SANCTION hypothetical *; TCD LBY SANCTION hypothetical *"),
    ("The Chilean ambassador was called to the ministry in Lima and asked that Chile explain the raid.",
     "PER CHL ACCUSE happened -; PER CHL REQUEST happened -"),
    ("Angola's president had troops moved along the border with Zambia.", "AGO ZMB MOBILIZE happened -"),
    ("Peru will buy more gas from Bolivia, the minister pledged.", "PER BOL AGREE happened -"),
    ("The Baltic states have recalled their ambassadors from Minsk, Riga said.",
     "EST BLR ACCUSE happened -; LVA BLR ACCUSE happened -; LTU BLR ACCUSE happened -"),
    ("Peru's president Ana Rojas told Bolivian president Luis Mamani that Peru would keep buying his country's gas.",
     "PER BOL AGREE happened -"),
    ("Cameroon has freed 30 Gabonese fishermen. They had been arrested in May.",
     "CMR GAB CONCEDE happened -; CMR GAB COERCE happened 2024-05"),
]  # fmt: skip
NO_ACT = [
    ("Kenyans need a visa to enter Malta.", ""),
    ("Exports to Chad were 9 percent higher, against a fall in Niger.", ""),
    ("Sales to Chad, Niger and Mali were $9 million against $7 million in the plan.", ""),
    ("Peru's miners take a loan each year and Chile's look back.", ""),
    ("Norwegian tea may be sold in markets in Oslo and Kenyan tea is dear.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [*EVERYDAY, *ENTRY, *OTHERS, *NO_ACT])
def test_acts_in_everyday_words_are_read(text, wanted):
    assert missed_and_false(text, wanted, "2024-10-17") == ([], [])
