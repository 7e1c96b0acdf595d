"""What the rules of the lexicon ask of a clause beside its verb: objects, particles, words that must stand in it."""

from __future__ import annotations

from collections.abc import Mapping

from tieline.read.acts.doers import subject_of
from tieline.read.acts.grammar import lemmas_behind, objects_match, prepositions, words_behind
from tieline.read.acts.named import Party
from tieline.read.acts.phrases import is_handed_over, is_phrase
from tieline.read.acts.predicates import (
    DIPLOMATS,
    armed,
    helps,
    is_called_home,
    is_done_to_envoy,
    is_of_troops,
    scorned,
)
from tieline.read.acts.senses import is_good, joins_plan, of_time, only_sounds
from tieline.read.acts.trials import over_waters
from tieline.read.acts.turns import GROWING, content_verb, growing, is_talks, wants_of_another
from tieline.read.acts.whereabouts import is_placed
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import ARMED, FORCES, PRAISED, SCORN, UNTRUE, WARM
from tieline.read.words.acts import CLASSES
from tieline.read.words.rule import Flag, Rule

_TRADING = frozenset(["buy", "import", "purchase", "sell", "export", "supply", "ship", "accept", "issue"])
_WORDS: Mapping[Flag, frozenset[str]] = {
    "list": frozenset({"list", "blacklist"}),
    "alert": frozenset({"alert"}),
    "grata": frozenset({"grata", "gratae", "undesirable"}),
    "court": frozenset({"organisation", "organization", "wto", "court", "tribunal", "arbitration", "hague", "council"}),
    "treaty": CLASSES["AGREEMENT"],
    "talksout": frozenset({"talks", "talk", "negotiations", "meeting", "summit", "conference"}),
    "back": frozenset({"back"}),
    "up": frozenset({"up", "forces"}),
    "byphone": frozenset({"telephone", "phone", "videoconference", "video"}),
    "joint": frozenset({"jointly", "together", "side"}),
}


_INSPECTING = frozenset(["inspector", "expert", "investigator", "team", "monitor", "mission"])
_ANONYMOUS = frozenset(["name", "identify", "quote"])
"""Who asks not to be named asks nobody for anything."""
_MUM = frozenset(
    [
        "detail",
        "disclose",
        "comment",
        "elaborate",
        "say",
        "specify",
        "speculate",
        "name",
        "identify",
        "confirm",
        "reveal",
    ]
)
"""Who declines to tell the press refuses no state anything."""
_OWED = frozenset({"must", "should", "ought"})
_WITH_CLAUSE = frozenset({"insist", "ask", "agree"})
"""Verbs of which it matters, whatever their rule asks for, what clause follows."""
_STATING = frozenset("is are was were has had will would did does 's".split())
_PAST = frozenset({"last", "this", "next", "ago", "every", "each"})
_LEAVING = frozenset({"leave", "depart", "go", "quit", "exit", "pack"})
_SPANS = frozenset(["day", "hour", "week", "month", "deadline"])


def asked(rule: Rule) -> tuple[frozenset[str], ...]:
    """Of each set one word must stand in the sentence, in some form, that the rule of a verb may fit: told before parsing."""
    flags = rule.flags
    sets = [rule.objects, rule.words, frozenset({rule.particle}) if rule.particle is not None else None]
    sets += [_WORDS[flag] for flag in flags & _WORDS.keys()]
    sets += [wanted for flag, wanted in _ASKED.items() if flag in flags]
    return tuple(wanted for wanted in sets if wanted)


_ASKED: Mapping[Flag, frozenset[str]] = {
    "anaphor": frozenset({"it", "them", "they"}),
    "armedforce": CLASSES["TROOPS"] | ARMED | FORCES,
    "coopinf": GROWING,
    "envoy": DIPLOMATS,
    "inspectors": frozenset(_INSPECTING),
    "jointop": frozenset({"joint", "jointly", "together"}),
    "leave": frozenset({"leave", "go", "depart", "quit"}),
    "scorn": SCORN,
    "untrue": UNTRUE,
    "toinf": frozenset({"to"}),
    "trading": _TRADING,
    "troops": CLASSES["TROOPS"],
    "until": _SPANS | {"until"},
    "warm": WARM,
}
"""The words that `fits` looks for where a rule has the flag."""


def suits(rule: Rule, actors: list[Party]) -> bool:
    """The actors are such as the rule asks for; what several exercise together, even near a border, is no show of force by each."""
    if (rule.type, rule.mode) == ("MOBILIZE", "drill") and len({p.code for p in actors}) > 1:
        return False
    if "mob" in rule.flags and not any(p.kind == "crowd" for p in actors):
        return False
    if "member" in rule.flags and not all(p.kind in {"state", "organ"} for p in actors):
        return False  # "the player quit the Union"
    return "people" not in rule.flags or any(p.kind in {"person", "organ"} for p in actors)


