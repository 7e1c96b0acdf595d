"""Acts between states: verbs and nouns of a sentence that tell what one country does to, with or for another.

For each word of the lexicon: who acts, on whom, how it stands (done, planned, declined, denied), and when.  What one act
asks, offers or threatens is part of it and no act of its own.  Better no claim than a doubtful one.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from tieline.model import lazy_re as re
from tieline.model.cameo import cameo_told
from tieline.model.claims import Event, Quote
from tieline.model.countries import country
from tieline.read.acts import untold
from tieline.read.acts.finder import Finder
from tieline.read.acts.listed import all_together, counts_several
from tieline.read.acts.pages import between_teams, of_games, told_as_fact
from tieline.read.acts.parties import Parties
from tieline.read.acts.scenes import context_of
from tieline.read.acts.senders import of_no_office, sender_of
from tieline.read.acts.sides import Act
from tieline.read.frames.frames import Memory
from tieline.read.story.document import Sentence, Story
from tieline.read.story.people import People
from tieline.read.words.acts import noun_rules, verb_rules

_KEPT = 3
"""Sentences for which an act is kept in mind: who answers it, who denies it."""


def read_acts(sentence: Sentence, story: Story, memory: Memory, people: People) -> list[Event]:
    """The acts that a parsed sentence tells, in its order; `sources` is left to the caller."""
    if sentence.tokens is None or not told_as_fact(sentence) or not _worth(sentence, people, memory):
        people.note(sentence)
        memory.asides = ()
        return []
    finder = Finder(sentence, story, Parties(sentence, story, memory, people), memory.act_date)
    events: list[Event] = []
    asides: list[bool] = []
    for act in finder.acts():
        if of_games(story) and between_teams(act):
            continue
        done = _events(act, sentence, story)
        _keep_measure(done, memory)
        for event in done:
            if not _told(event, events):
                events.append(event)
                asides.append(act.aside)
    kept = [place for place, event in enumerate(events) if not _is_lifted(event, events)]
    events, asides = [events[place] for place in kept], [asides[place] for place in kept]
    for act in untold.acts_untold(finder, events):
        more = _events(act, sentence, story)
        events += more
        asides += [act.aside] * len(more)
    memory.asides = tuple(asides)
    memory.act_date = next(
        (e.date for e in reversed(events) if e.modality == "happened" and e.date is not None), memory.act_date
    )
    recent = [(e, at) for e, at in memory.acts if sentence.index - at <= _KEPT]
    memory.acts = (*recent, *((e, sentence.index) for e in events))
    memory.spoke = finder.parties.spoken() or memory.spoke
    people.note(sentence)
    return events


def _keep_measure(events: list[Event], memory: Memory) -> None:
    """Who imposed a measure on whom is kept in mind, for what the sentence and the story go on to tell of it; of several who did it, the first."""
    targets: set[str | None] = set()
    for event in events:
        measure = event.type == "SANCTION" or event.mode in {"lift-sanctions", "blockade"}
        if measure and event.actor and event.target and event.target not in targets:
            memory.imposed = (event.actor, event.target)
        targets.add(event.target)


def _is_lifted(event: Event, events: list[Event]) -> bool:
    """As in "lifted part of its ban on bananas", "decided to drop its sanctions": the measure itself is not told as an act again."""
    if event.type != "SANCTION" or _PUT_ON.search(event.quote.exact):
        return False
    return any(
        (e.actor, e.target, e.mode) == (event.actor, event.target, "lift-sanctions")
        and event.date in {None, e.date}
        and e.quote.start < event.quote.end
        and event.quote.start < e.quote.end
        for e in events
    )


_PUT_ON = re.compile(
    r"\b(?:placed|imposed|introduced|put|slapped|adopted|levied|announced|declared|renewed|extended)\b"
)
"""In "lifted the sanctions that it had placed on Sudan": an act of its own."""


def _worth(sentence: Sentence, people: People, memory: Memory) -> bool:
    if not (sentence.mentions or people.find(sentence) or people.last or memory.pair or counts_several(sentence.text)):
        return False
    verbs, nouns = verb_rules(), noun_rules()
    return any(t.lemma in verbs or t.lemma in nouns or t.dep == "neg" for t in sentence.tokens)


def _events(act: Act, sentence: Sentence, story: Story) -> list[Event]:
    quote = Quote.of(story.text, sentence.start + act.start, sentence.start + act.end)
    sides = [(a, t) for a in act.actors for t in act.targets]
    if act.mutual and all_together(act, sentence.text):
        sides += combinations(act.targets, 2)
    return [
        Event(
            document=story.document.id,
            version=story.document.version_id,
            quote=quote,
            confidence=act.confidence,
            inferred=act.inferred,
            modality=act.modality,
            actor=actor.code,
            actor_person=actor.person,
            target=target.code,
            type=act.type,
            mode=act.mode or None,
            date=act.date,
            reciprocal=act.mutual,
            cameo=cameo_told(act.type, act.mode or None) if act.modality == "happened" else None,
            place=act.place,
            context=context_of(act.type, sentence.text, act.start, act.end),
            on_behalf_of=sender_of(sentence.text) if actor.person else None,
        )
        for actor, target in sides
        if actor.code
        and target.code
        and not _same_state(actor.code, target.code)
        and not of_no_office(actor.person, sentence.text[: actor.start])
        and "WLD" not in {actor.code, target.code}
    ]


def _same_state(one: str, other: str) -> bool:
    """A state and its successor don't act on each other: Russia and the Soviet Union."""
    return one == other or country(one).successor == other or country(other).successor == one


def _told(event: Event, earlier: list[Event]) -> bool:
    """The same act in other words of the sentence; a date that only these words have is given to it."""
    for place, old in enumerate(earlier):
        same = (old.actor, old.target) == (event.actor, event.target) or (
            (old.reciprocal or event.reciprocal) and {old.actor, old.target} == {event.actor, event.target}
        )
        if (
            same
            and old.type == event.type
            and old.mode == event.mode
            and old.modality == event.modality
            and (event.date in {None, old.date} or old.date is None)
        ):
            if old.date is None and event.date is not None:
                earlier[place] = replace(old, date=event.date)
            return True
    return False
