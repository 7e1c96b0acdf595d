"""Groups of countries without a code: the partner of a flow with one is null, never the world.

"Trade with the eight Portuguese-speaking countries", "exports to the group", "imports from its Gulf neighbours", "Mercosur".
A bloc with figures and a code of its own (the EU, ASEAN, the GCC) is none of them; so many markets that they are all
("to 54 countries") are the world.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re

_BLOCS: Final = (
    "East African Community|Andean Community|Commonwealth of Independent States|Eurasian Economic Union|EAEU|EEU|EAC|CIS|"
    "Mercosur|MERCOSUR|BRICS\\+?|Brics|COMESA|SADC|SACU|ECOWAS|UEMOA|CEMAC|CARICOM|Caricom|SAARC|Visegrad (?:Four|Group)|Benelux|"
    "Arab League|Pacific Alliance|former Soviet Union|OPEC\\+?|OECD|G7|G20|D-8|APEC|RCEP|EFTA|NAFTA|USMCA|CEFTA|GUAM|Central European Free Trade Agreement"
)
_PARTS: Final = (
    "Europe|Asia|Africa|America|West|East|Middle East|Caribbean|Balkans|Gulf|Pacific|Scandinavia|Oceania|Maghreb|Levant|"
    "Caucasus|Baltics|Far East|Sahel|Horn of Africa|(?:southern|eastern|western|northern|central) (?:Africa|Asia|Europe|America)"
)
_OF_PART: Final = (
    "[Nn]eighbou?ring|Western|Eastern|Central|South(?:ern|[- ]?[Ee]ast)?|North(?:ern)?|sub-Saharan|Latin|Latin American|developing|[Nn]on-traditional|[Nn]ew|"
    "industriali[sz]ed|[Dd]eveloped|emerging|Arab|Gulf|Asian|African|European|Nordic|Baltic|Balkan|Caucasian|Caribbean|Pacific|Islamic|"
    "Muslim|South Asian|Central Asian|Soviet[- ]bloc|third|member|Member|trading|partner|border|[A-Z][a-z]+-speaking|"
    f"{_BLOCS}"
)
_SIDE: Final = (
    "[Ee]astern|[Ww]estern|[Nn]orthern|[Ss]outhern|Balkan|Baltic|Nordic|Gulf|Arab|African|Asian|European|Caribbean|Caucasian|Latin American|"
    "Middle Eastern|South-?[Ee]ast Asian|(?:East|South|Central|West|North) (?:Asian|African|American|European)|regional|CIS|EAEU|CEFTA|Mercosur"
)
MARKET_OF_GROUP: Final = rf"(?:[Tt]he|[Ii]ts|[Tt]heir)\s+(?:{_SIDE})\s+markets?\b"
"""As in "on the Balkan market", "the eastern market": several countries, told as one that buys."""
_SEVERAL: Final = "three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2}"
GROUP: Final = re.compile(
    r"(?:(?:the )?(?:countries |states |markets |partners )?(?:[Nn]on[-\u2010\u2011]|[Oo]utside (?:of )?(?:the )?)(?:EU|European Union|ASEAN|GCC)\b)"
    r"|(?:(?:its|their|the) (?:[a-z]+ )?(?:group|continent)\b)"
    rf"|{MARKET_OF_GROUP}"
    r"|(?:the )?(?:Arab|Muslim|Islamic|[Dd]eveloping|[Ww]estern) [Ww]orld\b(?!\s+(?:Bank|Cup))"
    r"|the (?:east|west|south|north)(?=[.,;:)]|$|\s+(?:and|but|by|in|for|fell|rose|grew|was|were|is|are|has|had|far|halved|more|less|last|this|since|during|over)\b)"
    rf"|(?:(?:the|its|their)\s+)?(?:(?:{_SEVERAL})\s+)?(?:leading|main|top|biggest|largest|major|key|principal)\s+(?:(?:{_SEVERAL}|foreign|export|trading|overseas)\s+)*(?:buyers|customers|suppliers|destinations|importers)\b"
    rf"|(?:(?:(?i:the|its|their|these|those|other|most|all|several|some|many|certain|{_SEVERAL})) |non-)*(?:(?:{_OF_PART})\s+)*"
    rf"(?:{_PARTS}|{_BLOCS}|bloc|countries|states|nations|republics|partners|neighbou?rs|members|markets|economies)\b"
    r"(?!'s)(?!\s+(?:African|Asian|European|American|Indian|German|Korean|Bank|Ocean|port|coast|rim|Rim)\b)"
    r"(?!\s+(?:state|nation|country|kingdom|emirate|sheikhdom|sultanate|giant|power|neighbou?r|island)\b)",
)
"""A group of countries without a code, at the start of its phrase."""
OUTSIDE: Final = re.compile(
    rf"\s+(?:of\s+[a-z]+\s+)?outside\s+(?:of\s+)?(?:the\s+)?(?:EU|European Union|ASEAN|GCC|bloc|union|region|continent|group|euro zone|eurozone|{_PARTS}|{_BLOCS})\b"
)
"""Behind a flow: with those who are in no such group ("deliveries outside the CIS")."""
BLOC_BEFORE: Final = re.compile(rf"\b(?:{_BLOCS})\s+$")
"""Before "trade": that with all of a bloc ("a surplus in EFTA trade")."""
ALL_MARKETS: Final = re.compile(
    r"(?:(?:more than|over|nearly|almost|about|some|around|as many as|the|all|its|a total of)\s+)*"
    r"(?:(?:[2-9]\d|1\d\d)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|a hundred|dozens of)\s+"
    r"(?:(?:foreign|different|other|world)\s+)?(?:countries|markets|destinations|states|nations|partners)\b",
    re.IGNORECASE,
)
"""So many partners that they are all of them: "to 54 markets"."""
BACK_TO_BLOC: Final = re.compile(
    r"(?:the|that|this)\s+(?:[\w-]+\s+){0,2}?(?:bloc|group|union|grouping)\b", re.IGNORECASE
)
"""A group that was named before: "to the bloc"."""
