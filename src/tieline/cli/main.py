"""`tieline`: the commands, put together; a command's module is imported when the command is asked for."""

from __future__ import annotations

from tieline.cli.app import cli

__all__ = ["cli", "main"]

cli.modules = {
    "demo": "checking",
    "read": "reading",
    "load": "reading",
    "check": "checking",
    "claims": "listing",
    "documents": "listing",
    "trade": "trading",
    "partners": "trading",
    "dependence": "trading",
    "products": "trading",
    "indicator": "indicators",
    "ties": "ties",
    "shifts": "ties",
    "pivot": "ties",
    "timeline": "ties",
    "acts": "acts",
    "rank": "ties",
    "brief": "briefing",
    "codes": "lookups",
    "flags": "lookups",
    "show": "looking",
    "overrule": "overruling",
    "export": "exporting",
    "withdraw": "exporting",
    "ledger": "looking",
    "countries": "looking",
    "evaluate": "evaluating",
}
"""By the name of a command the module that tells it, in the order of the work."""


def main() -> None:
    """Run the command line."""
    cli(prog_name="tieline")
