"""Where a sentence introduces people of state: a country, an office and a name side by side, in any order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence
from tieline.read.words.people import (
    HEADS,
    LEADERS,
    NAME,
    NOT_NAMES,
    NOT_OFFICE,
    OFFICE,
    OFFICE_OWNERS,
    PORTFOLIO,
    STATE_USES,
    leaders_in,
)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who acts for a country; `words` is the whole phrase as written, `start:end` its place in the sentence."""

    name: str
    office: str | None
    country: str | None
    start: int
    end: int
    words: str


_ANY_OFFICE = re.compile(
    "|".join(
        sorted(
            {re.split(r"[^a-z]", re.sub(r"\w\?|\[[A-Z](\w)\]", r"\1", head).lower())[0] for head in HEADS.split("|")}
        )
    )
)
"""The beginning of each office, in small letters."""
_TAIL = r"(?:\s+(?:of|for|to|in charge of)\s+(?:the\s+)?(?!the\b)[\w&’'-]+(?:\s+(?!(?:who|which|that|is|was|has|and\s+[A-Z]|met|said|told|visited|arrived)\b)[\w&’'-]+){0,5}?)?"
_NAMED = rf"(?!(?:{'|'.join(sorted(NOT_NAMES))})\b)(?P<name>{NAME})"
"""A name that begins with no word of an office: "Deputy" of "Deputy Trade Representative Ann Lee" names nobody."""
_GAP = r"(?:['’]s?)?,?\s+(?:(?!(?:and|or|but|with|to|from|in|on|at|for|by|that|who|which|is|are|was|were|has|had|have|will|would|said|says|told|as|against|between|over|after|before|when|while|met|gave|sent|saw|sees|meets|visits|hosts|urges|thanks|calls|tells|asks|greets|invites|warns|accuses|(?!(?:appoint|elect|re-elect|retir|oust|depos|exil|disgrac|jail|unit|embattl|newly-elect)ed\b)[a-z]+ed)\b)[\w&’'./-]+\s+(?:and\s+[\w-]+\s+)?){0,6}?"
_AFTER_COUNTRY_COMMA = re.compile(rf"{_GAP}(?P<office>{OFFICE}){_TAIL},\s+(?<!\bthe ){_NAMED}")
_AFTER_COUNTRY = re.compile(rf"{_GAP}(?P<office>{OFFICE}){_TAIL}(?:,\s+|\s+)(?<!\bthe )(?<!\bThe ){_NAMED}")
_OFFICE_OF = re.compile(
    rf"\b(?:(?:[Aa]ssistant|[Dd]eputy|[Vv]ice|[Aa]cting|[Ii]nterim|[Ff]irst)[ -])*(?P<office>{OFFICE})(?:\s+of\s+(?:the\s+)?)$"
)
_OF = re.compile(r"\bof\s+(?:the\s+)?$")
_NAME_AFTER = re.compile(rf",?\s+(?P<name>{NAME})")
_NAME_BEFORE = re.compile(
    rf"(?P<name>{NAME}),\s+(?:(?:who\s+is|the|a|an|his|her|their|then|now|currently)\s+)?(?:then[\s-]|former\s+)?(?:[\w-]+\s+of\s+)?$"
)
_SENT_TO = re.compile(r"^\s+to\b")
"""Behind several who hold an office no name follows, but a place: "invited ministers to a forum in Dubai"."""
_NEAR = 400
"""A name and an office before a country are looked for in so many characters: a sentence may have thousands."""
_BEFORE_DESTINATION = re.compile(r"\b(?:to|for|of|in|with)\s+(?:the\s+)?$")
_AFTER_NAME = re.compile(rf"{_GAP}(?P<office>{OFFICE})\b")
_TITLED = re.compile(
    rf"(?<![\w’'])(?:the\s+)?(?!(?:He|She|They|It|We|But|And|While|When|After|As)\s)(?P<office>(?:{PORTFOLIO}){{0,4}}{OFFICE})(?:\s+(?:of|for)\s+(?:the\s+)?(?:[\w&-]+\s+){{0,4}}?[\w&-]+)?,?\s+{_NAMED}(?:\s+of\s+(?:the\s+)?(?P<of>$|(?=[A-Z])))?"
)
_NAME_OFFICE = re.compile(
    rf"(?P<name>{NAME}),\s+(?:the\s+|a\s+)?(?:[\w-]+\s+){{0,2}}?(?P<office>{OFFICE})\s+of\s+(?:the\s+)?(?=[A-ZÀ-Ý])"
)
_ANY_MINISTER = re.compile("minister|premier|ambassador|envoy|secretary")
_NAME_MINISTER = re.compile(
    rf"(?P<name>{NAME}),\s+(?:the\s+|a\s+|his\s+|her\s+|its\s+)?(?:(?:{PORTFOLIO})){{0,4}}"
    r"(?P<office>[Mm]inister|[Vv]ice-?\s?[Mm]inister|[Pp]remier|[Aa]mbassador|[Ee]nvoy|[Ff]oreign [Ss]ecretary|[Ss]ecretary of [Ss]tate)"
    r"(?=,|\s+(?:of|for)\s+(?:[A-Za-z]+\s+){0,3}[A-Za-z]+(?:,| and ))"
)
"""Who is called by an office of state alone: "Ana Vella, minister of trade and industry, ..."."""
_SPEAKING_FOR = re.compile(rf"(?P<name>{NAME}),\s+(?:who\s+represent(?:s|ed)|representing)\s+(?:the\s+)?$")
_SERVES_IN = re.compile(
    rf"(?P<name>{NAME}),\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){{0,3}}?(?P<office>{OFFICE})\s+(?:at|in|of|for|with|from)\s+(?:the\s+)?$"
)
_BODY_BEHIND = re.compile(
    r"(?:['’]s?)?\s+(?:[\w&-]+\s+){0,5}?(?:ministry|government|embassy|parliament|army|navy|department|office|agency|commission|cabinet|senate|congress|treasury|customs|central bank)\b",
    re.IGNORECASE,
)
"""Who serves in a body of a state: "Ana Vella, permanent secretary at Chad's trade ministry, ..."."""
_COUNTERPARTS = ("counterpart", "colleague", "host", "opposite number")
_COUNTERPART = rf"(?:{'|'.join(_COUNTERPARTS)})"
_COUNTERPART_AFTER = re.compile(rf"{_GAP}(?P<office>{_COUNTERPART})\b")
"""Whoever is called another's counterpart with his country: "Bo Lind, his Botswana counterpart"."""
_BESIDE_HIM = re.compile(
    rf"\b(?:his|her|their)\s+(?:[a-z-]+\s+){{0,2}}?{_COUNTERPART},?\s+(?P<name>{NAME})"
    rf"|(?<![\w’'])(?P<before>{NAME}),\s+(?:his|her|their)\s+(?:[a-z-]+\s+){{0,2}}?{_COUNTERPART}\b"
)
"""Whoever is called by what he is to another: "his host, Ana Vella", "Bo Lind, her counterpart"."""
_OF_A_COUNTRY = re.compile(
    r"['’]s?\s+(?P<name>(?!(?:[A-Z]{2,}|The|New|North|South|East|West|Great)\b)[A-ZÀ-Ý][a-zà-ÿ]+\s+[A-ZÀ-Ý][\wÀ-ÿ-]+)(?=\s*(?:[,.;]|$|on\b|in\b|at\b|about\b|over\b|for\b|to\b|and\b|who\b"
    r"|met\b|told\b|said\b|spoke\b|visited\b|arrived\b|flew\b|by\b|during\b|last\b|that\b))"
)
_MEETING = re.compile(r"\b(?:with|met|meets|meet|meeting|told|and|phoned|telephoned|invited|received|hosted)\s+$")
FIRM = re.compile(
    r"\b(?:Bank|Group|Oil|Gas|Petroleum|Energy|Power|Steel|Motors?|Airlines?|Airways|Air|Electric|Telecom|Holdings?|Corp\w*|Company|Co|Inc|Ltd|Mining|Foods?"
    r"|News|Times|Daily|Post|Press|Agency|Television|Radio|University|Institute|Parliament|Ministry|Court|Congress|Senate|Council|Party|Army|Navy|Port|Bay|City|River"
    r"|Sea|Islands?|Province|Region|Valley|Mountains?|Desert|House|Street|Palace|Fund|Authority|Board|Union|League|Cup|Open|Games|Revolution|Republic|Peninsula|Front"
    r"|Force|Guards?|Fleet|Division|Day|Act|Law|Treaty|Pact|Central|National|State|Foreign|Prime|Supreme|Constitutional|Federal|United|General|Civil|Neft|Nord)\b"
)
_HONORIFIC = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Dr|Sir|Gen|Col|Sheikh|Lord|Lady|King|Queen|Emir|Prince|Princess)\.?\s+(?P<name>{NAME})"
)
_ANY_HONORIFIC = re.compile("M[rs]|Dr|Sir|Gen|Col|Sheikh|L[oa]|King|Queen|Emir|Prince")


