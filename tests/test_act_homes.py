"""Whose act it is where a text names the actor without a country: people by their office alone, bodies that several states have.

Rows of our own, read on Tuesday, 17 March 2026.  A row's acts read: actor target type; an empty row tells that there is none.
"""

from __future__ import annotations

import pytest

from tieline.model.claims import Event
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read.reader import read_documents

NOT_AT_HOME = [
    "Minister Lema signed an accord with Chad's premier. The war in Yemen was spoken of too.",
    "President Lema met Chad's president Ali Dono on Monday. Timber from Gabon was on show.",
    "President Ana Vella met Peruvian President Luis Soto on Monday in Geneva, Switzerland.",
    "Foreign Minister Lema telephoned Chad's premier on Monday. Our embassy in Malta had asked for it.",
    "Foreign Minister Lema flew from Gabon to Chad on Monday.",
    "Premier Lema received the Chadian foreign minister on Monday. Fighting goes on in Sudan.",
]  # fmt: skip
"""Where a country that is a venue, a topic or a way may not become the home of somebody."""
AT_HOME = [
    ("Malta's economy is strong, finance minister Ana Vella said. Vella met Chad's premier on Monday.", "MLT TCD CONSULT"),
    ("Togo will open an embassy in Lima. President Lema telephoned Peru's president Luis Soto on Monday.",
     "TGO PER SUPPORT; TGO PER CONSULT"),
    ("NAIROBI, March 16 - President Lema met Peru's president Luis Soto on Monday. Timber from Gabon was on show.", "KEN PER CONSULT"),
    ("Premier Lema received the Chadian foreign minister in Lome on Monday.", "TGO TCD CONSULT"),
]  # fmt: skip
BODIES = [
    ("The German Foreign Office summoned the Omani ambassador on Monday.", "DEU OMN ACCUSE"),
    ("Pakistan's Foreign Office condemned the Chadian raid.", "PAK TCD ACCUSE"),
    ("The Foreign Office summoned the Omani ambassador on Monday.", "GBR OMN ACCUSE"),
    ("Britain is worried. The Foreign Office summoned the Omani ambassador on Monday.", "GBR OMN ACCUSE"),
    ("COLOMBO, March 16 - The Foreign Office summoned the Omani ambassador on Monday.", "LKA OMN ACCUSE"),
    ("A Foreign Office spokesman in Dhaka condemned the Chadian raid.", "BGD TCD ACCUSE"),
    ("KATHMANDU, March 16 - The Ministry of External Affairs summoned the Chinese envoy on Monday.", "NPL CHN ACCUSE"),
    ("MANILA, March 16 - The DFA summoned the Omani ambassador on Monday.", "PHL OMN ACCUSE"),
    ("The DFA summoned the Omani ambassador on Monday. Nothing else is known.", ""),
]  # fmt: skip

DESCRIBED = [
    (("Premier Ana Vella arrived in Lima on Friday. The Maltese head of government was in high spirits. "
     "Vella telephoned Peru's president on Monday."), "MLT PER CONSULT; MLT PER CONSULT"),
    # the one who is described is another
    ("President Lema arrived in Lima on Friday. The Peruvian president greeted him.", ""),
]  # fmt: skip
INVITED = [
    ("The president of Chad, at the invitation of the president of Togo, Ana Vella, made a visit to Togo in May 2025.", "TCD TGO CONSULT"),
    ("At the invitation of the premier of Fiji, Ana Vella, the premier of Malta, Bo Lind, paid an official visit to Fiji.", "MLT FJI CONSULT"),
    ("Malta's premier accepted an invitation from Fiji's premier to come in May.", "MLT FJI AGREE"),
    ("Malta's premier accepted an invitation to come to Fiji.", "MLT FJI AGREE"),
    ("Malta's premier accepted an invitation to a congress of ministers in Lima.", ""),
]  # fmt: skip
BESIDE = [
    # the forum, the topic, who helps, who has nothing to do with it
    ("The foreign ministers of Malta and Fiji decided to cancel their talks on the sidelines of the UN General Assembly.", "MLT FJI REJECT"),
    ("The foreign ministers of Malta and Fiji called off their meeting at the ASEAN summit.", "MLT FJI REJECT"),
    ("Malta's premier arrived in Oslo on Monday for talks with leaders on trade, EU and NATO membership.", "MLT NOR CONSULT"),
    ("Malta and Fiji agreed to talk about their dispute with mediators from Oman.", "MLT FJI AGREE"),
    ("Malta condemned the deal signed between Chad and the breakaway province of Kora in May.", "MLT TCD ACCUSE"),
    ("Malta condemned the accord signed between Chad and Niger in May.", "MLT TCD ACCUSE; MLT NER ACCUSE; TCD NER SUPPORT"),
    ("Malta condemned the jailing of Omani reporters in Chad.", "MLT TCD ACCUSE"),
    ("Malta condemned the killing of Omani soldiers.", ""),
    ("Malta condemned the killing of its soldiers in Chad.", "MLT TCD ACCUSE"),
    ("Malta's expulsion of Chadian diplomats from the European Union came late.", "MLT TCD SANCTION"),
    ("Moscow closed Estonia's border with Finland.", "RUS EST SANCTION"),
    ("Estonia closed its border with Finland.", "EST FIN SANCTION"),
    ("Oman gave 40 tonnes of rice to Chad. Chad's government also gave 14 tonnes of meal to the victims.", "OMN TCD AID"),
]  # fmt: skip
PRONOUNS = [
    ("Oman's premier received a delegation from Fiji. He thanked them for their visit.",
     "OMN FJI SUPPORT; FJI OMN CONSULT"),
    ("Thai and Cambodian troops clashed on Friday. Malaysia, chair of ASEAN, called for calm. The two sides blamed each other.",
     "THA KHM ASSAULT; THA KHM ACCUSE"),
    ("Iran's foreign minister flew to Oman, a link to the West. In 2013 it hosted talks between Iran and Norway.",
     "IRN OMN CONSULT; OMN IRN CONSULT; OMN NOR CONSULT"),
]  # fmt: skip
UNION = [
    ("The African Union Commission called upon all factions in Chad to respect the truce.", "AFRICANUNION TCD REQUEST"),
    ("The African Union is worried. The AUC called on Chad to hold elections.", "AFRICANUNION TCD REQUEST"),
    ("The UN called on all parties in Chad to respect the truce.", "UN TCD REQUEST"),
]  # fmt: skip


def _acts(text: str) -> list[Event]:
    [done] = read_documents([Document("one", text, Period.parse("2026-03-17"), None, "en")])
    return [c for c in done.claims if isinstance(c, Event)]


@pytest.mark.parametrize("text", NOT_AT_HOME)
def test_no_place_or_topic_is_anybodys_home(text: str) -> None:
    assert [(a.actor, a.target, a.type) for a in _acts(text)] == []


@pytest.mark.parametrize(("text", "wanted"), [*AT_HOME, *BODIES, *DESCRIBED, *INVITED, *BESIDE, *PRONOUNS, *UNION])
def test_who_acts_is_told_by_the_story(text: str, wanted: str) -> None:
    told = sorted(f"{a.actor} {a.target} {a.type}" for a in _acts(text))
    assert told == sorted(wanted.split("; ")) if wanted else not told


def test_a_home_that_is_concluded_is_marked() -> None:
    [act] = _acts(AT_HOME[2][0])
    assert act.inferred == ("actor",)
