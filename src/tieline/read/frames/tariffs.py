"""Who levies a duty, and on whom, when its phrase does not say: by prepositions, by the clause, by the story."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, takewhile

from tieline.model import lazy_re as re
from tieline.read.frames.around import Around, with_roles
from tieline.read.frames.duties import BEARS
from tieline.read.frames.subjects import country_of_phrase, subject_of
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import FLOWS, Frame

_LEVIED_BEFORE = re.compile(r"\b(?:on|against)\s+(?:the\s+)?$")
_LEVIED = re.compile(r"\bon\b")
_RATE_FOR = re.compile(r"(?:%|\b(?:per\s?cent|pct))\s+for\s+(?:the\s+)?$")
"""As in "are set at 100 percent for Canadian canola oil"."""


def tariff_of_sentence(frame: Frame, around: Around) -> Frame | None:
    """As in "asked B to waive the surtax that it puts on C's rice": on whom by the preposition, who levies by what is left."""
    text, mentions = around.sentence.text, around.sentence.mentions
    if (borne := _borne_by_subject(frame, around) or _on_goods_from(frame, around)) is not None:
        return borne
    if frame.group and (levier := around.subject(frame)) is not None and trades(levier):
        return with_roles(frame, levier, None, "reporter")  # "lowered the duty on barley from Central Asia"
    behind = [m for m in mentions if m.start > frame.token.idx]
    partner = next((m.code for m in behind if _LEVIED_BEFORE.search(text[: m.start])), None)
    if partner is None and _LEVIED.search(text[frame.token.idx :]):
        partner = next((m.code for m in behind if m.use == "adjective"), None)
    if partner is None:
        partner = next((m.code for m in behind if m.use == "adjective" and _RATE_FOR.search(text[: m.start])), None)
    if partner is None:
        return _of_buyer(frame, around) or _tariff_of_subject(frame, around) or _tariff_of_story(frame, around)
    others = [m.code for m in mentions if m.code != partner]
    levier = others[-1] if others else around.other_of_story(partner)
    return with_roles(frame, levier, partner, "reporter") if levier else None


def _borne_by_subject(frame: Frame, around: Around) -> Frame | None:
    """As in "South African goods entering the United States will face a tariff": on the subject's, by whom they are sold to."""
    verb = frame.token.head if frame.token.dep in {"dobj", "pobj", "nsubjpass"} else None
    verb = verb.head if verb is not None and verb.dep == "prep" else verb
    if verb is None or verb.lemma not in BEARS:
        return None
    subject, _ = subject_of(verb)
    bearer = country_of_phrase(around.sentence, subject, around.memory) if subject is not None else None
    bearer = bearer or around.subject(frame)
    if bearer is None or not trades(bearer):
        return None
    text = around.sentence.text
    named = (m.code for m in around.sentence.mentions if m.code != bearer and _SOLD_INTO.search(text[: m.start]))
    levier = next(named, None) or around.other_of_story(bearer)
    return with_roles(frame, levier, bearer, "reporter") if levier else None


_SOLD_INTO = re.compile(
    r"\b(?:entering|enter|reaching|in|into|to|at|by|bound for|sold to|shipped to)\s+(?:the\s+)?$", re.IGNORECASE
)


def _on_goods_from(frame: Frame, around: Around) -> Frame | None:
    """As in "tariffs on goods that come from Serbia and Bosnia", "on the products of both countries": each of them bears it."""
    sentence = around.sentence
    told = _ON_GOODS.match(sentence.text, frame.token.idx + len(frame.token))
    levier = around.subject(frame) if told is not None else None
    if told is None or levier is None or not trades(levier):
        return None
    if told["both"]:
        before = sentence.before
        named = [m.code for m in (*(before.mentions if before is not None else ()), *sentence.mentions)]
        borne = list(dict.fromkeys(code for code in named if code != levier and trades(code)))
    else:
        listed = [m for m in sentence.mentions if m.start >= told.end()]
        rows = takewhile(lambda two: _AND.fullmatch(sentence.text, two[0].end, two[1].start), pairwise(listed))
        borne = [listed[0].code, *(then.code for _, then in rows)] if listed and listed[0].start == told.end() else []
    if len(borne) < _TWO or (told["both"] and len(borne) > _TWO) or levier in borne:
        return None
    several = replace(frame, partners=tuple(borne), group=True)
    return replace(several, reporter=levier, partner=None)


