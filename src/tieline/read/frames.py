"""Frames: each word of trade in a sentence with whose it is, with whom, and of what.

A frame is a noun ("exports", "trade deficit") or a verb ("sold", "imported") that a figure or a direction can hang on.
Roles come from the words round it: "North Korea's exports of cars to Russia" names all three.  What the words do not
name may be carried over from the story so far (`memory`), and is then listed in `inferred`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from tieline.model.vocabulary import Indicator
from tieline.read.goods import Good, good_of_phrase, goods_in
from tieline.read.lexicon import CONDITIONAL_VERBS, DESCRIBED, NOUN_ANCHORS, VERB_ANCHORS, WEAK_NOUNS
from tieline.read.mentions import Mention
from tieline.read.people import People
from tieline.read.story import Sentence, Story, trades

_CARRIERS = frozenset(
    [
        "volume",
        "value",
        "total",
        "figure",
        "growth",
        "turnover",
        "earning",
        "revenue",
        "receipt",
        "bill",
        "sale",
        "flow",
        "level",
        "amount",
        "relation",
        "traffic",
        "deficit",
        "surplus",
        "gap",
        "balance",
        "imbalance",
        "shortfall",
        "partner",
        "share",
        "statistic",
        "datum",
        "performance",
        "income",
        "line",
        "facility",
        "rate",
        "quota",
    ]
)
_PAIR_WORDS = re.compile(
    r"\b(?:(?:the|these|those|its|both) )?(?:two|both) (?:[\w-]+ )?(?:countries|nations|sides|states|neighbou?rs|economies|allies|partners|governments|capitals|peoples|powers|republics|kingdoms|islands?|rivals|parties)\b|\b(?:between|with) (?:them(?:selves)?|each other|one another|the pair|the two)\b|\bthe pair\b|\beach other\b|\bthe two\b(?= (?:are|have|had|were|also|which|who|that|to|,|\.))",
    re.IGNORECASE,
)
_MUTUAL = frozenset(["bilateral", "two-way", "mutual", "reciprocal", "cross-border", "crossborder", "overall"])
_DESCRIPTION = re.compile(
    r"\b(?:the|its|their|that|this) (?:[\w-]+ ){0,3}?(?:country|island|nation|kingdom|republic|neighbou?r|ally|state|emirate|sultanate|sheikhdom|giant|archipelago|regime|monarchy|power|partner)(?:'s|s')?(?= |,|\.|$)(?! (?:department|ownership|media|television|visit|bank|television|council|department|secretary|oil|firm|company|run|owned))",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"(?:the |other |most |all |several |some |many |certain |non-)*(?:(?:Western|Eastern|Central|South(?:ern|[- ]?[Ee]ast)?|North(?:ern)?|sub-Saharan|Latin|developing|industriali[sz]ed|Arab|Gulf|Asian|African|European|Nordic|Baltic|Soviet[- ]bloc|third)\s+)*(?:Europe|Asia|Africa|America|West|East|Middle East|Caribbean|Balkans|Gulf|bloc|countries|states|nations|partners|neighbou?rs|members|markets|economies)\b(?!'s)",
)
"""A group of countries without a code: the partner is then null, never the world."""
_WORLD = re.compile(r"\b(?:total|overall|global|worldwide|world|entire|whole|all)\b", re.IGNORECASE)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PREPS = frozenset(
    [
        "to",
        "with",
        "from",
        "between",
        "of",
        "by",
        "into",
        "in",
        "for",
        "on",
        "against",
        "toward",
        "towards",
        "among",
        "onto",
        "via",
        "through",
    ]
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a word of trade is about; `start:end` is its phrase in the sentence, `token` its spaCy token."""

    token: Any
    indicator: Indicator
    reporter: str | None
    partner: str | None
    good: Good | None
    start: int
    end: int
    verb: bool = False
    sign: int = 1
    inferred: tuple[str, ...] = ()
    whole: bool = False
    group: bool = False
    weak: bool = False
    partner_prep: str | None = None

    @property
    def pair(self) -> frozenset[str]:
        """The countries of the frame, without the world."""
        return frozenset(c for c in (self.reporter, self.partner) if c and c != "WLD")


@dataclass(slots=True)
class Memory:
    """What the story has spoken of so far."""

    people: People | None = None
    countries: list[str] = field(default_factory=list)
    frame: Frame | None = None
    frame_sentence: int = -99
    flow: Frame | None = None
    pair: tuple[str, str] | None = None
    subject: str | None = None
    recent: list[str] = field(default_factory=list)

    def note(self, frame: Frame, sentence: Sentence) -> None:
        """Keep a frame as the last one spoken of."""
        self.frame, self.frame_sentence = frame, sentence.index
        if frame.indicator in {"exports", "imports"}:
            self.flow = frame
        if frame.reporter and frame.partner and frame.partner != "WLD":
            self.pair = (frame.reporter, frame.partner)


