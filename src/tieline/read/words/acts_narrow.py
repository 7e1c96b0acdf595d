"""Rows of the lexicon of acts, the narrow ones of deeds, which go before the broad ones; their form is told in `acts`."""

from __future__ import annotations

from typing import Final

NARROW_ROWS: Final = """
CONSULT phone | call ring | obj | leader president premier chancellor | mutual state people
ACCUSE recall-envoy | recall withdraw | reacted | ambassador envoy | named
ACCUSE express-concern | express voice | reacted | concern alarm outrage dismay | named
SUPPORT sign | sign co-sign cosign ink initial conclude | of | @AGREEMENT | mutual named
REJECT cancel | put place | with between mod | @TALKS @VISIT | word:hold,ice named
SANCTION sanctions | bar prohibit ban forbid | to | | word:exporting,shipping,selling named
SANCTION expel-diplomat | order | mod obj | @ENVOY | +out named
COERCE seize | intercept stop | mod obj | ship vessel boat tanker cargo shipment consignment lorry truck convoy trawler | armedforce named
COERCE seize | intercept | mod obj | ship vessel boat tanker cargo shipment consignment lorry truck convoy trawler | named
AID grant | fly send dispatch airlift rush | to | hospital | named
ASSAULT occupy | enter | obj mod | | troops named
MOBILIZE intrude | cross | obj mod | border frontier boundary line | armedforce named
CONCEDE allow | resume restart restore | to for mod | | word:issuing,granting named
AID grant | resume restart restore | to for | assistance aid lending grant help | named
SANCTION sanctions | impose put levy slap introduce set raise restore reimpose re-impose announce place double triple enact | on against for | tax taxis surcharge vat levy | named
SANCTION sanctions | re-impose restore reinstate set reintroduce re-introduce | on against for from mod other | @SANCTIONS |
SANCTION sanctions | bring | on against for from mod when | @SANCTIONS | +back named
SANCTION sanctions | bring | on against for from mod | @SANCTIONS | +in named
SANCTION suspend | halt stop suspend block bar | mod of | transit | named
SANCTION ban | issue declare decree | on against of other | ban embargo prohibition moratorium boycott |
SANCTION ban | close shut | to | door | named
SANCTION cut-quota | halve cut lower reduce shrink slash | for on of mod from | quota | named
SANCTION suspend | order announce declare impose decree | to on of from mod | stop halt suspension freeze | word:imports,exports,shipments,purchases,deliveries,flights named
SANCTION suspend | downgrade | in with to | mission embassy representation | named
SANCTION suspend | halt stop suspend discontinue end freeze withhold | to for with in mod | lending disbursement coordination preference mediation transfer remittance scholarship membership | named
SANCTION suspend | stop cease halt suspend | to comp | | word:lending,disbursing,handing,sending named
SANCTION expel-diplomat | kick throw order drive | mod obj | @ENVOY official correspondent journalist worker spy radio station agency | +out named
SANCTION expel-diplomat | send | mod obj | @ENVOY official | word:packing named
SANCTION ban | close shut | to | market | named
SANCTION deny-entry | strip | mod obj | | word:access,licence,license,visa,membership,accreditation,status,immunity,credentials named
SANCTION withdraw-staff | withdraw pull evacuate recall remove | from of | instructor trainer adviser advisor monitor staff personnel observer expert teacher doctor worker | noenvoy named
SANCTION sever-ties | put | with | @TIES cooperation dialogue | word:hold,ice named
ACCUSE recall-envoy | order | from to in host | @ENVOY | +home named
ACCUSE recall-envoy | call bring order summon | from to in host | @ENVOY | +back named
MOBILIZE deploy | send dispatch order sail rush move redeploy | to toward towards off near past opposite | destroyer frigate carrier warship gunboat cruiser fleet armour armor tank submarine bomber commando battery gun artillery brigade division | word:border,frontier,waters,boundary,coast,line,off,near,past,toward,towards,opposite
MOBILIZE deploy | scramble | when against to near mod | | armed
MOBILIZE deploy | scramble | when against to near | jet fighter warplane plane aircraft |
MOBILIZE reinforce | build | along near opposite on against | force troop army presence | +up
MOBILIZE reinforce | increase double triple raise add concentrate | along near on opposite around | soldier troop force patrol warship guard battalion readiness |
MOBILIZE test | fire launch shoot lob test test-fire | over off near toward towards into | missile rocket satellite projectile | trial named
MOBILIZE drill | hold stage conduct launch begin start | around opposite along | @DRILL |
MOBILIZE deploy | fly sail | near along past off | | armedforce
MOBILIZE deploy | fly sail | to | | armedforce word:close
MOBILIZE alert | put go place | when along near in against | | word:alert,readiness,standby
RETREAT withdraw | withdraw retreat | from | | state
RETREAT withdraw | ship fly airlift bus march drive lift | of from | @TROOPS man contingent | +out noenvoy named
RETREAT withdraw | bring call fly | from | @TROOPS man contingent | +home
RETREAT withdraw | bring call | from | @TROOPS man contingent | +back
RETREAT withdraw | recall | from | @TROOPS contingent |
RETREAT withdraw | depart sail fly return | from | | troops
RETREAT withdraw | disengage | with from | | mutual named
RETREAT ceasefire | agree | with between on | | mutual word:truce,ceasefire,cease-fire,armistice named
RETREAT ceasefire | stop cease halt | with | | mutual word:fighting,shelling,hostilities
RETREAT withdraw | abandon vacate | in mod | position base post barracks |
CONCEDE return-envoy | return | to | ambassador envoy consul | named
CONCEDE return | return | to | trawler vessel boat revenue tax fund money cattle weapon property | named
CONCEDE return | hand turn give | to | | back named
CONCEDE release | set | mod obj | | word:free named
CONCEDE allow | allow let admit | obj mod | inspector observer journalist refugee monitor investigator aid expert team | word:into,in,back named
CONCEDE yield | scrap | to of mod | objection demand opposition veto charge claim complaint reservation | named
CONCEDE allow | allow let admit | mod | | +in
CONCEDE allow | restore reinstate | to for mod | visa scheme flight pension preference access right | named
CONCEDE allow | readmit | mod obj | | named
CONCEDE waive | lift ease relax scrap drop abolish waive | for on | rule visa regime requirement | named
CONCEDE reopen | unblock clear | with to | border crossing frontier road railway line port | named
CONCEDE lift-sanctions | release unblock unfroze | mod of | asset account fund | named
COOPERATE share-intelligence | provide supply | obj | @INTEL | with named
COOPERATE share-intelligence | pass relay supply provide hand feed | to dative | information tip name evidence document detail picture image data | named
COOPERATE share-intelligence | pass | to | information tip name evidence document data detail | +on named
COOPERATE share-intelligence | tip | obj | | +off named
COOPERATE cooperate | build lay construct | with between | link line pipeline bridge railway tunnel cable grid | mutual named
COOPERATE open | open inaugurate | with between | bridge tunnel railway line plant station pipeline | mutual named
COOPERATE sell | sell buy purchase acquire order | to from | plane aircraft warplane warship corvette radar battery howitzer vehicle | word:military,patrol,fighter,attack,combat,armoured,armored,surveillance named
COOPERATE extradite | hand turn | to | man woman national swindler lord kingpin baron suspect fugitive trafficker criminal killer murderer militant banker hacker spy gangster ex-minister ex-president smuggler | word:over,wanted named
COOPERATE escort | escort | mod obj | ship tanker vessel convoy freighter merchantman | armedforce named
COOPERATE exchange | exchange swap | with | prisoner captive detainee body spy hostage | mutual named
COOPERATE cooperate | coordinate co-ordinate | with | | mutual named
COOPERATE extradite | turn return deport send transfer | to | suspect fugitive swindler criminal kidnapper hijacker murderer smuggler trafficker dealer | named
COOPERATE drill | drill sail | with | | mutual joint
COOPERATE train | train drill | with alongside | | mutual state named word:with,alongside
COOPERATE cooperate | fight | alongside | | state named word:alongside
COOPERATE cooperate | survey search patrol hunt practise practice clear dig study | with | | mutual joint named
COOPERATE cooperate | link connect | with to | grid network railway | named
COOPERATE cooperate | arrest break smash seize rescue detain dismantle capture | with | | mutual jointop named
COOPERATE cooperate | compare | with | note | mutual named
COOPERATE cooperate | form set create establish | with | venture partnership consortium bank | mutual named
AID grant | resume restart | to for | assistance lending grant | named
AID grant | deliver hand | to dative for other | bus ambulance boat vehicle equipment kit truck computer | word:donated
AID grant | extend give grant open offer provide | to dative for | line | word:credit named
AID grant | receive obtain secure get win land | from mod | @AID @ARMS ship loan credit food financing | turned named
AID grant | increase double triple boost raise expand step | to for | aid assistance grant help |
AID grant | disburse gift airlift | to dative | |
AID grant | provide supply furnish | obj | @AID rice flour generator medicine truck ambulance ship | with
AID grant | supply | obj | gas oil fuel power water grain | with word:free
AID peacekeepers | guard protect defend | mod in | government president palace capital airport embassy | troops named
AID shelter | take | obj | | +in tight state
AID shelter | take | mod from | refugee | +in tight
AID grant | send | to dative | flour grain wheat rice maize engineer firefighter hospital clinic |
AID build | open set | in for | hospital clinic school shelter |
AID grant | pay foot pick | of for | salary wage bill tab |
AID grant | grant give | dative to | status asylum |
AID debt | forgive cancel write restructure | to for of mod | debt loan |
COERCE arrest | hold | mod obj | | word:spy,spies,suspicion,hostage,captive named
COERCE arrest | hold | mod obj | national citizen reporter journalist soldier sailor fisherman tourist man woman businessman diplomat pilot crew worker student priest missionary | word:charges,charge,spying,espionage,custody named
COERCE arrest | put throw | mod obj | | word:prison,jail,custody
COERCE seize | nationalise nationalize expropriate sequester requisition | mod obj | |
COERCE seize | take | mod of obj | plant company firm bank factory mine field refinery | +over tight
COERCE seize | take | mod of | control | word:company,plant,bank,firm,mine
COERCE block | block censor | mod of | website site channel broadcast station newspaper |
COERCE arrest | cane flog mistreat ill-treat maltreat abuse | mod obj | |
COERCE hack | break | into | | word:server,servers,network,computers,computer,systems,email,emails
COERCE hack | penetrate infiltrate | mod of | network server computer system |
COERCE force | force | mod obj | airliner plane jet aircraft helicopter | +down
COERCE expel | send | mod obj | | +home
ASSAULT attack | set | mod obj | tanker ship vessel boat freighter village house school building base refinery | word:ablaze,alight named
ASSAULT shoot-down | down | mod | plane jet drone aircraft helicopter missile fighter warplane airliner bomber balloon | named
ASSAULT clash | fight wage | with against | war battle skirmish | mutual
COERCE expel | drive push force | mod obj | | +back
COERCE repress | use fire | against at on | gas cannon baton truncheon | word:tear,water,rubber,batons,truncheons
ASSAULT attack | use employ | against on | gas weapon agent bomb warhead | word:poison,chemical,nerve,mustard,nuclear,biological,cluster
ASSAULT violate | violate break breach | with mod | ceasefire cease-fire truce armistice | named
ASSAULT kill | die perish | obj mod | |
ASSAULT kill | hurt | mod obj | |
ASSAULT kill | leave | obj mod | | word:dead,wounded,injured
ASSAULT fire | open | on | | +up armedforce
ASSAULT occupy | tighten | of | siege noose |
ASSAULT occupy | capture recapture seize take retake | from mod | land strip hill ridge height mountain territory oilfield position |
ASSAULT kill | stab knife behead lynch | mod obj | |
ASSAULT fire | land fall rain | on in | | armedforce
PROTEST demonstrate | demonstrate rally march protest riot picket | against outside at over near comp | | crowd
PROTEST demonstrate | take pour | comp against mod | | mob word:streets
PROTEST demonstrate | block throng fill occupy barricade | against comp of at mod | street road highway square bridge motorway railway crossing border frontier port | mob named
PROTEST demonstrate | go | over against at mod | | mob word:strike named
PROTEST demonstrate | gather assemble mass | near outside at before | | mob word:embassy,consulate,mission
PROTEST demonstrate | stage hold organise organize mount form | against outside at over near in mod | chain protest demonstration rally march sit-in vigil strike riot hunger-strike |
"""
