"""Markdown as plain text: its marks made blanks, so that offsets stay true, and what its front matter tells.

A text is not asked whether it is Markdown: emphasis, links, images and headings are looked for in every plain text, and
look like nothing else. What is blanked is not read; the document's text is kept as it was given.
"""

from __future__ import annotations

from tieline.model import lazy_re as re

_FRONT = re.compile(r"\ufeff?\s*(---|\+\+\+)[ \t]*\r?\n(.{0,20000}?)\r?\n(?:\1|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z][\w-]{0,30})[ \t]*[:=][ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)
_NOTE = re.compile(r"[ \t]+#.*$")
_LINKED = r"\[(?:[^\[\]\n]|\[[^\[\]\n]{0,200}\]){0,500}\]"
_TARGET = r"(?:\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s+(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?\s?\)|\[[^\[\]\n]{0,80}\])"
_MARKS = re.compile(
    rf"""(?P<image>!{_LINKED}{_TARGET})
    |(?P<link>{_LINKED}){_TARGET}
    |(?P<heading>^[ ]{{0,3}}\#{{1,6}}[ \t]+(?=\S))
    |(?P<closing>[ \t]\#{{1,6}}[ \t]*$)
    |(?P<quoted>^[ ]{{0,3}}(?:>[ ]?){{1,5}})
    |(?P<underline>^(?:={{3,}}|-{{3,}}|\*{{3,}}|_{{3,}})[ \t]*$)
    |(?P<definition>^[ ]{{0,3}}\[[^\[\]\n]{{1,80}}\]:[ \t]*\S{{1,2000}}(?:[ \t]+["'(][^\n]{{0,300}})?[ \t]*$)
    |(?P<note>\[\^[\w-]{{1,20}}\]:?)
    |(?P<address><https?://[^<>\s]{{1,2000}}>)
    |(?P<tag></?(?:br|b|i|em|strong|u|sup|sub|small|mark|span|p|div|a|img|figure|figcaption|center)(?:\s[^<>\n]{{0,500}})?/?>)
    |(?P<strong>\*\*\*|\*\*|~~|(?<!\w)__(?=\w)|(?<=[\w.,!?%)])__(?!\w))
    |(?P<emphasis>(?<![\w*])\*(?=[^\s*][^*\n]{{0,300}}\*(?!\w))|(?<=[^\s*])\*(?![\w*])|(?<![\w_])_(?=[^\s_][^_\n]{{0,300}}_(?!\w))|(?<=[^\s_])_(?![\w_]))
    |(?P<code>`{{1,3}})
    |(?P<escape>\\(?=[-\\`*_{{}}\[\]()\#+.!$&%>]))""",
    re.MULTILINE | re.VERBOSE,
)
_ANY_SIGN = (*"*_#[]`~\\<>", "---", "===", "-=", "=-")
_SIGNS = re.compile(r"[*_#\[\]`~\\]|^[ ]{0,3}>|</?[a-z]|^[-=]{3}", re.MULTILINE)


def unmarked(text: str) -> str:
    """Give the text with the same length and blanks where marks stand; the words of a link stay, an image goes whole.

    >>> unmarked("**Trade** with [Peru](https://x.example) rose.")
    '  Trade   with  Peru                     rose.'
    """
    if not any(sign in text for sign in _ANY_SIGN) or not _SIGNS.search(text):
        return text
    return _MARKS.sub(_blank, text)


def _blank(found: re.Match[str]) -> str:
    whole = found.group()
    words = found["link"]
    if words is None:
        return " " * len(whole)
    return f" {_MARKS.sub(_blank, words[1:-1])} ".ljust(len(whole))


def front_matter_end(text: str) -> int:
    r"""Where the front matter ends; 0 without one.

    >>> front_matter_end("---\ntitle: Tea\n---\nTrade grew.")
    19
    """
    found = _FRONT.match(text)
    return found.end() if found and _FIELD.search(found[2]) else 0


def front_matter(text: str) -> dict[str, str]:
    r"""Give the plain fields of the front matter (YAML's or TOML's), their names in small letters.

    >>> front_matter("---\ntitle: 'Tea'\ndate: 2031-02-03 # or so\n---\nTrade grew.")
    {'title': 'Tea', 'date': '2031-02-03'}
    """
    found = _FRONT.match(text)
    if not found:
        return {}
    return {name.lower(): value for name, given in _FIELD.findall(found[2]) if (value := _value(given))}


def front_matter_title(text: str) -> tuple[int, int] | None:
    """Where the title of the front matter stands, without its quotes."""
    found = _FRONT.match(text)
    for field in _FIELD.finditer(text, 0, found.end(2)) if found else ():
        title = _value(field[2])
        if field[1].lower() == "title" and title:
            start = text.index(title, field.start(2))
            return start, start + len(title)
    return None


def _value(given: str) -> str:
    for quote in "\"'":
        if given.startswith(quote) and quote in given[1:]:
            return given[1 : given.index(quote, 1)].strip()
    value = _NOTE.sub("", given).strip()
    return "" if value in {"|", ">", "null", "~", "[]", "{}"} else value
