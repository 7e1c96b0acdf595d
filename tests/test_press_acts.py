"""A hundred sentences in the ways of the daily press: who did what to whom, when, and what became of it.

Sentences of our own, answered before the reader saw them (it read 79 of the 100 right then); every document is dated Thursday,
17 October 2024.  Rows read as `press_acts` tells.
"""

from __future__ import annotations

import pytest

from press_acts import missed_and_false

MEETINGS = [
    ("Kenyan Foreign Minister Peter Otieno met his Omani counterpart Said al-Harthy on the sidelines of the UN General Assembly in New York on Monday.",
     "KEN OMN CONSULT happened 2024-10-14"),
    ("Chilean President Laura Rojas returned to Santiago on Sunday evening after state visits to Portugal, Ireland and Latvia.",
     "CHL PRT CONSULT happened -; CHL IRL CONSULT happened -; CHL LVA CONSULT happened -"),
    ("Peruvian Defence Minister Jorge Salas arrived in Rabat on Tuesday for a three-day visit at the invitation of his Moroccan counterpart.",
     "PER MAR CONSULT happened 2024-10-15; ~MAR PER AGREE happened *"),
    ("Latvia's deputy foreign minister, Ilze Kalnina, held bilateral meetings with the delegation heads of Malta, Chile and Nepal in New Delhi on Wednesday.",
     "LVA MLT CONSULT happened 2024-10-16; LVA CHL CONSULT happened 2024-10-16; LVA NPL CONSULT happened 2024-10-16"),
    ("Ghanaian President Kofi Mensah spoke by phone with Brazil's Ana Duarte on Monday about the cocoa dispute.",
     "GHA BRA CONSULT happened 2024-10-14"),
    ("The Jordanian king received Cypriot President Nikos Andreou at the royal palace in Amman on Wednesday.",
     "JOR CYP CONSULT happened 2024-10-16"),
    ("Norwegian Prime Minister Kari Dahl will travel to Hanoi next week to meet her Vietnamese counterpart.",
     "NOR VNM CONSULT scheduled 2024-10-21/2024-10-27; ~NOR VNM CONSULT scheduled *"),
    ("A Bolivian trade delegation led by Vice Minister Rosa Quispe is in Ankara this week for talks with Turkish officials.",
     "BOL TUR CONSULT happened *; ~BOL TUR CONSULT happened *"),
    ("Talks between Armenia and Georgia on the gas pipeline broke up without a result on Tuesday.",
     "ARM GEO CONSULT happened 2024-10-15"),
    ("The Uruguayan foreign minister postponed his trip to Manila, which had been planned for Friday.", "URY PHL REJECT happened *"),
    ("Oman mediated between Kenya and Ethiopia at talks in Muscat last month.",
     "OMN KEN CONSULT happened 2024-09; OMN ETH CONSULT happened 2024-09; ~KEN ETH CONSULT happened *"),
    ("Tunisian President Habib Slimane and his Algerian counterpart, Karim Haddad, discussed border security in a telephone call on Sunday.",
     "TUN DZA CONSULT happened 2024-10-13"),
    ("The finance ministers of Chile and Norway exchanged views on copper taxes in Washington last week.",
     "CHL NOR CONSULT happened 2024-10-07/2024-10-13"),
    ("Mexican Trade Secretary Luis Ortega, who visited Jakarta in August, called Indonesia a reliable friend.",
     "MEX IDN CONSULT happened 2024-08; MEX IDN SUPPORT happened -"),
]  # fmt: skip
BONDS = [
    ("Nepal and Denmark on Monday established diplomatic relations at ambassadorial level.", "NPL DNK SUPPORT happened 2024-10-14"),
    ("The governments of Fiji and Cuba signed a memorandum of understanding on fisheries in Suva on Tuesday.",
     "FJI CUB SUPPORT happened 2024-10-15"),
    ("A loan agreement worth $40 million was signed in Dakar on Wednesday by Senegal's finance minister and the Kuwaiti ambassador.",
     "SEN KWT SUPPORT happened 2024-10-16"),
    ("Ireland's prime minister congratulated Botswana on its peaceful election.", "IRL BWA SUPPORT happened -"),
    ("Slovenia's parliament ratified the double taxation treaty with Qatar last Thursday.", "SVN QAT SUPPORT happened 2024-10-10"),
    ("Honduran President Julia Paz voiced her country's support for Nicaragua's bid to join the council.", "HND NIC SUPPORT happened -"),
    ("In a joint statement issued on Monday, Finland and Greece welcomed Albania's reforms.",
     "FIN ALB SUPPORT happened 2024-10-14; GRC ALB SUPPORT happened 2024-10-14; ~FIN GRC SUPPORT happened *"),
    ("Kuwait reopened its embassy in Tirana on Monday after eleven years.", "KWT ALB SUPPORT happened 2024-10-14"),
    ("The trade agreement that Laos signed with Belarus in 2021 expires in December.", "LAO BLR SUPPORT happened 2021"),
    ("Qatar's emir sent a cable of condolences to the president of Peru over the earthquake in Arequipa.", "QAT PER SUPPORT happened -"),
    ("Malaysia agreed to buy rice from Myanmar, the trade minister said on Wednesday.", "MYS MMR AGREE happened *"),
    ("Denmark has promised Malawi 20 million euros for new wells.", "DNK MWI AGREE happened -"),
    ("Ecuador and Panama reached an agreement on electricity prices late on Tuesday.", "ECU PAN AGREE happened 2024-10-15"),
    ("Iceland has invited Latvian Prime Minister Janis Ozols to the Arctic forum in Reykjavik.", "ISL LVA AGREE happened -"),
    ("Mongolia is ready to resume coal deliveries to Japan, its ambassador in Tokyo said on Monday.", "MNG JPN AGREE happened *"),
    ("The Dominican Republic accepted Haiti's offer of talks on Wednesday.", "DOM HTI AGREE happened 2024-10-16; ~HTI DOM AGREE happened *"),
    ("Spain will lend Tunisia 100 million euros, Madrid announced on Tuesday.", "ESP TUN AID|AGREE scheduled|happened *"),
    ("Cuba and Vietnam, which established diplomatic relations in 1960, trade mostly rice.", "CUB VNM SUPPORT happened 1960"),
]  # fmt: skip
GIVING = [
    ("Egypt lifted its ban on Ukrainian poultry on Sunday.", "EGY UKR CONCEDE happened 2024-10-13"),
    ("Eritrea has released 14 Yemeni fishermen it had held since June.", "ERI YEM CONCEDE happened -; ~ERI YEM COERCE happened *"),
    ("Duties on Kenyan sugar will be abolished from 1 January, Uganda's trade ministry said.",
     "UGA KEN CONCEDE|AGREE scheduled|happened 2025-01-01"),
    ("Colombia reopened the border crossing with Venezuela at Cucuta last Friday.", "COL VEN CONCEDE happened 2024-10-11"),
    ("Syria gave in to Jordanian demands and allowed 200 lorries to cross.", "SYR JOR CONCEDE happened -; ~JOR SYR REQUEST happened *"),
    ("The navies of Indonesia and Australia held a joint exercise in the Timor Sea last week.",
     "IDN AUS COOPERATE happened 2024-10-07/2024-10-13"),
    ("Romania extradited a former banker to Moldova on Tuesday.", "ROU MDA COOPERATE happened 2024-10-15"),
    ("Zambian and Angolan police jointly broke up a smuggling ring on Monday.", "ZMB AGO COOPERATE happened 2024-10-14"),
    ("Thailand shared satellite data on the floods with Laos.", "THA LAO COOPERATE happened -"),
    ("Lebanon and Cyprus exchanged prisoners on Wednesday.", "LBN CYP COOPERATE happened 2024-10-16"),
    ("Taiwan handed over ambulances worth $2 million to Paraguay at a ceremony in Asuncion on Tuesday.", "TWN PRY AID happened 2024-10-15"),
    ("A Turkish plane carrying tents for cyclone victims landed in Madagascar on Monday.", "TUR MDG AID happened 2024-10-14"),
    ("Relief goods donated by Japan arrived in Tonga on Sunday.", "JPN TON AID happened *"),
    ("Fifty tonnes of rice were given to Lesotho by Mauritius last month.", "MUS LSO AID happened 2024-09"),
    ("Cuban doctors have been treating cholera patients in Zambia since July.", "CUB ZMB AID happened *"),
    ("Uganda withdrew its last soldiers from South Sudan on Saturday.", "UGA SSD RETREAT happened 2024-10-12"),
    ("Armenian forces pulled back from two Azerbaijani villages on Monday.", "ARM AZE RETREAT happened 2024-10-14"),
    ("Sudan and South Sudan agreed a ceasefire on Sunday.", "SDN SSD RETREAT|AGREE happened 2024-10-13"),
]  # fmt: skip
WORDS = [
    ("Paraguay asked Argentina to lower the toll on river barges.", "PRY ARG REQUEST happened -"),
    ("The Philippine foreign ministry demanded on Tuesday that China remove its vessels from the shoal.", "PHL CHN REQUEST happened 2024-10-15"),
    ("Ethiopia's request for a bridging loan from the United Arab Emirates was made in September.", "ETH ARE REQUEST happened 2024-09"),
    ("Rwandan President Alice Uwase urged Belgium to return the archives.", "RWA BEL REQUEST happened -"),
    ("Brazil urged Venezuela to stop arming the rebels in Guyana.", "BRA VEN REQUEST happened -"),
    ("Sri Lanka is seeking a two-year extension of an Indian credit line.", "LKA IND REQUEST happened -"),
    ("Vietnam summoned the Lao and Cambodian ambassadors over the dam on Wednesday.",
     "VNM LAO ACCUSE happened 2024-10-16; VNM KHM ACCUSE happened 2024-10-16"),
    ("Nicaragua blamed Costa Rica for the spill.", "NIC CRI ACCUSE happened -"),
    ("Sweden expressed concern on Monday over the arrest of two journalists in Belarus.", "SWE BLR ACCUSE happened 2024-10-14"),
    ("Canada took India to the World Trade Organization over its duty on lentils in March.", "CAN IND ACCUSE happened 2024-03"),
    ("The ambassador of Mali was called in to the foreign ministry in Algiers on Tuesday to hear a protest.", "DZA MLI ACCUSE happened 2024-10-15"),
    ('"Hungary is breaking the treaty," the Slovak environment minister, Jana Novotna, told reporters on Monday.', "SVK HUN ACCUSE happened 2024-10-14"),
    ("Iraqi state television accused Kuwait of stealing oil.", "IRQ KWT ACCUSE happened -"),
    ("North Korea's official news agency called South Korea's new president a puppet.", "PRK KOR ACCUSE happened -"),
    ("Somalia has turned down a Kenyan proposal to reopen the border.", "SOM KEN REJECT happened -; ~KEN SOM REQUEST happened *"),
    ("Malaysia refused to take part in the talks with Singapore in Batam.", "MYS SGP REJECT|CONSULT happened|declined -"),
    ("Cyprus dismissed Turkish accusations that it was arming itself.", "CYP TUR REJECT happened -; ~TUR CYP ACCUSE happened *"),
    ("Serbia pulled out of the power-sharing agreement with Bulgaria last week.", "SRB BGR REJECT happened 2024-10-07/2024-10-13"),
    ("The foreign ministry in Lima denied that Peru had closed its border with Chile.", "PER CHL SANCTION denied -"),
    ("Azerbaijani troops crossed into Armenia on Monday, Yerevan said. Baku denied it.",
     "AZE ARM ASSAULT happened 2024-10-14; AZE ARM ASSAULT denied *"),
    ("Thailand threatened to close its border with Cambodia if the shelling continued.", "THA KHM THREATEN happened -"),
    ("Brussels warned Georgia that it could lose visa-free travel.", "EU GEO THREATEN happened -"),
    ("Botswana will expel Zimbabwean diplomats unless the two prisoners are freed, its president said on Monday.", "BWA ZWE THREATEN happened *"),
]  # fmt: skip
HARM = [
    ("Panama suspended imports of Colombian beef on Monday.", "PAN COL SANCTION happened 2024-10-14"),
    ("Estonia expelled two Belarusian diplomats last week.", "EST BLR SANCTION happened 2024-10-07/2024-10-13"),
    ("A 25 percent tariff on Canadian lumber takes effect on November 1, the U.S. Commerce Department said.", "USA CAN SANCTION scheduled 2024-11-01"),
    ("Niger has cut off diplomatic relations with Ukraine.", "NER UKR SANCTION happened -"),
    ("Tanzania's ban on Malawian bananas, imposed in April, angered traders.", "TZA MWI SANCTION happened 2024-04"),
    ("Ethiopia massed tanks along its border with Eritrea in September.", "ETH ERI MOBILIZE happened 2024-09"),
    ("Greek jets were scrambled on Tuesday to intercept Turkish aircraft over the Aegean.", "GRC TUR MOBILIZE happened 2024-10-15"),
    ("Two Ghanaian trawlers were seized by the Togolese navy on Sunday.", "TGO GHA COERCE happened 2024-10-13"),
    ("The Gambia has detained 30 Senegalese fishermen for straying into its waters.", "GMB SEN COERCE happened -"),
    ("Hackers working for Iran broke into the servers of Albania's interior ministry last month.", "IRN ALB COERCE happened 2024-09"),
    ("Four Indian soldiers were killed in a clash with Chinese troops in Ladakh on Monday.", "CHN IND ASSAULT happened 2024-10-14"),
    ("Rwandan artillery shelled a Congolese army post on Saturday, killing three.", "RWA COD ASSAULT happened 2024-10-12"),
    ("Libyan aircraft bombed a village in Chad in 1987.", "LBY TCD ASSAULT happened 1987"),
    ("Thousands of people marched in Tunis on Sunday to protest against the French president's visit.",
     "TUN FRA PROTEST happened 2024-10-13; ~FRA TUN CONSULT happened|scheduled *"),
    ("Bangladeshi students burned Indian flags outside the Indian High Commission in Dhaka.", "BGD IND PROTEST happened -"),
]  # fmt: skip
PROTESTS = [
    ("Thousands of people blocked roads in Kyrgyzstan on Monday to protest against Chinese mines.",
     "KGZ CHN PROTEST happened 2024-10-14"),
    ("There were demonstrations in Tehran against the Dutch government on Monday.", "IRN NLD PROTEST happened 2024-10-14"),
    ("Kenyan truck drivers went on strike over Ugandan visa rules.", "KEN UGA PROTEST happened -"),
]  # fmt: skip
NOUNS_AND_SENSES = [
    ("Greece, responding to a warning by Turkey against drilling in the Aegean, said it had the right to decide.",
     "TUR GRC THREATEN happened -"),
    ("Peru's refusal to extradite the general to Chile has soured relations.", "PER CHL REJECT happened -"),
    ("A pledge by Norway to rebuild Malawi's ports was welcomed.", "NOR MWI AGREE happened -"),
    ("Egyptian government sources accused Israel of delaying the talks.", "EGY ISR ACCUSE happened -"),
    ("Eighty Danish soldiers were shipped out of Mali on Friday.", "DNK MLI RETREAT happened 2024-10-11"),
    ("An Eritrean prisoner died in Ethiopian custody last week.", "ETH ERI ASSAULT happened *"),
    ("Norway's foreign minister hopes to meet his Kenyan counterpart in May.", "NOR KEN CONSULT proposed *"),
    ("Norway has agreed to Kenyan mediation in its talks with Mali.", "NOR KEN AGREE happened -"),
    ("Lebanon said it could not accept the Israeli terms.", "LBN ISR REJECT happened -"),
    ("Iran has vowed to avenge the killing of its general by Israel.", "IRN ISR THREATEN happened -; ~ISR IRN ASSAULT happened *"),
    ("China sent a carrier group through the strait off Taiwan.", "CHN TWN MOBILIZE happened -"),
    ("Greek frigates were sent to shadow a Turkish survey ship.", "GRC TUR MOBILIZE happened -"),
    ("Turkey sent rescue teams to Greece.", "TUR GRC AID happened -"),
    ("Taiwan dismissed as groundless a Chinese claim that its planes had strayed.", "TWN CHN REJECT happened -"),
    ("The expulsion of two Russian diplomats from Bulgaria was announced on Monday.", "BGR RUS SANCTION happened *"),
    ("The release of nine Indian sailors by Iran was confirmed on Tuesday.", "IRN IND CONCEDE happened *"),
]  # fmt: skip
STORY = [
    ("The U.N. special envoy for Yemen, Hans Lindqvist, flew to Riyadh on Monday.", "UN SAU CONSULT happened 2024-10-14"),
    ("Speaking on behalf of the president, Justice Minister Aung Thein told the Thai ambassador that Myanmar would free the fishermen.",
     "MMR THA AGREE|CONCEDE happened|scheduled -"),
    ("Kenya and Oman have quarrelled over fish for years. Peter Otieno, who has run the foreign ministry in Nairobi since May, met Said al-Harthy in Muscat on Monday.",
     "KEN OMN CONSULT happened 2024-10-14"),
    ("Chile's president arrived in Hanoi on Monday. The following day she signed two agreements with Vietnam's premier.",
     "CHL VNM CONSULT happened 2024-10-14; CHL VNM SUPPORT happened 2024-10-15"),
    ("Fiji's trade minister, Ratu Vuli, flew to Wellington in July. There he asked New Zealand to lift its ban on taro.",
     "FJI NZL CONSULT happened 2024-07; FJI NZL REQUEST happened *; ~NZL FJI SANCTION happened *"),
]  # fmt: skip
NO_ACT = [
    ("Morocco beat Zambia 2-0 in Rabat on Tuesday to reach the semi-finals.", ""),
    ("Peruvian police arrested 20 people in Lima on Monday.", ""),
    ("Consumption of Russian oil declined in India last year.", ""),
    ("The resolution was co-sponsored by Chile, Peru, Norway, Kenya, Japan and Fiji.", ""),
    ("Slovak exporters hope that Serbia will lift the quota next year.", "~SRB SVK CONCEDE hypothetical *"),
    ("Had Nepal accepted the loan from Qatar, the dam would be finished.", "~NPL QAT AGREE hypothetical *"),
    ("Japan did not invite Taiwan to the ceremony.", "~JPN TWN AGREE declined *"),
]  # fmt: skip

UNREAD = {
    "Cuban doctors have been treating cholera patients in Zambia since July.",
    "Brussels warned Georgia that it could lose visa-free travel.",
    ("Kenya and Oman have quarrelled over fish for years. Peter Otieno, who has run the foreign ministry in Nairobi since May, "
     "met Said al-Harthy in Muscat on Monday."),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"), [*MEETINGS, *BONDS, *GIVING, *WORDS, *HARM, *PROTESTS, *NOUNS_AND_SENSES, *STORY, *NO_ACT]
)
def test_acts_of_the_daily_press(text, wanted, request):
    if text in UNREAD:
        request.applymarker(pytest.mark.xfail(strict=True, reason="not read yet"))
    assert missed_and_false(text, wanted, "2024-10-17") == ([], [])
