"""The people of a story: who holds which office of which country, and who a surname or a bare office stands for.

Learnt from the words alone: "German chancellor Angela Merkel", "Kim Jong Un, North Korea's leader", "President Idris
Abbas of Sudan", "the Cuban president, Aurelio Santamarina".  Later "Merkel", "Mr Abbas" or "the Cuban president" resolve.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from tieline.read.mentions import Mention
from tieline.read.people_words import (
    LEADER_COUNTRIES,
    LEADER_NAMES,
    HEADS,
    LEADERS,
    NAME,
    NOT_NAMES,
    NOT_OFFICE,
    OFFICE,
    PORTFOLIO,
    STATE_USES,
)
from tieline.read.story import Sentence


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who acts for a country; `words` is the whole phrase as written, `start:end` its place in the sentence."""

    name: str
    office: str | None
    country: str | None
    start: int
    end: int
    words: str


_HEAD = rf"(?:{HEADS})"
_TAIL = r"(?:\s+(?:of|for|to|in charge of)\s+(?:the\s+)?(?!the\b)[\w&’'-]+(?:\s+(?!(?:who|which|that|is|was|has|and\s+[A-Z]|met|said|told|visited|arrived)\b)[\w&’'-]+){0,5}?)?"
_GAP = r"(?:['’]s?)?,?\s+(?:(?!(?:and|or|but|with|to|from|in|on|at|for|by|that|who|which|is|are|was|were|has|had|have|will|would|said|says|told|as|against|between|over|after|before|when|while)\b)[\w&’'./-]+\s+(?:and\s+[\w-]+\s+)?){0,6}?"
_AFTER_COUNTRY_COMMA = re.compile(rf"{_GAP}(?P<office>{OFFICE}){_TAIL},\s+(?<!\bthe )(?P<name>{NAME})")
_AFTER_COUNTRY = re.compile(rf"{_GAP}(?P<office>{OFFICE}){_TAIL}(?:,\s+|\s+)(?<!\bthe )(?<!\bThe )(?P<name>{NAME})")
_TITLE_ONLY = re.compile(rf"(?:['’]s?)?\s+(?:{PORTFOLIO}){{0,4}}(?P<office>{_HEAD})\b(?!['’])")
_OFFICE_OF = re.compile(rf"\b(?P<office>{OFFICE})(?:\s+of\s+(?:the\s+)?)$")
_NAME_AFTER = re.compile(rf",?\s+(?P<name>{NAME})")
_NAME_BEFORE = re.compile(
    rf"(?P<name>{NAME}),\s+(?:(?:who\s+is|the|a|an|then|now|currently)\s+)?(?:then[\s-]|former\s+)?(?:[\w-]+\s+of\s+)?$"
)
_AFTER_NAME = re.compile(rf"{_GAP}(?P<office>{OFFICE})\b")
_TITLED = re.compile(
    rf"(?<![\w’'])(?:the\s+)?(?P<office>(?:{PORTFOLIO}){{0,4}}{OFFICE})(?:\s+(?:of|for)\s+(?:the\s+)?(?:[\w&-]+\s+){{0,4}}?[\w&-]+)?,?\s+(?P<name>{NAME})(?:\s+of\s+(?:the\s+)?(?P<of>$|(?=[A-Z])))?"
)
_NAME_OFFICE = re.compile(
    rf"(?P<name>{NAME}),\s+(?:the\s+|a\s+)?(?:[\w-]+\s+){{0,2}}?(?P<office>{OFFICE})\s+of\s+(?:the\s+)?(?=[A-ZÀ-Ý])"
)
_HONORIFIC = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Dr|Sir|Gen|Col|Sheikh|Lord|Lady|King|Queen|Emir|Prince|Princess)\.?\s+(?P<name>{NAME})"
)
_BARE_OFFICE = re.compile(rf"\b(?P<lead>the|The|this|That|that)\s+(?P<mods>(?:[\w-]+\s+){{0,3}}?)(?P<office>{_HEAD})\b")


@dataclass(slots=True)
class _Known:
    name: str
    office: str | None
    country: str | None
    words: str