@dataclass(slots=True)
class _Near:
    """Countries round a word, by the preposition that leads to them; `left` for those before it in its phrase."""

    left: list[Mention] = field(default_factory=list)
    by_prep: dict[str, list[Mention]] = field(default_factory=dict)
    pair: bool = False
    described: str | None = None
    description: str = ""
    group: bool = False
    end: int = 0
    of_head: Any = None
    whole: bool = False

    def first(self, *preps: str) -> str | None:
        for prep in preps:
            if self.by_prep.get(prep):
                return self.by_prep[prep][0].code
        return None


def find_frames(sentence: Sentence, story: Story, memory: Memory) -> list[Frame]:
    """The frames of a parsed sentence, in order, with roles filled as far as words and memory allow."""
    goods = goods_in(sentence)
    frames = []
    for token in sentence.tokens:
        frame = None
        lemma = token.lemma_.lower()
        if (
            token.tag_ == "VBG"
            and token.lower_ in {"buying", "selling"}
            and token.dep_ in {"nsubj", "dobj", "pobj", "ROOT"}
            and token.i
            and sentence.mention_at(token.nbor(-1))
        ):
            lemma = token.lower_
        if (token.pos_ in {"NOUN", "PROPN"} or lemma in {"buying", "selling"}) and lemma in NOUN_ANCHORS:
            frame = _noun_frame(sentence, token, goods, memory)
        elif token.pos_ == "VERB" and lemma in VERB_ANCHORS:
            frame = _verb_frame(sentence, token, goods, memory)
        if frame is not None:
            frames.append(frame)
    out: list[Frame] = []
    for frame in _drop_doubled(frames):
        filled = _fill(frame, sentence, story, memory, out[-1] if out else None)
        if filled is not None:
            out.append(filled)
    return out


def _drop_doubled(frames: list[Frame]) -> list[Frame]:
    """As in "trade deficit", "export sales": one frame, the more telling word; a verb whose object is a frame yields to it."""
    out: list[Frame] = []
    for found in frames:
        frame = found
        if out and out[-1].indicator == "balance" and frame.indicator == "trade" and not frame.verb:
            between = frame.token.doc.text[out[-1].token.idx + len(out[-1].token) : frame.token.idx]
            if re.fullmatch(r"\s+(?:in|on|of)\s+(?:[\w'-]+\s+){0,3}", between):
                last = out.pop()
                out.append(replace(last, partner=last.partner or frame.partner, end=max(last.end, frame.end)))
                continue
        if out and not frame.verb and not out[-1].verb and frame.token.i - out[-1].token.i == 1:
            last = out.pop()
            if frame.indicator in {"balance", "tariff"} or (
                last.indicator in {"trade", "tourism"} and frame.indicator != "trade"
            ):
                keep, other = frame, last
            else:
                keep, other = last, frame
            frame = replace(
                keep,
                reporter=keep.reporter or other.reporter,
                partner=keep.partner or other.partner,
                good=keep.good or other.good,
                start=min(keep.start, other.start),
                end=max(keep.end, other.end),
                group=keep.group or other.group,
                token=frame.token,
            )
        out.append(frame)
    return out


def _is_modifier_elsewhere(token: Any) -> bool:
    """As in "trade minister", "export promotion office", "tariff talks": the word only tells which minister."""
    if token.dep_ not in {"compound", "nmod", "amod", "npadvmod"} or token.head.i <= token.i:
        return False
    head = token.head
    while head.dep_ == "compound" and head.head.i > head.i:
        head = head.head
    lemma = head.lemma_.lower()
    return lemma not in NOUN_ANCHORS and lemma not in _CARRIERS


def _noun_frame(sentence: Sentence, token: Any, goods: list[Good], memory: Memory) -> Frame | None:
    lemma = token.lower_ if token.tag_ == "VBG" else token.lemma_.lower()
    if lemma == "exchange" and not re.search(
        r"\b(?:economic|commercial|trade|trading|bilateral|mutual)\s+exchanges?\b|exchanges? of goods",
        sentence.text[max(0, token.idx - 14) : token.idx + 24],
        re.IGNORECASE,
    ):
        return None
    if (
        lemma == "flow"
        and not re.match(
            r"flows? of (?:goods|trade|merchandise|products|commerce)\b", sentence.text[token.idx :], re.IGNORECASE
        )
        and memory.frame_sentence < sentence.index - 2
    ):
        return None
    if lemma == "business" and not re.match(r"\s+(?:between|with|across)\b", sentence.text[token.idx + len(token) :]):
        return None
    if (
        lemma == "arrival"
        and not re.search(r"tourist|visitor|travell?er|passenger|holidaymaker", sentence.text, re.IGNORECASE)
        and not any(f.unit == "people" for f in sentence.figures)
    ):
        return None
    if _is_modifier_elsewhere(token) or (
        token.pos_ == "PROPN" and token.text[0].isupper() and token.i > 0 and token.dep_ == "compound"
    ):
        return None
    indicator = NOUN_ANCHORS[lemma]
    following = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if (
        lemma == "balance"
        and following == "of"
        and token.i + 2 < len(token.doc)
        and token.nbor(2).lower_ in {"payments", "power"}
    ):
        return None
    near = _near(sentence, token)
    reporter, partner, prep = _roles(indicator, lemma, near, sentence, token, memory)
    good = _good_of_noun(sentence, token, near, goods, indicator)
    left = token.left_edge
    start = left.idx if token.i - left.i < 14 else token.idx
    sign = -1 if lemma in {"deficit", "shortfall"} or (lemma in {"gap", "imbalance"}) else 1
    return Frame(
        token, indicator, reporter, partner, good, start, max(near.end, token.idx + len(token)),
        sign=sign, whole=near.whole, weak=lemma in WEAK_NOUNS, partner_prep=prep,
        group=near.group or any(len(v) > 1 for k, v in near.by_prep.items() if k in {"to", "with", "from"} and not near.pair),
        inferred=_pair_inferred(near),
    )  # fmt: skip


