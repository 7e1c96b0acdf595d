"""Where countries are teams, roles in a plot, or the matter of a question: words of war and visits that tell no acts.

"Ghana beat Kenya 2-1", "in the film Norway invades Peru", "Did Peru ever invade Malta?"  A story of games is known by its
scores and its words; in it a bare country is a team, while officials still act as such.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.acts.sides import Act
from tieline.read.story.document import Sentence, Story

_SCORES: Final = re.compile(
    r"\b(?:(?:beat|beaten|defeated|drew|drawn?|lost|won|crushed|thrashed|edged|routed|stunned|trail(?:ed)?|led)\b[^.;:\n]{0,60}?\s\d{1,3}\s?[-\u2013]\s?\d{1,3}\b"
    r"|[A-Z][a-z]+ \d{1,2} [A-Z][a-z]+ \d{1,2}\b|\d-\d \d-\d\b"
    r"|(?:semi|quarter)-?finals?|play-?offs?|World Cup|half-?time|extra time|kick-?off|stoppage time|grand slam|song contest|Eurovision|tie-?break"
    r"|goalkeepers?|midfielders?|wickets?|innings|batsm[ae]n|quarterback|medals?|(?:\w+ )?third board|(?:ten|twelve|\d+) points)\b"
)
_PLAY: Final = re.compile(
    r"\b(?:final|match(?:es)?|penalty|hosts|home side|strikers?|captain|coach(?:es)?|team|goals?|balls?|tournament|champions?|qualif\w+|league|[Rr]ound \d+"
    r"|points|plays?|played|crushed|beat|won|scored|board)\b"
)
_FICTION: Final = re.compile(
    r"^\W*(?:set in|in) (?:the|a|an|his|her|their|this|that) (?:\w+ ){0,2}?(?:film|movie|novel|play|opera|thriller|comedy|musical|video game|board game|game|sitcom|soap opera|short story)\b(?! of)",
    re.IGNORECASE,
)
_ASKED: Final = re.compile(r"\?[\u2019\u201d'\")\]]*\s*$")
_PLAYER: Final = re.compile(r"\b(?:captain|coach|striker|keeper|goalkeeper|bowler|player|team|manager)s?\b")
_SHARE: Final = 0.6
"""So many words of play for each sentence make a story one of games, if there is a score or a word of the field among them."""


def told_as_fact(sentence: Sentence) -> bool:
    """Neither a question nor the plot of a film, a novel, a game."""
    return _ASKED.search(sentence.text) is None and _FICTION.match(sentence.text) is None


@lru_cache(maxsize=64)
def _plays(text: str) -> tuple[int, int]:
    """How many scores or words of the field, and how many words that are of play beside them, if there are any."""
    scores = len(_SCORES.findall(text))
    return scores, len(_PLAY.findall(text)) if scores else 0


def of_games(story: Story) -> bool:
    """A story of sport or another contest, by the words of what it tells itself."""
    scores, plays = _plays(story.text)
    return scores > 0 and scores + plays > max(1, _SHARE * len(story.sentences))


def between_teams(act: Act) -> bool:
    """All its parties are countries by name alone, or their players: in a story of games they are teams."""
    return all(party.kind == "state" or _PLAYER.search(party.person or "") for party in (*act.actors, *act.targets))
