"""Acts of those who act for a country without an office, and acts in the turns of phrase of the press, with what only looks like them."""

from __future__ import annotations

import pytest

from press_acts import missed_and_false

BODIES = [
    ("Malta's Vella met Oman's Haddad on Monday.", "MLT OMN CONSULT happened 2026-03-16"),
    ("South Korea's Yoon praised Uzbekistan for its reforms.", "KOR UZB SUPPORT happened -"),
    ("Last week Zimbabwe's power company signed a deal with Botswana.", "ZWE BWA SUPPORT happened *"),
    ("Tajikistan's power company signed an agreement with the Afghan power company Omgrid.", "TJK AFG SUPPORT happened -"),
    ("Rospotrebnadzor banned Moldovan wine on Friday.", "RUS MDA SANCTION happened 2026-03-13"),
    ("Gambia's president-elect begged Senegal for help.", "GMB SEN REQUEST happened -"),
    ("Ahead of the forum, Egyptian Minister of Trade and Industry Ana Vella held talks with Bo Lind, Oman's minister of commerce.",
     "EGY OMN CONSULT happened -"),
    ("Iceland was the first to recognise Estonia.", "ISL EST SUPPORT happened -"),
    ("Germany's Volkswagen sold more cars in France. Chad's car company visited Kenya.", ""),
]  # fmt: skip
SPOKEN_OF = [
    ("The United Nations Security Council imposed sanctions on Eritrea on Monday. Eritrea's ambassador condemned the vote as disgraceful.",
     "UN ERI SANCTION happened 2026-03-16; ERI UN ACCUSE happened -"),

    ("Peru and Chile are at odds over coffee. Last month's trade negotiations between the two did not end well for Peru.",
     "PER CHL CONSULT happened *"),
    ("Relations of Peru and Chile are tense, with three incursions by Chile's military reported by Peru.", "CHL PER ASSAULT happened -"),
    ("Following the February talks of the Russian and Chinese presidents in Beijing, trade rose.", "RUS CHN CONSULT happened *"),
]  # fmt: skip
PACTS = [
    ("Fiji protests at a military deal between Oman and Yemen that opens ports.", "OMN YEM AGREE happened -; ~FJI OMN ACCUSE happened -; ~FJI YEM ACCUSE happened -"),
    ("A trade pact between India and Oman was announced on Monday.", "IND OMN AGREE happened 2026-03-16"),
    ("Kenya has renegotiated a trade agreement with Chad.", "KEN TCD AGREE happened -"),
    ("Trade is governed by the free trade agreement between Chile and Peru. Kenya wants a new trade agreement with Chad.", "~KEN TCD REQUEST happened -"),
]  # fmt: skip
PHRASES = [
    ("Manila called out Beijing for dangerous manoeuvres near the shoal.", "PHL CHN ACCUSE happened -"),
    ("Chad pinned the blame for the raid on Sudan.", "TCD SDN ACCUSE happened -"),
    ("Zambia approached China for relief on its debt.", "ZMB CHN REQUEST happened -"),
    ("Peru and Chile found common ground on the toll.", "PER CHL AGREE happened -"),
    ("Pyongyang poured cold water on South Korea's offer of aid.", "PRK KOR REJECT happened -"),
    ("Caracas threw out Guyana's claim to the river.", "VEN GUY REJECT happened -"),
    ("China reserves the right to take countermeasures against Japan.", "CHN JPN THREATEN happened -"),
    ("Kenya stopped maize from Uganda at the border over toxins.", "KEN UGA SANCTION happened -"),
    ("Poland unblocked the transit of Ukrainian grain.", "POL UKR CONCEDE happened -"),
    ("Algeria threw Tunisia a lifeline of $300 million.", "DZA TUN AID happened -"),
    ("Cambodia and Thailand laid down their arms after five days.", "KHM THA RETREAT happened -"),
    ("Eritrea is holding 13 Djiboutian soldiers.", "ERI DJI COERCE happened -"),
    ("Russia rained missiles on Ukrainian cities.", "RUS UKR ASSAULT happened -"),
    ("A report on Chad threw out old figures, and Kenya turned up the heat in Niger's kitchens.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "facts"), [*BODIES, *SPOKEN_OF, *PACTS, *PHRASES], ids=lambda value: value[:40])
def test_bodies_and_phrases_of_the_press_are_acts(text: str, facts: str) -> None:
    assert missed_and_false(text, facts, "2026-03-17") == ([], [])
