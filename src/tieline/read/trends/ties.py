"""Ties that grow or cool: relations, friendship, cooperation of a pair, as a trend `other`."""

from __future__ import annotations

from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.model.claims import Quote, Trend
from tieline.model.vocabulary import Direction, FigureModality
from tieline.read.story.document import Sentence, Story
from tieline.read.story.memory import Memory, memory_pair
from tieline.read.trends.clauses import is_wish, strength_of
from tieline.read.trends.quarrels import quarrel_in
from tieline.read.trends.times import modality_at, period_near
from tieline.read.words.trade import NOUN_ANCHORS, TIE_NOUNS

_TIE_UP = frozenset(
    "strengthen deepen grow warm improve expand flourish tighten intensify boost rekindle revive enhance cement consolidate broaden widen thaw upgrade reinforce bolster develop mend blossom thrive prosper patch repair".split()
)
_TIE_DOWN = frozenset(
    "cool fray deteriorate worsen sour weaken strain chill decline loosen erode freeze rupture nosedive plunge sink crumble suffer damage".split()
)
_STRAINS: Final[dict[str, Direction]] = {
    **dict.fromkeys(("strain", "chill", "deterioration", "worsening", "cooling", "rift", "freeze"), "down"),
    **dict.fromkeys(("thaw", "warming", "improvement", "strengthening", "deepening"), "up"),
}
"""Nouns of what becomes of ties: "a new strain in relations", "a thaw in ties"."""
_BRINGS: Final = frozenset(
    "cause continue persist bring create mark trigger produce provoke see lead spark reflect".split()
)
_STEPS: Final = frozenset("step measure".split())
_ASPECTS: Final = frozenset("begin start continue keep resume".split())
_MAY: Final = frozenset("can should must need".split())
_STATE: Final = re.compile(
    r"\b(?:(?P<up>(?P<most>(?:closer|stronger|warmer|better|deeper) than (?:ever|at any time))|on (?:a|the) (?:good|right|positive|upward) (?:course|track|path|footing)|(?P<best>never) been (?:[as][so] (?:close|good|warm|strong)|closer|better|stronger|warmer)|(?:rarely|seldom) been (?:so (?:close|good|warm)|closer|better|stronger|warmer)|advanc(?:e|es|ed|ing)\b(?!\s+(?:to|on|toward))|gain(?:s|ed|ing)? in (?:weight|strength|importance|depth|substance)|mov(?:e|es|ed|ing) (?:forward|ahead)\b|(?:mov|ris|reach|enter|climb|rose|risen)\w* (?:up )?(?:to |on )?(?:a|an|another) (?:(?:new|higher|whole new|qualitatively new) )?(?:level|height|stage|phase)s?)"
    r"|(?P<down>(?P<least>(?:worse|colder|weaker|cooler) than (?:ever|at any time))|at (?:an?|their|its) (?:(?:historic|all-time|lowest|low|worst|record)[ -]?){1,3}(?:point|ebb|level|low)?|(?P<worst>never) been (?:[as][so] (?:bad|cold|poor|strained|tense)|worse|colder)|(?:com(?:e|es|ing)|came|are|is|were|was) under (?:\w+ )?(?:strain|pressure|stress)|(?:hit|reached|sank to|fell to|sunk to|fallen to) (?:a|an|their|its) (?:\w+ )?(?:(?:new|record|all-time|historic) low|low point)|br(?:oke|oken|eak|eaks) down|(?:put|puts|putting|placed) (?:\w+ )?strain on|(?:rarely|seldom) been (?:so (?:bad|cold|poor|strained|tense)|worse|colder)|on (?:a|the) (?:downward|bad|wrong) (?:course|track|path)))",
    re.IGNORECASE,
)
"""What is said of ties that grow or cool without a verb of it: "are on a good course", "have never been better"."""
_TURNS: Final = re.compile(
    r"(?:gr[eo]w\w*|becom\w*|became|turn\w*|gets?|got|gotten|getting|go|goes|going|gone|went)\s+(?:(?:even|ever|much|far|steadily|increasingly|more(?: and more)?|very|rather|so|somewhat|noticeably|visibly|markedly|still|quite|(?P<less>less(?: and less)?))\s+)*"
    r"(?:(?P<warm>warm(?:er)?|strong(?:er)?|better|friendl(?:y|ier)|deep(?:er)?|tight(?:er)?|cordial|close)"
    r"|(?:cold(?:er)?|cool(?:er)?|frost(?:y|ier)|ic(?:y|ier)|chill(?:y|ier)|bad|worse|from bad to worse|tense|strained|distant|sour|hostile|difficult|rock(?:y|ier)|weak(?:er)?|loose(?:r)?|bitter|fraught))\b",
    re.IGNORECASE,
)
"""From the verb of ties on: "have grown even colder", "became much warmer"."""
_CLOSER = re.compile(
    r"\b(?:draw(?:s|ing|n)?|drew|mov(?:e|es|ed|ing)|grow(?:s|ing|n)?|grew|com(?:e|es|ing)|came)\s+(?:(?:ever|much|steadily|even)\s+)?closer\b|\b(?:work(?:s|ed|ing)?|cooperat(?:e|es|ed|ing))\s+(?:together\s+|with each other\s+)?(?:more and more|ever more|(?:more|ever more) closely)\b|\bdrift(?:s|ed|ing)? apart\b",
    re.IGNORECASE,
)


