"""When an act was done, and between whom where a story tells of its two countries without their names.

Stories of our own; every one is dated Tuesday, 17 March 2026. A row's acts read: actor target type modality date; `-` is no date.
"""

from __future__ import annotations

import pytest

from tieline.model.claims import Event
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read.reader import read_documents

OWN_TIME = [
    # what is asked, offered or agreed lies in its own future
    ("Chile invited Vietnam's trade minister to visit Santiago in July.", "CHL VNM AGREE happened -"),
    ("Chile and Vietnam agreed to raise trade to $9 billion by 2030.", "CHL VNM AGREE happened -"),
    ("Chile asked Vietnam on Monday to sell it more rice from 2027.", "CHL VNM REQUEST happened 2026-03-16"),
    # what happened does not lie ahead: a month without a year is the last one
    ("Vietnam's foreign minister, visiting Chile in July, praised the Chilean navy.",
     "VNM CHL CONSULT happened 2025-07; VNM CHL SUPPORT happened 2025-07"),
    # a noun with a time that is still to come is a plan
    ("An Estonian embargo on Latvian butter takes effect on July 1.", "EST LVA SANCTION scheduled 2026-07-01"),
    # a threat is dated by its own words
    ("Nepal's premier said on Monday that Nepal would close its border with India if the talks failed.", "NPL IND THREATEN happened 2026-03-16"),
]  # fmt: skip
OTHER_TIME = [
    # the day of saying is not that of what is to come, nor the day of the reason that of the answer
    ("Nigeria said on Thursday it would recall its ambassador to Ghana.", "NGA GHA ACCUSE scheduled -"),
    ("Egypt and Bahrain announced on Monday they would cut ties with Qatar.", "EGY QAT SANCTION scheduled -; BHR QAT SANCTION scheduled -"),
    ("Kenya said yesterday it would hold talks with Ghana on Friday.", "KEN GHA CONSULT scheduled 2026-03-20"),
    ("Chile expelled two Cuban diplomats over a shooting on March 3.", "CHL CUB SANCTION happened -"),
    ("Chile expelled two Cuban diplomats on March 3 over a shooting.", "CHL CUB SANCTION happened 2026-03-03"),
    ("Lebanon severed relations with Iran in November, 1983, but relations were restored the following July.",
     "LBN IRN SANCTION happened 1983-11; LBN IRN SUPPORT happened 1984-07"),
    ("Relations soured in May 2021 when Peru recalled its ambassador from Chile.", "PER CHL ACCUSE happened 2021-05"),
    ("Peru and Chile will sign a treaty when the Peruvian president visits Santiago in May.",
     "PER CHL SUPPORT scheduled 2026-05; PER CHL CONSULT scheduled 2026-05"),
    ("Togo's president visited Ghana on Monday, two days after the two countries signed a treaty.",
     "TGO GHA CONSULT happened 2026-03-16; TGO GHA SUPPORT happened 2026-03-14"),
    ("Oman expelled a Yemeni envoy on March 9. Yemen recalled its ambassador from Oman three days later.",
     "OMN YEM SANCTION happened 2026-03-09; YEM OMN ACCUSE happened 2026-03-12"),
    ("Oman expelled a Yemeni envoy on March 9. Yemen recalled its ambassador from Oman the next day.",
     "OMN YEM SANCTION happened 2026-03-09; YEM OMN ACCUSE happened 2026-03-10"),
    ("Malta's president will visit Fiji in the autumn.", "MLT FJI CONSULT scheduled 2026-09/2026-11"),
    ("Malta's president visited Fiji last summer.", "MLT FJI CONSULT happened 2025-06/2025-08"),
]  # fmt: skip
_LEAD = "Ghana and Togo have been at odds over fish for years. Ghana says Togo takes too much; Togo says Ghana does. "
UNNAMED = [
    # a third country on the side does not become one of "the two"
    (_LEAD + "Togo bought nets from Benin. The two governments signed an accord on Sunday.", "GHA TGO SUPPORT happened 2026-03-15"),
    (_LEAD + "Foreign ministers Ama Boateng and Koffi Lawson met on Sunday.", "GHA TGO CONSULT happened 2026-03-15"),
    (_LEAD + "The two sides failed to agree at a meeting in Geneva last month.", "GHA TGO CONSULT happened 2026-02"),
    (_LEAD + "Each blames the other for the quarrel.", "GHA TGO ACCUSE happened -"),
    (_LEAD + "In Accra, trade ministry spokesman Yaw Mensah called the Togolese levy unfair.", "GHA TGO ACCUSE happened -"),
    (_LEAD + "Ama Boateng, Ghana's fisheries minister, asked her guest to lift the levy.", "GHA TGO REQUEST happened -"),
    (_LEAD + "The fisheries ministry imposed a levy of 9 percent on tuna from Togo.", "GHA TGO SANCTION happened -"),
    ("Bahrain sells Peru gas. Peru has sold Bahrain copper. The Gulf state accused Peru of spying.", "BHR PER ACCUSE happened -"),
    ("The bloc condemned the tariffs which Brazil imposed on ASEAN. ASEAN's secretary-general spoke in Jakarta.",
     "ASEAN BRA ACCUSE happened -; BRA ASEAN SANCTION happened -"),
    ("The Kenyan premier condemned the tariffs which Peru imposed on Chile last week.",
     "KEN PER ACCUSE happened -; PER CHL SANCTION happened 2026-03-09/2026-03-15"),
    ("Kenya's veterinary watchdog responded by suspending deliveries of milk from Uganda.", "KEN UGA SANCTION happened -"),
    ("Serbian police turned back a Croatian rowing team on Sunday.", "SRB HRV COERCE happened 2026-03-15"),
    ("Peru asked the WTO to set up a panel over Chile's ban on limes.", "PER CHL ACCUSE happened -"),
    ("Latvia's envoy took up the matter with the Estonian foreign minister on Monday.", "LVA EST CONSULT happened 2026-03-16"),
    ("Chile's foreign minister called the Peruvian raid shameful on Sunday.", "CHL PER ACCUSE happened 2026-03-15"),
]  # fmt: skip


def acts_in(text: str) -> set[str]:
    document = Document(id="x", text=text, published=Period.parse("2026-03-17"), lang="en")
    (result,) = read_documents([document])
    acts = [claim for claim in result.claims if isinstance(claim, Event)]
    return {f"{a.actor} {a.target} {a.type} {a.modality} {a.date.iso if a.date else '-'}" for a in acts}


@pytest.mark.parametrize(("text", "wanted"), [*OWN_TIME, *OTHER_TIME, *UNNAMED])
def test_acts_with_their_dates_and_sides(text, wanted):
    assert acts_in(text) == set(wanted.split("; "))
