"""Verbs of money between countries: who gave, promised, lent, forgave, borrowed, paid back or received it.

The subject gives or receives, as the verb tells; the other side stands right behind the verb ("lent Chad 5 million"), behind a
preposition after the sum ("into farms in Chad"), or was spoken of just before.  What kind of money it is, the words
round the sum tell (`tieline.read.words.money`).
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.phrase import DESCRIPTION
from tieline.read.frames.senses import FIRMS
from tieline.read.frames.subjects import sentence_subject
from tieline.read.frames.verb_clause import VerbClause, VerbRoles, has_money
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.words.money import MONEY_NOUNS, OF_DEBT, kind_of_money
from tieline.read.words.trade import words

_GIVEN: Final = frozenset({"aid", "debt", "investment", "other"})
_REMEMBERED: Final = 3
_REACH: Final = 130
"""Characters behind a sum in which the words may lead to who receives it."""


def giver_of(clause: VerbClause) -> str | None:
    """The country of the subject, of an infinitive that of the verb which governs it ("signed an agreement to lend Chad")."""
    if clause.who is not None or clause.passive:
        return clause.who
    hangs_on = clause.token.dep in {"acl", "xcomp", "advcl", "ccomp", "conj", "relcl"} and clause.token.tag in {
        "VB",
        "VBG",
        "VBD",
        "VBN",
    }
    return sentence_subject(clause.sentence, clause.token, clause.memory) if hangs_on else None


def receiver_behind(clause: VerbClause) -> str | None:
    """As in "lend PNG AU$600 million": the country right behind the verb, before the sum."""
    behind = clause.token.idx + len(clause.token)
    named = next((m for m in clause.sentence.mentions if m.start >= behind), None)
    if (
        named is None
        or not trades(named.code)
        or _ONLY_ARTICLE.fullmatch(clause.sentence.text, behind, named.start) is None
    ):
        return None
    after = next((f for f in clause.sentence.figures if f.start >= named.end), None)
    led = after is not None and _TO_SUM.fullmatch(clause.sentence.text, named.end, after.start)
    return named.code if led else None


_ONLY_ARTICLE = re.compile(r"\s+(?:back\s+)?(?:(?:the|neighbou?ring|war-torn|its\s+(?:ally|neighbou?r))\s+)*")
_TO_SUM = re.compile(r"(?:'s?)?\s+(?:[\w-]+\s+){0,3}?\(?")


def receiver_led_to(clause: VerbClause, *, giver: str | None) -> str | None:
    """As in "put 4.5 million into the second phase of the Fund for a Resilient Ukraine": the first country that words of giving lead to."""
    money = _sum_behind(clause)
    if money is None:
        return None
    text = clause.sentence.text
    for mention in clause.sentence.mentions:
        if mention.start < money.end or mention.code == giver or not trades(mention.code):
            continue
        gap = text[money.end : mention.start]
        if len(gap) > _REACH or _LEAVES.search(gap) or _ASIDE.search(gap):
            return None
        if _LEADS.search(gap) is not None:
            return mention.code
    return None


_LEADS = re.compile(r"\b(?:to|into|for|in|towards?|on)\s+(?!by\b)(?:[^\s,;]+\s+){0,9}?$")
_LEAVES = re.compile(
    r";|\.\s|\b(?:while|whereas|but|which|who|said|says|after|since|as well as|compared|than|against|ahead of|together with|behind)\b|,\s+(?:and|with|up|down)\b"
)
_ASIDE = re.compile(r"\b(?:from|by|via|through|with|of\s+its)\s+(?:the\s+)?$")


def receiver_told(clause: VerbClause) -> str | None:
    """As in "Norway pledged 5 million", in a story of the aid for Chad: whom the story's money is for."""
    head = clause.token.head if clause.token.dep == "relcl" else None
    given = head is not None and any(f.kind == "money" and f.start <= head.idx < f.end for f in clause.sentence.figures)
    if clause.token.lemma not in _PLEDGING or clause.who is None or not (given or _sum_behind(clause)):
        return None
    code = money_is_for(clause.sentence)
    return code if code != clause.who else None