def _pair_inferred(near: _Near) -> tuple[str, ...]:
    return ("reporter", "partner") if near.pair and not near.left else ()


def _near(sentence: Sentence, token: Any) -> _Near:
    """Look left inside the noun phrase and right along prepositions, up to a finite verb or a break."""
    near = _Near()
    doc = token.doc
    left = token.left_edge.i
    begin = token.i
    while (
        begin > left
        and token.i - begin < 12
        and doc[begin - 1].text not in {",", ";", ":", "("}
        and doc[begin - 1].tag_ not in _FINITE
    ):
        begin -= 1
    span_start = doc[begin].idx
    near.left = [m for m in sentence.mentions if span_start <= m.start < token.idx]
    lead = sentence.text[span_start : token.idx]
    if any(t.lower_ in _MUTUAL - {"overall"} for t in doc[begin : token.i]):
        near.pair = True
    near.whole = bool(_WORLD.search(lead))
    prep = None
    depth = 0
    k = token.i + 1
    skip_to = 0
    while k < len(doc) and depth < 16:
        word = doc[k]
        depth += 1
        if word.idx < skip_to:
            k += 1
            continue
        if word.text in {";", ":", "--", "—"} or (word.tag_ in _FINITE and word.lower_ != "worth"):
            break
        if word.text == "," and not _goes_on(sentence, doc, k):
            break
        if word.lower_ in _PREPS:
            prep = word.lower_
            if prep == "of" and near.of_head is None:
                near.of_head = _object_of(word)
        elif (
            word.pos_ in {"NOUN", "PROPN"}
            and word.lemma_.lower() in NOUN_ANCHORS
            and prep != "of"
            and not sentence.mention_at(word)
            and word.dep_ != "compound"
        ):
            break
        tail = sentence.text[word.idx :]
        pairs = _PAIR_WORDS.match(sentence.text, word.idx) if prep in {"between", "of", "with", "by", "among"} else None
        if pairs or (word.lower_ in {"between", "with"} and _PAIR_WORDS.match(tail)):
            near.pair = True
        mention = sentence.mention_at(word)
        if mention and prep:
            bucket = near.by_prep.setdefault(prep, [])
            if mention not in bucket:
                bucket.append(mention)
            near.end = max(near.end, mention.end)
            skip_to = mention.end
        elif prep in {"with", "to", "from"} and _GROUP.match(sentence.text, word.idx):
            near.group = True
        elif prep and (found := _DESCRIPTION.match(sentence.text, word.idx)):
            near.described = prep
            near.description = found.group()
            near.end = max(near.end, found.end())
        k += 1
    found = _DESCRIPTION.search(lead)
    if found and not (near.left and near.described):
        near.described, near.description = "left", found.group()
    return near


def _goes_on(sentence: Sentence, doc: Any, comma: int) -> bool:
    """A list of countries runs over this comma ("to A, B and C")."""
    window = doc[comma + 1 : comma + 5]
    before = sentence.mention_at(doc[comma - 1]) is not None
    first = (
        window[1]
        if len(window) > 1 and window[0].lower_ in {"and", "or", "the"}
        else window[0]
        if len(window)
        else None
    )
    return (
        before
        and first is not None
        and sentence.mention_at(first) is not None
        and not any(t.tag_ in _FINITE for t in window[:3])
    )


def _object_of(prep: Any) -> Any:
    for child in prep.children:
        if child.dep_ == "pobj":
            return child
    return None


