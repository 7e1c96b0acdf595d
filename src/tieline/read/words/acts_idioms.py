"""Rows of the lexicon of acts, the turns of phrase of the press by families ("put the blame on", "poured cold water on", "threw a lifeline"), which go before all others; their form is told in `acts`.

Most need their target by name, so that a figure of speech is no act of the story's other country.
"""

from __future__ import annotations

from typing import Final

IDIOM_ROWS: Final = """
SANCTION sanctions | step tighten toughen stiffen | on of for against mod | inspection check rule regulation requirement procedure screening test testing standard | named
SANCTION suspend | order tell instruct | with to from | bank company firm importer exporter trader | named word:stop,halt,suspend,freeze,cease
CONCEDE lift-sanctions | push | on against | ban tariff duty embargo sanction levy curb | +back named
CONCEDE lift-sanctions | shelve scrap drop abandon freeze withdraw | on against for mod | plan threat proposal | named word:tax,tariff,tariffs,duty,duties,ban,levy,sanctions,curbs
CONCEDE reopen | throw | to | market border door | +open named
CONCEDE allow | restore reinstate resume introduce grant | for to with | travel entry access regime | named word:visa-free
AGREE accept | sign | to | | +up named word:plan,proposal,deal,accord,initiative
AGREE accept | take | mod from | offer proposal invitation bid | +up named
AGREE accept | say | to | | named word:yes
REQUEST propose | put bring set | to | plan proposal offer idea draft initiative formula | +forward named
ACCUSE sue | report refer | obj | | named word:wto,court,tribunal,oas,icao
ACCUSE criticise | question doubt contest query dispute | mod of | figure motive claim account sincerity commitment right policy decision legality ruling version number conduct | named
ASSAULT shoot-down | bring | mod obj | jet plane aircraft helicopter drone balloon | +down named
AID grant | pay | in | | +for named word:clinic,hospital,school,road,bridge,airport,wells,treatment
SUPPORT express-support | reaffirm reiterate renew | with | tie relation friendship alliance bond | named
ACCUSE summon-envoy | haul drag | obj mod | @ENVOY | +in named
REQUEST ask | seek want demand request | with from to of mod | change amendment revision review renegotiation modification update overhaul rethink correction | named
CONSULT receive | give grant | dative obj | audience reception | named
CONSULT host-talks | broker mediate arrange facilitate negotiate | between | swap exchange deal crisis dispute conflict standoff row feud truce ceasefire agreement accord release pact solution settlement compromise thaw reconciliation | named
CONSULT host-talks | be act serve | between | | named word:mediator,mediators,intermediary,go-between,broker,facilitator
SANCTION sanctions | strike remove take drop delete cross | obj | | list named word:allowed,approved,permitted,eligible,authorised,authorized,exporters,importers,beneficiaries,visa-free,safe,preferred,trusted
SANCTION expel-diplomat | hand give return | dative obj mod | | named envoy word:passport,passports
SANCTION ban | stop bar prevent prohibit forbid keep block | to in | worker labourer laborer maid nurse citizen national tourist student migrant teacher | named word:going,travelling,traveling,working,leaving,flying,taking
SANCTION sanctions | recommend | on against for from mod | @CURBS | named proposal
CONCEDE allow | make declare rule | obj mod comp | | named word:eligible
COOPERATE share-intelligence | give hand pass supply provide | dative to | map coordinate evidence fingerprint | named
AID peacekeepers | arrive land come go fly reach head leave depart set | in to for host obj at | | helpers named
AID build | build rebuild repair renovate upgrade extend restore | mod | base wharf jetty runway airport hospital school road bridge | named
AID grant | fund finance build | in | hospital clinic airport bridge port plant centre center wharf highway school university stadium mosque | named
SUPPORT express-support | condole commiserate sympathise sympathize | with | | named
COOPERATE drill | exercise | with | | mutual joint
COOPERATE cooperate | lay | with | cable pipeline road railway line bridge | mutual joint
ACCUSE criticise | call single | obj | | +out named
ACCUSE accuse | pin put lay place shift cast heap pile | on upon at | blame responsibility fault suspicion | named
ACCUSE criticise | vent unleash express | at on against over | anger fury frustration rage wrath ire irritation | named
ACCUSE criticise | draw earn bring attract provoke prompt trigger elicit spark invite | from | rebuke criticism condemnation reproach ire anger outcry reprimand fury objection rebuff denunciation protest | turned named
ACCUSE express-concern | raise sound | about over at with | concern alarm doubt misgiving | named
ACCUSE express-concern | have harbour harbor | about over | misgiving concern qualm reservation grievance | named
ACCUSE criticise | take | at | aim swipe | named
ACCUSE criticise | take | at to | umbrage exception offence offense | named
ACCUSE criticise | cry | over at | | named word:foul
ACCUSE criticise | bristle bridle seethe fume snarl snipe | at over | | named
ACCUSE criticise | tear lay rip | into | | named
ACCUSE criticise | round | on | | named
ACCUSE accuse | level hurl fling make direct aim repeat | at against | accusation allegation charge claim barb insult criticism | named
ACCUSE criticise | chastise bemoan skewer savage roast disparage vilify insult slander taunt rubbish | obj mod | | named
ACCUSE criticise | bemoan lament regret deplore resent rue | mod of by | decision refusal move failure measure ban expulsion step withdrawal remark | named
ACCUSE criticise | disapprove despair | of | | named
ACCUSE criticise | frown | on upon | | named
ACCUSE accuse | implicate incriminate | obj mod | | named
ACCUSE criticise | deliver issue give send administer | to dative | rebuke reprimand broadside snub rebuff | named
ACCUSE protest-note | send deliver hand dispatch | to dative | protest complaint note letter | word:protest,protesting,complaining named
ACCUSE sue | sue take drag haul | obj | | word:wto,tribunal,arbitration,court named
REQUEST ask | seek request | from | line facility credit funding finance financing investment bailout rescue deferral moratorium grace rollover swap gas fuel oil power electricity water arm weapon troop vaccine | named
REQUEST ask | seek want request | to | entry access | named
REQUEST ask | approach petition | obj | | word:for,about named
REQUEST urge | lean prevail | on upon | | toinf named
REQUEST urge | convince tempt entice | obj mod | | toinf named
REQUEST demand | renew repeat reiterate press relay | to of from on mod | demand call request appeal plea claim | named
REQUEST press-for | put pile exert bring apply heap increase step ramp mount keep maintain intensify | on upon | pressure heat | named
REQUEST call-on | make issue launch send renew | to | sos plea appeal | named
CONSULT receive | roll | for | carpet | named
CONSULT talks | return come get be | with | | mutual named word:negotiating
CONSULT talks | reconvene regroup | with | | mutual named
CONSULT talks | have get seek gain secure | with | audience | mutual named
CONSULT talks | compare swap | with | note view | mutual named
CONSULT talks | open launch kick resume restart conclude finish | with between | round talk negotiation dialogue | mutual named
CONSULT talks | liaise converse haggle | with | | mutual named
CONSULT host-talks | mediate facilitate broker | between | talk negotiation dialogue meeting | named
CONSULT visit | cross drive | host | | place people named word:meeting,talks,visit,summit
SUPPORT sign | sign conclude | with between from for | contract agreement deal memorandum | mutual named
SUPPORT express-support | vow voice pledge promise reaffirm affirm restate | for to with behind | support solidarity backing | named
SUPPORT honour | confer bestow award | on upon to | rank title knighthood citizenship | named
SUPPORT praise | show express | for to | admiration respect esteem | named
SUPPORT back | throw | behind | | named
SUPPORT back | side rally | with | | named word:against,vote,dispute,sided
SUPPORT back | cheer egg urge | obj | | +on named
SUPPORT back | leap spring | to | | named word:defence,defense
SUPPORT recognise | hold see regard | as | | named word:legitimate
AGREE reach-agreement | come arrive | with between | | mutual +to word:agreement,understanding,accord,compromise,terms,arrangement,consensus
AGREE reach-agreement | find seek reach | with between | ground | mutual word:common
AGREE reach-agreement | formalise formalize cement thrash iron firm wrap work | with between | agreement accord deal pact arrangement compromise detail term settlement | mutual
AGREE settle | mend paper smooth overcome iron | with between | fence rift difference crack dispute | mutual
AGREE offer | commit pledge earmark | to for | troop soldier force dollar euro million billion fund funding money police helicopter aid investment | named
AGREE approve | approve grant accept endorse entertain | mod from of | request application bid appeal plea offer proposal invitation | named
AGREE accept | bow assent acquiesce | to | | word:request,proposal,plan,terms,idea named
AGREE approve | wave nod | mod | | +through named
AGREE accept | warm | to | | named word:idea,proposal,plan,offer
CONCEDE allow | clear approve authorise authorize | mod of from for | | toinf named word:export,import,resume,ship,sell,enter,land,fly
CONCEDE allow | clear authorise authorize | of from for mod | import shipment entry transit flight landing | named
CONCEDE restore | put place restore return | obj mod | | named word:whitelist
CONCEDE allow | allow permit authorise authorize | mod of from for | import shipment entry transit flight landing passage overflight | named
CONCEDE allow | wave let | mod obj from | lorry truck ship vessel tanker convoy cargo grain refugee migrant traveller visitor | +through named
CONCEDE return | turn hand give surrender | mod of to | remain body artefact artifact relic | +over named
CONCEDE reopen | unblock unfreeze | of for to with mod | transit export import shipment trade talk fund aid | named
CONCEDE lift-sanctions | end revoke rescind repeal annul void overturn nullify cancel quash discontinue terminate | on against from of mod for | @CURBS | named
CONCEDE yield | bow cave | to | pressure demand | named
CONCEDE yield | meet heed grant satisfy | mod of by from | request demand wish plea call | named
CONCEDE compensate | reimburse indemnify repay | obj mod | | named word:damage,damages,losses,compensation
CONCEDE release | let set | mod obj | sailor fisherman prisoner hostage detainee soldier journalist crew captive pilot citizen national | named word:go,free,home
AID grant | send dispatch rush sail | to | ship vessel plane aircraft flight convoy cargo helicopter truck team jet | word:relief,aid,humanitarian,water,food,medicine,medicines,medical,supplies,vaccines,blankets,tents,rescue named
AID grant | ship send deliver supply give provide | to dative | | word:gratis named
AID grant | throw toss offer extend give | dative to | lifeline | named
AID grant | dole hand give | to | aid relief money food million billion dollar euro ration kit | +out named
AID grant | bail tide help | obj mod | | +out named
AID grant | prop shore | obj mod | | +up named
AID help | come rush | of | | +to named word:rescue,aid,assistance
AID grant | drop airdrop parachute | over to on into in | parcel package pallet crate | named
AID grant | inject pump plough plow pour sink funnel channel | into to in | million billion dollar euro money cash fund funding aid | named
AID grant | underwrite | mod of | | named
AID help | lend give | dative to | hand help | named word:hand
AID grant | put chip contribute donate give | to into towards toward for | million billion dollar euro fund | +in named
AID debt | wipe write | mod of for | debt arrear loan | +off named
AID train | train tutor coach mentor | mod obj | police soldier troop officer guard force recruit pilot teacher doctor nurse | named
COOPERATE drill | fly conduct hold carry stage launch mount run sail | with | patrol offensive operation exercise mission search flight raid sweep crackdown | mutual jointop
COOPERATE cooperate | form create establish launch set start open | with between | venture company firm plant bank fund airline university institute centre center | mutual jointop
COOPERATE share-intelligence | pass relay feed leak | to dative | intelligence dossier tip coordinate | named
COOPERATE drill | wrap round | with | @DRILL | mutual
COOPERATE drill | take join participate | with in | | mutual word:drill,drills,exercise,exercises,manoeuvres,maneuvers,wargames named
COOPERATE cooperate | complete finish inaugurate | with between | bridge link railway tunnel pipeline cable line road crossing | mutual
COOPERATE sell | sell buy purchase acquire order | to from | boat ship vessel tank submarine frigate corvette missile system | word:military,patrol,attack,air,defence,defense,naval,navy,army named
COOPERATE cooperate | join pool combine | with | force hand effort resource | mutual
COOPERATE cooperate | partner collaborate ally | with | | mutual named
COOPERATE cooperate | share | with | border water station post facility database | mutual joint
RETREAT ceasefire | lay put down | with | arm weapon gun | mutual +down
RETREAT withdraw | complete begin finish start agree | with from on | disengagement pullback | mutual named
RETREAT withdraw | end lift | of | occupation siege encirclement | named
RETREAT withdraw | leave quit vacate exit depart | obj mod from in | | troops named
RETREAT withdraw | pull withdraw retreat | from in | | troops named
RETREAT withdraw | bring draw scale wind cut reduce | in from | force contingent presence garrison deployment troop | +down named
RETREAT withdraw | bring fly call ship | from in | soldier troop force contingent peacekeeper battalion | word:home,back named
RETREAT withdraw | hand turn | to mod | base airfield garrison outpost | +over named
REJECT dismiss | dismiss rubbish refute rebut trash deride scorn spurn disdain repudiate | mod of from by | @PROPOSAL report remark protest objection warning assertion insinuation | named
REJECT reject | throw shoot knock bat strike slap vote | mod of from by | claim request case bid complaint appeal petition proposal idea plan offer demand resolution motion | +out named
REJECT reject | shoot knock vote strike slap | mod of from by | claim request bid complaint appeal petition proposal idea plan offer demand resolution motion | +down named
REJECT reject | knock bat | mod of from by | claim request bid proposal idea plan offer demand approach | +back named
REJECT reject | turn | to mod of | ear | named
REJECT reject | pour throw | on mod over | water | word:cold named
REJECT reject | shut close slam | on to | door | named word:talks,dialogue,negotiations,compromise,deal,offer,proposal,bid,membership
REJECT reject | thumb | at | nose | named
REJECT reject | stonewall blank | obj mod | | named
REJECT reject | stand hold | against to | | +up named word:pressure,demand,demands
REJECT cancel | scupper torpedo sink scuttle derail abandon shelve freeze | with mod | talk deal agreement accord negotiation visit meeting summit | named
REJECT withdraw | back pull walk drop | with from | deal agreement accord pact talk treaty contract | +out named
REJECT walk-out | walk storm | with from of | | +out word:hearing,hearings,session,talks,meeting,room,summit,negotiations named
REJECT refuse | deny | dative | | word:agrément,agrement,accreditation named
THREATEN threaten | vow swear pledge promise threaten warn | against on to of | retaliation revenge vengeance reprisal response punishment retribution payback | named
THREATEN threaten | hint threaten warn | against at of on mod | | word:curbs,tariffs,duties,restrictions,ban,bans,quotas,embargo,boycott,sanctions,retaliation,reprisals,countermeasures named
THREATEN threaten | reserve | against to on comp | right | word:respond,retaliate,countermeasures,measures,defend,response,act,answer,strike named
THREATEN threaten | brandish dangle wield wave | at against over | threat sanction stick tariff sword | named
THREATEN threaten | rattle | at | sabre saber | named
THREATEN ultimatum | serve hand | with dative on to | ultimatum notice | named
THREATEN warn | put | obj | | named word:notice
SANCTION suspend | stop bar halt | from of mod | | goods named
SANCTION boycott | shun boycott | mod of from | | goods named
SANCTION deny-entry | turn | mod obj from | traveller visitor tourist passenger | +away named
SANCTION suspend | allow let permit accept admit handle | mod of from for to through | | word:longer named
SANCTION suspend | ground | of by from mod | flight plane aircraft jet airliner carrier airline | named
SANCTION sanctions | slap clamp impose tighten put place | on against | curb check control licensing freeze cap limit squeeze | named
SANCTION suspend | stop cease halt suspend end quit | comp to mod for of | | word:paying,funding,financing,arming,training,supporting,subsidising named
SANCTION suspend | turn shut | to for mod | tap supply pipeline gas electricity power water valve | +off named
SANCTION sever-ties | break call cut | with | @TIES relations dealing trade | +off
SANCTION sanctions | begin launch start join declare mount enforce | of against on mod | boycott embargo | named
SANCTION suspend | hold freeze withhold cut pull suspend block | for to from | aid assistance loan grant funding money fund support | +back named
SANCTION expel-diplomat | boot throw turf chuck expel send | mod obj | @ENVOY official journalist aid | +out named
SANCTION deny-entry | bar ban turn refuse deny | mod obj dative | minister lawmaker official citizen national leader politician | word:entering,entry,visiting,airport named
SANCTION suspend | suspend oust expel drop eject exclude remove kick | obj | | word:preference,preferences,preferential,agoa,gsp,programme,program,scheme named
SANCTION sanctions | add place put | mod of | company firm bank entity official national | list named
SANCTION close-border | reimpose impose tighten introduce | with on at | control check fence curb | word:border,frontier named
MOBILIZE deploy | order send rush steam sail | to off near toward towards | group fleet flotilla squadron | word:carrier,naval,strike,battle,warships,waters,navy named
MOBILIZE deploy | roll advance push march move edge | towards toward | | troops named
MOBILIZE reinforce | reinforce fortify bolster beef strengthen secure | with mod obj | border frontier | word:soldiers,troops,army,police,forces,guards,tanks named
MOBILIZE intrude | swarm circle encircle loiter linger lurk hover overfly | around near in off mod over obj | | armedforce named
MOBILIZE deploy | fly send sail | into over through near around | warplane fighter bomber jet drone balloon warship ship vessel plane aircraft | word:zone,airspace,waters,strait,sky,skies,border,islands,islets named
MOBILIZE deploy | park station site base place install | near along on opposite close in | missile battery tank launcher troop bomber | named
COERCE arrest | hold | mod of | soldier prisoner captive detainee hostage fisherman sailor crewman seaman journalist | named
COERCE arrest | lock bang round | mod obj | | +up named
COERCE arrest | put throw keep place | mod obj | | named word:bars,prison,jail,custody
COERCE arrest | frogmarch haul drag | mod obj | envoy diplomat official journalist citizen national | named
COERCE expel | ship fly bus send transfer | to | seeker migrant deportee refugee | named
COERCE seize | auction cull confiscate seize impound | from of mod | | goods named
COERCE hack | launch mount carry | on against | cyberattack hack | named
COERCE harass | harass intimidate bully ram | mod obj | | armedforce named
COERCE blockade | choke cut | obj mod | | +off word:supplies,access,port,ports,sea,food,fuel named
ASSAULT attack | rain shower hurl lob sling pour | on onto at into mod | missile rocket shell bomb mortar grenade drone |
ASSAULT attack | hit strike target pound hammer | in of mod | site camp position launchpad depot airfield airbase hideout stronghold | named
ASSAULT attack | destroy flatten level | in of mod | camp base depot hideout airfield | armedforce named
ASSAULT clash | trade swap | with | blow fire strike barrage | mutual
ASSAULT attack | send | into against at | drone rocket missile bomber commando | word:attack,strike,struck,killed,hit named
ASSAULT kill | mow | mod obj | | +down named
"""