_PLEDGING = words("pledge promise commit give donate provide contribute announce allocate earmark offer")


def money_is_for(sentence: Sentence) -> str | None:
    """Whom the aid of the last sentences is for: "the aid promised to Ukraine", "Ukraine's donors"."""
    line: Sentence | None = sentence
    for _ in range(_STORY):
        if line is None:
            return None
        for mention in line.mentions:
            if trades(mention.code) and (
                _AID_TO.search(line.text[: mention.start]) or _ITS_DONORS.match(line.text, mention.end)
            ):
                return mention.code
        line = line.before
    return None


_STORY = 8
_AID_TO = re.compile(
    r"\b(?:aid|support|assistance|help|relief|donations?|weapons|grants?|commitments?|pledges?)\b[^.;:]{0,40}?\b(?:to|for)\s+(?:the\s+)?(?:war-torn\s+|people\s+of\s+|victims\s+in\s+)?$",
    re.IGNORECASE,
)
_ITS_DONORS = re.compile(r"(?:'s?)?\s+(?:[Dd]onors?|[Ss]upport\s+[A-Z]|[Aa]id\s+[A-Z]|[Aa]ppeal)\b")


def _sum_behind(clause: VerbClause) -> Figure | None:
    """The sum that the verb leads to."""
    return next((f for f in clause.sentence.figures if f.kind == "money" and f.start > clause.token.idx), None)


def _last_given(clause: VerbClause) -> tuple[str | None, str | None]:
    """Who gave to whom just before."""
    last = clause.memory.frame
    near = clause.sentence.index - clause.memory.frame_sentence <= _REMEMBERED
    return (last.reporter, last.partner) if last is not None and near and last.indicator in _GIVEN else (None, None)


def _kind(clause: VerbClause, default: Indicator) -> Indicator:
    """The kind of money that the words round the sum tell, else what was spoken of just before."""
    money = _sum_behind(clause)
    end = money.end + _NEAR if money is not None else None
    begin = clause.token.idx + len(clause.token)
    told = kind_of_money(clause.sentence.text[begin:end]) or kind_of_money(clause.sentence.text[begin:])
    last = clause.memory.frame if _last_given(clause)[0] else None
    return told or (last.indicator if last is not None else default)


_NEAR = 70


def promised(clause: VerbClause) -> VerbRoles | None:
    """As in "has promised Eswatini 1.5 million dollars", "transferred $10 million to Gaza"; both sides must be told."""
    money = _sum_behind(clause)
    if clause.passive or money is None:
        return None
    dative = receiver_behind(clause)
    if dative is None and _NO_GIFT.match(clause.sentence.text, money.end):
        return None
    if (
        dative is None
        and _DIRECT.fullmatch(clause.sentence.text, clause.token.idx + len(clause.token), money.start) is None
    ):
        return None
    giver = giver_of(clause)
    receiver = dative or receiver_led_to(clause, giver=giver) or _described(clause, giver) or receiver_told(clause)
    if giver is None or receiver is None or giver == receiver or not trades(giver):
        return None
    kind = _kind(clause, "aid")
    return VerbRoles(giver, receiver, "to", indicator=kind)


_DIRECT = re.compile(
    r"\s+(?:(?:to|up|over|out|back|about|some|nearly|almost|more|than|around|just|only|another|an|a|additional|extra|further|total|of|first|initial|the|next|last|new|relief|emergency|goods|supplies|items|equipment|aid|worth|invest|provide|give|contribute|lend|donate)\s+)*"
)
_NO_GIFT = re.compile(
    r"(?:\s+(?:worth\s+)?of)?[\s-]+(?:[\w-]+\s+){0,2}?(?:deals?|contracts?|sales?|exports?|imports?|goods|order|takeover|tariffs?|bid|purchases?|weapons|arms|bonds?)\b"
)


