"""Goods that are the subject: what reached, left, entered or cost a country, what was sent, smuggled or pumped to it."""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.model.money import CARGO as CARGO_UNITS
from tieline.read.frames.carriers import loaded_at
from tieline.read.frames.senses import GOODS_WORTH, SHARE_OF_ITS
from tieline.read.frames.subjects import country_of_phrase
from tieline.read.frames.verb_clause import (
    CARGO,
    VerbClause,
    VerbRoles,
    moved_goods,
)
from tieline.read.story.goods import goods_in
from tieline.read.words.trade import NOUN_ANCHORS


def sends_goods(clause: VerbClause) -> bool:
    """As in "sent it 22 million cubic metres a day": a cargo, and neither money nor people."""
    home = any(t.lower in {"home", "back"} for t in clause.token.children)
    noun = clause.subject
    if clause.passive and noun is not None and GOODS_WORTH.match(clause.sentence.text, noun.idx) is not None:
        return True  # "goods worth 3 million were sent to Chile"
    behind = [f for f in clause.sentence.figures if f.start > clause.token.idx]
    counted = any(f.kind == "quantity" and f.unit in CARGO_UNITS - {"weapons"} for f in behind)
    worth = any(f.kind == "money" for f in behind) and any(
        clause.token.idx < g.start < behind[0].start for g in goods_in(clause.sentence)
    )
    part = any(f.kind == "percent" and SHARE_OF_ITS.match(clause.sentence.text, f.end) for f in behind)
    return (counted or worth or part or moved_goods(clause)) and not home


def weapons_given(clause: VerbClause) -> VerbRoles | None:
    """As in "promised Ukraine 19 howitzers", "is sending eight tanks": aid; who sells or delivers them has a buyer."""
    text, begin = clause.sentence.text, clause.token.idx + len(clause.token)
    arms = next((f for f in clause.sentence.figures if f.start >= begin), None)
    if clause.passive or clause.who is None or arms is None or arms.unit != "weapons":
        return None
    named = next((m for m in clause.sentence.mentions if begin <= m.start < arms.start), None)
    between = text[begin : arms.start] if named is None else text[begin : named.start] + text[named.end : arms.start]
    if _RIGHT_TO_ARMS.fullmatch(between) is None:
        return None
    led = _TO.match(text, arms.end)
    if led is not None:
        named = next((m for m in clause.sentence.mentions if m.start == led.end()), None)
        if named is None:
            return None  # "sent 300 tanks to the border"
    last = clause.memory.frame
    again = last.partner if last is not None and last.indicator == "aid" else None
    receiver = named.code if named is not None else again or _given_before(clause)
    return VerbRoles(clause.who, receiver, "to", clause.object) if receiver else None


def _given_before(clause: VerbClause) -> str | None:
    """As in "Denmark has promised Ukraine 19 howitzers, and Norway is sending eight tanks": whom the giver before it helps."""
    for mention in reversed([m for m in clause.sentence.mentions if m.end <= clause.token.idx]):
        if mention.code != clause.who and _GIVES.search(clause.sentence.text[: mention.start]):
            return mention.code
    return None


_TO = re.compile(r"\s+(?:to|towards?|into|for|in|across|near|along)\s+(?:the\s+)?")
_GIVES = re.compile(
    r"\b(?:promis(?:ed|es|ing)|giv(?:en|es|ing)|gave|offer(?:ed|s)|sen(?:t|ding|ds)|pledged|to|for)\s+(?:the\s+)?$"
)
_RIGHT_TO_ARMS = re.compile(
    r"\s*(?:(?:the|with|about|some|at\s+least|up\s+to|nearly|almost|over|more\s+than|another|a\s+further|to\s+(?:send|give|deliver|supply|donate))\s*)*"
)
"""Between the verb and the weapons, without the receiver."""


def reached(clause: VerbClause) -> VerbRoles | None:
    """As in "shipments that reached Japan"."""
    if clause.object_country is None or clause.subject is None:
        return None
    noun = clause.subject
    if noun.lower in {"that", "which"} and noun.head.dep == "relcl":
        noun = noun.head.head
    if noun.lemma not in CARGO:
        return None
    return VerbRoles(clause.who or country_of_phrase(clause.sentence, noun, clause.memory), clause.object_country)


def cost_of(clause: VerbClause) -> VerbRoles | None:
    """As in "goods from Chile cost Peru $1.1 billion": who paid, and where they are from."""
    noun = clause.subject
    behind = clause.token.idx + len(clause.token)
    payer = next((m.code for m in clause.sentence.mentions if 0 < m.start - behind <= _TOUCHING), None)
    if noun is None or clause.passive or payer is None or noun.lemma in NOUN_ANCHORS.keys() - {"good"}:
        return None
    if noun.lemma not in CARGO and not any(g.start <= noun.idx < g.end for g in goods_in(clause.sentence)):
        return None
    span = range(noun.left_edge.idx, clause.token.idx)
    named = [
        m
        for m in clause.sentence.mentions
        if m.start in span and (m.start < noun.idx or _FROM.search(clause.sentence.text[: m.start]))
    ]
    return VerbRoles(payer, named[0].code, "from", noun) if named else None


_TOUCHING = 5
_FROM = re.compile(r"\bfrom (?:the )?$")


