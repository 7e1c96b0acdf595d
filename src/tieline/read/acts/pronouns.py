"""Who a pronoun stands for: a person, the subject before, both countries of a pair, who speaks."""

from __future__ import annotations

from tieline.read.acts.modality import SAYING
from tieline.read.acts.named import Named, Party
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import PAIR, PERSONAL, RELATIVES, STATELY, THINGS

_UTTERING = SAYING | {"tweet", "post", "comment", "reply", "respond", "argue", "complain", "warn", "remark", "declare"}
"""Verbs beside which words of somebody's own stand."""
_SPEAKERS = frozenset(
    {"official", "minister", "ambassador", "diplomat", "premier", "spokesman", "spokeswoman", "leader"}
)
_NEAR = 6
"""Words behind a verb of saying in which what "it" does begins."""
_AT_HEAD = 25
"""Characters from the beginning of a sentence within which its own subject stands."""
_SPEECH = 2
"""Sentences for which a quotation may go on without naming its speaker anew."""


class Pronouns(Named):
    """Finds the parties of pronouns."""

    def pronoun(self, token: Token, *, any_noun: bool) -> list[Party]:
        """The parties that a pronoun stands for."""
        word = token.lower
        if word in RELATIVES:
            clause = next((a for a in token.ancestors if a.dep == "relcl"), None)
            head = _met(clause) if clause is not None else token
            return self.of(head, any_noun=any_noun) if head != token else []
        if word in PERSONAL:
            ahead = self._cataphor(token)
            if ahead:
                return ahead
            person = self.people.before(self.sentence, token.idx, but=_subject_range(token))
            if person is None:
                return []
            return [Party(person.country or self.home(), person.words, token.idx, token.idx + len(token), "person")]
        if word in THINGS:
            several = self._several_around(token) if word == "they" else []
            if several:
                return several
            if word in {"they", "them"} and self.both_before(token):
                return self.both(token.idx, token.idx + len(token))
            if word == "they" and (alike := self._alike_before()):
                return [Party(code, None, token.idx, token.idx + len(token)) for code in alike]
            code = self.subject_before(token)
            return [Party(code, None, token.idx, token.idx + len(token))] if code else []
        if word in {"we", "us", "i", "me", "our"}:
            return self.speaker(token)
        found = PAIR.match(self.sentence.text, token.idx)
        if word in {"both", "each"}:
            return self.both(found.start(), found.end()) if found else self.both(token.idx, token.idx + len(token))
        return []

    def speaker(self, token: Token) -> list[Party]:
        """Who "we" is: the one who says the sentence; of a quotation that goes on, whoever began it."""
        for verb in token.doc:
            if verb.lemma in _UTTERING and verb.pos == "VERB":
                for child in verb.children:
                    spoken = child.pos in {"NOUN", "PROPN"} or child.lower in {"he", "she"}
                    if child.dep in {"nsubj", "dobj", "npadvmod"} and spoken and abs(child.i - verb.i) < 12:
                        found = [p for p in self.of(child) if p.kind in STATELY]
                        if found:
                            return found
        code, said = self.memory.spoke
        goes_on = self.sentence.index - said <= _SPEECH and _in_quotation(
            self.story.text, self.sentence.start + token.idx
        )
        return [Party(code, None, token.idx, token.idx + len(token))] if code is not None and goes_on else []

    def spoken(self) -> tuple[str, int] | None:
        """Who says the sentence for a state, for what the quotation goes on to say."""
        for verb in self.sentence.tokens:
            if verb.lemma not in SAYING or verb.pos != "VERB":
                continue
            subject = next((c for c in verb.children if c.dep == "nsubj"), None)
            found = [p.code for p in self.of(subject) if p.code and p.kind in STATELY] if subject is not None else []
            if len(found) == 1 and found[0] is not None:
                return found[0], self.sentence.index
            code, said = self.memory.spoke
            unnamed = (
                subject is not None and not found and subject.left_edge.lower == "the" and subject.lemma in _SPEAKERS
            )
            if unnamed and code is not None and self.sentence.index - said <= _SPEECH:
                return code, self.sentence.index  # "the official said"
        return None

    def _alike_before(self) -> list[str]:
        """Who "they" are right behind what several did alike: "Peru and Chile cut ties with Chad. They also barred its ships"."""
        told = [e for e, at in self.memory.acts if self.sentence.index - at == 1]
        last = told[-1] if told and not told[-1].reciprocal else None
        before = next((s for s in self.story.sentences if s.index == self.sentence.index - 1), None)
        if last is None or before is None or last.quote.start - before.start > _AT_HEAD:
            return []
        alike = (e.actor for e in told if (e.type, e.target, e.quote) == (last.type, last.target, last.quote))
        codes = [c for c in dict.fromkeys(alike) if c]
        return codes if len(codes) > 1 else []

    def _several_around(self, token: Token) -> list[Party]:
        """Who "they" are: the several that are the subject of the clause around: "the leaders of A and B met and said they rejected it"."""
        verbs = [a for a in token.ancestors if a.pos in {"VERB", "AUX"}]
        for verb in verbs[1:]:
            subject = next((c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}), None)
            if subject is None or subject.pos == "PRON" or subject.i > token.i:
                continue
            found = [p for p in self.of(subject) if p.code and p.kind in STATELY]
            if len({p.code for p in found}) > 1:
                return found
        return []

    def _cataphor(self, token: Token) -> list[Party]:
        """Who "his" stands for where he comes after it: "during his visit to Riga, the Moldovan president ..."."""
        if token.dep != "poss" or any(p.end <= token.idx for p in self.persons):
            return []
        verb = next((a for a in token.ancestors if a.pos in {"VERB", "AUX"}), None)
        subject = (
            next((c for c in verb.children if c.dep == "nsubj" and c.i > token.i), None) if verb is not None else None
        )
        return (
            [p for p in self.of(subject) if p.kind == "person"] if subject is not None and subject.pos != "PRON" else []
        )

    def subject_before(self, token: Token) -> str | None:
        """The country that "it" stands for: the subject of an earlier clause here, else that of the sentence before; never what holds it ("dozens of them")."""
        around = self._sayer_beside(token) or self._subject_around(token)
        if around is not None:
            return around
        for other in token.doc[: token.i]:
            if other.dep in {"nsubj", "nsubjpass"} and other.pos != "PRON" and other.right_edge.i < token.i:
                mention = self.named_at(other)
                if mention is not None and mention.use != "demonym":
                    return mention.code
                left = [m.code for m in self.named if other.left_edge.idx <= m.start < other.idx]
                if left:
                    return left[0]
                owned = [p.code for p in self.of(other) if p.code and p.kind in {"organ", "person"}]
                if owned:  # "the trade ministry of Malta said it had"
                    return owned[0]
        return self.memory.subject

    def _sayer_beside(self, token: Token) -> str | None:
        """Who has just said what "it" does, whatever clause the parse makes of it: "after China announced in April it had signed"."""
        if token.dep not in {"nsubj", "nsubjpass"}:
            return None
        for verb in reversed(token.doc[max(0, token.i - _NEAR) : token.i]):
            if verb.pos == "PUNCT" or verb.tag in {"CC", "WDT", "WP"}:
                return None
            if verb.pos == "VERB":
                subject = next((c for c in verb.children if c.dep == "nsubj" and c.i < verb.i), None)
                said = subject if verb.lemma in SAYING else None
                mention = self.named_at(said) if said is not None and said.pos != "PRON" else None
                named = mention is not None and mention.use not in {"demonym", "adjective"}
                return mention.code if mention is not None and named else None
        return None

    def _subject_around(self, token: Token) -> str | None:
        """The country that is the subject of the nearest clause around the pronoun's own: "said Lima had not told why it went"."""
        verbs = [a for a in token.ancestors if a.pos in {"VERB", "AUX"}]
        for verb in verbs[1:]:
            subject = next((c for c in verb.children if c.dep == "nsubj" and c.i < token.i), None)
            mention = self.named_at(subject) if subject is not None and subject.pos != "PRON" else None
            if mention is not None and mention.use not in {"demonym", "adjective"}:
                return mention.code
        return None

    def owner_before(self, token: Token, without: set[str | None]) -> str | None:
        """Whose "its" or "their" is: of the nearest subject before it that agrees in number, and is none of those `without`."""
        plural = token.lower == "their"
        for other in reversed(token.doc[: token.i]):
            if other.dep in {"nsubj", "nsubjpass"} and other.pos in {"NOUN", "PROPN"}:
                many = other.tag in {"NNS", "NNPS"} or any(c.dep == "conj" for c in other.children)
                if many == plural or (many and self.named_at(other) is not None):
                    codes = [p.code for p in self.of(other) if p.code]
                    if codes and not without.issuperset(codes):
                        return codes[0]
        return None

    def possessor(self, token: Token) -> str | None:
        """The country of the one whose "his" or "its" something is."""
        if token.lower in {"his", "her"}:
            person = self.people.before(self.sentence, token.idx)
            return person.country if person else None
        return self.subject_before(token)


