"""What became of an act: done, planned, declined, denied; and acts that are only part of another one, which are no claims.

Read from the inside outwards: the act's own auxiliaries, then the verbs that govern it ("is scheduled to", "declined to", "asked X to").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tieline.model.vocabulary import EventModality
from tieline.read.acts.demands import is_bound
from tieline.read.acts.polarity import is_contrasted, is_negated, is_no_longer, lending
from tieline.read.acts.resolutions import is_of_unadopted
from tieline.read.syntax.tokens import Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


AHEAD = _words(
    "schedule due plan expect slate set prepare intend aim arrange poise bind likely about arrange program leave book invite announce begin-later go"
)
DECLINING = _words("decline refuse")
TAKEN_IN = _words(
    "agree offer promise pledge vow undertake commit ask request urge press demand order tell appeal call threaten warn refuse decline reject invite allow permit let persuade want seek hope wish help force encourage recommend propose suggest "
    "consider discuss oppose rule accuse advise forbid ban consider insist prevent stop deny try attempt fail accept ready willing prepared able unable free bid plan need lobby push exhort instruct beg implore volunteer swear guarantee promise require enable convince authorise authorize obligate oblige support back favour favor block resist mull weigh"
)
"""Verbs whose infinitive or clause is the content of another act, or no act yet."""
PASSED = _words(
    "vote approve lead cause prompt drive begin start continue go come decide manage help choose get stand happen proceed resume finish use have seem appear quick first last swift force oblige move act"
)
DOUBTING = _words(
    "expect hope hop want wish fear doubt believe think predict forecast suppose imagine speculate suspect wonder consider"
)
SAYING = _words(
    "say announce tell declare report add state confirm note reveal write disclose claim insist affirm stress indicate inform explain acknowledge admit signal"
)
ATTENDING = _words("attend participate visit travel go join meet take")
NEGATIVE_PREPS = _words("without instead before despite against from for toward towards")
NOUNS_AHEAD = _words(
    "commitment resolve determination plan proposal intention decision bid threat call demand request offer promise pledge invitation hope attempt effort readiness willingness refusal vow agreement deal appeal idea possibility prospect option need right way order chance aim goal desire refusal failure ability ban permission"
)
_CONSIDERING = _words("consider weigh mull contemplate ponder")
_KNOWN = _words("know clear official certain public")
"""How a plan stands that "became known"."""
_HEARSAY = _words("say report understand know")
HOPING = _words("hope wish")
"""What a meeting is that somebody hopes for: proposed."""
_DECIDED = _words("decision move")
"""What somebody's decision is is done: "Ecuador's decision to raise the levy took Lima by surprise"."""
CHARGES = _words(
    "accuse suspect blame condemn criticise criticize charge convict denounce fault warn speak talk think dream complain capable guilty "
    "responsible threat accusation charge suspicion plan idea way hope risk fear danger possibility intention prospect aim means importance necessity need"
)
"""What holds the words behind its "of" or "for": a charge or a thought, no act that is told."""
_BLAMING = _words("accuse suspect blame convict")
_RECOMMENDING = _words("advise recommend propose")
_OWN_GOVERNMENT = _words("government cabinet ministry")
"""Who is advised at home to take a measure: "parliament advised the government to ban imports"."""
_TAKING = _words("take make reach announce")
"""Who takes a decision to do something does it."""
_FACTS = frozenset({"nsubj", "nsubjpass", "pobj"})
"""Where a decision stands that is spoken of as taken: "Peru's decision to lift the ban was welcomed"."""
_ABOUT = frozenset({"on", "about", "over"})
_TALKING = _words("talk negotiate speak think discuss debate argue confer consult dream disagree")
_TALKS = _words("talk talks discussion negotiation dialogue consultation conversation debate round")
_SEEING = _words("see meet brief consult")
_ASKING = _words("ask urge press push appeal plead lobby request demand seek")
"""What somebody has come for is done by coming: "flew to Lima to ask for a lower price"."""
_ORDERING = _words("order tell instruct direct")
_STOPPING = _words("stop halt cease suspend turn block refuse")
"""What somebody who is ordered to do it does."""
_SENDING = _words("send dispatch fly deploy rush")
_SENT_FOR = _words("help assist aid rescue investigate shadow intercept escort guard")
"""What somebody is sent for is done by being sent."""
SETTING_OUT = _words("fly travel leave head go visit return depart come stop")
WISHING = _words(
    "agree demand insist ask request propose suggest threaten warn promise pledge vow recommend urge wish guarantee"
)
REPORTS = _words("report claim allegation rumour rumor suggestion accusation speculation charge")
REFUTING = _words("deny dismiss reject refute rebut call")
_WILL = _words("will shall 'll wo ’ll")
_MAYBE = _words("might could may can would")


