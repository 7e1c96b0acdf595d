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