def _in_quotation(text: str, at: int) -> bool:
    """A place inside quotation marks that its paragraph has opened.

    >>> _in_quotation('"It is a shame. We thank Fiji," he said.', 16), _in_quotation('"No," he said. We left.', 15)
    (True, False)
    """
    return sum(map(text[text.rfind("\n", 0, at) + 1 : at].count, '"“”„«»')) % 2 == 1


def _met(clause: Token) -> Token:
    """Whom a relative clause is about; of those who met all: "Ana Vella and Bo Lind, who met in Riga"."""
    head = clause.head
    if clause.lemma == "meet" and not any(c.dep in {"dobj", "dative"} or c.lower == "with" for c in clause.children):
        while head.dep == "conj" and head.head.pos in {"NOUN", "PROPN"}:
            head = head.head
    return head


def _subject_range(token: Token) -> range:
    """Where no person stands for a pronoun: the subject of the verb that it is the object of, what leads in the clause of a subject."""
    verb = next((a for a in token.ancestors if a.pos in {"VERB", "AUX"}), None)
    if verb is None or token.dep == "poss":
        return range(0)
    if token.dep in {"nsubj", "nsubjpass"}:  # "after talks with Belov, he said"
        if verb.dep == "relcl" and any(c.lower in RELATIVES for c in verb.children):  # "the president, whom he met"
            return range(verb.head.left_edge.idx, token.idx)
        leads = [c.left_edge.idx for c in verb.children if c.dep in {"advcl", "prep"} and c.i < token.i]
        return range(min(leads), token.idx) if leads else range(0)
    subject = next((c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}), None)
    if subject is None and verb.dep == "conj":
        subject = next((c for c in verb.head.children if c.dep in {"nsubj", "nsubjpass"}), None)
    if subject is not None and subject.lower in RELATIVES and verb.dep == "relcl":
        return range(verb.head.left_edge.idx, verb.head.idx + len(verb.head))
    return range(subject.left_edge.idx, subject.right_edge.idx + 1) if subject is not None else range(0)