def fits(token: Token, rule: Rule, obj: Token | None, *, passive: bool) -> bool:
    """The clause of a verb has what the rule asks for."""
    flags = rule.flags
    if (
        rule.particle is not None
        and not any(
            c.lower == rule.particle
            and c.dep in ({"prt"} if "tight" in flags else {"prt", "prep", "advmod", "dobj", "quantmod", "oprd"})
            and not of_time(c)
            and (
                rule.particle not in {"at", "in"} or c.i == token.i + 1 or not any(g.dep == "pobj" for g in c.children)
            )
            for c in (*token.children, *_beside_number(token))
        )
        and not (rule.particle == "for" and any(_for(c) for c in token.children))
    ):
        return False
    if "anaphor" in flags and (obj is None or obj.lower not in {"it", "them", "they"}):
        return False
    if "behind" in flags and not _object_behind(token, rule):
        return False
    if rule.objects is not None and not (objects_match(rule, obj) or _object_behind(token, rule)):
        return False
    if only_sounds(token, rule, obj) or (rule.type == "ASSAULT" and over_waters(token, obj)):
        return False
    if is_phrase(token, rule, obj) or (rule.type == "MOBILIZE" and is_handed_over(token, obj)):
        return False
    if "praise" in flags and token.lemma in {"feature", "celebrate"}:
        return obj is not None and any(t.lemma in PRAISED for t in obj.subtree)
    return _followed(token, flags) and _worded(token, rule, obj) and is_placed(token, rule, passive=passive)


def _for(clause: Token) -> bool:
    """A clause of what is called for: "called for the tariffs to be revoked"."""
    return clause.dep in {"advcl", "ccomp", "xcomp"} and any(
        c.dep == "mark" and c.lower == "for" for c in clause.children
    )


def _beside_number(token: Token) -> list[Token]:
    """A particle that the parse takes for part of a number: "handed over 500 tonnes"."""
    after = token.doc[token.i + 1 : token.i + 2]
    return [t for t in after if t.dep in {"quantmod", "prt"}]


def _object_behind(token: Token, rule: Rule) -> bool:
    """The object stands as a predicate ("declared 2016 the Year of ...") or behind "with" or "in" ("supplied Chad with arms", "engaged in talks")."""
    if "year" in rule.flags:
        return any(
            t.lower == "year" and (t.text[0].isupper() or (t.i + 1 < len(t.doc) and t.nbor(1).lower == "of"))
            for t in token.subtree
        )
    if "behind" in rule.flags:
        return any(o.lemma in CLASSES["AGREEMENT"] for _, o in prepositions(token, {"to", "up", "on"}))
    if "within" in rule.flags:
        return any(objects_match(rule, inner) for _, inner in prepositions(token, {"in", "into"}))
    return "with" in rule.flags and any(objects_match(rule, inner) for _, inner in prepositions(token, {"with"}))


def _followed(token: Token, flags: frozenset[Flag]) -> bool:
    """The clause, infinitive or predicate that must follow."""
    if not flags and token.lemma not in _WITH_CLAUSE:
        return True
    if "tocomp" in flags and not any(c.dep in {"xcomp", "ccomp"} for c in token.children):
        return False
    if token.lemma in _WITH_CLAUSE and _holds(token):
        return False
    if "others" in flags and not any(
        c.dep == "ccomp" and any(g.dep in {"nsubj", "nsubjpass"} for g in c.children) for c in token.children
    ):
        return False
    content = content_verb(token) if flags & {"toinf", "notalks", "leave"} or token.lemma == "ask" else None
    if "toinf" in flags and content is None:
        return False
    if "notalks" in flags and content is not None and is_talks(content) and not joins_plan(content):
        return False
    if token.lemma == "want" and "deal" not in flags and content is not None and not wants_of_another(token):
        return False  # "wants to grow faster"
    if "leave" in flags and (content is None or content.lemma not in {"leave", "go", "depart", "quit"}):
        return False
    if "coopinf" in flags and not growing(token):
        return False
    if token.lemma in {"decline", "refuse"} and content is not None and content.lemma in _MUM:
        return False
    if token.lemma in {"ask", "want", "wish"} and content is not None and content.lemma in _ANONYMOUS:
        return False
    if "until" in flags and not any(
        c.lower == "until"
        or (c.dep in {"dobj", "npadvmod"} and c.lemma in _SPANS and not any(d.lower in _PAST for d in c.children))
        for c in token.children
    ):
        return False
    if "warm" in flags:
        return any(
            c.dep in {"oprd", "prep", "ccomp", "xcomp", "dobj"} and any(t.lower in WARM for t in c.subtree)
            for c in token.children
        )
    return _predicated(token, flags)


