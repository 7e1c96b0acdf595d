"""What a document asserts: a Measure (a figure), a Trend (a direction without one) or an Event (an act between states).

`to_json` gives exactly the fields of the claims contract, `claim_from_json` reads them back.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self

from tieline.model.documents import content_hash
from tieline.model.periods import Period
from tieline.model.vocabulary import (
    Bound,
    Direction,
    EventModality,
    EventType,
    FigureModality,
    Indicator,
    Kind,
    Rate,
    ShareOf,
)

QUOTE_CONTEXT = 32
"""Code points of text kept before and after a quote (W3C Web Annotation, TextQuoteSelector)."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words and their place: `text[start:end] == exact`, in Unicode code points.

    >>> Quote.of("Trade grew.", 0, 5).exact
    'Trade'
    """

    exact: str
    start: int
    end: int
    prefix: str = ""
    suffix: str = ""

    def to_json(self) -> dict[str, Any]:
        """The quote as a JSON object."""
        return {
            "exact": self.exact, "start": self.start, "end": self.end, "prefix": self.prefix, "suffix": self.suffix,
        }  # fmt: skip

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The quote of `text[start:end]`; raises ValueError for an empty or impossible slice."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no such slice: {start}:{end} of a text of {len(text)} code points")
        return cls(
            text[start:end], start, end, text[max(0, start - QUOTE_CONTEXT) : start], text[end : end + QUOTE_CONTEXT]
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a rank or a comparison is held against ("second largest partner", "yet to reach the scale of ...")."""

    indicator: Indicator | None = None
    reporter: str | None = None
    partner: str | None = None
    period: Period | None = None
    rank: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What all claims share. `document` is the document's id, `version` its version_id."""

    kind: ClassVar[Kind]
    document: str
    version: str
    quote: Quote
    sources: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()
    confidence: float | None = None
    _known_id: str | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def claim_id(self) -> str:
        """The document's id and a hash of what is claimed: the same input gives the same id, whatever else tells it."""
        if self._known_id is None:  # a claim never changes, and is asked for it many times
            object.__setattr__(self, "_known_id", self._new_id())
        return str(self._known_id)

    def _new_id(self) -> str:
        facts = {k: v for k, v in self.to_json(with_id=False).items() if k not in {"document", "confidence"}}
        facts |= {name: None for name in ("same_as",) if name in facts}
        return f"{self.document}#{content_hash(self.version, repr(sorted(facts.items())))[:12]}"

    def to_json(self, *, with_id: bool = True) -> dict[str, Any]:
        """The claim as the JSON object of the contract."""
        head: dict[str, Any] = {"claim_id": self.claim_id} if with_id else {}
        head |= {"document": self.document, "kind": self.kind, "quote": self.quote.to_json()}
        for spec in dataclasses.fields(self):
            if spec.init and spec.name not in {"document", "version", "quote"}:
                head[spec.name] = _plain(getattr(self, spec.name))
        return head


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Claim):
    """A quantity on trade, money, tariffs, travellers or goods. Units and meaning of the fields: the claims contract.

    Percentages are in percent (32.0 for 32%), values in `unit`, not scaled.
    """

    kind: ClassVar[Kind] = "measure"
    modality: FigureModality = "actual"
    indicator: Indicator
    reporter: str
    partner: str | None
    product: str | None = None
    hs: tuple[str, ...] | None = None
    period: Period | None = None
    base: Period | None = None
    value: float | None = None
    unit: str | None = None
    change_pct: float | None = None
    change_value: float | None = None
    share_pct: float | None = None
    share_of: ShareOf | None = None
    bound: Bound | None = None
    bounds: dict[str, Bound] = field(default_factory=dict, hash=False)
    value_max: float | None = None
    change_value_max: float | None = None
    change_max: float | None = None
    share_max: float | None = None
    per: Rate | None = None
    digits: dict[str, int] = field(default_factory=dict, hash=False)
    scope: tuple[str, ...] = ()
    compared_with: Comparison | None = None

    def __post_init__(self) -> None:
        if all(x is None for x in (self.value, self.change_value, self.change_pct, self.share_pct)):
            raise ValueError(f"a measure without a number: {self.quote.exact!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend(Claim):
    """A direction without a number. `direction` is None for a rank or a comparison, which has `compared_with`."""

    kind: ClassVar[Kind] = "trend"
    modality: FigureModality = "actual"
    indicator: Indicator
    reporter: str
    partner: str | None
    product: str | None = None
    hs: tuple[str, ...] | None = None
    period: Period | None = None
    direction: Direction | None
    strength: str | None = None
    scope: tuple[str, ...] = ()
    compared_with: Comparison | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Claim):
    """An act between states. `date` is that of the act, None if the text does not tell it."""

    kind: ClassVar[Kind] = "event"
    modality: EventModality = "happened"
    actor: str
    actor_person: str | None = None
    target: str
    type: EventType
    mode: str | None = None
    date: Period | None = None
    reciprocal: bool = False
    place: str | None = None
    context: str | None = None
    cameo: str | None = None
    on_behalf_of: str | None = None
    same_as: str | None = None


def _plain(value: Any) -> Any:
    """Dataclass values as JSON has them; a whole number of a float is printed without a point."""
    if isinstance(value, Period):
        return value.iso
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, tuple):
        return [_plain(x) for x in value]
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, Comparison):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    return value


_CLASSES: dict[str, type[Measure | Trend | Event]] = {"measure": Measure, "trend": Trend, "event": Event}
_PERIODS = frozenset({"period", "base", "date"})
_TUPLES = frozenset({"sources", "inferred", "hs", "scope"})
_FLOATS = frozenset(
    {"value", "change_pct", "change_value", "share_pct", "value_max", "change_value_max", "change_max", "share_max"}
)


def claim_from_json(data: dict[str, Any], *, version: str = "") -> Measure | Trend | Event:
    """Read a claim from its JSON object; fields beyond the contract's are passed over.

    Raises:
        ValueError: the kind is not known, or a field has a value that is not allowed.
    """
    cls = _CLASSES.get(str(data.get("kind")))
    if cls is None:
        raise ValueError(f"unknown kind of claim: {data.get('kind')!r}; allowed: {', '.join(_CLASSES)}")
    values: dict[str, Any] = {}
    for spec in dataclasses.fields(cls):
        if not spec.init:
            continue
        name, given = spec.name, data.get(spec.name)
        if name == "version":
            values[name] = version or str(data.get("version", ""))
        elif name == "quote":
            values[name] = Quote(**data["quote"])
        elif given is None:
            if name in {"partner", "direction"}:
                values[name] = None
        elif name in _PERIODS:
            values[name] = Period.parse(given)
        elif name in _TUPLES:
            values[name] = tuple(given)
        elif name in _FLOATS:
            values[name] = float(given)
        elif name == "compared_with":
            values[name] = Comparison(
                **(given | {"period": Period.parse(given["period"]) if given["period"] else None})
            )
        else:
            values[name] = given
    return cls(**values)
