"""What became of an act, by its verb and its time: done, planned, declined, proposed, denied."""

from __future__ import annotations

from typing import Final

from tieline.model.vocabulary import EventModality
from tieline.read.acts.dates import Dating
from tieline.read.acts.modality import Standing
from tieline.read.acts.reports import untrue_before
from tieline.read.acts.whereabouts import is_under_way
from tieline.read.syntax.tokens import Token
from tieline.read.words.rule import Rule

_JOURNEYS: Final = frozenset("leave depart fly travel head arrive visit go meet begin start open receive host".split())


def became(dating: Dating, text: str, token: Token, rule: Rule, how: Standing, cluster: list[Token]) -> EventModality:
    """What became of the act of a verb, beside how its clause stands."""
    modality: EventModality = how.modality
    if rule.type == "CONSULT" and (token.lemma in {"due", "expect", "schedule"} or _is_leaving(token, modality)):
        modality = "scheduled"
    if rule.type == "CONSULT" and token.lemma in {"skip", "shun"}:
        modality = "declined"
    ahead = rule.type == "CONSULT" and (dating.on_the_way(token, rule, cluster) or is_under_way(token))
    if modality == "happened" and ahead:
        modality = "scheduled"
    if "ahead" in rule.flags or ("deal" in rule.flags and modality == "scheduled"):
        modality = "happened"  # who "would like to buy" asks
    if "proposal" in rule.flags and modality in {"happened", "scheduled"}:
        modality = "proposed"
    if modality == "happened" and rule.type == "SANCTION" and _awaits_more(token):
        modality = "scheduled"
    if modality == "happened" and untrue_before(text, token.idx):
        modality = "denied"
    return modality


def _awaits_more(token: Token) -> bool:
    """What is passed and not in force: "approved sanctions, which still need to be signed"."""
    clauses = (t for t in token.subtree if t.dep == "relcl" and t.lemma in {"need", "require", "await"})
    return any(c.tag in {"VBP", "VBZ"} and not any(g.dep == "neg" for g in c.children) for c in clauses)


def _is_leaving(token: Token, modality: str) -> bool:
    """The present of a journey is its plan: "leaves for Moscow on Sunday"."""
    return (
        modality == "happened"
        and token.tag in {"VBZ", "VBP"}
        and token.lemma in _JOURNEYS
        and not any(c.dep == "aux" for c in token.children)
    )
