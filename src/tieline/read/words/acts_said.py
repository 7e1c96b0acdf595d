"""Rows of the lexicon of acts, those of words and meetings: CONSULT to THREATEN; their form is told in `acts`."""

from __future__ import annotations

from typing import Final

WORD_ROWS: Final = """
REJECT break-off | break | other | | anaphor +off
AID help | send fly dispatch rush deploy | to | team | word:rescue,medical,relief,emergency,protection,search,firefighting,firefighters,disaster named
MOBILIZE deploy | send sail move dispatch | off near toward towards past | group | word:carrier,naval,strike,battle,warships named
CONSULT letter | receive get | from | message letter cable telegram | turned named
CONSULT visit | stop | host | | place people named
SUPPORT back | come speak | of | | word:defence,defense,favour,favor,support named
SUPPORT restore-ties | open | with between | relation ties tie | mutual word:diplomatic,full,formal named
SANCTION suspend | put | to for | loan aid grant credit assistance | +off named
SANCTION sanctions | consider weigh mull ponder contemplate | on against for | @SANCTIONS | named proposal
SANCTION sanctions | decide | on against | | word:tariffs,duties,sanctions,embargo,ban named proposal
CONCEDE lift-sanctions | consider weigh mull ponder contemplate | on against of | lifting easing removal suspension relaxation | named proposal
CONSULT visit | end | of | tour | named
CONSULT host-talks | host | between | @TALKS | named
CONSULT host-talks | host hold lead conduct begin start resume convene launch undertake | between | mediation | named
CONSULT talks | engage | with | | mutual state named
REQUEST propose | present | obj | | word:proposal,proposals,initiative named
CONCEDE yield | drop withdraw waive abandon | to of against mod other | objection opposition veto reservation |
SUPPORT recognise | present hand | to | letter | word:credence,credentials named
SUPPORT congratulate | exchange | with | greeting congratulations congratulation | mutual named
SUPPORT honour | present award honour decorate | obj | | word:medal,order,award,decoration named
ACCUSE sue | consider weigh mull contemplate | against | complaint case suit lawsuit | named proposal
ACCUSE sue | join back | against | case suit lawsuit complaint | named
REJECT withdraw | denounce repudiate renounce abrogate | with | treaty pact agreement accord convention | named
REJECT dismiss | call brand label term describe | mod | remark comment statement claim report allegation accusation charge | untrue named
CONSULT visit | shuttle | between | | people named
CONSULT talks | look explore examine | with between | | mutual word:ways,cooperation,prospects,relations named
AGREE ready | restate reaffirm reiterate repeat underline underscore | to comp mod other | readiness willingness interest commitment intention preparedness | named
AGREE ready | ready prepared | told | | word:for named
SANCTION expel-diplomat | give | dative | hour day week | leaving named
SANCTION expel-diplomat | send kick throw order | mod obj | @ENVOY official correspondent journalist worker | +home named
CONSULT visit | attend | mod | inauguration funeral wedding coronation swearing-in | named
CONSULT talks | write | to | | state named
REQUEST propose | propose suggest | comp other | | tocomp others
REQUEST ask | hope | comp | | tocomp named doer
AGREE offer | offer promise pledge | dative to for other | aid assistance loan credit investment financing line grant reply inquiry investigation dollar euro million billion yen pound rupee franc mark yuan |
AGREE offer | announce unveil | for to | aid assistance grant loan donation relief line credit package | named
AGREE reach-agreement | renew extend prolong | with between | agreement accord pact treaty deal quota memorandum contract arrangement | mutual named
CONSULT talks | wind | with between | @TALKS | mutual named
CONSULT receive | host | by from of | @VISIT | mutual named
CONSULT talks | raise | with | | state named
SUPPORT back | stand speak | for | | +up
SUPPORT recognise | receive accept | from | credential credentials | turned named
SUPPORT honour | give hand | dative to | medal order award decoration sword | named
SUPPORT praise | pay | to | homage |
SUPPORT praise | welcome hail applaud | mod other | decision development move step announcement opening reopening release lifting progress breakthrough gesture |
SUPPORT express-support | renew repeat reaffirm | for of | @SUPPORT |
SUPPORT express-support | pass adopt approve | with for | motion resolution declaration | word:solidarity,support,sympathy
SUPPORT sign | adopt issue | with between | declaration communique communiqué | mutual
SUPPORT ratify | ratify approve endorse | of mod | accession membership entry |
SUPPORT ratify | exchange | with between | instrument | mutual
SUPPORT restore-ties | upgrade raise | in with | mission representation legation |
SUPPORT restore-ties | re-establish reestablish | with between | @TIES | mutual
SUPPORT praise | call describe term regard consider view | obj mod | | warm named
SUPPORT back | justify vindicate | mod obj | |
AGREE approve | give | to for comp | light go-ahead nod | named
AGREE reach-agreement | come | with | | mutual word:terms named
REQUEST demand | demand request urge ask | to | | word:letter,petition,note named
REQUEST ask | turn | to | | word:for named
REQUEST ask | want | from | access return explanation apology answer compensation help money | named
REQUEST urge | prod nudge coax badger | obj mod | | toinf named
ACCUSE charge | charge | obj | | place word:with named
ACCUSE criticise | critical contemptuous scornful | of | | named
ACCUSE express-concern | concerned worried unhappy dissatisfied disappointed alarmed dismayed outraged angry furious indignant appalled | at about over by with comp | | named
ACCUSE criticise | take | obj | | word:task named
ACCUSE criticise | take | with | issue | named
ACCUSE criticise | revile malign lampoon | obj mod | | named
ACCUSE complain | remonstrate | with | | named
ACCUSE criticise | heap pour | on upon | scorn abuse criticism blame | named
ACCUSE protest-note | register | with to against | @PROTEST | named
ACCUSE criticise | liken compare | obj mod | | word:nazis,nazi,hitler,apartheid named
ACCUSE accuse | trade exchange swap | with | accusation insult barb recrimination charge | mutual
ACCUSE investigate | question | obj mod | official diplomat agent businessman spy suspect national citizen sailor officer captain | named
ACCUSE indict | try | mod | agent official officer suspect member diplomat national citizen soldier squad general | named
ACCUSE convict | find | obj mod | | word:guilty named
ACCUSE indict | issue file return bring | against | indictment | named
ACCUSE investigate | launch open start begin initiate conduct | into against on of mod other | investigation probe inquiry review case | word:dumping,anti-dumping,subsidy,subsidies,countervailing,safeguard
ACCUSE sue | contest challenge | mod | claim | named
REJECT reject | shrug brush | mod from | | +off named
REJECT refuse | deny refuse | dative to mod | right clearance visa landing | named
REJECT reject | vote | mod from | | +down named
REJECT refuse | have see | mod | intention need reason wish | word:no named
REJECT walk-out | walk | with from | | +away named
REJECT walk-out | pull withdraw drop | with | | word:arbitration,mediation named
REJECT refuse | unwilling reluctant loath | comp mod to with | | toinf named
REJECT decline | decline spurn | mod obj from | loan aid help offer invitation request mediation | named
THREATEN threaten | go | when with against | | word:war
THREATEN threaten | resort | when against | | word:force ahead
CONSULT meet | meet | obj with | | mutual state
CONSULT inaugurate | inaugurate launch open inspect tour unveil lay watch review attend chair | with | | mutual joint
CONSULT visit | open attend inaugurate visit join address | host | fair exhibition expo trade pavilion parade festival game forum conference show session rally parliament assembly | people
CONSULT talks | discuss review | with | | mutual state
CONSULT talks | exchange | with | view opinion visit message | mutual
CONSULT talks | dine lunch breakfast huddle | with | | mutual state
CONSULT talks | convene | with | | mutual
CONSULT talks | gather assemble | with | | mutual people
CONSULT phone | call ring | obj | counterpart colleague number | mutual state
CONSULT visit | set stop | host | | place people +off
CONSULT visit | stop | host | | place people +over
CONSULT visit | pay | on | call visit |
CONSULT visit | dock moor | host | | place people
SUPPORT sign | hold | with between | ceremony | mutual word:signing
CONSULT talks | engage enter | with between | @TALKS | mutual within
CONSULT talks | hold have conduct start begin open resume continue end finish conclude wrap schedule | with between | @TALKS | mutual
CONSULT talks | take | with | matter issue subject question case concern | +up
CONSULT talks | raise | with | matter issue subject question case concern |
CONSULT talks | confer consult negotiate parley huddle | with | | mutual
CONSULT receive | host give hold | for | reception dinner lunch banquet breakfast luncheon audience | mutual named
CONSULT phone | speak talk confer | with to | | mutual byphone named
CONSULT talks | talk speak | with to | | mutual state
CONSULT visit | call | host | | place people +at
CONSULT talks | sit | with | | mutual +down
CONSULT phone | telephone phone | obj | | mutual state
CONSULT phone | contact | obj | | mutual state
CONSULT talks | see | obj | president minister premier leader counterpart ambassador envoy king official secretary | mutual state
CONSULT talks | shake | with | hand | mutual
CONSULT talks | join | for in at | @TALKS | mutual state
CONSULT talks | mediate arbitrate | between | |
CONSULT talks | brief | obj | | state
CONSULT visit | send dispatch | to host | envoy emissary minister negotiator mediator official diplomat representative ambassador-at-large |
CONSULT visit | pay carry make conduct begin start end finish complete conclude wrap wind cut undertake take embark have interrupt | to host on | @VISIT |
CONSULT visit | lead head send | to host | @DELEGATION |
CONSULT visit | send dispatch | to host | minister envoy emissary delegation premier chancellor negotiator mediator |
CONSULT visit | visit tour | obj host | | place
CONSULT visit | arrive land travel fly go journey head leave depart return come shuttle jet | host | | place people
CONSULT visit | due expect be | host | | place people
CONSULT receive | receive host greet welcome entertain fete escort | obj | | mutual state
CONSULT receive | play | to | host | mutual state
CONSULT receive | give extend accord | to dative | welcome reception audience | mutual state
CONSULT phone | tell inform | obj | | mutual state byphone
CONSULT talks | host | with | @TALKS | mutual
CONSULT talks | attend | obj host with event | @TALKS | place
CONSULT talks | skip shun | host event | @TALKS | place
CONSULT talks | participate | host event | | place
CONSULT talks | take | host event | part | place
CONSULT talks | chair co-chair cochair | with host | @TALKS | mutual
SUPPORT sign | sign co-sign cosign ink initial conclude | with between | @AGREEMENT | mutual
SUPPORT sign | sign | with between | loan credit facility | mutual
SUPPORT sign | signed | with between | @AGREEMENT | mutual
SUPPORT sign | put set affix | with | @SIGNATURE | mutual
SUPPORT sign | sign accede | with between | | mutual behind
SUPPORT sign | make conclude | with | peace | mutual
SUPPORT ratify | ratify endorse approve | with mod between | @AGREEMENT |
SUPPORT ratify | ratify | other | | anaphor
AGREE reach-agreement | reach strike clinch seal finalise finalize negotiate renegotiate make | with between | @AGREEMENT | mutual
SUPPORT congratulate | congratulate thank felicitate | obj mod | |
SUPPORT praise | praise hail laud applaud commend extol celebrate salute acclaim feature compliment | obj mod with | | praise
SUPPORT praise | welcome | mod obj | |
SUPPORT praise | pay | to | tribute |
SUPPORT back | support back endorse champion defend | obj mod | |
SUPPORT back | stand side sympathise sympathize | by with behind | |
SUPPORT back | rally | behind around to | |
SUPPORT back | throw put lend give offer | behind to dative | weight support backing blessing endorsement |
SUPPORT back | come speak | for in of | favour favor support defence defense |
SUPPORT back | approve | of mod | | +of
SUPPORT back | plead | for | case |
SUPPORT praise | admire respect honour thank hail glorify exalt credit applaud cheer | obj mod | |
SUPPORT praise | mourn | obj mod | |
SUPPORT recognise | exchange | with | ambassador envoy |  mutual
SUPPORT recognise | appoint name accredit nominate | to | ambassador envoy consul charge |
SUPPORT recognise | present | to | credential credentials |
SUPPORT sign | enter | with | agreement alliance partnership treaty pact accord | mutual
SUPPORT forgive | forgive | obj mod | |
SUPPORT back | vote | for with | | direct
SUPPORT honour | confer award bestow present pin | on to | medal order award honour honor title decoration degree prize |
SUPPORT honour | decorate honour honor | obj mod | |
SUPPORT praise | call describe term | obj mod | | warm
SUPPORT praise | appreciate value cherish | mod | |
SUPPORT express-support | express voice reiterate convey offer pledge declare reaffirm extend send cable telegraph wire | for to with other | @SUPPORT |
SUPPORT congratulate | grateful thankful indebted | to for | |
SUPPORT apologise | apologise apologize | to other | |
SUPPORT express-support | deliver give offer | of for to | endorsement backing blessing |
SUPPORT apologise | offer express make issue send | to for | apology apologies regret remorse |
SUPPORT recognise | recognise recognize | obj mod | | state
SUPPORT restore-ties | establish restore resume normalise normalize upgrade renew strengthen cement | with between | @TIES | mutual
SUPPORT open-embassy | open reopen inaugurate | host to with other | @OFFICE |
SUPPORT designate-year | designate declare name proclaim select dedicate | with of mod | @YEAR | year
AGREE agree | agree | with to comp on other | | mutual
AGREE accept | accept welcome embrace | mod from comp other | @PROPOSAL invitation |
AGREE accept | consent accede | to comp other | |
AGREE approve | give grant | to mod other | consent nod approval blessing assent go-ahead green-light |
AGREE ready | express voice signal declare reiterate convey show indicate announce affirm stress | to comp mod other | readiness willingness interest intention desire wish preparedness determination |
AGREE reach-agreement | reach find achieve forge hammer conclude | with between on | consensus understanding compromise deal breakthrough settlement accommodation rapprochement agreement accord | mutual
AGREE reach-agreement | come | with | term agreement understanding | mutual
AGREE offer | give provide offer make | to dative | assurance guarantee pledge promise undertaking commitment overture word |
AGREE offer | assure reassure | obj | |
AGREE offer | volunteer | to comp | | toinf
AGREE cooperate | seek wish hope plan intend aim look vow pledge promise agree decide determine keen want reaffirm resolve | with between | | coopinf mutual
AGREE cooperate | reaffirm set adopt confirm | with | goal target commitment plan programme roadmap | mutual
AGREE approve | approve endorse clear authorise authorize | to for mod | dollar euro million billion loan credit grant sale aid package delivery shipment transfer |
AGREE settle | settle resolve bury patch end | with between | row dispute quarrel difference feud conflict rift argument standoff spat |
AGREE offer | undertake | comp other | | toinf
AGREE offer | offer promise pledge vow swear guarantee assure propose | obj dative to comp mod for other | |
AGREE offer | commit | to comp | | toinf
AGREE ready | prepare | comp to told other | | toinf beready
AGREE accept | accept agree consent | other | | bare
AGREE accept | accept welcome | mod from | force peacekeeper troop observer inspector mission mediator | named
AGREE invite | invite | obj | | state
AGREE invite | issue extend send reiterate renew repeat give | to other | invitation |
AGREE ready | ready willing prepared keen eager happy glad inclined | comp to told other | | toinf
ACCUSE sue | request seek demand | mod from of other | panel arbitration | court
ACCUSE sue | ask request | over against other | | word:panel,arbitration
REQUEST ask | request seek ask | from of mod for other | loan support help aid assistance release resumption extradition access reduction extension explanation clarification apology meeting |
REQUEST ask | ask request beg implore petition | obj of from comp mod | |
REQUEST propose | propose suggest | to with | |
REQUEST propose | propose | comp other | | tocomp
SANCTION expel-diplomat | order tell ask give | mod obj | @ENVOY | leave
REQUEST demand | order instruct | obj mod | | toinf
REQUEST urge | urge press pressure pressurise exhort push tell lobby persuade | obj mod | | toinf
REQUEST urge | urge advocate | between with | @TALKS truce ceasefire cease-fire rapprochement reconciliation | named
REQUEST urge | urge | comp | | tocomp
REQUEST press-for | press push lobby | obj from mod | |
REQUEST ask | want | obj | | toinf state
REQUEST ask | seek | from | help support aid assistance compensation explanation extradition access cooperation waiver talk backing concession clarification apology guarantee assurance |
REQUEST ask | seek request | mod from of for other | return handover release resumption extradition access talk meeting approval permission visa mediation withdrawal cancellation rescheduling relief aid assistance help support loan credit backing information explanation clarification apology compensation cooperation exemption delay extension review |
REQUEST urge | advise encourage recommend counsel challenge require warn | obj mod | | toinf
REQUEST demand | issue make send present put submit | to | demand request appeal plea call proposal |
REQUEST demand | demand insist | mod from comp | withdrawal pullout removal departure return release retreat apology compensation extradition evacuation |
REQUEST demand | demand insist | from that mod comp to | |
ACCUSE summon-envoy | call | obj mod | @ENVOY | +in
REQUEST apply | lodge file submit send make | with to | application request petition appeal bid |
REQUEST apply | apply | to comp | | named
REQUEST ask | plead | with | |
REQUEST ask | ask appeal plead | of from other mod | | +for
REQUEST ask | remind beseech entreat | obj | |
REQUEST call-on | call | on upon | | +on toinf state
REQUEST call-on | call | upon on | | +upon toinf state
REQUEST call-on | call | on upon | | +on word:restraint,help,support,aid,assistance named
REQUEST call-on | call | upon on | | +upon word:restraint,help,support,aid,assistance named
CONSULT talks | call | on upon | | +on people named state
REQUEST call-on | call | imposer | | +for measured named
REQUEST call-on | call | comp mod for | | +for
REQUEST appeal | appeal | to | |
ACCUSE accuse | accuse | obj mod | |
ACCUSE criticise | criticise criticize condemn denounce blast slam decry deplore assail rebuke censure blame chide castigate lambaste berate scold rap ridicule reproach lambast denigrate | obj mod | |
ACCUSE criticise | criticise criticize condemn denounce blast slam decry deplore assail | mod other | ban embargo boycott blockade duty tariff sanction restriction |
ACCUSE charge | charge | obj comp | | tocomp
ACCUSE complain | complain | to about of against comp mod | |
ACCUSE criticise | hit lash strike | at mod | | +out
ACCUSE criticise | rail fume inveigh protest | at against | |
ACCUSE criticise | object | to mod | |
ACCUSE criticise | deride mock reprimand admonish upbraid excoriate pillory fault accuse | obj mod | |
ACCUSE allege | allege | comp | | tocomp
ACCUSE criticise | lash hit | at | | +out
ACCUSE accuse | hold | obj | | word:responsible,accountable
ACCUSE accuse | point | at to | finger |
ACCUSE accuse | suspect | obj | | word:of
ACCUSE accuse | suspect | mod | | word:having named
ACCUSE criticise | question doubt dispute challenge | mod | right motive commitment sincerity role record legitimacy intention behaviour behavior conduct motives |
ACCUSE allege | allege claim | mod | support involvement interference complicity violation aggression backing incursion attack plot role |
ACCUSE accuse | present produce publish release show offer | against of | evidence proof dossier photograph | named
ACCUSE protest-note | protest | mod to | |
ACCUSE indict | indict charge prosecute | obj mod | agent official diplomat officer spy minister president general citizen national man attaché attache soldier businessman trader |
ACCUSE express-concern | express voice | at over about with mod | alarm fear doubt regret unease anxiety worry frustration disgust horror shock reservation |
ACCUSE sue | take drag haul bring | obj mod | | court
ACCUSE sue | file lodge bring launch initiate open | against with over | case suit lawsuit complaint claim proceeding action |
ACCUSE criticise | call brand label describe denounce paint portray cast | mod obj other | | scorn
ACCUSE protest-note | protest | to against over at about obj mod | | official
ACCUSE protest-note | lodge file deliver hand issue send submit make raise convey relay | to with against over | @PROTEST |
ACCUSE express-concern | express voice convey | about over at to with | @CONCERN |
ACCUSE summon-envoy | summon | obj mod | @ENVOY |
ACCUSE summon-envoy | summon | from mod obj | official staff | word:embassy,embassies,mission,missions,consulate
ACCUSE recall-envoy | recall withdraw pull | from to host of | @ENVOY |
ACCUSE sue | sue | obj | |
ACCUSE sue | challenge contest | mod other | decision duty tariff ruling measure ban restriction order law levy subsidy quota |
ACCUSE investigate | launch open start begin | into against | investigation probe inquiry |
ACCUSE investigate | investigate probe | obj mod | |
ACCUSE investigate | inspect examine search monitor | mod in | site plant facility factory laboratory reactor palace base ministry weapon bunker warehouse | inspectors
ACCUSE investigate | send dispatch | to host | inspector investigator |
REJECT refuse | refuse | comp obj mod dative to other | | notalks
REJECT decline | decline | comp mod obj other | | toinf notalks
REJECT reject | reject rebuff spurn veto snub | mod from other | @PROPOSAL this that |
REJECT reject | reject rebuff spurn veto snub resist | mod obj from comp | |
REJECT oppose | oppose opposed | mod obj to | |
REJECT dismiss | dismiss | mod from other | @PROPOSAL |
REJECT refuse | refuse decline balk demur | other | | bare
REJECT reject | reject rebuff spurn | mod from other | warning rebuke advice ultimatum verdict |
REJECT turn-down | turn | mod from other | | +down
REJECT turn-down | rule | mod comp other | | +out
REJECT cancel | cancel scrap postpone delay suspend break | with to host mod | @TALKS @VISIT |
REJECT cancel | call | with to host mod | @TALKS @VISIT | +off
REJECT cancel | put | with to host mod | @TALKS @VISIT | +off
REJECT walk-out | walk pull withdraw storm | with of from other | | talksout
REJECT withdraw | withdraw pull drop | with from of | | treaty
REJECT reject | brush wave sweep shrug | mod from other | | +aside
REJECT reject | scoff balk | at | |
REJECT reject | ignore defy flout | mod obj from | |
REJECT refuse | deny refuse | dative to mod | permission request access authorisation authorization clearance approval |
REJECT dismiss | dismiss disregard | mod from other | deadline resolution demand call appeal ultimatum warning report allegation accusation charge claim criticism complaint concern suggestion |
REJECT reject | defy disregard disobey violate breach | mod obj | resolution ruling deadline agreement treaty accord demand order ban sanction embargo convention |
REJECT withdraw | suspend freeze terminate end abandon scrap renounce repudiate abrogate cancel annul denounce quit leave | with from | treaty pact agreement accord deal alliance contract |
REJECT withdraw | renege back | on of | | word:renege,reneged,reneging,out,away
REJECT turn-down | rule | with mod comp on | talk negotiation dialogue concession compromise deal ceasefire visit meeting | +out
REJECT block | block prevent stop hinder bar | mod | inspector observer monitor official envoy diplomat minister delegation team expert mission | word:from
REJECT refuse | hold resist | against mod | pressure demand call appeal |
REJECT block | block oppose thwart veto | mod of for | resolution membership entry bid accession application admission nomination candidacy motion |
REJECT break-off | break suspend freeze halt | with | @TALKS |
REJECT boycott | boycott | mod obj host | |
REJECT boycott | stay | from | | +away word:protest,boycott,anger,over
THREATEN threaten | threaten | obj with mod comp against other | |
THREATEN warn | warn caution | obj comp of | | warn
THREATEN ultimatum | give set | dative obj for | | until
THREATEN ultimatum | give set issue impose | dative to for | deadline ultimatum |
THREATEN threaten | retaliate respond react | against to at for | | ahead
THREATEN threaten | use employ | against to on in mod | force weapon | ahead
THREATEN threaten | go | with against | war |
THREATEN threaten | vow swear pledge promise threaten | against on to | retaliation revenge vengeance reprisal response punishment |
THREATEN warn | give sound deliver issue | against to | warning | named
THREATEN threaten | make utter issue voice | against to | threat warning |
"""
