"""Money that comes and goes: what a country received or took in, what was sent or went from one to another."""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.lists import followed_figures
from tieline.read.frames.money_sides import (
    DIRECT,
    NO_GIFT,
    kind_before,
    kind_round_sum,
    last_given,
    receiver_behind,
    sum_behind,
)
from tieline.read.frames.remitters import foreigners_in, home_of_all
from tieline.read.frames.verb_clause import VerbClause, VerbRoles, has_money
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import trades
from tieline.read.words.money import MONEY_NOUNS, kind_of_money
from tieline.read.words.trade import words


def received(clause: VerbClause) -> VerbRoles | None:
    """As in "Uzbekistan received 8.9 billion from its workers in Russia", "receives 115 million a year from Russia as rent"."""
    money = sum_behind(clause)
    if clause.passive or money is None or clause.who is None:
        return None
    sender = clause.near.first("from") or _sender(clause, money)
    if sender is None and _FROM_ABROAD.match(clause.sentence.text, money.end):
        return VerbRoles("WLD", clause.who, "from", indicator="other")
    if sender is None or sender == clause.who:
        return None
    text = clause.sentence.text
    kind = kind_of_money(text[clause.token.idx :]) or kind_of_money(text) or kind_before(clause.sentence) or "aid"
    return VerbRoles(sender, clause.who, "from", indicator=kind)


def _sender(clause: VerbClause, money: Figure) -> str | None:
    for mention in clause.sentence.mentions:
        led = mention.start >= money.end and _FROM_THERE.fullmatch(clause.sentence.text, money.end, mention.start)
        if led and trades(mention.code):
            return mention.code
    return None


_FROM_ABROAD = re.compile(
    r"[^.;,]{0,40}?\bfrom\s+(?:[\w-]+\s+){0,2}?(?:workers|citizens|nationals|migrants|emigrants|expatriates|expats|diaspora|people|those|[A-Z]\w+s)\s+(?:(?:who\s+)?(?:work|live|working|living|based|employed)\s+)?(?:abroad|overseas|in\s+other\s+countries)\b"
)
"""As in "received $22 billion from its workers abroad"."""
_FROM_THERE = re.compile(r"[^.;]{0,40}?\bfrom\s+(?:[\w-]+\s+){1,5}?(?:in|of)\s+(?:the\s+)?")


def sent_money(clause: VerbClause) -> VerbRoles | None:
    """As in "Migrants in Italy sent 1.5 billion euros to Romania", "sent Haiti $5 million": from where, to where; of people it is a remittance."""
    reduced = clause.token.dep == "acl" and clause.token.tag == "VBN" and clause.token.head.lemma in MONEY_NOUNS
    if reduced or (clause.passive and clause.subject is not None and clause.subject.lemma in MONEY_NOUNS):
        return _money_sent(clause)
    money = sum_behind(clause)
    begin = clause.token.idx + len(clause.token)
    if clause.passive or money is None or clause.subject is None:
        return None
    dative = receiver_behind(clause)
    if dative is None and DIRECT.fullmatch(clause.sentence.text, begin, money.start) is None:
        return None
    subject = clause.sentence.mention_at(clause.subject)
    people = clause.subject.lemma in _PEOPLE or (subject is not None and subject.use == "demonym")
    goal = dative or clause.near.first("to", "into")
    if people:
        origin, home = _where_and_whence(clause)
        origin = origin or clause.near.first("from") or _right_behind(clause, money) or _abroad(clause)
        home = home or (subject.code if subject is not None else clause.who)
        goal = goal or (home if home != origin else None)
        if (
            origin is not None
            and (goal is None or goal == origin)
            and origin == foreigners_in(clause.sentence, clause.subject.left_edge.idx, clause.token.idx, clause.memory)
        ):
            goal = home_of_all(origin, clause.memory)
        kind: Indicator = "other"
    else:
        if clause.who is None or goal is None or NO_GIFT.match(clause.sentence.text, money.end):
            return None
        origin, kind = clause.who, kind_round_sum(clause, "aid")
    if origin is None or goal is None or origin == goal:
        return None
    return VerbRoles(origin, goal, "to", indicator=kind)


def _where_and_whence(clause: VerbClause) -> tuple[str | None, str | None]:
    """Where those are who send, and where they are from, as their own words tell: "migrants from Nepal working in Malaysia"."""
    inside = [m for m in clause.sentence.mentions if clause.subject and clause.subject.idx < m.start < clause.token.idx]
    led = [(m.code, told["prep"]) for m in inside if (told := _PLACE.search(clause.sentence.text[: m.start]))]
    at = next((code for code, prep in led if prep == "in"), None)
    if at is None:
        return (led[0][0] if led else None), None
    return at, next((code for code, prep in led if prep == "from"), None)


