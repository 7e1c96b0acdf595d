"""Whose exports, whose tariff on whom: the roles that the phrase of a noun gives to the countries round it.

Each indicator has a small function of the noun's lemma and what stands near it; `_BY_INDICATOR` is the table of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.phrase import Near
from tieline.read.frames.subjects import subject_of, supplier_before
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import MERCHANDISE, Memory, described_country, memory_pair, of_kind, other_of
from tieline.read.syntax.tokens import Token
from tieline.read.words.regions import region_of
from tieline.read.words.trade import OWED


class Roles(NamedTuple):
    """Reporter, partner, and the preposition that leads to a partner of such a noun."""

    reporter: str | None = None
    partner: str | None = None
    prep: str | None = None


def roles_of_noun(
    indicator: Indicator, lemma: str, near: Near, sentence: Sentence, token: Token, *, memory: Memory
) -> Roles:
    """The roles of the countries round a noun of trade."""
    settled = _of_pair(near, memory_pair(memory, sentence)) or _settled(indicator, lemma, near)
    if settled is not None:
        return settled
    read = _tariff if lemma == "sanction" else _deposit if lemma == "deposit" else _BY_INDICATOR.get(indicator)
    if lemma == "arrival" and indicator == "imports":
        read = _arrivals
    if lemma in {"remittance", "transfer"} and near.by_prep.get("by"):
        read = _sent_by
    reporter, partner, prep = read(lemma, near) if read else Roles(_owner(near))
    if indicator == "imports" and partner is None and reporter and _sells(reporter, near, sentence, token, memory):
        reporter, partner = None, reporter
    if partner == reporter:
        partner = None
    if (
        reporter is None
        and partner is None
        and memory.pair is not None
        and memory.ranks in memory.pair
        and _WITH_IT.match(sentence.text, token.idx + len(token))
    ):
        reporter, partner = (
            memory.ranks,
            other_of(memory.pair, memory.ranks),
        )  # "Libya is Tunisia's best customer. Exports to it jumped"
    elif reporter is None and partner is None and indicator == "trade":
        partner = _it(sentence, token, memory)
    if near.owner_described and reporter is None:
        begin = token.left_edge.idx
        supplier = supplier_before(sentence, begin) if indicator == "imports" else None
        partner = partner or supplier
        teller = _at_home(near.owner_described, partner, memory)
        reporter = teller or described_country(
            near.owner_described, partner, memory, sentence, begin if supplier else begin + 4
        )
    if (near.described in {"to", "in"} and indicator == "tourism" and reporter is None) or (
        near.described == "of" and reporter is None and indicator in MERCHANDISE
    ):
        reporter = described_country(near.description, partner, memory, sentence, token.idx)
    elif near.described and partner is None:
        here = [m.code for m in sentence.mentions if m.end <= token.idx]
        fits = (
            of_kind(near.description, memory, None, here) if reporter is None and region_of(near.description) else None
        )
        owner = reporter or _likely_reporter(memory, sentence, token)
        partner = fits or described_country(near.description, owner, memory, sentence, token.idx)
    return Roles(reporter, partner, prep)


def _it(sentence: Sentence, token: Token, memory: Memory) -> str | None:
    """As in "Turkey was the main partner. Trade with it reached 2.9 billion": the subject of the sentence before, who is not the story's owner."""
    base = memory.base.reporter if memory.base is not None else None
    subject = memory.subject if _WITH_IT.match(sentence.text, token.idx + len(token)) else None
    return subject if subject is not None and trades(subject) and subject not in {base, memory.hub.owner} else None


def _sells(code: str, near: Near, sentence: Sentence, token: Token, memory: Memory) -> bool:
    """As in "Chilean wine imports" where Chile's exports were spoken of: the adjective tells of the goods.

    Without such a memory "Chinese oil imports" are those of China.
    """
    if not near.left or near.left[-1].use not in {"adjective", "demonym"}:
        return False
    subject = subject_of(token.head)[0] if token.dep == "dobj" else None
    buyer = sentence.mention_at(subject) if subject is not None else None
    if buyer is not None and buyer.code != code and trades(buyer.code):
        return True  # "Egypt cut Ukrainian wheat imports"
    base = memory.base
    told = base is not None and base.indicator == "balance" and base.partner in {"WLD", code}
    if base is not None and told and code != base.reporter:
        return True  # "Chinese imports" of a story on America's deficit
    flow = memory.flow
    if flow is None or flow.partner in {None, "WLD"}:
        return False
    if not re.match(r"\s+[\w-]+", sentence.text[near.left[-1].end : token.idx].rstrip() or "."):
        return False
    seller = flow.reporter if flow.indicator == "exports" else flow.partner
    return code == seller


