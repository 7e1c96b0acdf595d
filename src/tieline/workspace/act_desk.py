"""The verb of a desk that asks for acts read from the press: each told once, with all who report it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from tieline.model.errors import MissingDataError, UsageError
from tieline.model.vocabulary import EVENT_TYPES, EventModality
from tieline.workspace.act_results import Acts
from tieline.workspace.asked_times import When, known_on, span
from tieline.workspace.ledger_folder import LedgerFolder
from tieline.workspace.trade_words import allowed_words, country_code, dyad, named

MODALITIES: tuple[EventModality, ...] = get_args(EventModality)


class ActDesk(LedgerFolder):
    """What a desk answers about acts. Countries are codes or names."""

    def acts(
        self,
        *countries: str,
        since: When | None = None,
        until: When | None = None,
        type: str | Sequence[str] = (),  # noqa: A002 -- the field's own name
        modality: str | Sequence[str] = (),
        as_known_on: When | None = None,
    ) -> Acts:
        """Acts read from the press, each once, in order of their dates, with all who report it and what became of plans.

        Args:
            countries: Two, one, or none for all.
            since: The first day, ISO; acts without a date are then left out.
            until: The last day, ISO.
            type: Only these PLOVER types.
            modality: Only these (`happened`, `scheduled`, `proposed`, `declined`, `denied`, `hypothetical`).
            as_known_on: Nothing that was published later; reports are put together as they stood on that day.

        Raises:
            MissingDataError: there are none.
        """
        from tieline.ties.reports import reports_of, reports_sql  # noqa: PLC0415
        from tieline.ties.same_acts import told_acts  # noqa: PLC0415

        if len(countries) > 2:
            raise UsageError(f"{len(countries)} countries; give a dyad, one country, or none for all acts")
        codes = dyad(*countries) if len(countries) == 2 else tuple(country_code(each) for each in countries)
        types, modalities = allowed_words("type", type, EVENT_TYPES), allowed_words("modality", modality, MODALITIES)
        first, last = span(since, until)
        day = known_on(as_known_on)
        found = [
            act
            for act in told_acts(reports_of(self.existing_ledger(), codes, day))
            if (not types or act.first.type in types)
            and (not modalities or act.first.modality in modalities)
            and (first is None or (act.date is not None and act.date.end >= first))
            and (last is None or (act.date is not None and act.date.start <= last))
        ]
        about = f" of {named(codes)}" if codes else ""
        if not found:
            raise MissingDataError(
                f"the ledger has no acts{about} that fit; `tieline read` takes them from the press, and `tieline timeline` "
                "shows those of event datasets too"
            )
        return Acts(f"Acts{about}", tuple(found), (reports_sql(codes, day),))
