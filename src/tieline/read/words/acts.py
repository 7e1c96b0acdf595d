"""Verbs and nouns by which states act on each other, with the PLOVER type of the act and where its target stands.

Types follow the PLOVER manual of 2021 and, where it refers to them, the categories of the CAMEO manual 1.1b3: signing is 057 (SUPPORT),
intent and promise 03 (AGREE), appeals and demands 02 and 10 (REQUEST), complaints 11 (ACCUSE), reduced relations 16 and sanctions (SANCTION),
exercises done together 06 (COOPERATE), shows of force 15 (MOBILIZE).  Lemmas, lower case.

A row reads: type and mode | verbs | slots of the target, the best first | words its object must have | flags.
Slots: `obj` a country or official as object, `mod` a country anywhere in the object's phrase, `comp` the clause or infinitive that follows,
`host` a place behind "in", "at", "to" or "for", `other` the other country of the pair, `imposer` who took the last measure told, `imposed` on whom it was, `reacted` whoever did what was told last, and prepositions.
Flags: `mutual` (both sides do it), `+x` (needs the particle or adverb x), `word:x,y` (needs one of the words), `ahead` (a threat
if it is still to come), `mob` (a crowd does it), `armedforce` (arms do it), `state` (the object must be an official or a country),
`tight` (the particle is no preposition), `named` (the target must be named, not concluded from the pair), `turned` (the target does it: "received from"), `armed`, `crowd`, `official` (nothing is asked, but the verb alone, without what stands beside it, is not enough), `people` (the actor must be a person of state), `toinf` and `tocomp` (an infinitive or a clause must follow), `others` and `doer` (a clause with a subject of its own; that subject is the target),
`proposal` (a measure that is only weighed), `direct` (the preposition hangs on the verb), `untrue` (called false), `measured` (a measure against trade stands in the clause), `leaving` (somebody has to leave), `bare` (no object: who has just asked is answered), `under` (whom it lies on is the subject of its clause), `dated` (an act only with its time), `adj` (an adjective, no verb), `goods` (the object is a good), `helpers` (doctors, rescuers, peacekeepers are the subject), `envoy` (it is done to an envoy), `own-envoy` (to one's own, who is to come home), `member` (a state leaves a body), `made` (a noun that is told as new), `deal` (what one wants is trade with the target), `trial` (a missile that is aimed at nobody), `within` (the object stands behind "in").
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from tieline.read.words.acts_deeds import DEED_ROWS
from tieline.read.words.acts_everyday import EVERYDAY_ROWS
from tieline.read.words.acts_idioms import IDIOM_ROWS
from tieline.read.words.acts_narrow import NARROW_ROWS
from tieline.read.words.acts_nouns import NOUN_ROWS
from tieline.read.words.acts_plain import PLAIN_ROWS
from tieline.read.words.acts_said import WORD_ROWS
from tieline.read.words.rule import Rule, rules_of

CLASSES: Final[dict[str, frozenset[str]]] = {
    name: frozenset(words.split())
    for name, words in {
        "AGREEMENT": "agreement accord deal pact treaty memorandum mou protocol convention charter communique communiqué declaration contract compact roadmap document program programme exchange notes statement letter arrangement understanding",
        "TALKS": "talk meeting negotiation discussion consultation summit conversation dialogue conference session sitting round exchange call videoconference ceremony commission forum anniversary event celebration parade commemoration inauguration funeral congress lunch luncheon dinner breakfast banquet audience",
        "VISIT": "visit trip tour stop stopover call stay",
        "DELEGATION": "delegation mission team group",
        "SANCTIONS": "sanction embargo ban tariff duty restriction curb penalty measure levy boycott moratorium prohibition freeze surtax surcharge quota sanctions suspension countermeasure requirement",
        "CURBS": "sanction embargo ban tariff duty restriction curb penalty levy boycott moratorium prohibition freeze surtax surcharge quota sanctions suspension countermeasure requirement",
        "BLOCKADE": "blockade siege curfew closure",
        "AID": "aid assistance help relief grant loan food rice wheat medicine fund funding money support supply dollar euro million billion credit vaccine tent blanket gift school hospital ambulance dose donation equipment asylum scholarship package intelligence photograph protection helicopter boat vehicle generator tonne ton",
        "ARMS": "arm weapon missile rocket tank ammunition rifle jet fighter drone weaponry shell gun helicopter artillery submarine frigate",
        "TRADE": "transit import export purchase sale shipment delivery trade supply order buying flight service visa adoption contact cooperation",
        "TIES": "tie relation link relationship contact",
        "ENVOY": "ambassador envoy diplomat attaché attache consul charge chargé counsellor commissioner counterpart representative embassy number mission minister consul-general officer d'affaires affaires",
        "PROTEST": "protest complaint note verbale demarche démarche objection petition",
        "SUPPORT": "support solidarity gratitude appreciation confidence condolence sympathy thank satisfaction admiration backing congratulation sorrow tribute regret",
        "CONCERN": "concern outrage anger dismay disappointment alarm displeasure indignation criticism condemnation opposition discontent dissatisfaction",
        "YEAR": "year",
        "OFFICE": "embassy consulate mission office liaison consulate-general centre center general",
        "PROPOSAL": "proposal offer request demand call appeal invitation plan bid plea suggestion overture application ultimatum accusation allegation charge criticism complaint mediation condition term suggestion resolution initiative idea claim terms",
        "TROOPS": "troop soldier force unit battalion brigade division warship ship vessel jet fighter plane aircraft bomber warplane gunship missile tank navy army fleet carrier marine contingent peacekeeper garrison artillery paratrooper policeman police system radar battery reservist presence defence defense helicopter gun armour armor howitzer gunboat sniper legionnaire",
        "DRILL": "drill exercise manoeuvre maneuver game patrol wargame training war-game",
        "ATTACK": "attack strike raid offensive assault airstrike invasion bombing operation incursion war bombardment campaign rocket missile shell onslaught ambush",
        "BORDER": "border crossing frontier airspace port embassy road bridge consulate strait airport gate route checkpoint",
        "SIGNATURE": "signature pen name",
        "INTEL": "intelligence information data evidence expertise technology know-how knowledge experience finding secret",
        "ASSET": "asset account fund reserve",
        "PROPERTY": "ship vessel boat trawler freighter ferry tanker plane aircraft cargo asset goods property fisherman sailor crew",
        "INFORMAL": "truce ceasefire cease-fire armistice",
    }.items()
}  # fmt: skip


@lru_cache(maxsize=1)
def verb_rules() -> dict[str, list[Rule]]:
    """Lemma of a verb (or of an adjective used like one) -> its rules, the most particular first."""
    return rules_of(IDIOM_ROWS + PLAIN_ROWS + EVERYDAY_ROWS + WORD_ROWS + NARROW_ROWS + DEED_ROWS, CLASSES)


@lru_cache(maxsize=1)
def noun_rules() -> dict[str, list[Rule]]:
    """Lemma of a noun that names an act -> its rules."""
    return rules_of(NOUN_ROWS, CLASSES)