def _described(clause: VerbClause, giver: str | None) -> str | None:
    """As in "promised the country another 5 million": who received just before."""
    money = _sum_behind(clause)
    end = money.end + _NEAR if money is not None else len(clause.sentence.text)
    told = DESCRIPTION.search(clause.sentence.text, clause.token.idx, end) or _PRONOUN.search(
        clause.sentence.text, clause.token.idx, end
    )
    pair = _last_given(clause)
    others = [code for code in reversed(pair) if code not in {None, "WLD", giver}]
    return others[0] if told and others else None


_PRONOUN = re.compile(r"\b(?:it|them|there)\b")


def put_into(clause: VerbClause) -> VerbRoles | None:
    """As in "Slovakia has put 140 million into 12 projects in Vietnam": invested, or given where the words say so."""
    money = _sum_behind(clause)
    if clause.passive or money is None or _INTO.match(clause.sentence.text, money.end) is None:
        return None
    giver = giver_of(clause)
    receiver = receiver_led_to(clause, giver=giver)
    firm = clause.subject is not None and clause.subject.lemma in FIRMS
    if giver is None and firm:
        giver = "WLD"  # "Companies put a total of 139 trillion soums into Uzbekistan"
    if giver is None or receiver is None or not (giver == "WLD" or trades(giver)):
        return None
    told = (
        None
        if firm
        else "aid"
        if _CAUSE.match(clause.sentence.text, money.end)
        else kind_of_money(clause.sentence.text)
    )
    return VerbRoles(giver, receiver, "in", indicator=told if told in {"aid", "debt"} else "investment")


_CAUSE = re.compile(
    r"[^.;]{0,40}?\binto\s+(?:[\w()-]+\s+){0,6}?(?:funds?|program(?:me)?s?|purchases?|relief|budget|training|schools?|hospitals?|reconstruction|repairs?|recovery)\b",
    re.IGNORECASE,
)
"""What is paid for and earns nothing."""
_INTO = re.compile(r"[^.;]{0,60}?\binto\b")


def forgiven(clause: VerbClause) -> VerbRoles | None:
    """As in "Moscow forgave Vietnam $9.5 billion", "rescheduled 160 million dollars of debt owed by Zaire": a debt, of who lent."""
    text = clause.sentence.text
    if (
        not has_money(clause)
        or OF_DEBT.search(text) is None
        or (clause.token.lemma in _TWO_WORDS and not _particle(clause))
    ):
        return None
    lender = (clause.near.first("by") or clause.agent) if clause.passive else giver_of(clause)
    debtor = receiver_behind(clause) or clause.near.first("to", "for") or _debtor_named(clause, lender)
    if lender is None or debtor is None or lender == debtor:
        lender, debtor = _known_two(clause, lender, debtor)
    if lender is None or debtor is None or not (trades(lender) and trades(debtor)):
        return None
    return VerbRoles(lender, debtor, "to", indicator="debt")


_TWO_WORDS = words("write roll convert swap")


def _particle(clause: VerbClause) -> bool:
    behind = clause.sentence.text[clause.token.idx + len(clause.token) :]
    if clause.token.lemma == "write":
        return re.match(r"[^.;]{0,40}?\b(?:off|down)\b", behind) is not None
    if clause.token.lemma == "roll":
        return re.match(r"[^.;]{0,12}?\bover\b", behind) is not None
    return re.search(r"\bdebts?\b", behind) is not None


def _debtor_named(clause: VerbClause, lender: str | None) -> str | None:
    """As in "wrote off $32 billion of Cuba's debt", "debt owed by Zaire"."""
    behind = [m for m in clause.sentence.mentions if m.start > clause.token.idx and m.code not in {lender, "SUN"}]
    if clause.passive:
        behind = [m for m in clause.sentence.mentions if m.code not in {lender, "SUN"}]
    return next((m.code for m in behind if _owes(clause, m)), None)


def _owes(clause: VerbClause, mention: Mention) -> bool:
    text = clause.sentence.text
    return bool(_ITS_DEBT.match(text, mention.end) or _OWED_BY.search(text[: mention.start]))


