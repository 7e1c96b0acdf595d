"""What the quoted words of a claim say where its fields say something else, so that no claim is checked as another one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tieline.check.aims import is_ahead, is_meant, is_wanted
from tieline.check.apart_by import compared_instead
from tieline.check.earlier_parts import part_beside, part_of_then, since_from, to_a_part
from tieline.check.gaps import as_balance_moved, as_gap, with_its_sign
from tieline.check.guesses import before_quote, sentence_of
from tieline.check.held_levels import as_it_had_been, of_its_own_time, short_of_the_record
from tieline.check.named import NAME, countries_in
from tieline.check.named_bases import at_its_own_year, change_of_before, earlier_in_front
from tieline.check.reached import (
    added_to,
    beyond_a_level,
    gap_by,
    share_that_moved,
    short_of_a_mark,
    without_false_bound,
)
from tieline.check.set_apart import not_reached, the_one_meant
from tieline.check.share_moves import share_at_its_end
from tieline.check.since_words import in_every_year
from tieline.check.spans import of_another_year, of_the_year_beside, own_clause
from tieline.check.than_known import of_its_kind
from tieline.check.worded_comparisons import (
    compared_goods,
    compared_partner,
    part_of_the_other_flow,
    times_as_much,
    with_partner_behind,
)
from tieline.check.worded_times import in_its_year
from tieline.check.worded_wholes import (
    of_all_its_goods,
    of_both_ways,
    of_one_flow,
    of_who_is_supplied,
    told_behind,
    with_its_whole,
)
from tieline.check.years_named import of_all_its_years
from tieline.model import lazy_re as re
from tieline.model.claims import Event, Measure, Quote, Trend
from tieline.model.products import hs_codes
from tieline.model.shares import OF_THE_TWO, TOTALS
from tieline.model.vocabulary import FigureModality

Figure = Measure | Trend
_AS_ANOTHER = re.compile(
    r"\bsame\s+as\s+(?:(?:those|that|its|their|the)\s+)*(?:(?:exports|imports|trade|sales|purchases)\s+)?(?:to|from|with)\b",
    re.IGNORECASE,
)
_END = re.compile(r"[.;!?](?:\s|$)|\n")
_BOTH = re.compile(
    r"\b(?:goods|merchandise)\s+(?:and|plus|&)\s+services\b|\bservices\s+(?:and|plus|&)\s+goods\b", re.IGNORECASE
)
_BASES: dict[str, re.Pattern[str]] = {
    "balance-of-payments": re.compile(r"\b(?:balance[- ]of[- ]payments|BoP|payments) basis\b", re.IGNORECASE),
    "real": re.compile(
        r"\b(?:in|at) (?:real terms|constant prices)\b|\breal (?:exports|imports|trade)\b|\bafter inflation\b|inflation-adjusted",
        re.IGNORECASE,
    ),
    "adjusted": re.compile(
        r"(?<!\bnot )\bseasonally[- ]adjusted\b|\b(?:after|with) seasonal adjustment", re.IGNORECASE
    ),
}
_ANNUALISED = re.compile(r"\bannuali[sz]ed\b|\bat an? (?:yearly|annual) (?:rate|pace)\b", re.IGNORECASE)
_OF_THEM = re.compile(
    r"\d[\w.,]*(?:\s+(?:million|billion|thousand|dollars|tonnes|tons))*\s+of (?:them|it|those|these|that|this)\b(?!\s+[a-z])",
    re.IGNORECASE,
)
_GOODS = re.compile(r"\b(?:goods|merchandise|commodit(?:y|ies))\b", re.IGNORECASE)
_UNKNOWN_PARTNER = re.compile(
    r"\b(?i:exports|imports|sales|shipments|purchases|trade)\s+(?:of\s+[a-z]+\s+)?(?:to|from|with)\s+the\s+(?:North|South|East|West|Communist|Community|Third|island|kingdom|bloc|region|continent)\b"
)
_SOME_PARTNERS = re.compile(
    r"\b(?:to|from|with)\s+(?!all\s+(?:of\s+)?(?:its|their|the)\s+(?:(?:trading|trade|export)\s+)?(?:partners|markets)\b)(?:each|every|all|most|many|some|several|both|none|(?:every|each|any|not) one|two|three|four|five|six|seven|eight|nine|ten|\d+)?\s*(?:of\s+)?(?:its|their|the|the country's|[A-Z]\w+['’]s?)\s+"
    r"(?:(?:top|main|biggest|largest|leading|major|key|chief|smaller|smallest|other|two|three|four|five|six|seven|eight|nine|ten|\d+|export|trading|trade|foreign|overseas|closest|immediate)\s+)*"
    r"(?:partners|markets|customers|buyers|suppliers|neighbou?rs|destinations|clients)\b",
)
"""Partners that are not named: what is told of trade with them is not told of trade with all."""
_ALL_OTHERS = re.compile(
    rf"\b(?:from|to|with)\s+(?:(?:all|every|any|the)\s+)?(?:(?:the\s+)?(?:other|remaining)\s+)?(?:countr(?:y|ies)|nations?|partners?|suppliers?|markets?|customers?|buyers?|everyone|everybody|everywhere|anywhere|elsewhere|the\s+rest\s+of\s+the\s+world)\s*(?:else\s+)?"
    rf"(?:,\s*)?(?:besides|other\s+than|except(?:ing)?(?:\s+for)?|apart\s+from|aside\s+from|excluding|outside(?:\s+of)?|but)\s+(?P<name>{NAME})"
)
"""Partners of which one is left out: nothing is told of that one."""
_STRONG_VERB = re.compile(
    r"\b(?:soar|surg|skyrocket|rocket|plung|plummet|slump|collaps|tumbl|boom|leap|jump|balloon|mushroom|explod|crash|edg|inch)(?:s|ed|es|e|t|ing)?\b"
    r"|\b(?:crept|creeping|dipped|dipping|hardly|scarcely|barely)\b",
    re.IGNORECASE,
)
_LEAST_RISE = re.compile(
    r"\b(?:smallest|slowest|weakest|least)\s+(?:\w+\s+)?(?:increase|rise|growth|gain|expansion)\b", re.IGNORECASE
)
_PART = re.compile(
    r"(?:percent|per cent|pct|%)\s+of\s(?:[^.;]|\.\d){0,80}?\b(exports|imports|shipments|sales|purchases)\s+(?:to|from)\s[^.;]{0,40}?"
    r"\b(?:were|was|are|is|consisted of|comprised)\s+(?:in\s+|of\s+)?([a-z][a-z -]{1,40}?)\s*(?:$|[,.;]| in \d| last )"
)


def as_worded(claim: Measure | Trend | Event, text: str | None) -> Measure | Trend | Event:
    """The claim as its words have it: a comparison of two partners is no direction, a share of goods none of a partner.

    The words are those quoted and what follows in their sentence, which the `text` of the document has.
    """
    if isinstance(claim, Event):
        return claim
    words, before = words_of(claim, text), _words_before(claim.quote, text)
    if claim.partner == "WLD" and (
        _UNKNOWN_PARTNER.search(claim.quote.exact) or _SOME_PARTNERS.search(f"{before}{claim.quote.exact}")
    ):
        claim = replace(claim, partner=None)  # "imports from the North" are not those from everywhere
    others = _ALL_OTHERS.search(f"{before}{claim.quote.exact}")
    if others is not None and claim.partner in {"WLD", *countries_in(others["name"])}:
        claim = replace(claim, partner=None)
    if isinstance(claim, Measure):
        claim = change_of_before(at_its_own_year(claim, words), words)
        claim = of_another_year(of_the_year_beside(of_its_own_time(claim, words), words), words)
        claim = with_its_sign(as_gap(with_partner_behind(claim, words), words))
    claim = earlier_in_front(claim, before_quote(claim, text))
    claim = _in_its_scope(in_its_year(as_balance_moved(claim), words, before), words, before)
    if isinstance(claim, Measure):
        claim = of_all_its_years(claim, before_quote(claim, text), words)
    claim = not_reached(the_one_meant(claim, before), words)
    modality = _modality_told(claim, before)
    if modality is not None:
        return replace(claim, modality=modality)
    claim = to_a_part(claim, words, before)
    if isinstance(claim, Trend):
        return _direction_as_worded(claim, words)
    return _figure_as_worded(claim, words, before, sentence_of(claim, text))


def _words_before(quote: Quote, text: str | None) -> str:
    return text[max(0, quote.start - 60) : quote.start] if text and text[quote.start : quote.end] == quote.exact else ""


def _in_its_scope(claim: Figure, words: str, before: str) -> Figure:
    around = f"{before}{own_clause(words, claim.quote.exact)}"
    scope = said_scope(claim.scope, claim.quote.exact, around)
    if (
        (claim.period is None or not claim.period.whole_years)
        and "annualised" not in scope
        and _ANNUALISED.search(around)
    ):
        scope = (*scope, "annualised")  # of a year it is the growth of that year, of several that of each
    return claim if scope == claim.scope else replace(claim, scope=scope)


def _modality_told(claim: Figure, before: str) -> FigureModality | None:
    """That a claim told as a fact is one of an aim or a wish; None where its words tell neither."""
    quoted, actual = claim.quote.exact, claim.modality == "actual"
    moves = isinstance(claim, Trend) or claim.change_pct is not None or claim.change_value is not None
    meant = actual and moves and is_meant(quoted, before)
    if meant or (claim.modality in {"actual", "estimate"} and is_ahead(quoted)):
        return "hypothetical"  # "measures to narrow its trade surplus"
    if isinstance(claim, Measure) and actual and claim.value is not None and is_wanted(quoted, before):
        return "target"  # "want to bring trade to $5 billion"
    return None


def _direction_as_worded(claim: Trend, words: str) -> Trend:
    claim = short_of_the_record(as_it_had_been(in_every_year(claim, words), words), words)
    if claim.direction == "flat" and _AS_ANOTHER.search(words):
        return replace(claim, direction=None)
    return with_strength(compared_goods(compared_partner(claim, words), words))


def _figure_as_worded(claim: Measure, words: str, before: str, sentence: str) -> Measure | Trend:
    claim = share_at_its_end(of_its_kind(claim, sentence), own_clause(words, claim.quote.exact))
    part = part_of_the_other_flow(claim, words)
    if isinstance(part, Trend):
        return part
    compared = compared_instead(claim, words)
    if isinstance(compared, Trend):
        return compared
    if of_one_flow(claim, words):
        return replace(claim, share_of="other")
    claim = part_beside(since_from(part_of_then(claim, words), words), words)
    claim = beyond_a_level(without_false_bound(short_of_a_mark(added_to(claim, words), words), words))
    claim = share_of_goods(share_that_moved(gap_by(claim, before), before), words)
    claim = of_who_is_supplied(with_its_whole(told_behind(claim, words), words), sentence)
    if of_all_its_goods(claim, words) or of_both_ways(claim, words, sentence.partition(claim.quote.exact)[0]):
        return replace(claim, share_of=TOTALS[claim.indicator])
    return times_as_much(claim, words)


def goods_meant(claims: Sequence[Measure | Trend | Event], text: str | None) -> list[Measure | Trend | Event]:
    """The claims, those of a part "of them" or "of it" with the goods that were told of last: "Japan bought $43 million of them"."""
    if text is None or " of " not in text:
        return list(claims)
    told: list[Measure | Trend | Event] = []
    for claim in claims:
        told.append(_with_goods(claim, told, text))
    return told


def _with_goods(
    claim: Measure | Trend | Event, before: Sequence[Measure | Trend | Event], text: str
) -> Measure | Trend | Event:
    if not isinstance(claim, Measure) or claim.product or claim.hs or not _OF_THEM.search(_with_next(claim, text)):
        return claim
    goods = [each for each in before if isinstance(each, Measure | Trend) and each.product]
    known = goods[-1] if goods and goods[-1].quote.start < claim.quote.start else None
    if known is None or not {known.reporter, known.partner} & {claim.reporter, claim.partner}:
        return claim
    return replace(claim, product=known.product, hs=known.hs, inferred=(*claim.inferred, "product"))


def _with_next(claim: Measure, text: str) -> str:
    return claim.quote.exact + text[claim.quote.end : claim.quote.end + 10]


def words_of(claim: Measure | Trend, text: str | None) -> str:
    """The words quoted and what follows in their sentence, which the text of the document has."""
    words = claim.quote.exact
    if (
        text is not None
        and text[claim.quote.start : claim.quote.end] == words
        and not _ended(words, text[claim.quote.end :][:2])
    ):
        words += _END.split(text[claim.quote.end : claim.quote.end + 200], maxsplit=1)[0]
    return words


def _ended(words: str, behind: str) -> bool:
    """The quote has the full stop of its sentence: what follows is the next one."""
    return words.rstrip("\"'”’").endswith((".", "!", "?")) and not re.match(r"\s?[a-z,;]", behind)


def said_scope(scope: tuple[str, ...], words: str, around: str = "") -> tuple[str, ...]:
    """Goods, services or both, real or adjusted, as the words say; as it was where they don't.

    >>> said_scope(("services",), "exports of goods and services"), said_scope((), "its merchandise exports")
    (('both',), ('goods',))
    >>> said_scope((), "exports rose 3 percent", "exports rose 3 percent in real terms")
    ('real',)
    """
    scope = (*scope, *(name for name, form in _BASES.items() if name not in scope and form.search(around)))
    rest = tuple(each for each in scope if each not in {"goods", "services", "both"})
    if _BOTH.search(words):
        return ("both", *rest)
    return ("goods", *scope) if rest == scope and _GOODS.search(words) else scope


def share_of_goods(claim: Measure, words: str) -> Measure:
    """A share whose part is goods named behind: "9 percent of Chile's exports to Kenya were cars".

    >>> from tieline.model.claims import Quote
    >>> words = "9 percent of Chile's exports to Kenya were cars"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 47), indicator="exports", reporter="CHL",
    ...                 partner="KEN", share_pct=9.0, share_of="reporter_total_exports")
    >>> share_of_goods(claim, words).product, share_of_goods(claim, words).share_of
    ('cars', 'reporter_exports_to_partner')
    """
    wholes = {TOTALS[flow]: between for flow, between in OF_THE_TWO.items()}
    if claim.share_pct is None or claim.product is not None or claim.share_of not in wholes:
        return claim
    found = _PART.search(words)
    codes = hs_codes(found.group(2)) if found else None
    if found is None or not codes:
        return claim
    return replace(claim, product=found.group(2), hs=tuple(codes), share_of=wholes[claim.share_of])


def with_strength(claim: Trend) -> Trend:
    """A rise or fall whose verb tells how strong it was: "imports surged", "exports edged up".

    >>> from tieline.model.claims import Quote
    >>> words = "Turkey's imports from Russia surged"
    >>> with_strength(Trend(document="d", version="v", quote=Quote(words, 0, 35), indicator="imports", reporter="TUR",
    ...                     partner="RUS", direction="up")).strength
    'surged'
    """
    if claim.direction == "down" and claim.strength is not None and _LEAST_RISE.search(claim.strength):
        return replace(claim, direction="up")  # "the smallest increase in four years"
    if claim.strength is not None or claim.direction not in {"up", "down"}:
        return claim
    found = _STRONG_VERB.search(claim.quote.exact)
    return replace(claim, strength=found.group().lower()) if found else claim