def surname(name: str) -> str:
    """The name that stands alone later: the last word, or the first where the family name comes first."""
    words = name.split()
    if len(words) > 1 and words[-1].rstrip(".") in {"Jr", "Sr", "II", "III"}:
        words = words[:-1]
    if len(words) == 3 and all(len(w) <= 5 for w in words) and words[0] in _FAMILY_FIRST:
        return words[0]
    if len(words) == 2 and words[0] in _FAMILY_FIRST and re.fullmatch(r"\w+-[a-z]+", words[1]):
        return words[0]
    return words[-1]


_OWNING = re.compile(r"['’]s(?!\w)")
_FAMILY_FIRST = frozenset(
    [
        "Kim",
        "Chun",
        "Chung",
        "Cho",
        "Choi",
        "Roh",
        "Lim",
        "Shin",
        "Song",
        "Hong",
        "Yu",
        "Yun",
        "Bae",
        "Seo",
        "Ahn",
        "Tsai",
        "Ma",
        "Lien",
        "Wu",
        "Lin",
        "Park",
        "Lee",
        "Ri",
        "Choe",
        "Pak",
        "Ro",
        "Han",
        "Kang",
        "Moon",
        "Yoon",
        "Li",
        "Wang",
        "Xi",
        "Hu",
        "Wen",
        "Zhu",
        "Jiang",
        "Zhang",
        "Chen",
        "Liu",
        "Yang",
    ]
)


