"""Who acts for a country without an office: its own utilities and companies ("Zimbabwe's power company"), people behind its name ("Malaysia's Anwar")."""

from __future__ import annotations

from typing import Any

from tieline.model import lazy_re as re
from tieline.read.story.introductions import FIRM
from tieline.read.syntax.tokens import Token
from tieline.read.words.people import NOT_NAMES

_COMPANIES = frozenset(
    "company corporation utility operator enterprise agency authority giant monopoly supplier carrier airline railway exporter importer buyer grid "
    "conglomerate firm".split()
)
_RUN_BY_STATE = frozenset(
    "state state-owned state-run state-controlled government-owned government-run national power electricity electric gas grid railway port "
    "pipeline water".split()
)
_NAME = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ]+(?:[-’'][A-ZÀ-Ý]?[a-zà-ÿ]+)*")


def is_state_run(noun: Token) -> bool:
    """A company that is a state's, or runs what a state does: "power company", "national oil corporation".

    >>> from tieline.read.syntax.parser import parse
    >>> words = next(iter(parse(["Chad's national oil company met Kenya's car company."])))
    >>> [is_state_run(word) for word in words if word.lower == "company"]
    [True, False]
    """
    if noun.lemma not in _COMPANIES and noun.pos != "PROPN":
        return False
    left = {t.lower for t in noun.doc[noun.left_edge.i : noun.i]}
    named = noun.lemma in _COMPANIES or not left.isdisjoint(_COMPANIES)
    return named and not left.isdisjoint(_RUN_BY_STATE)


def called_by_country(name: Any, owner: Any) -> bool:
    """A person of whom the country alone is told: "Malaysia's Anwar", "South Korea's Yoon Suk-yeol"; no firm, no letters."""
    words = [t for t in name.doc[owner.i + 1 : name.i + 1] if t.text not in {"'s", "’s", "'", "’"}]
    text = " ".join(t.text for t in words)
    return (
        bool(words)
        and len(words) <= _LONGEST
        and all(t.pos == "PROPN" and _NAME.fullmatch(t.text) for t in words)
        and words[0].text not in NOT_NAMES
        and not FIRM.search(text)
    )


def is_person_of(text: str, name: str) -> bool:
    """A story that names a person again has his first name, his office or a title somewhere; of a firm it has its name alone.

    >>> is_person_of("Malaysia's Anwar met him. Anwar Ibrahim said", "Anwar"), is_person_of("China's Huawei. Huawei said", "Huawei")
    (True, False)
    """
    word = re.escape(name)
    if len(re.findall(rf"\b{word}\b", text)) == 1:
        return True
    before = rf"(?<!['’]s )(?<![.!?:] )(?<!\A)\b[A-Z][a-zà-ÿ-]+\s+{word}\b"
    return re.search(rf"{before}|\b{word}\s+[A-Z][a-zà-ÿ-]+\b", text) is not None


_CONTEST = re.compile(
    r"\b\d{1,2}[-–]\d{1,2}\b|\b(?:beat|defeat(?:ed|s)?|champions?|championships?|medals?|finals?|semi-?finals?|quarter-?finals?|tournament|match(?:es)?|league|cup"
    r"|olympics?|players?|coach|goals?|seeds?|seeded|sets?|race|rider|driver|runner|marathon|boxer|bout)\b",
    re.IGNORECASE,
)


def of_contest(text: str) -> bool:
    """Whoever is called by his country alone may be an athlete: "Norway's Dahl beat Peru's Diaz 6-4".

    >>> of_contest("Norway's Dahl beat Peru's Diaz"), of_contest("Norway's Dahl met Peru's Diaz")
    (True, False)
    """
    return _CONTEST.search(text) is not None


_LONGEST = 3
"""Words of a name."""