def read_ties(sentence: Sentence, story: Story, memory: Memory) -> list[Trend]:
    """Ties that grow or cool: a trend `other` of the pair."""
    out = []
    pair_here = _pair_of(sentence, memory)
    if pair_here is None:
        return []
    closer = _CLOSER.search(sentence.text)
    if closer and _are_countries(sentence, closer.start()):
        direction: Direction = "down" if "apart" in closer.group().lower() else "up"
        subject = [m for m in sentence.mentions if m.end <= closer.start()]
        if (
            len({m.code for m in subject}) >= 2
            or (subject and any(m.start > closer.end() for m in sentence.mentions))
            or memory.pair
        ):
            start = subject[-2].start if len(subject) >= 2 else subject[0].start if subject else 0
            out.append(
                _tie(
                    sentence,
                    story,
                    pair_here,
                    direction,
                    start,
                    closer.end(),
                    None,
                    modality_at(sentence, next(t for t in sentence.tokens if t.idx >= closer.start())),
                )
            )
    if not out and (quarrel := quarrel_in(sentence)) is not None:
        two, way, verb, first, last = quarrel
        out.append(_tie(sentence, story, two, way, first, last, strength_of(verb), modality_at(sentence, verb)))
    for token in sentence.tokens:
        if token.lemma not in TIE_NOUNS or token.pos not in {"NOUN", "PROPN"} or token.dep in {"compound", "amod"}:
            continue
        if re.search(r"\b(?:trade|economic exchange)\b", sentence.text[token.left_edge.idx : token.idx], re.IGNORECASE):
            continue
        verb, direction = _tie_move(token)
        if any(other.lemma in NOUN_ANCHORS for other in token.conjuncts):
            continue
        if verb is None:
            continue
        left = [m for m in sentence.mentions if token.left_edge.idx - 40 <= m.start <= token.idx + 60]
        third = _with_a_third(sentence, token, pair_here) if out else None
        if third is None and (out or (len({m.code for m in left}) == 1 and left[0].code not in pair_here)):
            continue
        first, last = min(verb.idx, token.left_edge.idx), max(verb.idx + len(verb), token.idx + len(token))
        owner = next((c for c in verb.children if c.dep == "nsubj"), None)
        if owner is not None:
            first = min(first, owner.left_edge.idx)
        own = {m.code for m in sentence.mentions if token.left_edge.idx <= m.start <= token.right_edge.idx}
        pair = third or (pair_here if len(own) > 1 else _as_the_story_has_it(pair_here, memory))
        if (turned := _TURNS.match(sentence.text, verb.idx)) is not None:
            last = max(last, turned.end())
        told = strength_of(verb), modality_at(sentence, verb)
        each = _with_each(sentence, token, pair)
        out.extend(_tie(sentence, story, one, direction, first, last, *told) for one in each)
    return out


def _with_each(sentence: Sentence, token: Any, pair: tuple[str, str]) -> list[tuple[str, str]]:
    """As in "Fiji's ties with Australia and New Zealand broke down": those of the first with each of the list, none with a group."""
    preps = (c for c in token.children if c.dep == "prep" and c.lower in {"with", "to"})
    one = next((c for prep in preps for c in prep.children if c.dep == "pobj"), None)
    named = [sentence.mention_at(t) for t in (one, *one.conjuncts)] if one is not None else []
    if one is not None and one.tag == "NNS" and one.lemma in _GROUPS and not any(named):
        return []  # "relations with the Gulf countries"
    codes = list(dict.fromkeys(m.code for m in named if m is not None and m.code not in {"WLD", "UN"}))
    listed = len(codes) > 1 and pair[0] not in codes and pair[1] in codes
    return [(pair[0], code) for code in codes] if listed else [pair]


