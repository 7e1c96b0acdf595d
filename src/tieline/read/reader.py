"""A batch of documents in, claims out: the reader's one entrance.  Pure: no ledger, no network, no clock.

Each document goes layout -> sentences -> countries, figures, times -> frames -> measures, trends, acts -> speakers.
Sentences of several documents are parsed together; what one sentence leaves open is carried from those before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from tieline.model import lazy_re as re
from tieline.model.claims import Event, Measure, Quote, Trend
from tieline.model.countries import lookup
from tieline.model.documents import Document
from tieline.model.vocabulary import SPEECH_ACTS
from tieline.read.frames.frames import Frame, Memory, find_frames, next_subject
from tieline.read.frames.movers import shows_direction
from tieline.read.frames.ranked import ranked_flow
from tieline.read.frames.travel import host_told
from tieline.read.measures.changes_behind import with_changes_behind
from tieline.read.measures.changes_between import with_changes_between
from tieline.read.measures.measures import read_measures
from tieline.read.measures.retold import with_change_told
from tieline.read.pages.briefs import Brief, briefs_of
from tieline.read.pages.dateline import follows_dateline
from tieline.read.pages.language import language_of
from tieline.read.repeats import Claim, without_repeats
from tieline.read.story.asked import is_only_asked
from tieline.read.story.document import Sentence, Story, build_story
from tieline.read.story.leanings import leanings_of
from tieline.read.story.memory import MERCHANDISE, home_and_partner, in_a_bloc
from tieline.read.story.owner import faced_by, owner_chances, owner_of_story, teller_of
from tieline.read.story.owner_marks import only_faced
from tieline.read.story.period import StoryPeriod
from tieline.read.story.quoted import to_its_noun
from tieline.read.story.scene_times import may_set_scene
from tieline.read.story.sentence_times import resolve_times
from tieline.read.story.speakers import Speakers
from tieline.read.story.speech_reach import within_reach
from tieline.read.story.steps import month_by_month
from tieline.read.story.tallies import GOES_ON as TALLY_GOES_ON
from tieline.read.story.tallies import tallies_of, tally_of
from tieline.read.story.topic import topic_of
from tieline.read.syntax.broken_words import Mended, mended
from tieline.read.syntax.parser import parse
from tieline.read.trends import untold
from tieline.read.trends.comparisons import without_compared
from tieline.read.trends.rank_flows import flow_of_rank
from tieline.read.trends.trends import read_trends
from tieline.read.trends.untold_marks import Scene, Told
from tieline.read.worth import hopeless, worth_parsing

if TYPE_CHECKING:
    from tieline.read.story.people import People

DOCUMENTS_AT_ONCE, SENTENCES_ENOUGH = 64, 200
"""Documents are taken together until they have sentences enough: the parser's moves cost the same for few as for many."""


@dataclass(frozen=True, slots=True)
class ReadResult:
    """A document, its claims in the order of the text, and what was odd about it, in words for a person."""

    document: Document
    claims: tuple[Claim, ...]
    warnings: tuple[str, ...] = ()


def read_documents(documents: Iterable[Document], *, model: str | None = None) -> Iterator[ReadResult]:
    """Read documents lazily, in order; a document that can't be read gives a result with a warning and no claims.

    Args:
        documents: Any number; they are taken up to 64 at a time.
        model: The name of an installed spaCy pipeline; by default `tieline.read.syntax.parser.DEFAULT_MODEL`.

    Raises:
        UsageError: the model is not installed.
    """
    for batch in _batches(documents):
        wanted = [sentence for one in batch for sentence in one.wanted]
        for sentence, tokens in zip(wanted, parse((s.in_letters for s in wanted), model), strict=True):
            sentence.tokens = tokens
        for one in batch:
            yield ReadResult(one.document, tuple(_claims_of(one)), one.warnings)


class _Prepared(NamedTuple):
    """A document laid out, several stories if it is a round-up, and the sentences worth parsing; no story where it can't be read."""

    document: Document
    words: Mended
    stories: tuple[Story, ...]
    warnings: tuple[str, ...]
    wanted: list[Sentence]


def _batches(documents: Iterable[Document]) -> Iterator[list[_Prepared]]:
    batch: list[_Prepared] = []
    sentences = 0
    for document in documents:
        words = mended(document.text)
        stories, warnings = _prepare(document if not words.cuts else replace(document, text=words.text))
        wanted = [sentence for story in stories for sentence in worth_parsing(story)]
        batch.append(_Prepared(document, words, stories, warnings, wanted))
        sentences += len(batch[-1].wanted)
        if sentences >= SENTENCES_ENOUGH or len(batch) == DOCUMENTS_AT_ONCE:
            yield batch
            batch, sentences = [], 0
    if batch:
        yield batch


