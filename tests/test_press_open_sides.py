"""Acts whose sentence leaves a side open, or gives it in words that are no name: pronouns, quotations, what goes on from a deed, lists, places."""

from __future__ import annotations

import pytest

from press_acts import events_of, missed_and_false

SPEAKERS = [
    ('Peru and Chile are at odds. "We call on the Chilean authorities to free them at once," the Peruvian foreign ministry tweeted on Monday.',
     "PER CHL REQUEST happened 2026-03-16"),
    ('Peru\'s foreign minister, Ana Vella, said talks went well. "We thank Chile for its help. We call on Chile to go on with it."',
     "PER CHL SUPPORT happened -; PER CHL REQUEST happened -"),
    ('Oman and Fiji are at odds. "Fiji\'s position is a provocation," the ministry in Muscat tweeted.', "OMN FJI ACCUSE happened -"),
    ('Fiji said last week that it was "gravely concerned" at fresh arrests of its citizens in Tonga.',
     "FJI TON ACCUSE happened *; ~TON FJI COERCE happened -"),
    ("The leaders of Niger, Mali and Togo put out a statement in which they condemned Benin.",
     "NER BEN ACCUSE happened -; MLI BEN ACCUSE happened -; TGO BEN ACCUSE happened -"),
    ("Kenya condemned Uganda for the raid and said Kampala had to pull out of the land.", "KEN UGA ACCUSE happened -; KEN UGA REQUEST happened -"),
]  # fmt: skip
GOING_ON = [
    ("Chad expelled the ambassador of Niger, closed the border and banned new trade.",
     "TCD NER SANCTION happened -; TCD NER SANCTION happened -; TCD NER SANCTION happened -"),
    ("Turkey curbed exports to Israel. Israel's foreign minister responded with a threat to block imports of Turkish fruit.",
     "TUR ISR SANCTION happened -; ISR TUR THREATEN happened -"),
    ("Oman's president visited Yemen on Friday. Accordingly, four agreements were inked during the talks.",
     "OMN YEM CONSULT happened 2026-03-13; OMN YEM SUPPORT happened *; ~OMN YEM CONSULT happened *"),
    ("Concerns over quality led Chile to ban wine from Peru in 2021. That embargo was lifted in 2023.",
     "CHL PER SANCTION happened 2021; CHL PER CONCEDE happened 2023"),
    ("Both Egypt and Eritrea restated their commitment to help Somalia fight terrorism.", "EGY SOM AGREE happened -; ERI SOM AGREE happened -"),
]  # fmt: skip
PLACES = [
    ("Chile and Peru quarrel over the sea. Peru wants peace. Chile sent 50 soldiers into a disputed area in October.", "CHL PER MOBILIZE happened 2025-10"),
    ("Ties of Oman and Yemen have worsened since an Omani soldier was killed in a clash on the border.", "YEM OMN ASSAULT happened -"),
    ("The shooting down of a Malian drone by Algeria led to a row.", "DZA MLI ASSAULT happened -"),
    ("Kabul protested at fire by Pakistani troops on Afghan border police on Tuesday.",
     "AFG PAK ACCUSE happened *; ~PAK AFG ASSAULT happened *"),
    ("Ghana's ambassador to Togo was given 48 hours to leave.", "TGO GHA SANCTION happened -"),
    ("Grain from Chad is banned by two neighbours - Niger and Benin.", "NER TCD SANCTION happened -; BEN TCD SANCTION happened -"),
    ("How to trade more was discussed in a video conference by Ana Vella, Deputy Prime Minister of Malta, and Bo Lind, Deputy Prime Minister of Norway.",
     "MLT NOR CONSULT happened -"),
    ("Work in Fiji has been hard since Tonga restored its sanctions in May 2025.", "TON FJI SANCTION happened 2025-05"),
    ("China bought more from Australia when Beijing did away with its tariffs.", "CHN AUS CONCEDE happened -"),
    ("American officials have made exceptions for Iraq.", "USA IRQ CONCEDE happened -"),
    ("Malta had at first stopped Tunisian fish from crossing its border.", "MLT TUN SANCTION happened -"),
]  # fmt: skip
OF_THE_STORY = [
    ("Denmark has suspended its aid to Chad. Officials in Denmark said that they were worried. Denmark is also suspending scholarships.",
     "DNK TCD SANCTION happened -; DNK TCD SANCTION happened -"),
    ("Kenya and Malawi are at odds over migrants. Kenya's president, Ana Vella, has attacked the mass deportations.", "KEN MWI ACCUSE happened -"),
    ("Fiji is at odds with Tonga over a wreck. Tonga lies near. Fiji said it was prepared to do more.", "FJI TON AGREE happened -"),
    ("Oman and Yemen disagree over fish. Yemen has few boats. The Omani minister spoke to reporters after the talks.", "OMN YEM CONSULT happened -"),
    ("Peru and Chile have drawn up a pact. Chile is rich. The Peruvian premier Ana Vella spoke of it during her visit on Monday.", "PER CHL CONSULT happened 2026-03-16"),
    ("Relations of Ghana and Togo are poor. Ghana is large. Ten Togolese citizens were deported on Monday.", "GHA TGO COERCE happened 2026-03-16"),
    # a third country in the sentence, no deed between states, a matter of firms, talks that are none yet
    ("Denmark has ties with Chad. Denmark is also suspending aid projects with Niger in mind.", "~DNK NER SANCTION happened -"),
    ("Kenya and Malawi trade much. Malawi is small. Kenya's president, Ana Vella, has attacked the high prices.", ""),
    ("Kenya and Malawi trade much. Malawi is small. The Kenyan minister met executives on Monday.", ""),
    ("Oman and Yemen disagree over fish. Yemen has few boats. The Omani minister wants an answer before talks begin.", ""),
    ("Ghana and Togo trade much. Togo is small. The goods held in Togo are Ghanaian.", ""),
    ("Kenya and Malawi are at odds. Malawi is small. Kenya will withdraw its troops.", "KEN MWI RETREAT scheduled -"),
    ("Kenya and Malawi trade much. Malawi is small. Kenya will withdraw its banknotes.", ""),
    ("Kenya and Malawi trade much. Malawi is small. Two Kenyans were arrested in Blantyre for theft.", "MWI KEN COERCE happened -"),
    ("Kenya and Malawi trade much. Malawi is small. Two Kenyans were arrested in Nairobi for theft.", ""),
    ("Kenya and Malawi trade much. Malawi is small. The Malawian minister congratulated his staff.", ""),
    ("Kenya and Malawi trade much. Malawi is small. The Kenyan president met his party on Monday.", ""),
    ("Kenya and Malawi trade much. Malawi is small. The Kenyan cabinet met on Monday.", ""),
    ("Kenya and Malawi trade much. Malawi is small. The Kenyan president met his counterpart on Monday.", "KEN MWI CONSULT happened 2026-03-16"),
    ("Kenya and Malawi trade much. Malawi is small. In Nairobi the teachers' talks ended on Monday.", ""),
    ("Kenya and Malawi trade much. Malawi is small. In Kenya border clashes of smugglers went on.", ""),
    ("Kenya and Malawi trade much. Malawi is small. In Kenya border clashes of soldiers went on.", "KEN MWI ASSAULT happened -"),
    ("Kenya and Malawi trade much. Malawi is small. Kenya offered tax breaks to firms.", ""),
]  # fmt: skip
PEOPLE = [
    (
        ("President Jan Sithole of Eswatini and Kofi Khumo, his Botswana counterpart, signed an accord. Eswatini and Botswana trade much. "
         "The signing came in a visit by Sithole to that country. President Khumo had invited Sithole after he himself visited Eswatini in 2019."),
        "SWZ BWA SUPPORT happened -; BWA SWZ AGREE happened -; ~SWZ BWA CONSULT happened -; BWA SWZ CONSULT happened 2019",
    ),
    (
        ("Envoys of Angola and Cuba signed accords on Monday, the two presidents, Ana Vella and Bo Lind, looking on. "
         "Vella had a meeting with President Lind on Monday. Angola and Cuba are old friends."),
        "AGO CUB SUPPORT happened 2026-03-16; AGO CUB CONSULT happened 2026-03-16",
    ),
    ("Moldova's trade with Russia fell, and Moldova's trade with Italy rose. Analysts said that the Communist government charged Bucharest with trying to stage a coup.",
     "MDA ROU ACCUSE happened -"),
    ("Peru and Chile are at odds. The department had said that Peruvian grapes would face a tariff of 17%.", "CHL PER SANCTION scheduled -"),
    ("A SOUTH African delegation has gone to Brussels over the European Union ban on fruit.", "ZAF EU CONSULT happened -; ~EU ZAF SANCTION happened -"),
    ("Djibouti charged Eritrea with sending soldiers over the border, which led to clashes. Djibouti and Eritrea are poor.",
     "DJI ERI ACCUSE happened -; DJI ERI ASSAULT happened -"),
    ("Iran supplied only 3 per cent of the oil in May, since New Delhi, pressed by tough sanctions, stopped buying oil from Iran.", "IND IRN SANCTION happened *"),
]  # fmt: skip
NO_ACT = [
    ("Kuwait, Qatar and Oman met another 10% of Japan's demand.", ""),
    ("Argentina, Bolivia and Peru released a joint text.", ""),
    ("Morocco got most of its arms from Spain (62%) and France.", ""),
    ("Last year 2 billion dollars went from Russia to Tajikistan.", ""),
    ("Zambia's minister had talks with those in the sector. Malawi sells maize to Zambia.", ""),
    ("The agency has gone on backing Italian firms in Russia.", "~RUS ITA SUPPORT happened -"),
    ("Chad condemned Niger. The farmers said they needed to buy grain and had to leave.", "TCD NER ACCUSE happened -"),
    ("Peru and Chile trade more. Peru sent 50 teachers into a poor area.", ""),
    ("Chad condemned Niger and closed its schools.", "TCD NER ACCUSE happened -"),
    ("Fiji and Tonga met. Three documents were signed by a bank.", "FJI TON CONSULT happened -"),
    ("Chile told Peru that it had to import more grain.", ""),
]  # fmt: skip


