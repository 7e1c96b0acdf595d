"""Who did it for whom, and when: history told as background, anniversaries, boycotts, drills, state media, envoys.

Sentences of our own; every document is dated Tuesday, 17 March 2026. A row's acts read: actor target type modality date; `-` is no date.
"""

from __future__ import annotations

import pytest

from tieline.model.claims import Event
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read.reader import read_documents

HISTORY = [
    ("Malta, which signed a treaty with Fiji in 1974, has no embassy in Suva.", "MLT FJI SUPPORT happened 1974"),
    ("Ghana and Togo, whose presidents last met in Lome in 2019, share a long border.", "GHA TGO CONSULT happened 2019"),
    ("Peru recalled its ambassador from Chile in 1992, the last such step between the two.", "PER CHL ACCUSE happened 1992"),
    ("Kenya imposed sanctions on Eritrea in 2009 and lifted them in 2018.", "KEN ERI CONCEDE happened 2018; KEN ERI SANCTION happened 2009"),
    ("In May 1967 Nepal expelled two Indian diplomats.", "NPL IND SANCTION happened 1967-05"),
    ("Norway gave Zambia a grant of $20 million three years ago.", "NOR ZMB AID happened 2023"),
    ("Cuba invaded Grenada in the spring of 1983, a book published on Monday claims.", "CUB GRD ASSAULT happened 1983-03/1983-05"),
    ("Ten years ago Estonia accused Finland of poisoning the gulf.", "EST FIN ACCUSE happened 2016"),
    ("Egypt and Sudan signed the Nile accord in November 1959.", "EGY SDN SUPPORT happened 1959-11"),
    ("The two countries have been at odds since Oman expelled the Yemeni ambassador in 2011.", "OMN YEM SANCTION happened 2011"),
    ("Chile and Bolivia broke off talks in 2010, shortly after Bolivia had sued Chile.", "CHL BOL REJECT happened 2010; BOL CHL ACCUSE happened -"),
    ("Togo's president visited Ghana on Monday, six years after Ghana's president visited Togo.", "TGO GHA CONSULT happened 2026-03-16; GHA TGO CONSULT happened 2020"),
]  # fmt: skip
REMEMBERED = [
    ("Malta and Fiji on Monday marked the 50th anniversary of diplomatic relations.", ""),  # no act of today is named
    ("Peru and Ecuador held a ceremony in Lima on Sunday for the anniversary of the peace treaty they signed in 1998.",
     "PER ECU CONSULT happened 2026-03-15; PER ECU SUPPORT happened 1998"),
    ("Kenya and Nepal have designated 2027 the Year of Friendship.", "KEN NPL SUPPORT happened 2027"),
    ("Vietnam and Cuba declared 2026 a year of friendship between them.", "VNM CUB SUPPORT happened 2026"),
    ("Latvia's president congratulated his Estonian counterpart on the country's independence day.", "LVA EST SUPPORT happened -"),
    ("The anniversary of the war between Chad and Libya passed quietly.", ""),
    ("Ten years have passed since Togo and Benin opened their joint border post.", "TGO BEN COOPERATE happened 2016"),
]  # fmt: skip
DISTANCE = [
    ("Bolivia will boycott the summit in Chile next month.", "BOL CHL REJECT scheduled 2026-04"),
    ("Bolivia boycotted the summit in Chile.", "BOL CHL REJECT happened -"),
    ("Algeria's foreign minister stayed away from the meeting in Morocco in protest.", "DZA MAR REJECT happened -"),
    ("The president of Peru was absent from the ceremony in Quito.", ""),
    ("Belarus held military exercises near the border with Latvia on Friday.", "BLR LVA MOBILIZE happened 2026-03-13"),
    ("Belarus and Russia held joint exercises near the Latvian border on Friday.", "BLR RUS COOPERATE happened 2026-03-13"),
    ("Ethiopia massed troops on the Eritrean border.", "ETH ERI MOBILIZE happened -"),
    ("Norway's army held a drill near Oslo.", ""),
    ("Greece protested against a Turkish drill near Rhodes.", "GRC TUR ACCUSE happened -"),
]  # fmt: skip
MEDIA = [
    ("North Korea's official KCNA news agency denounced Japan as a warmonger.", "PRK JPN ACCUSE happened -"),
    ("China's state-run Global Times scolded Australia on Sunday over the pact.", "CHN AUS ACCUSE happened 2026-03-15"),
    ("Cuban state television praised Vietnam as a faithful friend.", "CUB VNM SUPPORT happened -"),
    ("Iran's state news agency IRNA reported heavy rain in Iraq.", ""),
    ("The Lima daily El Faro criticised Chile.", ""),
    ("Syrian state media accused Jordan of harbouring gunmen.", "SYR JOR ACCUSE happened -"),
    ("According to Rodong Sinmun, Mongolia's ambassador met the North Korean foreign minister on Monday.", "MNG PRK CONSULT happened 2026-03-16"),
    ("KCNA warned South Korea of merciless retaliation.", "PRK KOR THREATEN happened -"),
]  # fmt: skip
ROLES = [
    ("The special envoy of Kenya's president met Ethiopia's prime minister in Addis Ababa on Monday.", "KEN ETH CONSULT happened 2026-03-16"),
    ("Malta's foreign minister Ana Vella, on behalf of President Borg, handed a letter to the president of Fiji.", "MLT FJI CONSULT happened -"),
    ("The king of Jordan received the Turkish foreign minister in Amman on Sunday.", "JOR TUR CONSULT happened 2026-03-15"),
    ("Turkey's foreign minister was received by the king of Jordan.", "JOR TUR CONSULT happened -"),
    ("Ghana sent its foreign minister to Togo on Monday.", "GHA TGO CONSULT happened 2026-03-16"),
    ("A delegation led by Vietnam's trade minister arrived in Cuba on Saturday.", "VNM CUB CONSULT happened 2026-03-14"),
    ("Nepal sent a special envoy to Delhi for talks with the Indian government.", "NPL IND CONSULT happened -"),
    ("Kenya's ambassador to Peru met Chile's foreign minister.", "KEN CHL CONSULT happened -"),
    ("The Peruvian ambassador in Oslo, Raul Diaz, presented his credentials to the king of Norway.", "PER NOR SUPPORT happened -"),
    ("The UN special envoy for Yemen met Oman's foreign minister in Muscat.", "UN OMN CONSULT happened -"),
    ("The US special envoy for North Korea held talks with South Korean officials in Seoul.", "USA KOR CONSULT happened -"),
    ("Speaking for the EU presidency, Cyprus's foreign minister condemned Turkey.", "CYP TUR ACCUSE happened -"),
    ("Malta, acting for Fiji, asked Peru to release the crew.", "MLT PER REQUEST happened -"),
    ("The former president of Ghana visited Togo last week.", ""),
    ("Oman handed Iran a message from the United States.", "OMN IRN CONSULT happened -"),
]  # fmt: skip


