"""Rows of the lexicon of acts, the plain phrases of the press ("cast doubt on", "went back on its word"), which go before all others; their form is told in `acts`."""

from __future__ import annotations

from typing import Final

PLAIN_ROWS: Final = """
CONSULT visit | begin start make undertake launch complete finish conclude | of | tour | named
CONSULT visit | embark | of | | people named word:tour
CONSULT visit | send dispatch | to host | secretary adviser advisor undersecretary president premier | named
AID grant | send dispatch rush deliver ship airlift fly | to | ton tonne kilogram material supplies supply goods consignment shipment load | named word:relief,humanitarian
AID help | deploy send dispatch rush fly | to in | team unit crew | named word:disaster,rescue,relief,protection,humanitarian,emergency,earthquake
SANCTION suspend | announce order declare | to | halt suspension freeze end cut stop | named word:aid,assistance,trade,exports,imports,flights,cooperation,loans,shipments,sales
SANCTION suspend | suspend freeze halt ban stop block cut | with to from | transaction dealing | named
SANCTION expel-diplomat | dismiss | mod obj | diplomat | named
ACCUSE criticise | react respond | to | | named word:angrily,furiously,bitterly,indignantly
RETREAT withdraw | quit leave exit | obj | commonwealth union league council organisation organization bloc community eu ecowas nato opec unesco cis mercosur unasur osce asean un icc | named member
RETREAT withdraw | pull walk opt drop | of from | | +out named word:commonwealth,union,league,council,organisation,organization,bloc,eu,ecowas,nato,opec,unesco,cis,mercosur,unasur,osce,asean
REQUEST demand | give hand present send submit issue deliver make | to dative | list series set string catalogue | named word:demand,demands,condition,conditions
SUPPORT recognise | extend grant give accord offer | to dative | recognition | named
SUPPORT recognise | win gain receive secure get obtain | from of | recognition | turned named
REQUEST urge | urge counsel advise recommend | on from reacted | restraint calm caution moderation de-escalation dialogue patience | named
REQUEST call-on | call appeal plead | reacted | | +for named word:calm,restraint,ceasefire,cease-fire,de-escalation,truce,moderation
ACCUSE protest-note | protest | reacted | | bare named
ACCUSE recall-envoy | order tell instruct ask | mod to in from | @ENVOY | own-envoy named
ACCUSE recall-envoy | call bring summon | from to in host other | @ENVOY | +home
SANCTION ban | put place bring | mod from of | | word:embargo,ban,quarantine,sanctions goods named
ACCUSE sue | go | against with | | word:court,arbitration,wto,tribunal named
SANCTION sanctions | confirm enforce | on against mod | @CURBS | named
SANCTION suspend | withdraw revoke strip suspend cancel end remove | mod of from for | status treatment | word:favoured,favored,mfn,preferential,preference named
SANCTION suspend | end withdraw suspend revoke curtail restrict | for to of mod | access | word:duty,duties,market,trade,tariff,duty-free,preferential named
SUPPORT restore-ties | restore resume renew | imposed | | anaphor
CONCEDE lift-sanctions | lift ease relax drop scrap remove waive suspend open reopen end revoke loosen rescind | imposed | | anaphor
SANCTION sanctions | impose introduce reimpose tighten | imposed | | anaphor
CONCEDE allow | let allow admit permit | mod obj from | vessel boat trawler ship lorry truck goods product livestock cattle worker national citizen migrant | word:into named
ACCUSE criticise | term deem consider dub characterise characterize | mod obj | | scorn named
CONSULT talks | tell inform | obj | | mutual state people others
AID deposit | place put deposit park keep | in into at with | million billion dollar euro deposit money | word:bank,deposit,treasury,reserves named
AID deposit | roll | mod of with at to | deposit loan debt credit | +over
AID grant | distribute hand deliver give | to in for | parcel package kit ration basket hamper | named word:food,aid,relief,humanitarian,hygiene,medical
AID military | supply provide furnish | obj | system radar battery howitzer interceptor | with named
AGREE offer | commit pledge bind oblige | to | | named word:itself,themselves
AGREE ready | committed | to | | adj named
AGREE reach-agreement | agree | mod | link line pipeline road bridge railway price quota route plan programme corridor | mutual named
REQUEST ask | like want wish | from with to mod | | toinf deal named word:buy,import,purchase,sign,conclude,negotiate
REQUEST ask | try seek | into to mod | | toinf named word:market
REQUEST call-on | call | imposer | | +for named word:barrier,barriers,obstacle,obstacles,tax,taxes,levies,blockade,roadblocks
CONCEDE lift-sanctions | announce order declare approve confirm decree unveil | mod of on against for | lifting easing removal relaxation end abolition scrapping revocation rollback nullification annulment cancellation repeal | word:sanctions,embargo,ban,bans,tariff,tariffs,duty,duties,restrictions,curbs,blockade,boycott,moratorium,quota,quotas named
MOBILIZE intrude | enter violate breach penetrate approach cross | mod obj | airspace water waters sky skies zone | armedforce named
MOBILIZE intrude | cross come stray intrude fly sail drift move venture go | into | | armedforce word:airspace,waters,skies named
MOBILIZE intrude | come go slip sneak | into | | troops word:border,frontier named
MOBILIZE intrude | fly | mod obj over | | armedforce +over named
MOBILIZE deploy | put post | along near on at | @TROOPS | named
COERCE blockade | surround | mod obj | | armedforce named
ACCUSE summon-envoy | call order ask | obj mod | @ENVOY | word:ministry,explain named
CONCEDE lift-sanctions | withdraw | on against from mod for other | @CURBS |
COOPERATE drill | exercise | with alongside | | mutual state named word:with,alongside
AID grant | send donate ship dispatch airlift deliver fly | to dative | supply kit parcel consignment doctor nurse mask | word:medical,relief,emergency,food,humanitarian,aid named
AID military | give send provide deliver supply ship lend transfer donate | dative to | system battery interceptor armour armor | word:air,defence,defense,missile,anti-aircraft,artillery named
CONSULT talks | say bid | to dative | farewell goodbye | named people
SUPPORT sign | adopt | of with between by | statement communique communiqué declaration | mutual jointop named
CONSULT talks | tell address hold give | with | conference briefing | mutual joint
CONSULT talks | hold give address | with | conference briefing | mutual jointop named
SANCTION sever-ties | break cut | with between of | @TIES | +off
CONCEDE return-envoy | send | to host mod other | ambassador envoy consul attaché attache | +back
CONSULT visit | speak | host | | place people word:stop named
CONSULT host-talks | appear | with | | mutual named word:conference,briefing
SUPPORT back | stick | by with | | named
SUPPORT back | be stand | on | | word:side named
SUPPORT restore-ties | set | with between | @TIES | mutual +up
SUPPORT sign | sign ink initial | with between | memoranda paper package plan credit position | mutual
SUPPORT recognise | switch shift | to | recognition allegiance | named
SUPPORT back | get win have | of from | backing blessing | turned named
AGREE approve | get win receive obtain | from | go-ahead clearance | turned named
AGREE ready | open | to with | | word:talks,dialogue,negotiations,discussions,cooperation,compromise adj named
AGREE ready | ready | for with | | word:talks,dialogue,negotiations,discussions,cooperation adj named
REQUEST ask | want need | mod from | help assistance support cooperation backing mediation apology | named
REQUEST ask | seek | from mod | investment | named
REQUEST ask | recommend | comp | | tocomp named
ACCUSE criticise | question doubt | mod | quality safety standard independence fairness sincerity | named
ACCUSE criticise | cast throw | on over upon | doubt aspersion | named
ACCUSE sue | win | against | case suit lawsuit | named
ACCUSE express-concern | express voice | over at about with | regret dissatisfaction unhappiness | word:decision,move,ban,step,measures,tariffs,action,withdrawal named
REJECT reject | say | to mod | no | named
REJECT withdraw | tear rip | with | treaty pact agreement accord deal contract | +up named
REJECT withdraw | go renege | on | | word:promise,promises,pledge,pledges,word,commitment,commitments,deal,agreement +back
THREATEN threaten | talk speak hint warn | against on of at | | word:sanctions,retaliation,reprisals,countermeasures,counter-measures named
THREATEN threaten | talk speak hint | against | | word:measures,steps,tariffs,action named
SANCTION suspend | import buy purchase take | from | | word:longer named
SANCTION suspend | export sell send supply ship deliver | to | | word:longer named
SANCTION ban | keep shut lock | mod | | +out named
SANCTION suspend | stop cease halt suspend end quit | comp from to | | trading
SANCTION suspend | revoke withdraw cancel rescind end terminate scrap suspend | mod of from to for other | facility right waiver concession status privilege | word:transit,transshipment,trans-shipment,tariff,duty-free,landing,fishing,trade named
SANCTION sever-ties | switch shift | from | recognition allegiance | named
SANCTION sanctions | join | on against | @SANCTIONS | named
SANCTION sanctions | align | on against | | word:sanctions named
SANCTION sanctions | propose | on against for from mod | @CURBS | named proposal
SANCTION sanctions | mull consider weigh study ponder contemplate | from on against | ban duty tariff | named proposal
CONCEDE allow | take strike | mod of from other | | word:list,blacklist named
AID grant | fly airlift ship drop | to into | food flour rice wheat medicine blanket tent vaccine relief aid water milk | named
CONCEDE allow | give grant restore extend | dative to for | status treatment | word:favoured,favored,trade,preferential,favoured-nation,favored-nation named
AID grant | present hand give | to dative | cheque check donation grant present gift | named
AID grant | present hand give send | to dative | | word:gift,gifts,presents,donation named
COOPERATE cooperate | take adopt | with | measure step action | mutual joint
COOPERATE cooperate | unveil inaugurate | with | | mutual joint
THREATEN threaten | respond reply react answer counter hit | comp to mod against other | threat ultimatum warning | with
CONCEDE exempt | make grant allow | for to dative | exception exemption carve-out waiver carveout | named
CONCEDE exempt | extend renew | for to dative mod | waiver exemption | named
CONCEDE allow | extend renew grant | comp other | waiver exemption | word:lets,allows,letting,allowing,let,allow
SANCTION cut-quota | cut reduce lower limit cap slash | from of for mod other | number quota amount volume intake | word:accept,import,buy,take,allow,quota,quotas,permits,licences,licenses
SANCTION sanctions | agree impose set introduce adopt | on of mod | cap | word:price named
SANCTION sanctions | introduce impose reintroduce restore reimpose require bring | for on from mod | visa | named
SANCTION ban | ban prohibit forbid outlaw bar | from to with on mod | @TRADE | named
SANCTION suspend | stop block bar halt turn keep hold | mod | grain sugar sugarcane milk maize wheat egg rice fish meat beef chicken poultry fruit vegetable tomato onion potato banana product goods good produce food shipment consignment cargo lorry truck trailer container wagon cattle livestock | word:border,frontier,crossing,entering,transiting,transit named
SANCTION suspend | refuse deny withhold | to for mod | licence license permit | word:export,import,exports,imports named
REJECT boycott | stay pull withdraw drop | mod of from host | conference forum exhibition fair summit expo | +out named
SUPPORT recognise | recognise recognize | mod obj other | leader president government council | word:as
ACCUSE express-concern | concern worry alarm dismay disappoint trouble disturb | at about over by with in | | beready named
SANCTION expel-diplomat | order tell ask | mod obj | head chief | leave word:delegation,mission,embassy
CONCEDE lift-sanctions | do | on against mod other with | @CURBS | with +away
"""
