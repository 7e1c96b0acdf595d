"""One act once: told again by its noun, as the talks themselves, as what is done once; its day; who says it; who does it.

Stories of our own; every one is dated Tuesday, 17 March 2026. A row's acts read: actor target type mode date; `-` is no date.
"""

from __future__ import annotations

import pytest

from tieline.model.claims import Event
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read.reader import read_documents

_MET = "Latvian premier Janis Ozols met his Irish counterpart Sean Daly on Monday in Riga. "
_FOUGHT = "Soldiers of Eritrea and Djibouti clashed on the border on Sunday. "
ONCE = [
    # the talks that were told, either way round
    (_MET + "The two premiers discussed gas during the meeting.", "LVA IRL CONSULT meet 2026-03-16"),
    (_MET + "The talks were held at the Irish embassy.", "LVA IRL CONSULT meet 2026-03-16"),
    ("Oman and Fiji discussed fish during a telephone call on Monday.", "OMN FJI CONSULT phone 2026-03-16"),
    # a deed by its noun, a quarrel of two
    (_FOUGHT + "The clash between Eritrean and Djiboutian soldiers took place near a well.", "ERI DJI ASSAULT clash 2026-03-15"),
    ("Togo and Benin accused each other of breaking a truce. Within hours the two sides accused each other of shelling.",
     "TGO BEN ACCUSE accuse -"),
    # what is done once
    ("Chad cut diplomatic ties with Iran on Monday. Its foreign ministry said it had broken off relations with Tehran over a plot.",
     "TCD IRN SANCTION sever-ties 2026-03-16"),
    ("Peru recognised Kosovo on Monday. The recognition of Kosovo by Peru was welcomed in Tirana.", "PER XKX SUPPORT recognise 2026-03-16"),
]  # fmt: skip
TWICE = [
    # another day, a word that counts, another matter
    (_MET + "Ireland's foreign minister held talks with her Latvian counterpart in Dublin on Sunday.",
     "LVA IRL CONSULT meet 2026-03-16; IRL LVA CONSULT talks 2026-03-15"),
    ("Peru and Chile signed a fishing accord on Monday. They also signed a customs agreement.",
     "PER CHL SUPPORT sign 2026-03-16; PER CHL SUPPORT sign -"),
    ("Oman expelled a Yemeni envoy on Monday. It expelled two more Yemeni diplomats on Saturday.",
     "OMN YEM SANCTION expel-diplomat 2026-03-16; OMN YEM SANCTION expel-diplomat 2026-03-14"),
]  # fmt: skip
DAYS = [
    # the year by which a thing is called, the day of what is scolded or answered
    ("Togo invoked the 1987 treaty and demanded that Benin withdraw its troops.", "TGO BEN REQUEST demand -"),
    ("Fiji condemned a raid on Sunday by the Tongan navy.", "FJI TON ACCUSE criticise -"),
    ("Fiji condemned the Tongan navy on Sunday for a raid.", "FJI TON ACCUSE criticise 2026-03-15"),
    ("Oman's foreign ministry summoned the Yemeni envoy and condemned the shelling by Yemeni troops on March 8.",
     "OMN YEM ACCUSE summon-envoy -; OMN YEM ACCUSE criticise -"),
    ("Syria threatened revenge for an Iraqi strike on Monday.", "SYR IRQ THREATEN threaten -"),
    ("Mali recalled its envoy to Niger on Monday over a clash on Saturday.", "MLI NER ACCUSE recall-envoy 2026-03-16"),
    # two deeds in one breath
    ("Yemeni boats shelled and damaged an Omani tanker on Monday, Omani officials said.", "YEM OMN ASSAULT attack 2026-03-16"),
    # a measure announced on a day, or taken as it is told; what another does is not dated by it
    ("On March 9, Malta announced the expulsion of two Libyan diplomats.", "MLT LBY SANCTION expel-diplomat 2026-03-09"),
    ("Malta announced on Monday the expulsion of two Libyan diplomats.", "MLT LBY SANCTION expel-diplomat 2026-03-16"),
    ("On Monday, Malta said it was expelling two Libyan diplomats.", "MLT LBY SANCTION expel-diplomat 2026-03-16"),
    ("On Monday, Malta said Libya was expelling its diplomats.", "LBY MLT SANCTION expel-diplomat -"),
    ("Togo announced on Monday that it had accepted a ceasefire proposal by Benin.", "TGO BEN AGREE approve 2026-03-16"),
]  # fmt: skip
SAID = [
    ("QUITO, Ecuador: The Bolivian government said Peru had closed its border with Bolivia.", "PER", ("Bolivian government",)),
    ("Citing the shelling of a port, the daily El Sol reported that Peru had expelled two Chilean envoys.", "PER", ("daily El Sol",)),
    ("According to a message published on the account of the Omani navy, Oman seized a Yemeni boat.", "OMN", ("Omani navy",)),
    ("While Chad accused Niger of spying, a Libyan minister warned that his country would not stand by.", "TCD", ()),
    ("Peru claimed it sank a Chilean boat, but Chile said the boat had returned to port.", "PER", ("Peru",)),
    ("Officials said Peru expelled two Chilean envoys, and Chile recalled its own.", "PER", ("Officials",)),
]  # fmt: skip
PEOPLE = [
    ("The Kenyan Ministry of Foreign Affairs and Trade condemned Uganda.", "KEN", "The Kenyan Ministry of Foreign Affairs and Trade"),
    ("Army spokesman Maj. Gen. Omar Farid of Oman accused Yemen of firing first.", "OMN", "Army spokesman Maj. Gen. Omar Farid of Oman"),
    ("Latvian Brig. Gen. Juris Kalns accused Belarus of moving a fence.", "LVA", "Latvian Brig. Gen. Juris Kalns"),
    ("Assistant President of Sudan Omar Hadi accused Chad of arming rebels.", "SDN", "Assistant President of Sudan Omar Hadi"),
    ("Polish warplanes bombed a Libyan port.", "POL", None),
    ("Troops from Chad attacked a Libyan post.", "TCD", None),
    ("A Maltese official did not say how many Libyan envoys would be hurt but accused Libya of spying.", "MLT", "Maltese official"),
]  # fmt: skip


def events(text: str) -> list[Event]:
    (result,) = read_documents([Document(id="x", text=text, published=Period.parse("2026-03-17"), lang="en")])
    return [claim for claim in result.claims if isinstance(claim, Event)]


@pytest.mark.parametrize(("text", "wanted"), [*ONCE, *TWICE, *DAYS])
def test_an_act_is_told_once_on_its_own_day(text, wanted):
    told = [f"{a.actor} {a.target} {a.type} {a.mode} {a.date.iso if a.date else '-'}" for a in events(text)]
    assert sorted(told) == sorted(wanted.split("; "))


@pytest.mark.parametrize(("text", "actor", "sources"), SAID)
def test_a_speaker_says_what_his_words_reach(text, actor, sources):
    assert next(a.sources for a in events(text) if a.actor == actor) == sources


@pytest.mark.parametrize(("text", "actor", "person"), PEOPLE)
def test_who_acts_is_named_whole_or_not_at_all(text, actor, person):
    assert next((a.actor_person,) for a in events(text) if a.actor == actor) == (person,)