def _roles(
    indicator: Indicator, lemma: str, near: _Near, sentence: Sentence, token: Any, memory: Memory
) -> tuple[str | None, str | None, str | None]:
    """(reporter, partner, preposition of the partner) from the countries round a noun."""
    left = [m.code for m in near.left]
    if near.pair and memory_pair(memory, sentence) and not near.by_prep.get("with"):
        pair = memory_pair(memory, sentence)
        if pair and not left:
            return pair[0], pair[1], "between"
        if pair and left and left[0] in pair:
            return left[0], pair[1] if pair[0] == left[0] else pair[0], "between"
    both = near.by_prep.get("between", [])
    if len(both) >= 2:
        return both[0].code, both[1].code, "between"
    of_mentions = near.by_prep.get("of", [])
    reporter: str | None = left[0] if left else None
    partner: str | None = None
    prep: str | None = None
    if indicator in {"trade", "balance"}:
        if len(set(left)) >= 2:
            return left[0], left[1], None
        partner = near.first("with", "against", "to", "from")
        prep = "with"
        reporter = reporter or near.first("of", "by", "for")
    elif indicator == "exports":
        partner, prep = near.first("to", "into", "towards", "toward", "for"), "to"
        if partner is None and lemma in {"sale", "shipment", "delivery"}:
            partner = near.first("in")
        reporter = reporter or near.first("from", "by") or (of_mentions[0].code if of_mentions else None)
        if len(set(left)) >= 2 and partner is None and lemma == "export":
            partner = next((c for c in left if c != reporter), None)
    elif indicator == "imports":
        partner, prep = near.first("from"), "from"
        if partner is None and of_mentions:
            partner = of_mentions[0].code
        reporter = reporter or near.first("to", "into", "by", "in")
        if reporter == partner and left:
            reporter = near.first("to", "into", "by", "in")
        if len(set(left)) >= 2 and partner is None:
            partner = next((c for c in left if c != reporter), None)
    elif indicator in {"aid", "debt"}:
        giver = near.first("from", "by")
        receiver, prep = near.first("to", "for"), "to"
        if lemma in {"debt", "arrears"}:
            reporter, partner = near.first("to"), (left[0] if left else near.first("of"))
            return reporter, partner, prep
        if giver and left:
            receiver = receiver or left[0]
            reporter = giver
        else:
            reporter = giver or reporter
        partner = receiver
    elif indicator == "investment":
        reporter = reporter or near.first("from", "by")
        partner, prep = near.first("in", "into", "to"), "in"
        if partner is None and len(set(left)) >= 2:
            partner = left[1]
    elif indicator == "tourism":
        origin = near.first("from") or (left[0] if left else None)
        reporter, partner, prep = near.first("to", "in"), origin, "from"
    elif indicator == "tariff":
        partner, prep = near.first("on", "against", "from", "of"), "on"
        if partner is None and near.by_prep.get("to"):
            partner = near.first("to")
    elif indicator == "consumption":
        partner, prep = near.first("of", "from"), "of"
        reporter = reporter or near.first("in", "by")
    if partner == reporter:
        partner = None
    if near.described == "left" and reporter is None:
        reporter = _described_country(near.description, partner, memory, sentence, token.left_edge.idx + 4)
    elif near.described and near.described != "left" and partner is None:
        owner = reporter or _likely_reporter(memory, sentence, token)
        partner = _described_country(near.description, owner, memory, sentence, token.idx)
    return reporter, partner, prep


def _likely_reporter(memory: Memory, sentence: Sentence, token: Any) -> str | None:
    """Whose flow it is when only the other side is described: the country named before, else the last frame's."""
    earlier = [m.code for m in sentence.mentions if m.end <= token.idx and trades(m.code)]
    if earlier:
        return earlier[0]
    return memory.frame.reporter if memory.frame is not None else None


def memory_pair(memory: Memory, sentence: Sentence) -> tuple[str, str] | None:
    """The two countries meant by "the two countries": those of this sentence, else the last pair, else the story's."""
    here = list(dict.fromkeys(m.code for m in sentence.mentions if not m.place and trades(m.code)))
    if len(here) == 2:
        return here[0], here[1]
    return memory.pair


def _described_country(words: str, known: str | None, memory: Memory, sentence: Sentence, until: int) -> str | None:
    """The country meant by "the island", "its neighbour", "the country": by what it is, by the pair, by who was named.

    `known` is the other side, which it can't be; only names before the offset `until` count.
    """
    noun = re.sub(r"'s?$", "", words.rsplit(None, 1)[-1].lower())
    kinds = DESCRIBED.get(noun)
    if kinds:
        fitting = [c for c in memory.countries if c in kinds and c != known]
        if fitting:
            return fitting[0]
    if re.match(r"(?:the|that|this)\b", words, re.IGNORECASE) and noun in {
        "country",
        "nation",
        "republic",
        "state",
        "kingdom",
    }:
        earlier = [m.code for m in sentence.mentions if m.end <= until and m.code != known]
        if earlier:
            return earlier[-1]
        if memory.subject and memory.subject != known:
            return memory.subject
        return next((c for c in memory.countries if c != known), None)
    return _other_of_pair(memory, sentence, known)


def _other_of_pair(memory: Memory, sentence: Sentence, known: str | None) -> str | None:
    pair = memory.pair
    here = [m.code for m in sentence.mentions if m.code != known]
    if pair and known in pair:
        return pair[1] if pair[0] == known else pair[0]
    return here[0] if here else None