def _likely_reporter(memory: Memory, sentence: Sentence, token: Token) -> str | None:
    """Whose flow it is when only the other side is described: the country named before, else the last frame's."""
    earlier = next(
        (
            m.code
            for m in sentence.mentions
            if m.end <= token.idx and trades(m.code) and not _LED_TO.search(sentence.text[: m.start])
        ),
        None,
    )
    if earlier is None and memory.frame is None:
        return memory.ranks  # "Brazil was Argentina's main partner. Sales to the neighbour reached ..."
    return earlier or (memory.frame.reporter if memory.frame is not None else None)


def _at_home(words: str, partner: str | None, memory: Memory) -> str | None:
    """As in "South Africa supplied 36% of the country's imports", told from home: the country that the story has told of so far."""
    home, base = memory.teller, memory.base
    told = base is not None and base.reporter == home
    return home if told and home != partner and _THE_COUNTRY.fullmatch(words) else None


_THE_COUNTRY = re.compile(r"the (?:country|nation|kingdom|republic|island|state)(?:'s)?", re.IGNORECASE)
_WITH_IT = re.compile(r"\s+(?:to|from|with)\s+it\b")
_LED_TO = re.compile(r"\b(?:to|from|with)\s+(?:the\s+)?$", re.IGNORECASE)
"""Before the other side of a flow told earlier in the sentence."""


def _of_pair(near: Near, pair: tuple[str, str] | None) -> Roles | None:
    """As in "trade between the two countries", "between A and B": both at once."""
    if near.pair and pair and not near.by_prep.get("with"):
        if not near.left:
            return Roles(*pair, "between")
        if near.owners[0] in pair:
            return Roles(near.owners[0], other_of(pair, near.owners[0]), "between")
    both = near.by_prep.get("between", []) or near.by_prep.get("across", [])
    if len(both) == 1 and near.group:  # "between Japan and the Spanish-speaking countries"
        return Roles(both[0].code, None, "between")
    return Roles(both[0].code, both[1].code, "between") if len(both) >= 2 else None


def _settled(indicator: Indicator, lemma: str, near: Near) -> Roles | None:
    """As in "A-B trade", "A's debt to B": roles that no description can add to."""
    if indicator in {"trade", "balance"} and _several_owners(near):
        return Roles(near.owners[0], near.owners[1])
    if lemma in OWED:
        return Roles(near.first("to"), _owner(near) or near.first("of"), "to")
    return None


def _owner(near: Near) -> str | None:
    return near.owners[0] if near.left else None


def _several_owners(near: Near) -> bool:
    return len(set(near.owners)) >= 2


def _other_owner(near: Near, code: str | None) -> str | None:
    """As in "Japanese-Korean exports": the second country of those before the noun."""
    return next((c for c in near.owners if c != code), None) if _several_owners(near) else None


def _trade(_lemma: str, near: Near) -> Roles:
    return Roles(_owner(near) or near.first("of", "by", "for"), near.first("with", "against", "to", "from"), "with")


def _exports(lemma: str, near: Near) -> Roles:
    if lemma == "order":
        return _orders(near)
    if lemma == "earning":
        return Roles(_owner(near), near.first("from", "in"), "from")
    partner = near.first("to", "into", "towards", "toward", "for")
    if partner is None and lemma in {"sale", "shipment", "delivery"}:
        partner = near.first("in")
    reporter = _owner(near) or near.first("from", "by", "of")
    if partner is None and lemma == "export":
        partner = _other_owner(near, reporter)
    return Roles(reporter, partner, "to")


def _orders(near: Near) -> Roles:
    """As in "orders from Iran for German machinery", "export orders for Taiwanese goods"."""
    made = next((m.code for m in near.by_prep.get("for", []) if m.use == "adjective"), None)
    placed = near.first("from", "by")
    return Roles(made or (None if placed else _owner(near)), placed, "from")


