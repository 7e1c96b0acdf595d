"""Who sold, bought, shipped or let in what: the sides of verbs that move goods."""

from __future__ import annotations

import re

from tieline.model.money import CARGO as CARGO_UNITS
from tieline.read.frames.phrase import object_of
from tieline.read.frames.senses import SHARE_OF_ITS
from tieline.read.frames.subjects import country_of_phrase, shares_verb
from tieline.read.frames.verb_clause import (
    CARGO,
    NEAR_OBJECT,
    PRONOUNS,
    VerbClause,
    VerbRoles,
    described_behind,
    has_money,
    is_share,
    pronoun_behind,
)
from tieline.read.story.document import trades
from tieline.read.story.goods import goods_in
from tieline.read.story.memory import facing, other_of
from tieline.read.words.trade import words

_NEAR_SUM = 26


def exports_of(clause: VerbClause) -> VerbRoles:
    """As in "Chile sold copper to Japan", "rice was shipped by Thailand": the seller, the buyer."""
    near, reporter, matter = clause.near, clause.who, clause.matter
    if clause.passive:
        reporter = near.first("by") or clause.agent or near.first("from") or clause.who
    partner = near.first("to", "into", "in") or pronoun_behind(clause, "to") or described_behind(clause, "to", "into")
    if partner is None and reporter and any(c.dep == "dative" and c.lower in PRONOUNS for c in clause.token.children):
        partner = facing(clause.memory, clause.sentence, reporter)
    if partner is None and _abroad(clause):
        partner = "WLD"
    if partner is None and clause.object_country:
        partner = clause.object_country
        matter = next((c for c in clause.token.children if c.dep == "dobj" and c != clause.object), None)
    return VerbRoles(reporter, partner, "to", matter)


def _abroad(clause: VerbClause) -> bool:
    """As in "sold 32 million tons of coal abroad"; "the lithium that Korea bought abroad" may have come from one country."""
    if clause.token.dep in {"relcl", "acl", "pcomp"}:
        return False
    begin = clause.token.idx + len(clause.token)
    found = re.match(r"(?:[^.;]|\.(?=\d)){0,80}?\b(?:abroad|overseas)\b", clause.sentence.text[begin:])
    inside = range(begin, begin + found.end()) if found is not None else range(0)
    if any(t.idx in inside and t.dep == "relcl" for t in clause.sentence.tokens):
        return False  # "took half of all that the industry sold abroad": someone else sold it
    return found is not None and not any(m.start in inside for m in clause.sentence.mentions)


def sends_goods(clause: VerbClause) -> bool:
    """As in "sent it 22 million cubic metres a day": a cargo, and neither money nor people."""
    home = any(t.lower in {"home", "back"} for t in clause.token.children)
    behind = [f for f in clause.sentence.figures if f.start > clause.token.idx]
    counted = any(f.kind == "quantity" and f.unit in CARGO_UNITS for f in behind)
    worth = any(f.kind == "money" for f in behind) and any(
        clause.token.idx < g.start < behind[0].start for g in goods_in(clause.sentence)
    )
    part = any(f.kind == "percent" and SHARE_OF_ITS.match(clause.sentence.text, f.end) for f in behind)
    return (counted or worth or part) and not home


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


def imports_of(clause: VerbClause) -> VerbRoles:
    """As in "Japan bought copper from Chile": the buyer, the seller."""
    reporter, partner = (
        clause.who,
        clause.near.first("from") or pronoun_behind(clause, "from") or described_behind(clause, "from"),
    )
    if clause.passive:
        reporter = clause.near.first("by") or clause.agent or clause.near.first("into")
        partner = partner or (clause.who if clause.who != reporter else None)
    if partner is None and _abroad(clause):
        partner = "WLD"
    if partner is None and clause.object is not None:
        partner = _made_by(clause)
    if partner is None and clause.object is not None:
        span = [t.idx for t in clause.object.subtree if t.i - clause.object.i < NEAR_OBJECT]
        inside = (m for m in clause.sentence.mentions if span[0] <= m.start <= span[-1])
        joined = {t.idx for t in clause.object.subtree if t.dep == "conj"}
        named = (
            m.code
            for m in inside
            if m.code != reporter
            and not shares_verb(clause.sentence, m)
            and not any(m.start <= at < m.end for at in joined)
        )
        partner = next(named, None)
    return VerbRoles(reporter, partner, "from", clause.matter)


def _made_by(clause: VerbClause) -> str | None:
    """As in "bought 76.4 million kg of Zimbabwean tobacco": whose goods they are."""
    behind = clause.object.idx + len(clause.object)
    lead = _OF.match(clause.sentence.text, behind)
    made = (m for m in clause.sentence.mentions if lead is not None and m.start == lead.end())
    return next((m.code for m in made if m.use in {"adjective", "demonym"}), None)


