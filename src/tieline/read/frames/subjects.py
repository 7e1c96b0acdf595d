"""Which country a subject, a pronoun or a possessive stands for.

The parse leads from a verb to its subject; names, people and the memory of the story lead from there to a country.
"""

from __future__ import annotations

from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.read.frames.phrase import DESCRIPTION, object_of
from tieline.read.names.bodies import trading_body
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence
from tieline.read.story.memory import Frame, Memory, facing, of_kind, other_of
from tieline.read.syntax.tokens import Token
from tieline.read.words.trade import NOUN_ANCHORS

_OPENS_WITH_PRONOUN = re.compile(r"\W*(?:he|she|it|they)\b", re.IGNORECASE)
_STANDS_FOR_SUBJECT = frozenset({"it", "they", "he", "she", "we", "its", "their"})
_OUTWARDS = 10
"""Steps from a word to the verbs that govern it."""
_NEARBY = 30
"""Characters between a name and the participle that goes on from it."""


def subject_of(token: Token) -> tuple[Any, bool]:
    """(subject token, passive) of a verb; of a conjoined verb its first verb's, of a participle the noun it hangs on."""
    subjects = [c for c in token.children if c.dep in {"nsubj", "nsubjpass", "csubj"}]
    if subjects:  # of two the nearer one: "DUSHANBE, January 4, Asia-Plus -- People in Russia sent"
        nearest = next((c for c in reversed(subjects) if c.i < token.i), subjects[0])
        return nearest, nearest.dep == "nsubjpass"
    if token.dep in {"acl", "pcomp"} and token.tag == "VBG" and (ranked := _called_so(token)) is not None:
        return ranked, False
    if token.dep in {"acl", "relcl"}:
        return token.head, token.dep == "acl" and token.tag == "VBN"
    if token.head == token:
        return None, False
    conjoined = token.dep in {"conj", "xcomp", "advcl"} and token.head.pos in {"VERB", "AUX", "ADJ"}
    if conjoined or (token.pos == "ADJ" and token.dep == "acomp"):
        subject, passive = subject_of(token.head)
        if token.dep == "xcomp" and passive:  # "is estimated to have sold", "are said to have been sold"
            passive = any(child.dep == "auxpass" for child in token.children)
        return subject, passive
    return None, False


def _called_so(token: Token) -> Token | None:
    """As in "the sultanate was Kenya's fifth source, exporting goods", "by exporting goods": who is called so is who exports."""
    node = token.head.head if token.dep == "pcomp" and token.head.lower in _BY_DOING else token.head
    called = node.head if node.dep == "attr" else node
    if called.lemma not in _CALLS or (token.dep == "acl" and not _set_off(token)):
        return None
    return next((c for c in called.children if c.dep == "nsubj" and c.i < token.i), None)


def _set_off(token: Token) -> bool:
    return bool(token.i > 0 and token.nbor(-1).text == ",")


_BY_DOING: Final = frozenset({"by", "through"})
_CALLS: Final = frozenset({"be", "remain", "become", "rank", "stay"})


def country_of_phrase(sentence: Sentence, token: Token | None, memory: Memory) -> str | None:
    """The country that a subject or object phrase stands for: its own name, or one before or behind it."""
    if token is None:
        return None
    mention = sentence.mention_at(token)
    if mention:
        return mention.code
    if token.pos == "PRON":
        return _country_of_pronoun(sentence, token, memory)
    left = next((m for m in sentence.mentions if token.left_edge.idx <= m.start < token.idx), None)
    if left:
        return left.code
    known = memory.people.country_of(sentence, token) if memory.people and token.pos in {"PROPN", "NOUN"} else None
    return (
        known
        or _country_behind_of(sentence, token)
        or _country_described(sentence, token, memory)
        or _at_home(sentence, token, memory)
        or trading_body(sentence.text, token)
    )


def _country_of_pronoun(sentence: Sentence, token: Token, memory: Memory) -> str | None:
    if token.lower in _STANDS_FOR_SUBJECT:
        if (glanced := _just_glanced(sentence, token, memory)) is not None:
            return glanced
        return _subject_before(sentence, token) or memory.subject
    if token.lower == "we":
        return memory.hub.owner  # whoever speaks of what the story tells
    if token.lower in {"which", "that", "who"} and token.head.dep == "relcl":
        return country_of_phrase(sentence, token.head.head, memory)
    return None


def _just_glanced(sentence: Sentence, token: Token, memory: Memory) -> str | None:
    """As in "China's figures show the same. The country imported 498,000 tonnes": whom the sentence before began with."""
    opens = not sentence.text[: token.left_edge.idx].strip(" \"'\u201c")
    return memory.glanced if opens and sentence.index - memory.glanced_sentence == 1 else None


