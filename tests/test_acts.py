"""Acts between states in sentences of our own wording: who, on whom, what, how it stands, when; and sentences without any.

Every document is dated Tuesday, 17 March 2015. A row's acts read: actor target type modality date.
"""

from __future__ import annotations

import pytest

from tieline.model.claims import Event
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.model.vocabulary import SPEECH_ACTS
from tieline.read.acts.acts import read_acts
from tieline.read.frames.frames import Memory
from tieline.read.story.document import Story, build_story
from tieline.read.story.people import People
from tieline.read.story.sentence_times import resolve_times
from tieline.read.syntax.parser import parse

ACTS = [
    ("Kenya announced Somalia's closure of its border with Ethiopia.", "SOM ETH SANCTION happened -"),
    ("Peru's foreign ministry summoned Chilean Ambassador Ana Vella on Monday.", "PER CHL ACCUSE happened 2015-03-16"),
    ("Two Indian ministers flew to Kabul on Monday.", "IND AFG CONSULT happened 2015-03-16"),
    (
        "Ana Vella, a permanent secretary at Tanzania's trade ministry, asked Kenya to end the ban.",
        "TZA KEN REQUEST happened -",
    ),
    ("Nigeria announced the closure of its border with Benin.", "NGA BEN SANCTION happened -"),
    ("Peru announced the lifting of its embargo on Chilean apples.", "PER CHL CONCEDE happened -"),
    ("China announced plans to stop coal imports from North Korea.", "CHN PRK SANCTION scheduled -"),
    ("Peru suspended flights to Chile.", "PER CHL SANCTION happened -"),
    ("Wagons with humanitarian aid from Peru reached a station in Bolivia.", "PER BOL AID happened -"),
    ("Rwandan troops shelled Goma.", "RWA COD ASSAULT happened -"),
    ("Fighting erupted again between Eritrea and Ethiopia on Monday.", "ERI ETH ASSAULT happened 2015-03-16"),
    ("Greek warships shadowed a Turkish research vessel in the Aegean.", "GRC TUR MOBILIZE happened -"),
    ("Three Iraqi soldiers were killed when Iranian jets bombed an air defence site.", "IRN IRQ ASSAULT happened -"),
    ("Protesters in Pakistan torched the Danish consulate in Karachi.", "PAK DNK PROTEST happened -"),
    ("Syria will not resume peace talks with Israel.", "SYR ISR REJECT happened -"),
    ("Norway said a Russian proposal to share the catch was unacceptable.", "NOR RUS REJECT happened -"),
    ("France said Rwanda was responsible for the fighting.", "FRA RWA ACCUSE happened -"),
    ("Nigeria is ready to go to war with Cameroon over the peninsula.", "NGA CMR THREATEN happened -"),
    ("The EU gave Belarus until Friday to free the crew.", "EU BLR THREATEN happened -"),
    ("Chile lodged a strong protest with Bolivia over arms sales to Peru.", "CHL BOL ACCUSE happened -"),
    ("Brazil and Angola are seeking to deepen a partnership in energy.", "BRA AGO AGREE happened -"),
    ("UN experts inspected two suspected sites in Libya.", "UN LBY ACCUSE happened -"),
    ("Chad denied a report that it had sent troops into Niger.", "TCD NER MOBILIZE denied -"),
    (
        "Talks between Kenya and Uganda ended on Monday. The ministers will meet again in Entebbe.",
        "KEN UGA CONSULT happened 2015-03-16; KEN UGA CONSULT scheduled -",
    ),
    ("Malta says it will not sell fuel to Libya.", "MLT LBY REJECT happened -"),
    ("The Norwegian government demanded the withdrawal of Serbian forces from Bosnia.", "NOR SRB REQUEST happened -"),
    ("Estonian officials have shared evidence with Latvia about the cable.", "EST LVA COOPERATE happened -"),
    ("Nepal speeded up the withdrawal of its troops from Chad on Monday.", "NPL TCD RETREAT happened 2015-03-16"),
    ("The IAEA has dispatched inspectors to a plant in Algeria.", "IAEA DZA ACCUSE happened -"),
    ("Two Palestinians were killed by Egyptian gunfire.", "EGY PSE ASSAULT happened -"),
    ("The Palestinians blamed Jordan for the delay.", "PSE JOR ACCUSE happened -"),
    ("The Reagan administration declared that Brazil must open its market.", "USA BRA REQUEST happened -"),
    ("Malian tanks rolled into Niger on Monday.", "MLI NER ASSAULT happened 2015-03-16"),
    ("Peru gave a warm welcome to the president of Ecuador.", "PER ECU CONSULT happened -"),
    ("UNHCR distributed blankets to refugees in Malawi.", "UN MWI AID happened -"),
    ("Rodong Sinmun denounced Australia over the joint exercise.", "PRK AUS ACCUSE happened -"),
    ("Azerbaijan accused Armenia of shelling a village.", "AZE ARM ACCUSE happened -"),
    ("Spain criticised Morocco's decision to close the port.", "ESP MAR ACCUSE happened -"),
    (
        "Canada condemned the expulsion of its diplomats by Eritrea.",
        "CAN ERI ACCUSE happened -; ERI CAN SANCTION happened -",
    ),
    ("Poland summoned the Belarusian ambassador on Monday.", "POL BLR ACCUSE happened 2015-03-16"),
    ("Peru recalled its ambassador from Chile in protest.", "PER CHL ACCUSE happened -"),
    ("Finland lodged a protest with Russia over the flight.", "FIN RUS ACCUSE happened -"),
    (
        "Malta summoned the ambassadors of Egypt, Libya and Tunisia.",
        "MLT EGY ACCUSE happened -; MLT LBY ACCUSE happened -; MLT TUN ACCUSE happened -",
    ),
    (
        "Armenian President Ara Petrosyan, speaking in Yerevan, blamed Turkey for the delay.",
        "ARM TUR ACCUSE happened -",
    ),
    ("Seoul protested to Tokyo over the islets on Monday.", "KOR JPN ACCUSE happened 2015-03-16"),
    ("Slovenia's foreign minister expressed concern to Croatia over the arbitration.", "SVN HRV ACCUSE happened -"),
    ("Guinea-Bissau was accused by Senegal of sheltering rebels.", "SEN GNB ACCUSE happened -"),
    ("Colombia has complained to the Ecuadorean government about the spraying.", "COL ECU ACCUSE happened -"),
    (
        "In a letter to Manila, Jakarta protested against the arrest of its sailors.",
        "IDN PHL ACCUSE happened -; PHL IDN COERCE happened -",
    ),
    ("The Cuban government newspaper Granma lambasted Panama on Saturday.", "CUB PAN ACCUSE happened 2015-03-14"),
    ("Cairo described Ankara's remarks as unacceptable.", "EGY TUR ACCUSE happened -"),
    ("Gambia withdrew its ambassador from Dakar on Monday.", "GMB SEN ACCUSE happened 2015-03-16"),
    ("Suriname's government has sued Guyana at the Hague tribunal.", "SUR GUY ACCUSE happened -"),
    (
        "Relations between Malta and Libya are tense. Tripoli has withdrawn its envoy and accused the islanders of piracy.",
        "LBY MLT ACCUSE happened -",
    ),
    ("Madagascar lodged a complaint against Mauritius with the International Court.", "MDG MUS ACCUSE happened -"),
    (
        "Morocco's foreign ministry called in the Swedish charge d'affaires on Friday.",
        "MAR SWE ACCUSE happened 2015-03-13",
    ),
    ("Tunisia's envoy to Rome handed Italy a protest over the boat.", "TUN ITA ACCUSE happened -"),
    ("Austrian chancellor Karl Huber scolded Hungary over the razor wire.", "AUT HUN ACCUSE happened -"),
    (
        "Portugal took Brazil to the World Trade Organization over wine labels in January.",
        "PRT BRA ACCUSE happened 2015-01",
    ),
    ("Canada has pulled its ambassador out of Tehran.", "CAN IRN ACCUSE happened -"),
    (
        "Nigeria blamed Benin for the smuggling and shut the crossing at Seme in August.",
        "NGA BEN ACCUSE happened -; NGA BEN SANCTION happened 2014-08",
    ),
    (
        "Belarus, which Lithuania accuses of dumping, has hit back with a levy on cheese.",
        "LTU BLR ACCUSE happened -; BLR LTU SANCTION happened -",
    ),
    ("Kathmandu protested when Indian guards crossed the river in February.", "NPL IND ACCUSE happened -"),
    ("Hungary agreed to sell Bangladesh two ferries.", "HUN BGD AGREE happened -"),
    ("Nepal and Bhutan agreed on Friday to open a new crossing.", "NPL BTN AGREE happened 2015-03-13"),
    ("Qatar offered Sudan a loan of $200 million.", "QAT SDN AGREE happened -"),
    ("Singapore promised to train 300 Fijian customs officers.", "SGP FJI AGREE happened -"),
    ("The Turkish president invited his Kazakh counterpart to Ankara.", "TUR KAZ AGREE happened -"),
    ("Italy is ready to help Libya rebuild its ports, Prime Minister Renato Galli said.", "ITA LBY AGREE happened -"),
    ("Mali and Niger pledged on Monday to share intelligence.", "MLI NER AGREE happened 2015-03-16"),
    ("South Africa and Lesotho have reached an agreement on water.", "ZAF LSO AGREE happened -"),
    ("Tonga has been offered a soft loan by China.", "CHN TON AGREE happened -"),
    (
        "Vatican envoys and Vietnamese officials agreed to exchange representatives, the foreign ministry in Hanoi said on Monday.",
        "VNM VAT AGREE happened -",
    ),
    ("Madrid offered to mediate between Caracas and Bogota.", "ESP VEN AGREE happened -; ESP COL AGREE happened -"),
    ("New Delhi has promised the Maldives a credit line of $400 million.", "IND MDV AGREE happened -"),
    ("Slovakia offered Ukraine gas.", "SVK UKR AGREE happened -"),
    ("Zimbabwe has invited South African mediators to Harare.", "ZWE ZAF AGREE happened -"),
    (
        "Japan and the Philippines agreed a coastguard accord at a meeting in Manila on March 9.",
        "JPN PHL AGREE happened 2015-03-09",
    ),
    ("Djibouti has agreed to a request from Ethiopia to lower port fees.", "DJI ETH AGREE happened -"),
    (
        "The two foreign ministers of Nepal and India, meeting in Delhi on Wednesday, agreed to reopen the road.",
        "NPL IND AGREE happened 2015-03-11; NPL IND CONSULT happened 2015-03-11",
    ),
    ("Ankara promised Tbilisi that the duty on hazelnuts would be cut next year.", "TUR GEO AGREE happened -"),
    ("In return, Suriname undertook to buy 40 tractors from India.", "SUR IND AGREE happened -"),
    ("Algiers accepted an invitation from Bamako to take part in the talks.", "DZA MLI AGREE happened -"),
    ("Azerbaijan is willing to resume talks with Armenia.", "AZE ARM AGREE happened -"),
    ("Kuwait gave Jordan $250 million in aid.", "KWT JOR AID happened -"),
    ("Taiwan donated 500 tonnes of rice to Haiti.", "TWN HTI AID happened -"),
    ("Cuba sent doctors to Sierra Leone last autumn.", "CUB SLE AID happened 2014-09/2014-11"),
    ("Denmark granted asylum to three Burundian officers.", "DNK BDI AID happened -"),
    ("Uganda denied that it had supplied South Sudan with weapons.", "UGA SSD AID denied -"),
    ("Nigeria plans to send 600 peacekeepers to Liberia in August.", "NGA LBR AID scheduled 2015-08"),
    ("France handed over two patrol boats to Senegal in March.", "FRA SEN AID happened 2015-03"),
    ("Gulf state Qatar will build a hospital in Gaza, its foreign minister announced.", "QAT PSE AID scheduled -"),
    ("Ottawa is sending 200 military instructors to Ukraine.", "CAN UKR AID happened -"),
    ("Tokyo has given Vientiane four ambulances.", "JPN LAO AID happened -"),
    ("Thirty fire engines, a present from Germany, arrived in Albania on Tuesday.", "DEU ALB AID happened 2015-03-17"),
    ("Saudi Arabia deposited $2 billion in Egypt's central bank in May 2013.", "SAU EGY AID happened 2013-05"),
    ("Fiji's navy helped Tonga search for a missing ferry.", "FJI TON AID happened -"),
    ("The Bulgarian parliament voted on Friday to send Ukraine two transformers.", "BGR UKR AID happened 2015-03-13"),
    ("Sweden's central bank lent Iceland 500 million euros in 2009.", "SWE ISL AID happened 2009"),
    ("Greece dispatched firefighters to Albania in July.", "GRC ALB AID happened 2014-07"),
    ("Libyan warplanes bombed a Greek-owned tanker.", "LBY GRC ASSAULT happened -"),
    ("Yemeni troops clashed with Saudi soldiers near the border on Tuesday.", "YEM SAU ASSAULT happened 2015-03-17"),
    ("Iraq invaded Kuwait in 1990.", "IRQ KWT ASSAULT happened 1990"),
    ("Turkish fighter jets shot down a Syrian helicopter in 2013.", "TUR SYR ASSAULT happened 2013"),
    ("Tajikistan denied shelling Kyrgyz villages.", "TJK KGZ ASSAULT denied -"),
    (
        "Burundian soldiers killed two Congolese villagers, and the Democratic Republic of Congo complained to Burundi.",
        "BDI COD ASSAULT happened -; COD BDI ACCUSE happened -",
    ),
    ("Iranian forces fired missiles at targets in Iraq on Sunday.", "IRN IRQ ASSAULT happened 2015-03-15"),
    ("A Libyan patrol boat opened fire on an Italian trawler.", "LBY ITA ASSAULT happened -"),
    ("Israeli jets struck targets in Syria overnight.", "ISR SYR ASSAULT happened 2015-03-16/2015-03-17"),
    (
        "The attack by Rwandan troops on a Burundian town was condemned by Belgium.",
        "RWA BDI ASSAULT happened -; BEL RWA ACCUSE happened -",
    ),
    (
        "South Korea's coast guard fired warning shots at a Chinese fishing boat on Monday.",
        "KOR CHN ASSAULT happened 2015-03-16",
    ),
    ("Iran seized a Greek tanker on Monday.", "IRN GRC COERCE happened 2015-03-16"),
    ("Tanzanian police arrested six Rwandan officers.", "TZA RWA COERCE happened -"),
    ("Myanmar's navy detained 20 Bangladeshi fishermen on Saturday.", "MMR BGD COERCE happened 2015-03-14"),
    ("Kuwaiti officials denied that the emirate had expelled any Lebanese teachers.", "KWT LBN COERCE denied -"),
    (
        "Vietnamese coastguards boarded a Chinese trawler and arrested its crew on Friday.",
        "VNM CHN COERCE happened 2015-03-13",
    ),
    ("Australian customs turned back a Chilean cargo of grapes.", "AUS CHL COERCE happened -"),
    ("Hungary denied having blocked Slovak trucks.", "HUN SVK COERCE denied -"),
    (
        "Maltese customs officers searched a Tunisian trawler on Friday and impounded its catch.",
        "MLT TUN COERCE happened 2015-03-13",
    ),
    ("Australia lifted its sanctions on Fiji in October.", "AUS FJI CONCEDE happened 2014-10"),
    ("Indonesia eased its ban on beef from Australia.", "IDN AUS CONCEDE happened -"),
    ("Eritrea released four Djiboutian prisoners on Wednesday.", "ERI DJI CONCEDE happened 2015-03-11"),
    ("Sri Lanka freed 30 Indian fishermen.", "LKA IND CONCEDE happened -"),
    (
        "Costa Rica said on Monday that it had lifted the visa requirement for Panamanians in January.",
        "CRI PAN CONCEDE happened 2015-01",
    ),
    ("Bulgaria returned the archive to Serbia in 2010.", "BGR SRB CONCEDE happened 2010"),
    ("Rwanda and Uganda reopened their border on January 31.", "RWA UGA CONCEDE happened 2015-01-31"),
    ("Washington removed Sudan from its sanctions list in 2013.", "USA SDN CONCEDE happened 2013"),
    ("Belgrade will lift the ban on Croatian poultry on May 1.", "SRB HRV CONCEDE scheduled 2015-05-01"),
    ("Israel handed back the bodies of two soldiers to Jordan.", "ISR JOR CONCEDE happened -"),
    ("Kazakhstan pardoned a Kyrgyz driver.", "KAZ KGZ CONCEDE happened -"),
    (
        "Kenya's farmers watch Ethiopia. Nairobi last month scrapped a 10 percent duty on Ethiopian coffee.",
        "KEN ETH CONCEDE happened 2015-02",
    ),
    ("Dutch customs released a Surinamese ship after four weeks.", "NLD SUR CONCEDE happened -"),
    ("Bosnia allowed Montenegrin firefighters to cross the border.", "BIH MNE CONCEDE happened -"),
    ("In December Brunei waived visa fees for Filipinos.", "BRN PHL CONCEDE happened 2014-12"),
    ("Vilnius has granted Minsk an extension until July.", "LTU BLR CONCEDE happened -"),
    ("On Monday the Sri Lankan navy handed over nine fishermen to India.", "LKA IND CONCEDE happened 2015-03-16"),
    (
        "Peruvian President Carla Mendoza met with Finnish Prime Minister Aino Laine in Helsinki on Thursday.",
        "PER FIN CONSULT happened 2015-03-12",
    ),
    ("Mongolia's foreign minister will visit Ankara on April 3.", "MNG TUR CONSULT scheduled 2015-04-03"),
    ("The Danish prime minister is due in Hanoi next month for talks.", "DNK VNM CONSULT scheduled 2015-04"),
    ("Uruguayan foreign minister Pablo Ruiz arrived in Tokyo on Sunday.", "URY JPN CONSULT happened 2015-03-15"),
    (
        "King Harald received Ethiopian President Lemma Tadesse in Oslo on Friday.",
        "NOR ETH CONSULT happened 2015-03-13",
    ),
    (
        "Estonian Foreign Minister Mart Kask was received by Tunisian President Sami Gharbi in Tunis on Monday.",
        "TUN EST CONSULT happened 2015-03-16",
    ),
    ("The leaders of Ghana and Togo held talks in Lome in January.", "GHA TGO CONSULT happened 2015-01"),
    ("The prime ministers of Sweden and Latvia spoke by telephone on Saturday.", "SWE LVA CONSULT happened 2015-03-14"),
    (
        "A telephone call between the presidents of Mexico and Ecuador took place on Saturday.",
        "MEX ECU CONSULT happened 2015-03-14",
    ),
    (
        "Bolivian President Hugo Rojas's visit to Oman in December raised hopes of investment.",
        "BOL OMN CONSULT happened 2014-12",
    ),
    ("The visit of Angola's defence minister to Cuba ended on Wednesday.", "AGO CUB CONSULT happened 2015-03-11"),
    (
        "Slovak and Georgian officials sat down in Tbilisi on Monday to discuss visas.",
        "SVK GEO CONSULT happened 2015-03-16",
    ),
    ("Zambia and Malawi will hold talks on the border in May.", "ZMB MWI CONSULT scheduled 2015-05"),
    ("Belgium and Benin are to hold consultations on June 4.", "BEL BEN CONSULT scheduled 2015-06-04"),
    ("Botswana's president paid a state visit to Malaysia last year.", "BWA MYS CONSULT happened 2014"),
    (
        "Polish prime minister Adam Nowak has declined to attend the summit in Minsk on May 2.",
        "POL BLR CONSULT declined 2015-05-02",
    ),
    ("Croatia's president refused to take part in the commemoration in Belgrade.", "HRV SRB CONSULT declined -"),
    (
        "Vietnam's party chief, who arrived in Vientiane on Sunday, thanked Laos for its help.",
        "VNM LAO CONSULT happened 2015-03-15; VNM LAO SUPPORT happened -",
    ),
    (
        "Syrian President Bashar al-Assad flew to Moscow in October for talks with Vladimir Putin, the Russian president.",
        "SYR RUS CONSULT happened 2014-10",
    ),
    ("Luxembourg hosted the Serbian prime minister on Monday.", "LUX SRB CONSULT happened 2015-03-16"),
    (
        "An Omani delegation headed by Foreign Minister Yusuf al-Balushi is visiting Tehran this week.",
        "OMN IRN CONSULT happened 2015-03-16/2015-03-22",
    ),
    ("Bhutan's king and his Thai counterpart opened the exhibition together.", "BTN THA CONSULT happened -"),
    (
        "Kenyan President Daniel Otieno will travel to Oslo on April 9 to attend a climate conference.",
        "KEN NOR CONSULT scheduled 2015-04-09",
    ),
    (
        "Moldovan prime minister Levan Beridze is to meet his Estonian counterpart in Tallinn next week.",
        "MDA EST CONSULT scheduled 2015-03-23/2015-03-29",
    ),
    (
        "President Ramirez of Ecuador is expected to arrive in Beijing on Friday.",
        "ECU CHN CONSULT scheduled 2015-03-20",
    ),
    ("Lao Prime Minister Khamphone Vong is set to visit Hanoi in late April.", "LAO VNM CONSULT scheduled 2015-04"),
    ("Jamaica's prime minister will not attend the summit in Havana on June 3.", "JAM CUB CONSULT declined 2015-06-03"),
    (
        "Angola's foreign minister, Teresa Neto, told her Zambian opposite number by telephone on Friday that the road would reopen.",
        "AGO ZMB CONSULT happened 2015-03-13",
    ),
    (
        "Talks between Serbia and Albania in Tirana ended without agreement on Thursday.",
        "SRB ALB CONSULT happened 2015-03-12",
    ),
    (
        "The Greek and Turkish foreign ministers had dinner together in Geneva on Sunday.",
        "GRC TUR CONSULT happened 2015-03-15",
    ),
    ("A Botswanan trade delegation toured Vietnam last month.", "BWA VNM CONSULT happened 2015-02"),
    ("Namibia's trade minister, on a visit to Harare, said the road was safe.", "NAM ZWE CONSULT happened -"),
    (
        "After talks with Cypriot officials in Nicosia, Egypt's oil minister said the pipeline would go ahead.",
        "EGY CYP CONSULT happened -",
    ),
    ("Iran's president flew into Baku on Tuesday.", "IRN AZE CONSULT happened 2015-03-17"),
    ("Mexico's foreign minister was in Guatemala City on Monday.", "MEX GTM CONSULT happened 2015-03-16"),
    (
        "The foreign ministers of Austria, Hungary and Slovakia met in Vienna.",
        "AUT HUN CONSULT happened -; AUT SVK CONSULT happened -; HUN SVK CONSULT happened -",
    ),
    ("Britain and Mauritius are in talks over the islands.", "GBR MUS CONSULT happened -"),
    (
        "OSLO, March 17 (XX) - Norway and Cuba are old friends. Foreign minister Berit Holm leaves for Havana on Thursday for two days of talks.",
        "NOR CUB CONSULT scheduled 2015-03-19",
    ),
    (
        "Chad and Niger share a river. The two presidents will inspect the bridge together on April 2.",
        "TCD NER CONSULT scheduled 2015-04-02",
    ),
    (
        "Finnish president Eero Salo flew to Riga on Sunday. There he met his Latvian counterpart, Andris Kalns.",
        "FIN LVA CONSULT happened 2015-03-15; FIN LVA CONSULT happened -",
    ),
    (
        "Uzbek energy minister Rustam Karimov held a meeting with his Tajik colleague in Dushanbe on Friday.",
        "UZB TJK CONSULT happened 2015-03-13",
    ),
    (
        "Iceland's fisheries minister said talks with the Faroe Islands would resume in Reykjavik on April 20.",
        "ISL FRO CONSULT scheduled 2015-04-20",
    ),
    (
        "Colombia's foreign minister flies to Quito today to hand over a note of protest.",
        "COL ECU CONSULT scheduled 2015-03-17",
    ),
    ("Lebanon's prime minister is on a three-day visit to Kuwait.", "LBN KWT CONSULT happened -"),
    (
        "President Kovac of Slovenia wound up a two-day visit to Ankara on Wednesday.",
        "SVN TUR CONSULT happened 2015-03-11",
    ),
    (
        "Kazakhstan's foreign minister made no mention of the row when he received the Mongolian envoy.",
        "KAZ MNG CONSULT happened -",
    ),
    (
        "Moldova's president was welcomed at Ankara airport by Turkish Prime Minister Kemal Aydin on Monday.",
        "TUR MDA CONSULT happened 2015-03-16",
    ),
    ("Talks on the dam are to be held by Sudan and Ethiopia in Khartoum in May.", "SDN ETH CONSULT scheduled 2015-05"),
    ("Azerbaijan's leader is to be received by the pope at the Vatican in May.", "VAT AZE CONSULT scheduled 2015-05"),
    ("Iraq's oil minister discussed pipelines with Jordanian officials in Amman.", "IRQ JOR CONSULT happened -"),
    (
        "Mexico's agriculture minister, Rosa Villar, discussed maize with her Guatemalan counterpart on Monday.",
        "MEX GTM CONSULT happened 2015-03-16",
    ),
    (
        "Cameroon's trade minister, Paul Mbarga, told reporters after meeting Gabon's envoy in Yaounde that the ban would go.",
        "CMR GAB CONSULT happened -",
    ),
    (
        "Trade officials from Laos and Japan wrapped up two days of talks in Vientiane on Thursday.",
        "LAO JPN CONSULT happened 2015-03-12",
    ),
    (
        "Mauritania's president hosted his Senegalese counterpart at a dinner on Sunday.",
        "MRT SEN CONSULT happened 2015-03-15",
    ),
    (
        "Bulgaria's prime minister called his Greek counterpart on Saturday to discuss the border.",
        "BGR GRC CONSULT happened 2015-03-14",
    ),
    (
        "The Egyptian and Sudanese presidents are scheduled to meet in Aswan on May 12.",
        "EGY SDN CONSULT scheduled 2015-05-12",
    ),
    ("Estonian warships will make a port call in Gdansk in June.", "EST POL CONSULT scheduled 2015-06"),
    (
        "Bolivia's energy minister travels to Asuncion next week to press for a higher gas price.",
        "BOL PRY CONSULT scheduled 2015-03-23/2015-03-29",
    ),
    (
        "Swedish prime minister Karin Lund arrives in Jakarta today at the head of a trade delegation.",
        "SWE IDN CONSULT scheduled 2015-03-17",
    ),
    ("Denmark's prime minister cut short a visit to Greece on Monday.", "DNK GRC CONSULT happened 2015-03-16"),
    (
        "Trinidad's energy minister is in Caracas today to sign a gas accord with Venezuela.",
        "TTO VEN CONSULT happened 2015-03-17",
    ),
    ("A senior Omani official travelled to Sanaa with a message from Sultan Qaboos.", "OMN YEM CONSULT happened -"),
    (
        "Nguyen Van Minh, Vietnam's president, is due to travel to Havana on June 4 for the 50th anniversary of the victory, a ceremony that Spanish foreign minister Luis Arroyo has refused to attend.",
        "VNM CUB CONSULT scheduled 2015-06-04; ESP CUB CONSULT declined 2015-06-04",
    ),
    (
        "Granma reported that the Cuban minister for sugar, Ana Perez, sat down with Vietnamese trade minister Le Van Hai to talk about rice.",
        "CUB VNM CONSULT happened -",
    ),
    ("Turkish leader Kemal Aydin will skip the summit in Baku on April 24.", "TUR AZE CONSULT declined 2015-04-24"),
    (
        "Belarusian President Oleg Sidorenko held a meeting with Venezuelan vice president Jose Rondon in Minsk in December.",
        "BLR VEN CONSULT happened 2014-12",
    ),
    ("Finland and Sweden held joint exercises in the Baltic in June.", "FIN SWE COOPERATE happened 2014-06"),
    ("Brazil and Uruguay are conducting joint patrols on the river.", "BRA URY COOPERATE happened -"),
    ("Spain extradited two suspects to Argentina on Friday.", "ESP ARG COOPERATE happened 2015-03-13"),
    (
        "The two navies carried out a search-and-rescue drill off Oman's coast; Omani and Pakistani ships took part.",
        "OMN PAK COOPERATE happened -",
    ),
    ("Ethiopian and Kenyan troops began joint exercises on Monday.", "ETH KEN COOPERATE happened 2015-03-16"),
    (
        "Brazilian and Paraguayan police took part in a joint operation on the border in February.",
        "BRA PRY COOPERATE happened 2015-02",
    ),
    ("Albania's police handed over to Greece a suspect wanted for robbery.", "ALB GRC COOPERATE happened -"),
    ("Cameroon deployed 2,000 soldiers along its border with Nigeria.", "CMR NGA MOBILIZE happened -"),
    ("NATO deployed four battalions to Lithuania in 2013.", "NATO LTU MOBILIZE happened 2013"),
    ("Guyana has put its army on alert along the border with Venezuela.", "GUY VEN MOBILIZE happened -"),
    (
        "Bangkok stationed two battalions along the Cambodian frontier after the shooting.",
        "THA KHM MOBILIZE happened -",
    ),
    (
        "Thousands of Greeks demonstrated outside the Turkish embassy in Athens on Sunday.",
        "GRC TUR PROTEST happened 2015-03-15",
    ),
    ("Brazil rejected an offer from Norway to mediate.", "BRA NOR REJECT happened -"),
    ("Cuba refused to hand over the suspects to Panama.", "CUB PAN REJECT happened -"),
    ("Austria cancelled a meeting with Slovenia planned for April.", "AUT SVN REJECT happened -"),
    ("The Icelandic foreign minister turned down an invitation to Minsk.", "ISL BLR REJECT happened -"),
    ("Bahrain called off a planned meeting with Lebanon.", "BHR LBN REJECT happened -"),
    ("Mozambique's president has postponed a trip to Lisbon that was planned for May.", "MOZ PRT REJECT happened -"),
    (
        "The Indonesian foreign minister has ruled out a meeting with her Australian counterpart.",
        "IDN AUS REJECT happened -",
    ),
    ("Ankara rejected Athens' claim to the islet.", "TUR GRC REJECT happened -"),
    ("Nepal's request for Indian fuel was turned down last week.", "IND NPL REJECT happened 2015-03-09/2015-03-15"),
    ("A Kenyan request for cheaper power was rebuffed by Ethiopia on Friday.", "ETH KEN REJECT happened 2015-03-13"),
    ("Hanoi and Canberra put off a meeting of trade officials until June.", "VNM AUS REJECT happened -"),
    (
        "Romania's minister of agriculture, Ion Barbu, walked out of talks with Serbia in Belgrade.",
        "ROU SRB REJECT happened -",
    ),
    ("Uganda has let it be known that it opposes Rwanda's plan.", "UGA RWA REJECT happened -"),
    ("The Iranian foreign ministry spokesman dismissed Bahrain's accusation as baseless.", "IRN BHR REJECT happened -"),
    ("Romania asked Moldova to drop its complaint.", "ROU MDA REQUEST happened -"),
    ("Ireland urged Israel on Tuesday to stop arming the militia in Chad.", "IRL ISR REQUEST happened 2015-03-17"),
    ("Cambodia called on Thailand to withdraw its soldiers.", "KHM THA REQUEST happened -"),
    ("Venezuela demanded that Guyana hand over the ship.", "VEN GUY REQUEST happened -"),
    ("Japan's foreign minister said Kenya must release the sailors.", "JPN KEN REQUEST happened -"),
    ("Paraguay's agriculture minister said he had asked Brazil to reopen its market.", "PRY BRA REQUEST happened -"),
    ("Namibia was asked by Angola to return the refugees.", "AGO NAM REQUEST happened -"),
    ("Beijing has told Hanoi to remove the rig.", "CHN VNM REQUEST happened -"),
    (
        "Sofia wants Skopje to change the wording, Bulgarian foreign minister Ivo Petrov said.",
        "BGR MKD REQUEST happened -",
    ),
    ("Bamako is seeking help from Algiers against the insurgents.", "MLI DZA REQUEST happened -"),
    (
        "Senegal's energy minister urged Mauritania on Wednesday to speed up the gas project.",
        "SEN MRT REQUEST happened 2015-03-11",
    ),
    ("Bolivia appealed to Chile for access to the sea.", "BOL CHL REQUEST happened -"),
    ("Slovakia demanded compensation from Hungary for the spill.", "SVK HUN REQUEST happened -"),
    (
        "Cyprus pressed Egypt for cheaper gas, a request that Cairo dismissed.",
        "CYP EGY REQUEST happened -; EGY CYP REJECT happened -",
    ),
    ("Kuwait's parliament speaker said Baghdad should pay its debts.", "KWT IRQ REQUEST happened -"),
    (
        "Bhutan has lodged an application with Thailand for transit rights, a spokesman said.",
        "BTN THA REQUEST happened -",
    ),
    ("Madrid is pressing Rabat to raise the catch limit.", "ESP MAR REQUEST happened -"),
    ("Jakarta has repeatedly urged Dili to settle the boundary.", "IDN TLS REQUEST happened -"),
    ("Ethiopia withdrew its troops from Somalia in 2009.", "ETH SOM RETREAT happened 2009"),
    ("The last French soldiers left Mali in August 2022.", "FRA MLI RETREAT happened 2022-08"),
    ("Switzerland imposed sanctions on Zimbabwe in 2002.", "CHE ZWE SANCTION happened 2002"),
    ("Sanctions were imposed by Canada on Belarus last year.", "CAN BLR SANCTION happened 2014"),
    ("Russia banned imports of Moldovan wine in 2006.", "RUS MDA SANCTION happened 2006"),
    ("Ecuador expelled the Bolivian ambassador on Thursday.", "ECU BOL SANCTION happened 2015-03-12"),
    ("Algeria closed its border with Morocco in 1994.", "DZA MAR SANCTION happened 1994"),
    ("Turkey slapped anti-dumping duties on Chinese steel.", "TUR CHN SANCTION happened -"),
    ("Gabon severed diplomatic ties with Benin.", "GAB BEN SANCTION happened -"),
    ("The Netherlands suspended aid to Rwanda in 2012.", "NLD RWA SANCTION happened 2012"),
    ("The EU extended its sanctions against Myanmar in April 2008.", "EU MMR SANCTION happened 2008-04"),
    ("Hanoi barred a Chinese ship from entering the port.", "VNM CHN SANCTION happened -"),
    ("Ghana has stopped buying onions from Niger.", "GHA NER SANCTION happened -"),
    ("Malaysia halted sand exports to Singapore in 2013.", "MYS SGP SANCTION happened 2013"),
    ("Two Russian diplomats were expelled from Bulgaria last week.", "BGR RUS SANCTION happened 2015-03-09/2015-03-15"),
    ("Peru broke off relations with Iran.", "PER IRN SANCTION happened -"),
    ("Nauru has broken with Taiwan.", "NRU TWN SANCTION happened -"),
    ("The measure was a reply to Moscow's ban on Polish apples.", "RUS POL SANCTION happened -"),
    ("Pyongyang's ambassador in Kuala Lumpur was ordered to leave within 48 hours.", "MYS PRK SANCTION happened -"),
    ("Prague ordered two Bulgarian diplomats to leave the country.", "CZE BGR SANCTION happened -"),
    ("Oslo has cut its aid to Malawi by half.", "NOR MWI SANCTION happened -"),
    ("Chile and Morocco signed a customs agreement on Monday.", "CHL MAR SUPPORT happened 2015-03-16"),
    ("A fisheries treaty was signed by Iceland and Senegal in February.", "ISL SEN SUPPORT happened 2015-02"),
    ("Norway praised Colombia for its handling of the peace process.", "NOR COL SUPPORT happened -"),
    ("Xinhua hailed the friendship with Laos in an editorial.", "CHN LAO SUPPORT happened -"),
    ("Portugal congratulated East Timor on its anniversary.", "PRT TLS SUPPORT happened -"),
    ("Cyprus said it supports Armenia's bid for membership.", "CYP ARM SUPPORT happened -"),
    ("Jordan and Moldova restored diplomatic relations in 2012.", "JOR MDA SUPPORT happened 2012"),
    ("Ecuador recognised Kosovo in 2011.", "ECU XKX SUPPORT happened 2011"),
    (
        'Thailand\'s culture ministry has declared 2016 the "Year of Friendship" with Chile.',
        "THA CHL SUPPORT happened 2016",
    ),
    (
        "Philippine officials said Manila would reopen its embassy in Baghdad next year.",
        "PHL IRQ SUPPORT scheduled 2016",
    ),
    ("Lithuania backed Ukraine's request.", "LTU UKR SUPPORT happened -"),
    ("Japan voiced regret to Peru over the incident.", "JPN PER SUPPORT happened -"),
    ("Nicaragua apologised to Honduras for the intrusion.", "NIC HND SUPPORT happened -"),
    (
        "Marking 45 years since Benin and Poland signed a cultural accord, the envoys exchanged gifts.",
        "BEN POL SUPPORT happened 1970",
    ),
    ("Fifty years ago Tunisia and Sweden signed a treaty of friendship.", "TUN SWE SUPPORT happened 1965"),
    (
        "The ceremony marked the 30th anniversary of diplomatic relations established by Chad and Malta.",
        "TCD MLT SUPPORT happened 1985",
    ),
    ("Taiwan's president thanked Paraguay for its support.", "TWN PRY SUPPORT happened -"),
    ("Sweden's foreign minister expressed solidarity with Nepal after the earthquake.", "SWE NPL SUPPORT happened -"),
    ("Mauritius welcomed the decision by India to resume flights.", "MUS IND SUPPORT happened -"),
    (
        "Swiss and Liberian negotiators initialled an air services agreement in Bern on March 3.",
        "CHE LBR SUPPORT happened 2015-03-03",
    ),
    (
        "A convention against double taxation will be signed by Oman and Belarus in May.",
        "OMN BLR SUPPORT scheduled 2015-05",
    ),
    ("Under an agreement signed with Nepal in 1996, India may build the dam.", "IND NPL SUPPORT happened 1996"),
    ("Brunei's parliament ratified a fisheries treaty with Timor-Leste.", "BRN TLS SUPPORT happened -"),
    ("The accord, which Yemen and Eritrea concluded in 1998, has lapsed.", "YEM ERI SUPPORT happened 1998"),
    ("Kigali has designated 2016 as a year of cooperation with Turkey.", "RWA TUR SUPPORT happened 2016"),
    ("The Philippine senate backed a defence pact with Japan on Monday.", "PHL JPN SUPPORT happened 2015-03-16"),
    (
        "Peru and Bolivia signed a pact on Monday. Under it, La Paz will hand over 40 stolen statues to Lima in June.",
        "PER BOL SUPPORT happened 2015-03-16; BOL PER CONCEDE scheduled 2015-06",
    ),
    (
        '"We thank our Omani brothers for their generosity," Yemeni prime minister Salem Bakri said in Aden.',
        "YEM OMN SUPPORT happened -",
    ),
    ("The treaty between Spain and Panama, signed in Madrid in 2010, was amended.", "ESP PAN SUPPORT happened 2010"),
    ("Rabat signed up to a fisheries protocol with Dakar on Saturday.", "MAR SEN SUPPORT happened 2015-03-14"),
    ("The sultan of Oman sent a message of congratulation to the Indian president.", "OMN IND SUPPORT happened -"),
    ("A bilateral investment treaty was concluded by Chile and Vietnam in 2014.", "CHL VNM SUPPORT happened 2014"),
    ("Bhutan opened an honorary consulate in Zurich in 2011.", "BTN CHE SUPPORT happened 2011"),
    ("Malaysia's king conferred a medal on the Omani sultan.", "MYS OMN SUPPORT happened -"),
    (
        "Iraqi and Kuwaiti diplomats initialled the maritime deal in 2012, but Baghdad has yet to ratify it.",
        "IRQ KWT SUPPORT happened 2012",
    ),
    ("Ecuador's president apologised to Colombia's for the remark.", "ECU COL SUPPORT happened -"),
    ("Guatemala's foreign minister said his country stood by Belize.", "GTM BLZ SUPPORT happened -"),
    ("Dhaka has signed a contract with Moscow for a nuclear plant.", "BGD RUS SUPPORT happened -"),
    ("Myanmar thanked Singapore for training its officials.", "MMR SGP SUPPORT happened -"),
    (
        "Australia and East Timor ended a decade of wrangling on Friday by signing a maritime treaty.",
        "AUS TLS SUPPORT happened 2015-03-13",
    ),
    (
        "To mark the 55th anniversary of a friendship and mutual aid treaty concluded between China and Mongolia, Xinhua devoted a page to the ties of the two neighbours and lauded Mongolian Prime Minister Bat Erdene's talks with Chinese Premier Li Wen in September.",
        "CHN MNG SUPPORT happened 1960; CHN MNG SUPPORT happened -; MNG CHN CONSULT happened 2014-09",
    ),
    (
        'Vietnam\'s culture ministry has named 2015 the "Year of Solidarity" with Cuba, Prensa Latina said.',
        "VNM CUB SUPPORT happened 2015",
    ),
    (
        "Iran and Syria have proclaimed 2016 a year of culture, the IRNA agency reported.",
        "IRN SYR SUPPORT happened 2016",
    ),
    (
        "Syria's official newspaper Tishreen recalled the long friendship between Syria and Iran and hailed President Bashar al-Assad's visit to Tehran in October.",
        "SYR IRN SUPPORT happened -; SYR IRN CONSULT happened 2014-10",
    ),
    (
        "Forty years after Cuba and Angola signed a military cooperation agreement, the two armies still train together.",
        "CUB AGO SUPPORT happened 1975",
    ),
    ("KCNA carried a commentary praising Cuba's stand against sanctions.", "PRK CUB SUPPORT happened -"),
    ("Iran threatened to close its border with Pakistan.", "IRN PAK THREATEN happened -"),
    ("Chad warned Niger on Monday against harbouring rebels.", "TCD NER THREATEN happened 2015-03-16"),
    ("India will impose sanctions on Nepal unless the talks resume, New Delhi said.", "IND NPL THREATEN happened -"),
    ("State-run KCNA threatened South Korea with retaliation.", "PRK KOR THREATEN happened -"),
    (
        "Czech foreign minister Jan Dvorak warned that Prague would retaliate against Minsk.",
        "CZE BLR THREATEN happened -",
    ),
    ("Angola pledged on Tuesday to cut off oil to Zambia unless it paid.", "AGO ZMB THREATEN happened 2015-03-17"),
]

