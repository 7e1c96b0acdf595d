"""What the memory of a story holds before its first sentence is read, and what it keeps of each: its flows, its pair, its ranks, its tallies."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from tieline.model import lazy_re as re
from tieline.model.claims import Trend
from tieline.read.frames.frames import Frame, Memory, next_subject
from tieline.read.frames.ranked import ranked_flow
from tieline.read.frames.travel import host_told
from tieline.read.story.document import Sentence, Story
from tieline.read.story.leanings import leanings_of
from tieline.read.story.memory import MERCHANDISE, home_and_partner, in_a_bloc
from tieline.read.story.owner import faced_by, owner_chances, owner_of_story, teller_of
from tieline.read.story.owner_marks import only_faced
from tieline.read.story.steps import month_by_month
from tieline.read.story.tallies import GOES_ON as TALLY_GOES_ON
from tieline.read.story.tallies import tallies_of, tally_of
from tieline.read.story.topic import topic_of
from tieline.read.trends.rank_flows import flow_of_rank

if TYPE_CHECKING:
    from tieline.read.story.people import People


def what_is_known(story: Story, people: People) -> Memory:
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


def expect_tallies(memory: Memory, story: Story) -> None:
    """Keep what the story as a whole counts between countries; its headline is told last, and begins it."""
    memory.tallies = tallies_of(story)
    if (guests := memory.tallies.get("travel")) is not None and guests.open and guests.target is not None:
        memory.host = memory.visited = guests.target
    for sentence in story.sentences:
        if sentence.part != "body":
            count_tally(memory, sentence)
    memory.tally_sentence = 0


def count_tally(memory: Memory, sentence: Sentence) -> None:
    """Keep what a sentence counts between countries, whose rows those behind it may be."""
    near = memory.tally if sentence.index - memory.tally_sentence <= TALLY_GOES_ON else None
    told = tally_of(sentence, memory.tallies, near)
    if told is not None:
        memory.tally = told
        memory.tally_sentence = sentence.index if told.sentence == sentence.index else memory.tally_sentence


def remember_glanced(memory: Memory, sentence: Sentence) -> None:
    """Keep who a sentence speaks of that holds no claim: a country that it begins with is who "it" is in the next."""
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


def remember(memory: Memory, frames: list[Frame], last: Frame | None, sentence: Sentence, trends: list[Trend]) -> None:
    """Keep the flow that a parsed sentence told, else the pair it is about, and whom those behind it may speak of."""
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