def brought_into(clause: VerbClause) -> VerbRoles | None:
    """As in "goods worth 62.9 billion were brought into the country": who let them in, from where."""
    if not clause.passive or clause.subject is None or clause.subject.lemma not in CARGO:
        return None
    base = clause.memory.base
    home = clause.memory.teller or (base.reporter if base is not None else None)
    into = clause.near.first("into", "to") or (home if clause.near.described in {"into", "to"} else None)
    return VerbRoles(into, clause.near.first("from") or "WLD", "from", clause.subject) if into is not None else None


def smuggled(clause: VerbClause) -> VerbRoles:
    """Out of which country, into which."""
    goods = clause.subject if clause.passive else clause.object
    return VerbRoles(clause.near.first("from", "out"), clause.near.first("to", "into", "in"), "to", goods)


def crossed(clause: VerbClause) -> VerbRoles | None:
    """As in "167,000 tonnes of Vietnamese coal left the country", "goods worth 3 billion entered Kenya"."""
    noun = clause.subject
    if (
        noun is None
        or clause.passive
        or not any(f.kind in {"money", "quantity"} and f.unit != "people" for f in clause.sentence.figures)
    ):
        return None
    counted = any(f.kind == "quantity" and f.start <= noun.idx < f.end for f in clause.sentence.figures)
    if (not counted and noun.lemma not in CARGO) or _of_carriers(clause):
        return None
    place = clause.object_country
    if place is None and clause.object is not None and clause.token.lemma == "leave":  # "have left Ukrainian ports"
        span = range(clause.object.left_edge.idx, clause.object.idx)
        place = next((m.code for m in clause.sentence.mentions if m.start in span), None)
    if place is None and (
        clause.object is None or clause.object.lemma not in {"country", "port", "kingdom", "island", "border"}
    ):
        return None
    made = next((m.code for m in clause.sentence.mentions if noun.left_edge.idx <= m.start < clause.token.idx), None)
    here = place or (made if clause.token.lemma == "leave" else None) or clause.who or clause.memory.subject
    everywhere = "WLD" if noun.lemma == "good" and made is None else None  # "goods worth 1.1 billion left the country"
    if clause.token.lemma == "leave":
        return VerbRoles(here, clause.near.first("for", "to") or everywhere, "to", noun)
    return VerbRoles(here, clause.near.first("from") or everywhere, "from", noun)


def _of_carriers(clause: VerbClause) -> bool:
    """As in "150 trucks loaded with flour entered Kenya": `load_frames` tells what they carry, if anything."""
    counts = (f for f in clause.sentence.figures if f.kind == "quantity" and f.end <= clause.token.idx)
    return any(loaded_at(clause.sentence, f.start) for f in counts)


def came_into(clause: VerbClause) -> VerbRoles | None:
    """As in "374 metric tons of onion came into Bangladesh"."""
    behind = clause.sentence.text[clause.token.idx + len(clause.token) :]
    counted = any(
        f.kind == "quantity" and f.unit in CARGO_UNITS and f.end <= clause.token.idx for f in clause.sentence.figures
    )
    noun = clause.subject
    worth = noun is not None and noun.lemma in CARGO and GOODS_WORTH.match(clause.sentence.text, noun.idx) is not None
    if clause.passive or not (worth or counted) or _of_carriers(clause):
        return None
    if worth and clause.memory.base is not None and _CAME_IN.match(behind):  # "goods worth 1.2 billion came in"
        return VerbRoles(
            clause.memory.teller or clause.memory.base.reporter, clause.near.first("from") or "WLD", "from"
        )
    if re.match(r"\s+(?:into|in|at|through|to)\b" if worth else r"\s+(?:into|in|at|through)\b", behind) is None:
        return None
    return VerbRoles(
        clause.near.first("into", "in", "at", "to") or clause.memory.subject,
        clause.near.first("from"),
        "from",
        clause.subject,
    )


_CAME_IN = re.compile(r"\s+in\b(?!\s+(?:the\s+)?[A-Z])")


def gone_to(clause: VerbClause) -> VerbRoles | None:
    """As in "Ghana's cocoa beans went mainly to the Netherlands (29%) and Malaysia (17%)"."""
    noun, to = clause.subject, clause.near.first("to")
    known = noun is not None and any(g.start <= noun.idx < g.end for g in goods_in(clause.sentence))
    counted = noun is not None and any(
        f.kind == "quantity" and f.unit in CARGO_UNITS and f.start <= noun.idx < f.end for f in clause.sentence.figures
    )  # "28 million bottles of Chilean wine went to Norway"
    if to is None or noun is None or clause.passive or not (known or counted or noun.lemma in CARGO):
        return None
    if _of_carriers(clause):
        return None
    seller = country_of_phrase(clause.sentence, noun, clause.memory)
    if seller is None and counted:
        seller = next((m.code for m in clause.sentence.mentions if noun.idx < m.start < clause.token.idx), None)
    return VerbRoles(seller if seller != to else None, to, "to", noun)


def pumped(clause: VerbClause) -> VerbRoles | None:
    """Money pumped into a country is invested, gas pumped to it is sold; oil that is only pumped is neither."""
    if clause.near.first("to", "into", "in") is None:
        return None
    return VerbRoles(clause.who, clause.near.first("to", "into", "in"), "to", clause.object)