_OF = re.compile(r"\s+of\s+(?:the\s+)?")


def trade_of(clause: VerbClause) -> VerbRoles:
    """As in "Chile trades with Peru", "goods were traded between the two"."""
    both = clause.near.by_prep.get("between", [])
    if clause.passive and len(both) > 1:  # "goods worth 174 mln dlrs were traded between A and B"
        return VerbRoles(both[0].code, both[1].code, "between")
    return VerbRoles(clause.who, clause.near.first("with"), "with", clause.matter)


def lifted(clause: VerbClause) -> VerbRoles | None:
    """As in "the United States lifted 505,000 bpd": oil is lifted, and so is a ban, a duty or a limit."""
    behind = next((f for f in clause.sentence.figures if f.start > clause.token.idx), None)
    if behind is not None and behind.kind == "percent":
        return None  # "reached a four-year high, lifting five per cent from September"
    oil = any(
        f.kind == "quantity" and f.unit in {"bbl", "t"} and f.start > clause.token.idx for f in clause.sentence.figures
    )
    return imports_of(clause) if oil and (clause.object is None or clause.object.lemma not in _LIFTED) else None


_LIFTED = words(
    "ban tariff duty sanction restriction limit quota target output production ceiling price embargo curb export import"
)


def tariff_of(clause: VerbClause) -> VerbRoles:
    """As in "levied 25 percent on Chinese steel": who levies, on whom."""
    return VerbRoles(clause.who, clause.near.first("on", "against", "from"), "on", clause.matter)


def consumption_of(clause: VerbClause) -> VerbRoles:
    """As in "consumed oil from Iraq"."""
    return VerbRoles(clause.who, clause.near.first("from"), None, clause.matter)


def spent_on(clause: VerbClause) -> VerbRoles | None:
    """As in "spending $35 billion on Chinese goods"."""
    if spent_by_visitors(clause):
        return VerbRoles(clause.memory.host or clause.near.first("in"), clause.who or "WLD")
    on = next((object_of(c) for c in clause.token.children if c.dep == "prep" and c.lower == "on"), None)
    flow = clause.memory.flow
    if (
        on is None
        and flow is not None
        and flow.indicator == "imports"
        and flow.reporter == clause.who
        and has_money(clause)
    ):
        return VerbRoles(clause.who, flow.partner, "from")  # "India had spent 3.6 billion euro in September"
    known = on is not None and any(g.start <= on.idx < g.end for g in goods_in(clause.sentence))
    if on is None or (on.lemma not in CARGO | {"import", "ware"} and not known) or not has_money(clause):
        return None
    seller = next((m.code for m in clause.sentence.mentions if on.left_edge.idx <= m.start < on.idx), None)
    seller = seller or clause.near.first("from") or described_behind(clause, "from")
    matter = on if known else None
    return VerbRoles(clause.who, seller, "from", matter) if seller is not None and seller != clause.who else None


def spent_by_visitors(clause: VerbClause) -> bool:
    """As in "Americans spent about 3.69 billion" in a story about travellers: what they left in the country they came to."""
    if clause.subject is None or clause.passive or not has_money(clause):
        return False
    if not clause.sentence.of_travel and clause.subject.lemma not in VISITORS:
        return False
    people = clause.sentence.mention_at(clause.subject)
    return clause.subject.lemma in VISITORS or (people is not None and people.use in {"demonym", "adjective"})


VISITORS = words("tourist visitor traveller traveler guest holidaymaker arrival")


def brought_in(clause: VerbClause) -> VerbRoles | None:
    """As in "Dragon fruit alone brought home $612 million": what was sold is the subject, and the flow the story's last."""
    flow = clause.memory.flow
    if clause.passive or clause.subject is None or flow is None or not has_money(clause):
        return None
    earned = clause.object_country
    if earned is not None and clause.who is None:  # "tea earned Kenya 138 billion"
        buyer = other_of((str(flow.reporter), str(flow.partner)), earned) if earned in flow.pair else None
        total = re.search(r"\b(?:in (?:total|all)|overall|altogether)\b", clause.sentence.text[clause.token.idx :])
        return VerbRoles(earned, "WLD" if total or buyer is None else buyer, None, clause.subject)
    if clause.who is not None and trades(clause.who) and _FROM_SELLING.search(clause.sentence.text, clause.token.idx):
        return VerbRoles(clause.who, "WLD", None, clause.object)
    sums = [f.start - clause.token.idx for f in clause.sentence.figures if f.kind == "money"]
    if clause.who is not None or not any(0 < gap < _NEAR_SUM for gap in sums):
        return None
    seller, buyer = (flow.reporter, flow.partner) if flow.indicator == "exports" else (flow.partner, flow.reporter)
    return VerbRoles(seller, buyer, None, clause.subject)


