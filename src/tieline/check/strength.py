"""How much a word of strength asks for: "rapidly", "sharply", "slightly". Adjustable, for each check."""

from __future__ import annotations

from dataclasses import dataclass

from tieline.model.errors import UsageError


@dataclass(frozen=True, slots=True)
class Strength:
    """What words of strength ask for, in percent of the base.

    Attributes:
        strong_pct: "Rapidly", "sharply" and the like ask for so much or more.
        slight_pct: "Slightly" and the like ask for less than this.
        above_all: A strong rise or fall has to be more than that of the reporter's trade with all partners, where the
            dataset has it.
    """

    strong_pct: float = 15.0
    slight_pct: float = 5.0
    above_all: bool = True

    def __post_init__(self) -> None:
        if not 0 < self.slight_pct <= self.strong_pct:
            raise UsageError(
                f"slight would be less than {self.slight_pct:g}% (slight_pct, --slight-below) and rapid {self.strong_pct:g}% or "
                "more (strong_pct, --rapid-from); both must be above zero, and rapid no less than slight"
            )


USUAL = Strength()