def _good_of_noun(sentence: Sentence, token: Any, near: _Near, goods: list[Good], indicator: Indicator) -> Good | None:
    """The product of a noun anchor: before it ("crude oil exports"), after "of", or "in oil", "on steel"."""
    if indicator in {"investment", "debt", "aid", "tourism", "balance"} and token.lemma_.lower() not in {
        "deficit",
        "surplus",
        "balance",
    }:
        return None
    before = [
        g
        for g in goods
        if g.end <= token.idx and not re.search(r"[,;:]|\b(?:of|and|to|in|with)\b", sentence.text[g.end : token.idx])
    ]
    if (
        before
        and token.idx - before[-1].end < 28
        and not any(t.tag_ in _FINITE for t in token.doc if before[-1].end <= t.idx < token.idx)
    ):
        return before[-1]
    if indicator == "consumption" or indicator in {"exports", "imports", "trade", "tariff"}:
        head = near.of_head
        if head is None and indicator in {"trade", "tariff", "exports", "imports"}:
            head = next(
                (
                    _object_of(c)
                    for c in token.children
                    if c.dep_ == "prep" and c.lower_ in ({"in"} if indicator != "tariff" else {"on", "of"})
                ),
                None,
            )
        if head is not None and not any(f.start <= head.idx < f.end for f in sentence.figures):
            return good_of_phrase(sentence, head, goods)
    return None


def _subject(token: Any) -> tuple[Any, bool]:
    """(subject token, passive) of a verb; of a conjoined verb its first verb's, of a participle the noun it hangs on."""
    for child in token.children:
        if child.dep_ in {"nsubj", "nsubjpass", "csubj"}:
            return child, child.dep_ == "nsubjpass"
    if token.dep_ == "acl" and token.tag_ == "VBN":
        return token.head, True
    if token.dep_ in {"acl", "relcl"}:
        return token.head, False
    if token.dep_ in {"conj", "xcomp", "advcl"} and token.head != token and token.head.pos_ in {"VERB", "AUX", "ADJ"}:
        return _subject(token.head)
    if token.pos_ == "ADJ" and token.dep_ == "acomp" and token.head != token:
        return _subject(token.head)
    return None, False


def country_of_phrase(sentence: Sentence, token: Any, memory: Memory) -> str | None:
    """The country that a subject or object phrase stands for: its own name, or one before or behind it."""
    if token is None:
        return None
    mention = sentence.mention_at(token)
    if mention:
        return mention.code
    if token.pos_ == "PRON":
        if token.lower_ in {"it", "they", "he", "she", "we", "its", "their"}:
            return _subject_before(sentence, token) or memory.subject
        if token.lower_ in {"which", "that", "who"} and token.head.dep_ == "relcl":
            return country_of_phrase(sentence, token.head.head, memory)
        return None
    left = [m for m in sentence.mentions if token.left_edge.idx <= m.start < token.idx]
    if left:
        return left[0].code
    if (
        memory.people is not None
        and token.pos_ in {"PROPN", "NOUN"}
        and (known := memory.people.country_of(sentence, token))
    ):
        return known
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "of" and (obj := _object_of(child)) is not None:
            found = sentence.mention_at(obj)
            if found:
                return found.code
    if _DESCRIPTION.match(sentence.text, token.left_edge.idx):
        return _other_of_pair(memory, sentence, None) if memory.subject is None else memory.subject
    return None


def _subject_before(sentence: Sentence, token: Any) -> str | None:
    """The country that was subject of an earlier clause of the same sentence."""
    found = None
    for other in token.doc[: token.i]:
        if other.dep_ in {"nsubj", "nsubjpass"} and other.i < token.i - 1:
            mention = sentence.mention_at(other)
            found = mention.code if mention else found
    return found


def _named_before(sentence: Sentence, token: Any) -> str | None:
    """The country named last before a participle or a gerund ("commits X to taking", "X, which sold")."""
    near = [m for m in sentence.mentions if m.end <= token.idx and token.idx - m.end < 30]
    return near[-1].code if near else None


