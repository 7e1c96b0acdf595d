"""The verbs of a desk that list what was read: claims with their last outcome, and the stories they are from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from tieline.model.claims import Event, Measure, Trend, claim_from_json
from tieline.model.errors import MissingDataError, UsageError
from tieline.model.vocabulary import VERDICT_WORDS, VerdictWord
from tieline.report.tables import CLAIM_COLUMNS, Type, claim_row
from tieline.workspace.asked_times import When, known_on, span
from tieline.workspace.finding import LAST_OUTCOMES
from tieline.workspace.found import Found, Rows
from tieline.workspace.ledger_folder import LedgerFolder
from tieline.workspace.trade_words import allowed_words, country_code, dyad, named

KINDS = ("measure", "trend", "event")
UNCHECKED = "unchecked"
"""What stands in the place of a verdict where a claim has none yet."""
OUTCOMES = (*VERDICT_WORDS, UNCHECKED)


@dataclass(frozen=True, slots=True)
class ListedClaim:
    """A claim with the story it is from and its last outcome over all datasets; `verdict` is None if it was not checked."""

    claim: Measure | Trend | Event
    published: str | None
    outlet: str | None
    verdict: VerdictWord | None


@dataclass(frozen=True, repr=False)
class Claims(Found[ListedClaim]):
    """Claims of the last versions of stories, by the stories' dates. Iterating gives them."""

    columns: ClassVar[Mapping[str, Type]] = {
        "published": "text", "outlet": "text", "verdict": "text", **CLAIM_COLUMNS,
    }  # fmt: skip
    brief: ClassVar[Sequence[str]] = ("published", "outlet", "verdict", "quote", "document")

    def objects(self) -> Rows:
        """Each as the claims contract has it, with the story's date and outlet, and the verdict."""
        return [_about(each) | each.claim.to_json() for each in self.lines]

    def rows(self) -> Rows:
        """Flat rows."""
        return [_about(each) | claim_row(each.claim) for each in self.lines]