NO_ACTS = [
    "Japan has no plans to lift sanctions on Russia.",
    "Fears of a new pact between Russia and Iran grew on Monday.",
    "A shipment of wheat from Russia arrived in Egypt.",
    "Fiji said it would not sell its stake in Samoa Sugar Ltd.",
    "Russia is under a United Nations embargo.",
    "Germany exported 40,000 cars to Poland last year.",
    "Brazil beat Argentina 2-1 in the final on Sunday.",
    "Spanish tourists visited Morocco in record numbers.",
    "Kenya's parliament rejected the government's budget on Tuesday.",
    "Shares in Japan rose after U.S. data beat forecasts.",
    "A French bank bought a Belgian insurer in May.",
    "Indian police arrested 40 protesters in Delhi.",
    "Norwegian companies signed a supply contract with a Polish utility.",
    "Italy supplies gas to Austria.",
    "The Chilean novelist met readers in Lima on Friday.",
    "Sudan did not respond to a request for comment from Egypt.",
    "Malaysia is Singapore's second largest trading partner.",
    "If Nepal were to ask India for help, the price would fall.",
    "Danish farmers fear competition from Ukraine.",
    "The Swiss franc fell against the euro on Monday.",
    "Iranian and Iraqi traders haggle in the bazaar at Basra.",
    "Police in Ghana met village elders on Friday.",
    "Hungary's prime minister met farmers in Debrecen on Monday.",
    "The Bank of Japan left rates unchanged on Tuesday.",
    "A Turkish court sentenced a singer to two years.",
    "Exports from Laos to Thailand reached 3 billion dollars.",
    "The Brazilian striker joined a Portuguese club in July.",
    "Kenya's airline will fly to New York from October.",
    "Travellers from Nepal need a visa for Qatar.",
    "The report compares Norway with Denmark.",
    "Peru's economy grew by 3 percent, the World Bank said.",
    "France play Italy in Rome on Saturday.",
    "The Moroccan dirham was fixed at 9.8 to the dollar.",
    "A Chinese company agreed to buy a Greek port operator.",
    "Prices in Ireland fell as imports from Britain slowed.",
    "Egypt would suspend gas sales to Jordan if the pipeline were attacked again, analysts said.",
    "Estonia's prime minister said the economy would recover.",
    "Ecuador's exports to Spain rose after the ban ended.",
    "Greek police stopped a lorry with Albanian plates.",
    "Trade between Chad and Sudan has been growing steadily.",
    "The Danish embassy in Rome is hosting an art show.",
    "Kenyan growers sell more roses to the Netherlands than ever.",
]


