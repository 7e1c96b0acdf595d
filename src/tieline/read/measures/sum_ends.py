"""Who gives and who receives a sum, by the words beside each name, by its verb, and by the prepositions that lead to and from it."""

from __future__ import annotations

from typing import Final, NamedTuple

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.deposits import lies_with
from tieline.read.frames.lists import followed_figures
from tieline.read.frames.subjects import country_of_phrase, subject_of
from tieline.read.measures.figure_frames import clause_of
from tieline.read.measures.sum_groups import APART, group_gets
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import Memory
from tieline.read.syntax.tokens import Token
from tieline.read.words.parties import (
    ABROAD,
    BEFORE_GETTER,
    BEFORE_GIVER,
    BEHIND_GETTER,
    BEHIND_GIVER,
    FUND_BEFORE,
    FUND_BEHIND,
    FUNDS,
    GETTING,
    GIVING,
    NAME_GIVES,
    OWNER_GIVES,
    SEEKING,
)

_REACH: Final = 110
_AROUND: Final = 70
_LEFT: Final = re.compile(
    r"\b(?:from|by)\s+(?:the\s+|its\s+|neighbou?ring\s+)*(?:[\w-]+\s+(?:in|of)\s+)?(?:the\s+)?$", re.IGNORECASE
)
_REACHED: Final = re.compile(
    r"\b(?:to|for|into|towards?)\s+(?:the\s+)?(?:neighbou?ring\s+|war-torn\s+)*$", re.IGNORECASE
)
_OWED_TO: Final = re.compile(
    r"\b(?:debts?|ow(?:es?|ed|ing)|arrears|repa(?:y|ys|id|ying|yments?)|indebted|liabilities)\b[^.;:]*\b(?:to|with)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Of a debt, what leads to whom it is owed: "its debts to Japan are 3 billion and those to Chile"."""
_COUNTS: Final = re.compile(r"\s+(?:put|puts)\b")
"""Of money sent home, what a bank does that counts it: "the central bank of Guatemala put remittances at"."""
_HOST_IN_FRONT: Final = re.compile(r"(?:^\W*|[,;]\s+|\b(?:while|and|but)\s+)[Ii]n\s+(?:the\s+)?$")
"""Before the land that a clause is of: "In Croatia the top investor is"."""
_SENT_TO: Final = re.compile(r"\b(?:to|into)\s+(?:the\s+)?$", re.IGNORECASE)
_BEHIND_SUM: Final = re.compile(r"\b(?:to|for|in|into|across)\s+(?:[\w'’-]+\s+){0,7}?(?:the\s+)?$", re.IGNORECASE)
_WORKERS: Final = re.compile(
    r"(?:['’]s?)?\s+(?:[a-z-]+\s+){0,2}?(?:migrants?|workers?|citizens|nationals|expatriates|expats|emigrants|diaspora|labou?rers|nurses|seafarers|relatives|families|households)\b"
)
_WHERE_THEY_WORK: Final = re.compile(r"\b(?:in|from)\s+(?:the\s+)?$", re.IGNORECASE)
_NEXT_ROW: Final = re.compile(r"\s*(?:\(|:|-|\u2013|with\s+|at\s+|,\s+)?\s*(?:[A-Z]{2,3}\s*)?[$\u20ac\u00a3]?$")
"""Between a name and the figure right behind it, which is its own: "and in Macedonia (EUR 277 million)"."""


class Ends(NamedTuple):
    """Who gives and who receives by the words of a sentence; `all_get` says that several receive it together, or a group without a code."""

    gives: frozenset[str]
    gets: frozenset[str]
    all_get: bool = False

    @property
    def giver(self) -> str | None:
        """The one who gives."""
        return next(iter(self.gives)) if len(self.gives) == 1 else None

    @property
    def receiver(self) -> str | None:
        """The one who receives."""
        return next(iter(self.gets)) if len(self.gets) == 1 and not self.all_get else None


def ends_of(sentence: Sentence, figure: Figure, kind: Indicator, memory: Memory) -> Ends:
    """Who gives and who receives a sum, as far as its part of the sentence tells it."""
    since, until = part_of(sentence, figure)
    ends: dict[bool, list[str]] = {True: [], False: []}
    led: list[Mention] = []
    acting = _acting(sentence, figure, kind, memory) if kind != "other" else None
    if acting is not None and not _in_row(sentence, figure, acting[0]):
        ends[acting[1]].append(acting[0])
    rows = {m.start: (f.start, prep) for f, m, prep in followed_figures(sentence)}
    for mention in sentence.mentions:
        if not trades(mention.code) or not since <= mention.start < until or _is_of_next(sentence, mention, figure):
            continue
        if rows.get(mention.start, (figure.start, ""))[0] != figure.start or _in_clause_ahead(
            sentence, mention, figure
        ):
            continue  # "from Oman, $180 million from Chad": behind another sum of the row
        apart = mention.start >= figure.end and APART.search(sentence.text, figure.end, mention.start)
        if apart and not (led and _listed(sentence, led[-1], mention)):
            continue
        way = _way(sentence, mention, figure, kind)
        if way is None and mention.start in rows:
            way = rows[mention.start][1] == "from"  # the row leaves its preposition out
        if (
            way
            and acting is not None
            and acting[1]
            and acting[0] != mention.code
            and _is_for(sentence, mention, figure)
        ):
            way = False
        if way is None and led and _listed(sentence, led[-1], mention):
            way = False
        if way is not None and (acting is None or mention.code != acting[0]):
            ends[way].append(mention.code)
            led += [mention] if not way and not _HOST_IN_FRONT.search(sentence.text[: mention.start]) else []
    if kind == "other" and (abroad := ABROAD.search(sentence.text, since, until)) is not None:
        ends[abroad["out"] is None].append("WLD")
    if kind == "debt" and not ends[True] and (lender := _signed_with(sentence, figure, since, until, memory)):
        ends[True].append(lender)
    gives, gets = (frozenset(c for c in ends[way] if c not in ends[not way]) for way in (True, False))
    if gives and not gets and (seeker := _seeking(sentence, figure, memory)) not in {None, *gives}:
        gets = frozenset({str(seeker)})
    together = len(gets) > 1 and len(led) > 1 and _listed(sentence, led[0], led[1])
    return Ends(gives, gets, together or (not gets and group_gets(sentence, figure, since, until, kind)))


def _is_for(sentence: Sentence, mention: Mention, figure: Figure) -> bool:
    """As in "Japan pledged $300 million in Egyptian aid": beside who gives, the adjective tells whom it is for."""
    of_it = _IN_AID.fullmatch(sentence.text, figure.end, mention.start) if mention.start >= figure.end else None
    return of_it is not None and mention.use == "adjective" and _ITS_AID.match(sentence.text, mention.end) is not None


_IN_AID: Final = re.compile(r"\s+(?:in|of|worth\s+of)\s+(?:new\s+|fresh\s+|more\s+|additional\s+)?", re.IGNORECASE)
_ITS_AID: Final = re.compile(r"\s+(?:[a-z]+\s+){0,2}?(?:aid|assistance|relief|help|support|credits?)\b", re.IGNORECASE)


def _in_clause_ahead(sentence: Sentence, mention: Mention, figure: Figure) -> bool:
    """As in "As Sharif heads to Washington, the US has decided to release $1.6 billion": a clause of its own, before who gives."""
    ahead = _CLAUSE_AHEAD.match(sentence.text)
    if ahead is None or mention.end > ahead.end() or figure.start < ahead.end():
        return False
    return any(m.code == mention.code and m.start >= ahead.end() for m in sentence.mentions)


_CLAUSE_AHEAD: Final = re.compile(
    r"\W*(?:As|While|When|After|Before|Since|Because|Although|Ahead\s+of)\s[^,;]{8,90},\s"
)


def row_of(sentence: Sentence, figure: Figure) -> str | None:
    """The country whose name stands right before a sum: "and Niger $909 million"."""
    before = [m for m in sentence.mentions if m.end <= figure.start]
    beside = before and _NEXT_ROW.fullmatch(sentence.text, before[-1].end, figure.start) and trades(before[-1].code)
    return before[-1].code if beside else None


def _in_row(sentence: Sentence, figure: Figure, acting: str) -> bool:
    """As in "Austrian firms invested 310 million, Germans 120 million": another country stands right before the sum, and no verb gives to it."""
    if row_of(sentence, figure) in {None, acting}:
        return False
    named = [m for m in sentence.mentions if m.end <= figure.start]
    first = len(named) - 1
    while first > 0 and _listed(sentence, named[first - 1], named[first]):
        first -= 1
    return _GIVEN_TO.search(sentence.text[: named[first].start]) is None


_GIVEN_TO: Final = re.compile(
    r"\b(?:gave|giv(?:e|es|ing|en)|lend|lends|lent|lending|loan(?:s|ed)?|grant(?:s|ed|ing)?|promis(?:e|es|ed|ing)|offer(?:s|ed|ing)?|pay|pays|paid|ow(?:e|es|ed|ing)|award(?:s|ed)|hand(?:s|ed)|send|sends|sent|pledged?|provide[sd]?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""A verb right before the country that it gives to."""


def part_of(sentence: Sentence, figure: Figure) -> tuple[int, int]:
    """Where the words of a sum begin and end: between the figures before and behind it."""
    told = [f for f in sentence.figures if f.end <= figure.start]
    while (
        told
        and told[-1].kind == "percent"
        and not _IS_PART.match(sentence.text, told[-1].end)
        and not any(told[-1].end <= m.start < figure.start for m in sentence.mentions)
    ):
        told.pop()  # "fell 18 percent in May to 403 million" is one with it
    before = [f.end for f in told]
    again = [f for f in sentence.figures if f.start >= figure.end and not _is_same(sentence, figure, f)]
    return max(before, default=0), min((f.start for f in again), default=len(sentence.text))


_IS_PART: Final = re.compile(r"\s+of\s+(?:the\s+|all\s+)?(?:total|overall|all)\b")
"""Behind a percentage: the whole that it is of, with a sum of its own."""


def _is_same(sentence: Sentence, figure: Figure, other: Figure) -> bool:
    """As in "60 million yen (US$500,000)": the sum once more, in other money."""
    gap = sentence.text[figure.end : other.start]
    return other.kind == "money" and other.unit != figure.unit and re.fullmatch(r"\s*[(\[][^()]{0,20}", gap) is not None


def _is_of_next(sentence: Sentence, mention: Mention, figure: Figure) -> bool:
    """A name behind the sum that has a figure of its own right behind it."""
    after = next((f for f in sentence.figures if f.start >= mention.end), None)
    if mention.start < figure.end or after is None:
        return False
    return _NEXT_ROW.fullmatch(sentence.text, mention.end, after.start) is not None


_AND: Final = re.compile(r"(?:,|,?\s+and|,?\s+as\s+well\s+as)\s+(?:to\s+|for\s+|in\s+)?(?:the\s+)?")


def _listed(sentence: Sentence, one: Mention, two: Mention) -> bool:
    """Two names stand beside each other in a list."""
    alike = {mention.use in {"adjective", "demonym"} for mention in (one, two)}
    return len(alike) == 1 and _AND.fullmatch(sentence.text, one.end, two.start) is not None


def _way(sentence: Sentence, mention: Mention, figure: Figure, kind: Indicator) -> bool | None:
    """Whether the words beside a name have it give (True) or receive (False): of money sent home, home receives."""
    text, named = sentence.text, mention.use not in {"adjective", "demonym"}
    lead = text[: mention.start]
    if kind == "other":
        if mention.use == "demonym" and text[mention.start : mention.end].endswith("s"):
            return False  # "sent by Haitians in Chile"
        if _WORKERS.match(text, mention.end) and not _WHERE_THEY_WORK.search(lead):
            return False
        if named and mention.start < figure.start and _WHERE_THEY_WORK.search(lead):
            return True
    if _is_fund(text, mention):
        return True
    if lies_with(sentence, mention):
        return False
    if (told := _way_told(text, mention)) is not None and not (
        told and kind == "other" and _COUNTS.match(text, mention.end)
    ):
        return told
    if kind == "investment" and named and _HOST_IN_FRONT.search(lead):
        return False
    if kind == "debt" and named and _OWED_TO.search(lead):
        return True
    if _LEFT.search(lead):
        return True
    if named and (_SENT_TO if kind == "other" else _REACHED).search(lead):
        return False
    behind = named and kind != "other" and figure.end <= mention.start < figure.end + _REACH
    return False if behind and _BEHIND_SUM.search(text[figure.end : mention.start]) else None


def _acting(sentence: Sentence, figure: Figure, kind: Indicator, memory: Memory) -> tuple[str, bool] | None:
    """Who is the subject of the verb that the sum hangs on, and whether that is one of giving or of receiving."""
    verb = verb_of(sentence, figure)
    granting = verb is not None and kind == "aid" and verb.lemma in _GRANTING
    if verb is None or not (granting or verb.lemma in GIVING or verb.lemma in GETTING):
        return None
    if verb.lemma == "have" and kind == "investment":
        return None  # "Thailand had 37 projects worth", "Kenya had investments of": either end
    subject, passive = subject_of(verb)
    if subject is not None and subject.lemma == "colony":  # "the former Portuguese colony" is not Portugal
        return None
    who = country_of_phrase(sentence, subject, memory)
    return (who, (granting or verb.lemma in GIVING) != passive) if who is not None and trades(who) else None


_GRANTING: Final = frozenset({"approve", "announce", "authorize", "authorise", "unveil"})
"""What who gives aid does with it, and with nothing that it gets."""


def _signed_with(sentence: Sentence, figure: Figure, since: int, until: int, memory: Memory) -> str | None:
    """As in "with Japan it signed for 240 million": who lends to one that was told to borrow."""
    who = _seeking(sentence, figure, memory)
    if who is None or memory.hub.gives("debt", who) is not False:
        return None
    named = (m for m in sentence.mentions if since <= m.start < until and trades(m.code) and m.code != who)
    return next((m.code for m in named if _WITH.search(sentence.text[: m.start])), None)


_WITH: Final = re.compile(r"\b[Ww]ith\s+(?:the\s+)?$")


def _seeking(sentence: Sentence, figure: Figure, memory: Memory) -> str | None:
    """As in "Chad has agreed with French lenders to rework 2 billion": the subject of a verb of seeking, up to the main one."""
    verb = verb_of(sentence, figure)
    for _ in range(_STEPS_OUT):
        if verb is None:
            return None
        if verb.lemma in SEEKING:
            who = country_of_phrase(sentence, subject_of(verb)[0], memory)
            return who if who is not None and trades(who) else None
        verb = clause_of(verb.head) if verb.head != verb else None
    return None


_STEPS_OUT: Final = 3


def verb_of(sentence: Sentence, figure: Figure) -> Token | None:
    """The verb that a figure hangs on."""
    token = next((t for t in sentence.tokens if t.idx + len(t) > figure.core), None)
    return clause_of(token) if token is not None else None


def _way_told(text: str, mention: Mention) -> bool | None:
    """What one mention says: that the country gives (True), that it receives (False), or neither."""
    behind = text[mention.end : mention.end + _AROUND]
    before = text[max(0, mention.start - _AROUND) : mention.start]
    named = mention.use not in {"adjective", "demonym"}
    if named and BEHIND_GETTER.match(behind):
        return False
    if BEFORE_GIVER.search(before):
        return True
    if named and BEFORE_GETTER.search(before):
        return False
    if BEHIND_GIVER.match(behind):
        return True
    gives = OWNER_GIVES if not named or behind[:1] in {"'", "\u2019"} else NAME_GIVES
    return True if gives.match(behind) else None


def _is_fund(text: str, mention: Mention) -> bool:
    """As in "the Kuwait Fund", "the Exim Bank of China", "KfW": by which a state lends or gives."""
    if FUND_BEHIND.match(text, mention.end) or FUND_BEFORE.search(text[: mention.start]):
        return True
    return FUNDS.fullmatch(text, mention.start, mention.end) is not None