@dataclass(frozen=True, slots=True)
class Standing:
    """The modality of an act and whose clause governs it; `token` is the outermost verb of the act's own cluster."""

    modality: EventModality
    token: Token
    declined_by: Any = None


def standing(token: Token) -> Standing | None:
    """How an act stands; None where it is negated, doubted, or the content of another act."""
    status: EventModality = "happened"
    if token.dep == "acomp" and _by_auxiliaries(token.head, token) == "none":
        return None  # "must be ready", "is not willing"
    node = token
    for _ in range(8):
        if is_of_unadopted(node):
            return None
        own = _by_auxiliaries(node, token)
        if own == "" and (lead := lending(node)) is not None:
            own = _lent(lead, node)
            node = lead
        if own == "declined":
            return Standing("declined", node, node)
        if own == "none":
            return None
        if own == "scheduled":
            status = "scheduled"
        outer = _outer(node)
        if outer is None:
            break
        verdict = _governed(node, outer)
        if verdict == "stop":
            return None
        if verdict == "top":
            break
        if verdict == "proposed":
            return Standing("proposed", outer, outer)
        if verdict in {"declined", "denied"}:
            return Standing("declined" if verdict == "declined" else "denied", outer, outer)
        if verdict == "scheduled":
            status = "scheduled"
        node = outer.head if _is_means(node, outer) else outer
    return Standing(status, node)


def _by_auxiliaries(node: Token, act: Token) -> str:
    """What a verb's own auxiliaries and negation say: `none` (no act), `declined`, `scheduled`, or nothing."""
    aux = {c.lower for c in node.children if c.dep in {"aux", "auxpass"}}
    negated = is_negated(node) and not (node == act and is_no_longer(node))
    if negated and node == act and aux & {"will", "wo", "would"} and act.lemma in ATTENDING:
        return "declined"
    if negated and not _not_only(node):
        return "none"
    if any(c.dep == "mark" and c.lower in {"if", "unless", "whether", "should", "lest", "for"} for c in node.children):
        return "none"
    if any(c.dep == "mark" and c.lower in {"until", "till"} for c in node.children) and (
        node.tag in {"VBP", "VBZ", "VB"} or _lies_ahead(node.head)
    ):
        return "none"  # "the ban would stay until Lima freed the crew", "until both settle"
    if aux & _WILL or _of_headline(node):
        return "scheduled"
    if aux & _MAYBE:
        return "scheduled" if "would" in aux and "have" not in aux and _reported(node) else "none"
    return "none" if aux & {"must", "should", "ought", "need"} else ""


def _lent(lead: Token, verb: Token) -> str:
    """What the modal of the first verb says of one that shares it."""
    if is_negated(lead) and is_contrasted(verb):
        return "scheduled" if any(c.lower in _WILL | {"would"} for c in lead.children) else "none"
    return _by_auxiliaries(lead, lead)


def _of_headline(node: Token) -> bool:
    """An infinitive that is the whole of its line: "Chile to reopen the crossing", "Ghana president to visit Togo"."""
    if not any(c.dep == "aux" and c.lower == "to" for c in node.children):
        return False
    if node.dep == "ROOT":
        return any(c.dep == "nsubj" for c in node.children)
    return node.dep in {"acl", "relcl"} and node.head.dep == "ROOT" and node.head.pos in {"NOUN", "PROPN"}


def _lies_ahead(verb: Token) -> bool:
    return any(
        c.dep == "aux" and c.lower in {"will", "would", "'ll", "wo", "must", "should", "can"} for c in verb.children
    )


def _not_only(node: Token) -> bool:
    return any(c.lower == "only" for c in node.children)


def _reported(node: Token) -> bool:
    head = node.head
    return (
        node.dep in {"ccomp", "conj"} and head != node and (head.lemma in SAYING | _KNOWN or head.tag == "VBD")
    ) or node.dep == "ROOT"