BLOWS = [
    # who condemns a blow charges its doer, not its victim
    ("Norway condemned the airstrikes on Gaza.", ""),
    ("Russia bombed Kyiv on Monday. Norway condemned the attack on Ukraine.",
     "RUS UKR ASSAULT happened 2026-03-16; NOR RUS ACCUSE happened -"),
    ("Egypt condemned the Iraqi invasion of Kuwait.", "EGY IRQ ACCUSE happened -; ~IRQ KWT ASSAULT happened -"),
    ("Brazil condemned the bombing of the Iranian consulate in Damascus.", ""),
    ("Bolivia has broken ties with Israel. Chile and Colombia have both recalled their ambassadors.",
     "BOL ISR SANCTION happened -; CHL ISR ACCUSE happened -; COL ISR ACCUSE happened -"),
    ("Chile accused Peru of spying. Both countries recalled their ambassadors.", "CHL PER ACCUSE happened -"),
    ("Chad warned Sudan that an attack on Libya would mean war.", "TCD SDN THREATEN happened -"),
    ("Guinea warned that any attack on Niger would be an attack on itself.", ""),
    # a test of arms attacks nobody who reports it
    ("North Korea test-fired a ballistic missile on Sunday, Japan said.", ""),
    ("Iran launched a ballistic missile on Monday, Israel's military said.", ""),
    ("China fired five missiles into Japan's exclusive economic zone, Tokyo said.", "CHN JPN MOBILIZE happened -"),
    ("Russia launched 12 cruise missiles at Ukraine, Kyiv said.", "RUS UKR ASSAULT happened -"),
    ("Yerevan said that Azeri troops shelled a village.", "AZE ARM ASSAULT happened -"),
    # a vow against somebody
    ("The United States and Japan pledged to work together against China.", "USA JPN AGREE happened -"),
    ("Cambodia vowed to defend its territory against Thailand.", "KHM THA THREATEN happened -"),
    ("Poland vowed to defend Lithuania against Russia.", "POL LTU AGREE happened -"),
    # who stands beside whom
    ("Ukraine's neighbour Poland condemned the Russian attack.", "POL RUS ACCUSE happened -"),
    ("Russian ally Belarus expelled two Polish diplomats.", "BLR POL SANCTION happened -"),
    ("EU and NATO member Poland condemned Russia.", "POL RUS ACCUSE happened -"),
    ("Australia has been alarmed after China announced in April it had signed a pact with the Solomon Islands.",
     "CHN SLB SUPPORT happened *"),
    ("The Turkish president Kemal Aras called on Armenia to withdraw. Earlier, his spokesman Umut Kaya accused Armenia of firing first.",
     "TUR ARM REQUEST happened -; TUR ARM ACCUSE happened -"),
    # what is only spoken of
    ("Russian criticism of India is extremely rare.", ""),
    ("Kenya and Uganda have been talking about jointly building a road.", "KEN UGA CONSULT happened -"),
    ("Turkish troops have pushed Kurdish rebels toward the Syrian border.", ""),
    ("Malaysia's prime minister Ali Bakar said he was looking forward to meeting the president of Chile.", "MYS CHL CONSULT scheduled -"),
    ("Chile said it would close its border with Peru.", "CHL PER SANCTION scheduled -"),
    ("Chile will cancel the talks with Peru if the demands are not met.", "CHL PER THREATEN happened -"),
    ("South Korea expressed its regret over Japan's visits to the shrine.", "KOR JPN ACCUSE happened -"),
    ("Turkey attacked a Syrian convoy, killing three Syrian soldiers.", "TUR SYR ASSAULT happened -"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [*SPEAKERS, *GOING_ON, *PLACES, *OF_THE_STORY, *PEOPLE, *NO_ACT, *BLOWS])
def test_open_sides_are_told_by_what_stands_in_for_them(text, wanted):
    assert missed_and_false(text, wanted, "2026-03-17") == ([], [])


@pytest.mark.parametrize(
    ("text", "inferred"),
    [
        ("Kenya and Malawi are at odds. Malawi is small. Kenya will withdraw its troops.", {("target",)}),
        ("Relations of Ghana and Togo are poor. Ghana is large. Ten Togolese citizens were deported on Monday.", {("actor",)}),
        ("Oman and Yemen disagree over fish. Yemen has few boats. The talks in Oman lasted two days.", {("actor", "target")}),
        ("Kenya and Malawi are at odds. Malawi is small. Kenya got clearance to fly.", {("actor",)}),
        ("Sweden and Mali are at odds. Mali is poor. Sweden is ready to do more.", {("target",)}),
        ("Kenya expelled a diplomat of Malawi.", {()}),
    ],
)  # fmt: skip
def test_a_side_that_only_the_story_tells_is_inferred(text, inferred):
    assert {event.inferred for event in events_of(text, "2026-03-17")} == inferred