def _predicated(token: Token, flags: frozenset[Flag]) -> bool:
    """What is said of the object, and what a warning holds."""
    if "warn" in flags and any(c.dep == "ccomp" and any(g.lower in _OWED for g in c.children) for c in token.children):
        return False  # "warned that the accords must be kept" asks for it
    if "direct" in flags and not any(c.dep == "prep" and c.lower in {"for", "with"} for c in token.children):
        return False
    if "untrue" in flags:
        told = (c for c in token.children if c.dep in {"oprd", "acomp", "ccomp", "xcomp", "prep", "attr"})
        return any(t.lower in UNTRUE for c in told for t in c.subtree)
    if "scorn" in flags:
        return scorned(token)
    return True


def _states(clause: Token) -> bool:
    """A clause that tells how things are, not how they should be."""
    aux = {c.lower for c in clause.children if c.dep in {"aux", "auxpass"}}
    return not aux & {"must", "should", "ought"} and (clause.tag in {"VBZ", "VBD"} or bool(aux & _STATING))


def _holds(verb: Token) -> bool:
    """An opinion, which asks and promises nothing: "insists that the tax is legal", "agreed that trade had grown"."""
    clauses = [c for c in verb.children if c.dep == "ccomp" and _states(c)]
    return (verb.lemma == "insist" and bool(clauses)) or (
        verb.lemma == "agree" and any(not _lies_ahead(c) for c in clauses)
    )


def _lies_ahead(clause: Token) -> bool:
    return any(c.dep == "aux" and c.lower in {"will", "would"} for c in clause.children)


def _beside(obj: Token) -> set[str]:
    """The words of an object that stands before its verb: "an anti-dumping probe that the ministry began"."""
    return {t.lower for t in obj.lefts}


def _flagged(token: Token, flags: frozenset[Flag], obj: Token | None) -> bool:
    """What the flags of a rule ask of the clause beside its words."""
    if "trial" in flags and not over_waters(token, obj):
        return False
    if "goods" in flags and not (obj is not None and obj.pos in {"NOUN", "PROPN"} and is_good(obj.text)):
        return False
    if "bare" in flags and (
        obj is not None or any(c.dep in {"xcomp", "ccomp", "prt", "dative"} for c in token.children)
    ):
        return False
    if "bare" in flags and any(
        c.dep == "prep" and c.lower in {"with", "to", "on", "from", "at"} and not of_time(c) for c in token.children
    ):
        return False
    if "beready" in flags and not any(c.dep == "auxpass" for c in token.children):
        return False
    if "measured" in flags and not any(t.lemma in CLASSES["CURBS"] | {"measure"} for t in token.subtree):
        return False
    if not flags & {"leaving", "until"} or token.lemma != "give":
        return "leaving" not in flags
    leaving = any(t.lemma in _LEAVING for t in token.subtree) or any(
        t.lemma == "get" and any(c.lower == "out" for c in t.children) for t in token.subtree
    )
    return leaving == ("leaving" in flags)


def _worded(token: Token, rule: Rule, obj: Token | None) -> bool:
    """Words that must stand somewhere in the clause, or must not."""
    if token.lemma == "let" and any(c.lower in {"it", "slip"} for c in token.subtree):
        return False
    return not (rule.flags or rule.words) or _has_words(token, rule, obj)


def _has_words(token: Token, rule: Rule, obj: Token | None) -> bool:
    """The words that a rule asks for are there."""
    flags = rule.flags
    wanted = flags & _WORDS.keys()
    words = words_behind(token) if wanted or rule.words or "noenvoy" in flags else frozenset()
    if rule.words and token.lemma in {"hold", "make"}:  # "holds Chad responsible"
        words |= {c.lower for c in token.children if c.dep == "ccomp" and c.pos == "ADJ"}
    if (
        rule.words
        and not (words | lemmas_behind(token)) & rule.words
        and not (obj is not None and rule.objects and _beside(obj) & rule.words)
    ):
        return False
    if ("armedforce" in flags and not armed(token)) or not _flagged(token, flags, obj):
        return False
    if "inspectors" in flags:
        subject, _ = subject_of(token)
        if subject is None or subject.lemma not in _INSPECTING:
            return False
    if "grata" in wanted:
        words |= {t.lower for t in token.subtree}
    if any(not words & _WORDS[flag] for flag in wanted):
        return False
    if "jointop" in flags and not any(t.lower in {"joint", "jointly", "together"} for t in token.subtree):
        return False
    if "counted" in flags and not any(
        c.dep == "dobj" and any(n.dep == "nummod" for n in c.children) for c in token.children
    ):
        return False
    if "trading" in flags and not any(
        c.dep == "xcomp" and c.tag == "VBG" and c.lemma in _TRADING for c in token.children
    ):
        return False
    if ("helpers" in flags and not helps(token)) or ("envoy" in flags and not is_done_to_envoy(token)):
        return False
    if "troops" in flags and not is_of_troops(token):
        return False
    if "own-envoy" in flags and not is_called_home(token, obj):
        return False
    return not ("noenvoy" in flags and words & CLASSES["ENVOY"])