_GROUPS: Final = frozenset("country nation state neighbour neighbor partner member".split())


def _with_a_third(sentence: Sentence, token: Any, pair: tuple[str, str]) -> tuple[str, str] | None:
    """As in "friendship of Chad and Togo grows, while ties with Mali have cooled": those of the first with another one."""
    behind = next((m for m in sentence.mentions if m.start > token.idx), None)
    led = behind is not None and _WITH.fullmatch(sentence.text, token.idx + len(token), behind.start)
    return (pair[0], behind.code) if led and behind is not None and behind.code not in pair else None


_WITH: Final = re.compile(r"\s+(?:with|to)\s+(?:the\s+)?")


def _are_countries(sentence: Sentence, start: int) -> bool:
    """Those that move closer are countries, their ties, or "the two": no quarrel that "came closer", no "move closer to" somebody."""
    word = next(t for t in sentence.tokens if t.idx >= start)
    verb, subject = word, None
    while subject is None and verb.pos in {"VERB", "AUX"}:
        subject = next((c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}), None)
        if subject is None and (verb.head == verb or verb.dep not in {"xcomp", "conj", "relcl", "acl", "advcl", "aux"}):
            return verb.dep != "ROOT" or verb is not word or _right_before(sentence, start)
        verb = verb.head if subject is None else verb
    if subject is None:
        return _right_before(sentence, start)
    inside = [subject, *subject.conjuncts]
    return any(t.lemma in TIE_NOUNS | _SIDES or t.pos == "PRON" or sentence.mention_at(t) is not None for t in inside)


def _right_before(sentence: Sentence, start: int) -> bool:
    """As in "After years of drift, Cuba and Algeria are drawing closer", where the parser sees no subject."""
    before = [m for m in sentence.mentions if m.end <= start]
    return bool(before) and _AUXILIARIES.fullmatch(sentence.text, before[-1].end, start) is not None


_AUXILIARIES: Final = re.compile(
    r"\s+(?:(?:is|are|was|were|has|have|had|been|being|will|be|now|also|slowly|again)\s+)*"
)
_SIDES: Final = frozenset(
    "two country side nation neighbour neighbor government capital state leader people both pair foe rival ally".split()
)


def _as_the_story_has_it(pair: tuple[str, str], memory: Memory) -> tuple[str, str]:
    """As in "relations have been strained", where nobody is named: the pair with the country that the story tells of first."""
    base = memory.base
    first = base.reporter if base is not None and base.indicator != "trade" and base.reporter in pair else memory.home
    return (pair[1], pair[0]) if first == pair[1] else pair


def _tie_move(token: Any) -> tuple[Any, Direction]:
    head = token
    for _ in range(4):
        parent = head.head
        if parent.lemma in _STRAINS and parent.pos == "NOUN":
            verb = parent.head
            brought = verb.lemma in _BRINGS and parent.dep in {"dobj", "pobj", "nsubj"} and not is_wish(verb)
            return (parent if brought else None), _STRAINS[parent.lemma]
        subject = parent.pos in {"VERB", "AUX"} and head.dep in {"nsubj", "nsubjpass"}
        if subject and (state := _state_of(token, parent)) is not None:
            return state
        if parent.pos == "VERB":
            lemma = parent.lemma
            if any(c.lower in _MAY for c in parent.children if c.dep == "aux"):
                return None, "up"
            if head.dep in {"nsubj", "nsubjpass"} and lemma in _ASPECTS:
                moved = next((c for c in parent.children if c.dep == "xcomp"), parent)
                lemma = moved.lemma
            begun = parent.dep == "xcomp" and parent.head.lemma in _ASPECTS and not is_wish(parent.head)
            if (is_wish(parent) and not begun and not _is_under_way(parent)) or any(
                c.dep == "neg" for c in parent.children
            ):
                return None, "up"
            if head.dep in {"dobj", "nsubj", "nsubjpass"}:
                if lemma in _TIE_UP:
                    return parent, "up"
                if lemma in _TIE_DOWN:
                    return parent, "down"
            return _said_beside(token) if lemma in {"have", "enjoy"} and head is token else (None, "up")
        if parent == head or parent.pos not in {"NOUN", "ADP"}:
            break
        head = parent
    return _said_beside(token)


