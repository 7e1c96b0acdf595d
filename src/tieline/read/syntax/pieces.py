"""Sentences cut into the parser's words, by a table of the pieces of each stretch between blanks.

The parser's tokenizer looks at such a stretch alone, so that it need be asked once for each; it keeps no table of its
own while spaCy frees its memory (`memory_zone`).  With the pieces stands what the first layers of the model's network
make of them, before any look at their neighbours: that too is worked out once for each stretch.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from tieline.model import lazy_re as re
from tieline.read.syntax.network import WindowLayers

_STRETCH = re.compile(r"\S+ ?|\s+")
_MOST_ROWS = 40_000
_FIRST_ROWS = 4_096
_FIRST_LAYERS = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
_UPSTREAM = "tok2vec"


class _Pieces(NamedTuple):
    """The words of a stretch, whether a blank follows each, and their rows in the table of vectors."""

    words: tuple[str, ...]
    blanks: tuple[bool, ...]
    rows: range


class WordPieces:
    """The table of a pipeline, which must have the network that spaCy's small models have (`of` tells)."""

    def __init__(self, pipeline: Any) -> None:
        self._tokenizer = pipeline.tokenizer
        self._vocab = pipeline.vocab
        network = pipeline.get_pipe(_UPSTREAM).model
        self._first, self._others = network.layers
        self._windows = WindowLayers.of(self._others)
        self._known: dict[str, _Pieces] = {}
        self._vectors = network.ops.alloc2f(_FIRST_ROWS, network.get_dim("nO"))
        self._count = 0

    @classmethod
    def of(cls, pipeline: Any) -> WordPieces | None:
        """The table; None if the pipeline's network is another one."""
        if pipeline.pipe_names[:1] != [_UPSTREAM]:
            return None
        layers: list[Any] = list(getattr(pipeline.get_pipe(_UPSTREAM).model, "layers", ()))
        if len(layers) != 2 or tuple(part.name.partition("(")[0] for part in layers[0].layers) != _FIRST_LAYERS:
            return None
        return cls(pipeline)

    def docs(self, texts: list[str]) -> list[Any]:
        """The texts as spaCy's documents of one sentence each, as the pipeline's `tok2vec` hands them on."""
        from spacy.tokens import Doc  # noqa: PLC0415  loading takes a second: only when a sentence is read

        cut = [_STRETCH.findall(text) for text in texts]
        self._learn({stretch for stretches in cut for stretch in stretches})
        docs, rows = [], []
        for stretches in cut:
            pieces = [self._known[stretch] for stretch in stretches]
            words = [word for piece in pieces for word in piece.words]
            blanks = [blank for piece in pieces for blank in piece.blanks]
            docs.append(as_one_sentence(Doc(self._vocab, words=words, spaces=blanks)))
            rows.append([row for piece in pieces for row in piece.rows])
        for doc, tensor in zip(docs, self._seen_together(rows), strict=True):
            doc.tensor = tensor
        return docs

    def _seen_together(self, rows: list[list[int]]) -> Any:
        """The vectors of each sentence's words, given by their rows, with their neighbours seen."""
        if self._windows is None or not all(rows):
            return self._others.predict([self._vectors[of_words] for of_words in rows])
        return self._windows.vectors(self._vectors, rows)

    def _learn(self, stretches: set[str]) -> None:
        """Cut the stretches that are new; the table is begun anew when it is full."""
        if self._count > _MOST_ROWS:
            self._known.clear()
            self._count = 0
        new = sorted(stretches - self._known.keys())
        self._enter([stretch for stretch in new if not stretch.isspace()])
        for blanks in filter(str.isspace, new):
            self._enter([blanks])

    def _enter(self, new: list[str]) -> None:
        """Cut stretches at once, each ended by its blank or by a line end, which is a word of its own."""
        if not new:
            return
        whole = self._tokenizer("".join(s if s[-1].isspace() else s + "\n" for s in new))
        begin, self._count = self._count, self._count + len(whole)
        self._make_room(self._count)
        self._vectors[begin : self._count] = self._first.predict([whole])[0]
        tokens = [(token.text, bool(token.whitespace_)) for token in whole]
        at = 0
        for stretch in new:
            first, left = at, len(stretch)
            while left > 0:
                left -= len(tokens[at][0]) + tokens[at][1]
                at += 1
            words, blanks = zip(*tokens[first:at], strict=True)
            self._known[stretch] = _Pieces(words, blanks, range(begin + first, begin + at))
            at += not stretch[-1].isspace()

    def _make_room(self, rows: int) -> None:
        import numpy as np  # noqa: PLC0415  see `docs`

        while rows > len(self._vectors):
            self._vectors = np.concatenate([self._vectors, np.empty_like(self._vectors)])


def as_one_sentence(doc: Any) -> Any:
    """The document, which the parser will take for one sentence."""
    if len(doc):
        doc.from_array(["SENT_START"], _starts(len(doc)))
    return doc


@lru_cache(maxsize=200)
def _starts(words: int) -> Any:
    import numpy as np  # noqa: PLC0415  see `docs`

    starts = np.full((words, 1), -1, "int64").astype("uint64")
    starts[0] = 1
    return starts
