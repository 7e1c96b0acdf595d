"""Words by which people of state are known: heads of offices, what a name looks like, leaders whom the press names bare.

A list of offices, not of persons; the short list of leaders holds only those whom wire copy names without their country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

HEADS: Final = (
    r"[Pp]residents?|[Pp]residents?-elect|[Vv]ice[ -][Pp]resident|[Pp]remiers?|[Pp]rime\s+[Mm]inisters?|PM|[Cc]hancellor|[Mm]inisters?|[Ss]ecretary|[Ss]ecretary[- ]General|[Gg]eneral[- ][Ss]ecretary|"
    r"[Ll]eader|[Aa]mbassador(?:-designate)?|[Ee]nvoy|[Nn]egotiator|[Cc]ommissioner|[Cc]hairman|[Cc]hairwoman|[Cc]hairperson|[Cc]hair|[Ss]peaker|[Gg]overnor|[Mm]arshal|[Gg]eneral|[Cc]ommander|[Aa]dmiral|[Cc]olonel|"
    r"[Ss]pokesman|[Ss]pokeswoman|[Ss]pokesperson|[Kk]ing|[Qq]ueen|[Ee]mir|[Ss]ultan|[Pp]rince|[Pp]rincess|[Mm]onarch|[Ee]mperor|[Pp]ope|[Dd]ictator|[Rr]uler|[Dd]iplomat|[Cc]onsul|[Cc]ommissar|[Oo]fficial|[Cc]ouncillor|[Cc]onsul-general|"
    r"[Uu]nder-?[Ss]ecretary|[Cc]hief|[Hh]ead|[Dd]irector|[Dd]eputy|[Ss]enator|[Cc]ongressman|[Cc]ongresswoman|[Ll]awmaker|MP|[Cc]ounterpart|[Rr]epresentative|[Aa]ttach[ée]|[Cc]harg[ée]\s+d['’]affaires|[Cc]ommissioner|[Tt]reasurer|[Aa]yatollah|[Cc]aretaker|[Pp]resident\s+[Pp]ro\s+[Tt]empore|[Cc]haperon|[Pp]residency|[Ss]tate\s+[Cc]ouncillor|[Pp]olitburo\s+member"
)
OFFICE: Final = rf"(?:(?:{HEADS})(?:[ -](?:{HEADS}))?)"
PORTFOLIO: Final = r"(?:(?:[A-Z][\w-]+|foreign|prime|deputy|vice|acting|interim|former|outgoing|visiting|new|senior|top|chief|special|permanent|assistant|junior|finance|financial|defence|defense|trade|commerce|agriculture|agricultural|farm|fisheries|economy|economic|economics|energy|oil|petroleum|gas|mines|mining|interior|internal|external|home|justice|industry|industrial|health|transport|transportation|education|culture|tourism|labour|labor|environment|water|infrastructure|development|planning|investment|information|digital|science|technology|security|intelligence|military|army|naval|navy|presidential|state|government|cabinet|budget|treasury|customs|migration|immigration|railway|shipping|communications|affairs|relations|general|general-secretary|national|federal|high|under|parliamentary|opposite|party|board|central|and|&)\s+)"
_CAP: Final = r"(?:[A-ZÀ-ÝĀ-Ž][\wÀ-ỹ.’'-]*[\wÀ-ỹ]|[A-Z]\.)"
NAME: Final = rf"{_CAP}(?:\s+(?:{_CAP}|(?:al|el|ul|as|ash|ad|an|d[’'])-?[A-ZÀ-Ý][\wÀ-ỹ]+|bin|ibn|al|el|de|da|do|dos|del|della|der|den|di|du|la|le|van|von|ter|ten|ould|Abu)){{0,4}}(?<!\sde)(?<!\sal)(?<!\sla)"
NOT_NAMES: Final = frozenset(
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "And",
        "But",
        "For",
        "With",
        "Foreign",
        "Defence",
        "Defense",
        "Trade",
        "Finance",
        "Minister",
        "President",
        "Prime",
        "Deputy",
        "Vice",
        "Secretary",
        "General",
        "Ambassador",
        "Party",
        "Committee",
        "Council",
        "Ministry",
        "House",
        "Congress",
        "Parliament",
        "Union",
        "Affairs",
        "State",
        "Government",
        "Commission",
        "Today",
        "Yesterday",
        "His",
        "Her",
        "Their",
        "Its",
        "He",
        "She",
        "They",
        "It",
    ]
)
NOT_OFFICE: Final = re.compile(
    r"\b(?:company|firm|club|team|coach|striker|captain|singer|actor|union leader|opposition|rebel|analyst|bank chief economist|chief executive|business|university|professor|economist|trader|farmer)\b",
    re.IGNORECASE,
)
STATE_USES: Final = frozenset({"name", "official", "abbreviation", "adjective", "demonym", "capital", "seat"})
LEADERS: Final = {
    name: code
    for code, names in {
        "USA": "Obama Bush Clinton Trump Biden Reagan Carter Nixon Kissinger Rumsfeld Powell Albright Blinken Kerry Pompeo Rubio Hegseth Yellen Shultz Weinberger Yeutter Baldrige Lyng Bessent Lutnick Tillerson Mattis Bolton",
        "RUS": "Putin Medvedev Yeltsin Lavrov Primakov Peskov Zakharova Shoigu Mishustin",
        "SUN": "Gorbachev Brezhnev Khrushchev Gromyko Shevardnadze Chernenko Andropov",
        "DEU": "Merkel Kohl Schröder Schroeder Scholz Genscher Adenauer Brandt Merz Baerbock Pistorius Steinmeier Schmidt",
        "FRA": "Macron Hollande Sarkozy Chirac Mitterrand Giscard Barnier Fabius Barrot",
        "GBR": "Thatcher Blair Cameron Starmer Sunak Lammy Truss Heseltine",
        "CHN": "Jinping Jintao Jiabao Zemin Keqiang Deng",
        "PRK": "Jong-un Jong-il",
        "ISR": "Netanyahu Sharon Rabin Peres Barak Olmert Shamir",
        "PSE": "Arafat Abbas Haniyeh",
        "EGY": "Mubarak Sadat Sisi Nasser",
        "IRQ": "Hussein Saddam Maliki",
        "IRN": "Khamenei Khomeini Ahmadinejad Rouhani Rafsanjani Khatami Araghchi Pezeshkian Raisi Zarif Velayati",
        "SYR": "Assad Muallem",
        "LBY": "Gaddafi Gadhafi Qaddafi",
        "TUR": "Erdogan Erdoğan Ozal Ecevit Demirel Fidan Cavusoglu",
        "SRB": "Milosevic Vucic Vučić Brnabic",
        "CUB": "Castro",
        "VEN": "Chavez Chávez Maduro",
        "UKR": "Zelensky Zelenskiy Zelenskyy Poroshenko Yanukovych Sybiha Kuleba Shmyhal",
        "BLR": "Lukashenko",
        "IND": "Modi Vajpayee Gandhi Jaishankar Swaraj",
        "PAK": "Musharraf Bhutto Sharif Zia",
        "JPN": "Abe Koizumi Nakasone Kishida Ishiba Takaichi Suga Takeshita Kono",
        "ZAF": "Mandela Mbeki Zuma Ramaphosa",
        "ZWE": "Mugabe",
        "CAN": "Trudeau Harper Mulroney Carney Freeland",
        "BRA": "Lula Bolsonaro Rousseff",
        "HUN": "Orban Orbán Szijjarto Szijjártó",
        "SAU": "Salman",
        "POL": "Tusk Sikorski Duda Jaruzelski Walesa",
        "ARG": "Milei Alfonsin Kirchner",
        "MEX": "Sheinbaum",
        "PHL": "Duterte Aquino",
        "IDN": "Widodo Prabowo Suharto",
        "AUS": "Albanese Hawke Howard Turnbull",
        "FIN": "Stubb",
        "ITA": "Meloni Berlusconi Craxi Andreotti",
        "THA": "Thaksin Prayuth",
        "EU": "Leyen Borrell Kallas Juncker Delors Ashton Mogherini",
        "LBN": "Aoun Hariri",
        "GRC": "Mitsotakis Tsipras Papandreou",
        "NLD": "Rutte",
        "AUT": "Kurz Vranitzky",
        "UN": "Annan Guterres Boutros-Ghali Waldheim",
    }.items()
    for name in names.split()
}
LEADER_NAMES: Final = re.compile(
    r"(?<![\w-])(?:(?:Barack )?Obama|George W?\.? ?Bush|Bill Clinton|Hillary Clinton|Donald Trump|Joe Biden|Ronald Reagan|Jimmy Carter|Henry Kissinger|(?:Vladimir )?Putin|(?:Dmitry )?Medvedev|(?:Boris )?Yeltsin|(?:Sergei )?Lavrov|"
    r"(?:Mikhail )?Gorbachev|(?:Leonid )?Brezhnev|(?:Angela )?Merkel|Helmut Kohl|(?:Emmanuel )?Macron|(?:Jacques )?Chirac|(?:Francois |François )?Mitterrand|(?:Nicolas )?Sarkozy|Margaret Thatcher|Tony Blair|David Cameron|Boris Johnson|"
    r"Xi Jinping|Hu Jintao|Wen Jiabao|Jiang Zemin|Deng Xiaoping|Li Keqiang|Kim Jong[ -][Uu]n|Kim Jong[ -][Ii]l|Kim Il[ -][Ss]ung|(?:Benjamin )?Netanyahu|Ariel Sharon|Yitzhak Rabin|Ehud Barak|Shimon Peres|Ehud Olmert|(?:Yasser |Yasir )?Arafat|"
    r"Mahmoud Abbas|(?:Hosni )?Mubarak|Anwar Sadat|Saddam Hussein|(?:Mahmoud )?Ahmadinejad|Hassan Rouhani|(?:Bashar )?al-Assad|(?:Recep Tayyip )?Erdo[gğ]an|(?:Slobodan )?Milosevic|Fidel Castro|Hugo Ch[aá]vez|(?:Nicolas |Nicolás )?Maduro|"
    r"(?:Volodymyr )?Zelensk(?:y|yy|iy)|(?:Alexander )?Lukashenko|Narendra Modi|Pervez Musharraf|Shinzo Abe|Nelson Mandela|Robert Mugabe|Justin Trudeau|Moon Jae-in|Park Geun-hye|(?:Moammar |Muammar )?Gadd?h?afi|Kofi Annan|Ban Ki-moon)(?![\w-])"
)
LEADER_HINT: Final = re.compile(
    "Obama|Bush|Clinton|Trump|Biden|Reagan|Carter|Kissinger|Putin|Medvedev|Yeltsin|Lavrov|Gorbachev|Brezhnev|Merkel|Kohl|Macron|"
    "Chirac|Mitterrand|Sarkozy|Thatcher|Blair|Cameron|Johnson|Jinping|Jintao|Jiabao|Zemin|Xiaoping|Keqiang|Jong|Il[ -][Ss]ung|"
    "Netanyahu|Sharon|Rabin|Barak|Peres|Olmert|Arafat|Abbas|Mubarak|Sadat|Hussein|Ahmadinejad|Rouhani|Assad|Erdo|Milosevic|"
    "Castro|Ch[aá]vez|Maduro|Zelensk|Lukashenko|Modi|Musharraf|Abe|Mandela|Mugabe|Trudeau|Jae-in|Geun-hye|Gad|Annan|Ki-moon"
)
"""What each of `LEADER_NAMES` holds, found at a fraction of its cost."""
LEADER_COUNTRIES: Final = {
    "Johnson": "GBR",
    "un": "PRK",
    "Un": "PRK",
    "il": "PRK",
    "Il": "PRK",
    "sung": "PRK",
    "Sung": "PRK",
    "in": "KOR",
    "hye": "KOR",
    "moon": "UN",
    "Xiaoping": "CHN",
    "al-Assad": "SYR",
    "Gadafi": "LBY",
}
"""Surnames that stand without a country in wire copy; used only where the text gives none."""


def leaders_in(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """The leaders that a text names bare, each with the country: "Kim Jong-un", "Moon Jae-in"."""
    for found in LEADER_NAMES.finditer(text) if LEADER_HINT.search(text) else ():
        last = "al-Assad" if "Assad" in found.group() else re.split(r"[ -]", found.group())[-1]
        if code := LEADER_COUNTRIES.get(last) or LEADERS.get(last):
            yield found, code