_ITS_DEBT = re.compile(r"(?:'s?)?\s+(?:[\w-]+\s+){0,3}?(?:debts?|loans?|arrears)\b")
_OWED_BY = re.compile(r"\b(?:owed by|debts? (?:of|from)|(?:lent|loaned|loans?) to|owing from)\s+(?:the\s+)?$")


def _known_two(clause: VerbClause, lender: str | None, debtor: str | None) -> tuple[str | None, str | None]:
    """The side that is open, of who lent to whom just before."""
    known = lender or debtor
    told = _last_given(clause)
    before = clause.sentence.before
    if known not in told and before is not None and _TO_PAY.search(before.text):
        named = list(dict.fromkeys(m.code for m in before.mentions if trades(m.code)))
        if (
            len(named) == _TWO and known in named
        ):  # "Tonga must start to repay China. The kingdom borrowed $115 million"
            other = named[1 - named.index(str(known))]
            return (other, debtor) if debtor else (lender, other)
    if known is None or known not in told or told[0] == told[1]:
        return None, None
    return told


_TWO = 2
_TO_PAY = re.compile(r"\b(?:repay\w*|pay back|paying back|owe[sd]?|debts?|loans?|lent|lend|lending|borrow\w*)\b")


def paid_back(clause: VerbClause) -> VerbRoles | None:
    """As in "paid back $120 million of its debt to Bulgaria": who lent, who pays."""
    behind = clause.sentence.text[clause.token.idx + len(clause.token) :]
    return borrowed(clause) if _BACK_OR_OFF.match(behind) and OF_DEBT.search(clause.sentence.text) else None


_BACK_OR_OFF = re.compile(r"\s+(?:back|off|down)\b")


def borrowed(clause: VerbClause) -> VerbRoles | None:
    """As in "the $500 million it borrowed from China's Exim Bank", "repaid Russia 450 million": who lent, who owes."""
    if not has_money(clause) or clause.passive:
        return None
    debtor = giver_of(clause)
    back = clause.token.lemma in _BACK
    lender = (receiver_behind(clause) if back else None) or clause.near.first(*(("to",) if back else ("from",)))
    lender = lender or _lender_named(clause, debtor)
    if lender is None or debtor is None:
        lender, debtor = _known_two(clause, lender, debtor)
    if lender is None or debtor is None or lender == debtor or not (trades(lender) and trades(debtor)):
        return None
    return VerbRoles(lender, debtor, "from", indicator="debt")


_BACK = words("repay return service pay")


def _lender_named(clause: VerbClause, debtor: str | None) -> str | None:
    """As in "repaid $450 million of the Russian loan": whose the loan is."""
    text = clause.sentence.text
    return next(
        (
            m.code
            for m in clause.sentence.mentions
            if m.start > clause.token.idx and m.code != debtor and _ITS_DEBT.match(text, m.end)
        ),
        None,
    )


def sent_money(clause: VerbClause) -> VerbRoles | None:
    """As in "Migrants in Italy sent 1.5 billion euros to Romania", "sent Haiti $5 million": from where, to where; of people it is a remittance."""
    if clause.passive and clause.subject is not None and clause.subject.lemma in MONEY_NOUNS:
        return _money_sent(clause)
    money = _sum_behind(clause)
    begin = clause.token.idx + len(clause.token)
    if clause.passive or money is None or clause.subject is None:
        return None
    dative = receiver_behind(clause)
    if dative is None and _DIRECT.fullmatch(clause.sentence.text, begin, money.start) is None:
        return None
    subject = clause.sentence.mention_at(clause.subject)
    people = clause.subject.lemma in _PEOPLE or (subject is not None and subject.use == "demonym")
    goal = dative or clause.near.first("to", "into")
    if people:
        inside = [m for m in clause.sentence.mentions if clause.subject.idx < m.start < clause.token.idx]
        origin = next((m.code for m in inside if _PLACE.search(clause.sentence.text[: m.start])), None)
        origin = origin or clause.near.first("from")
        home = subject.code if subject is not None else clause.who
        goal = goal or (home if home != origin else None)
        kind: Indicator = "other"
    else:
        if clause.who is None or goal is None or _NO_GIFT.match(clause.sentence.text, money.end):
            return None
        origin, kind = clause.who, _kind(clause, "aid")
    if origin is None or goal is None or origin == goal:
        return None
    return VerbRoles(origin, goal, "to", indicator=kind)


