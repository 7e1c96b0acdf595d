"""A batch of documents in, claims out: the reader's one entrance.  Pure: no ledger, no network, no clock.

Each document goes layout -> sentences -> countries, figures, times -> frames -> measures, trends, acts -> speakers.
Sentences of several documents are parsed together; what one sentence leaves open is carried from those before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Quote, Trend
from tieline.model.documents import Document
from tieline.read.attribution import Attribution
from tieline.read.frames.frames import Frame, Memory, find_frames
from tieline.read.frames.movers import shows_direction
from tieline.read.measures.changes_behind import with_changes_behind
from tieline.read.measures.changes_between import with_changes_between
from tieline.read.measures.measures import read_measures
from tieline.read.measures.retold import with_change_told
from tieline.read.pages.briefs import Brief, briefs_of
from tieline.read.pages.dateline import follows_dateline
from tieline.read.pages.language import language_of
from tieline.read.remembered import count_tally, expect_tallies, remember, remember_glanced, what_is_known
from tieline.read.repeats import Claim, without_repeats
from tieline.read.story.asked import is_only_asked
from tieline.read.story.document import Sentence, Story, build_story
from tieline.read.story.period import StoryPeriod
from tieline.read.story.quoted import to_its_noun
from tieline.read.story.scene_times import may_set_scene
from tieline.read.story.sentence_times import resolve_times
from tieline.read.syntax.broken_words import Mended, mended
from tieline.read.syntax.parser import parse
from tieline.read.trends import untold
from tieline.read.trends.comparisons import without_compared
from tieline.read.trends.trends import read_trends
from tieline.read.trends.untold_marks import Scene, Told
from tieline.read.worth import hopeless, worth_parsing

if TYPE_CHECKING:
    pass

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
    people, attribution = People(), Attribution(story)
    speakers, memory = attribution.speakers, what_is_known(story, people)
    claims: list[tuple[Sentence, Claim]] = []
    when = StoryPeriod(story.published)
    lead: Memory | None = None
    body_first = sorted(story.sentences, key=lambda s: s.part != "body")
    for sentence in story.sentences:
        people.learn(sentence)
    settle_described(people, story.sentences)
    expect_tallies(memory, story)
    for sentence in body_first:
        if sentence.part == "body" and follows_dateline(story.text, sentence.start):
            speakers.forget()
            when.forget()
        count_tally(memory, sentence)
        if sentence.tokens is None:
            if sentence.part == "body":
                speakers.glance(sentence)
                if may_set_scene(sentence):
                    resolve_times(story, sentence, when.spoken, memory.hub.first_guess)
                    when.glance(sentence, sentence.times)
                remember_glanced(memory, sentence)
            continue
        if sentence.part == "headline" and lead is not None:
            memory, lead = lead, None
        resolve_times(story, sentence, when.spoken, memory.hub.first_guess)
        attribution.hear(sentence)
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
        told: list[Measure | Trend] = [*measures, *trends]
        found = [attribution.of_flow(claim, sentence) for claim in told]
        found += [
            attribution.of_act(act, sentence, aside=aside) for act, aside in zip(acts, memory.asides, strict=True)
        ]
        claims += [(sentence, _quoted(claim, sentence, story)) for claim in found]
        attribution.told(told)
        when.note(sentence, measures, trends, frames)
        if sentence.part == "body":
            remember(memory, frames, last, sentence, trends)
            if lead is None and memory.frame is not None:
                lead = replace(memory, countries=list(memory.countries), recent=list(memory.recent))
    kept = without_repeats(with_changes_behind(with_changes_between(claims)))
    return [c for _, c in sorted(kept, key=lambda x: (x[1].quote.start, x[1].kind))]


_BUDGET = re.compile(r"\b(?:budget|fiscal|federal) (?:deficit|surplus|gap|shortfall)", re.IGNORECASE)


def _quoted(claim: Claim, sentence: Sentence, story: Story) -> Claim:
    """Quotes hold the document's own characters (line ends, curly quotes), not those of the plain text, and whole phrases."""
    text = story.document.text
    given = Quote.of(text, claim.quote.start, claim.quote.end)
    return replace(claim, quote=to_its_noun(given, sentence, text))


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
