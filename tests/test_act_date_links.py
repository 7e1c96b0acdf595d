"""Days that an act shares with what stands beside it: talks, a speech, an announcement, a clause with "when".

Stories of our own; every one is dated Tuesday, 17 March 2026. A row's acts read: actor target type modality date; `-` is no date.
"""

from __future__ import annotations

import pytest

from test_act_dates import acts_in

SHARED = [
    ("In October, Azerbaijani President Ilham Aliyev announced that Baku had lifted all restrictions on cargo to Armenia.",
     "AZE ARM CONCEDE happened 2025-10"),
    ("President Vladimir Putin said on Monday at the start of his talks with Belarusian leader Alexander Lukashenko that the union would last.",
     "RUS BLR CONSULT happened 2026-03-16"),
    ("During a visit to Tokyo last month, Indian trade minister Arun Mehta signed a loan agreement with Japan.",
     "IND JPN CONSULT happened 2026-02; IND JPN SUPPORT happened 2026-02"),
    ("Speaking in Jakarta on Friday, Malaysian foreign minister Ali Rahman accused Singapore of polluting the strait.",
     "MYS SGP ACCUSE happened 2026-03-13"),
    ("Egyptian President Adel Nabil congratulated his Russian counterpart by phone on February 3 and reiterated an invitation to visit Cairo.",
     "EGY RUS SUPPORT happened 2026-02-03; EGY RUS AGREE happened 2026-02-03"),
    ("Mali's president met Algerian officials last week and asked for the release of 12 soldiers.",
     "MLI DZA CONSULT happened 2026-03-09/2026-03-15; MLI DZA REQUEST happened 2026-03-09/2026-03-15"),
    ("Chile's president Juan Soto visited Lima on March 10-11. During the visit, the two countries signed a defence pact.",
     "CHL PER CONSULT happened 2026-03-10/2026-03-11; CHL PER SUPPORT happened 2026-03-10/2026-03-11"),
    ("Chile's president Juan Soto met Peruvian President Ana Rojas in Lima on March 10. At the meeting, Soto invited Rojas to Santiago.",
     "CHL PER CONSULT happened 2026-03-10; CHL PER AGREE happened 2026-03-10"),
    ("Since February, when Warsaw closed two crossings with Belarus, trade has stalled.", "POL BLR SANCTION happened 2026-02"),
    ("Foreign Minister Lena Holm of Norway held talks with her Finnish counterpart on Monday and Tuesday.",
     "NOR FIN CONSULT happened 2026-03-16/2026-03-17"),
    ("During his visit to Ankara on March 3-5, Kazakh President Tokayev invited Turkish leader Erdogan to Astana.",
     "KAZ TUR CONSULT happened 2026-03-03/2026-03-05; KAZ TUR AGREE happened 2026-03-03/2026-03-05"),
]  # fmt: skip
SPANS = [
    ("Oman expelled a Yemeni envoy over the weekend.", "OMN YEM SANCTION happened 2026-03-14/2026-03-15"),
    ("Oman's foreign minister will visit Sanaa at the weekend.", "OMN YEM CONSULT scheduled 2026-03-21/2026-03-22"),
    ("Oman has banned Yemeni fish since 2019.", "OMN YEM SANCTION happened 2019"),
    ("Oman imposed tariffs on Yemeni fish effective March 1.", "OMN YEM SANCTION happened 2026-03-01"),
    ("Oman and Yemen trade fish. Two Omani firms have been barred from exporting fish to Yemen since March 6, 2019.",
     "YEM OMN SANCTION happened 2019-03-06"),
    ("Italian Premier Carlo Bandini and Iran's First Vice-President Reza Hosseini looked at ways to widen cooperation on Saturday.",
     "ITA IRN CONSULT happened 2026-03-14"),
]  # fmt: skip
NOT_SHARED = [
    # a goal's year lies ahead of what has happened
    ("India and Russia reaffirmed a goal of $100 billion in trade by 2030.", "IND RUS AGREE happened -"),
    # another act's time: of what is condemned, of the sanctions, of the sayer
    ("China's defence ministry condemned Monday's transit of a U.S. destroyer.", "CHN USA ACCUSE happened -"),
    ("Oman's foreign minister flew to Tehran on Sunday. He held talks with Iranian President Reza Amiri.",
     "OMN IRN CONSULT happened 2026-03-15; OMN IRN CONSULT happened -"),
    ("Ghana's transport minister, who spoke with his Togolese counterpart on Sunday, accused Togo of piracy.",
     "GHA TGO CONSULT happened 2026-03-15; GHA TGO ACCUSE happened -"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [*SHARED, *SPANS, *NOT_SHARED])
def test_days_are_shared_with_the_occasion_alone(text, wanted):
    assert acts_in(text) == set(wanted.split("; "))
