"""Who acts on whom where a turn of phrase, a joined clause, a pronoun or a gift of arms leads astray, each beside what only looks alike."""

from __future__ import annotations

import pytest

from press_acts import missed_and_false

TURNS = [
    ("Honduras went ahead with the sale despite objections from Belize.", ""),
    ("The king of Jordan went ahead to Muscat, Oman, on Tuesday.", "JOR OMN CONSULT happened 2026-03-17"),
    ("Malta is going forward with the plan against the advice of Cyprus.", ""),
    ("As Estonia presses on with its reforms, Finland is watching.", ""),
    ("Estonia pressed Finland to open the port.", "EST FIN REQUEST happened -"),
    ("Nepal submitted a list of dutiable Bhutanese goods to the WTO.", ""),
    ("Nepal submitted to Bhutan after a siege.", "NPL BTN CONCEDE happened -"),
    ("Gabon told the sailors from Benin that they were free to sail.", ""),
    ("Gabon would in turn free eleven Beninese sailors.", "GAB BEN CONCEDE scheduled -"),
    ("Haiti summoned the Jamaican envoy over what it called a slander.", "HTI JAM ACCUSE happened -"),
    ("Haiti called the Jamaican law a slander.", "HTI JAM ACCUSE happened -"),
    ('"Lesotho shelters bandits," Defence Minister Thabo Ncube of Eswatini said while meeting with village elders.', "~SWZ LSO ACCUSE happened -"),
    ("Samoa asked parliament for $2 million to help Tonga.", ""),
    ("Samoa asked the Australian parliament for $2 million.", "WSM AUS REQUEST happened -"),
    ("Iceland fired a ballistic missile into the sea, a day after it spoke against drills by Ireland.", ""),
]  # fmt: skip
ARMS = [
    ("Slovakia and its partners vowed to send anti-aircraft missiles to Tbilisi.", "SVK GEO AGREE happened -"),
    ("Slovakia has offered to ship 14 howitzers to Georgia.", "SVK GEO AGREE happened -"),
    ("Slovakia sent Georgia a dozen tanks in May 2025.", "SVK GEO AID happened 2025-05"),
    ("Slovakia would be sending Georgia more howitzers.", "SVK GEO AID scheduled -"),
    ("Slovakia vowed to send more soldiers to its border with Hungary.", "SVK HUN THREATEN happened -"),
    ("Slovakia vowed to send tanks to the border with Hungary.", "SVK HUN THREATEN happened -"),
    ("Sofia pledged ten rockets, Croatia promised 20 tanks, and Cyprus offered shells to Georgia.",
     "BGR GEO AGREE happened -; HRV GEO AGREE happened -; CYP GEO AGREE happened -"),
    ("Panama vowed to defy the latest demands by Nicaragua.", "PAN NIC THREATEN happened -"),
    ("Panama vowed to fight smuggling with Nicaragua.", "PAN NIC AGREE happened -"),
]  # fmt: skip
SIDES = [
    ("Togo condemned Ghana's raid, and Benin called it barbaric.", "TGO GHA ACCUSE happened -; BEN GHA ACCUSE happened -"),
    ("Bulgaria abstained, citing the backing by Serbia of Hungary amid its invasion of Slovenia.", "~HUN SVN ASSAULT happened -"),
    ("Ireland froze the assets of generals after Sudan's 2021 invasion of its neighbour.", "~IRL SDN SANCTION happened *"),
    ("Togo's president accused Ghana of cheating, forcing him to seek loans.", "TGO GHA ACCUSE happened -"),
    ("Togo's troops blew up the bridge, forcing Ghana to close a port.", "TGO GHA COERCE happened -"),
    ("Two Malian soldiers had been hurt by bandits and the Malian army had expelled dozens of Mauritanians.",
     "MLI MRT COERCE happened -"),
    ("Ghana imposed sanctions on Mali, in steps coordinated with Togo and Benin.",
     "GHA MLI SANCTION happened -; GHA TGO COOPERATE happened -; GHA BEN COOPERATE happened -"),
    ("Ghana froze the accounts of Mali's president in coordination with Togo.", "GHA MLI SANCTION happened -"),
    ("Togo called for U.N. observers to watch its border with Ghana.", "TGO UN REQUEST happened -"),
    ("Togo called on Ghana to withdraw its troops.", "TGO GHA REQUEST happened -"),
    ("Two were wounded in clashes between Mali and Niger.", "MLI NER ASSAULT happened -"),
    ("It followed fighting between Mali and Niger as well as Togo and Ghana.", "MLI NER ASSAULT happened -"),
    ("The leaders of Balkan states meeting at a summit urged Serbia's cabinet to free 20 Croatian sailors.", ""),
    ("Togo did so despite pleas from Mali and Niger and threats by Ghana.", ""),
    ("Togo's allies have promised Lome new loans despite Ghana's warnings.", ""),
    ("Agencies in Togo confirmed that Ghana was behind it, rejecting the claim that Mali was to blame.", ""),
    ("Togo rejected Mali's claim that the river is open.", "TGO MLI REJECT happened -"),
]  # fmt: skip
LIKELY = [
    ("Togo and Ghana quarrel. Ghana has committed 31 violations of Togo's airspace this year.", "~TGO GHA * * *"),
    ("Togo and Ghana quarrel. Togo was once more reminded of its duty not to let rebels act against Ghana.", ""),
    ("Togo and Ghana quarrel. Three soldiers of the Togolese army had been hurt by smugglers from Ghana.", ""),
    ("Togo and Ghana quarrel. Togo accused Ghana of spying. Ghana denied the accusation.",
     "TGO GHA ACCUSE happened -; ~GHA TGO REJECT happened -"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [*TURNS, *ARMS, *SIDES, *LIKELY])
def test_acts_keep_their_pair_and_type_in_turns_of_phrase(text, wanted):
    assert missed_and_false(text, wanted, "2026-03-18") == ([], [])
