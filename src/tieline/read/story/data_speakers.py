"""Who stands behind figures that are said to show something: "figures from the Ministry of Trade show", "(data of the bank)".

The small parser takes "show" behind data for a noun as often as for a verb, so these are read from the words themselves.
"""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.model.english import ANY_MONTH

_PAPERS = r"(?:data|figures?|statistics|numbers|documents?|records?|reports?|bulletins?|estimates?|survey|statements?|tables?|breakdown)"
_BY = r"(?:of|from|by|in|(?:released|compiled|published|issued|provided|collected|gathered|given out|prepared)(?: \w+day)?(?: on \w+day)? by)"
_BODY = r"(?:the |an? )?(?P<body>(?:(?!(?:that|which|who|seen|obtained|reviewed|published|released|issued|cited|quoted)\b)[^\s,;:()]+ ){0,9}?(?!(?:seen|obtained)\b)[^\s,;:()]+)"
_AND = r"(?:,? (?:\([\w-]{2,9}\)|(?:seen|obtained|reviewed|published|released|issued|cited|quoted|made public)\b[^,;:()]{0,50}?)|, [^,;]{3,80}(?=,)){0,2}"
_SHOW = r"(?:also )?(?:shows?|showed|indicates?|indicated|reveals?|revealed|suggests?|suggested|says?|said|puts?)\b"

_WITH_BODY = re.compile(rf"\b{_PAPERS} {_BY} {_BODY}{_AND},? {_SHOW}", re.IGNORECASE)
_TURNED = re.compile(rf"\bshow(?:s|ed)? (?:the )?(?:\w+ )?{_PAPERS} {_BY} {_BODY}{_AND}(?=[.,;]|$)", re.IGNORECASE)
_ASIDE = re.compile(
    rf"[(\[–—-]\s?(?:\w+: )?(?:(?:these|those) are )?(?:the )?(?:\w+ )?{_PAPERS} {_BY} {_BODY}(?:[)\]–—;]|$)",
    re.IGNORECASE,
)
_GIVEN_OUT = re.compile(
    rf"\b{_PAPERS} (?:that |which )?(?:the )?(?P<body>[A-Z][\w.'’-]*(?: (?:of|and|for|the|[A-Z][\w.'’-]*)){{0,7}})"
    rf" (?:has |had )?(?:released|published|issued|compiled|made public|put out|gave out)\b[^.;]{{0,30}}? {_SHOW}"
)
_ALONE = re.compile(
    rf"(?:^|(?<=[.,;] )|(?<=\bas )|(?<=\band )|(?<=\bbut ))(?P<who>(?:[\w.'’-]+ ){{0,4}}{_PAPERS}) {_SHOW}(?! (?:up|that it)\b)",
    re.IGNORECASE,
)
_NO_BODY = re.compile(
    rf"(?:this|last|the (?:same|past|first|second|third|last)|{ANY_MONTH.lower()}|\d|exports?|imports?|trade$|which|whom|it$|them$)\b",
    re.IGNORECASE,
)
_DAY = re.compile(r" (?:on |late |last |earlier )*\w+day$")
_NAMES_SOMEBODY = re.compile(
    r"[A-Z]|\b(?:ministry|agency|office|bank|bureau|customs|department|authority|committee|board|chamber|association|service|institute)\b"
)


def behind_figures(text: str) -> str | None:
    """The body whose figures a sentence says show what it tells; the figures themselves where no body is named.

    >>> behind_figures("Sales rose to 3 million tonnes, figures from the Ministry of Trade show.")
    'Ministry of Trade'
    >>> behind_figures("Documents of the customs service seen by this paper show that Peru sold 40,000 tonnes.")
    'customs service'
    >>> behind_figures("Exports were worth 9 million dollars (figures of the General Statistics Office).")
    'General Statistics Office'
    >>> behind_figures("Trade statistics that the Customs Department released on Friday show imports of Rs 9 billion.")
    'Customs Department'
    >>> behind_figures("Customs data show China bought 2 million tonnes."), behind_figures("Figures for May show a loss.")
    ('Customs data', None)
    """
    for form in (_WITH_BODY, _TURNED, _ASIDE, _GIVEN_OUT):
        for found in form.finditer(text):
            body = _DAY.sub("", found["body"].strip(" .\"'"))
            if not _NO_BODY.match(body) and _NAMES_SOMEBODY.search(body):
                return body
    alone = _ALONE.search(text)
    return alone["who"] if alone else None


_GIVES_OUT = re.compile(
    r"^(?:The |An? )?(?P<who>(?:[\w.&'’-]+ ){0,7}?[\w.&'’-]+)(?: \([\w-]{2,9}\))?(?:,[^,]{3,60},)? (?:has |have )?(?:on \w+day )?"
    r"(?:published|released|issued|put out|presented|unveiled|updated) [^.;]{0,60}?\b"
    r"(?:data|figures?|statistics|reports?|bulletin|survey|numbers)\b"
)


def gives_out_figures(text: str) -> str | None:
    """The body that a sentence says to give out figures, which "the data" of the next one are.

    >>> gives_out_figures("The Central Statistics Office published its trade data on Monday.")
    'Central Statistics Office'
    """
    found = _GIVES_OUT.match(text)
    return found["who"] if found and _NAMES_SOMEBODY.search(found["who"]) else None