def _country_behind_of(sentence: Sentence, token: Token) -> str | None:
    """As in "the government of Peru"."""
    for child in token.children:
        named = object_of(child) if child.dep == "prep" and child.lower == "of" else None
        mention = sentence.mention_at(named) if named is not None else None
        if mention:
            return mention.code
    return None


def _country_described(sentence: Sentence, token: Token, memory: Memory) -> str | None:
    described = DESCRIPTION.match(sentence.text, token.left_edge.idx)
    if not described:
        return None
    before = [m.code for m in sentence.mentions if m.end <= token.idx]
    lies = _LIES_IN.match(sentence.text, described.end())
    if told := of_kind(described.group(), memory, None, before):
        return told
    if lies is not None and (told := of_kind(f"{described.group()}{lies.group()}", memory, None, memory.recent)):
        return told  # "the country in West Africa"
    if (glanced := _just_glanced(sentence, token, memory)) is not None:
        return glanced
    if (teller := whose_office_tells(sentence, token)) is not None:
        return teller
    here = {m.code for m in sentence.mentions}
    if (owner := memory.hub.about) is not None and owner not in here:
        return owner  # of a story that goes through many
    if memory.base is None and memory.teller is not None and memory.teller not in here:
        return memory.teller  # "LIMA - ... The country exported 23 billion to China"
    left = [c for c in memory.countries[:2] if c not in here]
    if len(left) == 1 and len(memory.countries) > 1:
        return left[0]
    return facing(memory, sentence, None) if memory.subject is None else memory.subject


_LIES_IN: Final = re.compile(r"\s+in\s+(?:the\s+)?(?:[A-Za-z-]+\s+)?(?:Asia|Africa|America)\b")


def whose_office_tells(sentence: Sentence, token: Token) -> str | None:
    """As in "Bangladesh Bank figures show that the country got $4.9 billion": whose office or figures say it."""
    if (told := _by_whose_figures(sentence, token)) is not None:
        return told
    clause = token.head
    while clause.dep in {"conj", "xcomp", "aux"} and clause.head is not clause:
        clause = clause.head
    verb = clause.head if clause.dep == "ccomp" else None
    if verb is None or verb.lemma not in _TELLS:
        return None
    subject, _ = subject_of(verb)
    if subject is None or subject.i > token.i:
        return None
    span = range(subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge))
    named = {m.code for m in sentence.mentions if m.start in span}
    return named.pop() if len(named) == 1 else None


def who_speaks(sentence: Sentence, token: Token, memory: Memory) -> str | None:
    """As in "Our trade grew, the Peruvian minister said": the country of who says it."""
    node = token
    for _ in range(_OUTWARDS):
        if node.head is node:
            return None
        told = node.dep == "ccomp"
        node = node.head
        if told and node.lemma in _TELLS | _SPEAKS:
            subject, _ = subject_of(node)
            named = subject is not None and subject.pos != "PRON"
            return country_of_phrase(sentence, subject, memory) if named else None
    return None


_SPEAKS = frozenset({"add", "tell", "write", "tweet", "post", "stress", "explain", "declare", "continue"})


def _by_whose_figures(sentence: Sentence, token: Token) -> str | None:
    """As in "According to Togo's customs office, the country sold 40,000 tonnes": the only one named there."""
    lead = _ACCORDING.fullmatch(sentence.text, 0, token.left_edge.idx)
    named = {m.code for m in sentence.mentions if m.end <= token.left_edge.idx} if lead is not None else set()
    return named.pop() if len(named) == 1 else None


_ACCORDING: Final = re.compile(
    r"[\s\"“]*(?:According\s+to|As\s+per|Based\s+on|Citing|Going\s+by)\s[^.;:]{3,120}?,\s+", re.IGNORECASE
)
_TELLS = frozenset({"say", "show", "indicate", "report", "reveal", "suggest", "state", "announce", "note", "estimate"})


def _at_home(sentence: Sentence, token: Token, memory: Memory) -> str | None:
    """As in "the government said": that of the country spoken of in the sentence, else of the one the story is told in."""
    if token.lemma not in _STATE or token.left_edge.lower not in _ITS_OWN or memory.home not in memory.countries[:2]:
        return None
    return _subject_before(sentence, token) or memory.home


_STATE = frozenset({"government", "ministry", "authority", "cabinet", "administration", "official"})
_ITS_OWN = frozenset({"the", "our"})


