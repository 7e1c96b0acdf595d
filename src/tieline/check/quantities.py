"""What a claim asks the flows for: a quantity, and the ways in which flows can answer it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tieline.model.flows import pair_key
from tieline.model.hs import covers, same_scope
from tieline.model.products import hs_codes, product_of
from tieline.model.vocabulary import FlowDirection

Codes = tuple[str, ...]
ONE_WAY: tuple[FlowDirection, FlowDirection] = ("exports", "imports")


@dataclass(frozen=True, slots=True)
class Scope:
    """All products (`words` None), or those that the words name.

    `readings` are their HS codes, the narrow reading first; empty where no table knows the words.
    """

    words: str | None = None
    readings: tuple[Codes, ...] = ()

    @property
    def whole(self) -> bool:
        """All products."""
        return self.words is None and not self.readings


@dataclass(frozen=True, slots=True)
class Leg:
    """One flow of a way: whose figures, of trade with whom, and whether it is added or taken away."""

    reporter: str
    partner: str
    flow: FlowDirection
    sign: int = 1


@dataclass(frozen=True, slots=True)
class Way:
    """Flows that together give a quantity, how in words, and the name that `priors` weighs it by."""

    legs: tuple[Leg, ...]
    how: str
    name: str = "own-figures"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One-way or two-way trade, or its balance, of a reporter with a partner (`WLD`: all), of some products.

    A change of a balance is one of the size of the gap, or of the balance with its sign (`signed`).
    """

    flow: FlowDirection
    reporter: str
    partner: str
    scope: Scope = Scope()
    signed: bool = False

    @property
    def pair(self) -> int:
        """The key of the pair whose flows answer."""
        return pair_key(self.reporter, self.partner)

    def of(self, flow: FlowDirection) -> Quantity:
        """The same pair and products, another flow."""
        return replace(self, flow=flow)

    def all_products(self) -> Quantity:
        """The same pair and flow, all products."""
        return replace(self, scope=Scope())

    def with_world(self) -> Quantity:
        """The same reporter and flow, all partners."""
        return replace(self, partner="WLD")

    def ways(self) -> tuple[Way, ...]:
        """The ways in which flows give it, the most direct one first.

        >>> [way.how for way in Quantity("exports", "PRK", "RUS").ways()]
        ["PRK's own figures", "mirror: RUS's imports"]
        """
        a, b, world = self.reporter, self.partner, self.partner == "WLD"
        if self.flow in {"exports", "imports"}:
            other: FlowDirection = "imports" if self.flow == "exports" else "exports"
            own = Way((Leg(a, b, self.flow),), f"{a}'s own figures")
            return (own,) if world else (own, Way((Leg(b, a, other),), f"mirror: {b}'s {other}", "mirror"))
        sign, what = (1, "sum") if self.flow == "trade" else (-1, "difference")
        ways = [Way((Leg(a, b, self.flow),), f"{a}'s own figures")]
        if not world:
            ways.append(Way((Leg(b, a, self.flow, sign),), f"{b}'s figures", "partner-figures"))
        ways.append(
            Way((Leg(a, b, "exports"), Leg(a, b, "imports", sign)), f"{what} of {a}'s exports and imports", "own-sum")
        )
        if not world:
            ways += [
                Way(
                    (Leg(b, a, "imports"), Leg(b, a, "exports", sign)),
                    f"{what} of {b}'s imports and exports",
                    "partner-sum",
                ),
                Way(
                    (Leg(b, a, "imports"), Leg(a, b, "imports", sign)),
                    f"{what} of both countries' imports",
                    "both-imports",
                ),
                Way(
                    (Leg(a, b, "exports"), Leg(b, a, "exports", sign)),
                    f"{what} of both countries' exports",
                    "both-exports",
                ),
            ]
        return tuple(ways)


@dataclass(frozen=True, slots=True)
class World:
    """All partners of a country: whose, which flow (`exports`, `imports`), of what products, in which years."""

    reporter: str
    flow: str
    scope: Scope
    years: tuple[int, ...]


def scope_of(product: str | None, hs: tuple[str, ...] | None) -> Scope:
    """The scope of a claim's product: its HS codes, and wider readings of its words where the table has some.

    >>> scope_of("oil", ("2709",)).readings
    (('2709',), ('2709', '2710'), ('27',))
    >>> scope_of("goods", None).whole, scope_of("gizmos", None)
    (True, Scope(words='gizmos', readings=()))
    """
    known = product_of(product) if product else None
    if not product and not hs:
        return Scope()
    if known is not None and known.kind == "generic" and not hs:
        return Scope()
    if hs and all(valid_code(code) for code in hs):
        if known is not None and known.hs and same_scope(known.hs, hs):
            return Scope(product, known.readings)
        return Scope(product or ", ".join(hs), (hs,))
    if known is not None:
        return Scope(product, known.readings)
    found = hs_codes(product) if product else None
    return Scope(product or ", ".join(hs or ()), (found,) if found else ())


def valid_code(code: str) -> bool:
    """Tell whether a text is an HS code, or a range of them, of 2, 4 or 6 digits."""
    try:
        covers([code], "")
    except ValueError:
        return False
    return True
