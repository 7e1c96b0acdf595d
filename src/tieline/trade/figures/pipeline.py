"""A question as named steps: common table expressions that can be read, printed and run one behind the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tieline.ledger import sql_literal
from tieline.model import lazy_re as re

_NAME = re.compile(r"\$([a-z_]+)")


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Steps of SQL, each with a name that later steps read from; the last one is the answer.

    Values are bound by name (`$reporter`), never written into the text that is run.

    >>> steps = Pipeline().then("two", "SELECT $n AS n", n=2).then("four", "SELECT n * 2 AS n FROM two")
    >>> print(steps.sql())
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

    def joined(self, more: Pipeline) -> Pipeline:
        """The pipeline with the steps of another behind its own."""
        return Pipeline((*self.steps, *more.steps), {**self.parameters, **more.parameters})

    def sql(self) -> str:
        """The SELECT that gives the last step."""
        steps = ", ".join(f"{name} AS (\n{text}\n)" for name, text in self.steps)
        return f"WITH {steps}\nSELECT * FROM {self.steps[-1][0]}"

    def shown(self) -> str:
        """The same with its values written in, to be read and run by hand.

        >>> Pipeline().then("a", "SELECT $who AS who", who="Côte d'Ivoire").shown().splitlines()[1]
        "SELECT 'Côte d''Ivoire' AS who"
        """
        return _NAME.sub(lambda found: sql_literal(self.parameters[found[1]]), self.sql())
