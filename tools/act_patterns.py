"""Sentences made from the patterns of `tools/act_patterns/`: our own, each with the type of the act between two marked parties.

`words.txt` and `deeds.txt` name lists, `name: one | other`; files named `patterns_*` hold patterns under the type that
their sentences tell.  In either, `[name]` is one of a list, `(one|other)` one of these words; `{...}` is the source and
`<...>` the target.  In deeds the word behind `*` is the verb, which a pattern takes in a form: `[aid:past]`, `[aid:ing]`,
`[aid:pp]`; a `-` behind it (`[aid:ing-]`) leaves the deed's own target unmarked, for it is a third party's.
What is drawn depends on the pattern alone, so that a pattern more changes no other's sentences.
"""

from __future__ import annotations

import random
import re
import zlib
from functools import lru_cache
from pathlib import Path

from act_sentences import Marked, marked
from tieline.model.vocabulary import QUAD_CLASSES

FOLDER = Path(__file__).resolve().parent / "act_patterns"
DRAWS, DRAWS_OF_DEEDS, DEPTH = 14, 70, 12
_IRREGULAR = dict(
    line.split("=")
    for line in (
        "give=gave,given forgive=forgave,forgiven rebuild=rebuilt,rebuilt patrol=patrolled,patrolled "
        "send=sent,sent lend=lent,lent sell=sold,sold buy=bought,bought hold=held,held build=built,built "
        "meet=met,met sit=sat,sat write=wrote,written let=let,let free=freed,freed step=stepped,stepped drop=dropped,dropped "
        "withdraw=withdrew,withdrawn leave=left,left lay=laid,laid break=broke,broken cut=cut,cut take=took,taken "
        "ban=banned,banned put=put,put stop=stopped,stopped fight=fought,fought shoot=shot,shot beat=beat,beaten "
        "drive=drove,driven blow=blew,blown set=set,set strike=struck,struck stab=stabbed,stabbed fly=flew,flown "
        "go=went,gone feed=fed,fed gag=gagged,gagged equip=equipped,equipped ship=shipped,shipped scrap=scrapped,scrapped "
        "travel=travelled,travelled confer=conferred,conferred "
        "open=opened,opened train=trained,trained club=clubbed,clubbed tighten=tightened,tightened burn=burned,burned "
        "bail=bailed,bailed seal=sealed,sealed raid=raided,raided shelter=sheltered,sheltered crush=crushed,crushed "
        "deliver=delivered,delivered sever=severed,severed admit=admitted,admitted surrender=surrendered,surrendered "
        "expel=expelled,expelled freeze=froze,frozen unfreeze=unfroze,unfrozen kidnap=kidnapped,kidnapped cancel=cancelled,cancelled"
    ).split()
)
_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
_TAILS = ("[said]", "[said]", "[said]", "[after]", "[after]", "[day]", "[reason]")


def made(draws: int = DRAWS, draws_of_deeds: int = DRAWS_OF_DEEDS) -> list[Marked]:
    """The sentences of all patterns, in the order of the files, each once."""
    found: dict[tuple[str, tuple[int, int]], Marked] = {}
    for kind, pattern, where in _patterns():
        chance = random.Random(zlib.crc32(f"{kind} {pattern}".encode()))  # noqa: S311  no secret
        for _ in range(draws_of_deeds if _has_deed(pattern) else draws):
            sentence = marked(kind, _framed(_filled(pattern, chance).replace("*", ""), chance), where)
            found.setdefault((sentence.text, sentence.source), sentence)
    return list(found.values())


def _patterns() -> list[tuple[str, str, str]]:
    kind, found = "", []
    for path in sorted(FOLDER.glob("patterns_*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line in QUAD_CLASSES:
                kind = line
            elif line.strip():
                found.append((kind, line.strip(), f"{path.name}:{number}"))
    return found


@lru_cache(maxsize=1)
def _lists() -> dict[str, list[str]]:
    lists = {}
    for name in ("words.txt", "deeds.txt"):
        for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
            key, _, rest = line.partition(": ")
            lists[key] = re.split(r" \| ", rest)
    return lists


def _has_deed(pattern: str) -> bool:
    return any(any(e.startswith(("*", "[vp_")) for e in _lists()[n]) for n in re.findall(r"\[(\w+)", pattern))


def _filled(pattern: str, chance: random.Random) -> str:
    """The pattern with all lists and choices drawn."""
    for _ in range(DEPTH):
        slot = re.search(r"\[(\w+)(?::(\w+))?(-)?\]", pattern)
        if slot is None:
            break
        name, form, bare = slot.groups()
        drawn = _filled(chance.choice(_lists()[name]), chance)
        if form:
            drawn = re.sub(r"\*(\w+)", lambda m, form=form: _form(m[1], form), drawn)
        if bare:
            drawn = re.sub(r"<([^<>]*)>", lambda m: chance.choice(("its people", "it", m[1], m[1], m[1])), drawn)
        pattern = pattern[: slot.start()] + drawn + pattern[slot.end() :]
    while _CHOICE.search(pattern):
        pattern = _CHOICE.sub(lambda m: chance.choice(m[1].split("|")), pattern)
    return pattern


def _form(verb: str, form: str) -> str:
    """The verb in the past, as a participle (`ing`, `pp`) or as it is (`base`).

    >>> [_form("carry", f) for f in ("past", "ing", "pp", "base")], _form("give", "pp"), _form("free", "ing")
    (['carried', 'carrying', 'carried', 'carry'], 'given', 'freeing')
    """
    past, pp = (_IRREGULAR.get(verb) or ",").split(",")
    if form == "base":
        return verb
    if form == "ing":
        doubled = past == verb + verb[-1] + "ed" or verb in {"let", "sit", "cut", "put", "set"}
        stem = verb + verb[-1] if doubled else verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
        return stem + "ing"
    if past:
        return pp if form == "pp" else past
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "ed"


def _framed(line: str, chance: random.Random) -> str:
    """The sentence with who reports it, or what happened beside it, in front or behind; a headline stays bare."""
    if line.endswith("."):
        if chance.random() < 0.15:
            line = f"{_filled(chance.choice(('[report]', '[third]')), chance)} {line}"
        elif chance.random() < 0.08 and line.startswith("{"):
            line = line.replace("}", "}" + _filled(", [which],", chance), 1)
        if chance.random() < 0.5:
            tail = chance.choice(_TAILS)
            line = f"{line[:-1]}{', ' if tail == '[said]' else ' '}{_filled(tail, chance)}."
    line = re.sub(r" +", " ", line).replace(" ,", ",")
    first = re.search(r"[^\W_]", line)
    return line if first is None else line[: first.start()] + line[first.start()].upper() + line[first.end() :]
