"""The rows of the lexicon of acts; their form is told in `act_lexicon`."""

from __future__ import annotations

from typing import Final

VERB_ROWS: Final = """
CONSULT meet | meet | obj with | | mutual state
CONSULT inaugurate | inaugurate launch open inspect tour unveil lay watch review attend chair | with | | mutual joint
CONSULT talks | discuss review | with | | mutual state
CONSULT talks | exchange | with | view opinion visit message | mutual
CONSULT talks | dine lunch breakfast huddle | with | | mutual state
CONSULT talks | gather convene assemble | with | | mutual
CONSULT phone | call ring | obj | counterpart colleague number | mutual state
CONSULT visit | set stop | host | | place people +off
CONSULT visit | stop | host | | place people +over
CONSULT visit | pay | on | call visit |
CONSULT visit | dock moor | host | | place people
CONSULT talks | hold have conduct start begin open resume continue end finish conclude wrap schedule | with between | @TALKS | mutual
CONSULT talks | confer consult negotiate parley huddle | with | | mutual
CONSULT talks | talk speak | with to | | mutual state
CONSULT talks | sit | with | | mutual +down
CONSULT phone | telephone phone | obj | | mutual state
CONSULT visit | pay make begin start end finish complete conclude wrap wind cut | to host | @VISIT |
CONSULT visit | lead head send | to host | @DELEGATION |
CONSULT visit | send dispatch | to host | minister envoy emissary delegation premier chancellor negotiator mediator |
CONSULT meet | hand deliver convey | to dative | letter message |
CONSULT receive | present hand | to | credential |
CONSULT visit | visit tour | obj host | | place
CONSULT visit | arrive land travel fly go journey head leave depart return come | host | | place people
CONSULT visit | due expect be | host | | place people
CONSULT receive | receive host greet welcome entertain | obj | | mutual state
CONSULT receive | play | to | host | mutual state
CONSULT receive | give extend accord | to | welcome reception | mutual state
CONSULT phone | tell inform | obj | | mutual state byphone
CONSULT talks | host | with | @TALKS | mutual
CONSULT talks | attend | obj host with event | @TALKS | place
CONSULT talks | skip shun | host event | @TALKS | place
CONSULT talks | participate | host event | | place
CONSULT talks | take | host event | part | place
CONSULT talks | chair co-chair cochair | with host | @TALKS | mutual
SUPPORT sign | sign co-sign cosign ink initial conclude | with between | @AGREEMENT | mutual
SUPPORT sign | signed | with between | @AGREEMENT | mutual
SUPPORT sign | put set affix | with | @SIGNATURE | mutual
SUPPORT sign | sign accede | with between | | mutual behind
SUPPORT ratify | ratify | with mod | @AGREEMENT |
AGREE reach-agreement | reach strike clinch seal finalise finalize negotiate make | with between | @AGREEMENT | mutual
SUPPORT congratulate | congratulate thank felicitate | obj mod | |
SUPPORT praise | praise hail laud applaud commend extol celebrate salute acclaim feature compliment | obj mod with | | praise
SUPPORT praise | welcome | mod obj | |
SUPPORT praise | pay | to | tribute |
SUPPORT back | support back endorse champion defend | obj mod | |
SUPPORT back | stand side sympathise sympathize | by with behind | |
SUPPORT back | vote | for with | |
SUPPORT honour | confer award bestow present pin | on to | medal order award honour honor title decoration degree prize |
SUPPORT honour | decorate honour honor | obj mod | |
SUPPORT praise | call describe term | obj mod | | warm
SUPPORT praise | appreciate value cherish | mod | |
SUPPORT express-support | express voice reiterate convey offer pledge declare reaffirm extend | for to with | @SUPPORT |
SUPPORT congratulate | grateful thankful indebted | to for | |
SUPPORT apologise | apologise apologize | to other | |
SUPPORT recognise | recognise recognize | obj mod | | state
SUPPORT restore-ties | establish restore resume normalise normalize upgrade renew strengthen cement | with between | @TIES | mutual ties
SUPPORT open-embassy | open reopen inaugurate | host to with other | @OFFICE |
SUPPORT designate-year | designate declare name proclaim select dedicate | with of mod | @YEAR | year
AGREE agree | agree | with to comp on other | | mutual
AGREE accept | accept | mod from comp other | @PROPOSAL |
AGREE accept | consent accede | to comp other | |
AGREE approve | give grant | to mod other | consent nod approval blessing assent go-ahead green-light |
AGREE ready | express voice signal declare reiterate | to comp mod other | readiness willingness interest intention desire wish |
AGREE settle | settle resolve bury patch end | with between | row dispute quarrel difference feud conflict rift argument standoff spat |
AGREE offer | offer promise pledge undertake vow swear guarantee assure propose | obj dative to comp mod for other | |
AGREE offer | commit | to comp | | toinf
AGREE invite | invite | obj | | state
AGREE ready | ready willing prepared | comp to told other | | toinf
REQUEST ask | request seek ask | from of mod other | loan support help aid assistance release resumption extradition access reduction extension explanation clarification apology meeting |
REQUEST ask | ask request beg implore petition | obj of from comp mod | |
REQUEST propose | propose suggest | to with | |
REQUEST propose | propose | comp other | | tocomp
SANCTION expel-diplomat | order tell ask give | mod obj | @ENVOY | leave
REQUEST urge | urge press pressure pressurise exhort push order instruct tell lobby persuade | obj mod | | toinf
REQUEST urge | urge | comp | | tocomp
REQUEST press-for | press push lobby | obj from mod | |
REQUEST ask | want | obj | | toinf state
REQUEST ask | seek | from | help support aid assistance compensation explanation extradition access cooperation waiver talk backing concession clarification apology guarantee assurance |
REQUEST demand | demand insist | mod from comp | withdrawal pullout removal departure return release retreat apology compensation extradition evacuation |
REQUEST demand | demand insist | from that mod comp | |
ACCUSE summon-envoy | call | obj mod | @ENVOY | +in
REQUEST apply | lodge file submit send make | with to | application request petition appeal bid |
REQUEST apply | apply | to | |
REQUEST ask | plead | with | |
REQUEST ask | ask appeal plead | of from other | | +for
REQUEST ask | remind beseech entreat | obj | |
REQUEST call-on | call | on upon | | +on
REQUEST call-on | call | comp mod for | | +for
REQUEST appeal | appeal | to | |
ACCUSE accuse | accuse | obj mod | |
ACCUSE criticise | criticise criticize condemn denounce blast slam decry deplore assail rebuke censure blame chide castigate lambaste berate scold rap ridicule reproach lambast denigrate | obj mod | |
ACCUSE charge | charge | obj comp | | tocomp
ACCUSE complain | complain | to about of against comp mod | |
ACCUSE criticise | hit lash strike | at mod | | +out
ACCUSE criticise | rail fume inveigh protest | at against | |
ACCUSE criticise | object | to mod | |
ACCUSE criticise | deride mock reprimand admonish upbraid rebuke excoriate pillory fault accuse | obj mod | |
ACCUSE allege | allege | comp | | tocomp
ACCUSE sue | take drag haul bring | obj mod | | court
ACCUSE sue | file lodge bring launch initiate open | against with over | case suit lawsuit complaint claim proceeding action |
ACCUSE criticise | call brand label describe | mod obj other | | scorn
ACCUSE protest-note | protest | to against over at about obj mod | | official
ACCUSE protest-note | lodge file deliver hand issue send submit make raise | to with against over | @PROTEST |
ACCUSE express-concern | express voice convey | about over at to with | @CONCERN |
ACCUSE summon-envoy | summon | obj mod | @ENVOY |
ACCUSE recall-envoy | recall withdraw pull | from to host of | @ENVOY |
ACCUSE sue | sue | obj | |
ACCUSE sue | challenge contest | mod other | decision duty tariff ruling measure ban restriction order law levy subsidy quota |
ACCUSE investigate | launch open start begin | into against | investigation probe inquiry |
ACCUSE investigate | investigate probe | obj mod | |
ACCUSE investigate | send dispatch | to host | inspector investigator |
REJECT refuse | refuse | comp obj mod dative to other | | notalks
REJECT decline | decline | comp mod obj other | | toinf notalks
REJECT reject | reject rebuff spurn veto snub | mod from other | @PROPOSAL this that |
REJECT reject | reject rebuff spurn veto snub resist | mod obj from comp | |
REJECT oppose | oppose opposed | mod obj to | |
REJECT dismiss | dismiss | mod from other | @PROPOSAL |
REJECT turn-down | turn | mod from other | | +down
REJECT turn-down | rule | mod comp other | | +out
REJECT cancel | cancel scrap postpone | with to host mod | @TALKS @VISIT |
REJECT cancel | call | with to host mod | @TALKS @VISIT | +off
REJECT cancel | put | with to host mod | @TALKS @VISIT | +off
REJECT walk-out | walk pull withdraw storm | with of from other | | talksout
REJECT withdraw | withdraw pull | with from of | | treaty
REJECT reject | brush wave sweep shrug | mod from other | | +aside
REJECT reject | scoff balk | at | |
REJECT reject | ignore defy flout | mod obj from | |
REJECT break-off | break suspend freeze halt | with | @TALKS |
REJECT boycott | boycott | mod obj host | |
THREATEN threaten | threaten | obj with mod comp against other | |
THREATEN warn | warn caution | obj comp of | | warn
PROTEST demonstrate | demonstrate rally march protest | against outside at over | | crowd
SANCTION sanctions | impose slap levy place put clamp reimpose introduce adopt announce tighten extend toughen widen renew raise enact apply hike expand approve | on against mod other | @SANCTIONS |
SANCTION sanctions | sanction embargo blacklist | obj mod | |
SANCTION sanctions | hit retaliate respond strike answer counter | at against on mod other | @SANCTIONS | with
SANCTION sanctions | punish penalise penalize | obj mod | |
SANCTION ban | restrict limit curb cap ration | on from mod | @TRADE access entry |
SANCTION sanctions | double triple treble raise increase | on against | tariff duty levy tax fee toll |
SANCTION deny-entry | revoke cancel withdraw strip | of from mod | visa licence license accreditation permit preference |
SANCTION ban | ban bar prohibit outlaw forbid | mod obj from to | |
SANCTION suspend | halt suspend freeze stop cut cease block end curtail reduce | to from with mod other | @TRADE @AID @ASSET |
SANCTION suspend | stop cease halt suspend end | comp from to | | trading
SANCTION expel-diplomat | declare | mod | | grata
SANCTION sanctions | put add place | mod obj | | list
SANCTION sever-ties | break | with | |
SANCTION sever-ties | sever break cut suspend downgrade freeze | with | @TIES |
SANCTION expel-diplomat | expel eject oust deport kick throw order | mod obj | @ENVOY |
SANCTION close-border | close shut seal | with to mod | @BORDER |
SANCTION deny-entry | deny refuse | to mod | entry visa access |
CONCEDE lift-sanctions | lift ease relax remove end scrap drop waive suspend abolish loosen cut lower halve reduce withdraw | on against from mod for other | @SANCTIONS @BLOCKADE |
CONCEDE waive | waive scrap abolish drop cut lower halve remove lift end reduce | for on mod | fee charge visa toll tax surcharge requirement |
CONCEDE resume | resume restart restore | to from with mod | @TRADE @AID |
CONCEDE exempt | exempt spare | obj mod | |
CONCEDE allow | grant give | dative to | extension permission access licence license waiver right reprieve exemption concession amnesty clemency clearance passage |
CONCEDE compensate | compensate | obj mod | |
CONCEDE compensate | pay | to dative | compensation reparation damage indemnity |
CONCEDE return | return give cede | to | | back
CONCEDE reopen | reopen open | with to mod | border crossing frontier airspace port road bridge strait airport gate market |
CONCEDE lift-sanctions | remove delist take strike | obj mod | | list
CONCEDE release | release free pardon repatriate | mod obj to | |
CONCEDE return | return hand | to | body remains island territory asset prisoner plane ship fisherman soldier pilot archive statue relic antiquity artefact artifact treasure painting manuscript skull crew captive |
CONCEDE allow | allow permit let | obj mod | | tocomp
RETREAT withdraw | withdraw pull evacuate remove | from | @TROOPS | noenvoy
RETREAT withdraw | begin start complete speed finish announce order accelerate resume | from | withdrawal pullout pull-out pullback evacuation | noenvoy
RETREAT withdraw | withdraw retreat pull | from | | troops
RETREAT withdraw | leave quit vacate | obj | | troops place
RETREAT ceasefire | sign declare observe reach agree | with in between | @INFORMAL | mutual
RETREAT surrender | surrender | to | |
AID peacekeepers | send dispatch deploy contribute | to in | peacekeeper observer doctor medic rescuer engineer instructor trainer adviser advisor teacher expert firefighter nurse specialist divers diver |
MOBILIZE deploy | deploy mass mobilise mobilize station amass move rush send dispatch | against near along in on to | @TROOPS |
MOBILIZE deploy | deploy mass gather assemble | near along on in | | troops
MOBILIZE drill | hold stage conduct launch begin start | near off | @DRILL |
MOBILIZE alert | put place go | along with on against | | alert
MOBILIZE reinforce | reinforce strengthen bolster beef boost | near along in on against | @TROOPS |
COOPERATE drill | take participate hold stage conduct launch carry run undertake | with mod | part operation survey search raid rescue | mutual jointop
COOPERATE extradite | hand turn deliver surrender | to | suspect fugitive criminal gunman hijacker murderer |
COOPERATE drill | hold stage conduct launch begin start carry finish complete undertake end run | with mod | @DRILL | mutual drill
COOPERATE cooperate | cooperate co-operate collaborate | with | | mutual
COOPERATE cooperate | team link join work | with | | mutual up
COOPERATE share-intelligence | share exchange swap | with | @INTEL | mutual
COOPERATE extradite | extradite | to | |
COOPERATE open | open inaugurate launch | with between | checkpoint crossing post bridge route line link railway pipeline corridor station flight service | mutual
AID grant | give provide donate grant extend allocate lend airlift contribute present | dative to for mod other | @AID |
AID grant | send ship deliver supply dispatch fly hand | dative to for mod other | aid assistance help relief grant loan food medicine donation ambulance gift vaccine tent blanket helicopter boat vehicle generator fund money dollar euro million |
AID grant | donate | to | |
AID grant | distribute parachute truck | to in for | food aid relief medicine supply blanket tent help ration |
THREATEN ultimatum | give issue deliver send | dative to | ultimatum warning |
AID grant | give present | dative to | | counted
AID grant | send lend | dative | | counted
SUPPORT congratulate | send convey extend | to | message telegram greeting congratulation condolence |
AID military | supply arm equip | obj | arm weapon missile rocket tank ammunition rifle jet fighter drone | with
AID military | give send provide deliver supply ship lend arm transfer | dative to | @ARMS |
AID present | present | obj with | |
AID build | build rebuild | in for | hospital school clinic bridge road stadium parliament port dam railway centre center |
AID help | help assist aid rescue | obj | | state
AID train | train equip shelter | obj mod | |
AID debt | write forgive cancel reschedule | mod for of | debt loan arrears |
AID deposit | deposit | with in | |
AID arm | arm equip finance bankroll | obj mod | |
AID evacuate | evacuate rescue | mod obj from | wounded civilian refugee survivor |
COERCE seize | seize confiscate impound hijack capture intercept commandeer | mod obj | |
COERCE arrest | arrest detain imprison jail abduct kidnap deport expel round | mod obj | |
COERCE blockade | blockade | obj mod | |
COERCE blockade | seal cordon | obj mod | | +off
COERCE blockade | impose reimpose enforce mount | on against in mod | @BLOCKADE |
COERCE block | block turn | mod from | @PROPERTY lorry truck convoy |
COERCE demolish | set | to | fire |
COERCE demolish | demolish destroy bulldoze raze torch ransack loot burn | mod obj in | |
COERCE board | board search inspect fine | mod obj | @PROPERTY |
COERCE spy | spy eavesdrop bug hack wiretap | on mod obj | |
ASSAULT attack | attack bomb bombard shell raid strike invade ambush pound storm overrun torpedo | obj mod in | |
ASSAULT kill | kill wound injure shoot assassinate murder behead execute torture | mod obj in | |
ASSAULT kill | beat | mod obj | | +up
ASSAULT shoot-down | shoot down | mod obj | | +down
ASSAULT attack | launch mount carry stage conduct begin fire wage declare unleash | on against at into in mod | @ATTACK |
ASSAULT fire | fire | at on | |
ASSAULT fire | fire launch lob shoot | at toward towards into | missile rocket drone projectile shell mortar grenade |
ASSAULT fire | open | at on | fire |
ASSAULT clash | clash fight battle skirmish | with against obj | | mutual armed
ASSAULT occupy | move roll push thrust advance sweep cross | into | | troops
ASSAULT occupy | occupy annex | obj mod | |
ASSAULT sink | sink down | mod obj | @PROPERTY |
"""

NOUN_ROWS: Final = """
CONSULT visit | visit trip | to | | lead
CONSULT talks | talk meeting summit negotiation conversation discussion consultation reception | with between | | mutual lead
CONSULT phone | call | with between | | mutual phone
SUPPORT sign | signing signature | with between | @AGREEMENT | mutual of
SUPPORT praise | praise | of for | |
SUPPORT recognise | recognition | of | |
AGREE invite | invitation | to | |
REJECT refuse | refusal rejection | of comp | |
ACCUSE accuse | accusation allegation criticism condemnation denunciation | of against about | |
SANCTION sanctions | sanction embargo ban | on against | | poss
CONCEDE lift-sanctions | lifting easing removal abolition suspension relaxation scrapping | on against of for | @SANCTIONS | of
RETREAT withdraw | withdrawal pullout pull-out retreat | from | |
MOBILIZE deploy | deployment | in near along to | |
COOPERATE drill | exercise drill manoeuvre maneuver | with between | | mutual joint
AID grant | gift donation present | to for | | from
COERCE arrest | arrest detention seizure capture abduction | of | | by
ASSAULT attack | attack raid bombing invasion shelling airstrike bombardment | on against of | |
SANCTION expel-diplomat | expulsion | of | |
"""
