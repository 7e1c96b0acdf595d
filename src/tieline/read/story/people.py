"""The people of a story: who holds which office of which country, and who a surname or a bare office stands for.

Learnt from the words alone: "German chancellor Angela Merkel", "Kim Jong Un, North Korea's leader", "President Idris
Abbas of Sudan", "the Cuban president, Aurelio Santamarina".  Later "Merkel", "Mr Abbas" or "the Cuban president" resolve.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tieline.model import lazy_re as re
from tieline.read.story.document import Sentence
from tieline.read.story.introductions import EASTERN, Person, crosses, introduced, surname, with_article
from tieline.read.syntax.tokens import Token
from tieline.read.words.people import HEADS, NOT_OFFICE, PORTFOLIO, STATE_USES

_HEAD = rf"(?:{HEADS})"
_TITLE_ONLY = re.compile(rf"(?:['’]s?)?\s+(?:{PORTFOLIO}){{0,4}}(?P<office>{_HEAD})\b(?!['’])")
_BARE_OFFICE = re.compile(rf"\b(?P<lead>the|The|this|That|that)\s+(?P<mods>(?:[\w-]+\s+){{0,3}}?)(?P<office>{_HEAD})\b")
_OF = re.compile(r"\s+of\s+(?:the\s+)?(?:(?:Republic|Kingdom|State|Sultanate)\s+of\s+(?:the\s+)?)?")


_FAMILY_NAME_FIRST = frozenset({"CHN", "TWN", "HKG", "KOR", "PRK", "VNM"})
"""Countries whose people the press calls by the first word of their names: "Lu Ming", then "Lu"."""


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
    _introduced: dict[int, list[Person]] = field(default_factory=dict)

    def learn(self, sentence: Sentence) -> None:
        """Take up the people that a sentence introduces."""
        for person in self._introduced_in(sentence):
            self._keep(person)
        self._found.clear()

    def _introduced_in(self, sentence: Sentence) -> list[Person]:
        if sentence.index not in self._introduced:
            self._introduced[sentence.index] = introduced(sentence)
        return self._introduced[sentence.index]

    def _keep(self, person: Person) -> None:
        key = surname(person.name)
        old = self.known.get(key)
        if old is None or (old.country is None and person.country) or (old.office is None and person.office):
            country = person.country or (old.country if old else None)
            self.known[key] = _Known(person.name, person.office or (old.office if old else None), country, person.words)
        bare = re.sub(r"^(?:[Aa]l|[Ee]l)-", "", key)
        if bare != key:
            self.known.setdefault(bare, self.known[key])
        first = person.name.split()[0]
        eastern = person.country in _FAMILY_NAME_FIRST or (person.country is None and first in EASTERN)
        if eastern and first != key and len(first) > 1:
            self.known.setdefault(first, self.known[key])
        if person.country and person.office:
            self.offices.setdefault((person.country, _head_of(person.office)), key)

    def settle(self, name: str, country: str) -> None:
        """Give a person whose country was open the one that the story implies."""
        known = self.known.get(surname(name))
        if known is not None and known.country is None:
            known.country = country
            self._found.clear()

    def find(self, sentence: Sentence) -> list[Person]:
        """The people in a sentence, in order: introduced here, by surname alone, or by office ("the Cuban president")."""
        cached = self._found.get(sentence.index)
        if cached is not None:
            return cached
        found = [self._completed(p) for p in self._introduced_in(sentence)]
        taken = [(p.start, p.end) for p in found]
        for person in (*self._by_name(sentence), *self._by_office(sentence)):
            if all(person.end <= a or person.start >= b for a, b in taken):
                found.append(person)
                taken.append((person.start, person.end))
        found.sort(key=lambda p: p.start)
        self._found[sentence.index] = found
        return found

    def _completed(self, person: Person) -> Person:
        known = self.known.get(surname(person.name))
        if person.country is None and known is not None and known.country:
            return replace(person, country=known.country, office=person.office or known.office)
        return person

    def _by_name(self, sentence: Sentence) -> Iterator[Person]:
        for key, known in self.known.items():
            if (known.country is None and known.office is None) or not (
                key in sentence.text or known.name in sentence.text
            ):
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
            elif found["lead"].lower() != "that" and not _has_owner_behind(sentence, found.end()):
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
                and not crosses(sentence, mention, titled.end())
            ):
                key = self.offices.get((mention.code, _head_of(titled["office"])))
                start = with_article(sentence.text, mention.start)
                words = sentence.text[start : titled.end()]
                yield Person(
                    self.known[key].name if key else words, titled["office"], mention.code, start, titled.end(), words
                )

    def at(self, sentence: Sentence, token: Token) -> Person | None:
        """The person whose phrase a token belongs to."""
        return next((p for p in self.find(sentence) if p.start <= token.idx < p.end), None)

    def country_of(self, sentence: Sentence, token: Token) -> str | None:
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


def _has_owner_behind(sentence: Sentence, at: int) -> bool:
    """The country of a bare office stands right behind it: "the President of Chile" is not the president told of before."""
    of = _OF.match(sentence.text, at)
    return of is not None and any(m.start == of.end() for m in sentence.mentions)


def _head_of(office: str) -> str:
    return office.split(" of ", maxsplit=1)[0].rsplit(maxsplit=1)[-1].casefold() if office else ""


__all__ = ["People", "Person"]
