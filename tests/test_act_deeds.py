"""Verbs and turns of the press by which states act, one sentence a rule; sentences of our own, dated Tuesday, 17 March 2026.

A row's acts read: actor target type.
"""

from __future__ import annotations

import pytest

from tieline.model.cameo import plover_of
from tieline.model.claims import Event
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read.reader import read_documents

DEEDS = [
    ("Norway downgraded its embassy in Chad.", "NOR TCD SANCTION"),
    ("Peru sent home two Chilean diplomats.", "PER CHL SANCTION"),
    ("Togo kicked out three Ghanaian officials.", "TGO GHA SANCTION"),
    ("Bolivia declared the Peruvian envoy persona non grata.", "BOL PER SANCTION"),
    ("Fiji withdrew its instructors from Malta.", "FJI MLT SANCTION"),
    ("Kenya called its ambassador home from Rwanda.", "KEN RWA ACCUSE"),
    ("Greece sent four warships towards Cyprus.", "GRC CYP MOBILIZE"),
    ("Norway scrambled jets as Swedish bombers neared.", "NOR SWE MOBILIZE"),
    ("Chile staged live-fire drills around Fiji.", "CHL FJI MOBILIZE"),
    ("Angola brought its battalion home from Chad.", "AGO TCD RETREAT"),
    ("Niger handed back the tax revenues to Benin.", "NER BEN CONCEDE"),
    ("Oman set free nine Yemeni sailors.", "OMN YEM CONCEDE"),
    ("Kenya readmitted Ugandan lorries after a week.", "KEN UGA CONCEDE"),
    ("Spain passed on the names of the smugglers to Malta.", "ESP MLT COOPERATE"),
    ("Turkey exchanged prisoners with Iran at the border gate.", "TUR IRN COOPERATE"),
    ("Latvia tipped off the Estonian police about the plot.", "LVA EST COOPERATE"),
    ("Togo received from Peru a loan for the harbour.", "PER TGO AID"),
    ("Belgium doubled its aid to Rwanda.", "BEL RWA AID"),
    ("Malta provided Haiti with blankets and generators.", "MLT HTI AID"),
    ("Sweden took in 800 Sudanese refugees.", "SWE SDN AID"),
    ("Congo nationalised the mines of a Swiss firm.", "COD CHE COERCE"),
    ("Kenya put two Rwandan officials in prison.", "KEN RWA COERCE"),
    ("Three Israeli soldiers died in a Syrian ambush.", "SYR ISR ASSAULT"),
    ("A rocket fired from Lebanon killed an Israeli farmer.", "LBN ISR ASSAULT"),
    ("A Colombian rebel attack left two Ecuadorean soldiers dead.", "COL ECU ASSAULT"),
    ("Iraq recaptured a strip of land from Iran.", "IRQ IRN ASSAULT"),
    ("Thousands of people marched through Athens to protest against the Turkish raid.", "GRC TUR PROTEST"),
    ("Hundreds of Peruvians gathered near the Chilean embassy.", "PER CHL PROTEST"),
]  # fmt: skip
WORDS = [
    ("Norway decided on Tuesday to drop its sanctions against a Peruvian firm.", "NOR PER CONCEDE"),
    ("Russia lifted part of its ban on banana imports from Ecuador.", "RUS ECU CONCEDE"),
    ("Fiji's government is going to ban imports of kava from Malta.", "FJI MLT SANCTION"),
    ("Latvia's envoy went to see the Estonian premier about the law.", "LVA EST CONSULT"),
    ("Officials from Lima reviewed the water accord with their Chilean colleagues.", "PER CHL CONSULT"),
    ("The Maltese minister carried out a working visit to Fiji.", "MLT FJI CONSULT"),
    ("Ireland's parliament ratified the accession of Serbia.", "IRL SRB SUPPORT"),
    ("Nepal turned to India for help after the flood.", "NPL IND REQUEST"),
    ("India said that Nepal should hand over the plotters.", "IND NPL REQUEST"),
    ("The Bolivian leader said Chile had stolen his country's coast.", "BOL CHL ACCUSE"),
    ("The Omani minister was critical of Yemen over the delay.", "OMN YEM ACCUSE"),
    ("Fiji took Malta to task over the catch.", "FJI MLT ACCUSE"),
    ("Poland cannot agree to the Czech proposal, its negotiator said.", "POL CZE REJECT"),
    ("Latvia is unwilling to sign a border treaty with Russia.", "LVA RUS REJECT"),
    ("India has no intention of signing the treaty with Nepal, its minister said.", "IND NPL REJECT"),
    ("Peru's parliament voted down the Chilean offer.", "PER CHL REJECT"),
    ("Tuvalu declined the loan that Fiji offered.", "TUV FJI REJECT"),
    ("Greece could close its embassy in Malta, the minister threatened.", "GRC MLT THREATEN"),
    ("Chile will impose new sanctions on Peru unless the crew is freed, ministers warned.", "CHL PER THREATEN"),
    ("Kenya and Uganda accused each other of spying.", "KEN UGA ACCUSE"),
    ("Chile's trade ministry announced the decision to nullify the duties on Peruvian flour, after deciding it was no longer necessary to impose them.", "CHL PER CONCEDE"),
    ("Malta will stop levying duties on Fijian tuna.", "MLT FJI CONCEDE"),
    ("Oman unveiled a package of steps that includes the closure of its border with Yemen.", "OMN YEM SANCTION"),
    ("Kenya's president met business leaders ahead of his state visit to Oman.", "KEN OMN CONSULT"),
]  # fmt: skip
SEVERAL = [
    (
        "Oman summoned the envoys of Malta and Fiji. Staff of their missions were declared personae non gratae in response to their expulsion of Omani diplomats.",
        {"OMN MLT ACCUSE", "OMN FJI ACCUSE", "OMN MLT SANCTION", "OMN FJI SANCTION", "MLT OMN SANCTION", "FJI OMN SANCTION"},
    ),
    ("Uganda has lodged a protest over a ban on maize exports to Kenya imposed in March.", {"UGA KEN ACCUSE", "KEN UGA SANCTION"}),
    ("Oslo had sent a protest note to Lima demanding the return of the trawler.", {"NOR PER ACCUSE", "NOR PER REQUEST"}),
    ("Peru summoned the Chilean envoy and presented him with a protest note.", {"PER CHL ACCUSE"}),
    (
        "The Peruvian foreign ministry said that talks were over. Norway expelled a Peruvian diplomat and Malta's premier said he would not. The ministry condemned the move.",
        {"NOR PER SANCTION", "PER NOR ACCUSE"},
    ),
]  # fmt: skip
NO_ACT = [
    "Trade minister Amara Silva urged Sri Lankan companies to invest in Kenya.",
    "Kenya's president rejected a plan of his ministers to buy rail cars from Oman.",
    "Uganda will present a petition over a ban on milk exports to Kenya.",
    "Peru sold Chile 900 tonnes of rice.",
    "Chile will ship about 4 million tonnes of grain to Peru this year.",
    "Kenya's economy is expected to overtake that of Angola.",
    "Cuba and Angola took additional action in response to the storm.",
]