EASTERN: Final = _FAMILY_FIRST | frozenset(
    "Lu Xu Zhao Huang Zhou Sun Guo Gao Luo Zheng Liang Tang Feng Cao Peng Qin Xiao Nguyen Tran Pham Phan".split()
)
"""Family names that stand first, by which, or by the last word of the name, a person is called later."""


@dataclass(slots=True)
class _Gathering:
    """The people of one sentence as they are found; places already taken are left alone."""

    sentence: Sentence
    found: list[Person] = field(default_factory=list)

    def add(self, name: re.Match[str], office: str, country: str | None, start: int, end: int) -> None:
        """Take up a match, if it is a name and its place is free."""
        begin = name.start("name")
        words = _trimmed(name["name"], self.sentence, begin)
        if not words or is_country(self.sentence, begin, begin + len(words)) or words.split()[0] in NOT_NAMES:
            return
        end = max(end, begin + len(words)) if end > name.end("name") else begin + len(words)
        self.place(words, office, country, min(start, begin), end)

    def place(self, name: str, office: str, country: str | None, start: int, end: int) -> None:
        """Keep a person at a free place."""
        start += len("and ") if self.sentence.text.startswith("and ", start) else 0
        if all(end <= p.start or p.end <= start for p in self.found):
            self.found.append(Person(name, office, country, start, end, self.sentence.text[start:end]))


def introduced(sentence: Sentence) -> list[Person]:
    """The people that a sentence names with an office or a title, in order."""
    gathering = _Gathering(sentence)
    text = sentence.text
    if _ANY_OFFICE.search(text.lower()) or "represent" in text:
        for mention in sentence.mentions:
            if mention.use in STATE_USES:
                _beside(gathering, mention)
        _titled(gathering)
    for found in _BESIDE_HIM.finditer(text) if any(map(text.__contains__, _COUNTERPARTS)) else ():
        name = "name" if found["name"] else "before"
        words = _trimmed(found[name], sentence, found.start(name))
        if words and words.split()[0] not in NOT_NAMES and not is_country(sentence, found.start(name), found.end(name)):
            gathering.place(words, "counterpart", None, found.start(name), found.start(name) + len(words))
    for found, code in leaders_in(text):
        gathering.place(found.group(), "leader", code, found.start(), found.end())
    for found in _HONORIFIC.finditer(text) if _ANY_HONORIFIC.search(text) else ():
        gathering.add(found, "", _led_by(found["name"]), found.start(), found.end())
    return sorted((p for p in gathering.found if p.office or p.country), key=lambda p: p.start)