def _money_sent(clause: VerbClause) -> VerbRoles | None:
    """As in "of all the money sent to Moldova": from everywhere, where nobody is named."""
    goal, origin = clause.near.first("to", "into"), clause.near.first("from") or clause.agent
    if kind_of_money(clause.sentence.text) != "other" and _last_given(clause)[0] is None:
        return None
    kind = kind_of_money(clause.sentence.text) or (clause.memory.frame.indicator if clause.memory.frame else "other")
    if goal is None or goal == origin or (origin is None and kind != "other"):
        return None
    return VerbRoles(origin or "WLD", goal, "to", indicator=kind)


_PEOPLE = words(
    "worker earner migrant expatriate emigrant labourer laborer national citizen compatriot people resident person individual community diaspora family"
)
_PLACE = re.compile(r"\b(?:in|from)\s+(?:the\s+)?$")


def taken_from_all(clause: VerbClause) -> VerbRoles | None:
    """As in "the country took in 24 percent less in money transfers", "took in $2.4 billion" after remittances: from everywhere, if nobody is named."""
    behind = clause.sentence.text[clause.token.idx + len(clause.token) :]
    into = any(c.dep == "prt" and c.lower == "in" for c in clause.token.children) or clause.token.lemma in _GETTING
    if clause.passive or clause.who is None or not into or not clause.sentence.figures:
        return None
    last = clause.memory.frame if _last_given(clause)[0] is not None else None
    again = last is not None and last.indicator in {"other", "investment"} and _IN_SUM.match(behind) is not None
    told = _SENT_IN.search(behind)
    if told is None and not (again and clause.token.lemma not in _GETTING):
        return None
    kind: Indicator = "investment" if told and told["invested"] else "other" if told or last is None else last.indicator
    sender = clause.near.first("from") or "WLD"
    return VerbRoles(sender, clause.who, "from", indicator=kind) if sender != clause.who else None


_GETTING = words("get receive draw")
_IN_SUM = re.compile(r"\s+in\s+(?:[a-z]+\s+){0,3}[^\w\s]?[A-Z$]{0,3}[$\u20ac\u00a3]?\d")
_SENT_IN = re.compile(
    r"^[^.;]{0,60}?\d[^.;]{0,40}?\b(?:in|of)\s+(?:[\w-]+\s+){0,2}(?:(?P<invested>investments?|FDI)|remittances?|money transfers|transfers)\b"
)


def brought_by_investors(clause: VerbClause) -> VerbRoles | None:
    """As in "Foreign investors brought $2.9 billion into Uganda": invested."""
    firm = clause.subject is not None and clause.subject.lemma in FIRMS
    return put_into(clause) if firm else None


def received(clause: VerbClause) -> VerbRoles | None:
    """As in "Uzbekistan received 8.9 billion from its workers in Russia", "receives 115 million a year from Russia as rent"."""
    money = _sum_behind(clause)
    if clause.passive or money is None or clause.who is None:
        return None
    sender = clause.near.first("from") or _sender(clause, money)
    if sender is None or sender == clause.who:
        return None
    kind = kind_of_money(clause.sentence.text[clause.token.idx :]) or kind_of_money(clause.sentence.text) or "aid"
    return VerbRoles(sender, clause.who, "from", indicator=kind)


def _sender(clause: VerbClause, money: Figure) -> str | None:
    for mention in clause.sentence.mentions:
        led = mention.start >= money.end and _FROM_THERE.fullmatch(clause.sentence.text, money.end, mention.start)
        if led and trades(mention.code):
            return mention.code
    return None