def _verb_frame(sentence: Sentence, token: Any, goods: list[Good], memory: Memory) -> Frame | None:
    lemma = token.lemma_.lower()
    indicator = VERB_ANCHORS[lemma]
    subject, passive = _subject(token)
    near = _near(sentence, token)
    who = country_of_phrase(sentence, subject, memory)
    if (
        who is None
        and (subject is None or subject.pos_ == "PRON")
        and token.dep_ in {"pcomp", "relcl", "xcomp", "acl", "advcl"}
        and not passive
    ):
        who = _named_before(sentence, token)
    obj = next((c for c in token.children if c.dep_ in {"dobj", "dative", "oprd"}), None)
    good_head = subject if passive else obj
    if (
        (obj is None or obj.pos_ == "PRON")
        and token.dep_ == "relcl"
        and not passive
        and token.head.pos_ in {"NOUN", "PROPN"}
        and token.head != subject
    ):
        good_head = token.head
    reporter = partner = None
    prep: str | None = None
    if indicator == "exports" and lemma != "reach":
        by = near.first("by") or _agent(sentence, token)
        partner, prep = near.first("to", "into", "in"), "to"
        reporter = (by or near.first("from") or who) if passive else who
        if partner is None and obj is not None and (m := sentence.mention_at(obj)):
            partner = m.code
            good_head = next((c for c in token.children if c.dep_ == "dobj" and c != obj), None)
    elif lemma == "reach":
        target = sentence.mention_at(obj) if obj is not None else None
        if target is None or subject is None:
            return None
        noun = subject.head.head if subject.lower_ in {"that", "which"} and subject.head.dep_ == "relcl" else subject
        if noun.lemma_.lower() not in {
            "good",
            "shipment",
            "product",
            "export",
            "cargo",
            "supply",
            "delivery",
            "consignment",
        }:
            return None
        reporter, partner, good_head = who or country_of_phrase(sentence, noun, memory), target.code, None
    elif indicator == "imports":
        by = near.first("by") or _agent(sentence, token)
        partner, prep = near.first("from"), "from"
        reporter = by if passive else who
        if passive and partner is None and who != reporter:
            partner = who
        if partner is None and obj is not None:
            span = [t.idx for t in obj.subtree if t.i - obj.i < 8]
            inside = [m for m in sentence.mentions if span[0] <= m.start <= span[-1] and m.code != reporter]
            partner = inside[0].code if inside else None
    elif indicator == "trade":
        reporter, partner, prep = who, near.first("with"), "with"
    elif indicator in {"investment", "debt", "aid"}:
        reporter, partner, prep = who, near.first("in", "into", "to", "for"), "to"
        if lemma == "owe":
            reporter, partner = partner, who
            if reporter is None and obj is not None and (m := sentence.mention_at(obj)):
                reporter = m.code
        elif partner is None and obj is not None and (m := sentence.mention_at(obj)):
            partner = m.code
        good_head = None
    elif indicator == "tourism":
        if not any(f.kind == "quantity" and f.unit == "people" for f in sentence.figures):
            return None
        if lemma == "visit":
            target = sentence.mention_at(obj) if obj is not None else None
            reporter, partner = (target.code if target else None), who
        else:
            origin = next((m.code for m in sentence.mentions if m.start > token.idx), None)
            reporter, partner = who, near.first("from") or origin
        good_head = None
    elif indicator == "tariff":
        reporter, partner, prep = who, near.first("on", "against", "from"), "on"
    elif indicator == "consumption":
        reporter, partner = who, near.first("from")
    if partner == reporter:
        partner = None
    good = None
    if good_head is not None and not sentence.mention_at(good_head):
        good = good_of_phrase(sentence, good_head, goods)
        worth = next((c for c in good_head.subtree if c.lower_ == "worth"), None)
        if (
            good is None
            or good_head.lower_ == "worth"
            or worth is not None
            or any(f.start <= good_head.idx < f.end for f in sentence.figures)
        ):
            of = next((c for c in good_head.subtree if c.dep_ == "prep" and c.lower_ == "of"), None)
            head = _object_of(of) if of is not None else None
            good = good_of_phrase(sentence, head, goods) if head is not None else good
    if lemma in CONDITIONAL_VERBS and (not (reporter or partner) or not sentence.figures) and lemma != "reach":
        return None
    if lemma in _PAYING and not any(f.kind in {"money", "quantity"} for f in sentence.figures):
        return None
    if lemma in {"owe", "lend"} and not (reporter and partner):
        return None
    begin = subject.left_edge.idx if subject is not None and subject.i < token.i else token.idx
    return Frame(
        token, indicator, reporter, partner, good, begin, max(near.end, token.idx + len(token)),
        verb=True, weak=lemma in CONDITIONAL_VERBS, partner_prep=prep,
    )  # fmt: skip


_PAYING = frozenset("pay give present provide grant absorb pour plough pump".split())


def _agent(sentence: Sentence, token: Any) -> str | None:
    for child in token.children:
        if child.dep_ == "agent" and (obj := _object_of(child)) is not None and (m := sentence.mention_at(obj)):
            return m.code
    return None


