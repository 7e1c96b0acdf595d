"""Both sides of what the subject of a sentence receives, gives or earns: aid, support, investment, receipts of exports.

Rules of `both_sides`: each gives the frame with both sides filled, or None.
"""

from __future__ import annotations

from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.read.frames.around import FROM_BEFORE, Around, with_roles
from tieline.read.frames.money_sides import money_is_for
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import Frame
from tieline.read.syntax.tokens import Token
from tieline.read.words.trade import OWED

_GIVEN = frozenset({"aid", "debt", "investment"})


def _host_of_foreign(frame: Frame, around: Around) -> str | None:
    """As in "Of this, 59 trillion is foreign investment", after money that was put into a country: whose it was."""
    lead = around.sentence.text[frame.start : frame.token.idx + len(frame.token)]
    last = around.last
    if _FOREIGN.search(lead) is None or last is None or last.indicator != "investment" or around.subject(frame):
        return None
    return last.partner if last.partner != "WLD" else None


def _firms_hosted(frame: Frame, around: Around) -> str | None:
    """As in "Ghana hosts 150 Indian enterprises, with a total investment of 2 billion": from where those are that the subject has."""
    host = around.subject(frame)
    if host is None or not trades(host):
        return None
    for mention in around.sentence.mentions:
        firms = _FIRMS.match(around.sentence.text, mention.end) if mention.use == "adjective" else None
        if firms is not None and firms.end() <= frame.start and mention.code != host and trades(mention.code):
            has = _HAS.search(around.sentence.text[: mention.start])
            return mention.code if has is not None else None
    return None


_FIRMS = re.compile(
    r"(?:-\w+)?\s+(?:[a-z-]+\s+){0,2}?(?:firms|companies|enterprises|businesses|investors|projects|subsidiaries|joint\s+ventures|factories)\b"
)
_HAS = re.compile(
    r"\b(?:hosts?|hosted|has|have|had|houses?|counts?|boasts?|home\s+to|attract(?:s|ed)|registered|licensed|approved)\s+(?:[\w,.+-]+\s+){0,5}$",
    re.IGNORECASE,
)
"""Between a host and those who have put money into it."""
_FOREIGN = re.compile(r"\b(?:foreign|FDI|overseas|inward)\b", re.IGNORECASE)
_RECEIVES = frozenset({"receive", "get", "obtain", "accept", "secure"})


def gift_of_subject(frame: Frame, around: Around) -> Frame | None:
    """As in "Togo received aid of 3 million dollars from Japan": of the giver, to whom it is for."""
    before = around.before
    if (
        before is not None
        and before.verb
        and before.indicator in _GIVEN
        and frame.indicator in _GIVEN
        and before.reporter
        and before.partner
    ):
        own = around.subject(frame)
        if own is not None and own not in before.pair and trades(own) and frame.token.dep == "dobj":
            return with_roles(frame, own, before.partner, "reporter", "partner")  # "and the UAE rolled over a loan"
        return with_roles(
            frame, before.reporter, before.partner, "reporter", "partner"
        )  # "lent Chad 5 million; a grant of 2 million comes on top"
    if frame.indicator == "investment" and not frame.verb and (host := _host_of_foreign(frame, around)) is not None:
        return with_roles(frame, "WLD", host, "reporter", "partner")
    if frame.indicator == "investment" and not frame.verb and (home := _firms_hosted(frame, around)) is not None:
        return with_roles(frame, home, str(around.subject(frame)), "reporter", "partner")
    receives = frame.token.head.lemma in _RECEIVES or frame.token.head.head.lemma in _RECEIVES
    giver = next(
        (m.code for m in around.sentence.mentions if FROM_BEFORE.search(around.sentence.text[: m.start])), None
    )
    if (
        receives
        and giver is not None
        and frame.indicator == "aid"
        and (to := around.subject(frame)) not in {None, giver}
    ):
        return with_roles(frame, giver, to, "reporter", "partner")
    if frame.indicator == "aid" and not receives and (giver := around.subject(frame)) is not None:
        told = money_is_for(around.sentence)
        if told not in {None, giver}:
            return with_roles(frame, giver, told, "reporter", "partner")
    supported = _supported(frame, around)
    if supported is not None and (giver := around.subject(frame)) not in {None, supported}:
        return with_roles(frame, giver, supported, "reporter", "partner")
    given = frame.indicator in {"aid", "investment"} or (frame.indicator == "debt" and frame.token.lemma not in OWED)
    subject = around.subject(frame) if given else None
    other = around.other_of_story(subject)
    last = around.last
    alike = last is not None and (
        last.indicator == frame.indicator or (around.before is not None and last.indicator in _GIVEN)
    )
    if other is None and subject is not None and last is not None and alike:
        other = (
            last.partner if last.partner not in {subject, "WLD"} else None
        )  # "the USA brought in FDI of 19.7 million"
    return with_roles(frame, subject, other, "reporter", "partner") if other else None


