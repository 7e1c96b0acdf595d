"""Rows of the lexicon of acts, deeds of states in everyday words ("cut off Chad", "let in 40 patients", "is after a loan"), which go before the broad ones; their form is told in `acts`.

Everyday verbs mean many things: each row asks for an object, a particle or a word beside, and for its target by name.
"""

from __future__ import annotations

from typing import Final

EVERYDAY_ROWS: Final = """
SUPPORT apologise | ask beg | obj mod from of | | +for named word:forgiveness,pardon
SUPPORT apologise | say | to for | | named word:sorry
SUPPORT congratulate | wish | obj dative mod | | named word:well,luck,success,happy,recovery
SUPPORT back | be stand remain | behind | | named word:fully,firmly,squarely,solidly,right,wholeheartedly,strongly
SUPPORT back | be | behind | | named word:plan,initiative,bid,proposal
SUPPORT back | be | of | | named word:favour,favor
SUPPORT back | come | for of behind | | +out named word:favour,favor,support,behind
SUPPORT praise | speak | of about | | named word:well,highly,warmly,admiringly
SUPPORT praise | have find | for | | named word:praise
SUPPORT praise | give | dative obj to | credit | named word:for
SUPPORT restore-ties | have | in to host | ambassador envoy embassy | named word:again
SUPPORT restore-ties | raise lift elevate | with between | @TIES | mutual
SUPPORT back | give lend throw | dative obj to for | backing support blessing | named
SUPPORT sign | put set affix place | of between | @SIGNATURE | mutual named
SANCTION ban | warn advise urge tell | against to mod | citizen national tourist traveller student | named word:travel,trip,visit
SANCTION suspend | send | mod of from to | | +back named goods
SANCTION suspend | order tell instruct direct | with to from of mod comp | bank company firm importer exporter trader shop supermarket store retailer airline refiner refinery mill miller processor buyer dealer carrier shipper operator agency broker | named word:not,shun,avoid,boycott,clear,remove,pull,drop,refrain,withdraw
SANCTION suspend | take pull remove clear strip | mod from of | | named goods word:shelves,shelf,market,sale
SANCTION sanctions | put set raise build erect throw | against on to for | block barrier obstacle hurdle wall roadblock | named word:trade,imports,exports,goods,tariff,products,sales
SANCTION expel-diplomat | give | obj mod | @ENVOY | leaving named
SANCTION expel-diplomat | name pronounce | mod obj | | grata
SANCTION suspend | cut | obj | | +off state named
SANCTION suspend | take strip withdraw pull remove | from of mod | flag registration | named
SANCTION suspend | leave keep | mod from of | | named goods word:out,outside
SANCTION sanctions | make | for comp mod | | named word:harder,dearer,costlier
SANCTION sanctions | charge bill tax | on for obj mod | lorry truck vessel ship import goods product | named word:more,extra,duty,tax,toll,fee
CONCEDE allow | make | for comp mod | | named word:easier,simpler
CONCEDE waive | do | for on of mod to with | fee visa requirement permit rule toll charge tax limit quota check control | with +away named
CONCEDE allow | open throw | to for mod | market border port door | +up named
CONCEDE lift-sanctions | end drop | of on against mod | isolation ostracism | named
CONCEDE return | give hand send | to mod dative other | ship vessel boat trawler lorry truck plane cargo body fisherman crew prisoner island land | +back
CONCEDE yield | withdraw drop abandon suspend shelve | against to mod | case complaint lawsuit suit challenge | named
CONCEDE yield | put | against mod of | case complaint lawsuit suit challenge | named word:hold,ice
CONCEDE allow | take welcome | obj mod | | +back named word:fold,bloc,league,union,organisation,organization,group,council
AID shelter | take let | mod from of | child patient wounded orphan evacuee family seeker survivor exile dissident injured woman victim boy girl | +in named
AID grant | step come | for to with of | | +in named word:gas,fuel,aid,loan,money,help,grain,wheat,oil,cash,credit,power,food,medicine,funds,supplies
AID grant | put pay | for into of mod to | million billion dollar euro pound yen franc | named word:fund,project,programme,program,scheme,reconstruction,refugees,rebuilding
AID grant | pay | of mod in | | +for named word:clinic,hospital,school,bridge,road,well,rebuilding,repair,repairs,treatment,building,schooling,training,studies,upkeep,reconstruction
AID grant | see | obj mod | | +through named word:loan,aid,money,grain,fuel
AID grant | hand | to other for | motorcycle bicycle tractor laptop camera radio uniform scanner tablet textbook pump ambulance | +over
AID build | build rebuild finish complete | host | school clinic hospital house home well mosque orphanage shelter | named
AID help | send dispatch fly rush | to dative | doctor nurse medic rescuer firefighter paramedic surgeon | named
AID grant | keep | obj | | named word:afloat,alive
MOBILIZE deploy | bring move send draw take pull push march | to with near along on toward towards opposite against | @TROOPS | named word:border,frontier,boundary,demarcation
MOBILIZE deploy | pass sail steam cruise come fly | near to off by past of | | armedforce named word:close,near,off,coast,shores
MOBILIZE drill | carry run | near off around opposite along | @DRILL | named
MOBILIZE deploy | have order get | with near along on against | @TROOPS | named word:border,frontier
RETREAT withdraw | be come return go get | from | | troops named word:home,back
RETREAT withdraw | give | in mod of to | base airfield garrison outpost post position territory | +up named
RETREAT ceasefire | stop cease halt end quit | with on at | | mutual named word:shooting,firing,fighting,shelling,bombing,hostilities,attacks
ASSAULT fire | come | from by of | | turned named word:fire,attack,shelling,bombardment
ASSAULT kill | lose | to in from at | man soldier troop policeman guard fighter villager civilian | turned named word:fire,attack,shelling,raid,strike,strikes,clash
COERCE seize | take | of | hold possession | named word:ship,vessel,boat,tanker,trawler,company,plant,embassy
COERCE expel | leave dump abandon | mod obj | migrant refugee seeker | named word:desert,sea,border,frontier
COERCE hack | get break | into | | named word:computer,network,server,email,website,account,systems
COERCE expel | send fly ship put turn drive bus push | to into over mod | migrant refugee seeker deportee national citizen people person man woman family child villager worker hundred thousand dozen rohingya | +back named
COERCE arrest | keep stop prevent | mod obj | national citizen student worker journalist businessman traveller man woman family crew fisherman lawmaker activist lawyer | named word:leaving,departing
COERCE arrest | pick haul | mod obj | national citizen student worker journalist businessman man woman fisherman trader driver | +up named
AGREE agree | be | with on mod | | mutual +at named word:one
AGREE agree | see | with on mod | eye | mutual named word:eye
AGREE reach-agreement | shake | with on | hand | mutual word:deal,agreement,pact,accord
AGREE offer | announce unveil | for to in | million billion dollar euro pound fund funding money investment | named
AGREE accept | go fall | with | | +along named word:plan,proposal,idea,demand,request,wish
AGREE accept | meet answer | mod of by from to | request plea wish call | named word:halfway,positively
AGREE reach-agreement | work hammer thrash | with between | deal agreement pact arrangement compromise formula | mutual +out
REQUEST ask | want wish | imposer | | tocomp measured
REQUEST ask | want wish like | from to with mod | | toinf deal named word:again
REQUEST ask | be | from mod | | +after named word:loan,help,aid,gas,oil,power,weapons,jets,money,credit,support
REQUEST ask | like wish prefer | obj | | toinf state named
REQUEST ask | look | to | | named word:help,loan,aid,gas,money,support,weapons,funds,credit,fuel,grain
REQUEST ask | hope wait | from | | +for named word:help,loan,aid,gas,money,support,weapons,funds,credit,fuel,answer,reply
REQUEST ask | count rely bank | on upon | | toinf named
REQUEST ask | put make | to | request case plea | named
REQUEST ask | need | from mod | help aid loan money gas fuel grain support | named
REJECT reject | say | to | | named word:no
REJECT oppose | vote come | against | | +against named word:resolution,motion,proposal,plan,bid,membership,entry,admission,draft
REJECT oppose | be stand | against | | +against named word:plan,idea,proposal,bid,membership,resolution,demand,request,entry,deal,sale,project
REJECT refuse | keep leave | to for with | market border port airspace crossing | named word:closed,shut
REJECT refuse | want | with of in | nothing none part | named
REJECT refuse | see | in with of mod | point use sense reason need | named word:no,little
REJECT dismiss | laugh shrug brush wave | mod from at | | +off named
REJECT refuse | keep | mod from obj | | +waiting named word:answer,permission,approval,visa
THREATEN threaten | hit strike | at against | | +back ahead named
THREATEN threaten | let | obj | | named word:know,war,force,pay,consequences
ACCUSE criticise | find | mod obj of | | scorn named
ACCUSE accuse | see detect suspect | mod in behind of | hand | named
ACCUSE accuse | exchange trade swap | with | word | mutual
ACCUSE criticise | have find | for | word | named word:harsh,strong,sharp,angry,tough,stern,hard
ACCUSE criticise | take | of mod | view | named word:dim,poor
ACCUSE express-concern | upset annoyed irritated uneasy displeased shocked aghast offended resentful bitter scathing cross | at about over by with of | | adj named
ACCUSE protest-note | send hand | dative to | note letter | named word:against,over
ACCUSE sue | appeal | against to mod | | named word:wto,organisation,organization,court,tribunal,panel
ACCUSE sue | go | with against over | | named word:court,tribunal,arbitration,wto,panel,judges,hague
CONSULT host-talks | bring get | obj mod | | +together named
CONSULT talks | sit get | with | | mutual +down named
CONSULT talks | sit get | with | | mutual +together named
CONSULT talks | have hold | with between | word chat session meeting lunch dinner breakfast tete-a-tete | mutual named
CONSULT phone | have take get | with from | call | mutual named
CONSULT phone | make place | to | call | mutual named
CONSULT visit | carry bring take | to | message letter | named
CONSULT visit | fly come drive sail cross travel | host | | +in people word:visit,talks,trip,meeting,summit
COOPERATE share-intelligence | give pass send hand | dative to obj | word warning notice tip-off | named word:attack,plot,bomb,militants,terrorists,suspects
COOPERATE train | train practise practice | with | | mutual joint
COOPERATE extradite | hand turn | to | leader boss member chief kingpin suspect fugitive | word:over,wanted
COOPERATE cooperate | lease let rent | to dative | base port airfield island station harbour harbor | named
COOPERATE cooperate | be work | with on | | mutual joint named word:building,digging,clearing,laying,fighting,developing
"""
