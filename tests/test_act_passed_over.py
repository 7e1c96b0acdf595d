"""Families of acts that were passed over: incursions, envoys called in, charges of each side, demands in texts, refusals in other words.

A row's acts read: actor target type; an empty row holds what only looks like an act. Sentences of our own, dated 17 March 2026.
"""

from __future__ import annotations

import pytest

from tieline.model.claims import Event
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read.reader import read_documents

ROWS = [
    ("Two Chilean warplanes entered Peruvian airspace on Monday.", "CHL PER MOBILIZE"),
    ("Turkish F-16s flew over the Greek island of Samos on Tuesday.", "TUR GRC MOBILIZE"),
    ("Russian drones crossed into Polish airspace overnight.", "RUS POL MOBILIZE"),
    ("A Venezuelan naval vessel sailed into Guyanese waters on Saturday.", "VEN GUY MOBILIZE"),
    ("Kenya has posted 200 more soldiers on its border with Somalia.", "KEN SOM MOBILIZE"),
    ("Dozens of Thai soldiers were surrounded by Cambodian troops.", "KHM THA COERCE"),
    ("Three Armenian officers died in shelling by Azerbaijan.", "AZE ARM ASSAULT"),
    ("Wisma Putra will call in the Danish ambassador.", "MYS DNK ACCUSE"),
    ("Russia's ambassador in Riga was called to the foreign ministry to explain the flight.", "LVA RUS ACCUSE"),
    ("Chad and Niger fought on Friday. Each side accused the other of firing first.", "TCD NER ASSAULT; TCD NER ACCUSE"),
    ("Sudan and Chad blamed one another for the raid.", "SDN TCD ACCUSE"),
    ("An Iranian spokesman answered a question put by a reader, denouncing Britain.", "IRN GBR ACCUSE"),
    ("Fiji said the Tongan levy could not be justified.", "FJI TON ACCUSE"),
    ("The Organization of American States passed a resolution that calls on Peru to withdraw its guards.", "OAS PER REQUEST"),
    ("The administrator of Angonia in Mozambique asked the government of Malawi in turn to respect the border.", "MOZ MWI REQUEST"),
    ("Oman's foreign minister said there was nothing to negotiate with Yemen.", "OMN YEM REJECT"),
    ("Germany's minister said Berlin could suspend aid to Hungary if the law was passed.", "DEU HUN THREATEN"),
    ("Ukraine and Moldova imposed duties on each other's sugar.", "UKR MDA SANCTION"),
    ("Ghana has withdrawn its ban on poultry from Togo.", "GHA TGO CONCEDE"),
    ("Brazil lifted for good the ban on Argentine wheat.", "BRA ARG CONCEDE"),
    ("Cambodia and Thailand agreed to a truce, with Malaysia as mediator.", "KHM THA AGREE"),
    ("Benin and Togo struck a deal with Ghana as broker.", "BEN TGO AGREE"),
    ("Egypt's president met with the Saudi crown prince and later with the king of Jordan.", "EGY SAU CONSULT; EGY JOR CONSULT"),
    ("Japan sent medical supplies and water to Tonga.", "JPN TON AID"),
    ("Sweden will give Ukraine two air defence systems.", "SWE UKR AID"),
    ("Ghana conveyed its protest to Togo on Friday.", "GHA TGO ACCUSE"),
    ("Malaysia handed a note verbale to the Indonesian embassy.", "MYS IDN ACCUSE"),
    ("Malaysia said a protest note had been sent to the Indonesian ambassador.", "MYS IDN ACCUSE"),
    ("Estonia summoned officials of the Latvian embassy.", "EST LVA ACCUSE"),
    ("Zambia summoned embassy officials from Malawi and Angola.", "ZMB MWI ACCUSE; ZMB AGO ACCUSE"),
    ("The Norwegian deputy chief of mission was summoned by the Danish foreign ministry.", "DNK NOR ACCUSE"),
    ("Denmark summons Norwegian envoy over trawler", "DNK NOR ACCUSE"),
    ("Oman's foreign ministry summons Yemeni ambassador", "OMN YEM ACCUSE"),
    ("The court summons was served on the Yemeni trader in Oman.", ""),
    ("The premiers witnessed the conclusion of two accords between Fiji and Tonga.", "FJI TON SUPPORT"),
    ("Fiji and Tonga began negotiations for the conclusion of a trade accord between Fiji and Tonga.", "FJI TON CONSULT"),
    ("Qatar will host mediation between Chad and Niger.", "QAT TCD CONSULT; QAT NER CONSULT"),
    ("Fiji and Tonga held a signing ceremony in May.", "FJI TON SUPPORT"),
    ("Fiji and Tonga engaged in consultations on fish.", "FJI TON CONSULT"),
    ("Ministers from Ghana, Togo and Benin took part in talks hosted by Mali.", "GHA MLI CONSULT; TGO MLI CONSULT; BEN MLI CONSULT"),
    ("Peru's president left on Sunday for a tour that will take him to Chile and Uruguay.", "PER CHL CONSULT; PER URY CONSULT"),
    ("The drought took Peru to the edge of a crisis, Chile said.", ""),
    ("The Peruvian premier arrived in the Chilean capital.", "PER CHL CONSULT"),
    ("Peru's premier will meet with his counterparts in Santiago and Quito.", "PER CHL CONSULT; PER ECU CONSULT"),
    ("Oman's minister met with the Chadian team led by Ana Vella and the Malian team.", "OMN TCD CONSULT; OMN MLI CONSULT"),
    ("A team led by somebody engaged with the leaders of Chad and Niger.", ""),
    ("Kenya's president spoke to the premiers of Chad and Niger. Kenya's president urged the two sides to talk.", "KEN TCD CONSULT; KEN NER CONSULT; KEN TCD REQUEST; KEN NER REQUEST"),
    ("Oman said the warring sides in Yemen had agreed to a truce.", ""),
    ("Iran gave a warning against an exercise to be held by Oman and Qatar.", "IRN OMN THREATEN; IRN QAT THREATEN"),
    ("Tonga suspended customs co-operation with Samoa.", "TON WSM SANCTION"),
    ("Mali announced a cease-fire in its war with Chad.", "MLI TCD RETREAT"),
    ("Mali would not agree to a cease-fire unless Chad left.", "MLI TCD REJECT"),
    ("Peru called Chile's remark \"unacceptable\".", "PER CHL ACCUSE"),
    ("Belarus denied meddling in Latvia's elections.", "BLR LVA REJECT"),
    ("Belarus denied that Oman had meddled in Latvia's elections.", ""),
    ("Laos answered with mortar fire that killed two villagers in Vietnam.", "LAO VNM ASSAULT"),
    ("Laos reported mortar fire that killed two villagers in Vietnam.", ""),
    ("The Omanis rejected the Yemeni proposal.", "OMN YEM REJECT"),
    ("Vietnam has informed the Security Council that Lao forces have violated its border.", "VNM LAO ACCUSE"),
    ("The Omani ambassador to Chad condemned the incident.", ""),
    ("The Omani ambassador to Chad condemned Chad's raid.", "OMN TCD ACCUSE"),
    ("Chile is considering taking Peru to the WTO over avocados.", "CHL PER ACCUSE"),
    ("Oman responded by ordering Chad to cut its staff and seizing two Chadian properties.", "OMN TCD REQUEST; OMN TCD COERCE"),
    ("Omani jets destroyed a Yemeni radar station.", "OMN YEM ASSAULT"),
    ("Two Peruvian trade groups entered the waters of Chilean politics.", ""),
    ("Australia, Malaysia and Qatar meet two-thirds of the need.", ""),
    ("China gets nine million tons of Brazilian soybeans.", ""),
    ("Chad and Niger, which fought their wars of liberation at the same time, are dry.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "acts"), ROWS)
def test_acts_of_the_press_are_read(text: str, acts: str) -> None:
    [done] = read_documents([Document("one", text, Period.parse("2026-03-17"), None, "en")])
    mutual = {frozenset(a.split()[:2]) | {a.split()[2]} for a in acts.split("; ") if a}
    told = {frozenset({c.actor, c.target, c.type}) for c in done.claims if isinstance(c, Event)}
    assert told == mutual


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Oman's premier received a letter from his Yemeni counterpart.", "letter"),
        ("Oman expelled Yemeni soldiers.", "expel"),
        ("Norway froze the assets of Chad.", "sanctions"),
        ("Oman ordered Chad to close its office.", "demand"),
    ],
)
def test_the_mode_tells_what_was_done(text: str, mode: str) -> None:
    [done] = read_documents([Document("one", text, Period.parse("2026-03-17"), None, "en")])
    assert [c.mode for c in done.claims if isinstance(c, Event)] == [mode]