def _subject_before(sentence: Sentence, token: Token) -> str | None:
    """The country that was subject of an earlier clause of the same sentence, or whose trade was ("Peru's exports were 30 million, while it bought ...")."""
    found = None
    for other in token.doc[: token.i]:
        if other.dep in {"nsubj", "nsubjpass"} and other.i < token.i - 1:
            whose = next((c for c in other.children if c.dep == "poss"), None) if other.lemma in NOUN_ANCHORS else None
            mention = sentence.mention_at(whose or other)
            if mention is None and other.lemma in _GOVERNING:  # "the Peruvian government said it would lend"
                mention = next((m for c in other.lefts if (m := sentence.mention_at(c)) is not None), None)
            found = mention.code if mention else found
    return found


_GOVERNING: Final = frozenset({"government", "ministry", "cabinet", "parliament", "treasury"})


def named_before(sentence: Sentence, token: Token) -> str | None:
    """The country named last before a participle or a gerund ("commits X to taking", "X, which sold")."""
    near = [m for m in sentence.mentions if m.end <= token.idx and token.idx - m.end < _NEARBY]
    return near[-1].code if near else None


def named_right_before(sentence: Sentence, token: Token) -> str | None:
    """The country whose name stands right before a verb, where the parse gives the verb no subject."""
    for mention in reversed(sentence.mentions):
        if mention.end <= token.idx and mention.use not in {"adjective", "demonym"}:
            return mention.code if _ONLY_ADVERBS.fullmatch(sentence.text, mention.end, token.idx) else None
    return None


def named_before_aside(sentence: Sentence, token: Token) -> str | None:
    """As in "Uganda, meanwhile, exported goods": the country that the clause begins with, where the parse gives the verb to something else."""
    last = next((m for m in reversed(sentence.mentions) if m.end <= token.idx), None)
    if last is None or last.use in {"adjective", "demonym"} or not _BEGINS.search(sentence.text[: last.start]):
        return None
    return last.code if _ASIDE.fullmatch(sentence.text, last.end, token.idx) is not None else None


_BEGINS: Final = re.compile(r"(?:^\W*|[;:]\s+|,?\s+(?:and|but|while)\s+)(?:[Tt]he\s+)?$")
_ASIDE: Final = re.compile(
    r",\s+(?:meanwhile|however|in\s+(?:turn|return|contrast)|by\s+contrast|for\s+(?:its|their)\s+part|though|too|also|instead|on\s+the\s+other\s+hand|conversely|likewise|similarly|meantime|in\s+the\s+meantime|by\s+comparison|then),\s+(?:(?:has|had|also|only)\s+)*"
)
_ONLY_ADVERBS: Final = re.compile(r"(?:\s+(?:also|alone|has|have|had|now|then|already|last year|\([^)]{1,30}\)))*\s+")


def sentence_subject(sentence: Sentence, token: Token, memory: Memory) -> str | None:
    """The country of the subject of the verb that governs a token, going outwards."""
    return _governing_subject(sentence, token, memory)[1]


def _governing_subject(sentence: Sentence, token: Token, memory: Memory) -> tuple[Any, str | None]:
    """The nearest subject outwards that stands for a country, and the country; (None, None) if there is none."""
    node = token
    for _ in range(_OUTWARDS):
        if node.pos in {"VERB", "AUX"}:
            subject, passive = subject_of(node)
            if subject is not None and not passive and subject.i != token.i and token not in list(subject.subtree):
                found = country_of_phrase(sentence, subject, memory)
                if found:
                    return subject, found
        if node.head == node:
            break
        node = node.head
    return None, None


def owner_of(sentence: Sentence, frame: Frame, memory: Memory) -> str | None:
    """The country that "its" stands for: the subject of the clause, else the last country named before, else memory."""
    noun, subject = _governing_subject(sentence, frame.token, memory)
    own = noun is None or noun.lemma in NOUN_ANCHORS  # "China's exports to Egypt made up 2% of its exports"
    if (
        subject
        and not own
        and frame.partner is None
        and (other := _whose_it_makes_up(sentence, frame, memory, subject))
    ):
        return other
    if subject and subject != frame.partner:
        return subject
    before = [m.code for m in sentence.mentions if m.end <= frame.token.idx and m.code != frame.partner]
    remembered = memory.subject if memory.subject != frame.partner else None
    if remembered and remembered not in before and _OPENS_WITH_PRONOUN.match(sentence.text):
        return remembered
    return before[-1] if before else remembered