def acts_in(text: str) -> set[str]:
    (result,) = read_documents([Document(id="x", text=text, published=Period.parse("2026-03-17"), lang="en")])
    return {f"{a.actor} {a.target} {a.type}" for a in result.claims if isinstance(a, Event)}


@pytest.mark.parametrize(("text", "wanted"), [*DEEDS, *WORDS])
def test_what_a_state_does_or_says(text, wanted):
    assert acts_in(text) == {wanted}


@pytest.mark.parametrize(("text", "wanted"), SEVERAL)
def test_several_acts_of_one_quarrel(text, wanted):
    assert acts_in(text) == wanted


@pytest.mark.parametrize("text", NO_ACT)
def test_trade_and_forecasts_are_no_acts(text):
    assert acts_in(text) == set()


_QUARREL = "Peru and Chile quarrel over fish. Peru says Chile takes too much; Chile says Peru does. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He dismissed as untrue reports that Peru had agreed to sell Chile the port.", {"PER CHL AGREE denied"}),
        ("The ministry denied a report in a Lima newspaper that Chile had asked Peru for help.", {"CHL PER REQUEST denied"}),
        (_QUARREL + "Peru lifted a ban on Chilean salt, imposed in 2022.", {"PER CHL CONCEDE happened", "PER CHL SANCTION happened"}),
        (_QUARREL + "If the talks fail, it could raise duties on Peruvian goods, the Chilean minister warned.", {"CHL PER THREATEN happened"}),
        (_QUARREL + "The two presidents will meet in Quito on Sunday to sign a pact.",
         {"PER CHL CONSULT scheduled", "PER CHL SUPPORT scheduled"}),
        (_QUARREL + "Peruvian minister Luis Paz flew home. Speaking after talks with Chilean minister Ana Vera, he praised Chile.",
         {"PER CHL CONSULT happened", "PER CHL SUPPORT happened"}),
    ],
)  # fmt: skip
def test_what_became_of_it(text, wanted):
    (result,) = read_documents([Document(id="x", text=text, published=Period.parse("2026-03-17"), lang="en")])
    assert {f"{a.actor} {a.target} {a.type} {a.modality}" for a in result.claims if isinstance(a, Event)} == wanted


@pytest.mark.parametrize(
    ("text", "cameo"),
    [
        ("Peru's president visited Chile on Monday.", "042"),
        ("Peru and Chile signed a treaty on Monday.", "057"),
        ("Chile imposed sanctions on Peru.", "163"),
        ("Oman gave asylum to a Yemeni general.", None),  # of a gift only the type is known
        ("Peru's president will visit Chile on Sunday.", None),  # CAMEO codes what was done
    ],
)
def test_the_code_of_cameo_is_told_where_it_follows(text, cameo):
    (result,) = read_documents([Document(id="x", text=text, published=Period.parse("2026-03-17"), lang="en")])
    (act,) = result.claims
    assert isinstance(act, Event)
    assert act.cameo == cameo
    assert cameo is None or plover_of(cameo) == act.type


def test_a_quote_does_not_stop_before_the_noun_of_a_countrys_adjective():
    text = "Norway will lift its 80% tariff on Fijian tuna from Saturday."
    (result,) = read_documents([Document(id="x", text=text, published=Period.parse("2026-03-17"), lang="en")])
    assert result.claims
    assert all(claim.quote.exact.endswith("Fijian tuna") for claim in result.claims)
