"""Countries in the words of a claim."""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.model.countries import surface_forms

NAME = r"(?:the\s+)?[A-Z][\w.]*(?:\s+[A-Z][\w.]*)*"
"""What may be the name of a country, as a pattern; `countries_in` tells whether it is."""
_WORD = re.compile(r"[A-Z][\w'’.-]*(?:\s+(?:of|and|the|[A-Z][\w'’.-]*))*")

_MONEY = re.compile(
    r"\b(?:U\.?S\.?|H\.?K\.?|N\.?T\.?|N\.?Z\.?|American|Canadian|Australian|New Zealand|Hong Kong|Singapore|Taiwan|Swiss|British|Indian|Russian|Chinese|Japanese)\s?"
    r"(?:\$|(?:dollars?|dlrs?|francs?|pounds?|rupees?|roubles?|rubles?|yuan|yen)\b)"
)
"""A country's money does not name the country."""


def countries_in(text: str) -> list[str]:
    """The codes of the countries that a text names, in order.

    >>> countries_in("Germany ran a US$2.67 billion trade deficit with Poland")
    ['DEU', 'POL']
    """
    text = _MONEY.sub(" ", text)
    return [code for code, _ in _named_in(text)]


def without_countries(text: str) -> str:
    """The text without the names of countries, some of which name a region too.

    >>> without_countries("South Africa was the largest market in Africa")
    ' was the largest market in Africa'
    """
    for _, name in _named_in(text):
        text = text.replace(name, "", 1)
    return text


def _named_in(text: str) -> list[tuple[str, str]]:
    forms = surface_forms()
    found = []
    for run in _WORD.findall(text):
        words = re.sub(r"['’]s?\b", "", run).split()
        while words:
            for end in range(len(words), 0, -1):
                name = " ".join(words[:end]).rstrip(".,")
                match = forms.get(name)
                if match is not None and len(match.candidates) == 1:
                    found.append((match.candidates[0], name))
                    words = words[end:]
                    break
            else:
                words = words[1:]
    return found