def _imports(_lemma: str, near: Near) -> Roles:
    goes_to = near.first("to", "into", "by", "in")
    if not near.left and goes_to is None and (whose := _behind_of(near)) is not None:
        return Roles(whose, near.first("from"), "from")  # "all imports of Georgia"
    partner = near.first("from", "of")
    if (bought_by := near.first("to", "into")) is not None and near.left and partner is None:
        return Roles(bought_by, _owner(near), "from")  # "Polish imports to Germany": what Germany buys
    reporter = _owner(near) or goes_to
    if reporter == partner and near.left:
        reporter = goes_to
    return Roles(reporter, partner or _other_owner(near, reporter), "from")


def _behind_of(near: Near) -> str | None:
    """The country by its name, whose goods would be told by its adjective."""
    head = near.of_head
    named = (m for m in near.by_prep.get("of", []) if m.use in {"name", "official"})
    return next((m.code for m in named if head is not None and m.start <= head.idx < m.end), None)


def _sent_by(_lemma: str, near: Near) -> Roles:
    """As in "remittances sent by Bangladeshis in Saudi Arabia": from where they work to where they come from."""
    return Roles(near.first("in", "from"), near.first("by"), "by")


def _arrivals(_lemma: str, near: Near) -> Roles:
    """As in "Saudi oil arrivals", "arrivals of coal from Canada": who sold them."""
    return Roles(near.first("to", "in", "at"), near.first("from") or _owner(near), "from")


def _gift(lemma: str, near: Near) -> Roles:
    """As in "A's aid to B", and "B's aid from A", where the owner is who receives."""
    if lemma == "holding":
        return Roles(_owner(near) or near.first("by"), near.first("of", "in"), "of")
    return _given(near, near.first("from", "by"), near.first("to", "for", "with"))


def _given(near: Near, giver: str | None, receiver: str | None) -> Roles:
    return Roles(giver or _owner(near), receiver or (_owner(near) if giver else None), "to")


def _loan(lemma: str, near: Near) -> Roles:
    """As in "A's loan to B", "B's loans with A": who is dealt with lends, unless what is owed is told by whose it is."""
    if lemma in OWED:
        return _gift(lemma, near)
    if lemma == "repayment":
        return Roles(near.first("to"), near.first("from", "by") or _owner(near), "to")
    return _given(near, near.first("from", "by", "with"), near.first("to", "for"))


def _deposit(_lemma: str, near: Near) -> Roles:
    """As in "Saudi deposits at the Central Bank of Egypt"."""
    return Roles(_owner(near) or near.first("from", "by"), near.first("at", "in", "with", "to"), "in")


def _investment(lemma: str, near: Near) -> Roles:
    partner = near.first("in", "into", "to")
    giver = near.first("from", "by", *(("with", "of") if lemma == "project" else ()))
    if partner is None and _several_owners(near):
        partner = near.owners[1]
    elif partner is None and giver is not None and _owner(near) != giver:
        return Roles(giver, _owner(near), "in")  # "Tanzania's investment from China"
    return Roles(_owner(near) or giver, partner, "in")


def _tourism(_lemma: str, near: Near) -> Roles:
    """The reporter is where the visitors go: "Chinese tourists" come from China, "Sri Lanka's tourist arrivals" to Sri Lanka."""
    host, origin = near.first("to", "in"), near.first("from", "by")
    owner = near.left[0] if near.left else None
    if host is None and owner is not None and owner.use in {"name", "official"} and owner.code != origin:
        return Roles(owner.code, origin, "from")
    return Roles(host, origin or _owner(near), "from")


def _tariff(_lemma: str, near: Near) -> Roles:
    levied_on = near.first("on", "against", "from")
    if (
        levied_on is None
        and not near.by_prep.get("of")
        and near.of_head is not None
        and near.of_head.lemma in _SHIPPED
        and near.first("to", "into")
    ):
        return Roles(_owner(near) or near.first("to", "into"), None, "on")  # "a duty on shipments of rice to Japan"
    return Roles(_owner(near), near.first("on", "against", "from", "of", "to"), "on")


_SHIPPED: Final = frozenset({"export", "shipment", "sale", "delivery", "good"})


def _consumption(_lemma: str, near: Near) -> Roles:
    return Roles(_owner(near) or near.first("in", "by"), near.first("of", "from"), "of")


_BY_INDICATOR: Final[Mapping[Indicator, Callable[[str, Near], Roles]]] = {
    "trade": _trade,
    "balance": _trade,
    "exports": _exports,
    "imports": _imports,
    "aid": _gift,
    "debt": _loan,
    "investment": _investment,
    "tourism": _tourism,
    "tariff": _tariff,
    "consumption": _consumption,
    "other": _gift,
}
