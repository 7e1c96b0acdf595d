"""A question as named steps: common table expressions that can be read, printed and run one behind the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Steps of SQL, each with a name that later steps read from; the last one is the answer.

    Values are bound by name (`$reporter`), never written into the text.

    >>> print(Pipeline().then("two", "SELECT $n AS n", n=2).then("four", "SELECT n * 2 AS n FROM two").sql())
    WITH two AS (
    SELECT $n AS n
    ), four AS (
    SELECT n * 2 AS n FROM two
    )
    SELECT * FROM four
    """

    steps: tuple[tuple[str, str], ...] = ()
    parameters: Mapping[str, Any] = field(default_factory=dict)

    def then(self, name: str, sql: str, **parameters: Any) -> Pipeline:
        """The pipeline with one more step."""
        return Pipeline((*self.steps, (name, sql.strip())), {**self.parameters, **parameters})

    def sql(self, step: str | None = None) -> str:
        """The SELECT that gives the last step, or the one of this name."""
        last = step or self.steps[-1][0]
        known = [name for name, _ in self.steps]
        wanted = self.steps[: known.index(last) + 1]
        return f"WITH {', '.join(f'{name} AS (\n{text}\n)' for name, text in wanted)}\nSELECT * FROM {last}"
