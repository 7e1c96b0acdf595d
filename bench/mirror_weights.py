"""Weights of mirror figures on simulated reporters, whose errors are known: tieline's, and those of Gaulier and Zignago (2010) as read at second hand.

Each reporter has an error of its own as exporter and as importer, log-normal. What counts is the error of the reconciled figure: of the
true weights it is the least that can be had. The equations of the paper's section 2.4 are those that an independent implementation gives
(`docs/indicators.md` says which, and what is not sure about them).
"""

from __future__ import annotations

import argparse

import numpy as np

from tieline.trade.mirror.reliability import errors_by_side

Array = np.ndarray


def as_read(gap: Array, at: Array, by: Array, weight: Array, many: int) -> Array:
    """The exporter's weight by the paper's equations 10 to 13, as read."""
    terms = np.zeros((len(gap), 2 * many - 1))
    terms[np.arange(len(gap)), at] = 1
    terms[by > 0, many - 1 + by[by > 0]] = 1
    scaled = terms * np.sqrt(weight)[:, None]
    inverse = np.linalg.inv(scaled.T @ scaled)
    found = inverse @ (scaled.T @ (gap * np.sqrt(weight)))
    left = gap * np.sqrt(weight) - scaled @ found
    spread = inverse * (left @ left) / (len(gap) - len(found))
    own = _sigmas(found[:many], spread[:many, :many])
    padded = np.pad(spread[many:, many:], ((1, 0), (1, 0)))
    other = _sigmas(np.concatenate([[0.0], found[many:]]), padded)
    floor = 0.1 * np.median(np.concatenate([own, other])[np.concatenate([own, other]) > 0])
    own, other = (_variance(np.maximum(each, floor)) for each in (own, other))
    return other[by] / (own[at] + other[by])


def _sigmas(effects: Array, spread: Array) -> Array:
    """Equations 12 and 13: pi / 2 times what an effect is above the least one and twice its standard error."""
    centred = np.eye(len(effects)) - 1 / len(effects)
    errors = np.sqrt(np.diag(centred @ spread @ centred))
    return np.maximum(np.pi / 2 * (effects - effects.min() - 2 * errors), 0)


def _variance(sigma: Array) -> Array:
    """Equation 10: of a log-normal error."""
    return np.exp(sigma**2) * (np.exp(sigma**2) - 1)


def main() -> None:
    """Print how far each is from the true weights, and the error of what it reconciles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reporters", type=int, default=120)
    parser.add_argument("--seeds", type=int, default=5)
    given = parser.parse_args()
    told: dict[str, list[tuple[float, float]]] = {}
    for seed in range(given.seeds):
        draw = np.random.default_rng(seed)
        export, imported = np.exp(draw.normal(-2, 0.7, (2, given.reporters)))
        at, by = np.where(~np.eye(given.reporters, dtype=bool) & (draw.random((given.reporters,) * 2) < 0.7))
        gap = np.abs(draw.normal(0, export[at]) - draw.normal(0, imported[by]))
        weight = np.maximum(np.log(2) + draw.normal(16, 2.5, len(gap)), 1)
        one, two = map(np.array, errors_by_side(gap, at, by, weight))
        true = imported[by] ** 2 / (export[at] ** 2 + imported[by] ** 2)
        ways = {
            "tieline": two[by] ** 2 / (one[at] ** 2 + two[by] ** 2),
            "the paper, as read": as_read(gap, at, by, weight, given.reporters),
            "half each": np.full(len(gap), 0.5),
            "the true weights": true,
        }
        for name, way in ways.items():
            error = np.sqrt(np.mean(way**2 * export[at] ** 2 + (1 - way) ** 2 * imported[by] ** 2))
            told.setdefault(name, []).append((float(np.abs(way - true).mean()), float(error)))
    print(f"{given.reporters} reporters, means of {given.seeds}\n{'':<22}{'off by':>8}{'error':>9}")
    for name, figures in told.items():
        print(f"{name:<22}{np.mean([f[0] for f in figures]):>8.3f}{np.mean([f[1] for f in figures]):>9.4f}")


if __name__ == "__main__":
    main()
