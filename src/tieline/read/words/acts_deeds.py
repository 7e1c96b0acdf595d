"""Rows of the lexicon of acts, those of deeds: PROTEST to ASSAULT and the others told by an object."""

from __future__ import annotations

from typing import Final

DEED_ROWS: Final = """
SANCTION sanctions | impose slap levy place put clamp reimpose tighten extend toughen widen renew raise enact apply hike expand | on against for mod from other | @SANCTIONS |
SANCTION faced | face incur | | tariff duty levy surcharge sanction embargo ban quota | named
SANCTION ban | ban prohibit outlaw | from mod other | import |
SANCTION sanctions | introduce adopt announce approve order declare | on against mod from other | @CURBS |
SANCTION sanctions | impose slap put introduce adopt announce tighten extend toughen widen renew apply approve order | against on | measure |
SANCTION suspend | withhold deny refuse | from to dative | aid assistance loan credit fund payment supply recognition |
SANCTION suspend | stop suspend cut halt freeze reduce curtail | mod to from with | gas oil water power electricity fuel food supply pipeline training sale |
SANCTION suspend | cut | to from | | +off
SANCTION suspend | expel suspend exclude eject oust bar | obj | | word:membership,commonwealth,league,union,council,organisation,organization,bloc,summit,assembly
SANCTION sever-ties | withdraw | mod from | recognition |
SANCTION close-border | close shut | host in mod | embassy consulate mission office |
SANCTION expel-diplomat | evict withdraw | from | @ENVOY |
SANCTION suspend | cancel revoke terminate | with mod | contract order licence license lease concession |
SANCTION ban | advise warn | against to | travel trip |
SANCTION sanctions | fine | obj mod | |
SANCTION sanctions | sanction embargo blacklist | obj mod | |
SANCTION sanctions | hit retaliate respond strike answer counter | at against on mod other | @SANCTIONS | with
SANCTION sanctions | punish penalise penalize | obj mod | |
SANCTION ban | restrict limit curb cap ration | on from mod | @TRADE access entry |
SANCTION sanctions | double triple treble raise increase | on against | tariff duty levy tax fee toll |
SANCTION deny-entry | revoke cancel withdraw strip | of from mod | visa licence license accreditation permit preference |
SANCTION ban | ban bar prohibit outlaw forbid | mod obj from to | |
SANCTION sanctions | freeze block | of mod to other | @ASSET |
SANCTION suspend | halt suspend freeze stop cut cease block end curtail reduce interrupt slash | to from with mod other | @TRADE @AID @ASSET deployment |
SANCTION suspend | halt suspend stop cease end cancel discontinue | to from for | tour tourism travel flight visa adoption ferry train bus departure | named
SANCTION expel-diplomat | declare | mod | | grata
SANCTION sanctions | put add place | mod obj | | list
SANCTION sever-ties | break | with | | named
SANCTION sever-ties | sever break cut suspend downgrade freeze end lower | with between | @TIES |
SANCTION expel-diplomat | expel eject oust deport kick throw order | mod obj | @ENVOY |
SANCTION expel-diplomat | expel eject oust deport | from | diplomat attaché attache staff official | named
SANCTION close-border | close shut seal | with to mod | @BORDER |
SANCTION deny-entry | deny refuse | to mod | entry visa access |
CONCEDE raise-quota | raise expand increase enlarge double | for on of mod to | quota | named
CONCEDE lift-sanctions | lift ease relax remove end scrap drop waive suspend abolish loosen cut lower halve reduce withdraw postpone delay pause shelve defer | on against from mod for to other | @SANCTIONS @BLOCKADE |
CONCEDE lift-sanctions | lift ease relax remove end scrap drop withdraw suspend | on against | measure |
CONCEDE waive | waive scrap abolish drop cut lower halve remove lift end reduce | for on mod | fee charge visa toll tax surcharge requirement excise |
CONCEDE lift-sanctions | phase | on against from mod for | @SANCTIONS | +out named
CONCEDE yield | yield bow relent submit capitulate cave knuckle | to | |
CONCEDE yield | give | to | | +in tight
CONCEDE yield | back climb | mod on from other | | +down
CONCEDE yield | comply | with | demand request resolution order call ultimatum |
CONCEDE yield | meet satisfy fulfil fulfill | mod of | demand condition request |
CONCEDE yield | drop withdraw abandon waive suspend | to against of mod | objection demand opposition veto charge claim case complaint lawsuit condition reservation suit challenge dispute |
CONCEDE allow | admit readmit | obj mod | inspector observer journalist refugee monitor delegation mission team |
CONCEDE lift-sanctions | unfreeze | mod of | asset account fund |
CONCEDE reverse | reverse rescind revoke repeal | against on mod other | @SANCTIONS decision step order policy |
CONCEDE release | commute | of on | sentence |
CONCEDE resume | resume restart restore | to from with mod | @TRADE @AID |
CONCEDE exempt | exempt spare | obj mod | |
CONCEDE allow | grant give | dative to | extension permission access licence license waiver right reprieve exemption concession amnesty clemency clearance passage |
CONCEDE compensate | compensate | obj mod | |
CONCEDE compensate | pay | to dative | compensation reparation damage indemnity |
CONCEDE return | return give cede | to | | back
CONCEDE reopen | reopen | with to mod | border crossing frontier airspace port road bridge strait airport gate market route post checkpoint |
CONCEDE reopen | open | with to mod | post checkpoint port road bridge airport route | word:again named
CONCEDE reopen | open | with to mod | border crossing frontier airspace strait gate market |
CONCEDE reopen | open | to | port road bridge airport route | named
CONCEDE lift-sanctions | remove delist take strike | obj mod | | list
CONCEDE release | release free pardon repatriate | mod obj to | |
CONCEDE return | return hand | to | hostage peacekeeper observer detainee body remains island territory asset prisoner plane ship fisherman soldier pilot archive statue relic antiquity artefact artifact treasure painting manuscript skull crew captive |
CONCEDE allow | allow permit let | obj mod | | tocomp
RETREAT withdraw | withdraw pull evacuate remove | from | @TROOPS | noenvoy
RETREAT withdraw | begin start complete speed finish announce order accelerate resume | from | withdrawal pullout pull-out pullback evacuation | noenvoy
RETREAT withdraw | withdraw retreat pull | from | | troops
RETREAT withdraw | leave quit vacate evacuate | obj | | troops place
RETREAT withdraw | withdraw retreat pull redeploy disengage | of from | | +out troops
RETREAT withdraw | withdraw pull evacuate remove move | of from mod | @TROOPS | +out noenvoy
RETREAT withdraw | withdraw retreat pull fall | from in | | +back troops
RETREAT withdraw | cede relinquish hand return | to | control territory town village hill base island |
RETREAT dismantle | dismantle evacuate abandon demolish close | in on near | settlement outpost checkpoint base roadblock camp barrier |
RETREAT ceasefire | halt stop suspend cease end | against on of in mod | bombing attack offensive shelling raid strike bombardment hostility fighting operation |
RETREAT ceasefire | sign declare observe reach agree announce accept order respect broker proclaim | with in between to on | @INFORMAL | mutual
RETREAT surrender | surrender | to | |
AID peacekeepers | send dispatch deploy contribute | to in | peacekeeper observer doctor medic rescuer engineer instructor trainer adviser advisor teacher expert firefighter nurse specialist divers diver |
MOBILIZE deploy | deploy mass mobilise mobilize station amass move rush send dispatch position place concentrate order fly | against near along around in on to off amid toward towards mod into opposite | @TROOPS |
MOBILIZE deploy | deploy mass gather assemble | near along on in | | troops
MOBILIZE deploy | shadow tail buzz intercept harass | obj mod near off along | | armedforce
MOBILIZE deploy | set erect establish build man | in on along near at | roadblock checkpoint barricade outpost position fortification |
MOBILIZE reinforce | step increase beef tighten | along on against with at in | patrol security presence deployment surveillance |
MOBILIZE reinforce | call mobilise mobilize | against along amid when | reservist reserve conscript |
MOBILIZE test | test test-fire | near off over toward towards | missile rocket satellite |
MOBILIZE drill | hold stage conduct launch begin start | near off | @DRILL |
MOBILIZE alert | put place go remain stay be | along with on against in after amid over | | alert
MOBILIZE reinforce | reinforce strengthen bolster beef boost | near along in on against | @TROOPS |
COOPERATE drill | take participate hold stage conduct launch carry run undertake | with mod | part operation survey search raid rescue | mutual jointop
COOPERATE extradite | hand turn deliver surrender | to | suspect fugitive criminal gunman hijacker murderer |
COOPERATE drill | hold stage conduct launch begin start carry finish complete undertake end run | with mod | @DRILL | mutual
COOPERATE cooperate | cooperate co-operate collaborate | with | | mutual
COOPERATE cooperate | team link join work | with | | mutual up
COOPERATE cooperate | work | with | | mutual state
COOPERATE cooperate | ally align | with | | mutual state
COOPERATE cooperate | develop build produce construct explore exploit operate run manufacture patrol investigate fight finance | with | | mutual joint
COOPERATE cooperate | form create establish launch set start | with between | alliance coalition commission committee taskforce front crackdown force | mutual
COOPERATE cooperate | launch conduct carry mount stage start undertake hold | with against | crackdown operation patrol survey search investigation project | mutual jointop
COOPERATE cooperate | expand deepen strengthen boost widen enhance step develop intensify increase | with between | cooperation co-operation collaboration partnership | mutual
COOPERATE sell | sell buy purchase acquire | to from | @ARMS |
COOPERATE assist | assist | obj | | state word:investigation,search,inquiry,hunt
COOPERATE share-intelligence | share exchange swap | with | @INTEL | mutual
COOPERATE extradite | extradite | to | |
COOPERATE open | open inaugurate launch | with between | checkpoint crossing post bridge route line link railway pipeline corridor station flight service plant shipyard factory port dam refinery | mutual
AID grant | give provide donate grant extend allocate lend airlift contribute present | dative to for mod other | @AID |
AID grant | send ship deliver supply dispatch fly hand | dative to for mod other | aid assistance help relief grant loan food medicine donation ambulance gift vaccine tent blanket helicopter boat vehicle generator fund money dollar euro million billion |
AID grant | deliver hand present transfer lease | to dative | @ARMS vessel boat patrol ship warship equipment kit vehicle bus ambulance |
AID grant | ship fly truck airlift ferry rush airdrop drop parachute supply | to into dative for | tonne ton supply food wheat grain flour rice medicine blanket tent aid relief | word:aid,relief,emergency,humanitarian,free,refugees,famine,victims,donated,medicine,blankets,tents,hungry,drought
AID grant | offer provide give grant | to dative for | shelter refuge asylum sanctuary haven protection treatment hospitality |
AID grant | release allocate earmark approve allot set pledge | for to | aid assistance relief reconstruction refugee victim fund funding |
AID grant | fund finance subsidise subsidize bankroll | mod obj in | project construction reconstruction school road dam programme program rebel army |
AID help | nurse feed shelter | obj mod | |
AID help | treat | obj mod | | word:wounded,injured,sick,patients,casualties,hospital,hospitals,clinic,clinics,victims
AID grant | fly rush send | to | rescuer team engineer doctor firefighter expert plane helicopter |
AID grant | donate | to | |
AID grant | make | to for other | credit loan fund money aid assistance grant dollar euro franc yen million billion | word:available
AID grant | hand | to other | @AID kit vehicle bus ambulance computer truck tractor patrol vessel ship | +over
AID grant | distribute parachute truck | to in for | food aid relief medicine supply blanket tent help ration |
THREATEN ultimatum | give issue deliver send | dative to | ultimatum warning |
AID grant | give present | dative to | | counted
AID grant | send lend | dative | | counted
SUPPORT congratulate | send convey extend | to | message telegram greeting congratulations congratulation condolence |
CONSULT letter | hand deliver convey give present | to dative | letter message |
CONSULT letter | send deliver write address hand convey pass | to | letter message note cable dispatch |
AID military | supply arm equip | obj | arm weapon missile rocket tank ammunition rifle jet fighter drone | with
AID military | give send provide deliver supply ship lend arm transfer | dative to | @ARMS howitzer mortar launcher munition warplane |
AID present | present | obj with | |
AID build | build rebuild | in for | hospital school clinic bridge road stadium parliament port dam railway centre center |
AID grant | go | to | aid assistance help relief grant loan food medicine donation vaccine boat vessel aircraft helicopter equipment vehicle ambulance tank missile drone fund money credit dollar euro | named
AID help | help assist aid rescue | obj | | state
AID train | train equip shelter | obj mod | |
AID debt | write forgive cancel reschedule | mod for of | debt loan arrears |
AID deposit | deposit | with in | |
AID arm | arm equip finance bankroll | obj mod | |
AID evacuate | evacuate rescue | obj mod | | word:wounded,injured,sick,stranded,treatment named
MOBILIZE intrude | violate enter | mod | airspace waters | armedforce named
COOPERATE cooperate | break | with | ground | mutual
AID evacuate | evacuate rescue save | mod obj from | wounded civilian refugee survivor sailor fisherman crew passenger |
COERCE seize | seize confiscate impound hijack capture intercept commandeer | mod obj | |
COERCE expel | deport expel | mod obj | |
COERCE arrest | arrest detain imprison jail abduct kidnap round apprehend interrogate nab | mod obj | |
COERCE arrest | sentence convict | mod obj | |
COERCE arrest | hold take keep | mod obj | | word:hostage,captive,prisoner,custody,hostages
COERCE arrest | issue | for against | warrant |
COERCE expel | evict uproot banish | mod obj | |
COERCE expel | force drive | mod obj from | | +out
COERCE force | force compel oblige coerce | obj mod | | toinf
COERCE curfew | impose clamp enforce reimpose declare | on in | curfew emergency closure |
COERCE hack | hack jam disrupt sabotage cripple | obj mod | |
COERCE raid | raid search ransack | mod obj | office home house bank shop company apartment headquarters |
COERCE blockade | blockade | obj mod | |
COERCE blockade | seal cordon | obj mod | | +off
COERCE blockade | impose reimpose enforce mount | on against in mod | @BLOCKADE |
COERCE block | turn | mod obj | | +back
COERCE block | turn | mod obj | | +away
COERCE block | block turn | mod from | @PROPERTY lorry truck convoy |
COERCE demolish | set | to | fire |
ASSAULT attack | destroy | mod | station site silo depot launcher outpost base bunker hangar platform radar ship boat vessel tank plane bridge plant missile position convoy installation jet helicopter battery refinery |
COERCE demolish | demolish destroy bulldoze raze torch ransack loot burn | mod obj in | |
COERCE board | board search inspect fine | mod obj | @PROPERTY |
COERCE spy | spy eavesdrop bug hack wiretap | on mod obj | |
ASSAULT attack | attack bomb bombard shell raid ram strike invade ambush pound storm overrun torpedo rocket strafe mortar blast besiege encircle firebomb bulldoze | obj mod in | | deed
ACCUSE criticise | attack | obj mod | |
ACCUSE criticise | hit fire shoot | at against | | +back named
ASSAULT kill | kill wound injure shoot assassinate murder behead execute torture massacre slaughter maim gun butcher poison slay | mod obj in | |
ASSAULT kill | beat | mod obj | | +up
ASSAULT shoot-down | shoot down | mod obj | | +down
ASSAULT attack | launch mount carry stage conduct begin fire wage declare unleash | on against at into in mod | @ATTACK |
ASSAULT fire | fire | at on | |
ASSAULT fire | fire launch lob shoot | at toward towards into | missile rocket drone projectile shell mortar grenade |
ASSAULT fire | open | at on | fire |
ASSAULT attack | hit target | obj mod in | target base camp house home school hospital market bus farm tanker ship vessel boat district suburb neighbourhood neighborhood apartment clinic village town city position post convoy building car airport station refinery plant airfield bunker site radar port harbour harbor factory depot warehouse barracks headquarters bridge dam train railway power substation pipeline store residence consulate embassy |  armedforce
ASSAULT occupy | capture seize take recapture retake besiege | mod in | town village city hill airport island bridge post territory position peninsula stronghold base area enclave | armedforce
ASSAULT clash | exchange trade | with across on over | fire shot gunfire shell missile | mutual
ASSAULT clash | engage | obj mod | | word:firefight,battle,combat,gunbattle,gunfight
ASSAULT attack | blow | mod obj in | | +up
ASSAULT attack | detonate explode | in at near outside | bomb device mine grenade explosive |
ASSAULT attack | land drop | in on | paratrooper troop marine commando bomb |
ASSAULT occupy | cross penetrate thrust drive stray | into | | troops
ASSAULT occupy | send order | into | troop tank soldier army paratrooper |
ASSAULT clash | clash fight battle skirmish duel war | with against obj | | mutual armed
ASSAULT occupy | move roll push advance sweep | into | | troops
ASSAULT occupy | occupy annex | obj mod | |
ASSAULT sink | sink down | mod obj | @PROPERTY |
PROTEST demonstrate | demonstrate rally march protest | mod on to front of in | | mob
PROTEST riot | hurl throw pelt burn torch stone storm attack ransack vandalise vandalize occupy besiege smash set fire invade trample deface | at on outside mod obj in | | mob
PROTEST riot | chant shout | against outside at mod | slogan | mob
PROTEST demonstrate | resort take clash | against with | | mob
"""
