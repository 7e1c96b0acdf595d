"""Rows of the lexicon of acts, those of nouns: talks, visits, bans, raids; their form is told in `acts`."""

from __future__ import annotations

from typing import Final

NOUN_ROWS: Final = """
CONSULT host-talks | mediation | between | | own
CONSULT visit | tour | of | | lead
CONSULT visit | visit trip tour stopover stay | to in | | lead
CONSULT visit | stop | in at | | lead
CONSULT talks | talk meeting summit negotiation conversation discussion consultation reception dialogue contact encounter | with between | | mutual lead
CONSULT talks | lunch luncheon dinner breakfast banquet | with | | mutual lead
CONSULT talks | session sitting | with between | | mutual lead jointbody
CONSULT phone | call | with between | | mutual phone lead
SUPPORT sign | signing signature | with between | @AGREEMENT | mutual of
SUPPORT sign | conclusion | with between | agreement accord deal pact treaty memorandum convention protocol | mutual of
AGREE reach-agreement | agreement accord deal pact treaty compromise memorandum understanding | between with of | | mutual lead made
SUPPORT praise | praise | of for | |
SUPPORT recognise | recognition | of | |
AGREE invite | invitation | to | |
REJECT refuse | refusal rejection | of comp | |
REQUEST ask | request appeal demand call | to from | | own
THREATEN threaten | threat ultimatum warning | to against | | own
ACCUSE investigate | investigation probe inquiry | into against | | own
ACCUSE accuse | accusation allegation criticism condemnation denunciation complaint lawsuit charge | of against about | | own
ACCUSE accuse | protest | against about over to | | own
ACCUSE summon-envoy | summoning summons | of | | by
PROTEST demonstrate | demonstration protest riot vigil sit-in | against outside at near | | mob word:against,outside,embassy,consulate,anti
AGREE offer | pledge promise offer | to | | own
SANCTION close-border | closure closing shutting | with to of | border frontier crossing airspace embassy consulate | of
SANCTION sanctions | sanction embargo ban curb restriction | on against | | poss
SANCTION sanctions | boycott | on against of | | poss
CONCEDE release | release freeing repatriation handover | of | sailor fisherman prisoner hostage detainee soldier journalist crew captive airman pilot citizen national crewman | of by
CONCEDE reopen | reopening re-opening opening | with to of | border frontier crossing airspace | of
CONCEDE resume | resumption restoration restart | with to from of between | export import shipment delivery supply flight trade purchase aid transit | of
CONCEDE lift-sanctions | lifting easing removal abolition suspension relaxation scrapping nullification annulment revocation repeal | on against of for | @SANCTIONS | of
RETREAT withdraw | withdrawal pullout pull-out retreat | from | |
MOBILIZE deploy | deployment | in near along to | |
COOPERATE drill | exercise drill manoeuvre maneuver | with between | | mutual joint
AID grant | gift donation present | to for | | from
COERCE arrest | arrest detention seizure capture abduction kidnapping imprisonment deportation blockade | of | | by
ASSAULT attack | attack raid bombing invasion shelling airstrike bombardment assault strike offensive incursion onslaught ambush airstrikes occupation annexation blitz | on against of into at | |
ASSAULT shoot-down | shooting downing | of | drone plane aircraft jet helicopter airliner balloon fighter warplane | of by
ASSAULT fire | fire gunfire | on at against | | by
ASSAULT clash | fighting firing shooting clash battle skirmish firefight shootout gunbattle gunfight hostility | with between | | mutual lead
ASSAULT clash | war | between | | mutual lead dated word:between
REQUEST press-for | pressure | from | | under word:under
ASSAULT kill | killing assassination murder massacre slaughter | of | | by
SANCTION expel-diplomat | expulsion | of | |
"""