def _beside(gathering: _Gathering, mention: Mention) -> None:
    """A person beside the name of a country: "German chancellor Angela Merkel", "Kim Jong Un, North Korea's leader"."""
    sentence, text = gathering.sentence, gathering.sentence.text
    start = with_article(text, mention.start)
    found = _AFTER_COUNTRY_COMMA.match(text, mention.end)
    if not found or is_country(sentence, found.start("name"), found.end("name")):
        found = _AFTER_COUNTRY.match(text, mention.end)
    if (
        found
        and text[mention.end : mention.end + 1] != ","
        and not crosses(sentence, mention, found.start("name"))
        and not NOT_OFFICE.search(text[mention.end : found.start("name")])
        and not (found["office"].endswith("s") and _SENT_TO.search(text[found.end("office") : found.start("name")]))
    ):
        gathering.add(found, found["office"], mention.code, start, found.end())
        return
    bare = _OF_A_COUNTRY.match(text, mention.end)
    if bare and _MEETING.search(text[max(0, mention.start - 20) : mention.start]) and not FIRM.search(bare["name"]):
        gathering.add(bare, "", mention.code, bare.start("name"), bare.end("name"))
        return
    near = max(0, mention.start - _NEAR)
    speaks = _SPEAKING_FOR.search(text, near, mention.start)
    if speaks:
        gathering.add(speaks, "representative", mention.code, speaks.start("name"), mention.end)
        return
    after = _AFTER_NAME.match(text, mention.end) or _COUNTERPART_AFTER.match(text, mention.end)
    before = _NAME_BEFORE.search(text, near, mention.start) if after else None
    if before and after and not NOT_OFFICE.search(text[mention.end : after.end()]):
        gathering.add(before, after["office"], mention.code, before.start("name"), after.end())
        return
    served = _SERVES_IN.search(text, near, mention.start) if _BODY_BEHIND.match(text, mention.end) else None
    if served:
        gathering.add(served, served["office"], mention.code, served.start("name"), mention.end)
        return
    office = _OFFICE_OF.search(text, near, mention.start) if _OF.search(text, near, mention.start) else None
    follows = _NAME_AFTER.match(text, mention.end) if office else None
    if office and follows:
        gathering.add(follows, office["office"], mention.code, with_article(text, office.start()), follows.end())


def _titled(gathering: _Gathering) -> None:
    """A person with an office whose country stands behind it, or nowhere: "President Idris Abbas of Sudan"."""
    sentence, text = gathering.sentence, gathering.sentence.text
    for found in _NAME_OFFICE.finditer(text) if "," in text and "of" in text else ():
        owner = next((m for m in sentence.mentions if m.start == found.end()), None)
        if owner:
            gathering.add(found, found["office"], owner.code, found.start(), owner.end)
    for found in _NAME_MINISTER.finditer(text) if "," in text and _ANY_MINISTER.search(text.lower()) else ():
        gathering.add(found, found["office"], _led_by(found["name"]), found.start(), found.end())
    for found in _TITLED.finditer(text):
        owner = next((m for m in sentence.mentions if found["of"] is not None and m.start == found.end()), None)
        inside = next((m for m in sentence.mentions if found.start() <= m.start < found.start("name")), None)
        country = owner.code if owner else inside.code if inside else _led_by(found["name"])
        if country is None and (titled := OFFICE_OWNERS.search(found.group())):
            country = titled.lastgroup
        if not NOT_OFFICE.search(text[found.start() : found.start("name")]):
            gathering.add(found, found["office"], country, found.start(), owner.end if owner else found.end("name"))


def _led_by(name: str) -> str | None:
    """The country of a leader whom the press names without it: "President Putin's speech"."""
    return LEADERS.get(surname(_OWNING.split(name)[0]))


def _trimmed(name: str, sentence: Sentence, begin: int) -> str:
    """A name without the words that a greedy match took along ("Merkel Monday", a country, a verb at its end)."""
    words = name.split()
    for k, word in enumerate(words):
        bare = word.removesuffix("'s").removesuffix("’s")
        if word in NOT_NAMES:
            return " ".join(words[:k])
        words[k] = bare
        if bare != word:
            return " ".join(words[: k + 1])
        offset = begin + sum(len(w) + 1 for w in words[:k])
        if k and any(m.start <= offset < m.end and m.use != "city" for m in sentence.mentions):
            return " ".join(words[:k])
    return " ".join(words).rstrip(".,") if words and len(words[-1]) > 3 else " ".join(words)


def is_country(sentence: Sentence, start: int, end: int) -> bool:
    """A country stands in this place."""
    return any(m.start < end and start < m.end for m in sentence.mentions)


def crosses(sentence: Sentence, mention: Mention, until: int) -> bool:
    """Another country stands between a country and an offset behind it, other than as a destination."""
    return any(mention.end <= m.start < until for m in sentence.mentions if m.use not in {"name", "capital"}) or any(
        mention.end <= m.start < until and not _BEFORE_DESTINATION.search(sentence.text, max(0, m.start - 40), m.start)
        for m in sentence.mentions
    )


def with_article(text: str, start: int) -> int:
    """The start of a phrase, its "the" included."""
    found = re.search(r"\b[Tt]he\s+$", text[max(0, start - 5) : start])
    return start - (found.end() - found.start()) if found else start
