"""Who sold, bought, shipped or let in what: the sides of verbs that move goods."""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.model.money import CARGO as CARGO_UNITS
from tieline.read.frames.phrase import object_of
from tieline.read.frames.pointed import pointed_at, who_points
from tieline.read.frames.senses import SHARE_OF_ITS
from tieline.read.frames.subjects import shares_verb
from tieline.read.frames.verb_clause import (
    CARGO,
    NEAR_OBJECT,
    PRONOUNS,
    VerbClause,
    VerbRoles,
    described_behind,
    has_money,
    is_share,
    moved_goods,
    pronoun_behind,
)
from tieline.read.story.document import trades
from tieline.read.story.goods import goods_in
from tieline.read.story.memory import described_country, facing, memory_pair
from tieline.read.words.trade import DESCRIBED, words


def exports_of(clause: VerbClause) -> VerbRoles:
    """As in "Chile sold copper to Japan", "rice was shipped by Thailand": the seller, the buyer."""
    near, reporter, matter = clause.near, who_points(clause), clause.matter
    if clause.passive:
        reporter = near.first("by") or clause.agent or near.first("from") or clause.who
    partner = near.first("to", "into", "in") or pronoun_behind(clause, "to") or described_behind(clause, "to", "into")
    partner = partner or pointed_at(clause, "to")
    if partner is None and reporter and any(c.dep == "dative" and c.lower in PRONOUNS for c in clause.token.children):
        partner = facing(clause.memory, clause.sentence, reporter)
    if partner is None:
        partner = _what_went(clause, _WENT_TO)
    if partner is None and _abroad(clause):
        partner = "WLD"
    if partner is None and clause.object_country:
        partner = clause.object_country
        matter = next((c for c in clause.token.children if c.dep == "dobj" and c != clause.object), None)
    if partner is None and (who := _provided(clause, reporter)) is not None:
        partner, matter = who, None
    return VerbRoles(reporter, partner, "to", matter)


def _provided(clause: VerbClause, seller: str | None) -> str | None:
    """As in "Mexico supplied the island with 17,000 barrels": the country that the object is, where goods follow behind "with"."""
    thing = clause.object
    provides = clause.token.lemma in {"supply", "provide"} and any(c.lower == "with" for c in clause.token.children)
    if thing is None or not provides or thing.lemma not in DESCRIBED:
        return None
    words = clause.sentence.text[thing.left_edge.idx : thing.idx + len(thing)]
    return described_country(words, seller, clause.memory, clause.sentence, clause.token.idx)


def _what_went(clause: VerbClause, leads: re.Pattern[str]) -> str | None:
    """As in "21% of what Estonia sold outside the EU was bound for Peru": the country behind the verb of "what"."""
    if not any(t.lower == "what" and 0 < clause.token.i - t.i <= _NEAR_WHAT for t in clause.token.children):
        return None
    found = leads.match(clause.sentence.text, clause.token.idx + len(clause.token))
    named = (m for m in clause.sentence.mentions if found is not None and m.start == found.end())
    return next((m.code for m in named if trades(m.code) and m.use != "adjective"), None)


_NEAR_WHAT = 6
_WENT_TO = re.compile(
    r"[^.;]{0,70}?\s(?:(?:is|was|are|were)\s+(?:bound|destined|meant|headed)\s+for|(?:went|goes|go|ended\s+up)\s+(?:to|in))\s+(?:the\s+)?"
)
_CAME_FROM = re.compile(
    r"[^.;]{0,70}?\s(?:came|comes|come|originated|originates|(?:is|was)\s+sourced)\s+(?:from|in)\s+(?:the\s+)?"
)


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


def imports_of(clause: VerbClause) -> VerbRoles:
    """As in "Japan bought copper from Chile": the buyer, the seller."""
    reporter, partner = (
        clause.who,
        clause.near.first("from") or pronoun_behind(clause, "from") or described_behind(clause, "from"),
    )
    partner = partner or pointed_at(clause, "from")
    if clause.passive:
        reporter = clause.near.first("by") or clause.agent or clause.near.first("into")
        partner = partner or (clause.who if clause.who != reporter else None)
    if partner is None:
        partner = _what_went(clause, _CAME_FROM)
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
    two = clause.passive and _BETWEEN_THEM.search(clause.sentence.text, clause.token.idx) is not None
    two = two or (clause.who is None and clause.subject is not None and clause.subject.lemma in _TWO_OF_THEM)
    two = two or (not clause.passive and _THE_TWO.search(clause.sentence.text[: clause.token.idx]) is not None)
    if not both and two and (pair := memory_pair(clause.memory, clause.sentence)) is not None:
        return VerbRoles(pair[0], pair[1], "between", clause.matter)  # "the two countries traded goods worth 9 million"
    if clause.passive and len(both) > 1:  # "goods worth 174 mln dlrs were traded between A and B"
        return VerbRoles(both[0].code, both[1].code, "between")
    partner = clause.near.first("with")
    if partner is None and _WITH_OTHERS.search(clause.sentence.text, clause.token.idx):
        partner = "WLD"
    return VerbRoles(clause.who, partner, "with", clause.matter)


_BETWEEN_THEM = re.compile(r"\bbetween (?:them|the two|both)\b")
_THE_TWO = re.compile(
    r"\b(?:the (?:two|pair)|both|they)(?: (?:countries|sides|nations|neighbours|neighbors|states))?\s+(?:have |had |now |also )*$",
    re.IGNORECASE,
)
"""Before a verb: "the two traded goods worth 9 million"."""
_TWO_OF_THEM = words("country side nation neighbour neighbor state")
_WITH_OTHERS = re.compile(
    r"\bwith (?:(?:all |the )?other countries|foreign countries|the (?:rest of the )?world|all countries)\b"
)


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
    on = next((object_of(c) for c in clause.token.subtree if c.dep == "prep" and c.lower == "on"), None)
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
    if on is None or (on.lemma not in CARGO | {"import", "ware", "those"} and not known) or not has_money(clause):
        return None
    seller = next((m.code for m in clause.sentence.mentions if on.left_edge.idx <= m.start < on.idx), None)
    seller = seller or clause.near.first("from") or described_behind(clause, "from")
    matter = on if known else None
    if seller is None and on.lemma == "import":
        return VerbRoles(clause.who, "WLD", "from", on)  # "Vietnam spent $2.1 billion on coal imports"
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


def got(clause: VerbClause) -> VerbRoles | None:
    """As in "of which Italy got 9.8 bcm", "Austria got 80 percent of its gas from Russia"."""
    behind = [f for f in clause.sentence.figures if f.start > clause.token.idx]
    cargo = behind and (behind[0].unit in CARGO_UNITS or SHARE_OF_ITS.match(clause.sentence.text, behind[0].end))
    return imports_of(clause) if (cargo or moved_goods(clause)) and not clause.passive else None


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
    everywhere = "WLD" if brings_cargo(clause) and _OF_GOODS.search(clause.sentence.text, clause.token.idx) else None
    return VerbRoles(clause.who, clause.near.first("from") or everywhere, "from", clause.matter)


_OF_GOODS = re.compile(r"\d[\w ]{0,20}\s(?:of|in)\s+(?:[\w-]+\s+){0,2}(?:goods|products|commodities)\b")


def brings_cargo(clause: VerbClause) -> bool:
    """As in "the country brought in 11.8 million tons of goods": the object is a cargo, and a country the subject."""
    behind = next((f for f in clause.sentence.figures if f.start > clause.token.idx), None)
    return clause.who is not None and behind is not None and behind.kind == "quantity" and behind.unit in CARGO_UNITS


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