def acts_in(text):
    document = Document(id="x", text=text, published=Period.parse("2026-03-17"), lang="en")
    (result,) = read_documents([document])
    acts = [claim for claim in result.claims if isinstance(claim, Event)]
    return {f"{a.actor} {a.target} {a.type} {a.modality} {a.date.iso if a.date else '-'}" for a in acts}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        *HISTORY,
        *REMEMBERED,
        *DISTANCE,
        *MEDIA,
        *ROLES,
    ],
)
def test_background_and_roles(text, wanted):
    assert acts_in(text) == set(filter(None, wanted.split("; ")))


@pytest.mark.parametrize(
    ("text", "sender"),
    [
        ("Malta's foreign minister Ana Vella, on behalf of President Borg, handed a letter to the president of Fiji.", "President Borg"),
        ("The special envoy of Kenya's president met Ethiopia's prime minister in Addis Ababa.", "Kenya's president"),
        ("Kenya's foreign minister met Ethiopia's prime minister in Addis Ababa.", None),
    ],
)  # fmt: skip
def test_who_sent_the_person_is_told(text, sender):
    (result,) = read_documents([Document(id="x", text=text, published=Period.parse("2026-03-17"), lang="en")])
    assert [act.on_behalf_of for act in result.claims if isinstance(act, Event)] == [sender]