def _right_behind(clause: VerbClause, money: Figure) -> str | None:
    """As in "transferred $16 billion from Russia to Kyrgyzstan", whatever the parse makes of it."""
    led = _FROM.match(clause.sentence.text, money.end)
    return next((m.code for m in clause.sentence.mentions if led is not None and m.start == led.end()), None)


_FROM = re.compile(r"\s+from\s+(?:the\s+)?")


def _abroad(clause: VerbClause) -> str | None:
    """Migrants of whom nobody says where they are send from everywhere: "Ghanaian workers abroad", "labour migrants"."""
    begin = clause.subject.left_edge.idx if clause.subject else clause.token.idx
    return "WLD" if _MIGRANTS.search(clause.sentence.text, begin, clause.token.idx) else None


_MIGRANTS = re.compile(
    r"\b(?:abroad|overseas|(?:labou?r\s+)?(?:e|im)?migrants?|migrant\s+workers?|expat(?:riate)?s?|diaspora)\b",
    re.IGNORECASE,
)


def _money_sent(clause: VerbClause) -> VerbRoles | None:
    """As in "of all the money sent to Moldova": from everywhere, where nobody is named."""
    goal, origin = clause.near.first("to", "into"), clause.near.first("from") or clause.agent
    if (
        goal is None
        and origin is not None
        and _HOME_BY.match(clause.sentence.text, clause.token.idx + len(clause.token))
    ):
        goal, origin = origin, clause.near.first("from")  # "Money sent home by Filipinos"
    told = kind_of_money(clause.sentence.text) or kind_before(clause.sentence)
    if told != "other" and last_given(clause)[0] is None:
        return None
    kind = told or (clause.memory.frame.indicator if clause.memory.frame else "other")
    if goal is None or goal == origin or (origin is None and kind != "other"):
        return None
    return VerbRoles(origin or "WLD", goal, "to", indicator=kind)


_HOME_BY = re.compile(r"\s+(?:home|back)\s+by\b")
_PEOPLE = words(
    "worker earner migrant expatriate emigrant labourer laborer national citizen compatriot people resident person individual community diaspora family"
)

_PLACE = re.compile(r"\b(?P<prep>in|from)\s+(?:the\s+)?$")


def taken_from_all(clause: VerbClause) -> VerbRoles | None:
    """As in "the country took in 24 percent less in money transfers", "took in $2.4 billion" after remittances: from everywhere, if nobody is named."""
    behind = clause.sentence.text[clause.token.idx + len(clause.token) :]
    into = any(c.dep == "prt" and c.lower == "in" for c in clause.token.children) or clause.token.lemma in _GETTING
    if clause.passive or clause.who is None or not into or not clause.sentence.figures:
        return None
    last = clause.memory.frame if last_given(clause)[0] is not None else None
    again = last is not None and last.indicator in {"other", "investment"} and _IN_SUM.match(behind) is not None
    told = _SENT_IN.search(behind)
    if told is None and not (again and clause.token.lemma not in _GETTING):
        return None
    kind: Indicator = "investment" if told and told["invested"] else "other" if told or last is None else last.indicator
    sender = clause.near.first("from") or "WLD"
    named = clause.subject is not None and clause.sentence.mention_at(clause.subject) is not None
    who = clause.who if named or last is None or last.partner == "WLD" else last.partner
    return VerbRoles(sender, who, "from", indicator=kind) if sender != who else None


_GETTING = words("get receive draw")

_IN_SUM = re.compile(r"\s+in\s+(?:[a-z]+\s+){0,3}[^\w\s]?[A-Z$]{0,3}[$\u20ac\u00a3]?\d")

_SENT_IN = re.compile(
    r"^[^.;]{0,60}?\d[^.;]{0,40}?\b(?:in|of)\s+(?:[\w-]+\s+){0,2}(?:(?P<invested>investments?|FDI)|remittances?|money transfers|transfers)\b"
)


def gets_from_investors(clause: VerbClause) -> bool:
    """As in "the 3 billion euros that Serbia got from foreign investors"."""
    if clause.passive or clause.who is None or not has_money(clause):
        return False
    return _FROM_INVESTORS.match(clause.sentence.text, clause.token.idx + len(clause.token)) is not None


def invested_by_all(clause: VerbClause) -> VerbRoles:
    """Who invests as far as it is named ("from Chinese investors"), else all; in whom."""
    begin = clause.token.idx + len(clause.token)
    found = _FROM_INVESTORS.match(clause.sentence.text, begin)
    inside = (m.code for m in clause.sentence.mentions if found is not None and begin <= m.start < found.end())
    return VerbRoles(next(inside, "WLD"), clause.who, "from")


_FROM_INVESTORS = re.compile(r"[^.;,:]{0,50}?\bfrom\s+(?:[\w-]+\s+){0,2}investors\b")