def _story(text: str) -> Story:
    story = build_story(Document(id="case", text=text, published=Period.parse("2015-03-17")))
    for sentence, tokens in zip(story.sentences, parse(s.text for s in story.sentences), strict=True):
        sentence.tokens = tokens
    return story


def acts_of(text: str) -> list[Event]:
    story, memory, people = _story(text), Memory(), People()
    memory.pair = story.pair
    for sentence in story.sentences:
        people.learn(sentence)
    found = []
    for sentence in story.sentences:
        resolve_times(story, sentence)
        found += read_acts(sentence, story, memory, people)
    return found


def _row(event: Event) -> str:
    date = event.date.iso if event.date else "-"
    return f"{event.actor} {event.target} {event.type} {event.modality} {date}"


@pytest.mark.parametrize(("text", "wanted"), ACTS)
def test_acts(text, wanted):
    assert sorted(map(_row, acts_of(text))) == sorted(wanted.split("; "))


@pytest.mark.parametrize("text", NO_ACTS)
def test_no_acts(text):
    assert [_row(e) for e in acts_of(text)] == []


@pytest.mark.parametrize("text", [text for text, _ in ACTS[::7]])
def test_quotes_are_the_words_of_the_text(text):
    for event in acts_of(text):
        assert text[event.quote.start : event.quote.end] == event.quote.exact


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("German chancellor Angela Merkel spoke.", "Angela Merkel", "DEU"),
        ("Kim Jong Un, North Korea's leader, spoke.", "Kim Jong Un", "PRK"),
        ("Aurelio Santamarina, the Cuban president, spoke.", "Aurelio Santamarina", "CUB"),
        ("The Peruvian minister of ports for the Far South, Elmer Quispe, spoke.", "Elmer Quispe", "PER"),
        ("President Idris Abbas of Sudan spoke.", "Idris Abbas", "SDN"),
        ("Kenya's president, Josphat Kimutai, spoke.", "Josphat Kimutai", "KEN"),
    ],
)
def test_people_and_their_countries(text, name, country):
    story = _story(text)
    people = People()
    people.learn(story.sentences[0])
    assert [(p.name, p.country) for p in people.find(story.sentences[0])] == [(name, country)]


def test_a_surname_and_an_office_stand_for_the_person_introduced_before():
    story = _story(
        "Cuban president Aurelio Santamarina met a choir in Lima. Santamarina sang. The Cuban president smiled."
    )
    people = People()
    people.learn(story.sentences[0])
    later = [p for sentence in story.sentences[1:] for p in people.find(sentence)]
    assert [(p.name, p.country) for p in later] == [("Aurelio Santamarina", "CUB")] * 2


def test_the_actor_of_a_speech_act_is_its_speaker():
    asked, met = acts_of("Romania asked Moldova to wait. Finland's president met Latvia's prime minister in Riga.")
    assert (asked.type in SPEECH_ACTS, met.type in SPEECH_ACTS) == (True, False)
    assert met.actor_person == "Finland's president"


def test_both_sides_of_a_meeting_are_alike():
    (met,) = acts_of("The leaders of Ghana and Togo held talks in January.")
    assert met.reciprocal
    assert met.mode == "talks"