def _whose_it_makes_up(sentence: Sentence, frame: Frame, memory: Memory, subject: str) -> str | None:
    """As in "Russia remained India's top supplier, accounting for 24% of its imports": of the other, whom it supplies."""
    if not _MAKES_UP.search(sentence.text[: frame.token.idx]):
        return None
    before = [m.code for m in sentence.mentions if m.end <= frame.token.idx and m.code != subject]
    if before or (memory.pair and subject in memory.pair):
        return before[-1] if before else other_of(memory.pair, subject) if memory.pair else None
    last = memory.frame.reporter if memory.frame is not None else None
    owner = memory.hub.owner or last
    return owner if owner not in {subject, "WLD"} else None  # "Italy took 32 percent of its exports"


_PART_MADE_UP = (
    r"\b(?:account(?:s|ed|ing)? for|ma(?:kes?|de|king) up|represent(?:s|ed|ing)?|suppl(?:y|ies|ied|ying)|provid(?:es?|ed|ing)|cover(?:s|ed|ing)?|meets?|met|meeting|with|receiv(?:e|es|ed|ing)|bought|buys|took|takes|taking|absorb(?:s|ed|ing)?)\s+(?:[\w.,-]+\s+){0,4}?"
    r"(?:[\d.]+\s?(?:%|pct|per\s?cent)|half|(?:a|one|two|three)[\s-](?:thirds?|quarters?|fifths?|tenths?))\s+of\s+(?:all\s+)?"
)
_MAKES_UP = re.compile(_PART_MADE_UP + r"(?:its|their)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_MADE_UP = re.compile(_PART_MADE_UP + r"(?:the\s+)?(?:total\s+|overall\s+)?$", re.IGNORECASE)


def made_up_before(lead: str) -> bool:
    """A part is told right before: "it took 37.3 percent of all".

    >>> made_up_before("it took 37.3 percent of all "), made_up_before("it took all ")
    (True, False)
    """
    return _MADE_UP.search(lead) is not None


def supplier_before(sentence: Sentence, offset: int) -> str | None:
    """As in "Algerian gas met 38 pct of the country's imports": whose goods they are, who can't be the buyer as well."""
    made = _MADE_UP.search(sentence.text[:offset]) or _share_of(sentence, offset)
    before = [m for m in sentence.mentions if made and m.end <= made.start()]
    sellers = [m.code for m in before if not _BOUND_FOR.search(sentence.text[: m.start])]
    return sellers[-1] if sellers else None


def _share_of(sentence: Sentence, offset: int) -> re.Match[str] | None:
    """As in "the share of Russia in the country's imports": what stands between the seller and the buyer's purchases."""
    for mention in sentence.mentions:
        held = _SHARE_HELD.search(sentence.text[: mention.start]) is not None
        if held and (between := _IN_PURCHASES.fullmatch(sentence.text, mention.end, offset)):
            return between
    return None


_SHARE_HELD = re.compile(r"\b(?:share|portion|slice|part|weight)\s+(?:of|held by)\s+(?:the\s+)?$", re.IGNORECASE)
_IN_PURCHASES = re.compile(r"\s+(?:in|of)\s+")
_BOUND_FOR = re.compile(r"\bto\s+(?:the\s+)?$")


def next_subject(sentence: Sentence, memory: Memory) -> str | None:
    """The country that a pronoun in the next sentence would stand for."""
    root = next((t for t in sentence.tokens if t.dep == "ROOT"), None)
    if root is not None:
        subject, _ = subject_of(root)
        found = country_of_phrase(sentence, subject, memory)
        if found:
            return found
        if subject is not None and memory.subject:
            return memory.subject
    return sentence.mentions[0].code if sentence.mentions else memory.subject


def shares_verb(sentence: Sentence, mention: Mention) -> bool:
    """As in "Spain took 193,000 and France 71,000": the country that does the same, its verb left out."""
    return bool(
        _BEFORE_SHARER.search(sentence.text[max(0, mention.start - _SHORT_CLAUSE) : mention.start])
        and _BEHIND_SHARER.match(sentence.text, mention.end)
    )


_SHORT_CLAUSE = 90
"""Characters in which a clause may tell of the one who did it first."""
_BEFORE_SHARER = re.compile(r"\d\S*(?:\s\w+){0,7}(?:,|;|,?\s(?:and|while|but|with))\s+(?:the\s+)?$", re.IGNORECASE)
_BEHIND_SHARER = re.compile(
    r"(?:\s+as\s+a\s+whole)?(?:,?\s+|\s*[-\u2013\u2014]\s*)(?:(?:about|some|only|just|nearly|almost|over|another|a\s+further)\s+)?(?:[$\u20ac\u00a3]?\d|(?:an?|one)\s+(?:third|quarter|fifth|sixth|eighth|tenth|half)\b)"
)