def _outer(node: Token) -> Token | None:
    """The verb, adjective or noun whose complement a verb is; None at the top of its clause."""
    head = node.head
    if head == node:
        return None
    if node.dep in {"xcomp", "ccomp", "acl", "advcl", "csubj"}:
        return head
    if node.dep == "pcomp":
        return head
    if node.dep == "dobj" and node.tag == "VBG" and head.lemma == "deny":
        return head  # "denied bombing the port"
    if node.dep == "conj" and head.pos in {"VERB", "AUX"}:
        return _outer(_first_of(node)) if not _finite(node) else None
    return None


def _first_of(node: Token) -> Token:
    """The verb that another goes on: the gerund, where the parse joins a second one to its infinitive: "by ordering Chad to cut its staff and seizing"."""
    head = node.head
    under = head.tag == "VB" and head.dep == "xcomp" and head.head.tag == "VBG"
    return head.head if node.tag == "VBG" and under else head


def _finite(node: Token) -> bool:
    return node.tag in {"VBD", "VBZ", "VBP"} or any(
        c.dep in {"aux", "auxpass"} and c.tag in {"VBD", "VBZ", "VBP", "MD"} for c in node.children
    )


def _to_infinitive(node: Token) -> bool:
    if node.dep == "conj" and not any(c.dep == "aux" for c in node.children):
        return _to_infinitive(node.head)
    return any(c.dep == "aux" and c.lower == "to" for c in node.children)


def _governed(node: Token, outer: Token) -> str:
    """`stop` (no act), `top` (a clause of its own), `pass` (look further out), or a modality."""
    lemma = outer.lemma
    kind = node.dep if node.dep != "conj" else _first_of(node).dep
    if kind == "pcomp":
        return _behind_preposition(node, outer)
    if outer.pos in {"NOUN", "PROPN"}:
        return _under_noun(node, outer)
    if kind == "advcl":
        ahead = any(c.dep == "aux" and c.lower in _WILL for c in outer.children)  # "will meet to sign"
        ahead = ahead or (lemma in SETTING_OUT and node.lemma in _SEEING)  # "went to see"
        ahead = ahead or (lemma in SETTING_OUT | {"meet", "arrive"} and node.lemma in _ASKING)
        ahead = (
            ahead
            or (lemma in _SENDING and node.lemma in _SENT_FOR | _ASKING)
            or (node.lemma == "protest" and lemma not in {"summon", "call", "recall"})
        )
        return ("pass" if ahead else "stop") if _to_infinitive(node) else "top"
    if kind == "ccomp" and not _to_infinitive(node):
        return _in_clause(node, outer)
    if lemma in DECLINING:
        return "declined"
    if _is_carried_out(node, outer, kind):
        return "pass"
    if _is_still_to_do(node, outer):
        return "stop"
    if lemma in _HEARSAY and kind == "xcomp" and any(c.dep == "auxpass" for c in outer.children):
        return "pass"  # "is said to be going back on its promise"
    if lemma == "invite" and not any(c.dep == "auxpass" for c in outer.children):
        return "stop"
    if lemma == "be" or lemma in AHEAD:
        return "scheduled" if _to_infinitive(node) else "pass"
    if lemma == "deny":
        return "stop" if is_negated(outer) else "denied"
    if _is_weighed(node, outer):
        return "proposed"
    if lemma in TAKEN_IN or lemma in DOUBTING:
        return "stop"
    return "pass" if lemma in PASSED or outer.pos == "AUX" else "stop" if _to_infinitive(node) else "pass"


def _is_carried_out(node: Token, outer: Token, kind: str) -> bool:
    """What somebody is sent for, or has been told to stop: "has been told to stop selling power to Fiji"."""
    if outer.lemma in _SENDING and kind == "xcomp" and node.lemma in _SENT_FOR | _ASKING:
        return True
    told = outer.lemma in _ORDERING and any(c.dep == "auxpass" for c in outer.children)
    return told and node.lemma in _STOPPING


def _is_still_to_do(node: Token, outer: Token) -> bool:
    """What somebody has "yet to" do, or has to do as others say."""
    yet = outer.lemma in {"have", "be"} and any(c.lower == "yet" for c in outer.children)
    return (yet and _to_infinitive(node)) or (is_bound(outer) and _asked_by_another(outer))