def _supported(frame: Frame, around: Around) -> str | None:
    """As in "Finland has decided to support Ukraine with 29 million euros in development aid": whom the verb is for."""
    node = frame.token
    for _ in range(_STEPS_OUT):
        node = node.head
        if node.lemma in _SUPPORTS and frame.indicator in {"aid", "debt"}:
            named = (around.sentence.mention_at(c) for c in node.children if c.dep == "dobj")
            return next((m.code for m in named if m is not None), None)
    return None


_STEPS_OUT = 5
_SUPPORTS = frozenset({"support", "help", "assist", "back", "aid", "provide", "supply"})


def earned_by_subject(frame: Frame, around: Around) -> Frame | None:
    """As in "Laos earned 2.14 billion dollars from electricity exports": with all, unless one country was spoken of."""
    token, last = frame.token, around.last
    earns = token.dep == "pobj" and token.head.lower == "from" and _is_earning(token.head.head)
    subject = around.subject(frame) if earns and frame.indicator == "exports" and not frame.verb else None
    if subject is None or not trades(subject):
        return None
    other = last.other_side(subject) if last is not None and subject in last.pair else None
    return with_roles(frame, subject, other or "WLD", "reporter", "partner")


def _is_earning(verb: Token) -> bool:
    """As in "earned", "took in"."""
    takes_in = verb.lemma == "take" and any(c.dep == "prt" and c.lower == "in" for c in verb.children)
    return verb.lemma in _EARNS or takes_in


_EARNS = frozenset({"earn", "make", "generate", "derive", "get", "raise", "obtain", "receive", "reap", "net"})


def with_earner(frame: Frame, sentence: Sentence) -> Frame:
    """As in "Exports of soap to its neighbours brought Fiji 7 million": whoever the exports bring the sum has sold."""
    verb = frame.token.head
    if frame.reporter is not None or frame.verb or frame.indicator != "exports" or frame.token.dep != "nsubj":
        return frame
    behind = verb.idx + len(verb)
    led = _TO_SELLER.match(sentence.text, behind) if verb.lemma in _BRINGS else None
    seller = next((m.code for m in sentence.mentions if led is not None and m.start == led.end()), None)
    return replace(frame, reporter=seller) if seller not in {None, frame.partner} and trades(str(seller)) else frame


_BRINGS = frozenset({"bring", "earn", "fetch", "yield", "net", "give"})
_TO_SELLER = re.compile(r"\s+(?:in\s+)?(?:the\s+)?")


def taken_by_subject(frame: Frame, around: Around) -> Frame | None:
    """As in "It took $443 million worth of exports": those of whom the verb buys from, to its subject."""
    buys = around.before
    if buys is None or not buys.verb or buys.indicator != "imports" or frame.verb or frame.indicator != "exports":
        return None
    if buys.partner in {None, "WLD"} or not _WORTH_OF.fullmatch(around.sentence.text, buys.token.idx, frame.start):
        return None
    return with_roles(frame, buys.partner, buys.reporter, "reporter", "partner")


_WORTH_OF = re.compile(r"\w+\s+(?:[^\s,;:]+\s+){1,5}(?:worth\s+of|of|in)\s+(?:the\s+|these\s+)?")
"""Between a verb that buys and the word for what it bought: "took $443 million worth of "."""