def _about(each: ListedClaim) -> dict[str, Any]:
    return {"published": each.published, "outlet": each.outlet, "verdict": each.verdict}


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A story in the ledger.

    Attributes:
        id: Its id, by which it is shown, checked, exported.
        published: Its date, ISO; None if it has none.
        outlet: Who brought it.
        url: Its address.
        version: How many texts were recorded under this id.
        claims: How many claims were read in the last one.
        verdicts: How many claims have which outcome.
        recorded: When the last one was recorded, ISO.
    """

    id: str
    published: str | None
    outlet: str | None
    url: str | None
    version: int
    claims: int
    verdicts: dict[str, int]
    recorded: str


@dataclass(frozen=True, repr=False)
class Documents(Found[ListedDocument]):
    """The stories of a ledger by their dates, those without one last. Iterating gives them."""

    columns: ClassVar[Mapping[str, Type]] = {
        "id": "text", "published": "text", "outlet": "text", "url": "text", "version": "whole", "claims": "whole",
        **dict.fromkeys(VERDICT_WORDS, "whole"), "recorded": "text",
    }  # fmt: skip
    brief: ClassVar[Sequence[str]] = ("id", "published", "outlet", "claims", "contradicted", "supported")

    def objects(self) -> Rows:
        """Each with the number of its claims by outcome."""
        plain = ("id", "published", "outlet", "url", "version", "claims", "verdicts", "recorded")
        return [{name: getattr(each, name) for name in plain} for each in self.lines]

    def rows(self) -> Rows:
        """Flat rows, a column for each verdict."""
        return [_flat(said) for said in self.objects()]


def _flat(said: dict[str, Any]) -> dict[str, Any]:
    verdicts = said.pop("verdicts")
    return said | {word: verdicts.get(word, 0) for word in VERDICT_WORDS}


class ListDesk(LedgerFolder):
    """What a desk lists. Countries are codes or names."""

    def claims(
        self,
        *countries: str,
        kind: str | Sequence[str] = (),
        verdict: str | Sequence[str] = (),
        since: When | None = None,
        until: When | None = None,
        as_known_on: When | None = None,
    ) -> Claims:
        """Claims read from the press, by the dates of their stories, each with its last outcome over all datasets.

        Args:
            countries: Two (a dyad, in either order), one, or none for all.
            kind: Only these kinds: `measure`, `trend`, `event`.
            verdict: Only these outcomes, or `unchecked`.
            since: Only of stories published on this day or later, ISO; those without a date are then left out.
            until: Only of stories published by this day.
            as_known_on: Of each story the last version by this day.

        Raises:
            MissingDataError: there are none.
        """
        from tieline.ledger.versions import claims_known, documents_known  # noqa: PLC0415

        if len(countries) > 2:
            raise UsageError(f"{len(countries)} countries; give a dyad, one country, or none for all claims")
        codes = dyad(*countries) if len(countries) == 2 else tuple(country_code(each) for each in countries)
        kinds, words = allowed_words("kind", kind, KINDS), allowed_words("verdict", verdict, OUTCOMES)
        first, last = span(since, until)
        known = known_on(as_known_on)
        sql = f"""
            SELECT c.json, c.version_id, d.published, d.outlet, v.verdict
            FROM {claims_known(known)} c JOIN {documents_known(known)} d USING (version_id)
            LEFT JOIN ({LAST_OUTCOMES}) v USING (claim_id)
            WHERE {" AND ".join(_conditions(codes, kinds, words, first, last))}
            ORDER BY d.published NULLS LAST, d.id, c.quote_start, c.quote_end, c.claim_id"""
        lines = tuple(
            ListedClaim(
                claim_from_json(json.loads(row["json"]), version=row["version_id"]), row["published"], row["outlet"], row["verdict"],
            )
            for row in self.existing_ledger().query(sql).to_pylist()
        )  # fmt: skip
        about = f" on {named(codes)}" if codes else ""
        if not lines:
            raise MissingDataError(
                f"the ledger has no claims{about} that fit; `tieline read` takes them from stories, `tieline documents` "
                "lists those that were read"
            )
        return Claims(f"Claims{about}", lines, (sql,))

    def documents(self) -> Documents:
        """The stories of the ledger in their last versions, with how many claims have which outcome.

        Raises:
            MissingDataError: there are none.
        """
        sql = f"""
            WITH told AS (
                SELECT version_id, verdict, count(*) AS count
                FROM claims LEFT JOIN ({LAST_OUTCOMES}) USING (claim_id) GROUP BY ALL
            )
            SELECT d.id, d.published, d.outlet, d.url, d.version, coalesce(sum(told.count), 0)::BIGINT AS claims,
                list({{'verdict': told.verdict, 'count': told.count}} ORDER BY told.verdict)
                    FILTER (told.verdict IS NOT NULL) AS verdicts,
                strftime(d.recorded, '%Y-%m-%dT%H:%M:%S') AS recorded
            FROM documents d LEFT JOIN told USING (version_id) GROUP BY ALL ORDER BY d.published NULLS LAST, d.id"""
        lines = tuple(_listed(self.existing_ledger().query(sql).to_pylist()))
        if not lines:
            raise MissingDataError("the ledger holds no stories; `tieline read FILE` puts some into it")
        return Documents("Stories", lines, (sql,))


def _conditions(
    codes: Sequence[str], kinds: Sequence[str], words: Sequence[str], first: date | None, last: date | None
) -> Iterator[str]:
    """What holds of the claims that are asked for, as SQL."""
    from tieline.ledger import sql_literal  # noqa: PLC0415

    yield from (f"{sql_literal(code)} IN (c.reporter, c.partner, c.actor, c.target)" for code in codes)
    if kinds:
        yield f"c.kind IN ({', '.join(map(sql_literal, kinds))})"
    if words:
        yield f"coalesce(v.verdict, '{UNCHECKED}') IN ({', '.join(map(sql_literal, words))})"
    if first is not None:  # a story of some day in a month may be of any of its days
        yield f"d.published >= left('{first.isoformat()}', length(d.published))"
    if last is not None:
        yield f"d.published <= '{last.isoformat()}'"
    if not (codes or kinds or words or first or last):
        yield "true"


def _listed(rows: list[dict[str, Any]]) -> Iterator[ListedDocument]:
    for row in rows:
        verdicts = {each["verdict"]: each["count"] for each in row.pop("verdicts") or ()}
        yield ListedDocument(**row, verdicts={word: verdicts[word] for word in VERDICT_WORDS if word in verdicts})