def _fill(frame: Frame, sentence: Sentence, story: Story, memory: Memory, before: Frame | None) -> Frame | None:
    """Supply a role that the phrase does not name, from the sentence, the story so far, or the world; or give it up."""
    reporter, partner, inferred = frame.reporter, frame.partner, list(frame.inferred)
    text = sentence.text
    its = re.search(r"\b(?:its|their|his|her|our)\b", text[frame.start : frame.token.idx], re.IGNORECASE)
    if reporter is None and its and frame.indicator not in {"tariff", "tourism"}:
        owner = _owner(sentence, frame, memory)
        if owner and owner != partner:
            reporter = owner
            inferred.append("reporter")
    near_memory = memory.frame is not None and sentence.index - memory.frame_sentence <= 3
    last = before if before is not None and before.partner else memory.frame if near_memory else None
    used = {reporter, partner}
    loose = [m for m in sentence.mentions if m.code not in used and not m.place and trades(m.code)]
    if frame.group and frame.indicator in {"exports", "imports", "trade", "balance"}:
        partner = partner if partner == "WLD" else None
        if reporter is None:
            reporter = _sentence_subject(sentence, frame.token, memory) or (last.reporter if last is not None else None)
            inferred.append("reporter")
        if reporter is None:
            return None
        return replace(frame, reporter=reporter, partner=partner, inferred=tuple(inferred))
    if reporter is None and partner is not None:
        subject = _sentence_subject(sentence, frame.token, memory)
        if frame.indicator == "tariff":
            reporter = subject if subject != partner else None
        if (
            reporter is None
            and before is not None
            and before.indicator == frame.indicator
            and before.reporter != partner
        ):
            reporter = before.reporter
        if reporter is None and subject and subject != partner and frame.indicator != "trade":
            reporter = subject
        if reporter is None and last and partner in last.pair:
            reporter = next((c for c in last.pair if c != partner), None)
        if reporter is None and story.pair and partner in story.pair:
            reporter = next(c for c in story.pair if c != partner)
        if reporter is None and loose:
            reporter = loose[0].code
        inferred.append("reporter")
    elif partner is None and reporter is not None:
        if frame.whole and frame.indicator in {"exports", "imports", "trade", "balance"}:
            partner = "WLD"
        else:
            partner = _partner_from_context(
                frame,
                reporter,
                sentence,
                story,
                last,
                loose,
                near=before is not None or sentence.index - memory.frame_sentence <= 1,
            )
        if partner:
            inferred.append("partner")
    elif reporter is None and partner is None:
        pair = None
        if frame.indicator == "tariff":
            return _tariff_of_sentence(frame, sentence, story, inferred)
        reverse = re.search(
            r"\b(?:in the (?:opposite|other) direction|the other way(?: round| around)?|in the reverse direction)\b",
            text,
            re.IGNORECASE,
        )
        if reverse and last is not None and last.partner and frame.indicator in {"exports", "imports"}:
            turned = frame.indicator == last.indicator or {frame.indicator, last.indicator} == {"exports", "trade"}
            a, b = (last.partner, last.reporter) if turned else (last.reporter, last.partner)
            return replace(
                frame,
                reporter=a,
                partner=b,
                good=None if frame.good and frame.good.hs is None else frame.good,
                inferred=(*inferred, "reporter", "partner"),
            )
        if (
            frame.weak
            and frame.indicator in {"exports", "imports"}
            and last is not None
            and last.indicator not in {"exports", "imports"}
            and memory.flow is not None
        ):
            last = memory.flow
        origin = (
            next((m for m in loose if re.search(r"\bfrom (?:the )?$", text[: m.start])), None)
            if frame.indicator == "tourism"
            else None
        )
        if origin is not None and story.pair and origin.code in story.pair:
            return replace(
                frame,
                reporter=next(c for c in story.pair if c != origin.code),
                partner=origin.code,
                inferred=(*inferred, "reporter"),
            )
        giving = frame.indicator in {"balance", "aid", "investment", "debt"}
        subject = _sentence_subject(sentence, frame.token, memory) if giving else None
        if subject and frame.indicator == "balance" and (frame.whole or last is None or subject not in last.pair):
            return replace(frame, reporter=subject, partner="WLD", inferred=(*inferred, "reporter", "partner"))
        if subject and frame.indicator in {"aid", "investment"} and story.pair and subject in story.pair:
            return replace(
                frame,
                reporter=subject,
                partner=next(c for c in story.pair if c != subject),
                inferred=(*inferred, "reporter", "partner"),
            )
        there = re.match(r"\s+there\b", text[frame.token.idx + len(frame.token) :])
        if there and memory.recent and memory.pair and memory.recent[-1] in memory.pair:
            a, b = memory.pair
            here = memory.recent[-1]
            return replace(
                frame, reporter=b if here == a else a, partner=here, inferred=(*inferred, "reporter", "partner")
            )
        if subject and last and subject in last.pair:
            other = next((c for c in last.pair if c != subject), None)
            return replace(frame, reporter=subject, partner=other, inferred=(*inferred, "reporter", "partner"))
        if (
            last is not None
            and last.reporter
            and (
                frame.good
                or not frame.weak
                or last.indicator == frame.indicator
                or (frame.indicator == "imports" and last.indicator in {"imports", "exports"})
            )
        ):
            pair = (last.reporter, last.partner)
        elif memory.pair and (not frame.weak or frame.token.lower_ == "business"):
            pair = memory.pair
        if pair is None or (frame.weak and frame.good is None and not sentence.figures and frame.indicator != "trade"):
            return None
        reporter, partner = pair
        inferred += ["reporter", "partner"]
    if reporter is None or reporter == "WLD":
        return None
    explicit_needed = frame.indicator == "consumption" or (
        frame.indicator == "debt" and frame.token.lemma_.lower() in {"debt", "arrears"}
    )
    if explicit_needed and "partner" in inferred:
        return None
    return replace(frame, reporter=reporter, partner=partner, inferred=tuple(dict.fromkeys(inferred)))


