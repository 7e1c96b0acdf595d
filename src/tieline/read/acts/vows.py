"""What somebody vows against another is no favour to him: "vowed to defend its land against Chad", "pledged to work together to deter Chad".

Who vows it alone threatens; several who pledge to stand together promise each other, or the partner whom they name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tieline.model.vocabulary import EventType
from tieline.read.acts.grammar import object_of, prepositions
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.syntax.tokens import Token

if TYPE_CHECKING:
    from tieline.read.acts.sides import Act

_VOWING: Final = frozenset({"vow", "pledge", "promise", "swear", "guarantee", "commit"})
_FOILING: Final = frozenset(
    "deter counter confront contain resist defy oppose fight defeat repel thwart isolate pressure punish crush destroy combat battle".split()
)
"""What is done to an enemy, whatever else it takes."""
_DEFYING: Final = frozenset("resist oppose defy repel thwart counter confront fight defeat".split())
_PRESSING: Final = frozenset(
    "claim demand pressure encroachment aggression threat attempt attack intrusion incursion advance ultimatum blockade bullying coercion invasion".split()
)
"""What one resists that somebody does or wants: "to resist the claims of Chad"."""
_SHIELDING: Final = frozenset(
    {"deterrence", "defence", "defense", "resistance", "pressure", "front", "struggle", "fight"}
)
_JOINING: Final = frozenset(
    "work cooperate co-operate collaborate coordinate co-ordinate join stand unite strengthen deepen".split()
)
_DEFENDING: Final = frozenset(
    {"defend", "protect", "guard", "safeguard", "fight", "resist", "hit", "strike", "retake", "reclaim"}
)
_ONES_OWN: Final = frozenset({"its", "their", "his", "her", "our", "itself", "themselves", "ourselves", "back"})
_AT_ODDS: Final = frozenset({"ASSAULT", "MOBILIZE", "THREATEN", "ACCUSE", "COERCE", "SANCTION"})


def is_vow(token: Token) -> bool:
    """The verb binds its doer to something that he will do."""
    return token.lemma in _VOWING and any(c.dep in {"xcomp", "ccomp"} for c in token.children)


def vowed(
    token: Token, actors: Sequence[Party], targets: Sequence[Party], parties: Parties, told: Iterable[Act]
) -> tuple[EventType, list[Party], list[Party]] | None:
    """Type and sides of a vow against somebody: THREATEN or AGREE; no sides where it is nothing to the target; None where it is a plain promise."""
    codes, mine = {p.code for p in targets}, {p.code for p in actors}
    content = next(c for c in token.children if c.dep in {"xcomp", "ccomp"})
    foes = {m.code for t in _foes(content) for x in t.subtree if (m := parties.named_at(x)) is not None} - mine
    if codes <= foes:
        partners = [p for _, o in prepositions(token, {"with"}) for p in parties.of(o) if p.code not in foes | mine]
        joint = content.lemma in _JOINING or any(t.lower in {"together", "jointly"} for t in content.subtree)
        if partners and all(p.code for p in partners):
            return "AGREE", list(actors), partners
        if not joint:
            return "THREATEN", list(actors), list(targets)
        together = len(mine) > 1
        return "AGREE", list(actors[:1]) if together else [], list(actors[1:]) if together else []
    named = any(p.start > token.idx + len(token) for p in targets)
    if named or not _of_ones_own(content):
        return None
    at_odds = _have_quarrelled(mine, codes, parties, told)
    return "THREATEN", list(actors) if at_odds else [], list(targets) if at_odds else []


def _foes(content: Token) -> Iterator[Token]:
    """Words behind "against", or for what is done to an enemy alone: "to deter Chad", "deterrence of Chad"."""
    for token in content.subtree:
        if token.dep == "prep" and (
            token.lower == "against" or (token.head.lemma in _SHIELDING and token.lower == "on")
        ):
            yield token
        if (
            token.dep == "prep"
            and token.lower == "to"
            and token.nbor(-1).lower == "up"
            and token.nbor(-2).lemma == "stand"
        ):
            yield token
        foiled = object_of(token) if token.pos == "VERB" and token.lemma in _FOILING else None
        if foiled is not None and foiled.pos in {"PROPN", "PRON"}:
            yield foiled
        elif foiled is not None and token.lemma in _DEFYING and foiled.lemma in _PRESSING:
            yield from (c for c in foiled.children if c.dep in {"poss", "amod", "compound"})
            yield from (
                o for c in (*foiled.children, *token.rights) if c.lower in {"by", "of", "from"} for o in c.children
            )


def _of_ones_own(content: Token) -> bool:
    """Somebody will defend his own: "to defend its territory", "to hit back"."""
    if content.lemma not in _DEFENDING:
        return False
    obj = object_of(content)
    near = [*content.children, *(obj.lefts if obj is not None else ())]
    return any(t.lower in _ONES_OWN for t in near)


def _have_quarrelled(mine: set[str | None], codes: set[str | None], parties: Parties, told: Iterable[Act]) -> bool:
    sides = [({p.code for p in a.actors}, {p.code for p in a.targets}) for a in told if a.type in _AT_ODDS]
    sides += [({e.actor}, {e.target}) for e, _ in parties.memory.acts if e.type in _AT_ODDS]
    return any((a & mine and t & codes) or (a & codes and t & mine) for a, t in sides)