def _claims_of(prepared: _Prepared) -> list[Claim]:
    """The claims of all its stories, quoted from the text as it was given."""
    claims = [claim for story in prepared.stories for claim in _read_story(story)]
    text, words = prepared.document.text, prepared.words
    if len(prepared.stories) < 2 and not words.cuts:
        return claims
    places = ((words.given(claim.quote.start), words.given(claim.quote.end)) for claim in claims)
    return [replace(claim, quote=Quote.of(text, *place)) for claim, place in zip(claims, places, strict=True)]


def _prepare(document: Document) -> tuple[tuple[Story, ...], tuple[str, ...]]:
    warnings = list(document.warnings)
    lang = (document.lang or language_of(document.text) or "en").lower()
    if not lang.startswith("en"):
        told = "" if document.lang else ", told by its words,"
        return (), (
            *warnings,
            f"{document.id}: the language {lang!r}{told} can't be read yet (English only); the text is kept without claims",
        )
    briefs = briefs_of(document.text)
    stories = tuple(build_story(_alone(document, one), hopeless=hopeless, home=one.home) for one in briefs)
    if all(story.published is None for story in stories):
        warnings.append(
            f"{document.id}: no publication date: 'last year', 'Tuesday' and the like stay unresolved (give --published DATE)"
        )
    return stories, tuple(dict.fromkeys(warnings))


def _alone(document: Document, brief: Brief) -> Document:
    """The document with blanks for what stands around one of its stories, so that places in it stay the same."""
    if brief.start == 0 and brief.end == len(document.text):
        return document
    return replace(document, text=" " * brief.start + document.text[brief.start : brief.end])


def _read_story(story: Story) -> list[Claim]:
    from tieline.read.acts.acts import read_acts  # noqa: PLC0415
    from tieline.read.story.described import settle_described  # noqa: PLC0415
    from tieline.read.story.people import People  # noqa: PLC0415

    if all(sentence.tokens is None for sentence in story.sentences):
        return []
    speakers, people = Speakers(), People()
    memory = _what_is_known(story, people)
    claims: list[tuple[Sentence, Claim]] = []
    when = StoryPeriod(story.published)
    lead: Memory | None = None
    body_first = sorted(story.sentences, key=lambda s: s.part != "body")
    for sentence in story.sentences:
        people.learn(sentence)
    settle_described(people, story.sentences)
    _expect_tallies(memory, story)
    for sentence in body_first:
        if sentence.part == "body" and follows_dateline(story.text, sentence.start):
            speakers.forget()
            when.forget()
        _count(memory, sentence)
        if sentence.tokens is None:
            if sentence.part == "body":
                speakers.glance(sentence)
                _glance(memory, story, sentence, when)
            continue
        if sentence.part == "headline" and lead is not None:
            memory, lead = lead, None
        resolve_times(story, sentence, when.spoken, memory.hub.first_guess)
        own = _speakers_of(sentence, story, speakers)
        frames = find_frames(sentence, story, memory)
        carried, memory.ahead = when.at(sentence), when.ahead
        measures, last = read_measures(sentence, frames, story, memory, carried)
        measures = with_change_told(measures, memory, sentence)
        memory.hub.note(measures)
        taken = _taken(measures, frames, sentence)
        memory.period = carried
        if _BUDGET.search(sentence.text):
            memory.budget_sentence = sentence.index
        measures, trends = _with_trends(sentence, frames, taken, measures, story, memory)
        if is_only_asked(sentence, story):
            measures, trends = [], []
        acts = read_acts(sentence, story, memory, people)
        inherited = () if own else speakers.inherited(sentence) if sentence.part == "body" else ()
        found: list[Claim] = [*measures, *trends]
        claims += [
            (
                sentence,
                _quoted(
                    _with_sources(
                        claim, _own(claim, sentence, own, speakers, story), _heard(claim, inherited, speakers)
                    ),
                    sentence,
                    story,
                ),
            )
            for claim in found
        ]
        for act, aside in zip(acts, memory.asides, strict=True):
            heard = within_reach(_own(act, sentence, own, speakers, story), sentence, act.quote.start - sentence.start)
            said = _of_others(act, heard, aside=aside)
            claims.append(
                (sentence, replace(_quoted(act, sentence, story), sources=tuple(dict.fromkeys((*act.sources, *said)))))
            )
        if own:
            told: list[Measure | Trend] = [*measures, *trends]
            speakers.told = frozenset(c.indicator for c in told)
        when.note(sentence, measures, trends, frames)
        if sentence.part == "body":
            _remember(memory, frames, last, sentence, trends)
            if lead is None and memory.frame is not None:
                lead = replace(memory, countries=list(memory.countries), recent=list(memory.recent))
    kept = without_repeats(with_changes_behind(with_changes_between(claims)))
    return [c for _, c in sorted(kept, key=lambda x: (x[1].quote.start, x[1].kind))]


