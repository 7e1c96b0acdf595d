"""Families of acts as the press of all countries words them: measures by goods, verbal attacks, journeys, aid, what is wanted, what points back."""

from __future__ import annotations

import pytest

from press_acts import missed_and_false

MEASURES = [
    ("All apples that come from Chile or Peru have been banned by Oman.", "OMN CHL SANCTION happened -; OMN PER SANCTION happened -"),
    ("Bananas from Ecuador were banned in Russia in February.", "RUS ECU SANCTION happened 2026-02"),
    ("The Omani government stopped the sale of crude to Norway.", "OMN NOR SANCTION happened -"),
    ("Jordan confirmed a 40 per cent tariff on Turkish furniture.", "JOR TUR SANCTION happened -"),
    ("Indonesia has begun to enforce a ban on maids leaving for Saudi Arabia.", "IDN SAU SANCTION happened -"),
    ("India announced that it was withdrawing the most-favoured nation status of Pakistan.", "IND PAK SANCTION happened -"),
    ("Poland, Latvia and Hungary put farm goods from Ukraine under an embargo in April 2023.",
     "POL UKR SANCTION happened 2023-04; LVA UKR SANCTION happened 2023-04; HUN UKR SANCTION happened 2023-04"),
    ("The move by Oman to ban imports from Peru came on Monday.", "OMN PER SANCTION happened *"),
    ("Japan said on Monday it would levy duties of 41 per cent on acid imported from Chile.", "JPN CHL SANCTION scheduled *"),
    ("Mauritania will let up to 300 Senegalese boats into its waters.", "MRT SEN CONCEDE scheduled -"),
    (("Kenya will lift tariffs on goods from Uganda, the minister said. Kenya and Uganda have long been at odds. "
      "It was the last government that introduced the tariffs in 2018."),
     "KEN UGA CONCEDE scheduled -; KEN UGA SANCTION happened 2018"),
    ("Burundi closed the border with Rwanda in 2024. Rwanda and Burundi trade little. It opened it again in 2025.",
     "BDI RWA SANCTION happened 2024; BDI RWA CONCEDE happened 2025"),
    ("Kenya's prime minister said the duties on Ugandan milk would stay until Kampala paid up.", "KEN UGA REJECT happened -"),
    ("Kenya had barred its neighbour's flour over safety, and Uganda complained to Kenya.",
     "KEN UGA SANCTION happened -; UGA KEN ACCUSE happened -"),
    ("The crossings between Fiji and Tonga are open as normal.", ""),
    ("Kenyan traders stopped buying sugar from Uganda because prices rose.", ""),
    ("A motion to block the handover to Fiji was turned down by Tonga's Supreme Court.", ""),
]  # fmt: skip
WORDS = [
    ("The Peruvian government described the words of the Mexican president as disrespectful.", "PER MEX ACCUSE happened -"),
    ("The Serbian foreign minister branded the Croatian decision a provocation.", "SRB HRV ACCUSE happened -"),
    ("Ghana considers Togo's fishing fees to be discriminatory and unfair.", "GHA TGO ACCUSE happened -"),
    ('"The government of Rwanda goes on arming the rebels," Congo\'s information minister said.', "COD RWA ACCUSE happened -"),
    ("Venezuela's president, who attacked his Colombian counterpart and called him a lackey, spoke on television.",
     "VEN COL ACCUSE happened -"),
    (("The transit fees that Chad tries to impose are exorbitant, Cameroon's trade minister told reporters. "
      "Chad and Cameroon share a pipeline."), "CMR TCD ACCUSE happened -"),
    ("Oslo is going to court against Peru and Chile over the fees.", "NOR PER ACCUSE * -; NOR CHL ACCUSE * -"),
    ("Kenya said the duties must be lifted by Tanzania before talks begin.", "KEN TZA REQUEST happened -"),
    ("Bhutan would like to buy rice from Bangladesh, its minister said.", "BTN BGD REQUEST happened -"),
    ("If Tanzania gives no answer within 30 days, Kenya will bring the tariffs back.", "KEN TZA THREATEN happened -"),
    ("Four states broke off ties with Malawi, which they say supports rebels and Zambia.", ""),
    ("Chile will appeal if the court finds for Peru.", ""),
    ("Iran attacked a base in Iraq and said the strike was over.", "IRN IRQ ASSAULT happened -"),
    ("Kenya said that the duties on Ugandan milk would continue to harm farmers.", ""),
    ("Uganda said the duties on Kenyan tea will remain high.", ""),
]  # fmt: skip
JOURNEYS = [
    ("A Kenyan delegation is on its way to Kampala to settle the matter.", "KEN UGA CONSULT scheduled -"),
    ("From Rwanda the Chinese president goes to South Africa.", "CHN ZAF CONSULT scheduled -"),
    ("President Paul Lind of Kenya met Li Wang, special representative of Chinese President Xi Jinping.",
     "KEN CHN CONSULT happened -"),
    ("Bo Santos, the Minister of Foreign Affairs of Fiji, met the Vice Minister for Foreign Affairs of Oman.",
     "FJI OMN CONSULT happened -"),
    ("The ministers of Egypt, Sudan and Ethiopia met online on Sunday.",
     "EGY SDN CONSULT happened 2026-03-15; EGY ETH CONSULT happened 2026-03-15; SDN ETH CONSULT happened 2026-03-15"),
    (("Egypt, Sudan and Ethiopia are still at odds. Egypt wants a deal. Sudan wants one too. "
      "The three nations' ministers met on Sunday."),
     "EGY SDN CONSULT happened *; EGY ETH CONSULT happened *; SDN ETH CONSULT happened *"),
    ("The Swede, who is 33, had been in custody in Iran since 2022.", ""),
    ("A Kenyan delegation is on its way home from Uganda.", ""),
    ("India, China and Japan buy tea. The three Baltic countries signed a pact with Poland.", ""),
    ("India, China and Japan buy tea. The three members of parliament visited Poland.", ""),
    ("India, China and Japan buy tea. Poland expelled the three diplomats.", ""),
    (("Egypt, Sudan, Chad, Libya, Niger and Mali are still at odds. The six countries met on Sunday."),
     "; ".join(f"EGY {other} CONSULT happened *" for other in ("SDN", "TCD", "LBY", "NER", "MLI"))),
    ("Tonnes of supplies for Fiji were gathered in Oman.", ""),
    ("Helpers from the islands worked closely with Fiji and Tonga.", ""),
]  # fmt: skip
GIFTS = [
    ("Another 40 tonnes of aid is on its way to Libya from Italy.", "ITA LBY AID happened -"),
    ("Oman sent Fiji aid worth $2 million. Another 17 tonnes of goods came from the Chilean Foreign Ministry.",
     "OMN FJI AID happened -; CHL FJI AID happened -"),
    ("Qatar put $500 million into the Egyptian central bank to support the pound.", "QAT EGY AID happened -"),
    ("The UAE has rolled over its $1 billion deposit with Pakistan for a year.", "ARE PAK AID happened -"),
    ("Turkey's aid agency handed 200 food parcels to families in Somalia.", "TUR SOM AID happened -"),
    ("Nepal received $2 billion from workers in Qatar.", ""),
    ("Oman sent Fiji aid worth $2 million. Food imports came from Chile last year.", "OMN FJI AID happened -"),
    ("Two Chilean planes fought the fires in Bolivia.", ""),
    ("They sent $14 billion home to Mexico from the United States.", ""),
]  # fmt: skip
NAMES_CALLED = [
    ("Oman tightened its rules on Indian poultry.", "OMN IND SANCTION happened -"),
    ("Algeria told its banks to stop handling trade with Spain.", "DZA ESP SANCTION happened -"),
    ("Kenya pushed back its ban on Ugandan sugar.", "KEN UGA CONCEDE happened -"),
    ("Zambia took up Malawi's offer of maize.", "ZMB MWI AGREE happened -"),
    ("Rwanda put forward a plan to Burundi for talks.", "RWA BDI REQUEST happened -"),
    ("Panama questioned Costa Rica's figures.", "PAN CRI ACCUSE happened -"),
    ("A Sudanese jet was brought down by Ethiopian gunners.", "ETH SDN ASSAULT happened -"),
    ("Norway paid for a clinic in Malawi.", "NOR MWI AID happened -"),
    ("Norway tightened its own rules on fish, as Malawi had done.", ""),
    ("Germany praised President Putin's speech.", "DEU RUS SUPPORT happened -"),
    ("Pakistan rejected an offer from Afganistan for direct talks.", "PAK AFG REJECT happened -"),
    ("The UN coordinator demanded parties to the conflict in Iraq to allow in aid workers.", "UN IRQ REQUEST happened -"),
    ("Riyadh called home its ambassador in Ottawa and expelled the Canadian one.", "SAU CAN ACCUSE happened -; SAU CAN SANCTION happened -"),
    ("Malta and Peru signed a pact on fish. Ministers of the two also put their names to another accord, on visas.",
     "MLT PER SUPPORT happened -; MLT PER SUPPORT happened -"),
    ("Kenya called Uganda's decision a betrayal.", "KEN UGA ACCUSE happened -"),
    ("The Cypriot presidency described Turkey's actions as a show of contempt.", "CYP TUR ACCUSE happened -"),
    ("Somalia labelled Eritrea a spoiler.", "SOM ERI ACCUSE happened -"),
    ("Liberia said Guinea was supporting insurgents.", "LBR GIN ACCUSE happened -"),
    ("Congo expelled the envoy, saying that Rwanda backs the rebels.", "COD RWA ACCUSE happened -; COD RWA SANCTION happened -"),
    ("Fiji said Tonga was supporting its fishermen.", "~TON FJI SUPPORT happened -"),
    ("Mauritius is seeking changes in its trade agreement with India.", "MUS IND REQUEST happened -"),
    ("Poland hauled in the Russian ambassador.", "POL RUS ACCUSE happened -"),
    ("Sudan handed the Chadian envoy his passport.", "SDN TCD SANCTION happened -"),
    ("Nepal stopped its workers from going to Malaysia.", "NPL MYS SANCTION happened -"),
    ("Oman brokered a prisoner swap between Iran and Sweden.", "OMN IRN CONSULT happened -; OMN SWE CONSULT happened -; ~IRN SWE * happened -"),
    ("The Philippines recommended a ban on Malaysian palm oil.", "PHL MYS SANCTION proposed -"),
    ("Russian missiles hit a Ukrainian port.", "RUS UKR ASSAULT happened -"),
    ("Australia is rebuilding a Fijian base.", "AUS FJI AID happened -"),
    ("Cuban doctors arrived in Angola to fight cholera.", "CUB AGO AID happened -"),
    ("Cuban tourists arrived in Angola to see the falls.", ""),
]  # fmt: skip
POINTING_BACK = [
    ("Belarus expelled all Latvian diplomats, and Latvia did the same.", "BLR LVA SANCTION happened -; LVA BLR SANCTION happened -"),
    ("Belarus threw out two Latvian diplomats and Riga was quick to strike back.",
     "BLR LVA SANCTION happened -; LVA BLR SANCTION happened -"),
    ("Botswana stopped importing South African vegetables in 2022, and Namibia did likewise.",
     "BWA ZAF SANCTION happened 2022; NAM ZAF SANCTION happened -"),
    ("Ecuador broke off relations with Chad in 2012 and restored them in 2014.",
     "ECU TCD SANCTION happened 2012; ECU TCD SUPPORT happened 2014"),
    ("Mexico and Peru called their ambassadors home on Monday after their presidents quarrelled.",
     "MEX PER ACCUSE happened 2026-03-16"),
    ("Peru and Chile quarrel. Lima called Ambassador Ana Vella home on Monday.", "PER CHL ACCUSE happened 2026-03-16"),
    ("The Rwandan ambassador has been given 48 hours to leave Burundi by its president.", "BDI RWA SANCTION happened -"),
    ("Kenya cut its own spending, and Uganda did the same.", ""),
    ("Peru opened a school, and Chile followed suit.", ""),
    ("Kenya banned Ugandan milk, and Rwanda did the same to Tanzanian milk.", "KEN UGA SANCTION happened -"),
    ("Kenya banned Ugandan milk, and Uganda said it would retaliate.",
     "KEN UGA SANCTION happened -; UGA KEN THREATEN happened -"),
    ("Mexico, Peru and Chile recalled their ambassadors.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [*MEASURES, *WORDS, *JOURNEYS, *GIFTS, *NAMES_CALLED, *POINTING_BACK])
def test_acts_are_read_in_whatever_words_their_family_has(text, wanted):
    assert missed_and_false(text, wanted, "2026-03-18") == ([], [])