_FROM_SELLING = re.compile(
    r"\bfrom\s+(?:the\s+(?:sale|export)\s+of\s+)?\d[\d,.]*\s+(?:million\s+)?(?:tons?|tonnes?|kilos?|kilograms?|bags|barrels|litres)\b"
)
"""As in "fetched $907 million from 248,000 tons of coffee"."""


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
    if not counted and noun.lemma not in CARGO:
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
    if clause.token.lemma == "leave":
        return VerbRoles(here, clause.near.first("for", "to"), "to", noun)
    return VerbRoles(here, clause.near.first("from"), "from", noun)


def came_into(clause: VerbClause) -> VerbRoles | None:
    """As in "374 metric tons of onion came into Bangladesh"."""
    behind = clause.sentence.text[clause.token.idx + len(clause.token) :]
    counted = any(
        f.kind == "quantity" and f.unit in CARGO_UNITS and f.end <= clause.token.idx for f in clause.sentence.figures
    )
    if not counted or clause.passive or re.match(r"\s+(?:into|in|at|through)\b", behind) is None:
        return None
    return VerbRoles(
        clause.near.first("into", "in", "at", "to") or clause.memory.subject,
        clause.near.first("from"),
        "from",
        clause.subject,
    )


def got(clause: VerbClause) -> VerbRoles | None:
    """As in "of which Italy got 9.8 bcm", "Austria got 80 percent of its gas from Russia"."""
    behind = [f for f in clause.sentence.figures if f.start > clause.token.idx]
    cargo = behind and (behind[0].unit in CARGO_UNITS or SHARE_OF_ITS.match(clause.sentence.text, behind[0].end))
    return imports_of(clause) if cargo and not clause.passive else None


def gone_to(clause: VerbClause) -> VerbRoles | None:
    """As in "Ghana's cocoa beans went mainly to the Netherlands (29%) and Malaysia (17%)"."""
    noun, to = clause.subject, clause.near.first("to")
    known = noun is not None and any(g.start <= noun.idx < g.end for g in goods_in(clause.sentence))
    counted = noun is not None and any(
        f.kind == "quantity" and f.unit in CARGO_UNITS and f.start <= noun.idx < f.end for f in clause.sentence.figures
    )  # "28 million bottles of Chilean wine went to Norway"
    if to is None or noun is None or clause.passive or not (known or counted or noun.lemma in CARGO):
        return None
    seller = country_of_phrase(clause.sentence, noun, clause.memory)
    if seller is None and counted:
        seller = next((m.code for m in clause.sentence.mentions if noun.idx < m.start < clause.token.idx), None)
    return VerbRoles(seller if seller != to else None, to, "to", noun)


def taken_in(clause: VerbClause) -> VerbRoles | None:
    """As in "Vietnam took in 3.9 million tonnes of coal", "traders brought in goods from Uganda"."""
    if not any(c.dep == "prt" and c.lower == "in" for c in clause.token.children) or clause.passive:
        return None
    if _EARNS.search(clause.sentence.text, clause.token.idx):
        return None  # "took in 32 million dollars from selling power"
    counted = any(f.kind in {"money", "quantity"} and f.unit != "people" for f in clause.sentence.figures)
    if not counted and not (
        clause.token.dep == "relcl" and any(is_share(clause.sentence, f) for f in clause.sentence.figures)
    ):
        return None
    return VerbRoles(clause.who, clause.near.first("from"), "from", clause.matter)


_EARNS = re.compile(
    r"\bin\s[^,;]{3,40}?\s(?:from|by|through)\s+(?:[\w-]+\s+){0,2}?(?:selling|exporting|exports|sales)\b"
)


def let_in(clause: VerbClause) -> VerbRoles | None:
    """As in "will let in only 50,000 head of Australian cattle"."""
    behind = clause.sentence.text[clause.token.idx + len(clause.token) :]
    counted = any(f.kind in {"money", "quantity"} and f.unit != "people" for f in clause.sentence.figures)
    if re.match(r"\s+in\b", behind) is None or not counted or clause.passive:
        return None
    seller = next(
        (m.code for m in clause.sentence.mentions if m.start > clause.token.idx and m.use == "adjective"), None
    )
    return VerbRoles(clause.who, clause.near.first("from") or seller, "from", clause.matter)


def taken(clause: VerbClause) -> VerbRoles | None:
    """Taken in, or bought."""
    if _EARNS.search(clause.sentence.text, clause.token.idx):
        return None
    return taken_in(clause) or imports_of(clause)


def pumped(clause: VerbClause) -> VerbRoles | None:
    """Money pumped into a country is invested, gas pumped to it is sold; oil that is only pumped is neither."""
    if clause.near.first("to", "into", "in") is None:
        return None
    return VerbRoles(clause.who, clause.near.first("to", "into", "in"), "to", clause.object)