def _state_of(token: Any, verb: Any) -> tuple[Any, Direction] | None:
    """What is said of the ties without a verb of moving: "are on a good course", "have grown colder"."""
    told = _STATE.search(token.doc.text, max(token.idx, verb.idx - _BEFORE))
    if (
        told is not None
        and told.start() - verb.idx < _NEAR
        and not any(c.lower in _MAY or c.lemma in _MAY for c in verb.children if c.dep == "aux")
    ):
        way: Direction = "up" if told["up"] else "down"
        if _is_denied(verb, told):
            return None, way
        best, worst = told["best"] or told["most"], told["worst"] or told["least"]
        return verb, "record_high" if best else "record_low" if worst else way
    if (turned := _TURNS.match(token.doc.text, verb.idx)) is not None:
        up = (turned["warm"] is not None) is not (turned["less"] is not None)
        stays = is_wish(verb) or any(c.dep == "neg" or c.lower in _MAY for c in verb.children)
        return (None if stays else verb), "up" if up else "down"
    return None


def _is_denied(verb: Any, told: re.Match[str]) -> bool:
    """As in "are not moving forward"; "have never been better" is no denial."""
    return not (told["best"] or told["worst"]) and any(c.dep == "neg" for c in verb.children)


def _said_beside(token: Any) -> tuple[Any, Direction]:
    """As in "warming ties", "ever closer ties", "the relations that had been damaged"."""
    for child in token.children:
        if child.dep == "relcl" and child.lemma in _TIE_DOWN and not any(c.dep == "neg" for c in child.children):
            return child, "down"
        if child.dep == "amod" and child.lower in _CLOSE and any(c.lower == "ever" for c in child.children):
            return child, "up"
        if child.dep == "amod" and child.tag in {"VBG", "VBN"}:
            lemma = child.lemma
            if lemma in _TIE_UP - {"develop", "cement"} and child.tag == "VBG":
                return child, "up"
            if lemma in _TIE_DOWN:
                return child, "down"
    return None, "up"


_CLOSE: Final = frozenset("closer stronger warmer better deeper".split())
_NEAR: Final = 30
_BEFORE: Final = 8
"""Characters of "never" or "seldom" before their verb."""


def _is_under_way(verb: Any) -> bool:
    """As in "they keep taking steps to mend ties": what is aimed at is being done."""
    taking = verb.head.head if verb.head.lemma in _STEPS else verb.head
    steps = any(c.lemma in _STEPS and c.dep == "dobj" for c in taking.children)
    return taking.lemma == "take" and steps and not is_wish(taking)


def _tie(
    sentence: Sentence,
    story: Story,
    pair: tuple[str, str],
    direction: Direction,
    first: int,
    last: int,
    strength: str | None,
    modality: FigureModality,
) -> Trend:
    period, _ = period_near(sentence, first, last)
    return Trend(
        document=story.document.id, version=story.document.version_id, quote=Quote.of(story.document.text, sentence.start + first, sentence.start + last),
        indicator="other", reporter=pair[0], partner=pair[1], period=period, direction=direction, strength=strength, modality=modality, confidence=0.6,
    )  # fmt: skip


_THE_TWO: Final = re.compile(
    r"\b(?:between|of) the two\b(?! (?:leaders|presidents|ministers|men|women))|\b(?:the|these|both) two (?:countries|nations|states|sides|neighbou?rs)\b|\bthe two have\b|\bboth (?:countries|sides|nations)\b",
    re.IGNORECASE,
)
"""The pair that the story speaks of, though the sentence names another country too."""


def _pair_of(sentence: Sentence, memory: Memory) -> tuple[str, str] | None:
    codes = list(dict.fromkeys(m.code for m in sentence.mentions if not m.place and m.code not in {"WLD", "UN"}))
    if len(codes) >= 2 and not (_THE_TWO.search(sentence.text) and memory.pair and not set(memory.pair) <= set(codes)):
        return codes[0], codes[1]
    pair = memory_pair(memory, sentence)
    if pair and _THE_TWO.search(sentence.text):
        return pair
    if pair and (not codes or codes[0] in pair):
        return pair
    return None
