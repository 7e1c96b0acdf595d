"""The parser's network at work: the layers that look at a word's neighbours, and the moves that give words their heads.

The sums are those of the model's own code, in the same order and so with the same results; what only training needs
(which of several was the largest, how to go back) is left out, which takes half of its time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

_LAYER = "residual(expand_window>>maxout>>layernorm>>dropout)"
_SMALLEST_VARIANCE = 1e-08
_WORDS_AT_ONCE = 800
"""What one layer makes of so many words stays in the processor's cache for the next step; of thousands it takes twice the time."""


class _Layer(NamedTuple):
    """The numbers of one layer: of its largest-of-several, and of the scaling behind it."""

    weights: Any
    bias: Any
    pieces: int
    scale: Any
    shift: Any


class WindowLayers:
    """Layers that see a word, the one before and the one after it, one upon the other (`of` tells whether a network has them)."""

    def __init__(self, layers: Sequence[_Layer], pad: int) -> None:
        self._layers = layers
        self._pad = pad

    @classmethod
    def of(cls, network: Any) -> WindowLayers | None:
        """The layers of a network; None if it is another one."""
        if network.name != f"with_array({'>>'.join([_LAYER] * len(network.layers[0].layers))})":
            return None
        layers = []
        for residual in network.layers[0].layers:
            window, after = residual.layers[0].layers
            maxout, norm = after.layers[0].layers
            if window.attrs["window_size"] != 1:
                return None
            out, inner, pieces = (maxout.get_dim(name) for name in ("nO", "nI", "nP"))
            layers.append(
                _Layer(
                    maxout.get_param("W").reshape(out * pieces, inner),
                    maxout.get_param("b").reshape(out * pieces),
                    pieces,
                    norm.get_param("G"),
                    norm.get_param("b"),
                )
            )
        return cls(layers, network.attrs["pad"])

    def vectors(self, table: Any, rows: Sequence[Sequence[int]]) -> list[Any]:
        """What they make of sentences, each given by the rows of its words in a table of vectors; none may be empty."""
        found: list[Any] = []
        begin = words = 0
        for end, of_sentence in enumerate(rows, start=1):
            words += len(of_sentence)
            if words >= _WORDS_AT_ONCE or end == len(rows):
                found += self._at_once(table, rows[begin:end])
                begin, words = end, 0
        return found

    def _at_once(self, table: Any, rows: Sequence[Sequence[int]]) -> list[Any]:
        import numpy as np  # noqa: PLC0415  a sentence is read only then

        places, at = [], self._pad
        for words in rows:
            places.append((at, at + len(words)))
            at += len(words) + self._pad
        vectors = np.zeros((at, table.shape[1]), table.dtype)
        for (start, end), words in zip(places, rows, strict=True):
            vectors[start:end] = table[words]
        for layer in self._layers:
            vectors += _seen_with_neighbours(vectors, layer, np)
        return [vectors[start:end] for start, end in places]


def _seen_with_neighbours(vectors: Any, layer: _Layer, np: Any) -> Any:
    """What a layer adds to the vectors of words that stand one behind the other."""
    count, width = vectors.shape
    window = np.empty((count, 3 * width), vectors.dtype)
    window[0, :width] = window[-1, 2 * width :] = 0
    window[1:, :width] = vectors[:-1]
    window[:, width : 2 * width] = vectors
    window[:-1, 2 * width :] = vectors[1:]
    sums = window @ layer.weights.T
    sums += layer.bias
    of_pieces = sums.reshape(count, -1, layer.pieces)
    best = of_pieces[:, :, 0]
    for piece in range(1, layer.pieces):
        best = np.maximum(best, of_pieces[:, :, piece])
    best -= np.add.reduce(best, axis=1, keepdims=True) / np.float32(width)
    spread = np.add.reduce(best * best, axis=1, keepdims=True) / np.float32(width)
    spread += np.float32(_SMALLEST_VARIANCE)
    best *= spread ** np.float32(-0.5)
    best *= layer.scale
    best += layer.shift
    return best


def give_heads(parser: Any, docs: list[Any]) -> None:
    """Give the words of each document their heads and labels by the parser's best moves, all documents at once.

    The same moves as the parser's own loop makes, in a fraction of its time: that asks Python for leave at every sum.
    """
    states = parser.moves.init_batch(docs)
    scorer = parser.model.predict(docs)
    scores = scorer.predict
    if scorer.attrs["has_upper"] and scorer._class_mask.all():  # noqa: SLF001  every move may be made
        upper, of_state = scorer.vec2scores, scorer.state2vec.predict
        weights, bias = upper.get_param("W").T, upper.get_param("b")

        def scores(moving: list[Any]) -> Any:
            found = of_state(scorer.get_token_ids(moving)) @ weights
            found += bias
            return found

    moving = [state for state in states if not state.is_final()]
    while moving:
        moving = parser.transition_states(moving, scores(moving))
    scorer.clear_memory()
    parser.set_annotations(docs, states)