def _what_is_known(story: Story, people: People) -> Memory:
    """What is known of a story before its first sentence is read: whose it is, who tells it, where it plays."""
    memory = Memory(
        people=people, countries=[code for code, _ in story.counts.most_common()], home=story.scene or story.home
    )
    memory.host, memory.teller = host_told(story), teller_of(story)
    memory.visited = memory.host
    memory.hub.chances = owner_chances(story)
    memory.hub.only_faced = only_faced(story)
    memory.hub.leanings = cache(partial(leanings_of, story))
    memory.hub.first_guess = owner_of_story(story, memory.hub.chances)
    memory.hub.faced_most = faced_by(story, memory.hub.first_guess)
    memory.topic = cache(partial(topic_of, story))
    memory.step = month_by_month(story.text)
    if story.pair:
        memory.pair = story.pair
    return memory


_BUDGET = re.compile(r"\b(?:budget|fiscal|federal) (?:deficit|surplus|gap|shortfall)", re.IGNORECASE)


def _quoted(claim: Claim, sentence: Sentence, story: Story) -> Claim:
    """Quotes hold the document's own characters (line ends, curly quotes), not those of the plain text, and whole phrases."""
    text = story.document.text
    given = Quote.of(text, claim.quote.start, claim.quote.end)
    return replace(claim, quote=to_its_noun(given, sentence, text))


def _speakers_of(sentence: Sentence, story: Story, speakers: Speakers) -> tuple[str, ...]:
    return _without_outlet(speakers.of(sentence), story)


def _own(claim: Claim, sentence: Sentence, own: tuple[str, ...], speakers: Speakers, story: Story) -> tuple[str, ...]:
    """Who says a claim, where one speaker of its sentence says this and another that."""
    return _without_outlet(speakers.of_part(claim.quote.end - sentence.start, own), story)


def _without_outlet(chain: tuple[str, ...], story: Story) -> tuple[str, ...]:
    outlet = (story.document.outlet or "").casefold()
    return tuple(s for s in chain if s.casefold() != outlet)


def _expect_tallies(memory: Memory, story: Story) -> None:
    """Keep what the story as a whole counts between countries; its headline is told last, and begins it."""
    memory.tallies = tallies_of(story)
    if (guests := memory.tallies.get("travel")) is not None and guests.open and guests.target is not None:
        memory.host = memory.visited = guests.target
    for sentence in story.sentences:
        if sentence.part != "body":
            _count(memory, sentence)
    memory.tally_sentence = 0


def _count(memory: Memory, sentence: Sentence) -> None:
    """Keep what a sentence counts between countries, whose rows those behind it may be."""
    near = memory.tally if sentence.index - memory.tally_sentence <= TALLY_GOES_ON else None
    told = tally_of(sentence, memory.tallies, near)
    if told is not None:
        memory.tally = told
        memory.tally_sentence = sentence.index if told.sentence == sentence.index else memory.tally_sentence


def _glance(memory: Memory, story: Story, sentence: Sentence, when: StoryPeriod) -> None:
    """Keep who a sentence speaks of that holds no claim, and when: a country that it begins with is who "it" is in the next."""
    if may_set_scene(sentence):
        resolve_times(story, sentence, when.spoken, memory.hub.first_guess)
        when.glance(sentence, sentence.times)
    memory.recent = [m.code for m in sentence.mentions] or memory.recent
    _rank(memory, sentence)
    if sentence.mentions and _BEGINS.fullmatch(sentence.text[: sentence.mentions[0].start]):
        memory.glanced, memory.glanced_sentence = sentence.mentions[0].code, sentence.index


def _rank(memory: Memory, sentence: Sentence) -> None:
    """Keep whose partner was ranked ("Brazil was Argentina's main trading partner")."""
    ranked = home_and_partner(sentence)
    if ranked is not None:
        memory.ranks, memory.pair = ranked[0], ranked


_BEGINS = re.compile(r"\W*(?:the\s+)?", re.IGNORECASE)


