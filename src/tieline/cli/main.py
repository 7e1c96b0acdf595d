"""`tieline`: the commands, put together."""

from __future__ import annotations

from tieline.cli import (
    acts,
    briefing,
    checking,
    evaluating,
    exporting,
    indicators,
    listing,
    looking,
    lookups,
    overruling,
    reading,
    ties,
    trading,
)
from tieline.cli.app import cli

__all__ = ["cli", "main"]

for _command in (
    checking.demo,
    reading.read,
    reading.load,
    checking.check,
    listing.claims,
    listing.documents,
    trading.trade,
    trading.partners,
    trading.dependence,
    trading.products,
    indicators.indicator,
    ties.ties,
    ties.shifts,
    ties.pivot,
    ties.timeline,
    acts.acts,
    ties.rank,
    briefing.brief,
    lookups.codes,
    lookups.flags,
    looking.show,
    overruling.overrule,
    exporting.export,
    exporting.withdraw,
    looking.ledger,
    looking.countries,
    evaluating.evaluate,
):
    cli.commands.pop(_command.name or "", None)  # shown in the order of the work
    cli.add_command(_command)


def main() -> None:
    """Run the command line."""
    cli(prog_name="tieline")