_TWO = 2
_AND = re.compile(r",?\s+and\s+(?:the\s+)?|,\s+(?:the\s+)?")
_ON_GOODS = re.compile(
    r"\s+(?:of\s+[^,;.]{1,20}\s+)?on\s+(?:(?:all|the|most|some)\s+)*(?:[\w-]+\s+){0,2}?[a-z]+s\s+"
    r"(?:(?P<both>(?:of|from)\s+(?:both|the\s+two)\s+(?:countries|states|nations|neighbou?rs)\b)"
    r"|(?:(?:that|which)\s+)?(?:(?:come|comes|coming|came|imported|shipped|originating|are\s+imported)\s+)?from\s+(?:the\s+)?)"
)
"""Behind a duty: on whose goods it is."""


def _of_buyer(frame: Frame, around: Around) -> Frame | None:
    """As in "palm oil sales to India fell after the import duty was raised": whoever buys them levies it."""
    flow = around.before
    if flow is None or flow.indicator not in FLOWS or None in flow.pair or "WLD" in flow.pair or len(flow.pair) < _TWO:
        return None
    if _IMPORT_DUTY.search(around.sentence.text[: frame.token.idx]) is None:
        return None
    seller, buyer = (flow.reporter, flow.partner) if flow.indicator == "exports" else (flow.partner, flow.reporter)
    named = {m.code for m in around.sentence.mentions if m.start > flow.end}
    return with_roles(frame, buyer, seller, "reporter", "partner") if seller not in named else None


_IMPORT_DUTY = re.compile(r"\b(?:import|customs)\s+$", re.IGNORECASE)


def _tariff_of_story(frame: Frame, around: Around) -> Frame | None:
    """As in "the 300 mln dlrs in tariffs": those that the story has spoken of."""
    told = around.memory.tariff
    lead = around.sentence.text[: frame.token.idx]
    if told is None or not any(f.kind == "money" for f in around.sentence.figures) or not _THE_SUM.search(lead):
        return None
    return with_roles(replace(frame, good=frame.good or told.good), told.reporter, told.partner, "reporter", "partner")


_THE_SUM = re.compile(
    r"\b(?:the|these|those|its|their)\s[^,;]{1,40}\s(?:in|of|worth of)\s+(?:the\s+|trade\s+|punitive\s+|retaliatory\s+)*$"
)


def _imposed_by(frame: Frame, around: Around) -> str | None:
    """As in "the 33 percent duty imposed by Washington"."""
    for clause in frame.token.children:
        if clause.dep == "acl" and clause.tag == "VBN":
            behind = [m for m in around.sentence.mentions if 0 < m.start - clause.idx < _FARTHEST_AGENT]
            lead = around.sentence.text[: behind[0].start] if behind else ""
            return behind[0].code if lead.rstrip().lower().endswith((" by", " by the")) else None
    return None


_FARTHEST_AGENT = 24


def _tariff_of_subject(frame: Frame, around: Around) -> Frame | None:
    """As in "Beijing raised the tariff on rice", "the duty that Pristina introduced": on the story's other country, else on all."""
    clause = next((c for c in frame.token.children if c.dep == "relcl"), None)
    subject = subject_of(clause)[0] if clause is not None else None
    named = country_of_phrase(around.sentence, subject, around.memory) if subject is not None else None
    levier = named or _imposed_by(frame, around) or around.subject(frame)
    if levier is None or not trades(levier):
        return None
    told = around.before if around.before is not None else around.last
    faced = told.other_side(levier) if told is not None and levier in told.pair else None
    return with_roles(frame, levier, around.other_of_story(levier) or faced or "WLD", "reporter", "partner")


def under_tariff(frame: Frame, sentence: Sentence, figure: int) -> bool:
    """As in "25 percent tariffs on the following imports from Peru: 3 billion worth of steel": goods that a tariff is on."""
    if frame.indicator not in {"exports", "imports"}:
        return False
    if _LISTED_UNDER.search(sentence.text[:figure]) is not None:
        return True
    return not frame.verb and _TARIFF_ON.search(sentence.text[: frame.token.idx]) is not None


_LISTED_UNDER = re.compile(
    r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|surcharges?)\s+on\s+[^:;]{0,90}:[^;]*$", re.IGNORECASE
)


_TARIFF_ON = re.compile(
    r"\b(?i:tariffs?|dut(?:y|ies)|lev(?:y|ies)|surcharges?)\s+(?:of\s+[^;:]{1,30}?\s+)?on\s+"
    r"(?:(?:the|all|its|their|following|some|these|those|other|certain|about|around|nearly|almost|over|up|to|an?|combined|total|estimated|more|than|worth|of|million|billion|[A-Z][\w.'’]*|[$€£]?[\d.,]+)\s+){0,9}$"
)
