"""Who acts for a state and who does not: nouns of state, of arms, of crowds and of private life, and groups with a name."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.words.state_bodies import STATE_BODIES


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STATE_NOUNS: Final = _words(
    "government custom boat instructor trainer mp royal ministry minister president premier chancellor vice-president parliament cabinet regime administration authority leader leadership junta state nation country side party republic kingdom embassy consulate "
    "mission delegation team official officer diplomat ambassador envoy emissary negotiator representative delegate army military navy force troop soldier serviceman marine commando warship ship fleet frigate submarine "
    "warplane plane jet aircraft bomber fighter helicopter gunboat vessel artillery missile tank unit battalion brigade division bulldozer drone peacekeeper guard policeman police coastguard coast-guard patrol intelligence agent spy "
    "court judge prosecutor senate congress council assembly commission agency department secretariat bureau bank board secretary spokesman spokeswoman spokesperson speaker lawmaker parliamentarian deputy mp senator general commander chief head admiral colonel marshal king queen emir amir sheikh sultan prince monarch ruler emperor pope "
    "treasury customs regulator office counterpart host guest number power superpower giant ally neighbour neighbor dictator coalition directorate service chairman chairwoman commissioner director governor consul attache attaché mediator summit foreign-minister command headquarters capital monarchy group-of-diplomats envoyé secretary-general politburo federation union bloc alliance man counterparty politician statesman governing defence defense navy-ship ministry-spokesman archipelago island emirate wing faction gunner diver rescuer pilot paratrooper squadron destroyer cruiser corvette minesweeper infantry battery garrison captain lieutenant legislature princess duke medic engineer investigator scientist-general detective hierarchy ruler expedition taskforce task-force convoy arbitrator go-between conciliator peacemaker legislator premier-designate apparatchik nuncio legate ministry-official vice-minister undersecretary authorities movement watchdog legionnaire gendarme magistrate inspectorate security presidency chancellery exchequer inspector observer monitor gunship ranger airman sailor apparatus aide adviser advisor administrator prefect"
)
CROWDS: Final = _words(
    "people demonstrator protester protestor rioter activist crowd student worker youth villager teenager stone-thrower picket marcher dissident exile monk nationalist loyalist islamist hardliner fundamentalist sympathiser sympathizer resident activist farmer citizen inhabitant thousand hundred supporter driver fisherman muslim christian settler mob woman man refugee population prisoner detainee family"
)
ARMED: Final = _words(
    "hacker gun cannon ambush rebel gunfire shelling warhead rocket shell mortar fighting airforce air-strike insurgent paramilitary hitman kidnapper suicide-bomber marauder contra mujahid jihadi tribesman infiltrator bandit pirate attacker assailant airstrike strike raid attack bombing fire sniper assassin hijacker bomb guerrilla guerilla militant militia militiaman gunman insurgent fighter separatist extremist terrorist bomber commando faction paramilitary jihadist warlord"
)
FORCES: Final = _words(
    "military police commando warplane gunboat gunship airman sailor drone gunner infantry squadron destroyer frigate cruiser corvette warship patrol guard coastguard serviceman militia marine legionnaire gendarme"
)
"""Arms of a state beyond those that are deployed as troops."""
HELPERS: Final = _words(
    "doctor medic nurse surgeon paramedic rescuer firefighter peacekeeper instructor trainer adviser advisor relief volunteer"
)
"""Who comes from one state to help in another."""
PRIVATE: Final = _words(
    "company firm bank exporter importer producer farmer grower manufacturer maker trader investor market business group corporation airline carrier refiner mill miner brewer retailer bank analyst economist expert researcher scientist professor doctor player team club coach athlete side striker swimmer runner boxer singer actor artist writer journalist reporter tourist visitor traveller student citizen resident consumer worker immigrant migrant family victim man woman child boy girl teenager couple pilgrim export import trade economy currency stock bond share price index product goods commodity oil gas film movie book paper article study report survey match game series tournament federation association chamber foundation charity church university institute think-tank broker dealer shareholder"
)
GROUPS: Final = {
    name: code
    for code, names in {
        "PSE": "Gaza City|Popular Front for the Liberation of Palestine|Al-Aqsa Martyrs Brigades|al-Aqsa Martyrs Brigades|Hamas|Fatah|PLO|P.L.O.|Palestine Liberation Organization|Palestine Liberation Organisation|Palestinian Authority|Islamic Jihad|Gaza Strip|West Bank",
        "LBN": "South Lebanon Army|Hezbollah|Hizbollah|Hizbullah|Hezbullah",
        "AFG": "Northern Alliance|Taliban|Taleban|Mujahideen",
        "TLS": "Fretilin|FRETILIN",
        "MMR": "Karen National Union",
        "ETH": "Oromo Liberation Front",
        "URY": "Tupamaros",
        "YEM": "Houthis|Houthi rebels|Houthi",
        "LKA": "Liberation Tigers of Tamil Eelam|Tamil Tigers|Tamil Tiger|LTTE",
        "IRQ": "Mahdi Army|Baath Party|Republican Guard",
        "IRN": "Revolutionary Guards|Revolutionary Guard|IRGC",
        "CHN": "People's Liberation Army|PLA",
        "GBR": "IRA|Irish Republican Army|Sinn Fein|MI6|MI5|Scotland Yard|Whitehall|Royal Navy|Royal Air Force|RAF|Royal Marines|Buckingham Palace|Foreign Office",
        "USA": "CIA|FBI|Marines|Green Berets|U.S.|National Security Council|NSA|Congress of the United States",
        "ISR": "Jewish settlers|Jewish settler|Israeli settlers|Jewish extremists|Jewish state|IDF|Mossad|Shin Bet|Israel Defense Forces",
        "RUS": "Roscosmos|FSB|KGB",
        "UN": "UNSCOM|UNMOVIC|UNPROFOR|UNIFIL|UNRWA|WFP|UNESCO|International Court of Justice|World Court|world body|Security Council|UNHCR|UNICEF|General Assembly|World Food Programme|blue helmets",
        "EU": "European Commission|European Parliament|European Council|European Union|EEC Commission",
        "UGA": "Lord's Resistance Army|LRA",
        "TUR": "PKK|Kurdistan Workers' Party",
        "NIC": "Sandinistas|Contras",
        "COL": "FARC|Revolutionary Armed Forces of Colombia",
        "ESP": "ETA",
        "AGO": "UNITA",
        "VAT": "Holy See|Pope Francis|Pope John Paul|Pope Benedict|the Pope|the pope",
        "ESH": "Polisario|Polisario Front",
        "KHM": "Khmer Rouge",
        "PER": "Shining Path|Sendero Luminoso|Tupac Amaru",
        "IDN": "Jemaah Islamiyah|Free Aceh Movement",
        "PHL": "Abu Sayyaf|Moro Islamic Liberation Front|Moro National Liberation Front|New People's Army|MILF",
        "ZAF": "African National Congress|ANC",
        "NAM": "SWAPO",
        "MOZ": "RENAMO|FRELIMO|Renamo|Frelimo",
        "SDN": "Janjaweed|SPLA|SPLM|Sudan People's Liberation Army",
        "SLE": "Revolutionary United Front|RUF",
        "SOM": "al-Shabaab|al-Shabab|Al-Shabaab|Al Shabaab|Shabaab",
        "NGA": "Boko Haram",
        "RWA": "Interahamwe",
        "COD": "M23",
        "PAK": "Lashkar-e-Taiba|Jaish-e-Mohammad|Inter-Services Intelligence",
        "TWN": "Kuomintang|KMT",
        "DEU": "Bundeswehr",
        "SLV": "FMLN",
        "MEX": "Zapatistas",
        "XKX": "Kosovo Liberation Army|KLA",
        "VNM": "Viet Cong|Vietcong",
        "NZL": "Kiwi",
        "TTO": "T&T",
        "AUS": "Aussie",
    }.items()
    for name in names.split("|")
} | STATE_BODIES
"""Parties, armies and offices that the press names without their country, with the country whose affairs they are part of."""
SHIPS: Final = {
    "USS": "USA",
    "USNS": "USA",
    "USCGC": "USA",
    "HMS": "GBR",
    "RFA": "GBR",
    "HMAS": "AUS",
    "HMNZS": "NZL",
    "HMCS": "CAN",
    "HTMS": "THA",
    "HNLMS": "NLD",
    "ROKS": "KOR",
    "BRP": "PHL",
    "INS": "IND",
    "KRI": "IDN",
    "TCG": "TUR",
}
"""What stands before the name of a ship of a navy."""
PEOPLES: Final = frozenset({"PSE"})
"""Peoples without a state of their own whom the press names as a party to a conflict."""
GROUP: Final = re.compile(
    rf"(?=[{''.join(sorted({name[0] for name in GROUPS}))}])(?<![\w.-])(?:{'|'.join(re.escape(n) for n in sorted(GROUPS, key=len, reverse=True))})(?![\w-])"
)
PAIR: Final = re.compile(
    r"\b(?:both|(?:the |these |those |their |its )?two)(?:\s+(?:[\w-]+\s+){0,2}?(?:countries|nations|sides|states|neighbou?rs|governments|capitals|leaders|presidents|ministers|men|women|officials|parties|allies|powers|rivals|delegations|teams|armies|navies|militaries|ministries|foes|republics|statesmen|premiers|heads|envoys|diplomats|negotiators|counterparts))?(?!\w)|\b(?:the )?(?:sides|parties|two)\b|\beach (?:side|party|of the two)\b|\beach other\b|\bone another\b|\bboth armies\b",
    re.IGNORECASE,
)
OTHER: Final = _words("counterpart colleague number neighbour neighbor host guest ally rival foe opposite")
MEDIA_NOUNS: Final = _words(
    "newspaper medium daily agency television radio broadcaster paper commentary editorial press mouthpiece tv"
)
STATE_RUN: Final = _words(
    "state state-run state-controlled state-owned official government party controlled run owned ruling communist army mouthpiece"
)
COUNTING: Final = _words(
    "group number dozen hundred thousand score couple handful patch series contingent party pair million most some part half batch first majority third quarter all one rest last remainder bulk"
)
JOINT_BODIES: Final = _words("committee commission team group council panel body force delegation board mission")
WARM: Final = _words("friendly friend brother brotherly ally partner model reliable staunch trusted example dear")
SCORN: Final = _words(
    "pointless petty unacceptable shameful outrageous illegal unlawful illegitimate provocative provocation unfair unjust unjustified irresponsible absurd ridiculous dangerous hypocritical hostile aggressive reckless deplorable disgraceful regrettable unfriendly discriminatory disgusting baseless groundless unfounded aggression interference meddling breach affront threat challenge violation liar lie lies terrorist evil tyrant dictator criminal insult blackmail bullying traitor murderer murderers thief thieves futile warmonger warmongers aggressor aggressors occupier occupiers hypocrite hypocrites enemy invader invaders rogue pirates bandits gangsters liars terrorists criminals cowards puppets butcher stooge puppet thug coward fascist racist disgrace epicentre manipulator scandalous intolerable inhuman brutal barbaric cynical corrupt communist killer warmongering genocidal genocide clown bully dictators emperor arrogant unreliable dysfunctional insulting undemocratic imperialist colonialist bigot madman loser weakling parasite vassal lackey lackeys lapdog lap-dog disrespectful exorbitant excessive disproportionate inappropriate immoral protectionist arbitrary unilateral slander sham farce extortion scandal offensive inadmissible unjustifiable inhumane cruel colonial neo-colonial betrayal contempt contemptuous treachery treacherous perfidy duplicity duplicitous dishonest deceitful blunder mistake error wrongful unwarranted unreasonable unjustifiably untenable unhelpful counterproductive counter-productive harmful destructive destabilising destabilizing inflammatory escalation crime outrage atrocity barbarism piracy robbery theft plunder looting extortionate punitive vindictive spiteful malicious callous heartless cynicism hypocrisy folly madness insane insanity stupid foolish senseless mindless shocking appalling horrific horrendous disastrous catastrophic tragic alarming worrying troubling disturbing humiliation humiliating degrading sabotage subversion spoiler troublemaker saboteur warlord bandit coloniser colonizer usurper dictatorship tyranny apartheid ethnic-cleansing despicable vile repugnant abhorrent heinous scapegoat intransigent intransigence bellicose belligerent confrontational antagonistic unacceptably illegitimately unlawfully illegally unfairly unjustly incompetent irresponsibly trick ploy pretext excuse show-trial charade circus nonsense infringement encroachment trespass incursion usurpation land-grab obstruction obstructive sabre-rattling saber-rattling scaremongering fearmongering"
)
MISFORTUNES: Final = _words(
    "earthquake quake tremor tsunami flood flooding famine drought cyclone hurricane typhoon storm landslide avalanche eruption wildfire blaze fire accident crash derailment shipwreck epidemic pandemic outbreak"
)
"""What befalls a country: who calls it tragic scorns nobody."""
UNTRUE: Final = _words(
    "baseless groundless unfounded foundation false untrue nonsense fabricated absurd lie lies wrong unjustified inaccurate incorrect misleading fabrication fabrications invention"
)
"""What a charge or a report is called by who takes it back."""
DAYS: Final = _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday today yesterday tomorrow tonight")
"""Days that stand behind a name without a preposition ("met President Li Tuesday"): the parser may take one for the name's head."""
STATELY: Final = frozenset({"person", "organ", "state"})
"""Kinds of parties that act for a state."""
RELATIVES: Final = _words("who which that whom whose")
PERSONAL: Final = _words("he she him her his")
THINGS: Final = _words("it they them its their")
PRAISED: Final = _words(
    "history friendship tie relation relationship meeting visit anniversary leader success victory achievement contribution leadership role president alliance brotherhood cooperation decision policy help solidarity effort country support"
)
HOSTILE: Final = _words("SANCTION COERCE ASSAULT THREATEN PROTEST MOBILIZE REJECT ACCUSE")
WRONGS: Final = frozenset(
    "violate breach break undermine threaten provoke lie steal spy interfere meddle dump manipulate cheat abuse exploit destabilise "
    "destabilize sabotage smuggle harbour harbor sponsor escalate distort block obstruct arm commit invade attack bully coerce "
    "discriminate subsidise subsidize mistreat torture persecute oppress loot plunder jeopardise jeopardize flout defy ignore shelter "
    "unfairly illegally unlawfully unjustly wrongly wrongfully arbitrarily recklessly falsely encroach trespass intrude fabricate deceive mislead stall renege back finance aid support train fuel instigate incite".split()
)
"""What a state does wrong by those who say it."""
_AIRCRAFT = re.compile(r"(?:[AFBJ]|MiG|Su|Tu|Il|An|JF|JH|RQ|MQ|P|E|AH|Mi|Ka|UH|CH|EA|EP|WC)-\d{1,3}[A-Z]?s?")


def is_aircraft(word: str) -> bool:
    """The designation of a military aircraft.

    >>> is_aircraft("F-16s"), is_aircraft("MiG-31"), is_aircraft("G-20")
    (True, True, False)
    """
    return _AIRCRAFT.fullmatch(word) is not None
