"""Who is cited without a verb of saying of his own: "as reported by the bank", "(source: customs)", "Poe: trade rises"."""

from __future__ import annotations

from tieline.model import lazy_re as re

_WORD = r"[A-Z](?:[\w&'’-]|\.(?=\w))*"
_NAMED = rf"{_WORD}(?: (?:(?:of|for|and|the|de) )?{_WORD}){{0,6}}"
_BODY = r"(?:[\w-]+ ){0,4}(?:bank|ministry|agency|office|bureau|customs|department|authority|service|board|chamber|association|institute|newspaper|daily)"
_WHO = rf"(?:the |an? )?(?P<who>{_NAMED}|{_BODY})(?=[,.;:)\]\"”]|\s(?:on|in|last|for|and|which|that)\b|$)"
_FORMS = (
    re.compile(rf"\bas (?:first )?(?:reported|announced|noted|stated|estimated|quoted|published) by {_WHO}"),
    re.compile(rf"[,(]\s?(?:as )?per (?:the )?(?P<who>{_NAMED})(?=[,.;)]|$)"),
    re.compile(r"[(\[](?:[Ss]ources?|SOURCES?|[Dd]ata):\s*(?:the )?(?P<who>[^()\[\]\d]{2,60}?)[)\]]"),
    re.compile(rf"\b(?:based on|going by|drawing on) (?:\w+ ){{0,2}}(?:figures|data|statistics|numbers) (?:of|from|by|(?:released|compiled|provided|published) by) {_WHO}"),
    re.compile(
        r"(?:^|[,.;]\s)(?P<who>(?:[A-Z]\w+ )?(?:[Aa]nalysts|[Ee]conomists|[Ee]xperts|[Rr]esearchers|[Tt]raders)"
        r" (?:at|from|with|of) (?:the )?[A-Z][\w&.]*(?: [A-Z][\w&.]*){0,3}) (?:estimate|reckon|calculate|believe|say)\b"
    ),
)  # fmt: skip
_PASSED_ON = re.compile(rf"\b(?:cited|quoted) by {_WHO}")
_NAME = r"[A-Z][\w.&'’-]+(?: [A-Z][\w.&'’-]+){0,3}"
_HEAD = re.compile(rf"(?P<who>{_NAME}): (?=\S)")
_HEAD_LAST = re.compile(rf": (?P<who>{_NAME})$")
_NO_SPEAKER = re.compile(
    r"(?:update|correct|analysis|exclusive|breaking|opinion|interview|explainer|factbox|video|watch|live|report|study|poll|survey|trade|exports?|imports?|economy|business|news|briefs?|clarification|correction|editorial|[A-Z]+\s?\d)\w*\b",
    re.IGNORECASE,
)


def cited_in(text: str) -> tuple[int, str] | None:
    """Who is cited in a sentence, and where.

    >>> cited_in("Sales rose, as reported by the Suva Post."), cited_in("Sales fell (source: customs office).")
    ((12, 'Suva Post'), (11, 'customs office'))
    >>> cited_in("Sales came to 5 million dollars, per ton sold."), cited_in("Sales rose as expected by the market.")
    (None, None)
    """
    found = next((m for form in _FORMS if (m := form.search(text))), None)
    return (found.start(), found["who"].strip()) if found else None


def passed_on_by(text: str) -> tuple[int, str] | None:
    """The paper that cites another speaker.

    >>> passed_on_by("Sales rose, according to figures of the bank cited by the Suva Post.")
    (45, 'Suva Post')
    """
    found = _PASSED_ON.search(text)
    return (found.start(), found["who"]) if found else None


def over_headline(text: str) -> tuple[int, str] | None:
    """Who says a headline: before its colon, or behind its last.

    >>> over_headline("Poe: tea exports to climb"), over_headline("Tea exports climb: KNBS"), over_headline("Analysis: tea")
    ((0, 'Poe'), (17, 'KNBS'), None)
    """
    found = _HEAD.match(text) or _HEAD_LAST.search(text)
    return (found.start(), found["who"]) if found and not _NO_SPEAKER.match(found["who"]) else None