@dataclass(slots=True)
class People:
    """The register of a story, filled by `learn`, asked by `find`."""

    known: dict[str, _Known] = field(default_factory=dict)
    offices: dict[tuple[str, str], str] = field(default_factory=dict)
    last: Person | None = None
    _found: dict[int, list[Person]] = field(default_factory=dict)

    def learn(self, sentence: Sentence) -> None:
        """Take up the people that a sentence introduces."""
        for person in _introduced(sentence):
            self._keep(person)
        self._found.clear()

    def _keep(self, person: Person) -> None:
        key = _surname(person.name)
        old = self.known.get(key)
        if old is None or (old.country is None and person.country) or (old.office is None and person.office):
            country = person.country or (old.country if old else None)
            self.known[key] = _Known(person.name, person.office or (old.office if old else None), country, person.words)
        if person.country and person.office:
            self.offices.setdefault((person.country, _head_of(person.office)), key)

    def settle(self, name: str, country: str) -> None:
        """Give a person whose country was open the one that the story implies."""
        known = self.known.get(_surname(name))
        if known is not None and known.country is None:
            known.country = country
            self._found.clear()

    def find(self, sentence: Sentence) -> list[Person]:
        """The people in a sentence, in order: introduced here, by surname alone, or by office ("the Cuban president")."""
        cached = self._found.get(sentence.index)
        if cached is not None:
            return cached
        found = [self._completed(p) for p in _introduced(sentence)]
        taken = [(p.start, p.end) for p in found]
        for person in (*self._by_name(sentence), *self._by_office(sentence)):
            if all(person.end <= a or person.start >= b for a, b in taken):
                found.append(person)
                taken.append((person.start, person.end))
        found.sort(key=lambda p: p.start)
        self._found[sentence.index] = found
        return found

    def _completed(self, person: Person) -> Person:
        known = self.known.get(_surname(person.name))
        if person.country is None and known is not None and known.country:
            return replace(person, country=known.country, office=person.office or known.office)
        return person

    def _by_name(self, sentence: Sentence) -> Iterator[Person]:
        for key, known in self.known.items():
            if known.country is None and known.office is None:
                continue
            for found in re.finditer(
                rf"(?<![\w-])(?:(?:Mr|Mrs|Ms|Dr|Sir)\.?\s+)?(?:{re.escape(known.name)}|{re.escape(key)})(?![\w-])",
                sentence.text,
            ):
                if sentence.mentions and any(m.start <= found.start() < m.end for m in sentence.mentions):
                    continue
                yield Person(known.name, known.office, known.country, found.start(), found.end(), found.group())

    def _by_office(self, sentence: Sentence) -> Iterator[Person]:
        for found in _BARE_OFFICE.finditer(sentence.text):
            inside = [m for m in sentence.mentions if found.start() <= m.start and m.end <= found.end()]
            head = _head_of(found["office"])
            if head.endswith("s"):
                continue
            if inside:
                key = self.offices.get((inside[-1].code, head))
                name = self.known[key].name if key else found.group()
                yield Person(name, found["office"], inside[-1].code, found.start(), found.end(), found.group())
            elif found["lead"].lower() != "that":
                countries = {c for c, office in self.offices if office == head}
                if len(countries) == 1:
                    country = next(iter(countries))
                    yield Person(
                        self.known[self.offices[country, head]].name,
                        found["office"],
                        country,
                        found.start(),
                        found.end(),
                        found.group(),
                    )

        for mention in sentence.mentions:
            if mention.use not in STATE_USES or mention.place:
                continue
            titled = _TITLE_ONLY.match(sentence.text, mention.end)
            if (
                titled
                and not titled["office"].endswith("s")
                and not NOT_OFFICE.search(titled.group())
                and not _crosses(sentence, mention, titled.end())
            ):
                key = self.offices.get((mention.code, _head_of(titled["office"])))
                start = _with_article(sentence.text, mention.start)
                words = sentence.text[start : titled.end()]
                yield Person(
                    self.known[key].name if key else words, titled["office"], mention.code, start, titled.end(), words
                )

    def at(self, sentence: Sentence, token: Any) -> Person | None:
        """The person whose phrase a token belongs to."""
        return next((p for p in self.find(sentence) if p.start <= token.idx < p.end), None)

    def country_of(self, sentence: Sentence, token: Any) -> str | None:
        """The country of the person that a token belongs to; None where no person stands or the country is open."""
        person = self.at(sentence, token)
        return person.country if person else None

    def before(self, sentence: Sentence, offset: int, *, but: range = range(0)) -> Person | None:
        """Who "he" or "she" at an offset stands for: the first person before it, else the last one of the story.

        `but` is the place of a phrase that the pronoun can't stand for (the subject, for "him").
        """
        here = [p for p in self.find(sentence) if p.end <= offset and p.start not in but]
        return here[0] if here else self.last

    def note(self, sentence: Sentence) -> None:
        """Keep the sentence's first person for the pronouns of the next ones."""
        here = self.find(sentence)
        if here:
            self.last = here[0]


def _surname(name: str) -> str:
    words = name.split()
    if len(words) == 3 and all(len(w) <= 5 for w in words) and words[0] in _FAMILY_FIRST:
        return words[0]
    return words[-1]


_FAMILY_FIRST = frozenset(
    [
        "Kim",
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
        "Nguyen",
        "Tran",
        "Le",
        "Pham",
        "Trần",
        "Nguyễn",
        "Phạm",
        "Lê",
        "Vo",
        "Võ",
    ]
)