def _remember(memory: Memory, frames: list[Frame], last: Frame | None, sentence: Sentence, trends: list[Trend]) -> None:
    listed = last is not None and "indicator" in last.inferred
    if last is not None and listed:
        told = memory.frame or last  # one of a list stands for no more than its own figure
        last = next((f for f in reversed(frames) if "indicator" not in f.inferred and f.reporter and f.partner), told)
    if last is not None and last.indicator == "tariff":  # said beside a flow, it is the reason, not the subject
        beside = [f for f in frames if f.indicator in MERCHANDISE and f.reporter and f.partner]
        for flow in beside[-1:]:
            memory.note(flow, sentence)
    frame = last or next(
        (f for f in frames if f.reporter and (f.partner or f.group) and not (f.verb and f.inferred)), None
    )
    if frame is None:
        frame = ranked_flow(sentence, memory.frame.pair if memory.frame is not None else None)
        frame = frame or flow_of_rank(trends, sentence, memory)
    if frame is not None:
        memory.note(frame, sentence)
    else:
        codes = list(dict.fromkeys(m.code for m in sentence.mentions if not m.place and not in_a_bloc(m, sentence)))
        if len(codes) == 2:
            memory.pair = (codes[0], codes[1])
        _rank(memory, sentence)
    memory.face(frames)
    memory.recent = [m.code for m in sentence.mentions] or memory.recent
    several = sum("indicator" in f.inferred for f in frames) > 1
    if not (
        listed and several and memory.subject
    ):  # "Germany came next with 9 million": the list is of whoever was spoken of
        memory.subject = next_subject(sentence, memory)


def _with_trends(
    sentence: Sentence, frames: list[Frame], taken: set[int], measures: list[Measure], story: Story, memory: Memory
) -> tuple[list[Measure], list[Trend]]:
    """The measures of a sentence without what they are only compared with, and its trends: by rules, then those likely beside them."""
    moving = [f for f in frames if shows_direction(f, sentence)]
    trends = read_trends(sentence, moving, taken, measures, story, memory)
    measures = without_compared(measures, trends)
    return measures, [*trends, *untold.trends_untold(Scene(sentence, story, memory, Told(frames, measures, trends)))]


def _taken(measures: list[Measure], frames: list[Frame], sentence: Sentence) -> set[int]:
    """Frames whose phrase lies in a measure's quote and that measure's flow: their direction is told by it."""
    taken = set()
    for frame in frames:
        for m in measures:
            start, end = m.quote.start - sentence.start, m.quote.end - sentence.start
            moves = any(x is not None for x in (m.change_pct, m.change_value, m.base, m.share_pct))
            if moves and start <= frame.token.idx < end and m.indicator == frame.indicator:
                taken.add(frame.token.i)
    return taken


def _heard(claim: Claim, inherited: tuple[str, ...], speakers: Speakers) -> tuple[str, ...]:
    """The speakers carried over, as far as a claim of this kind may be theirs."""
    if isinstance(claim, (Measure, Trend)) and not speakers.may_have_told(claim.indicator, claim.modality):
        return ()
    return inherited


def _with_sources(claim: Claim, own: tuple[str, ...], inherited: tuple[str, ...]) -> Claim:
    if own or not inherited:
        return replace(claim, sources=own)
    return replace(claim, sources=inherited, inferred=(*claim.inferred, "sources"))


def _of_others(act: Event, own: tuple[str, ...], *, aside: bool) -> tuple[str, ...]:
    """Who says the sentence, without the actor himself where he speaks by the act or the act is told of him on the side."""
    own = tuple(source for source in own if not _FIGURES.search(source))
    if not own:
        return own
    himself = bool(act.actor_person and _same_name(own[0], act.actor_person))
    announced = _ANNOUNCED.search(act.quote.exact) is not None  # whoever announces a measure of his own takes it
    if announced or act.type in SPEECH_ACTS:
        named = lookup(own[0])
        himself = himself or (named is not None and act.actor in named.candidates)
    return own[1:] if himself and (announced or aside or act.type in SPEECH_ACTS) else own


_FIGURES = re.compile(r"\b(?:data|figures|statistics)\b", re.IGNORECASE)
"""What tells of trade and of no act."""
_ANNOUNCED = re.compile(r"\bannounc(?:ed|es|ing)\s+(?!that\b)", re.IGNORECASE)


def _same_name(a: str, b: str) -> bool:
    x, y = set(re.findall(r"\w+", a.casefold())), set(re.findall(r"\w+", b.casefold()))
    return bool(x and y) and len(x & y) >= 0.5 * min(len(x), len(y))
