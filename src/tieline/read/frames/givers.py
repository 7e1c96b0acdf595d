"""Frames of givers: a country of a list of those who invest in a host, lend or give to it, or who receive from one.

"France was the leading investor with 6.9 billion, followed by Spain with 3.1 billion", "Hong Kong came second with
$1.02 billion", "Thailand is the second-largest creditor with $610 million", "Germany received 1.6 billion euros and France 900 million": no word for the money stands beside the
country; what was spoken of last tells the other side, or a country named as the place (`giver_hosts`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.comma_rows import comma_row
from tieline.read.frames.giver_hosts import host_beside, host_told, is_host, lead_without_host, without_host
from tieline.read.frames.ranked import RANKED
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import GIVEN, Frame, Memory, Told
from tieline.read.words.groups import GROUP

_THEN_SUM: Final = re.compile(
    r"(?:,[^,;.\d]{3,60},(?=\s+(?:had|held|owned|has|holds|gave|lent|put|sent|invested)\b))?"
    r"(?:\s*\(\s*|,?\s+(?P<got>(?:is|are|was|were|will|would|is expected|are expected)\s+(?:to\s+)?(?:receive|get|obtain)|received|gets?|got|took|attracted|drew|absorbed)\s+"
    r"|,?\s+(?:(?:stands?|stood|is|was|came|comes|ranks?|ranked|in|at|placed|holds?)\s+)*(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:\s+(?:place|position|spot))?\s+(?:with|at)\s+"
    r"|\s+(?:(?:also|now|again|still|clearly)\s+)?(?:tops?|topped|leads?|led|heads?|headed)\s*\(\s*"
    r"|\s+(?:tops?|topped|leads?|led|heads?|headed)\s+the\s+(?:list|ranking|table)\b[^.;]{0,50}?\s+with\s+(?:an?\s+total\s+of\s+)?"
    r"|,?\s+whose\s+(?:[\w-]+\s+){1,2}?(?:put in|invested|contributed|poured in|spent|sent|provided|gave|lent)\s+"
    r"|\s+(?:(?:(?:has|have|had)\s+)?(?:(?:also|now|again|still|already|clearly)\s+)?(?:was|been|is|were|are|remained|remains|became|takes|took|holds|held|overtook|surpassed|passed|replaced|came|comes|ranked|ranks|followed|follows|invested|put in|contributed|pumped in|accounted|accounts|led|leads)\b[^.;,(]{0,70}?,?\s+)?"
    r"(?:with|at|for|of|investing|contributing|receiving|attracting)\s+|\s+(?:has\s+|had\s+)?(?:invested|contributed|put in|pumped in|added|pledged|promised|committed|adds|gives|provides|sends|offers|pledges|commits|contributes|had|held|owned|put|offered|provided|gave|lent|donated|sent|remitted|transferred)\s+|\s+)"
    r"(?:(?:about|some|nearly|almost|over|more than|around|just|only|another|a further|a share of|investments? (?:of|worth)|an investment of|(?:\d+\s)?(?:[a-z-]+\s){1,2}(?:worth|valued at))\s+)*",
    re.IGNORECASE,
)
"""Between a country of the list and its sum."""
_BEGINS: Final = re.compile(
    r"(?:^\W*|(?:,|;|:|\(|\b(?:ahead of|behind|after|then|next|and|came|comes|by|is|are|were|was|include|included|including|with|while|where|but))\s+)(?:(?:the|neighbou?ring|those of|companies from|investors from|firms from)\s+)*$",
    re.IGNORECASE,
)
_GIVES: Final = re.compile(
    r"\b(?:investors?|sources?|contributors?|creditors?|lenders?|donors?|givers?|holders?|owners?)\b", re.IGNORECASE
)
_RECEIVES: Final = re.compile(
    r"\b(?:destinations?|recipients?|receiv(?:ed?|es|ing)|hosts?|beneficiar(?:y|ies)|target(?:s|ed)?)\b", re.IGNORECASE
)
_OTHER_MATTER: Final = re.compile(r"\b(?:exports?|imports?|trade|tourists?|visitors?|tariffs?)\b", re.IGNORECASE)
_REMEMBERED: Final = 3


def giver_frames(sentence: Sentence, frames: list[Frame], memory: Memory) -> list[Frame]:
    """The frames of countries that stand alone with a sum in a list of investors or hosts, in order."""
    flow = _spoken_of(sentence, frames, memory)
    if flow is None:
        return []
    found: list[Frame] = []
    whole = _guests_from_everywhere(memory)
    if whole is not None and flow not in frames:
        flow = replace(flow, reporter=whole.reporter, partner="WLD")
    for mention in sentence.mentions:
        if any(f.start <= mention.start < f.end for f in frames):
            continue
        listed = _listed(sentence, mention, flow, frames, found, guests=whole is not None) or _in_next_host(
            sentence, mention, found
        )
        if listed is not None:
            found.append(listed)
    return found


_PEOPLE: Final = frozenset({"people", "visas", "permits"})


def _guests_from_everywhere(memory: Memory) -> Told | None:
    """As in "the US had 1.06 million foreign students": the count of all, if nothing but parts of it has been told since."""
    at = next((i for i in reversed(range(len(memory.told))) if memory.told[i].unit in _PEOPLE), None)
    whole = memory.told[at] if at is not None else None
    if whole is None or whole.partner != "WLD" or whole.reporter in {None, "WLD"} or whole.indicator != "other":
        return None
    alike = ((t.indicator, t.reporter) == (whole.indicator, whole.reporter) for t in memory.told[at:])
    return whole if all(alike) else None


def _listed(
    sentence: Sentence, mention: Mention, flow: Frame, frames: list[Frame], found: list[Frame], *, guests: bool
) -> Frame | None:
    """A country that stands alone with a sum: who gives, or who receives; `found` are those before it in the list.

    Of `guests` that a country has from everywhere each row says from where.
    """
    firms = _FIRMS.match(sentence.text, mention.end) if mention.use == "adjective" else None
    people = mention.use in {"adjective", "demonym"} and _THE.search(sentence.text[: mention.start]) is not None
    people = people or (
        mention.use == "demonym" and (bool(found) or (flow in frames and flow.verb))
    )  # "the Dutch (4.4 billion) and Germans (2.8 billion)"
    if mention.use not in {"name", "official", "abbreviation"} and firms is None and not people:
        return None
    if not trades(mention.code) or not _BEGINS.search(lead_without_host(sentence, mention)):
        return None
    after = next((f for f in sentence.figures if f.start >= mention.end), None)
    if after is None or after.kind not in {"money", "percent"}:
        after = next((f for f in sentence.figures if f.start >= mention.end and f.kind == "money"), None)
    token = sentence.word_of(mention)
    if after is None or token is None:
        return None
    host = host_beside(sentence, mention, after)
    again = not frames and (  # "Fiji sent $3 million in 2016 and Samoa $2 million"
        mention.code == flow.reporter or (mention.code == flow.partner and _partners_told(sentence, flow))
    )
    if mention.code in flow.pair and not again and host is None:
        return None
    end = firms.end() if firms is not None else mention.end
    told = _THEN_SUM.fullmatch(without_host(sentence, host, end, after.start))
    if told is None and not comma_row(sentence, mention, after):
        return None
    listed = replace(
        flow, token=token, start=mention.start, end=mention.end, verb=False, group=flow.group and flow.partner is None, partners=(), sign=1, partner_prep=RANKED,
    )  # fmt: skip
    if host is not None:
        return replace(listed, reporter=mention.code, partner=host.code, inferred=("indicator",))
    owes = flow in frames and (
        flow.token.lemma == "owe" or _datives(sentence, flow) or _beside_host(sentence, mention, flow)
    )
    got = told is not None and (
        bool(told["got"]) or (bool(found) and found[-1].partner_prep == RANKED and _goes_on(found[-1], told.group()))
    )
    taken = (
        flow in frames and flow.verb and flow.reporter == "WLD" and flow.end < mention.start
    )  # "and Chad $6 billion"
    if got or owes or taken or guests or _hosts_listed(sentence, mention, flow):
        listed = replace(listed, partner=mention.code, inferred=("indicator", "reporter"))
    else:
        listed = replace(listed, reporter=mention.code, inferred=("indicator", "partner"))
    return listed if (listed.partner is not None or listed.group) and listed.reporter != listed.partner else None


def _in_next_host(sentence: Sentence, mention: Mention, found: list[Frame]) -> Frame | None:
    """As in "leads in Albania (1.08 billion) and in Malta (277 million)": the giver told just before, in another host."""
    last, token = found[-1] if found else None, sentence.word_of(mention)
    if last is None or token is None or mention.code in last.pair or not is_host(sentence, mention):
        return None
    after = next((f for f in sentence.figures if f.start >= mention.end), None)
    if (
        after is None
        or after.kind not in {"money", "percent"}
        or not _THEN_SUM.fullmatch(sentence.text, mention.end, after.start)
    ):
        return None
    return replace(
        last,
        token=token,
        start=mention.start,
        end=mention.end,
        partner=mention.code,
        inferred=("indicator", "reporter"),
    )


def _goes_on(last: Frame, gap: str) -> bool:
    """As in "Mozambique gets 750 million and Tanzania 700 million": the verb by which the one before received serves this one too."""
    return last.inferred == ("indicator", "reporter") and gap.isspace()


_THE: Final = re.compile(r"\b[Tt]he\s+$")
_FIRMS: Final = re.compile(r"\s+(?:firms|companies|investors|businesses|banks|lenders|creditors|capital|money)\b")


def _partners_told(sentence: Sentence, flow: Frame) -> bool:
    """As in "Tajikistan was first with 26 percent. Kyrgyzstan had 15 percent", of money from Russia: those who receive are named one by one."""
    named = {m.code for m in sentence.before.mentions} if sentence.before is not None else set()
    here = {m.code for m in sentence.mentions}
    return flow.reporter not in {None, "WLD", *named, *here} and bool(named)


def _datives(sentence: Sentence, flow: Frame) -> bool:
    """As in "forgave Vietnam 9 billion, Algeria 4 billion and Mongolia 11 billion": the first of several who received."""
    begin = flow.token.idx + len(flow.token)
    names = [m for m in sentence.mentions if m.start >= begin]
    if not flow.verb or len(names) < _SEVERAL or names[0].code != flow.partner:
        return False
    right_behind = sentence.text[begin : names[0].start].strip() in {"", "the"}
    row = _ROW_OF_MORE.match(sentence.text, names[0].end)
    return row is not None and (right_behind or len(names) > _SEVERAL)


def _beside_host(sentence: Sentence, mention: Mention, flow: Frame) -> bool:
    """As in "went to Sweden (5.2 billion euros) and Ireland (3.9 billion)": the next of those who received, each with its sum in brackets."""
    before = [m for m in sentence.mentions if m.end <= mention.start]
    if not before or before[-1].code != flow.partner:
        return False
    return _NEXT_HOST.fullmatch(sentence.text, before[-1].end, mention.start) is not None


_NEXT_HOST: Final = re.compile(r"\s*\([^()]{1,40}\)(?:,|,?\s+and)\s+(?:the\s+)?")
_SEVERAL: Final = 2
_ROW_OF_MORE: Final = re.compile(r"\s+[^,;A-Z]{0,6}\d[^,;A-Z]{1,30}(?:,|\s+and)\s+(?:the\s+)?[A-Z]")


def _spoken_of(sentence: Sentence, frames: list[Frame], memory: Memory) -> Frame | None:
    """What the list goes on from: the flow of money of the sentence, else the one told just before."""
    ranked = _ranked_in(sentence) if not frames else None
    if ranked is not None and (ranked.partner is not None or ranked.group):
        return ranked
    if not frames and ranked is None and (listed := headed(sentence, memory)) is not None:
        return listed
    here = [f for f in frames if f.indicator in GIVEN and f.reporter and f.partner]
    if here or frames or _OTHER_MATTER.search(sentence.text):
        return here[-1] if here else None
    last = memory.frame if sentence.index - memory.frame_sentence <= _REMEMBERED else None
    if last is not None and last.indicator in GIVEN and last.partner:
        return last
    host = host_told(sentence, memory) if ranked is not None and ranked.indicator == "investment" else None
    return replace(ranked, partner=host) if ranked is not None and host is not None else ranked


def headed(sentence: Sentence, memory: Memory) -> Frame | None:
    """As in "Japan is the biggest investor in Laos. China followed with $1.4 billion": the list that a sentence just before opened, without a figure of its own."""
    line = sentence.before
    for age in range(1, _REMEMBERED):
        if line is None or sentence.index - age <= memory.frame_sentence:
            return None
        if (ranked := _ranked_in(line, sentence.tokens[0])) is not None:
            return ranked
        line = line.before
    return None


def may_be_giver(sentence: Sentence) -> bool:
    """A country with a figure soon after a sentence of those who give (asked before it is parsed)."""
    before = sentence.before
    lines = (before, before.before) if before is not None else ()
    return any(line is not None and line.mentions and GIVERS.search(line.text) for line in lines)


def _ranked_in(sentence: Sentence, word: Any = None) -> Frame | None:
    """As in "tops the list of foreign investors in Laos", "Kenya's largest lender": the flow that the list is of, and who receives."""
    for told in GIVERS.finditer(sentence.text):
        kind = _KINDS[(told["who"] or "inves")[:5].lower()]
        behind = _IN_WHOM.match(sentence.text, told.end())
        for mention in sentence.mentions:
            owns = mention.end <= told.start() and _OWNS_THEM.fullmatch(sentence.text, mention.end, told.start())
            token = word if word is not None else sentence.word_of(mention)
            if token is not None and trades(mention.code) and (owns or (behind and mention.start == behind.end())):
                return Frame(token, kind, None, mention.code, None, start=mention.start, end=mention.end)
        if kind == "aid" and (_for_group(sentence, told.end())):
            first = word if word is not None else sentence.tokens[0]
            return Frame(first, kind, None, None, None, 0, 0, group=True)
        if _RANK.search(sentence.text):
            place = next((m.code for m in sentence.mentions if is_host(sentence, m)), None)
            first = word if word is not None else sentence.tokens[0]
            last = _ranked_in(sentence.before, first) if place is None and sentence.before is not None else None
            return Frame(first, kind, None, place or (last.partner if last is not None else None), None, 0, 0)
    return None


def _for_group(sentence: Sentence, since: int) -> bool:
    """As in "donors responding to the food crisis in southern Africa include Norway ($5 million)": no country receives it."""
    listed = _INCLUDE.search(sentence.text, since)
    if listed is None or any(since <= m.start < listed.start() and trades(m.code) for m in sentence.mentions):
        return False
    leads = _TO_GROUP.finditer(sentence.text, since, listed.start())
    return any(GROUP.match(sentence.text, lead.end()) is not None for lead in leads)


_INCLUDE: Final = re.compile(r"\s+(?:include[sd]?|are|were)\s+")
_TO_GROUP: Final = re.compile(r"\b(?:in|to|for|across)\s+(?:the\s+)?")
_RANK: Final = re.compile(
    r"\b(?:largest|biggest|top|leading|main|major|principal|chief|first|second|third|fourth|fifth|most|among|leads?|led|ranks?|ranked|list|number one)\b",
    re.IGNORECASE,
)
"""Words by which those who give are held against each other."""


GIVERS: Final = re.compile(
    r"\b(?P<who>investor|lender|creditor|donor)s?\b|\bsources?\s+of\s+(?:[a-z-]+\s+){0,2}(?:investment|FDI)\b",
    re.IGNORECASE,
)
"""Who is ranked by what was given."""
_IN_WHOM: Final = re.compile(r"\s+(?:in|to|of|for)\s+(?:the\s+)?")
_OWNS_THEM: Final = re.compile(r"(?:'s?|s')\s+(?:[\w-]+\s+){0,4}")
_KINDS: Final[dict[str, Indicator]] = {"inves": "investment", "lende": "debt", "credi": "debt", "donor": "aid"}


def _hosts_listed(sentence: Sentence, mention: Mention, flow: Frame) -> bool:
    """The list is of those who receive: by its own words, else by those of the sentence before it."""
    lead = sentence.text[: mention.end + 90]
    if _GIVES.search(lead):
        return False
    if _RECEIVES.search(lead):
        return True
    if flow.indicator == "other":
        return _partners_told(sentence, flow)
    line = sentence.before
    for _ in range(_REMEMBERED):
        if line is None or flow.reporter == "WLD":
            return False
        if _GIVES.search(line.text):
            return False
        if _RECEIVES.search(line.text):
            return True
        line = line.before
    return False