def _head_of(office: str) -> str:
    return office.split(" of ", maxsplit=1)[0].rsplit(maxsplit=1)[-1].casefold() if office else ""


def _introduced(sentence: Sentence) -> list[Person]:
    """The people that a sentence names with an office."""
    text = sentence.text
    out: list[Person] = []
    spans: list[tuple[int, int]] = []

    def add(name: re.Match[str], office: str, country: str | None, start: int, end: int) -> None:
        words, begin = name["name"], name.start("name")
        words = _trimmed(words, sentence, begin)
        if not words or _is_country(sentence, begin, begin + len(words)) or words.split()[0] in NOT_NAMES:
            return
        end = max(end, begin + len(words)) if end > name.end("name") else begin + len(words)
        start = min(start, begin)
        if any(start < b and a < end for a, b in spans):
            return
        spans.append((start, end))
        out.append(Person(words, office, country, start, end, text[start:end]))

    for mention in sentence.mentions:
        if mention.use not in STATE_USES:
            continue
        start = _with_article(text, mention.start)
        found = _AFTER_COUNTRY_COMMA.match(text, mention.end)
        if not found or _is_country(sentence, found.start("name"), found.end("name")):
            found = _AFTER_COUNTRY.match(text, mention.end)
        if (
            found
            and not _crosses(sentence, mention, found.start("name"))
            and not NOT_OFFICE.search(text[mention.end : found.start("name")])
        ):
            add(found, found["office"], mention.code, start, found.end())
            continue
        before = _NAME_BEFORE.search(text[: mention.start])
        after = _AFTER_NAME.match(text, mention.end)
        if before and after and not NOT_OFFICE.search(text[mention.end : after.end()]):
            add(before, after["office"], mention.code, before.start("name"), after.end())
            continue
        office = _OFFICE_OF.search(text[: mention.start])
        if office:
            follows = _NAME_AFTER.match(text, mention.end)
            if follows:
                add(follows, office["office"], mention.code, _with_article(text, office.start()), follows.end())
    for found in _NAME_OFFICE.finditer(text):
        owner = next((m for m in sentence.mentions if m.start == found.end()), None)
        if owner:
            add(found, found["office"], owner.code, found.start(), owner.end)
    for found in _TITLED.finditer(text):
        owner = next((m for m in sentence.mentions if found["of"] is not None and m.start == found.end()), None)
        inside = next((m for m in sentence.mentions if found.start() <= m.start < found.start("name")), None)
        country = owner.code if owner else inside.code if inside else LEADERS.get(_surname(found["name"]))
        if not NOT_OFFICE.search(text[found.start() : found.start("name")]):
            add(found, found["office"], country, found.start(), owner.end if owner else found.end("name"))
    for found in LEADER_NAMES.finditer(text):
        last = re.split(r"[ -]", found.group())[-1] if "Assad" not in found.group() else "al-Assad"
        code = LEADER_COUNTRIES.get(last) or LEADERS.get(last)
        if code and all(found.end() <= a or found.start() >= b for a, b in spans):
            spans.append(found.span())
            out.append(Person(found.group(), "leader", code, found.start(), found.end(), found.group()))
    for found in _HONORIFIC.finditer(text):
        add(found, "", LEADERS.get(_surname(found["name"])), found.start(), found.end())
    return sorted((p for p in out if p.office or p.country), key=lambda p: p.start)


def _trimmed(name: str, sentence: Sentence, begin: int) -> str:
    """A name without the words that a greedy match took along ("Merkel Monday", a country, a verb at its end)."""
    words = name.split()
    for k, word in enumerate(words):
        bare = word.rstrip("'’s") if word.endswith(("'s", "’s")) else word
        if word in NOT_NAMES:
            return " ".join(words[:k])
        words[k] = bare
        if bare != word:
            return " ".join(words[: k + 1])
        offset = begin + sum(len(w) + 1 for w in words[:k])
        if k and any(m.start <= offset < m.end and m.use != "city" for m in sentence.mentions):
            return " ".join(words[:k])
    return " ".join(words).rstrip(".,") if words and len(words[-1]) > 3 else " ".join(words)


def _is_country(sentence: Sentence, start: int, end: int) -> bool:
    return any(m.start < end and start < m.end for m in sentence.mentions)


def _crosses(sentence: Sentence, mention: Mention, until: int) -> bool:
    return any(mention.end <= m.start < until for m in sentence.mentions if m.use not in {"name", "capital"}) or any(
        mention.end <= m.start < until
        and not re.search(r"\b(?:to|for|of|in|with)\s+(?:the\s+)?$", sentence.text[: m.start])
        for m in sentence.mentions
    )


def _with_article(text: str, start: int) -> int:
    found = re.search(r"\b[Tt]he\s+$", text[max(0, start - 5) : start])
    return start - (found.end() - found.start()) if found else start