def _tariff_of_sentence(frame: Frame, sentence: Sentence, story: Story, inferred: list[str]) -> Frame | None:
    """As in "asked B to waive the surtax that it puts on C's rice": on whom by the preposition, who levies by what is left."""
    partner = next(
        (
            m.code
            for m in sentence.mentions
            if m.start > frame.token.idx and re.search(r"\b(?:on|against)\s+(?:the\s+)?$", sentence.text[: m.start])
        ),
        None,
    )
    if partner is None and re.search(r"\bon\b", sentence.text[frame.token.idx :]):
        partner = next((m.code for m in sentence.mentions if m.start > frame.token.idx and m.use == "adjective"), None)
    others = [m.code for m in sentence.mentions if m.code != partner]
    if not others and story.pair and partner in story.pair:
        others = [c for c in story.pair if c != partner]
    if partner is None or not others:
        return None
    return replace(frame, reporter=others[-1], partner=partner, inferred=(*inferred, "reporter"))


def _partner_from_context(
    frame: Frame,
    reporter: str,
    sentence: Sentence,
    story: Story,
    last: Frame | None,
    loose: list[Mention],
    *,
    near: bool,
) -> str | None:
    """Who the other country is when the phrase names only one."""
    text = sentence.text
    wanted = {
        "exports": ("to", "into"),
        "imports": ("from",),
        "trade": ("with",),
        "balance": ("with",),
        "tariff": ("on", "against", "from"),
        "investment": ("in", "into"),
        "aid": ("to", "for"),
        "debt": ("to", "from"),
    }.get(frame.indicator, ("to", "from", "with", "of"))
    for mention in loose:
        before = text[: mention.start].rstrip().rsplit(None, 2)[-2:]
        if (
            before
            and (before[-1].lower() in wanted or (before[-1].lower() == "the" and before[0].lower() in wanted))
            and abs(mention.start - frame.token.idx) < 90
        ):
            return mention.code
    named = not frame.verb and frame.indicator in {"exports", "imports", "trade", "balance"} and not frame.weak
    if last is not None and reporter in last.pair and len(last.pair) == 2 and (not named or near):
        return next(c for c in last.pair if c != reporter)
    if frame.indicator in {"exports", "imports", "trade", "balance"} and not frame.weak:
        if last is not None and last.partner == "WLD":
            return "WLD"
        if frame.verb and story.pair and reporter in story.pair:
            return next(c for c in story.pair if c != reporter)
        return "WLD" if not frame.verb else None
    if story.pair and reporter in story.pair and len(story.counts) <= 4:
        return next(c for c in story.pair if c != reporter)
    return None


def _owner(sentence: Sentence, frame: Frame, memory: Memory) -> str | None:
    """The country that "its" stands for: the subject of the clause, else the last country named before, else memory."""
    subject = _sentence_subject(sentence, frame.token, memory)
    if subject and subject != frame.partner:
        return subject
    before = [m.code for m in sentence.mentions if m.end <= frame.token.idx and m.code != frame.partner]
    if (
        memory.subject
        and memory.subject != frame.partner
        and memory.subject not in before
        and re.match(r"\W*(?:he|she|it|they)\b", sentence.text, re.IGNORECASE)
    ):
        return memory.subject
    if before:
        return before[-1]
    return memory.subject if memory.subject != frame.partner else None


def _sentence_subject(sentence: Sentence, token: Any, memory: Memory) -> str | None:
    """The country of the subject of the verb that governs a token, going outwards."""
    node = token
    for _ in range(10):
        if node.pos_ in {"VERB", "AUX"}:
            subject, passive = _subject(node)
            if subject is not None and not passive and subject.i != token.i and token not in list(subject.subtree):
                found = country_of_phrase(sentence, subject, memory)
                if found:
                    return found
        if node.head == node:
            return None
        node = node.head
    return None


def next_subject(sentence: Sentence, memory: Memory) -> str | None:
    """The country that a pronoun in the next sentence would stand for."""
    root = next((t for t in sentence.tokens if t.dep_ == "ROOT"), None)
    if root is not None:
        subject, _ = _subject(root)
        found = country_of_phrase(sentence, subject, memory)
        if found:
            return found
        if subject is not None and subject.pos_ == "PRON" and memory.subject:
            return memory.subject
        if subject is not None and memory.subject:
            return memory.subject
    return sentence.mentions[0].code if sentence.mentions else memory.subject
