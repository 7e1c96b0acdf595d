"""Whether a figure is a fact, an estimate, a forecast, a target or a supposition; and figures that the text takes back."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import FigureModality
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.syntax.tokens import Token
from tieline.read.words.trade import ESTIMATE_WORDS, FORECAST_WORDS, TARGET_WORDS

_DENIED = re.compile(
    r"\b(?:den(?:y|ied|ies)|dismiss(?:ed|es)?|reject(?:ed|s)?|disput(?:ed|es)|wrongly|falsely|erroneous(?:ly)?|incorrect(?:ly)?|retract(?:ed|s)?|withdr(?:ew|awn)|not the|rather than the)\b",
    re.IGNORECASE,
)


def figure_modality(sentence: Sentence, figure: Figure, *, of_move: bool = False) -> FigureModality:
    """The modality of the clause that a figure stands in, by its verbs from the inside outwards.

    `of_move` asks for that of a direction ("would remain unchanged"): what is told of a thing that there is.
    """
    token = next((t for t in sentence.tokens if t.idx + len(t) > figure.core), None)
    if worded := _worded(sentence.text[max(0, figure.core - _NEAR) : figure.core]):
        return worded
    if _A_GOAL.match(sentence.text, figure.end):
        return "target"
    if only_foreseen(sentence, figure):
        return "forecast"
    node, below = token, token
    for _ in range(12):
        if node is None or below is None or _is_only_named(node, below, figure):
            break
        if node is not token and node.dep == "dobj" and node.head.lemma in _ALTER | _END and _is_known(node, figure):
            return "actual"
        if not of_move and node.dep in {"nsubj", "nsubjpass"} and (held := _of_subject(node.head, node.dep)):
            return held
        if node.pos in {"VERB", "AUX", "NOUN", "ADJ"} and (found := _of_verb(node)):
            return found
        if node.dep == "pcomp" and node.tag == "VBG" and _is_talked_of(node, below, figure):
            return "target"
        if node.lemma in _RECKON and (below.dep in {"ccomp", "dobj"} or below.lower == "at"):
            return "estimate"
        if node.dep == "advcl" and node.lemma in _COMES_OF_IT and _of_verb(node.head) == "hypothetical":
            return "hypothetical"  # "could raise trade, resulting in a rise of 40 percent"
        if node.dep == "advcl" and any(c.lower == "to" and c.dep == "aux" for c in node.children):
            meant = _of_verb(node.head)
            return "target" if meant in {"forecast", "target"} else meant or "actual"
        if node.head == node or (
            node.dep in {"ccomp", "relcl", "advcl"}
            and node.head.lemma not in FORECAST_WORDS | TARGET_WORDS | ESTIMATE_WORDS
        ):
            break
        node, below = node.head, node
    lead = _DOT_INSIDE.sub("", sentence.text[max(0, figure.start - _BEFORE) : figure.start])
    if _WOULD_HAVE.search(lead):
        return "hypothetical"
    if _FORETOLD.search(lead):
        return "forecast"
    if _THEY_ESTIMATE.search(lead):
        return "estimate"
    return "target" if _MEANT.search(lead) else "actual"


_COMES_OF_IT = frozenset("result lead bring mean cause translate".split())
_NEAR = 60
_TARGETED = re.compile(
    r"\b(?:(?:target|goal|aim|objective|ceiling|quota|task)s?\b[^.;,]{0,30}|(?:targeted|planned|budgeted) (?:for )?(?:[a-z]+ )?"
    r"|sights (?:on|at) |look(?:s|ed|ing)? (?:for|to (?:buy|sell|import|export)) |seek(?:s|ing)? |aim(?:s|ed|ing)? (?:for|at) )(?:US)?[$€£]?$"
)
_A_GOAL = re.compile(
    r"\s+(?:(?:trade|export|import|annual|bilateral|yearly)\s+)?(?:target|goal|objective)s?\b", re.IGNORECASE
)
"""Behind a figure: "the $100 billion goal"."""


def only_foreseen(sentence: Sentence, figure: Figure) -> bool:
    """As in "narrower than the $810 million deficit expected by economists": what was only thought to come."""
    return _FORESEEN_BEHIND.match(sentence.text, figure.end) is not None


_FORESEEN_BEHIND = re.compile(
    r"(?:\s+(?!and\b|or\b)[a-z-]+){0,2}?(?:\s+(?:that|which)(?:\s+(?:has|had|was|were|been)){1,2})?\s+(?:expected|forecast|projected|predicted|anticipated)(?=\s+(?:by|in|for|at)\b|\s*(?:[.,;)]|$))"
)
_ESTIMATED = re.compile(
    r"\b(?:(?:estimated|estimate of|an estimated)\b[^.;,]{0,12}|(?:is|are|was|were) put at (?:about |some |only )?)(?:US)?[$€£]?$"
)
_AT_PRESENT = re.compile(
    r"\b(?:present|current|existing|today's) (?:level of |rate of )?(?:about |some |around )?(?:US)?[$€£]?$"
)
_DOT_INSIDE = re.compile(r"(?<=\b[A-Z])\.|(?<=\d)\.(?=\d)")


def _is_talked_of(verb: Token, below: Token, figure: Figure) -> bool:
    """As in "talked about ways of raising trade to $2 billion", "is tasked with bringing it to": what is to be done, and is not done yet."""
    prep = verb.head
    reached = below.lower in {"to", "by", "above", "beyond"} or (below.dep == "dobj" and verb.lemma in _ATTAIN)
    raised = (
        below.dep == "dobj" or below.lower == "from"
    ) and verb.lemma in _ALTER | _LEAD  # the parse has "trade to $2 billion" as one phrase
    reached = reached or (raised and _UP_TO.search(verb.doc.text, verb.idx, figure.core) is not None)
    if below is not verb and not reached:
        return False  # "aimed at removing barriers between the two, partners with trade of $2 billion"
    return prep.lower in {"of", "about", "with", "on", "at", "for", "towards"} and prep.head.lemma in _TALKED_OF


_UP_TO = re.compile(r"\b(?:to|from)\s+(?:[a-z]+\s+){0,3}(?:[A-Z]{2,3})?\s?[$€£¥]?\s?$")
_LEAD = frozenset("bring take lift push carry".split())
_ATTAIN = frozenset("reach achieve attain hit exceed top".split())
_TALKED_OF = frozenset(
    "talk task charge agree work focus aim concentrate think way mean means idea plan possibility prospect aim goal objective task vision intention provide call".split()
)
_THEY_ESTIMATE = re.compile(
    r"\b(?:analysts|economists|experts|researchers|traders|officials)(?: (?:at|from|with|of|in) [^,.;]{2,40}?)? (?:estimate|reckon|calculate)\b[^.;]*$",
    re.IGNORECASE,
)
"""Which the small parser takes for nouns all through."""
_RECKON = frozenset({"estimate", "reckon", "calculate"})


def _worded(before: str) -> FigureModality | None:
    """What the words right before a figure say: "a targeted", "an estimated", "the goal of"."""
    near = before.lower()
    if _AT_PRESENT.search(near):
        return "actual"
    return "target" if _TARGETED.search(near) else "estimate" if _ESTIMATED.search(near) else None


def figure_as_worded(sentence: Sentence, figure: Figure) -> FigureModality | None:
    """The modality that the words right before or behind a figure give it, whatever its clause is."""
    if _A_GOAL.match(sentence.text, figure.end):
        return "target"
    if only_foreseen(sentence, figure):
        return "forecast"
    if _WOULD_HAVE.search(sentence.text[max(0, figure.start - _BEFORE) : figure.start]):
        return "hypothetical"
    return _worded(sentence.text[max(0, figure.core - _NEAR) : figure.core])


def _is_only_named(node: Token, below: Token, figure: Figure) -> bool:
    """The figure is left behind by what follows: an apposition to a name, the part of a sentence before a semicolon."""
    if node is below:
        return False
    if below.dep == "appos" and node.pos == "PROPN":
        return True
    between = node.doc.text[figure.end : node.idx] if node.idx > figure.end else ""
    return ";" in between


def _of_subject(verb: Token, dep: str) -> FigureModality | None:
    """What is told of a thing that there is ("the 5 pct duty will stay", "could be lifted"), or is to be ("is to be imposed")."""
    if dep == "nsubj" and verb.lemma in _STAY:
        return "actual"
    if dep == "nsubjpass" and verb.lemma in _ALTER | _END and verb.tag == "VBN":
        return "actual"
    wanted = (c for c in verb.children if verb.lemma == "be" and c.dep in {"ccomp", "attr", "csubj"} and c.i > verb.i)
    if dep == "nsubj" and any(c.pos == "VERB" and _of_verb(c) == "target" for c in wanted):
        return "target"  # "9 million is what the two wish for"
    if verb.lemma == "be" and any(c.dep == "xcomp" and c.tag in {"VB", "VBN"} and _has_to(c) for c in verb.children):
        return "target"
    return None


def _has_to(verb: Token) -> bool:
    return any(c.dep == "aux" and c.lower == "to" for c in verb.children)


_STAY = frozenset("stay remain continue persist".split())
_END = frozenset(
    "lift remove ease suspend scrap waive end abolish modify maintain keep review cancel withdraw extend".split()
)
_ALTER = frozenset(
    "reduce cut narrow trim lower shrink curb halve slash increase boost raise double expand close eliminate".split()
)


def _is_known(noun: Token, figure: Figure) -> bool:
    """As in "to reduce its seven billion dlr surplus": a level that there is, whatever is meant to become of it."""
    return figure.end <= noun.idx and any(c.dep == "poss" or c.lower == "the" for c in noun.children)


_BEFORE = 130
_MEANT = re.compile(
    r"\b(?:(?:plans?|agreed|agrees|offers?|offered|threaten(?:s|ed|ing)?|pledged?s?|wants?|aims?|hopes?|intends?|decided|propos(?:es|ed|als?)|ready|vow(?:s|ed)|promis(?:es|ed)|seeks?|contracts?|committed|deal|deals|agreements?)"
    r"\s(?:[\w'-]+\s){0,5}?to\s(?:[a-z]+)\b|calls?\s+for\b|calling\s+for\b|called\s+for\b|has\s+asked\s+for\b)(?![^.;]*\b(?:rose|fell|grew|reached|totall?ed|was|were|said)\b)[^.;]*$",
    re.IGNORECASE,
)
"""A plan, a promise or a wish that leads to the figure, with no fact told between the two."""
_FORETOLD = re.compile(
    r"\b(?:likely|expected|projected|forecast|predicted|set|due(?!\sto\s(?:[a-z]+er|more|less|strong|weak|high|low|rising|falling|growing|good|bad|poor|new|several|many|increased|reduced|its|[a-z]+tion)\s)|poised|bound|seen)\s(?:to\s(?!the\b|an?\b|its\b|their\b|this\b|that\b)[a-z]+\b|[a-z]+ing\b)"
    r"(?![^.;]*\b(?:rose|fell|grew|reached|totall?ed|was|were|said|after|from)\b)[^.;]*$"
    r"|\bshould\s(?:rise|grow|increase|climb|fall|decline|reach|exceed|top|hit|narrow|widen|shrink|drop|total|double|come|be|average|amount|stand|remain|stay|touch|approach|surpass|bring)\b[^.;]*$",
    re.IGNORECASE,
)
"""An expectation that leads to the figure, with no fact told between the two."""
_WOULD_HAVE = re.compile(
    r"\b(?:would|could|might)\s+(?:\w+\s+){0,2}?have\s+(?:been|come|reached|amounted|totall?ed|risen|fallen|grown|shrunk|exceeded|stood)\b(?![^.;]*\b(?:rose|fell|grew|was|were|said)\b)[^.;,]*$"
)
"""What did not come about, and leads to the figure: "without copper, exports would have been worth just"."""
_PLANS = frozenset(
    "plan protocol agreement deal accord contract pledge proposal commitment promise offer target aim decision intention readiness desire willingness ambition wish hope bid effort determination commitment".split()
)


_PAPERS = frozenset(
    "roadmap map programme program strategy scheme memorandum declaration document pact treaty blueprint agenda concept".split()
)
_ENVISAGE = frozenset("envisage envision stipulate foresee".split())


def _is_of_plan(verb: Token) -> bool:
    """As in "a roadmap that envisages": the subject is what two have laid down, and nobody who expects something."""
    subject = next((c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}), None)
    if verb.dep == "relcl" and (subject is None or subject.tag == "WDT"):
        subject = verb.head
    return verb.lemma == "stipulate" or (subject is not None and subject.lemma in _PLANS | _PAPERS)


_TASKS = frozenset({"task", "goal", "target", "aim", "objective"})


def _is_conditional(verb: Token) -> bool:
    """As in "without the accord, the duty would be 20 percent"."""
    return any(c.dep == "prep" and c.lower in {"without", "absent"} for c in verb.children)


_AHEAD_OF = frozenset("expect forecast project likely set due predict anticipate poise bind".split())
_MEANS_TO = frozenset(
    "aim plan hope want seek agree intend pledge vow target promise commit undertake decide try attempt strive work offer threaten".split()
)


def _of_verb(node: Token) -> FigureModality | None:
    lemma = node.lemma
    aux = {c.lower for c in node.children if c.dep in {"aux", "auxpass"}}
    marks = {c.lower for c in node.children if c.dep == "mark"}
    if lemma in _ENVISAGE and node.dep in {"relcl", "ROOT", "ccomp", "conj", "advcl", "acl"}:
        return "target" if _is_of_plan(node) else "forecast"  # the parse may have "that envisages" as a noun
    if node.pos in {"VERB", "AUX"}:
        if lemma == "be" and (foreseen := _of_foreseen(node)) is not None:
            return foreseen
        if node.dep == "pcomp" and node.head.lower == "of" and node.head.head.lemma == "capable":
            return "hypothetical"
        told = node.dep == "ccomp" and node.head.tag == "VBD"
        if "would" in aux and told and not marks & {"if", "unless"} and not _is_conditional(node):
            return "forecast"
        if aux & {"would", "'d"} and lemma in _LIKES:
            return "target"
        if marks & {"if", "unless"} or aux & {"may", "might", "could", "would"}:
            return "hypothetical" if lemma not in FORECAST_WORDS else "forecast"
        if (aux & {"must", "should"} and aux & {"can"}) or aux & {"must"}:
            return "target"
        if aux & {"will", "'ll", "shall"} and lemma in _UNDERTAKES:
            return "target"
        can = "can" in aux and lemma in _GETS_TO and all(c.dep != "neg" for c in node.children)
        if can or aux & {"will", "'ll", "shall"}:
            return "forecast"
        if lemma in {"aim", "target", "pledge", "vow", "plan", "hope", "seek", "intend", "want", "promise", "commit"}:
            return "target"
        if lemma in {"forecast", "project", "predict", "expect", "foresee", "anticipate"}:
            return "forecast"
        if lemma in {"estimate", "reckon", "believe", "think"} and node.tag == "VBN":
            return "estimate"
        if (
            node.tag == "VBG"
            and node.dep in {"xcomp", "ccomp"}
            and node.head.lemma in {"propose", "suggest", "consider"}
        ):
            return "target"
        if node.dep == "acl" and ("to" in aux or node.tag == "VBG") and node.head.lemma in _PLANS:
            return "target"
        if "to" in aux and node.dep == "xcomp":
            head = node.head.lemma
            if head == "set" and any(c.dep == "nsubjpass" and c.lemma in _TASKS for c in node.head.children):
                return "target"
            if head == "go":
                ahead: FigureModality = "target" if lemma in _UNDERTAKES else "forecast"
                return ahead if node.head.tag == "VBG" else None  # "is going to donate"
            if head == "be":
                return "target"  # what is arranged: "is to lend 600 million"
            if head in _AHEAD_OF:
                return "estimate" if "have" in aux else "forecast"  # "is expected to have reached 2 billion"
            if head == "able" and node.head.head.tag != "VBD":
                return "hypothetical"
            if head in _MEANS_TO:
                return "target"
    if node.pos == "NOUN" and lemma in {"target", "goal", "aim", "objective", "plan"}:
        return "target"
    if node.pos == "NOUN" and lemma in {"forecast", "projection", "prediction"}:
        return "forecast"
    if node.pos == "ADJ" and lemma == "likely":
        return "forecast"
    return None


def _of_foreseen(verb: Token) -> FigureModality | None:
    """As in "the forecast for Honduras is 5 million bags", "the goal was 2 billion"."""
    subject = next((c.lemma for c in verb.children if c.dep == "nsubj"), None)
    return _FORESEEN.get(subject or "")


_FORESEEN: Final[dict[str, FigureModality]] = {
    **dict.fromkeys(("forecast", "projection", "prediction", "outlook"), "forecast"),
    **dict.fromkeys(("target", "goal", "aim", "objective"), "target"),
    "estimate": "estimate",
}
_UNDERTAKES = frozenset("provide give lend extend put contribute donate grant lower".split())
"""What one "will" do by one's own decision, where others "will rise"."""
_LIKES = frozenset("like love wish".split())
_GETS_TO = frozenset("reach get rise grow climb hit exceed top return double triple".split())
"""As in "sales can climb to 9 billion": what is held to be possible, not what there is."""


