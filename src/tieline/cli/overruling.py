"""`tieline overrule`: a person's word against a verdict, or against how a claim was read."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Any

import click

from tieline.cli.app import cli, example, ledger_option
from tieline.model.errors import UsageError
from tieline.model.vocabulary import VERDICT_WORDS
from tieline.workspace import Desk


@cli.command(
    short_help="Overrule a verdict, or correct a claim, with a reason.",
    epilog=example(
        'tieline overrule 3f9c2a --as supported --reason "the office revised the figure on 2 May"',
        'tieline overrule story.txt#1a2b3c --field partner=KOR --reason "Seoul is meant, not Pyongyang"',
        'tieline overrule 3f9c2a --lift --reason "the revision was withdrawn"',
    ),
)
@click.argument("key")
@click.option("--as", "verdict", metavar="VERDICT", help=f"The verdict that holds: {', '.join(VERDICT_WORDS)}.")
@click.option(
    "--field", "fields", multiple=True, metavar="NAME=VALUE",
    help="A field of the claim as it should have been read (value=10200000, partner=KOR, period=2014, hs=2709,2710); "
    "countries and products are taken by code or name, and nothing behind the sign leaves it empty. May be given several times.",
)  # fmt: skip
@click.option("--lift", is_flag=True, help="What was said before no longer holds.")
@click.option("--reason", default="", metavar="TEXT", help="Why; always needed.")
@click.option("--by", metavar="NAME", help="Who says so; by default the user's name on this machine.")
@ledger_option
def overrule(
    *, key: str, verdict: str | None, fields: tuple[str, ...], lift: bool, reason: str, by: str | None, folder: Path
) -> None:
    """Put a person's word beside a verdict or a claim; later checks apply it, and say so.

    KEY is a claim's id, or the start of a verdict's id (6 digits or more). Of a claim, --as overrules the outcome over all
    datasets; of a verdict, the one against its dataset. Nothing is erased: the verdict of the figures stays in the ledger.
    """
    pairs = [each.partition("=") for each in fields]
    for name, sign, _ in pairs:
        if not sign or not name:
            raise UsageError(f"--field is NAME=VALUE, as in --field partner=KOR; this is {name!r}")
    told = Desk(folder, create=False).overrule(
        key, verdict=verdict, fields={name: value for name, _, value in pairs}, reason=reason,
        by=getpass.getuser() if by is None else by, lift=lift,
    )  # fmt: skip
    what = "lifted" if told.lifted else told.verdict or ", ".join(f"{k} = {_shown(v)}" for k, v in told.fields.items())
    against = f" against {told.dataset}" if told.dataset else ""
    click.echo(
        f"{told.claim_id}{against}: {what} ({told.reason})\noverrule {told.overrule_id}, by {told.by or 'nobody named'}"
    )
    document = told.claim_id.rpartition("#")[0]
    click.echo(f"Checks from now on apply it: tieline check '{document}'")


def _shown(value: Any) -> str:
    """A corrected value as a person reads it."""
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "empty"
    return "empty" if value is None else f"{value:,.10g}" if isinstance(value, float) else str(value)