_FROM_THERE = re.compile(r"[^.;]{0,40}?\bfrom\s+(?:[\w-]+\s+){1,4}?in\s+(?:the\s+)?")


def money_moved(clause: VerbClause) -> VerbRoles | None:
    """As in "$37 million came to Georgia from Russia", "a loan of 150 million is to reach Moldova from Romania": from where, to where."""
    subject = clause.subject
    if (turned := _comes_first(clause)) is not None:
        return turned
    if subject is None or subject.i > clause.token.i or not _is_money(clause):
        return None
    kind = kind_of_money(clause.sentence.text)
    last = clause.memory.frame if _last_given(clause) != (None, None) else None
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
        told = _last_given(clause) if clause.passive else (None, None)
        return VerbRoles(*told, "to", indicator=kind) if None not in told else None
    return _with_open_side(clause, kind, origin, goal)


_TRANSITIVE = words("reach enter leave")
_OUT_OF = re.compile(r"\s+out\s+of\s+(?:the\s+)?")
_TO_WHICH = re.compile(r",\s+(?:to|into)\s+which\s+[^,;]{0,40}$")


def _comes_first(clause: VerbClause) -> VerbRoles | None:
    """As in "From Saudi Arabia came $2.67 billion", after money that was sent: from there, to the same."""
    told = _last_given(clause)
    first = clause.sentence.mentions[0] if clause.sentence.mentions else None
    if (
        clause.token.lemma != "come"
        or first is None
        or told[1] in {None, "WLD", first.code}
        or _sum_behind(clause) is None
    ):
        return None
    opens = _FROM_FIRST.fullmatch(clause.sentence.text[: first.start])
    return (
        VerbRoles(first.code, told[1], "to", indicator=clause.memory.frame.indicator)
        if opens and clause.memory.frame
        else None
    )


_FROM_FIRST = re.compile(r"\W*(?:and |but |while )?from\s+(?:the\s+)?", re.IGNORECASE)


def _named_by(clause: VerbClause, _prep: str, led: re.Match[str] | None) -> str | None:
    return next((m.code for m in clause.sentence.mentions if led is not None and m.start == led.end()), None)


def _with_open_side(clause: VerbClause, kind: Indicator, origin: str | None, goal: str | None) -> VerbRoles | None:
    """The side that the clause leaves open: the giver told before, or the one named beside the money; of remittances all the world."""
    told = _last_given(clause)
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


def supported_with(clause: VerbClause) -> VerbRoles | None:
    """As in "Finland will support Ukraine with 29 million euros", "It has supported the country with $30 billion": aid."""
    money = _sum_behind(clause)
    if clause.passive or money is None or _WITH_SUM.search(clause.sentence.text, clause.token.idx, money.start) is None:
        return None
    giver = giver_of(clause)
    receiver = clause.object_country or _described(clause, giver) or _place_of_work(clause, giver)
    if giver is None or receiver is None or giver == receiver or not trades(giver):
        return None
    kind = kind_of_money(clause.sentence.text[money.start : money.end + _NEAR])
    return VerbRoles(giver, receiver, "to", indicator="debt" if kind == "debt" else "aid")


def _place_of_work(clause: VerbClause, giver: str | None) -> str | None:
    """As in "will finance a power station in Chad with 50 million dinars", of a place that is not known that of whom the money was for."""
    if clause.object is None or clause.token.lemma not in _FINANCING:
        return None
    begin, end = clause.token.idx, getattr(_sum_behind(clause), "start", 0)
    here = (m.code for m in clause.sentence.mentions if begin < m.start < end and m.code != giver and trades(m.code))
    last = _last_given(clause)[1]
    return next(here, last if last != giver else None)


_FINANCING = words("finance fund")
_WITH_SUM = re.compile(
    r"\bwith\s+(?:(?:an?|another|about|some|over|more|than|nearly|almost|additional|further|total|of|up|to|the|around|grant|loan)\s+)*$"
)
