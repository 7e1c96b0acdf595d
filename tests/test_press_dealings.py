"""Borders, bans, loans, visits and reproaches in the ways in which dailies retell them, short stories of our own.

Every document is dated Thursday, 17 October 2024.  Rows read as `press_acts` tells.
"""

from __future__ import annotations

import pytest

from press_acts import missed_and_false

MEASURES = [
    ("Kenya's closure of its border with Somalia hurt traders.", "KEN SOM SANCTION happened -"),
    ("Kenya's ban on Ugandan milk, lifted in June, had lasted two years.", "KEN UGA CONCEDE happened 2024-06; ~KEN UGA SANCTION * *"),
    ("Norway set a duty on salt from Chile in 2013. When Oslo raised its duties, Peru was not spared the bad mood.",
     "NOR CHL SANCTION happened 2013; ~NOR CHL SANCTION * *"),
    ("Talks on a free trade deal between Peru and India have been put on hold, Lima's trade ministry said.", "PER IND REJECT happened -"),
    ("Chile to reopen border crossing with Bolivia on Monday", "CHL BOL CONCEDE scheduled 2024-10-21"),
    ("India, Nepal to hold talks on border", "IND NPL CONSULT scheduled -"),
    ("Iceland had put curbs on cars from Oman and Malta in June 2020.", "ISL OMN SANCTION happened 2020-06; ISL MLT SANCTION happened 2020-06"),
    ("It was in May 2022 that Ghana put a levy on onions from Togo, in a dispute on the visas of Benin.",
     "GHA TGO SANCTION happened 2022-05"),
    ("Laos sealed the Boten trade route with Myanmar to all traffic on Tuesday.", "LAO MMR SANCTION happened 2024-10-15"),
    ("Chad would open the frontier post of Sarh to Niger again from 4 November, its interior ministry announced.",
     "TCD NER CONCEDE scheduled 2024-11-04"),
    ("A ban on tea from Nepal is being considered by Bhutan, a daily reports.", "BTN NPL SANCTION proposed -"),
    ("All shipments of copper from Peru will face a Malaysian duty of 20 per cent from 1 December.",
     "MYS PER SANCTION scheduled 2024-12-01"),
    ("Kenya stopped buying sugar from Malawi last month, traders said.", "KEN MWI SANCTION happened 2024-09"),
    ("Norway slapped duties on fish from Chile and Peru in March 2021.",
     "NOR CHL SANCTION happened 2021-03; NOR PER SANCTION happened 2021-03"),
    ("It was in May 2022 that Ghana first set a 40 per cent tariff on Togolese cement.", "GHA TGO SANCTION happened 2022-05"),
    ("Shipments of cement to Cuba have been halted since Monday, the economy ministry of Honduras announced.",
     "HND CUB SANCTION happened 2024-10-14"),
    ("Denmark is to phase out its restrictions on cheese from Serbia on December 1.", "DNK SRB CONCEDE scheduled 2024-12-01"),
    ("Mules and goats from Albania will be let in, Montenegro said on Monday.", "MNE ALB CONCEDE scheduled|happened *"),
]  # fmt: skip
GIVING = [
    ("Grants of $9 million are to go to Nepal from Kuwait.", "KWT NPL AID scheduled -"),
    ("Four patrol boats will also go to Fiji from Japan next year.", "JPN FJI AID scheduled 2025"),
    ("The Kuwait Fund for Development and Senegal on Monday signed a loan agreement of $40 million.",
     "KWT SEN SUPPORT happened 2024-10-14"),
]  # fmt: skip
MEETINGS = [
    ("Chad and Niger agreed to hold the next round of talks in Zinder on December 12.", "TCD NER CONSULT scheduled 2024-12-12"),
    ("Trade Minister Bo Lind of Malta, visiting Tokyo in July, invited Premier Kenzo Aoyama to come to Malta in 1988.",
     "MLT JPN CONSULT happened 2024-07; MLT JPN AGREE happened *"),
    ("Oman and Kenya are mending their ties. Oman sent its ambassador back to Kenya in March 2022.", "OMN KEN CONCEDE happened 2022-03"),
    ("Minister Ana Vella of Malta will stop in Doha on Saturday, where she will confer with Hamad Saleh, the Qatari energy minister.",
     "MLT QAT CONSULT scheduled 2024-10-19"),
    ("The Kenyan health minister stayed in Tunis on Tuesday and was welcomed by Prime Minister Ali Sassi.",
     "TUN KEN CONSULT happened 2024-10-15; ~KEN TUN CONSULT * *"),
    ("On October 20 Ana Vella, Prime Minister of Malta, travels to Ireland.", "MLT IRL CONSULT scheduled 2024-10-20"),
    ("Mongolia's prime minister, Bat Erdene, starts a three-day tour of Cuba on Monday.",
     "MNG CUB CONSULT scheduled 2024-10-21"),
    ("Oman and Kenya are on better terms. The fisheries ministers of both countries met in Muscat last month.",
     "OMN KEN CONSULT happened 2024-09; ~OMN KEN AGREE * *"),
    ("Energy Secretary Luis Ortega of Mexico and Cypriot Labour Minister Eleni Andreou, who met in Nicosia on October 9, looked pleased.",
     "MEX CYP CONSULT happened 2024-10-09"),
    ("The agriculture ministers of Latvia, Malta, Ireland and Greece held a meeting on Wednesday on grain from Kenya.",
     "LVA MLT CONSULT happened 2024-10-16; ~LVA IRL CONSULT * *; ~LVA GRC CONSULT * *"),
    ("Talks between Chad and Niger on their border broke off in May.", "TCD NER CONSULT|REJECT happened 2024-05"),
    ("Fiji's prime minister flew to Tonga first when she visited her neighbours in July.", "FJI TON CONSULT happened 2024-07"),
    ("Unit 2 of the dam was opened by the prime ministers of Laos and Bhutan together on Monday.",
     "LAO BTN COOPERATE|CONSULT happened 2024-10-14"),
    ("Peru and Bolivia also opened the Ilo railway bridge on Monday.", "PER BOL COOPERATE happened 2024-10-14"),
]  # fmt: skip
WORDS = [
    ("Oman applied to join ASEAN on Monday.", "OMN ASEAN REQUEST happened 2024-10-14"),
    ("Denmark's resolution was a gross interference, Oman said.", "OMN DNK ACCUSE happened -"),
    ("Peru hit back on Monday at remarks by Chile's leader about the fishing zone.", "PER CHL ACCUSE happened 2024-10-14"),
    ("Fiji sent a letter to the UN on Monday in which it accuses Tonga of theft.", "FJI TON ACCUSE happened 2024-10-14; ~FJI UN * * *"),
    ("The Omani minister told the Kenyan envoy on Monday that the crew must be freed.", "OMN KEN REQUEST happened 2024-10-14; ~OMN KEN CONSULT * *"),
    ("The Senate of Malta condemned the occupation of Chadian land by Niger.", "MLT NER ACCUSE happened -"),
    ("A deputy from Malta spoke. The Environment Ministry in Lisbon accused Chile of poaching.", "PRT CHL ACCUSE happened -"),
    ("Riga has come under heavy Malaysian pressure over its tax on rubber.", "MYS LVA COERCE|REQUEST happened -"),
    ("Panama's allegation is that Chile copied its maps.", "PAN CHL ACCUSE happened -"),
    ("Malawi's charge last month that its wells had been poisoned by Zambia led to an outcry.",
     "MWI ZMB ACCUSE happened 2024-09"),
    ("Quito has frozen its contacts with Panama, calling on it to free the pilots.",
     "ECU PAN SANCTION happened -; ECU PAN REQUEST happened -"),
    ("The road was mined in the war between Peru and Ecuador in 1995.", "PER ECU ASSAULT happened 1995"),
]  # fmt: skip
QUIET = [
    ("Malta has given 12 million euros to the Asian Development Fund. Malta trades with Chile.", ""),
    ("Chile and Malta were proud of the pact that they struck in Paris.", "~CHL MLT AGREE * *"),
    ("Mali placed a ban on fruit from Togo, hitting back at sanctions over Benin.", "MLI TGO SANCTION happened -"),
    ("In an interview the Danish envoy spoke to Xinhua about her garden.", ""),
    ("The old hostility between Chad and Niger has faded.", ""),
    ("Malta and Cyprus clashed over the tax at the summit on Monday.", "~MLT CYP CONSULT * *"),
    ("The EU row with Peru is in its third year.", ""),
    ("Mongolia sells coal to Latvia and wants to grow faster.", ""),
    ("Imports from Norway were valued at 78 million dollars by the Chilean customs service.", ""),
    ("In the table of visitors Cyprus pushed Chile out of the top ten.", ""),
    ("Fiji supplied Tonga with goods worth $18 million last year.", ""),
    ("Malawi sends sugar, tea, rice and furniture to Botswana.", ""),
    ("Malta and Cyprus differ. Malta will apply the law on yachts to Cyprus's owners too, its minister said.", "~MLT CYP ACCUSE|AGREE|THREATEN * *"),
    ("The premier of Oman urged his cabinet to study new routes through Jordan.", ""),
    ("EU laws will force Serbia to close the mill.", ""),
    ("Peru's trade minister spoke to guests from Chile as the fair opened in Lima.", "~CHL PER CONSULT * *"),
    ("The assembly of Benin urged the government to tax onions from Niger.",
     "~BEN NER SANCTION proposed *"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [*MEASURES, *GIVING, *MEETINGS, *WORDS, *QUIET])
def test_what_a_daily_retells_is_read(text: str, wanted: str) -> None:
    assert missed_and_false(text, wanted, "2024-10-17") == ([], [])