def money_moved(clause: VerbClause) -> VerbRoles | None:
    """As in "$37 million came to Georgia from Russia", "a loan of 150 million is to reach Moldova from Romania": from where, to where."""
    subject = clause.subject
    if (turned := _comes_first(clause)) is not None:
        return turned
    if subject is None or subject.i > clause.token.i or not _is_money(clause):
        return None
    kind = kind_of_money(clause.sentence.text)
    rows = followed_figures(clause.sentence)
    if kind is None and rows and rows[0][2] == "from":
        return None  # "$310 million came from Italy, $205 million from Korea": rows of what was told before
    last = clause.memory.frame if last_given(clause) != (None, None) else None
    kind = kind or (last.indicator if last is not None else None)
    if kind is None:
        return None
    behind = clause.token.idx + len(clause.token)
    origin = clause.near.first("from", "out") or _named_by(clause, "of", _OUT_OF.match(clause.sentence.text, behind))
    goal = clause.near.first("to", "into") or (clause.object_country if clause.token.lemma in _TRANSITIVE else None)
    if clause.token.lemma == "leave":
        origin, goal = clause.object_country or origin, clause.near.first("for", "to")
    if goal is None and _TO_WHICH.search(clause.sentence.text[: subject.idx]):
        goal = next((m.code for m in reversed(clause.sentence.mentions) if m.end <= subject.idx), None)
    if origin is None and goal is None:  # "Of this sum, 1.4 billion was transferred in the third quarter"
        told = last_given(clause) if clause.passive else (None, None)
        return VerbRoles(*told, "to", indicator=kind) if None not in told else None
    return _with_open_side(clause, kind, origin, goal)


_TRANSITIVE = words("reach enter leave")

_OUT_OF = re.compile(r"\s+out\s+of\s+(?:the\s+)?")

_TO_WHICH = re.compile(r",\s+(?:to|into)\s+which\s+[^,;]{0,40}$")


def _comes_first(clause: VerbClause) -> VerbRoles | None:
    """As in "From Saudi Arabia came $2.67 billion", after money that was sent: from there, to the same."""
    told = last_given(clause)
    first = clause.sentence.mentions[0] if clause.sentence.mentions else None
    last = clause.memory.frame
    if first is None or last is None or sum_behind(clause) is None:
        return None
    lead = clause.sentence.text[: first.start]
    if clause.token.lemma == "go" and told[0] not in {None, "WLD", first.code} and _TO_FIRST.fullmatch(lead):
        return VerbRoles(told[0], first.code, "to", indicator=last.indicator)
    if (
        clause.token.lemma != "come"
        or first is None
        or told[1] in {None, "WLD", first.code}
        or sum_behind(clause) is None
    ):
        return None
    opens = _FROM_FIRST.fullmatch(clause.sentence.text[: first.start])
    return (
        VerbRoles(first.code, told[1], "to", indicator=clause.memory.frame.indicator)
        if opens and clause.memory.frame
        else None
    )


_TO_FIRST = re.compile(r"\W*(?:and |but |while )?to\s+(?:the\s+)?", re.IGNORECASE)
_FROM_FIRST = re.compile(r"\W*(?:and |but |while )?from\s+(?:the\s+)?", re.IGNORECASE)


def _named_by(clause: VerbClause, _prep: str, led: re.Match[str] | None) -> str | None:
    return next((m.code for m in clause.sentence.mentions if led is not None and m.start == led.end()), None)


def _with_open_side(clause: VerbClause, kind: Indicator, origin: str | None, goal: str | None) -> VerbRoles | None:
    """The side that the clause leaves open: the giver told before, or the one named beside the money; of remittances all the world."""
    told = last_given(clause)
    if origin is None:
        beside = next(
            (
                m.code
                for m in clause.sentence.mentions
                if m.end <= clause.token.idx and m.code != goal and trades(m.code)
            ),
            None,
        )
        origin = beside or (told[0] if told[0] != goal else None) or ("WLD" if kind == "other" else None)
    elif goal is None:
        goal = (told[1] if told[1] != origin else None) or ("WLD" if kind == "other" else None)
    if origin is None or goal is None or origin == goal:
        return None
    return VerbRoles(origin, goal, "to", indicator=kind)


def _is_money(clause: VerbClause) -> bool:
    """The subject is a sum or a word for one."""
    subject, text = clause.subject, clause.sentence
    node = subject.head.head if subject.lower in {"which", "that"} and subject.head.dep == "relcl" else subject
    if any(f.kind == "money" and f.start <= node.idx < f.end for f in text.figures):
        return True
    sums = any(f.kind == "money" and f.start < clause.token.idx for f in text.figures)
    return (
        sums
        and node.lemma in MONEY_NOUNS
        and not any(f.kind != "money" and f.start <= node.idx < f.end for f in text.figures)
    )
