"""Acts that were denied, voted down, pledged not to be, wanted or blamed on somebody: none of them is told as done.

Beside each, acts that only look like it and stand.  Every document is dated Thursday, 14 March 2024; rows read as `press_acts` tells.
"""

from __future__ import annotations

import pytest

from press_acts import missed_and_false

DENIALS = [
    ("Bhutan accused Myanmar of hacking its servers. Myanmar denied the accusation.", "BTN MMR ACCUSE happened -; MMR BTN REJECT happened -"),
    ("Laos charged Brunei with smuggling rifles, a charge Brunei has denied.", "LAO BRN ACCUSE happened -; BRN LAO REJECT happened -"),
    ("Gabon's navy denied shelling Congolese fishing boats.", "GAB COD ASSAULT denied -"),
    ("Gabon did not deny shelling a Cameroonian trawler.", ""),
    ("Benin denied that any of its soldiers had fired at Togolese farmers.", "BEN TGO ASSAULT denied -"),
    ("Moldova denied having anything to do with the bombing of the Romanian consulate.", "MDA ROU ASSAULT denied -"),
    ("Jordan denied any involvement in the raid on a Syrian village.", "JOR SYR ASSAULT denied -"),
    ("Lesotho accuses the Namibian police of attacking herders on the river.", "LSO NAM ACCUSE happened -"),
    ("Lesotho said on Monday that Namibian police had attacked a Lesotho patrol.", "NAM LSO ASSAULT happened *; ~LSO NAM ACCUSE happened *"),
    ("Three Samoan officials were denied entry to Tonga.", "TON WSM * happened -"),
    ("Panama accused Belize of snubbing its envoy by refusing to attend the summit.", "PAN BLZ ACCUSE happened -"),
    ("Panama retaliated by expelling two Belizean diplomats.", "PAN BLZ SANCTION happened -; ~PAN BLZ * happened -"),
]  # fmt: skip
VOTES = [
    ("Cuba on Tuesday vetoed a Security Council resolution calling on Mali to hold elections.", "CUB UN REJECT happened 2024-03-12"),
    ("A resolution denouncing Eritrea was vetoed by Laos.", "LAO UN REJECT happened -"),
    ("Nepal vetoed a draft that would have imposed an arms embargo on Chad.", "NPL UN REJECT happened -"),
    ("The United Nations General Assembly adopted a resolution condemning Eritrea.", "UN ERI ACCUSE happened -"),
    ("Iceland's parliament rejected a bill banning imports from Malta.", ""),
    ("Iceland's cabinet is discussing a bill banning imports from Malta.", ""),
    ("Iceland passed a law banning imports from Malta.", "ISL MLT SANCTION happened -"),
    ("Fiji and Palau voted in favour, with Samoa abstaining.", ""),
    ("Tuvalu voted against the resolution along with Nauru.", ""),
    ("Tuvalu voted with Nauru.", "TUV NRU SUPPORT happened -"),
    ("Latvia rejected a Belarusian proposal calling for talks.", "LVA BLR REJECT happened -"),
    ("The parliament of Kenya approved new sanctions against Burundi, which still need to be signed by the president.",
     "KEN BDI SANCTION scheduled -"),
]  # fmt: skip
SHARED_MODALS = [
    ("Qatar said it would recall its envoy and impose tariffs on Lebanese fruit.", "QAT LBN ACCUSE scheduled -; QAT LBN SANCTION scheduled -"),
    ("Qatar recalled its envoy to Lebanon and imposed tariffs on Lebanese fruit.", "QAT LBN ACCUSE happened -; QAT LBN SANCTION happened -"),
    ("Qatar may expel the Lebanese consul and cut off aid to Jordan.", ""),
    ("Qatar said it would not close the border but recall its ambassador to Lebanon.", "QAT LBN ACCUSE scheduled -"),
]  # fmt: skip
NOT_TO_BE = [
    ("Oman pledged not to attack Yemeni boats.", "OMN YEM AGREE happened -"),
    ("Oman vowed to attack Yemeni boats.", "OMN YEM THREATEN happened -"),
    ("Guyana vowed never to recognise Kosovo.", "GUY XKX REJECT happened -"),
    ("Malawi no longer recognises Kosovo.", ""),
    ("Malawi's government says it will no longer recognise Kosovo.", "MWI XKX REJECT happened -"),
    ("Malawi no longer buys tea from Kenya.", "MWI KEN SANCTION happened -"),
    ("Portugal warned that it is bound to defend Angola.", "PRT AGO AGREE happened -"),
    ("Portugal warned that it would defend its waters against Angola.", "PRT AGO THREATEN happened -"),
]  # fmt: skip
TALKED_OF = [
    ("Kenya urged the resumption of talks between Sudan and Chad.", "KEN SDN REQUEST happened -; KEN TCD REQUEST happened -"),
    ("Qatar's emir stressed the importance of continuing the dialogue between Qatar and Yemen.", ""),
    ("A diplomat spoke of the stalled talks between Greece and Albania.", ""),
    ("Stalled talks between Greece and Albania will resume on Monday.", "GRC ALB CONSULT scheduled 2024-03-18"),
    ("The presidents of Ghana and Togo agreed that prices had risen.", ""),
    ("The presidents of Ghana and Togo agreed that the crossing should be reopened.", "GHA TGO AGREE happened -"),
    ("Ghana scrapped the defence pacts made between Ghana and Togo.", "GHA TGO REJECT happened -"),
]  # fmt: skip
OTHER_SENSES = [
    ("The Irish foreign ministry said Jordan and Kuwait were breaking off ties.", "JOR KWT SANCTION happened -"),
    ("Ireland said Jordan was breaking the treaty.", "IRL JOR ACCUSE happened -"),
    ("Rwanda said Congo supports Rwandan rebels.", "RWA COD ACCUSE happened -"),
    ("Rwanda supports the Congolese government's fight against the rebels.", "RWA COD SUPPORT happened -"),
    ("Tonga, which is battling the effects of a cyclone, thanked Japan.", "TON JPN SUPPORT happened -"),
    ("Togolese and Beninese troops battled near the river.", "TGO BEN ASSAULT happened -"),
    ("Chad expressed regret for Niger's decision to close the road.", "TCD NER ACCUSE happened -; ~NER TCD SANCTION happened -"),
    ("Chad expressed its regret for the death of the Nigerien pilots.", "TCD NER SUPPORT happened -"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), DENIALS + VOTES + SHARED_MODALS + NOT_TO_BE + TALKED_OF + OTHER_SENSES)
def test_what_was_not_done_is_not_told_as_done(text: str, wanted: str) -> None:
    assert missed_and_false(text, wanted, "2024-03-14") == ([], [])