_DISMISSED = re.compile(
    r"\b(?:dismiss|den(?:y|ie)|reject|refut|rebut|brush(?:ed)? (?:aside|off)|rul(?:ed)? out)(?:s|es|ed|d|ing)?\s+(?:on \w+ )?(?:as \w+ )?(?:all |any |the |media |press |\w+ )?(?:that|talk|reports?|rumou?rs?|claims?|allegations?|speculation|suggestions?|news)\b",
    re.IGNORECASE,
)
"""Before what is not so: "dismissed talk of a $600 million loan"."""


def taken_back(sentence: Sentence, figure: Figure) -> bool:
    """The text denies the figure or calls it wrong."""
    before = sentence.text[max(0, figure.start - 110) : figure.start]
    low = sentence.text.lower()
    if ("earlier" in low or "previous" in low or "original" in low) and re.search(
        r"\boriginally (?:said|stated|gave|put|reported)\b|\b(?:an? )?(?:earlier|previous|original) (?:edition|version|report|story|article|dispatch)\b[^.]{0,60}\b(?:said|stated|gave|put|reported)\b",
        sentence.text[: figure.start],
        re.IGNORECASE,
    ):
        return True
    if _DISMISSED.search(before):
        return True
    return bool(
        _DENIED.search(before)
        and re.search(r"\b(?:report|claim|estimate|figure|suggestion|number|story|stories)s?\b", before, re.IGNORECASE)
    )