def _asked_by_another(bound: Any) -> bool:
    """Whoever "had to" is not he who says so: "Lima said Chile had to pull out"."""
    doer = next((c for c in bound.children if c.dep == "nsubj"), None)
    return bound.dep == "ccomp" and bound.head.lemma in SAYING and doer is not None and doer.pos != "PRON"


def _is_weighed(node: Token, outer: Token) -> bool:
    """What is considered, hoped for, or recommended to one's own government."""
    lemma = outer.lemma
    if lemma in _CONSIDERING and outer.pos == "VERB":
        return _by_auxiliaries(outer, outer) != "none"
    if lemma in HOPING and node.dep == "xcomp":
        return _by_auxiliaries(outer, outer) == ""
    return lemma in _RECOMMENDING and any(c.dep == "dobj" and c.lemma in _OWN_GOVERNMENT for c in outer.children)


def _is_means(node: Token, prep: Token) -> bool:
    """By doing it somebody does what the verb above tells, or is charged with it: "would answer by closing the border"."""
    verb = prep.head
    if node.dep != "pcomp" or prep.dep != "prep" or prep.lower != "by" or verb.pos != "VERB":
        return False
    return not (verb.dep in {"acl", "advcl"} and _to_infinitive(verb))  # "took steps to save money by banning imports"


def _behind_preposition(node: Token, prep: Token) -> str:
    if _is_means(node, prep):
        return "pass"
    if prep.lower == "before" and node.lemma in SETTING_OUT:
        return "scheduled"
    charged = prep.lower in {"of", "for", "with"} and _is_charge(prep.head)
    charged = charged or (prep.lower == "at" and prep.head.lemma == "aim")
    charged = charged or (prep.lower in _ABOUT and _is_talked_of(prep.head))  # "signed an accord on ending visas"
    if prep.lower == "to" and prep.head.lemma == "look" and any(c.lower == "forward" for c in prep.head.children):
        return "scheduled"  # "looks forward to meeting"
    return "stop" if charged or prep.lower in NEGATIVE_PREPS else "top"


def _is_charge(head: Token) -> bool:
    """A word of blame or of thought, or whom somebody blames: "accuses the army of"."""
    return head.lemma in CHARGES or (head.dep == "dobj" and head.head.lemma in _BLAMING)


def _is_talked_of(head: Token) -> bool:
    """As in "talks on withdrawing", "opened talks with Cuba on withdrawing", "have talked about building"."""
    if head.pos == "NOUN" or head.lemma in _TALKING:
        return True
    return any(c.dep == "dobj" and c.lemma in _TALKS for c in head.children)


def _under_noun(node: Token, noun: Token) -> str:
    if _to_infinitive(node):
        owned = any(c.dep == "poss" or (c.dep in {"compound", "amod"} and c.text[0].isupper()) for c in noun.lefts)
        decided = noun.lemma in _DECIDED and owned and noun.dep in _FACTS
        decided = decided or (noun.lemma == "decision" and noun.dep == "dobj" and noun.head.lemma in _TAKING)
        if noun.lemma in {"plan", "intention"} and noun.dep == "dobj" and noun.head.lemma in _PLANNING:
            none = any(c.lower in {"no", "any"} for c in noun.lefts) or any(c.dep == "neg" for c in noun.head.children)
            return "stop" if none else "scheduled"
        return "stop" if noun.lemma in NOUNS_AHEAD and not decided else "pass"
    return "denied" if noun.lemma in REPORTS and noun.head.lemma in REFUTING else "top"


_PLANNING = frozenset("announce have unveil confirm outline disclose reveal declare".split())
"""Who does so with plans has them: "announced plans to stop coal imports"."""


def _in_clause(node: Token, verb: Token) -> str:
    """A clause that a verb of saying or doubting holds; one before "is expected" stands on its own."""
    if verb.lemma == "deny":
        return "stop" if is_negated(verb) else "denied"
    if verb.lemma in {"let", "make", "have"} and node.tag == "VB":
        return "stop"
    if verb.lemma in DOUBTING:
        if node.i < verb.i:
            return "top"
        return "scheduled" if verb.lemma == "expect" and verb.tag == "VBN" else "stop"
    if verb.lemma in _RECOMMENDING and any(c.dep == "nsubj" and c.lemma in _OWN_GOVERNMENT for c in node.children):
        return "proposed"
    return "stop" if verb.lemma in WISHING and node.i > verb.i else "top"
